package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// The loops behind [RealView]'s bulk operations, one for each pair of stored and wanted type.
///
/// They repeat each other on purpose: a loop that knows both types is compiled to straight vector code, a shared one
/// with a lambda or a branch for each element is several times slower. Arrays have loops of their own because a loop
/// that sees heap and mapped segments alike loses its type profile.
final class RealLoops {

    /// Loops that write memory count in ints, which become vector code, and so go piece by piece.
    static final int CHUNK = 1 << 16;

    private RealLoops() {}

    static void doubles(MemorySegment from, long base, long stride, int count, double[] to, int offset, int step) {
        if (stride == Double.BYTES && step == 1) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = from.get(Layouts.DOUBLE, base + (long) i * Double.BYTES);
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i * step] = from.get(Layouts.DOUBLE, base + i * stride);
            }
        }
    }

    static void floats(MemorySegment from, long base, long stride, int count, double[] to, int offset, int step) {
        if (stride == Float.BYTES && step == 1) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = from.get(Layouts.FLOAT, base + (long) i * Float.BYTES);
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i * step] = from.get(Layouts.FLOAT, base + i * stride);
            }
        }
    }

    static void doubles(MemorySegment from, long base, long stride, int count, float[] to, int offset, int step) {
        if (stride == Double.BYTES && step == 1) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = (float) from.get(Layouts.DOUBLE, base + (long) i * Double.BYTES);
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i * step] = (float) from.get(Layouts.DOUBLE, base + i * stride);
            }
        }
    }

    static void floats(MemorySegment from, long base, long stride, int count, float[] to, int offset, int step) {
        if (stride == Float.BYTES && step == 1) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = from.get(Layouts.FLOAT, base + (long) i * Float.BYTES);
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i * step] = from.get(Layouts.FLOAT, base + i * stride);
            }
        }
    }

    static void doublesToDoubles(MemorySegment from, long base, long stride, long count, MemorySegment to, long offset,
            long step) {
        for (long done = 0; done < count; done += CHUNK) {
            int n = (int) Math.min(CHUNK, count - done);
            long source = base + done * stride;
            long target = offset + done * step;
            if (stride == Double.BYTES && step == Double.BYTES) {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_DOUBLE, target + (long) i * Double.BYTES,
                            from.get(Layouts.DOUBLE, source + (long) i * Double.BYTES));
                }
            } else {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_DOUBLE, target + i * step, from.get(Layouts.DOUBLE, source + i * stride));
                }
            }
        }
    }

    static void floatsToDoubles(MemorySegment from, long base, long stride, long count, MemorySegment to, long offset,
            long step) {
        for (long done = 0; done < count; done += CHUNK) {
            int n = (int) Math.min(CHUNK, count - done);
            long source = base + done * stride;
            long target = offset + done * step;
            if (stride == Float.BYTES && step == Double.BYTES) {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_DOUBLE, target + (long) i * Double.BYTES,
                            from.get(Layouts.FLOAT, source + (long) i * Float.BYTES));
                }
            } else {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_DOUBLE, target + i * step, from.get(Layouts.FLOAT, source + i * stride));
                }
            }
        }
    }

    static void doublesToFloats(MemorySegment from, long base, long stride, long count, MemorySegment to, long offset,
            long step) {
        for (long done = 0; done < count; done += CHUNK) {
            int n = (int) Math.min(CHUNK, count - done);
            long source = base + done * stride;
            long target = offset + done * step;
            if (stride == Double.BYTES && step == Float.BYTES) {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_FLOAT, target + (long) i * Float.BYTES,
                            (float) from.get(Layouts.DOUBLE, source + (long) i * Double.BYTES));
                }
            } else {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_FLOAT, target + i * step, (float) from.get(Layouts.DOUBLE, source + i * stride));
                }
            }
        }
    }

    static void floatsToFloats(MemorySegment from, long base, long stride, long count, MemorySegment to, long offset,
            long step) {
        for (long done = 0; done < count; done += CHUNK) {
            int n = (int) Math.min(CHUNK, count - done);
            long source = base + done * stride;
            long target = offset + done * step;
            if (stride == Float.BYTES && step == Float.BYTES) {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_FLOAT, target + (long) i * Float.BYTES,
                            from.get(Layouts.FLOAT, source + (long) i * Float.BYTES));
                }
            } else {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_FLOAT, target + i * step, from.get(Layouts.FLOAT, source + i * stride));
                }
            }
        }
    }

    static double sumOfDoubles(MemorySegment from, long base, long stride, long count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long i = 0;
        // Four chains of additions keep the processor busy; a single one waits for each result.
        for (; i < count - 3; i += 4) {
            long at = base + i * stride;
            a += from.get(Layouts.DOUBLE, at);
            b += from.get(Layouts.DOUBLE, at + stride);
            c += from.get(Layouts.DOUBLE, at + 2 * stride);
            d += from.get(Layouts.DOUBLE, at + 3 * stride);
        }
        for (; i < count; i++) {
            a += from.get(Layouts.DOUBLE, base + i * stride);
        }
        return (a + b) + (c + d);
    }

    static double sumOfFloats(MemorySegment from, long base, long stride, long count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long i = 0;
        for (; i < count - 3; i += 4) {
            long at = base + i * stride;
            a += from.get(Layouts.FLOAT, at);
            b += from.get(Layouts.FLOAT, at + stride);
            c += from.get(Layouts.FLOAT, at + 2 * stride);
            d += from.get(Layouts.FLOAT, at + 3 * stride);
        }
        for (; i < count; i++) {
            a += from.get(Layouts.FLOAT, base + i * stride);
        }
        return (a + b) + (c + d);
    }

    /// The same order of additions for values of any type.
    static double sum(RealView view) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long i = 0;
        for (; i < view.size() - 3; i += 4) {
            a += view.get(i);
            b += view.get(i + 1);
            c += view.get(i + 2);
            d += view.get(i + 3);
        }
        for (; i < view.size(); i++) {
            a += view.get(i);
        }
        return (a + b) + (c + d);
    }

    static MinMax minMaxOfDoubles(MemorySegment from, long base, long stride, long count) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        long minAt = -1;
        long maxAt = -1;
        long special = 0;
        // Plain comparisons: they skip NaN by themselves and cost half of Math.min and Math.max.
        for (long i = 0; i < count; i++) {
            double value = from.get(Layouts.DOUBLE, base + i * stride);
            if (value < min) {
                min = value;
                minAt = i;
            }
            if (value > max) {
                max = value;
                maxAt = i;
            }
            // False for NaN too.
            if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                special++;
            }
        }
        return special == 0 && count > 0
                ? new MinMax(min, max, minAt, maxAt, count, 0, 0)
                : minMax(new RealView(from, ElementType.DOUBLE, base, count, stride));
    }

    static MinMax minMaxOfFloats(MemorySegment from, long base, long stride, long count) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        long minAt = -1;
        long maxAt = -1;
        long special = 0;
        for (long i = 0; i < count; i++) {
            float value = from.get(Layouts.FLOAT, base + i * stride);
            if (value < min) {
                min = value;
                minAt = i;
            }
            if (value > max) {
                max = value;
                maxAt = i;
            }
            if (!(Math.abs(value) <= Float.MAX_VALUE)) {
                special++;
            }
        }
        return special == 0 && count > 0
                ? new MinMax(min, max, minAt, maxAt, count, 0, 0)
                : minMax(new RealView(from, ElementType.FLOAT, base, count, stride));
    }

    /// The careful way, taken where there are NaN or infinities, or where the values are integers.
    static MinMax minMax(RealView view) {
        double min = Double.NaN;
        double max = Double.NaN;
        long minAt = -1;
        long maxAt = -1;
        long nans = 0;
        long infinites = 0;
        for (long i = 0; i < view.size(); i++) {
            double value = view.get(i);
            if (Double.isNaN(value)) {
                nans++;
                continue;
            }
            if (Double.isInfinite(value)) {
                infinites++;
            }
            if (minAt < 0 || value < min) {
                min = value;
                minAt = i;
            }
            if (maxAt < 0 || value > max) {
                max = value;
                maxAt = i;
            }
        }
        return new MinMax(min, max, minAt, maxAt, view.size(), nans, infinites);
    }
}
