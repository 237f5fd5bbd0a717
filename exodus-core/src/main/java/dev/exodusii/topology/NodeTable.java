package dev.exodusii.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads tables of local node numbers, which stand in this package as the manual prints them: one cell for each side or
/// edge, separated by bars, of numbers that count from 1. An empty cell is a dash.
///
/// Every program that opens a file waits for this: it looks at each character once and uses nothing that is slow to
/// start.
final class NodeTable {

    private NodeTable() {}

    /// Joins columns cell by cell and returns node indexes, which count from 0:
    /// `("1 2 | 2 3", "4 | -")` is `{{0, 1, 3}, {1, 2}}`.
    static int[][] of(String... columns) {
        List<int[]> table = cells(columns[0]);
        for (int i = 1; i < columns.length; i++) {
            List<int[]> column = cells(columns[i]);
            if (column.size() != table.size()) {
                throw new IllegalArgumentException(table.size() + " cells expected in: " + columns[i]);
            }
            for (int row = 0; row < column.size(); row++) {
                table.set(row, joined(table.get(row), column.get(row)));
            }
        }
        return table.toArray(int[][]::new);
    }

    private static int[] joined(int[] left, int[] right) {
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    private static List<int[]> cells(String column) {
        List<int[]> cells = new ArrayList<>();
        int[] nodes = new int[column.length()];
        int count = 0;
        int number = 0;
        for (int i = 0; i <= column.length(); i++) {
            char c = i < column.length() ? column.charAt(i) : '|';
            if (c >= '0' && c <= '9') {
                number = 10 * number + c - '0';
                continue;
            }
            if (number > 0) {
                nodes[count++] = number - 1;
                number = 0;
            }
            if (c == '|') {
                cells.add(Arrays.copyOf(nodes, count));
                count = 0;
            } else if (c != ' ' && c != '-') {
                throw new IllegalArgumentException("'" + c + "' in: " + column);
            }
        }
        return cells;
    }
}
