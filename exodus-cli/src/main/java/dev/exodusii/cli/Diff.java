package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.exodiff.ComparisonJson;
import dev.exodusii.cli.exodiff.DiffScreen;
import dev.exodusii.cli.exodiff.Tolerances;
import dev.exodusii.cli.json.Json;
import dev.exodusii.compare.CompareFlag;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonEvent;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Matching;
import dev.exodusii.compare.StepSelection;
import dev.exodusii.compare.Verdict;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.cli.text.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `exo diff`: compares two files, variable by variable.
final class Diff extends Verb {

    private static final Pattern STEPS = Pattern.compile("(\\d+)?(?:(\\.\\.|:)(\\d+|last)?(?::(\\d+))?)?");
    private static final Map<String, Matching> MATCHINGS = Map.of("id", Matching.ID, "order", Matching.FILE_ORDER,
            "position", Matching.POSITION, "partial", Matching.PARTIAL, "name", Matching.ID);
    private static final Map<String, CompareFlag> IGNORABLE = Map.of("attributes", CompareFlag.IGNORE_ATTRIBUTES, "df",
            CompareFlag.IGNORE_SIDE_SET_FACTORS, "nan", CompareFlag.IGNORE_NANS, "ids", CompareFlag.IGNORE_ID_MAPS);

    private final Option tolerances = option("--tol", "WHAT=HOW", "How closely to compare; the last that fits counts."
            + " WHAT is default, coord, time, df or variables such as 'nodal/disp_*'; HOW is such as"
            + " abs:1e-9,floor:1e-12 (rel, abs, com, eigrel, eigabs, eigcom, ulps, ulpsf, ignore).");
    private final Option steps = stepOption(true, "STEPS", "Steps, from 0: 5, 2..8, 0..100:10 or last.");
    private final Option match = option("--match", "BY", "Match nodes and elements by id (usual), order, position or"
            + " partial; 'name' matches blocks and sets by name. May be given twice.");
    private final Option ignore = option("--ignore", "WHAT", "Leave out steps, attributes, df, nan, ids, missing, or"
            + " variables such as 'elem/tmp_*'. May be given several times.");
    private final Flag pedantic = flag("--pedantic", "Ids, names and entries of sets, and assemblies, count.");
    private final Flag interpolate = flag("--interpolate", "Interpolate file 2 to the times of file 1.");
    private final Flag exodiffStatus = flag("--exodiff-status", "End with 2, not 1, when files differ.");
    private final Flag json = flag("--json", "Print one JSON document.");

    Diff(Exo exo) {
        super(exo, "diff", "Compares two files: mesh, attributes and all values of all steps.",
                new Arguments("FILE1 FILE2", 2, 2, "The two files."), "", "Examples:", "  exo diff gold.e new.e",
                "  exo diff gold.e new.e --tol default=rel:1e-6,floor:1e-10 --tol 'nodal/disp_*=abs:1e-9'", "",
                "NaN equals NaN at the same place. Ends with 0 when the files are the same, 1 when they differ.");
    }

    @Override
    ExitCode run() {
        try (Printer printer = exo().printer()) {
            return compare(printer);
        }
    }

    private ExitCode compare(Printer printer) {
        String one = arguments().values().get(0);
        String other = arguments().values().get(1);
        String current = one;
        try (ExodusFile first = Exodus.open(Problem.requireFile(one)); var _ = exo().measured(one)) {
            current = other;
            try (ExodusFile second = Exodus.open(Problem.requireFile(other)); var _ = exo().measured(other)) {
                current = one;
                return compare(first, second, printer);
            }
        } catch (IOException | AbsentException
                | DamagedDataException | InternalError e) {
            Problem problem = Problem.of(current, e);
            if (json.isSet()) {
                Json document = begin(printer);
                problem.write(document);
                printer.raw(document.end() + "\n");
                printer.trace(e);
            } else {
                printer.fail(problem, e);
            }
            return problem.exit();
        }
    }

