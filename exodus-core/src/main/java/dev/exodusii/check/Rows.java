package dev.exodusii.check;

import dev.exodusii.Block;
import dev.exodusii.ExodusFile;
import dev.exodusii.check.Faults.Fault;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks rows of a block whose entries all have the same number of nodes; one for each piece of work.
final class Rows {

    private final IntegerMatrix connectivity;
    private final long nodeCount;
    private final long firstIndex;
    private final @Nullable NodeBits used;
    private final Numbered names;
    private final int cornerCount;
    private final int dimension;
    private final boolean isPlaced;
    private final PlacedShape shape;
    private final long[] nodes;
    private final Faults faults;

    /// @param axes the coordinates, none where they are not all there
    /// @param used the nodes that are used get their bit set; null where that does not count
    Rows(ExodusFile file, Block block, IntegerMatrix connectivity, List<RealView> axes, @Nullable NodeBits used, int most) {
        this.connectivity = connectivity;
        this.nodeCount = file.nodeCount();
        this.firstIndex = block.firstIndex();
        this.used = used;
        this.names = Numbered.entries(file, block);
        Topology topology = block.topology();
        // The second half of what looks like the nodes of a Bezier element is something else.
        int columns = (int) (topology.family() == Family.BEZIER ? connectivity.columns() / 2 : connectivity.columns());
        this.cornerCount = Math.min(topology.cornerCount(), columns);
        this.dimension = topology.dimension();
        this.isPlaced = !axes.isEmpty();
        this.shape = PlacedShape.of(topology, axes);
        this.nodes = new long[columns];
        this.faults = new Faults(most);
    }

    Faults check(long from, long to) {
        for (long row = from; row < to; row++) {
            if (areKnown(row) && cornerCount >= 2 && dimension > 0) {
                check(row);
            }
        }
        return faults;
    }

    private boolean areKnown(long row) {
        boolean areKnown = true;
        for (int i = 0; i < nodes.length; i++) {
            long number = connectivity.get(row, i);
            nodes[i] = number - 1;
            if (number < 1 || number > nodeCount) {
                areKnown = false;
                int at = i + 1;
                faults.add(Fault.RANGE, () -> name(row) + ": node number " + number + " at position " + at);
            } else if (used != null) {
                used.set(number - 1);
            }
        }
        return areKnown;
    }

    private void check(long row) {
        int corners = distinct(cornerCount);
        if (corners <= dimension) {
            faults.add(Fault.COLLAPSED, () -> name(row) + ": " + corners());
            return;
        }
        // Elements are meant to be collapsed by naming corners twice, and what lies between these with them.
        if (corners == cornerCount && distinct(nodes.length) < nodes.length) {
            faults.add(Fault.REPEATED, () -> name(row) + ": node " + repeated());
        }
        if (isPlaced) {
            shape.judge(nodes, nodes.length)
                    .ifPresent(fault -> faults.add(fault, () -> name(row) + shape.remark(nodes, fault)));
        }
    }

    private int distinct(int count) {
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            boolean isNew = true;
            for (int j = 0; j < i && isNew; j++) {
                isNew = nodes[j] != nodes[i];
            }
            distinct += isNew ? 1 : 0;
        }
        return distinct;
    }

    private String repeated() {
        for (int i = 1; i < nodes.length; i++) {
            for (int j = 0; j < i; j++) {
                if (nodes[i] == nodes[j]) {
                    return nodes[i] + 1 + " at positions " + (j + 1) + " and " + (i + 1);
                }
            }
        }
        throw new IllegalStateException("no node is repeated");
    }

    private String corners() {
        StringBuilder text = new StringBuilder("nodes");
        for (int i = 0; i < cornerCount; i++) {
            text.append(' ').append(nodes[i] + 1);
        }
        return text.toString();
    }

    private String name(long row) {
        return names.name(firstIndex + row);
    }
}
