package dev.exodusii.write;

import dev.exodusii.Convention;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusVersion;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.DefinitionBuilder;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.ElementType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Says which dimensions, attributes and variables the container has, in the names and the order of the reference library
/// of version 9 (`exodus-format` §2.19).
final class ExodusLayout {

    static final String TIME = "time_step";
    private static final String NAME_WIDTH = "len_name";

    private static final List<EntityKind> BLOCKS =
            List.of(EntityKind.ELEMENT_BLOCK, EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK);
    private static final List<EntityKind> SETS = List.of(EntityKind.NODE_SET, EntityKind.EDGE_SET,
            EntityKind.FACE_SET, EntityKind.SIDE_SET, EntityKind.ELEMENT_SET);
    private static final List<EntityKind> MAPS = List.of(EntityKind.NODE_MAP, EntityKind.EDGE_MAP,
            EntityKind.FACE_MAP, EntityKind.ELEMENT_MAP);
    private static final List<EntityKind> ON_MESH = List.of(EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK,
            EntityKind.ELEMENT_BLOCK, EntityKind.NODE_SET, EntityKind.EDGE_SET, EntityKind.FACE_SET,
            EntityKind.SIDE_SET, EntityKind.ELEMENT_SET);
    private static final List<EntityKind> OFF_MESH = List.of(EntityKind.ASSEMBLY, EntityKind.BLOB);
    private static final List<EntityKind> WITH_VARIABLES =
            Stream.concat(ON_MESH.stream(), OFF_MESH.stream()).toList();

    private final DefinitionState state;
    private final DefinitionBuilder file = FileDefinition.builder();
    private final Map<String, Long> dimensions = new HashMap<>();
    private final List<GivenValues> given = new ArrayList<>();

    ExodusLayout(DefinitionState state) {
        this.state = state;
    }

    /// The container, and those of its values that are known already.
    record LaidOut(FileDefinition file, List<GivenValues> given) {}

    /// Lays out the file.
    ///
    /// @throws IllegalArgumentException when the format cannot hold it
    LaidOut layOut() {
        state.format.ifPresent(file::format);
        file.fill(state.fill);
        attributes();
        counts();
        idsAndNames();
        Stream.of(EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK, EntityKind.ELEMENT_BLOCK)
                .forEach(kind -> new BlockLayout(this, state).define(kind));
        SETS.forEach(this::sets);
        nodalAttributes();
        maps();
        properties();
        texts();
        assemblies();
        blobs();
        frames();
        wholeVariables();
        ON_MESH.forEach(this::entityVariables);
        // Without a table, the reference library defines values when they are first put.
        OFF_MESH.forEach(this::variableNames);
        OFF_MESH.forEach(this::variableValues);
        reductions();
        extras();
        return new LaidOut(file.build(), List.copyOf(given));
    }

    void dimension(String name, long length) {
        file.dimension(name, length);
        dimensions.put(name, length);
    }

    void variable(String name, ElementType type, List<String> dimensions, AttributeDefinition... attributes) {
        file.variable(name, type, dimensions, attributes);
    }

    private void variable(String name, ElementType type, List<String> dimensions, Supplier<Values> values,
            AttributeDefinition... attributes) {
        file.variable(name, type, dimensions, attributes);
        given.add(new GivenValues(name, values));
    }

    void metadata(String host, List<AttributeDefinition> attributes) {
        attributes.forEach(attribute -> file.attribute(host, attribute));
    }

    /// Defines a list of names with what they are.
    void names(String variable, String countDimension, List<String> names) {
        variable(variable, ElementType.CHAR, List.of(countDimension, NAME_WIDTH),
                () -> StoredText.rows(names.stream().map(state::nameBytes).toList(), state.nameWidth),
                StoredText.emptyFill());
    }

    private void attributes() {
        file.attribute(AttributeDefinition.floats("api_version", stored(state.apiVersion)));
        file.attribute(AttributeDefinition.floats("version", stored(state.version)));
        file.attribute(AttributeDefinition.ints("floating_point_word_size", state.realType.byteSize()));
        file.attribute(AttributeDefinition.ints("file_size", state.largeModel ? 1 : 0));
        file.attribute(AttributeDefinition.ints("maximum_name_length",
                state.maximumNameLength.isPresent() ? state.maximumNameLength.getAsInt() : state.longestName()));
        file.attribute(AttributeDefinition.ints("int64_status", state.int64().bits()));
        file.attribute(StoredText.attribute("title", state.nameBytes(state.title)));
        state.metadata.forEach(file::attribute);
    }

    /// Computed in the same steps as in the reference library, so that the last bit is the same.
    static float stored(ExodusVersion version) {
        return (float) ((float) version.major() + (float) version.minor() / 100.0);
    }

