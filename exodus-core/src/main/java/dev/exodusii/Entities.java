package dev.exodusii;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.netcdf.Attribute;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All entities of a file, made once when it is opened.
final class Entities {

    private final Storage storage;
    private final Storage reporting;
    private final Variables variables;
    private final Map<EntityKind, EntityList<? extends Entity>> lists = new EnumMap<>(EntityKind.class);

    final EntityList<ElementBlock> elementBlocks;
    final EntityList<EdgeBlock> edgeBlocks;
    final EntityList<FaceBlock> faceBlocks;
    final EntityList<NodeSet> nodeSets;
    final EntityList<EdgeSet> edgeSets;
    final EntityList<FaceSet> faceSets;
    final EntityList<SideSet> sideSets;
    final EntityList<ElementSet> elementSets;
    final EntityList<NumberMap> nodeMaps;
    final EntityList<NumberMap> edgeMaps;
    final EntityList<NumberMap> faceMaps;
    final EntityList<NumberMap> elementMaps;
    final EntityList<Assembly> assemblies;
    final EntityList<Blob> blobs;

    Entities(Storage storage, Storage reporting, Variables variables, Map<EntityKind, List<EntityHeader>> headers) {
        this.storage = storage;
        this.reporting = reporting;
        this.variables = variables;
        elementBlocks = blocks(headers, EntityKind.ELEMENT_BLOCK, ElementBlock::new);
        edgeBlocks = blocks(headers, EntityKind.EDGE_BLOCK, EdgeBlock::new);
        faceBlocks = blocks(headers, EntityKind.FACE_BLOCK, FaceBlock::new);
        Mesh mesh = new Mesh(elementBlocks, faceBlocks);
        nodeSets = list(headers, EntityKind.NODE_SET, entity -> new NodeSet(entity, entity.header().size()));
        edgeSets = list(headers, EntityKind.EDGE_SET, entity -> new EdgeSet(entity, entity.header().size()));
        faceSets = list(headers, EntityKind.FACE_SET, entity -> new FaceSet(entity, entity.header().size()));
        sideSets = list(headers, EntityKind.SIDE_SET, entity -> new SideSet(entity, entity.header().size(), mesh));
        elementSets = list(headers, EntityKind.ELEMENT_SET, entity -> new ElementSet(entity, entity.header().size()));
        nodeMaps = maps(headers, EntityKind.NODE_MAP, "num_nodes");
        edgeMaps = maps(headers, EntityKind.EDGE_MAP, "num_edge");
        faceMaps = maps(headers, EntityKind.FACE_MAP, "num_face");
        elementMaps = maps(headers, EntityKind.ELEMENT_MAP, "num_elem");
        blobs = list(headers, EntityKind.BLOB, entity -> new Blob(entity, entity.header().size()));
        assemblies = list(headers, EntityKind.ASSEMBLY, this::assembly);
    }

    EntityList<? extends Entity> of(EntityKind kind) {
        EntityList<? extends Entity> list = lists.get(kind);
        return list == null ? new EntityList<Blob>(kind, List.of()) : list;
    }

    private <E extends Entity> EntityList<E> list(Map<EntityKind, List<EntityHeader>> headers, EntityKind kind,
            Function<EntityRecord, E> make) {
        EntityFamily family = new EntityFamily(storage, variables, kind);
        List<EntityHeader> own = headers.getOrDefault(kind, List.of());
        List<E> entities = new ArrayList<>(own.size());
        for (EntityHeader header : own) {
            entities.add(make.apply(new EntityRecord(family, header)));
        }
        EntityList<E> list = new EntityList<>(kind, entities);
        lists.put(kind, list);
        return list;
    }

    private <B extends Block> EntityList<B> blocks(Map<EntityKind, List<EntityHeader>> headers, EntityKind kind,
            BlockMaker<B> maker) {
        long[] firstIndex = {0};
        return list(headers, kind, entity -> {
            B block = maker.make(entity, countable(entity, firstIndex[0]), firstIndex[0]);
            firstIndex[0] += block.size();
            return block;
        });
    }

    /// Entries beyond what a long counts are in no file, and sums of sizes need not be checked any more.
    private long countable(EntityRecord entity, long firstIndex) {
        long size = entity.header().size();
        if (size <= Long.MAX_VALUE - firstIndex) {
            return size;
        }
        reporting.report(Severity.ERROR, FindingCode.COUNT_MISMATCH,
                entity.numbered(entity.convention().size()), "declares " + size
                        + " entries, with those of the blocks before it more than can be counted; the block is left empty");
        return 0;
    }

    private EntityList<NumberMap> maps(Map<EntityKind, List<EntityHeader>> headers, EntityKind kind,
            String sizeDimension) {
        long size = storage.length(sizeDimension);
        return list(headers, kind, entity -> new NumberMap(entity, size));
    }

    private Assembly assembly(EntityRecord entity) {
        String host = entity.numbered(entity.convention().entries());
        Optional<EntityKind> memberKind = storage.variable(host).flatMap(stored -> stored.attribute("_type"))
                .map(Attribute::integer).filter(code -> code.isPresent())
                .flatMap(code -> EntityKind.ofCode(code.getAsLong()));
        return new Assembly(entity, memberKind, storage.integers(host).orElseGet(Empty::integers), this::of);
    }

    /// How a block is made.
    @FunctionalInterface
    private interface BlockMaker<B> {
        B make(EntityRecord entity, long size, long firstIndex);
    }
}
