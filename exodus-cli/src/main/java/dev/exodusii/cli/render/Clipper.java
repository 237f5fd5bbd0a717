package dev.exodusii.cli.render;

/// Cuts off what is behind the eye or too far outside of a picture for whole numbers. For one thread.
final class Clipper {

    private static final int NUMBERS = 4;
    private static final int CORNERS = 3;
    private static final int PLANES = 5;
    /// A little nearer than where nodes count as far outside.
    private static final double LIMIT = Vertices.FARTHEST * 0.99;

    /// What is left: up to one corner more for each plane.
    final int[] x = new int[CORNERS + PLANES];
    final int[] y = new int[CORNERS + PLANES];
    final float[] depth = new float[CORNERS + PLANES];

    private double[] corners = new double[NUMBERS * (CORNERS + PLANES)];
    private double[] kept = new double[NUMBERS * (CORNERS + PLANES)];
    private int count;

    /// Cuts a triangle.
    ///
    /// @return how many corners are left: less than 3 when nothing is
    int triangle(Vertices vertices, int a, int b, int c) {
        if (vertices.isNowhere(a) || vertices.isNowhere(b) || vertices.isNowhere(c)) {
            return 0;
        }
        vertices.homogeneous(a, corners, 0);
        vertices.homogeneous(b, corners, NUMBERS);
        vertices.homogeneous(c, corners, 2 * NUMBERS);
        count = CORNERS;
        return cut(vertices.projection());
    }

    /// Cuts a line.
    ///
    /// @return how many ends are left: 2, or less when nothing is
    int line(Vertices vertices, int a, int b) {
        if (vertices.isNowhere(a) || vertices.isNowhere(b)) {
            return 0;
        }
        vertices.homogeneous(a, corners, 0);
        vertices.homogeneous(b, corners, NUMBERS);
        count = 2;
        return cut(vertices.projection());
    }

    private int cut(Projection projection) {
        boolean isLine = count == 2;
        for (int plane = 0; plane < PLANES && count > 0; plane++) {
            cut(plane, projection.near(), isLine);
        }
        for (int i = 0; i < count; i++) {
            double weight = corners[NUMBERS * i + 2];
            x[i] = (int) Math.floor(corners[NUMBERS * i] / weight * Vertices.ONE + 0.5);
            y[i] = (int) Math.floor(corners[NUMBERS * i + 1] / weight * Vertices.ONE + 0.5);
            depth[i] = (float) projection.depth(weight, corners[NUMBERS * i + 3]);
        }
        return count;
    }

    private void cut(int plane, double near, boolean isLine) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            double here = inside(plane, near, i);
            double there = inside(plane, near, next);
            if (here >= 0) {
                System.arraycopy(corners, NUMBERS * i, kept, NUMBERS * left++, NUMBERS);
            }
            if (here < 0 != there < 0 && !(isLine && next == 0)) {
                double share = here / (here - there);
                for (int k = 0; k < NUMBERS; k++) {
                    kept[NUMBERS * left + k] = corners[NUMBERS * i + k]
                            + share * (corners[NUMBERS * next + k] - corners[NUMBERS * i + k]);
                }
                left++;
            }
        }
        double[] free = corners;
        corners = kept;
        kept = free;
        count = left;
    }

    private double inside(int plane, double near, int corner) {
        double weight = corners[NUMBERS * corner + 2];
        return switch (plane) {
            case 0 -> weight - near;
            case 1 -> LIMIT * weight + corners[NUMBERS * corner];
            case 2 -> LIMIT * weight - corners[NUMBERS * corner];
            case 3 -> LIMIT * weight + corners[NUMBERS * corner + 1];
            default -> LIMIT * weight - corners[NUMBERS * corner + 1];
        };
    }
}
