package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Vectors between two steps: what [VectorView] does with the vectors of one step, at a time between two. Components are
/// interpolated as [InterpolatedView] tells, in double, before anything else is done with them; with weight 0 or 1 all
/// results are those of the one step, bit for bit.
///
/// Immutable and safe for use by many threads. Every access throws [IllegalStateException] once the file that the values
/// came from is closed.
public final class InterpolatedVectors {

    private static final int AXES = 3;

    private final VectorView before;
    private final VectorView after;
    private final double weight;
    private final @Nullable VectorView stored;

    private InterpolatedVectors(VectorView before, VectorView after, double weight) {
        this.before = before;
        this.after = after;
        this.weight = weight;
        this.stored = InterpolatedView.stored(before, after, weight);
    }

    /// Takes the vectors of one step, for what takes vectors between two.
    ///
    /// @param vectors the vectors
    /// @return the same vectors
    public static InterpolatedVectors of(VectorView vectors) {
        return new InterpolatedVectors(vectors, vectors, 0);
    }

    /// Puts the vectors of two steps together.
    ///
    /// @param before the vectors at weight 0
    /// @param after  as many at weight 1, with as many components
    /// @param weight from 0 to 1
    /// @return the vectors between
    /// @throws IllegalArgumentException when they do not fit together or the weight is not from 0 to 1
    public static InterpolatedVectors of(VectorView before, VectorView after, double weight) {
        if (before.size() != after.size() || before.dimension() != after.dimension()) {
            throw new IllegalArgumentException("nothing is between " + before + " and " + after);
        }
        return new InterpolatedVectors(before, after, weight);
    }

    /// Returns the number of vectors.
    public long size() {
        return before.size();
    }

    /// Returns the number of components of each.
    public int dimension() {
        return before.dimension();
    }

    /// Returns the vectors at weight 0.
    public VectorView before() {
        return before;
    }

    /// Returns the vectors at weight 1.
    public VectorView after() {
        return after;
    }

    /// Returns the share of [#after], from 0 to 1.
    public double weight() {
        return weight;
    }

    /// Returns the vectors whose values these are as they are stored: those before at weight 0, those after at weight 1.
    ///
    /// @return the vectors; nothing where values of both are needed
    public Optional<VectorView> stored() {
        return Optional.ofNullable(stored);
    }

    /// Returns one component of all vectors.
    ///
    /// @param axis the 0-based axis
    /// @return the component
    /// @throws IndexOutOfBoundsException when the vectors have no such component
    public InterpolatedView component(int axis) {
        return InterpolatedView.of(before.component(axis), after.component(axis), weight);
    }

    /// Restricts the view to a range of vectors.
    ///
    /// @param from  the first 0-based index that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside the view
    public InterpolatedVectors slice(long from, long count) {
        return new InterpolatedVectors(before.slice(from, count), after.slice(from, count), weight);
    }

