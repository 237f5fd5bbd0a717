package dev.exodusii.geometry;

import dev.exodusii.ElementBlock;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.RealView;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/// A place in an element, and how nodal values are interpolated there.
///
/// Immutable and safe for use by many threads.
public final class ElementPoint {

    private final ElementBlock block;
    private final long indexInBlock;
    private final Optional<LocalPoint> local;
    private final Point position;
    private final double distance;
    private final boolean isInside;
    private final long[] nodes;
    private final double[] weights;

    /// Takes ownership of the arrays; `weights` may be shorter than `nodes`.
    ElementPoint(ElementBlock block, long indexInBlock, Cell.Placement placement, Point position, boolean isInside,
            long[] nodes) {
        this.block = block;
        this.indexInBlock = indexInBlock;
        this.local = placement.local();
        this.position = position;
        this.distance = placement.distance();
        this.isInside = isInside;
        this.nodes = nodes;
        this.weights = placement.weights();
    }

    /// Returns the 0-based index of the element among those of all blocks.
    public long elementIndex() {
        return block.firstIndex() + indexInBlock;
    }

    /// Returns the element's block.
    public ElementBlock block() {
        return block;
    }

    /// Returns the 0-based index of the element in its block, by which variables of the block are asked.
    public long indexInBlock() {
        return indexInBlock;
    }

    /// Returns the natural coordinates of the place, or nothing in an element that has none: a sphere, a polygon, a
    /// polyhedron.
    public Optional<LocalPoint> local() {
        return local;
    }

    /// Returns where the place is: at the point that was looked for when that is inside, otherwise at the point of the
    /// element that is nearest to it.
    public Point position() {
        return position;
    }

    /// Returns how far the place is from the point that was looked for: 0 inside, but for rounding.
    public double distance() {
        return distance;
    }

    /// Tells whether the point that was looked for is in the element, or outside by no more than
    /// [PlacedElement#TOLERANCE] times the element's size. A point is in a line, a sphere or in a flat element in space
    /// when it is on it.
    public boolean isInside() {
        return isInside;
    }

    /// Returns the number of nodes of the element.
    public int nodeCount() {
        return nodes.length;
    }

    /// Returns a node of the element.
    ///
    /// @param node the 0-based position of the node in the element; the nodes of a polyhedron are in ascending order
    /// @return its 0-based index
    /// @throws IndexOutOfBoundsException when there is no such node
    public long nodeIndex(int node) {
        return nodes[node];
    }

    /// Returns the 0-based indexes of all nodes of the element.
    public LongStream nodeIndexes() {
        return LongStream.of(nodes);
    }

    /// Returns the share of a node in interpolated values: its shape function. All shares add up to 1. In polygons they
    /// are mean value coordinates; in polyhedra they are linear in tetrahedra between the middle, a face's middle and an
    /// edge.
    ///
    /// @param node the 0-based position of the node in the element
    /// @return its share; it may be negative
    /// @throws IndexOutOfBoundsException when there is no such node
    public double weight(int node) {
        return node >= weights.length && node < nodes.length ? 0 : weights[node];
    }

    /// Interpolates nodal values at the place.
    ///
    /// @param nodalValues one value for each node of the mesh, such as one step of a nodal variable
    /// @return the value there; NaN when a node that has a share has that value
    public double interpolate(RealView nodalValues) {
        double sum = 0;
        for (int node = 0; node < weights.length; node++) {
            if (weights[node] != 0) {
                sum += weights[node] * nodalValues.get(nodes[node]);
            }
        }
        return sum;
    }

    /// Interpolates nodal values between two steps at the place.
    ///
    /// @param nodalValues one value for each node of the mesh, such as a nodal variable at a time
    /// @return the value there; NaN when a node that has a share has that value
    public double interpolate(InterpolatedView nodalValues) {
        double sum = 0;
        for (int node = 0; node < weights.length; node++) {
            if (weights[node] != 0) {
                sum += weights[node] * nodalValues.get(nodes[node]);
            }
        }
        return sum;
    }

    /// Interpolates a nodal variable at the place at all steps. The values of all nodes around are read step after step,
    /// announced before; see [TimeSeries#histories(long[],double[])].
    ///
    /// @param nodalVariable a variable with one value for each node of the mesh
    /// @param destination   where the values go, from its first element on: one for each step
    /// @throws IndexOutOfBoundsException when the array is too short
    public void interpolate(TimeSeries nodalVariable, double[] destination) {
        Objects.checkFromIndexSize(0, nodalVariable.steps(), (long) destination.length);
        int steps = Math.toIntExact(nodalVariable.steps());
        int count = Math.min(weights.length, nodes.length);
        long[] around = Arrays.copyOf(nodes, count);
        double[] values = new double[Math.multiplyExact(steps, count)];
        nodalVariable.histories(around, values);
        for (int step = 0; step < steps; step++) {
            double sum = 0;
            for (int node = 0; node < count; node++) {
                if (weights[node] != 0) {
                    sum += weights[node] * values[step * count + node];
                }
            }
            destination[step] = sum;
        }
    }

    /// Returns element and distance, such as `element index 17 of block 1, distance 0.0`.
    @Override
    public String toString() {
        return "element index " + elementIndex() + " of " + block + ", distance " + distance;
    }
}
