package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.LostDataException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/// A row of real numbers lying in memory, evenly spaced: a coordinate, a step of a variable, a node's history.
///
/// The stored type may be `float`, `double` or any integer; [#get] gives a double, exact for all but 64-bit integers
/// above 2^53, and [#getFloat] a float without a detour. Indexes are 0-based. Reading allocates nothing.
///
/// Two views are equal when they read the same bytes in the same way, which makes a view a key for what was derived from
/// its values. Equal values in other places, or in a file that was opened again, are not equal views. Neither looks at the
/// values, so both work after the file was closed.
///
/// Immutable and safe for use by many threads. Every access throws [IllegalStateException] once the file that the view
/// came from is closed. Where another program has shortened the file, methods that read many values throw
/// [LostDataException]; see [Faults] for single ones.
public final class RealView {

    private final Origin origin;
    private final MemorySegment segment;
    private final ElementType type;
    private final long base;
    private final long size;
    private final long stride;
    // The two common types as plain booleans: the JIT compiler hoists them out of loops.
    private final boolean isDouble;
    private final boolean isFloat;

    RealView(Origin origin, MemorySegment segment, ElementType type, long base, long size, long stride) {
        this.origin = origin;
        this.segment = segment;
        this.type = type;
        this.base = base;
        this.size = size;
        this.stride = stride;
        this.isDouble = type == ElementType.DOUBLE;
        this.isFloat = type == ElementType.FLOAT;
    }

    /// Returns the number of values.
    public long size() {
        return size;
    }

    /// Tells whether there are no values.
    public boolean isEmpty() {
        return size == 0;
    }

    /// Returns of what file and variable the values are.
    public Origin origin() {
        return origin;
    }

    /// Returns the type in which the values are stored.
    public ElementType type() {
        return type;
    }

    /// Tells whether the values follow one another without gaps.
    public boolean isContiguous() {
        return stride == type.byteSize() || size <= 1;
    }

    /// Returns one value.
    ///
    /// @param index the 0-based index
    /// @return the value, widened to double
    /// @throws IndexOutOfBoundsException when there is no such index
    public double get(long index) {
        long at = base + Objects.checkIndex(index, size) * stride;
        if (isDouble) {
            return segment.get(Layouts.DOUBLE, at);
        }
        return isFloat ? segment.get(Layouts.FLOAT, at) : Layouts.real(segment, type, at);
    }

    /// Returns one value as a float; what a float cannot hold is rounded to the nearest one.
    ///
    /// @param index the 0-based index
    /// @return the value
    /// @throws IndexOutOfBoundsException when there is no such index
    public float getFloat(long index) {
        long at = base + Objects.checkIndex(index, size) * stride;
        if (isFloat) {
            return segment.get(Layouts.FLOAT, at);
        }
        return isDouble ? (float) segment.get(Layouts.DOUBLE, at) : Layouts.realFloat(segment, type, at);
    }

    /// Restricts the view to a range.
    ///
    /// @param from  the first 0-based index that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside the view
    public RealView slice(long from, long count) {
        Objects.checkFromIndexSize(from, count, size);
        return new RealView(origin, segment, type, base + (count == 0 ? 0 : from * stride), count, stride);
    }

    /// Keeps every n-th value, beginning with the first.
    ///
    /// @param n the distance between values that stay, at least 1
    /// @return the thinned view
    /// @throws IllegalArgumentException when `n` is below 1
    public RealView every(long n) {
        if (n < 1) {
            throw new IllegalArgumentException("every " + n + " values: must be at least 1");
        }
        long kept = size == 0 ? 0 : (size - 1) / n + 1;
        return new RealView(origin, segment, type, base, kept, kept <= 1 ? stride : stride * n);
    }

    /// Tells somebody which bytes will be needed to read all values, before they are read: see [ReadAhead].
    ///
    /// @param readAhead who is told, such as `file.readAhead()`
    public void announceTo(ReadAhead readAhead) {
        Announcement.announce(readAhead, base, size, stride, type.byteSize());
    }

