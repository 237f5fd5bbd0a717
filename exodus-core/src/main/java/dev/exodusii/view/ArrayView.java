package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// An array of any rank lying in memory: the shape algebra from which the typed views are cut.
///
/// Dimensions are in storage order, slowest first, indexes are 0-based. Each dimension has a stride in bytes, so that
/// a selection or a slice of a view is again a view. The whole extent is proven to lie inside the segment when a view
/// is made; afterwards an index check is enough.
public final class ArrayView {

    private final Origin origin;
    private final MemorySegment segment;
    private final ElementType type;
    private final long base;
    private final long[] shape;
    private final long[] strides;

    private ArrayView(Origin origin, MemorySegment segment, ElementType type, long base, long[] shape, long[] strides) {
        this.origin = origin;
        this.segment = segment;
        this.type = type;
        this.base = base;
        this.shape = shape;
        this.strides = strides;
    }

    /// Makes a view with strides of its own.
    ///
    /// @param segment the memory
    /// @param type    the type of the stored values
    /// @param base    the byte offset of the first value
    /// @param shape   the length of each dimension, slowest first; empty for a single value
    /// @param strides the bytes from one index to the next, for each dimension; 0 repeats the same values
    /// @return the view
    /// @throws IllegalArgumentException when a length or stride is negative or the ranks differ
    /// @throws IndexOutOfBoundsException when a value would lie outside the segment
    public static ArrayView of(MemorySegment segment, ElementType type, long base, long[] shape, long[] strides) {
        if (shape.length != strides.length) {
            throw new IllegalArgumentException(shape.length + " lengths but " + strides.length + " strides");
        }
        ArrayView view = new ArrayView(Origin.MEMORY, segment.asReadOnly(), type, base, shape.clone(), strides.clone());
        view.checkExtent();
        // An empty array keeps no strides: no index into it may lead outside the segment.
        return view.count() > 0 ? view : new ArrayView(Origin.MEMORY, view.segment, type, base, view.shape, new long[shape.length]);
    }

    /// Makes a view of values that follow one another without gaps.
    ///
    /// @param segment the memory
    /// @param type    the type of the stored values
    /// @param base    the byte offset of the first value
    /// @param shape   the length of each dimension, slowest first; none for a single value
    /// @return the view
    /// @throws IllegalArgumentException when a length is negative or the size overflows
    /// @throws IndexOutOfBoundsException when a value would lie outside the segment
    public static ArrayView contiguous(MemorySegment segment, ElementType type, long base, long... shape) {
        long[] strides = new long[shape.length];
        long stride = type.byteSize();
        for (int d = shape.length - 1; d >= 0; d--) {
            strides[d] = stride;
            try {
                stride = Math.multiplyExact(stride, Math.max(1, shape[d]));
            } catch (ArithmeticException overflow) {
                throw new IllegalArgumentException("too many values: " + Arrays.toString(shape), overflow);
            }
        }
        return of(segment, type, base, shape, strides);
    }

    /// Tells messages of what file and variable the values are.
    ///
    /// @param values the file and the variable
    /// @return the same view, whose parts know it too
    public ArrayView ofOrigin(Origin values) {
        return new ArrayView(values, segment, type, base, shape, strides);
    }

