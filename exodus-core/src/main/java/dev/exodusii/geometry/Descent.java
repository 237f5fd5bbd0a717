package dev.exodusii.geometry;

/// Goes from a start to where an element is nearest to the origin, by Newton's method (Gauss-Newton for lines and flat
/// elements in space). A step that brings nothing is halved, so that the distance never grows; the number of steps is
/// limited, so that it ends in elements of any form.
final class Descent {

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 12;
    /// No step is longer than an element.
    private static final double LONGEST_STEP = 2;
    /// Steps shorter than this change nothing any more.
    private static final double SHORTEST_STEP = 1e-15;

    private final ShapeFunctions shape;
    private final int axes;
    private final double[][] nodes;
    private final double[] values;
    private final double[] derivatives;
    private final double[] local = new double[3];
    private final double[] trial = new double[3];
    private final double[] target;
    private final double[][] columns;
    private final double[] step;
    private double distance;

    /// @param nodes for each axis, the positions of all nodes, seen from the point that is looked for
    Descent(ShapeFunctions shape, double[][] nodes) {
        this.shape = shape;
        this.axes = nodes.length;
        this.nodes = nodes;
        this.values = new double[shape.nodeCount()];
        this.derivatives = new double[shape.dimension() * shape.nodeCount()];
        this.target = new double[axes];
        this.columns = new double[shape.dimension()][axes];
        this.step = new double[shape.dimension()];
    }

    /// Goes from a start as far as it leads.
    ///
    /// @param enough the distance from which on it does not need to go on
    void from(LocalPoint start, double enough) {
        local[0] = start.r();
        local[1] = start.s();
        local[2] = start.t();
        distance = distanceAt(local);
        for (int i = 0; i < MOST_STEPS && distance > enough; i++) {
            computeStep();
            if (!goOn()) {
                return;
            }
        }
    }

    private void computeStep() {
        int count = shape.nodeCount();
        shape.evaluate(local[0], local[1], local[2], values, derivatives);
        for (int axis = 0; axis < axes; axis++) {
            double position = 0;
            for (int node = 0; node < count; node++) {
                position += values[node] * nodes[axis][node];
            }
            target[axis] = -position;
            for (int d = 0; d < columns.length; d++) {
                double slope = 0;
                for (int node = 0; node < count; node++) {
                    slope += derivatives[d * count + node] * nodes[axis][node];
                }
                columns[d][axis] = slope;
            }
        }
        LeastSquares.solve(columns, target, step);
    }

    private boolean goOn() {
        double longest = 0;
        for (double along : step) {
            longest = Math.max(longest, Math.abs(along));
        }
        if (!(longest > SHORTEST_STEP)) {
            return false;
        }
        double factor = Math.min(1, LONGEST_STEP / longest);
        for (int i = 0; i < MOST_HALVINGS; i++, factor /= 2) {
            for (int d = 0; d < step.length; d++) {
                trial[d] = local[d] + factor * step[d];
            }
            double there = distanceAt(trial);
            if (there < distance) {
                System.arraycopy(trial, 0, local, 0, step.length);
                distance = there;
                return true;
            }
        }
        return false;
    }

    private double distanceAt(double[] place) {
        shape.evaluate(place[0], place[1], place[2], values, null);
        double sum = 0;
        for (int axis = 0; axis < axes; axis++) {
            double position = 0;
            for (int node = 0; node < values.length; node++) {
                position += values[node] * nodes[axis][node];
            }
            sum += position * position;
        }
        return Math.sqrt(sum);
    }

    double distance() {
        return distance;
    }

    LocalPoint local() {
        return new LocalPoint(local[0], local[1], local[2]);
    }

    double distanceOf(LocalPoint place) {
        return distanceAt(new double[] {place.r(), place.s(), place.t()});
    }
}
