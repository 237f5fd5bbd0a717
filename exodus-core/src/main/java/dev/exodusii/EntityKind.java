package dev.exodusii;

import java.util.Locale;
import java.util.Optional;

/// The kinds of things that an Exodus file names, numbers and gives variables to.
///
/// The order and [#code()] are those of the reference library's entity types (`exodus-format` §2.13).
public enum EntityKind {
    /// A block of elements of one shape.
    ELEMENT_BLOCK(1, "element block", Convention.ELEMENT_BLOCK),
    /// A set of nodes.
    NODE_SET(2, "node set", Convention.NODE_SET),
    /// A set of sides of elements.
    SIDE_SET(3, "side set", Convention.SIDE_SET),
    /// A numbered map of the elements.
    ELEMENT_MAP(4, "element map", Convention.ELEMENT_MAP),
    /// A numbered map of the nodes.
    NODE_MAP(5, "node map", Convention.NODE_MAP),
    /// A block of edges.
    EDGE_BLOCK(6, "edge block", Convention.EDGE_BLOCK),
    /// A set of edges.
    EDGE_SET(7, "edge set", Convention.EDGE_SET),
    /// A block of faces.
    FACE_BLOCK(8, "face block", Convention.FACE_BLOCK),
    /// A set of faces.
    FACE_SET(9, "face set", Convention.FACE_SET),
    /// A set of elements.
    ELEMENT_SET(10, "element set", Convention.ELEMENT_SET),
    /// A numbered map of the edges.
    EDGE_MAP(11, "edge map", Convention.EDGE_MAP),
    /// A numbered map of the faces.
    FACE_MAP(12, "face map", Convention.FACE_MAP),
    /// The whole file: variables with one value at each step.
    GLOBAL(13, "global", Convention.GLOBAL),
    /// All nodes: variables with one value for each node.
    NODAL(14, "nodal", Convention.NODAL),
    /// The coordinates.
    COORDINATE(15, "coordinate", Convention.NONE),
    /// A named group of other entities.
    ASSEMBLY(16, "assembly", Convention.ASSEMBLY),
    /// A named lump of values that belong to no part of the mesh.
    BLOB(17, "blob", Convention.BLOB);

    private final int code;
    private final String label;
    private final Convention convention;

    EntityKind(int code, String label, Convention convention) {
        this.code = code;
        this.label = label;
        this.convention = convention;
    }

    /// Returns the number by which files refer to the kind, as in an assembly's `_type` attribute.
    public int code() {
        return code;
    }

    /// Returns the name for people, such as `side set`.
    public String label() {
        return label;
    }

    /// Returns the name for several of them, such as `side sets`.
    public String plural() {
        return this == ASSEMBLY ? "assemblies" : label + "s";
    }

    /// Returns the name for programs, such as `sideSet`: the key that `--json` uses.
    public String key() {
        String[] words = name().split("_", -1);
        String key = words[0].toLowerCase(Locale.ROOT);
        return words.length == 1 ? key
                : key + words[1].charAt(0) + words[1].substring(1).toLowerCase(Locale.ROOT);
    }

    /// Finds the kind with a code.
    ///
    /// @param code the number in the file
    /// @return the kind, or nothing when the number means none
    public static Optional<EntityKind> ofCode(long code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[(int) code - 1]) : Optional.empty();
    }

    /// Tells whether variables can belong to this kind.
    public boolean hasVariables() {
        return !convention.values().isEmpty();
    }

    /// Returns the names by which the kind is stored.
    public Convention convention() {
        return convention;
    }
}
