package dev.exodusii.transform;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/// Collects what a [ModelCopy] is to take and to change. Without anything it copies all as it is.
///
/// Not safe for use by several threads.
public final class ModelCopyBuilder {

    final ExodusFile file;
    long[] steps;
    final Map<EntityKind, Predicate<Entity>> entities = new EnumMap<>(EntityKind.class);
    Predicate<TimeSeries> variables = series -> true;
    boolean keepsAllVariables = true;
    boolean dropsUnused;
    Transform transform = Transform.identity();
    TimeChange times = TimeChange.NONE;
    final List<Scaling> scalings = new ArrayList<>();
    Predicate<String> displacements = name -> name.toLowerCase(Locale.ROOT).startsWith("disp");
    Predicate<String> vectors = name -> true;
    Predicate<String> tensors = name -> false;

    /// Variables whose values are multiplied and moved.
    record Scaling(Predicate<TimeSeries> isMeant, double factor, double offset) {}

    ModelCopyBuilder(ExodusFile file) {
        this.file = file;
        this.steps = LongStream.range(0, file.times().steps()).toArray();
    }

    /// Takes some steps.
    ///
    /// @param wanted the 0-based steps in the order in which they are to be in the copy; none for the mesh alone
    /// @return this builder
    /// @throws IndexOutOfBoundsException when the file has no such step
    public ModelCopyBuilder steps(long... wanted) {
        for (long step : wanted) {
            Objects.checkIndex(step, file.times().steps());
        }
        steps = wanted.clone();
        return this;
    }

    /// Returns the steps that are taken.
    ///
    /// @return 0-based steps of the file, in the order of the copy
    public long[] takenSteps() {
        return steps.clone();
    }

    /// Takes some of the entities of a kind: blocks, sets, maps, assemblies, blobs.
    ///
    /// What refers to others follows: elements are numbered anew where blocks are left out, entries of sets go with their
    /// elements and nodes, assemblies lose members, properties and truth tables rows. Ids stay. Asked for again, only what
    /// is wanted both times stays.
    ///
    /// @param kind     the kind
    /// @param isWanted tells which stay
    /// @return this builder
    public ModelCopyBuilder retain(EntityKind kind, Predicate<? super Entity> isWanted) {
        entities.merge(kind, isWanted::test, Predicate::and);
        return this;
    }

    /// Takes some of the variables, of any kind and with one value for each entry or for a whole entity. A variable may stay
    /// on some entities only. Asked for again, only what is wanted both times stays.
    ///
    /// @param isWanted tells which stay
    /// @return this builder
    public ModelCopyBuilder retainVariables(Predicate<? super TimeSeries> isWanted) {
        variables = variables.and(isWanted::test);
        keepsAllVariables = false;
        return this;
    }

    /// Leaves out nodes that no element, edge or face has, and faces and edges that only elements have that are left out.
    /// Ids stay.
    ///
    /// @return this builder
    public ModelCopyBuilder dropUnusedNodes() {
        dropsUnused = true;
        return this;
    }

    /// Moves the mesh, after what was asked for before.
    ///
    /// Coordinates and coordinate frames are moved. Vectors are turned and mirrored: variables whose names or whose
    /// descriptions in the file say that they are `x`, `y` and `z` of one thing, see [#vectors]. Those among them that move
    /// nodes, see [#displacements], are scaled as well. Tensors are turned where [#tensors] says so. A mirror turns elements
    /// inside out; their nodes are put in such an order that they are right again, and sides, distribution factors and
    /// polygons follow. Values of other kinds and attributes stay what they are; vectors that stand for turns, such as
    /// moments, are mirrored like all others.
    ///
    /// @param next how it is moved
    /// @return this builder
    public ModelCopyBuilder transform(Transform next) {
        transform = transform.then(next);
        return this;
    }

    /// Says which nodal vectors move nodes: those whose names begin with `disp`, as in most files, if nothing is said.
    ///
    /// @param areMeant gets the name that the components share
    /// @return this builder
    public ModelCopyBuilder displacements(Predicate<String> areMeant) {
        displacements = areMeant;
        return this;
    }

    /// Says which vectors are turned with the mesh: all, if nothing is said.
    ///
    /// @param areMeant gets the name that the components share
    /// @return this builder
    public ModelCopyBuilder vectors(Predicate<String> areMeant) {
        vectors = areMeant;
        return this;
    }

    /// Says which tensors are turned with the mesh: none, if nothing is said, since many are given in axes of the material.
    ///
    /// @param areMeant gets the name that the components share
    /// @return this builder
    public ModelCopyBuilder tensors(Predicate<String> areMeant) {
        tensors = areMeant;
        return this;
    }

    /// Changes times.
    ///
    /// @param change what becomes of them
    /// @return this builder
    public ModelCopyBuilder times(TimeChange change) {
        times = change;
        return this;
    }

    /// Changes the values of variables: multiplies them, then adds something.
    ///
    /// @param areMeant tells which variables
    /// @param factor   what they are multiplied with
    /// @param offset   what is added
    /// @return this builder
    public ModelCopyBuilder scale(Predicate<? super TimeSeries> areMeant, double factor, double offset) {
        scalings.add(new Scaling(areMeant::test, factor, offset));
        return this;
    }

    /// Finds out what the copy will hold. Where nodes or entries are left out, connectivity and sets are read for that.
    ///
    /// @return what makes the copy
    /// @throws IllegalArgumentException when it cannot be made, such as a mirror image of shapes whose nodes nobody knows,
    ///                                  or a plane mesh that would leave its plane
    public ModelCopy plan() {
        return new ModelCopy(this);
    }
}
