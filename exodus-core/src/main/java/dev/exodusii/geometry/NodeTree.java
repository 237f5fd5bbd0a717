package dev.exodusii.geometry;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.Optional;

/// A tree of all nodes that are somewhere.
final class NodeTree {

    private static final int AT_ONCE = 1 << 16;

    private final RealView[] axes;
    private final NodeScan scan;
    private final BoxTree tree;
    private final long skipped;

    private NodeTree(List<RealView> axes, BoxTree tree, long skipped, Workers workers) {
        this.axes = axes.toArray(RealView[]::new);
        this.scan = new NodeScan(axes, new Point(0, 0, 0), workers);
        this.tree = tree;
        this.skipped = skipped;
    }

    static NodeTree of(List<RealView> axes, Workers workers) {
        int dimension = axes.size();
        int nodes = Math.toIntExact(axes.getFirst().size());
        float[] boxes = new float[2 * dimension * nodes];
        boolean[] isThere = new boolean[nodes];
        List<Long> skipped = workers.map(Math.ceilDiv(nodes, AT_ONCE), piece -> {
            int first = piece * AT_ONCE;
            int count = Math.min(AT_ONCE, nodes - first);
            double[][] places = new double[dimension][count];
            for (int axis = 0; axis < dimension; axis++) {
                axes.get(axis).slice(first, count).copyTo(places[axis]);
                workers.advance((long) count * axes.get(axis).type().byteSize());
            }
            long nowhere = 0;
            for (int i = 0; i < count; i++) {
                double squared = 0;
                for (int axis = 0; axis < dimension; axis++) {
                    double place = places[axis][i];
                    int at = 2 * dimension * (first + i) + axis;
                    boxes[at] = BoxTree.below(place);
                    boxes[at + dimension] = BoxTree.above(place);
                    squared += Math.abs(place);
                }
                isThere[first + i] = Double.isFinite(squared);
                nowhere += isThere[first + i] ? 0 : 1;
            }
            return nowhere;
        });
        return new NodeTree(axes, BoxTree.of(dimension, boxes, isThere, workers),
                skipped.stream().mapToLong(Long::longValue).sum(), workers);
    }

    long bytes() {
        return tree.bytes();
    }

    Nearest<NearestNode> nearest(Point point) {
        Search search = new Search(point);
        tree.visit(search.origin, search);
        return new Nearest<>(search.best < 0 ? Optional.empty()
                : Optional.of(new NodeScan(scan.axes(), point, scan.workers()).node(search.best)), skipped);
    }

    private final class Search implements BoxTree.Visitor {

        private final double[] origin;
        private int best = -1;
        private double squared = Double.POSITIVE_INFINITY;

        Search(Point point) {
            this.origin = new double[axes.length];
            for (int axis = 0; axis < axes.length; axis++) {
                origin[axis] = point.get(axis);
            }
        }

        @Override
        public double bound() {
            return squared;
        }

        @Override
        public void visit(int node) {
            double there = 0;
            for (int axis = 0; axis < axes.length; axis++) {
                double offset = axes[axis].get(node) - origin[axis];
                there += offset * offset;
            }
            if (there < squared || there == squared && node < best) {
                squared = there;
                best = node;
            }
        }
    }
}