    private Json begin(Printer printer) {
        return printer.begin().field("schema", "exo.diff/1").texts("files", arguments().values());
    }

    private ExitCode compare(ExodusFile first, ExodusFile second, Printer printer) {
        List<ComparisonEvent.CoordinateDifference> coordinates = new ArrayList<>();
        Comparison comparison = Comparison.of(first, second, settings(first, second));
        ComparisonReport report;
        try (Progress progress = exo().progress("comparing", first.container().layout().fileBytes()
                + second.container().layout().fileBytes())) {
            report = comparison.run(exo().workers().watchedBy(progress::advance), event -> {
                if (event instanceof ComparisonEvent.CoordinateDifference found) {
                    coordinates.add(found);
                }
            });
        }
        ExitCode exit = report.verdict() == Verdict.SAME ? ExitCode.OK
                : exodiffStatus.isSet() ? ExitCode.USAGE : ExitCode.DIFFERENT;
        if (json.isSet()) {
            Json document = begin(printer);
            ComparisonJson.write(report, exit.number(), 0, document);
            printer.raw(document.end() + "\n");
        } else {
            printer.show(DiffScreen.of(report, coordinates, printer.page()));
        }
        return exit;
    }

    private ComparisonSettings settings(ExodusFile first, ExodusFile second) {
        ComparisonSettings.Builder builder = ComparisonSettings.builder();
        for (String by : match.values()) {
            if (!MATCHINGS.containsKey(by)) {
                throw new UsageException("--match takes id, order, position, partial or name, not '" + by + "'");
            }
            builder.set(CompareFlag.MATCH_BY_NAME, by.equals("name"));
            if (!by.equals("name")) {
                builder.matching(MATCHINGS.getOrDefault(by, Matching.ID));
            }
        }
        boolean ignoresSteps = false;
        List<String> variables = new ArrayList<>();
        for (String what : ignore.values()) {
            if (IGNORABLE.containsKey(what)) {
                builder.set(IGNORABLE.getOrDefault(what, CompareFlag.IGNORE_NANS), true);
            } else if (what.equals("missing")) {
                builder.set(CompareFlag.ALLOW_NAMES_IN_FIRST, true).set(CompareFlag.ALLOW_NAMES_IN_SECOND, true);
            } else if (what.equals("steps")) {
                ignoresSteps = true;
            } else {
                variables.add(what);
            }
        }
        builder.set(CompareFlag.PEDANTIC, pedantic.isSet()).steps(selection(ignoresSteps));
        Tolerances.parse(tolerances.values()).apply(first, second, variables, builder);
        return builder.build();
    }

    /// Users of `exo` count steps from 0, exodiff from 1.
    private StepSelection selection(boolean isIgnored) {
        int from = 1;
        int to = -1;
        int increment = 1;
        String text = steps.value().orElse("..");
        Matcher range = STEPS.matcher(text);
        if (text.equals("last")) {
            from = StepSelection.LAST;
        } else if (!text.isEmpty() && text.length() < 30 && range.matches()) {
            from = range.group(1) == null ? 1 : number(range.group(1)) + 1;
            boolean isOne = range.group(2) == null;
            boolean isOpen = range.group(3) == null || range.group(3).equals("last");
            to = isOne ? from : isOpen ? -1 : number(range.group(3)) + 1;
            increment = range.group(4) == null ? 1 : Math.max(1, number(range.group(4)));
        } else {
            throw new UsageException("--steps takes steps such as 5, 2..8, 0..100:10 or last, not '" + text + "'");
        }
        return new StepSelection(from, to, increment, 0, StepSelection.Alignment.FIXED, 0, 0, Set.of(), isIgnored,
                interpolate.isSet(), 1, 0);
    }

    private static int number(String digits) {
        long number = Long.parseLong(digits.substring(0, Math.min(digits.length(), 18)));
        return (int) Math.min(Integer.MAX_VALUE - 1, number);
    }
}
