package dev.exodusii.geometry;

import java.util.Arrays;

/// The inverse of a small square matrix, by Gauss-Jordan elimination with the largest pivot of each column.
final class Inverse {

    private static final double SINGULAR = 1e-10;

    private Inverse() {}

    /// @throws IllegalArgumentException when there is none
    static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOf(matrix[i], 2 * n);
            rows[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column + 1; i < n; i++) {
                if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) {
                    pivot = i;
                }
            }
            if (Math.abs(rows[pivot][column]) < SINGULAR) {
                throw new IllegalArgumentException("the matrix is singular");
            }
            double[] chosen = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = chosen;
            double divisor = chosen[column];
            for (int j = 0; j < 2 * n; j++) {
                chosen[j] /= divisor;
            }
            for (int i = 0; i < n; i++) {
                double factor = i == column ? 0 : rows[i][column];
                for (int j = 0; j < 2 * n && factor != 0; j++) {
                    rows[i][j] -= factor * chosen[j];
                }
            }
        }
        return Arrays.stream(rows).map(row -> Arrays.copyOfRange(row, n, 2 * n)).toArray(double[][]::new);
    }
}
