package dev.exodusii.write;

import dev.exodusii.Assembly;
import dev.exodusii.Blob;
import dev.exodusii.Block;
import dev.exodusii.EdgeSet;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.FaceSet;
import dev.exodusii.IdMap;
import dev.exodusii.NumberMap;
import dev.exodusii.Property;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.geometry.Point;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.topology.Family;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealView;
import dev.exodusii.view.TextView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Reads what a file holds, so that the same can be written again.
final class DefinitionReader {

    private static final Pattern NAMES = Pattern.compile("[a-z]+_names|name_[a-z]+_var|[a-z]*attrib_name\\d*");

    private final ExodusFile file;
    private final DefinitionState state = new DefinitionState();

    DefinitionReader(ExodusFile file) {
        this.file = file;
    }

    ExodusDefinitionBuilder read() {
        state.isLenient = true;
        whole();
        types();
        for (EntityKind kind : EntityKind.values()) {
            file.entities(kind).forEach(entity -> state.mutableEntities(kind).add(entity(entity)));
            properties(kind);
            variables(kind);
            reductions(kind);
        }
        widths();
        new ExtraReader(file, state).read();
        return new ExodusDefinitionBuilder(state);
    }

    private void whole() {
        state.title = file.title();
        state.dimension = file.dimension();
        state.axisNames = file.dimension() == 0 ? List.of() : file.coordinates().names();
        state.nodes = file.nodeCount();
        for (int axis = 0; axis < file.dimension() && file.nodeCount() > 0; axis++) {
            if (!file.coordinates().isStored(axis)) {
                state.missingAxes.add(axis);
            }
        }
        state.declaredCounts.put(EntityKind.ELEMENT_BLOCK, file.elementCount());
        state.declaredCounts.put(EntityKind.EDGE_BLOCK, file.edgeCount());
        state.declaredCounts.put(EntityKind.FACE_BLOCK, file.faceCount());
        ids(EntityKind.NODE_MAP, file.nodeIds());
        ids(EntityKind.ELEMENT_MAP, file.elementIds());
        ids(EntityKind.EDGE_MAP, file.edgeIds());
        ids(EntityKind.FACE_MAP, file.faceIds());
        state.elementOrder = file.elementOrder().isPresent();
        state.nodalAttributes = file.coordinates().attributes().names();
        texts();
        file.coordinateFrames().forEach(frame -> state.frames.add(new FrameDefinition(frame.id(), frame.tag(),
                point(frame.origin()), point(frame.axis3()), point(frame.plane13()))));
        state.format = Optional.of(file.container().format());
        file.version().ifPresent(version -> state.version = version);
        state.apiVersion = file.apiVersion().orElse(state.version);
        // What is stored decides, not what is claimed. Without nodes, nothing is stored that could tell.
        state.largeModel = file.container().variable("coord").isEmpty()
                && file.container().variable("vals_nod_var").isEmpty()
                && (file.nodeCount() > 0 || file.isLargeModel()
                        || file.container().attribute("file_size").isEmpty());
        if (file.container().attribute("maximum_name_length").isPresent()) {
            state.maximumNameLength = OptionalInt.of(file.maximumNameLength());
        }
        state.metadata.addAll(fileAttributes());
        state.nodalMetadata.addAll(file.container().variable("coor_names")
                .map(host -> attributes(host.attributes(), name -> !name.startsWith("_"))).orElse(List.of()));
    }

    private void ids(EntityKind kind, IdMap ids) {
        if (ids.stored().isPresent() && ids.size() > 0) {
            state.idMaps.add(kind);
        }
    }

    private static Point point(RealView coordinates) {
        return new Point(coordinates.get(0), coordinates.get(1), coordinates.get(2));
    }

    /// Rows are as wide as in the file. A text may fill its row: readers know the width.
    private void widths() {
        // Old files have their names in rows of len_string.
        long names = file.container().dimension("len_name").or(() -> file.container().dimension("len_string"))
                .map(Dimension::length).orElse(0L);
        state.nameWidth = Math.max(names >= 2 && names <= Short.MAX_VALUE ? names : state.nameWidth,
                state.widestName());
        state.textWidth = Math.max(width("qa_records", state.textWidth), longest(state.qaBytes));
        state.lineWidth = Math.max(width("info_records", state.lineWidth), longest(state.infoBytes));
    }

    private static int longest(List<byte[]> rows) {
        return rows.stream().mapToInt(row -> row.length).max().orElse(0);
    }