    /// Copies the lengths of the interpolated vectors into an array of floats.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyMagnitudesTo(float[] destination) {
        if (stored != null) {
            stored.copyMagnitudesTo(destination);
            return;
        }
        Bulk.checkRoom(size(), 0, 1, destination.length);
        magnitudes(FloatTarget.of(destination));
    }

    /// Copies the lengths of the interpolated vectors to a buffer's position as floats, and moves the position behind them.
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyMagnitudesTo(FloatBuffer destination) {
        if (stored != null) {
            stored.copyMagnitudesTo(destination);
            return;
        }
        Bulk.checkRemaining(size(), destination);
        magnitudes(FloatTarget.of(destination, Blend.BLOCK));
    }

    /// Copies the lengths of the interpolated vectors to memory as floats in native byte order.
    ///
    /// @param destination where they go, from its start: 4 bytes for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyMagnitudesTo(MemorySegment destination) {
        if (stored != null) {
            stored.copyMagnitudesTo(destination);
            return;
        }
        Bulk.checkRoom(size(), 0, Float.BYTES, Float.BYTES, destination);
        magnitudes(FloatTarget.of(destination, Blend.BLOCK));
    }

    /// Copies all vectors as x, y, z, x, y, z... in floats; see [VectorView#copyInterleavedTo(float[])].
    ///
    /// @param destination where they go, from its first element on: three floats for each
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyInterleavedTo(float[] destination) {
        if (stored != null) {
            stored.copyInterleavedTo(destination);
            return;
        }
        checkPoints(destination);
        points(FloatTarget.of(destination));
    }

    /// Copies all vectors to memory as x, y, z, x, y, z... in floats of native byte order.
    ///
    /// @param destination where they go, from its start: 12 bytes for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyInterleavedTo(MemorySegment destination) {
        if (stored != null) {
            stored.copyInterleavedTo(destination);
            return;
        }
        checkPoints(destination);
        points(FloatTarget.of(destination, AXES * Blend.BLOCK));
    }

    /// Copies all vectors to a buffer's position as x, y, z, x, y, z... in floats, and moves the position behind them.
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyInterleavedTo(FloatBuffer destination) {
        if (stored != null) {
            stored.copyInterleavedTo(destination);
            return;
        }
        Bulk.checkRemaining(Math.multiplyExact(size(), AXES), destination);
        points(FloatTarget.of(destination, AXES * Blend.BLOCK));
    }

    /// Copies points that are moved by the interpolated vectors, as x, y, z, x, y, z... in floats: a deformed mesh at a time
    /// between two steps. `points + scale * this` is computed in double and rounded once. Components that one of the two
    /// does not have count as 0.
    ///
    /// @param points      as many points, such as `file.coordinates().vectors()`
    /// @param scale       by which the vectors are multiplied
    /// @param destination where the result goes, from its first element on: three floats for each
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when there are not as many points
    public void copyDisplacedTo(VectorView points, double scale, float[] destination) {
        if (stored != null) {
            points.copyDisplacedTo(stored, scale, destination);
            return;
        }
        checkPoints(destination);
        displaced(checked(points), scale, FloatTarget.of(destination));
    }

    /// Copies points that are moved by the interpolated vectors to memory, in floats of native byte order; see
    /// [#copyDisplacedTo(VectorView,double,float[])].
    ///
    /// @param points      as many points
    /// @param scale       by which the vectors are multiplied
    /// @param destination where the result goes, from its start: 12 bytes for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when there are not as many points
    public void copyDisplacedTo(VectorView points, double scale, MemorySegment destination) {
        if (stored != null) {
            points.copyDisplacedTo(stored, scale, destination);
            return;
        }
        checkPoints(destination);
        displaced(checked(points), scale, FloatTarget.of(destination, AXES * Blend.BLOCK));
    }

    /// Copies points that are moved by the interpolated vectors to a buffer's position, and moves the position behind them;
    /// see [#copyDisplacedTo(VectorView,double,float[])].
    ///
    /// @param points      as many points
    /// @param scale       by which the vectors are multiplied
    /// @param destination where the result goes
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    /// @throws IllegalArgumentException when there are not as many points
    public void copyDisplacedTo(VectorView points, double scale, FloatBuffer destination) {
        if (stored != null) {
            points.copyDisplacedTo(stored, scale, destination);
            return;
        }
        Bulk.checkRemaining(Math.multiplyExact(size(), AXES), destination);
        displaced(checked(points), scale, FloatTarget.of(destination, AXES * Blend.BLOCK));
    }

    private void checkPoints(float[] destination) {
        Bulk.checkRoom(Math.multiplyExact(size(), AXES), 0, 1, destination.length);
    }

    private void checkPoints(MemorySegment destination) {
        Bulk.checkRoom(Math.multiplyExact(size(), AXES), 0, Float.BYTES, Float.BYTES, destination);
    }

    private VectorView checked(VectorView points) {
        if (points.size() != size()) {
            throw new IllegalArgumentException(size() + " displacements for " + points.size() + " points");
        }
        return points;
    }

    private Blend[] blends() {
        Blend[] blends = new Blend[dimension()];
        for (int axis = 0; axis < blends.length; axis++) {
            blends[axis] = new Blend(before.component(axis), after.component(axis), weight);
        }
        return blends;
    }

    private void magnitudes(FloatTarget target) {
        Blend[] blends = blends();
        double[] squares = new double[Blend.BLOCK];
        for (long from = 0; from < size(); from += Blend.BLOCK) {
            Arrays.fill(squares, 0);
            for (Blend blend : blends) {
                addSquares(blend.next(), squares);
            }
            int count = blends[0].count();
            float[] room = target.room();
            int at = target.at(from);
            for (int i = 0; i < count; i++) {
                room[at + i] = (float) Math.sqrt(squares[i]);
            }
            target.take(from, count);
        }
    }

    private static void addSquares(double[] values, double[] squares) {
        for (int i = 0; i < Blend.BLOCK; i++) {
            squares[i] += values[i] * values[i];
        }
    }

    private void points(FloatTarget target) {
        Blend[] blends = blends();
        double[] nothing = new double[Blend.BLOCK];
        for (long from = 0; from < size(); from += Blend.BLOCK) {
            int at = target.at(AXES * from);
            int count = 0;
            for (int axis = 0; axis < AXES; axis++) {
                double[] values = axis < blends.length ? blends[axis].next() : nothing;
                count = blends[0].count();
                spread(values, count, target.room(), at + axis);
            }
            target.take(AXES * from, AXES * count);
        }
    }

    private void displaced(VectorView points, double scale, FloatTarget target) {
        Blend[] blends = blends();
        Doubles room = new Doubles(Blend.BLOCK);
        double[] place = room.values();
        for (long from = 0; from < size(); from += Blend.BLOCK) {
            int at = target.at(AXES * from);
            int count = (int) Math.min(Blend.BLOCK, size() - from);
            for (int axis = 0; axis < AXES; axis++) {
                if (axis < points.dimension()) {
                    points.component(axis).decode(from, count, room);
                } else {
                    Arrays.fill(place, 0);
                }
                if (axis < blends.length) {
                    move(place, blends[axis].next(), scale);
                }
                spread(place, count, target.room(), at + axis);
            }
            target.take(AXES * from, AXES * count);
        }
    }

    private static void move(double[] points, double[] moves, double scale) {
        for (int i = 0; i < Blend.BLOCK; i++) {
            points[i] += scale * moves[i];
        }
    }

    private static void spread(double[] values, int count, float[] points, int offset) {
        for (int i = 0; i < count; i++) {
            points[offset + AXES * i] = (float) values[i];
        }
    }

    /// Returns the vectors and the weight, such as `0.25 from vector 3d[6] to vector 3d[6]`.
    @Override
    public String toString() {
        return weight + " from " + before + " to " + after;
    }
}
