package dev.exodusii;

import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;

/// The values of one variable at all time steps: (steps x entries).
///
/// Entries are the nodes, the elements of a block, the entries of a set...; a global or reduction variable has one.
/// Nothing is read before it is asked for; [#step] and [#history] are views over the mapped file. Steps and indexes are
/// 0-based. Values of a step that the writer never wrote are whatever was on the disk: the format has no mark for them.
///
/// Immutable and safe for use by many threads.
public final class TimeSeries {

    private final String name;
    private final EntityKind kind;
    private final RealMatrix values;

    TimeSeries(String name, EntityKind kind, RealMatrix values) {
        this.name = name;
        this.kind = kind;
        this.values = values;
    }

    /// Returns the variable's name.
    public String name() {
        return name;
    }

    /// Returns the kind of entity that the variable belongs to.
    public EntityKind kind() {
        return kind;
    }

    /// Returns the number of time steps.
    public long steps() {
        return values.rows();
    }

    /// Returns the number of entries: values at each step.
    public long size() {
        return values.columns();
    }

    /// Returns all entries at one step: contiguous in the file.
    ///
    /// @param step the 0-based time step
    /// @return a view of [#size] values
    /// @throws IndexOutOfBoundsException when there is no such step
    public RealView step(long step) {
        return values.row(step);
    }

    /// Returns one entry at all steps: one value in each record of the file.
    ///
    /// @param index the 0-based index of the entry
    /// @return a view of [#steps] values
    /// @throws IndexOutOfBoundsException when there is no such entry
    public RealView history(long index) {
        return values.column(index);
    }

    /// Returns one value.
    ///
    /// @param step  the 0-based time step
    /// @param index the 0-based index of the entry
    /// @return the value
    /// @throws IndexOutOfBoundsException when there is no such step or entry
    public double get(long step, long index) {
        return values.get(step, index);
    }

    /// Restricts the variable to a range of steps.
    ///
    /// @param from  the first 0-based step that stays
    /// @param count how many stay
    /// @return the same variable over fewer steps
    /// @throws IndexOutOfBoundsException when the range does not lie inside
    public TimeSeries slice(long from, long count) {
        return new TimeSeries(name, kind, values.sliceRows(from, count));
    }

    /// Returns all values as a matrix: steps are rows, entries are columns.
    public RealMatrix values() {
        return values;
    }

    /// Returns kind, name and shape, such as `nodal temperature double[6, 1025]`.
    @Override
    public String toString() {
        return kind.label() + " " + name + " " + values;
    }
}
