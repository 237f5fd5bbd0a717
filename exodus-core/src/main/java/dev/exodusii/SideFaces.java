package dev.exodusii;

import dev.exodusii.topology.Topology;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sides of a side set with their nodes, corners first, in the order of the tables of
/// [dev.exodusii.topology.Topology]; for a solid their right-hand rule points outwards.
///
/// An entry that names an element or a side that does not exist has no nodes. So has a side of an element whose shape
/// has no sides in the tables. For the k-th side of a polygon the nodes are its k-th and next one; for that of a
/// polyhedron those of its k-th face.
///
/// Safe for use by many threads.
public final class SideFaces {

    private final Mesh mesh;
    private final IntegerView elements;
    private final IntegerView sides;
    // Per block, made when first needed: asking a block anew for each side would make a view for each.
    private final @Nullable Lists[] lists;

    SideFaces(Mesh mesh, IntegerView elements, IntegerView sides) {
        this.mesh = mesh;
        this.elements = elements;
        this.sides = sides;
        this.lists = new Lists[mesh.elementBlocks().size()];
    }

    /// Returns the number of sides.
    public long size() {
        return elements.size();
    }

    /// Returns the block that a side's element lies in.
    ///
    /// @param entry the 0-based position in the side set
    /// @return the block, or nothing when there is no such element
    /// @throws IndexOutOfBoundsException when there is no such entry
    public Optional<ElementBlock> block(long entry) {
        int position = mesh.elementBlockOf(elements.get(entry) - 1);
        return position < 0 ? Optional.empty() : Optional.of(mesh.elementBlocks().get(position));
    }

    /// Returns the number of nodes of one side; 0 when the entry names nothing that exists.
    ///
    /// @param entry the 0-based position in the side set
    /// @return the number
    /// @throws IndexOutOfBoundsException when there is no such entry
    public int nodeCount(long entry) {
        long element = elements.get(entry) - 1;
        int position = mesh.elementBlockOf(element);
        return position < 0 ? 0 : lists(position).nodeCount(row(position, element), sides.get(entry) - 1);
    }

    /// Returns one node of one side.
    ///
    /// @param entry the 0-based position in the side set
    /// @param node  the 0-based position in the side
    /// @return the 0-based **index** of the node among the coordinates
    /// @throws IndexOutOfBoundsException when there is no such entry or the side has no such node
    public long nodeIndex(long entry, int node) {
        Objects.checkIndex(node, nodeCount(entry));
        long element = elements.get(entry) - 1;
        int position = mesh.elementBlockOf(element);
        return lists(position).nodeNumber(row(position, element), (int) sides.get(entry) - 1, node) - 1;
    }

    private long row(int position, long elementIndex) {
        return elementIndex - mesh.elementBlocks().get(position).firstIndex();
    }

    /// Returns the number of nodes of all sides together: how many distribution factors there should be.
    public long totalNodeCount() {
        long total = 0;
        for (long entry = 0; entry < size(); entry++) {
            total += nodeCount(entry);
        }
        return total;
    }

    private Lists lists(int position) {
        Lists known = lists[position];
        if (known == null) {
            known = Lists.of(mesh, mesh.elementBlocks().get(position));
            lists[position] = known;
        }
        return known;
    }

    /// The nodes of one block's elements in the form that its shape needs.
    private record Lists(Mesh mesh, Topology topology, @Nullable IntegerMatrix nodes, @Nullable JaggedView polygons,
            @Nullable JaggedView polyhedra) {

        static Lists of(Mesh mesh, ElementBlock block) {
            Topology topology = block.topology();
            return switch (topology.family()) {
                case NSIDED -> new Lists(mesh, topology, null, block.polygons(), null);
                case NFACED -> new Lists(mesh, topology, null, null, block.polyhedra());
                default -> new Lists(mesh, topology,
                        topology.sideCount() == 0 ? null : block.connectivity(), null, null);
            };
        }

        int nodeCount(long row, long side) {
            if (side < 0) {
                return 0;
            }
            if (polygons != null) {
                return side < polygons.lengths().get(row) ? 2 : 0;
            }
            if (polyhedra != null) {
                return side < polyhedra.lengths().get(row) ? Math.toIntExact(face(polyhedra, row, side).size()) : 0;
            }
            return nodes != null && side < topology.sideCount() ? topology.sideNodeCount((int) side) : 0;
        }

        long nodeNumber(long row, int side, int node) {
            if (polygons != null) {
                IntegerView corners = polygons.row(row);
                return corners.get((side + node) % corners.size());
            }
            if (polyhedra != null) {
                return face(polyhedra, row, side).get(node);
            }
            return Objects.requireNonNull(nodes).get(row, topology.sideNode(side, node));
        }

        private IntegerView face(JaggedView faces, long row, long side) {
            return mesh.nodesOfFace(faces.row(row).get(side) - 1);
        }
    }
}
