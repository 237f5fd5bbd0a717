package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.CommunicationMap;
import dev.exodusii.Decomposition;
import dev.exodusii.GlobalEntities;
import dev.exodusii.view.IntegerView;
import java.util.List;
import java.util.Optional;

/// Compares how the file's part fits into a mesh that was cut up for several processors.
final class DecompositionComparison {

    private static final String TOPIC = "decomposition";

    private final ModelCase model;
    private final Digests digests;

    DecompositionComparison(ModelCase model) {
        this.model = model;
        this.digests = new Digests(model);
    }

    void run() {
        JsonNode expected = model.oracle().path("nemesis");
        Optional<Decomposition> actual = model.file().decomposition();
        if (expected.isObject()) {
            model.same(TOPIC, "decomposition", true, actual.isPresent());
            actual.ifPresent(found -> compare(expected, found));
        }
    }

    private void compare(JsonNode expected, Decomposition actual) {
        model.same(TOPIC, "processors", expected.path("num_proc").asLong(), actual.processors().orElse(-1));
        model.same(TOPIC, "processors in file", expected.path("num_proc_in_file").asLong(),
                actual.processorsInFile());
        model.same(TOPIC, "file type", expected.path("ftype").asText(), actual.isParallel() ? "p" : "s");
        JsonNode global = expected.path("global");
        model.same(TOPIC, "global nodes", global.path("nodes").asLong(), actual.globalNodes().orElse(0));
        model.same(TOPIC, "global elements", global.path("elems").asLong(), actual.globalElements().orElse(0));
        global(expected.path("eb_global"), global.path("elem_blks"), actual.globalBlocks());
        global(expected.path("ns_global"), global.path("node_sets"), actual.globalNodeSets());
        global(expected.path("ss_global"), global.path("side_sets"), actual.globalSideSets());
        for (JsonNode processor : expected.path("procs")) {
            processor(processor, actual);
        }
    }

    private void global(JsonNode expected, JsonNode count, GlobalEntities actual) {
        String place = "global " + actual.kind().label() + "s";
        model.same(TOPIC, place, count.asLong(), actual.count().orElse(0));
        list(place + " ids", expected.path("ids"), actual.ids());
        list(place + " sizes", expected.path("counts"), actual.sizes());
        list(place + " factors", expected.path("df_counts"), actual.factorCounts());
    }

    private void list(String place, JsonNode expected, Optional<IntegerView> actual) {
        if (expected.isObject()) {
            model.same(TOPIC, place + " stored", expected.path("n").asLong() > 0,
                    actual.filter(values -> !values.isEmpty()).isPresent());
            actual.ifPresent(values -> digests.integers(TOPIC, place, expected, values));
        }
    }

    private void processor(JsonNode expected, Decomposition actual) {
        int processor = expected.path("proc").asInt();
        String place = "processor " + processor;
        count(place + " internal nodes", expected.path("int_nodes"), actual.internalNodeNumbers(processor));
        count(place + " border nodes", expected.path("bor_nodes"), actual.borderNodeNumbers(processor));
        count(place + " external nodes", expected.path("ext_nodes"), actual.externalNodeNumbers(processor));
        count(place + " internal elements", expected.path("int_elems"), actual.internalElementNumbers(processor));
        count(place + " border elements", expected.path("bor_elems"), actual.borderElementNumbers(processor));
        list(place + " internal nodes", expected.path("node_mapi"), actual.internalNodeNumbers(processor));
        list(place + " border nodes", expected.path("node_mapb"), actual.borderNodeNumbers(processor));
        list(place + " external nodes", expected.path("node_mape"), actual.externalNodeNumbers(processor));
        list(place + " internal elements", expected.path("elem_mapi"), actual.internalElementNumbers(processor));
        list(place + " border elements", expected.path("elem_mapb"), actual.borderElementNumbers(processor));
        maps(place + " node map ", expected.path("node_cmap"), "nodes", actual.nodeMaps(processor));
        maps(place + " element map ", expected.path("elem_cmap"), "elems", actual.elementMaps(processor));
    }

    private void count(String place, JsonNode expected, Optional<IntegerView> actual) {
        model.same(TOPIC, place + " count", expected.asLong(), actual.map(IntegerView::size).orElse(0L));
    }

    private void maps(String place, JsonNode expected, String numbers, List<CommunicationMap> actual) {
        model.same(TOPIC, place + "count", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            CommunicationMap map = actual.get(i);
            JsonNode one = expected.get(i);
            model.same(TOPIC, place + i, one.path("id").asLong(), map.id());
            model.same(TOPIC, place + i + " size", one.path("n").asLong(), map.size());
            list(place + i, one.path(numbers), Optional.of(map.numbers()));
            list(place + i + " processors", one.path("procs"), Optional.of(map.processors()));
            list(place + i + " sides", one.path("sides"), map.sides());
        }
    }
}
