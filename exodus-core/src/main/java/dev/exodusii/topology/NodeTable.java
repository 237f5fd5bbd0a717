package dev.exodusii.topology;

import java.util.Arrays;

/// Reads tables of local node numbers, which stand in this package as the manual prints them: one cell for each side or
/// edge, separated by bars, of numbers that count from 1. An empty cell is a dash.
final class NodeTable {

    private NodeTable() {}

    /// Joins columns cell by cell and returns node indexes, which count from 0:
    /// `("1 2 | 2 3", "4 | -")` is `{{0, 1, 3}, {1, 2}}`.
    static int[][] of(String... columns) {
        int[][] table = new int[columns[0].split("\\|").length][0];
        for (String column : columns) {
            String[] cells = column.split("\\|");
            if (cells.length != table.length) {
                throw new IllegalArgumentException(table.length + " cells expected in: " + column);
            }
            for (int row = 0; row < table.length; row++) {
                table[row] = append(table[row], cells[row].strip());
            }
        }
        return table;
    }

    private static int[] append(int[] nodes, String cell) {
        if (cell.equals("-")) {
            return nodes;
        }
        String[] numbers = cell.split(" +");
        int[] longer = Arrays.copyOf(nodes, nodes.length + numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            longer[nodes.length + i] = Integer.parseInt(numbers[i]) - 1;
        }
        return longer;
    }
}
