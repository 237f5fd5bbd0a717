package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.LostDataException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/// A row of integers lying in memory, evenly spaced: ids, a set's entries, the nodes of an element.
///
/// The stored type may be any integer of 8 to 64 bits, signed or unsigned; [#get] gives a long. Unsigned 64-bit values
/// from 2^63 on come out negative, with their bits kept. Indexes are 0-based. Reading allocates nothing.
///
/// A view may add a constant to every value as it is read ([#plus]): this is how 1-based numbers become 0-based indexes
/// without a copy.
///
/// Immutable and safe for use by many threads. Every access throws [IllegalStateException] once the file that the view
/// came from is closed. Where another program has shortened the file, methods that read many values throw
/// [LostDataException]; see [Faults] for single ones.
public final class IntegerView {

    private final Origin origin;
    private final MemorySegment segment;
    private final ElementType type;
    private final long base;
    private final long size;
    private final long stride;
    private final long added;
    // The two common types as plain booleans: the JIT compiler hoists them out of loops. An int plus an int always fits
    // into a long; a constant beyond that is no common case.
    private final boolean isInt;
    private final boolean isLong;

    IntegerView(Origin origin, MemorySegment segment, ElementType type, long base, long size, long stride, long added) {
        this.origin = origin;
        this.segment = segment;
        this.type = type;
        this.base = base;
        this.size = size;
        this.stride = stride;
        this.added = added;
        this.isInt = type == ElementType.INT && (int) added == added;
        this.isLong = type == ElementType.INT64;
    }

    /// Returns the number of values.
    public long size() {
        return size;
    }

