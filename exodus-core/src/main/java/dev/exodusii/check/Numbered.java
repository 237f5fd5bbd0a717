package dev.exodusii.check;

import dev.exodusii.Block;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;

/// Calls nodes, edges, faces and elements by their number, and by the user's id where that is another one.
record Numbered(String noun, IdMap ids) {

    static Numbered nodes(ExodusFile file) {
        return new Numbered("node", file.nodeIds());
    }

    /// What a block consists of.
    static Numbered entries(ExodusFile file, Block block) {
        return switch (block.kind()) {
            case EDGE_BLOCK -> new Numbered("edge", file.edgeIds());
            case FACE_BLOCK -> new Numbered("face", file.faceIds());
            default -> new Numbered("element", file.elementIds());
        };
    }

    /// What a set selects; sides are those of elements.
    static Numbered members(ExodusFile file, EntityKind set) {
        return switch (set) {
            case NODE_SET -> nodes(file);
            case EDGE_SET -> new Numbered("edge", file.edgeIds());
            case FACE_SET -> new Numbered("face", file.faceIds());
            default -> new Numbered("element", file.elementIds());
        };
    }

    String name(long index) {
        long id = ids.idOrNumber(index);
        return noun + " " + (index + 1) + (id == index + 1 ? "" : " (id " + id + ")");
    }
}
