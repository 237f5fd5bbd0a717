package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.geometry.Point;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.FaceShape.Tiling;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/// What is seen of a mesh: triangles, line segments and points, and where each of them comes from.
///
/// All indexes are 0-based. *Nodes* of a surface are numbered on their own, in the order of the mesh's nodes; [#nodes] maps
/// them to the mesh. *Faces* are what triangles are cut from: sides of solids, shells and plane elements. Going round a
/// triangle counterclockwise, as its nodes are listed, one looks at the outside of a solid or the front of a shell.
///
/// The connectivity of an Exodus file never changes: a surface is made once and serves for all steps. Values at a step go
/// straight from the file into buffers through [#values].
///
/// It holds 28 bytes for each node, 16 for each triangle, 20 and 4 more for each node round it for each face, 20 for each
/// segment and 16 for each point. Immutable and safe for use by many threads. It reads nothing of the file but values, and
/// coordinates.
public final class Surface {

    /// Stands for the side where an element is drawn itself: a plane element, a line or a point.
    public static final int NO_SIDE = Cells.NO_SIDE;

    /// Stands for the entry of a set in a surface that was not made from a set.
    public static final int NO_ENTRY = -1;

    private static final Tiling[] TILINGS = Tiling.values();
    /// Positions have three coordinates, which are indexed by an int as well.
    private static final int MOST_NODES = (Integer.MAX_VALUE - 8) / Positions.AXES;

    private final ExodusFile file;
    private final BlockIndex blockIndex;
    private final int[] nodes;
    private final int[] triangles;
    private final int[] triangleFaces;
    private final FaceOutlines faces;
    private final Origins faceOrigins;
    private final int[] lines;
    private final Origins lineOrigins;
    private final int[] points;
    private final Origins pointOrigins;
    private final Positions positions;
    /// Where its nodes are at rest, x, y, z, x, y, z...: read once, not at each step from all over the file.
    private final double[] rest;
    private final SurfaceValues values;

    /// What things drawn come from.
    private record Origins(int[] elements, int[] sides, int[] entries) {

        static Origins of(Pieces.Origins origins) {
            return new Origins(origins.elements.toArray(), origins.sides.toArray(), origins.entries.toArray());
        }
    }

    private Surface(ExodusFile file, BlockIndex blockIndex, Pieces pieces, NodeNumbering numbering, FaceOutlines faces,
            int[] triangles, int[] triangleFaces, int[] lines, int[] points, Positions positions, double[] rest) {
        this.file = file;
        this.blockIndex = blockIndex;
        this.nodes = numbering.nodes();
        this.faces = faces;
        this.triangles = triangles;
        this.triangleFaces = triangleFaces;
        this.faceOrigins = Origins.of(pieces.faceOrigins);
        this.lines = lines;
        this.lineOrigins = Origins.of(pieces.lineOrigins);
        this.points = points;
        this.pointOrigins = Origins.of(pieces.pointOrigins);
        this.positions = positions;
        this.rest = rest;
        this.values = new SurfaceValues(this, positions, rest, file.nodeCount(), Workers.callingThread());
    }

    static Surface of(ExodusFile file, BlockIndex blockIndex, Pieces pieces, Positions positions) {
        int[] around = pieces.faceNodes.toArray();
        int[] lines = pieces.lineNodes.toArray();
        int[] points = pieces.pointNodes.toArray();
        NodeNumbering numbering = NodeNumbering.of(file.nodeCount(), around, lines, points);
        if (numbering.nodes().length > MOST_NODES) {
            throw new SurfaceTooLargeException("a surface of " + numbering.nodes().length
                    + " nodes has more coordinates than can be indexed");
        }
        numbering.convert(around);
        numbering.convert(lines);
        numbering.convert(points);
        FaceOutlines faces = new FaceOutlines(around, pieces.faceEnds.toArray(), pieces.faceOutlines.toArray());
        IntList triangles = new IntList(Math.max(0, (int) Math.min(1 << 28, 6L * faces.size())));
        IntList triangleFaces = new IntList(Math.max(0, (int) Math.min(1 << 28, 2L * faces.size())));
        double[] rest = positions.gather(numbering.nodes());
        Tiler tiler = new Tiler(rest, triangles, triangleFaces);
        for (int face = 0; face < faces.size(); face++) {
            tiler.cut(around, faces.start(face), faces.corners(face), TILINGS[pieces.faceTilings.get(face)], face);
        }
        return new Surface(file, blockIndex, pieces, numbering, faces, triangles.toArray(), triangleFaces.toArray(), lines,
                points, positions, rest);
    }

    /// Returns the file that the surface is of.
    public ExodusFile file() {
        return file;
    }

    /// Returns the number of nodes.
    public int nodeCount() {
        return nodes.length;
    }

    /// Returns the nodes as 0-based indexes into those of the mesh, in rising order.
    ///
    /// @return a read-only view of [#nodeCount] indexes
    public IntBuffer nodes() {
        return readOnly(nodes);
    }

