package dev.exodusii.transform;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a mirror does to the order of nodes and to the numbers of sides, shape by shape; nothing where there is no mirror.
final class Mirroring {

    private final boolean isMirrored;
    private final int dimension;
    private final Map<Topology, Optional<Reflection>> known = new HashMap<>();

    Mirroring(boolean isMirrored, int dimension) {
        this.isMirrored = isMirrored;
        this.dimension = dimension;
    }

    boolean isMirrored() {
        return isMirrored;
    }

    /// Makes sure that the mirror image of a block is known.
    ///
    /// @throws IllegalArgumentException when it is not
    void require(Block block) {
        if (isMirrored && block.size() > 0 && !block.isJagged() && isShaped(block.topology())
                && of(block.topology()) == null) {
            throw new IllegalArgumentException(block + " cannot be mirrored: where all nodes of a "
                    + block.topology().name() + " are is not known here, so that their order cannot be put right");
        }
    }

    private static boolean isShaped(Topology topology) {
        return topology.family() != Family.SUPER && topology.family() != Family.NULL;
    }

    /// Returns the new order for a shape; null where it stays.
    @Nullable Reflection of(Topology topology) {
        return isMirrored ? known.computeIfAbsent(topology, shape -> Reflection.of(shape, dimension)).orElse(null) : null;
    }

    /// Tells whether rows of nodes of a block of polygons are turned round.
    boolean turnsRound(Block block) {
        return isMirrored && block.isJagged()
                && !(block.topology().family() == Family.NFACED && block.kind() == EntityKind.ELEMENT_BLOCK);
    }

    /// Returns what becomes of the side of an element.
    ///
    /// @param block   the element's block
    /// @param element the 0-based index of the element in the block
    /// @param side    the 0-based index of the side
    long side(ElementBlock block, long element, long side) {
        if (!isMirrored || side < 0) {
            return side;
        }
        if (block.topology().family() == Family.NSIDED) {
            long corners = block.polygons().lengths().get(element);
            return side < corners ? corners - 1 - side : side;
        }
        Reflection reflection = of(block.topology());
        return reflection == null || side >= reflection.sides().length ? side : reflection.sides()[(int) side];
    }

    /// Returns the order of the nodes on a side.
    ///
    /// @param block the element's block
    /// @param side  the 0-based index of the side, old
    /// @param nodes how many it has
    /// @return for each new node the position of the old one
    int[] order(@Nullable ElementBlock block, long side, int nodes) {
        int[] order = Pieces.ordered(nodes);
        if (!isMirrored || block == null) {
            return order;
        }
        switch (block.topology().family()) {
            case NSIDED -> {
                order[0] = 1;
                order[1] = 0;
            }
            case NFACED -> {
                for (int i = 1; i < nodes; i++) {
                    order[i] = nodes - i;
                }
            }
            default -> {
                Reflection reflection = of(block.topology());
                return reflection == null ? order : reflection.factors()[reflection.sides()[(int) side]];
            }
        }
        return order;
    }
}
