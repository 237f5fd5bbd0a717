package dev.exodusii.geometry;

import java.util.Arrays;
import java.util.Optional;

/// One element of any kind with the positions of its nodes.
interface Cell {

    /// Finds the point of the cell that is nearest to the origin of its positions.
    Placement nearest();

    /// A place in a cell.
    ///
    /// @param distance how far it is from the origin; 0 when that is inside; NaN when it cannot be told
    /// @param local    its natural coordinates, if the cell has such
    /// @param weights  the shares of the nodes in values at the place; those of nodes that are not listed are 0
    record Placement(double distance, Optional<LocalPoint> local, double[] weights) {

        Placement nearerOf(Placement other) {
            return other.distance < distance ? other : this;
        }
    }

    /// An element with shape functions.
    ///
    /// @param shape the functions
    /// @param nodes for each axis the coordinates of the nodes
    record Isoparametric(ShapeFunctions shape, double[][] nodes) implements Cell {

        @Override
        public Placement nearest() {
            NearestPoint nearest = PlacedElement.of(shape, nodes).nearest(new Point(0, 0, 0));
            double[] weights = new double[shape.nodeCount()];
            shape.values(nearest.local(), weights);
            return new Placement(nearest.distance(), Optional.of(nearest.local()), weights);
        }
    }

    /// A sphere or a particle: a point at its node.
    ///
    /// @param nodes for each axis the coordinate of the node
    record Particle(double[][] nodes) implements Cell {

        @Override
        public Placement nearest() {
            double squared = Arrays.stream(nodes).mapToDouble(axis -> axis[0] * axis[0]).sum();
            return new Placement(Math.sqrt(squared), Optional.empty(), new double[] {1});
        }
    }
}