    /// Returns the same values in other memory, if their holder fetches them faster than they can be looked at where they
    /// lie. Worth it for values that are looked at once, such as those of a whole file: see [ReadAhead#fetch].
    ///
    /// @param holder who has the bytes of the file, such as `file.readAhead()`
    /// @param room   memory of the caller, whose content is lost; the values stay there until it is used again
    /// @return a view over the room, or this one where values lie with gaps between them, do not fit into the room or
    ///         are not fetched
    public RealView fetched(ReadAhead holder, MemorySegment room) {
        long bytes = size * type.byteSize();
        return stride == type.byteSize() && size > 0 && bytes <= room.byteSize()
                && holder.fetch(base, room.asSlice(0, bytes)) ? new RealView(origin, room, type, 0, size, stride) : this;
    }

    /// Copies all values into an array.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(double[] destination) {
        copyTo(destination, 0, 1);
    }

    /// Copies all values into every n-th element of an array, as for interleaved x, y, z.
    ///
    /// @param destination where they go
    /// @param offset      the element that gets the first value
    /// @param step        the distance from one element to the next, at least 1
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when `step` is below 1
    public void copyTo(double[] destination, int offset, int step) {
        int count = Bulk.checkRoom(size, offset, step, destination.length);
        try {
            if (isDouble) {
                RealLoops.doubles(segment, base, stride, count, destination, offset, step);
            } else if (isFloat) {
                RealLoops.floats(segment, base, stride, count, destination, offset, step);
            } else {
                for (int i = 0; i < count; i++) {
                    destination[offset + i * step] = get(i);
                }
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies all values into an array of floats; doubles are rounded on the way.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(float[] destination) {
        copyTo(destination, 0, 1);
    }

    /// Copies all values into every n-th element of an array of floats, as for interleaved x, y, z.
    ///
    /// @param destination where they go; doubles are rounded on the way
    /// @param offset      the element that gets the first value
    /// @param step        the distance from one element to the next, at least 1
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when `step` is below 1
    public void copyTo(float[] destination, int offset, int step) {
        int count = Bulk.checkRoom(size, offset, step, destination.length);
        try {
            if (isDouble) {
                RealLoops.doubles(segment, base, stride, count, destination, offset, step);
            } else if (isFloat) {
                RealLoops.floats(segment, base, stride, count, destination, offset, step);
            } else {
                for (int i = 0; i < count; i++) {
                    destination[offset + i * step] = getFloat(i);
                }
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies all values to a buffer's position, in the buffer's own byte order, and moves the position behind them.
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyTo(DoubleBuffer destination) {
        int count = Bulk.checkRemaining(size, destination);
        int at = destination.position();
        try {
            if (destination.hasArray()) {
                copyTo(destination.array(), destination.arrayOffset() + at, 1);
            } else if (destination.order() == ByteOrder.nativeOrder()) {
                copyDoublesTo(MemorySegment.ofBuffer(destination));
            } else {
                for (int i = 0; i < count; i++) {
                    destination.put(at + i, get(i));
                }
            }
            destination.position(at + count);
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies all values to a buffer's position, in the buffer's own byte order, and moves the position behind them.
    ///
    /// @param destination where they go; doubles are rounded on the way
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyTo(FloatBuffer destination) {
        int count = Bulk.checkRemaining(size, destination);
        int at = destination.position();
        try {
            if (destination.hasArray()) {
                copyTo(destination.array(), destination.arrayOffset() + at, 1);
            } else if (destination.order() == ByteOrder.nativeOrder()) {
                copyFloatsTo(MemorySegment.ofBuffer(destination));
            } else {
                for (int i = 0; i < count; i++) {
                    destination.put(at + i, getFloat(i));
                }
            }
            destination.position(at + count);
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies all values to memory as doubles in native byte order, one after another from its start.
    ///
    /// @param destination where they go
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyDoublesTo(MemorySegment destination) {
        copyDoublesTo(destination, 0, Double.BYTES);
    }

    /// Copies all values to memory as doubles in native byte order, evenly spaced.
    ///
    /// @param destination where they go
    /// @param offset      the byte offset of the first one
    /// @param step        the bytes from one to the next, at least 8
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when `step` is below 8
    public void copyDoublesTo(MemorySegment destination, long offset, long step) {
        Bulk.checkRoom(size, offset, step, Double.BYTES, destination);
        try {
            if (isDouble) {
                RealLoops.doublesToDoubles(segment, base, stride, size, destination, offset, step);
            } else if (isFloat) {
                RealLoops.floatsToDoubles(segment, base, stride, size, destination, offset, step);
            } else {
                for (long i = 0; i < size; i++) {
                    destination.set(Layouts.NATIVE_DOUBLE, offset + i * step, get(i));
                }
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies all values to memory as floats in native byte order, one after another from its start.
    ///
    /// @param destination where they go; doubles are rounded on the way
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyFloatsTo(MemorySegment destination) {
        copyFloatsTo(destination, 0, Float.BYTES);
    }

    /// Copies all values to memory as floats in native byte order, evenly spaced: into a vertex buffer, for example.
    ///
    /// @param destination where they go; doubles are rounded on the way
    /// @param offset      the byte offset of the first one
    /// @param step        the bytes from one to the next, at least 4
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when `step` is below 4
    public void copyFloatsTo(MemorySegment destination, long offset, long step) {
        Bulk.checkRoom(size, offset, step, Float.BYTES, destination);
        try {
            if (isDouble) {
                RealLoops.doublesToFloats(segment, base, stride, size, destination, offset, step);
            } else if (isFloat) {
                RealLoops.floatsToFloats(segment, base, stride, size, destination, offset, step);
            } else {
                for (long i = 0; i < size; i++) {
                    destination.set(Layouts.NATIVE_FLOAT, offset + i * step, getFloat(i));
                }
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies the values at the given indexes into an array, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view
    /// @param destination where the values go, from its first element on
    /// @throws IndexOutOfBoundsException when an index does not exist or the array is too short
    public void gather(int[] indexes, double[] destination) {
        Bulk.checkRoom(indexes.length, 0, 1, destination.length);
        try {
            if (isDouble && stride == Double.BYTES) {
                RealLoops.gatherDoubles(values(), indexes, destination);
            } else if (isFloat && stride == Float.BYTES) {
                RealLoops.gatherFloats(values(), indexes, destination);
            } else {
                for (int i = 0; i < indexes.length; i++) {
                    destination[i] = get(indexes[i]);
                }
            }
            Faults.settle();
        } catch (IndexOutOfBoundsException e) {
            throw noSuchIndex(indexes, e);
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// What a segment says of an index are bytes.
    private IndexOutOfBoundsException noSuchIndex(int[] indexes, IndexOutOfBoundsException otherwise) {
        for (int index : indexes) {
            Objects.checkIndex(index, size);
        }
        return otherwise;
    }

    private MemorySegment values() {
        return segment.asSlice(base, size * type.byteSize());
    }

    /// Copies the values at the given indexes into an array of floats, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view
    /// @param destination where the values go, from its first element on; doubles are rounded on the way
    /// @throws IndexOutOfBoundsException when an index does not exist or the array is too short
    public void gather(int[] indexes, float[] destination) {
        Bulk.checkRoom(indexes.length, 0, 1, destination.length);
        try {
            if (isDouble && stride == Double.BYTES) {
                RealLoops.gatherDoubles(values(), indexes, destination);
            } else if (isFloat && stride == Float.BYTES) {
                RealLoops.gatherFloats(values(), indexes, destination);
            } else {
                for (int i = 0; i < indexes.length; i++) {
                    destination[i] = getFloat(indexes[i]);
                }
            }
            Faults.settle();
        } catch (IndexOutOfBoundsException e) {
            throw noSuchIndex(indexes, e);
        } catch (InternalError fault) {
            throw lost(fault);
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
            throw lost(fault);
        }
    }

    /// Copies the values at the given indexes into an array of floats, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view, such as the node indexes of a node set
    /// @param destination where the values go, from its first element on; doubles are rounded on the way
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
            throw lost(fault);
        }
    }

    /// Returns all values in a new array.
    ///
    /// @return the copy
    /// @throws IllegalStateException when there are more values than an array can hold
    public double[] toArray() {
        double[] array = new double[Bulk.arrayLength(size)];
        copyTo(array);
        return array;
    }

    /// Returns all values in a new array of floats; doubles are rounded.
    ///
    /// @return the copy
    /// @throws IllegalStateException when there are more values than an array can hold
    public float[] toFloatArray() {
        float[] array = new float[Bulk.arrayLength(size)];
        copyTo(array);
        return array;
    }

    /// Returns the smallest and largest value in one pass; NaN is counted but not compared, -0.0 and 0.0 are equal.
    public MinMax minMax() {
        return statistics().extremes();
    }

    /// Returns extremes, sum and counts in one pass over the memory.
    ///
    /// @return the statistics; NaN is counted and takes no part in the rest, -0.0 and 0.0 are equal
    public Statistics statistics() {
        try {
            Statistics found = Reduction.statistics(this);
            Faults.settle();
            return found;
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Returns the sum of all values, added up in double in a fixed order: the same for every run and every machine.
    ///
    /// The order is that of [Statistics], not from left to right, so the last bits differ from a plain loop's; it depends
    /// on the number of values alone, not on how they are stored. NaN makes the sum NaN.
    public double sum() {
        try {
            double sum = Reduction.sum(this);
            Faults.settle();
            return sum;
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    LostDataException lost(InternalError fault) {
        return origin.lost(fault, base, isEmpty() ? base : at(size - 1) + type.byteSize());
    }

    MemorySegment memory() {
        return segment;
    }

    /// Returns where a value lies in [#memory], which is checked only there.
    long at(long index) {
        return base + index * stride;
    }

    /// Decodes values.
    ///
    /// @param from        the 0-based index of the first one
    /// @param destination where they go
    void decode(long from, int count, Doubles destination) {
        long at = base + from * stride;
        try {
            if (isDouble) {
                destination.decodeDoubles(segment, at, stride, count);
            } else if (isFloat) {
                destination.decodeFloats(segment, at, stride, count);
            } else {
                double[] values = destination.values();
                for (int i = 0; i < count; i++) {
                    values[i] = get(from + i);
                }
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Tells whether the values are floats without gaps, which [Doubles#readFloats] takes.
    boolean areSingles() {
        return isFloat && stride == Float.BYTES;
    }

    /// Returns the values as a stream, for convenience; it may be made parallel.
    ///
    /// Its own `sum` compensates rounding errors and is several times slower than [#sum].
    public DoubleStream stream() {
        return StreamSupport.doubleStream(new RealSpliterator(this, 0, size), false);
    }

    /// Returns the bytes as they are stored: **big-endian**, whatever the machine.
    ///
    /// @return a read-only segment over the same memory, or nothing when there are gaps between the values
    public Optional<MemorySegment> rawSegment() {
        return isContiguous() ? Optional.of(segment.asSlice(base, size * type.byteSize())) : Optional.empty();
    }

    /// Tells whether the values lie in some memory, such as that of a file; also after that was let go of.
    ///
    /// @param memory the whole memory
    /// @return whether it is this view's: the same bytes with the same lifetime
    public boolean isOver(MemorySegment memory) {
        return SameMemory.is(segment, memory);
    }

    /// Tells whether another view reads the same bytes in the same way.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof RealView view && base == view.base && size == view.size
                && stride == view.stride && type == view.type && SameMemory.is(segment, view.segment);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(segment.address() + base) + Long.hashCode(size)) + Long.hashCode(stride);
    }

    /// Returns type and size, such as `double[1025]`.
    @Override
    public String toString() {
        return type.label() + "[" + size + "]";
    }
}
