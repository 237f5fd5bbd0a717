package dev.exodusii.cli.make;

import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.cat.Formula;
import dev.exodusii.grid.GridFunction;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Reads variables: `temperature=300+100*x*sin(pi*t)`.
///
/// @param name     the name of the variable
/// @param function says what its values are
public record VariableFormula(String name, GridFunction function) {

    private static final String KNOWN = "x, y, z, t (the time), i (the index of the node or element, from 0), pi and"
            + " functions such as sin";

    /// Where and when a value is.
    private static final class Place {
        private long index;
        private double x;
        private double y;
        private double z;
        private double time;

        Optional<DoubleSupplier> number(String name) {
            return switch (name) {
                case "x" -> Optional.of(() -> x);
                case "y" -> Optional.of(() -> y);
                case "z" -> Optional.of(() -> z);
                case "t", "time" -> Optional.of(() -> time);
                case "i" -> Optional.of(() -> index);
                case "pi" -> Optional.of(() -> Math.PI);
                default -> Optional.empty();
            };
        }
    }

    /// Reads a variable.
    ///
    /// @param text its name, `=` and a formula
    /// @return the variable
    /// @throws AbsentException when it makes no sense
    public static VariableFormula parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw AbsentException.syntax("'" + text + "' does not say what a variable is",
                    "such as 'temperature=300+100*x*sin(pi*t)'; there are " + KNOWN);
        }
        Place place = new Place();
        DoubleSupplier formula = Formula.parse(text.substring(equals + 1)).of(place::number, KNOWN);
        return new VariableFormula(text.substring(0, equals).strip(), (index, x, y, z, time) -> {
            place.index = index;
            place.x = x;
            place.y = y;
            place.z = z;
            place.time = time;
            return formula.getAsDouble();
        });
    }
}
