package dev.exodusii.slice;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.geometry.Positions;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.RealView;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import java.nio.FloatBuffer;
import java.util.Objects;

/// What a plane cuts out of a mesh: polygons out of solids, lines out of flat elements, points out of lines.
///
/// Its points lie on edges of elements, each between two nodes with a weight, and are shared by all polygons that meet
/// there. So values of any nodal variable at any step are interpolated straight from the file ([#copyValuesTo]), and a
/// slice is made only once for a mesh that does not move.
///
/// Elements are seen with straight edges between their nodes: for linear elements with plane faces that is exact. Those with
/// more nodes than corners are cut in parts, with straight edges between neighbouring nodes: where they are curved,
/// a slice is off by at most two fifths of what it would be with corners alone, which shrinks with the square of their
/// size. All nodes are used whose place is settled: between corners, two on an edge of a cubic element, in the middle of
/// sides and in the centre. The others are left out, as they are of
/// [shape functions][dev.exodusii.geometry.ShapeFunctions]. Where elements of different orders share a side, such as a
/// `HEX27` and a `HEX20`, that side is curved in two ways, and so are its cuts.
///
/// A face that is not plane is cut in the same way from both sides, so that there are no cracks. What lies on the plane
/// counts as above it: where the plane goes along a face of two elements, the one below has the polygon; where it only touches
/// an element from below, there is none. So no polygon is there twice. Polygons have at least three different points, lines
/// two; a solid may have several polygons where the plane cuts it in several places, or in several of its parts. Polygons are
/// counterclockwise seen from above.
///
/// Elements with nodes that do not exist or have no finite coordinates, polyhedra whose faces do not close and blocks of a
/// type without a shape are passed over and counted ([#skipped]); spheres are never cut.
///
/// Everything is in the order of the elements, whatever the number of threads. Indexes are 0-based. Immutable, safe for use
/// by many threads, and without reference to the file.
public final class Slice {

    private final long[] ends;
    private final double[] weights;
    private final double[] places;
    private final Section polygons;
    private final Section lines;
    private final Section spots;
    private final long skipped;

    Slice(long[] ends, double[] weights, double[] places, Section polygons, Section lines, Section spots, long skipped) {
        this.ends = ends;
        this.weights = weights;
        this.places = places;
        this.polygons = polygons;
        this.lines = lines;
        this.spots = spots;
        this.skipped = skipped;
    }

    /// Parts of one kind.
    ///
    /// @param offsets  where in `points` each part begins, and at the end their number
    /// @param points   the points of all parts, one part after another
    /// @param elements the element that each part comes from
    record Section(int[] offsets, int[] points, long[] elements) {}

    /// Cuts a mesh as the file has it.
    ///
    /// @param file    the file
    /// @param plane   the plane; in a mesh of fewer than three dimensions the other coordinates are 0
    /// @param workers who does the work; told of bytes
    /// @return the slice; empty where nothing is cut
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    /// @throws IllegalStateException when the slice has more than 2^31 points
    public static Slice of(ExodusFile file, Plane plane, Workers workers) {
        return of(file, Positions.stored(file), plane, workers);
    }

    /// Cuts a mesh whose nodes are elsewhere than the file says, such as at a step of a displacement.
    ///
    /// @param file      the file
    /// @param positions where the nodes are
    /// @param plane     the plane
    /// @param workers   who does the work; told of bytes
    /// @return the slice
    /// @throws IllegalArgumentException when the positions do not fit to the file
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    /// @throws IllegalStateException when the slice has more than 2^31 points
    public static Slice of(ExodusFile file, Positions positions, Plane plane, Workers workers) {
        return Faults.guard(file.name(), "a slice of its mesh", () ->
                new Slicer(file, positions, plane, workers).slice());
    }

    /// Returns the number of points.
    public int pointCount() {
        return weights.length;
    }

    /// Returns the node at which a point has weight 0.
    ///
    /// @param point the 0-based index of the point
    /// @return the 0-based index of the node
    public long nodeBefore(int point) {
        return ends[2 * point];
    }

