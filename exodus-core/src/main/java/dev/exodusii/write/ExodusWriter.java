package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Region;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.netcdf.write.VariableDefinition;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Writes an Exodus file: values go straight to their places.
///
/// The definition is laid out once; ids, names and all else that it tells are written with it. What is left are values: the
/// mesh first, then steps. [#commit] makes the mesh a complete file; a step is in the file from the moment on when
/// [#announce] has raised the count, after its values, so that whoever reads the file meanwhile, or after a crash, finds
/// complete steps only. Everything that is defined must be put before, unless the definition says that what is left out
/// is filled.
///
/// ```java
/// try (ExodusWriter writer = Exodus.create(path, definition)) {
///     writer.coordinates().put(x, y, z);
///     writer.elementBlock(10).nodeIndexes().put(nodes);
///     for (int step = 0; step < steps; step++) {
///         writer.putTime(step, 0.1 * step);
///         writer.nodal("temperature").step(step).put(values);
///         writer.announce(step + 1);
///     }
/// }
/// ```
///
/// A writer that is closed before anything was committed or announced leaves nothing behind. Not safe for use by several
/// threads at a time.
public final class ExodusWriter implements AutoCloseable {

    private final ExodusDefinition definition;
    private final NetcdfWriter file;
    private final Map<String, Parts> parts = new HashMap<>();
    private final Coverage coverage = new Coverage();
    private final Parts times = new Parts("the time", List.of("t"));
    private final Optional<Attribute> lastWrittenTime;
    private final Map<Long, Double> unannouncedTimes = new HashMap<>();

    private ExodusWriter(ExodusDefinition definition, NetcdfWriter file, Optional<Attribute> lastWrittenTime) {
        this.definition = definition;
        this.file = file;
        this.lastWrittenTime = lastWrittenTime;
    }