    /// Texts are copied as bytes, whatever their encoding and with blanks at their end.
    private void texts() {
        state.qaRecords.addAll(file.qaRecords());
        rows("qa_records", 4L * state.qaRecords.size(), state.qaBytes);
        state.infoRecords.addAll(file.infoRecords());
        rows("info_records", state.infoRecords.size(), state.infoBytes);
        Map<String, byte[]> names = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        file.container().attribute("title").filter(Attribute::isText)
                .ifPresent(title -> names(title.values().text(), names, ambiguous));
        for (Variable variable : file.container().variables()) {
            if (NAMES.matcher(variable.name()).matches() && variable.rank() == 2 && variable.isComplete()
                    && variable.type().byteSize() == 1) {
                names(variable.view().text(), names, ambiguous);
            }
        }
        names.forEach((name, stored) -> {
            if (!name.isEmpty() && !ambiguous.contains(name) && !Arrays.equals(stored, StoredText.bytes(name))) {
                state.foreignNames.put(name, stored);
            }
        });
    }

    private void rows(String variable, long count, List<byte[]> bytes) {
        if (count > 0) {
            TextView rows = file.container().requireVariable(variable).view().text();
            LongStream.range(0, count).forEach(row -> bytes.add(rows.bytes(row)));
        }
    }

    /// A name that is stored in two ways, in two encodings for instance, has none of them.
    private static void names(TextView rows, Map<String, byte[]> names, Set<String> ambiguous) {
        for (long row = 0; row < rows.size(); row++) {
            String name = rows.get(row);
            byte[] stored = rows.bytes(row);
            byte[] known = names.putIfAbsent(name, stored);
            if (known != null && !Arrays.equals(known, stored)) {
                ambiguous.add(name);
            }
        }
    }

    private long width(String variable, long otherwise) {
        return file.container().variable(variable).filter(stored -> stored.rank() >= 2)
                .map(stored -> stored.shape()[stored.rank() - 1]).orElse(otherwise);
    }

    /// Everything but what the layout itself writes.
    private List<AttributeDefinition> fileAttributes() {
        Set<String> own = Set.of("api_version", "api version", "version", "floating_point_word_size",
                "floating point word size", "file_size", "maximum_name_length", "int64_status", "title");
        return attributes(file.container().attributes(), name -> !own.contains(name));
    }

    private static List<AttributeDefinition> attributes(List<Attribute> stored, Predicate<String> isWanted) {
        return stored.stream().filter(attribute -> isWanted.test(attribute.name())).map(AttributeDefinition::of)
                .toList();
    }

    /// Integers are kept in 64 bits where the file has any of their sort in more than 32.
    private void types() {
        boolean hasDoubles = false;
        boolean hasFloats = false;
        for (Variable variable : file.container().variables()) {
            if (StoredAs.REALS.matches(variable.name())) {
                hasDoubles |= variable.type() == ElementType.DOUBLE;
                hasFloats |= variable.type() == ElementType.FLOAT;
            }
            if (isLong(variable.type())) {
                if (StoredAs.IDS.matches(variable.name())) {
                    state.longIds = true;
                } else if (StoredAs.MAPS.matches(variable.name())) {
                    state.longMaps = true;
                } else if (StoredAs.BULK.matches(variable.name())) {
                    state.longBulk = true;
                }
            }
        }
        state.realType = hasFloats && !hasDoubles ? ElementType.FLOAT
                : hasDoubles || file.wordSize().orElse(Double.BYTES) == Double.BYTES ? ElementType.DOUBLE
                        : ElementType.FLOAT;
        // A file without such arrays may still claim it, and others go by that when they add some.
        boolean canBeLong = file.container().format() == ContainerFormat.CDF_5;
        state.longIds |= canBeLong && file.int64Status().ids();
        state.longMaps |= canBeLong && file.int64Status().maps();
        state.longBulk |= canBeLong && file.int64Status().bulk();
    }

    private static boolean isLong(ElementType type) {
        return type == ElementType.INT64 || type == ElementType.UINT64 || type == ElementType.UINT;
    }

    private EntityDefinition entity(Entity entity) {
        return switch (entity) {
            case Block block -> block(block);
            case EntitySet set -> set(set);
            case NumberMap map -> new MapDefinition(map.kind(), map.id(), map.name(), map.size(), map.isStored());
            case Assembly assembly -> new AssemblyDefinition(assembly.id(), assembly.name(), assembly.memberKind(),
                    assembly.memberIds().stream().boxed().toList(), metadata(assembly));
            case Blob blob -> new BlobDefinition(blob.id(), blob.name(), blob.size(), metadata(blob));
        };
    }

