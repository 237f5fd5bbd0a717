package dev.exodusii.grid;

import dev.exodusii.EntityKind;
import dev.exodusii.geometry.Point;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.write.BlockDefinition;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// A regular mesh of any size, with sets on its sides and variables whose values a function says.
///
/// ```java
/// GridModel model = GridModel.of(GridShape.HEX8, 100, 100, 100).steps(20, 0.1)
///         .variable(EntityKind.NODAL, "temperature", (index, x, y, z, time) -> 300 + x * time);
/// try (ExodusWriter writer = Exodus.create(path, model.definition().build())) {
///     model.to(writer);
/// }
/// ```
///
/// Nodes and elements are counted along x first, then y, then z. A node set and a side set lie on each side of the grid,
/// called `xmin`, `xmax`, `ymin` and so on, with ids from 1 on. Blocks are layers along the last axis, with ids from 1 on.
/// Everything is computed when it is written, through a few small buffers. Immutable.
public final class GridModel {

    private static final int AXES = 3;
    private static final List<String> SIDES = List.of("xmin", "xmax", "ymin", "ymax", "zmin", "zmax");

    /// A variable.
    record Variable(EntityKind kind, String name, GridFunction function) {}

    private final Lattice lattice;
    private final Point origin;
    private final Point size;
    private final int blocks;
    private final boolean hasSets;
    private final long steps;
    private final double interval;
    private final boolean isSparse;
    private final List<Variable> variables;

    private GridModel(Lattice lattice, Point origin, Point size, int blocks, boolean hasSets, long steps, double interval,
            boolean isSparse, List<Variable> variables) {
        this.lattice = lattice;
        this.origin = origin;
        this.size = size;
        this.blocks = blocks;
        this.hasSets = hasSets;
        this.steps = steps;
        this.interval = interval;
        this.isSparse = isSparse;
        this.variables = List.copyOf(variables);
    }

    /// Makes a mesh without results: one block, from the origin to 1 along each axis.
    ///
    /// @param shape the shape of the elements
    /// @param cells the number of cells along each axis, as many numbers as the shape has dimensions
    /// @return the model
    /// @throws IllegalArgumentException when it is another number of numbers or one is not at least 1
    public static GridModel of(GridShape shape, long... cells) {
        require(cells.length == shape.dimension(), shape + " needs numbers of cells along " + shape.dimension()
                + " axes, not " + cells.length);
        long[] all = new long[AXES];
        for (int axis = 0; axis < cells.length; axis++) {
            require(cells[axis] >= 1 && cells[axis] <= 1L << 40, "there cannot be " + cells[axis] + " cells along an axis");
            all[axis] = cells[axis];
        }
        return new GridModel(new Lattice(shape, all), new Point(0, 0, 0), new Point(1, 1, 1), 1, true, 0, 1, false,
                List.of());
    }

    private static void require(boolean isFine, String fault) {
        if (!isFine) {
            throw new IllegalArgumentException(fault);
        }
    }

    /// Puts the mesh somewhere.
    ///
    /// @param newOrigin where its first node is
    /// @param newSize   how long it is along each axis
    /// @return the altered copy
    /// @throws IllegalArgumentException when a length is not greater than 0
    public GridModel box(Point newOrigin, Point newSize) {
        require(newSize.isFinite() && newOrigin.isFinite() && newSize.x() > 0 && newSize.y() > 0 && newSize.z() > 0,
                "a mesh cannot have the size " + newSize.x() + ", " + newSize.y() + ", " + newSize.z());
        return new GridModel(lattice, newOrigin, newSize, blocks, hasSets, steps, interval, isSparse, variables);
    }

    /// Cuts the mesh into blocks.
    ///
    /// @param count how many, at most as many as there are layers of cells along the last axis
    /// @return the altered copy
    /// @throws IllegalArgumentException when there cannot be so many
    public GridModel blocks(int count) {
        long layers = lattice.cells()[lattice.shape().dimension() - 1];
        require(count >= 1 && count <= layers, "there are " + layers + " layers of cells, which make 1 to " + layers
                + " blocks, not " + count);
        return new GridModel(lattice, origin, size, count, hasSets, steps, interval, isSparse, variables);
    }

    /// Leaves out the sets.
    ///
    /// @return the altered copy
    public GridModel withoutSets() {
        return new GridModel(lattice, origin, size, blocks, false, steps, interval, isSparse, variables);
    }

    /// Gives the model steps.
    ///
    /// @param count       how many
    /// @param newInterval the time from one to the next; the first is at 0
    /// @return the altered copy
    /// @throws IllegalArgumentException when there are fewer than none
    public GridModel steps(long count, double newInterval) {
        require(count >= 0 && Double.isFinite(newInterval), count + " steps of " + newInterval + " cannot be");
        return new GridModel(lattice, origin, size, blocks, hasSets, count, newInterval, isSparse, variables);
    }