    /// Tells whether there are no values.
    public boolean isEmpty() {
        return size == 0;
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
    /// @return the value
    /// @throws IndexOutOfBoundsException when there is no such index
    /// @throws ArithmeticException when adding the constant overflows a long
    public long get(long index) {
        long at = base + Objects.checkIndex(index, size) * stride;
        if (isInt) {
            return segment.get(Layouts.INT, at) + added;
        }
        return Bulk.add(isLong ? segment.get(Layouts.LONG, at) : Layouts.integer(segment, type, at), added, index);
    }

    /// Returns one value as an int.
    ///
    /// @param index the 0-based index
    /// @return the value
    /// @throws IndexOutOfBoundsException when there is no such index
    /// @throws ArithmeticException when the value does not fit
    public int getInt(long index) {
        long value = get(index);
        if ((int) value != value) {
            throw Bulk.tooLargeForInt(value, index);
        }
        return (int) value;
    }

    /// Adds a constant to every value as it is read: `plus(-1)` turns stored numbers into indexes.
    ///
    /// @param constant what is added
    /// @return a view of the same memory
    /// @throws ArithmeticException when the constants of several calls together overflow a long
    public IntegerView plus(long constant) {
        return new IntegerView(origin, segment, type, base, size, stride, Math.addExact(added, constant));
    }

    /// Tells whether values are read as they are stored: nothing is added to them.
    public boolean isAsStored() {
        return added == 0;
    }

    /// Restricts the view to a range.
    ///
    /// @param from  the first 0-based index that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside the view
    public IntegerView slice(long from, long count) {
        Objects.checkFromIndexSize(from, count, size);
        return new IntegerView(origin, segment, type, base + (count == 0 ? 0 : from * stride), count, stride, added);
    }

    /// Tells somebody which bytes will be needed to read all values, before they are read: see [ReadAhead].
    ///
    /// @param readAhead who is told, such as `file.readAhead()`
    public void announceTo(ReadAhead readAhead) {
        Announcement.announce(readAhead, base, size, stride, type.byteSize());
    }

    /// Finds a value by looking at one after the other.
    ///
    /// @param value what is looked for
    /// @return its first 0-based index, or -1
    public long indexOf(long value) {
        try {
            for (long i = 0; i < size; i++) {
                if (get(i) == value) {
                    Faults.settle();
                    return i;
                }
            }
            Faults.settle();
            return -1;
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies all values into an array of ints.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws ArithmeticException when a value does not fit; what the array holds then is not specified
    public void copyTo(int[] destination) {
        copyTo(destination, 0, 1);
    }

    /// Copies all values into every n-th element of an array of ints.
    ///
    /// @param destination where they go
    /// @param offset      the element that gets the first value
    /// @param step        the distance from one element to the next, at least 1
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when `step` is below 1
    /// @throws ArithmeticException when a value does not fit; what the array holds then is not specified
    public void copyTo(int[] destination, int offset, int step) {
        int count = Bulk.checkRoom(size, offset, step, destination.length);
        try {
            boolean fit = true;
            if (isInt) {
                fit = IntegerLoops.ints(segment, base, stride, count, (int) added, destination, offset, step);
            } else if (isLong) {
                fit = IntegerLoops.longs(segment, base, stride, count, added, destination, offset, step);
            } else {
                for (int i = 0; i < count; i++) {
                    destination[offset + i * step] = getInt(i);
                }
            }
            if (!fit) {
                readEachInt();
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies all values into an array of longs.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(long[] destination) {
        copyTo(destination, 0, 1);
    }

    /// Copies all values into every n-th element of an array of longs.
    ///
    /// @param destination where they go
    /// @param offset      the element that gets the first value
    /// @param step        the distance from one element to the next, at least 1
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when `step` is below 1
    public void copyTo(long[] destination, int offset, int step) {
        int count = Bulk.checkRoom(size, offset, step, destination.length);
        try {
            if (isInt) {
                IntegerLoops.ints(segment, base, stride, count, added, destination, offset, step);
            } else if (isLong) {
                if (!IntegerLoops.longs(segment, base, stride, count, added, destination, offset, step)) {
                    readEach();
                }
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

    /// Copies all values to a buffer's position, in the buffer's own byte order, and moves the position behind them.
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    /// @throws ArithmeticException when a value does not fit; the position stays
    public void copyTo(IntBuffer destination) {
        int count = Bulk.checkRemaining(size, destination);
        int at = destination.position();
        try {
            if (destination.hasArray()) {
                copyTo(destination.array(), destination.arrayOffset() + at, 1);
            } else if (destination.order() == ByteOrder.nativeOrder()) {
                copyIntsTo(MemorySegment.ofBuffer(destination));
            } else {
                for (int i = 0; i < count; i++) {
                    destination.put(at + i, getInt(i));
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
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyTo(LongBuffer destination) {
        int count = Bulk.checkRemaining(size, destination);
        int at = destination.position();
        try {
            if (destination.hasArray()) {
                copyTo(destination.array(), destination.arrayOffset() + at, 1);
            } else if (destination.order() == ByteOrder.nativeOrder()) {
                copyLongsTo(MemorySegment.ofBuffer(destination));
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

    /// Copies all values to memory as ints in native byte order, one after another: an index buffer, for example.
    ///
    /// @param destination where they go, from its start
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws ArithmeticException when a value does not fit; what the memory holds then is not specified
    public void copyIntsTo(MemorySegment destination) {
        Bulk.checkRoom(size, 0, Integer.BYTES, Integer.BYTES, destination);
        try {
            boolean fit = true;
            if (isInt) {
                fit = IntegerLoops.intsToInts(segment, base, stride, size, (int) added, destination);
            } else if (isLong) {
                fit = IntegerLoops.longsToInts(segment, base, stride, size, added, destination);
            } else {
                for (long i = 0; i < size; i++) {
                    destination.set(Layouts.NATIVE_INT, i * Integer.BYTES, getInt(i));
                }
            }
            if (!fit) {
                readEachInt();
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies all values to memory as longs in native byte order, one after another.
    ///
    /// @param destination where they go, from its start
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyLongsTo(MemorySegment destination) {
        Bulk.checkRoom(size, 0, Long.BYTES, Long.BYTES, destination);
        try {
            if (isInt) {
                IntegerLoops.intsToLongs(segment, base, stride, size, added, destination);
            } else if (isLong) {
                if (!IntegerLoops.longsToLongs(segment, base, stride, size, added, destination)) {
                    readEach();
                }
            } else {
                for (long i = 0; i < size; i++) {
                    destination.set(Layouts.NATIVE_LONG, i * Long.BYTES, get(i));
                }
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    LostDataException lost(InternalError fault) {
        return origin.lost(fault, base, isEmpty() ? base : base + (size - 1) * stride + type.byteSize());
    }

    /// A loop has seen a value that does not fit: the first such one throws.
    private void readEachInt() {
        Faults.settle();
        for (long i = 0; i < size; i++) {
            getInt(i);
        }
    }

    private void readEach() {
        Faults.settle();
        for (long i = 0; i < size; i++) {
            get(i);
        }
    }

    /// Copies the values at the given indexes into an array, in the order of the indexes.
    ///
    /// @param indexes     0-based indexes into this view
    /// @param destination where the values go, from its first element on
    /// @throws IndexOutOfBoundsException when an index does not exist or the array is too short
    public void gather(int[] indexes, long[] destination) {
        Bulk.checkRoom(indexes.length, 0, 1, destination.length);
        try {
            for (int i = 0; i < indexes.length; i++) {
                destination[i] = get(indexes[i]);
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
    public void gather(IntegerView indexes, long[] destination) {
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

    /// Returns all values in a new array.
    ///
    /// @return the copy
    /// @throws IllegalStateException when there are more values than an array can hold
    public long[] toArray() {
        long[] array = new long[Bulk.arrayLength(size)];
        copyTo(array);
        return array;
    }

    /// Returns numbers, which count from 1, in a new array as indexes, which count from 0. Unlike [`plus(-1)`][#plus], this
    /// takes any number: the least of all becomes an index that is nowhere.
    ///
    /// @return one index for each value
    /// @throws IllegalStateException when there are more values than an array can hold
    public long[] toIndexes() {
        long[] indexes = toArray();
        for (int i = 0; i < indexes.length; i++) {
            indexes[i]--;
        }
        return indexes;
    }

    /// Returns all values in a new array of ints.
    ///
    /// @return the copy
    /// @throws IllegalStateException when there are more values than an array can hold
    /// @throws ArithmeticException when a value does not fit
    public int[] toIntArray() {
        int[] array = new int[Bulk.arrayLength(size)];
        copyTo(array);
        return array;
    }

    /// Returns the smallest and largest value in one pass.
    public IntegerRange minMax() {
        try {
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (long i = 0; i < size; i++) {
                long value = get(i);
                if (value < min) {
                    min = value;
                }
                if (value > max) {
                    max = value;
                }
            }
            Faults.settle();
            return new IntegerRange(min, max, size);
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Returns the sum of all values.
    ///
    /// @return the sum
    /// @throws ArithmeticException when it does not fit into a long
    public long sum() {
        try {
            try {
                long sum = 0;
                for (long i = 0; i < size; i++) {
                    long value = get(i);
                    long next = sum + value;
                    if (((sum ^ next) & (value ^ next)) < 0) {
                        throw new ArithmeticException("the sum of the first " + (i + 1) + " values does not fit into a long");
                    }
                    sum = next;
                }
                return sum;
            } finally {
                // What is refused may be something that was never read.
                Faults.settle();
            }
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Returns the values as a stream, for convenience; it may be made parallel.
    public LongStream stream() {
        return LongStream.range(0, size).map(this::get);
    }

    /// Returns the bytes as they are stored: **big-endian**, and without what [#plus] adds.
    ///
    /// @return a read-only segment over the same memory, or nothing when there are gaps between the values
    public Optional<MemorySegment> rawSegment() {
        return isContiguous() ? Optional.of(segment.asSlice(base, size * type.byteSize())) : Optional.empty();
    }

    /// Returns type and size, such as `int[920]`.
    @Override
    public String toString() {
        return type.label() + "[" + size + "]";
    }
}
