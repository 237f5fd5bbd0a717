package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;

/// One to three rows of real numbers that are the components of vectors: coordinates, or a step of a displacement.
///
/// What a viewer does with vectors at each step, in one pass over the memory and straight into its own buffer: interleave
/// x, y, z, add a displacement, take magnitudes. The only copy is the one that was asked for; a few kilobytes that stay
/// in the nearest cache are allocated for the way, however many vectors there are.
///
/// Two views are equal when their components are; see [RealView].
///
/// Immutable and safe for use by many threads. Every access throws [IllegalStateException] once the file that the
/// components came from is closed.
public final class VectorView {

    /// Components of a vector where it goes: what is missing is 0.
    private static final int AXES = 3;

    private final List<RealView> components;
    private final long size;

    private VectorView(List<RealView> components) {
        this.components = components;
        this.size = components.getFirst().size();
    }

    /// Puts components together.
    ///
    /// @param components x, perhaps y, perhaps z: as many values of each
    /// @return the vectors
    /// @throws IllegalArgumentException when there are no components, more than three, or of unequal length
    public static VectorView of(RealView... components) {
        return of(List.of(components));
    }

    /// Puts components together.
    ///
    /// @param components x, perhaps y, perhaps z: as many values of each
    /// @return the vectors
    /// @throws IllegalArgumentException when there are no components, more than three, or of unequal length
    public static VectorView of(List<RealView> components) {
        if (components.isEmpty() || components.size() > AXES) {
            throw new IllegalArgumentException("a vector has 1 to 3 components, not " + components.size());
        }
        for (RealView component : components) {
            if (component.size() != components.getFirst().size()) {
                throw new IllegalArgumentException("components of unequal length: " + components);
            }
        }
        return new VectorView(List.copyOf(components));
    }

    /// Returns the number of vectors.
    public long size() {
        return size;
    }

    /// Returns the number of components of each.
    public int dimension() {
        return components.size();
    }

    /// Returns one component of all vectors.
    ///
    /// @param axis the 0-based axis
    /// @return the component as it is stored
    /// @throws IndexOutOfBoundsException when the vectors have no such component
    public RealView component(int axis) {
        return components.get(axis);
    }

    /// Restricts the view to a range of vectors.
    ///
    /// @param from  the first 0-based index that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside the view
    public VectorView slice(long from, long count) {
        return new VectorView(components.stream().map(component -> component.slice(from, count)).toList());
    }

    /// Returns all components, in order.
    public List<RealView> components() {
        return components;
    }

    /// Returns the length of a vector.
    ///
    /// @param index the 0-based index
    /// @return the root of the sum of the squares, computed in double
    /// @throws IndexOutOfBoundsException when there is no such index
    public double magnitude(long index) {
        Objects.checkIndex(index, size);
        double sum = 0;
        for (RealView component : components) {
            double value = component.get(index);
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /// Copies the lengths of all vectors into an array.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyMagnitudesTo(double[] destination) {
        Bulk.checkRoom(size, 0, 1, destination.length);
        new VectorLoops(this).magnitudes((from, lengths, count) ->
                System.arraycopy(lengths, 0, destination, (int) from, count));
    }

    /// Copies the lengths of all vectors into an array of floats, rounded from double.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyMagnitudesTo(float[] destination) {
        Bulk.checkRoom(size, 0, 1, destination.length);
        new VectorLoops(this).magnitudes((from, lengths, count) -> {
            for (int i = 0; i < count; i++) {
                destination[(int) from + i] = (float) lengths[i];
            }
        });
    }

    /// Copies the lengths of all vectors to memory as floats in native byte order, rounded from double.
    ///
    /// @param destination where they go, from its start: `4 * size` bytes
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyMagnitudesTo(MemorySegment destination) {
        Bulk.checkRoom(size, 0, Float.BYTES, Float.BYTES, destination);
        new VectorLoops(this).magnitudes((from, lengths, count) -> {
            for (int i = 0; i < count; i++) {
                destination.set(Layouts.NATIVE_FLOAT, (from + i) * Float.BYTES, (float) lengths[i]);
            }
        });
    }

    /// Copies the lengths of all vectors to a buffer's position as floats, and moves the position behind them.
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyMagnitudesTo(FloatBuffer destination) {
        Bulk.checkRemaining(size, destination);
        new VectorLoops(this).magnitudes((_, lengths, count) -> {
            for (int i = 0; i < count; i++) {
                destination.put((float) lengths[i]);
            }
        });
    }

