package dev.exodusii.cli.cat;

import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.diagnostic.NearMatches;
import java.util.List;
import java.util.function.LongPredicate;

/// Chooses rows by their values, as [ConditionParser] reads it: `stress_xx > 1e6`, `(T >= 300 or T == nan) and not x <
/// 0.5`, `hypot(disp_x, disp_y) > 2 * abs(disp_z)`.
///
/// NaN is greater, less than and equal to nothing, but `== nan` and `!= nan` ask for it. What does not exist, as where the
/// truth table says no, is NaN.
public final class Condition {

    private final Expression expression;

    private Condition(Expression expression) {
        this.expression = expression;
    }

    /// Reads a condition.
    ///
    /// @param text what the user typed
    /// @return the condition
    /// @throws AbsentException when it makes no sense
    public static Condition parse(String text) {
        return new Condition(new ConditionParser(text).parse());
    }

    /// Makes a test of the rows of a slab.
    ///
    /// @param slab the slab
    /// @return tells whether a row meets the condition
    /// @throws AbsentException when the slab has no such field
    public LongPredicate on(Slab slab) {
        return expression.test(name -> slab.field(name).orElseThrow(() -> absent(name, slab)));
    }

    private static AbsentException absent(String name, Slab slab) {
        List<String> known = slab.fields().stream().map(Field::name).toList();
        return AbsentException.of("NO_SUCH_VARIABLE", "there is nothing called '" + name + "' to compare here",
                "what is shown can be compared (" + NearMatches.list(known) + "), and so can variables of the same kind,"
                        + " x, y and z; \"odd-names\" stand between quotes");
    }
}
