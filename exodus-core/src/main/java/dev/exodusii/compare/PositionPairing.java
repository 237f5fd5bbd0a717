package dev.exodusii.compare;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealView;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Pairs elements whose middles, and nodes of elements that, are at the same place.
final class PositionPairing {

    private static final int MOST = Integer.MAX_VALUE - 8;

    private final Subject first;
    private final Subject second;
    private final ComparisonSettings settings;
    private final Journal journal;
    private final Tolerance tolerance;
    private final int dimension;
    private final double[][] points1;
    private final double[][] points2;
    private final int[] nodes;
    private final int[] elements;

    PositionPairing(Subject first, Subject second, ComparisonSettings settings, Journal journal) {
        this.first = first;
        this.second = second;
        this.settings = settings;
        this.journal = journal;
        this.tolerance = settings.coordinates().mode() == ToleranceMode.IGNORE
                ? settings.coordinates().with(ToleranceMode.ABSOLUTE) : settings.coordinates();
        this.dimension = first.file().dimension();
        requireMesh(first);
        requireMesh(second);
        this.points1 = points(first);
        this.points2 = points(second);
        this.nodes = new int[Math.toIntExact(first.file().nodeCount())];
        this.elements = new int[Math.toIntExact(first.file().elementCount())];
        Arrays.fill(nodes, -1);
        Arrays.fill(elements, -1);
        pair();
    }

    /// Makes sure that the numbers of a mesh are borne out by what the file has, before memory is claimed by them.
    private static void requireMesh(Subject subject) {
        ExodusFile file = subject.file();
        if (file.dimension() == 0) {
            throw ComparisonStop.error(file.name() + " has no coordinates to match elements by");
        }
        long most = Math.min(MOST, file.container().layout().fileBytes());
        long inBlocks = 0;
        for (ElementBlock block : file.elementBlocks()) {
            boolean isListed = block.isJagged() || block.size() == 0 || block.nodesPerEntry() > 0;
            if (!isListed || block.size() > most - inBlocks) {
                throw ComparisonStop.error(file.name() + ": the " + block.size() + " elements of " + block
                        + (isListed ? " are more than the file can hold" : " have no nodes to match them by"));
            }
            inBlocks += block.size();
        }
        if (file.elementCount() != inBlocks || file.nodeCount() > most) {
            throw ComparisonStop.error(file.name() + " declares " + file.elementCount() + " elements and "
                    + file.nodeCount() + " nodes, but its blocks have " + inBlocks + " elements, and at most " + most
                    + " of each can be matched by position");
        }
    }

    Pairing nodes() {
        return Pairing.of(nodes);
    }

    Pairing elements() {
        return Pairing.of(elements);
    }

    private double[][] points(Subject subject) {
        double[][] points = new double[dimension][];
        for (int axis = 0; axis < dimension; axis++) {
            RealView values = subject.axis(axis);
            points[axis] = values.toArray();
        }
        return points;
    }

    private boolean isPartial() {
        return settings.matching() == Matching.PARTIAL;
    }

    private void pair() {
        Middles middles = new Middles(blocks(second), points2, Math.toIntExact(second.file().elementCount()),
                tolerance);
        StringBuilder names = new StringBuilder();
        long unmatched = 0;
        int element = 0;
        for (ElementBlock block : blocks(first)) {
            if (block.isJagged() && isPartial()) {
                unmatched += block.size();
                element += Math.toIntExact(block.size());
                continue;
            }
            IntegerMatrix connectivity = Middles.connectivity(block);
            for (long row = 0; row < block.size(); row++, element++) {
                double[] middle = Middles.middle(connectivity, row, points1);
                int found = find(middle, middles);
                if (found >= 0) {
                    elements[element] = found;
                    pairNodes(block, connectivity, row, found, middles);
                } else if (isPartial()) {
                    unmatched++;
                    if (settings.has(CompareFlag.SHOW_UNMATCHED)) {
                        names.append(block.id()).append('.').append(row + 1).append(", ");
                    }
                } else {
                    throw ComparisonStop.error("Files are different (couldn't match element " + (row + 1)
                            + " from block " + block.id() + " from first file to second)");
                }
            }
        }
        if (isPartial()) {
            tellOfPartial(unmatched, names.toString());
        } else {
            pairFreeNodes();
        }
    }

