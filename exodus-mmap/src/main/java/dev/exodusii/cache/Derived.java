package dev.exodusii.cache;

import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// What can be made from views of a file, such as the values of a step as floats: the key of a copy, and how it is made.
///
/// Two of them must be equal when they would make the same, and only then: records whose components are views, which are
/// equal when they read the same bytes, are so by themselves. A program may derive arrays of its own:
///
/// ```java
/// record Range(RealView values) implements Derived<MinMax> {
///     public long bytes() { return 64; }
///     public List<RealView> sources() { return List.of(values); }
///     public MinMax make() { return values.minMax(); }
/// }
/// ```
///
/// What begins with `native` is memory outside the heap in native byte order, which can go to a GPU or to native code
/// without another copy, and is read-only. The rest are arrays, which cannot be protected.
///
/// @param <T> what is made: an array or memory
public interface Derived<T> {

    /// Returns how many bytes [#make] will allocate.
    long bytes();

    /// Returns the views that it is made from; a cache lets go of it when one of their files is invalidated.
    List<RealView> sources();

    /// Makes it. Called by the thread that asks first, whichever that is; it may ask the cache for something else.
    ///
    /// @return what was made; shared, so nobody may write to it
    /// @throws IllegalStateException when the file of a view is closed
    T make();

    /// Describes the values of a view as floats; doubles are rounded.
    ///
    /// @param values the values, such as a step of a variable
    /// @return one float for each
    /// @throws IllegalArgumentException when there are more than an array can hold
    static Derived<float[]> floats(RealView values) {
        return new FloatArray(new Floats.Values(values));
    }

    /// Describes the values of a view as floats in native memory; doubles are rounded.
    ///
    /// @param values the values, such as a step of a variable
    /// @return four bytes for each
    static Derived<MemorySegment> nativeFloats(RealView values) {
        return new FloatMemory(new Floats.Values(values));
    }

    /// Describes the values of a view as doubles.
    ///
    /// @param values the values, such as a step of a variable
    /// @return one double for each
    /// @throws IllegalArgumentException when there are more than an array can hold
    static Derived<double[]> doubles(RealView values) {
        return new DoubleArray(values);
    }

    /// Describes the values of a view as doubles in native memory.
    ///
    /// @param values the values, such as a step of a variable
    /// @return eight bytes for each
    static Derived<MemorySegment> nativeDoubles(RealView values) {
        return new DoubleMemory(values);
    }

    /// Describes the lengths of vectors; see [VectorView#copyMagnitudesTo(float[])].
    ///
    /// @param vectors the vectors, such as a step of a displacement
    /// @return one float for each
    /// @throws IllegalArgumentException when there are more than an array can hold
    static Derived<float[]> magnitudes(VectorView vectors) {
        return new FloatArray(new Floats.Magnitudes(vectors));
    }

    /// Describes the lengths of vectors in native memory; see [VectorView#copyMagnitudesTo(MemorySegment)].
    ///
    /// @param vectors the vectors, such as a step of a displacement
    /// @return four bytes for each
    static Derived<MemorySegment> nativeMagnitudes(VectorView vectors) {
        return new FloatMemory(new Floats.Magnitudes(vectors));
    }

    /// Describes vectors as x, y, z, x, y, z...; see [VectorView#copyInterleavedTo(float[])].
    ///
    /// @param points the vectors, such as `file.coordinates().vectors()`
    /// @return three floats for each
    /// @throws IllegalArgumentException when there are more than an array can hold
    static Derived<float[]> positions(VectorView points) {
        return new FloatArray(new Floats.Positions(points));
    }

    /// Describes vectors as x, y, z, x, y, z... in native memory; see [VectorView#copyInterleavedTo(MemorySegment)].
    ///
    /// @param points the vectors, such as `file.coordinates().vectors()`
    /// @return twelve bytes for each
    static Derived<MemorySegment> nativePositions(VectorView points) {
        return new FloatMemory(new Floats.Positions(points));
    }

    /// Describes a deformed mesh as x, y, z, x, y, z...; see [VectorView#copyDisplacedTo(VectorView,double,float[])].
    ///
    /// @param points       where the nodes are
    /// @param displacement as many vectors, such as a step of the displacement
    /// @param scale        by which they are multiplied; each scale is another copy
    /// @return three floats for each
    /// @throws IllegalArgumentException when there are not as many vectors, or more than an array can hold
    static Derived<float[]> displaced(VectorView points, VectorView displacement, double scale) {
        return new FloatArray(new Floats.Displaced(points, displacement, scale));
    }

    /// Describes a deformed mesh as x, y, z, x, y, z... in native memory; see
    /// [VectorView#copyDisplacedTo(VectorView,double,MemorySegment)].
    ///
    /// @param points       where the nodes are
    /// @param displacement as many vectors, such as a step of the displacement
    /// @param scale        by which they are multiplied; each scale is another copy
    /// @return twelve bytes for each
    /// @throws IllegalArgumentException when there are not as many vectors
    static Derived<MemorySegment> nativeDisplaced(VectorView points, VectorView displacement, double scale) {
        return new FloatMemory(new Floats.Displaced(points, displacement, scale));
    }
}
