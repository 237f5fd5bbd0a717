package dev.exodusii.compare;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How two files are compared. Whoever changes nothing compares as exodiff does without options.
///
/// Immutable.
public final class ComparisonSettings {

    /// What results, attributes and times are compared with where nothing else is said: relative 1e-6.
    public static final Tolerance USUAL = new Tolerance(ToleranceMode.RELATIVE, 1e-6, 0);

    private final Matching matching;
    private final StepSelection steps;
    private final Tolerance coordinates;
    private final Tolerance times;
    private final Tolerance finalTime;
    private final Tolerance factors;
    private final int mostWarnings;
    private final Map<ComparedKind, VariableSelection> variables;
    private final Set<CompareFlag> flags;

    private ComparisonSettings(Builder builder) {
        this.matching = builder.matching;
        this.steps = builder.steps;
        this.coordinates = builder.coordinates;
        this.times = builder.times;
        this.finalTime = builder.finalTime;
        this.factors = builder.factors;
        this.mostWarnings = builder.mostWarnings;
        this.variables = new EnumMap<>(builder.variables);
        this.flags = Set.copyOf(builder.flags);
    }

    /// Returns a builder that has exodiff's defaults.
    public static Builder builder() {
        return new Builder();
    }

    /// Returns how nodes and elements are matched.
    public Matching matching() {
        return matching;
    }

    /// Returns which steps are compared.
    public StepSelection steps() {
        return steps;
    }

    /// Returns how closely coordinates are compared.
    public Tolerance coordinates() {
        return coordinates;
    }

    /// Returns how closely times are compared.
    public Tolerance times() {
        return times;
    }

    /// Returns how closely the last times of the files are compared when values are interpolated.
    public Tolerance finalTime() {
        return finalTime;
    }

    /// Returns how closely distribution factors of side sets are compared.
    public Tolerance factors() {
        return factors;
    }

    /// Returns how many warnings about ids there may be.
    public int mostWarnings() {
        return mostWarnings;
    }

    /// Returns which variables of a kind are compared.
    public VariableSelection variables(ComparedKind kind) {
        return variables.getOrDefault(kind, VariableSelection.none());
    }

    /// Tells whether a rule is on.
    public boolean has(CompareFlag flag) {
        return flags.contains(flag);
    }

    /// Puts settings together. Not thread-safe.
    public static final class Builder {

        private Matching matching = Matching.ID;
        private StepSelection steps = StepSelection.ALL;
        private Tolerance coordinates = new Tolerance(ToleranceMode.ABSOLUTE, 1e-6, 0);
        private Tolerance times = USUAL;
        private Tolerance finalTime = new Tolerance(ToleranceMode.RELATIVE, 0, 0);
        private Tolerance factors = USUAL;
        private int mostWarnings = 100;
        private final Map<ComparedKind, VariableSelection> variables = new EnumMap<>(ComparedKind.class);
        private final Set<CompareFlag> flags = EnumSet.noneOf(CompareFlag.class);

        private Builder() {
            for (ComparedKind kind : ComparedKind.values()) {
                variables.put(kind, VariableSelection.all(USUAL));
            }
        }

        /// Sets how nodes and elements are matched.
        public Builder matching(Matching choice) {
            matching = choice;
            return this;
        }

        /// Sets which steps are compared.
        public Builder steps(StepSelection choice) {
            steps = choice;
            return this;
        }

        /// Sets how closely coordinates are compared.
        public Builder coordinates(Tolerance tolerance) {
            coordinates = tolerance;
            return this;
        }

        /// Sets how closely times are compared.
        public Builder times(Tolerance tolerance) {
            times = tolerance;
            return this;
        }

        /// Sets how closely the last times are compared when values are interpolated.
        public Builder finalTime(Tolerance tolerance) {
            finalTime = tolerance;
            return this;
        }

        /// Sets how closely distribution factors of side sets are compared.
        public Builder factors(Tolerance tolerance) {
            factors = tolerance;
            return this;
        }

        /// Sets how many warnings about ids there may be.
        public Builder mostWarnings(int count) {
            mostWarnings = count;
            return this;
        }

        /// Sets which variables of a kind are compared.
        public Builder variables(ComparedKind kind, VariableSelection selection) {
            variables.put(kind, selection);
            return this;
        }

        /// Turns a rule on or off.
        public Builder set(CompareFlag flag, boolean isOn) {
            if (isOn) {
                flags.add(flag);
            } else {
                flags.remove(flag);
            }
            return this;
        }

        /// Returns the settings.
        public ComparisonSettings build() {
            return new ComparisonSettings(this);
        }
    }
}
