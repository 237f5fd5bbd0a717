package dev.exodusii.cli.exodiff;

import dev.exodusii.compare.CompareFlag;
import dev.exodusii.compare.ComparedKind;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Matching;
import dev.exodusii.compare.StepSelection;
import dev.exodusii.compare.StepSelection.Alignment;
import dev.exodusii.compare.Tolerance;
import dev.exodusii.compare.ToleranceMode;
import dev.exodusii.compare.VariableSelection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What options and a command file ask for, while they are read.
final class Requested {

    Tolerance usual = ComparisonSettings.USUAL;
    Tolerance coordinates = new Tolerance(ToleranceMode.ABSOLUTE, 1e-6, 0);
    Tolerance times = ComparisonSettings.USUAL;
    Tolerance finalTime = new Tolerance(ToleranceMode.RELATIVE, 0, 0);
    Tolerance factors = ComparisonSettings.USUAL;
    Matching matching = Matching.ID;
    int mostWarnings = 100;
    int firstStep = 1;
    int lastStep = -1;
    int increment = 1;
    int offset;
    int explicitFirst;
    int explicitSecond;
    final Set<Integer> excluded = new HashSet<>();
    boolean ignoresSteps;
    boolean isInterpolating;
    double timeScale = 1;
    double timeOffset;
    boolean hasOldFloor;
    boolean tellsStatus = true;
    boolean hasL1;
    boolean hasL2;
    final Map<ComparedKind, VariableSelection> variables = new EnumMap<>(ComparedKind.class);
    final Set<CompareFlag> flags = EnumSet.noneOf(CompareFlag.class);

    void set(CompareFlag flag, boolean isOn) {
        if (isOn) {
            flags.add(flag);
        } else {
            flags.remove(flag);
        }
    }

    ComparisonSettings settings() {
        ComparisonSettings.Builder builder = ComparisonSettings.builder().matching(matching).steps(steps())
                .coordinates(aged(coordinates)).times(aged(times)).finalTime(aged(finalTime)).factors(aged(factors))
                .mostWarnings(mostWarnings);
        for (ComparedKind kind : ComparedKind.values()) {
            VariableSelection selection = variables.getOrDefault(kind, VariableSelection.none());
            List<VariableSelection.Choice> chosen = selection.chosen().stream()
                    .map(choice -> new VariableSelection.Choice(choice.name(), aged(choice.tolerance()))).toList();
            builder.variables(kind, new VariableSelection(selection.isAll(), aged(selection.usual()), chosen,
                    selection.excluded()));
        }
        flags.forEach(flag -> builder.set(flag, true));
        return builder.set(CompareFlag.NORMS, hasL1 || hasL2).build();
    }

    private Tolerance aged(Tolerance tolerance) {
        return tolerance.withOldFloor(hasOldFloor);
    }

    private StepSelection steps() {
        if (increment < 1) {
            throw new ExodiffException("the increment of steps must be at least 1, not " + increment);
        }
        Alignment alignment = offset == -1 ? Alignment.SAME_END : offset == -2 ? Alignment.NEAREST_TIME
                : Alignment.FIXED;
        return new StepSelection(firstStep, lastStep, increment, alignment == Alignment.FIXED ? offset : 0, alignment,
                explicitFirst, explicitSecond, excluded, ignoresSteps, isInterpolating, timeScale, timeOffset);
    }
}