    private void tellOfPartial(long unmatched, String names) {
        boolean isOfSameSize = first.file().elementCount() == second.file().elementCount()
                && first.file().nodeCount() == second.file().nodeCount();
        if (!names.isEmpty()) {
            journal.tell(new ComparisonEvent.Notice("exodiff: Doing Partial Comparison: No Match for (b.e):"));
            journal.tell(new ComparisonEvent.Notice(names.stripTrailing()));
        }
        if (unmatched > 0) {
            journal.tell(new ComparisonEvent.Notice(String.format(Locale.ROOT,
                    "Partial Map selected -- %,d elements unmatched", unmatched)));
        } else if (isOfSameSize) {
            journal.tell(new ComparisonEvent.Notice("exodiff: INFO .. Partial Map was specified, but not needed."
                    + "  All elements matched."));
        }
    }

    private static List<ElementBlock> blocks(Subject subject) {
        return subject.parts(EntityKind.ELEMENT_BLOCK).stream().map(part -> (ElementBlock) part.entity()).toList();
    }

    /// Looks for the element of file 2 with a middle; two candidates are as bad as none.
    private int find(double[] middle, Middles middles) {
        if (middles.order.length == 0) {
            return -1;
        }
        int[] found = middles.planes.find(middle);
        if (found[1] < 0 || settings.has(CompareFlag.IGNORE_DUPLICATES)) {
            return found[0];
        }
        journal.warn("Two elements in file 2 have the same midpoint (within tolerance).\n    "
                + middles.describe(found[1]) + " and\n    " + middles.describe(found[0])
                + "\n    No unique element mapping possible.");
        return -1;
    }

    private boolean isSamePlace(int node1, int node2) {
        for (int axis = 0; axis < dimension; axis++) {
            if (tolerance.differs(points1[axis][node1], points2[axis][node2])) {
                return false;
            }
        }
        return true;
    }

    private void pairNodes(ElementBlock block, IntegerMatrix connectivity, long row, int found, Middles middles) {
        int place = middles.blockOf(found);
        ElementBlock block2 = middles.blocks.get(place);
        IntegerMatrix connectivity2 = middles.connectivities.get(place).orElseThrow();
        long row2 = found - middles.offsets[place];
        if (connectivity.columns() != connectivity2.columns()) {
            throw ComparisonStop.error("Files are different. Element " + (row + 1) + " in block " + block.id()
                    + " of file 1 has " + connectivity.columns() + " nodes, element " + (row2 + 1) + " in block "
                    + block2.id() + " of file 2 has " + connectivity2.columns());
        }
        for (long column = 0; column < connectivity.columns(); column++) {
            int node1 = (int) connectivity.get(row, column) - 1;
            int node2 = -1;
            for (long other = 0; other < connectivity2.columns() && node2 < 0; other++) {
                int candidate = (int) connectivity2.get(row2, other) - 1;
                node2 = isSamePlace(node1, candidate) ? candidate : -1;
            }
            if (node2 < 0) {
                throw ComparisonStop.error("Cannot find a match for node at position " + (column + 1) + " of element "
                        + (row + 1) + " in block " + block.id());
            }
            assign(node1, node2);
        }
    }

    private void assign(int node1, int node2) {
        boolean isTaken = nodes[node1] >= 0 && nodes[node1] != node2;
        if (isTaken && !isPartial() && !settings.has(CompareFlag.IGNORE_DUPLICATES)) {
            throw ComparisonStop.error("No unique node mapping possible. Node " + (node1 + 1) + " of file 1 maps to "
                    + (nodes[node1] + 1) + " and " + (node2 + 1) + " of file 2");
        }
        if (!isTaken || isPartial()) {
            nodes[node1] = node2;
        }
    }

