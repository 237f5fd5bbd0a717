package dev.exodusii.cli.render;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Triangles that are drawn with light and shade, from both sides.
///
/// Arrays are not copied: they must not change while they are drawn.
public final class Faces {

    private static final int CORNERS = 3;

    final int[] triangles;
    final Colouring colouring;
    final float @Nullable [] normals;

    private Faces(int[] triangles, Colouring colouring, float @Nullable [] normals) {
        this.triangles = Objects.requireNonNull(triangles);
        this.colouring = Objects.requireNonNull(colouring);
        this.normals = normals;
    }

    /// Returns flat triangles.
    ///
    /// @param triangles three 0-based indexes of nodes each
    /// @param colouring their colours
    /// @return the faces
    public static Faces flat(int[] triangles, Colouring colouring) {
        return new Faces(triangles, colouring, null);
    }

    /// Returns triangles that look curved.
    ///
    /// @param triangles three 0-based indexes of nodes each
    /// @param colouring their colours
    /// @param normals   nine floats for each triangle: the normals at its corners
    /// @return the faces
    public static Faces smooth(int[] triangles, Colouring colouring, float[] normals) {
        if (normals.length < triangles.length / CORNERS * CORNERS * CORNERS) {
            throw new IllegalArgumentException(normals.length + " floats are not the normals of " + triangles.length
                    + " corners");
        }
        return new Faces(triangles, colouring, normals);
    }

    /// Returns the number of triangles.
    public int count() {
        return triangles.length / CORNERS;
    }
}
