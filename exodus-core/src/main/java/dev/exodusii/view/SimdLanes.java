package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// How stored values come into vectors of the Vector API. Loaded only where [Simd] says so.
///
/// With each vector a byte is read in the ordinary way. HotSpot survives bytes that are gone, as those of a file that was cut
/// short, only in compiled code of which it knows that it reads foreign memory. Ordinary reads tell it so; those of the
/// Vector API do not (JDK 25), and without the byte the process ends with SIGBUS. Beside each vector, and not once before a
/// loop, because what is compiled may begin inside of the loop; nothing uses the byte, so that nothing reads it in the end.
final class SimdLanes {

    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    /// As many floats as there are doubles in a vector.
    static final VectorSpecies<Float> FEW_FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.length() * Float.SIZE));

    private SimdLanes() {}

    static DoubleVector doubles(MemorySegment from, long at) {
        from.get(ValueLayout.JAVA_BYTE, at);
        return DoubleVector.fromMemorySegment(DOUBLES, from, at, ByteOrder.BIG_ENDIAN);
    }

    static FloatVector floats(MemorySegment from, long at) {
        from.get(ValueLayout.JAVA_BYTE, at);
        return FloatVector.fromMemorySegment(FLOATS, from, at, ByteOrder.BIG_ENDIAN);
    }

    /// Reads as many floats as there are doubles in a vector.
    static DoubleVector widened(MemorySegment from, long at) {
        from.get(ValueLayout.JAVA_BYTE, at);
        return (DoubleVector) FloatVector.fromMemorySegment(FEW_FLOATS, from, at, ByteOrder.BIG_ENDIAN)
                .convertShape(VectorOperators.F2D, DOUBLES, 0);
    }

    static FloatVector rounded(MemorySegment from, long at) {
        return rounded(doubles(from, at));
    }

    static FloatVector rounded(DoubleVector values) {
        return (FloatVector) values.convertShape(VectorOperators.D2F, FEW_FLOATS, 0);
    }
}
