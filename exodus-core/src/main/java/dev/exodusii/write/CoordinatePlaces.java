package dev.exodusii.write;

import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;

/// Where the coordinates of the nodes go. Used by the thread that uses the writer.
public final class CoordinatePlaces {

    private final ExodusWriter writer;
    private final NetcdfWriter file;
    private final int dimension;
    private final long nodes;

    CoordinatePlaces(ExodusWriter writer, NetcdfWriter file, int dimension, long nodes) {
        this.writer = writer;
        this.file = file;
        this.dimension = dimension;
        this.nodes = nodes;
    }

    /// Returns where the coordinates along one axis go.
    ///
    /// @param axis the 0-based axis
    /// @return the place of one value for each node
    /// @throws NoSuchElementException when the mesh has no such axis
    public RealPlace axis(int axis) {
        if (axis < 0 || axis >= dimension) {
            throw new NoSuchElementException(file.name() + ": the mesh is " + dimension + "-dimensional and has no axis "
                    + axis + ", counted from 0");
        }
        return new RealPlace(writer.axis(axis, nodes));
    }

    /// Returns where the x coordinates go.
    ///
    /// @return the place of one value for each node
    public RealPlace x() {
        return axis(0);
    }

    /// Returns where the y coordinates go.
    ///
    /// @return the place of one value for each node
    public RealPlace y() {
        return axis(1);
    }

    /// Returns where the z coordinates go.
    ///
    /// @return the place of one value for each node
    public RealPlace z() {
        return axis(2);
    }

    /// Puts all coordinates, an array for each axis.
    ///
    /// @param axes as many arrays as there are axes, with one value for each node
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when there are more or fewer arrays than axes or values than nodes
    public void put(double[]... axes) throws IOException {
        checkAxes(axes.length);
        for (int axis = 0; axis < dimension; axis++) {
            axis(axis).put(axes[axis]);
        }
    }

    /// Puts all coordinates from views, such as those of another file.
    ///
    /// @param vectors one vector for each node, with as many components as there are axes
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when there are more or fewer components than axes or vectors than nodes
    public void put(VectorView vectors) throws IOException {
        List<RealView> components = vectors.components();
        checkAxes(components.size());
        for (int axis = 0; axis < dimension; axis++) {
            axis(axis).put(components.get(axis));
        }
    }

    private void checkAxes(int given) {
        if (given != dimension) {
            throw new IllegalArgumentException(file.name() + ": coordinates along " + given + " axes were given for a "
                    + dimension + "-dimensional mesh");
        }
    }

    /// Puts all coordinates from x, y, z, x, y, z ..., as graphics programs and (N, 3) arrays have them.
    ///
    /// @param values as many for each node as there are axes
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when it is another number of values
    public void putInterleaved(Values values) throws IOException {
        if (values.size() != Math.multiplyExact(nodes, dimension)) {
            throw new IllegalArgumentException(file.name() + ": " + values.size() + " coordinates were given for "
                    + nodes + " nodes with " + dimension + " each");
        }
        for (int axis = 0; axis < dimension; axis++) {
            axis(axis).put(values.every(dimension, axis));
        }
    }

    /// Puts all coordinates from x, y, z, x, y, z ...; see [#putInterleaved(Values)].
    ///
    /// @param values as many for each node as there are axes
    /// @throws IOException when they cannot be written
    public void putInterleaved(double... values) throws IOException {
        putInterleaved(Values.of(values));
    }

    /// Puts all coordinates from x, y, z, x, y, z ...; see [#putInterleaved(Values)].
    ///
    /// @param values as many for each node as there are axes
    /// @throws IOException when they cannot be written
    public void putInterleaved(float[] values) throws IOException {
        putInterleaved(Values.of(values));
    }

    /// Returns where the attributes of the nodes go.
    ///
    /// @return their places
    /// @throws NoSuchElementException when none are defined
    public AttributePlaces attributes() {
        return writer.nodalAttributes();
    }
}
