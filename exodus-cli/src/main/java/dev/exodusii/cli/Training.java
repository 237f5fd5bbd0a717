package dev.exodusii.cli;

import dev.exodusii.cli.text.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the build runs to show the JVM which classes `exo` needs, so that it can prepare them ahead of time.
final class Training {

    private Training() {}

    /// @param args a file
    public static void main(String[] args) throws IOException {
        Exo.quietenLogging();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal pipe = new Terminal(nowhere, nowhere, Optional.empty(), Map.of());
        Terminal screen = new Terminal(nowhere, nowhere, Optional.of(Terminal.Size.USUAL), Map.of());
        for (String file : args) {
            Exo.run(pipe, "info", file);
            Exo.run(pipe, "info", "--json", "--all", file);
            Exo.run(screen, "info", "--all", "--no-pager", file);
            Exo.run(pipe, "checksum", "--json", file);
            Exo.run(pipe, "stats", file);
            Exo.run(screen, "stats", "--per-step", "--no-pager", file);
            Exo.run(pipe, "cat", file, "coord");
            Exo.run(screen, "near", file, "0,0,0");
            Exo.run(screen, "ls", "--no-pager", file);
            Exo.run(screen, "show", "--no-pager", file, "node:#0", "elem:#0", "block:#0");
            Exo.run(screen, "cat", "--no-pager", file, "block:#0");
            Exo.run(screen, "hist", "--no-pager", file, "nodal/*", "--at", "node:#0");
            Exo.run(screen, "check", "--no-pager", file);
            Exo.run(screen, "diff", "--no-pager", file, file);
            Exo.run(screen, "layout", "--no-pager", file);
            Exo.run(pipe, "help");
        }
        Practice.scan();
        String manual = System.getProperty("exo.manual", "");
        if (!manual.isEmpty()) {
            Exo.writeManual(pipe, Path.of(manual));
        }
    }
}
