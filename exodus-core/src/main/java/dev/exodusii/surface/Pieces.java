package dev.exodusii.surface;

import dev.exodusii.surface.FaceShape.Tiling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Faces, lines and points that make up a surface, or a part of one, as they are collected; nodes are those of the mesh.
final class Pieces {

    /// Node indexes that are read at a time where elements follow one another.
    private static final int INDEXES_AT_A_TIME = 256;

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

    // Rows that were read last: the sides of an element follow one another, and so do many elements.
    private int[] rows = new int[0];
    private long firstRow;
    private int rowCount;
    private int rowStart;
    private @Nullable Cells rowsOf;
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

    /// Reads a row; its node indexes begin at [#rowStart] of what is returned, until the next call. They are -1 for nodes
    /// that do not exist.
    int[] rows(Cells cells, long row) {
        int width = cells.width();
        if (rowsOf != cells || row < firstRow || row >= firstRow + rowCount) {
            NodeRows source = cells.rows();
            boolean isNext = rowsOf == cells && row == firstRow + rowCount;
            long wanted = isNext ? Math.max(1, Math.min(2L * rowCount, INDEXES_AT_A_TIME / width)) : 1;
            rowsOf = cells;
            firstRow = row;
            rowCount = (int) Math.min(wanted, source.size() - row);
            if (rows.length < rowCount * width) {
                rows = new int[rowCount * width];
            }
            source.readIndexes(row, rowCount, rows);
        }
        rowStart = (int) (row - firstRow) * width;
        return rows;
    }

    /// Returns where the row begins that was asked for last.
    int rowStart() {
        return rowStart;
    }

    int node(Cells cells, long row, int local) {
        return rows(cells, row)[rowStart + local];
    }

    /// Adds a face of a known shape.
    ///
    /// @param nodes the nodes of its element
    /// @param at    where they begin
    /// @return whether all nodes exist and differ; otherwise nothing is added
    boolean addShape(FaceShape shape, int[] nodes, int at, int element, int side, int entry) {
        int[] outline = shape.outline();
        int start = faceNodes.size();
        boolean isWhole = true;
        for (int i = 0; i < outline.length; i++) {
            int node = nodes[at + outline[i]];
            isWhole &= node >= 0;
            for (int j = 0; j < i; j++) {
                isWhole &= nodes[at + outline[j]] != node;
            }
            faceNodes.add(node);
        }
        for (int local : shape.inside()) {
            isWhole &= nodes[at + local] >= 0;
            faceNodes.add(nodes[at + local]);
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
