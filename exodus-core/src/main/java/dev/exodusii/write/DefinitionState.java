package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusVersion;
import dev.exodusii.Int64Status;
import dev.exodusii.QaRecord;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.view.ElementType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// All that a definition consists of: filled by a builder, and left alone afterwards.
final class DefinitionState {

    /// The version of the reference library whose way of writing is followed.
    static final ExodusVersion VERSION = new ExodusVersion(9, 6);

    private static final int LONGEST_TITLE = 80;
    private static final int LEAST_NAME_LENGTH = 32;

    String title = "";
    int dimension;
    List<String> axisNames = List.of();
    long nodes;
    /// Axes whose coordinates a file lacks, counted from 0.
    final Set<Integer> missingAxes = new TreeSet<>();
    final Map<EntityKind, Long> declaredCounts = new EnumMap<>(EntityKind.class);
    final Set<EntityKind> idMaps = EnumSet.noneOf(EntityKind.class);
    boolean elementOrder;
    final Map<EntityKind, List<EntityDefinition>> entities = new EnumMap<>(EntityKind.class);
    List<String> nodalAttributes = List.of();
    /// The ids of the sets of each kind of which a file has factors without a dimension of their own.
    final Map<EntityKind, Set<Long>> bareFactors = new EnumMap<>(EntityKind.class);
    final List<PropertyDefinition> properties = new ArrayList<>();
    final List<FrameDefinition> frames = new ArrayList<>();
    final List<QaRecord> qaRecords = new ArrayList<>();
    final List<String> infoRecords = new ArrayList<>();
    /// The same as bytes: those of a file as they are, with blanks at the end and in whatever encoding.
    final List<byte[]> qaBytes = new ArrayList<>();
    final List<byte[]> infoBytes = new ArrayList<>();
    /// The bytes of names that a file has in another encoding than UTF-8, or with blanks at the end.
    final Map<String, byte[]> foreignNames = new HashMap<>();
    final List<AttributeDefinition> metadata = new ArrayList<>();
    final List<AttributeDefinition> nodalMetadata = new ArrayList<>();
    final Map<EntityKind, List<ResultVariable>> variables = new EnumMap<>(EntityKind.class);
    final Map<EntityKind, Reductions> reductions = new EnumMap<>(EntityKind.class);
    final Map<String, Long> extraDimensions = new LinkedHashMap<>();
    final List<ExtraVariable> extraVariables = new ArrayList<>();
    /// Those of their values that are known already.
    final List<GivenValues> extraValues = new ArrayList<>();
    Optional<DecompositionDefinition> decomposition = Optional.empty();
    ElementType realType = ElementType.DOUBLE;
    boolean longIds;
    boolean longMaps;
    boolean longBulk;
    Optional<ContainerFormat> format = Optional.empty();
    Fill fill = Fill.NONE;
    ExodusVersion version = VERSION;
    ExodusVersion apiVersion = VERSION;
    boolean largeModel = true;
    long nameWidth = 256;
    long textWidth = 33;
    long lineWidth = 81;
    OptionalInt maximumNameLength = OptionalInt.empty();
    /// Whether faults that a file had already are let pass: names that are too long or occur twice, ids that occur twice.
    boolean isLenient;

    /// The variables with one value for each entity and step: an entity has all of them or none.
    record Reductions(List<String> names, Optional<Set<Long>> storedOn) {

        static final Reductions NONE = new Reductions(List.of(), Optional.empty());

        boolean areOn(EntityDefinition entity) {
            return !names.isEmpty() && !entity.isNull()
                    && (storedOn.isEmpty() || storedOn.get().contains(entity.id()));
        }
    }

    DefinitionState() {}

    DefinitionState(DefinitionState other) {
        title = other.title;
        dimension = other.dimension;
        axisNames = other.axisNames;
        nodes = other.nodes;
        missingAxes.addAll(other.missingAxes);
        declaredCounts.putAll(other.declaredCounts);
        idMaps.addAll(other.idMaps);
        elementOrder = other.elementOrder;
        other.entities.forEach((kind, all) -> entities.put(kind, new ArrayList<>(all)));
        nodalAttributes = other.nodalAttributes;
        other.bareFactors.forEach((kind, ids) -> bareFactors.put(kind, Set.copyOf(ids)));
        properties.addAll(other.properties);
        frames.addAll(other.frames);
        qaRecords.addAll(other.qaRecords);
        infoRecords.addAll(other.infoRecords);
        qaBytes.addAll(other.qaBytes);
        infoBytes.addAll(other.infoBytes);
        foreignNames.putAll(other.foreignNames);
        metadata.addAll(other.metadata);
        nodalMetadata.addAll(other.nodalMetadata);
        other.variables.forEach((kind, all) -> variables.put(kind, new ArrayList<>(all)));
        reductions.putAll(other.reductions);
        extraDimensions.putAll(other.extraDimensions);
        extraVariables.addAll(other.extraVariables);
        extraValues.addAll(other.extraValues);
        decomposition = other.decomposition;
        realType = other.realType;
        longIds = other.longIds;
        longMaps = other.longMaps;
        longBulk = other.longBulk;
        format = other.format;
        fill = other.fill;
        version = other.version;
        apiVersion = other.apiVersion;
        largeModel = other.largeModel;
        nameWidth = other.nameWidth;
        textWidth = other.textWidth;
        lineWidth = other.lineWidth;
        maximumNameLength = other.maximumNameLength;
        isLenient = other.isLenient;
    }

