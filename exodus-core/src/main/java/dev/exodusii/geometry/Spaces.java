package dev.exodusii.geometry;

import static dev.exodusii.geometry.Polynomial.ONE;
import static dev.exodusii.geometry.Polynomial.R;
import static dev.exodusii.geometry.Polynomial.S;
import static dev.exodusii.geometry.Polynomial.T;
import static dev.exodusii.geometry.Polynomial.products;

import java.util.ArrayList;
import java.util.List;

/// The functions that elements can represent: as many as an element has nodes that count. Together with the places of
/// those nodes they determine the shape functions.
///
/// On every side, the functions are those of the side's own shape, so that neighbours fit together.
final class Spaces {

    private static final Polynomial L1 = ONE.minus(R).minus(S);
    private static final Polynomial L1_TET = L1.minus(T);
    private static final Polynomial TRIANGLE_BUBBLE = R.times(S).times(L1);
    private static final Polynomial TET_BUBBLE = R.times(S).times(T).times(L1_TET);
    private static final Polynomial LINE_T = ONE.minus(T.times(T));
    private static final Polynomial SQUARE_BUBBLE = ONE.minus(R.times(R)).times(ONE.minus(S.times(S)));
    private static final List<Polynomial> LINEAR_T = List.of(ONE, T);
    private static final List<Polynomial> QUADRATIC_T = List.of(ONE, T, T.times(T));

    private Spaces() {}

    /// @param nodeCount how many nodes count; see [ShapeFunctions]
    static List<Polynomial> of(Domain domain, int nodeCount, boolean isTri4a) {
        return switch (domain) {
            case LINE -> powers(1, (i, _, _) -> i < nodeCount);
            case TRIANGLE -> isTri4a ? with(complete(2, 1), List.of(L1.times(R))) : triangle(nodeCount);
            case SQUARE -> square(nodeCount);
            case TETRAHEDRON -> tetrahedron(nodeCount);
            case PYRAMID -> pyramid(nodeCount);
            case WEDGE -> wedge(nodeCount);
            case CUBE -> cube(nodeCount);
        };
    }

    private static List<Polynomial> triangle(int nodeCount) {
        return switch (nodeCount) {
            case 3 -> complete(2, 1);
            case 4 -> with(complete(2, 1), List.of(TRIANGLE_BUBBLE));
            case 6 -> complete(2, 2);
            case 7 -> with(complete(2, 2), List.of(TRIANGLE_BUBBLE));
            case 9 -> with(complete(2, 2), List.of(cubic(L1, R), cubic(R, S), cubic(S, L1)));
            default -> throw unknown(nodeCount);
        };
    }

    private static List<Polynomial> square(int nodeCount) {
        return switch (nodeCount) {
            case 4 -> tensor(2, 1);
            case 5 -> with(tensor(2, 1), List.of(SQUARE_BUBBLE));
            // Its two more nodes are on the first and the third edge.
            case 6 -> powers(2, (i, j, _) -> i <= 2 && j <= 1);
            case 8 -> serendipity(2, 2);
            case 9 -> tensor(2, 2);
            case 12 -> serendipity(2, 3);
            default -> throw unknown(nodeCount);
        };
    }

    private static List<Polynomial> tetrahedron(int nodeCount) {
        List<Polynomial> faces = List.of(L1_TET.times(R).times(T), R.times(S).times(T), L1_TET.times(S).times(T),
                L1_TET.times(R).times(S));
        return switch (nodeCount) {
            case 4 -> complete(3, 1);
            case 5 -> with(complete(3, 1), List.of(TET_BUBBLE));
            case 8 -> with(complete(3, 1), faces);
            case 10 -> complete(3, 2);
            case 11 -> with(complete(3, 2), List.of(TET_BUBBLE));
            case 14 -> with(complete(3, 2), faces);
            case 15 -> with(with(complete(3, 2), faces), List.of(TET_BUBBLE));
            case 16 -> with(complete(3, 2), List.of(cubic(L1_TET, R), cubic(R, S), cubic(S, L1_TET), cubic(L1_TET, T),
                    cubic(R, T), cubic(S, T)));
            default -> throw unknown(nodeCount);
        };
    }

