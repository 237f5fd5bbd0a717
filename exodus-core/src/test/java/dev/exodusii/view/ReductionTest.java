package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Smallest, largest and sum of real numbers.
@Tag("vector-api")
class ReductionTest {

    private static final String NUMBERS = "dev.exodusii.view.Stored#numbers";
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static MinMax minMax(double... values) {
        MinMax of = Stored.ofDoubles(values).reals().minMax();
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        // All values used here are exact in both types.
        assertEquals(of, Stored.ofFloats(floats).reals().minMax());
        return of;
    }

    @Nested
    class Extremes {

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void areThoseOfAPlainLoop(Stored stored) {
            double min = NAN;
            double max = NAN;
            int minIndex = -1;
            int maxIndex = -1;
            for (int i = 0; i < stored.size(); i++) {
                if (minIndex < 0 || stored.real(i) < min) {
                    min = stored.real(i);
                    minIndex = i;
                }
                if (maxIndex < 0 || stored.real(i) > max) {
                    max = stored.real(i);
                    maxIndex = i;
                }
            }

            assertEquals(new MinMax(min, max, minIndex, maxIndex, stored.size(), 0, 0), stored.reals().minMax());
        }

        @Test
        void ofNothingAreNaN() {
            assertEquals(new MinMax(NAN, NAN, -1, -1, 0, 0, 0), minMax());
            assertTrue(minMax().isEmpty());
        }

        @Test
        void ofOneValueAreThatValue() {
            assertEquals(new MinMax(4, 4, 0, 0, 1, 0, 0), minMax(4));
            assertFalse(minMax(4).isEmpty());
        }

        @Test
        void areAtTheirFirstOccurrence() {
            assertEquals(new MinMax(1, 3, 1, 2, 6, 0, 0), minMax(2, 1, 3, 1, 3, 2));
        }

        @Test
        void takeNoNoticeOfNaN() {
            assertEquals(new MinMax(1, 2, 3, 1, 5, 3, 0), minMax(NAN, 2, NAN, 1, NAN));
        }

        @Test
        void ofNaNAloneAreNaN() {
            assertEquals(new MinMax(NAN, NAN, -1, -1, 3, 3, 0), minMax(NAN, NAN, NAN));
            assertTrue(minMax(NAN).isEmpty());
        }

        @Test
        void mayBeInfinite() {
            assertEquals(new MinMax(-INF, INF, 2, 1, 4, 0, 2), minMax(0, INF, -INF, 7));
            assertEquals(new MinMax(INF, INF, 0, 0, 2, 0, 2), minMax(INF, INF));
            assertEquals(new MinMax(-INF, -INF, 1, 1, 2, 1, 1), minMax(NAN, -INF));
            assertEquals(new MinMax(5, INF, 0, 1, 2, 0, 1), minMax(5, INF));
        }

        @Test
        void holdBothZerosEqual() {
            assertEquals(new MinMax(0.0, 0.0, 0, 0, 2, 0, 0), minMax(0.0, -0.0));
            assertEquals(new MinMax(-0.0, -0.0, 0, 0, 2, 0, 0), minMax(-0.0, 0.0));
            assertEquals(new MinMax(-0.0, 1, 1, 0, 3, 0, 0), minMax(1, -0.0, 0.0));
            // Nothing changes beside a value that needs the careful way.
            assertEquals(new MinMax(-0.0, 1, 1, 0, 4, 1, 0), minMax(1, -0.0, 0.0, NAN));
        }

        @Test
        void reachTheLimitsOfTheType() {
            assertEquals(new MinMax(-Double.MAX_VALUE, Double.MAX_VALUE, 1, 0, 3, 0, 0),
                    Stored.ofDoubles(Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE).reals().minMax());
            assertEquals(new MinMax(-Float.MAX_VALUE, Float.MAX_VALUE, 1, 0, 3, 0, 0),
                    Stored.ofFloats(Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE).reals().minMax());
        }

        /// Long enough for every unrolled and vectorised part of a loop, with something special at each place in turn.
        @ParameterizedTest
        @ValueSource(doubles = {NAN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 5_000, -5_000})
        void areFoundAtEveryPlace(double special) {
            for (int at = 0; at < 70; at++) {
                double[] values = new double[70];
                Arrays.setAll(values, i -> i % 7 - 3);
                values[at] = special;
                boolean finite = Double.isFinite(special);
                MinMax found = minMax(values);

                assertEquals(special < 0 ? at : at == 0 ? 7 : 0, found.minIndex());
                assertEquals(special > 0 ? at : at == 6 ? 13 : 6, found.maxIndex());
                assertEquals(special < 0 ? special : -3, found.min());
                assertEquals(special > 0 ? special : 3, found.max());
                assertEquals(Double.isNaN(special) ? 1 : 0, found.nans());
                assertEquals(finite || Double.isNaN(special) ? 0 : 1, found.infinites());
            }
        }

