package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.topology.TopologyMatch;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topologies;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A block of elements, edges or faces of one shape that is to be written.
///
/// @param kind          `ELEMENT_BLOCK`, `EDGE_BLOCK` or `FACE_BLOCK`
/// @param id            the id, different from those of all other blocks of the kind
/// @param name          the name; empty where there is none
/// @param elementType   the shape as the file spells it, such as `HEX8`; at most 32 bytes
/// @param size          the number of elements, edges or faces; 0 makes it a placeholder
/// @param nodesPerEntry the number of nodes of each; 0 where they have none or differ in it
/// @param edgesPerEntry the number of edges of each element that are told; mostly 0
/// @param facesPerEntry the number of faces of each element that are told; mostly 0
/// @param listLength    of polygons and polyhedra: the number of nodes or faces of all of them together
/// @param attributes    one name, which may be empty, for each attribute that the entries have
/// @param metadata      attributes on the block as a whole
public record BlockDefinition(EntityKind kind, long id, String name, String elementType, long size, long nodesPerEntry,
        long edgesPerEntry, long facesPerEntry, long listLength, List<String> attributes,
        List<AttributeDefinition> metadata) implements EntityDefinition {

    private static final int MOST_NODES = 64;

    /// Makes the block; the lists are copied.
    ///
    /// @throws IllegalArgumentException when the kind is not one of blocks or a number is negative
    public BlockDefinition {
        Rules.require(kind == EntityKind.ELEMENT_BLOCK || kind == EntityKind.EDGE_BLOCK || kind == EntityKind.FACE_BLOCK,
                kind, id, "is no block");
        Rules.require(LongStream.of(size, nodesPerEntry, edgesPerEntry, facesPerEntry, listLength)
                .allMatch(count -> count >= 0), kind, id, "has a negative number of something");
        attributes = List.copyOf(attributes);
        metadata = List.copyOf(metadata);
    }

    /// Makes a block of which each entry has the number of nodes that its type tells, such as 8 for `HEX8` and for `HEX`.
    ///
    /// @param kind        `ELEMENT_BLOCK`, `EDGE_BLOCK` or `FACE_BLOCK`
    /// @param id          the id
    /// @param elementType the shape
    /// @param size        the number of elements, edges or faces
    /// @return the block; where the type tells no number of nodes, [#withNodesPerEntry] must
    public static BlockDefinition of(EntityKind kind, long id, String elementType, long size) {
        return new BlockDefinition(kind, id, "", elementType, size, nodesOf(elementType), 0, 0, 0, List.of(), List.of());
    }

    /// Makes a block of polygons, which differ in their number of nodes.
    ///
    /// @param kind       `ELEMENT_BLOCK` or `FACE_BLOCK`
    /// @param id         the id
    /// @param size       the number of polygons
    /// @param listLength the number of nodes of all polygons together
    /// @return the block, of type `nsided`
    public static BlockDefinition polygons(EntityKind kind, long id, long size, long listLength) {
        return new BlockDefinition(kind, id, "", "nsided", size, 0, 0, 0, listLength, List.of(), List.of());
    }

    /// Makes a block of polyhedra, which are made of the faces in face blocks.
    ///
    /// @param id         the id
    /// @param size       the number of polyhedra
    /// @param listLength the number of faces of all polyhedra together
    /// @return the block, of type `nfaced`
    public static BlockDefinition polyhedra(long id, long size, long listLength) {
        return new BlockDefinition(EntityKind.ELEMENT_BLOCK, id, "", "nfaced", size, 0, 0, 0, listLength, List.of(),
                List.of());
    }

    /// Makes a block without entries, as the parts of a decomposed mesh have them to keep the numbering the same.
    ///
    /// @param kind `ELEMENT_BLOCK`, `EDGE_BLOCK` or `FACE_BLOCK`
    /// @param id   the id
    /// @return the block
    public static BlockDefinition placeholder(EntityKind kind, long id) {
        return new BlockDefinition(kind, id, "", "NULL", 0, 0, 0, 0, 0, List.of(), List.of());
    }

    /// The fewest nodes with which the type is that shape and no other.
    private static long nodesOf(String elementType) {
        return LongStream.rangeClosed(1, MOST_NODES).filter(nodes -> LongStream.of(3, 2, 1).anyMatch(dimension -> {
            TopologyMatch match = Topologies.resolve(elementType, (int) dimension, nodes);
            return !match.guessed() && match.remark().isEmpty() && match.topology().nodeCount() == nodes;
        })).findFirst().orElse(0);
    }

    /// Returns the block with another name.
    ///
    /// @param newName the name
    /// @return the altered copy
    public BlockDefinition withName(String newName) {
        return new BlockDefinition(kind, id, newName, elementType, size, nodesPerEntry, edgesPerEntry, facesPerEntry,
                listLength, attributes, metadata);
    }

    /// Returns the block with another id.
    ///
    /// @param newId the id
    /// @return the altered copy
    public BlockDefinition withId(long newId) {
        return new BlockDefinition(kind, newId, name, elementType, size, nodesPerEntry, edgesPerEntry, facesPerEntry,
                listLength, attributes, metadata);
    }

    /// Returns the block with another number of entries.
    ///
    /// @param newSize the number of elements, edges or faces
    /// @return the altered copy
    public BlockDefinition withSize(long newSize) {
        return new BlockDefinition(kind, id, name, elementType, newSize, nodesPerEntry, edgesPerEntry, facesPerEntry,
                listLength, attributes, metadata);
    }

    /// Returns the block with another number of nodes for each entry.
    ///
    /// @param nodes the number of nodes
    /// @return the altered copy
    public BlockDefinition withNodesPerEntry(long nodes) {
        return new BlockDefinition(kind, id, name, elementType, size, nodes, edgesPerEntry, facesPerEntry, listLength,
                attributes, metadata);
    }

    /// Returns an element block that also tells which edges and faces each element has.
    ///
    /// @param edges the number of edges of each element, 0 to leave them out
    /// @param faces the number of faces of each element, 0 to leave them out
    /// @return the altered copy
    public BlockDefinition withEdgesAndFaces(long edges, long faces) {
        return new BlockDefinition(kind, id, name, elementType, size, nodesPerEntry, edges, faces, listLength,
                attributes, metadata);
    }

    /// Returns the block with attributes for each entry, such as `thickness`.
    ///
    /// @param names their names
    /// @return the altered copy
    public BlockDefinition withAttributes(String... names) {
        return new BlockDefinition(kind, id, name, elementType, size, nodesPerEntry, edgesPerEntry, facesPerEntry,
                listLength, List.of(names), metadata);
    }

    /// Returns the block with attributes on it as a whole.
    ///
    /// @param newMetadata the attributes
    /// @return the altered copy
    public BlockDefinition withMetadata(List<AttributeDefinition> newMetadata) {
        return new BlockDefinition(kind, id, name, elementType, size, nodesPerEntry, edgesPerEntry, facesPerEntry,
                listLength, attributes, newMetadata);
    }

    @Override
    public boolean isNull() {
        return size == 0;
    }

    /// Tells whether it holds polygons: entries that differ in their number of nodes. Edges are none, whatever they are
    /// called.
    public boolean isPolygonal() {
        return family() == Family.NSIDED && kind != EntityKind.EDGE_BLOCK
                || family() == Family.NFACED && kind == EntityKind.FACE_BLOCK;
    }

    /// Tells whether it holds polyhedra: elements that are made of faces in face blocks.
    public boolean isPolyhedral() {
        return family() == Family.NFACED && kind == EntityKind.ELEMENT_BLOCK;
    }

    boolean isJagged() {
        return isPolygonal() || isPolyhedral();
    }

    private @Nullable Family family() {
        return Topologies.resolve(elementType, 3, nodesPerEntry).topology().family();
    }
}
