package dev.exodusii.cli.render;

/// Points, drawn as balls.
///
/// Arrays are not copied: they must not change while they are drawn.
///
/// @param nodes     a 0-based index of a node each
/// @param colouring their colours
/// @param radii     how large each ball is, in units of the coordinates; NaN or nothing at all where that is not known
/// @param smallest  how large balls are drawn at least: the radius in pixels of the picture
public record Points(int[] nodes, Colouring colouring, float[] radii, double smallest) {

    /// Returns points that are equally large.
    ///
    /// @param nodes     a 0-based index of a node each
    /// @param colouring their colours
    /// @param radius    in pixels of the picture
    /// @return the points
    public static Points of(int[] nodes, Colouring colouring, double radius) {
        return new Points(nodes, colouring, new float[0], radius);
    }

    /// Returns how many there are.
    public int count() {
        return nodes.length;
    }

    double radius(int point) {
        double radius = point < radii.length ? radii[point] : 0;
        return radius > 0 && radius < Float.POSITIVE_INFINITY ? radius : 0;
    }

}
