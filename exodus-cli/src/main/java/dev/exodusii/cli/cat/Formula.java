package dev.exodusii.cli.cat;

import dev.exodusii.cli.address.AbsentException;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;

/// Computes numbers in the language of conditions: `300 + 100*x*sin(3.14*t)`.
public final class Formula {

    private static final String SPELLING = "formulas are such as '300+100*x*sin(pi*t)'";

    private final Expression expression;

    private Formula(Expression expression) {
        this.expression = expression;
    }

    /// Reads a formula.
    ///
    /// @param text what the user typed
    /// @return the formula
    /// @throws AbsentException when it makes no sense
    public static Formula parse(String text) {
        return new Formula(new ConditionParser(text, "formula", SPELLING).parseNumber());
    }

    /// Gives the names in the formula a meaning.
    ///
    /// @param names finds what a name stands for now, each time that it is asked; nothing where there is no such name
    /// @param known what names there are, for messages
    /// @return computes the number, from what the names stand for now
    /// @throws AbsentException when a name is not known
    public DoubleSupplier of(Function<String, Optional<DoubleSupplier>> names, String known) {
        LongToDoubleFunction compiled = expression.number(name -> {
            DoubleSupplier number = names.apply(name).orElseThrow(() -> AbsentException.syntax(
                    "there is nothing called '" + name + "' to compute with", "there are " + known));
            return new Field.Computed(name, row -> number.getAsDouble());
        });
        return () -> compiled.applyAsDouble(0);
    }
}
