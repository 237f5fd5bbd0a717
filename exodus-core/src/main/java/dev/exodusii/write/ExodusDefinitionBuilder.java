package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusVersion;
import dev.exodusii.QaRecord;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.view.ElementType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Collects what an [ExodusDefinition] is made of. Entities and variables are stored in the order in which they are added.
///
/// Only [#build] checks how things fit together, so they may be told in any order. Not safe for use by several threads.
public final class ExodusDefinitionBuilder {

    private final DefinitionState state;

    ExodusDefinitionBuilder(DefinitionState state) {
        this.state = state;
    }

    /// Sets the title.
    ///
    /// @param title at most 80 bytes of UTF-8
    /// @return this builder
    public ExodusDefinitionBuilder title(String title) {
        state.title = title;
        return this;
    }

    /// Sets the number of coordinates that nodes have, and calls the axes `x`, `y` and `z`.
    ///
    /// @param dimension 1, 2 or 3; 0 for a file without a mesh, as it is by default
    /// @return this builder
    public ExodusDefinitionBuilder dimension(int dimension) {
        state.dimension = dimension;
        state.axisNames = List.of("x", "y", "z").subList(0, Math.clamp(dimension, 0, 3));
        return this;
    }

    /// Sets the names of the axes.
    ///
    /// @param names as many as there are dimensions; empty texts for no names
    /// @return this builder
    public ExodusDefinitionBuilder axisNames(String... names) {
        state.axisNames = List.of(names);
        return this;
    }

    /// Sets the number of nodes.
    ///
    /// @param count how many
    /// @return this builder
    public ExodusDefinitionBuilder nodes(long count) {
        state.nodes = count;
        return this;
    }

    /// Stores, or does not store, the ids by which users know nodes, elements, edges or faces. Without them, they are 1, 2,
    /// 3...
    ///
    /// @param kind     `NODE_MAP`, `ELEMENT_MAP`, `EDGE_MAP` or `FACE_MAP`: a map of whose entries
    /// @param isStored whether they are stored; they are not by default
    /// @return this builder
    public ExodusDefinitionBuilder ids(EntityKind kind, boolean isStored) {
        if (isStored) {
            state.mapSize(kind);
            state.idMaps.add(kind);
        } else {
            state.idMaps.remove(kind);
        }
        return this;
    }

    /// Stores the ids of nodes.
    ///
    /// @return this builder
    public ExodusDefinitionBuilder nodeIds() {
        return ids(EntityKind.NODE_MAP, true);
    }

    /// Stores the ids of elements.
    ///
    /// @return this builder
    public ExodusDefinitionBuilder elementIds() {
        return ids(EntityKind.ELEMENT_MAP, true);
    }

    /// Stores, or does not store, the order in which elements are best visited.
    ///
    /// @param isStored whether it is stored; it is not by default
    /// @return this builder
    public ExodusDefinitionBuilder elementOrder(boolean isStored) {
        state.elementOrder = isStored;
        return this;
    }

    /// Adds a block, set, map, assembly or blob behind the others of its kind.
    ///
    /// @param entity what is added
    /// @return this builder
    public ExodusDefinitionBuilder add(EntityDefinition entity) {
        changed(entity.kind()).add(entity);
        return this;
    }

    /// The number of entries that a file declared is no longer that of its blocks.
    private List<EntityDefinition> changed(EntityKind kind) {
        state.declaredCounts.remove(kind);
        return state.mutableEntities(kind);
    }

    /// Adds an element block.
    ///
    /// @param id          the id
    /// @param elementType the shape, such as `HEX8`
    /// @param size        the number of elements
    /// @return this builder
    public ExodusDefinitionBuilder elementBlock(long id, String elementType, long size) {
        return elementBlock(id, elementType, size, UnaryOperator.identity());
    }

    /// Adds an element block with more to it than a shape.
    ///
    /// @param id          the id
    /// @param elementType the shape, such as `HEX8`
    /// @param size        the number of elements
    /// @param more        such as `block -> block.withName("steel")`
    /// @return this builder
    public ExodusDefinitionBuilder elementBlock(long id, String elementType, long size,
            UnaryOperator<BlockDefinition> more) {
        return add(more.apply(BlockDefinition.of(EntityKind.ELEMENT_BLOCK, id, elementType, size)));
    }

