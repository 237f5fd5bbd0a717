package dev.exodusii.slice;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.geometry.FaceCorners;
import dev.exodusii.geometry.Positions;
import dev.exodusii.parallel.Workers;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes a slice: first the side of all nodes, then, in pieces, what is cut of each element, and then points for all.
final class Slicer {

    private static final int AT_ONCE = 1 << 14;

    private final ExodusFile file;
    private final Plane plane;
    private final Workers workers;
    private final Optional<List<RealView>> axes;
    private long skipped;

    Slicer(ExodusFile file, Positions positions, Plane plane, Workers workers) {
        this.file = file;
        this.plane = plane;
        this.workers = workers;
        this.axes = positions.axes(file);
    }

    /// Elements of a block that one thread cuts.
    private interface Work {
        void on(Pieces pieces, long first, int count);
    }

    private record Run(Work work, int dimension, long first, int count, int bytesEach) {}

    Slice slice() {
        List<Run> runs = axes.isEmpty() ? List.of() : runs();
        Slice empty = new Slice(new long[0], new double[0], new double[0], section(), section(), section(), skipped);
        if (runs.isEmpty()) {
            return empty;
        }
        Heights heights = Heights.of(axes.get(), plane, workers);
        List<Pieces> cut = workers.map(runs.size(), piece -> {
            Run run = runs.get(piece);
            Pieces pieces = new Pieces(heights, file.nodeCount());
            run.work.on(pieces, run.first, run.count);
            workers.advance((long) run.count * run.bytesEach);
            return pieces;
        });
        return put(runs, cut, heights);
    }

    private static Slice.Section section() {
        return new Slice.Section(new int[1], new int[0], new long[0]);
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (ElementBlock block : file.elementBlocks()) {
            Family family = block.topology().family();
            if (family == Family.SPHERE || block.size() == 0) {
                continue;
            }
            try {
                if (family == Family.NSIDED) {
                    JaggedView rows = block.polygons();
                    add(runs, block, 2, 0, (pieces, first, count) -> pieces.polygons(block, rows, first, count));
                } else if (family == Family.NFACED) {
                    JaggedView rows = block.polyhedra();
                    FaceCorners corners = FaceCorners.of(file);
                    add(runs, block, 3, 0, (pieces, first, count) -> pieces.polyhedra(block, rows, corners, first, count));
                } else if (Pieces.isCut(family) && block.nodesPerEntry() >= block.topology().cornerCount()) {
                    IntegerMatrix nodes = block.connectivity();
                    add(runs, block, family.dimension(), Math.toIntExact(nodes.columns() * nodes.type().byteSize()),
                            (pieces, first, count) -> pieces.regular(block, nodes, first, count));
                } else {
                    skipped += block.size();
                }
            } catch (DamagedDataException lacking) {
                skipped += block.size();
            }
        }
        return runs;
    }

    private static void add(List<Run> runs, ElementBlock block, int dimension, int bytesEach, Work work) {
        for (long first = 0; first < block.size(); first += AT_ONCE) {
            runs.add(new Run(work, dimension, first, (int) Math.min(AT_ONCE, block.size() - first), bytesEach));
        }
    }

    private Slice put(List<Run> runs, List<Pieces> cut, Heights heights) {
        PointTable points = new PointTable();
        Parts polygons = new Parts(3);
        Parts lines = new Parts(2);
        Parts spots = new Parts(1);
        for (int i = 0; i < cut.size(); i++) {
            workers.checkStopped();
            Pieces pieces = cut.get(i);
            skipped += pieces.skipped();
            Parts parts = switch (runs.get(i).dimension) {
                case 3 -> polygons;
                case 2 -> lines;
                default -> spots;
            };
            for (int ring = 0; ring < pieces.count(); ring++) {
                for (int corner = pieces.from(ring); corner < pieces.to(ring); corner++) {
                    parts.add(point(points, pieces.low(corner), pieces.high(corner), heights));
                }
                parts.close(pieces.element(ring));
            }
        }
        return placed(points, polygons, lines, spots, heights);
    }

    /// A point on a node is the same, whichever edge of the node it is found on.
    private static int point(PointTable points, long low, long high, Heights heights) {
        long onNode = heights.height(low) == 0 ? low : heights.height(high) == 0 ? high : -1;
        return onNode < 0 ? points.index(low, high) : points.index(onNode, onNode);
    }

