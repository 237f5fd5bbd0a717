package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.check.CheckReport;
import dev.exodusii.check.ModelCheck;
import dev.exodusii.cli.check.CheckScreen;
import dev.exodusii.cli.info.Health;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.diagnostic.Severity;
import java.io.IOException;
import java.util.Locale;

/// `exo check`: what is wrong with a file.
final class Check extends FileVerb {

    private static final int USUAL_EXAMPLES = 3;
    private static final int ALL_EXAMPLES = 50;

    private final Flag all = more("--all", "Show notes too, and more examples.");
    private final Flag mesh = flag("--mesh", "Leave the results out, which are most of a large file.");
    private final Flag strict = flag("--strict", "Warnings are errors for the exit code.");
    private final Option max = option("--max", "N", "Show N examples of each fault.");

    Check(Exo exo) {
        super(exo, "check", "Looks for faults: in the mesh, the sets, the ids, the times and the values.",
                "", "Errors are what other programs stumble over; warnings are legal but rarely meant; notes (--all) are"
                        + " only worth knowing. The exit code is 1 where there are errors, and 3 where the file is damaged or"
                        + " incomplete as a whole.",
                "", "Examples:", "  exo check crash.e", "  exo check --strict --json run-*.e");
    }

    @Override
    String schema() {
        return "exo.check/1";
    }

    @Override
    boolean isAlwaysList() {
        return false;
    }

    @Override
    ExitCode print(String name, Printer printer) throws IOException {
        try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
            CheckReport report = check(file);
            printer.show(CheckScreen.draw(name, file, report, all.isSet(), printer.page()));
            return exitCode(file, report);
        }
    }

    @Override
    ExitCode write(String name, Json json) throws IOException {
        try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
            CheckReport report = check(file);
            json.field("errors", report.count(Severity.ERROR)).field("warnings", report.count(Severity.WARNING))
                    .field("notes", report.count(Severity.INFO)).field("checks", report.checks())
                    .field("values", report.values()).field("state", Health.of(file).state().key());
            json.objects("findings", report.findings(), finding -> json
                    .field("severity", finding.severity().name().toLowerCase(Locale.ROOT)).field("code", finding.code())
                    .field("place", finding.place()).field("message", finding.message()).field("count", finding.count())
                    .texts("examples", finding.examples()));
            return exitCode(file, report);
        }
    }

    private CheckReport check(ExodusFile file) {
        int examples = (int) Math.min(1000, max.count().orElse(all.isSet() ? ALL_EXAMPLES : USUAL_EXAMPLES));
        try (Progress progress = exo().progress("checking", file.container().layout().fileBytes())) {
            return ModelCheck.run(file, !mesh.isSet(), examples, exo().workers().watchedBy(progress::advance));
        }
    }

    private ExitCode exitCode(ExodusFile file, CheckReport report) {
        boolean isFaulty = report.count(Severity.ERROR) > 0 || strict.isSet() && report.count(Severity.WARNING) > 0;
        boolean isIncomplete = switch (Health.of(file).state()) {
            case TRUNCATED, UNCOUNTED, UNFINISHED -> true;
            default -> false;
        };
        return isIncomplete ? ExitCode.DAMAGED : isFaulty ? ExitCode.DIFFERENT : ExitCode.OK;
    }
}