    private void counts() {
        dimension(NAME_WIDTH, state.nameWidth);
        file.recordDimension(TIME);
        variable("time_whole", state.realType, List.of(TIME));
        dimensionUnlessZero("num_dim", state.dimension);
        dimensionUnlessZero("num_nodes", state.nodes);
        dimensionUnlessZero("num_elem", state.count(EntityKind.ELEMENT_BLOCK));
        dimensionUnlessZero("num_edge", state.count(EntityKind.EDGE_BLOCK));
        dimensionUnlessZero("num_face", state.count(EntityKind.FACE_BLOCK));
    }

    private void dimensionUnlessZero(String name, long length) {
        if (length > 0) {
            dimension(name, length);
        }
    }

    private void idsAndNames() {
        List<EntityKind> kinds = Stream.of(BLOCKS, SETS, MAPS).flatMap(List::stream)
                .filter(kind -> !state.entities(kind).isEmpty()).toList();
        for (EntityKind kind : kinds) {
            Convention names = kind.convention();
            List<EntityDefinition> all = state.entities(kind);
            dimension(names.count(), all.size());
            if (!names.status().isEmpty()) {
                variable(names.status(), ElementType.INT, List.of(names.count()),
                        () -> Values.of(all.stream().mapToInt(entity -> entity.isNull() ? 0 : 1).toArray()));
            }
            variable(names.ids() + 1, state.idType(), List.of(names.count()),
                    () -> Values.of(all.stream().mapToLong(EntityDefinition::id).toArray()),
                    StoredText.attribute("name", "ID"));
        }
        coordinates();
        for (EntityKind kind : kinds) {
            names(kind.convention().names(), kind.convention().count(),
                    state.entities(kind).stream().map(EntityDefinition::name).toList());
        }
        if (state.dimension > 0) {
            names("coor_names", "num_dim", state.axisNames);
            metadata("coor_names", state.nodalMetadata);
        }
    }

    private void coordinates() {
        if (state.nodes == 0 || state.dimension == 0) {
            return;
        }
        if (!state.largeModel) {
            variable("coord", state.realType, List.of("num_dim", "num_nodes"));
            return;
        }
        for (int axis = 0; axis < state.dimension; axis++) {
            if (!state.missingAxes.contains(axis)) {
                variable("coord" + "xyz".charAt(axis), state.realType, List.of("num_nodes"));
            }
        }
    }

    private void sets(EntityKind kind) {
        Convention names = kind.convention();
        for (int i = 0; i < state.entities(kind).size(); i++) {
            SetDefinition set = (SetDefinition) state.entities(kind).get(i);
            String number = Integer.toString(i + 1);
            if (set.isNull()) {
                continue;
            }
            String size = names.size() + number;
            dimension(size, set.size());
            variable(names.entries() + number, state.bulkType(), List.of(size));
            metadata(names.entries() + number, set.metadata());
            if (kind == EntityKind.SIDE_SET || set.hasOrientations()) {
                variable(names.secondList() + number, state.bulkType(), List.of(size));
            }
            if (set.factors() > 0) {
                // The reference library defines this dimension for side sets only, but then finds no factors on edge, face
                // and element sets, its own among them. Copies of its files are like them.
                String factors = size;
                boolean isBare = kind == EntityKind.NODE_SET
                        || state.bareFactors.getOrDefault(kind, Set.of()).contains(set.id());
                if (!isBare || set.factors() != set.size()) {
                    factors = factorCount(names) + number;
                    dimension(factors, set.factors());
                }
                variable(names.factors() + number, state.realType, List.of(factors));
            }
            entryAttributes(names, number, size, set.attributes());
        }
    }

    /// Returns the dimension that counts the factors of a set, without its number.
    static String factorCount(Convention names) {
        return names.factors().replace("dist_fact", "num_df");
    }

    void entryAttributes(Convention names, String number, String size, List<String> attributes) {
        if (!attributes.isEmpty()) {
            String count = names.attributeCount() + number;
            dimension(count, attributes.size());
            variable(names.attributes() + number, state.realType, List.of(size, count));
            names(names.attributeNames() + number, count, attributes);
        }
    }

    private void nodalAttributes() {
        if (state.nodes > 0) {
            entryAttributes(EntityKind.NODAL.convention(), "", "num_nodes", state.nodalAttributes);
        }
    }

