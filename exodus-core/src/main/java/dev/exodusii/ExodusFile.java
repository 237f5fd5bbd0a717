package dev.exodusii;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.diagnostic.UnsupportedFormatException;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.ByteSource;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.RecordCount;
import dev.exodusii.netcdf.Refreshed;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.ReadAhead;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An open Exodus file: the mesh and its results, all of them as views over the file's bytes.
///
/// Opening reads the header and the lists of ids and names; arrays are read when their values are asked for, and then
/// only those bytes. Everything is described by objects: blocks and sets know their own variables.
///
/// Immutable while open and safe for use by many threads without a lock. [#close] may be called from any thread; every
/// later access throws [IllegalStateException], and views that were handed out before do so as well.
///
/// Three kinds of integers are never mixed: an *index* is a 0-based position, as all methods here take it; a *number*
/// is a 1-based position as the file stores it; an *id* is the label that a user gave.
public final class ExodusFile implements AutoCloseable {

    private final NetcdfFile container;
    private final Storage storage;
    private final List<Finding> openingFindings;
    private final TimeAxis times;
    private final Variables variables;
    private final Entities entities;
    private final List<TimeSeries> globalVariables;
    private final List<TimeSeries> nodalVariables;
    private volatile @Nullable List<Finding> findings;

    private ExodusFile(NetcdfFile container) {
        this.container = container;
        this.storage = Storage.silent(container);
        List<Finding> met = new ArrayList<>();
        Storage reporting = Storage.reporting(container, met::add);
        Directory directory = new Directory(reporting);
        Map<EntityKind, List<EntityHeader>> headers = new EnumMap<>(EntityKind.class);
        Map<EntityKind, Integer> counts = new EnumMap<>(EntityKind.class);
        for (EntityKind kind : EntityKind.values()) {
            headers.put(kind, directory.read(kind));
            counts.put(kind, headers.getOrDefault(kind, List.of()).size());
        }
        this.times = TimeAxis.of(reporting);
        this.variables = new Variables(reporting, times, counts);
        this.entities = new Entities(storage, reporting, variables, headers);
        this.globalVariables = variables.global();
        this.nodalVariables = variables.nodal(nodeCount());
        this.openingFindings = List.copyOf(met);
    }

    /// Opens a file whose bytes are at hand. Usually one calls `Exodus.open(path)` of the mmap module instead.
    ///
    /// @param source the bytes; closed with the file, and also when opening fails
    /// @return the open file
    /// @throws UnreadableFileException when the bytes are not a sound classic netCDF file, or nothing in them is Exodus
    public static ExodusFile open(ByteSource source) throws UnreadableFileException {
        return open(source, RecordCount.FROM_HEADER);
    }

    /// Opens a file whose bytes are at hand, with a choice of how many steps to believe in.
    ///
    /// @param source the bytes; closed with the file, and also when opening fails
    /// @param count  where the number of steps is taken from
    /// @return the open file
    /// @throws UnreadableFileException when the bytes are not a sound classic netCDF file, or nothing in them is Exodus
    public static ExodusFile open(ByteSource source, RecordCount count) throws UnreadableFileException {
        try {
            return of(NetcdfFile.open(source, count));
        } catch (LostDataException lost) {
            throw NetcdfFile.shrunkMeanwhile(lost);
        }
    }

    /// Reads a file that lies in memory as a whole.
    ///
    /// @param segment all bytes of the file
    /// @param name    what to call it in messages
    /// @return the open file; closing it does not free the memory
    /// @throws UnreadableFileException when the bytes are not a sound classic netCDF file, or nothing in them is Exodus
    public static ExodusFile parse(MemorySegment segment, String name) throws UnreadableFileException {
        return open(ByteSource.of(segment, name));
    }

