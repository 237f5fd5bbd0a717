package dev.exodusii.view;

import java.util.Random;

/// A program that prints what reductions make of many numbers, to the last bit. Its argument is the number of rounds: with
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
    }
}
