package dev.exodusii.cli;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.exodiff.ComparisonJson;
import dev.exodusii.cli.exodiff.DiffScreen;
import dev.exodusii.cli.exodiff.DiffSteps;
import dev.exodusii.cli.exodiff.Tolerances;
import dev.exodusii.cli.json.Json;
import dev.exodusii.compare.CompareFlag;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Matching;
import dev.exodusii.compare.Verdict;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.cli.text.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `exo diff`: compares two files, variable by variable.
final class Diff extends Verb {

    private static final String STEP = "step:";
    private static final Map<String, Matching> MATCHINGS = Map.of("id", Matching.ID, "order", Matching.FILE_ORDER,
            "position", Matching.POSITION, "partial", Matching.PARTIAL);
    private static final Map<String, CompareFlag> STRICT = Map.of("name", CompareFlag.MATCH_BY_NAME, "case",
            CompareFlag.CASE_SENSITIVE, "type", CompareFlag.FULL_ELEMENT_TYPES);
    private static final Map<String, CompareFlag> IGNORABLE = Map.of("attributes", CompareFlag.IGNORE_ATTRIBUTES, "df",
            CompareFlag.IGNORE_SIDE_SET_FACTORS, "nan", CompareFlag.IGNORE_NANS, "ids", CompareFlag.IGNORE_ID_MAPS,
            "rotation", CompareFlag.PERMUTED_CONNECTIVITY, "duplicates", CompareFlag.IGNORE_DUPLICATES);

    private final Option tolerances = option("--tol", "WHAT=HOW", "How closely to compare; the last that fits counts."
            + " WHAT is default, coord, time, end (last times, when interpolating), df or variables such as"
            + " 'nodal/disp_*'; HOW is such as abs:1e-9,floor:1e-12 (rel, abs, com, eigrel, eigabs, eigcom, ulps,"
            + " ulpsf, ignore; oldfloor).");
    private final Option steps = stepOption(true, "STEPS", "Steps, from 0: 5, 2..8, 0..100:10 or last.");
    private final Option align = option("--align", "HOW", "Which steps go together: 2 (file 1 begins two steps"
            + " earlier), end, time, or one pair such as 3:last.");
    private final Option times = option("--times", "SCALE[,SHIFT]", "Multiply times of file 1, then add to them.");
    private final Option match = option("--match", "BY", "Match nodes and elements by id (usual), order, position or"
            + " partial; blocks and sets by 'name'; entries of sets by 'setorder'; variables by 'case', element types"
            + " by their whole 'type'. May be given several times.");
    private final Option ignore = option("--ignore", "WHAT", "Leave out steps, step:3,5..9, attributes, df, nan, ids,"
            + " missing (variables), rotation (of nodes in elements), duplicates (of elements at one place), or"
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
        try (ExodusFile first = exo().open(one); var _ = exo().measured(one)) {
            current = other;
            try (ExodusFile second = exo().open(other); var _ = exo().measured(other)) {
                current = one;
                return compare(first, second, printer);
            }
        } catch (IOException | AbsentException
                | DamagedDataException | LostDataException | InternalError e) {
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
        ComparisonReport report;
        try (Progress progress = exo().progress("comparing", first.container().layout().fileBytes()
                + second.container().layout().fileBytes())) {
            report = Comparison.of(first, second, settings(first, second))
                    .run(exo().workers().watchedBy(progress::advance), _ -> {});
        }
        ExitCode exit = report.verdict() == Verdict.SAME ? ExitCode.OK
                : exodiffStatus.isSet() ? ExitCode.USAGE : ExitCode.DIFFERENT;
        if (json.isSet()) {
            Json document = begin(printer);
            ComparisonJson.write(report, exit.number(), 0, document);
            printer.raw(document.end() + "\n");
        } else {
            printer.show(DiffScreen.of(report, silentSets(first), printer.page()));
        }
        return exit;
    }

    /// Counts the sets that do not count, since they have no variables.
    private long silentSets(ExodusFile file) {
        long silent = 0;
        for (EntityKind kind : List.of(EntityKind.NODE_SET, EntityKind.SIDE_SET)) {
            silent += pedantic.isSet() || !file.variables(kind).isEmpty() ? 0 : file.entities(kind).size();
        }
        return silent;
    }

    private ComparisonSettings settings(ExodusFile first, ExodusFile second) {
        ComparisonSettings.Builder builder = ComparisonSettings.builder();
        match.values().forEach(by -> match(by, builder));
        DiffSteps chosen = new DiffSteps();
        steps.value().ifPresent(chosen::select);
        align.values().forEach(chosen::align);
        times.value().ifPresent(chosen::change);
        boolean ignoresSteps = false;
        List<String> variables = new ArrayList<>();
        for (String what : ignore.values()) {
            if (IGNORABLE.containsKey(what)) {
                builder.set(IGNORABLE.getOrDefault(what, CompareFlag.IGNORE_NANS), true);
            } else if (what.equals("missing")) {
                builder.set(CompareFlag.ALLOW_NAMES_IN_FIRST, true).set(CompareFlag.ALLOW_NAMES_IN_SECOND, true);
            } else if (what.equals("steps")) {
                ignoresSteps = true;
            } else if (what.startsWith(STEP)) {
                chosen.exclude(what.substring(STEP.length()));
            } else {
                variables.add(what);
            }
        }
        builder.set(CompareFlag.PEDANTIC, pedantic.isSet())
                .steps(chosen.selection(ignoresSteps, interpolate.isSet()));
        Tolerances.parse(tolerances.values()).apply(first, second, variables, builder);
        return builder.build();
    }

    private static void match(String by, ComparisonSettings.Builder builder) {
        if (MATCHINGS.containsKey(by)) {
            builder.matching(MATCHINGS.getOrDefault(by, Matching.ID));
        } else if (STRICT.containsKey(by)) {
            builder.set(STRICT.getOrDefault(by, CompareFlag.MATCH_BY_NAME), true);
        } else if (by.equals("setorder")) {
            builder.set(CompareFlag.NODE_SETS_IN_FILE_ORDER, true).set(CompareFlag.SIDE_SETS_IN_FILE_ORDER, true);
        } else {
            throw new UsageException("--match takes id, order, position, partial, name, setorder, case or type, not '"
                    + by + "'");
        }
    }
}
