package dev.exodusii.compare;

import dev.exodusii.EntityKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the values that are compared belong to, in the order in which kinds are compared.
public enum ComparedKind {
    /// Global variables.
    GLOBAL("global", "Global", EntityKind.GLOBAL),
    /// Nodal variables.
    NODAL("nodal", "Nodal", EntityKind.NODAL),
    /// Variables of element blocks.
    ELEMENT("element", "Element", EntityKind.ELEMENT_BLOCK),
    /// Attributes of element blocks, which do not change in time.
    ELEMENT_ATTRIBUTE("element attribute", "Element Attribute", null),
    /// Variables of node sets.
    NODE_SET("nodeset", "Nodeset", EntityKind.NODE_SET),
    /// Variables of side sets.
    SIDE_SET("sideset", "Sideset", EntityKind.SIDE_SET),
    /// Variables of edge blocks.
    EDGE_BLOCK("edgeblock", "Edgeblock", EntityKind.EDGE_BLOCK),
    /// Variables of face blocks.
    FACE_BLOCK("faceblock", "Faceblock", EntityKind.FACE_BLOCK);

    private final String label;
    private final String title;
    private final @Nullable EntityKind entityKind;

    ComparedKind(String label, String title, @Nullable EntityKind entityKind) {
        this.label = label;
        this.title = title;
        this.entityKind = entityKind;
    }

    /// Returns the word for it within a sentence.
    public String label() {
        return label;
    }

    /// Returns the word for it at the start of a line.
    public String title() {
        return title;
    }

    /// Returns the kind of entity that has the variables; attributes are of none of them.
    public Optional<EntityKind> entityKind() {
        return Optional.ofNullable(entityKind);
    }
}
