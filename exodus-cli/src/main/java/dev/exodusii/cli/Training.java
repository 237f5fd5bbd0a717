package dev.exodusii.cli;

import dev.exodusii.cli.text.Terminal;
import dev.exodusii.cli.view.Viewer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the build runs to show the JVM which classes `exo` needs, so that it can prepare them ahead of time.
///
/// Nothing here may need picocli: its classes are of a version that the JVM does not prepare, and each prepared class that
/// refers to them would make every start open and verify picocli's archive.
final class Training {

    private Training() {}

    /// @param args `quick` to run what people wait for, `all` for everything; the folder of the command, which gets a note
    ///             of which JDK its caches are made with; and files
    public static void main(String[] args) throws IOException {
        Exo.quietenLogging();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal pipe = new Terminal(nowhere, nowhere, Optional.empty(), Map.of());
        Terminal screen = new Terminal(nowhere, nowhere, Optional.of(Terminal.Size.USUAL), Map.of());
        boolean isAll = args[0].equals("all");
        Files.writeString(Path.of(args[1], "jdk"), System.getProperty("java.home") + "\n");
        Terminal.ofProcess();
        for (String file : List.of(args).subList(2, args.length)) {
            quick(pipe, screen, file);
            if (isAll) {
                rest(pipe, screen, args[1], file);
            }
        }
    }

    /// Of the verbs for which `exo` takes the smaller cache.
    private static void quick(Terminal pipe, Terminal screen, String file) {
        Exo.run(pipe, "info", file);
        Exo.run(screen, "info", "--no-pager", file);
        Exo.run(screen, "info", "--all", "--no-pager", file);
        Exo.run(screen, "ls", "--no-pager", file);
        Exo.run(screen, "show", "--no-pager", file, "node:#0", "elem:#0", "block:#0");
        Exo.run(pipe, "complete", "cat", file, "nodal/");
    }

    private static void rest(Terminal pipe, Terminal screen, String folder, String file) throws IOException {
        Viewer.rehearse(Path.of(file));
        Exo.run(pipe, "info", "--json", "--all", file);
        Exo.run(pipe, "checksum", "--json", file);
        Exo.run(pipe, "stats", file);
        Exo.run(screen, "stats", "--per-step", "--no-pager", file);
        Exo.run(pipe, "cat", file, "coord");
        Exo.run(screen, "near", file, "0,0,0");
        Exo.run(screen, "follow", file, "nodal/*", "--until", "1", "--settle", "0");
        Exo.run(screen, "cat", "--no-pager", file, "block:#0");
        Exo.run(screen, "hist", "--no-pager", file, "nodal/*", "--at", "node:#0");
        Exo.run(screen, "check", "--no-pager", file);
        Exo.run(screen, "diff", "--no-pager", file, file);
        Exo.run(pipe, "exodiff", file, file);
        Exo.run(pipe, "cat", file, "nodal/*", "--where", "1 > 0", "--csv");
        Exo.run(screen, "hist", "--no-pager", file, "nodal/*", "--at", "node:#0", "--plot");
        Exo.run(screen, "layout", "--no-pager", file);
        String picture = Path.of(folder, "training.png").toString();
        Exo.run(pipe, "pic", file, "-o", picture);
        Exo.run(pipe, "pic", file, "nodal/*", "--edges", "mesh", "-o", picture);
        Files.deleteIfExists(Path.of(picture));
        String copy = Path.of(folder, "training.e").toString();
        Exo.run(pipe, "copy", file, copy, "--force", "--json", "--rotate", "z:90", "--mirror", "x", "--blocks", "#0",
                "--drop-unused-nodes");
        Exo.run(screen, "copy", file, copy, "--no-pager", "--force", "--steps", "last", "--vars", "nodal/*");
        Exo.run(screen, "make", copy, "--no-pager", "--force", "--hex", "2", "--steps", "1");
        Exo.run(pipe, "repair", "--json", "--force", file, "-o", copy);
        Exo.run(screen, "repair", "--no-pager", "--force", file, "-o", copy);
        Files.deleteIfExists(Path.of(copy));
    }
}
