package dev.exodusii.geometry;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// Where the nodes of a mesh are: as stored, as deformed by a step of a displacement, or as a caller says.
///
/// Immutable and safe for use by many threads while the file is open.
public final class Positions {

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int AT_ONCE = 1 << 17;

    private final Optional<List<RealView>> axes;

    private Positions(Optional<List<RealView>> axes) {
        this.axes = axes;
    }

    /// Returns the places that the file has, as views over it.
    ///
    /// @param file the file
    /// @return the positions; those of a file without a mesh, or that lacks some coordinates, are nowhere
    public static Positions stored(ExodusFile file) {
        try {
            List<RealView> stored = file.coordinates().axes();
            return new Positions(stored.isEmpty() ? Optional.empty() : Optional.of(stored));
        } catch (DamagedDataException lacking) {
            return new Positions(Optional.empty());
        }
    }

    /// Returns places that a caller has, such as those of a mesh that was turned.
    ///
    /// @param places one vector for each node, with as many components as the mesh has dimensions
    /// @return the positions, as views over the same memory
    public static Positions of(VectorView places) {
        return new Positions(Optional.of(places.components()));
    }

    /// Computes places from those that a file has and a displacement: `xyz + scale * displacement`. They are kept as
    /// doubles outside of the heap: 8 bytes for each node and axis, released when nobody refers to them any more.
    ///
    /// @param file         the file
    /// @param displacement one vector for each node, such as a step of the displacement; components that it does not have
    ///                     are 0, and those that the mesh does not have are not looked at
    /// @param scale        by which it is multiplied
    /// @param workers      who does the work; told of bytes
    /// @return the positions; nowhere for a file without a mesh or that lacks some coordinates
    /// @throws IllegalArgumentException when there are not as many vectors as nodes
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static Positions displaced(ExodusFile file, VectorView displacement, double scale, Workers workers) {
        Optional<List<RealView>> stored = stored(file).axes;
        if (stored.isEmpty()) {
            return stored(file);
        }
        List<RealView> from = stored.get();
        long nodes = from.getFirst().size();
        if (displacement.size() != nodes) {
            throw new IllegalArgumentException(displacement.size() + " displacements for " + nodes + " nodes");
        }
        int pieces = Math.toIntExact(Math.ceilDiv(nodes, AT_ONCE));
        RealView[] moved = new RealView[from.size()];
        for (int axis = 0; axis < moved.length; axis++) {
            RealView own = from.get(axis);
            if (axis >= displacement.dimension()) {
                moved[axis] = own;
                continue;
            }
            RealView by = displacement.component(axis);
            MemorySegment memory = Arena.ofAuto().allocate(Math.max(1, nodes) * Double.BYTES, Double.BYTES);
            workers.forEach(pieces, piece -> {
                long end = Math.min(nodes, (piece + 1L) * AT_ONCE);
                for (long node = (long) piece * AT_ONCE; node < end; node++) {
                    memory.set(DOUBLE, node * Double.BYTES, own.get(node) + scale * by.get(node));
                }
                workers.advance(Math.min(AT_ONCE, nodes) * (own.type().byteSize() + by.type().byteSize()));
            });
            moved[axis] = ArrayView.contiguous(memory, ElementType.DOUBLE, 0, nodes).reals();
        }
        return new Positions(Optional.of(List.of(moved)));
    }

    /// Returns the coordinates along each axis.
    ///
    /// @param file the file that they are to fit to
    /// @return one view for each dimension of the mesh; nothing where the nodes are nowhere
    /// @throws IllegalArgumentException when they do not fit to the file
    public Optional<List<RealView>> axes(ExodusFile file) {
        if (axes.isPresent() && (axes.get().size() != file.dimension() || axes.get().getFirst().size() != file.nodeCount())) {
            throw new IllegalArgumentException(axes.get().getFirst().size() + " positions with " + axes.get().size()
                    + " coordinates for the " + file.nodeCount() + " nodes of a mesh of " + file.dimension() + " dimensions");
        }
        return axes;
    }
}