        @Test
        void combineInOrder() {
            MinMax first = minMax(2, NAN, 5, 1);
            MinMax second = minMax(INF, 1, 5);

            assertEquals(minMax(2, NAN, 5, 1, INF, 1, 5), first.then(second));
            assertEquals(minMax(INF, 1, 5, 2, NAN, 5, 1), second.then(first));
        }

        @Test
        void combineWithNothingAndWithNaN() {
            MinMax some = minMax(2, 1);

            assertEquals(some, some.then(minMax()));
            assertEquals(some, minMax().then(some));
            assertEquals(minMax(2, 1, NAN, NAN), some.then(minMax(NAN, NAN)));
            assertEquals(minMax(NAN, NAN, 2, 1), minMax(NAN, NAN).then(some));
            assertEquals(minMax(NAN, NAN), minMax(NAN).then(minMax(NAN)));
            assertEquals(minMax(), minMax().then(minMax()));
        }

        @Test
        void combineToTheSameHoweverTheValuesAreCut() {
            Random random = new Random(5);
            for (int round = 0; round < 200; round++) {
                double[] pool = {NAN, INF, -INF, -0.0, 0.0, 1, 2, 3};
                double[] values = random.ints(30, 0, pool.length).mapToDouble(i -> pool[i]).toArray();
                int cut = random.nextInt(31);

                assertEquals(minMax(values),
                        minMax(Arrays.copyOf(values, cut)).then(minMax(Arrays.copyOfRange(values, cut, 30))));
            }
        }
    }

    @Nested
    class Sums {

        private static double[] values(int size, long seed) {
            Random random = new Random(seed);
            return random.doubles(size).map(d -> (d - 0.5) * Math.pow(2, random.nextInt(-40, 40))).toArray();
        }

        /// Adding n numbers in any order errs by less than n units in the last place of the sum of their amounts.
        @ParameterizedTest
        @MethodSource(NUMBERS)
        void areNearTheExactSum(Stored stored) {
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal amounts = BigDecimal.ZERO;
            for (double value : stored.doubles()) {
                exact = exact.add(new BigDecimal(value));
                amounts = amounts.add(new BigDecimal(value).abs());
            }
            BigDecimal bound = amounts.multiply(new BigDecimal(stored.size() * 0x1p-53));
            BigDecimal error = exact.subtract(new BigDecimal(stored.reals().sum())).abs();

            assertTrue(error.compareTo(bound) <= 0, () -> "error " + error + ", bound " + bound);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 3, 4, 5, 7, 8, 511, 512, 515, 1_000, 5_000, 131_072, 132_100, 400_000})
        void areAddedInOneFixedOrder(int size) {
            double[] values = values(size, size);

            assertEquals(FixedOrderSum.of(values), Stored.ofDoubles(values).reals().sum());
        }

        @Test
        void areEqualInEveryRunBeforeAndAfterCompilation() {
            RealView view = Stored.ofDoubles(values(4_001, 3)).reals();
            double first = view.sum();

            for (int run = 0; run < 5_000; run++) {
                assertEquals(first, view.sum());
            }
        }

        @Test
        void doNotDependOnHowValuesAreStored() {
            long[] bits = Arrays.stream(values(3_003, 9)).map(d -> (float) d).mapToLong(Double::doubleToRawLongBits)
                    .toArray();
            long[] floatBits = Arrays.stream(bits).mapToDouble(Double::longBitsToDouble)
                    .mapToLong(d -> Float.floatToRawIntBits((float) d)).toArray();
            List<Double> sums = new ArrayList<>();
            for (long gap : new long[] {0, 3, 8}) {
                sums.add(Stored.of(ElementType.DOUBLE, 1, gap, bits).reals().sum());
                sums.add(Stored.onHeap(ElementType.DOUBLE, 4, gap, bits).reals().sum());
                sums.add(Stored.of(ElementType.FLOAT, 3, gap, floatBits).reals().sum());
            }

            assertEquals(1, sums.stream().distinct().count(), sums::toString);
        }

        @ParameterizedTest
        @EnumSource(names = {"BYTE", "SHORT", "INT", "INT64", "UBYTE", "USHORT", "UINT", "UINT64"})
        void ofIntegersAreThoseOfTheSameDoubles(ElementType type) {
            Stored stored = Stored.of(type, 1, 3, Stored.random(type, new Random(4), 3_003));

            assertEquals(Stored.ofDoubles(stored.doubles()).reals().sum(), stored.reals().sum());
        }

