package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeBracket;
import dev.exodusii.TimeSeries;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.view.InterpolatedView;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/// What an element variable is in each block, at one step or at a time between two: one value for each element, or none
/// where the block does not store the variable (`exodus-format` §2.12). Or the length of a vector whose components are
/// variables, which are interpolated before anything else is done with them.
///
/// Nothing is read yet. Immutable and safe for use by many threads.
public final class ElementValues {

    private final List<List<InterpolatedView>> components;
    private final boolean areLengths;
    private final boolean areBetween;

    private ElementValues(List<List<InterpolatedView>> components, boolean areLengths) {
        this.components = List.copyOf(components);
        this.areLengths = areLengths;
        this.areBetween = components.stream().flatMap(List::stream).anyMatch(component -> component.stored().isEmpty());
    }

    /// Finds the values of a variable.
    ///
    /// @param file     the open file
    /// @param variable the name of an element variable
    /// @param step     the 0-based time step
    /// @return the values
    /// @throws NoSuchElementException when there is no such variable; the message names similar ones
    /// @throws IndexOutOfBoundsException when there is no such step
    public static ElementValues of(ExodusFile file, String variable, long step) {
        return find(file, List.of(variable), series -> InterpolatedView.of(series.step(step)), false);
    }

    /// Finds the values of a variable at a time between two steps.
    ///
    /// @param file     the open file
    /// @param variable the name of an element variable
    /// @param time     where between which steps, such as `file.times().at(0.25)` gives it
    /// @return the values
    /// @throws NoSuchElementException when there is no such variable; the message names similar ones
    /// @throws IndexOutOfBoundsException when there are no such steps
    public static ElementValues of(ExodusFile file, String variable, TimeBracket time) {
        return find(file, List.of(variable), series -> series.at(time), false);
    }

    /// Finds the components of a vector, whose lengths are the values.
    ///
    /// @param file      the open file
    /// @param variables the names of one to three element variables; a block that lacks one of them has no values
    /// @param step      the 0-based time step
    /// @return the lengths
    /// @throws NoSuchElementException when there is no such variable; the message names similar ones
    /// @throws IndexOutOfBoundsException when there is no such step
    /// @throws IllegalArgumentException when there are no components or more than three
    public static ElementValues magnitudes(ExodusFile file, List<String> variables, long step) {
        return find(file, requireVector(variables), series -> InterpolatedView.of(series.step(step)), true);
    }

    /// Finds the components of a vector at a time between two steps, whose lengths are the values.
    ///
    /// @param file      the open file
    /// @param variables the names of one to three element variables; a block that lacks one of them has no values
    /// @param time      where between which steps, such as `file.times().at(0.25)` gives it
    /// @return the lengths
    /// @throws NoSuchElementException when there is no such variable; the message names similar ones
    /// @throws IndexOutOfBoundsException when there are no such steps
    /// @throws IllegalArgumentException when there are no components or more than three
    public static ElementValues magnitudes(ExodusFile file, List<String> variables, TimeBracket time) {
        return find(file, requireVector(variables), series -> series.at(time), true);
    }

    private static List<String> requireVector(List<String> variables) {
        if (variables.isEmpty() || variables.size() > Positions.AXES) {
            throw new IllegalArgumentException("a vector has 1 to 3 components, not " + variables.size());
        }
        return variables;
    }

    private static ElementValues find(ExodusFile file, List<String> variables,
            Function<TimeSeries, InterpolatedView> values, boolean areLengths) {
        List<String> names = file.variables(EntityKind.ELEMENT_BLOCK).names();
        for (String variable : variables) {
            if (!names.contains(variable)) {
                throw new NoSuchElementException("no element variable is called '" + variable + "'"
                        + NearMatches.hint(variable, names));
            }
        }
        List<List<InterpolatedView>> components = new ArrayList<>();
        for (ElementBlock block : file.elementBlocks()) {
            List<InterpolatedView> own = new ArrayList<>();
            for (String variable : variables) {
                Optional<TimeSeries> series = block.variable(variable);
                if (series.isPresent()) {
                    own.add(values.apply(series.get()));
                }
            }
            components.add(own.size() == variables.size() ? List.copyOf(own) : List.of());
        }
        return new ElementValues(components, areLengths);
    }

    /// Tells whether a block has values.
    ///
    /// @param block the 0-based index of the block
    /// @return whether the block stores the variable
    /// @throws IndexOutOfBoundsException when there is no such block
    public boolean isStored(int block) {
        return !components.get(block).isEmpty();
    }

    /// Returns the value of one element.
    ///
    /// @param block the 0-based index of the block
    /// @param row   the 0-based index of the element in the block
    /// @return the value, NaN where the block does not store the variable
    /// @throws IndexOutOfBoundsException when there is no such block or element
    public double get(int block, long row) {
        List<InterpolatedView> own = components.get(block);
        if (own.isEmpty()) {
            return Double.NaN;
        }
        return areLengths ? Math.sqrt(squared(own, row)) : own.getFirst().get(row);
    }

    private static double squared(List<InterpolatedView> components, long row) {
        double sum = 0;
        for (int i = 0; i < components.size(); i++) {
            double value = components.get(i).get(row);
            sum += value * value;
        }
        return sum;
    }

    /// Returns what reads one block's values where they are those of one step; nothing where it has none.
    NodeReader[] readers(int block) {
        return components.get(block).stream().flatMap(component -> component.stored().stream()).map(NodeReader::of)
                .toArray(NodeReader[]::new);
    }

    /// Tells whether values of two steps are needed.
    boolean areBetween() {
        return areBetween;
    }

    boolean areLengths() {
        return areLengths;
    }

    /// Returns the variables of one block; nothing where it stores not all of them.
    List<InterpolatedView> components(int block) {
        return components.get(block);
    }

    int blockCount() {
        return components.size();
    }
}
