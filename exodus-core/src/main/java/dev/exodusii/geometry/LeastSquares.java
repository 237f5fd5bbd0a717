package dev.exodusii.geometry;

import java.util.Arrays;

/// The step that brings a point nearest to a target when every natural coordinate moves it along one column: a linear
/// least-squares problem of at most three columns, by orthogonalization. Exact for square matrices, stable for long and
/// thin elements.
final class LeastSquares {

    /// What is left of a column after taking away the others, against its length, below which it is one of them.
    private static final double DEPENDENT = 1e-13;

    private LeastSquares() {}

    /// @param columns the columns, which are overwritten
    /// @param target  the right-hand side, which is overwritten
    /// @param step    gets one number for each column: 0 for those that depend on the ones before, as in degenerate
    ///                elements
    static void solve(double[][] columns, double[] target, double[] step) {
        int n = step.length;
        double[][] upper = new double[n][n];
        double[] projected = new double[n];
        for (int j = 0; j < n; j++) {
            double length = norm(columns[j]);
            // Twice is enough: the second pass takes away what rounding left in the first.
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < j; k++) {
                    double share = dot(columns[k], columns[j]);
                    subtract(share, columns[k], columns[j]);
                    upper[k][j] += share;
                }
            }
            double rest = norm(columns[j]);
            if (!(rest > DEPENDENT * length)) {
                Arrays.fill(columns[j], 0);
                continue;
            }
            upper[j][j] = rest;
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] /= rest;
            }
            projected[j] = dot(columns[j], target);
            subtract(projected[j], columns[j], target);
        }
        for (int j = n - 1; j >= 0; j--) {
            double sum = projected[j];
            for (int k = j + 1; k < n; k++) {
                sum -= upper[j][k] * step[k];
            }
            step[j] = upper[j][j] == 0 ? 0 : sum / upper[j][j];
        }
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double factor, double[] what, double[] from) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * what[i];
        }
    }
}