        @Test
        void ofNothingAreZero() {
            assertEquals(0.0, Stored.ofDoubles().reals().sum());
            assertEquals(0.0, Stored.ofFloats().reals().sum());
        }

        @Test
        void areNaNOrInfiniteWhereAValueIs() {
            assertEquals(NAN, Stored.ofDoubles(1, 2, NAN, 4, 5).reals().sum());
            assertEquals(INF, Stored.ofFloats(1, 2, Float.POSITIVE_INFINITY, 4, 5).reals().sum());
            assertEquals(NAN, Stored.ofDoubles(INF, 1, 2, 3, -INF).reals().sum());
        }

        @Test
        void ofFloatsAreAddedAsDoubles() {
            assertEquals(16_777_217.0, Stored.ofFloats(16_777_216f, 0, 0, 0, 1f).reals().sum());
        }
    }

    /// What one stored type becomes in another.
    @Nested
    class Conversions {

        @Test
        void aDoubleIsRoundedToTheNearestFloat() {
            // The neighbours of 1 are 2^-23 apart; halves go to the even one.
            double[] values = {1 + 0x1p-25, 1 + 0x1p-24, 1 + 0x1p-24 + 0x1p-50, 1 + 3 * 0x1p-24, 1e-50, -1e-50, 1e39,
                    -1e39, Float.MAX_VALUE * (1 + 0x1p-26), 0x1p-149, 0x1p-150, 0x1.8p-150, -0.0, NAN, INF};
            float[] expected = {1, 1, 1 + 0x1p-23f, 1 + 0x1p-22f, 0, -0.0f, Float.POSITIVE_INFINITY,
                    Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.MIN_VALUE, 0, Float.MIN_VALUE, -0.0f, Float.NaN,
                    Float.POSITIVE_INFINITY};
            RealView view = Stored.ofDoubles(values).reals();

            assertArrayEquals(expected, view.toFloatArray());
            for (int i = 0; i < values.length; i++) {
                assertEquals(expected[i], view.getFloat(i));
            }
        }

        @Test
        void aFloatIsWidenedExactly() {
            assertEquals(0.1f, Stored.ofFloats(0.1f).reals().get(0));
            assertEquals(0x1p-149, Stored.ofFloats(Float.MIN_VALUE).reals().get(0));
        }

        @Test
        void unsignedIntegersArePositive() {
            assertEquals(255.0, Stored.of(ElementType.UBYTE, 0, 0, -1).reals().get(0));
            assertEquals(65_535.0, Stored.of(ElementType.USHORT, 0, 0, -1).reals().get(0));
            assertEquals(4_294_967_295.0, Stored.of(ElementType.UINT, 0, 0, -1).reals().get(0));
            assertEquals(0x1p64, Stored.of(ElementType.UINT64, 0, 0, -1).reals().get(0));
            assertEquals(0x1p63, Stored.of(ElementType.UINT64, 0, 0, Long.MIN_VALUE).reals().get(0));
            assertEquals(0x1p64f, Stored.of(ElementType.UINT64, 0, 0, -1).reals().getFloat(0));
            // 2^63 + 2^10 is half-way to the next double, one more is beyond.
            assertEquals(0x1p63, Stored.of(ElementType.UINT64, 0, 0, Long.MIN_VALUE + (1 << 10)).reals().get(0));
            assertEquals(0x1p63 + 0x1p11,
                    Stored.of(ElementType.UINT64, 0, 0, Long.MIN_VALUE + (1 << 10) + 1).reals().get(0));
        }

        @Test
        void a64BitIntegerIsRoundedToFloatOnce() {
            // Just above half-way between two floats; a double in between would fall on half-way, then to even.
            long value = (1L << 60) + (1L << 36) + 1;

            assertEquals(0x1p60f + 0x1p37f, Stored.ofLongs(value).reals().getFloat(0));
            assertEquals(0x1p60f + 0x1p37f, Stored.of(ElementType.UINT64, 0, 0, value).reals().toFloatArray()[0]);
            assertEquals(-0x1p60f - 0x1p37f, Stored.ofLongs(-value).reals().toFloatArray()[0]);
        }

        @Test
        void a64BitIntegerIsRoundedToTheNearestDouble() {
            assertEquals(0x1p53, Stored.ofLongs((1L << 53) + 1).reals().get(0));
            assertEquals(0x1p53 + 4, Stored.ofLongs((1L << 53) + 3).reals().get(0));
        }
    }
}
