package dev.exodusii.cli.exodiff;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.compare.CompareFlag;
import dev.exodusii.compare.ComparedKind;
import dev.exodusii.compare.ComparisonEvent;
import dev.exodusii.compare.ComparisonEvent.Level;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Matching;
import dev.exodusii.compare.Stage;
import dev.exodusii.compare.Tolerance;
import dev.exodusii.compare.ToleranceMode;
import dev.exodusii.compare.ValueDifference;
import dev.exodusii.compare.VariableSelection.Choice;
import dev.exodusii.compare.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/// Prints a comparison as exodiff does, line by line while it goes on, so that scripts which read exodiff's text read
/// this one as well.
public final class ExodiffText implements Consumer<ComparisonEvent> {

    private final PrintStream out;
    private final PrintStream err;
    private final ExodiffOptions options;
    private final ExodusFile first;
    private final ExodusFile second;
    private int nameWidth = 1;
    private boolean isNoteDue;

    /// @param out     for results
    /// @param err     for warnings and errors
    /// @param options what was asked for
    /// @param first   file 1
    /// @param second  file 2
    public ExodiffText(PrintStream out, PrintStream err, ExodiffOptions options, ExodusFile first,
            ExodusFile second) {
        this.out = out;
        this.err = err;
        this.options = options;
        this.first = first;
        this.second = second;
    }

    private void line(String text) {
        out.print(Escape.printable(text) + "\n");
    }

    private void talk(String text) {
        if (!options.isQuiet()) {
            line(text);
        }
    }

    /// Prints an error.
    public static void error(PrintStream err, String message) {
        err.print(lines("exodiff: ERROR: " + message));
    }

    /// Prints which files are going to be compared.
    public void begin() {
        talk("");
        talk("  EXODIFF (exo, with the rules of version 4.01)");
        talk("");
        warnOfSteps(first);
        warnOfSteps(second);
        talk("Reading first file ... ");
        talk("Reading second file ... ");
        describe(first, "", "FILE 1").forEach(this::talk);
        describe(second, "", "FILE 2").forEach(this::talk);
        if (options.settings().has(CompareFlag.PEDANTIC)) {
            talk("  Pedantic Checking Enabled");
        }
        options.commandFile().ifPresent(file -> {
            talk("  COMMAND FILE: " + realPath(file));
            talk("");
        });
    }

    private void warnOfSteps(ExodusFile file) {
        boolean hasVariables = Arrays.stream(EntityKind.values()).anyMatch(kind -> count(file, kind) > 0);
        if (hasVariables && file.times().isEmpty()) {
            warn("Consistency error -- The database contains transient variables, but no timesteps!");
        }
        if (count(file, EntityKind.NODAL) > 0 && file.times().isEmpty()) {
            warn("Consistency error--The database contains " + count(file, EntityKind.NODAL)
                    + " nodal variables, but there are no time steps defined.");
        }
    }

    private void warn(String text) {
        err.print(lines("exodiff: WARNING: " + text));
    }

    /// Whoever reads the output later knows which files were meant.
    private static String realPath(String file) {
        try {
            return Path.of(file).toRealPath().toString();
        } catch (IOException | InvalidPathException e) {
            return file;
        }
    }

    private static String lines(String text) {
        StringBuilder printable = new StringBuilder();
        text.lines().forEach(line -> printable.append(Escape.printable(line.replace('\t', ' '))).append('\n'));
        return printable.toString();
    }

    static List<String> describe(ExodusFile file, String prefix, String label) {
        return List.of(prefix + "  " + label + ": " + realPath(file.name()), prefix + "   Title: " + file.title(),
                prefix + "          Dim = " + file.dimension() + ", Nodes = " + file.nodeCount() + ", Elements = "
                        + file.elementCount() + ", Faces = " + file.faceCount() + ", Edges = " + file.edgeCount(),
                prefix + "          Element Blocks = " + file.elementBlocks().size() + ", Face Blocks = "
                        + file.faceBlocks().size() + ", Edge Blocks = " + file.edgeBlocks().size() + ", Nodesets = "
                        + file.nodeSets().size() + ", Sidesets = " + file.sideSets().size() + ", Assemblies = "
                        + file.assemblies().size(),
                prefix + "    Vars: Global = " + count(file, EntityKind.GLOBAL) + ", Nodal = "
                        + count(file, EntityKind.NODAL) + ", Element = " + count(file, EntityKind.ELEMENT_BLOCK)
                        + ", Face = " + count(file, EntityKind.FACE_BLOCK) + ", Edge = "
                        + count(file, EntityKind.EDGE_BLOCK) + ", Nodeset = " + count(file, EntityKind.NODE_SET)
                        + ", Sideset = " + count(file, EntityKind.SIDE_SET) + ", Times = " + file.times().steps(),
                "");
    }

