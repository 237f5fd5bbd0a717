package dev.exodusii.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.topology.Topologies;
import dev.exodusii.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeFunctionsTest {

    private static final double EXACT = 1e-12;
    private static final int POINTS = 20;

    static Stream<ShapeFunctions> shapes() {
        return Topologies.all().stream().flatMap(topology -> ShapeFunctions.of(topology).stream());
    }

    @Test
    void everyTopologyWithSidesOrEdgesHasThem() {
        Set<String> without = Topologies.all().stream().filter(topology -> ShapeFunctions.of(topology).isEmpty())
                .map(Topology::name).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of("NFACED", "NSIDED", "NULL", "SPHERE", "SUPER"), without);
    }

    @Test
    void onlyNodesWithoutASettledPlaceAreLeftOut() {
        Set<String> fewer = shapes().filter(shape -> shape.nodeCount() < shape.topology().nodeCount())
                .map(shape -> shape + ":" + shape.nodeCount()).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of("HEX12:8", "TET7:4", "TRI13:9", "QUAD16:12", "TET40:16", "WEDGE52:24", "HEX64:32",
                "PYRAMID19:18"), fewer);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachFunctionIsOneAtItsNodeAndZeroAtAllOthers(ShapeFunctions shape) {
        for (int node = 0; node < shape.nodeCount(); node++) {
            double[] expected = new double[shape.nodeCount()];
            expected[node] = 1;
            assertClose(expected, values(shape, shape.node(node)), EXACT, "node " + node);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theFunctionsAddUpToOne(ShapeFunctions shape) {
        for (LocalPoint point : points(shape)) {
            assertEquals(1, Arrays.stream(values(shape, point)).sum(), EXACT);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void linearFieldsAreReproduced(ShapeFunctions shape) {
        for (LocalPoint point : points(shape)) {
            double[] values = values(shape, point);
            double sum = 0;
            for (int node = 0; node < values.length; node++) {
                sum += values[node] * linear(shape.node(node));
            }
            assertEquals(linear(point), sum, EXACT);
        }
    }

    private static double linear(LocalPoint point) {
        return 0.3 + 2 * point.r() - 3 * point.s() + 5 * point.t();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void derivativesAreThoseOfTheFunctions(ShapeFunctions shape) {
        double h = 1e-5;
        int count = shape.nodeCount();
        for (LocalPoint point : points(shape)) {
            double[] derivatives = new double[shape.dimension() * count];
            shape.derivatives(point, derivatives);
            for (int axis = 0; axis < shape.dimension(); axis++) {
                double[] after = values(shape, moved(point, axis, h));
                double[] before = values(shape, moved(point, axis, -h));
                double[] slopes = new double[count];
                Arrays.setAll(slopes, node -> (after[node] - before[node]) / (2 * h));
                assertClose(slopes, Arrays.copyOfRange(derivatives, axis * count, (axis + 1) * count), 1e-7,
                        "axis " + axis + " at " + point);
            }
        }
    }

    /// Otherwise neighbours would not fit together.
    @ParameterizedTest
    @MethodSource("shapes")
    void onEachSideOnlyItsOwnFunctionsCountAndAreThoseOfItsShape(ShapeFunctions shape) {
        for (Boundary side : Boundary.of(shape)) {
            for (LocalPoint point : points(side.shape())) {
                double[] expected = new double[shape.nodeCount()];
                double[] own = values(side.shape(), point);
                for (int i = 0; i < own.length; i++) {
                    expected[side.nodes()[i]] = own[i];
                }
                assertClose(expected, values(shape, side.inElement(shape, point)), 1e-11,
                        "side " + Arrays.toString(side.nodes()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void nodesAndCentreAreInside(ShapeFunctions shape) {
        assertTrue(shape.excess(shape.centre()) < 0);
        for (int node = 0; node < shape.nodeCount(); node++) {
            assertEquals(0, Math.max(0, shape.excess(shape.node(node))), 1e-15);
        }
    }

    @Test
    void middleNodesOfTheFacesOfHex27FollowTheFormat() {
        ShapeFunctions hex = named("HEX27");

        assertEquals(List.of(new LocalPoint(0, 0, 0), new LocalPoint(0, 0, -1), new LocalPoint(0, 0, 1),
                new LocalPoint(-1, 0, 0), new LocalPoint(1, 0, 0), new LocalPoint(0, -1, 0), new LocalPoint(0, 1, 0)),
                List.of(hex.node(20), hex.node(21), hex.node(22), hex.node(23), hex.node(24), hex.node(25),
                        hex.node(26)));
    }

    @Test
    void verticalEdgesOfHex20ComeBeforeItsTopEdges() {
        ShapeFunctions hex = named("HEX20");

        assertEquals(new LocalPoint(-1, -1, 0), hex.node(12));
        assertEquals(new LocalPoint(0, -1, 1), hex.node(16));
    }

    @Test
    void volumeNodeOfWedge21ComesBeforeThoseOfItsFaces() {
        ShapeFunctions wedge = named("WEDGE21");

        assertEquals(wedge.centre(), wedge.node(15));
        assertEquals(-1, wedge.node(16).t());
        assertEquals(1, wedge.node(17).t());
        assertEquals(new LocalPoint(0.5, 0.5, 0), wedge.node(18));
    }

    @Test
    void theTrilinearFunctionsAreTheKnownOnes() {
        double[] values = values(named("HEX8"), new LocalPoint(0.5, -0.25, 0.1));

        assertEquals(0.5 * 1.25 * 0.9 / 8, values[0], 1e-15);
        assertEquals(1.5 * 0.75 * 1.1 / 8, values[6], 1e-15);
    }

    @Test
    void theApexOfAPyramidIsNoHole() {
        double[] derivatives = new double[3 * 14];
        named("PYRAMID14").derivatives(new LocalPoint(0, 0, 1), derivatives);

        assertTrue(Arrays.stream(derivatives).allMatch(value -> Math.abs(value) < 10));
    }

    private static ShapeFunctions named(String name) {
        return shapes().filter(shape -> shape.topology().name().equals(name)).findFirst().orElseThrow();
    }

    static double[] values(ShapeFunctions shape, LocalPoint point) {
        double[] values = new double[shape.nodeCount()];
        shape.values(point, values);
        return values;
    }

    private static LocalPoint moved(LocalPoint point, int axis, double by) {
        return new LocalPoint(point.r() + (axis == 0 ? by : 0), point.s() + (axis == 1 ? by : 0),
                point.t() + (axis == 2 ? by : 0));
    }

    /// Points inside of the element, the same at every run.
    static List<LocalPoint> points(ShapeFunctions shape) {
        Random random = new Random(7);
        return Stream.generate(() -> new LocalPoint(2 * random.nextDouble() - 1,
                shape.dimension() > 1 ? 2 * random.nextDouble() - 1 : 0,
                shape.dimension() > 2 ? 2 * random.nextDouble() - 1 : 0))
                .filter(point -> shape.excess(point) < -1e-3).limit(POINTS).toList();
    }

    private static void assertClose(double[] expected, double[] actual, double tolerance, String where) {
        for (int i = 0; i < expected.length; i++) {
            int node = i;
            assertEquals(expected[i], actual[i], tolerance, () -> where + ", function " + node);
        }
    }
}
