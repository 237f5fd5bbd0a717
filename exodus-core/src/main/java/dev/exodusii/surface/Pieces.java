package dev.exodusii.surface;

import dev.exodusii.surface.FaceShape.Tiling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Faces, lines and points that make up a surface, or a part of one, as they are collected; nodes are those of the mesh.
final class Pieces {

    /// The nodes of all faces: round each of them, then inside.
    final IntList faceNodes = new IntList(0);
    /// Where the nodes of each face end.
    final IntList faceEnds = new IntList(0);
    /// How many nodes are round each face.
    final IntList faceOutlines = new IntList(0);
    final IntList faceTilings = new IntList(0);
    final Origins faceOrigins = new Origins();
    /// Two nodes for each segment.
    final IntList lineNodes = new IntList(0);
    final Origins lineOrigins = new Origins();
    final IntList pointNodes = new IntList(0);
    final Origins pointOrigins = new Origins();

    /// What [Polyhedra] keeps from one side of a polyhedron to the next.
    Polyhedra.@Nullable Oriented lastPolyhedron;

    /// What something drawn comes from: element, side and entry of each.
    static final class Origins {
        final IntList elements = new IntList(0);
        final IntList sides = new IntList(0);
        final IntList entries = new IntList(0);

        void add(int element, int side, int entry) {
            elements.add(element);
            sides.add(side);
            entries.add(entry);
        }

        void addAll(Origins other) {
            elements.addAll(other.elements);
            sides.addAll(other.sides);
            entries.addAll(other.entries);
        }

        int size() {
            return elements.size();
        }
    }

    /// Adds a face of a known shape.
    ///
    /// @param rows the nodes of its block's elements
    /// @param row  which of them it belongs to
    /// @return whether all nodes exist and differ; otherwise nothing is added
    boolean addShape(FaceShape shape, NodeRows rows, long row, int element, int side, int entry) {
        int[] outline = shape.outline();
        int start = faceNodes.size();
        boolean isWhole = true;
        for (int i = 0; i < outline.length; i++) {
            int node = rows.index(row, outline[i]);
            isWhole &= node >= 0;
            for (int j = start; j < start + i; j++) {
                isWhole &= faceNodes.get(j) != node;
            }
            faceNodes.add(node);
        }
        for (int local : shape.inside()) {
            int node = rows.index(row, local);
            isWhole &= node >= 0;
            faceNodes.add(node);
        }
        if (isWhole) {
            endFace(shape.tiling(), outline.length, element, side, entry);
        } else {
            faceNodes.cutTo(start);
        }
        return isWhole;
    }

    private void endFace(Tiling tiling, int outline, int element, int side, int entry) {
        faceEnds.add(faceNodes.size());
        faceOutlines.add(outline);
        faceTilings.add(tiling.ordinal());
        faceOrigins.add(element, side, entry);
    }

    /// Adds a face by the nodes round it. Nodes that repeat the one before count once; what has less than three left is no
    /// face.
    void addPolygon(int[] nodes, int element, int side, int entry) {
        int start = faceNodes.size();
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] != nodes[i == 0 ? nodes.length - 1 : i - 1]) {
                faceNodes.add(nodes[i]);
            }
        }
        int count = faceNodes.size() - start;
        if (count < 3) {
            faceNodes.cutTo(start);
        } else {
            endFace(Tiling.POLYGON, count, element, side, entry);
        }
    }

    /// Adds a segment unless an end of it does not exist, or it has no length.
    void addSegment(int from, int to, int element, int side, int entry) {
        if (from >= 0 && to >= 0 && from != to) {
            lineNodes.add(from);
            lineNodes.add(to);
            lineOrigins.add(element, side, entry);
        }
    }

    void addPoint(int node, int element, int side, int entry) {
        if (node >= 0) {
            pointNodes.add(node);
            pointOrigins.add(element, side, entry);
        }
    }

    static Pieces join(List<Pieces> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Pieces all = new Pieces();
        for (Pieces part : parts) {
            int start = all.faceNodes.size();
            all.faceNodes.addAll(part.faceNodes);
            for (int i = 0; i < part.faceEnds.size(); i++) {
                all.faceEnds.add(start + part.faceEnds.get(i));
            }
            all.faceOutlines.addAll(part.faceOutlines);
            all.faceTilings.addAll(part.faceTilings);
            all.faceOrigins.addAll(part.faceOrigins);
            all.lineNodes.addAll(part.lineNodes);
            all.lineOrigins.addAll(part.lineOrigins);
            all.pointNodes.addAll(part.pointNodes);
            all.pointOrigins.addAll(part.pointOrigins);
        }
        return all;
    }
}
