package dev.exodusii.geometry;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Finds what is at a point of a mesh in some microseconds, by trees of boxes around nodes and around elements.
///
/// Answers are those of [PointLocator#scanning], to the last bit. A tree is made when a question first needs it, or by
/// [#prepareNodes] and [#prepareElements] before; other threads that want it meanwhile wait. When somebody stops the
/// workers, whoever asks next begins anew. A tree takes 32 bytes of the heap for each node or element in three dimensions, see
/// [#bytes], and 49 more for each of them while it is made. A mesh with more than 357 million nodes (of three dimensions) or as many
/// elements has no tree; each question about it looks at everything.
///
/// Immutable for its users and safe for use by many threads while the file is open.
public final class SpatialIndex implements PointLocator {

    private final ExodusFile file;
    private final Optional<List<RealView>> axes;
    private final PointLocator scanning;
    private final Once<Built<NodeTree>> nodes;
    private final Once<Built<ElementTree>> elements;

    private SpatialIndex(ExodusFile file, Positions positions, Workers workers) {
        this.file = file;
        this.axes = positions.axes(file);
        this.scanning = PointLocator.scanning(file, positions, workers);
        this.nodes = new Once<>(workers, () -> new Built<>(axes.filter(own -> fits(file.nodeCount(), own.size()))
                .map(own -> NodeTree.of(own, workers)).orElse(null)));
        this.elements = new Once<>(workers, () -> new Built<>(axes.filter(own -> fits(elementsInBlocks(), own.size()))
                .map(own -> ElementTree.of(file, own, workers)).orElse(null)));
    }

    private static boolean fits(long count, int dimension) {
        return count <= BoxTree.most(dimension);
    }

    private long elementsInBlocks() {
        return file.elementBlocks().stream().mapToLong(ElementBlock::size).sum();
    }

    /// Makes an index of a mesh where the file says that it is. Nothing is read yet.
    ///
    /// @param file    the file with the mesh
    /// @param workers who makes the trees; told of each byte of coordinates and connectivity that was looked at for them
    /// @return the index
    public static SpatialIndex of(ExodusFile file, Workers workers) {
        return of(file, Positions.stored(file), workers);
    }

    /// Makes an index of a mesh whose nodes are elsewhere than the file says, such as at a step of a displacement.
    ///
    /// @param file      the file with the mesh
    /// @param positions where the nodes are
    /// @param workers   who makes the trees; told of each byte of coordinates and connectivity that was looked at for them
    /// @return the index
    /// @throws IllegalArgumentException when the positions do not fit to the file
    public static SpatialIndex of(ExodusFile file, Positions positions, Workers workers) {
        return new SpatialIndex(file, positions, workers);
    }

    /// Makes the tree of the nodes, unless it is there.
    ///
    /// @throws CancellationException when somebody stopped the workers
    public void prepareNodes() {
        Faults.guard(file.name(), "its nodes", nodes::get);
    }

    /// Makes the tree of the elements, unless it is there.
    ///
    /// @throws CancellationException when somebody stopped the workers
    public void prepareElements() {
        Faults.guard(file.name(), "its elements", elements::get);
    }

    /// Returns how many bytes of the heap the trees take that were made.
    public long bytes() {
        Built<NodeTree> ofNodes = nodes.known();
        Built<ElementTree> ofElements = elements.known();
        return (ofNodes == null || ofNodes.tree == null ? 0 : ofNodes.tree.bytes())
                + (ofElements == null || ofElements.tree == null ? 0 : ofElements.tree.bytes());
    }

    @Override
    public Nearest<NearestNode> nearestNode(Point point) {
        ScanningLocator.requireFinite(point);
        return Faults.guard(file.name(), "its mesh", () -> nodeAt(point));
    }

    private Nearest<NearestNode> nodeAt(Point point) {
        NodeTree tree = nodes.get().tree;
        return tree == null ? scanning.nearestNode(point) : tree.nearest(point);
    }

    @Override
    public Nearest<ElementPoint> nearestElement(Point point) {
        ScanningLocator.requireFinite(point);
        return Faults.guard(file.name(), "its mesh", () -> elementAt(point));
    }

    private Nearest<ElementPoint> elementAt(Point point) {
        ElementTree tree = elements.get().tree;
        return tree == null ? scanning.nearestElement(point) : tree.nearest(point);
    }

    /// Finds all elements that a point is in, as [ElementPoint#isInside] tells: several where they meet or overlap.
    ///
    /// @param point the point; axes that the mesh does not have are not looked at
    /// @return the elements in the order of the file, each with the place in it; empty outside of the mesh
    /// @throws IllegalArgumentException      when the point is not finite
    /// @throws CancellationException         when somebody stopped the workers
    /// @throws UnsupportedOperationException when the mesh is too large for a tree
    public List<ElementPoint> containing(Point point) {
        ScanningLocator.requireFinite(point);
        return Faults.guard(file.name(), "its mesh", () -> elementsAround(point));
    }

    private List<ElementPoint> elementsAround(Point point) {
        ElementTree tree = elements.get().tree;
        if (tree != null) {
            return tree.containing(point);
        }
        if (axes.isEmpty()) {
            return new ArrayList<>();
        }
        throw new UnsupportedOperationException(file.name() + " has too many elements for a tree");
    }

    /// What was made; nothing where no tree can be.
    private static final class Built<T> {

        private final @Nullable T tree;

        Built(@Nullable T tree) {
            this.tree = tree;
        }
    }
}
