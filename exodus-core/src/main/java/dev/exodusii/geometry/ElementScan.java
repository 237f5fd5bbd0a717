package dev.exodusii.geometry;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.util.Arrays;
import java.util.List;

/// Looks for the element that is nearest to a point. All threads share the best distance so far.
final class ElementScan {

    /// Boxes are made larger by this share of their size, so that what rounding does cannot decide which of several
    /// equally near elements is looked at.
    private static final double ROUNDING = 1e-9;

    private final RealView[] axes;
    private final long nodeCount;
    private final Point point;
    private final Workers workers;
    private volatile double bound = Double.POSITIVE_INFINITY;

    ElementScan(List<RealView> axes, long nodeCount, Point point, Workers workers) {
        this.axes = axes.toArray(RealView[]::new);
        this.nodeCount = nodeCount;
        this.point = point;
        this.workers = workers;
    }

    /// What was found in some elements of a block.
    ///
    /// @param indexInBlock the nearest one
    /// @param distance     its distance, infinite if there is none
    /// @param skipped      how many could not be looked at
    record Found(long indexInBlock, double distance, long skipped) {
        static final Found NONE = new Found(-1, Double.POSITIVE_INFINITY, 0);
    }

    Found scan(Cells cells, long first, long count) {
        Cells.Cursor cursor = cells.cursor(first, count);
        double[][] seen = new double[axes.length][0];
        long best = -1;
        double distance = Double.POSITIVE_INFINITY;
        long skipped = 0;
        long bytes = 0;
        for (long i = 0; i < count; i++) {
            long[] nodes = cursor.next();
            int placed = cursor.placedCount();
            seen = withRoom(seen, placed);
            bytes += (long) cursor.nodeCount() * cells.bytesPerNode();
            if (placed == 0 || !see(nodes, placed, seen)) {
                skipped++;
                continue;
            }
            if (!mayBeNear(seen, placed, cells.margin())) {
                continue;
            }
            double there = cursor.cell(cut(seen, placed)).nearest().distance();
            if (there < distance) {
                distance = there;
                best = first + i;
                lower(there);
            }
        }
        workers.advance(bytes);
        return new Found(best, distance, skipped);
    }

    private static double[][] withRoom(double[][] seen, int nodes) {
        return seen[0].length >= nodes ? seen : new double[seen.length][nodes];
    }

    private static double[][] cut(double[][] seen, int nodes) {
        return Arrays.stream(seen).map(axis -> Arrays.copyOf(axis, nodes)).toArray(double[][]::new);
    }

    /// Reads where the nodes are, seen from the point.
    ///
    /// @return whether all of them are somewhere
    private boolean see(long[] nodes, int count, double[][] seen) {
        for (int i = 0; i < count; i++) {
            if (nodes[i] < 0 || nodes[i] >= nodeCount) {
                return false;
            }
        }
        for (int axis = 0; axis < axes.length; axis++) {
            double origin = point.get(axis);
            double[] own = seen[axis];
            RealView view = axes[axis];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                own[i] = view.get(nodes[i]) - origin;
                sum += own[i];
            }
            if (!Double.isFinite(sum)) {
                return false;
            }
        }
        return true;
    }

    /// Compares the distance of the box around the nodes with the best distance so far.
    private boolean mayBeNear(double[][] seen, int count, double margin) {
        double toBox = 0;
        for (double[] axis : seen) {
            double least = axis[0];
            double most = axis[0];
            for (int i = 1; i < count; i++) {
                least = Math.min(least, axis[i]);
                most = Math.max(most, axis[i]);
            }
            double extra = (margin + ROUNDING) * (most - least);
            double outside = Math.max(0, Math.max(least - extra, -most - extra));
            toBox += outside * outside;
        }
        double known = bound;
        // What rounding did to the squares does not matter either.
        return toBox <= known * known * (1 + ROUNDING);
    }

    private void lower(double distance) {
        if (distance < bound) {
            synchronized (this) {
                bound = Math.min(bound, distance);
            }
        }
    }

    ElementPoint place(Cells cells, long indexInBlock) {
        Cells.Cursor cursor = cells.cursor(indexInBlock, 1);
        long[] nodes = Arrays.copyOf(cursor.next(), cursor.nodeCount());
        int placed = cursor.placedCount();
        double[][] seen = new double[axes.length][placed];
        see(nodes, placed, seen);
        Cell.Placement placement = cursor.cell(seen).nearest();
        double[] position = new double[axes.length];
        double squared = 0;
        for (int axis = 0; axis < axes.length; axis++) {
            for (int i = 0; i < placed; i++) {
                position[axis] += placement.weights()[i] * seen[axis][i];
            }
            position[axis] += point.get(axis);
            double extent = Arrays.stream(seen[axis]).max().orElse(0) - Arrays.stream(seen[axis]).min().orElse(0);
            squared += extent * extent;
        }
        boolean isInside = placement.distance() <= PlacedElement.TOLERANCE * Math.sqrt(squared);
        return new ElementPoint(cells.block(), indexInBlock, placement, Point.of(position), isInside, nodes);
    }
}