    private static int count(ExodusFile file, EntityKind kind) {
        return file.variables(kind).size();
    }

    @Override
    public void accept(ComparisonEvent event) {
        if (!(event instanceof ComparisonEvent.Message)) {
            note();
        }
        switch (event) {
            case ComparisonEvent.Message message -> message(message);
            case ComparisonEvent.Notice notice -> line(notice.text());
            case ComparisonEvent.Paired paired -> {
                if (options.dumpsMap()) {
                    dump("node", paired.nodeCount(), paired.nodes());
                    dump("element", paired.elementCount(), paired.elements());
                    line("===");
                }
            }
            case ComparisonEvent.CoordinateDifference found -> line("   " + found.axis() + " coord "
                    + values(found.tolerance(), found.first(), found.second(),
                            found.tolerance().delta(found.first(), found.second())) + " (node " + found.node() + ")");
            case ComparisonEvent.CoordinatesAgree agree ->
                talk("Maximum difference between nodal coordinates = "
                        + Cnumbers.shortest(agree.distance()));
            case ComparisonEvent.Planned planned -> plan(planned.variables());
            case ComparisonEvent.Section section -> talk(section.title() + ":");
            case ComparisonEvent.StepBegun step -> step(step);
            case ComparisonEvent.Values values -> values(values.difference());
            case ComparisonEvent.NormsFound norms -> norms(norms);
        }
    }

    private void message(ComparisonEvent.Message message) {
        if (message.level() == Level.WARNING) {
            if (options.isQuiet() && message.text().startsWith(".. First file has ")) {
                return;
            }
            // Those about ids have no colon.
            boolean isOfIds = message.text().startsWith(".. The local ") || message.text().startsWith(".. Too many ");
            err.print(lines((isOfIds ? "exodiff: WARNING " : "exodiff: WARNING: ") + message.text()));
        } else {
            boolean isPlain = message.text().startsWith(" ") || message.text().startsWith("WARNING");
            String dots = message.level() == Level.INFO || message.text().endsWith("...") ? " " : " .. ";
            talk((isPlain ? "" : "exodiff: " + message.level() + dots) + message.text());
        }
    }

    private void dump(String what, long count, LongUnaryOperator pairs) {
        line("");
        line("=== " + what + " number map (file1 -> file2) local ids");
        boolean isOneToOne = true;
        for (long i = 0; i < count && isOneToOne; i++) {
            isOneToOne = pairs.applyAsLong(i) == i;
        }
        for (long i = 0; i < count && !isOneToOne; i++) {
            line((i + 1) + " -> " + (pairs.applyAsLong(i) + 1));
        }
        if (isOneToOne) {
            line(" *** " + Character.toUpperCase(what.charAt(0)) + what.substring(1) + " map is one-to-one");
        }
    }

    private void plan(Map<ComparedKind, List<Choice>> variables) {
        nameWidth = 1 + variables.values().stream().flatMap(List::stream).mapToInt(choice -> choice.name().length())
                .max().orElse(0);
        ComparisonSettings settings = options.settings();
        if (settings.times().isOldFloor()) {
            talk("INFO: Using old definition of floor tolerance. |a-b|<floor.");
        }
        planOne("Nodal coordinates", settings.coordinates(), "\nNodal coordinates will not be compared.", true);
        planOne("Time step values", settings.times(), "Time step time values will not be compared.", false);
        for (ComparedKind kind : ComparedKind.values()) {
            List<Choice> choices = variables.getOrDefault(kind, List.of());
            boolean hasAny = kind.entityKind().map(of -> count(first, of) + count(second, of) > 0)
                    .orElseGet(() -> hasAttributes(first) || hasAttributes(second));
            if (choices.isEmpty()) {
                talk(hasAny ? kind.title() + " variables will not be compared."
                        : "No " + kind.title() + " variables on either file.");
            } else {
                talk(kind.title() + " variables to be compared:");
            }
            for (int i = 0; i < choices.size(); i++) {
                Tolerance tolerance = choices.get(i).tolerance();
                talk("   " + padded(choices.get(i).name()) + (i == 0 ? " tol: " : "      ")
                        + Cnumbers.general(8, 6, tolerance.value()) + " (" + tolerance.mode().word()
                        + (i == 0 ? "), floor: " : "),        ") + Cnumbers.general(8, 6, tolerance.floor()));
            }
            if (kind == ComparedKind.SIDE_SET) {
                planFactors(settings);
            }
        }
        isNoteDue = true;
    }

