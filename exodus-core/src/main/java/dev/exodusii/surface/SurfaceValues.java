package dev.exodusii.surface;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.InterpolatedVectors;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.ReadAhead;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/// Copies what a surface needs of a step straight from the mapped file into a buffer that the caller brings: no more than
/// the pages with values of its nodes and elements are read, and no array of a whole variable is made.
///
/// Floats go into an array, into a buffer in its own byte order, or into memory in the byte order of the machine, as a
/// graphics library wants them. Over a file that is not in memory yet, [#announceNodal], [#announceElements] and
/// [#announceEntries] have the pages fetched meanwhile: announce all that the next step needs, then copy.
///
/// Between two steps: [#nodal], [#displaced] and the like tell what is wanted, and [SurfaceFloats] copies it in one pass over
/// both. Components are interpolated in double before anything else is done with them, and rounded once; with weight 0 or 1
/// all is as at the one step, bit for bit, and the other one is not read. [ElementValues] know the time by themselves.
///
/// Immutable and safe for use by many threads, each with a buffer of its own. Every copy throws [IllegalStateException]
/// once the file is closed.
public final class SurfaceValues {

    private static final int AXES = Positions.AXES;
    /// Nodes between two that are rather fetched than left out: 32 kilobytes of doubles.
    private static final long NEAR = 4096;

    private final Surface surface;
    private final Positions positions;
    private final double[] rest;
    private final long meshNodes;
    private final Workers workers;

    SurfaceValues(Surface surface, Positions positions, double[] rest, long meshNodes, Workers workers) {
        this.surface = surface;
        this.positions = positions;
        this.rest = rest;
        this.meshNodes = meshNodes;
        this.workers = workers;
    }

    /// Returns the same with others to help: what is copied for more than some thousand nodes, triangles, lines or points is
    /// shared among them. This is worth the most for a step that is seen for the first time, where most of the time goes into
    /// having its pages mapped. The floats are the same, bit for bit. Memory that belongs to one thread, as that of
    /// `Arena.ofConfined()`, is filled by this thread alone.
    ///
    /// Who stops them may end a copy with [java.util.concurrent.CancellationException]; what is in its destination then is
    /// undefined. Watchers are not told of these copies, which take milliseconds.
    ///
    /// @param helpers who copies, the calling thread among them
    /// @return the altered copy
    public SurfaceValues helpedBy(Workers helpers) {
        return new SurfaceValues(surface, positions, rest, meshNodes, helpers);
    }

    /// Copies the values of the surface's nodes, one float for each: `(float)` of each double.
    ///
    /// @param values      the values of all nodes of the mesh, such as a step of a nodal variable
    /// @param destination where they go, from its first element on: one float for each
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when there is not one value for each node of the mesh
    public void copyNodal(RealView values, float[] destination) {
        nodal(values).fill(surface.nodeCount(), 1, destination);
    }

    /// Copies the values of the surface's nodes, one float for each: `(float)` of each double.
    ///
    /// @param values      the values of all nodes of the mesh, such as a step of a nodal variable
    /// @param destination where they go, from its position on, which moves behind them: one float for each
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws IllegalArgumentException when there is not one value for each node of the mesh
    public void copyNodal(RealView values, FloatBuffer destination) {
        nodal(values).fill(surface.nodeCount(), 1, destination);
    }

    /// Copies the values of the surface's nodes, one float for each: `(float)` of each double.
    ///
    /// @param values      the values of all nodes of the mesh, such as a step of a nodal variable
    /// @param destination where they go, from its start, in native byte order: one float for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when there is not one value for each node of the mesh
    public void copyNodal(RealView values, MemorySegment destination) {
        nodal(values).fill(surface.nodeCount(), 1, destination);
    }

    /// Copies the lengths of vectors at the surface's nodes, one float for each, computed in double and rounded once.
    ///
    /// @param vectors     the vectors of all nodes of the mesh
    /// @param destination where they go, from its first element on: one float for each
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyMagnitudes(VectorView vectors, float[] destination) {
        magnitudes(vectors).fill(surface.nodeCount(), 1, destination);
    }

