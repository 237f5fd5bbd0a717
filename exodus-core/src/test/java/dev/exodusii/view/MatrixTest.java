package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Matrices of real numbers and of integers, in every arrangement in memory that a selection can lead to.
class MatrixTest {

    private static final String GRIDS = "dev.exodusii.view.MatrixTest#grids";
    private static final String INTEGER_GRIDS = "dev.exodusii.view.MatrixTest#integerGrids";

    /// A matrix in memory and the index in `stored` of each of its values.
    private record Grid(Stored stored, String arrangement, int rows, int columns, int rowStep, int columnStep) {

        ArrayView array() {
            int size = stored.type().byteSize();
            return ArrayView.of(stored.memory(), stored.type(), stored.base(), new long[] {rows, columns},
                    new long[] {(long) rowStep * size, (long) columnStep * size});
        }

        RealMatrix reals() {
            return array().realMatrix();
        }

        IntegerMatrix integers() {
            return array().integerMatrix();
        }

        int at(int row, int column) {
            return row * rowStep + column * columnStep;
        }

        /// Row after row.
        double[] doubles() {
            double[] all = new double[rows * columns];
            Arrays.setAll(all, i -> stored.real(at(i / columns, i % columns)));
            return all;
        }

        float[] floats() {
            float[] all = new float[rows * columns];
            for (int i = 0; i < all.length; i++) {
                all[i] = stored.realFloat(at(i / columns, i % columns));
            }
            return all;
        }

        long[] longs() {
            long[] all = new long[rows * columns];
            Arrays.setAll(all, i -> stored.integer(at(i / columns, i % columns)));
            return all;
        }

        @Override
        public String toString() {
            return arrangement + " " + stored.type().label() + "[" + rows + ", " + columns + "]";
        }
    }

    private static Stream<Grid> grids() {
        return Stream.of(ElementType.DOUBLE, ElementType.FLOAT, ElementType.INT).flatMap(MatrixTest::grids);
    }

    private static Stream<Grid> integerGrids() {
        return Stream.of(ElementType.INT, ElementType.INT64, ElementType.UBYTE).flatMap(MatrixTest::grids);
    }

    private static Stream<Grid> grids(ElementType type) {
        Random random = new Random(type.ordinal());
        Stored stored = Stored.of(type, 4, 0, Stored.random(type, random, 600));
        return Stream.of(new int[] {0, 0}, new int[] {0, 3}, new int[] {3, 0}, new int[] {1, 1}, new int[] {1, 7},
                new int[] {7, 1}, new int[] {4, 5}, new int[] {9, 3}).flatMap(shape -> {
                    int rows = shape[0];
                    int columns = shape[1];
                    return Stream.of(
                            new Grid(stored, "dense", rows, columns, columns, 1),
                            new Grid(stored, "records of", rows, columns, columns + 6, 1),
                            new Grid(stored, "dense transposed", rows, columns, 1, rows),
                            new Grid(stored, "transposed records of", rows, columns, 1, rows + 6),
                            new Grid(stored, "interleaved", rows, columns, 3 * columns, 3),
                            new Grid(stored, "gaps everywhere", rows, columns, 2 * columns + 5, 2),
                            new Grid(stored, "repeated rows", rows, columns, 0, 1),
                            new Grid(stored, "constant", rows, columns, 0, 0));
                });
    }

    @Nested
    class OfReals {

        @ParameterizedTest
        @MethodSource(GRIDS)
        void getGivesTheValueOfRowAndColumn(Grid grid) {
            RealMatrix matrix = grid.reals();

            assertEquals(grid.rows(), matrix.rows());
            assertEquals(grid.columns(), matrix.columns());
            assertEquals((long) grid.rows() * grid.columns(), matrix.size());
            assertEquals(grid.stored().type(), matrix.type());
            for (int r = 0; r < grid.rows(); r++) {
                for (int c = 0; c < grid.columns(); c++) {
                    assertEquals(grid.stored().real(grid.at(r, c)), matrix.get(r, c));
                }
            }
        }

        @ParameterizedTest
        @MethodSource(GRIDS)
        void rowsAndColumnsAreViews(Grid grid) {
            double[] all = grid.doubles();
            for (int r = 0; r < grid.rows(); r++) {
                assertArrayEquals(Arrays.copyOfRange(all, r * grid.columns(), (r + 1) * grid.columns()),
                        grid.reals().row(r).toArray());
            }
            for (int c = 0; c < grid.columns(); c++) {
                double[] column = new double[grid.rows()];
                for (int r = 0; r < grid.rows(); r++) {
                    column[r] = all[r * grid.columns() + c];
                }
                assertArrayEquals(column, grid.reals().column(c).toArray());
            }
        }