    /// Adds an edge block.
    ///
    /// @param id       the id
    /// @param edgeType the shape, such as `EDGE2`
    /// @param size     the number of edges
    /// @param more     such as `block -> block.withName("rim")`
    /// @return this builder
    public ExodusDefinitionBuilder edgeBlock(long id, String edgeType, long size,
            UnaryOperator<BlockDefinition> more) {
        return add(more.apply(BlockDefinition.of(EntityKind.EDGE_BLOCK, id, edgeType, size)));
    }

    /// Adds a face block.
    ///
    /// @param id       the id
    /// @param faceType the shape, such as `QUAD4`
    /// @param size     the number of faces
    /// @param more     such as `block -> block.withName("skin")`
    /// @return this builder
    public ExodusDefinitionBuilder faceBlock(long id, String faceType, long size,
            UnaryOperator<BlockDefinition> more) {
        return add(more.apply(BlockDefinition.of(EntityKind.FACE_BLOCK, id, faceType, size)));
    }

    /// Adds a node set.
    ///
    /// @param id   the id
    /// @param size the number of nodes
    /// @param more such as `set -> set.withName("clamped").withFactors()`
    /// @return this builder
    public ExodusDefinitionBuilder nodeSet(long id, long size, UnaryOperator<SetDefinition> more) {
        return set(EntityKind.NODE_SET, id, size, more);
    }

    /// Adds a side set.
    ///
    /// @param id   the id
    /// @param size the number of sides
    /// @param more such as `set -> set.withName("pressure").withFactors(8)`
    /// @return this builder
    public ExodusDefinitionBuilder sideSet(long id, long size, UnaryOperator<SetDefinition> more) {
        return set(EntityKind.SIDE_SET, id, size, more);
    }

    /// Adds a set of any kind.
    ///
    /// @param kind `NODE_SET`, `EDGE_SET`, `FACE_SET`, `SIDE_SET` or `ELEMENT_SET`
    /// @param id   the id
    /// @param size the number of entries
    /// @param more such as `set -> set.withName("weld")`
    /// @return this builder
    public ExodusDefinitionBuilder set(EntityKind kind, long id, long size, UnaryOperator<SetDefinition> more) {
        return add(more.apply(SetDefinition.of(kind, id, size)));
    }

    /// Adds a map.
    ///
    /// @param kind `NODE_MAP`, `EDGE_MAP`, `FACE_MAP` or `ELEMENT_MAP`
    /// @param id   the id
    /// @param name the name
    /// @return this builder
    public ExodusDefinitionBuilder map(EntityKind kind, long id, String name) {
        return add(MapDefinition.of(kind, id, name));
    }

    /// Adds an assembly.
    ///
    /// @param id         the id
    /// @param name       the name
    /// @param memberKind what the members are
    /// @param memberIds  the ids of the members, at least one
    /// @return this builder
    public ExodusDefinitionBuilder assembly(long id, String name, EntityKind memberKind, long... memberIds) {
        return add(AssemblyDefinition.of(id, name, memberKind, LongStream.of(memberIds).boxed().toList()));
    }

    /// Adds a blob.
    ///
    /// @param id   the id
    /// @param name the name
    /// @param size the number of values of each of its variables, at least 1
    /// @return this builder
    public ExodusDefinitionBuilder blob(long id, String name, long size) {
        return add(BlobDefinition.of(id, name, size));
    }

    /// Keeps those entities of a kind that are wanted. Variables, properties and assemblies that name others must be told
    /// likewise.
    ///
    /// @param kind     the kind
    /// @param isWanted tells which stay
    /// @return this builder
    public ExodusDefinitionBuilder retain(EntityKind kind, Predicate<? super EntityDefinition> isWanted) {
        changed(kind).removeIf(isWanted.negate());
        return this;
    }

    /// Changes the entities of a kind, one after the other.
    ///
    /// @param kind   the kind
    /// @param change gets an entity and returns what stands in its place, of the same kind
    /// @return this builder
    /// @throws IllegalArgumentException when what is returned is of another kind
    public ExodusDefinitionBuilder change(EntityKind kind, UnaryOperator<EntityDefinition> change) {
        changed(kind).replaceAll(entity -> {
            EntityDefinition changed = change.apply(entity);
            Rules.require(changed.kind() == kind, entity.label(), "cannot become a " + changed.kind().label());
            return changed;
        });
        return this;
    }

