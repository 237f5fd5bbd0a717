package dev.exodusii.cli.render;

/// How primitives get their colours: all the same one, one for each, or from values of primitives or nodes.
///
/// Arrays are not copied: they must not change while they are drawn.
public final class Colouring {

    enum Kind { SOLID, EACH, PRIMITIVE_VALUES, NODE_VALUES }

    private static final int[] NO_COLOURS = {};
    private static final float[] NO_VALUES = {};

    final Kind kind;
    final int colour;
    final int[] colours;
    final float[] values;

    private Colouring(Kind kind, int colour, int[] colours, float[] values) {
        this.kind = kind;
        this.colour = colour;
        this.colours = colours;
        this.values = values;
    }

    /// All of one colour.
    ///
    /// @param rgb red, green and blue of 8 bits each
    /// @return the colouring
    public static Colouring solid(int rgb) {
        return new Colouring(Kind.SOLID, rgb & 0xffffff, NO_COLOURS, NO_VALUES);
    }

    /// Each primitive of its own colour.
    ///
    /// @param rgb red, green and blue of 8 bits each, for each triangle, line or point
    /// @return the colouring
    public static Colouring each(int[] rgb) {
        return new Colouring(Kind.EACH, 0, rgb, NO_VALUES);
    }

    /// Each primitive of the colour of its value.
    ///
    /// @param values for each triangle, line or point; NaN where there is none
    /// @return the colouring
    public static Colouring ofPrimitives(float[] values) {
        return new Colouring(Kind.PRIMITIVE_VALUES, 0, NO_COLOURS, values);
    }

    /// Each pixel of the colour of the value there, interpolated between nodes.
    ///
    /// @param values for each node; a primitive with a NaN among its nodes is drawn as one without a value
    /// @return the colouring
    public static Colouring ofNodes(float[] values) {
        return new Colouring(Kind.NODE_VALUES, 0, NO_COLOURS, values);
    }

    void check(int primitives, int nodes) {
        int has = switch (kind) {
            case SOLID -> Integer.MAX_VALUE;
            case EACH -> colours.length;
            case PRIMITIVE_VALUES, NODE_VALUES -> values.length;
        };
        int needed = kind == Kind.NODE_VALUES ? nodes : primitives;
        if (has < needed) {
            throw new IllegalArgumentException(needed + " colours or values are needed, not " + has);
        }
    }

    /// The colour of a primitive that has one of its own.
    int plain(int primitive, Painter painter) {
        return switch (kind) {
            case SOLID -> colour;
            case EACH -> colours[primitive];
            case PRIMITIVE_VALUES -> painter.colour(values[primitive]);
            case NODE_VALUES -> ColourScale.NO_VALUE;
        };
    }
}