    /// Makes the lists unmodifiable, to be handed out as they are.
    void freeze() {
        entities.replaceAll((kind, all) -> List.copyOf(all));
        variables.replaceAll((kind, all) -> List.copyOf(all));
    }

    List<EntityDefinition> entities(EntityKind kind) {
        return entities.getOrDefault(kind, List.of());
    }

    List<EntityDefinition> mutableEntities(EntityKind kind) {
        return entities.computeIfAbsent(kind, fresh -> new ArrayList<>());
    }

    List<ResultVariable> variables(EntityKind kind) {
        return variables.getOrDefault(kind, List.of());
    }

    List<ResultVariable> mutableVariables(EntityKind kind) {
        return variables.computeIfAbsent(kind, fresh -> new ArrayList<>());
    }

    Reductions reductions(EntityKind kind) {
        return reductions.getOrDefault(kind, Reductions.NONE);
    }

    /// Returns the number of elements, edges or faces of all blocks; or what a file declared, which may have no blocks.
    long count(EntityKind blockKind) {
        Long declared = declaredCounts.get(blockKind);
        long sum = 0;
        for (EntityDefinition block : entities(blockKind)) {
            sum = Math.addExact(sum, block.size());
        }
        return declared == null ? sum : declared;
    }

    long elementsEdgesAndFaces() {
        return count(EntityKind.ELEMENT_BLOCK) + count(EntityKind.EDGE_BLOCK) + count(EntityKind.FACE_BLOCK);
    }

    /// Returns how many values a map has.
    long mapSize(EntityKind mapKind) {
        return switch (mapKind) {
            case NODE_MAP -> nodes;
            case ELEMENT_MAP -> count(EntityKind.ELEMENT_BLOCK);
            case EDGE_MAP -> count(EntityKind.EDGE_BLOCK);
            case FACE_MAP -> count(EntityKind.FACE_BLOCK);
            default -> throw new IllegalArgumentException(mapKind.label() + " is no kind of map");
        };
    }

    Int64Status int64() {
        return new Int64Status((longMaps ? 0x0400 : 0) | (longIds ? 0x0800 : 0) | (longBulk ? 0x1000 : 0));
    }

    ElementType idType() {
        return longIds ? ElementType.INT64 : ElementType.INT;
    }

    ElementType mapType() {
        return longMaps ? ElementType.INT64 : ElementType.INT;
    }

    ElementType bulkType() {
        return longBulk ? ElementType.INT64 : ElementType.INT;
    }

    void addQaRecord(QaRecord record) {
        qaRecords.add(record);
        Stream.of(record.code(), record.version(), record.date(), record.time()).map(StoredText::bytes)
                .forEach(qaBytes::add);
    }

    void addInfoRecord(String line) {
        infoRecords.add(line);
        infoBytes.add(StoredText.bytes(line));
    }

    byte[] nameBytes(String name) {
        byte[] foreign = foreignNames.get(name);
        return foreign == null ? StoredText.bytes(name) : foreign;
    }

    int longestTitle() {
        return LONGEST_TITLE;
    }

    /// The room for the bytes of a text in a row: one is left for the NUL, unless a file did without.
    long room(long width) {
        return isLenient ? width : width - 1;
    }

    /// What the reference library notes: 32, or the length of a longer name.
    int longestName() {
        return Math.max(LEAST_NAME_LENGTH, longest(Rules::bytes));
    }

    /// The room that names take as they are stored, with the blanks at their end.
    int widestName() {
        return longest(name -> Math.max(Rules.bytes(name), nameBytes(name).length));
    }

    private int longest(ToIntFunction<String> length) {
        Stream<String> names = Stream.of(
                entities.values().stream().flatMap(List::stream).filter(entity -> entity.kind() != EntityKind.BLOB)
                        .map(EntityDefinition::name),
                entities.values().stream().flatMap(List::stream).flatMap(DefinitionState::attributeNames),
                nodalAttributes.stream(), axisNames.stream(), properties.stream().map(PropertyDefinition::name),
                variables.values().stream().flatMap(List::stream).map(ResultVariable::name),
                reductions.values().stream().flatMap(group -> group.names().stream())).flatMap(all -> all);
        return names.mapToInt(length).max().orElse(0);
    }

    static Stream<String> attributeNames(EntityDefinition entity) {
        return switch (entity) {
            case BlockDefinition block -> block.attributes().stream();
            case SetDefinition set -> set.attributes().stream();
            default -> Stream.empty();
        };
    }
}