    /// Adds a coordinate frame.
    ///
    /// @param frame the frame
    /// @return this builder
    public ExodusDefinitionBuilder coordinateFrame(FrameDefinition frame) {
        state.frames.add(frame);
        return this;
    }

    /// Forgets all coordinate frames.
    ///
    /// @return this builder
    public ExodusDefinitionBuilder clearCoordinateFrames() {
        state.frames.clear();
        return this;
    }

    /// Adds a property of the entities of a kind.
    ///
    /// @param kind   a kind of block, set or map
    /// @param name   the name, at most 32 bytes
    /// @param values one for each entity, in their order
    /// @return this builder
    public ExodusDefinitionBuilder property(EntityKind kind, String name, long... values) {
        state.properties.add(new PropertyDefinition(kind, name, LongStream.of(values).boxed().toList()));
        return this;
    }

    /// Keeps those properties that are wanted.
    ///
    /// @param isWanted tells which stay
    /// @return this builder
    public ExodusDefinitionBuilder retainProperties(Predicate<PropertyDefinition> isWanted) {
        state.properties.removeIf(isWanted.negate());
        return this;
    }

    /// Adds a note on a program that had a hand in the file.
    ///
    /// @param record its name, version, date and time, each at most 32 bytes
    /// @return this builder
    public ExodusDefinitionBuilder qaRecord(QaRecord record) {
        state.addQaRecord(record);
        return this;
    }

    /// Adds a note that this library wrote the file, now.
    ///
    /// @return this builder
    public ExodusDefinitionBuilder qaRecordOfThisLibrary() {
        return qaRecord(OwnQaRecord.now());
    }

    /// Forgets all notes on programs.
    ///
    /// @return this builder
    public ExodusDefinitionBuilder clearQaRecords() {
        state.qaRecords.clear();
        state.qaBytes.clear();
        return this;
    }

    /// Adds lines of text.
    ///
    /// @param lines each at most 80 bytes of UTF-8
    /// @return this builder
    public ExodusDefinitionBuilder infoRecords(List<String> lines) {
        lines.forEach(state::addInfoRecord);
        return this;
    }

    /// Forgets all lines of text.
    ///
    /// @return this builder
    public ExodusDefinitionBuilder clearInfoRecords() {
        state.infoRecords.clear();
        state.infoBytes.clear();
        return this;
    }

    /// Adds an attribute on the file as a whole; it takes the place of one of the same name.
    ///
    /// @param attribute the attribute
    /// @return this builder
    public ExodusDefinitionBuilder metadata(AttributeDefinition attribute) {
        state.metadata.removeIf(known -> known.name().equals(attribute.name()));
        state.metadata.add(attribute);
        return this;
    }

    /// Adds an attribute on the nodes as a whole; it takes the place of one of the same name.
    ///
    /// @param attribute the attribute
    /// @return this builder
    public ExodusDefinitionBuilder nodalMetadata(AttributeDefinition attribute) {
        state.nodalMetadata.removeIf(known -> known.name().equals(attribute.name()));
        state.nodalMetadata.add(attribute);
        return this;
    }

    /// Keeps those attributes on the file as a whole that are wanted.
    ///
    /// @param isWanted tells which stay, by their names
    /// @return this builder
    public ExodusDefinitionBuilder retainMetadata(Predicate<String> isWanted) {
        state.metadata.removeIf(attribute -> !isWanted.test(attribute.name()));
        return this;
    }

    /// Sets the attributes that each node has.
    ///
    /// @param names their names
    /// @return this builder
    public ExodusDefinitionBuilder nodalAttributes(String... names) {
        state.nodalAttributes = List.of(names);
        return this;
    }

    /// Adds variables with one value at each step.
    ///
    /// @param names their names
    /// @return this builder
    public ExodusDefinitionBuilder globalVariables(String... names) {
        return variables(EntityKind.GLOBAL, names);
    }

    /// Adds variables with one value for each node at each step.
    ///
    /// @param names their names
    /// @return this builder
    public ExodusDefinitionBuilder nodalVariables(String... names) {
        return variables(EntityKind.NODAL, names);
    }

    /// Adds variables that all entities of a kind have: one value for each entry at each step.
    ///
    /// @param kind  the kind, such as `ELEMENT_BLOCK`
    /// @param names their names
    /// @return this builder
    public ExodusDefinitionBuilder variables(EntityKind kind, String... names) {
        for (String name : names) {
            state.mutableVariables(kind).add(ResultVariable.everywhere(name));
        }
        return this;
    }

