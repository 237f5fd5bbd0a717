package dev.exodusii.check;

import dev.exodusii.view.IntegerRange;
import dev.exodusii.view.IntegerView;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/// Finds values that occur more than once, in bounded memory: with a bit for each possible value where these are few,
/// and otherwise by sorting a part of the values at a time.
final class Duplicates {

    /// A bitmap of eight bytes for each value is no larger than the values.
    private static final long DENSE = 64;
    private static final int PART = 1 << 22;

    private Duplicates() {}

    static Tally find(IntegerView values, int most) {
        if (values.size() < 2) {
            return new Tally(most);
        }
        IntegerRange range = values.minMax();
        long span = range.max() - range.min();
        if (span >= 0 && span / DENSE < values.size() && span < (long) Integer.MAX_VALUE * 32) {
            return dense(values.size(), values::get, range.min(), span + 1, most);
        }
        return sparse(values.size(), values::get, most);
    }

    private static Tally dense(long size, LongUnaryOperator values, long min, long span, int most) {
        NodeBits seen = new NodeBits(span);
        Tally tally = new Tally(most);
        for (long i = 0; i < size; i++) {
            long value = values.applyAsLong(i);
            if (seen.set(value - min)) {
                long at = i;
                tally.add(() -> value + " again at position " + (at + 1));
            }
        }
        return tally;
    }

    /// Finds repeated values among any.
    static Tally sparse(long size, LongUnaryOperator values, int most) {
        long parts = size / (PART / 2) + 1;
        Tally tally = new Tally(most);
        for (long part = 0; part < parts; part++) {
            long[] own = new long[Math.toIntExact(Math.min(size, PART))];
            int count = 0;
            for (long i = 0; i < size; i++) {
                long value = values.applyAsLong(i);
                if (Long.remainderUnsigned(mix(value), parts) == part) {
                    if (count == own.length) {
                        own = Arrays.copyOf(own, Math.multiplyExact(own.length, 2));
                    }
                    own[count++] = value;
                }
            }
            Arrays.sort(own, 0, count);
            for (int i = 1; i < count; i++) {
                if (own[i] == own[i - 1]) {
                    long value = own[i];
                    tally.add(() -> value + " more than once");
                }
            }
        }
        return tally;
    }

    private static long mix(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
