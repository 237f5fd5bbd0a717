package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/// Copies doubles and floats without gaps to another type, or to memory, with the Vector API: in one pass, where the
/// compiler by itself makes vector code only of copies to arrays of the same type. Loaded only where [Simd] says so.
///
/// All methods copy whole vectors and return how many values these were; a few at the end are left to the caller.
final class SimdCopy {

    private static final int LANES = SimdLanes.DOUBLES.length();
    private static final int FLOAT_LANES = SimdLanes.FLOATS.length();

    private SimdCopy() {}

    static int doubles(MemorySegment from, long base, int count, float[] to, int offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            SimdLanes.rounded(from, base + (long) i * Double.BYTES).intoArray(to, offset + i);
        }
        return whole;
    }

    static int floats(MemorySegment from, long base, int count, double[] to, int offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            SimdLanes.widened(from, base + (long) i * Float.BYTES).intoArray(to, offset + i);
        }
        return whole;
    }

    static int doublesToDoubles(MemorySegment from, long base, int count, MemorySegment to, long offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector values = SimdLanes.doubles(from, base + (long) i * Double.BYTES);
            values.intoMemorySegment(to, offset + (long) i * Double.BYTES, ByteOrder.nativeOrder());
        }
        return whole;
    }

    static int floatsToDoubles(MemorySegment from, long base, int count, MemorySegment to, long offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector values = SimdLanes.widened(from, base + (long) i * Float.BYTES);
            values.intoMemorySegment(to, offset + (long) i * Double.BYTES, ByteOrder.nativeOrder());
        }
        return whole;
    }

    static int doublesToFloats(MemorySegment from, long base, int count, MemorySegment to, long offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector values = SimdLanes.rounded(from, base + (long) i * Double.BYTES);
            values.intoMemorySegment(to, offset + (long) i * Float.BYTES, ByteOrder.nativeOrder());
        }
        return whole;
    }

    static int floatsToFloats(MemorySegment from, long base, int count, MemorySegment to, long offset) {
        int whole = count - count % FLOAT_LANES;
        for (int i = 0; i < whole; i += FLOAT_LANES) {
            FloatVector values = SimdLanes.floats(from, base + (long) i * Float.BYTES);
            values.intoMemorySegment(to, offset + (long) i * Float.BYTES, ByteOrder.nativeOrder());
        }
        return whole;
    }
}
