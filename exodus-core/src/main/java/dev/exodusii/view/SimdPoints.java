package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// What [PointLoops] does to arrays, with the Vector API. Loaded only where [Simd] says so.
///
/// Vectors x, y and z become three vectors x, y, z, x, y, z... Since 3 and the number of lanes have no common divisor, one
/// permutation puts the lanes of x where they belong in all three of them, and one each those of y and z; each result then
/// takes its lanes from the three. As ints, whose lanes HotSpot moves with fewer instructions than those of floats (JDK 25).
///
/// The loops repeat each other and call nothing of ours: where a method that takes or returns vectors is not compiled
/// into its caller, which HotSpot decides anew in each program, each vector becomes an object, and all takes a hundred
/// times as long. Of [SimdFold]: why a byte is read with each vector.
///
/// All methods take whole vectors and return how many points these were; a few at the end are left to the caller.
final class SimdPoints {

    private static final int AXES = 3;

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    /// As many floats, and ints, as there are doubles in a vector.
    private static final VectorSpecies<Float> FLOATS = SimdCopy.FEW_FLOATS;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());

    // Where the lanes of an axis go.
    private static final VectorShuffle<Integer> X = lanes(0);
    private static final VectorShuffle<Integer> Y = lanes(1);
    private static final VectorShuffle<Integer> Z = lanes(2);
    // Which lanes of the three results are of an axis.
    private static final VectorMask<Integer> Y_1 = which(0, 1);
    private static final VectorMask<Integer> Z_1 = which(0, 2);
    private static final VectorMask<Integer> Y_2 = which(1, 1);
    private static final VectorMask<Integer> Z_2 = which(1, 2);
    private static final VectorMask<Integer> Y_3 = which(2, 1);
    private static final VectorMask<Integer> Z_3 = which(2, 2);

    private SimdPoints() {}

    private static VectorShuffle<Integer> lanes(int axis) {
        int[] from = new int[LANES];
        for (int i = 0; i < LANES; i++) {
            from[(AXES * i + axis) % LANES] = i;
        }
        return VectorShuffle.fromArray(INTS, from, 0);
    }

    private static VectorMask<Integer> which(int result, int axis) {
        boolean[] are = new boolean[LANES];
        for (int i = 0; i < LANES; i++) {
            are[i] = (result * LANES + i) % AXES == axis;
        }
        return VectorMask.fromArray(INTS, are, 0);
    }

    static int doubles(MemorySegment from, long x, long y, long z, int count, float[] points, int offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Double.BYTES;
            int point = offset + AXES * i;
            from.get(ValueLayout.JAVA_BYTE, x + next);
            IntVector a = ((FloatVector) DoubleVector.fromMemorySegment(DOUBLES, from, x + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(X);
            IntVector b = ((FloatVector) DoubleVector.fromMemorySegment(DOUBLES, from, y + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(Y);
            IntVector c = ((FloatVector) DoubleVector.fromMemorySegment(DOUBLES, from, z + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(Z);
            a.blend(b, Y_1).blend(c, Z_1).reinterpretAsFloats().intoArray(points, point);
            a.blend(b, Y_2).blend(c, Z_2).reinterpretAsFloats().intoArray(points, point + LANES);
            a.blend(b, Y_3).blend(c, Z_3).reinterpretAsFloats().intoArray(points, point + 2 * LANES);
        }
        return whole;
    }

    static int floats(MemorySegment from, long x, long y, long z, int count, float[] points, int offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Float.BYTES;
            int point = offset + AXES * i;
            from.get(ValueLayout.JAVA_BYTE, x + next);
            IntVector a = IntVector.fromMemorySegment(INTS, from, x + next, ByteOrder.BIG_ENDIAN).rearrange(X);
            IntVector b = IntVector.fromMemorySegment(INTS, from, y + next, ByteOrder.BIG_ENDIAN).rearrange(Y);
            IntVector c = IntVector.fromMemorySegment(INTS, from, z + next, ByteOrder.BIG_ENDIAN).rearrange(Z);
            a.blend(b, Y_1).blend(c, Z_1).reinterpretAsFloats().intoArray(points, point);
            a.blend(b, Y_2).blend(c, Z_2).reinterpretAsFloats().intoArray(points, point + LANES);
            a.blend(b, Y_3).blend(c, Z_3).reinterpretAsFloats().intoArray(points, point + 2 * LANES);
        }
        return whole;
    }

    // Displaced: two roundings to double, as in plain loops; not one, as of a fused instruction.

    static int displacedDoubles(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, float[] points, int offset) {
        DoubleVector scales = DoubleVector.broadcast(DOUBLES, scale);
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Double.BYTES;
            int point = offset + AXES * i;
            from.get(ValueLayout.JAVA_BYTE, x + next);
            IntVector a = ((FloatVector) DoubleVector.fromMemorySegment(DOUBLES, from, x + next, ByteOrder.BIG_ENDIAN)
                    .add(scales.mul(DoubleVector.fromMemorySegment(DOUBLES, moves, dx + next, ByteOrder.BIG_ENDIAN)))
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(X);
            IntVector b = ((FloatVector) DoubleVector.fromMemorySegment(DOUBLES, from, y + next, ByteOrder.BIG_ENDIAN)
                    .add(scales.mul(DoubleVector.fromMemorySegment(DOUBLES, moves, dy + next, ByteOrder.BIG_ENDIAN)))
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(Y);
            IntVector c = ((FloatVector) DoubleVector.fromMemorySegment(DOUBLES, from, z + next, ByteOrder.BIG_ENDIAN)
                    .add(scales.mul(DoubleVector.fromMemorySegment(DOUBLES, moves, dz + next, ByteOrder.BIG_ENDIAN)))
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(Z);
            a.blend(b, Y_1).blend(c, Z_1).reinterpretAsFloats().intoArray(points, point);
            a.blend(b, Y_2).blend(c, Z_2).reinterpretAsFloats().intoArray(points, point + LANES);
            a.blend(b, Y_3).blend(c, Z_3).reinterpretAsFloats().intoArray(points, point + 2 * LANES);
        }
        return whole;
    }

    static int displacedFloats(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, float[] points, int offset) {
        DoubleVector scales = DoubleVector.broadcast(DOUBLES, scale);
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Float.BYTES;
            int point = offset + AXES * i;
            from.get(ValueLayout.JAVA_BYTE, x + next);
            IntVector a = ((FloatVector) FloatVector.fromMemorySegment(FLOATS, from, x + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0)
                    .add(scales.mul(FloatVector.fromMemorySegment(FLOATS, moves, dx + next, ByteOrder.BIG_ENDIAN)
                            .convertShape(VectorOperators.F2D, DOUBLES, 0)))
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(X);
            IntVector b = ((FloatVector) FloatVector.fromMemorySegment(FLOATS, from, y + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0)
                    .add(scales.mul(FloatVector.fromMemorySegment(FLOATS, moves, dy + next, ByteOrder.BIG_ENDIAN)
                            .convertShape(VectorOperators.F2D, DOUBLES, 0)))
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(Y);
            IntVector c = ((FloatVector) FloatVector.fromMemorySegment(FLOATS, from, z + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0)
                    .add(scales.mul(FloatVector.fromMemorySegment(FLOATS, moves, dz + next, ByteOrder.BIG_ENDIAN)
                            .convertShape(VectorOperators.F2D, DOUBLES, 0)))
                    .convertShape(VectorOperators.D2F, FLOATS, 0)).reinterpretAsInts().rearrange(Z);
            a.blend(b, Y_1).blend(c, Z_1).reinterpretAsFloats().intoArray(points, point);
            a.blend(b, Y_2).blend(c, Z_2).reinterpretAsFloats().intoArray(points, point + LANES);
            a.blend(b, Y_3).blend(c, Z_3).reinterpretAsFloats().intoArray(points, point + 2 * LANES);
        }
        return whole;
    }

    static int lengthsOfDoubles(MemorySegment from, long x, long y, long z, int count, double[] lengths) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Double.BYTES;
            from.get(ValueLayout.JAVA_BYTE, x + next);
            DoubleVector a = DoubleVector.fromMemorySegment(DOUBLES, from, x + next, ByteOrder.BIG_ENDIAN);
            DoubleVector b = DoubleVector.fromMemorySegment(DOUBLES, from, y + next, ByteOrder.BIG_ENDIAN);
            DoubleVector c = DoubleVector.fromMemorySegment(DOUBLES, from, z + next, ByteOrder.BIG_ENDIAN);
            a.mul(a).add(b.mul(b)).add(c.mul(c)).sqrt().intoArray(lengths, i);
        }
        return whole;
    }

    static int lengthsOfFloats(MemorySegment from, long x, long y, long z, int count, double[] lengths) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Float.BYTES;
            from.get(ValueLayout.JAVA_BYTE, x + next);
            DoubleVector a = (DoubleVector) FloatVector.fromMemorySegment(FLOATS, from, x + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            DoubleVector b = (DoubleVector) FloatVector.fromMemorySegment(FLOATS, from, y + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            DoubleVector c = (DoubleVector) FloatVector.fromMemorySegment(FLOATS, from, z + next, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            a.mul(a).add(b.mul(b)).add(c.mul(c)).sqrt().intoArray(lengths, i);
        }
        return whole;
    }
}