    /// Comes after what is said of variables that only one file stores.
    private void note() {
        if (!isNoteDue) {
            return;
        }
        isNoteDue = false;
        ComparisonSettings settings = options.settings();
        talk("");
        talk("   NOTE: All node and element ids are reported as "
                + (settings.has(CompareFlag.IGNORE_ID_MAPS) ? "local" : "global") + " ids.");
        talk("");
        if (settings.steps().isInterpolating()) {
            talk("   NOTE: Interpolation mode is enabled.");
            talk("");
        }
    }

    private static boolean hasAttributes(ExodusFile file) {
        return file.elementBlocks().stream().anyMatch(block -> !block.attributes().isEmpty());
    }

    private void planFactors(ComparisonSettings settings) {
        boolean isIgnored = settings.has(CompareFlag.IGNORE_SIDE_SET_FACTORS);
        if (!isIgnored && (first.sideSets().isEmpty() || second.sideSets().isEmpty())) {
            talk("No Sideset Distribution Factors on either file.");
        } else {
            planOne("Sideset Distribution Factors", isIgnored ? settings.factors().with(ToleranceMode.IGNORE)
                    : settings.factors(), "Sideset Distribution Factors will not be compared.", false);
        }
    }

    private void planOne(String what, Tolerance tolerance, String otherwise, boolean hasSpace) {
        if (tolerance.mode() == ToleranceMode.IGNORE) {
            otherwise.lines().forEach(this::talk);
            return;
        }
        if (hasSpace) {
            talk("");
        }
        talk(what + " will be compared:");
        talk("   " + padded("...") + " tol: " + Cnumbers.general(8, 6, tolerance.value()) + " ("
                + tolerance.mode().word() + "), floor: " + Cnumbers.general(8, 6, tolerance.floor()));
    }

    private String padded(String name) {
        return name + " ".repeat(Math.max(0, nameWidth - name.length()));
    }

    private static String time(double time) {
        return Cnumbers.scientific(13, 7, time);
    }

    private void step(ComparisonEvent.StepBegun step) {
        String start = "  --------- Time step " + step.step() + ", " + time(step.time()) + " ~ ";
        String middle = switch (step.mode()) {
            case EXPLICIT -> "  --------- Explicit Time step File 1: " + step.step() + ", " + time(step.time())
                    + " ~ File 2: " + step.second() + ", " + time(step.secondTime());
            case PAIRED -> start + time(step.secondTime()) + ", " + distance(step);
            case INTERPOLATED -> start + interpolated(step);
        };
        talk(middle + (step.isTooFar() ? " (FAILED) " : " ---------"));
    }

    private String distance(ComparisonEvent.StepBegun step) {
        Tolerance times = options.settings().times();
        boolean isInUlps = times.mode() == ToleranceMode.ULPS_FLOAT || times.mode() == ToleranceMode.ULPS_DOUBLE;
        double sign = switch (times.mode()) {
            case RELATIVE, ABSOLUTE -> Math.signum(step.time() - step.secondTime());
            case EIGEN_RELATIVE, EIGEN_ABSOLUTE -> Math.signum(Math.abs(step.time()) - Math.abs(step.secondTime()));
            default -> 1;
        };
        return times.mode().abbreviation() + " diff: " + Cnumbers.scientific(12, 5,
                isInUlps ? 0 : times.withFloor(0).delta(step.time(), step.secondTime())
                        * (sign == 0 ? 1 : sign));
    }

    private String interpolated(ComparisonEvent.StepBegun step) {
        if (step.second() == -1) {
            return "Skipping - Before all times on file2 (INTERPOLATING)";
        }
        if (step.third() == -1) {
            return "Skipping - After all times on file2 (INTERPOLATING)";
        }
        if (step.second() == step.third()) {
            return "Matches step " + step.second() + ", " + time(step.secondTime()) + " on file2 " + distance(step);
        }
        return "Interpolating step " + step.second() + ", " + time(step.secondTime()) + " and step " + step.third()
                + ", " + time(step.thirdTime()) + ", proportion " + Cnumbers.scientific(10, 4, step.weight())
                + " on file2";
    }

    private static String values(Tolerance tolerance, double first, double second, double delta) {
        return tolerance.mode().abbreviation() + " diff: " + Cnumbers.scientific(14, 7, first) + " ~ "
                + Cnumbers.scientific(14, 7, second) + " =" + Cnumbers.scientific(12, 5, delta);
    }

