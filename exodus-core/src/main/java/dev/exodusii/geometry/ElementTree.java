package dev.exodusii.geometry;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A tree of all elements that are somewhere.
final class ElementTree {

    private static final int AT_ONCE = 1 << 14;

    private final List<RealView> axes;
    private final long nodeCount;
    private final Workers workers;
    private final List<Cells> cells;
    /// For each of these, the index in the tree of its first element.
    private final int[] firsts;
    private final BoxTree tree;
    private final long skipped;

    private ElementTree(List<RealView> axes, long nodeCount, Workers workers, List<Cells> cells, int[] firsts, BoxTree tree,
            long skipped) {
        this.axes = axes;
        this.nodeCount = nodeCount;
        this.workers = workers;
        this.cells = cells;
        this.firsts = firsts;
        this.tree = tree;
        this.skipped = skipped;
    }

    /// Some elements of a block that one thread looks at.
    private record Run(Cells cells, int first, long firstInBlock, int count) {}

    static ElementTree of(ExodusFile file, List<RealView> axes, Workers workers) {
        List<Cells> all = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        long skipped = 0;
        int size = 0;
        for (ElementBlock block : file.elementBlocks()) {
            Optional<Cells> cells = Cells.of(block, file);
            if (cells.isEmpty()) {
                skipped += block.size();
                continue;
            }
            all.add(cells.get());
            for (long first = 0; first < block.size(); first += AT_ONCE) {
                int count = (int) Math.min(AT_ONCE, block.size() - first);
                runs.add(new Run(cells.get(), size, first, count));
                size += count;
            }
        }
        int[] firsts = new int[all.size()];
        for (int i = 1; i < firsts.length; i++) {
            firsts[i] = firsts[i - 1] + Math.toIntExact(all.get(i - 1).size());
        }
        float[] boxes = new float[2 * axes.size() * size];
        boolean[] isThere = new boolean[size];
        long nodeCount = file.nodeCount();
        List<Long> nowhere = workers.map(runs.size(), piece -> boxes(runs.get(piece), axes, nodeCount, boxes, isThere,
                workers));
        skipped += nowhere.stream().mapToLong(Long::longValue).sum();
        return new ElementTree(axes, nodeCount, workers, all, firsts, BoxTree.of(axes.size(), boxes, isThere, workers),
                skipped);
    }

    private static long boxes(Run run, List<RealView> axes, long nodeCount, float[] boxes, boolean[] isThere,
            Workers workers) {
        int dimension = axes.size();
        ElementScan sight = new ElementScan(axes, nodeCount, new Point(0, 0, 0), workers);
        Cells.Cursor cursor = run.cells.cursor(run.firstInBlock, run.count);
        double[][] seen = new double[dimension][0];
        double[] low = new double[dimension];
        double[] high = new double[dimension];
        double margin = run.cells.margin() + ElementScan.ROUNDING;
        long nowhere = 0;
        long bytes = 0;
        for (int i = 0; i < run.count; i++) {
            long[] nodes = cursor.next();
            int placed = cursor.placedCount();
            bytes += (long) cursor.nodeCount() * run.cells.bytesPerNode();
            seen = seen[0].length >= placed ? seen : new double[dimension][placed];
            if (placed == 0 || !sight.see(nodes, placed, seen)) {
                nowhere++;
                continue;
            }
            double squared = 0;
            for (int axis = 0; axis < dimension; axis++) {
                extremes(seen[axis], placed, low, high, axis);
                squared += (high[axis] - low[axis]) * (high[axis] - low[axis]);
            }
            double tolerance = PlacedElement.TOLERANCE * Math.sqrt(squared);
            int at = 2 * dimension * (run.first + i);
            for (int axis = 0; axis < dimension; axis++) {
                double extra = margin * (high[axis] - low[axis]) + tolerance;
                boxes[at + axis] = BoxTree.below(low[axis] - extra);
                boxes[at + dimension + axis] = BoxTree.above(high[axis] + extra);
            }
            isThere[run.first + i] = true;
        }
        workers.advance(bytes);
        return nowhere;
    }

    private static void extremes(double[] places, int count, double[] low, double[] high, int axis) {
        double least = places[0];
        double most = places[0];
        for (int i = 1; i < count; i++) {
            least = Math.min(least, places[i]);
            most = Math.max(most, places[i]);
        }
        low[axis] = least;
        high[axis] = most;
    }

    long bytes() {
        return tree.bytes();
    }

    Nearest<ElementPoint> nearest(Point point) {
        Search search = new Search(point);
        // Mostly the point is in an element, and only those whose box it is in need to be looked at.
        search.collect(0);
        search.placeAscending();
        if (search.distance > 0) {
            search.collect(search.bound);
            search.placeNearestFirst();
        }
        return new Nearest<>(search.best(), skipped);
    }

