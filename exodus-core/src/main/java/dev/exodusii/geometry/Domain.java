package dev.exodusii.geometry;

import dev.exodusii.topology.Family;
import java.util.Optional;

/// What natural coordinates an element's inside has.
enum Domain {
    /// -1 to 1.
    LINE(new double[][] {{-1, 0, 0}, {1, 0, 0}}, new double[] {0, 0, 0}),
    /// r, s and 1 - r - s from 0 to 1.
    TRIANGLE(new double[][] {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}, new double[] {1 / 3.0, 1 / 3.0, 0}),
    /// -1 to 1 each.
    SQUARE(new double[][] {{-1, -1, 0}, {1, -1, 0}, {1, 1, 0}, {-1, 1, 0}}, new double[] {0, 0, 0}),
    /// r, s, t and 1 - r - s - t from 0 to 1.
    TETRAHEDRON(new double[][] {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new double[] {0.25, 0.25, 0.25}),
    /// t from 0 to 1; r and s from t - 1 to 1 - t.
    PYRAMID(new double[][] {{-1, -1, 0}, {1, -1, 0}, {1, 1, 0}, {-1, 1, 0}, {0, 0, 1}}, new double[] {0, 0, 0.25}),
    /// A triangle in r and s; t from -1 to 1.
    WEDGE(new double[][] {{0, 0, -1}, {1, 0, -1}, {0, 1, -1}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1}},
            new double[] {1 / 3.0, 1 / 3.0, 0}),
    /// -1 to 1 each.
    CUBE(new double[][] {{-1, -1, -1}, {1, -1, -1}, {1, 1, -1}, {-1, 1, -1}, {-1, -1, 1}, {1, -1, 1}, {1, 1, 1},
        {-1, 1, 1}}, new double[] {0, 0, 0});

    private final double[][] corners;
    private final double[] centre;

    Domain(double[][] corners, double[] centre) {
        this.corners = corners;
        this.centre = centre;
    }

    static Optional<Domain> of(Family family) {
        return Optional.ofNullable(switch (family) {
            case BEAM, BAR, SPRING, SHELL_LINE -> LINE;
            case TRI, TRISHELL -> TRIANGLE;
            case QUAD, SHELL -> SQUARE;
            case TET -> TETRAHEDRON;
            case PYRAMID -> PYRAMID;
            case WEDGE -> WEDGE;
            case HEX -> CUBE;
            case SPHERE, NSIDED, NFACED, SUPER, BEZIER, NULL, UNKNOWN -> null;
        });
    }

    int dimension() {
        return switch (this) {
            case LINE -> 1;
            case TRIANGLE, SQUARE -> 2;
            case TETRAHEDRON, PYRAMID, WEDGE, CUBE -> 3;
        };
    }

    double[] corner(int index) {
        return corners[index].clone();
    }

    double[] centre() {
        return centre.clone();
    }

    /// How far outside a point is, in natural coordinates; 0 or less inside.
    double excess(double r, double s, double t) {
        return switch (this) {
            case LINE -> Math.abs(r) - 1;
            case TRIANGLE -> triangle(r, s);
            case SQUARE -> Math.max(Math.abs(r), Math.abs(s)) - 1;
            case TETRAHEDRON -> Math.max(Math.max(-r, -s), Math.max(-t, r + s + t - 1));
            case PYRAMID -> Math.max(-t, Math.max(Math.abs(r), Math.abs(s)) + t - 1);
            case WEDGE -> Math.max(triangle(r, s), Math.abs(t) - 1);
            case CUBE -> Math.max(Math.max(Math.abs(r), Math.abs(s)), Math.abs(t)) - 1;
        };
    }

    private static double triangle(double r, double s) {
        return Math.max(Math.max(-r, -s), r + s - 1);
    }
}
