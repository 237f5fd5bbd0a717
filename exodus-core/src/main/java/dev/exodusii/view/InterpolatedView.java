package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Two rows of real numbers and a weight: the values between them, as a variable has at a time between two steps.
///
/// A value is `before + weight * (after - before)`, computed in double and rounded once where a float is wanted: what is
/// equal on both sides stays as it is. With weight 0 the values are those of `before`, bit for bit, and `after` is not
/// read; with weight 1 it is the other way round. Otherwise NaN on either side gives NaN, and infinities give what the
/// arithmetic makes of them. Copies are made in one pass over both rows, straight to where they are wanted; a few
/// kilobytes that stay in the nearest cache are allocated for the way.
///
/// Immutable and safe for use by many threads. Every access throws [IllegalStateException] once the file that the values
/// came from is closed.
public final class InterpolatedView {

    private final RealView before;
    private final RealView after;
    private final double weight;
    private final @Nullable RealView stored;

    private InterpolatedView(RealView before, RealView after, double weight) {
        this.before = before;
        this.after = after;
        this.weight = weight;
        this.stored = stored(before, after, weight);
    }

    /// Decides which of two steps a weight means as it is; null where it means something between them.
    ///
    /// @throws IllegalArgumentException when the weight is not from 0 to 1
    static <T> @Nullable T stored(T before, T after, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight " + weight + " is not from 0 to 1");
        }
        return weight == 0 ? before : weight == 1 ? after : null;
    }

    /// Takes one row as it is stored, for what takes values between two.
    ///
    /// @param values the values
    /// @return the same values
    public static InterpolatedView of(RealView values) {
        return new InterpolatedView(values, values, 0);
    }

    /// Puts two rows together.
    ///
    /// @param before the values at weight 0
    /// @param after  as many values at weight 1
    /// @param weight from 0 to 1
    /// @return the values between
    /// @throws IllegalArgumentException when the rows are of unequal length or the weight is not from 0 to 1
    public static InterpolatedView of(RealView before, RealView after, double weight) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException("nothing is between " + before + " and " + after);
        }
        return new InterpolatedView(before, after, weight);
    }

    /// Returns the number of values.
    public long size() {
        return before.size();
    }

    /// Returns the values at weight 0.
    public RealView before() {
        return before;
    }

    /// Returns the values at weight 1.
    public RealView after() {
        return after;
    }

    /// Returns the share of [#after], from 0 to 1.
    public double weight() {
        return weight;
    }

    /// Returns the row whose values these are as they are stored: the one before at weight 0, the one after at weight 1.
    ///
    /// @return the row; nothing where values of both are needed
    public Optional<RealView> stored() {
        return Optional.ofNullable(stored);
    }

    /// Has the bytes of the values fetched meanwhile: of one row where they are those of it alone, else of both. Returns at
    /// once; a hint that nothing depends on.
    ///
    /// @param readAhead who fetches, such as `file.readAhead()`
    public void announceTo(ReadAhead readAhead) {
        if (stored != null) {
            stored.announceTo(readAhead);
        } else {
            before.announceTo(readAhead);
            after.announceTo(readAhead);
        }
    }

    /// Returns one value.
    ///
    /// @param index the 0-based index
    /// @return the interpolated value
    /// @throws IndexOutOfBoundsException when there is no such index
    public double get(long index) {
        if (stored != null) {
            return stored.get(index);
        }
        double from = before.get(index);
        return from + weight * (after.get(index) - from);
    }

    /// Returns one value as a float, rounded once.
    ///
    /// @param index the 0-based index
    /// @return the interpolated value
    /// @throws IndexOutOfBoundsException when there is no such index
    public float getFloat(long index) {
        return stored != null ? stored.getFloat(index) : (float) get(index);
    }

    /// Restricts the view to a range, as for a thread's part of the work.
    ///
    /// @param from  the first 0-based index that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside the view
    public InterpolatedView slice(long from, long count) {
        return new InterpolatedView(before.slice(from, count), after.slice(from, count), weight);
    }

    /// Copies all values into an array.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(double[] destination) {
        if (stored != null) {
            stored.copyTo(destination);
            return;
        }
        Bulk.checkRoom(size(), 0, 1, destination.length);
        Blend blend = new Blend(before, after, weight);
        for (long from = 0; from < size(); from += Blend.BLOCK) {
            System.arraycopy(blend.next(), 0, destination, (int) from, blend.count());
        }
    }

    /// Copies all values into an array of floats.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(float[] destination) {
        if (stored != null) {
            stored.copyTo(destination);
            return;
        }
        Bulk.checkRoom(size(), 0, 1, destination.length);
        Blend blend = new Blend(before, after, weight);
        for (long from = 0; from < size(); from += Blend.BLOCK) {
            blend.nextFloats(destination, (int) from);
        }
    }

    /// Copies all values to a buffer's position, in the buffer's own byte order, and moves the position behind them.
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyTo(FloatBuffer destination) {
        if (stored != null) {
            stored.copyTo(destination);
            return;
        }
        Bulk.checkRemaining(size(), destination);
        copyTo(FloatTarget.of(destination, Blend.BLOCK));
    }

    /// Copies all values to memory as floats in native byte order, one after another from its start.
    ///
    /// @param destination where they go: `4 * size` bytes
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyFloatsTo(MemorySegment destination) {
        if (stored != null) {
            stored.copyFloatsTo(destination);
            return;
        }
        Bulk.checkRoom(size(), 0, Float.BYTES, Float.BYTES, destination);
        copyTo(FloatTarget.of(destination, Blend.BLOCK));
    }

    /// Copies all values to memory as doubles in native byte order, one after another from its start.
    ///
    /// @param destination where they go: `8 * size` bytes
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyDoublesTo(MemorySegment destination) {
        if (stored != null) {
            stored.copyDoublesTo(destination);
            return;
        }
        Bulk.checkRoom(size(), 0, Double.BYTES, Double.BYTES, destination);
        Blend blend = new Blend(before, after, weight);
        for (long from = 0; from < size(); from += Blend.BLOCK) {
            double[] values = blend.next();
            MemorySegment.copy(values, 0, destination, Layouts.NATIVE_DOUBLE, from * Double.BYTES, blend.count());
        }
    }

    private void copyTo(FloatTarget target) {
        Blend blend = new Blend(before, after, weight);
        for (long from = 0; from < size(); from += Blend.BLOCK) {
            blend.nextFloats(target.room(), target.at(from));
            target.take(from, blend.count());
        }
    }

    /// Copies the values at the given indexes into an array, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view
    /// @param destination where the values go, from its first element on
    /// @throws IndexOutOfBoundsException when an index does not exist or the array is too short
    public void gather(int[] indexes, double[] destination) {
        if (stored != null) {
            stored.gather(indexes, destination);
            return;
        }
        Bulk.checkRoom(indexes.length, 0, 1, destination.length);
        try {
            for (int i = 0; i < indexes.length; i++) {
                destination[i] = get(indexes[i]);
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw after.lost(fault);
        }
    }

    /// Copies the values at the given indexes into an array of floats, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view, such as the nodes of a surface
    /// @param destination where the values go, from its first element on
    /// @throws IndexOutOfBoundsException when an index does not exist or the array is too short
    public void gather(int[] indexes, float[] destination) {
        if (stored != null) {
            stored.gather(indexes, destination);
            return;
        }
        Bulk.checkRoom(indexes.length, 0, 1, destination.length);
        try {
            Blend blend = new Blend(before, after, weight);
            if (!blend.gather(indexes, destination)) {
                for (int i = 0; i < indexes.length; i++) {
                    destination[i] = (float) get(indexes[i]);
                }
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw after.lost(fault);
        }
    }

    /// Copies the values at the given indexes to a buffer's position as floats, and moves the position behind them.
    ///
    /// @param indexes     0-based indexes into this view, such as the nodes of a surface
    /// @param destination where the values go
    /// @throws IndexOutOfBoundsException when an index does not exist
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void gather(int[] indexes, FloatBuffer destination) {
        Bulk.checkRemaining(indexes.length, destination);
        for (int index : indexes) {
            Objects.checkIndex(index, size());
        }
        try {
            for (int index : indexes) {
                destination.put(getFloat(index));
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw after.lost(fault);
        }
    }

    /// Copies the values at the given indexes to memory as floats in native byte order, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view, such as the nodes of a surface
    /// @param destination where the values go, from its start: 4 bytes for each
    /// @throws IndexOutOfBoundsException when an index does not exist or the memory is too small
    public void gatherFloats(int[] indexes, MemorySegment destination) {
        Bulk.checkRoom(indexes.length, 0, Float.BYTES, Float.BYTES, destination);
        try {
            for (int i = 0; i < indexes.length; i++) {
                destination.set(Layouts.NATIVE_FLOAT, (long) i * Float.BYTES, getFloat(indexes[i]));
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw after.lost(fault);
        }
    }

    /// Copies the values at the given indexes into an array, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view, such as the node indexes of a node set
    /// @param destination where the values go, from its first element on
    /// @throws IndexOutOfBoundsException when an index does not exist or the array is too short
    public void gather(IntegerView indexes, double[] destination) {
        int count = Bulk.checkRoom(indexes.size(), 0, 1, destination.length);
        try {
            try {
                for (int i = 0; i < count; i++) {
                    destination[i] = get(indexes.get(i));
                }
            } finally {
                // What is refused may be something that was never read.
                Faults.settle();
            }
        } catch (InternalError fault) {
            throw after.lost(fault);
        }
    }

    /// Copies the values at the given indexes into an array of floats, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view, such as the node indexes of a node set
    /// @param destination where the values go, from its first element on
    /// @throws IndexOutOfBoundsException when an index does not exist or the array is too short
    public void gather(IntegerView indexes, float[] destination) {
        int count = Bulk.checkRoom(indexes.size(), 0, 1, destination.length);
        try {
            try {
                for (int i = 0; i < count; i++) {
                    destination[i] = getFloat(indexes.get(i));
                }
            } finally {
                // What is refused may be something that was never read.
                Faults.settle();
            }
        } catch (InternalError fault) {
            throw after.lost(fault);
        }
    }

    /// Returns the two rows and the weight, such as `0.25 from double[6] to double[6]`.
    @Override
    public String toString() {
        return weight + " from " + before + " to " + after;
    }
}
