package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Interleaves vectors x, y and z of floats to three vectors x, y, z, x, y, z...
///
/// Since 3 and the number of lanes have no common divisor, one permutation puts the lanes of x where they belong in all
/// three results, and one each those of y and z; each result then takes its lanes from the three. As ints, whose lanes
/// HotSpot moves with fewer instructions than those of floats (JDK 25).
///
/// A record, because the compiler takes the fields of a constant one for constants.
///
/// @param x  where the lanes of x go
/// @param y0 which lanes of the first result are of y
record SimdSpread(VectorShuffle<Integer> x, VectorShuffle<Integer> y, VectorShuffle<Integer> z,
        VectorMask<Integer> y0, VectorMask<Integer> z0, VectorMask<Integer> y1, VectorMask<Integer> z1,
        VectorMask<Integer> y2, VectorMask<Integer> z2) {

    private static final int AXES = 3;

    static SimdSpread of(VectorShape shape) {
        VectorSpecies<Integer> species = VectorSpecies.of(int.class, shape);
        return new SimdSpread(lanes(species, 0), lanes(species, 1), lanes(species, 2), which(species, 0, 1),
                which(species, 0, 2), which(species, 1, 1), which(species, 1, 2), which(species, 2, 1), which(species, 2, 2));
    }

    private static VectorShuffle<Integer> lanes(VectorSpecies<Integer> species, int axis) {
        int[] from = new int[species.length()];
        for (int i = 0; i < from.length; i++) {
            from[(AXES * i + axis) % from.length] = i;
        }
        return VectorShuffle.fromArray(species, from, 0);
    }

    private static VectorMask<Integer> which(VectorSpecies<Integer> species, int result, int axis) {
        boolean[] are = new boolean[species.length()];
        for (int i = 0; i < are.length; i++) {
            are[i] = (result * are.length + i) % AXES == axis;
        }
        return VectorMask.fromArray(species, are, 0);
    }

    void store(FloatVector xs, FloatVector ys, FloatVector zs, float[] points, int at) {
        IntVector a = xs.reinterpretAsInts().rearrange(x);
        IntVector b = ys.reinterpretAsInts().rearrange(y);
        IntVector c = zs.reinterpretAsInts().rearrange(z);
        int lanes = x.length();
        a.blend(b, y0).blend(c, z0).reinterpretAsFloats().intoArray(points, at);
        a.blend(b, y1).blend(c, z1).reinterpretAsFloats().intoArray(points, at + lanes);
        a.blend(b, y2).blend(c, z2).reinterpretAsFloats().intoArray(points, at + 2 * lanes);
    }

    void store(FloatVector xs, FloatVector ys, FloatVector zs, MemorySegment points, long at) {
        IntVector a = xs.reinterpretAsInts().rearrange(x);
        IntVector b = ys.reinterpretAsInts().rearrange(y);
        IntVector c = zs.reinterpretAsInts().rearrange(z);
        long bytes = (long) x.length() * Float.BYTES;
        a.blend(b, y0).blend(c, z0).intoMemorySegment(points, at, ByteOrder.nativeOrder());
        a.blend(b, y1).blend(c, z1).intoMemorySegment(points, at + bytes, ByteOrder.nativeOrder());
        a.blend(b, y2).blend(c, z2).intoMemorySegment(points, at + 2 * bytes, ByteOrder.nativeOrder());
    }
}
