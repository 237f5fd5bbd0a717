package dev.exodusii;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/// Where the nodes are (`exodus-format` §2.5). Lengths have the unit of the simulation, which the format does not tell.
///
/// Immutable and safe for use by many threads.
public final class Coordinates {

    private static final List<String> SPLIT = List.of("coordx", "coordy", "coordz");
    private static final String TOGETHER = "coord";

    private final Storage storage;
    private final int dimension;
    private final long nodes;

    Coordinates(Storage storage, int dimension, long nodes) {
        this.storage = storage;
        this.dimension = dimension;
        this.nodes = nodes;
    }

    /// Returns the number of axes: 1, 2 or 3, or 0 in a file without a mesh.
    public int dimension() {
        return dimension;
    }

    /// Returns the number of nodes.
    public long size() {
        return nodes;
    }

    /// Returns the names of the axes as stored, empty texts where there are none.
    public List<String> names() {
        return storage.names("coor_names", dimension);
    }

    /// Returns the coordinates of all nodes along one axis.
    ///
    /// @param axis the 0-based axis
    /// @return a view of one value for each node
    /// @throws IndexOutOfBoundsException when the mesh has no such axis
    /// @throws DamagedDataException when the file lacks the values although it has nodes
    public RealView axis(int axis) {
        Objects.checkIndex(axis, dimension);
        if (nodes == 0) {
            return Empty.reals();
        }
        return find(axis).orElseThrow(() -> new DamagedDataException(storage.container().name(), SPLIT.get(axis),
                problem(axis)));
    }

    /// Says why there are no coordinates along an axis.
    String problem(int axis) {
        String nodesAndAxes = nodes + " nodes in " + dimension + " dimensions";
        return storage.variable(SPLIT.get(axis))
                .map(stored -> "is " + stored.view() + " where a list of one number for each of " + nodesAndAxes
                        + " is expected")
                .orElse("is missing although there are " + nodesAndAxes);
    }

    /// Tells whether the file has the coordinates along an axis.
    ///
    /// @param axis the 0-based axis
    /// @return whether [#axis] has values to return
    public boolean isStored(int axis) {
        return axis >= 0 && axis < dimension
                && (nodes == 0 || source(axis).filter(Variable::isComplete).isPresent() && find(axis).isPresent());
    }

    private Optional<Variable> source(int axis) {
        return storage.variable(SPLIT.get(axis)).or(() -> storage.variable(TOGETHER));
    }

    private Optional<RealView> find(int axis) {
        Optional<ArrayView> own = storage.variable(SPLIT.get(axis)).map(stored -> stored.view());
        return own.or(() -> storage.variable(TOGETHER).map(stored -> stored.view())
                .filter(together -> together.rank() == 2 && together.length(0) > axis)
                .map(together -> together.select(0, axis)))
                .filter(values -> SeriesShape.isNumeric(values) && values.rank() == 1 && values.length(0) == nodes)
                .map(ArrayView::reals);
    }

    /// Returns the x coordinates of all nodes; see [#axis].
    ///
    /// @return a view of one value for each node
    /// @throws NoSuchElementException in a file without a mesh
    public RealView x() {
        return named(0, "x");
    }

    /// Returns the y coordinates of all nodes; see [#axis].
    ///
    /// @return a view of one value for each node
    /// @throws NoSuchElementException when the mesh has one dimension
    public RealView y() {
        return named(1, "y");
    }

    /// Returns the z coordinates of all nodes; see [#axis].
    ///
    /// @return a view of one value for each node
    /// @throws NoSuchElementException when the mesh has one or two dimensions
    public RealView z() {
        return named(2, "z");
    }

    private RealView named(int axis, String name) {
        if (axis >= dimension) {
            throw new NoSuchElementException("the mesh of " + storage.container().name() + " is " + dimension
                    + "-dimensional and has no " + name + " coordinates");
        }
        return axis(axis);
    }

    /// Returns the stored axes, in order.
    public List<RealView> axes() {
        List<RealView> axes = new ArrayList<>();
        for (int axis = 0; axis < dimension; axis++) {
            axes.add(axis(axis));
        }
        return List.copyOf(axes);
    }

    /// Copies all nodes as x, y, z, x, y, z... in floats, as a vertex buffer wants them. Axes that the mesh does not have
    /// are 0: a plane mesh lies in the plane z = 0.
    ///
    /// @param destination where they go: three floats for each node, from the first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyInterleavedTo(float[] destination) {
        if (dimension > 0) {
            vectors().copyInterleavedTo(destination);
        }
    }

    /// Returns the places of all nodes as vectors, which can be copied interleaved, displaced by a variable or as distances
    /// from the origin, into arrays, buffers and memory.
    ///
    /// @return a view of one vector for each node
    /// @throws NoSuchElementException in a file without a mesh
    public VectorView vectors() {
        if (dimension == 0) {
            throw new NoSuchElementException(storage.container().name() + " has no mesh and no coordinates");
        }
        return VectorView.of(axes());
    }

    /// Returns the attributes that each node has.
    public EntryAttributes attributes() {
        return EntryAttributes.ofNodes(storage);
    }
}