    private void maps() {
        for (EntityKind kind : List.of(EntityKind.NODE_MAP, EntityKind.ELEMENT_MAP, EntityKind.EDGE_MAP,
                EntityKind.FACE_MAP)) {
            if (state.idMaps.contains(kind) && state.mapSize(kind) > 0) {
                variable(idMap(kind), state.mapType(), List.of(sizeOfMap(kind)));
            }
        }
        if (state.elementOrder && state.count(EntityKind.ELEMENT_BLOCK) > 0) {
            variable("elem_map", state.mapType(), List.of("num_elem"));
        }
        for (EntityKind kind : MAPS) {
            for (int i = 0; i < state.entities(kind).size(); i++) {
                MapDefinition map = (MapDefinition) state.entities(kind).get(i);
                if (map.isStored() && map.size() > 0) {
                    variable(kind.convention().entries() + (i + 1), state.mapType(), List.of(sizeOfMap(kind)));
                }
            }
        }
    }

    static String idMap(EntityKind kind) {
        return switch (kind) {
            case NODE_MAP -> "node_num_map";
            case ELEMENT_MAP -> "elem_num_map";
            case EDGE_MAP -> "edge_num_map";
            default -> "face_num_map";
        };
    }

    private static String sizeOfMap(EntityKind kind) {
        return switch (kind) {
            case NODE_MAP -> "num_nodes";
            case ELEMENT_MAP -> "num_elem";
            case EDGE_MAP -> "num_edge";
            default -> "num_face";
        };
    }

    private void properties() {
        for (EntityKind kind : EntityKind.values()) {
            int number = 2;
            for (PropertyDefinition property : state.properties) {
                if (property.kind() == kind && !property.values().isEmpty()) {
                    variable(kind.convention().ids() + number, state.idType(), List.of(kind.convention().count()),
                            () -> Values.of(property.values().stream().mapToLong(Long::longValue).toArray()),
                            AttributeDefinition.integers("_FillValue", state.idType(), 0),
                            StoredText.attribute("name", property.name()));
                    number++;
                }
            }
        }
    }

    private void texts() {
        if (!state.qaRecords.isEmpty()) {
            dimension("num_qa_rec", state.qaRecords.size());
            dimension("four", 4);
            dimension("len_string", state.textWidth);
            variable("qa_records", ElementType.CHAR, List.of("num_qa_rec", "four", "len_string"),
                    () -> StoredText.rows(state.qaBytes, state.textWidth));
        }
        if (!state.infoRecords.isEmpty()) {
            dimension("num_info", state.infoRecords.size());
            dimension("len_line", state.lineWidth);
            variable("info_records", ElementType.CHAR, List.of("num_info", "len_line"),
                    () -> StoredText.rows(state.infoBytes, state.lineWidth));
        }
    }

    private void assemblies() {
        for (EntityDefinition entity : state.entities(EntityKind.ASSEMBLY)) {
            AssemblyDefinition assembly = (AssemblyDefinition) entity;
            Convention names = EntityKind.ASSEMBLY.convention();
            String size = names.size() + assembly.id();
            String host = names.entries() + assembly.id();
            dimension(size, assembly.size());
            variable(host, state.idType(), List.of(size),
                    () -> Values.of(assembly.memberIds().stream().mapToLong(Long::longValue).toArray()),
                    AttributeDefinition.integers("_id", state.idType(), assembly.id()));
            assembly.memberKind().ifPresent(kind -> file.attribute(host, AttributeDefinition.ints("_type",
                    kind.code())));
            file.attribute(host, StoredText.attribute("_name", assembly.name()));
            assembly.memberKind().ifPresent(kind -> file.attribute(host, StoredText.attribute("_typename",
                    kind.label())));
            metadata(host, assembly.metadata());
        }
    }

    private void blobs() {
        if (state.entities(EntityKind.BLOB).isEmpty()) {
            return;
        }
        dimension("blob_entity", 1);
        for (EntityDefinition blob : state.entities(EntityKind.BLOB)) {
            Convention names = EntityKind.BLOB.convention();
            String host = names.entries() + blob.id();
            dimension(names.size() + blob.id(), blob.size());
            variable(host, ElementType.INT, List.of("blob_entity"), () -> Values.of(0),
                    AttributeDefinition.integers("_id", state.idType(), blob.id()),
                    StoredText.attribute("_name", blob.name()));
            metadata(host, blob.metadata());
        }
    }

    private void frames() {
        List<FrameDefinition> frames = state.frames;
        if (frames.isEmpty()) {
            return;
        }
        dimension("num_cframes", frames.size());
        dimension("num_cframes_9", 9L * frames.size());
        variable("frame_coordinates", state.realType, List.of("num_cframes_9"),
                () -> Values.of(frames.stream().flatMap(frame -> Stream.of(frame.origin(), frame.axis3(),
                        frame.plane13())).flatMapToDouble(point -> DoubleStream.of(point.x(), point.y(), point.z()))
                        .toArray()));
        variable("frame_ids", state.idType(), List.of("num_cframes"),
                () -> Values.of(frames.stream().mapToLong(FrameDefinition::id).toArray()));
        variable("frame_tags", ElementType.CHAR, List.of("num_cframes"), () -> Values.text(
                frames.stream().map(frame -> String.valueOf(frame.tag()).replace("\0", "")).toList(), 1));
    }

