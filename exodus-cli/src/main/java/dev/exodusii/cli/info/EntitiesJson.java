package dev.exodusii.cli.info;

import dev.exodusii.Assembly;
import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.NumberMap;
import dev.exodusii.Property;
import dev.exodusii.cli.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The blocks, sets, numbered maps, assemblies and blobs, with their properties.
final class EntitiesJson {

    private static final Map<EntityKind, String> LISTS = lists();

    private final ExodusFile file;
    private final Json json;

    EntitiesJson(ExodusFile file, Json json) {
        this.file = file;
        this.json = json;
    }

    /// Blocks of elements are so much what people mean by blocks that their list is called that.
    private static Map<EntityKind, String> lists() {
        Map<EntityKind, String> names = new LinkedHashMap<>();
        names.put(EntityKind.ELEMENT_BLOCK, "blocks");
        for (EntityKind kind : List.of(EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK, EntityKind.NODE_SET,
                EntityKind.EDGE_SET, EntityKind.FACE_SET, EntityKind.SIDE_SET, EntityKind.ELEMENT_SET,
                EntityKind.NODE_MAP, EntityKind.EDGE_MAP, EntityKind.FACE_MAP, EntityKind.ELEMENT_MAP)) {
            names.put(kind, kind.key() + "s");
        }
        names.put(EntityKind.ASSEMBLY, "assemblies");
        names.put(EntityKind.BLOB, "blobs");
        return names;
    }

    void write() {
        LISTS.forEach((kind, list) -> json.objects(list, file.entities(kind), this::entity));
        json.object("properties", properties -> {
            for (EntityKind kind : LISTS.keySet()) {
                List<Property> own = file.properties(kind);
                if (!own.isEmpty()) {
                    json.objects(kind.key(), own, this::property);
                }
            }
        });
    }

    private void property(Property property) {
        json.field("name", property.name());
        if (property.name().equals("ID")) {
            json.ids("values", property.values().stream());
        } else {
            json.integers("values", property.values().stream());
        }
    }

    private void entity(Entity entity) {
        json.id("id", entity.id()).nonEmpty("name", entity.name());
        // Not a switch over types: setting one up at run time takes longer than writing the document.
        if (entity instanceof Block block) {
            block(block);
        } else if (entity instanceof EntitySet set) {
            set(set);
        } else if (entity instanceof Assembly assembly) {
            assembly(assembly);
        } else {
            json.field(EntityTables.entries(entity.kind()), entity.size());
            if (entity instanceof NumberMap map) {
                json.field("stored", map.isStored());
            }
        }
        if (entity.kind().hasVariables()) {
            json.field("variables", entity.variables().size());
        }
        json.field("index", entity.index()).field("isNull", entity.isNull());
        AttributeValues.write(json, "metadata", entity.metadata());
        FieldsJson.write(json, "fields", entity.fields());
    }

    private void block(Block block) {
        json.field("shape", EntityTables.shape(block)).field(EntityTables.entries(block.kind()), block.size())
                .field("elementType", block.elementType()).field("shapeGuessed", block.topologyMatch().guessed())
                .field("firstIndex", block.firstIndex());
        if (block.isJagged()) {
            json.absent("nodesPerEntry");
        } else {
            json.field("nodesPerEntry", block.nodesPerEntry());
        }
        attributes(json, block.attributes());
    }

    private void set(EntitySet set) {
        json.field(EntityTables.entries(set.kind()), set.size());
        if (set.hasDistributionFactors()) {
            json.field("distributionFactors", set.distributionFactors().size());
        } else {
            json.absent("distributionFactors");
        }
        attributes(json, set.attributes());
    }

    private void assembly(Assembly assembly) {
        json.nonEmpty("memberKind", assembly.memberKind().map(EntityKind::key).orElse(""))
                .ids("memberIds", assembly.memberIds().stream())
                .ids("unknownMemberIds", unknown(assembly));
    }

    private LongStream unknown(Assembly assembly) {
        return assembly.memberIds().stream().filter(id -> assembly.memberKind()
                .flatMap(kind -> file.entities(kind).findId(id)).isEmpty());
    }

    /// Attributes of each entry: their names as stored, and what they are called where nothing is stored.
    static void attributes(Json json, EntryAttributes attributes) {
        json.objects("attributes", IntStream.range(0, attributes.size()).boxed().toList(),
                index -> json.nonEmpty("name", attributes.names().get(index))
                        .nonEmpty("label", attributes.labels().get(index)));
    }
}
