package dev.exodusii.cli.pic;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeBracket;
import dev.exodusii.TimeSeries;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.surface.ElementValues;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.SurfaceValues;
import dev.exodusii.view.InterpolatedVectors;
import dev.exodusii.view.VectorView;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/// A quantity as the colours of a surface: its values at nodes, or one for each triangle, line or point.
///
/// @param file     the open file
/// @param quantity belongs to nodes, to elements or to the sides of side sets
public record SurfaceQuantity(ExodusFile file, Quantity quantity) {

    /// Tells whether values belong to nodes, and not to elements or sides.
    public boolean isNodal() {
        return quantity.kind() == EntityKind.NODAL;
    }

    /// Tells whether values belong to the sides of side sets.
    public boolean isOnSides() {
        return quantity.kind() == EntityKind.SIDE_SET;
    }

    /// Tells whether the sides of a set have values.
    ///
    /// @param set any set of the file
    public boolean isStoredOn(Entity set) {
        return isOnSides() && !quantity.on(set).isEmpty();
    }

    /// Copies the values at the nodes of a surface.
    ///
    /// @param on          the values of the surface
    /// @param time        which step, or where between which
    /// @param destination gets one value for each node of the surface
    public void copyNodes(SurfaceValues on, TimeBracket time, float[] destination) {
        List<TimeSeries> series = quantity.in(file);
        if (series.isEmpty()) {
            throw new NoSuchElementException(file.name() + " has no values of " + quantity);
        }
        if (quantity.isMagnitude()) {
            on.magnitudes(vectors(series, time)).copyTo(destination);
        } else {
            on.nodal(series.getFirst().at(time)).copyTo(destination);
        }
    }

    /// Copies the values of the elements that triangles, lines or points are of; those of sides are nowhere on elements.
    ///
    /// @param on          the values of the surface
    /// @param primitive   which of them
    /// @param time        which step, or where between which
    /// @param destination gets one value for each, NaN where there is none
    public void copyElements(SurfaceValues on, Primitive primitive, TimeBracket time, float[] destination) {
        if (isOnSides()) {
            Arrays.fill(destination, Float.NaN);
        } else {
            on.copyElements(quantity.isMagnitude() ? ElementValues.magnitudes(file, quantity.names(), time)
                    : ElementValues.of(file, quantity.names().getFirst(), time), primitive, destination);
        }
    }

    /// Copies the values of the entries of a set that triangles, lines or points are of.
    ///
    /// @param set         a set that has values, see [#isStoredOn]
    /// @param on          the values of the surface of that set
    /// @param primitive   which of them
    /// @param time        which step, or where between which
    /// @param destination gets one value for each
    public void copyEntries(Entity set, SurfaceValues on, Primitive primitive, TimeBracket time, float[] destination) {
        List<TimeSeries> series = quantity.on(set);
        if (quantity.isMagnitude()) {
            on.entryMagnitudes(vectors(series, time), primitive).copyTo(destination);
        } else {
            on.entries(series.getFirst().at(time), primitive).copyTo(destination);
        }
    }

    /// Returns the vectors that variables make.
    static InterpolatedVectors vectors(List<TimeSeries> components, TimeBracket time) {
        return InterpolatedVectors.of(vectors(components, time.before()), vectors(components, time.after()),
                time.weight());
    }

    private static VectorView vectors(List<TimeSeries> components, long step) {
        return VectorView.of(components.stream().map(series -> series.step(step)).toList());
    }
}
