package dev.exodusii.statistics;

import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import dev.exodusii.view.VectorView;
import java.util.List;

/// Statistics of the lengths of vectors, block after block, without an array of all lengths.
final class Magnitudes {

    private static final int BLOCK = 4096;

    private double low = Double.NaN;
    private double high = Double.NaN;
    private long lowAt = -1;
    private long highAt = -1;
    private long nans;
    private long infinites;
    private double sum;

    private Magnitudes() {}

    /// @param components as many values of each
    static Statistics of(List<RealView> components) {
        VectorView vectors = VectorView.of(components);
        Magnitudes found = new Magnitudes();
        double[] lengths = new double[BLOCK];
        for (long from = 0; from < vectors.size(); from += BLOCK) {
            int count = (int) Math.min(BLOCK, vectors.size() - from);
            vectors.slice(from, count).copyMagnitudesTo(lengths);
            found.add(lengths, count, from);
        }
        return new Statistics(new MinMax(found.low, found.high, found.lowAt, found.highAt, vectors.size(), found.nans,
                found.infinites), found.sum);
    }

    private void add(double[] lengths, int count, long from) {
        for (int i = 0; i < count; i++) {
            double length = lengths[i];
            if (Double.isNaN(length)) {
                nans++;
                continue;
            }
            sum += length;
            if (lowAt < 0 || length < low) {
                low = length;
                lowAt = from + i;
            }
            if (highAt < 0 || length > high) {
                high = length;
                highAt = from + i;
            }
            if (Double.isInfinite(length)) {
                infinites++;
            }
        }
    }
}