    /// Adds a variable.
    ///
    /// @param kind     `NODAL`, `ELEMENT_BLOCK` or `GLOBAL`
    /// @param name     the name
    /// @param function says what its values are
    /// @return the altered copy
    /// @throws IllegalArgumentException when it is another kind
    public GridModel variable(EntityKind kind, String name, GridFunction function) {
        require(kind == EntityKind.NODAL || kind == EntityKind.ELEMENT_BLOCK || kind == EntityKind.GLOBAL,
                "variables of a " + kind.label() + " are not made here");
        List<Variable> more = new ArrayList<>(variables);
        more.add(new Variable(kind, name, function));
        return new GridModel(lattice, origin, size, blocks, hasSets, steps, interval, isSparse, more);
    }

    /// Leaves the values of all variables 0 without writing them: in a file they are holes, so that one of any size is there
    /// in a moment and takes next to no room. Times and the mesh are written.
    ///
    /// @return the altered copy
    public GridModel sparse() {
        return new GridModel(lattice, origin, size, blocks, hasSets, steps, interval, true, variables);
    }

    /// Returns the number of nodes.
    public long nodeCount() {
        return lattice.nodes();
    }

    /// Returns the number of elements.
    public long elementCount() {
        return lattice.cellCount() * lattice.shape().elementsPerCell();
    }

    /// Returns the number of steps.
    public long steps() {
        return steps;
    }

    /// Returns what the file holds, to be built as it is or with more.
    ///
    /// @return a builder of its own at each call
    public ExodusDefinitionBuilder definition() {
        GridShape shape = lattice.shape();
        boolean isLong = nodeCount() > Integer.MAX_VALUE || elementCount() > Integer.MAX_VALUE;
        ExodusDefinitionBuilder builder = ExodusDefinition.builder().dimension(shape.dimension()).nodes(nodeCount())
                .longIntegers(isLong, isLong, isLong).fill(isSparse ? Fill.HOLES : Fill.NONE);
        if (shape == GridShape.POLYHEDRA) {
            long faces = new PolyhedralFaces(lattice).count();
            builder.add(BlockDefinition.polygons(EntityKind.FACE_BLOCK, 1, faces, 4 * faces));
        }
        for (int block = 0; block < blocks; block++) {
            long elements = elementsBefore(block + 1) - elementsBefore(block);
            long id = block + 1L;
            builder.add(shape == GridShape.POLYHEDRA ? BlockDefinition.polyhedra(id, elements, 6 * elements)
                    : BlockDefinition.of(EntityKind.ELEMENT_BLOCK, id, shape.elementType(), elements)
                            .withNodesPerEntry(shape.nodesPerElement()));
        }
        for (int side = 0; hasSets && side < 2 * shape.dimension(); side++) {
            String name = SIDES.get(side);
            builder.nodeSet(side + 1, lattice.count(side / 2, place(side)), set -> set.withName(name));
        }
        for (int side = 0; hasSets && side < 2 * shape.dimension(); side++) {
            String name = SIDES.get(side);
            builder.sideSet(side + 1, sideCount(side), set -> set.withName(name));
        }
        variables.forEach(variable -> builder.variables(variable.kind(), variable.name()));
        return builder;
    }

    /// Where on its axis a side is, in halves of cells.
    long place(int side) {
        return side % 2 == 0 ? 0 : 2 * lattice.cells()[side / 2];
    }

    private long sideCount(int side) {
        int axis = side / 2;
        long cells = lattice.cellCount() / lattice.cells()[axis];
        return cells * lattice.shape().sidesOn(axis, side % 2 == 0 ? 0 : 2).size();
    }

    /// Blocks are layers of cells along the last axis.
    long cellsBefore(int block) {
        long layers = lattice.cells()[lattice.shape().dimension() - 1];
        return lattice.cellCount() / layers * (layers * block / blocks);
    }

    private long elementsBefore(int block) {
        return cellsBefore(block) * lattice.shape().elementsPerCell();
    }

    /// Writes the model; see [#to(ExodusWriter, LongConsumer)].
    ///
    /// @param writer gets the model
    /// @throws IOException when it cannot be written
    public void to(ExodusWriter writer) throws IOException {
        to(writer, bytes -> {});
    }

    /// Writes the model, and announces its steps, so that the file is complete.
    ///
    /// @param writer   a new file of [#definition], to which something may have been added
    /// @param progress is told of bytes that were written since it was told last, more or less
    /// @throws IOException when it cannot be written
    public void to(ExodusWriter writer, LongConsumer progress) throws IOException {
        GridPass pass = new GridPass(this, writer, progress);
        pass.mesh();
        for (long step = 0; step < steps; step++) {
            writer.putTime(step, step * interval);
            if (!isSparse) {
                pass.step(step, step * interval);
            }
        }
        writer.announce(steps);
    }

    Lattice lattice() {
        return lattice;
    }

    int blocks() {
        return blocks;
    }

    boolean hasSets() {
        return hasSets;
    }

    List<Variable> variables() {
        return variables;
    }

    /// Returns a coordinate of what is at a place, which is counted in halves of cells.
    double coordinate(int axis, double place) {
        long cells = lattice.cells()[axis];
        return cells == 0 ? 0 : origin.get(axis) + size.get(axis) * (place / (2 * cells));
    }
}
