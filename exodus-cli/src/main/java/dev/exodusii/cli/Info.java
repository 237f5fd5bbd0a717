package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.info.InfoJson;
import dev.exodusii.cli.info.InfoScreen;
import dev.exodusii.cli.info.Summary;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Text;
import java.io.IOException;
import java.util.List;

/// `exo info`: what is in a file, on one screen.
final class Info extends FileVerb {

    private final Flag all = more("--all", "Show everything: whole lists, attributes, properties, all records.");
    private final Flag box = flag("--box", "Find the box around the nodes also where that means reading much.");

    private final Flag partial = flag("--partial", "Tell of a file that is cut short what there is of its last step.");

    Info(Exo exo) {
        super(exo, "info", "Shows what is in a file on one screen: mesh, time, blocks, sets, variables, health.",
                "", "Only the header and small tables are read, whatever the size of the file.", "", "Examples:",
                "  exo info crash.e", "  exo info --json run.e | jq .health.state");
    }

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
        try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
            Summary summary = Summary.of(name, file, box.isSet());
            List<Text> screen = InfoScreen.draw(summary, all.isSet(), printer.page(), printer.height());
            printer.show(partial.isSet() ? InfoScreen.withPartialStep(screen, file, printer.page()) : screen);
            return exitCode(summary);
        }
    }

    @Override
    ExitCode write(String name, Json json) throws IOException {
        try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
            Summary summary = Summary.of(name, file, box.isSet());
            InfoJson.write(summary, all.isSet(), json);
            if (partial.isSet()) {
                InfoJson.writePartialStep(file, json);
            }
            return exitCode(summary);
        }
    }

    private static ExitCode exitCode(Summary summary) {
        return summary.health().state().isSound() ? ExitCode.OK : ExitCode.DAMAGED;
    }
}
