package dev.exodusii.cli.pic;

import dev.exodusii.CompositeVariable;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.surface.ElementValues;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.Surface;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a surface is coloured by: a variable of nodes, elements or the sides of side sets, or the magnitude of a vector of
/// those.
///
/// @param file  the file
/// @param kind  whether it belongs to nodes, to element blocks or to side sets
/// @param names the name of the variable, or of the components of the vector
/// @param label what it is called in the picture
public record Quantity(ExodusFile file, EntityKind kind, List<String> names, String label) {

    private static final Set<EntityKind> SHOWN = Set.of(EntityKind.NODAL, EntityKind.ELEMENT_BLOCK, EntityKind.SIDE_SET);

    /// Makes the record; the list is copied.
    public Quantity {
        names = List.copyOf(names);
    }

    /// Finds what a user has named.
    ///
    /// @param file the file
    /// @param text an address such as `nodal/disp`
    /// @return the quantity
    /// @throws AbsentException when there is none, or a picture cannot show it
    public static Quantity find(ExodusFile file, String text) {
        List<NamedVariable> all = VariablePattern.parse(text).require(file);
        List<NamedVariable> shown = all.stream().filter(each -> !each.isReduction()
                && SHOWN.contains(each.kind())).toList();
        if (shown.isEmpty()) {
            throw AbsentException.of("NOTHING_TO_DRAW", "a picture cannot show " + all.getFirst().address(),
                    "it shows variables of nodes, elements and side sets: nodal/..., elem/..., sset/...");
        }
        if (shown.getFirst().isPartial()) {
            throw AbsentException.of("NOTHING_TO_DRAW", "a picture shows a variable wherever it is stored, not only on '"
                    + text.substring(text.lastIndexOf('@') + 1) + "'", "choose what is shown with --blocks");
        }
        EntityKind kind = shown.getFirst().kind();
        List<String> names = shown.stream().filter(each -> each.kind() == kind).map(NamedVariable::name).toList();
        if (names.size() == 1) {
            return new Quantity(file, kind, names, names.getFirst());
        }
        return CompositeVariable.group(names).stream().filter(group -> group.size() == names.size() && group.size() <= 3)
                .findFirst().map(group -> new Quantity(file, kind, names, group.name() + " magnitude"))
                .orElseThrow(() -> AbsentException.of("NOTHING_TO_DRAW", "'" + text + "' is more than a picture can show at"
                        + " once", "choose one: " + names.stream().limit(9).map(name -> Words.ofVariables(kind) + "/" + name)
                                .collect(Collectors.joining(", "))));
    }

    /// Tells whether values belong to nodes, and not to elements.
    public boolean isNodal() {
        return kind == EntityKind.NODAL;
    }

    /// Tells whether values belong to the sides of side sets.
    public boolean isOnSides() {
        return kind == EntityKind.SIDE_SET;
    }

    /// Tells whether a set has values.
    boolean isStoredOn(Entity set) {
        return isOnSides() && set.kind() == kind && names.stream().allMatch(name -> set.variable(name).isPresent());
    }

    /// Returns the values of the entries of a set that triangles, lines or points are of.
    float[] ofEntries(Entity set, Surface surface, Primitive primitive, Moment moment) {
        List<TimeSeries> series = names.stream().map(set::variable).map(Optional::orElseThrow).toList();
        return between(moment, count(surface, primitive), (step, destination) -> {
            if (series.size() == 1) {
                surface.values().copyEntries(series.getFirst().step(step), primitive, destination);
            } else {
                surface.values().copyEntryMagnitudes(vectors(series, step), primitive, destination);
            }
        });
    }

    private static int count(Surface surface, Primitive primitive) {
        return switch (primitive) {
            case TRIANGLE -> surface.triangleCount();
            case LINE -> surface.lineCount();
            case POINT -> surface.pointCount();
        };
    }

    /// Returns the values at the nodes of a surface.
    float[] atNodes(Surface surface, Moment moment) {
        return between(moment, surface.nodeCount(), (step, destination) -> {
            List<RealView> views = names.stream().map(file::nodal).map(series -> series.step(step)).toList();
            if (views.size() == 1) {
                surface.values().copyNodal(views.getFirst(), destination);
            } else {
                surface.values().copyMagnitudes(VectorView.of(views), destination);
            }
        });
    }

    /// Returns the values of the elements that triangles, lines or points are of; none for those of sides.
    float[] ofElements(Surface surface, Primitive primitive, Moment moment) {
        int count = count(surface, primitive);
        if (isOnSides()) {
            float[] none = new float[count];
            Arrays.fill(none, Float.NaN);
            return none;
        }
        return between(moment, count, (step, destination) -> surface.values().copyElements(names.size() == 1
                ? ElementValues.of(file, names.getFirst(), step) : ElementValues.magnitudes(file, names, step), primitive,
                destination));
    }

    @FunctionalInterface
    private interface Copying {
        void copy(long step, float[] destination);
    }

    private static float[] between(Moment moment, int count, Copying copying) {
        float[] values = new float[count];
        copying.copy(moment.step(), values);
        if (moment.isInterpolated()) {
            float[] next = new float[count];
            copying.copy(moment.next(), next);
            for (int i = 0; i < count; i++) {
                values[i] = (float) moment.between(values[i], next[i]);
            }
        }
        return values;
    }

    static VectorView vectors(List<TimeSeries> components, long step) {
        return VectorView.of(components.stream().map(series -> series.step(step)).toList());
    }
}
