package dev.exodusii.transform;

import dev.exodusii.EdgeSet;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntitySet;
import dev.exodusii.FaceSet;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import dev.exodusii.write.SetDefinition;
import dev.exodusii.write.SetPlaces;
import dev.exodusii.write.IntegerRun;
import dev.exodusii.write.RealRun;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Copies sets.
final class SetPass {

    private final Selection selection;
    private final Mirroring mirroring;
    private final Pieces pieces;

    SetPass(Selection selection, Mirroring mirroring, Pieces pieces) {
        this.selection = selection;
        this.mirroring = mirroring;
        this.pieces = pieces;
    }

    /// What can be done with the distribution factors of a set.
    enum Factors {
        /// There are none.
        NONE,
        /// They stay as they are.
        ALL,
        /// One for each entry.
        BY_ENTRY,
        /// One for each node of each side.
        BY_NODE,
        /// Their number fits to neither, so that nobody knows whose they are.
        UNKNOWN
    }

    static Factors factors(EntitySet set, Renumbering entries, Mirroring mirroring) {
        if (!set.hasDistributionFactors()) {
            return Factors.NONE;
        }
        if (entries.isWhole() && !(mirroring.isMirrored() && set instanceof SideSet)) {
            return Factors.ALL;
        }
        long count = set.distributionFactors().size();
        if (set instanceof SideSet sides && count == sides.faces().totalNodeCount()) {
            return Factors.BY_NODE;
        }
        return count == set.size() ? Factors.BY_ENTRY : Factors.UNKNOWN;
    }

    /// Returns how many distribution factors a set keeps.
    static long factorCount(EntitySet set, Renumbering entries, Factors how) {
        return switch (how) {
            case NONE, UNKNOWN -> 0;
            case ALL -> set.distributionFactors().size();
            case BY_ENTRY -> entries.newCount();
            case BY_NODE -> {
                SideFaces faces = ((SideSet) set).faces();
                long count = 0;
                for (long entry = entries.nextKept(0); entry < set.size(); entry = entries.nextKept(entry + 1)) {
                    count += faces.nodeCount(entry);
                }
                yield count;
            }
        };
    }

    void copy(EntitySet from, SetPlaces to) throws IOException {
        SetDefinition defined = (SetDefinition) to.definition();
        Renumbering entries = selection.entries(from);
        pieces.integers(from.entries(), entries, selection.members(from.kind()), to.entries());
        if (from instanceof SideSet sides) {
            sides(sides, entries, to);
        }
        Optional<IntegerView> orientations = switch (from) {
            case EdgeSet edges -> edges.orientations();
            case FaceSet faces -> faces.orientations();
            default -> Optional.empty();
        };
        if (defined.hasOrientations() && orientations.isPresent()) {
            pieces.integers(orientations.get(), entries, Pieces.UNCHANGED, to.orientations());
        }
        if (defined.factors() > 0) {
            factors(from, entries, to);
        }
        if (!defined.attributes().isEmpty() && !from.attributes().isEmpty()) {
            pieces.rows(from.attributes().values(), entries, Pieces.ordered(from.attributes().size()),
                    to.attributes().all());
        }
    }

    private void sides(SideSet set, Renumbering entries, SetPlaces to) throws IOException {
        if (!mirroring.isMirrored()) {
            pieces.integers(set.sides(), entries, Pieces.UNCHANGED, to.sides());
            return;
        }
        SideFaces faces = set.faces();
        IntegerView sides = set.sides();
        IntegerView elements = set.entries();
        try (IntegerRun run = to.sides().run(values -> {})) {
            for (long entry = entries.nextKept(0); entry < set.size(); entry = entries.nextKept(entry + 1)) {
                long side = sides.get(entry);
                Optional<ElementBlock> block = faces.block(entry);
                run.add(block.isEmpty() ? side : 1 + mirroring.side(block.get(),
                        elements.get(entry) - 1 - block.get().firstIndex(), side - 1));
            }
        }
    }

    private void factors(EntitySet set, Renumbering entries, SetPlaces to) throws IOException {
        switch (factors(set, entries, mirroring)) {
            case NONE, UNKNOWN -> { }
            case ALL -> to.distributionFactors().put(set.distributionFactors());
            case BY_ENTRY -> pieces.reals(set.distributionFactors(), entries, to.distributionFactors());
            case BY_NODE -> factorsOfNodes((SideSet) set, entries, to);
        }
    }

    private void factorsOfNodes(SideSet set, Renumbering entries, SetPlaces to) throws IOException {
        SideFaces faces = set.faces();
        IntegerView sides = set.sides();
        RealView factors = set.distributionFactors();
        try (RealRun run = to.distributionFactors().run(values -> {})) {
            long start = 0;
            for (long entry = 0; entry < set.size(); entry++) {
                int nodes = faces.nodeCount(entry);
                if (entries.newIndex(entry) >= 0 && nodes > 0) {
                    @Nullable ElementBlock block = faces.block(entry).orElse(null);
                    for (int position : mirroring.order(block, sides.get(entry) - 1, nodes)) {
                        run.add(factors.get(start + position));
                    }
                }
                start += nodes;
            }
        }
    }
}
