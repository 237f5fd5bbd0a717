package dev.exodusii.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.topology.Topologies;
import dev.exodusii.topology.Topology;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CornerJacobianTest {

    static Stream<Topology> shapesWithASign() {
        return Topologies.all().stream().filter(topology -> ShapeFunctions.of(topology).isPresent())
                .filter(topology -> CornerJacobian.of(topology, topology.dimension()).size() > 0);
    }

    private static double[] naturalPoints(Topology topology) {
        ShapeFunctions functions = ShapeFunctions.of(topology).orElseThrow();
        double[][] nodes = NaturalNodes.of(topology, Domain.of(topology.family()).orElseThrow(), functions.nodeCount());
        return Stream.of(nodes).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] determinants(Topology topology, double[] points) {
        CornerJacobian jacobian = CornerJacobian.of(topology, topology.dimension());
        return IntStream.range(0, jacobian.size()).mapToDouble(corner -> jacobian.at(corner, points)).toArray();
    }

    @ParameterizedTest
    @MethodSource("shapesWithASign")
    void allAreOneSignInTheShapeItself(Topology topology) {
        double[] determinants = determinants(topology, naturalPoints(topology));
        assertTrue(IntStream.range(0, determinants.length).allMatch(i -> determinants[i] > 0));
    }

    @ParameterizedTest
    @MethodSource("shapesWithASign")
    void allTurnWithAMirrorImage(Topology topology) {
        double[] points = naturalPoints(topology);
        for (int i = 0; i < points.length; i += 3) {
            points[i] = -points[i];
        }
        double[] determinants = determinants(topology, points);
        assertTrue(IntStream.range(0, determinants.length).allMatch(i -> determinants[i] < 0));
    }

    @Test
    void nodeOfAnEdgeThatIsMovedPastACornerShows() {
        Topology quad8 = Topologies.resolve("QUAD8", 2, 8).topology();
        double[] points = naturalPoints(quad8);
        points[3 * 4] = -1.2;
        assertTrue(determinants(quad8, points)[0] < 0);
    }

    @Test
    void nodeAtAQuarterOfAnEdgeIsNoFault() {
        Topology quad8 = Topologies.resolve("QUAD8", 2, 8).topology();
        double[] points = naturalPoints(quad8);
        points[3 * 4] = -0.5;
        assertEquals(0, determinants(quad8, points)[0], 1e-15);
    }

    @Test
    void shellsInSpaceHaveNoSign() {
        assertEquals(0, CornerJacobian.of(Topologies.resolve("SHELL4", 3, 4).topology(), 3).size());
    }
}