    /// Copies all vectors as x, y, z, x, y, z... in floats, as a vertex buffer wants them. Components that the vectors
    /// do not have are 0: a plane lies at z = 0.
    ///
    /// @param destination where they go, from its first element on: three floats for each
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyInterleavedTo(float[] destination) {
        Bulk.checkRoom(Math.multiplyExact(size, AXES), 0, 1, destination.length);
        new VectorLoops(this).points(target(destination));
    }

    /// Copies all vectors to memory as x, y, z, x, y, z... in floats of native byte order; see
    /// [#copyInterleavedTo(float[])].
    ///
    /// @param destination where they go, from its start: 12 bytes for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyInterleavedTo(MemorySegment destination) {
        Bulk.checkRoom(Math.multiplyExact(size, AXES), 0, Float.BYTES, Float.BYTES, destination);
        new VectorLoops(this).points(target(destination));
    }

    /// Copies all vectors to a buffer's position as x, y, z, x, y, z... in floats, and moves the position behind them; see
    /// [#copyInterleavedTo(float[])].
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyInterleavedTo(FloatBuffer destination) {
        Bulk.checkRemaining(Math.multiplyExact(size, AXES), destination);
        new VectorLoops(this).points(target(destination));
    }

    /// Copies all vectors, moved by others, as x, y, z, x, y, z... in floats: a deformed mesh. `this + scale * displacement`
    /// is computed in double and rounded once. Components that one of the two does not have count as 0.
    ///
    /// @param displacement as many vectors, such as a step of the displacement
    /// @param scale        by which they are multiplied
    /// @param destination  where the result goes, from its first element on: three floats for each
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when there are not as many vectors
    public void copyDisplacedTo(VectorView displacement, double scale, float[] destination) {
        Bulk.checkRoom(Math.multiplyExact(size, AXES), 0, 1, destination.length);
        new VectorLoops(this).displaced(checked(displacement), scale, target(destination));
    }

    /// Copies all vectors, moved by others, to memory in floats of native byte order; see
    /// [#copyDisplacedTo(VectorView,double,float[])].
    ///
    /// @param displacement as many vectors, such as a step of the displacement
    /// @param scale        by which they are multiplied
    /// @param destination  where the result goes, from its start: 12 bytes for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when there are not as many vectors
    public void copyDisplacedTo(VectorView displacement, double scale, MemorySegment destination) {
        Bulk.checkRoom(Math.multiplyExact(size, AXES), 0, Float.BYTES, Float.BYTES, destination);
        new VectorLoops(this).displaced(checked(displacement), scale, target(destination));
    }

    /// Copies all vectors, moved by others, to a buffer's position, and moves the position behind them; see
    /// [#copyDisplacedTo(VectorView,double,float[])].
    ///
    /// @param displacement as many vectors, such as a step of the displacement
    /// @param scale        by which they are multiplied
    /// @param destination  where the result goes
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    /// @throws IllegalArgumentException when there are not as many vectors
    public void copyDisplacedTo(VectorView displacement, double scale, FloatBuffer destination) {
        Bulk.checkRemaining(Math.multiplyExact(size, AXES), destination);
        new VectorLoops(this).displaced(checked(displacement), scale, target(destination));
    }

    private static FloatTarget target(float[] destination) {
        return FloatTarget.of(destination);
    }

    private static FloatTarget target(MemorySegment destination) {
        return FloatTarget.of(destination, AXES * VectorLoops.BLOCK);
    }

    private static FloatTarget target(FloatBuffer destination) {
        return FloatTarget.of(destination, AXES * VectorLoops.BLOCK);
    }

    private VectorView checked(VectorView displacement) {
        if (displacement.size != size) {
            throw new IllegalArgumentException(displacement.size + " displacements for " + size + " points");
        }
        return displacement;
    }

    /// Tells whether another view puts the same components together.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof VectorView view && components.equals(view.components);
    }

    @Override
    public int hashCode() {
        return components.hashCode();
    }

    /// Returns dimension and size, such as `vector 3d[1025]`.
    @Override
    public String toString() {
        return "vector " + dimension() + "d[" + size + "]";
    }
}
