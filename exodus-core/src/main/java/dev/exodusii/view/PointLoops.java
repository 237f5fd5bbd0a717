package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// Loops that interleave three rows of one piece of memory, for the two common types. Straight from memory they are twice
/// as fast as by way of decoded blocks: what is stored one by one needs no vectors before.
final class PointLoops {

    private PointLoops() {}

    static void doubles(MemorySegment from, long x, long y, long z, int count, float[] points, int offset) {
        for (int i = 0; i < count; i++) {
            long next = (long) i * Double.BYTES;
            points[offset + 3 * i] = (float) from.get(Layouts.DOUBLE, x + next);
            points[offset + 3 * i + 1] = (float) from.get(Layouts.DOUBLE, y + next);
            points[offset + 3 * i + 2] = (float) from.get(Layouts.DOUBLE, z + next);
        }
    }

    static void floats(MemorySegment from, long x, long y, long z, int count, float[] points, int offset) {
        for (int i = 0; i < count; i++) {
            long next = (long) i * Float.BYTES;
            points[offset + 3 * i] = from.get(Layouts.FLOAT, x + next);
            points[offset + 3 * i + 1] = from.get(Layouts.FLOAT, y + next);
            points[offset + 3 * i + 2] = from.get(Layouts.FLOAT, z + next);
        }
    }

    static void displacedDoubles(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, float[] points, int offset) {
        for (int i = 0; i < count; i++) {
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
        for (int i = 0; i < count; i++) {
            long next = (long) i * Float.BYTES;
            points[offset + 3 * i] = (float) (from.get(Layouts.FLOAT, x + next)
                    + scale * moves.get(Layouts.FLOAT, dx + next));
            points[offset + 3 * i + 1] = (float) (from.get(Layouts.FLOAT, y + next)
                    + scale * moves.get(Layouts.FLOAT, dy + next));
            points[offset + 3 * i + 2] = (float) (from.get(Layouts.FLOAT, z + next)
                    + scale * moves.get(Layouts.FLOAT, dz + next));
        }
    }
}
