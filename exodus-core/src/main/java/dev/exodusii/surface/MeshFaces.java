package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.ElementSet;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideSet;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.IntegerView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The faces of a mesh that can ever be seen from outside, found once; from them surfaces are put together fast, whatever
/// blocks are visible.
///
/// A face is outer when its set of corner nodes occurs once among the sides of all solids of the mesh; one of a polyhedron
/// when its face number does (`exodus-format` §3.5). Faces that elements of different blocks share are kept beside them:
/// they become outer when all but one of these blocks are hidden. Elements that are flat, lines or points are shown as they
/// are.
///
/// Nothing in a file makes this fail or draws what is not there:
///
/// - a side with a corner that does not exist is left out, one with a missing node between its corners is drawn without it;
/// - corners that are named twice count once, a side with less than three different ones is no face;
/// - blocks without a known shape (superelements, Bézier elements, unknown types) or with damaged connectivity are left
///   out and listed by [#skippedBlocks];
/// - entries of sets that name no element or side draw nothing.
///
/// Faces are told apart by their nodes, not by what is near to what. Most of those inside of a block are recognized by sums of
/// 64 bits in which two of them cancel each other; that a face on the outside is lost by it has a chance of 2^-64.
///
/// While faces are looked for, each thread holds 8 bytes for each node of a part of the mesh, which has about 65,000 nodes,
/// or more where elements are stored in no sensible order, and about 50 for each face that may be seen. Beyond that, 8 bytes
/// for each outer face and each side of a face between blocks stay. Meshes with more than 2^31 - 9 nodes or elements are
/// refused with [SurfaceTooLargeException].
///
/// Immutable and safe for use by many threads. It reads the connectivity again when a surface is put together, so the file
/// must be open then.
public final class MeshFaces {

    private static final int MOST = Integer.MAX_VALUE - 8;
    private static final int AT_A_TIME = 1 << 13;

    private final ExodusFile file;
    private final List<ElementBlock> blocks;
    private final BlockIndex blockIndex;
    private final BlockCells cells;
    private final BoundingFaces faces;

    private MeshFaces(ExodusFile file, BlockIndex blockIndex, BlockCells cells, BoundingFaces faces) {
        this.file = file;
        this.blocks = file.elementBlocks();
        this.blockIndex = blockIndex;
        this.cells = cells;
        this.faces = faces;
    }

    /// Finds the faces of a mesh.
    ///
    /// @param file    the open file
    /// @param workers who does the work; told of the bytes of connectivity
    /// @return the faces
    /// @throws SurfaceTooLargeException when there are more nodes or elements than an int can count
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static MeshFaces of(ExodusFile file, Workers workers) {
        List<ElementBlock> blocks = file.elementBlocks();
        long elements = blocks.isEmpty() ? 0 : blocks.getLast().firstIndex() + blocks.getLast().size();
        if (elements > MOST || file.nodeCount() > MOST) {
            throw new SurfaceTooLargeException("a mesh with " + file.nodeCount() + " nodes and " + elements
                    + " elements is beyond indexes of 32 bits");
        }
        BlockIndex blockIndex = new BlockIndex(blocks);
        BlockCells cells = new BlockCells(file);
        if (cells.faceNodes().size() > MOST) {
            throw new SurfaceTooLargeException("a mesh with " + cells.faceNodes().size()
                    + " faces is beyond indexes of 32 bits");
        }
        return Faults.guard(file.name(), "the faces of its mesh", () -> new MeshFaces(file, blockIndex, cells,
                FaceSearch.all(file, cells, blockIndex, workers)));
    }

    /// Returns the file that the faces are of.
    public ExodusFile file() {
        return file;
    }

    /// Returns the blocks with elements of which nothing can be drawn.
    public List<SkippedBlock> skippedBlocks() {
        return cells.skipped();
    }

    /// Returns the number of faces that occur once among all solids of the mesh.
    public int outerFaceCount() {
        return faces.outer().length;
    }

    /// Returns the element of an outer face.
    ///
    /// @param face the 0-based index of the face; faces are in the order of elements and sides
    /// @return the 0-based index of the element through all blocks
    /// @throws IndexOutOfBoundsException when there is no such face
    public int outerElement(int face) {
        return BoundingFaces.element(faces.outer()[face]);
    }

    /// Returns which side of its element an outer face is.
    ///
    /// @param face the 0-based index of the face
    /// @return the 0-based index of the side, as in [dev.exodusii.topology.Topology]; for a polyhedron the position of the
    ///         face in its list
    /// @throws IndexOutOfBoundsException when there is no such face
    public int outerSide(int face) {
        return BoundingFaces.side(faces.outer()[face]);
    }

    /// Puts the surface of the whole mesh or of some blocks together.
    ///
    /// @param options what is to be shown
    /// @param workers who does the work
    /// @return the surface; faces are in the order of elements and sides
    /// @throws SurfaceTooLargeException when it has more nodes or triangles than can be indexed
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public Surface surface(SurfaceOptions options, Workers workers) {
        return Faults.guard(file.name(), "a surface of its mesh", () -> surfaceOf(options, workers));
    }