    /// Returns the node at which a point has weight 1; the same as [#nodeBefore] for a point on a node.
    ///
    /// @param point the 0-based index of the point
    /// @return the 0-based index of the node
    public long nodeAfter(int point) {
        return ends[2 * point + 1];
    }

    /// Returns where between its nodes a point is, from 0 to 1.
    ///
    /// @param point the 0-based index of the point
    public double weight(int point) {
        return weights[point];
    }

    /// Returns a coordinate of a point, 0 for those that the mesh does not have.
    ///
    /// @param point the 0-based index of the point
    /// @param axis  0, 1 or 2
    public double coordinate(int point, int axis) {
        return places[3 * point + Objects.checkIndex(axis, 3)];
    }

    /// Returns the number of polygons.
    public int polygonCount() {
        return polygons.elements.length;
    }

    /// Returns where the points of a polygon begin among those of all polygons.
    ///
    /// @param polygon the 0-based index of the polygon; the number of polygons gives the end of the last one
    public int polygonOffset(int polygon) {
        return polygons.offsets[polygon];
    }

    /// Returns a point of a polygon.
    ///
    /// @param position a 0-based position among the points of all polygons, see [#polygonOffset]
    /// @return the 0-based index of the point
    public int polygonPoint(int position) {
        return polygons.points[position];
    }

    /// Returns the element that a polygon comes from.
    ///
    /// @param polygon the 0-based index of the polygon
    /// @return the 0-based index of the element among those of all blocks
    public long polygonElement(int polygon) {
        return polygons.elements[polygon];
    }

    /// Returns the number of lines.
    public int lineCount() {
        return lines.elements.length;
    }

    /// Returns an end of a line.
    ///
    /// @param line the 0-based index of the line
    /// @param end  0 or 1
    /// @return the 0-based index of the point
    public int linePoint(int line, int end) {
        return lines.points[2 * line + Objects.checkIndex(end, 2)];
    }

    /// Returns the element that a line comes from.
    ///
    /// @param line the 0-based index of the line
    /// @return the 0-based index of the element among those of all blocks
    public long lineElement(int line) {
        return lines.elements[line];
    }

    /// Returns the number of places where lines of the mesh are cut.
    public int spotCount() {
        return spots.elements.length;
    }

    /// Returns the point at which a line of the mesh is cut.
    ///
    /// @param spot the 0-based index of the place
    /// @return the 0-based index of the point
    public int spotPoint(int spot) {
        return spots.points[spot];
    }

    /// Returns the element that is cut at one point.
    ///
    /// @param spot the 0-based index of the place
    /// @return the 0-based index of the element among those of all blocks
    public long spotElement(int spot) {
        return spots.elements[spot];
    }

    /// Returns how many elements could not be looked at.
    public long skipped() {
        return skipped;
    }

    /// Returns the area of all polygons.
    public double area() {
        double sum = 0;
        for (int polygon = 0; polygon < polygonCount(); polygon++) {
            sum += Slicer.area(places, polygons.points, polygonOffset(polygon), polygonOffset(polygon + 1));
        }
        return sum;
    }

    /// Copies the places of all points as x, y, z, x, y, z... in floats.
    ///
    /// @param destination where they go, from its first element on: three floats for each
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyPointsTo(float[] destination) {
        Objects.checkFromIndexSize(0, places.length, destination.length);
        for (int i = 0; i < places.length; i++) {
            destination[i] = (float) places[i];
        }
    }

    /// Copies the places of all points to a buffer's position as x, y, z, x, y, z... in floats, and moves the position
    /// behind them.
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room
    public void copyPointsTo(FloatBuffer destination) {
        if (destination.remaining() < places.length) {
            throw new BufferOverflowException();
        }
        for (double place : places) {
            destination.put((float) place);
        }
    }

