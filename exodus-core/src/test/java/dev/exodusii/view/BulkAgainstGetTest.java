package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever the view, each bulk operation gives what a plain loop over `get` gives.
///
/// Random views, cut and thinned at random; the seed of a failing one is in the message.
@Tag("vector-api")
class BulkAgainstGetTest {

    private static final int ROUNDS = 300;

    private static Stored random(ElementType type, Random random) {
        int size = random.nextInt(4) == 0 ? random.nextInt(2_000) : random.nextInt(70);
        long[] bits = switch (random.nextInt(3)) {
            // Any bits at all: NaN, infinities and subnormal numbers among them.
            case 0 -> random.longs(size).toArray();
            // Values that fit everywhere, for the exact conversions.
            case 1 -> LongStream.generate(() -> random.nextInt(100)).limit(size).toArray();
            default -> Stored.random(type, random, size);
        };
        int base = random.nextInt(20);
        int gap = random.nextBoolean() ? 0 : random.nextInt(40);
        return random.nextInt(4) == 0 ? Stored.onHeap(type, base, gap, bits) : Stored.of(type, base, gap, bits);
    }

    @ParameterizedTest
    @EnumSource(names = "CHAR", mode = EnumSource.Mode.EXCLUDE)
    void realNumbers(ElementType type) {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed * 31 + type.ordinal());
            RealView whole = random(type, random).reals();
            long from = random.nextLong(whole.size() + 1);
            RealView view = whole.slice(from, random.nextLong(whole.size() - from + 1)).every(1 + random.nextInt(4));
            String name = type + ", seed " + seed;
            int n = (int) view.size();
            double[] doubles = IntStream.range(0, n).mapToDouble(view::get).toArray();
            float[] floats = new float[n];
            for (int i = 0; i < n; i++) {
                floats[i] = view.getFloat(i);
            }

            assertArrayEquals(doubles, view.toArray(), name);
            assertArrayEquals(floats, view.toFloatArray(), name);
            assertArrayEquals(doubles, view.stream().toArray(), name);
            checkSpread(view, doubles, floats, random, name);
            checkGather(view, doubles, floats, random, name);
            assertEquals(FixedOrderSum.of(doubles), view.sum(), name);
            assertEquals(minMax(view), view.minMax(), name);
        }
    }

    private static void checkSpread(RealView view, double[] doubles, float[] floats, Random random, String name) {
        int n = doubles.length;
        int offset = random.nextInt(5);
        int step = 1 + random.nextInt(4);
        double[] spread = new double[offset + n * step];
        float[] floatSpread = new float[offset + n * step];
        MemorySegment memory = Arena.ofAuto().allocate(offset + n * (7L + step));
        MemorySegment floatMemory = Arena.ofAuto().allocate(offset + n * (3L + step));
        view.copyTo(spread, offset, step);
        view.copyTo(floatSpread, offset, step);
        view.copyDoublesTo(memory, offset, 7L + step);
        view.copyFloatsTo(floatMemory, offset, 3L + step);
        for (int i = 0; i < n; i++) {
            assertEquals(doubles[i], spread[offset + i * step], name);
            assertEquals(floats[i], floatSpread[offset + i * step], name);
            assertEquals(doubles[i], memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, offset + i * (7L + step)), name);
            assertEquals(floats[i], floatMemory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, offset + i * (3L + step)), name);
        }
    }

    private static void checkGather(RealView view, double[] doubles, float[] floats, Random random, String name) {
        int[] indexes = random.ints(doubles.length, 0, Math.max(1, doubles.length)).toArray();
        double[] gathered = new double[indexes.length];
        float[] floatsGathered = new float[indexes.length];
        view.gather(indexes, gathered);
        view.gather(indexes, floatsGathered);
        for (int i = 0; i < indexes.length; i++) {
            assertEquals(doubles[indexes[i]], gathered[i], name);
            assertEquals(floats[indexes[i]], floatsGathered[i], name);
        }
    }

    private static MinMax minMax(RealView view) {
        long min = -1;
        long max = -1;
        long nans = 0;
        long infinites = 0;
        for (long i = 0; i < view.size(); i++) {
            double value = view.get(i);
            nans += Double.isNaN(value) ? 1 : 0;
            infinites += Double.isInfinite(value) ? 1 : 0;
            min = !Double.isNaN(value) && (min < 0 || value < view.get(min)) ? i : min;
            max = !Double.isNaN(value) && (max < 0 || value > view.get(max)) ? i : max;
        }
        return new MinMax(min < 0 ? Double.NaN : view.get(min), max < 0 ? Double.NaN : view.get(max), min, max,
                view.size(), nans, infinites);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAR", "FLOAT", "DOUBLE"}, mode = EnumSource.Mode.EXCLUDE)
    void integers(ElementType type) {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed * 31 + type.ordinal());
            IntegerView whole = random(type, random).integerView();
            long from = random.nextLong(whole.size() + 1);
            IntegerView view = whole.slice(from, random.nextLong(whole.size() - from + 1)).plus(random.nextInt(-1, 2));
            String name = type + ", seed " + seed;
            int n = (int) view.size();

            Object longs = outcome(() -> loop(view, n));
            assertSame(longs, outcome(view::toArray), name);
            assertSame(longs, outcome(() -> view.stream().toArray()), name);
            assertSame(longs, outcome(() -> {
                MemorySegment memory = Arena.ofAuto().allocate(8L * n);
                view.copyLongsTo(memory);
                return memory.toArray(ValueLayout.JAVA_LONG);
            }), name);
            Object ints = outcome(() -> {
                int[] all = new int[n];
                for (int i = 0; i < n; i++) {
                    all[i] = view.getInt(i);
                }
                return all;
            });
            assertSame(ints, outcome(view::toIntArray), name);
            assertSame(ints, outcome(() -> {
                MemorySegment memory = Arena.ofAuto().allocate(4L * n);
                view.copyIntsTo(memory);
                return memory.toArray(ValueLayout.JAVA_INT);
            }), name);
            assertSame(outcome(() -> {
                long[] all = loop(view, n);
                return new IntegerRange(Arrays.stream(all).min().orElse(Long.MAX_VALUE),
                        Arrays.stream(all).max().orElse(Long.MIN_VALUE), n);
            }), outcome(view::minMax), name);
            assertSame(outcome(() -> exactSum(view)), outcome(view::sum), name);
        }
    }

    private static long exactSum(IntegerView view) {
        BigInteger sum = BigInteger.ZERO;
        for (long i = 0; i < view.size(); i++) {
            sum = sum.add(BigInteger.valueOf(view.get(i)));
            if (sum.bitLength() >= Long.SIZE) {
                throw new ArithmeticException("the sum of the first " + (i + 1) + " values does not fit into a long");
            }
        }
        return sum.longValueExact();
    }

    private static long[] loop(IntegerView view, int n) {
        long[] all = new long[n];
        for (int i = 0; i < n; i++) {
            all[i] = view.get(i);
        }
        return all;
    }

    private interface Operation {
        Object result();
    }

    /// A result or, for a value that does not fit, the message.
    private static Object outcome(Operation operation) {
        try {
            return operation.result();
        } catch (ArithmeticException e) {
            return e.getMessage();
        }
    }

    private static void assertSame(Object expected, Object actual, String name) {
        assertArrayEquals(new Object[] {expected}, new Object[] {actual}, name);
    }
}