    private void checkExtent() {
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] < 0 || strides[d] < 0) {
                throw new IllegalArgumentException("negative length or stride: shape " + Arrays.toString(shape)
                        + ", strides " + Arrays.toString(strides));
            }
        }
        long bytes = count() == 0 ? 0 : type.byteSize();
        long last = base;
        try {
            // Whichever dimensions are joined later, an empty one among them or not, their product is not above this.
            long most = 1;
            for (int d = 0; d < shape.length; d++) {
                most = Math.multiplyExact(most, Math.max(1, shape[d]));
                last = bytes == 0 ? last : Math.addExact(last, Math.multiplyExact(shape[d] - 1, strides[d]));
            }
            if (base < 0 || Math.addExact(last, bytes) > segment.byteSize()) {
                throw outside();
            }
        } catch (ArithmeticException overflow) {
            IndexOutOfBoundsException outside = outside();
            outside.initCause(overflow);
            throw outside;
        }
    }

    private IndexOutOfBoundsException outside() {
        return new IndexOutOfBoundsException("a view of " + type.label() + Arrays.toString(shape) + " at byte " + base
                + " with strides " + Arrays.toString(strides) + " does not fit into " + segment.byteSize() + " bytes");
    }

    /// Returns the type of the stored values.
    public ElementType type() {
        return type;
    }

    /// Returns the number of dimensions; 0 for a single value.
    public int rank() {
        return shape.length;
    }

    /// Returns the length of each dimension, slowest first, as a fresh array.
    public long[] shape() {
        return shape.clone();
    }

    /// Returns the length of one dimension.
    ///
    /// @param dimension the 0-based dimension
    /// @return its length
    public long length(int dimension) {
        return shape[Objects.checkIndex(dimension, shape.length)];
    }

    /// Returns the number of values: the product of all lengths, 1 for a single value.
    public long count() {
        return product(shape);
    }

    /// Zero as soon as one factor is, whatever the others; otherwise construction has proven that it fits.
    private static long product(long[] lengths) {
        long product = 1;
        for (long length : lengths) {
            product *= length;
        }
        return product;
    }

    /// Tells whether the values follow one another without gaps, in storage order.
    public boolean isContiguous() {
        return isContiguousFrom(0);
    }

    private boolean isContiguousFrom(int dimension) {
        if (count() == 0) {
            return true;
        }
        long expected = type.byteSize();
        for (int d = shape.length - 1; d >= dimension; d--) {
            if (shape[d] > 1 && strides[d] != expected) {
                return false;
            }
            expected *= shape[d];
        }
        return true;
    }

    /// Fixes one index: the view of one rank less that remains.
    ///
    /// @param dimension the 0-based dimension that disappears
    /// @param index     the 0-based index in it
    /// @return the rest
    /// @throws IndexOutOfBoundsException when either does not exist
    public ArrayView select(int dimension, long index) {
        Objects.checkIndex(index, length(dimension));
        return new ArrayView(origin, segment, type, base + index * strides[dimension], without(shape, dimension),
                without(strides, dimension));
    }

    /// Restricts one dimension to a range.
    ///
    /// @param dimension the 0-based dimension
    /// @param from      the first 0-based index that stays
    /// @param count     how many stay
    /// @return a view of the same rank
    /// @throws IndexOutOfBoundsException when the range does not lie inside the dimension
    public ArrayView slice(int dimension, long from, long count) {
        Objects.checkFromIndexSize(from, count, length(dimension));
        long[] sliced = shape.clone();
        sliced[dimension] = count;
        return new ArrayView(origin, segment, type, base + (count == 0 ? 0 : from * strides[dimension]), sliced, strides);
    }

    /// Exchanges two dimensions; nothing moves.
    ///
    /// @param one   a 0-based dimension
    /// @param other another one
    /// @return a view of the same rank
    /// @throws IndexOutOfBoundsException when either does not exist
    public ArrayView transposed(int one, int other) {
        long[] exchangedShape = shape.clone();
        long[] exchangedStrides = strides.clone();
        exchangedShape[one] = length(other);
        exchangedShape[other] = length(one);
        exchangedStrides[one] = strides[other];
        exchangedStrides[other] = strides[one];
        return new ArrayView(origin, segment, type, base, exchangedShape, exchangedStrides);
    }

    /// Adds a leading dimension along which the same values repeat, such as constants over all time steps.
    ///
    /// @param times the length of the new first dimension
    /// @return a view of one rank more
    /// @throws IllegalArgumentException when `times` is negative
    /// @throws IndexOutOfBoundsException when there would be more than [Long#MAX_VALUE] values
    public ArrayView repeated(long times) {
        long[] longer = prepend(times, shape);
        return of(segment, type, base, longer, prepend(0, strides)).ofOrigin(origin);
    }

    /// Adds a last dimension of length 1: a vector becomes a matrix of one column.
    ///
    /// @return a view of one rank more
    public ArrayView asColumn() {
        long[] longer = Arrays.copyOf(shape, shape.length + 1);
        long[] steps = Arrays.copyOf(strides, strides.length + 1);
        longer[shape.length] = 1;
        steps[shape.length] = type.byteSize();
        return new ArrayView(origin, segment, type, base, longer, steps);
    }

    /// Gives contiguous values another shape; nothing moves.
    ///
    /// @param newShape the lengths, slowest first, of the same number of values
    /// @return the view
    /// @throws IllegalArgumentException when there are gaps between the values or their number differs
    public ArrayView reshaped(long... newShape) {
        ArrayView flat = flattened(0);
        if (!flat.isContiguous() || product(newShape) != count()) {
            throw new IllegalArgumentException(this + " cannot become " + type.label() + Arrays.toString(newShape));
        }
        return contiguous(segment, type, base, newShape).ofOrigin(origin);
    }

    /// Joins the dimensions from one on into a single one, where their values follow one another evenly.
    ///
    /// @param from the 0-based dimension with which the joined ones begin
    /// @return a view of rank `from + 1`
    /// @throws IndexOutOfBoundsException when `from` is negative or above the rank
    /// @throws IllegalArgumentException when there are gaps, as between the records of a record variable
    public ArrayView flattened(int from) {
        Objects.checkIndex(from, rank() + 1);
        if (from == rank() - 1) {
            return this;
        }
        if (!isContiguousFrom(from)) {
            throw new IllegalArgumentException("the values of " + this + " are not contiguous from dimension " + from
                    + " on; select an index of an outer dimension first");
        }
        long[] flatShape = Arrays.copyOf(shape, from + 1);
        long[] flatStrides = Arrays.copyOf(strides, from + 1);
        flatShape[from] = product(Arrays.copyOfRange(shape, from, shape.length));
        flatStrides[from] = count() == 0 ? 0 : type.byteSize();
        return new ArrayView(origin, segment, type, base, flatShape, flatStrides);
    }

    /// Returns the values as real numbers: those of a vector, a single value, or a contiguous array in storage order.
    ///
    /// @return the view; integers are converted to double when they are read
    /// @throws IllegalArgumentException when the values are text, or an array with gaps
    public RealView reals() {
        checkNumeric();
        ArrayView flat = flattened(0);
        return new RealView(origin, segment, type, flat.base, flat.shape[0], flat.strides[0]);
    }

    /// Returns the values as integers: those of a vector, a single value, or a contiguous array in storage order.
    ///
    /// @return the view
    /// @throws IllegalArgumentException when the values are not integers, or an array with gaps
    public IntegerView integers() {
        checkInteger();
        ArrayView flat = flattened(0);
        return new IntegerView(origin, segment, type, flat.base, flat.shape[0], flat.strides[0], 0);
    }

    /// Returns the values as a matrix of real numbers: the first dimension gives the rows, all others the columns.
    ///
    /// @return the view; integers are converted to double when they are read
    /// @throws IllegalArgumentException when the values are text, the rank is below 2, or columns have gaps
    public RealMatrix realMatrix() {
        checkNumeric();
        ArrayView flat = matrix();
        return new RealMatrix(origin, segment, type, flat.base, flat.shape[0], flat.shape[1], flat.strides[0], flat.strides[1]);
    }

    /// Returns the values as a matrix of integers: the first dimension gives the rows, all others the columns.
    ///
    /// @return the view
    /// @throws IllegalArgumentException when the values are not integers, the rank is below 2, or columns have gaps
    public IntegerMatrix integerMatrix() {
        checkInteger();
        ArrayView flat = matrix();
        return new IntegerMatrix(origin, segment, type, flat.base, flat.shape[0], flat.shape[1], flat.strides[0],
                flat.strides[1], 0);
    }

    /// Returns the values as rows of text: the last dimension is the width of a row, the others count the rows.
    ///
    /// @return the view; a single value or vector is one row
    /// @throws IllegalArgumentException when the values are wider than one byte, or rows have gaps between them
    public TextView text() {
        if (type.byteSize() != 1) {
            throw new IllegalArgumentException("values of type " + type.label() + " are not text");
        }
        if (rank() <= 1) {
            ArrayView flat = flattened(0);
            return new TextView(origin, segment, flat.base, 1, flat.shape[0], 0, flat.strides[0]);
        }
        if (rank() == 2) {
            return new TextView(origin, segment, base, shape[0], shape[1], strides[0], strides[1]);
        }
        long width = shape[rank() - 1];
        return new TextView(origin, segment, flattened(0).base, product(Arrays.copyOf(shape, rank() - 1)), width, width, 1);
    }

    private ArrayView matrix() {
        if (rank() < 2) {
            throw new IllegalArgumentException(this + " is not a matrix");
        }
        return flattened(1);
    }

    private void checkNumeric() {
        if (type == ElementType.CHAR) {
            throw new IllegalArgumentException("values of type char are text, not numbers");
        }
    }

    private void checkInteger() {
        if (!type.isInteger()) {
            throw new IllegalArgumentException("values of type " + type.label() + " are not integers");
        }
    }

    /// Returns the bytes as they are stored: **big-endian**, whatever the machine.
    ///
    /// @return a read-only segment over the same memory, or nothing when there are gaps between the values
    public Optional<MemorySegment> rawSegment() {
        return isContiguous() ? Optional.of(segment.asSlice(base, count() * type.byteSize())) : Optional.empty();
    }

    private static long[] without(long[] values, int position) {
        long[] shorter = new long[values.length - 1];
        System.arraycopy(values, 0, shorter, 0, position);
        System.arraycopy(values, position + 1, shorter, position, shorter.length - position);
        return shorter;
    }

    private static long[] prepend(long value, long[] values) {
        long[] longer = new long[values.length + 1];
        longer[0] = value;
        System.arraycopy(values, 0, longer, 1, values.length);
        return longer;
    }

    /// Returns type and shape, such as `double[6, 1025]`.
    @Override
    public String toString() {
        return type.label() + Arrays.toString(shape);
    }
}
