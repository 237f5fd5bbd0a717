package dev.exodusii.cli.cat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What conditions can compute: four signs, and functions that are called by their names in lower case.
enum Operation {
    PLUS, MINUS, TIMES, DIVIDED, POWER, NEGATED(1), ABS(1), SQRT(1), EXP(1), LOG(1), LOG10(1), SIN(1), COS(1), TAN(1),
    FLOOR(1), CEIL(1), MIN(2), MAX(2), HYPOT(2);

    private final int least;

    /// A sign, which is no function.
    Operation() {
        this(0);
    }

    Operation(int least) {
        this.least = least;
    }

    /// Finds a function.
    ///
    /// @param name its name as typed
    /// @return the function, if there is one of that name
    static Optional<Operation> function(String name) {
        return List.of(values()).stream().filter(it -> it.least > 0 && it != NEGATED && it.word().equals(name))
                .findFirst();
    }

    /// Returns the names of all functions.
    static List<String> functions() {
        return List.of(values()).stream().filter(it -> it.least > 0 && it != NEGATED).map(Operation::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Tells whether a function makes sense of so many numbers; [#MIN], [#MAX] and [#HYPOT] take two or more.
    boolean takes(int count) {
        return least == 1 ? count == 1 : count >= least;
    }

    /// Computes a number from one.
    double of(double a) {
        return switch (this) {
            case NEGATED -> -a;
            case ABS -> Math.abs(a);
            case SQRT -> Math.sqrt(a);
            case EXP -> Math.exp(a);
            case LOG -> Math.log(a);
            case LOG10 -> Math.log10(a);
            case SIN -> Math.sin(a);
            case COS -> Math.cos(a);
            case TAN -> Math.tan(a);
            case FLOOR -> Math.floor(a);
            case CEIL -> Math.ceil(a);
            default -> throw new IllegalStateException(this + " takes two numbers");
        };
    }

    /// Computes a number from two.
    double of(double a, double b) {
        return switch (this) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDED -> a / b;
            case POWER -> Math.pow(a, b);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case HYPOT -> Math.hypot(a, b);
            default -> throw new IllegalStateException(this + " takes one number");
        };
    }
}
