package dev.exodusii.geometry;

import java.util.Arrays;
import java.util.Optional;

/// A polyhedron of any form. Its inside is found by counting how often rays cross its faces, since the file does not say
/// which way a face looks. Values inside are interpolated linearly in tetrahedra between the middle, the middle of a face
/// and an edge of that; values on faces as in polygons.
///
/// @param nodes x, y and z of all nodes
/// @param faces the nodes of each face
record Polyhedron(double[][] nodes, int[][] faces) implements Cell {

    /// Directions along which no mesh is built; most of them decide.
    private static final double[][] RAYS = {
        {0.8414709848, 0.4546487134, 0.2921265817}, {-0.3571428571, 0.7390851332, -0.5713901893},
        {0.1234567891, -0.5772156649, -0.8072146312}};

    private static final double ON_BORDER = 1e-12;

    @Override
    public Placement nearest() {
        Placement nearest = new Placement(Double.POSITIVE_INFINITY, Optional.empty(),
                new double[nodes[0].length]);
        double widest = 0;
        for (double[] axis : nodes) {
            widest = Math.max(widest, Arrays.stream(axis).map(Math::abs).max().orElse(0));
        }
        for (int[] face : faces) {
            Placement there = new Polygon(of(face)).nearest();
            if (there.distance() < nearest.distance()) {
                nearest = new Placement(there.distance(), Optional.empty(), spread(face, there.weights()));
            }
        }
        if (nearest.distance() > ON_BORDER * widest && isInside()) {
            return new Placement(0, Optional.empty(), inTetrahedra(nearest.weights()));
        }
        return nearest;
    }

    private double[][] of(int[] face) {
        return Arrays.stream(nodes).map(axis -> Arrays.stream(face).mapToDouble(node -> axis[node]).toArray())
                .toArray(double[][]::new);
    }

    private double[] spread(int[] face, double[] own) {
        double[] weights = new double[nodes[0].length];
        for (int i = 0; i < own.length; i++) {
            weights[face[i]] += own[i];
        }
        return weights;
    }

    private boolean isInside() {
        int votes = 0;
        for (double[] ray : RAYS) {
            int crossings = 0;
            for (int[] face : faces) {
                double[] middle = average(face);
                for (int i = 0; i < face.length; i++) {
                    double[] a = node(face[i]);
                    double[] b = node(face[(i + 1) % face.length]);
                    crossings += isCrossed(ray, middle, a, b) ? 1 : 0;
                }
            }
            votes += crossings % 2;
        }
        return votes * 2 > RAYS.length;
    }

    private double[] node(int index) {
        return new double[] {nodes[0][index], nodes[1][index], nodes[2][index]};
    }

    private double[] average(int[] those) {
        double[] sum = new double[3];
        for (int node : those) {
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += nodes[axis][node] / those.length;
            }
        }
        return sum;
    }

    private static boolean isCrossed(double[] ray, double[] a, double[] b, double[] c) {
        double[] share = barycentric(ray, a, b, c);
        return share.length > 0 && share[0] >= 0 && share[1] >= 0 && share[2] >= 0;
    }

    /// Solves ray = p a + q b + r c; the ray hits the triangle when none of them is negative.
    private static double[] barycentric(double[] ray, double[] a, double[] b, double[] c) {
        double volume = Polygon.dot(a, Polygon.cross(b, c));
        if (volume == 0) {
            return new double[0];
        }
        return new double[] {Polygon.dot(ray, Polygon.cross(b, c)) / volume,
            Polygon.dot(ray, Polygon.cross(c, a)) / volume, Polygon.dot(ray, Polygon.cross(a, b)) / volume};
    }

    /// The weights in that tetrahedron which has the origin farthest inside.
    private double[] inTetrahedra(double[] otherwise) {
        int n = nodes[0].length;
        int[] all = new int[n];
        Arrays.setAll(all, node -> node);
        double[] top = average(all);
        double best = Double.NEGATIVE_INFINITY;
        double[] weights = otherwise;
        for (int[] face : faces) {
            double[] middle = average(face);
            for (int i = 0; i < face.length; i++) {
                int a = face[i];
                int b = face[(i + 1) % face.length];
                double[] to = {-top[0], -top[1], -top[2]};
                double[] share = barycentric(to, minus(middle, top), minus(node(a), top), minus(node(b), top));
                if (share.length == 0) {
                    continue;
                }
                double rest = 1 - share[0] - share[1] - share[2];
                double least = Math.min(Math.min(share[0], share[1]), Math.min(share[2], rest));
                if (least > best) {
                    best = least;
                    weights = new double[n];
                    Arrays.fill(weights, rest / n);
                    for (int node : face) {
                        weights[node] += share[0] / face.length;
                    }
                    weights[a] += share[1];
                    weights[b] += share[2];
                }
            }
        }
        return weights;
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }
}
