package dev.exodusii.cli;

import dev.exodusii.diagnostic.NearMatches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `exo man`: manual pages.
final class Man extends Verb {

    Man(Exo exo) {
        super(exo, "man", "Prints the manual page of exo or of a verb.",
                new Arguments("[VERB]", 0, 1, "The verb; exo as a whole where it is left out."),
                "", "The pages are in man/man1 of the built command, too.", "", "Examples:", "  exo man cat | man -l -",
                "  exo man > exo.1");
    }

    @Override
    ExitCode run() {
        if (arguments().values().isEmpty()) {
            exo().terminal().out().print(ManPage.of(exo()));
        } else {
            String wanted = arguments().values().getFirst();
            List<String> names = exo().verbs().stream().filter(verb -> !verb.isHidden()).map(Verb::name).toList();
            Optional<Verb> verb = exo().verb(wanted).filter(it -> !it.isHidden());
            exo().terminal().out().print(ManPage.of(exo(), verb.orElseThrow(() -> new UsageException("unknown verb '"
                    + wanted + "'" + NearMatches.hint(wanted, names)))));
        }
        exo().terminal().out().flush();
        return ExitCode.OK;
    }

    /// Writes all pages into a folder, as `man` expects them.
    static void writeAll(Exo exo, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("exo.1"), ManPage.of(exo), StandardCharsets.UTF_8);
        for (Verb verb : exo.verbs()) {
            if (!verb.isHidden()) {
                Files.writeString(folder.resolve("exo-" + verb.name() + ".1"), ManPage.of(exo, verb),
                        StandardCharsets.UTF_8);
            }
        }
    }
}
