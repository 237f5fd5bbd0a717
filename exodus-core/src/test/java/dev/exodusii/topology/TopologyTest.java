package dev.exodusii.topology;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One shape seen through its methods.
class TopologyTest {

    private static Topology spatial(String type, int nodes) {
        return Topologies.resolve(type, 3, nodes).topology();
    }

    private static Topology plane(String type, int nodes) {
        return Topologies.resolve(type, 2, nodes).topology();
    }

    @Test
    void aHexahedronOfTwentyNodes() {
        Topology hex = spatial("hex", 20);

        assertAll(
                () -> assertEquals("HEX20", hex.name()),
                () -> assertEquals("HEX20", hex.toString()),
                () -> assertSame(Family.HEX, hex.family()),
                () -> assertEquals(20, hex.nodeCount()),
                () -> assertEquals(8, hex.cornerCount()),
                () -> assertEquals(3, hex.dimension()),
                () -> assertTrue(hex.isSolid()),
                () -> assertEquals(6, hex.sideCount()),
                () -> assertEquals(12, hex.edgeCount()),
                () -> assertEquals(8, hex.sideNodeCount(0)),
                () -> assertEquals(4, hex.sideCornerCount(0)),
                () -> assertArrayEquals(new int[] {0, 1, 5, 4, 8, 13, 16, 12}, hex.sideNodes(0)),
                () -> assertEquals(13, hex.sideNode(0, 5)),
                () -> assertArrayEquals(new int[] {4, 5, 16}, hex.edgeNodes(4)),
                () -> assertEquals("QUAD8", hex.sideTopology(0).name()));
    }

    /// The numbers of §3.1's table.
    @ParameterizedTest
    @CsvSource({
        "sphere, 3, 1, 0, 0, 1", "beam, 3, 2, 1, 1, 2", "truss, 3, 3, 1, 1, 2", "edge, 2, 4, 1, 1, 2",
        "spring, 3, 3, 1, 0, 0", "shell, 2, 3, 1, 2, 2", "tri, 2, 6, 2, 3, 3", "tri, 3, 6, 2, 3, 5",
        "trishell, 3, 7, 2, 3, 5", "quad, 2, 9, 2, 4, 4", "quad, 3, 4, 2, 4, 4", "shell, 3, 9, 2, 4, 6",
        "tet, 3, 14, 3, 6, 4", "pyramid, 3, 18, 3, 8, 5", "wedge, 3, 21, 3, 9, 5", "hex, 3, 64, 3, 12, 6"
    })
    void dimensionEdgesAndSidesOfEachKind(String type, int numDim, int nodes, int dimension, int edges, int sides) {
        Topology topology = Topologies.resolve(type, numDim, nodes).topology();

        assertEquals(
                List.of(nodes, dimension, edges, sides),
                List.of(topology.nodeCount(), topology.dimension(), topology.edgeCount(), topology.sideCount()));
    }

    @ParameterizedTest
    @CsvSource({
        "hex, 8, QUAD4", "hex, 16, QUAD6", "hex, 27, QUAD9", "hex, 32, QUAD12", "hex, 64, QUAD16",
        "tet, 4, TRI3", "tet, 8, TRI4", "tet, 10, TRI6", "tet, 14, TRI7", "tet, 16, TRI9", "tet, 40, TRI13",
        "pyramid, 13, TRI6", "wedge, 20, QUAD9", "shell, 9, QUAD9", "trishell, 6, TRI6", "tri, 3, TRI3",
        "quad, 8, BAR3", "quad, 12, BAR4", "beam, 4, BAR4", "truss, 3, SPHERE", "sphere, 1, SPHERE"
    })
    void shapeOfTheFirstSide(String type, int nodes, String shape) {
        assertEquals(shape, spatial(type, nodes).sideTopology(0).name());
    }

    @Test
    void theFaceOfASolidHasItsEdgesAsSides() {
        Topology face = spatial("tet", 10).sideTopology(0);

        assertEquals(3, face.sideCount());
        assertEquals("BAR3", face.sideTopology(2).name());
        assertEquals("SPHERE", face.sideTopology(2).sideTopology(0).name());
    }

    @Test
    void sidesOfAWedgeDifferInShape() {
        Topology wedge = spatial("wedge", 15);

        assertEquals(
                List.of("QUAD8", "QUAD8", "QUAD8", "TRI6", "TRI6"),
                IntStream.range(0, 5).mapToObj(side -> wedge.sideTopology(side).name()).toList());
    }

    @Test
    void edgesOfAShellFollowItsTwoFaces() {
        Topology shell = spatial("shell", 8);

        assertEquals("QUAD8", shell.sideTopology(1).name());
        assertEquals("BAR3", shell.sideTopology(2).name());
        assertArrayEquals(new int[] {0, 1, 4}, shell.sideNodes(2));
    }