    /// Returns the number of triangles.
    public int triangleCount() {
        return triangleFaces.length;
    }

    /// Returns the triangles: three indexes of the surface's nodes each, as an index buffer wants them.
    ///
    /// @return a read-only view of `3 * triangleCount()` indexes
    public IntBuffer triangles() {
        return readOnly(triangles);
    }

    /// Returns the face that each triangle is cut from.
    ///
    /// @return a read-only view of [#triangleCount] indexes of faces, in rising order
    public IntBuffer triangleFaces() {
        return readOnly(triangleFaces);
    }

    /// Returns the number of faces.
    public int faceCount() {
        return faces.size();
    }

    /// Returns the nodes round a face: its corners, and where they are used the nodes between them.
    ///
    /// @param face the 0-based index of the face
    /// @return a read-only view of indexes of the surface's nodes
    /// @throws IndexOutOfBoundsException when there is no such face
    public IntBuffer faceNodes(int face) {
        return IntBuffer.wrap(faces.nodes(), faces.start(face), faces.corners(face)).slice().asReadOnlyBuffer();
    }

    /// Returns the element of a face.
    ///
    /// @param face the 0-based index of the face
    /// @return the 0-based index of the element through all blocks
    /// @throws IndexOutOfBoundsException when there is no such face
    public int faceElement(int face) {
        return faceOrigins.elements[face];
    }

    /// Returns which side of its element a face is.
    ///
    /// @param face the 0-based index of the face
    /// @return the 0-based index of the side, or [#NO_SIDE]
    /// @throws IndexOutOfBoundsException when there is no such face
    public int faceSide(int face) {
        return faceOrigins.sides[face];
    }

    /// Returns which entry of the set a face comes from.
    ///
    /// @param face the 0-based index of the face
    /// @return the 0-based index of the entry, or [#NO_ENTRY]
    /// @throws IndexOutOfBoundsException when there is no such face
    public int faceEntry(int face) {
        return faceOrigins.entries[face];
    }

    /// Returns the number of line segments.
    public int lineCount() {
        return lineOrigins.elements.length;
    }

    /// Returns the line segments: beams, trusses, and in side sets edges. Two indexes of the surface's nodes each; they are
    /// not the edges of faces, see [#elementEdges].
    ///
    /// @return a read-only view of `2 * lineCount()` indexes
    public IntBuffer lines() {
        return readOnly(lines);
    }

    /// Returns the element of a line segment.
    ///
    /// @param line the 0-based index of the segment
    /// @return the 0-based index of the element through all blocks
    /// @throws IndexOutOfBoundsException when there is no such segment
    public int lineElement(int line) {
        return lineOrigins.elements[line];
    }

    /// Returns which side of its element a line segment is.
    ///
    /// @param line the 0-based index of the segment
    /// @return the 0-based index of the side, or [#NO_SIDE]
    /// @throws IndexOutOfBoundsException when there is no such segment
    public int lineSide(int line) {
        return lineOrigins.sides[line];
    }

    /// Returns which entry of the set a line segment comes from.
    ///
    /// @param line the 0-based index of the segment
    /// @return the 0-based index of the entry, or [#NO_ENTRY]
    /// @throws IndexOutOfBoundsException when there is no such segment
    public int lineEntry(int line) {
        return lineOrigins.entries[line];
    }

    /// Returns the number of points.
    public int pointCount() {
        return pointOrigins.elements.length;
    }

    /// Returns the points: spheres, and in side sets the ends of bars. One index of the surface's nodes each.
    ///
    /// @return a read-only view of [#pointCount] indexes
    public IntBuffer points() {
        return readOnly(points);
    }

    /// Returns the element of a point.
    ///
    /// @param point the 0-based index of the point
    /// @return the 0-based index of the element through all blocks
    /// @throws IndexOutOfBoundsException when there is no such point
    public int pointElement(int point) {
        return pointOrigins.elements[point];
    }

    /// Returns which side of its element a point is.
    ///
    /// @param point the 0-based index of the point
    /// @return the 0-based index of the side, or [#NO_SIDE]
    /// @throws IndexOutOfBoundsException when there is no such point
    public int pointSide(int point) {
        return pointOrigins.sides[point];
    }

    /// Returns which entry of the set a point comes from.
    ///
    /// @param point the 0-based index of the point
    /// @return the 0-based index of the entry, or [#NO_ENTRY]
    /// @throws IndexOutOfBoundsException when there is no such point
    public int pointEntry(int point) {
        return pointOrigins.entries[point];
    }

    /// Returns the block of an element that is shown.
    ///
    /// @param element its 0-based index through all blocks
    /// @return the block
    public ElementBlock block(int element) {
        return file.elementBlocks().get(blockIndex.of(element));
    }