    private Surface surfaceOf(SurfaceOptions options, Workers workers) {
        boolean[] isVisible = visible(options);
        long[] selected = faces.select(isVisible, options.withInterfaces(), blockIndex);
        List<@Nullable Cells> shown = cells.of(options.withMidSideNodes());
        List<IntFunction<Pieces>> tasks = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Cells block = shown.get(i);
            if (isVisible[i] && block != null) {
                addTasks(block, blocks.get(i), selected, tasks);
            }
        }
        return assemble(tasks, workers);
    }

    private static void addTasks(Cells cells, ElementBlock block, long[] selected, List<IntFunction<Pieces>> tasks) {
        int first = (int) block.firstIndex();
        int end = first + (int) block.size();
        if (!cells.isSolid()) {
            for (int from = first; from < end; from += AT_A_TIME) {
                int start = from;
                tasks.add(_ -> elements(cells, start, Math.min(end, start + AT_A_TIME)));
            }
            return;
        }
        int last = place(selected, end);
        for (int from = place(selected, first); from < last; from += AT_A_TIME) {
            int start = from;
            tasks.add(_ -> sides(cells, selected, start, Math.min(last, start + AT_A_TIME)));
        }
    }

    private static int place(long[] selected, int element) {
        int found = Arrays.binarySearch(selected, BoundingFaces.pack(element, 0));
        return found < 0 ? -found - 1 : found;
    }

    private static Pieces elements(Cells cells, int from, int to) {
        Pieces pieces = new Pieces();
        for (int element = from; element < to; element++) {
            cells.addElement(element, Surface.NO_ENTRY, pieces);
        }
        return pieces;
    }

    private static Pieces sides(Cells cells, long[] selected, int from, int to) {
        Pieces pieces = new Pieces();
        for (int i = from; i < to; i++) {
            cells.addSide(BoundingFaces.element(selected[i]), BoundingFaces.side(selected[i]), Surface.NO_ENTRY, pieces);
        }
        return pieces;
    }

    /// Puts the sides of a side set together: faces of solids and shells as triangles, edges as lines, ends as points.
    ///
    /// @param set     a side set of the same file
    /// @param options of which blocks sides are shown, and whether nodes between corners are used
    /// @param workers who does the work
    /// @return the surface; what is drawn is in the order of the set's entries, and [Surface#faceEntry] tells which it is
    /// @throws dev.exodusii.diagnostic.DamagedDataException when the file lacks the set's lists
    /// @throws SurfaceTooLargeException when it has more nodes or triangles than can be indexed
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public Surface sideSet(SideSet set, SurfaceOptions options, Workers workers) {
        return Faults.guard(file.name(), "a surface of its mesh", () -> surfaceOfSides(set, options, workers));
    }

    private Surface surfaceOfSides(SideSet set, SurfaceOptions options, Workers workers) {
        boolean[] isVisible = visible(options);
        List<@Nullable Cells> shown = cells.of(options.withMidSideNodes());
        IntegerView elements = set.elements();
        IntegerView sides = set.sides();
        int size = SetEntries.size(set);
        List<IntFunction<Pieces>> tasks = new ArrayList<>();
        for (int from = 0; from < size; from += AT_A_TIME) {
            int start = from;
            int end = (int) Math.min(size, (long) from + AT_A_TIME);
            tasks.add(_ -> {
                Pieces pieces = new Pieces();
                for (int entry = start; entry < end; entry++) {
                    addSide(elements.get(entry) - 1, sides.get(entry) - 1, entry, shown, isVisible, pieces);
                }
                return pieces;
            });
        }
        return assemble(tasks, workers);
    }

    private void addSide(long element, long side, int entry, List<@Nullable Cells> shown, boolean[] isVisible, Pieces pieces) {
        int block = SetEntries.block(element, blocks, blockIndex);
        if (block >= 0 && isVisible[block] && side >= 0 && side <= MOST) {
            Cells own = shown.get(block);
            if (own != null) {
                own.addSide((int) element, (int) side, entry, pieces);
            }
        }
    }

    /// Finds the surface of the elements of an element set, as if there were no others.
    ///
    /// @param set     an element set of the same file
    /// @param options which blocks are shown; faces between the set's elements of different blocks on request
    /// @param workers who does the work
    /// @return the surface; faces are in the order of elements and sides, and [Surface#faceEntry] tells the entry that an
    ///         element was first named by
    /// @throws dev.exodusii.diagnostic.DamagedDataException when the file lacks the set's list
    /// @throws SurfaceTooLargeException when it has more nodes or triangles than can be indexed
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public Surface elementSet(ElementSet set, SurfaceOptions options, Workers workers) {
        return Faults.guard(file.name(), "a surface of its mesh", () -> surfaceOfElements(set, options, workers));
    }

    private Surface surfaceOfElements(ElementSet set, SurfaceOptions options, Workers workers) {
        boolean[] isVisible = visible(options);
        SetEntries entries = SetEntries.of(set, blocks, blockIndex);
        long[] selected = FaceSearch.some(file, cells, blockIndex, entries, workers)
                .select(isVisible, options.withInterfaces(), blockIndex);
        List<@Nullable Cells> shown = cells.of(options.withMidSideNodes());
        return assemble(List.of(_ -> {
            Pieces pieces = new Pieces();
            for (int i = 0; i < blocks.size(); i++) {
                Cells own = shown.get(i);
                if (isVisible[i] && own != null) {
                    entries.add(own, blocks.get(i), selected, pieces);
                }
            }
            return pieces;
        }), workers);
    }

    private boolean[] visible(SurfaceOptions options) {
        boolean[] isVisible = new boolean[blocks.size()];
        for (int i = 0; i < isVisible.length; i++) {
            isVisible[i] = options.isVisible().test(blocks.get(i));
        }
        return isVisible;
    }

    private Surface assemble(List<IntFunction<Pieces>> tasks, Workers workers) {
        List<Pieces> parts = workers.map(tasks.size(), task -> tasks.get(task).apply(task));
        return Surface.of(file, blockIndex, Pieces.join(parts), cells.positions());
    }
}