        @ParameterizedTest
        @MethodSource(GRIDS)
        void transposedExchangesRowsAndColumns(Grid grid) {
            RealMatrix transposed = grid.reals().transposed();

            assertEquals(grid.columns(), transposed.rows());
            assertEquals(grid.rows(), transposed.columns());
            for (int r = 0; r < grid.rows(); r++) {
                for (int c = 0; c < grid.columns(); c++) {
                    assertEquals(grid.reals().get(r, c), transposed.get(c, r));
                }
            }
            assertArrayEquals(grid.doubles(), transposed.transposed().toArray());
        }

        @ParameterizedTest
        @MethodSource(GRIDS)
        void slicesKeepRowsOrColumns(Grid grid) {
            int rows = grid.rows();
            int columns = grid.columns();
            for (int from = 0; from <= rows; from++) {
                int count = (rows - from + 1) / 2;
                assertArrayEquals(Arrays.copyOfRange(grid.doubles(), from * columns, (from + count) * columns),
                        grid.reals().sliceRows(from, count).toArray());
            }
            for (int from = 0; from <= columns; from++) {
                int count = (columns - from + 1) / 2;
                RealMatrix part = grid.reals().sliceColumns(from, count);
                assertEquals(rows, part.rows());
                assertEquals(count, part.columns());
                for (int r = 0; r < rows; r++) {
                    assertArrayEquals(grid.reals().row(r).slice(from, count).toArray(), part.row(r).toArray());
                }
            }
        }

        @ParameterizedTest
        @MethodSource(GRIDS)
        void copiesGoRowAfterRow(Grid grid) {
            RealMatrix matrix = grid.reals();
            double[] doubles = new double[(int) matrix.size() + 1];
            float[] floats = new float[(int) matrix.size() + 1];
            MemorySegment doubleMemory = Arena.ofAuto().allocate(8 * matrix.size());
            MemorySegment floatMemory = Arena.ofAuto().allocate(4 * matrix.size());
            matrix.copyTo(doubles);
            matrix.copyTo(floats);
            matrix.copyDoublesTo(doubleMemory);
            matrix.copyFloatsTo(floatMemory);

            assertArrayEquals(Arrays.copyOf(grid.doubles(), doubles.length), doubles);
            assertArrayEquals(Arrays.copyOf(grid.floats(), floats.length), floats);
            assertArrayEquals(grid.doubles(), doubleMemory.toArray(ValueLayout.JAVA_DOUBLE));
            assertArrayEquals(grid.floats(), floatMemory.toArray(ValueLayout.JAVA_FLOAT));
            assertArrayEquals(grid.doubles(), matrix.toArray());
        }

        @ParameterizedTest
        @MethodSource(GRIDS)
        void minMaxIsThatOfAllValuesRowAfterRow(Grid grid) {
            MinMax expected = Stored.ofDoubles(grid.doubles()).reals().minMax();

            assertEquals(expected, grid.reals().minMax());
        }

        @ParameterizedTest
        @MethodSource(GRIDS)
        void sumAddsTheSumsOfTheRows(Grid grid) {
            double sum = 0;
            for (int r = 0; r < grid.rows(); r++) {
                sum += grid.reals().row(r).sum();
            }

            assertEquals(sum, grid.reals().sum());
        }

        @ParameterizedTest
        @MethodSource(GRIDS)
        void flattenedGivesAllValuesOrNothing(Grid grid) {
            grid.reals().flattened().ifPresent(flat -> assertArrayEquals(grid.doubles(), flat.toArray()));
        }

        @Test
        void minMaxCountsNaNInAnyRow() {
            Stored stored = Stored.ofDoubles(Double.NaN, Double.NaN, 9, 5, Double.NaN, 9, Double.NaN, 2, 9);
            RealMatrix records = ArrayView.of(stored.memory(), ElementType.DOUBLE, 4, new long[] {3, 2},
                    new long[] {24, 8}).realMatrix();

            assertEquals(new MinMax(2, 5, 5, 2, 6, 4, 0), records.minMax());
        }

