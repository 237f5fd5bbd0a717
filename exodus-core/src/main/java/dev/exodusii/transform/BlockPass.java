package dev.exodusii.transform;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.EntryAttributes;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.write.BlockDefinition;
import dev.exodusii.write.BlockPlaces;
import dev.exodusii.write.IntegerRun;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Copies blocks.
final class BlockPass {

    private final Selection selection;
    private final Mirroring mirroring;
    private final Pieces pieces;

    BlockPass(Selection selection, Mirroring mirroring, Pieces pieces) {
        this.selection = selection;
        this.mirroring = mirroring;
        this.pieces = pieces;
    }

    void copy(Block from, BlockPlaces to) throws IOException {
        BlockDefinition defined = (BlockDefinition) to.definition();
        Renumbering entries = selection.entries(from);
        @Nullable Reflection reflection = from.isJagged() ? null : mirroring.of(from.topology());
        if (from.isJagged()) {
            boolean isPolyhedral = defined.isPolyhedral() && from instanceof ElementBlock;
            Renumbering members = isPolyhedral ? selection.entriesOf(EntityKind.FACE_BLOCK) : selection.nodes();
            rows(isPolyhedral ? ((ElementBlock) from).polyhedra() : from.polygons(), entries, members,
                    mirroring.turnsRound(from), to);
        } else if (defined.nodesPerEntry() > 0) {
            pieces.rows(from.connectivity(), entries, order(reflection == null ? null : reflection.nodes(),
                    defined.nodesPerEntry()), selection.nodes(), Selection.nodeColumns(from),
                    to.connectivity());
        }
        if (from instanceof ElementBlock elements && !from.isJagged()) {
            if (defined.edgesPerEntry() > 0 && elements.edgeConnectivity().isPresent()) {
                owned(elements.edgeConnectivity().get(), reflection == null ? null : reflection.edges(), entries,
                        EntityKind.EDGE_BLOCK, to);
            }
            if (defined.facesPerEntry() > 0 && elements.faceConnectivity().isPresent()) {
                owned(elements.faceConnectivity().get(), reflection == null ? null : inverse(reflection.sides()), entries,
                        EntityKind.FACE_BLOCK, to);
            }
        }
        if (!defined.attributes().isEmpty() && !from.attributes().isEmpty()) {
            EntryAttributes attributes = from.attributes();
            boolean areOfNodes = attributes.labels().stream().allMatch(label -> label.startsWith("nodal_thickness"));
            pieces.rows(attributes.values(), entries, order(reflection == null || !areOfNodes ? null : reflection.nodes(),
                    attributes.size()), to.attributes().all());
        }
    }

    /// The order of columns; as they are where there is none or it is for another number.
    private static int[] order(int @Nullable [] order, long columns) {
        return order != null && order.length == columns ? order : Pieces.ordered(columns);
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    private void owned(IntegerMatrix from, int @Nullable [] order, Renumbering entries, EntityKind kind, BlockPlaces to)
            throws IOException {
        pieces.rows(from, entries, order(order, from.columns()), selection.entriesOf(kind),
                from.columns(), kind == EntityKind.EDGE_BLOCK ? to.edgeConnectivity() : to.faceConnectivity());
    }

    private void rows(JaggedView rows, Renumbering entries, Renumbering numbers, boolean isTurnedRound,
            BlockPlaces to) throws IOException {
        pieces.integers(rows.lengths(), entries, Pieces.UNCHANGED, to.rowLengths());
        if (entries.isWhole() && !isTurnedRound) {
            pieces.integers(rows.values(), new WholeNumbering(rows.values().size()), numbers, to.rowValues());
            return;
        }
        try (IntegerRun run = to.rowValues().run(values -> {})) {
            long start = 0;
            for (long row = 0; row < rows.size(); row++) {
                IntegerView values = rows.values().slice(start, rows.lengths().get(row));
                start += values.size();
                for (long i = 0; i < values.size() && entries.newIndex(row) >= 0; i++) {
                    long at = isTurnedRound && i > 0 ? values.size() - i : i;
                    run.add(numbers.newNumber(values.get(at)));
                }
            }
        }
    }

    /// Returns how many values the rows that stay have together.
    static long listLength(JaggedView rows, Renumbering entries) {
        if (entries.isWhole()) {
            return rows.values().size();
        }
        long[] total = new long[1];
        long[] buffer = new long[Pieces.VALUES];
        try {
            Pieces.move(entries, buffer.length, (old, count, at) -> rows.lengths().slice(old, count)
                    .copyTo(buffer, at, 1), (start, count) -> total[0] += Arrays.stream(buffer, 0, count).sum());
        } catch (IOException e) {
            throw new AssertionError("nothing is written", e);
        }
        return total[0];
    }
}