    @Test
    void theFourNodesOfATri4AAreThreeCornersAndOneOnTheFirstEdge() {
        Topology plane = plane("tri4a", 4);

        assertArrayEquals(new int[] {0, 1, 3}, plane.sideNodes(0));
        assertArrayEquals(new int[] {1, 2}, plane.sideNodes(1));
        assertSame(plane, spatial("tri4a", 4).sideTopology(0));
        assertArrayEquals(new int[] {0, 1}, plane("tri4", 4).sideNodes(0));
    }

    @Test
    void theSidesOfABeamAreTheWholeBeamBothWaysAndThoseOfABarAreItsEnds() {
        Topology beam = spatial("beam", 3);
        Topology bar = spatial("bar", 3);

        assertArrayEquals(new int[] {0, 1, 2}, beam.sideNodes(0));
        assertArrayEquals(new int[] {1, 0, 2}, beam.sideNodes(1));
        assertArrayEquals(new int[] {0}, beam.sideEdges(1));
        assertArrayEquals(new int[] {0}, bar.sideNodes(0));
        assertArrayEquals(new int[] {1}, bar.sideNodes(1));
        assertEquals(0, bar.sideEdges(1).length);
    }

    @Test
    void polygonsAndPolyhedraHaveNoSidesOfTheirOwnButADimension() {
        Topology polygon = spatial("nsided", 0);
        Topology polyhedron = spatial("nfaced", 0);

        assertEquals(List.of(0, 0, 2), List.of(polygon.sideCount(), polygon.nodeCount(), polygon.dimension()));
        assertEquals(List.of(0, 0, 3), List.of(polyhedron.sideCount(), polyhedron.nodeCount(), polyhedron.dimension()));
        assertFalse(polygon.isSolid());
        assertTrue(polyhedron.isSolid());
    }

    @Test
    void arraysAreTheCallersOwn() {
        Topology hex = spatial("hex", 8);
        hex.sideNodes(0)[0] = 99;
        hex.edgeNodes(0)[0] = 99;
        hex.sideEdges(0)[0] = 99;

        assertEquals(0, hex.sideNodes(0)[0]);
        assertEquals(0, hex.edgeNodes(0)[0]);
        assertEquals(0, hex.sideEdges(0)[0]);
        assertNotSame(hex.sideNodes(0), hex.sideNodes(0));
    }

    @Test
    void knownShapesAreShared() {
        assertSame(spatial("HEX8", 8), spatial("hexahedron", 8));
    }

    @Test
    void indexesThatDoNotExistAreRefused() {
        Topology hex = spatial("hex", 8);

        assertThrows(IndexOutOfBoundsException.class, () -> hex.sideNode(6, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> hex.sideNode(0, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> hex.sideNode(-1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> hex.sideTopology(6));
        assertThrows(IndexOutOfBoundsException.class, () -> hex.edgeNodes(12));
        assertThrows(IndexOutOfBoundsException.class, () -> spatial("sphere", 1).sideTopology(1));
        assertThrows(IndexOutOfBoundsException.class, () -> spatial("super", 5).sideTopology(0));
    }

    @Test
    void walkingOverTheNodesOfSidesAllocatesNothing() throws ReflectiveOperationException {
        Topology hex = spatial("hex", 27);
        assumeTrue(allocatedBytes() >= 0, "this JVM does not count what a thread allocates");
        for (int i = 0; i < 3; i++) {
            sumOfNodes(hex, 100);
        }
        long before = allocatedBytes();
        long nothing = allocatedBytes() - before;

        before = allocatedBytes();
        long sum = sumOfNodes(hex, 10_000);
        long allocated = allocatedBytes() - before - nothing;

        assertTrue(sum > 0);
        // 540,000 calls; the counter itself may cost some bytes.
        assertTrue(allocated < 10_000, allocated + " bytes");
    }

    private static long sumOfNodes(Topology topology, int times) {
        long sum = 0;
        for (int time = 0; time < times; time++) {
            for (int side = 0; side < topology.sideCount(); side++) {
                for (int i = 0; i < topology.sideNodeCount(side); i++) {
                    sum += topology.sideNode(side, i);
                }
            }
        }
        return sum;
    }

    /// By reflection, since the module under test does not require `jdk.management`. -1 if it cannot be had.
    private static long allocatedBytes() throws ReflectiveOperationException {
        Class<?> factory;
        Class<?> bean;
        try {
            factory = Class.forName("java.lang.management.ManagementFactory");
            bean = Class.forName("com.sun.management.ThreadMXBean");
        } catch (ClassNotFoundException e) {
            return -1;
        }
        Object threads = factory.getMethod("getThreadMXBean").invoke(null);
        return (long) bean.getMethod("getCurrentThreadAllocatedBytes").invoke(threads);
    }
}