    /// Begins a file: writes ids, names and all else that the definition tells.
    ///
    /// @param definition what the file holds
    /// @param file       the container, made of [ExodusDefinition#layout] and with nothing in it; closed with the writer, and
    ///                   also when that fails
    /// @return the writer
    /// @throws IOException              when it cannot be written
    /// @throws IllegalArgumentException when the container is another's
    public static ExodusWriter create(ExodusDefinition definition, NetcdfWriter file) throws IOException {
        try {
            if (file.definition() != definition.layout()) {
                throw new IllegalArgumentException(file.name() + ": is not laid out as the definition says");
            }
            for (GivenValues given : definition.given()) {
                file.put(file.variable(given.variable()), given.values().get());
            }
            return new ExodusWriter(definition, file, Optional.empty());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Goes on with a file, adding steps.
    ///
    /// Some programs note the time of the last step that is complete and pass over those behind it; the note is kept up to
    /// date.
    ///
    /// @param definition      what the file holds: [ExodusDefinition#of] it
    /// @param lastWrittenTime the attribute `last_written_time` of the file, if it has one; the file may be closed
    /// @param file            the container, opened for adding records; closed with the writer, and also when that fails
    /// @return the writer, which takes values of steps only
    /// @throws IOException when the file keeps its values in a way in which none can be added; the message tells which
    public static ExodusWriter append(ExodusDefinition definition, Optional<Attribute> lastWrittenTime,
            NetcdfWriter file) throws IOException {
        try {
            AppendChecks.check(definition, file);
            return new ExodusWriter(definition, file,
                    lastWrittenTime.filter(note -> note.type().isReal() && note.length() == 1));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Returns the name of the file.
    public String name() {
        return file.name();
    }

    /// Returns what the file holds.
    public ExodusDefinition definition() {
        return definition;
    }

    /// Returns the container below, for variables for which the model has no word.
    public NetcdfWriter container() {
        return file;
    }

    /// Lets others help with large arrays: see [NetcdfWriter#helpedBy].
    ///
    /// @param workers who helps; by default the calling thread is alone
    /// @return this writer
    public ExodusWriter helpedBy(Workers workers) {
        file.helpedBy(workers);
        return this;
    }

    /// Returns where the coordinates go.
    public CoordinatePlaces coordinates() {
        return new CoordinatePlaces(this, file, definition.dimension(), definition.nodeCount());
    }

    /// Returns where the ids of nodes, elements, edges or faces go.
    ///
    /// @param kind `NODE_MAP`, `ELEMENT_MAP`, `EDGE_MAP` or `FACE_MAP`: a map of whose entries
    /// @return the place of one id for each
    /// @throws NoSuchElementException when the definition has no such ids
    public IntegerPlace ids(EntityKind kind) {
        if (!definition.hasIds(kind)) {
            throw new NoSuchElementException(name() + ": no ids of a " + kind.label() + " are defined");
        }
        return new IntegerPlace(fixed(ExodusLayout.idMap(kind), kind.label() + " ids"), 0);
    }

    /// Returns where the ids of the nodes go.
    ///
    /// @return the place of one id for each node
    /// @throws NoSuchElementException when the definition has no such ids
    public IntegerPlace nodeIds() {
        return ids(EntityKind.NODE_MAP);
    }

    /// Returns where the ids of the elements go.
    ///
    /// @return the place of one id for each element
    /// @throws NoSuchElementException when the definition has no such ids
    public IntegerPlace elementIds() {
        return ids(EntityKind.ELEMENT_MAP);
    }

    /// Returns where the order goes in which elements are best visited: 1-based element numbers.
    ///
    /// @return the place of one value for each element
    /// @throws NoSuchElementException when the definition has no order
    public IntegerPlace elementOrder() {
        return new IntegerPlace(fixed("elem_map", "the order of elements"), 0);
    }

    /// Returns where the values of a block go.
    ///
    /// @param kind a kind of block
    /// @param id   its id
    /// @return its places
    /// @throws NoSuchElementException when there is no such block; the message names those that there are
    public BlockPlaces block(EntityKind kind, long id) {
        return blockAt(kind, definition.indexOf(kind, id));
    }

    /// Returns where the values of a block go; for files in which ids are repeated.
    ///
    /// @param kind  a kind of block
    /// @param index its 0-based position among the blocks of the kind
    /// @return its places
    /// @throws IndexOutOfBoundsException when there is no such block
    public BlockPlaces blockAt(EntityKind kind, int index) {
        return new BlockPlaces(this, (BlockDefinition) definition.entities(kind).get(index), index);
    }

    /// Returns where the values of an element block go.
    ///
    /// @param id its id
    /// @return its places
    /// @throws NoSuchElementException when there is no such block; the message names those that there are
    public BlockPlaces elementBlock(long id) {
        return block(EntityKind.ELEMENT_BLOCK, id);
    }

    /// Returns where the values of a set go.
    ///
    /// @param kind a kind of set
    /// @param id   its id
    /// @return its places
    /// @throws NoSuchElementException when there is no such set; the message names those that there are
    public SetPlaces set(EntityKind kind, long id) {
        return setAt(kind, definition.indexOf(kind, id));
    }

    /// Returns where the values of a set go; for files in which ids are repeated.
    ///
    /// @param kind  a kind of set
    /// @param index its 0-based position among the sets of the kind
    /// @return its places
    /// @throws IndexOutOfBoundsException when there is no such set
    public SetPlaces setAt(EntityKind kind, int index) {
        return new SetPlaces(this, (SetDefinition) definition.entities(kind).get(index), index);
    }

    /// Returns where the values of a node set go.
    ///
    /// @param id its id
    /// @return its places
    /// @throws NoSuchElementException when there is no such set; the message names those that there are
    public SetPlaces nodeSet(long id) {
        return set(EntityKind.NODE_SET, id);
    }

    /// Returns where the values of a side set go.
    ///
    /// @param id its id
    /// @return its places
    /// @throws NoSuchElementException when there is no such set; the message names those that there are
    public SetPlaces sideSet(long id) {
        return set(EntityKind.SIDE_SET, id);
    }

    /// Returns where the variables of an assembly or blob go.
    ///
    /// @param kind `ASSEMBLY` or `BLOB`, or any other kind of entity
    /// @param id   its id
    /// @return its places
    /// @throws NoSuchElementException when there is no such entity; the message names those that there are
    public EntityPlaces entity(EntityKind kind, long id) {
        return entityAt(kind, definition.indexOf(kind, id));
    }

    EntityPlaces entityAt(EntityKind kind, int index) {
        return switch (definition.entities(kind).get(index)) {
            case BlockDefinition block -> new BlockPlaces(this, block, index);
            case SetDefinition set -> new SetPlaces(this, set, index);
            case EntityDefinition other -> new EntityPlaces(this, other, index);
        };
    }

    /// Returns where the values of a map go.
    ///
    /// @param kind a kind of map
    /// @param id   its id
    /// @return the place of one value for each node, edge, face or element
    /// @throws NoSuchElementException when there is no such map, or without values
    public IntegerPlace map(EntityKind kind, long id) {
        return mapAt(kind, definition.indexOf(kind, id));
    }

    /// Returns where the values of a map go; for files in which ids are repeated.
    ///
    /// @param kind  a kind of map
    /// @param index its 0-based position among the maps of the kind
    /// @return the place of one value for each node, edge, face or element
    /// @throws IndexOutOfBoundsException when there is no such map
    public IntegerPlace mapAt(EntityKind kind, int index) {
        return new IntegerPlace(fixed(kind.convention().entries() + (index + 1),
                definition.entities(kind).get(index).label()), 0);
    }

    /// Returns where the values of a variable on an entity go; for files in which ids or names are repeated.
    ///
    /// @param kind          a kind of entity, or `NODAL`
    /// @param index         the 0-based position of the entity among those of its kind; 0 for `NODAL`
    /// @param variableIndex the 0-based position of the variable among those of the kind
    /// @return the place of one value for each entry at each step
    /// @throws NoSuchElementException    when the entity has no values of the variable
    /// @throws IndexOutOfBoundsException when there is no such entity or variable
    public SeriesPlace variableAt(EntityKind kind, int index, int variableIndex) {
        return kind == EntityKind.NODAL ? nodalAt(variableIndex)
                : variable(definition.entities(kind).get(index), index, variableIndex);
    }

    /// Returns where the values of some global variables go together that follow one another.
    ///
    /// @param first the 0-based position of the first
    /// @param count how many
    /// @return the place of one value for each of them at each step
    /// @throws NoSuchElementException when there are none
    public SeriesPlace globalsAt(int first, int count) {
        return globals(first, count);
    }

    /// Returns where the values of some variables go together that have one for an entity as a whole, and that follow one
    /// another.
    ///
    /// @param kind  the kind of entity
    /// @param index the 0-based position of the entity among those of its kind
    /// @param first the 0-based position of the first variable
    /// @param count how many
    /// @return the place of one value for each of them at each step
    /// @throws NoSuchElementException when there are none here
    public SeriesPlace reductionsAt(EntityKind kind, int index, int first, int count) {
        return reductions(definition.entities(kind).get(index), index, first, count);
    }

    /// Puts the time of a step.
    ///
    /// @param step the 0-based time step
    /// @param time its time
    /// @throws IOException           when it cannot be written
    /// @throws IllegalStateException when the step was announced
    public void putTime(long step, double time) throws IOException {
        putTimes(step, time);
    }

    /// Puts the times of several steps.
    ///
    /// @param first the first 0-based time step
    /// @param all   their times
    /// @throws IOException           when they cannot be written
    /// @throws IllegalStateException when a step was announced
    public void putTimes(long first, double... all) throws IOException {
        SeriesPlace.all(file, file.variable("time_whole"), times.all(), coverage).steps(first, all.length).put(all);
        for (int i = 0; i < all.length && lastWrittenTime.isPresent(); i++) {
            unannouncedTimes.put(first + i, all[i]);
        }
    }

    /// Returns where the values of a nodal variable go.
    ///
    /// @param variableName the name
    /// @return the place of one value for each node at each step
    /// @throws NoSuchElementException when there is no such variable; the message names similar ones
    public SeriesPlace nodal(String variableName) {
        return nodalAt(definition.variableIndex(EntityKind.NODAL, variableName));
    }

    SeriesPlace nodalAt(int index) {
        Optional<VariableDefinition> own = file.definition().variable("vals_nod_var" + (index + 1));
        if (own.isPresent()) {
            return SeriesPlace.all(file, own.get(), Target.Written.UNNOTICED, coverage);
        }
        VariableDefinition together = require("vals_nod_var", "nodal variables");
        return new SeriesPlace(file, together, new long[] {index, 0}, new long[] {1, definition.nodeCount()},
                parts(together, "nodal variable", EntityKind.NODAL).parts(index, 1), coverage);
    }

    /// Returns where the values of a global variable go.
    ///
    /// @param variableName the name
    /// @return the place of one value at each step
    /// @throws NoSuchElementException when there is no such variable; the message names similar ones
    public SeriesPlace global(String variableName) {
        return globals(definition.variableIndex(EntityKind.GLOBAL, variableName), 1);
    }

    /// Returns where the values of all global variables go together.
    ///
    /// @return the place of one value for each variable at each step
    /// @throws NoSuchElementException when there are none
    public SeriesPlace globals() {
        return globals(0, definition.variables(EntityKind.GLOBAL).size());
    }

    SeriesPlace globals(int first, int count) {
        VariableDefinition all = require("vals_glo_var", "global variables");
        return new SeriesPlace(file, all, new long[] {first}, new long[] {count},
                parts(all, "global variable", EntityKind.GLOBAL).parts(first, count), coverage);
    }

    private Parts parts(VariableDefinition variable, String subject, EntityKind kind) {
        return parts(variable, subject, definition.variables(kind).stream().map(ResultVariable::name).toList());
    }

    private Parts parts(VariableDefinition variable, String subject, List<String> names) {
        return parts.computeIfAbsent(variable.name(), fresh -> new Parts(subject, names));
    }

    SeriesPlace variable(EntityDefinition entity, int index, String variableName) {
        return variable(entity, index, definition.variableIndex(entity.kind(), variableName));
    }

    SeriesPlace variable(EntityDefinition entity, int index, int variableIndex) {
        ResultVariable variable = definition.variables(entity.kind()).get(variableIndex);
        String stored = ExodusLayout.values(entity.kind(), variableIndex, ExodusLayout.suffix(entity, index));
        return SeriesPlace.all(file, require(stored, "variable '" + variable.name() + "' of " + entity.label()),
                Target.Written.UNNOTICED, coverage);
    }

    SeriesPlace reductions(EntityDefinition entity, int index) {
        return reductions(entity, index, 0, definition.reductionVariables(entity.kind()).size());
    }

    SeriesPlace reductions(EntityDefinition entity, int index, int first, int count) {
        List<String> names = definition.reductionVariables(entity.kind());
        VariableDefinition all = require(entity.kind().convention().reductionValues()
                + ExodusLayout.suffix(entity, index), "reduction variables of " + entity.label());
        return new SeriesPlace(file, all, new long[] {first}, new long[] {count},
                parts(all, "reduction variable of " + entity.label(), names).parts(first, count), coverage);
    }

    SeriesPlace reduction(EntityDefinition entity, int index, String variableName) {
        int variable = definition.reductionVariables(entity.kind()).indexOf(variableName);
        if (variable < 0) {
            throw new NoSuchElementException(entity.label() + ": no reduction variable '" + variableName
                    + "' is defined");
        }
        return reductions(entity, index, variable, 1);
    }

    AttributePlaces attributes(EntityDefinition entity, int index) {
        VariableDefinition variable = require(entity.kind().convention().attributes()
                + ExodusLayout.suffix(entity, index), "attributes of " + entity.label());
        List<String> names = DefinitionState.attributeNames(entity).toList();
        return new AttributePlaces(file, variable, names, parts(variable, "attribute of " + entity.label(), names),
                coverage);
    }

    AttributePlaces nodalAttributes() {
        VariableDefinition variable = require(EntityKind.NODAL.convention().attributes(), "attributes of nodes");
        return new AttributePlaces(file, variable, definition.nodalAttributes(),
                parts(variable, "attribute of nodes", definition.nodalAttributes()), coverage);
    }

    /// Where coordinates along an axis go, in either layout.
    Target axis(int axis, long nodes) {
        Optional<VariableDefinition> together = file.definition().variable("coord");
        if (together.isEmpty()) {
            return fixed("coord" + "xyz".charAt(axis), "coordinates");
        }
        return new Target(file, together.get(), new long[] {axis, 0}, new long[] {1, nodes},
                parts(together.get(), "axis", definition.axisNames()).parts(axis, 1), coverage);
    }

    Target fixed(String variableName, String subject) {
        return Target.all(file, require(variableName, subject), coverage);
    }

    private VariableDefinition require(String variableName, String subject) {
        return file.definition().variable(variableName).orElseThrow(() -> new NoSuchElementException(name() + ": "
                + subject + ": no such values are defined (" + variableName + ")"));
    }

    /// Returns where the lists go that say how the file's part of a mesh fits into the whole.
    ///
    /// @return their places
    /// @throws NoSuchElementException when the definition was told no decomposition
    public DecompositionPlaces decomposition() {
        return new DecompositionPlaces(this, definition.decomposition().orElseThrow(
                () -> new NoSuchElementException(name() + ": no decomposition is defined")));
    }

    /// Puts all values of a variable of the container for which the model has no word.
    ///
    /// @param variableName its name
    /// @param values       all values
    /// @throws IOException when they cannot be written
    public void putExtra(String variableName, Values values) throws IOException {
        file.put(file.variable(variableName), Region.all(), values);
    }

    /// Puts the values at a step of a variable of the container for which the model has no word.
    ///
    /// @param variableName its name
    /// @param step         the 0-based time step
    /// @param values       its values at that step
    /// @throws IOException when they cannot be written
    public void putExtra(String variableName, long step, Values values) throws IOException {
        file.put(file.variable(variableName), step, values);
    }

    /// Makes the file complete: all but steps is in it, and it may appear under its name.
    ///
    /// @throws IOException           when it cannot be written
    /// @throws IllegalStateException when something has no values; the message names it
    public void commit() throws IOException {
        if (!file.isCommitted()) {
            checkMesh();
            file.commit();
        }
    }

    private void checkMesh() {
        if (isFilled()) {
            return;
        }
        parts.forEach((variableName, own) -> {
            if (!file.variable(variableName).isRecord()) {
                own.require(name(), 0, false);
            }
        });
        coverage.require(name(), 0);
    }

    private boolean isFilled() {
        return file.definition().fill() != Fill.NONE;
    }

    /// Returns the number of steps that were announced.
    public long steps() {
        return file.records();
    }

    /// Announces steps: from now on they are in the file, and do not change any more. Commits before, where that was not
    /// done.
    ///
    /// @param count the number of steps that are complete, from the first on
    /// @throws IOException              when they cannot be written; the steps announced before stay
    /// @throws IllegalArgumentException when that is less than before, or more than were put
    /// @throws IllegalStateException    when the time or a variable of a step has no values; the message names it
    public void announce(long count) throws IOException {
        if (!file.isCommitted()) {
            checkMesh();
        }
        for (long step = steps(); step < count; step++) {
            times.require(name(), step, true);
            for (Map.Entry<String, Parts> own : new ArrayList<>(parts.entrySet())) {
                if (!isFilled() && file.variable(own.getKey()).isRecord()) {
                    own.getValue().require(name(), step, true);
                }
            }
        }
        if (!isFilled()) {
            coverage.require(name(), count);
        }
        file.announce(count);
        note(count - 1);
        times.forgetBefore(count);
        parts.forEach((variableName, own) -> own.forgetBefore(file.variable(variableName).isRecord() ? count : 0));
    }

    private void note(long lastStep) throws IOException {
        Double time = unannouncedTimes.get(lastStep);
        if (lastWrittenTime.isPresent() && time != null) {
            Attribute note = lastWrittenTime.get();
            file.replace(note, note.type() == ElementType.DOUBLE ? AttributeDefinition.doubles(note.name(), time)
                    : AttributeDefinition.floats(note.name(), time.floatValue()));
            unannouncedTimes.keySet().removeIf(step -> step <= lastStep);
        }
    }

    /// Closes the file. What was put but neither committed nor announced is not in it.
    ///
    /// @throws IOException when it cannot be closed
    @Override
    public void close() throws IOException {
        file.close();
    }
}