    /// Complete polynomials do not fit to the bilinear base; r s / (1 - t) does, and is linear on the other faces.
    private static List<Polynomial> pyramid(int nodeCount) {
        Polynomial saddle = R.times(S).overOneLessT();
        List<Polynomial> serendipity = with(complete(3, 2), products(List.of(saddle), List.of(ONE, R, S)));
        List<Polynomial> full = with(serendipity, List.of(saddle.times(saddle)));
        return switch (nodeCount) {
            case 5 -> with(complete(3, 1), List.of(saddle));
            case 13 -> serendipity;
            case 14 -> full;
            case 18 -> with(full, List.of(pyramidFace(R, S, -1), pyramidFace(S, R, 1), pyramidFace(R, S, 1),
                    pyramidFace(S, R, -1)));
            default -> throw unknown(nodeCount);
        };
    }

    /// `((1-t)² - along²) (1 - t + sign across) t / (1-t)`, which is 0 on all faces but one.
    private static Polynomial pyramidFace(Polynomial along, Polynomial across, int sign) {
        Polynomial w = ONE.minus(T);
        return w.times(w).minus(along.times(along)).times(T)
                .times(ONE.plus(across.times(sign).overOneLessT()));
    }

    private static List<Polynomial> wedge(int nodeCount) {
        Polynomial volume = TRIANGLE_BUBBLE.times(LINE_T);
        List<Polynomial> fifteen = with(products(triangle(6), LINEAR_T), products(triangle(3), List.of(T.times(T))));
        return switch (nodeCount) {
            case 6 -> products(triangle(3), LINEAR_T);
            case 12 -> products(triangle(6), LINEAR_T);
            case 15 -> fifteen;
            case 16 -> with(fifteen, List.of(volume));
            case 18 -> products(triangle(6), QUADRATIC_T);
            case 20 -> with(products(triangle(6), QUADRATIC_T), products(List.of(TRIANGLE_BUBBLE), LINEAR_T));
            case 21 -> products(triangle(7), QUADRATIC_T);
            case 24 -> with(products(triangle(9), LINEAR_T),
                    products(triangle(3), List.of(T.times(T), T.times(T).times(T))));
            default -> throw unknown(nodeCount);
        };
    }

    private static List<Polynomial> cube(int nodeCount) {
        return switch (nodeCount) {
            case 8 -> tensor(3, 1);
            case 9 -> with(tensor(3, 1), List.of(SQUARE_BUBBLE.times(LINE_T)));
            case 16 -> products(serendipity(2, 2), LINEAR_T);
            case 20 -> serendipity(3, 2);
            case 27 -> tensor(3, 2);
            case 32 -> serendipity(3, 3);
            default -> throw unknown(nodeCount);
        };
    }

    /// On the edge between the corners of two barycentric coordinates: what a cubic has beyond a quadratic.
    private static Polynomial cubic(Polynomial a, Polynomial b) {
        return a.times(b).times(a.minus(b));
    }

    /// All powers up to a total degree.
    private static List<Polynomial> complete(int dimension, int degree) {
        return powers(dimension, (i, j, k) -> i + j + k <= degree);
    }

    /// All powers up to a degree in each coordinate.
    private static List<Polynomial> tensor(int dimension, int degree) {
        return powers(dimension, (i, j, k) -> i <= degree && j <= degree && k <= degree);
    }

    /// All powers up to a total degree to which coordinates that occur linearly do not count.
    private static List<Polynomial> serendipity(int dimension, int degree) {
        return powers(dimension, (i, j, k) -> superlinear(i) + superlinear(j) + superlinear(k) <= degree);
    }

    private static int superlinear(int power) {
        return power < 2 ? 0 : power;
    }

    private static List<Polynomial> powers(int dimension, Powers wanted) {
        int most = 3;
        List<Polynomial> all = new ArrayList<>();
        for (int k = 0; k <= (dimension > 2 ? most : 0); k++) {
            for (int j = 0; j <= (dimension > 1 ? most : 0); j++) {
                for (int i = 0; i <= most; i++) {
                    if (wanted.include(i, j, k)) {
                        all.add(Polynomial.power(i, j, k));
                    }
                }
            }
        }
        return all;
    }

    private static List<Polynomial> with(List<Polynomial> these, List<Polynomial> those) {
        List<Polynomial> all = new ArrayList<>(these);
        all.addAll(those);
        return all;
    }

    private static IllegalArgumentException unknown(int nodeCount) {
        return new IllegalArgumentException("no functions are known for " + nodeCount + " nodes");
    }

    @FunctionalInterface
    private interface Powers {
        boolean include(int i, int j, int k);
    }
}
