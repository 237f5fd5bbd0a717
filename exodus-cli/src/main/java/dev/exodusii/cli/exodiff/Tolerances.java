package dev.exodusii.cli.exodiff;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.compare.ComparedKind;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Tolerance;
import dev.exodusii.compare.ToleranceMode;
import dev.exodusii.compare.VariableSelection;
import dev.exodusii.compare.VariableSelection.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tolerances of `exo diff`: `WHAT=HOW`, such as `nodal/disp_*=abs:1e-9,floor:1e-12`. Where several fit a variable,
/// the last one counts; `default` counts where none fits, wherever it stands.
public final class Tolerances {

    /// How they are spelt.
    public static final String SPELLING = "tolerances are such as default=rel:1e-6,floor:1e-10, coord=abs:1e-8,"
            + " time=ignore, end=rel:1e-3, df=rel:1e-4, 'nodal/disp_*=abs:1e-9'; modes are rel, abs, com, eigrel,"
            + " eigabs, eigcom, ulps, ulpsf and ignore";

    private record Rule(String pattern, String how) {}

    private final List<Rule> rules = new ArrayList<>();
    private Tolerance usual = ComparisonSettings.USUAL;
    private Optional<String> coordinates = Optional.empty();
    private Optional<String> times = Optional.empty();
    private Optional<String> ends = Optional.empty();
    private Optional<String> factors = Optional.empty();

    /// Reads tolerances.
    ///
    /// @param texts what the user typed
    /// @return the tolerances
    /// @throws AbsentException when one makes no sense
    public static Tolerances parse(List<String> texts) {
        Tolerances all = new Tolerances();
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            if (equals < 1) {
                throw wrong(text);
            }
            String what = text.substring(0, equals);
            String how = text.substring(equals + 1);
            read(how, ComparisonSettings.USUAL);
            switch (what) {
                case "default" -> all.usual = read(how, all.usual);
                case "coord", "coordinates" -> all.coordinates = Optional.of(how);
                case "end" -> all.ends = Optional.of(how);
                case "time", "times" -> all.times = Optional.of(how);
                case "df", "factors" -> all.factors = Optional.of(how);
                default -> all.rules.add(new Rule(what, how));
            }
        }
        return all;
    }

    private static AbsentException wrong(String text) {
        return AbsentException.syntax("'" + text + "' is no tolerance", SPELLING);
    }

    private static Tolerance read(String how, Tolerance start) {
        Tolerance tolerance = start;
        for (String word : how.split(",", -1)) {
            int colon = word.indexOf(':');
            String name = colon < 0 ? word : word.substring(0, colon);
            if (name.equals("ignore") && colon < 0) {
                tolerance = tolerance.with(ToleranceMode.IGNORE).withValue(0);
                continue;
            }
            double value = value(word.substring(colon + 1), how);
            tolerance = switch (name) {
                    case "floor" -> tolerance.withFloor(value).withOldFloor(false);
                case "oldfloor" -> tolerance.withFloor(value).withOldFloor(true);
                case "rel" -> tolerance.with(ToleranceMode.RELATIVE).withValue(value);
                case "abs" -> tolerance.with(ToleranceMode.ABSOLUTE).withValue(value);
                case "com" -> tolerance.with(ToleranceMode.COMBINED).withValue(value);
                case "eigrel" -> tolerance.with(ToleranceMode.EIGEN_RELATIVE).withValue(value);
                case "eigabs" -> tolerance.with(ToleranceMode.EIGEN_ABSOLUTE).withValue(value);
                case "eigcom" -> tolerance.with(ToleranceMode.EIGEN_COMBINED).withValue(value);
                case "ulps" -> tolerance.with(ToleranceMode.ULPS_DOUBLE).withValue(value);
                case "ulpsf" -> tolerance.with(ToleranceMode.ULPS_FLOAT).withValue(value);
                default -> throw wrong(how);
            };
        }
        return tolerance;
    }

    private static double value(String text, String how) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as everything else that makes no sense.
        }
        throw wrong(how);
    }

    /// Applies them to the variables of two files.
    ///
    /// @param first   file 1
    /// @param second  file 2
    /// @param ignored patterns of variables that are not compared
    /// @param builder what is to compare with them
    /// @throws AbsentException when a pattern fits no variable of either file
    public void apply(ExodusFile first, ExodusFile second, List<String> ignored,
            ComparisonSettings.Builder builder) {
        coordinates.ifPresent(how -> builder.coordinates(read(how, new Tolerance(ToleranceMode.ABSOLUTE, 1e-6, 0))));
        ends.ifPresent(how -> builder.finalTime(read(how, new Tolerance(ToleranceMode.RELATIVE, 0, 0))));
        builder.times(times.map(how -> read(how, usual)).orElse(usual));
        builder.factors(factors.map(how -> read(how, usual)).orElse(usual));
        Map<ComparedKind, Map<String, Tolerance>> chosen = new LinkedHashMap<>();
        Map<ComparedKind, List<String>> excluded = new LinkedHashMap<>();
        for (Rule rule : rules) {
            find(rule.pattern(), first, second).forEach((kind, names) -> names.forEach(name -> chosen
                    .computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(name, read(rule.how(), usual))));
        }
        for (String pattern : ignored) {
            find(pattern, first, second).forEach((kind, names) -> excluded
                    .computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(names));
        }
        for (ComparedKind kind : ComparedKind.values()) {
            List<String> left = excluded.getOrDefault(kind, List.of());
            List<Choice> choices = new ArrayList<>();
            chosen.getOrDefault(kind, Map.of()).forEach((name, tolerance) -> {
                boolean isInBoth = kind.entityKind().map(of -> first.variables(of).names().contains(name)
                        && second.variables(of).names().contains(name)).orElse(false);
                if (!left.contains(name) && isInBoth) {
                    choices.add(new Choice(name, tolerance));
                }
            });
            builder.variables(kind, new VariableSelection(true, usual, choices, left));
        }
    }

    private static Map<ComparedKind, List<String>> find(String pattern, ExodusFile first, ExodusFile second) {
        Map<ComparedKind, List<String>> found = new LinkedHashMap<>();
        VariablePattern variables = VariablePattern.parse(pattern);
        for (ComparedKind kind : ComparedKind.values()) {
            kind.entityKind().ifPresent(of -> {
                List<String> names = new ArrayList<>();
                for (ExodusFile file : List.of(first, second)) {
                    variables.find(file).stream().filter(named -> named.kind() == of && !named.isReduction())
                            .map(named -> named.name()).filter(name -> !names.contains(name)).forEach(names::add);
                }
                if (!names.isEmpty()) {
                    found.put(kind, names);
                }
            });
        }
        if (found.isEmpty()) {
            variables.require(first);
        }
        return found;
    }

    /// Returns the address of a compared variable, such as `nodal/disp_x`.
    static String address(ComparedKind kind, String name) {
        return kind.entityKind().map((EntityKind of) -> Words.ofVariables(of)).orElse("attr") + "/" + name;
    }
}
