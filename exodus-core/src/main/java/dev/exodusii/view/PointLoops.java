package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// Loops that interleave three rows of memory, for the two common types. Straight from memory they are twice as fast as
/// by way of decoded blocks, as only one loop stores one float after the other.
final class PointLoops {

    private PointLoops() {}

    static void doubles(MemorySegment x, long xAt, MemorySegment y, long yAt, MemorySegment z, long zAt, int count,
            float[] points, int offset) {
        for (int i = 0; i < count; i++) {
            long next = (long) i * Double.BYTES;
            points[offset + 3 * i] = (float) x.get(Layouts.DOUBLE, xAt + next);
            points[offset + 3 * i + 1] = (float) y.get(Layouts.DOUBLE, yAt + next);
            points[offset + 3 * i + 2] = (float) z.get(Layouts.DOUBLE, zAt + next);
        }
    }

    static void floats(MemorySegment x, long xAt, MemorySegment y, long yAt, MemorySegment z, long zAt, int count,
            float[] points, int offset) {
        for (int i = 0; i < count; i++) {
            long next = (long) i * Float.BYTES;
            points[offset + 3 * i] = x.get(Layouts.FLOAT, xAt + next);
            points[offset + 3 * i + 1] = y.get(Layouts.FLOAT, yAt + next);
            points[offset + 3 * i + 2] = z.get(Layouts.FLOAT, zAt + next);
        }
    }

    /// Adds the move along one axis to every third of the points, which are doubles.
    static void displacedDoubles(MemorySegment points, long at, MemorySegment moves, long movesAt, double scale, int count,
            float[] to, int offset) {
        for (int i = 0; i < count; i++) {
            long next = (long) i * Double.BYTES;
            to[offset + 3 * i] = (float) (points.get(Layouts.DOUBLE, at + next)
                    + scale * moves.get(Layouts.DOUBLE, movesAt + next));
        }
    }

    /// Adds the move along one axis to every third of the points, which are floats.
    static void displacedFloats(MemorySegment points, long at, MemorySegment moves, long movesAt, double scale, int count,
            float[] to, int offset) {
        for (int i = 0; i < count; i++) {
            long next = (long) i * Float.BYTES;
            to[offset + 3 * i] = (float) (points.get(Layouts.FLOAT, at + next)
                    + scale * moves.get(Layouts.FLOAT, movesAt + next));
        }
    }
}
