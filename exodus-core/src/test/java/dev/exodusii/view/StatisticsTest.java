package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything about some numbers in one pass.
@Tag("vector-api")
class StatisticsTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Statistics of(double... values) {
        return Stored.ofDoubles(values).reals().statistics();
    }

    @ParameterizedTest
    @MethodSource("dev.exodusii.view.Stored#numbers")
    void extremesAreThoseOfMinMax(Stored stored) {
        assertEquals(stored.reals().minMax(), stored.reals().statistics().extremes());
    }

    @ParameterizedTest
    @MethodSource("dev.exodusii.view.Stored#numbers")
    void sumIsThatOfTheBlocks(Stored stored) {
        double sum = 0;
        for (int i = 0; i < stored.size(); i++) {
            sum += stored.real(i);
        }
        assertEquals(sum, stored.reals().statistics().sum(), Math.abs(sum) * 1e-12 + 1e-300);
    }

    @Test
    void nothingHasNoExtremesAndTheSumZero() {
        assertEquals(Statistics.NONE, of());
        assertTrue(Double.isNaN(of().mean()));
    }

    @Test
    void nanIsCountedAndLeftOut() {
        assertEquals(new Statistics(new MinMax(1, 5, 3, 1, 4, 1, 0), 8), of(2, 5, NAN, 1));
        assertEquals(8 / 3.0, of(2, 5, NAN, 1).mean());
    }

    /// The sum of 1,000 times 0.1 is not quite 100.
    @Test
    void meanOfEqualValuesIsThatValue() {
        double[] values = new double[1000];
        Arrays.fill(values, 0.1);
        assertEquals(0.1, of(values).mean());
    }

    @Test
    void infinitiesTakePart() {
        Statistics statistics = of(2, INF, 3);
        assertEquals(new MinMax(2, INF, 0, 1, 3, 0, 1), statistics.extremes());
        assertEquals(INF, statistics.sum());
    }

    @Test
    void onlyNaNHasNoExtremes() {
        assertEquals(new Statistics(new MinMax(NAN, NAN, -1, -1, 2, 2, 0), 0), of(NAN, NAN));
    }

    @Test
    void ofEqualZerosTheFirstIsTold() {
        assertEquals(new MinMax(0.0, 0.0, 0, 0, 2, 0, 0), of(0.0, -0.0).extremes());
        assertEquals(new MinMax(-0.0, -0.0, 0, 0, 2, 0, 0), of(-0.0, 0.0).extremes());
    }

    @Test
    void sumThatOverflowsIsInfinite() {
        Statistics statistics = of(Double.MAX_VALUE, Double.MAX_VALUE, 1, 2);
        assertEquals(INF, statistics.sum());
        assertEquals(new MinMax(1, Double.MAX_VALUE, 2, 0, 4, 0, 0), statistics.extremes());
    }

    /// Values are looked at in blocks of 512 and spans of 256 blocks: what is special must be found at their edges too.
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 511, 512, 513, 1023, 1024, 131_071, 131_072, 133_999})
    void specialValueIsFoundWhereverItIs(int place) {
        double[] values = new Random(5).doubles(134_000, 1, 2).toArray();
        for (double special : new double[] {-7, 9, NAN, INF, -INF}) {
            values[place] = special;
            MinMax found = of(values).extremes();
            assertEquals(plain(values), found);
            assertEquals(found, Stored.ofDoubles(values).reals().minMax());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 700, 1100, 131_200})
    void ofEqualExtremesTheFirstIsTold(int first) {
        double[] values = new double[200_000];
        Arrays.fill(values, first, 132_000, -1);
        Arrays.fill(values, first + 300, first + 900, 1);
        assertEquals(plain(values), of(values).extremes());
    }

    @Test
    void ofManyZerosTheFirstIsToldWithItsSign() {
        double[] values = new double[4096];
        Arrays.fill(values, 1, 4096, -0.0);
        assertEquals(new MinMax(0.0, 0.0, 0, 0, 4096, 0, 0), of(values).extremes());
        values[0] = -0.0;
        values[3000] = 0.0;
        assertEquals(new MinMax(-0.0, -0.0, 0, 0, 4096, 0, 0), of(values).extremes());
    }

    @Test
    void sumOfManyLeavesNaNOutAndKeepsTheOrder() {
        double[] values = new Random(8).doubles(5000, -1, 1).toArray();
        values[17] = 0;
        values[4999] = 0;
        double sum = of(values).sum();
        assertEquals(FixedOrderSum.of(values), sum);
        values[17] = NAN;
        values[4999] = NAN;
        assertEquals(sum, of(values).sum());
    }

    private static MinMax plain(double[] values) {
        MinMax all = MinMax.NONE;
        for (double value : values) {
            boolean isNumber = !Double.isNaN(value);
            all = all.then(new MinMax(value, value, isNumber ? 0 : -1, isNumber ? 0 : -1, 1, isNumber ? 0 : 1,
                    Double.isInfinite(value) ? 1 : 0));
        }
        return all;
    }

    @Test
    void partsMakeUpTheWhole() {
        double[] values = new Random(6).doubles(5000, -1, 1).toArray();
        values[4000] = NAN;
        RealView view = Stored.ofDoubles(values).reals();
        Statistics parts = view.slice(0, 2048).statistics().then(view.slice(2048, 2952).statistics());
        assertEquals(view.statistics().extremes(), parts.extremes());
        assertEquals(view.statistics().sum(), parts.sum(), 1e-10);
    }

    @Test
    void sumDoesNotDependOnHowValuesAreStored() {
        float[] floats = new float[3001];
        double[] doubles = new double[3001];
        Random random = new Random(7);
        for (int i = 0; i < floats.length; i++) {
            floats[i] = random.nextFloat();
            doubles[i] = floats[i];
        }
        assertEquals(of(doubles), Stored.ofFloats(floats).reals().statistics());
    }
}
