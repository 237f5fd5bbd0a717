package dev.exodusii.cli.render;

import org.jspecify.annotations.Nullable;

/// A list of primitives of a part as it is drawn: one of the three is there.
///
/// @param vertices where its nodes are in the picture
/// @param faces    triangles
/// @param lines    lines
/// @param points   points
/// @param firstId  the id of its first primitive
/// @param lift     how much nearer it is drawn than it is, in units of length
/// @param bins     which bands each primitive is in
record Layer(Vertices vertices, @Nullable Faces faces, @Nullable Lines lines, @Nullable Points points, int firstId,
        double lift, Bins bins) {

    int count() {
        return faces != null ? faces.count() : lines != null ? lines.count() : points != null ? points.count() : 0;
    }
}