    private void values(ValueDifference found) {
        boolean isEvery = options.settings().has(CompareFlag.EVERY_DIFFERENCE);
        if (options.isQuiet() && !isEvery) {
            return;
        }
        if (found.isNan()) {
            warnOfNan(found, Double.isNaN(found.first()));
        }
        ValueDifference.Place place = found.place();
        String where = switch (found.kind()) {
            case GLOBAL -> " (FAILED)";
            case NODAL -> " (node " + place.id() + ")";
            case ELEMENT, ELEMENT_ATTRIBUTE -> " (block " + place.block() + ", elmt " + place.id() + ")";
            case NODE_SET -> " (set " + place.block() + ", node " + place.id() + ")";
            case SIDE_SET -> " (set " + place.block() + ", side " + place.id() + "." + place.side() + ")";
            case EDGE_BLOCK -> " (edge block " + place.block() + ", edge " + place.id() + ")";
            case FACE_BLOCK -> " (face block " + place.block() + ", face " + place.id() + ")";
        };
        line("   " + padded(found.variable()) + " "
                + values(found.tolerance(), found.first(), found.second(), found.delta()) + where);
    }

    private void warnOfNan(ValueDifference found, boolean isFirst) {
        boolean isWhole = found.kind() == ComparedKind.GLOBAL || found.kind() == ComparedKind.NODAL;
        boolean isNamed = isWhole || found.kind() == ComparedKind.ELEMENT && isFirst;
        String what = found.kind() == ComparedKind.ELEMENT_ATTRIBUTE ? "element attribute"
                : (isNamed ? found.kind().label() + " " : "") + "variable";
        String part = switch (found.kind()) {
            case NODE_SET, SIDE_SET, EDGE_BLOCK, FACE_BLOCK -> found.kind().label();
            default -> "block";
        };
        boolean isFactor = found.variable().equals("Distribution Factors") && found.step() == 0;
        if (isFactor) {
            warn("NaN found for distribution factors in sideset " + found.place().block() + ", file "
                    + (isFirst ? "1." : "2."));
            return;
        }
        warn("NaN found for " + what + " '" + found.variable() + "' in "
                + (isWhole ? "" : part + " " + found.place().block() + ", ") + "file " + (isFirst ? "1" : "2")
                + (isFirst || isWhole ? "" : "."));
    }

    private void norms(ComparisonEvent.NormsFound norms) {
        if (options.hasL1() && norms.difference() > 0) {
            norm("L1", norms.variable(), norms.first(), norms.second(), norms.difference());
        }
        if (options.hasL2() && norms.difference2() > 0) {
            norm("L2", norms.variable(), norms.first2(), norms.second2(), norms.difference2());
        }
    }

    private void norm(String name, String variable, double one, double other, double difference) {
        line("   " + padded(variable) + " " + name + " norm of diff=" + Cnumbers.scientific(14, 7, difference) + " ("
                + Cnumbers.scientific(11, 5, one) + " ~ " + Cnumbers.scientific(11, 5, other) + ") rel="
                + Cnumbers.scientific(14, 7, difference / Math.max(one, other)));
    }

    /// Prints the verdict.
    public void end(ComparisonReport report) {
        note();
        if (report.verdict() == Verdict.ERROR) {
            error(err, report.reason());
        } else if (report.stage() == Stage.ORDER) {
            err.print("exodiff: Exiting due to node/element mismatch with `-match_file_order` option enabled.\n");
        } else if (report.stage() == Stage.RESULTS) {
            if (report.firstStep() == 0) {
                line("");
            }
            verdict(report).lines().forEach(this::line);
        }
    }

    private String verdict(ComparisonReport report) {
        boolean areStepsIgnored = options.settings().steps().isIgnored();
        boolean hasSteps = !first.times().isEmpty() || !second.times().isEmpty();
        if (report.verdict() == Verdict.DIFFERENT) {
            return "exodiff: Files are different" + (report.firstStep() != 0
                    ? " (time step " + report.firstStep() + ")"
                    : report.reason().startsWith("#") ? " (" + report.reason() + ")" : "");
        }
        return "exodiff: Files are the same" + (areStepsIgnored && hasSteps
                ? ", but all transient data was ignored due to -ignore_steps option"
                : first.times().steps() != second.times().steps()
                        ? "\n         The number of timesteps are different but the timesteps that were compared are"
                                + " the same."
                        : options.settings().matching() == Matching.PARTIAL
                                ? " (partial match selected)" : "");
    }
}
