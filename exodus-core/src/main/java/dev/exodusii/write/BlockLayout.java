package dev.exodusii.write;

import dev.exodusii.Convention;
import dev.exodusii.EntityKind;
import java.util.List;

/// Lays out the blocks of one kind (`exodus-format` §2.8).
final class BlockLayout {

    private final ExodusLayout layout;
    private final DefinitionState state;

    BlockLayout(ExodusLayout layout, DefinitionState state) {
        this.layout = layout;
        this.state = state;
    }

    void define(EntityKind kind) {
        List<EntityDefinition> all = state.entities(kind);
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isNull()) {
                define((BlockDefinition) all.get(i), Integer.toString(i + 1));
            }
        }
    }

    private void define(BlockDefinition block, String number) {
        Convention names = block.kind().convention();
        String size = names.size() + number;
        String nodes = nodesPerEntry(block.kind()) + number;
        String edges = "num_edg_per_el" + number;
        String faces = "num_fac_per_el" + number;
        layout.dimension(size, block.size());
        dimension(nodes, block.isPolygonal() ? block.listLength() : block.nodesPerEntry());
        dimension(edges, block.edgesPerEntry());
        dimension(faces, block.isPolyhedral() ? block.listLength() : block.facesPerEntry());
        layout.entryAttributes(names, number, size, block.attributes());
        if (block.isJagged()) {
            Rules.require(block.listLength() > 0, block.label(), "has " + block.size() + (block.isPolyhedral()
                    ? " polyhedra without faces" : " polygons without nodes"));
            String list = listName(block) + number;
            layout.variable(list, state.bulkType(), List.of(block.isPolyhedral() ? faces : nodes),
                    StoredText.attribute("elem_type", block.elementType()));
            layout.metadata(list, block.metadata());
            layout.variable(countsName(block.kind()) + number, state.bulkType(), List.of(size),
                    StoredText.attribute("entity_type1", block.isPolyhedral() ? "FACE" : "NODE"),
                    StoredText.attribute("entity_type2", block.kind() == EntityKind.FACE_BLOCK ? "FACE" : "ELEM"));
            return;
        }
        if (block.nodesPerEntry() > 0) {
            layout.variable(names.entries() + number, state.bulkType(), List.of(size, nodes),
                    StoredText.attribute("elem_type", block.elementType()));
            layout.metadata(names.entries() + number, block.metadata());
        }
        if (block.edgesPerEntry() > 0) {
            layout.variable("edgconn" + number, state.bulkType(), List.of(size, edges));
        }
        if (block.facesPerEntry() > 0) {
            layout.variable("facconn" + number, state.bulkType(), List.of(size, faces));
        }
    }

    private void dimension(String name, long length) {
        if (length > 0) {
            layout.dimension(name, length);
        }
    }

    private static String nodesPerEntry(EntityKind kind) {
        return switch (kind) {
            case EDGE_BLOCK -> "num_nod_per_ed";
            case FACE_BLOCK -> "num_nod_per_fa";
            default -> "num_nod_per_el";
        };
    }

    /// Returns the variable with the nodes of polygons or the faces of polyhedra, without its number.
    static String listName(BlockDefinition block) {
        return block.isPolyhedral() ? "facconn" : block.kind().convention().entries();
    }

    /// Returns the variable with the lengths of polygons or polyhedra, without its number.
    static String countsName(EntityKind kind) {
        return kind == EntityKind.FACE_BLOCK ? "fbepecnt" : "ebepecnt";
    }
}