    private double value(RealView nodalValues, int point) {
        double from = nodalValues.get(ends[2 * point]);
        double weight = weights[point];
        return weight == 0 ? from : from + weight * (nodalValues.get(ends[2 * point + 1]) - from);
    }

    private double value(InterpolatedView nodalValues, int point) {
        double from = nodalValues.get(ends[2 * point]);
        double weight = weights[point];
        return weight == 0 ? from : from + weight * (nodalValues.get(ends[2 * point + 1]) - from);
    }

    /// Interpolates nodal values at all points, computed in double and rounded once.
    ///
    /// @param nodalValues one value for each node of the mesh, such as one step of a nodal variable
    /// @param destination where they go, from its first element on: one for each point
    /// @throws IndexOutOfBoundsException when the array or the values are too short
    public void copyValuesTo(RealView nodalValues, float[] destination) {
        Objects.checkFromIndexSize(0, pointCount(), destination.length);
        try {
            for (int point = 0; point < weights.length; point++) {
                destination[point] = (float) value(nodalValues, point);
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw Faults.lost(fault, nodalValues.origin().file(), nodalValues.origin().variable());
        }
    }

    /// Interpolates nodal values at all points; see [#copyValuesTo(RealView,float[])].
    ///
    /// @param nodalValues one value for each node of the mesh
    /// @param destination where they go, from its first element on: one for each point
    /// @throws IndexOutOfBoundsException when the array or the values are too short
    public void copyValuesTo(RealView nodalValues, double[] destination) {
        Objects.checkFromIndexSize(0, pointCount(), destination.length);
        try {
            for (int point = 0; point < weights.length; point++) {
                destination[point] = value(nodalValues, point);
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw Faults.lost(fault, nodalValues.origin().file(), nodalValues.origin().variable());
        }
    }

    /// Interpolates nodal values at all points into memory, as floats in native byte order; see
    /// [#copyValuesTo(RealView,float[])].
    ///
    /// @param nodalValues one value for each node of the mesh
    /// @param destination where they go, from its start: 4 bytes for each point
    /// @throws IndexOutOfBoundsException when the memory or the values are too short
    public void copyValuesTo(RealView nodalValues, MemorySegment destination) {
        Objects.checkFromIndexSize(0, 4L * pointCount(), destination.byteSize());
        try {
            for (int point = 0; point < weights.length; point++) {
                destination.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * point, (float) value(nodalValues, point));
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw Faults.lost(fault, nodalValues.origin().file(), nodalValues.origin().variable());
        }
    }

    /// Interpolates nodal values at all points into a buffer at its position, and moves the position behind them; see
    /// [#copyValuesTo(RealView,float[])].
    ///
    /// @param nodalValues one value for each node of the mesh
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room
    public void copyValuesTo(RealView nodalValues, FloatBuffer destination) {
        if (destination.remaining() < weights.length) {
            throw new BufferOverflowException();
        }
        try {
            for (int point = 0; point < weights.length; point++) {
                destination.put((float) value(nodalValues, point));
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw Faults.lost(fault, nodalValues.origin().file(), nodalValues.origin().variable());
        }
    }

    /// Interpolates nodal values at a time between two steps at all points; see [#copyValuesTo(RealView,float[])].
    ///
    /// @param nodalValues one value for each node of the mesh
    /// @param destination where they go, from its first element on: one for each point
    /// @throws IndexOutOfBoundsException when the array or the values are too short
    public void copyValuesTo(InterpolatedView nodalValues, float[] destination) {
        Objects.checkFromIndexSize(0, pointCount(), destination.length);
        try {
            for (int point = 0; point < weights.length; point++) {
                destination[point] = (float) value(nodalValues, point);
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw Faults.lost(fault, nodalValues.after().origin().file(), nodalValues.after().origin().variable());
        }
    }

    /// Returns how many polygons, lines and points there are.
    @Override
    public String toString() {
        return polygonCount() + " polygons, " + lineCount() + " lines, " + spotCount() + " spots, " + pointCount()
                + " points";
    }
}