    /// Copies the lengths of vectors at the surface's nodes, one float for each, computed in double and rounded once.
    ///
    /// @param vectors     the vectors of all nodes of the mesh
    /// @param destination where they go, from its position on, which moves behind them: one float for each
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyMagnitudes(VectorView vectors, FloatBuffer destination) {
        magnitudes(vectors).fill(surface.nodeCount(), 1, destination);
    }

    /// Copies the lengths of vectors at the surface's nodes, one float for each, computed in double and rounded once.
    ///
    /// @param vectors     the vectors of all nodes of the mesh
    /// @param destination where they go, from its start, in native byte order: one float for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyMagnitudes(VectorView vectors, MemorySegment destination) {
        magnitudes(vectors).fill(surface.nodeCount(), 1, destination);
    }

    /// Copies vectors at the surface's nodes as x, y, z, x, y, z...; components that they do not have are 0.
    ///
    /// @param vectors     the vectors of all nodes of the mesh
    /// @param destination where they go, from its first element on: three floats for each node
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyVectors(VectorView vectors, float[] destination) {
        vectors(vectors).fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies vectors at the surface's nodes as x, y, z, x, y, z...; components that they do not have are 0.
    ///
    /// @param vectors     the vectors of all nodes of the mesh
    /// @param destination where they go, from its position on, which moves behind them: three floats for each node
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyVectors(VectorView vectors, FloatBuffer destination) {
        vectors(vectors).fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies vectors at the surface's nodes as x, y, z, x, y, z...; components that they do not have are 0.
    ///
    /// @param vectors     the vectors of all nodes of the mesh
    /// @param destination where they go, from its start, in native byte order: three floats for each node
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyVectors(VectorView vectors, MemorySegment destination) {
        vectors(vectors).fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies where the surface's nodes are, as x, y, z, x, y, z...; axes that the mesh does not have, or that the file
    /// lacks, are 0.
    ///
    /// @param destination where they go, from its first element on: three floats for each node
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyPositions(float[] destination) {
        positions().fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies where the surface's nodes are, as x, y, z, x, y, z...; axes that the mesh does not have, or that the file
    /// lacks, are 0.
    ///
    /// @param destination where they go, from its position on, which moves behind them: three floats for each node
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    public void copyPositions(FloatBuffer destination) {
        positions().fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies where the surface's nodes are, as x, y, z, x, y, z...; axes that the mesh does not have, or that the file
    /// lacks, are 0.
    ///
    /// @param destination where they go, from its start, in native byte order: three floats for each node
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyPositions(MemorySegment destination) {
        positions().fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies where the surface's nodes are in the deformed mesh, as x, y, z, x, y, z...: `position + scale *
    /// displacement`, computed in double and rounded once.
    ///
    /// @param displacement one to three components for all nodes of the mesh, such as a step of the displacement
    /// @param scale       by which they are multiplied
    /// @param destination where they go, from its first element on: three floats for each node
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyDisplaced(VectorView displacement, double scale, float[] destination) {
        displaced(displacement, scale).fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies where the surface's nodes are in the deformed mesh, as x, y, z, x, y, z...: `position + scale *
    /// displacement`, computed in double and rounded once.
    ///
    /// @param displacement one to three components for all nodes of the mesh, such as a step of the displacement
    /// @param scale       by which they are multiplied
    /// @param destination where they go, from its position on, which moves behind them: three floats for each node
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyDisplaced(VectorView displacement, double scale, FloatBuffer destination) {
        displaced(displacement, scale).fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies where the surface's nodes are in the deformed mesh, as x, y, z, x, y, z...: `position + scale *
    /// displacement`, computed in double and rounded once.
    ///
    /// @param displacement one to three components for all nodes of the mesh, such as a step of the displacement
    /// @param scale       by which they are multiplied
    /// @param destination where they go, from its start, in native byte order: three floats for each node
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public void copyDisplaced(VectorView displacement, double scale, MemorySegment destination) {
        displaced(displacement, scale).fill(surface.nodeCount(), AXES, destination);
    }

    /// Copies the values of elements, one float for each triangle, line or point. What belongs to a block that does not
    /// store the variable gets NaN.
    ///
    /// @param values      the values in each block
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its first element on: one float for each
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when the values are of another number of blocks
    public void copyElements(ElementValues values, Primitive primitive, float[] destination) {
        elements(values, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Copies the values of elements, one float for each triangle, line or point. What belongs to a block that does not
    /// store the variable gets NaN.
    ///
    /// @param values      the values in each block
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its position on, which moves behind them: one float for each
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws IllegalArgumentException when the values are of another number of blocks
    public void copyElements(ElementValues values, Primitive primitive, FloatBuffer destination) {
        elements(values, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Copies the values of elements, one float for each triangle, line or point. What belongs to a block that does not
    /// store the variable gets NaN.
    ///
    /// @param values      the values in each block
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its start, in native byte order: one float for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when the values are of another number of blocks
    public void copyElements(ElementValues values, Primitive primitive, MemorySegment destination) {
        elements(values, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Copies the values of the entries of the set that the surface was made from, one float for each triangle, line or
    /// point: a step of a variable of a side set or an element set.
    ///
    /// @param values      the values of all entries of the set
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its first element on: one float for each
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when the surface was not made from a set, or the values are not of this one
    public void copyEntries(RealView values, Primitive primitive, float[] destination) {
        entries(values, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Copies the values of the entries of the set that the surface was made from, one float for each triangle, line or
    /// point: a step of a variable of a side set or an element set.
    ///
    /// @param values      the values of all entries of the set
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its position on, which moves behind them: one float for each
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws IllegalArgumentException when the surface was not made from a set, or the values are not of this one
    public void copyEntries(RealView values, Primitive primitive, FloatBuffer destination) {
        entries(values, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Copies the values of the entries of the set that the surface was made from, one float for each triangle, line or
    /// point: a step of a variable of a side set or an element set.
    ///
    /// @param values      the values of all entries of the set
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its start, in native byte order: one float for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when the surface was not made from a set, or the values are not of this one
    public void copyEntries(RealView values, Primitive primitive, MemorySegment destination) {
        entries(values, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Copies the lengths of the vectors of the entries of the set that the surface was made from, one float for each
    /// triangle, line or point.
    ///
    /// @param vectors     the vectors of all entries of the set
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its first element on: one float for each
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws IllegalArgumentException when the surface was not made from a set, or the vectors are not of this one
    public void copyEntryMagnitudes(VectorView vectors, Primitive primitive, float[] destination) {
        entryMagnitudes(vectors, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Copies the lengths of the vectors of the entries of the set that the surface was made from, one float for each
    /// triangle, line or point.
    ///
    /// @param vectors     the vectors of all entries of the set
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its position on, which moves behind them: one float for each
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws IllegalArgumentException when the surface was not made from a set, or the vectors are not of this one
    public void copyEntryMagnitudes(VectorView vectors, Primitive primitive, FloatBuffer destination) {
        entryMagnitudes(vectors, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Copies the lengths of the vectors of the entries of the set that the surface was made from, one float for each
    /// triangle, line or point.
    ///
    /// @param vectors     the vectors of all entries of the set
    /// @param primitive   whether values of triangles, lines or points are wanted
    /// @param destination where they go, from its start, in native byte order: one float for each
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when the surface was not made from a set, or the vectors are not of this one
    public void copyEntryMagnitudes(VectorView vectors, Primitive primitive, MemorySegment destination) {
        entryMagnitudes(vectors, primitive).fill(surface.count(primitive), 1, destination);
    }

    /// Tells what nodal values are on the surface's nodes between two steps: one float for each.
    ///
    /// @param values the values of all nodes of the mesh, such as `file.nodal("temperature").at(time)`
    /// @return what copies them
    /// @throws IllegalArgumentException when there is not one value for each node of the mesh
    public SurfaceFloats nodal(InterpolatedView values) {
        check(values.size());
        FloatFiller filler = values.stored().map(this::nodal)
                .orElseGet(() -> guarded(nodes().values(BlendReader.of(values))));
        return new SurfaceFloats(filler, surface.nodeCount(), 1, readAhead -> announce(values, surface.nodeIndexes(), readAhead));
    }

    /// Tells what the lengths of vectors are at the surface's nodes between two steps: one float for each.
    ///
    /// @param vectors the vectors of all nodes of the mesh
    /// @return what copies them
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public SurfaceFloats magnitudes(InterpolatedVectors vectors) {
        check(vectors.size());
        FloatFiller filler = vectors.stored().map(this::magnitudes)
                .orElseGet(() -> guarded(nodes().lengths(BlendReader.of(vectors))));
        return new SurfaceFloats(filler, surface.nodeCount(), 1, readAhead -> announce(vectors, surface.nodeIndexes(), readAhead));
    }

    /// Tells what vectors are at the surface's nodes between two steps, as x, y, z, x, y, z...; components that they do not
    /// have are 0.
    ///
    /// @param vectors the vectors of all nodes of the mesh
    /// @return what copies them: three floats for each node
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public SurfaceFloats vectors(InterpolatedVectors vectors) {
        check(vectors.size());
        FloatFiller filler = vectors.stored().map(this::vectors)
                .orElseGet(() -> guarded(nodes().vectors(BlendReader.of(vectors))));
        return new SurfaceFloats(filler, surface.nodeCount(), AXES, readAhead -> announce(vectors, surface.nodeIndexes(), readAhead));
    }

    /// Tells where the surface's nodes are in the deformed mesh between two steps, as x, y, z, x, y, z...: `position + scale
    /// * displacement`.
    ///
    /// @param displacement one to three components for all nodes of the mesh
    /// @param scale        by which they are multiplied
    /// @return what copies them: three floats for each node
    /// @throws IllegalArgumentException when there is not one vector for each node of the mesh
    public SurfaceFloats displaced(InterpolatedVectors displacement, double scale) {
        check(displacement.size());
        FloatFiller filler = displacement.stored().map(one -> displaced(one, scale))
                .orElseGet(() -> guarded(nodes().displaced(rest, BlendReader.of(displacement), scale)));
        return new SurfaceFloats(filler, surface.nodeCount(), AXES,
                readAhead -> announce(displacement, surface.nodeIndexes(), readAhead));
    }

    /// Tells what the entries of the set have between two steps that the surface was made from: one float for each triangle,
    /// line or point.
    ///
    /// @param values    the values of all entries of the set
    /// @param primitive whether values of triangles, lines or points are wanted
    /// @return what copies them
    /// @throws IllegalArgumentException when the surface was not made from a set, or the values are not of this one
    public SurfaceFloats entries(InterpolatedView values, Primitive primitive) {
        Rows entries = entries(values.size(), primitive);
        FloatFiller filler = values.stored().map(one -> entries(one, primitive))
                .orElseGet(() -> guarded(entries.values(BlendReader.of(values))));
        return new SurfaceFloats(filler, entries.count(), 1,
                readAhead -> announce(values, entries.indexes(), readAhead));
    }

    /// Tells the lengths of the vectors of the entries of the set between two steps that the surface was made from: one float
    /// for each triangle, line or point.
    ///
    /// @param vectors   the vectors of all entries of the set
    /// @param primitive whether values of triangles, lines or points are wanted
    /// @return what copies them
    /// @throws IllegalArgumentException when the surface was not made from a set, or the vectors are not of this one
    public SurfaceFloats entryMagnitudes(InterpolatedVectors vectors, Primitive primitive) {
        Rows entries = entries(vectors.size(), primitive);
        FloatFiller filler = vectors.stored().map(one -> entryMagnitudes(one, primitive))
                .orElseGet(() -> guarded(entries.lengths(BlendReader.of(vectors))));
        return new SurfaceFloats(filler, entries.count(), 1,
                readAhead -> announce(vectors, entries.indexes(), readAhead));
    }

    /// Tells what vectors the elements have, as x, y, z, x, y, z... for each triangle, line or point; components that they do
    /// not have are 0. What belongs to a block that does not store all of them gets NaN.
    ///
    /// @param components what [ElementValues#magnitudes] found, at one step or between two; a single variable is a vector of
    ///                   one component
    /// @param primitive  whether vectors of triangles, lines or points are wanted
    /// @return what copies them: three floats for each
    /// @throws IllegalArgumentException when the values are of another number of blocks
    public SurfaceFloats elementVectors(ElementValues components, Primitive primitive) {
        check(components);
        return new SurfaceFloats(guarded(blockRows(primitive).vectors(components)), surface.count(primitive), AXES,
                readAhead -> announceElements(components, primitive, readAhead));
    }

    /// Tells what vectors the entries of the set have that the surface was made from, as x, y, z, x, y, z... for each
    /// triangle, line or point; components that they do not have are 0. Those of one step are
    /// `InterpolatedVectors.of(step)`.
    ///
    /// @param vectors   the vectors of all entries of the set
    /// @param primitive whether vectors of triangles, lines or points are wanted
    /// @return what copies them: three floats for each
    /// @throws IllegalArgumentException when the surface was not made from a set, or the vectors are not of this one
    public SurfaceFloats entryVectors(InterpolatedVectors vectors, Primitive primitive) {
        Rows entries = entries(vectors.size(), primitive);
        return new SurfaceFloats(guarded(entries.vectors(BlendReader.of(vectors))), entries.count(), AXES,
                readAhead -> announce(vectors, entries.indexes(), readAhead));
    }

    private Rows nodes() {
        return new Rows(surface.nodeIndexes(), null, surface.nodeCount());
    }

    private Rows entries(long size, Primitive primitive) {
        return rows(requireEntries(size, primitive), primitive);
    }

    private Rows rows(int[] indexes, Primitive primitive) {
        return new Rows(indexes, primitive == Primitive.TRIANGLE ? surface.faceOfTriangle() : null, surface.count(primitive));
    }

    /// Has the values of the surface's nodes fetched meanwhile. Returns at once; a hint that nothing depends on.
    ///
    /// @param values    the values of all nodes of the mesh, such as the step that is shown next
    /// @param readAhead who fetches, such as `file.readAhead()`
    /// @throws IllegalArgumentException when there is not one value for each node of the mesh
    public void announceNodal(RealView values, ReadAhead readAhead) {
        check(values.size());
        announce(InterpolatedView.of(values), surface.nodeIndexes(), readAhead);
    }

    private static void announce(InterpolatedView values, int[] rows, ReadAhead readAhead) {
        for (int from = 0; from < rows.length;) {
            int to = from + 1;
            while (to < rows.length && rows[to] >= rows[to - 1] && rows[to] - rows[to - 1] <= NEAR) {
                to++;
            }
            values.slice(rows[from], (long) rows[to - 1] - rows[from] + 1).announceTo(readAhead);
            from = to;
        }
    }

    private static void announce(InterpolatedVectors vectors, int[] rows, ReadAhead readAhead) {
        for (int axis = 0; axis < vectors.dimension(); axis++) {
            announce(vectors.component(axis), rows, readAhead);
        }
    }

    /// Has the values of the surface's elements fetched meanwhile: of faces, lines and points. Returns at once; a hint that
    /// nothing depends on.
    ///
    /// @param values    the values in each block
    /// @param readAhead who fetches, such as `file.readAhead()`
    /// @throws IllegalArgumentException when the values are of another number of blocks
    public void announceElements(ElementValues values, ReadAhead readAhead) {
        check(values);
        for (Primitive primitive : Primitive.values()) {
            announceElements(values, primitive, readAhead);
        }
    }

    private void announceElements(ElementValues values, Primitive primitive, ReadAhead readAhead) {
        int[] elements = surface.elementsOf(primitive);
        for (int from = 0; from < elements.length;) {
            int block = surface.blockIndex().of(elements[from]);
            int to = from + 1;
            while (to < elements.length && elements[to] >= elements[to - 1]
                    && elements[to] - elements[to - 1] <= NEAR && surface.blockIndex().of(elements[to]) == block) {
                to++;
            }
            long first = elements[from] - surface.blockIndex().first(block);
            long count = (long) elements[to - 1] - elements[from] + 1;
            for (InterpolatedView component : values.components(block)) {
                component.slice(first, count).announceTo(readAhead);
            }
            from = to;
        }
    }

    /// Has the values of the entries of the set fetched meanwhile that the surface was made from: of faces, lines and points.
    /// Returns at once; a hint that nothing depends on.
    ///
    /// @param values    the values of all entries of the set, such as the step that is shown next
    /// @param readAhead who fetches, such as `file.readAhead()`
    /// @throws IllegalArgumentException when the surface was not made from a set, or the values are not of this one
    public void announceEntries(RealView values, ReadAhead readAhead) {
        for (Primitive primitive : Primitive.values()) {
            announce(InterpolatedView.of(values), requireEntries(values.size(), primitive), readAhead);
        }
    }

    private void check(long size) {
        if (size != meshNodes) {
            throw new IllegalArgumentException(size + " values for the " + meshNodes + " nodes of the mesh");
        }
    }

    private void check(ElementValues values) {
        if (values.blockCount() != surface.blockIndex().size()) {
            throw new IllegalArgumentException("values of " + values.blockCount() + " blocks where the mesh has "
                    + surface.blockIndex().size());
        }
    }

    private FloatFiller guarded(FloatFiller filler) {
        return new GuardedFiller(filler, surface.file().name(), workers);
    }

    private FloatFiller nodal(RealView values) {
        check(values.size());
        int[] nodes = surface.nodeIndexes();
        NodeReader reader = NodeReader.of(values);
        return guarded((from, count, to, at) -> {
            for (int i = 0; i < count; i++) {
                to[at + i] = reader.getFloat(nodes[from + i]);
            }
        });
    }

    private FloatFiller magnitudes(VectorView vectors) {
        check(vectors.size());
        int[] nodes = surface.nodeIndexes();
        @Nullable NodeReader[] readers = readers(vectors);
        return guarded((from, count, to, at) -> {
            NodeReader x = readers[0];
            NodeReader y = readers[1];
            NodeReader z = readers[2];
            for (int i = 0; i < count; i++) {
                int node = nodes[from + i];
                double u = x == null ? 0 : x.get(node);
                double v = y == null ? 0 : y.get(node);
                double w = z == null ? 0 : z.get(node);
                to[at + i] = (float) Math.sqrt(u * u + v * v + w * w);
            }
        });
    }

    private FloatFiller vectors(VectorView vectors) {
        check(vectors.size());
        @Nullable NodeReader[] readers = readers(vectors);
        return guarded((from, count, to, at) -> {
            for (int axis = 0; axis < AXES; axis++) {
                components(readers[axis], from, count, to, at + axis);
            }
        });
    }

    private static @Nullable NodeReader[] readers(VectorView vectors) {
        @Nullable NodeReader[] readers = new NodeReader[AXES];
        for (int axis = 0; axis < vectors.dimension(); axis++) {
            readers[axis] = NodeReader.of(vectors.component(axis));
        }
        return readers;
    }

    private FloatFiller positions() {
        return guarded((from, count, to, at) -> {
            for (int axis = 0; axis < AXES; axis++) {
                components(positions.axis(axis), from, count, to, at + axis);
            }
        });
    }

    private void components(@Nullable NodeReader values, int from, int count, float[] to, int at) {
        int[] nodes = surface.nodeIndexes();
        for (int i = 0; i < count; i++) {
            to[at + AXES * i] = values == null ? 0 : values.getFloat(nodes[from + i]);
        }
    }

    private FloatFiller displaced(VectorView displacement, double scale) {
        check(displacement.size());
        @Nullable NodeReader[] readers = readers(displacement);
        return guarded((from, count, to, at) -> {
            for (int axis = 0; axis < AXES; axis++) {
                NodeReader moved = readers[axis];
                if (moved != null) {
                    displaced(axis, moved, scale, from, count, to, at + axis);
                } else {
                    components(positions.axis(axis), from, count, to, at + axis);
                }
            }
        });
    }

    private void displaced(int axis, NodeReader moved, double scale, int from, int count, float[] to, int at) {
        int[] nodes = surface.nodeIndexes();
        for (int i = 0; i < count; i++) {
            to[at + AXES * i] = (float) (rest[AXES * (from + i) + axis] + scale * moved.get(nodes[from + i]));
        }
    }

    private FloatFiller elements(ElementValues values, Primitive primitive) {
        check(values);
        if (values.areBetween()) {
            return guarded(blockRows(primitive).values(values));
        }
        int[] elements = surface.elementsOf(primitive);
        int[] faces = surface.faceOfTriangle();
        boolean isTriangle = primitive == Primitive.TRIANGLE;
        BlockIndex blocks = surface.blockIndex();
        NodeReader[][] readers = new NodeReader[blocks.size()][];
        for (int block = 0; block < readers.length; block++) {
            readers[block] = values.readers(block);
        }
        return guarded((from, count, to, at) -> {
            NodeReader[] own = {};
            long first = 0;
            long end = 0;
            int last = -1;
            float value = Float.NaN;
            for (int i = 0; i < count; i++) {
                int element = elements[isTriangle ? faces[from + i] : from + i];
                if (element != last) {
                    if (element < first || element >= end) {
                        int block = blocks.of(element);
                        own = readers[block];
                        first = blocks.first(block);
                        end = blocks.end(block);
                    }
                    value = value(own, (int) (element - first), values.areLengths());
                    last = element;
                }
                to[at + i] = value;
            }
        });
    }

    private BlockRows blockRows(Primitive primitive) {
        return new BlockRows(surface.blockIndex(), rows(surface.elementsOf(primitive), primitive));
    }

    private static float value(NodeReader[] components, int row, boolean areLengths) {
        if (components.length == 0) {
            return Float.NaN;
        }
        if (!areLengths) {
            return components[0].getFloat(row);
        }
        double sum = 0;
        for (NodeReader component : components) {
            double value = component.get(row);
            sum += value * value;
        }
        return (float) Math.sqrt(sum);
    }

    private FloatFiller entries(RealView values, Primitive primitive) {
        int[] entries = requireEntries(values.size(), primitive);
        int[] faces = surface.faceOfTriangle();
        boolean isTriangle = primitive == Primitive.TRIANGLE;
        return guarded((from, count, to, at) -> {
            for (int i = 0; i < count; i++) {
                to[at + i] = values.getFloat(entries[isTriangle ? faces[from + i] : from + i]);
            }
        });
    }

    private FloatFiller entryMagnitudes(VectorView vectors, Primitive primitive) {
        int[] entries = requireEntries(vectors.size(), primitive);
        int[] faces = surface.faceOfTriangle();
        NodeReader[] components = vectors.components().stream().map(NodeReader::of).toArray(NodeReader[]::new);
        boolean isTriangle = primitive == Primitive.TRIANGLE;
        return guarded((from, count, to, at) -> {
            for (int i = 0; i < count; i++) {
                to[at + i] = value(components, entries[isTriangle ? faces[from + i] : from + i], true);
            }
        });
    }

    private int[] requireEntries(long size, Primitive primitive) {
        int[] entries = surface.entriesOf(primitive);
        for (int entry : entries) {
            if (entry < 0 || entry >= size) {
                throw new IllegalArgumentException(entry < 0 ? "the surface was not made from a set"
                        : size + " values for a set with at least " + (entry + 1) + " entries");
            }
        }
        return entries;
    }
}
