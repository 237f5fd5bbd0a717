package dev.exodusii.surface;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topologies;
import dev.exodusii.topology.Topology;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Faces of every shape, cut into triangles.
class TilingTest {

    private static final double[][] TET = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] PYRAMID = {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0.4, 0.5, 1}};
    private static final double[][] WEDGE = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1}};
    private static final double[][] HEX = {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {1, 1, 1},
        {0, 1, 1}};

    static Stream<Topology> solids() {
        return Topologies.all().stream().filter(topology -> topology.isSolid() && topology.family() != Family.NFACED);
    }

    static Stream<Topology> flats() {
        return Topologies.all().stream().filter(topology -> topology.dimension() == 2
                && topology.family() != Family.NSIDED);
    }

    private static double[][] corners(Topology topology) {
        return switch (topology.family()) {
            case TET -> TET;
            case PYRAMID -> PYRAMID;
            case WEDGE -> WEDGE;
            case HEX -> HEX;
            case TRI, TRISHELL -> new double[][] {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
            default -> new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}};
        };
    }

    private static double volume(Topology topology) {
        return switch (topology.family()) {
            case TET -> 1.0 / 6;
            case PYRAMID -> 1.0 / 3;
            case WEDGE -> 0.5;
            default -> 1;
        };
    }

    /// One element with plane faces and straight edges; what lies inside of faces lies between their middle and a corner.
    private static Surface one(Topology topology, boolean withMidSideNodes) {
        double[][] corners = corners(topology);
        double[][] nodes = new double[topology.nodeCount()][3];
        for (int side = 0; side < topology.sideCount(); side++) {
            placeInside(topology.sideNodes(side), topology.sideCornerCount(side), corners, nodes);
        }
        if (topology.dimension() == 2) {
            int[] all = new int[topology.nodeCount()];
            java.util.Arrays.setAll(all, i -> i);
            placeInside(all, topology.cornerCount(), corners, nodes);
        }
        for (int edge = 0; edge < topology.edgeCount(); edge++) {
            int[] along = topology.edgeNodes(edge);
            for (int i = 2; i < along.length; i++) {
                double share = (i - 1.0) / (along.length - 1);
                for (int axis = 0; axis < 3; axis++) {
                    nodes[along[i]][axis] = (1 - share) * corners[along[0]][axis] + share * corners[along[1]][axis];
                }
            }
        }
        int[] numbers = new int[topology.nodeCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
            if (i < corners.length) {
                nodes[i] = corners[i];
            }
        }
        SurfaceOptions options = SurfaceOptions.standard();
        return new TestMesh(nodes).block(topology.name(), numbers)
                .surface(withMidSideNodes ? options.andMidSideNodes() : options);
    }

    private static void placeInside(int[] side, int cornerCount, double[][] corners, double[][] nodes) {
        int first = side.length - (side.length == 16 ? 4 : 1);
        for (int i = Math.max(cornerCount, first); i < side.length; i++) {
            double[] place = new double[3];
            for (int corner = 0; corner < cornerCount; corner++) {
                for (int axis = 0; axis < 3; axis++) {
                    place[axis] += corners[side[corner]][axis] / cornerCount;
                }
            }
            for (int axis = 0; axis < 3 && first + 4 == side.length; axis++) {
                place[axis] += (corners[side[i - first]][axis] - place[axis]) / 3;
            }
            nodes[side[i]] = place;
        }
    }

    @ParameterizedTest
    @MethodSource("solids")
    void trianglesBetweenCornersEncloseTheElement(Topology topology) {
        Surface surface = one(topology, false);

        assertAll(() -> assertTrue(Shapes.isClosed(surface)),
                () -> assertEquals(volume(topology), Shapes.volume(surface), 1e-6),
                () -> assertEquals(topology.cornerCount(), surface.nodeCount()));
    }

    @ParameterizedTest
    @MethodSource("solids")
    void trianglesBetweenAllNodesEncloseTheElement(Topology topology) {
        Surface surface = one(topology, true);

        assertAll(() -> assertTrue(Shapes.isClosed(surface)),
                () -> assertEquals(volume(topology), Shapes.volume(surface), 1e-6));
    }

    @ParameterizedTest
    @MethodSource("flats")
    void trianglesBetweenAllNodesCoverAFlatElement(Topology topology) {
        double area = topology.cornerCount() == 3 ? 0.5 : 1;

        assertAll(() -> assertEquals(area, Shapes.area(one(topology, false)), 1e-6),
                () -> assertEquals(area, Shapes.area(one(topology, true)), 1e-6));
    }

    private static Topology shape(String name) {
        return Topologies.all().stream().filter(topology -> topology.name().equals(name)).findFirst().orElseThrow();
    }

    private static void assertCounts(int triangles, int nodes, String name) {
        Surface surface = one(shape(name), true);
        assertAll(name, () -> assertEquals(triangles, surface.triangleCount()),
                () -> assertEquals(nodes, surface.nodeCount()));
    }

    @Test
    void quadraticFacesAreCutThroughTheirMidSideNodes() {
        assertCounts(4 * 4, 10, "TET10");
        assertCounts(4 * 6, 14, "TET14");
        assertCounts(6 * 6, 20, "HEX20");
        assertCounts(6 * 8, 26, "HEX27");
        assertCounts(6 * 18, 56, "HEX64");
        assertCounts(3 * 6 + 2 * 4, 15, "WEDGE15");
        assertCounts(3 * 8 + 2 * 4, 18, "WEDGE18");
        assertCounts(4 * 4 + 6, 13, "PYRAMID13");
    }

    @Test
    void trianglesFollowACurvedEdge() {
        // The middle of one edge stands out.
        Surface bent = new TestMesh(new double[][] {{0, 0}, {2, 0}, {0, 2}, {1, -1}, {1, 1}, {0, 1}})
                .block("TRI6", new int[] {1, 2, 3, 4, 5, 6}).surface(SurfaceOptions.standard().andMidSideNodes());

        assertEquals(3, Shapes.area(bent), 1e-6);
    }

    @Test
    void starsWithAnyNumberOfPointsAreCovered() {
        Random random = new Random(7);
        for (int corners = 5; corners < 200; corners += 1 + corners / 10) {
            double[][] nodes = new double[corners][];
            int[] numbers = new int[corners];
            double area = 0;
            double[] last = {};
            for (int i = 0; i < corners; i++) {
                double angle = 2 * Math.PI * i / corners;
                double radius = 0.2 + random.nextDouble();
                nodes[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle), 0.5 * radius * Math.cos(angle)};
                numbers[i] = i + 1;
            }
            for (int i = 0; i < corners; i++) {
                last = nodes[(i + 1) % corners];
                area += (nodes[i][0] * last[1] - nodes[i][1] * last[0]) / 2;
            }
            Surface star = new TestMesh(nodes).block("nsided", numbers).surface();
            double tilted = area * Math.sqrt(1.25);
            assertAll(() -> assertEquals(numbers.length - 2, star.triangleCount()),
                    () -> assertEquals(tilted, Shapes.area(star), 1e-5 * tilted));
        }
    }

    @Test
    void polygonWithoutAnAreaStillEnds() {
        double[][] nodes = new double[50][];
        int[] numbers = new int[50];
        for (int i = 0; i < 50; i++) {
            nodes[i] = new double[] {i % 7, 0};
            numbers[i] = i + 1;
        }

        assertEquals(48, new TestMesh(nodes).block("nsided", numbers).surface().triangleCount());
    }

    @Test
    void polygonWithNodesThatAreNoNumbersStillEnds() {
        double[][] nodes = new double[9][];
        int[] numbers = new int[9];
        for (int i = 0; i < 9; i++) {
            nodes[i] = new double[] {Double.NaN, i};
            numbers[i] = i + 1;
        }

        assertEquals(7, new TestMesh(nodes).block("nsided", numbers).surface().triangleCount());
    }
}