    /// Nodes of no element are looked up one by one.
    private void pairFreeNodes() {
        int[] free1 = free(nodes);
        if (free1.length == 0) {
            return;
        }
        int[] used = new int[nodes.length];
        Arrays.fill(used, -1);
        for (int node2 : nodes) {
            if (node2 >= 0) {
                used[node2] = 1;
            }
        }
        int[] free2 = free(used);
        if (free1.length != free2.length) {
            throw ComparisonStop.error("Files are different (free node count in file1 is " + free1.length
                    + " but file2 free node count is " + free2.length + ")");
        }
        // Mostly they are in the same order, and then none is looked at twice.
        int open = 0;
        for (int node1 : free1) {
            for (int i = open; i < free2.length && nodes[node1] < 0; i++) {
                if (free2[i] >= 0 && isSamePlace(node1, free2[i])) {
                    nodes[node1] = free2[i];
                    free2[i] = -1;
                }
            }
            while (open < free2.length && free2[open] < 0) {
                open++;
            }
        }
        long left = Arrays.stream(free1).filter(node -> nodes[node] < 0).count();
        if (left > 0) {
            throw ComparisonStop.error("Unable to match all free nodes in the model. There are " + left
                    + " unmatched nodes remaining.");
        }
    }

    private static int[] free(int[] marks) {
        return IntStream.range(0, marks.length).filter(i -> marks[i] < 0).toArray();
    }

    /// The middles of all elements of file 2, sorted along x.
    private static final class Middles {

        private final List<ElementBlock> blocks;
        private final List<Optional<IntegerMatrix>> connectivities;
        private final long[] offsets;
        private final double[][] points;
        private final int[] order;
        private final Planes planes;

        Middles(List<ElementBlock> blocks, double[][] nodes, int count, Tolerance tolerance) {
            this.blocks = blocks;
            this.connectivities = blocks.stream().map(block -> block.isJagged() ? Optional.<IntegerMatrix>empty()
                    : Optional.of(block.connectivity())).toList();
            this.offsets = new long[blocks.size()];
            this.points = new double[nodes.length][count];
            int element = 0;
            for (int b = 0; b < blocks.size(); b++) {
                offsets[b] = element;
                for (long row = 0; row < blocks.get(b).size() && element < count; row++, element++) {
                    // Elements of any number of nodes are at no place.
                    double[] middle = connectivities.get(b).isPresent()
                            ? middle(connectivities.get(b).get(), row, nodes) : nowhere(nodes.length);
                    for (int axis = 0; axis < middle.length; axis++) {
                        points[axis][element] = middle[axis];
                    }
                }
            }
            double[] xs = points.length == 0 ? new double[count] : points[0];
            this.order = Order.of(count, Comparator.comparingDouble((Integer index) -> xs[index]),
                    i -> xs[i - 1] <= xs[i]);
            this.planes = new Planes(points, order, tolerance);
        }

        static IntegerMatrix connectivity(ElementBlock block) {
            if (block.isJagged()) {
                throw ComparisonStop.error("elements of " + block + " cannot be matched by position: they are of type "
                        + block.elementType());
            }
            return block.connectivity();
        }

        private static double[] nowhere(int dimension) {
            double[] nowhere = new double[dimension];
            Arrays.fill(nowhere, Double.POSITIVE_INFINITY);
            return nowhere;
        }

        static double[] middle(IntegerMatrix connectivity, long row, double[][] nodes) {
            double[] middle = new double[nodes.length];
            requireNodes(connectivity, row, nodes);
            for (int axis = 0; axis < middle.length; axis++) {
                for (long column = 0; column < connectivity.columns(); column++) {
                    middle[axis] += nodes[axis][Math.toIntExact(connectivity.get(row, column)) - 1];
                }
                middle[axis] /= connectivity.columns();
            }
            return middle;
        }

        private static void requireNodes(IntegerMatrix connectivity, long row, double[][] nodes) {
            for (long column = 0; column < connectivity.columns() && nodes.length > 0; column++) {
                long node = connectivity.get(row, column);
                if (node < 1 || node > nodes[0].length) {
                    throw ComparisonStop.error("an element names node " + node + ", where there are "
                            + nodes[0].length);
                }
            }
        }

        String describe(int element) {
            StringBuilder text = new StringBuilder();
            for (int axis = 0; axis < 3; axis++) {
                text.append(axis == 0 ? "" : ", ").append(axis < points.length ? Shortest.of(points[axis][element]) : "0");
            }
            return String.format(Locale.ROOT, "Local element %,d at (%s)", element + 1, text);
        }

        int blockOf(int element) {
            int place = blocks.size() - 1;
            while (place > 0 && (offsets[place] > element || blocks.get(place).size() == 0)) {
                place--;
            }
            return place;
        }
    }
}