    /// Adds a variable that only some entities of a kind have.
    ///
    /// @param kind the kind, such as `ELEMENT_BLOCK`
    /// @param name the name
    /// @param ids  the ids of the entities that have it
    /// @return this builder
    public ExodusDefinitionBuilder variableOn(EntityKind kind, String name, long... ids) {
        Set<Long> on = Arrays.stream(ids).boxed().collect(Collectors.toSet());
        state.mutableVariables(kind).add(new ResultVariable(name, Optional.of(on)));
        return this;
    }

    /// Keeps those variables of a kind that are wanted.
    ///
    /// @param kind     the kind
    /// @param isWanted tells which stay, by their names
    /// @return this builder
    public ExodusDefinitionBuilder retainVariables(EntityKind kind, Predicate<String> isWanted) {
        state.mutableVariables(kind).removeIf(variable -> !isWanted.test(variable.name()));
        return this;
    }

    /// Changes the variables of a kind, one after the other: their names, or where they are.
    ///
    /// @param kind   the kind
    /// @param change gets a variable and returns what stands in its place
    /// @return this builder
    public ExodusDefinitionBuilder changeVariables(EntityKind kind, UnaryOperator<ResultVariable> change) {
        state.mutableVariables(kind).replaceAll(change);
        return this;
    }

    /// Sets the variables with one value for each entity of a kind and step, which all entities of the kind have.
    ///
    /// @param kind  a kind of block or set, `ASSEMBLY` or `BLOB`
    /// @param names their names; none to forget them
    /// @return this builder
    public ExodusDefinitionBuilder reductionVariables(EntityKind kind, String... names) {
        return reductions(kind, new DefinitionState.Reductions(List.of(names), Optional.empty()));
    }

    /// Sets the variables with one value for each entity and step, which only some entities of the kind have.
    ///
    /// @param kind  a kind of block or set, `ASSEMBLY` or `BLOB`
    /// @param ids   the ids of the entities that have them, all of them
    /// @param names their names
    /// @return this builder
    public ExodusDefinitionBuilder reductionVariablesOn(EntityKind kind, Set<Long> ids, List<String> names) {
        return reductions(kind, new DefinitionState.Reductions(List.copyOf(names), Optional.of(Set.copyOf(ids))));
    }

    private ExodusDefinitionBuilder reductions(EntityKind kind, DefinitionState.Reductions group) {
        state.reductions.put(kind, group);
        return this;
    }

    /// Says how the part of a mesh that the file holds fits into the whole, in the place of what was said before.
    ///
    /// @param decomposition the description
    /// @return this builder
    public ExodusDefinitionBuilder decomposition(DecompositionDefinition decomposition) {
        clearDecomposition();
        state.decomposition = Optional.of(decomposition);
        return this;
    }

    /// Forgets how the file fits into a mesh that was cut up: it is a whole of its own.
    ///
    /// @return this builder
    public ExodusDefinitionBuilder clearDecomposition() {
        state.decomposition = Optional.empty();
        state.extraDimensions.keySet().removeIf(DecompositionDefinition::isOne);
        state.extraVariables.removeIf(variable -> DecompositionDefinition.isOne(variable.name()));
        state.extraValues.removeIf(values -> DecompositionDefinition.isOne(values.variable()));
        return retainMetadata(name -> !DecompositionDefinition.isOne(name));
    }

    /// Adds a dimension for variables for which the model has no word.
    ///
    /// @param name   the name; nothing happens where the model has a dimension of that name and length
    /// @param length the length, at least 1
    /// @return this builder
    public ExodusDefinitionBuilder extraDimension(String name, long length) {
        state.extraDimensions.put(name, length);
        return this;
    }

    /// Keeps those dimensions for variables without a word of the model that are wanted.
    ///
    /// @param isWanted tells which stay, by their names
    /// @return this builder
    public ExodusDefinitionBuilder retainExtraDimensions(Predicate<String> isWanted) {
        state.extraDimensions.keySet().removeIf(isWanted.negate());
        return this;
    }

    /// Adds a variable for which the model has no word.
    ///
    /// @param variable the variable; its dimensions are those of the model or added by [#extraDimension]
    /// @return this builder
    public ExodusDefinitionBuilder extraVariable(ExtraVariable variable) {
        state.extraVariables.add(variable);
        return this;
    }

