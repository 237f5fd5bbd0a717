package dev.exodusii.geometry;

import java.util.Arrays;
import java.util.List;

/// One element with the positions of its nodes: where its natural coordinates are in space, and the way back.
///
/// Immutable and safe for use by many threads.
public final class PlacedElement {

    /// A point that is farther outside than this, measured in the element's size, is not in it.
    ///
    /// Coordinates are often stored in 32 bits, which leaves an error of that order where two elements meet.
    public static final double TOLERANCE = 1e-6;

    /// What rounding may do to natural coordinates: nearer to the border than this, a point is inside.
    private static final double ROUNDING = 1e-10;
    private static final double CONVERGED = 1e-15;
    /// What rounding may do to distances, as a share of them.
    private static final double NEGLIGIBLE = 1e-9;
    private static final double ON_POINT = 1e-11;
    /// How far from the centre towards a corner another attempt starts.
    private static final double TOWARDS_CORNER = 0.75;

    private final ShapeFunctions shape;
    private final double[][] nodes;
    private final double size;

    private PlacedElement(ShapeFunctions shape, double[][] nodes) {
        this.shape = shape;
        this.nodes = nodes;
        this.size = diagonal(nodes);
    }

    /// Places an element.
    ///
    /// @param shape the shape functions of its kind
    /// @param axes  for each axis of the mesh (one to three), the coordinates of the element's nodes along it, in the order
    ///              of the connectivity; they are copied
    /// @return the element
    /// @throws IllegalArgumentException when there are fewer axes than the element has dimensions, more than three, or
    ///                                  fewer nodes than shape functions
    public static PlacedElement of(ShapeFunctions shape, double[]... axes) {
        if (axes.length < shape.dimension() || axes.length > 3) {
            throw new IllegalArgumentException("a " + shape + " has no place in " + axes.length + " dimensions");
        }
        double[][] own = new double[axes.length][];
        for (int axis = 0; axis < axes.length; axis++) {
            if (axes[axis].length < shape.nodeCount()) {
                throw new IllegalArgumentException(axes[axis].length + " coordinates for the " + shape.nodeCount()
                        + " nodes of a " + shape);
            }
            own[axis] = Arrays.copyOf(axes[axis], shape.nodeCount());
        }
        return new PlacedElement(shape, own);
    }

    private static double diagonal(double[][] nodes) {
        double sum = 0;
        for (double[] axis : nodes) {
            double extent = Arrays.stream(axis).max().orElse(0) - Arrays.stream(axis).min().orElse(0);
            sum += extent * extent;
        }
        return Math.sqrt(sum);
    }

    /// Returns the shape functions.
    public ShapeFunctions shape() {
        return shape;
    }

    /// Returns the length of the diagonal of the box around the nodes.
    public double size() {
        return size;
    }

    /// Returns where a point of the element is in space.
    ///
    /// @param local its natural coordinates
    /// @return its position
    public Point position(LocalPoint local) {
        double[] values = new double[shape.nodeCount()];
        shape.values(local, values);
        double[] position = new double[nodes.length];
        for (int axis = 0; axis < nodes.length; axis++) {
            for (int node = 0; node < values.length; node++) {
                position[axis] += values[node] * nodes[axis][node];
            }
        }
        return Point.of(position);
    }

    /// Tells whether a point is in the element, or outside by no more than [#TOLERANCE] times its [#size]. A point is in
    /// a line or in a flat element in space when it is that near to it.
    ///
    /// @param point the point; axes that the element's space does not have are not looked at
    /// @return whether it is inside; false for a point that is not finite
    public boolean contains(Point point) {
        return nearest(point).distance() <= TOLERANCE * size;
    }

    /// Finds the point of the element that is nearest to a point.
    ///
    /// In an element without folds the answer is exact but for rounding: natural coordinates of a point inside are right
    /// to about ten digits. In one that is folded or degenerate it is a point of the element that is near; there may be
    /// nearer ones, and there may be several natural coordinates for one place. It never takes more than a fixed number
    /// of steps.
    ///
    /// @param point the point; axes that the element's space does not have are not looked at
    /// @return the nearest point of the element. Its distance is 0 for a point inside, and NaN when a coordinate of the
    ///         point or of a node is not finite
    public NearestPoint nearest(Point point) {
        double[][] seen = new double[nodes.length][];
        for (int axis = 0; axis < nodes.length; axis++) {
            double origin = point.get(axis);
            seen[axis] = Arrays.stream(nodes[axis]).map(coordinate -> coordinate - origin).toArray();
            if (!Arrays.stream(seen[axis]).allMatch(Double::isFinite)) {
                return new NearestPoint(shape.centre(), Double.NaN);
            }
        }
        return nearest(shape, seen, size);
    }

