package dev.exodusii.view;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;

/// A program that prints what bulk operations make of many numbers, to the last bit. Its argument is the number of rounds: with
/// a few of them the loops are compiled on the way.
final class SimdSample {

    private static final double[] ODD = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0,
        Float.MAX_VALUE, -Float.MAX_VALUE, Double.MAX_VALUE, Double.MIN_VALUE, 1, -1};
    private static final int[] SIZES = {0, 1, 511, 512, 513, 1_023, 1_024, 4_099, 131_071, 131_072, 131_073, 131_584,
        300_001};

    private SimdSample() {}

    public static void main(String[] arguments) {
        for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
            for (int size : SIZES) {
                for (int kind = 0; kind < 5; kind++) {
                    double[] values = values(new Random(31L * size + kind + 1_000L * round), size, kind);
                    print(round + " " + size + " " + kind, values);
                }
            }
        }
    }

    private static double[] values(Random random, int size, int kind) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = switch (kind) {
                case 0 -> (random.nextDouble() - 0.5) * Math.pow(2, random.nextInt(-40, 40));
                // Both zeros and nothing else.
                case 1 -> random.nextBoolean() ? 0.0 : -0.0;
                // Few values, so that extremes occur often.
                case 2 -> random.nextInt(-3, 4);
                // Now and then something odd.
                case 3 -> random.nextInt(200_000) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextGaussian();
                default -> ODD[random.nextInt(ODD.length)];
            };
        }
        return values;
    }

    private static void print(String name, double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        print(name + " double", Stored.ofDoubles(values).reals());
        print(name + " float", Stored.ofFloats(floats).reals());
    }

    private static void print(String name, RealView view) {
        Statistics all = view.statistics();
        // Which of its many forms NaN has is left open by the language, so all are printed as one.
        System.out.println(name + ": " + Double.toHexString(view.sum()) + " " + Double.toHexString(all.sum()) + " "
                + all.extremes());
        System.out.println(name + ", copied: " + copies(view));
    }

    /// Hashes of copies, to which all forms of NaN are one.
    private static String copies(RealView view) {
        int size = (int) view.size();
        MemorySegment room = Arena.ofAuto().allocate(3L * size * Double.BYTES + Double.BYTES);
        view.copyDoublesTo(room);
        int memory = Arrays.hashCode(doubles(room, size));
        view.copyFloatsTo(room, Float.BYTES, Float.BYTES);
        memory = 31 * memory + Arrays.hashCode(floats(room, size + 1));

        int third = size / 3;
        VectorView vectors = VectorView.of(view.slice(0, third), view.slice(third, third), view.slice(2L * third, third));
        VectorView turned = VectorView.of(view.slice(2L * third, third), view.slice(0, third), view.slice(third, third));
        float[] points = new float[3 * third];
        vectors.copyInterleavedTo(points);
        int arrays = Arrays.hashCode(points);
        vectors.copyInterleavedTo(room);
        memory = 31 * memory + Arrays.hashCode(floats(room, 3 * third));
        vectors.copyDisplacedTo(turned, 1.0 / 3, points);
        arrays = 31 * arrays + Arrays.hashCode(points);
        vectors.copyDisplacedTo(turned, 1.0 / 3, room);
        memory = 31 * memory + Arrays.hashCode(floats(room, 3 * third));
        double[] lengths = new double[third];
        vectors.copyMagnitudesTo(lengths);
        return Arrays.hashCode(view.toArray()) + " " + Arrays.hashCode(view.toFloatArray()) + " " + arrays + " " + memory + " "
                + Arrays.hashCode(lengths);
    }

    private static double[] doubles(MemorySegment room, int count) {
        return room.asSlice(0, (long) count * Double.BYTES).toArray(ValueLayout.JAVA_DOUBLE);
    }

    private static float[] floats(MemorySegment room, int count) {
        return room.asSlice(0, (long) count * Float.BYTES).toArray(ValueLayout.JAVA_FLOAT);
    }
}
