package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityList;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.JaggedView;
import java.util.Optional;

/// Compares the blocks of one kind.
final class BlockComparison {

    private final ModelCase model;
    private final Digests digests;
    private final String key;
    private final EntityList<? extends Block> blocks;

    BlockComparison(ModelCase model, EntityList<? extends Block> blocks) {
        this.model = model;
        this.digests = new Digests(model);
        this.key = ModelComparison.key(blocks.kind());
        this.blocks = blocks;
    }

    void run() {
        JsonNode list = model.oracle().path(key).path("list");
        long first = 0;
        for (int i = 0; i < Math.min(list.size(), blocks.size()); i++) {
            Block block = blocks.get(i);
            String place = key + " " + (i + 1);
            model.same("blocks", place + " first index", first, block.firstIndex());
            first += block.size();
            entity(list.get(i), block, place);
        }
    }

    private void entity(JsonNode expected, Block block, String place) {
        model.same("blocks", place + " id", expected.path("id").asLong(), block.id());
        model.name("blocks", place + " name", expected.path("name"), block.name());
        if (KnownReferenceFaults.isAnsweredWithAnother(expected)) {
            model.excuse(ReferenceFault.REPEATED_ID);
        } else if (KnownReferenceFaults.isUnanswered(expected)) {
            model.excuse(ReferenceFault.NO_ANSWER);
        } else {
            block(expected, block, place);
        }
    }

    private void block(JsonNode expected, Block block, String place) {
        model.same("blocks", place + " is null", expected.path("status").asInt(1) == 0, block.isNull());
        model.same("blocks", place + " size", expected.path("n").asLong(), block.size());
        model.text("blocks", place + " type", expected.path("topology").asText(), block.elementType(), 32,
                ReferenceFault.TYPE_CUT);
        new Refusals(model).tolerate(place, () -> lists(expected, block, place));
        new MeshComparison(model).attributes(place, expected, block.attributes(), "block attributes");
        new MetadataComparison(model).attributes(place, expected.path("attributes"), block.metadata());
        new FieldComparison(model).fields(place, expected.path("fields"), block.fields());
    }

    private void lists(JsonNode expected, Block block, String place) {
        if (block.topology().family() == Family.NFACED && block instanceof ElementBlock polyhedral) {
            jagged(expected, "face_conn", "fpe", polyhedral.polyhedra(), place);
            return;
        }
        if (block.isJagged()) {
            jagged(expected, "conn", "npe", block.polygons(), place);
        } else {
            model.same("connectivity", place + " nodes per entry", expected.path("npe").asLong(),
                    block.nodesPerEntry());
            if (block.size() * block.nodesPerEntry() > 0) {
                digests.integers("connectivity", place, expected.path("conn"), block.connectivity());
            }
        }
        if (block instanceof ElementBlock elements) {
            related(expected, "edge_conn", "epe", elements.edgeConnectivity(), place);
            related(expected, "face_conn", "fpe", elements.faceConnectivity(), place);
        }
    }

    private void jagged(JsonNode expected, String values, String total, JaggedView rows, String place) {
        model.same("connectivity", place + " entries", expected.path(total).asLong(), rows.values().size());
        digests.integers("connectivity", place, expected.path(values), rows.values());
        digests.integers("connectivity", place + " counts", expected.path("counts"), rows.lengths());
        model.same("connectivity", place + " sum", expected.path("counts").path("sum").asLong(),
                rows.lengths().sum());
        long[] seen = new long[1];
        rows.forEachRow((row, entries) -> seen[0] += entries.size());
        model.same("connectivity", place + " rows together", rows.values().size(), seen[0]);
    }

    private void related(JsonNode expected, String values, String perEntry, Optional<IntegerMatrix> matrix,
            String place) {
        long columns = matrix.map(IntegerMatrix::columns).orElse(0L);
        long inFile = perEntry.equals("epe") ? model.file().edgeCount() : model.file().faceCount();
        if (KnownReferenceFaults.isUncounted(expected.path(perEntry).asLong(), columns, inFile)) {
            model.excuse(ReferenceFault.COUNTS_WITHOUT_BLOCKS);
            return;
        }
        model.same("connectivity", place + " " + perEntry, expected.path(perEntry).asLong(), columns);
        matrix.ifPresent(all -> digests.integers("connectivity", place + " " + values, expected.path(values), all));
    }
}
