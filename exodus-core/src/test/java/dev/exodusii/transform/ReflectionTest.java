package dev.exodusii.transform;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.topology.Topologies;
import dev.exodusii.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReflectionTest {

    /// Those whose tables do not say where all nodes are.
    private static final Set<String> UNKNOWN =
            Set.of("HEX12", "HEX64", "TET7", "TET40", "WEDGE52", "TRI13", "QUAD16", "NSIDED", "NFACED", "SUPER", "NULL");

    static Stream<Topology> known() {
        return Topologies.all().stream().filter(shape -> !UNKNOWN.contains(shape.name()));
    }

    private static Reflection of(Topology shape) {
        return Reflection.of(shape, 3).orElseThrow(() -> new AssertionError(shape + " has none"));
    }

    private static Reflection of(String type, int dimension, int nodes) {
        return Reflection.of(Topologies.resolve(type, dimension, nodes).topology(), dimension).orElseThrow();
    }

    @Test
    void shapesOfWhichTheTablesTellEverythingHaveAMirrorImage() {
        assertEquals(UNKNOWN, Topologies.all().stream().filter(shape -> Reflection.of(shape, 3).isEmpty())
                .map(Topology::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("known")
    void mirroredTwiceIsTheSame(Topology shape) {
        Reflection reflection = of(shape);
        for (int node = 0; node < reflection.nodes().length; node++) {
            assertEquals(node, reflection.nodes()[reflection.nodes()[node]]);
        }
        for (int side = 0; side < reflection.sides().length; side++) {
            assertEquals(side, reflection.sides()[reflection.sides()[side]]);
        }
        for (int edge = 0; edge < reflection.edges().length; edge++) {
            assertEquals(edge, reflection.edges()[reflection.edges()[edge]]);
        }
    }

    /// A side keeps its nodes, and their factors find them.
    @ParameterizedTest
    @MethodSource("known")
    void sideKeepsItsNodes(Topology shape) {
        Reflection reflection = of(shape);
        for (int old = 0; old < shape.sideCount(); old++) {
            int now = reflection.sides()[old];
            int[] nodes = Arrays.stream(shape.sideNodes(now)).map(node -> reflection.nodes()[node]).toArray();
            int[] byFactors = Arrays.stream(reflection.factors()[now]).map(i -> shape.sideNodes(reflection.sides()[now])[i])
                    .toArray();
            assertArrayEquals(nodes, byFactors);
            assertEquals(Arrays.stream(shape.sideNodes(old)).boxed().collect(Collectors.toSet()),
                    Arrays.stream(nodes).boxed().collect(Collectors.toSet()));
        }
    }

    /// From outside, the nodes of each side go round the other way.
    @ParameterizedTest
    @MethodSource("known")
    void sideOfASolidIsTurnedRound(Topology shape) {
        Reflection reflection = of(shape);
        for (int now = 0; shape.isSolid() && now < shape.sideCount(); now++) {
            int corners = shape.sideCornerCount(now);
            List<Integer> nodes = Arrays.stream(shape.sideNodes(now), 0, corners)
                    .mapToObj(node -> reflection.nodes()[node]).toList();
            List<Integer> before = Arrays.stream(shape.sideNodes(reflection.sides()[now]), 0, corners).boxed().toList();
            int start = before.indexOf(nodes.getFirst());
            for (int i = 0; i < corners; i++) {
                assertEquals(before.get(Math.floorMod(start - i, corners)), nodes.get(i));
            }
        }
    }

    @Test
    void nodesOnEdgesGoWithTheirCorners() {
        assertAll(
                () -> assertArrayEquals(new int[] {0, 3, 2, 1, 4, 7, 6, 5, 11, 10, 9, 8, 12, 15, 14, 13, 19, 18, 17, 16, 20, 21,
                    22, 25, 26, 23, 24}, of("HEX27", 3, 27).nodes()),
                () -> assertArrayEquals(new int[] {0, 2, 1, 3, 6, 5, 4, 7, 9, 8}, of("TETRA10", 3, 10).nodes()),
                () -> assertArrayEquals(new int[] {0, 2, 1, 5, 4, 3}, of("TRI6", 2, 6).nodes()));
    }

    @Test
    void sidesOfAHexahedronChangePlaces() {
        assertArrayEquals(new int[] {3, 2, 1, 0, 4, 5}, of("HEX8", 3, 8).sides());
    }

    @Test
    void facesOfAShellStayAndItsEdgesChange() {
        assertArrayEquals(new int[] {0, 1, 5, 4, 3, 2}, of("SHELL4", 3, 4).sides());
    }

    @Test
    void lineIsTurnedRoundOnlyWhereThereIsNothingElse() {
        assertAll(() -> assertTrue(of("BEAM2", 3, 2).isIdentity()), () -> assertTrue(of("BAR3", 2, 3).isIdentity()),
                () -> assertArrayEquals(new int[] {1, 0, 2}, of("BAR3", 1, 3).nodes()),
                () -> assertArrayEquals(new int[] {1, 0}, of("BAR3", 1, 3).sides()));
    }
}