    private BlockDefinition block(Block block) {
        long edges = 0;
        long faces = 0;
        if (block instanceof ElementBlock elements) {
            edges = elements.edgeConnectivity().map(IntegerMatrix::columns).orElse(0L);
            faces = elements.faceConnectivity().map(IntegerMatrix::columns).orElse(0L);
        }
        long listLength = 0;
        if (block.isJagged() && block.size() > 0) {
            listLength = block.topology().family() == Family.NFACED && block instanceof ElementBlock polyhedra
                    ? polyhedra.polyhedra().values().size() : block.polygons().values().size();
        }
        return new BlockDefinition(block.kind(), block.id(), block.name(), block.elementType(), block.size(),
                block.isJagged() ? 0 : block.nodesPerEntry(), edges, faces, listLength, names(block.attributes()),
                metadata(block));
    }

    private SetDefinition set(EntitySet set) {
        boolean hasOrientations = switch (set) {
            case EdgeSet edges -> edges.orientations().isPresent();
            case FaceSet faces -> faces.orientations().isPresent();
            default -> false;
        };
        String factorCount = ExodusLayout.factorCount(set.kind().convention()) + (set.index() + 1);
        if (!(set instanceof SideSet) && file.container().dimension(factorCount).isEmpty()) {
            state.bareFactors.computeIfAbsent(set.kind(), fresh -> new HashSet<>()).add(set.id());
        }
        return new SetDefinition(set.kind(), set.id(), set.name(), set.size(),
                set.hasDistributionFactors() ? set.distributionFactors().size() : 0, !set.isNull() && hasOrientations,
                names(set.attributes()), metadata(set));
    }

    private static List<String> names(EntryAttributes attributes) {
        return attributes.names();
    }

    /// The attributes of the variable that stands for an entity, descriptions of fields among them.
    private List<AttributeDefinition> metadata(Entity entity) {
        if (entity.isNull()) {
            return List.of();
        }
        String suffix = entity instanceof Assembly || entity instanceof Blob ? Long.toString(entity.id())
                : Integer.toString(entity.index() + 1);
        return file.container().variable(entity.kind().convention().entries() + suffix)
                .map(host -> attributes(host.attributes(), name -> !name.startsWith("_")
                        && !Set.of("elem_type", "entity_type1", "entity_type2").contains(name))).orElse(List.of());
    }

    private void properties(EntityKind kind) {
        if (kind == EntityKind.ASSEMBLY || kind == EntityKind.BLOB) {
            // They have no dimension of their own, and are copied as they are.
            return;
        }
        // The ids come first, and are no property of their own.
        for (Property property : file.properties(kind).stream().skip(1).toList()) {
            state.properties.add(new PropertyDefinition(kind, property.name(),
                    property.values().stream().boxed().toList()));
        }
    }

    private void variables(EntityKind kind) {
        List<String> names = storedNames(kind);
        List<Set<Long>> storedOn = new ArrayList<>();
        names.forEach(name -> storedOn.add(new LinkedHashSet<>()));
        Optional<IntegerMatrix> table = file.variables(kind).truthTable();
        for (Entity entity : file.entities(kind)) {
            Set<String> stored = entity.variables().stream().map(TimeSeries::name).collect(Collectors.toSet());
            for (int v = 0; v < names.size(); v++) {
                boolean isStored = entity.isNull() ? table.isPresent() && table.get().get(entity.index(), v) != 0
                        : stored.contains(names.get(v));
                if (isStored) {
                    storedOn.get(v).add(entity.id());
                }
            }
        }
        int entities = file.entities(kind).size();
        for (int v = 0; v < names.size(); v++) {
            boolean isEverywhere = storedOn.get(v).size() == entities;
            boolean isOfEntities = kind != EntityKind.GLOBAL && kind != EntityKind.NODAL;
            state.mutableVariables(kind).add(new ResultVariable(names.get(v),
                    isEverywhere || !isOfEntities ? Optional.empty() : Optional.of(storedOn.get(v))));
        }
    }

    /// Names without values are no variables; but without nodes there are none to have.
    private List<String> storedNames(EntityKind kind) {
        List<String> names = file.variables(kind).names();
        return switch (kind) {
            case GLOBAL -> file.globalVariables().stream().map(TimeSeries::name).toList();
            case NODAL -> file.nodeCount() == 0 ? names
                    : file.nodalVariables().stream().map(TimeSeries::name).toList();
            default -> names;
        };
    }

    private void reductions(EntityKind kind) {
        List<String> names = file.reductionVariables(kind).names();
        if (!names.isEmpty()) {
            Set<Long> storedOn = new LinkedHashSet<>();
            file.entities(kind).forEach(entity -> {
                List<TimeSeries> stored = entity.reductionVariables();
                if (!stored.isEmpty()) {
                    storedOn.add(entity.id());
                }
            });
            state.reductions.put(kind, new DefinitionState.Reductions(names, Optional.of(storedOn)));
        }
    }
}
