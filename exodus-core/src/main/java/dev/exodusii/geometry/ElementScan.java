package dev.exodusii.geometry;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.util.Arrays;
import java.util.List;

/// Looks for the element that is nearest to a point. All threads share what is known of its distance: it is not farther
/// away than the nearest corner of any element.
final class ElementScan {

    /// Boxes are made larger by this share of their size, so that what rounding does cannot decide which of several
    /// equally near elements is looked at.
    static final double ROUNDING = 1e-9;
    /// What rounding may do to the square of a distance, as a share of it.
    static final double SQUARE_ROUNDING = 1e-14;

    private final RealView[] axes;
    private final long nodeCount;
    private final Point point;
    private final Workers workers;
    /// The square of a distance that is not less than that of the nearest element.
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
        Shortlist shortlist = new Shortlist(cells);
        double[][] seen = new double[axes.length][0];
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
            lower(squaredToNodes(seen, cursor.cornerCount()));
            double toBox = squaredToBox(seen, placed, cells.margin());
            if (mayBeNearest(toBox)) {
                shortlist.add(first + i, toBox);
            }
        }
        shortlist.place();
        workers.advance(bytes);
        return new Found(shortlist.best, shortlist.distance, skipped);
    }

    /// Elements that may be the nearest one. Placing them waits until it is known how far the nearest nodes are: in a
    /// mesh that is numbered towards the point, each element is nearer than all before.
    private final class Shortlist {

        private static final int ROOM = 512;

        private final Cells cells;
        private final long[] indexes = new long[ROOM];
        private final double[] toBox = new double[ROOM];
        private int size;
        private long best = -1;
        private double distance = Double.POSITIVE_INFINITY;

        Shortlist(Cells cells) {
            this.cells = cells;
        }

        void add(long index, double squaredToBox) {
            if (size == ROOM) {
                shorten();
                if (size > ROOM / 2) {
                    place();
                }
            }
            indexes[size] = index;
            toBox[size++] = squaredToBox;
        }

        private void shorten() {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (mayBeNearest(toBox[i])) {
                    indexes[kept] = indexes[i];
                    toBox[kept++] = toBox[i];
                }
            }
            size = kept;
        }

        /// Places what is left of the list, in ascending order, so that of equally near elements the first one counts.
        void place() {
            for (int i = 0; i < size; i++) {
                if (mayBeNearest(toBox[i])) {
                    double there = rank(placement(indexes[i]).distance(), toBox[i]);
                    if (there < distance) {
                        distance = there;
                        best = indexes[i];
                        lower(there * there);
                    }
                }
            }
            size = 0;
        }

        private Cell.Placement placement(long index) {
            Cells.Cursor cursor = cells.cursor(index, 1);
            long[] nodes = cursor.next();
            double[][] seen = new double[axes.length][cursor.placedCount()];
            see(nodes, cursor.placedCount(), seen);
            return cursor.cell(seen).nearest();
        }
    }

    private static double[][] withRoom(double[][] seen, int nodes) {
        return seen[0].length >= nodes ? seen : new double[seen.length][nodes];
    }

    /// Reads where the nodes are, seen from the point.
    ///
    /// @return whether all of them are somewhere
    boolean see(long[] nodes, int count, double[][] seen) {
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

    static double squaredToNodes(double[][] seen, int count) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double squared = 0;
            for (double[] axis : seen) {
                squared += axis[i] * axis[i];
            }
            least = Math.min(least, squared);
        }
        return least;
    }

    /// Returns the distance by which an element is compared with others. An element that bulges out of its box by more than
    /// the margin counts as being in the box: whether it is looked at must not depend on which others were before.
    static double rank(double distance, double squaredToBox) {
        return distance == 0 && squaredToBox == 0 ? 0
                : Math.max(distance, Math.sqrt(squaredToBox) * (1 - ROUNDING));
    }

    static double squaredToBox(double[][] seen, int count, double margin) {
        double squared = 0;
        for (double[] axis : seen) {
            double least = axis[0];
            double most = axis[0];
            for (int i = 1; i < count; i++) {
                least = Math.min(least, axis[i]);
                most = Math.max(most, axis[i]);
            }
            double extra = (margin + ROUNDING) * (most - least);
            double outside = Math.max(0, Math.max(least - extra, -most - extra));
            squared += outside * outside;
        }
        return squared;
    }

    /// Whether an element whose box is that far away can be as near as what is known already.
    private boolean mayBeNearest(double squaredToBox) {
        return squaredToBox <= bound * (1 + SQUARE_ROUNDING);
    }

    private void lower(double squared) {
        if (squared < bound) {
            synchronized (this) {
                bound = Math.min(bound, squared);
            }
        }
    }

    ElementPoint place(Cells cells, long indexInBlock) {
        Cells.Cursor cursor = cells.cursor(indexInBlock, 1);
        long[] nodes = Arrays.copyOf(cursor.next(), cursor.nodeCount());
        int placed = cursor.placedCount();
        double[][] seen = new double[axes.length][placed];
        see(nodes, placed, seen);
        return place(cells, indexInBlock, nodes, placed, seen, cursor.cell(seen).nearest());
    }

    ElementPoint place(Cells cells, long indexInBlock, long[] nodes, int placed, double[][] seen,
            Cell.Placement placement) {
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
