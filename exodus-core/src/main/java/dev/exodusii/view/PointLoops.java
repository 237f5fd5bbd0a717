package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/// Loops that interleave three rows of one piece of memory, for the two common types. Straight from memory they are twice
/// as fast as by way of decoded blocks: what is stored one by one needs no vectors before, and a processor that is told to
/// read in bursts waits for each of them.
///
/// Loops that write memory write where the floats are wanted, without a stop in an array. Each of the three places in a
/// point has a base of its own: a bound that is checked for `base + distance * i` is checked once for all, one for
/// `base + distance * i + more` for each point.
final class PointLoops {

    private static final int POINT = 3 * Float.BYTES;
    private static final boolean IS_LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final long UPPER = 0xffff_ffff_0000_0000L;

    private PointLoops() {}

    static void doubles(MemorySegment from, long x, long y, long z, int count, float[] points, int offset) {
        int done = Simd.isOn() ? SimdPoints.doubles(from, x, y, z, count, points, offset) : 0;
        for (int i = done; i < count; i++) {
            long next = (long) i * Double.BYTES;
            points[offset + 3 * i] = (float) from.get(Layouts.DOUBLE, x + next);
            points[offset + 3 * i + 1] = (float) from.get(Layouts.DOUBLE, y + next);
            points[offset + 3 * i + 2] = (float) from.get(Layouts.DOUBLE, z + next);
        }
    }

    /// @param bits the array of the points as memory
    static void floats(MemorySegment from, long x, long y, long z, int count, float[] points, MemorySegment bits, int offset) {
        int done = Simd.isOn() ? SimdPoints.floats(from, x, y, z, count, points, offset)
                : pairs(from, x, y, z, count, bits, (long) offset * Float.BYTES);
        for (int i = done; i < count; i++) {
            long next = (long) i * Float.BYTES;
            points[offset + 3 * i] = from.get(Layouts.FLOAT, x + next);
            points[offset + 3 * i + 1] = from.get(Layouts.FLOAT, y + next);
            points[offset + 3 * i + 2] = from.get(Layouts.FLOAT, z + next);
        }
    }

    /// Takes two points at a time as bits, so that half as much is read and stored. The memory is that of an array of floats,
    /// always.
    ///
    /// @return how many points were taken
    private static int pairs(MemorySegment from, long x, long y, long z, int count, MemorySegment points, long first) {
        if (!IS_LITTLE_ENDIAN) {
            return 0;
        }
        long second = first + Long.BYTES;
        long third = second + Long.BYTES;
        int pairs = count / 2;
        for (int i = 0; i < pairs; i++) {
            long next = (long) i * (2 * Float.BYTES);
            long point = (long) i * (2 * POINT);
            // The first of the two lies in the upper half, and goes to the lower one, which is stored first.
            long xs = from.get(Layouts.LONG, x + next);
            long ys = from.get(Layouts.LONG, y + next);
            long zs = from.get(Layouts.LONG, z + next);
            points.set(Layouts.NATIVE_LONG, first + point, xs >>> Integer.SIZE | ys & UPPER);
            points.set(Layouts.NATIVE_LONG, second + point, zs >>> Integer.SIZE | xs << Integer.SIZE);
            points.set(Layouts.NATIVE_LONG, third + point, ys & ~UPPER | zs << Integer.SIZE);
        }
        return 2 * pairs;
    }

    static void displacedDoubles(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, float[] points, int offset) {
        int done = !Simd.isOn() ? 0
                : SimdPoints.displacedDoubles(from, x, y, z, moves, dx, dy, dz, scale, count, points, offset);
        for (int i = done; i < count; i++) {
            long next = (long) i * Double.BYTES;
            points[offset + 3 * i] = (float) (from.get(Layouts.DOUBLE, x + next)
                    + scale * moves.get(Layouts.DOUBLE, dx + next));
            points[offset + 3 * i + 1] = (float) (from.get(Layouts.DOUBLE, y + next)
                    + scale * moves.get(Layouts.DOUBLE, dy + next));
            points[offset + 3 * i + 2] = (float) (from.get(Layouts.DOUBLE, z + next)
                    + scale * moves.get(Layouts.DOUBLE, dz + next));
        }
    }

    static void displacedFloats(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, float[] points, int offset) {
        int done = Simd.isOn() ? SimdPoints.displacedFloats(from, x, y, z, moves, dx, dy, dz, scale, count, points, offset) : 0;
        for (int i = done; i < count; i++) {
            long next = (long) i * Float.BYTES;
            points[offset + 3 * i] = (float) (from.get(Layouts.FLOAT, x + next)
                    + scale * moves.get(Layouts.FLOAT, dx + next));
            points[offset + 3 * i + 1] = (float) (from.get(Layouts.FLOAT, y + next)
                    + scale * moves.get(Layouts.FLOAT, dy + next));
            points[offset + 3 * i + 2] = (float) (from.get(Layouts.FLOAT, z + next)
                    + scale * moves.get(Layouts.FLOAT, dz + next));
        }
    }

