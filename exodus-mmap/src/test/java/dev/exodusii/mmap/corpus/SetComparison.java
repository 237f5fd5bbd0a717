package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.EdgeSet;
import dev.exodusii.EntityList;
import dev.exodusii.EntitySet;
import dev.exodusii.FaceSet;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the sets of one kind.
final class SetComparison {

    private final ModelCase model;
    private final Digests digests;
    private final String key;
    private final EntityList<? extends EntitySet> sets;

    SetComparison(ModelCase model, EntityList<? extends EntitySet> sets) {
        this.model = model;
        this.digests = new Digests(model);
        this.key = ModelComparison.key(sets.kind());
        this.sets = sets;
    }

    void run() {
        JsonNode list = model.oracle().path(key).path("list");
        for (int i = 0; i < Math.min(list.size(), sets.size()); i++) {
            EntitySet set = sets.get(i);
            JsonNode expected = list.get(i);
            String place = key + " " + (i + 1);
            model.same("sets", place + " id", expected.path("id").asLong(), set.id());
            model.name("sets", place + " name", expected.path("name"), set.name());
            if (KnownReferenceFaults.isAnsweredWithAnother(expected)) {
                model.excuse(ReferenceFault.REPEATED_ID);
            } else if (KnownReferenceFaults.isUnanswered(expected)) {
                model.excuse(ReferenceFault.NO_ANSWER);
            } else {
                set(expected, set, place);
            }
        }
    }

    private void set(JsonNode expected, EntitySet set, String place) {
        model.same("sets", place + " is null", expected.path("status").asInt(1) == 0, set.isNull());
        model.same("sets", place + " size", expected.path("n").asLong(), set.size());
        Refusals refusals = new Refusals(model);
        if (set.size() > 0) {
            refusals.tolerate(place,
                    () -> digests.integers("set entries", place, expected.path("entries"), set.entries()));
        }
        refusals.tolerate(place, () -> factors(expected, set, place));
        if (expected.path("extra").isNull()) {
            model.excuse(ReferenceFault.NO_ANSWER);
        } else {
            refusals.tolerate(place, () -> secondList(expected.path("extra"), set, place));
        }
        if (set instanceof SideSet sides && expected.has("node_list")) {
            refusals.tolerate(place, () -> sideNodes(expected.path("node_list"), sides, place));
        }
        new MeshComparison(model).attributes(place, expected, set.attributes(), "set attributes");
        new MetadataComparison(model).attributes(place, expected.path("attributes"), set.metadata());
        new FieldComparison(model).fields(place, expected.path("fields"), set.fields());
    }

    private void secondList(JsonNode expected, EntitySet set, String place) {
        Optional<IntegerView> second = switch (set) {
            case SideSet sides -> sides.size() == 0 ? Optional.empty() : Optional.of(sides.sides());
            case EdgeSet edges -> edges.orientations();
            case FaceSet faces -> faces.orientations();
            default -> Optional.empty();
        };
        if (second.isPresent() && second.get().size() > 0) {
            digests.integers("set entries", place + " sides or orientations", expected, second.get());
        } else if (expected.isObject()) {
            model.same("set entries", place + " sides or orientations", expected.path("n").asLong(), 0L);
        }
    }

    private void factors(JsonNode expected, EntitySet set, String place) {
        long announced = expected.path("ndf").asLong();
        if (announced == 0 && set.hasDistributionFactors() && set.distributionFactors().size() > 0) {
            model.excuse(ReferenceFault.FACTORS_UNANNOUNCED);
            model.same("distribution factors", place, expected.path("unannounced_df").asLong(),
                    set.distributionFactors().size());
            return;
        }
        model.same("distribution factors", place + " stored", announced > 0, set.hasDistributionFactors());
        if (set.hasDistributionFactors()) {
            RealView factors = set.distributionFactors();
            model.same("distribution factors", place + " count", announced, factors.size());
            digests.reals("distribution factors", place, expected.path("df"), factors);
        }
    }

    private void sideNodes(JsonNode expected, SideSet set, String place) {
        SideFaces faces = set.faces();
        SideTables tables = new SideTables(model.file());
        Optional<ReferenceFault> fault = tables.fault(expected, set, faces);
        if (fault.isPresent()) {
            model.excuse(fault.get());
            // What cannot be compared must at least be read without trouble.
            for (long side = 0; side < faces.size(); side++) {
                for (int node = 0; node < faces.nodeCount(side); node++) {
                    faces.nodeIndex(side, node);
                }
            }
            return;
        }
        List<Long> counts = new ArrayList<>();
        List<Long> nodes = new ArrayList<>();
        for (long side = 0; side < faces.size(); side++) {
            int count = faces.nodeCount(side);
            counts.add((long) count);
            for (int node = 0; node < count; node++) {
                nodes.add(faces.nodeIndex(side, node) + 1);
            }
        }
        model.same("side nodes", place + " length", expected.path("len").asLong(), (long) nodes.size());
        model.same("side nodes", place + " length", (long) nodes.size(), faces.totalNodeCount());
        digests.integers("side nodes", place + " counts", expected.path("counts"), counts.size(),
                i -> counts.get((int) i));
        if (expected.has("nodes_with_null")) {
            unwritten(expected.path("nodes_with_null"), nodes, place);
        } else {
            digests.integers("side nodes", place, expected.path("nodes"), nodes.size(), i -> nodes.get((int) i));
        }
    }

    private void unwritten(JsonNode expected, List<Long> nodes, String place) {
        for (int i = 0; i < Math.min(expected.size(), nodes.size()); i++) {
            if (expected.get(i).isNull()) {
                model.excuse(ReferenceFault.SIDE_NODE_UNWRITTEN);
            } else {
                model.same("side nodes", place + " node " + (i + 1), expected.get(i).asLong(), nodes.get(i));
            }
        }
    }
}
