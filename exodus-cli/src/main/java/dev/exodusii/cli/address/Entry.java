package dev.exodusii.cli.address;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What a mesh is made of, each with an id of its own: nodes, elements, edges and faces.
public enum Entry {
    /// Nodes.
    NODE,
    /// Elements, over all element blocks.
    ELEMENT,
    /// Edges, over all edge blocks.
    EDGE,
    /// Faces, over all face blocks.
    FACE;

    /// Returns the word for one of them, such as `node`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the word in addresses, such as `elem`.
    public String word() {
        return this == ELEMENT ? "elem" : label();
    }

    /// Returns the ids of all of them.
    ///
    /// @param file the file
    /// @return the ids, by 0-based index
    public IdMap ids(ExodusFile file) {
        return switch (this) {
            case NODE -> file.nodeIds();
            case ELEMENT -> file.elementIds();
            case EDGE -> file.edgeIds();
            case FACE -> file.faceIds();
        };
    }

    /// Returns the kind of block whose entries they are; nodes are in none.
    public Optional<EntityKind> blockKind() {
        return switch (this) {
            case NODE -> Optional.empty();
            case ELEMENT -> Optional.of(EntityKind.ELEMENT_BLOCK);
            case EDGE -> Optional.of(EntityKind.EDGE_BLOCK);
            case FACE -> Optional.of(EntityKind.FACE_BLOCK);
        };
    }

    /// Finds the entries that a kind of block or set consists of.
    ///
    /// @param kind a kind of entity
    /// @return the entries; nothing for side sets, maps and what has no entries in the mesh
    public static Optional<Entry> of(EntityKind kind) {
        return switch (kind) {
            case NODAL, NODE_SET, NODE_MAP -> Optional.of(NODE);
            case ELEMENT_BLOCK, ELEMENT_SET, ELEMENT_MAP -> Optional.of(ELEMENT);
            case EDGE_BLOCK, EDGE_SET, EDGE_MAP -> Optional.of(EDGE);
            case FACE_BLOCK, FACE_SET, FACE_MAP -> Optional.of(FACE);
            case SIDE_SET, GLOBAL, COORDINATE, ASSEMBLY, BLOB -> Optional.empty();
        };
    }

    /// Finds the entry of a word in an address.
    static Optional<Entry> ofWord(String word) {
        return switch (word) {
            case "node", "n" -> Optional.of(NODE);
            case "elem", "element", "e" -> Optional.of(ELEMENT);
            case "edge" -> Optional.of(EDGE);
            case "face" -> Optional.of(FACE);
            default -> Optional.empty();
        };
    }

    /// Finds the index that an address names.
    ///
    /// @param file the file
    /// @param text an id, or `#` and a 0-based index
    /// @return the 0-based index
    /// @throws AbsentException when the file has no such entry
    public long index(ExodusFile file, String text) {
        IdMap ids = ids(file);
        if (ids.size() == 0) {
            throw AbsentException.of("NO_SUCH_ENTRY", "there is no " + label() + " " + text, "the file has no "
                    + label() + "s at all");
        }
        boolean isIndex = text.startsWith("#");
        long number = Words.integer(isIndex ? text.substring(1) : text, word() + ":" + text,
                word() + ":471 is the " + label() + " with id 471, " + word() + ":#470 the one with 0-based index 470");
        if (isIndex) {
            if (number < 0 || number >= ids.size()) {
                throw AbsentException.of("NO_SUCH_ENTRY", "there is no " + label() + " with index " + number,
                        "indexes are 0 to " + (ids.size() - 1));
            }
            return number;
        }
        OptionalLong index = ids.indexOf(number);
        if (index.isEmpty()) {
            String range = ids.stored().isPresent()
                    ? "its " + ids.size() + " " + label() + "s have ids " + ids.stored().get().minMax().min() + " to "
                            + ids.stored().get().minMax().max()
                    : "ids are 1 to " + ids.size();
            throw AbsentException.of("NO_SUCH_ENTRY", "there is no " + label() + " with id " + number, range);
        }
        return index.getAsLong();
    }
}
