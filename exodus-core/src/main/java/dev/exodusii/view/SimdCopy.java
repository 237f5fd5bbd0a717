package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Copies doubles to floats and floats to doubles, without gaps, with the Vector API: in one pass, where the compiler by
/// itself makes vector code only of copies to the same type. Loaded only where [Simd] says so.
///
/// To arrays only: stores to memory took longer than plain loops, by way of an array as well.
///
/// All methods copy whole vectors and return how many values these were; a few at the end are left to the caller.
/// [SimdPoints] tells why they call nothing of ours, [SimdFold] why they read a byte with each vector.
final class SimdCopy {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    /// As many floats as there are doubles in a vector.
    static final VectorSpecies<Float> FEW_FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(LANES * Float.SIZE));

    private SimdCopy() {}

    static int doubles(MemorySegment from, long base, int count, float[] to, int offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long at = base + (long) i * Double.BYTES;
            from.get(ValueLayout.JAVA_BYTE, at);
            FloatVector values = (FloatVector) DoubleVector.fromMemorySegment(DOUBLES, from, at, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.D2F, FEW_FLOATS, 0);
            values.intoArray(to, offset + i);
        }
        return whole;
    }

    static int floats(MemorySegment from, long base, int count, double[] to, int offset) {
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long at = base + (long) i * Float.BYTES;
            from.get(ValueLayout.JAVA_BYTE, at);
            DoubleVector values = (DoubleVector) FloatVector.fromMemorySegment(FEW_FLOATS, from, at, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            values.intoArray(to, offset + i);
        }
        return whole;
    }
}
