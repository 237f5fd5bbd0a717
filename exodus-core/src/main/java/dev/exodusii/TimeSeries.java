package dev.exodusii;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.ReadAhead;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.util.Objects;

/// The values of one variable at all time steps: (steps x entries).
///
/// Entries are the nodes, the elements of a block, the entries of a set...; a global or reduction variable has one.
/// Nothing is read before it is asked for; [#step] and [#history] are views over the mapped file. Steps and indexes are
/// 0-based. Values of a step that the writer never wrote are whatever was on the disk: the format has no mark for them.
///
/// Two objects are equal when they have the same name and kind and read the same bytes of the same open file, so that one
/// that was asked for again finds what somebody keeps for the variable. See [RealMatrix].
///
/// Immutable and safe for use by many threads.
public final class TimeSeries {

    private static final int STEPS_AT_A_TIME = 256;

    private final String name;
    private final EntityKind kind;
    private final RealMatrix values;
    private final ReadAhead readAhead;

    TimeSeries(String name, EntityKind kind, RealMatrix values, ReadAhead readAhead) {
        this.name = name;
        this.kind = kind;
        this.values = values;
        this.readAhead = readAhead;
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

    /// Returns all entries at a time between two steps, interpolated linearly. Nothing is computed before the values are
    /// copied or asked for.
    ///
    /// @param time where between which steps, such as `file.times().at(0.25)` gives it
    /// @return a view of [#size] values
    /// @throws IndexOutOfBoundsException when there are no such steps
    public InterpolatedView at(TimeBracket time) {
        return InterpolatedView.of(step(time.before()), step(time.after()), time.weight());
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

    /// Returns who holds the bytes of the file, and can be told what will be read soon; see `file.readAhead()`.
    public ReadAhead readAhead() {
        return readAhead;
    }

    /// Has the values of a step fetched meanwhile, such as the one that a viewer shows next. Returns at once; a hint that
    /// nothing depends on.
    ///
    /// @param step the 0-based time step
    /// @throws IndexOutOfBoundsException when there is no such step
    public void prefetch(long step) {
        step(step).announceTo(readAhead);
    }

    /// Has the values fetched meanwhile that a time between two steps needs; see [#prefetch(long)].
    ///
    /// @param time where between which steps
    /// @throws IndexOutOfBoundsException when there are no such steps
    public void prefetch(TimeBracket time) {
        at(time).announceTo(readAhead);
    }

    /// Copies the histories of several entries: (steps x indexes), step after step.
    ///
    /// Over a file that is not in memory yet this is many times faster than reading one [#history] after the other: a
    /// history has one value in each record of the file, and each wait for the disk would be for one value. Here, once there
    /// was a wait, all pages of many steps are announced before the first is touched; the file is read from front to back,
    /// and a page that holds several of the entries is met once for each step.
    ///
    /// @param indexes     the 0-based indexes of the entries, in the order in which they are wanted
    /// @param destination where the values go, from its first element on: `steps() * indexes.length` of them
    /// @throws IndexOutOfBoundsException when there is no such entry or the array is too short; nothing is copied then
    public void histories(long[] indexes, double[] destination) {
        values.copyColumnsTo(indexes, destination, 0, readAhead);
    }

    /// Copies the histories of several entries as floats; see [#histories(long[],double[])].
    ///
    /// @param indexes     the 0-based indexes of the entries, in the order in which they are wanted
    /// @param destination where the values go, doubles rounded: `steps() * indexes.length` of them
    /// @throws IndexOutOfBoundsException when there is no such entry or the array is too short; nothing is copied then
    public void histories(long[] indexes, float[] destination) {
        values.copyColumnsTo(indexes, destination, 0, readAhead);
    }

    /// Copies the histories of several entries with several threads; see [#histories(long[],double[])].
    ///
    /// Worth it where the system takes no announcements: then each thread waits for a page of its own.
    ///
    /// @param indexes     the 0-based indexes of the entries, in the order in which they are wanted
    /// @param destination where the values go: `steps() * indexes.length` of them
    /// @param workers     who does the work; told of bytes
    /// @throws IndexOutOfBoundsException when there is no such entry or the array is too short
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public void histories(long[] indexes, double[] destination, Workers workers) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(steps(), indexes.length), (long) destination.length);
        int pieces = (int) Math.min(steps(), Math.max(4L * workers.threads(), steps() / STEPS_AT_A_TIME));
        workers.forEach(pieces, piece -> {
            long from = steps() * piece / pieces;
            long count = steps() * (piece + 1) / pieces - from;
            values.sliceRows(from, count).copyColumnsTo(indexes, destination,
                    (int) (from * indexes.length), readAhead);
            workers.advance(count * indexes.length * values.type().byteSize());
        });
    }

    /// Restricts the variable to a range of steps.
    ///
    /// @param from  the first 0-based step that stays
    /// @param count how many stay
    /// @return the same variable over fewer steps
    /// @throws IndexOutOfBoundsException when the range does not lie inside
    public TimeSeries slice(long from, long count) {
        return new TimeSeries(name, kind, values.sliceRows(from, count), readAhead);
    }

    /// Returns all values as a matrix: steps are rows, entries are columns.
    public RealMatrix values() {
        return values;
    }

    /// Tells whether another object stands for the same variable.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof TimeSeries series && kind == series.kind && name.equals(series.name)
                && values.equals(series.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /// Returns kind, name and shape, such as `nodal temperature double[6, 1025]`.
    @Override
    public String toString() {
        return kind.label() + " " + name + " " + values;
    }
}
