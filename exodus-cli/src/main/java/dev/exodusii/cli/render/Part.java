package dev.exodusii.cli.render;

import java.util.List;

/// Some nodes, and what is drawn between them.
///
/// The array is not copied: it must not change while it is drawn. What is drawn may name only nodes that are there; where it
/// names others, drawing fails with an [IndexOutOfBoundsException]. Nodes whose coordinates are not finite are left out with
/// all that hangs on them.
///
/// @param positions three coordinates for each node
/// @param faces     triangles
/// @param lines     line segments
/// @param points    points
/// @param lift      how much nearer everything is drawn than it is, in pixels: more than 0 for what lies on the faces of another
///                  part and is to be seen
public record Part(float[] positions, List<Faces> faces, List<Lines> lines, List<Points> points, double lift) {

    private static final int AXES = 3;

    /// Makes a part; the lists are copied.
    ///
    /// @throws IllegalArgumentException when there are too few colours or values
    public Part {
        faces = List.copyOf(faces);
        lines = List.copyOf(lines);
        points = List.copyOf(points);
        int nodes = positions.length / AXES;
        faces.forEach(each -> each.colouring.check(each.count(), nodes));
        lines.forEach(each -> each.colouring().check(each.count(), nodes));
        points.forEach(each -> each.colouring().check(each.count(), nodes));
    }

    /// Returns a part of triangles and their edges, which are drawn where they are.
    ///
    /// @param positions three coordinates for each node
    /// @param faces     the triangles
    /// @param lines     lines
    /// @return the part
    public static Part of(float[] positions, Faces faces, Lines... lines) {
        return new Part(positions, List.of(faces), List.of(lines), List.of(), 0);
    }

    /// Returns the number of nodes.
    public int nodeCount() {
        return positions.length / AXES;
    }
}
