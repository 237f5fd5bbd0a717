package dev.exodusii.statistics;

import dev.exodusii.CompositeVariable;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntityList;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Something with a value at places of the mesh and at steps, whose range may be asked for: a variable on all entities of
/// a kind where it is stored, or on one of them, or the length of the vectors that up to three variables make up.
///
/// It names variables and holds no values, so that it means the same in a file that was opened again. Where several
/// variables of a kind share a name, the first one is meant. Immutable.
///
/// @param kind   the kind of entity that the variables belong to
/// @param names  the name of a variable; several for the length of the vectors of which they are the components
/// @param entity the 0-based position of the one entity that is meant, [#EVERYWHERE] for all
public record Quantity(EntityKind kind, List<String> names, int entity) {

    /// All entities of a kind where the variables are stored.
    public static final int EVERYWHERE = -1;

    private static final int MOST_COMPONENTS = 3;

    /// Makes the record; the list is copied.
    ///
    /// @throws IllegalArgumentException when there are no names or more than three
    public Quantity {
        names = List.copyOf(names);
        if (names.isEmpty() || names.size() > MOST_COMPONENTS) {
            throw new IllegalArgumentException("a variable or the components of a vector are wanted, not " + names);
        }
        if (entity < EVERYWHERE) {
            throw new IllegalArgumentException("no entity has the index " + entity);
        }
    }

    /// Returns a variable on all entities of a kind.
    ///
    /// @param kind the kind, `NODAL` and `GLOBAL` among them
    /// @param name the variable's name
    /// @return its values
    public static Quantity of(EntityKind kind, String name) {
        return new Quantity(kind, List.of(name), EVERYWHERE);
    }

    /// Returns the length of vectors, or the variable itself when it is a scalar.
    ///
    /// @param group     the variables of a kind, such as `file.variables(NODAL)`
    /// @param composite one of `CompositeVariable.group(group.names())`
    /// @return the quantity
    /// @throws IllegalArgumentException when it is neither a scalar nor a vector
    public static Quantity of(VariableGroup group, CompositeVariable composite) {
        List<String> names = composite.indexes().stream().map(group.names()::get).toList();
        return switch (composite.kind()) {
            case SCALAR, VECTOR_2D, VECTOR_3D -> new Quantity(group.kind(), names, EVERYWHERE);
            default -> throw new IllegalArgumentException(composite + " has no length; ask for its components one by one");
        };
    }

    /// Restricts the quantity to one entity, such as a block.
    ///
    /// @param index the 0-based position of the entity among those of its kind
    /// @return the quantity there
    public Quantity onlyOn(int index) {
        return new Quantity(kind, names, index);
    }

    /// Tells whether it is the length of vectors.
    public boolean isMagnitude() {
        return names.size() > 1;
    }

    /// Finds the variables in a file.
    ///
    /// @param file the file
    /// @return for each entity where all of them are stored, the variables; at least one
    /// @throws NoSuchElementException when they are stored nowhere
    List<List<TimeSeries>> find(ExodusFile file) {
        List<List<TimeSeries>> parts = new ArrayList<>();
        switch (kind) {
            case GLOBAL -> add(parts, file.globalVariables());
            case NODAL -> add(parts, file.nodalVariables());
            default -> {
                EntityList<? extends Entity> entities = file.entities(kind);
                for (int i = 0; i < entities.size(); i++) {
                    if (entity == EVERYWHERE || entity == i) {
                        Entity one = entities.get(i);
                        List<TimeSeries> found = names.stream().map(one::variable).flatMap(Optional::stream).toList();
                        if (found.size() == names.size()) {
                            parts.add(found);
                        }
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            throw new NoSuchElementException(file.name() + " has no values of " + this);
        }
        return parts;
    }

    private void add(List<List<TimeSeries>> parts, List<TimeSeries> stored) {
        List<TimeSeries> found = names.stream().map(name -> stored.stream()
                .filter(series -> series.name().equals(name)).findFirst()).flatMap(Optional::stream).toList();
        if (found.size() == names.size() && entity <= 0) {
            parts.add(found);
        }
    }

    /// Returns what it is, such as `nodal temperature` or `length of nodal disp_x, disp_y`.
    @Override
    public String toString() {
        return (isMagnitude() ? "length of " : "") + kind.label() + " " + String.join(", ", names)
                + (entity == EVERYWHERE ? "" : " on index " + entity);
    }
}
