package dev.exodusii.geometry;

import java.util.Optional;

/// A polygon of any form, in a plane or nearly so. Its inside is that of its outline seen along its normal, by the
/// even-odd rule; values inside are interpolated by mean value coordinates, which reproduce linear fields in polygons
/// that are not convex as well.
///
/// @param nodes x, y and z of all nodes
record Polygon(double[][] nodes) implements Cell {

    private static final double ON_BORDER = 1e-12;

    private int size() {
        return nodes[0].length;
    }

    @Override
    public Placement nearest() {
        Placement nearest = new Placement(Double.POSITIVE_INFINITY, Optional.empty(), new double[size()]);
        for (int i = 0; i < size(); i++) {
            nearest = nearest.nearerOf(onEdge(i, (i + 1) % size()));
        }
        double[][] flat = flattened();
        if (flat.length == 0 || !isInside(flat)) {
            return nearest;
        }
        double height = Math.abs(flat[2][0]);
        return height > nearest.distance() ? nearest
                : new Placement(height, Optional.empty(), meanValues(flat, nearest.weights()));
    }

    private Placement onEdge(int a, int b) {
        double along = 0;
        double length = 0;
        for (double[] axis : nodes) {
            double edge = axis[b] - axis[a];
            along -= axis[a] * edge;
            length += edge * edge;
        }
        double share = length > 0 ? Math.clamp(along / length, 0, 1) : 0;
        double squared = 0;
        for (double[] axis : nodes) {
            double offset = axis[a] + share * (axis[b] - axis[a]);
            squared += offset * offset;
        }
        double[] weights = new double[size()];
        weights[a] += 1 - share;
        weights[b] += share;
        return new Placement(Math.sqrt(squared), Optional.empty(), weights);
    }

    /// Returns the outline in the polygon's plane, with the origin below the point that is looked for, and in a third
    /// array how high that is above the plane. Nothing for a polygon without area.
    private double[][] flattened() {
        int n = size();
        double[] centre = new double[3];
        double[] normal = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            for (double coordinate : nodes[axis]) {
                centre[axis] += coordinate / n;
            }
        }
        double widest = 0;
        for (int i = 0; i < n; i++) {
            double[] a = offset(i, centre);
            double[] b = offset((i + 1) % n, centre);
            double[] cross = cross(a, b);
            for (int axis = 0; axis < 3; axis++) {
                normal[axis] += cross[axis];
                widest = Math.max(widest, Math.abs(a[axis]));
            }
        }
        double area = Math.sqrt(dot(normal, normal));
        if (!(area > ON_BORDER * widest * widest)) {
            return new double[0][];
        }
        for (int axis = 0; axis < 3; axis++) {
            normal[axis] /= area;
        }
        double[] u = across(normal);
        double[] v = cross(normal, u);
        double[][] flat = new double[3][];
        flat[0] = new double[n];
        flat[1] = new double[n];
        flat[2] = new double[] {dot(centre, normal)};
        for (int i = 0; i < n; i++) {
            double[] node = {nodes[0][i], nodes[1][i], nodes[2][i]};
            flat[0][i] = dot(node, u);
            flat[1][i] = dot(node, v);
        }
        return flat;
    }

    private double[] offset(int i, double[] from) {
        return new double[] {nodes[0][i] - from[0], nodes[1][i] - from[1], nodes[2][i] - from[2]};
    }

    /// A unit vector at right angles to another one.
    private static double[] across(double[] normal) {
        int least = 0;
        for (int axis = 1; axis < 3; axis++) {
            if (Math.abs(normal[axis]) < Math.abs(normal[least])) {
                least = axis;
            }
        }
        double[] axis = new double[3];
        axis[least] = 1;
        double[] across = cross(axis, normal);
        double length = Math.sqrt(dot(across, across));
        return new double[] {across[0] / length, across[1] / length, across[2] / length};
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /// Whether a ray from the origin crosses the outline an odd number of times.
    private static boolean isInside(double[][] flat) {
        boolean isInside = false;
        int n = flat[0].length;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            if (flat[1][i] > 0 != flat[1][j] > 0) {
                double crossing = flat[0][i] - flat[1][i] * (flat[0][j] - flat[0][i]) / (flat[1][j] - flat[1][i]);
                isInside ^= crossing > 0;
            }
        }
        return isInside;
    }

    /// Mean value coordinates of the origin; those on the border where it is too near to that.
    private static double[] meanValues(double[][] flat, double[] onBorder) {
        int n = flat[0].length;
        double[] distances = new double[n];
        double widest = 0;
        for (int i = 0; i < n; i++) {
            distances[i] = Math.hypot(flat[0][i], flat[1][i]);
            widest = Math.max(widest, distances[i]);
        }
        double[] weights = new double[n];
        double sum = 0;
        double magnitude = 0;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            double cross = flat[0][i] * flat[1][j] - flat[0][j] * flat[1][i];
            double cosine = flat[0][i] * flat[0][j] + flat[1][i] * flat[1][j];
            double product = distances[i] * distances[j];
            if (distances[i] <= ON_BORDER * widest || distances[j] <= ON_BORDER * widest
                    || Math.abs(cross) <= ON_BORDER * product && cosine < 0) {
                return onBorder;
            }
            // The tangent of half the angle between the two, without dividing by nothing where they are in one line.
            double tangent = product + cosine == 0 ? 0 : cross / (product + cosine);
            weights[i] += tangent / distances[i];
            weights[j] += tangent / distances[j];
        }
        for (double weight : weights) {
            sum += weight;
            magnitude = Math.max(magnitude, Math.abs(weight));
        }
        if (!(Math.abs(sum) > ON_BORDER * magnitude)) {
            return onBorder;
        }
        for (int i = 0; i < n; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
