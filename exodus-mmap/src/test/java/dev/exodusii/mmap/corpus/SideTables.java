package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Which side -> node tables of the reference library cannot be compared with (`exodus-format` §3.6, and what the
/// library was seen to return for each type).
final class SideTables {

    /// Types with sides that are never written in full, read past the end of the table, or refused.
    private static final Set<String> BROKEN = Set.of("HEX12", "HEX16", "HEX32", "HEX64", "TET7", "TET16", "TET40",
            "WEDGE24", "WEDGE52", "QUAD6", "QUAD12", "QUAD16", "TRI4", "TRI4A", "TRI9", "TRI13", "TRISHELL4");

    private final ExodusFile file;
    private final boolean hasRepeatedIds;

    SideTables(ExodusFile file) {
        this.file = file;
        Set<Long> ids = new HashSet<>();
        this.hasRepeatedIds = !file.elementBlocks().stream().allMatch(block -> ids.add(block.id()));
    }

    /// Returns why the nodes of a side set cannot be compared, if so.
    Optional<ReferenceFault> fault(JsonNode answer, SideSet set, SideFaces faces) {
        if (answer.path("undefined").asBoolean()) {
            return Optional.of(ReferenceFault.SIDE_NODES_UNDEFINED);
        }
        if (answer.path("len_rc").asInt() < 0 || answer.path("rc").asInt() < 0) {
            return Optional.of(ReferenceFault.NO_ANSWER);
        }
        if (hasRepeatedIds) {
            return Optional.of(ReferenceFault.BLOCK_ID_TWICE);
        }
        for (long side = 0; side < faces.size(); side++) {
            long number = set.sides().get(side);
            Optional<ReferenceFault> fault = faces.block(side).flatMap(block -> fault(block, number));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<ReferenceFault> fault(ElementBlock block, long sideNumber) {
        Topology topology = block.topology();
        if (topology.family() == Family.TRISHELL && file.dimension() == 2) {
            return Optional.of(ReferenceFault.SHELL_IN_PLANE);
        }
        boolean isTriangle = topology.family() == Family.TRI || topology.family() == Family.TRISHELL;
        // The corners of the back of a triangle are turned over in another way than the nodes between them.
        boolean isBackOfTriangle = isTriangle && file.dimension() == 3 && topology.nodeCount() > 3 && sideNumber == 2;
        // The back of a beam is all its nodes in reverse order, not only its ends.
        boolean isBackOfBeam = topology.name().startsWith("BEAM") && topology.nodeCount() > 2
                && sideNumber == 2;
        return BROKEN.contains(topology.name()) || isBackOfTriangle || isBackOfBeam
                ? Optional.of(ReferenceFault.SIDE_TABLE_BROKEN) : Optional.empty();
    }
}
