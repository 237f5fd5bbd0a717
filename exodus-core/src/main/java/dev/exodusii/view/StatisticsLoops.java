package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// The loops behind [RealView#statistics], one for each stored type, like those of [RealLoops].
///
/// A block of values that fits into the nearest cache is added up and compared without asking each value whether it is
/// a number: a NaN or an infinity shows in the sum, and only then is the block looked at with care. Likewise the place of
/// a new extreme is searched for in its block alone. Both are rare, and memory is read once.
final class StatisticsLoops {

    private static final int BLOCK = 1024;

    private StatisticsLoops() {}

    /// For values one behind the other: only where the distance is a constant does the check of each access leave the loop.
    static Statistics ofDoubles(MemorySegment from, long base, long count, RealView view) {
        Running running = new Running(view);
        for (long done = 0; done < count; done += BLOCK) {
            int n = (int) Math.min(BLOCK, count - done);
            long at = base + done * Double.BYTES;
            double sum = 0;
            double min = running.low;
            double max = running.high;
            for (int i = 0; i < n; i++) {
                double value = from.get(Layouts.DOUBLE, at + (long) i * Double.BYTES);
                sum += value;
                min = value < min ? value : min;
                max = value > max ? value : max;
            }
            running.add(done, n, sum, min, max);
        }
        return running.result(count);
    }

    static Statistics ofFloats(MemorySegment from, long base, long count, RealView view) {
        Running running = new Running(view);
        for (long done = 0; done < count; done += BLOCK) {
            int n = (int) Math.min(BLOCK, count - done);
            long at = base + done * Float.BYTES;
            double sum = 0;
            float min = (float) running.low;
            float max = (float) running.high;
            for (int i = 0; i < n; i++) {
                float value = from.get(Layouts.FLOAT, at + (long) i * Float.BYTES);
                sum += value;
                min = value < min ? value : min;
                max = value > max ? value : max;
            }
            running.add(done, n, sum, min, max);
        }
        return running.result(count);
    }

    /// For values of any other type, and for those that do not lie one behind the other.
    static Statistics ofOthers(RealView view) {
        Running running = new Running(view);
        for (long done = 0; done < view.size(); done += BLOCK) {
            int n = (int) Math.min(BLOCK, view.size() - done);
            double sum = 0;
            double min = running.low;
            double max = running.high;
            for (int i = 0; i < n; i++) {
                double value = view.get(done + i);
                sum += value;
                min = value < min ? value : min;
                max = value > max ? value : max;
            }
            running.add(done, n, sum, min, max);
        }
        return running.result(view.size());
    }

    /// What is known after some blocks.
    private static final class Running {

        private final RealView view;
        /// The extremes so far; what no value is beyond, as long as there is none.
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private long minAt = -1;
        private long maxAt = -1;
        private long nans;
        private long infinites;
        private double sum;

        Running(RealView view) {
            this.view = view;
        }

        /// @param min the smallest value so far, if all are ordinary numbers
        void add(long done, int n, double blockSum, double min, double max) {
            if (!Double.isFinite(blockSum)) {
                addWithCare(done, n);
                return;
            }
            sum += blockSum;
            if (min < low) {
                low = min;
                minAt = find(done, min);
            }
            if (max > high) {
                high = max;
                maxAt = find(done, max);
            }
        }

        private long find(long from, double value) {
            long at = from;
            while (view.get(at) != value) {
                at++;
            }
            return at;
        }

        private void addWithCare(long done, int n) {
            double blockSum = 0;
            for (int i = 0; i < n; i++) {
                double value = view.get(done + i);
                if (Double.isNaN(value)) {
                    nans++;
                    continue;
                }
                infinites += Double.isInfinite(value) ? 1 : 0;
                blockSum += value;
                if (minAt < 0 || value < low) {
                    low = value;
                    minAt = done + i;
                }
                if (maxAt < 0 || value > high) {
                    high = value;
                    maxAt = done + i;
                }
            }
            sum += blockSum;
        }

        Statistics result(long count) {
            return new Statistics(new MinMax(minAt < 0 ? Double.NaN : low, maxAt < 0 ? Double.NaN : high, minAt, maxAt,
                    count, nans, infinites), sum);
        }
    }
}