    private static NearestPoint nearest(ShapeFunctions shape, double[][] nodes, double size) {
        boolean fills = shape.dimension() == nodes.length;
        Descent descent = new Descent(shape, nodes);
        if (fills && isOutsideBox(shape, nodes, ROUNDING * size)) {
            return nearestOfBoundary(shape, nodes, size, descent);
        }
        descent.from(shape.centre(), CONVERGED * size);
        if (fills && !isOn(descent, size)) {
            startElsewhere(shape, descent, size);
        }
        double excess = shape.excess(descent.local());
        if (fills && excess <= ROUNDING && isOn(descent, size)) {
            return new NearestPoint(descent.local(), 0);
        }
        NearestPoint border = nearestOfBoundary(shape, nodes, size, descent);
        boolean isCandidate = !fills && excess <= ROUNDING;
        return isCandidate ? new NearestPoint(descent.local(), descent.distance()).nearerOf(border) : border;
    }

    private static boolean isOn(Descent descent, double size) {
        return descent.distance() <= ON_POINT * size;
    }

    /// Newton's method found no way from the centre, as can be in badly formed elements: perhaps there is one from a
    /// place near a corner.
    private static void startElsewhere(ShapeFunctions shape, Descent descent, double size) {
        LocalPoint centre = shape.centre();
        for (int corner = 0; corner < shape.topology().cornerCount(); corner++) {
            LocalPoint node = shape.node(corner);
            descent.from(new LocalPoint(centre.r() + TOWARDS_CORNER * (node.r() - centre.r()),
                    centre.s() + TOWARDS_CORNER * (node.s() - centre.s()),
                    centre.t() + TOWARDS_CORNER * (node.t() - centre.t())), CONVERGED * size);
            if (isOn(descent, size) && shape.excess(descent.local()) <= ROUNDING) {
                return;
            }
        }
    }

    /// A linear element does not leave the box around its nodes.
    private static boolean isOutsideBox(ShapeFunctions shape, double[][] nodes, double margin) {
        boolean isOutside = false;
        for (int axis = 0; axis < nodes.length && shape.isLinear(); axis++) {
            isOutside |= outside(nodes[axis]) > margin;
        }
        return isOutside;
    }

    /// How far the origin is from where some nodes are along an axis; 0 if it is between them.
    private static double outside(double[] places) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double place : places) {
            least = Math.min(least, place);
            most = Math.max(most, place);
        }
        return Math.max(0, Math.max(least, -most));
    }

    /// A distance that no place of a part falls below; 0 for parts that may leave the box around their nodes.
    private static double leastDistance(ShapeFunctions shape, double[][] nodes) {
        double squared = 0;
        for (int axis = 0; axis < nodes.length && shape.isLinear(); axis++) {
            double outside = outside(nodes[axis]);
            squared += outside * outside;
        }
        return Math.sqrt(squared);
    }

    /// The distance of the nearest corner, which a part of the boundary has.
    private static double toCorners(ShapeFunctions shape, double[][] nodes) {
        double least = Double.POSITIVE_INFINITY;
        for (int corner = 0; corner < shape.topology().cornerCount(); corner++) {
            double squared = 0;
            for (double[] axis : nodes) {
                squared += axis[corner] * axis[corner];
            }
            least = Math.min(least, squared);
        }
        return Math.sqrt(least);
    }

    private static NearestPoint nearestOfBoundary(ShapeFunctions shape, double[][] nodes, double size,
            Descent descent) {
        List<Boundary> parts = Boundary.of(shape);
        NearestPoint nearest = new NearestPoint(shape.node(0), descent.distanceOf(shape.node(0)));
        if (parts.isEmpty()) {
            return nearest.nearerOf(new NearestPoint(shape.node(1), descent.distanceOf(shape.node(1))));
        }
        double corners = toCorners(shape, nodes);
        for (Boundary part : parts) {
            double[][] own = new double[nodes.length][part.nodes().length];
            for (int axis = 0; axis < nodes.length; axis++) {
                for (int i = 0; i < own[axis].length; i++) {
                    own[axis][i] = nodes[axis][part.nodes()[i]];
                }
            }
            double least = leastDistance(part.shape(), own) * (1 - NEGLIGIBLE);
            if (least > corners || least >= nearest.distance()) {
                continue;
            }
            NearestPoint there = nearest(part.shape(), own, size);
            if (there.distance() < nearest.distance()) {
                nearest = new NearestPoint(part.inElement(shape, there.local()), there.distance());
            }
        }
        return nearest;
    }
}
