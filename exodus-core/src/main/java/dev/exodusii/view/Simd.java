package dev.exodusii.view;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Tells whether bulk operations use the Vector API: where the user has added its module, `jdk.incubator.vector`, to the JVM.
/// Nothing of it is loaded otherwise.
final class Simd {

    /// A constant: compiled code keeps one of the two ways only.
    private static final boolean IS_ON = isAdded() && works();

    private Simd() {}

    /// The descriptor does not name the module, because compilers warn all who compile against one that does.
    private static boolean isAdded() {
        Optional<Module> vectors = ModuleLayer.boot().findModule("jdk.incubator.vector");
        vectors.ifPresent(module -> Simd.class.getModule().addReads(module));
        return vectors.isPresent();
    }

    static boolean isOn() {
        return IS_ON;
    }

    /// Tells whether a [SimdFold] can be made for some values.
    static boolean isFor(RealView view) {
        return IS_ON && view.isContiguous() && (view.type() == ElementType.DOUBLE || view.type() == ElementType.FLOAT);
    }

    /// Goes through all loops once. The API is incubating: another JDK may have another one. A processor without vectors of
    /// two doubles shows as an error, too, when the class is initialised.
    private static boolean works() {
        try {
            for (ElementType type : new ElementType[] {ElementType.DOUBLE, ElementType.FLOAT}) {
                // Not an array: the compiler would see two kinds of memory in the loops, where most programs have one.
                MemorySegment memory = Arena.ofAuto().allocate((long) Reduction.BLOCK * type.byteSize());
                RealView zeros = new RealView(Origin.MEMORY, memory, type, 0, Reduction.BLOCK, type.byteSize());
                SimdFold fold = new SimdFold(zeros, new double[Reduction.BLOCK], 0);
                fold.add(0, Reduction.BLOCK);
                fold.addAndCompare(0, Reduction.BLOCK);
            }
            copies(Arena.ofAuto().allocate((long) Reduction.BLOCK * Double.BYTES), Reduction.BLOCK);
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    private static void copies(MemorySegment zeros, int count) {
        double[] doubles = new double[count];
        float[] floats = new float[3 * count];
        SimdCopy.doubles(zeros, 0, count, floats, 0);
        SimdCopy.floats(zeros, 0, count, doubles, 0);
        SimdPoints.doubles(zeros, 0, 0, 0, count, floats, 0);
        SimdPoints.floats(zeros, 0, 0, 0, count, floats, 0);
        SimdPoints.displacedDoubles(zeros, 0, 0, 0, zeros, 0, 0, 0, 1, count, floats, 0);
        SimdPoints.displacedFloats(zeros, 0, 0, 0, zeros, 0, 0, 0, 1, count, floats, 0);
        SimdPoints.lengthsOfDoubles(zeros, 0, 0, 0, count, doubles);
        SimdPoints.lengthsOfFloats(zeros, 0, 0, 0, count, doubles);
    }
}
