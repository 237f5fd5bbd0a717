package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.ExodusVersion;
import dev.exodusii.Int64Status;
import dev.exodusii.QaRecord;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.view.ElementType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;

/// What an Exodus file holds, without the values: all that is decided before the first value is written.
///
/// ```java
/// ExodusDefinition definition = ExodusDefinition.builder().title("a cube").dimension(3).nodes(8)
///         .elementBlock(10, "HEX8", 1, block -> block.withName("steel"))
///         .nodeSet(1, 4, set -> set.withName("clamped").withFactors())
///         .nodalVariables("disp_x", "disp_y", "disp_z")
///         .build();
/// ```
///
/// It was checked when it was built, and is immutable. Entities, names and their order are those of the file.
public final class ExodusDefinition {

    private final DefinitionState state;
    private final FileDefinition layout;
    private final List<GivenValues> given;
    private final Map<EntityKind, Map<Long, Integer>> indexes = new EnumMap<>(EntityKind.class);

    /// Takes ownership of the state.
    ExodusDefinition(DefinitionState state, ExodusLayout.LaidOut laidOut) {
        this.state = state;
        state.freeze();
        state.entities.forEach((kind, all) -> {
            Map<Long, Integer> byId = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                byId.putIfAbsent(all.get(i).id(), i);
            }
            indexes.put(kind, byId);
        });
        this.layout = laidOut.file();
        this.given = laidOut.given();
    }

    /// Begins a definition with nothing in it.
    ///
    /// @return a builder
    public static ExodusDefinitionBuilder builder() {
        return new ExodusDefinitionBuilder(new DefinitionState());
    }

    /// Returns what a file holds, to write the same again, or with [#toBuilder] something else.
    ///
    /// Everything that the model reads is in it. Variables of the container for which the model has no word, such as
    /// those that describe the decomposition of a mesh, are [#extraVariables]. What the reference library of today
    /// writes and old files leave out, such as truth tables and empty lists of names, will be written.
    ///
    /// @param file the file; it is open during the call
    /// @return the definition; [#layout] has the format of the file
    /// @throws IllegalArgumentException when what the file holds cannot be written, which only damaged files hold
    /// @throws dev.exodusii.diagnostic.DamagedDataException when a list of polygons or polyhedra is not in the file
    public static ExodusDefinition of(ExodusFile file) {
        return new DefinitionReader(file).read().build();
    }

    /// Begins a definition with all of this one in it.
    ///
    /// @return a builder
    public ExodusDefinitionBuilder toBuilder() {
        ExodusDefinitionBuilder builder = new ExodusDefinitionBuilder(new DefinitionState(state));
        state.decomposition.ifPresent(builder::decomposition);
        return builder;
    }

    DefinitionState state() {
        return state;
    }

    /// The values that are known already, such as ids and names.
    List<GivenValues> given() {
        return given;
    }

    /// Returns the netCDF file as which it is written.
    public FileDefinition layout() {
        return layout;
    }

    /// Returns the title.
    public String title() {
        return state.title;
    }

    /// Returns the number of coordinates that nodes have: 1, 2 or 3, or 0 in a file without a mesh.
    public int dimension() {
        return state.dimension;
    }

    /// Returns the names of the axes.
    public List<String> axisNames() {
        return state.axisNames;
    }

    /// Returns the number of nodes.
    public long nodeCount() {
        return state.nodes;
    }

    /// Returns the number of elements of all blocks.
    public long elementCount() {
        return state.count(EntityKind.ELEMENT_BLOCK);
    }

    /// Returns the number of edges of all edge blocks.
    public long edgeCount() {
        return state.count(EntityKind.EDGE_BLOCK);
    }

    /// Returns the number of faces of all face blocks.
    public long faceCount() {
        return state.count(EntityKind.FACE_BLOCK);
    }

    /// Tells whether a list of ids of nodes, elements, edges or faces is stored.
    ///
    /// @param kind `NODE_MAP`, `ELEMENT_MAP`, `EDGE_MAP` or `FACE_MAP`, whose entries these ids are for
    /// @return whether it is
    public boolean hasIds(EntityKind kind) {
        return state.idMaps.contains(kind);
    }

    /// Tells whether the order in which elements are best visited is stored.
    public boolean hasElementOrder() {
        return state.elementOrder;
    }

    /// Returns the entities of a kind, in the order of the file.
    ///
    /// @param kind any kind
    /// @return blocks, sets, maps, assemblies or blobs; none for kinds that are no entities
    public List<? extends EntityDefinition> entities(EntityKind kind) {
        return state.entities(kind);
    }

    /// Returns an entity.
    ///
    /// @param kind the kind
    /// @param id   its id
    /// @return the entity
    /// @throws NoSuchElementException when there is none
    public EntityDefinition entity(EntityKind kind, long id) {
        return state.entities(kind).get(indexOf(kind, id));
    }

    /// The first where faulty files repeat an id.
    int indexOf(EntityKind kind, long id) {
        Integer index = indexes.getOrDefault(kind, Map.of()).get(id);
        if (index == null) {
            throw new NoSuchElementException("no " + kind.label() + " with id " + id + " is defined; there are: "
                    + NearMatches.list(state.entities(kind).stream().map(entity -> Long.toString(entity.id()))
                            .toList()));
        }
        return index;
    }

    /// Returns the names of the attributes that nodes have.
    public List<String> nodalAttributes() {
        return state.nodalAttributes;
    }

    /// Returns the properties of entities, but for their ids.
    public List<PropertyDefinition> properties() {
        return List.copyOf(state.properties);
    }

    /// Returns the coordinate frames.
    public List<FrameDefinition> coordinateFrames() {
        return List.copyOf(state.frames);
    }

    /// Returns the programs that had a hand in the file.
    public List<QaRecord> qaRecords() {
        return List.copyOf(state.qaRecords);
    }

    /// Returns the lines of text in the file.
    public List<String> infoRecords() {
        return List.copyOf(state.infoRecords);
    }

    /// Returns the attributes on the file as a whole, but for those by which the format keeps its books.
    public List<AttributeDefinition> metadata() {
        return List.copyOf(state.metadata);
    }

    /// Returns the attributes on the nodes as a whole.
    public List<AttributeDefinition> nodalMetadata() {
        return List.copyOf(state.nodalMetadata);
    }

    /// Returns the variables of a kind, in the order of the file.
    ///
    /// @param kind the kind
    /// @return the variables
    public List<ResultVariable> variables(EntityKind kind) {
        return state.variables(kind);
    }

    /// Returns the variables with one value for each entity of a kind and step.
    ///
    /// @param kind the kind
    /// @return their names, in the order of the file
    public List<String> reductionVariables(EntityKind kind) {
        return state.reductions(kind).names();
    }

    /// Returns how the part of a mesh that the file holds fits into the whole, where a builder was told; what is copied from
    /// another file is among [#extraVariables].
    public Optional<DecompositionDefinition> decomposition() {
        return state.decomposition;
    }

    /// Returns the variables of the container for which the model has no word.
    public List<ExtraVariable> extraVariables() {
        return List.copyOf(state.extraVariables);
    }

    /// Returns the type in which real numbers are stored, `DOUBLE` or `FLOAT`.
    public ElementType realType() {
        return state.realType;
    }

    /// Returns which integers are stored in 64 bits.
    public Int64Status int64Status() {
        return state.int64();
    }

    /// Returns the version of the classic netCDF format.
    public ContainerFormat format() {
        return layout.format();
    }

    /// Returns the version of the file format that the file states.
    public ExodusVersion version() {
        return state.version;
    }

    /// Returns the version of the library that the file states.
    public ExodusVersion apiVersion() {
        return state.apiVersion;
    }

    /// Tells whether coordinates and nodal variables are stored one by one, as all but old programs do.
    public boolean isLargeModel() {
        return state.largeModel;
    }

    /// Returns the length of the longest name that the file states.
    public int maximumNameLength() {
        OptionalInt stated = state.maximumNameLength;
        return stated.isPresent() ? stated.getAsInt() : state.longestName();
    }

    /// Returns the index of a variable, as it is among names.
    int variableIndex(EntityKind kind, String name) {
        List<String> names = state.variables(kind).stream().map(ResultVariable::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new NoSuchElementException("no " + kind.label() + " variable '" + name + "' is defined"
                    + NearMatches.hint(name, names));
        }
        return index;
    }

    /// Tells whether an entity has values of a variable.
    boolean isStored(EntityDefinition entity, ResultVariable variable) {
        return !entity.isNull() && variable.isOn(entity);
    }

    /// Returns what is defined, in numbers.
    @Override
    public String toString() {
        return "Exodus " + state.version + ", " + state.nodes + " nodes, " + elementCount() + " elements in "
                + state.entities(EntityKind.ELEMENT_BLOCK).size() + " blocks (" + layout.format().label() + ")";
    }
}
