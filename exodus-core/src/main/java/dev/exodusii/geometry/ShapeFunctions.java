package dev.exodusii.geometry;

import dev.exodusii.geometry.Polynomial.Monomial;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The shape functions of an element: one for each node, 1 there and 0 at all other nodes, adding up to 1 everywhere.
/// They say how positions and nodal values vary within the element. [LocalPoint] tells which natural coordinates each
/// shape has; nodes are counted from 0 in the order of the connectivity (`exodus-format` §3.2).
///
/// Every line, triangle, quadrilateral, shell, tetrahedron, pyramid, wedge and hexahedron that is a [Topology] has them,
/// up to cubic ones. Nodes whose place the format does not settle count for nothing, so that [#nodeCount] may be less
/// than the topology's: all but the corners of `HEX12` and `TET7`, the interior nodes of `TRI13`, `QUAD16`, `TET40`,
/// `WEDGE52` and `HEX64`, and the last node of `PYRAMID19`. Spheres, polygons, polyhedra, superelements, Bézier and
/// unknown types have no shape functions.
///
/// Shapes with 20 or fewer nodes of which none is in a face or inside are serendipity elements; a node in the centre of a
/// face or of the element adds a function that is 0 on all other faces. Pyramids have rational functions, which fit to
/// quadrilaterals at the base and to triangles at the other faces.
///
/// Immutable and safe for use by many threads.
public final class ShapeFunctions {

    private static final int MOST_POWERS = 5;
    /// Factors are small fractions; what is less than this is what rounding left of 0.
    private static final double ROUNDING = 1e-12;

    private static final ConcurrentHashMap<Topology, ShapeFunctions> KNOWN = new ConcurrentHashMap<>();

    private final Topology topology;
    private final Domain domain;
    private final double[][] nodes;
    private final Monomial[] monomials;
    /// For each monomial, its factor in each node's function.
    private final double[][] factors;

    private ShapeFunctions(Topology topology, Domain domain) {
        this.topology = topology;
        this.domain = domain;
        int count = settled(topology);
        this.nodes = NaturalNodes.of(topology, domain, count);
        List<Polynomial> space = Spaces.of(domain, count, topology.name().equals("TRI4A"));
        if (space.size() != count) {
            throw new IllegalArgumentException(space.size() + " functions for " + count + " nodes");
        }
        double[][] values = new double[count][count];
        for (int node = 0; node < count; node++) {
            for (int i = 0; i < count; i++) {
                values[node][i] = space.get(i).at(nodes[node][0], nodes[node][1], nodes[node][2]);
            }
        }
        double[][] inverse = Inverse.of(values);
        this.monomials = space.stream().flatMap(function -> function.terms().keySet().stream()).distinct().sorted()
                .toArray(Monomial[]::new);
        this.factors = new double[monomials.length][count];
        for (int m = 0; m < monomials.length; m++) {
            for (int i = 0; i < count; i++) {
                double own = space.get(i).terms().getOrDefault(monomials[m], 0.0);
                for (int node = 0; node < count && own != 0; node++) {
                    factors[m][node] += own * inverse[i][node];
                }
            }
            double[] row = factors[m];
            Arrays.setAll(row, node -> Math.abs(row[node]) < ROUNDING ? 0 : row[node]);
        }
    }

    /// How many nodes have a settled place.
    private static int settled(Topology topology) {
        return switch (topology.name()) {
            case "HEX12" -> 8;
            case "TET7" -> 4;
            case "TRI13" -> 9;
            case "QUAD16" -> 12;
            case "TET40" -> 16;
            case "WEDGE52" -> 24;
            case "HEX64" -> 32;
            case "PYRAMID19" -> 18;
            default -> topology.nodeCount();
        };
    }

    /// Returns the shape functions of a shape. They are made once.
    ///
    /// @param topology the shape
    /// @return its functions, or nothing when it has none
    public static Optional<ShapeFunctions> of(Topology topology) {
        ShapeFunctions known = KNOWN.get(topology);
        if (known != null) {
            return Optional.of(known);
        }
        if (topology.family() == Family.UNKNOWN || topology.nodeCount() == 0) {
            return Optional.empty();
        }
        return Domain.of(topology.family())
                .map(domain -> KNOWN.computeIfAbsent(topology, _ -> new ShapeFunctions(topology, domain)));
    }

