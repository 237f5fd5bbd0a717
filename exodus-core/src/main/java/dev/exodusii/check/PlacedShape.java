package dev.exodusii.check;

import dev.exodusii.check.Faults.Fault;
import dev.exodusii.geometry.CornerJacobian;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.Optional;

/// Judges elements of one shape by where their nodes are: whether they have an extent, and on which side. For one thread.
final class PlacedShape {

    /// How small a length, area or volume is nothing beside the element's own extent to the same power.
    private static final double NOTHING = 1e-12;

    private final List<RealView> axes;
    private final CornerJacobian jacobian;
    private final int dimension;
    private final int cornerCount;
    private double[] points = new double[0];
    private int corner;
    private double extent;

    private PlacedShape(List<RealView> axes, CornerJacobian jacobian, int dimension, int cornerCount) {
        this.axes = axes;
        this.jacobian = jacobian;
        this.dimension = dimension;
        this.cornerCount = cornerCount;
    }

    /// @param axes the coordinates; shapes are only judged where there are some
    static PlacedShape of(Topology topology, List<RealView> axes) {
        boolean isPolygon = topology.family() == Family.NSIDED;
        return new PlacedShape(axes, CornerJacobian.of(topology, axes.size()), topology.dimension(),
                isPolygon ? Integer.MAX_VALUE : topology.cornerCount());
    }

    /// Finds what is wrong with an element.
    ///
    /// @param nodes the 0-based indexes of its nodes, which all exist
    /// @param count how many they are
    /// @return the fault; nothing for a sound element, and where a coordinate is not finite
    Optional<Fault> judge(long[] nodes, int count) {
        int corners = Math.min(count, cornerCount);
        if (!place(nodes, Math.max(corners, Math.min(count, jacobian.nodes())), corners)) {
            return Optional.empty();
        }
        corner = -1;
        if (extent == 0) {
            return Optional.of(Fault.EMPTY);
        }
        if (jacobian.size() > 0) {
            return signed();
        }
        return dimension == 2 && axes.size() > 1 ? flat(corners) : Optional.empty();
    }

    private boolean place(long[] nodes, int count, int corners) {
        if (points.length < 3 * count) {
            points = new double[3 * count];
        }
        extent = 0;
        for (int axis = 0; axis < axes.size(); axis++) {
            RealView values = axes.get(axis);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double value = values.get(nodes[i]);
                if (!Double.isFinite(value)) {
                    return false;
                }
                points[3 * i + axis] = value;
                if (i < corners) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            extent = Math.max(extent, most - least);
        }
        return true;
    }

    private Optional<Fault> signed() {
        double nothing = NOTHING * Math.pow(extent, axes.size());
        boolean isEmpty = true;
        boolean isInverted = true;
        for (int i = 0; i < jacobian.size(); i++) {
            double determinant = jacobian.at(i, points);
            isEmpty &= Math.abs(determinant) <= nothing;
            isInverted &= determinant <= nothing;
            if (determinant < -nothing && corner < 0) {
                corner = jacobian.node(i);
            }
        }
        return isEmpty ? Optional.of(Fault.EMPTY) : corner < 0 ? Optional.empty()
                : Optional.of(isInverted ? Fault.INVERTED : Fault.DISTORTED);
    }

    /// Twice the area of a polygon is the sum of the cross products of what joins its first corner to two that follow.
    private Optional<Fault> flat(int corners) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 1; i + 1 < corners; i++) {
            double ax = points[3 * i] - points[0];
            double ay = points[3 * i + 1] - points[1];
            double bx = points[3 * i + 3] - points[0];
            double by = points[3 * i + 4] - points[1];
            z += ax * by - ay * bx;
            if (axes.size() == 3) {
                double az = points[3 * i + 2] - points[2];
                double bz = points[3 * i + 5] - points[2];
                x += ay * bz - az * by;
                y += az * bx - ax * bz;
            }
        }
        double nothing = NOTHING * extent * extent;
        if (Math.abs(x) <= nothing && Math.abs(y) <= nothing && Math.abs(z) <= nothing) {
            return Optional.of(Fault.EMPTY);
        }
        return axes.size() == 2 && z < 0 ? Optional.of(Fault.INVERTED) : Optional.empty();
    }

    /// Says more about the element that was judged last.
    String remark(long[] nodes, Fault fault) {
        if (fault == Fault.EMPTY) {
            return extent == 0 ? ": all corners are at one point" : "";
        }
        return fault == Fault.DISTORTED ? ": at node " + (nodes[corner] + 1) : "";
    }
}