    /// Keeps those variables without a word of the model that are wanted.
    ///
    /// @param isWanted tells which stay
    /// @return this builder
    public ExodusDefinitionBuilder retainExtraVariables(Predicate<ExtraVariable> isWanted) {
        state.extraVariables.removeIf(isWanted.negate());
        return this;
    }

    /// Changes the variables without a word of the model, one after the other.
    ///
    /// @param change gets a variable and returns what stands in its place
    /// @return this builder
    public ExodusDefinitionBuilder changeExtraVariables(UnaryOperator<ExtraVariable> change) {
        state.extraVariables.replaceAll(change);
        return this;
    }

    /// Sets the type in which real numbers are stored, `DOUBLE` by default.
    ///
    /// @param type `DOUBLE` or `FLOAT`
    /// @return this builder
    /// @throws IllegalArgumentException when it is another type
    public ExodusDefinitionBuilder realType(ElementType type) {
        Rules.require(type.isReal(), type.label(), "is no type of real numbers");
        state.realType = type;
        return this;
    }

    /// Stores integers in 64 bits or in 32, as by default; 64 bits need CDF-5.
    ///
    /// @param ids  whether ids of entities and properties have 64 bits
    /// @param maps whether ids of nodes and elements, and maps, have 64 bits
    /// @param bulk whether connectivity and entries of sets have 64 bits
    /// @return this builder
    public ExodusDefinitionBuilder longIntegers(boolean ids, boolean maps, boolean bulk) {
        state.longIds = ids;
        state.longMaps = maps;
        state.longBulk = bulk;
        return this;
    }

    /// Says what stands where nobody has put a value, [Fill#NONE] by default: then everything must be put.
    ///
    /// @param fill what stands there
    /// @return this builder
    public ExodusDefinitionBuilder fill(Fill fill) {
        state.fill = fill;
        return this;
    }

    /// Asks for a version of the classic netCDF format. Without this it is CDF-2, or CDF-5 where something needs it.
    ///
    /// @param format the version
    /// @return this builder
    public ExodusDefinitionBuilder format(ContainerFormat format) {
        state.format = Optional.of(format);
        return this;
    }

    /// Lets the version of the classic netCDF format be chosen, also where it was taken from a file.
    ///
    /// @return this builder
    public ExodusDefinitionBuilder automaticFormat() {
        state.format = Optional.empty();
        return this;
    }

    /// States the versions of format and library, 9.06 by default: the one whose way of writing is followed.
    ///
    /// @param version    the version of the file format
    /// @param apiVersion the version of the library
    /// @return this builder
    public ExodusDefinitionBuilder versions(ExodusVersion version, ExodusVersion apiVersion) {
        state.version = version;
        state.apiVersion = apiVersion;
        return this;
    }

    /// Stores coordinates and nodal variables one by one, as all but old programs do and as by default, or in one array.
    ///
    /// @param isLarge whether they are stored one by one
    /// @return this builder
    public ExodusDefinitionBuilder largeModel(boolean isLarge) {
        state.largeModel = isLarge;
        return this;
    }

    /// Sets the room for a name, 256 bytes by default of which one is a NUL.
    ///
    /// @param bytes the bytes, at least 2
    /// @return this builder
    public ExodusDefinitionBuilder nameWidth(int bytes) {
        state.nameWidth = bytes;
        return this;
    }

    /// States a length of the longest name; by default it is computed.
    ///
    /// @param bytes the bytes, without the NUL
    /// @return this builder
    public ExodusDefinitionBuilder maximumNameLength(int bytes) {
        state.maximumNameLength = OptionalInt.of(bytes);
        return this;
    }

    /// Checks how everything fits together and lays out the file.
    ///
    /// @return the definition
    /// @throws IllegalArgumentException when the file cannot be: numbers that do not fit to one another, ids that occur
    ///                                  twice, names that are too long, more than the format can hold; the message tells
    ///                                  which
    public ExodusDefinition build() {
        DefinitionState checked = new DefinitionState(state);
        new DefinitionChecks(checked).run();
        // What it consists of depends on the widths of integers, which may be told later.
        checked.decomposition.ifPresent(decomposition -> decomposition.addTo(checked));
        return new ExodusDefinition(checked, new ExodusLayout(checked).layOut());
    }
}
