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

    static Statistics ofDoubles(MemorySegment from, long base, long stride, long count, RealView view) {
        Running running = new Running();
        for (long done = 0; done < count; done += BLOCK) {
            int n = (int) Math.min(BLOCK, count - done);
            long at = base + done * stride;
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            int i = 0;
            for (; i < n - 3; i += 4) {
                double v = from.get(Layouts.DOUBLE, at + i * stride);
                double w = from.get(Layouts.DOUBLE, at + (i + 1) * stride);
                double x = from.get(Layouts.DOUBLE, at + (i + 2) * stride);
                double y = from.get(Layouts.DOUBLE, at + (i + 3) * stride);
                a += v;
                b += w;
                c += x;
                d += y;
                min = v < min ? v : min;
                max = v > max ? v : max;
                min = w < min ? w : min;
                max = w > max ? w : max;
                min = x < min ? x : min;
                max = x > max ? x : max;
                min = y < min ? y : min;
                max = y > max ? y : max;
            }
            for (; i < n; i++) {
                double v = from.get(Layouts.DOUBLE, at + i * stride);
                a += v;
                min = v < min ? v : min;
                max = v > max ? v : max;
            }
            running.add(view, done, n, (a + b) + (c + d), min, max);
        }
        return running.result(count);
    }

    static Statistics ofFloats(MemorySegment from, long base, long stride, long count, RealView view) {
        Running running = new Running();
        for (long done = 0; done < count; done += BLOCK) {
            int n = (int) Math.min(BLOCK, count - done);
            long at = base + done * stride;
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            int i = 0;
            for (; i < n - 3; i += 4) {
                float v = from.get(Layouts.FLOAT, at + i * stride);
                float w = from.get(Layouts.FLOAT, at + (i + 1) * stride);
                float x = from.get(Layouts.FLOAT, at + (i + 2) * stride);
                float y = from.get(Layouts.FLOAT, at + (i + 3) * stride);
                a += v;
                b += w;
                c += x;
                d += y;
                min = v < min ? v : min;
                max = v > max ? v : max;
                min = w < min ? w : min;
                max = w > max ? w : max;
                min = x < min ? x : min;
                max = x > max ? x : max;
                min = y < min ? y : min;
                max = y > max ? y : max;
            }
            for (; i < n; i++) {
                float v = from.get(Layouts.FLOAT, at + i * stride);
                a += v;
                min = v < min ? v : min;
                max = v > max ? v : max;
            }
            running.add(view, done, n, (a + b) + (c + d), min, max);
        }
        return running.result(count);
    }

    /// For values of any other type.
    static Statistics ofOthers(RealView view) {
        Running running = new Running();
        for (long done = 0; done < view.size(); done += BLOCK) {
            int n = (int) Math.min(BLOCK, view.size() - done);
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            int i = 0;
            for (; i < n - 3; i += 4) {
                double v = view.get(done + i);
                double w = view.get(done + i + 1);
                double x = view.get(done + i + 2);
                double y = view.get(done + i + 3);
                a += v;
                b += w;
                c += x;
                d += y;
                min = v < min ? v : min;
                max = v > max ? v : max;
                min = w < min ? w : min;
                max = w > max ? w : max;
                min = x < min ? x : min;
                max = x > max ? x : max;
                min = y < min ? y : min;
                max = y > max ? y : max;
            }
            for (; i < n; i++) {
                double v = view.get(done + i);
                a += v;
                min = v < min ? v : min;
                max = v > max ? v : max;
            }
            running.add(view, done, n, (a + b) + (c + d), min, max);
        }
        return running.result(view.size());
    }

    /// What is known after some blocks.
    private static final class Running {

        private double min = Double.NaN;
        private double max = Double.NaN;
        private long minAt = -1;
        private long maxAt = -1;
        private long nans;
        private long infinites;
        private double sum;

        /// @param blockMin the smallest value if all are ordinary numbers
        void add(RealView view, long done, int n, double blockSum, double blockMin, double blockMax) {
            if (!Double.isFinite(blockSum)) {
                addWithCare(view, done, n);
                return;
            }
            sum += blockSum;
            if (minAt < 0 || blockMin < min) {
                min = blockMin;
                minAt = find(view, done, blockMin);
            }
            if (maxAt < 0 || blockMax > max) {
                max = blockMax;
                maxAt = find(view, done, blockMax);
            }
        }

        private static long find(RealView view, long from, double value) {
            long at = from;
            while (view.get(at) != value) {
                at++;
            }
            return at;
        }

        private void addWithCare(RealView view, long done, int n) {
            double[] chains = new double[4];
            for (int i = 0; i < n; i++) {
                double value = view.get(done + i);
                if (Double.isNaN(value)) {
                    nans++;
                    continue;
                }
                infinites += Double.isInfinite(value) ? 1 : 0;
                chains[i < n - n % 4 ? i % 4 : 0] += value;
                if (minAt < 0 || value < min) {
                    min = value;
                    minAt = done + i;
                }
                if (maxAt < 0 || value > max) {
                    max = value;
                    maxAt = done + i;
                }
            }
            sum += (chains[0] + chains[1]) + (chains[2] + chains[3]);
        }

        Statistics result(long count) {
            return new Statistics(new MinMax(min, max, minAt, maxAt, count, nans, infinites), sum);
        }
    }
}
