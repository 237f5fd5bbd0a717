package dev.exodusii.statistics;

import dev.exodusii.CompositeVariable;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
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
/// It is what the colours of a picture or a curve stand for. It names variables and holds no values, so that it means the
/// same in a file that was opened again. Where several variables of a kind share a name, the first one is meant. Immutable.
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

    /// Returns the vectors that a file's nodes can be moved by: those of two or three nodal variables, the
    /// [displacement][#displacement] first.
    ///
    /// @param file the file
    /// @return the lengths of these vectors
    public static List<Quantity> movements(ExodusFile file) {
        VariableGroup nodal = file.variables(EntityKind.NODAL);
        return CompositeVariable.vectors(nodal.names()).stream().map(vector -> of(nodal, vector)).toList();
    }

    /// Returns the vector that tells how far nodes have moved, see [CompositeVariable#displacement].
    ///
    /// @param file the file
    /// @return the length of the displacement, or nothing when no nodal vector is called so
    public static Optional<Quantity> displacement(ExodusFile file) {
        VariableGroup nodal = file.variables(EntityKind.NODAL);
        return CompositeVariable.displacement(nodal.names()).map(vector -> of(nodal, vector));
    }

    /// Returns the name of the variable, or what the components of a vector share: `disp` for `disp_x` and `disp_y`.
    public String name() {
        List<CompositeVariable> groups = CompositeVariable.group(names);
        return groups.size() == 1 ? groups.getFirst().name() : String.join(", ", names);
    }

    /// Returns what a person calls it, such as `temperature`, `disp_y` or `disp magnitude`.
    public String label() {
        return isMagnitude() ? name() + " magnitude" : names.getFirst();
    }

    /// Finds the variables of an entity.
    ///
    /// @param one an entity of the open file
    /// @return the variable or all components of the vector, none where one of them is not stored there, or the entity
    ///         is of another kind or not the one that is meant
    public List<TimeSeries> on(Entity one) {
        boolean isMeant = one.kind() == kind && (entity == EVERYWHERE || entity == one.index());
        return isMeant ? all(names.stream().map(one::variable).flatMap(Optional::stream).toList()) : List.of();
    }

    /// Finds nodal or global variables.
    ///
    /// @param file the open file
    /// @return the variable or all components of the vector, none where one of them is not stored, or for other kinds
    public List<TimeSeries> in(ExodusFile file) {
        List<TimeSeries> stored = entity > 0 ? List.of() : switch (kind) {
            case GLOBAL -> file.globalVariables();
            case NODAL -> file.nodalVariables();
            default -> List.of();
        };
        return all(names.stream().map(name -> stored.stream().filter(series -> series.name().equals(name)).findFirst())
                .flatMap(Optional::stream).toList());
    }

    private List<TimeSeries> all(List<TimeSeries> found) {
        return found.size() == names.size() ? found : List.of();
    }

    /// Finds the variables in a file.
    ///
    /// @param file the open file
    /// @return for each entity where all of them are stored, the variables; at least one
    /// @throws NoSuchElementException when they are stored nowhere
    public List<List<TimeSeries>> find(ExodusFile file) {
        List<List<TimeSeries>> parts = new ArrayList<>();
        if (kind == EntityKind.GLOBAL || kind == EntityKind.NODAL) {
            parts.add(in(file));
        } else {
            file.entities(kind).forEach(one -> parts.add(on(one)));
        }
        parts.removeIf(List::isEmpty);
        if (parts.isEmpty()) {
            throw new NoSuchElementException(file.name() + " has no values of " + this);
        }
        return parts;
    }

    /// Returns what it is, such as `nodal temperature` or `length of nodal disp_x, disp_y`.
    @Override
    public String toString() {
        return (isMagnitude() ? "length of " : "") + kind.label() + " " + String.join(", ", names)
                + (entity == EVERYWHERE ? "" : " on index " + entity);
    }
}