    List<ElementPoint> containing(Point point) {
        Search search = new Search(point);
        search.isWithTolerance = true;
        search.collect(0);
        return search.containing();
    }

    /// A search for elements near a point. For one thread.
    private final class Search implements BoxTree.Visitor {

        private final ElementScan sight;
        private final double[] origin;
        /// Elements that were met, and the squares of the distances of their boxes.
        private int[] met = new int[32];
        private double[] toBox = new double[32];
        private int size;
        private double bound = Double.POSITIVE_INFINITY;
        private double limit;
        private boolean isWithTolerance;
        private double[][] seen;
        private int bestElement = -1;
        private double distance = Double.POSITIVE_INFINITY;
        private Optional<ElementPoint> bestPoint = Optional.empty();

        Search(Point point) {
            this.sight = new ElementScan(axes, nodeCount, point, workers);
            this.origin = new double[axes.size()];
            for (int axis = 0; axis < origin.length; axis++) {
                origin[axis] = point.get(axis);
            }
            this.seen = new double[axes.size()][32];
        }

        Optional<ElementPoint> best() {
            return bestPoint;
        }

        /// Looks for elements whose boxes are within a distance; one of infinity becomes less on the way.
        void collect(double squared) {
            limit = squared;
            size = 0;
            tree.visit(origin, this);
        }

        @Override
        public double bound() {
            return limit * (1 + ElementScan.SQUARE_ROUNDING);
        }

        @Override
        public void visit(int element) {
            int in = in(element);
            Cells.Cursor cursor = cells.get(in).cursor(element - firsts[in], 1);
            long[] nodes = cursor.next();
            int placed = cursor.placedCount();
            if (seen[0].length < placed) {
                seen = new double[seen.length][placed];
            }
            sight.see(nodes, placed, seen);
            bound = Math.min(bound, ElementScan.squaredToNodes(seen, cursor.cornerCount()));
            limit = Math.min(limit, bound);
            double there = ElementScan.squaredToBox(seen, placed, cells.get(in).margin());
            if (there <= (isWithTolerance ? squaredTolerance(placed) : bound())) {
                if (size == met.length) {
                    met = Arrays.copyOf(met, 2 * size);
                    toBox = Arrays.copyOf(toBox, 2 * size);
                }
                int at = size++;
                met[at] = element;
                toBox[at] = there;
            }
        }

        private double squaredTolerance(int placed) {
            double squared = 0;
            for (int axis = 0; axis < origin.length; axis++) {
                double[] places = seen[axis];
                double least = places[0];
                double most = places[0];
                for (int i = 1; i < placed; i++) {
                    least = Math.min(least, places[i]);
                    most = Math.max(most, places[i]);
                }
                squared += (most - least) * (most - least);
            }
            return 1.1 * PlacedElement.TOLERANCE * PlacedElement.TOLERANCE * squared;
        }

        private int in(int element) {
            int found = Arrays.binarySearch(firsts, element);
            int in = found >= 0 ? found : -found - 2;
            // Blocks without elements begin where the next one does.
            while (in + 1 < firsts.length && firsts[in + 1] == element) {
                in++;
            }
            return in;
        }

        /// Places the elements in their own order, up to the first one that contains the point.
        void placeAscending() {
            int[] ascending = Arrays.copyOf(met, size);
            Arrays.sort(ascending);
            for (int i = 0; i < ascending.length && distance > 0; i++) {
                place(ascending[i], 0);
            }
        }

        void placeNearestFirst() {
            Integer[] nearest = new Integer[size];
            Arrays.setAll(nearest, i -> i);
            Arrays.sort(nearest, (a, b) -> toBox[a] != toBox[b] ? Double.compare(toBox[a], toBox[b])
                    : Integer.compare(met[a], met[b]));
            for (int i : nearest) {
                if (toBox[i] <= bound * (1 + ElementScan.SQUARE_ROUNDING)) {
                    place(met[i], toBox[i]);
                }
            }
        }

        private void place(int element, double squaredToBox) {
            ElementPoint there = placed(element);
            double rank = ElementScan.rank(there.distance(), squaredToBox);
            if (rank < distance || rank == distance && element < bestElement) {
                distance = rank;
                bestElement = element;
                bestPoint = Optional.of(there);
                bound = Math.min(bound, distance * distance);
            }
        }

        private ElementPoint placed(int element) {
            int in = in(element);
            return sight.place(cells.get(in), element - firsts[in]);
        }

        List<ElementPoint> containing() {
            int[] ascending = Arrays.copyOf(met, size);
            Arrays.sort(ascending);
            return Arrays.stream(ascending).mapToObj(this::placed).filter(ElementPoint::isInside).toList();
        }
    }
}