    private void wholeVariables() {
        List<String> global = namesOf(EntityKind.GLOBAL);
        if (!global.isEmpty()) {
            dimension("num_glo_var", global.size());
            variable("vals_glo_var", state.realType, List.of(TIME, "num_glo_var"));
            names("name_glo_var", "num_glo_var", global);
        }
        List<String> nodal = namesOf(EntityKind.NODAL);
        if (!nodal.isEmpty()) {
            dimension("num_nod_var", nodal.size());
            if (state.nodes > 0 && state.largeModel) {
                IntStream.rangeClosed(1, nodal.size()).forEach(number -> variable("vals_nod_var" + number,
                        state.realType, List.of(TIME, "num_nodes")));
            } else if (state.nodes > 0) {
                variable("vals_nod_var", state.realType, List.of(TIME, "num_nod_var", "num_nodes"));
            }
            names("name_nod_var", "num_nod_var", nodal);
        }
    }

    private List<String> namesOf(EntityKind kind) {
        return state.variables(kind).stream().map(ResultVariable::name).toList();
    }

    private void entityVariables(EntityKind kind) {
        variableNames(kind);
        variableValues(kind);
        truthTable(kind);
    }

    private void variableNames(EntityKind kind) {
        List<String> variables = namesOf(kind);
        if (!variables.isEmpty()) {
            Convention names = kind.convention();
            dimension(names.variableCount(), variables.size());
            names(names.variableNames(), names.variableCount(), variables);
        }
    }

    private void variableValues(EntityKind kind) {
        List<EntityDefinition> all = state.entities(kind);
        List<ResultVariable> variables = state.variables(kind);
        for (int e = 0; e < all.size(); e++) {
            for (int v = 0; v < variables.size(); v++) {
                if (!all.get(e).isNull() && variables.get(v).isOn(all.get(e))) {
                    variable(values(kind, v, suffix(all.get(e), e)), state.realType,
                            List.of(TIME, kind.convention().size() + suffix(all.get(e), e)));
                }
            }
        }
    }

    private void truthTable(EntityKind kind) {
        List<EntityDefinition> all = state.entities(kind);
        List<ResultVariable> variables = state.variables(kind);
        if (!all.isEmpty() && !variables.isEmpty()) {
            Convention names = kind.convention();
            variable(names.truthTable(), ElementType.INT, List.of(names.count(), names.variableCount()),
                    () -> Values.of(all.stream().flatMapToInt(entity -> variables.stream()
                            .mapToInt(variable -> variable.isOn(entity) ? 1 : 0)).toArray()));
        }
    }

    static String values(EntityKind kind, int variableIndex, String suffix) {
        return kind.convention().values() + (variableIndex + 1) + kind.convention().infix() + suffix;
    }

    /// Numbered names end in the position, but those of assemblies and blobs in the id.
    static String suffix(EntityDefinition entity, int index) {
        return entity.kind() == EntityKind.ASSEMBLY || entity.kind() == EntityKind.BLOB ? Long.toString(entity.id())
                : Integer.toString(index + 1);
    }

    private void reductions() {
        for (EntityKind kind : WITH_VARIABLES) {
            DefinitionState.Reductions group = state.reductions(kind);
            if (!group.names().isEmpty()) {
                Convention names = kind.convention();
                dimension(names.reductionCount(), group.names().size());
                names(names.reductionNames(), names.reductionCount(), group.names());
            }
        }
        for (EntityKind kind : WITH_VARIABLES) {
            List<EntityDefinition> all = state.entities(kind);
            IntStream.range(0, all.size()).filter(e -> state.reductions(kind).areOn(all.get(e)))
                    .forEach(e -> variable(kind.convention().reductionValues() + suffix(all.get(e), e),
                            state.realType, List.of(TIME, kind.convention().reductionCount())));
        }
    }

    private void extras() {
        for (Map.Entry<String, Long> extra : state.extraDimensions.entrySet()) {
            long known = dimensions.getOrDefault(extra.getKey(), -1L);
            if (known < 0) {
                dimension(extra.getKey(), extra.getValue());
            } else {
                Rules.require(known == extra.getValue(), "the extra dimension " + extra.getKey(), "has length "
                        + extra.getValue() + ", but the model defines it with length " + known);
            }
        }
        for (ExtraVariable extra : state.extraVariables) {
            variable(extra.name(), extra.type(), extra.dimensions(), extra.attributes()
                    .toArray(AttributeDefinition[]::new));
        }
        given.addAll(state.extraValues);
    }
}
