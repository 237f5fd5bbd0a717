package dev.exodusii.view;

/// The order of additions that [Statistics] promises, written down as slowly and plainly as it reads.
final class FixedOrderSum {

    private static final int BLOCK = 512;
    private static final int SPAN = 256 * BLOCK;

    private FixedOrderSum() {}

    static double of(double[] values) {
        double sum = 0;
        for (int from = 0; from < values.length; from += SPAN) {
            int end = Math.min(values.length, from + SPAN);
            int few = end - (end - from) % BLOCK;
            sum += ofBlocks(values, from, few) + inFourChains(values, few, end);
        }
        return sum;
    }

    private static double ofBlocks(double[] values, int from, int end) {
        double[] running = new double[BLOCK];
        for (int i = from; i < end; i++) {
            running[(i - from) % BLOCK] += values[i];
        }
        for (int left = BLOCK / 2; left >= 1; left /= 2) {
            for (int i = 0; i < left; i++) {
                running[i] += running[i + left];
            }
        }
        return running[0];
    }

    private static double inFourChains(double[] values, int from, int end) {
        double[] chains = new double[4];
        int few = end - from;
        for (int i = 0; i < few; i++) {
            chains[i < few / 4 * 4 ? i % 4 : 0] += values[from + i];
        }
        return (chains[0] + chains[1]) + (chains[2] + chains[3]);
    }
}
