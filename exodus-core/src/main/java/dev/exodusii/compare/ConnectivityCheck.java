package dev.exodusii.compare;

import dev.exodusii.ElementBlock;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Compares which nodes the elements of a block have.
final class ConnectivityCheck {

    private static final long CHUNK = 1 << 16;
    private static final long NONE = Long.MIN_VALUE;

    private final Match match;
    private final Pairing nodes;
    private final Pairing elements;

    ConnectivityCheck(Match match) {
        boolean isByIndex = match.settings().matching() == Matching.FILE_ORDER;
        this.match = match;
        this.nodes = isByIndex ? Pairing.DIRECT : match.nodes();
        this.elements = isByIndex ? Pairing.DIRECT : match.elements();
    }

    boolean agrees(ElementBlock block, ElementBlock other) {
        if (block.nodesPerEntry() == 0 && !block.isJagged()) {
            // Elements without nodes are all alike, and there may be as many as a header likes to declare.
            return other.nodesPerEntry() == 0 && !other.isJagged();
        }
        long chunks = (block.size() + CHUNK - 1) / CHUNK;
        Rows one = rows(block);
        Rows two = rows(other);
        boolean areInPlace = elements.isIdentity()
                && (!elements.isMapped() || block.firstIndex() == other.firstIndex());
        AtomicLong firstWrong = new AtomicLong(Long.MAX_VALUE);
        match.workers().forEach(Math.toIntExact(chunks), chunk -> {
            long from = chunk * CHUNK;
            long to = Math.min(block.size(), from + CHUNK);
            boolean isEqual = nodes.isIdentity() && areInPlace && one.areEqual(two, from, to);
            for (long row = from; row < to && !isEqual && row < firstWrong.get(); row++) {
                if (mismatch(one, row, two, partner(block, row, other)) >= 0) {
                    firstWrong.accumulateAndGet(row, Math::min);
                    break;
                }
            }
        });
        if (firstWrong.get() < Long.MAX_VALUE) {
            long row = firstWrong.get();
            long row2 = partner(block, row, other);
            match.journal().warn(".. Connectivities in block id " + block.id() + " are not the same"
                    + (match.settings().has(CompareFlag.PERMUTED_CONNECTIVITY) ? " (or permuted)" : "")
                    + ".\n    First difference is node " + (mismatch(one, row, two, row2) + 1) + " of local element "
                    + (row + 1) + (elements.isMapped() ? " (file1) " + (row2 + 1) + " (file2)" : ""));
            return false;
        }
        return true;
    }

    /// Returns the row of the other block that goes with one of a block, [#NONE] where an element has no partner.
    private long partner(ElementBlock block, long row, ElementBlock other) {
        if (!elements.isMapped()) {
            return row;
        }
        long paired = elements.get(block.firstIndex() + row);
        return paired < 0 ? NONE : paired - other.firstIndex();
    }

    /// Returns the first column where two rows differ, or -1. A row of another block differs at once, one without a
    /// partner does not.
    private int mismatch(Rows one, long row, Rows two, long row2) {
        if (row2 == NONE) {
            return -1;
        }
        if (row2 < 0 || row2 >= two.count()) {
            return 0;
        }
        long[] expected = one.row(row);
        long[] actual = two.row(row2);
        if (one.areNodes()) {
            for (int i = 0; i < expected.length; i++) {
                expected[i] = nodes.get(expected[i] - 1) + 1;
            }
        }
        int column = Arrays.mismatch(expected, actual);
        if (column >= 0 && match.settings().has(CompareFlag.PERMUTED_CONNECTIVITY)) {
            Arrays.sort(expected);
            Arrays.sort(actual);
            return Arrays.equals(expected, actual) ? -1 : column;
        }
        return column;
    }

    private static Rows rows(ElementBlock block) {
        if (!block.isJagged()) {
            return new MatrixRows(block.connectivity());
        }
        boolean isPolyhedral = block.topology().family() == Family.NFACED;
        return new JaggedRows(isPolyhedral ? block.polyhedra() : block.polygons(), !isPolyhedral);
    }

    private sealed interface Rows {

        long count();

        /// Tells whether rows hold numbers of nodes; those of polyhedra hold faces.
        boolean areNodes();

        long[] row(long index);

        boolean areEqual(Rows other, long from, long to);
    }

    private record MatrixRows(IntegerMatrix matrix) implements Rows {

        @Override
        public long count() {
            return matrix.rows();
        }

        @Override
        public boolean areNodes() {
            return true;
        }

        @Override
        public long[] row(long index) {
            return matrix.row(index).toArray();
        }

        @Override
        public boolean areEqual(Rows other, long from, long to) {
            return other instanceof MatrixRows(IntegerMatrix theirs) && matrix.columns() == theirs.columns()
                    && Bytes.areEqual(values(matrix, from, to), values(theirs, from, to));
        }

        private static IntegerView values(IntegerMatrix matrix, long from, long to) {
            return matrix.sliceRows(from, to - from).flattened().orElseGet(() -> matrix.row(from));
        }
    }

    private record JaggedRows(JaggedView lists, boolean areNodes) implements Rows {

        @Override
        public long count() {
            return lists.size();
        }

        @Override
        public long[] row(long index) {
            return lists.row(index).toArray();
        }

        @Override
        public boolean areEqual(Rows other, long from, long to) {
            return false;
        }
    }
}