    /// Returns one face with all that is known of it: what a viewer tells of the triangle that was clicked on.
    ///
    /// @param face the 0-based index of the face, such as `triangleFaces().get(triangle)`
    /// @return the face
    /// @throws IndexOutOfBoundsException when there is no such face
    public SurfaceFace face(int face) {
        int element = faceElement(face);
        int side = faceSide(face);
        int[] around = new int[faces.corners(face)];
        for (int i = 0; i < around.length; i++) {
            around[i] = nodes[faces.nodes()[faces.start(face) + i]];
        }
        return new SurfaceFace(file, face, element, side < 0 ? OptionalInt.empty() : OptionalInt.of(side), block(element),
                around);
    }

    /// Finds the triangle that a ray meets first, from whichever side. Looks at all triangles: a millisecond for some
    /// hundred thousand; who asks often asks a [#picker]. Lines and points are not met.
    ///
    /// @param positions where the nodes are, plain or deformed: three floats for each, as [SurfaceValues] copies them
    /// @param origin    where the ray begins
    /// @param direction where it goes; of any length
    /// @return what it meets first, or nothing
    /// @throws IndexOutOfBoundsException when there are not positions of all nodes
    /// @throws IllegalArgumentException when the direction has no length
    public Optional<SurfaceHit> pick(float[] positions, Point origin, Point direction) {
        return pick(FloatBuffer.wrap(positions), origin, direction);
    }

    /// Finds the triangle that a ray meets first; see [#pick(float[],Point,Point)].
    ///
    /// @param positions where the nodes are: three floats for each from the start of the buffer, whatever its position
    /// @param origin    where the ray begins
    /// @param direction where it goes; of any length
    /// @return what it meets first, or nothing
    /// @throws IndexOutOfBoundsException when there are not positions of all nodes
    /// @throws IllegalArgumentException when the direction has no length
    public Optional<SurfaceHit> pick(FloatBuffer positions, Point origin, Point direction) {
        requirePositions(positions);
        return new TriangleRay(this, positions, origin, direction).meetAll().hit();
    }

    FloatBuffer requirePositions(FloatBuffer positions) {
        if (positions.limit() < (long) Positions.AXES * nodeCount()) {
            throw new IndexOutOfBoundsException(positions.limit() + " floats are not the positions of " + nodeCount()
                    + " nodes");
        }
        return positions;
    }

    /// Returns what answers many rays, such as those of a mouse that moves. Made anew by each call.
    ///
    /// @return a picker of the undeformed surface, until it is told other positions
    public SurfacePicker picker() {
        return new SurfacePicker(this, positions);
    }

    /// Returns the edges of all faces, each once, for a wireframe without the diagonals of triangles. Made anew by each
    /// call.
    ///
    /// @return two indexes of the surface's nodes for each edge, the smaller one first, in rising order
    /// @throws SurfaceTooLargeException when there are more than can be indexed
    public IntBuffer elementEdges() {
        return readOnly(new SurfaceEdges(this).all());
    }

    /// Returns the edges that show the form of the undeformed mesh: where faces meet at an angle, where the surface ends,
    /// where faces of different blocks meet, and where more than two faces do. Made anew by each call.
    ///
    /// @param angle the angle between the normals of two faces in degrees from which on their edge counts as sharp, such as
    ///              30
    /// @return two indexes of the surface's nodes for each edge, the smaller one first, in rising order
    /// @throws SurfaceTooLargeException when there are more than can be indexed
    public IntBuffer featureEdges(double angle) {
        return readOnly(new SurfaceEdges(this).features(Math.cos(Math.toRadians(angle)), rest));
    }

    /// Returns the number of triangles, lines or points.
    ///
    /// @param primitive which of them
    public int count(Primitive primitive) {
        return switch (primitive) {
            case TRIANGLE -> triangleCount();
            case LINE -> lineCount();
            case POINT -> pointCount();
        };
    }

    /// Returns what computes normals. Made anew by each call, which goes through all triangles; keep it from step to step.
    public SurfaceNormals normals() {
        return new SurfaceNormals(this);
    }

    /// Returns what copies values at a step into buffers.
    public SurfaceValues values() {
        return values;
    }

    FaceOutlines outlines() {
        return faces;
    }

    int[] nodeIndexes() {
        return nodes;
    }

    int[] triangleNodes() {
        return triangles;
    }

    int[] faceOfTriangle() {
        return triangleFaces;
    }

    int[] elementsOf(Primitive primitive) {
        return switch (primitive) {
            case TRIANGLE -> faceOrigins.elements;
            case LINE -> lineOrigins.elements;
            case POINT -> pointOrigins.elements;
        };
    }

    int[] entriesOf(Primitive primitive) {
        return switch (primitive) {
            case TRIANGLE -> faceOrigins.entries;
            case LINE -> lineOrigins.entries;
            case POINT -> pointOrigins.entries;
        };
    }

    BlockIndex blockIndex() {
        return blockIndex;
    }

    private static IntBuffer readOnly(int[] indexes) {
        return IntBuffer.wrap(indexes).asReadOnlyBuffer();
    }

    /// Returns the numbers of nodes, triangles, lines and points.
    @Override
    public String toString() {
        return nodeCount() + " nodes, " + triangleCount() + " triangles, " + lineCount() + " lines, " + pointCount()
                + " points";
    }
}
