package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/// What [PointLoops] does, with the Vector API. Loaded only where [Simd] says so.
///
/// All methods take whole vectors and return how many points these were; a few at the end are left to the caller.
final class SimdPoints {

    private static final int POINT = 3 * Float.BYTES;
    private static final int LANES = SimdLanes.DOUBLES.length();
    private static final int FLOAT_LANES = SimdLanes.FLOATS.length();
    private static final SimdSpread SPREAD = SimdSpread.of(SimdLanes.FEW_FLOATS.vectorShape());
    private static final SimdSpread SPREAD_FLOATS = SimdSpread.of(SimdLanes.FLOATS.vectorShape());

    private SimdPoints() {}

    static int doubles(MemorySegment from, long x, long y, long z, int count, float[] points, int offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Double.BYTES;
            SPREAD.store(SimdLanes.rounded(from, x + next), SimdLanes.rounded(from, y + next),
                    SimdLanes.rounded(from, z + next), points, offset + 3 * i);
        }
        return whole;
    }

    static int doubles(MemorySegment from, long x, long y, long z, int count, MemorySegment points, long first) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Double.BYTES;
            SPREAD.store(SimdLanes.rounded(from, x + next), SimdLanes.rounded(from, y + next),
                    SimdLanes.rounded(from, z + next), points, first + (long) i * POINT);
        }
        return whole;
    }

    static int floats(MemorySegment from, long x, long y, long z, int count, float[] points, int offset) {
        int whole = count - count % FLOAT_LANES;
        for (int i = 0; i < whole; i += FLOAT_LANES) {
            long next = (long) i * Float.BYTES;
            SPREAD_FLOATS.store(SimdLanes.floats(from, x + next), SimdLanes.floats(from, y + next),
                    SimdLanes.floats(from, z + next), points, offset + 3 * i);
        }
        return whole;
    }

    static int floats(MemorySegment from, long x, long y, long z, int count, MemorySegment points, long first) {
        int whole = count - count % FLOAT_LANES;
        for (int i = 0; i < whole; i += FLOAT_LANES) {
            long next = (long) i * Float.BYTES;
            SPREAD_FLOATS.store(SimdLanes.floats(from, x + next), SimdLanes.floats(from, y + next),
                    SimdLanes.floats(from, z + next), points, first + (long) i * POINT);
        }
        return whole;
    }

    static int displacedDoubles(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, float[] points, int offset) {
        int whole = count - count % LANES;
        DoubleVector scales = DoubleVector.broadcast(SimdLanes.DOUBLES, scale);
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Double.BYTES;
            SPREAD.store(movedDoubles(from, x + next, moves, dx + next, scales),
                    movedDoubles(from, y + next, moves, dy + next, scales),
                    movedDoubles(from, z + next, moves, dz + next, scales), points, offset + 3 * i);
        }
        return whole;
    }

    static int displacedDoubles(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, MemorySegment points, long first) {
        int whole = count - count % LANES;
        DoubleVector scales = DoubleVector.broadcast(SimdLanes.DOUBLES, scale);
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Double.BYTES;
            SPREAD.store(movedDoubles(from, x + next, moves, dx + next, scales),
                    movedDoubles(from, y + next, moves, dy + next, scales),
                    movedDoubles(from, z + next, moves, dz + next, scales), points, first + (long) i * POINT);
        }
        return whole;
    }

    static int displacedFloats(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, float[] points, int offset) {
        int whole = count - count % LANES;
        DoubleVector scales = DoubleVector.broadcast(SimdLanes.DOUBLES, scale);
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Float.BYTES;
            SPREAD.store(movedFloats(from, x + next, moves, dx + next, scales),
                    movedFloats(from, y + next, moves, dy + next, scales),
                    movedFloats(from, z + next, moves, dz + next, scales), points, offset + 3 * i);
        }
        return whole;
    }

    static int displacedFloats(MemorySegment from, long x, long y, long z, MemorySegment moves, long dx, long dy, long dz,
            double scale, int count, MemorySegment points, long first) {
        int whole = count - count % LANES;
        DoubleVector scales = DoubleVector.broadcast(SimdLanes.DOUBLES, scale);
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Float.BYTES;
            SPREAD.store(movedFloats(from, x + next, moves, dx + next, scales),
                    movedFloats(from, y + next, moves, dy + next, scales),
                    movedFloats(from, z + next, moves, dz + next, scales), points, first + (long) i * POINT);
        }
        return whole;
    }

    private static FloatVector movedDoubles(MemorySegment from, long at, MemorySegment moves, long move, DoubleVector scales) {
        return moved(SimdLanes.doubles(from, at), SimdLanes.doubles(moves, move), scales);
    }

    private static FloatVector movedFloats(MemorySegment from, long at, MemorySegment moves, long move, DoubleVector scales) {
        return moved(SimdLanes.widened(from, at), SimdLanes.widened(moves, move), scales);
    }

    /// Two roundings to double, as in plain loops; not one, as of a fused instruction.
    private static FloatVector moved(DoubleVector place, DoubleVector move, DoubleVector scales) {
        return SimdLanes.rounded(place.add(scales.mul(move)));
    }

    static int lengthsOfDoubles(MemorySegment from, long x, long y, long z, int count, double[] lengths) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Double.BYTES;
            length(SimdLanes.doubles(from, x + next), SimdLanes.doubles(from, y + next),
                    SimdLanes.doubles(from, z + next)).intoArray(lengths, i);
        }
        return whole;
    }

    static int lengthsOfFloats(MemorySegment from, long x, long y, long z, int count, double[] lengths) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long next = (long) i * Float.BYTES;
            length(SimdLanes.widened(from, x + next), SimdLanes.widened(from, y + next),
                    SimdLanes.widened(from, z + next)).intoArray(lengths, i);
        }
        return whole;
    }

    private static DoubleVector length(DoubleVector a, DoubleVector b, DoubleVector c) {
        return a.mul(a).add(b.mul(b)).add(c.mul(c)).sqrt();
    }
}
