package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.exodiff.ComparisonJson;
import dev.exodusii.cli.exodiff.ExodiffException;
import dev.exodusii.cli.exodiff.ExodiffHelp;
import dev.exodusii.cli.exodiff.ExodiffOptions;
import dev.exodusii.cli.exodiff.ExodiffText;
import dev.exodusii.cli.exodiff.Summary;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.cli.text.Terminal;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonEvent;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.Stage;
import dev.exodusii.compare.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// `exo exodiff`: compares two files as exodiff does, with its options, its text and its statuses, so that a test suite
/// switches by changing one word.
final class Exodiff extends Verb implements RawVerb {

    private static final int SAME = 0;
    private static final int FAILED = 1;
    private static final int DIFFERENT = 2;

    Exodiff(Exo exo) {
        super(exo, "exodiff", "Compares two files as exodiff does, with its options and statuses.",
                new Arguments("[-OPTION...] FILE1 FILE2", 0, Integer.MAX_VALUE,
                        "exodiff's own options, then two files."),
                "", "Ends with 0 when the files are the same, 2 when values differ, 1 when the mesh differs or something is"
                        + " wrong. --json prints one document. All options: exo exodiff -help",
                "", "Examples:", "  exo exodiff -t 1e-8 -Floor 1e-12 gold.e new.e",
                "  exo exodiff -file tolerances.cmd -quiet gold.e new.e");
    }

    @Override
    ExitCode run() {
        // Only reached where picocli read the line: without any option.
        return runRaw(arguments().values()) == SAME ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    @Override
    public int runRaw(List<String> words) {
        Terminal terminal = exo().terminal();
        List<String> own = exo().withoutCommonFlags(words);
        int status;
        try {
            ExodiffOptions options = ExodiffOptions.read(own, terminal.environment());
            status = run(options, terminal);
        } catch (ExodiffException e) {
            boolean isJson = own.contains("--json") || own.contains("-json");
            status = fail(List.of(), usage(String.valueOf(e.getMessage())), isJson, terminal);
        }
        terminal.out().flush();
        terminal.err().flush();
        return status;
    }

    private int run(ExodiffOptions options, Terminal terminal) {
        if (options.help().isPresent() || options.isVersion()) {
            ExodiffHelp.print(options.help(), terminal.out());
            return SAME;
        }
        if (!options.environment().isEmpty() && !options.isJson()) {
            terminal.out().print("\nThe following options were specified via the EXODIFF_OPTIONS environment variable:\n"
                    + "\t\t" + Escape.printable(options.environment()) + "\n\n");
        }
        if (!options.complaint().isEmpty()) {
            terminal.err().println("exodiff: EXODIFF_OPTIONS: " + options.complaint());
        }
        List<String> files = options.files();
        if (files.size() < (options.isSummary() ? 1 : 2)) {
            return fail(files, usage("a second file is missing"), options.isJson(), terminal);
        }
        if (files.size() > 2) {
            return fail(files, usage("a file of differences, here '" + files.get(2) + "', is not written by exo:"
                    + " it only reads."
                    + " Name two files"), options.isJson(), terminal);
        }
        try {
            return options.isSummary() ? summarise(files.getFirst(), options, terminal) : compare(options, terminal);
        } catch (IOException | RuntimeException | InternalError e) {
            return fail(files, Problem.of(files.getFirst(), e), options.isJson(), terminal);
        }
    }

    private int summarise(String name, ExodiffOptions options, Terminal terminal) throws IOException {
        try (ExodusFile file = open(name)) {
            return Summary.print(file, options, exo().workers(), terminal.out());
        }
    }

    private int compare(ExodiffOptions options, Terminal terminal) throws IOException {
        String one = options.files().get(0);
        String other = options.files().get(1);
        try (ExodusFile first = open(one); ExodusFile second = open(other)) {
            ExodiffText text = new ExodiffText(terminal.out(), terminal.err(), options, first, second);
            if (!options.isJson()) {
                text.begin();
            }
            ComparisonReport report = compare(first, second, options, options.isJson() ? _ -> {} : text);
            int status = status(report, options);
            if (options.isJson()) {
                Json json = begin(options.files());
                ComparisonJson.write(report, status, 1, json);
                terminal.out().println(json.end());
            } else {
                text.end(report);
            }
            return status;
        }
    }

    private ComparisonReport compare(ExodusFile first, ExodusFile second, ExodiffOptions options,
            Consumer<ComparisonEvent> listener) {
        long bytes = first.container().layout().fileBytes() + second.container().layout().fileBytes();
        try (Progress progress = exo().progress("comparing", bytes)) {
            return Comparison.of(first, second, options.settings()).run(exo().workers().watchedBy(progress::advance),
                    event -> {
                        progress.hide();
                        listener.accept(event);
                    });
        }
    }

    private ExodusFile open(String file) throws IOException {
        return exo().open(file);
    }

    private static int status(ComparisonReport report, ExodiffOptions options) {
        if (report.verdict() == Verdict.ERROR || report.stage() == Stage.MESH) {
            return FAILED;
        }
        if (report.verdict() == Verdict.SAME) {
            return SAME;
        }
        boolean stopsEarly = report.stage() == Stage.ORDER || report.firstStep() != 0;
        return options.tellsStatus() ? DIFFERENT : stopsEarly ? FAILED : SAME;
    }

    private Json begin(List<String> files) {
        return Json.begin(exo().terminal().isInteractive(), exo().ids()).field("schema", "exo.exodiff/1")
                .texts("files", files);
    }

    private static Problem usage(String message) {
        return new Problem("USAGE", message, "", ExitCode.USAGE);
    }

    private int fail(List<String> files, Problem problem, boolean isJson, Terminal terminal) {
        if (isJson) {
            Json json = begin(files);
            ComparisonJson.writeError(problem.message(), FAILED, json);
            problem.write(json);
            terminal.out().println(json.end());
        } else {
            ExodiffText.error(terminal.err(), problem.message());
        }
        return FAILED;
    }
}
