package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.info.InfoJson;
import dev.exodusii.cli.info.InfoScreen;
import dev.exodusii.cli.info.Summary;
import dev.exodusii.cli.json.Json;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `exo info`: what is in a file, on one screen.
@Command(
        name = "info",
        description = "Shows what is in a file on one screen: mesh, time, blocks, sets, variables, health.",
        footer = {
            "",
            "Only the header and small tables are read, whatever the size of the file.",
            "",
            "Examples:",
            "  exo info crash.e",
            "  exo info --json *.e | jq '.files[] | select(.health.state != \"complete\").file'"
        })
final class Info extends FileVerb {

    @Option(names = "--all", description = "Show everything: whole lists, attributes, properties, all records.")
    private boolean isAll;

    @Option(names = "--box", description = "Find the box around the nodes also where that means reading much.")
    private boolean hasBox;

    @Override
    String schema() {
        return "exo.info/1";
    }

    @Override
    boolean isAlwaysList() {
        return false;
    }

    @Override
    ExitCode print(String name, Printer printer) throws IOException {
        try (ExodusFile file = Exodus.open(Problem.requireFile(name))) {
            Summary summary = Summary.of(name, file, hasBox);
            printer.show(InfoScreen.draw(summary, isAll, printer.page(), printer.height()));
            return exitCode(summary);
        }
    }

    @Override
    ExitCode write(String name, Json json) throws IOException {
        try (ExodusFile file = Exodus.open(Problem.requireFile(name))) {
            Summary summary = Summary.of(name, file, hasBox);
            InfoJson.write(summary, isAll, json);
            return exitCode(summary);
        }
    }

    private static ExitCode exitCode(Summary summary) {
        return summary.health().state().isSound() ? ExitCode.OK : ExitCode.DAMAGED;
    }
}