    private Slice placed(PointTable points, Parts polygons, Parts lines, Parts spots, Heights heights) {
        // What was dropped may have left points that nothing refers to.
        int[] renumbered = new int[points.size()];
        Arrays.fill(renumbered, -1);
        int used = 0;
        for (Parts parts : List.of(polygons, lines, spots)) {
            used = parts.renumber(renumbered, used);
        }
        long[] all = points.ends();
        long[] ends = new long[2 * used];
        double[] weights = new double[used];
        double[] places = new double[Math.multiplyExact(3, used)];
        for (int point = 0; point < renumbered.length; point++) {
            int to = renumbered[point];
            if (to < 0) {
                continue;
            }
            long low = all[2 * point];
            long high = all[2 * point + 1];
            ends[2 * to] = low;
            ends[2 * to + 1] = high;
            double from = heights.height(low);
            weights[to] = low == high ? 0 : Math.clamp(from / (from - heights.height(high)), 0, 1);
            List<RealView> own = axes.orElseThrow();
            for (int axis = 0; axis < own.size(); axis++) {
                double start = own.get(axis).get(low);
                places[3 * to + axis] = low == high ? start : start + weights[to] * (own.get(axis).get(high) - start);
            }
        }
        orient(polygons, places);
        return new Slice(ends, weights, places, polygons.section(), lines.section(), spots.section(), skipped);
    }

    private void orient(Parts polygons, double[] places) {
        Slice.Section section = polygons.section();
        for (int i = 0; i < section.elements().length; i++) {
            double[] normal = normal(places, section.points(), section.offsets()[i], section.offsets()[i + 1]);
            if (normal[0] * plane.x() + normal[1] * plane.y() + normal[2] * plane.z() < 0) {
                polygons.reverse(section.offsets()[i], section.offsets()[i + 1]);
            }
        }
    }

    /// Twice the area, as a vector at right angles to it.
    private static double[] normal(double[] places, int[] points, int from, int to) {
        double[] sum = new double[3];
        int origin = 3 * points[from];
        for (int i = from + 1; i + 1 < to; i++) {
            int a = 3 * points[i];
            int b = 3 * points[i + 1];
            double ax = places[a] - places[origin];
            double ay = places[a + 1] - places[origin + 1];
            double az = places[a + 2] - places[origin + 2];
            double bx = places[b] - places[origin];
            double by = places[b + 1] - places[origin + 1];
            double bz = places[b + 2] - places[origin + 2];
            sum[0] += ay * bz - az * by;
            sum[1] += az * bx - ax * bz;
            sum[2] += ax * by - ay * bx;
        }
        return sum;
    }

    static double area(double[] places, int[] points, int from, int to) {
        double[] normal = normal(places, points, from, to);
        return Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]) / 2;
    }

    /// Parts of one kind while they are put together.
    private static final class Parts {

        private final int least;
        private int[] points = new int[256];
        private int size;
        private int[] offsets = new int[64];
        private long[] elements = new long[64];
        private int count;

        /// @param least how many different points a part must have
        Parts(int least) {
            this.least = least;
        }

        void add(int point) {
            // Where the plane goes through a node, edges of that node give the same point.
            if (size > offsets[count] && points[size - 1] == point) {
                return;
            }
            // Where it goes along an edge with several nodes, there and back.
            if (size > offsets[count] + 1 && points[size - 2] == point) {
                size--;
                return;
            }
            if (size == points.length) {
                points = Arrays.copyOf(points, Math.multiplyExact(2, size));
            }
            points[size++] = point;
        }

        void close(long element) {
            int from = offsets[count];
            joinEnds(from);
            if (size - from < least) {
                size = from;
                return;
            }
            if (count == elements.length) {
                elements = Arrays.copyOf(elements, 2 * count);
            }
            if (count + 1 == offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * offsets.length);
            }
            elements[count++] = element;
            offsets[count] = size;
        }

        /// Does the same where the last point and the first one meet.
        private void joinEnds(int from) {
            while (size - from > 1) {
                if (points[size - 1] == points[from]) {
                    size--;
                } else if (size - from > 2 && points[size - 2] == points[from]) {
                    size -= 2;
                } else if (size - from > 2 && points[size - 1] == points[from + 1]) {
                    // The first one is the end of the way.
                    System.arraycopy(points, from + 1, points, from, size - from - 2);
                    size -= 2;
                } else {
                    return;
                }
            }
        }

        int renumber(int[] renumbered, int used) {
            int next = used;
            for (int i = 0; i < size; i++) {
                if (renumbered[points[i]] < 0) {
                    renumbered[points[i]] = next++;
                }
                points[i] = renumbered[points[i]];
            }
            return next;
        }

        void reverse(int from, int to) {
            for (int i = from, j = to - 1; i < j; i++, j--) {
                int point = points[i];
                points[i] = points[j];
                points[j] = point;
            }
        }

        Slice.Section section() {
            return new Slice.Section(Arrays.copyOf(offsets, count + 1), Arrays.copyOf(points, size),
                    Arrays.copyOf(elements, count));
        }
    }
}
