package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The elements of one block as things to draw: their sides, or they themselves where they are flat, lines or points.
///
/// Immutable; what changes while elements are read is in [Pieces].
final class Cells {

    /// Stands for the side where an element is drawn itself.
    static final int NO_SIDE = -1;

    private final ElementBlock block;
    private final Topology topology;
    private final long nodeCount;
    private final @Nullable NodeRows rows;
    private final @Nullable JaggedView jagged;
    private final FaceNodes faceNodes;
    private final Polyhedra polyhedra;
    /// By side; null for a side that is not a face.
    private final @Nullable FaceShape[] shapes;
    /// A flat element itself.
    private final @Nullable FaceShape own;
    private final boolean withMidSideNodes;

    private Cells(ElementBlock block, long nodeCount, FaceNodes faceNodes, Polyhedra polyhedra, boolean withMidSideNodes) {
        this.block = block;
        this.topology = block.topology();
        this.nodeCount = nodeCount;
        this.faceNodes = faceNodes;
        this.polyhedra = polyhedra;
        this.withMidSideNodes = withMidSideNodes;
        this.jagged = switch (topology.family()) {
            case NSIDED -> block.polygons();
            case NFACED -> block.polyhedra();
            default -> null;
        };
        this.rows = jagged == null ? NodeRows.of(block, nodeCount) : null;
        this.shapes = new FaceShape[topology.sideCount()];
        for (int side = 0; side < shapes.length; side++) {
            if (topology.sideTopology(side).dimension() == 2) {
                shapes[side] = FaceShape.ofSide(topology, side, withMidSideNodes);
            }
        }
        boolean isFlat = topology.dimension() == 2 && jagged == null;
        this.own = isFlat ? FaceShape.ofElement(topology, withMidSideNodes) : null;
    }

    static Cells of(ElementBlock block, long nodeCount, FaceNodes faceNodes, Polyhedra polyhedra,
            boolean withMidSideNodes) {
        return new Cells(block, nodeCount, faceNodes, polyhedra, withMidSideNodes);
    }

    long firstElement() {
        return block.firstIndex();
    }

    boolean isSolid() {
        return topology.isSolid();
    }

    /// Adds a side of an element, as whatever it is: a face, a line or a point. One that does not exist adds nothing.
    ///
    /// @param entry what the side was asked for by, such as its place in a side set
    void addSide(int element, int side, int entry, Pieces to) {
        long row = element - block.firstIndex();
        if (side < 0) {
            return;
        }
        if (topology.family() == Family.NSIDED) {
            addPolygonSide(row, element, side, entry, to);
        } else if (topology.family() == Family.NFACED) {
            to.addPolygon(polyhedra.side(Objects.requireNonNull(jagged), row, side, faceNodes, to), element, side, entry);
        } else if (side < shapes.length) {
            FaceShape shape = shapes[side];
            if (shape != null) {
                addFace(shape, row, element, side, entry, to);
            } else if (topology.sideTopology(side).dimension() == 1) {
                addLine(topology.sideNodes(side), row, element, side, entry, to);
            } else {
                to.addPoint(rows().index(row, topology.sideNode(side, 0)), element, side, entry);
            }
        }
    }

    /// Adds an element that is not solid, as it is. One without a shape adds nothing.
    void addElement(int element, int entry, Pieces to) {
        long row = element - block.firstIndex();
        if (topology.family() == Family.NSIDED) {
            long[] corners = Objects.requireNonNull(jagged).row(row).toIndexes();
            to.addPolygon(FaceNodes.existing(corners, nodeCount), element, NO_SIDE, entry);
        } else if (own != null) {
            int side = shapes.length > 0 && shapes[0] != null ? 0 : NO_SIDE;
            addFace(own, row, element, side, entry, to);
        } else if (topology.dimension() == 1) {
            int[] nodes = new int[topology.nodeCount()];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = i;
            }
            addLine(nodes, row, element, NO_SIDE, entry, to);
        } else if (topology.family() == Family.SPHERE) {
            to.addPoint(rows().index(row, 0), element, NO_SIDE, entry);
        }
    }

    private void addPolygonSide(long row, int element, int side, int entry, Pieces to) {
        IntegerView corners = Objects.requireNonNull(jagged).row(row);
        if (side < corners.size()) {
            to.addSegment(index(corners.get(side)), index(corners.get((side + 1) % corners.size())), element, side, entry);
        }
    }

    private int index(long number) {
        return number < 1 || number > nodeCount ? -1 : (int) (number - 1);
    }

    private void addFace(FaceShape shape, long row, int element, int side, int entry, Pieces to) {
        if (!to.addShape(shape, rows(), row, element, side, entry)) {
            addDamaged(shape.outline(), row, element, side, entry, to);
        }
    }

    /// A face with nodes that are repeated, or between its corners that do not exist, is what is left without them.
    private void addDamaged(int[] outline, long row, int element, int side, int entry, Pieces to) {
        int[] left = new int[outline.length];
        int count = 0;
        for (int local : outline) {
            int node = rows().index(row, local);
            if (node >= 0) {
                left[count++] = node;
            } else if (local < topology.cornerCount()) {
                return;
            }
        }
        to.addPolygon(Arrays.copyOf(left, count), element, side, entry);
    }

    /// @param local the corners, then the nodes between them
    private void addLine(int[] local, long row, int element, int side, int entry, Pieces to) {
        int last = rows().index(row, local[0]);
        for (int i = 2; i < local.length && withMidSideNodes; i++) {
            int next = rows().index(row, local[i]);
            if (next >= 0) {
                to.addSegment(last, next, element, side, entry);
                last = next;
            }
        }
        to.addSegment(last, rows().index(row, local[1]), element, side, entry);
    }

    NodeRows rows() {
        return Objects.requireNonNull(rows);
    }

    int width() {
        return rows == null ? 0 : rows.width();
    }
}