    /// Reads an open classic netCDF file as Exodus.
    ///
    /// @param container the file; it is closed with what is returned, and also when that fails
    /// @return the model
    /// @throws UnsupportedFormatException when nothing in the file is Exodus
    public static ExodusFile of(NetcdfFile container) throws UnsupportedFormatException {
        boolean isExodus = container.attribute("version").isPresent() || container.attribute("api_version").isPresent()
                || container.attribute("api version").isPresent()
                || List.of("num_dim", "num_el_blk").stream().anyMatch(name -> container.dimension(name).isPresent())
                || List.of("coordx", "coord", "connect1").stream()
                        .anyMatch(name -> container.variable(name).isPresent());
        if (!isExodus) {
            container.close();
            throw new UnsupportedFormatException(Fault.NOT_EXODUS, container.name(),
                    "is a " + container.format().label() + " netCDF file, but nothing in it is Exodus",
                    "its variables can be read as plain netCDF");
        }
        try {
            return Faults.guard(container.name(), "names and ids", () -> new ExodusFile(container));
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
    }

    /// Returns the file's name as the caller gave it.
    public String name() {
        return container.name();
    }

    /// Returns the netCDF file below: every dimension, attribute and variable, also those that the model has no word for.
    public NetcdfFile container() {
        return container;
    }

    /// Returns who can be told what will be read soon: `view.announceTo(file.readAhead())` fetches the bytes of a view
    /// meanwhile, such as the step that a viewer shows next. See [NetcdfFile#readAhead].
    public ReadAhead readAhead() {
        return container.readAhead();
    }

    /// Looks whether the file has grown or changed otherwise since it was opened, and opens what it has become.
    ///
    /// This file and its views stay as they are until it is closed. What is returned is independent of it, has all steps
    /// that are there now, and is closed by the caller; it is nothing where the file is as it was:
    ///
    /// ```java
    /// Refreshed<ExodusFile> now = file.refresh();
    /// if (now.change() == FileChange.GROWN) {
    ///     ExodusFile longer = now.file().orElseThrow();
    /// }
    /// ```
    ///
    /// The last step may still be being written; see `FileWatcher` of the mmap module, which tells when it is not.
    ///
    /// @return what has become of the file
    /// @throws UnreadableFileException when there is no sound Exodus file at present, such as while a writer begins anew
    /// @throws IOException             when there is no file any more or it cannot be opened
    /// @throws IllegalStateException   when this file is closed
    public Refreshed<ExodusFile> refresh() throws IOException {
        Refreshed<NetcdfFile> now = container.refresh();
        try {
            return now.file().isEmpty() ? new Refreshed<>(now.change(), Optional.empty())
                    : new Refreshed<>(now.change(), Optional.of(of(now.file().get())));
        } catch (LostDataException lost) {
            throw NetcdfFile.shrunkMeanwhile(lost);
        }
    }

    /// Tells whether the file is still open.
    public boolean isOpen() {
        return container.isOpen();
    }

    /// Releases the file. Views that were handed out throw [IllegalStateException] from now on. May be called again.
    @Override
    public void close() {
        container.close();
    }

    /// Returns what is odd, missing or damaged, the container's findings first. Nothing that is listed here was papered
    /// over: damaged data is refused when it is asked for.
    public List<Finding> findings() {
        List<Finding> known = findings;
        if (known == null) {
            List<Finding> all = new ArrayList<>(container.findings());
            all.addAll(openingFindings);
            Faults.guard(name(), "what is checked of it", () ->
                    new ModelChecks(this, variables, Storage.reporting(container, all::add)).run());
            known = List.copyOf(all);
            findings = known;
        }
        return known;
    }

    /// Returns the title, empty when there is none.
    public String title() {
        return storage.attribute("title").flatMap(Attribute::text).orElse("");
    }

    /// Returns the version of the file format.
    public Optional<ExodusVersion> version() {
        return version("version", "version");
    }

    /// Returns the version of the library that made the file.
    public Optional<ExodusVersion> apiVersion() {
        return version("api_version", "api version");
    }

    private Optional<ExodusVersion> version(String... spellings) {
        OptionalDouble stored = real(spellings);
        return stored.isPresent() && stored.getAsDouble() >= 0 ? Optional.of(ExodusVersion.of(stored.getAsDouble()))
                : Optional.empty();
    }

    private OptionalDouble real(String... spellings) {
        return storage.attribute(spellings).map(Attribute::real).orElse(OptionalDouble.empty());
    }

    private OptionalInt integer(String... spellings) {
        return storage.attribute(spellings).map(Attribute::integer)
                .filter(value -> value.isPresent() && (int) value.getAsLong() == value.getAsLong())
                .map(value -> OptionalInt.of((int) value.getAsLong())).orElse(OptionalInt.empty());
    }

    /// Returns the bytes of a real number that the file claims to use throughout, 4 or 8. Views follow what is stored.
    public OptionalInt wordSize() {
        return integer("floating_point_word_size", "floating point word size");
    }

    /// Returns which integers the file claims to keep in 64 bits.
    public Int64Status int64Status() {
        return new Int64Status(integer("int64_status").orElse(0));
    }

    /// Tells whether the file claims to use the layout for large models. What is stored decides, not this.
    public boolean isLargeModel() {
        return integer("file_size").orElse(0) != 0;
    }

    /// Returns the length of the longest name that was stored, as the writer noted it; 32 where nothing sensible is noted.
    public int maximumNameLength() {
        int noted = integer("maximum_name_length").orElse(0);
        return noted > 0 ? noted : 32;
    }

    /// Returns the time of the last step that was written in full, as some writers note it.
    public OptionalDouble lastWrittenTime() {
        return real("last_written_time");
    }

    /// Returns the number of space dimensions: 1, 2 or 3, or 0 in a file without a mesh.
    public int dimension() {
        return (int) Math.min(3, storage.length("num_dim"));
    }

    /// Returns the number of nodes.
    public long nodeCount() {
        return storage.length("num_nodes");
    }

    /// Returns the number of elements in all blocks, as the file declares it.
    public long elementCount() {
        return storage.length("num_elem");
    }

    /// Returns the number of edges in all edge blocks, as the file declares it.
    public long edgeCount() {
        return storage.length("num_edge");
    }

    /// Returns the number of faces in all face blocks, as the file declares it.
    public long faceCount() {
        return storage.length("num_face");
    }

    /// Returns where the nodes are.
    public Coordinates coordinates() {
        return new Coordinates(storage, dimension(), nodeCount());
    }

    /// Returns the ids of the nodes.
    public IdMap nodeIds() {
        return new IdMap(storage.integers("node_num_map"), nodeCount());
    }

    /// Returns the ids of the elements.
    public IdMap elementIds() {
        return new IdMap(storage.integers("elem_num_map"), elementCount());
    }

    /// Returns the ids of the edges.
    public IdMap edgeIds() {
        return new IdMap(storage.integers("edge_num_map"), edgeCount());
    }

    /// Returns the ids of the faces.
    public IdMap faceIds() {
        return new IdMap(storage.integers("face_num_map"), faceCount());
    }

    /// Returns the order in which a solver is advised to visit the elements: 1-based element numbers. It is not an id
    /// map, and few writers fill it with meaning.
    public Optional<IntegerView> elementOrder() {
        return storage.integers("elem_map").filter(order -> order.size() == elementCount());
    }

    /// Returns the element blocks.
    public EntityList<ElementBlock> elementBlocks() {
        return entities.elementBlocks;
    }

    /// Returns the edge blocks.
    public EntityList<EdgeBlock> edgeBlocks() {
        return entities.edgeBlocks;
    }

    /// Returns the face blocks.
    public EntityList<FaceBlock> faceBlocks() {
        return entities.faceBlocks;
    }

    /// Returns the node sets.
    public EntityList<NodeSet> nodeSets() {
        return entities.nodeSets;
    }

    /// Returns the edge sets.
    public EntityList<EdgeSet> edgeSets() {
        return entities.edgeSets;
    }

    /// Returns the face sets.
    public EntityList<FaceSet> faceSets() {
        return entities.faceSets;
    }

    /// Returns the side sets.
    public EntityList<SideSet> sideSets() {
        return entities.sideSets;
    }

    /// Returns the element sets.
    public EntityList<ElementSet> elementSets() {
        return entities.elementSets;
    }

    /// Returns the numbered maps of the nodes.
    public EntityList<NumberMap> nodeMaps() {
        return entities.nodeMaps;
    }

    /// Returns the numbered maps of the edges.
    public EntityList<NumberMap> edgeMaps() {
        return entities.edgeMaps;
    }

    /// Returns the numbered maps of the faces.
    public EntityList<NumberMap> faceMaps() {
        return entities.faceMaps;
    }

    /// Returns the numbered maps of the elements.
    public EntityList<NumberMap> elementMaps() {
        return entities.elementMaps;
    }

    /// Returns the assemblies.
    public EntityList<Assembly> assemblies() {
        return entities.assemblies;
    }

    /// Returns the blobs.
    public EntityList<Blob> blobs() {
        return entities.blobs;
    }

    /// Returns all entities of a kind.
    ///
    /// @param kind the kind
    /// @return the entities; none for `GLOBAL`, `NODAL` and `COORDINATE`, which are not entities
    public EntityList<? extends Entity> entities(EntityKind kind) {
        return entities.of(kind);
    }

    /// Returns the time steps.
    public TimeAxis times() {
        return times;
    }

    /// Returns the names of the variables of a kind, and where they exist.
    ///
    /// @param kind the kind of entity
    /// @return the variables; empty where there are none
    public VariableGroup variables(EntityKind kind) {
        return variables.group(kind);
    }

    /// Returns the names of the variables with one value for each entity of a kind and step.
    ///
    /// @param kind the kind of entity
    /// @return the variables; empty where there are none
    public VariableGroup reductionVariables(EntityKind kind) {
        return variables.reductions(kind);
    }

    /// Returns the variables with one value at each step, in the order of the file.
    public List<TimeSeries> globalVariables() {
        return globalVariables;
    }

    /// Returns the variables with one value for each node at each step, in the order of the file. Those that have a name
    /// but no values are left out and reported by [#findings].
    public List<TimeSeries> nodalVariables() {
        return nodalVariables;
    }

    /// Returns the global variable with a name.
    ///
    /// @param variableName its name
    /// @return its values: (steps x 1)
    /// @throws NoSuchElementException when there is none; the message names similar ones
    public TimeSeries global(String variableName) {
        return find(EntityKind.GLOBAL, globalVariables, variableName);
    }

    /// Returns the nodal variable with a name.
    ///
    /// @param variableName its name
    /// @return its values: (steps x nodes)
    /// @throws NoSuchElementException when there is none; the message names similar ones
    /// @throws DamagedDataException when the file has its name but not its values
    public TimeSeries nodal(String variableName) {
        return find(EntityKind.NODAL, nodalVariables, variableName);
    }

    private TimeSeries find(EntityKind kind, List<TimeSeries> stored, String variableName) {
        if (!isOpen()) {
            throw new IllegalStateException(name() + " is closed");
        }
        for (TimeSeries series : stored) {
            if (series.name().equals(variableName)) {
                return series;
            }
        }
        if (variables.group(kind).names().contains(variableName)) {
            throw new DamagedDataException(name(), kind.label() + " variable '" + variableName + "'",
                    "has a name but no values in the file");
        }
        throw Variables.absent(variables.group(kind), variableName);
    }

    /// Returns the programs that had a hand in the file.
    public List<QaRecord> qaRecords() {
        return QaRecord.of(storage);
    }

    /// Returns the lines of text that writers left in the file, often a whole input deck.
    public List<String> infoRecords() {
        return storage.text("info_records").map(lines -> lines.stream().toList()).orElse(List.of());
    }

    /// Returns the number of lines that [#infoRecords] would read.
    public long infoRecordCount() {
        return storage.text("info_records").map(lines -> lines.size()).orElse(0L);
    }

    /// Returns the properties of the entities of a kind: integers such as a material number, one for each entity.
    ///
    /// @param kind a kind of block, set or map
    /// @return the properties as stored, the ids first; none where there are no entities
    public List<Property> properties(EntityKind kind) {
        List<Property> properties = new ArrayList<>();
        String prefix = kind.convention().ids();
        int count = entities.of(kind).size();
        for (int number = 1; count > 0 && storage.variable(prefix + number).isPresent(); number++) {
            String variable = prefix + number;
            String name = storage.variable(variable).flatMap(stored -> stored.attribute("name"))
                    .flatMap(Attribute::text).orElse(number == 1 ? "ID" : "");
            storage.integers(variable).filter(all -> all.size() == count)
                    .ifPresent(values -> properties.add(new Property(name, values)));
        }
        return List.copyOf(properties);
    }

    /// Returns one property of the entities of a kind.
    ///
    /// @param kind         a kind of block, set or map
    /// @param propertyName its name
    /// @return one value for each entity, in the order of the file
    /// @throws NoSuchElementException when there is none; the message names similar ones
    public IntegerView property(EntityKind kind, String propertyName) {
        List<Property> all = properties(kind);
        return all.stream().filter(property -> property.name().equals(propertyName)).map(Property::values).findFirst()
                .orElseThrow(() -> new NoSuchElementException("no property of " + kind.plural() + " is called '"
                        + propertyName + "'" + NearMatches.hint(propertyName,
                                all.stream().map(Property::name).toList())));
    }

    /// Returns the attributes that the user hung on the file as a whole. Bookkeeping of the format is left out.
    public List<Attribute> metadata() {
        return Metadata.ofFile(container.attributes());
    }

    /// Returns the attributes that the user hung on the nodes as a whole.
    public List<Attribute> nodalMetadata() {
        return storage.variable("coor_names").map(host -> Metadata.ofUser(host.attributes())).orElse(List.of());
    }

    /// Returns what is known of how the global variables make up vectors and fields.
    public List<FieldMetadata> globalFields() {
        return FieldMetadata.of(container.attributes(), container.attributes());
    }

    /// Returns what is known of how the nodal variables make up vectors and fields.
    public List<FieldMetadata> nodalFields() {
        return storage.variable("coor_names")
                .map(host -> FieldMetadata.of(host.attributes(), container.attributes())).orElse(List.of());
    }

    /// Returns the bases that fields refer to.
    public List<Basis> bases() {
        return Basis.of(container.attributes());
    }

    /// Returns the quadrature rules that fields refer to.
    public List<Quadrature> quadratures() {
        return Quadrature.of(container.attributes());
    }

    /// Returns the coordinate frames.
    public List<CoordinateFrame> coordinateFrames() {
        return CoordinateFrame.of(storage);
    }

    /// Returns how this file's part fits into a mesh that was cut up for several processors.
    ///
    /// @return the description, or nothing when this file is a whole of its own
    public Optional<Decomposition> decomposition() {
        return Decomposition.of(storage);
    }

    /// Returns the name and the kind of file, such as `crash.e (CDF-2, Exodus 8.03)`.
    @Override
    public String toString() {
        return name() + " (" + container.format().label()
                + version().map(version -> ", Exodus " + version).orElse("") + ")";
    }
}
