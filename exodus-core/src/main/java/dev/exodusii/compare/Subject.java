package dev.exodusii.compare;

import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// One of the two files, as a comparison looks at it: names are cut to what the file says is their length, those of
/// blocks and sets are in lower case, attributes of all blocks are gathered.
final class Subject {

    private static final Map<EntityKind, String> WORDS = Map.of(EntityKind.ELEMENT_BLOCK, "block",
            EntityKind.NODE_SET, "nodeset", EntityKind.SIDE_SET, "sideset", EntityKind.EDGE_BLOCK, "edgeblock",
            EntityKind.FACE_BLOCK, "faceblock", EntityKind.ASSEMBLY, "assembly");

    private final ExodusFile file;
    private final Map<EntityKind, List<Part>> parts = new EnumMap<>(EntityKind.class);
    private final Map<EntityKind, Map<Object, Part>> partsByIdOrName = new EnumMap<>(EntityKind.class);
    private final Map<ComparedKind, List<String>> names = new EnumMap<>(ComparedKind.class);
    private final Map<ComparedKind, NameIndex> nameIndexes = new EnumMap<>(ComparedKind.class);
    private final Map<ComparedKind, Map<String, TimeSeries>> wholes = new EnumMap<>(ComparedKind.class);

    Subject(ExodusFile file, ComparisonSettings settings) {
        this.file = file;
        boolean ignoresCase = !settings.has(CompareFlag.CASE_SENSITIVE);
        for (EntityKind kind : WORDS.keySet()) {
            parts.put(kind, file.entities(kind).stream().map(entity -> part(kind, entity)).toList());
            Map<Object, Part> known = partsByIdOrName.computeIfAbsent(kind, _ -> new HashMap<>());
            for (Part part : parts(kind)) {
                known.putIfAbsent(part.id(), part);
                known.putIfAbsent(part.name(), part);
            }
        }
        for (ComparedKind kind : ComparedKind.values()) {
            names.put(kind, kind.entityKind().map(of -> file.variables(of).names().stream().map(this::cut).toList())
                    .orElseGet(this::allAttributes));
            nameIndexes.put(kind, new NameIndex(names(kind), ignoresCase));
        }
        wholes.put(ComparedKind.GLOBAL, byName(file.globalVariables()));
        wholes.put(ComparedKind.NODAL, byName(file.nodalVariables()));
    }

    private static Map<String, TimeSeries> byName(List<TimeSeries> all) {
        Map<String, TimeSeries> byName = new HashMap<>();
        all.forEach(series -> byName.putIfAbsent(series.name(), series));
        return byName;
    }

    private Part part(EntityKind kind, Entity entity) {
        String name = cut(entity.name()).toLowerCase(Locale.ROOT);
        return name.isEmpty() ? new Part(entity, WORDS.get(kind) + "_" + entity.id(), true)
                : new Part(entity, name, false);
    }

    private String cut(String name) {
        return name.substring(0, Math.min(name.length(), file.maximumNameLength())).stripTrailing();
    }

    private List<String> allAttributes() {
        TreeSet<String> all = new TreeSet<>();
        for (ElementBlock block : file.elementBlocks()) {
            all.addAll(attributeNames(block));
        }
        return List.copyOf(all);
    }

    ExodusFile file() {
        return file;
    }

    List<Part> parts(EntityKind kind) {
        return parts.getOrDefault(kind, List.of());
    }

    /// Finds the block or set that goes with one of the other file.
    ///
    /// Where several have the same id or name, the one at the same index is preferred.
    Optional<Part> find(Part other, boolean byName) {
        List<Part> all = parts(other.entity().kind());
        int index = other.entity().index();
        if (index < all.size() && isSame(all.get(index), other, byName)) {
            return Optional.of(all.get(index));
        }
        return Optional.ofNullable(partsByIdOrName.getOrDefault(other.entity().kind(), Map.of())
                .get(byName ? other.name() : (Object) other.id()));
    }

    private static boolean isSame(Part own, Part other, boolean byName) {
        return byName ? own.name().equals(other.name()) : own.id() == other.id();
    }

    List<String> names(ComparedKind kind) {
        return names.getOrDefault(kind, List.of());
    }

    /// Returns the index of a name among those of a kind, or -1.
    int indexOf(ComparedKind kind, String name) {
        NameIndex known = nameIndexes.get(kind);
        return known == null ? -1 : known.indexOf(name);
    }

    /// Returns the values of a variable on a block or set, where it has them.
    Optional<TimeSeries> series(Part part, ComparedKind kind, int index) {
        VariableGroup group = file.variables(part.entity().kind());
        boolean isOff = group.truthTable().map(table -> table.get(part.entity().index(), index) == 0).orElse(false);
        return part.size() == 0 || isOff ? Optional.empty()
                : part.entity().variable(group.names().get(index)).filter(found -> kind.entityKind().isPresent());
    }

    /// Tells whether a block or set has a variable; one without entries has all of them.
    boolean stores(Part part, ComparedKind kind, String name) {
        return part.size() == 0 || series(part, kind, indexOf(kind, name)).isPresent();
    }

    /// Returns the values of a global or nodal variable.
    Optional<TimeSeries> series(ComparedKind kind, int index) {
        String name = file.variables(kind.entityKind().orElseThrow()).names().get(index);
        return Optional.ofNullable(wholes.getOrDefault(kind, Map.of()).get(name));
    }

    /// Returns the names of a block's attributes, in lower case, made up where there are none.
    List<String> attributeNames(ElementBlock block) {
        EntryAttributes attributes = block.attributes();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            String name = i < attributes.names().size() ? cut(attributes.names().get(i)) : "";
            all.add(name.isEmpty() ? "attribute_" + (i + 1) : name.toLowerCase(Locale.ROOT));
        }
        return all;
    }

    int steps() {
        return Math.toIntExact(file.times().steps());
    }

    /// Returns the time of a step that is numbered from 1.
    double time(int step) {
        if (step < 1 || step > steps()) {
            throw ComparisonStop.error(file.name() + " has no time step " + step + "; it has " + steps());
        }
        return file.times().time(step - 1L);
    }

    RealView axis(int axis) {
        return file.coordinates().axis(axis);
    }
}
