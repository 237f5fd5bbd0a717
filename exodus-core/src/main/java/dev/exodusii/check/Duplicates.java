package dev.exodusii.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/// Finds values that occur more than once, in bounded memory: with a bit for each possible value where these are few,
/// and otherwise by sorting a part of the values at a time.
///
/// @param count how many values are the same as one before
/// @param pairs the first of them, in order
record Duplicates(long count, List<Pair> pairs) {

    /// A bitmap of eight bytes for each value is no larger than the values.
    private static final long DENSE = 64;
    private static final int PART = 1 << 22;

    /// A value that is the same as one before.
    ///
    /// @param value the value
    /// @param first the 0-based position where it occurs first
    /// @param again the 0-based position where it occurs again
    record Pair(long value, long first, long again) {}

    /// @param most how many pairs to return
    static Duplicates find(long size, LongUnaryOperator values, int most) {
        if (size < 2) {
            return new Duplicates(0, List.of());
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long i = 0; i < size; i++) {
            min = Math.min(min, values.applyAsLong(i));
            max = Math.max(max, values.applyAsLong(i));
        }
        long span = max - min;
        Set<Long> some = new HashSet<>();
        boolean isDense = span >= 0 && span / DENSE < size && span < (long) Integer.MAX_VALUE * 32;
        long count = isDense ? dense(size, values, min, span + 1, most, some) : sparse(size, values, most, some);
        return new Duplicates(count, count == 0 ? List.of() : locate(size, values, some, most));
    }

    private static long dense(long size, LongUnaryOperator values, long min, long span, int most, Set<Long> some) {
        NodeBits seen = new NodeBits(span);
        long count = 0;
        for (long i = 0; i < size; i++) {
            long value = values.applyAsLong(i);
            if (seen.set(value - min)) {
                count++;
                if (some.size() < most) {
                    some.add(value);
                }
            }
        }
        return count;
    }

    private static long sparse(long size, LongUnaryOperator values, int most, Set<Long> some) {
        long parts = size / (PART / 2) + 1;
        long count = 0;
        for (long part = 0; part < parts; part++) {
            long[] own = new long[Math.toIntExact(Math.min(size, PART))];
            int held = 0;
            for (long i = 0; i < size; i++) {
                long value = values.applyAsLong(i);
                if (Long.remainderUnsigned(mix(value), parts) == part) {
                    if (held == own.length) {
                        own = Arrays.copyOf(own, Math.multiplyExact(own.length, 2));
                    }
                    own[held++] = value;
                }
            }
            Arrays.sort(own, 0, held);
            for (int i = 1; i < held; i++) {
                if (own[i] == own[i - 1]) {
                    count++;
                    if (some.size() < most) {
                        some.add(own[i]);
                    }
                }
            }
        }
        return count;
    }

    private static List<Pair> locate(long size, LongUnaryOperator values, Set<Long> some, int most) {
        Map<Long, Long> first = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (long i = 0; i < size && pairs.size() < most; i++) {
            long value = values.applyAsLong(i);
            if (some.contains(value)) {
                Long before = first.putIfAbsent(value, i);
                if (before != null) {
                    pairs.add(new Pair(value, before, i));
                }
            }
        }
        return pairs;
    }

    List<String> examples(Function<Pair, String> words) {
        return pairs.stream().map(words).toList();
    }

    private static long mix(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