    static void doubles(MemorySegment from, long x, long y, long z, int count, MemorySegment points, long first) {
        long second = first + Float.BYTES;
        long third = second + Float.BYTES;
        for (int i = 0; i < count; i++) {
            long next = (long) i * Double.BYTES;
            long point = (long) i * POINT;
            points.set(Layouts.NATIVE_FLOAT, first + point, (float) from.get(Layouts.DOUBLE, x + next));
            points.set(Layouts.NATIVE_FLOAT, second + point, (float) from.get(Layouts.DOUBLE, y + next));
            points.set(Layouts.NATIVE_FLOAT, third + point, (float) from.get(Layouts.DOUBLE, z + next));
        }
    }

    /// As ints, which need no way through another kind of register.
    static void floats(MemorySegment from, long x, long y, long z, int count, MemorySegment points, long first) {
        long second = first + Float.BYTES;
        long third = second + Float.BYTES;
        for (int i = 0; i < count; i++) {
            long next = (long) i * Float.BYTES;
            long point = (long) i * POINT;
            points.set(Layouts.NATIVE_INT, first + point, from.get(Layouts.INT, x + next));
            points.set(Layouts.NATIVE_INT, second + point, from.get(Layouts.INT, y + next));
            points.set(Layouts.NATIVE_INT, third + point, from.get(Layouts.INT, z + next));
        }
    }

    static void displacedDoubles(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, MemorySegment points, long first) {
        long second = first + Float.BYTES;
        long third = second + Float.BYTES;
        for (int i = 0; i < count; i++) {
            long next = (long) i * Double.BYTES;
            long point = (long) i * POINT;
            points.set(Layouts.NATIVE_FLOAT, first + point, (float) (from.get(Layouts.DOUBLE, x + next)
                    + scale * moves.get(Layouts.DOUBLE, dx + next)));
            points.set(Layouts.NATIVE_FLOAT, second + point, (float) (from.get(Layouts.DOUBLE, y + next)
                    + scale * moves.get(Layouts.DOUBLE, dy + next)));
            points.set(Layouts.NATIVE_FLOAT, third + point, (float) (from.get(Layouts.DOUBLE, z + next)
                    + scale * moves.get(Layouts.DOUBLE, dz + next)));
        }
    }

    static void displacedFloats(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, MemorySegment points, long first) {
        long second = first + Float.BYTES;
        long third = second + Float.BYTES;
        for (int i = 0; i < count; i++) {
            long next = (long) i * Float.BYTES;
            long point = (long) i * POINT;
            points.set(Layouts.NATIVE_FLOAT, first + point, (float) (from.get(Layouts.FLOAT, x + next)
                    + scale * moves.get(Layouts.FLOAT, dx + next)));
            points.set(Layouts.NATIVE_FLOAT, second + point, (float) (from.get(Layouts.FLOAT, y + next)
                    + scale * moves.get(Layouts.FLOAT, dy + next)));
            points.set(Layouts.NATIVE_FLOAT, third + point, (float) (from.get(Layouts.FLOAT, z + next)
                    + scale * moves.get(Layouts.FLOAT, dz + next)));
        }
    }

    // Taking roots lasts longer than reading in whatever way.

    static void lengthsOfDoubles(MemorySegment from, long x, long y, long z, int count, double[] lengths) {
        int done = Simd.isOn() ? SimdPoints.lengthsOfDoubles(from, x, y, z, count, lengths) : 0;
        for (int i = done; i < count; i++) {
            long next = (long) i * Double.BYTES;
            double a = from.get(Layouts.DOUBLE, x + next);
            double b = from.get(Layouts.DOUBLE, y + next);
            double c = from.get(Layouts.DOUBLE, z + next);
            lengths[i] = Math.sqrt(a * a + b * b + c * c);
        }
    }

    static void lengthsOfFloats(MemorySegment from, long x, long y, long z, int count, double[] lengths) {
        int done = Simd.isOn() ? SimdPoints.lengthsOfFloats(from, x, y, z, count, lengths) : 0;
        for (int i = done; i < count; i++) {
            long next = (long) i * Float.BYTES;
            double a = from.get(Layouts.FLOAT, x + next);
            double b = from.get(Layouts.FLOAT, y + next);
            double c = from.get(Layouts.FLOAT, z + next);
            lengths[i] = Math.sqrt(a * a + b * b + c * c);
        }
    }
}