        @Test
        void positionsOutsideAreRefused() {
            RealMatrix matrix = ArrayView.contiguous(MemorySegment.ofArray(new byte[48]), ElementType.DOUBLE, 0, 2, 3)
                    .realMatrix();
            String row = "Index 2 out of bounds for length 2";
            String column = "Index 3 out of bounds for length 3";

            assertEquals(row, refused(() -> matrix.get(2, 0)));
            assertEquals(column, refused(() -> matrix.get(0, 3)));
            assertEquals(row, refused(() -> matrix.row(2)));
            assertEquals(column, refused(() -> matrix.column(3)));
            refused(() -> matrix.get(-1, 0));
            refused(() -> matrix.get(0, -1));
            refused(() -> matrix.row(Long.MIN_VALUE));
            refused(() -> matrix.column(Long.MAX_VALUE));
            assertEquals("Range [1, 1 + 2) out of bounds for length 2", refused(() -> matrix.sliceRows(1, 2)));
            assertEquals("Range [1, 1 + 3) out of bounds for length 3", refused(() -> matrix.sliceColumns(1, 3)));
            refused(() -> matrix.sliceRows(-1, 1));
            refused(() -> matrix.sliceColumns(0, Long.MAX_VALUE));
        }

        @Test
        void destinationsTooSmallAreRefused() {
            RealMatrix matrix = ArrayView.contiguous(MemorySegment.ofArray(new byte[48]), ElementType.DOUBLE, 0, 2, 3)
                    .realMatrix();
            String message = "6 values at offset 0 with step 1 do not fit into an array of 5";

            assertEquals(message, refused(() -> {
                matrix.copyTo(new double[5]);
                return null;
            }));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.copyTo(new float[5]));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.copyDoublesTo(Arena.ofAuto().allocate(47)));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.copyFloatsTo(Arena.ofAuto().allocate(23)));
        }

        @Test
        void moreThanAnArrayHoldsIsRefused() {
            RealMatrix matrix = ArrayView.of(Stored.ofDoubles(1).memory(), ElementType.DOUBLE, 4,
                    new long[] {1L << 20, 1L << 20}, new long[] {0, 0}).realMatrix();

            assertEquals("1099511627776 values do not fit into one array; copy them in slices",
                    assertThrows(IllegalStateException.class, matrix::toArray).getMessage());
        }

        @Test
        void aMatrixKnowsItsShape() {
            assertEquals("double[2, 3]", ArrayView.contiguous(MemorySegment.ofArray(new byte[48]), ElementType.DOUBLE,
                    0, 2, 3).realMatrix().toString());
        }
    }

    @Nested
    class OfIntegers {

        @ParameterizedTest
        @MethodSource(INTEGER_GRIDS)
        void getGivesTheValueOfRowAndColumn(Grid grid) {
            IntegerMatrix matrix = grid.integers();

            assertEquals(grid.rows(), matrix.rows());
            assertEquals(grid.columns(), matrix.columns());
            assertEquals((long) grid.rows() * grid.columns(), matrix.size());
            assertEquals(grid.stored().type(), matrix.type());
            for (int r = 0; r < grid.rows(); r++) {
                for (int c = 0; c < grid.columns(); c++) {
                    assertEquals(grid.stored().integer(grid.at(r, c)), matrix.get(r, c));
                }
            }
        }

        @ParameterizedTest
        @MethodSource(INTEGER_GRIDS)
        void rowsColumnsAndSlicesAreViews(Grid grid) {
            long[] all = grid.longs();
            int columns = grid.columns();
            for (int r = 0; r < grid.rows(); r++) {
                assertArrayEquals(Arrays.copyOfRange(all, r * columns, (r + 1) * columns),
                        grid.integers().row(r).toArray());
                assertArrayEquals(Arrays.copyOfRange(all, r * columns, all.length),
                        grid.integers().sliceRows(r, grid.rows() - r).toArray());
            }
            for (int c = 0; c < columns; c++) {
                long[] column = new long[grid.rows()];
                for (int r = 0; r < grid.rows(); r++) {
                    column[r] = all[r * columns + c];
                }
                assertArrayEquals(column, grid.integers().column(c).toArray());
            }
        }

        @ParameterizedTest
        @MethodSource(INTEGER_GRIDS)
        void wholeMatricesAreCopiedAndReducedRowAfterRow(Grid grid) {
            IntegerMatrix matrix = grid.integers();
            IntegerView expected = Stored.ofLongs(grid.longs()).integerView();
            long[] longs = new long[(int) matrix.size() + 1];
            matrix.copyTo(longs);

            assertArrayEquals(Arrays.copyOf(grid.longs(), longs.length), longs);
            assertArrayEquals(grid.longs(), matrix.toArray());
            assertEquals(expected.minMax(), matrix.minMax());
            matrix.flattened().ifPresent(flat -> assertArrayEquals(grid.longs(), flat.toArray()));
        }

        @ParameterizedTest
        @CsvSource({"BYTE", "UBYTE", "SHORT", "USHORT", "INT", "UINT", "INT64", "UINT64"})
        void intsAreCopiedWhereTheyFit(ElementType type) {
            long[] bits = {1, 2, 3, 4, 5, 6, 7, 8, 9};
            Stored stored = Stored.of(type, 1, 0, bits);
            long size = type.byteSize();
            IntegerMatrix dense = ArrayView.contiguous(stored.memory(), type, 1, 3, 3).integerMatrix().plus(-1);
            IntegerMatrix gaps = ArrayView.of(stored.memory(), type, 1, new long[] {3, 2}, new long[] {3 * size, size})
                    .integerMatrix().plus(-1);

            assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, dense.toIntArray());
            assertArrayEquals(new int[] {0, 1, 3, 4, 6, 7}, gaps.toIntArray());
            assertEquals(4, gaps.get(1, 1));
            assertArrayEquals(new long[] {1, 4, 7}, gaps.column(1).toArray());
            assertEquals(new IntegerRange(3, 7, 4), gaps.sliceRows(1, 2).minMax());
        }

        @Test
        void whatDoesNotFitIntoAnIntIsRefused() {
            IntegerMatrix matrix = ArrayView.of(Stored.ofLongs(1, 2, 3, 4, 5, 1L << 31).memory(), ElementType.INT64, 4,
                    new long[] {2, 2}, new long[] {24, 16}).integerMatrix();

            assertEquals("value 2147483648 at index 1 does not fit into an int",
                    assertThrows(ArithmeticException.class, matrix::toIntArray).getMessage());
        }

        @Test
        void constantsThatOverflowAreRefused() {
            IntegerMatrix matrix = ArrayView.contiguous(Stored.ofLongs(Long.MIN_VALUE, 1).memory(), ElementType.INT64,
                    4, 1, 2).integerMatrix();

            assertThrows(ArithmeticException.class, () -> matrix.plus(-1).get(0, 0));
            assertEquals("value 1 at index 1 plus 9223372036854775807 does not fit into a long", assertThrows(
                    ArithmeticException.class, () -> matrix.plus(Long.MAX_VALUE).get(0, 1)).getMessage());
            assertThrows(ArithmeticException.class, () -> matrix.plus(Long.MAX_VALUE).plus(1));
            assertEquals(Long.MIN_VALUE + 1, matrix.plus(Long.MAX_VALUE).plus(1 - Long.MAX_VALUE).get(0, 0));
        }

        @Test
        void positionsOutsideAndShortArraysAreRefused() {
            IntegerMatrix matrix = ArrayView.contiguous(MemorySegment.ofArray(new byte[24]), ElementType.INT, 0, 2, 3)
                    .integerMatrix();

            assertEquals("Index 2 out of bounds for length 2", refused(() -> matrix.get(2, 0)));
            assertEquals("Index 3 out of bounds for length 3", refused(() -> matrix.get(0, 3)));
            refused(() -> matrix.row(-1));
            refused(() -> matrix.column(3));
            refused(() -> matrix.sliceRows(2, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.copyTo(new int[5]));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.copyTo(new long[5]));
        }

        @Test
        void aMatrixKnowsItsShape() {
            assertEquals("int[2, 3]", ArrayView.contiguous(MemorySegment.ofArray(new byte[24]), ElementType.INT, 0, 2,
                    3).integerMatrix().toString());
        }
    }

    /// The arrangements for which a single view over everything exists.
    @ParameterizedTest
    @CsvSource({
        "4, 5, 5, 1, true", "4, 5, 15, 3, true", "4, 5, 6, 1, false", "4, 5, 1, 4, false", "1, 5, 99, 2, true",
        "4, 1, 9, 77, true", "0, 5, 9, 7, true", "5, 0, 9, 7, true", "4, 5, 0, 1, false", "4, 5, 0, 0, true"
    })
    void flattenedNeedsEvenSpacing(int rows, int columns, int rowStep, int columnStep, boolean even) {
        Grid grid = new Grid(Stored.of(ElementType.INT, 0, 0, new long[600]), "", rows, columns, rowStep, columnStep);

        assertEquals(even, grid.reals().flattened().isPresent());
        assertEquals(even, grid.integers().flattened().isPresent());
        assertTrue(grid.integers().flattened().stream().allMatch(flat -> flat.size() == (long) rows * columns));
    }

    private static String refused(Supplier<Object> access) {
        return assertThrows(IndexOutOfBoundsException.class, access::get).getMessage();
    }
}
