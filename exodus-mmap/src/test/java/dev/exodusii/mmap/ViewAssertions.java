package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.exodusii.Entity;
import dev.exodusii.SideFaces;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/// Says in one line what a view holds. Reals are compared to the bit, but for all NaNs being one: -0.0 is not 0.0.
final class ViewAssertions {

    private ViewAssertions() {}

    static void assertIntegers(IntegerView actual, long... expected) {
        assertArrayEquals(expected, actual.toArray());
    }

    static void assertReals(RealView actual, double... expected) {
        assertArrayEquals(expected, actual.toArray());
    }

    /// Compares row by row.
    static void assertRows(IntegerMatrix actual, long[]... expected) {
        assertEquals(expected.length, actual.rows(), "rows");
        for (int row = 0; row < expected.length; row++) {
            assertArrayEquals(expected[row], actual.row(row).toArray(), "row " + row);
        }
    }

    /// Compares row by row.
    static void assertRows(JaggedView actual, long[]... expected) {
        assertEquals(expected.length, actual.size(), "rows");
        for (int row = 0; row < expected.length; row++) {
            assertArrayEquals(expected[row], actual.row(row).toArray(), "row " + row);
        }
    }

    /// Compares row by row.
    static void assertRows(RealMatrix actual, double[]... expected) {
        assertEquals(expected.length, actual.rows(), "rows");
        for (int row = 0; row < expected.length; row++) {
            assertArrayEquals(expected[row], actual.row(row).toArray(), "row " + row);
        }
    }

    /// Compares step by step.
    static void assertSteps(TimeSeries actual, double[]... expected) {
        assertRows(actual.values(), expected);
    }

    /// Makes a row of a matrix.
    static long[] row(long... values) {
        return values;
    }

    /// Makes the values of a step.
    static double[] step(double... values) {
        return values;
    }

    /// Compares the 1-based numbers of the nodes of each side.
    static void assertSides(SideFaces actual, long[]... expected) {
        assertEquals(expected.length, actual.size(), "sides");
        for (int entry = 0; entry < expected.length; entry++) {
            assertArrayEquals(expected[entry], nodeNumbers(actual, entry), "side " + entry);
        }
    }

    /// Returns the 1-based numbers of the nodes of one side.
    static long[] nodeNumbers(SideFaces faces, long entry) {
        long[] numbers = new long[faces.nodeCount(entry)];
        for (int node = 0; node < numbers.length; node++) {
            numbers[node] = faces.nodeIndex(entry, node) + 1;
        }
        return numbers;
    }

    static void assertIds(List<? extends Entity> actual, long... expected) {
        assertArrayEquals(expected, actual.stream().mapToLong(Entity::id).toArray());
    }

    static void assertNames(List<? extends Entity> actual, String... expected) {
        assertEquals(List.of(expected), actual.stream().map(Entity::name).toList());
    }

    /// Compares the names of the variables that are stored on an entity.
    static void assertStored(Entity entity, String... expected) {
        assertEquals(List.of(expected), names(entity.variables()));
    }

    static List<String> names(List<TimeSeries> series) {
        List<String> names = new ArrayList<>();
        series.forEach(one -> names.add(one.name()));
        return names;
    }

    /// Asserts what is thrown and, word for word, what it says.
    static void assertRefused(Class<? extends RuntimeException> type, String message, Executable action) {
        assertEquals(message, assertThrows(type, action).getMessage());
    }
}