    /// Returns the shape that these functions belong to.
    public Topology topology() {
        return topology;
    }

    /// Returns the number of natural coordinates, 1 to 3.
    public int dimension() {
        return domain.dimension();
    }

    /// Returns the number of functions: of the nodes that count, which are the element's first ones.
    public int nodeCount() {
        return nodes.length;
    }

    /// Tells whether the element has no other nodes than its corners. Then no point of it is outside of the box around
    /// its nodes.
    public boolean isLinear() {
        return nodes.length == topology.cornerCount();
    }

    /// Returns where a node is.
    ///
    /// @param node the 0-based position of the node in the element, less than [#nodeCount]
    /// @return its natural coordinates
    public LocalPoint node(int node) {
        return new LocalPoint(nodes[node][0], nodes[node][1], nodes[node][2]);
    }

    /// Returns the middle of the element.
    public LocalPoint centre() {
        double[] centre = domain.centre();
        return new LocalPoint(centre[0], centre[1], centre[2]);
    }

    /// Returns how far outside of the element a point is, in natural coordinates: 0 or less for one inside.
    ///
    /// @param point the point
    /// @return the most by which a limit is exceeded
    public double excess(LocalPoint point) {
        return domain.excess(point.r(), point.s(), point.t());
    }

    /// Computes the functions at a point.
    ///
    /// @param point  the point
    /// @param values gets [#nodeCount] values, from its first element on
    public void values(LocalPoint point, double[] values) {
        evaluate(point.r(), point.s(), point.t(), values, null);
    }

    /// Computes the derivatives of the functions at a point.
    ///
    /// @param point       the point
    /// @param derivatives gets [#dimension] rows of [#nodeCount] values each, one row after the other: the derivatives by
    ///                    r of all functions, then those by s, then those by t
    public void derivatives(LocalPoint point, double[] derivatives) {
        evaluate(point.r(), point.s(), point.t(), null, derivatives);
    }

    /// Computes functions, derivatives or both. At the apex of a pyramid, the derivatives are those on its axis.
    void evaluate(double r, double s, double t, double @Nullable [] values,
            double @Nullable [] derivatives) {
        int count = nodes.length;
        int dimension = dimension();
        double[] rs = powers(r);
        double[] ss = powers(s);
        double[] ts = powers(t);
        double[] ws = powers(domain == Domain.PYRAMID ? 1 / Apex.keepAway(1 - t) : 0);
        if (values != null) {
            Arrays.fill(values, 0, count, 0);
        }
        if (derivatives != null) {
            Arrays.fill(derivatives, 0, dimension * count, 0);
        }
        for (int m = 0; m < monomials.length; m++) {
            Monomial a = monomials[m];
            double w = ws[a.m()];
            double[] row = factors[m];
            if (values != null) {
                add(rs[a.i()] * ss[a.j()] * ts[a.k()] * w, row, values, 0);
            }
            if (derivatives != null) {
                if (a.i() > 0) {
                    add(a.i() * rs[a.i() - 1] * ss[a.j()] * ts[a.k()] * w, row, derivatives, 0);
                }
                if (dimension > 1 && a.j() > 0) {
                    add(a.j() * rs[a.i()] * ss[a.j() - 1] * ts[a.k()] * w, row, derivatives, count);
                }
                if (dimension > 2 && (a.k() > 0 || a.m() > 0)) {
                    double byT = (a.k() > 0 ? a.k() * ts[a.k() - 1] * w : 0)
                            + (a.m() > 0 ? a.m() * ts[a.k()] * ws[a.m() + 1] : 0);
                    add(rs[a.i()] * ss[a.j()] * byT, row, derivatives, 2 * count);
                }
            }
        }
    }

    private static double[] powers(double base) {
        double[] powers = new double[MOST_POWERS];
        powers[0] = 1;
        for (int i = 1; i < MOST_POWERS; i++) {
            powers[i] = powers[i - 1] * base;
        }
        return powers;
    }

    private static void add(double value, double[] row, double[] sums, int offset) {
        for (int node = 0; node < row.length; node++) {
            sums[offset + node] += value * row[node];
        }
    }

    /// Returns the shape's name.
    @Override
    public String toString() {
        return topology.name();
    }
}
