package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.Coordinates;
import dev.exodusii.EntityList;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.NumberMap;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.RealView;
import java.util.List;

/// Compares what belongs to the mesh as a whole: counts, coordinates, maps.
final class MeshComparison {

    private final ModelCase model;
    private final ExodusFile file;
    private final Digests digests;

    MeshComparison(ModelCase model) {
        this.model = model;
        this.file = model.file();
        this.digests = new Digests(model);
    }

    void run() {
        counts(model.oracle().path("init"));
        coordinates(model.oracle().path("coords"));
        idMaps(model.oracle().path("id_maps"));
        maps("node_map", file.nodeMaps());
        maps("edge_map", file.edgeMaps());
        maps("face_map", file.faceMaps());
        maps("elem_map", file.elementMaps());
    }

    private void counts(JsonNode init) {
        // The library keeps white space at the end of the title, although it drops it elsewhere.
        model.text("title", "title", init.path("title").asText().stripTrailing(), file.title(), 80,
                ReferenceFault.TITLE_CUT);
        count(init, "num_dim", file.dimension());
        count(init, "num_nodes", file.nodeCount());
        count(init, "num_elem", file.elementCount());
        count(init, "num_edge", file.edgeCount());
        count(init, "num_face", file.faceCount());
        count(init, "num_elem_blk", file.elementBlocks().size());
        count(init, "num_edge_blk", file.edgeBlocks().size());
        count(init, "num_face_blk", file.faceBlocks().size());
        count(init, "num_node_sets", file.nodeSets().size());
        count(init, "num_edge_sets", file.edgeSets().size());
        count(init, "num_face_sets", file.faceSets().size());
        count(init, "num_side_sets", file.sideSets().size());
        count(init, "num_elem_sets", file.elementSets().size());
        count(init, "num_node_maps", file.nodeMaps().size());
        count(init, "num_edge_maps", file.edgeMaps().size());
        count(init, "num_face_maps", file.faceMaps().size());
        count(init, "num_elem_maps", file.elementMaps().size());
        count(init, "num_assembly", file.assemblies().size());
        count(init, "num_blob", file.blobs().size());
    }

    private void count(JsonNode init, String key, long actual) {
        model.same("counts", key, init.path(key).asLong(), actual);
    }

    private void coordinates(JsonNode expected) {
        Coordinates coordinates = file.coordinates();
        if (expected.has("names")) {
            model.names("coordinate names", "coordinate names", expected.path("names"), coordinates.names());
        }
        for (int axis = 0; axis < file.dimension(); axis++) {
            int number = axis;
            String key = List.of("x", "y", "z").get(axis);
            new Refusals(model).tolerate(key, () -> {
                RealView values = coordinates.axis(number);
                digests.reals("coordinates", key, expected.path(key), values);
                model.same("coordinates", key + " stored", true, coordinates.isStored(number));
            });
        }
        attributes("coordinates", expected, coordinates.attributes(), "coordinate attributes");
        new MetadataComparison(model).attributes("nodal", expected.path("attributes"), file.nodalMetadata());
        new FieldComparison(model).fields("nodal", expected.path("fields"), file.nodalFields());
    }

    /// Compares attributes of entries: of nodes, elements, members of sets.
    void attributes(String place, JsonNode expected, EntryAttributes actual, String topic) {
        int count = expected.path("nattr").asInt();
        model.same(topic, place + " attribute count", count, actual.size());
        if (count == 0 || actual.size() != count) {
            return;
        }
        model.names(topic, place + " attribute name", expected.path("attr_names"), actual.names());
        model.same(topic, place + " attribute names stored", expected.path("attr_names_stored").asBoolean(),
                actual.hasStoredNames());
        digests.reals(topic, place + " attributes", expected.path("attr"), actual.values());
        for (int i = 0; i < expected.path("one_attr").size(); i++) {
            digests.reals(topic, place + " attribute " + (i + 1), expected.path("one_attr").get(i),
                    actual.attribute(i));
        }
    }

    private void idMaps(JsonNode expected) {
        idMap(expected, "node", file.nodeIds());
        idMap(expected, "edge", file.edgeIds());
        idMap(expected, "face", file.faceIds());
        idMap(expected, "elem", file.elementIds());
        JsonNode order = expected.path("elem_order_map");
        model.same("id maps", "element order stored", order.path("exists").asBoolean(),
                file.elementOrder().isPresent());
        if (file.elementOrder().isPresent()) {
            digests.integers("id maps", "element order", order.path("values"), file.elementOrder().get());
        }
    }

    private void idMap(JsonNode expected, String key, IdMap map) {
        if (expected.has(key)) {
            model.same("id maps", key + " stored", expected.path(key).path("exists").asBoolean(),
                    map.stored().isPresent());
            digests.integers("id maps", key, expected.path(key).path("values"), map.size(), map::id);
        }
    }

    private void maps(String key, EntityList<NumberMap> maps) {
        JsonNode list = model.oracle().path(key).path("list");
        for (int i = 0; i < Math.min(list.size(), maps.size()); i++) {
            NumberMap map = maps.get(i);
            String place = key + " " + (i + 1);
            model.same("numbered maps", place, list.get(i).path("id").asLong(), map.id());
            model.name("numbered maps", place, list.get(i).path("name"), map.name());
            if (map.isStored()) {
                digests.integers("numbered maps", place, list.get(i).path("values"), map.values());
            } else {
                missingMap(list.get(i), map, place);
            }
        }
    }

    /// Some files announce maps that they do not have.
    private void missingMap(JsonNode expected, NumberMap map, String place) {
        if (expected.path("values").isObject()) {
            model.difference(place, "is not stored, but the library has values");
        }
        model.excuse(ReferenceFault.NO_ANSWER);
        try {
            model.difference(place, "is not stored, but has values: " + map.values());
        } catch (DamagedDataException announced) {
            model.report().count("numbered maps");
        }
    }
}
