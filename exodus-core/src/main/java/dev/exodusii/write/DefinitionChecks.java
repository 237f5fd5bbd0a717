package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topologies;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks that the parts of a definition fit together.
final class DefinitionChecks {

    private static final int LONGEST_TYPE = 32;
    private static final int LONGEST_PROPERTY = 32;
    private static final char MOST_ASCII = 127;
    /// What the reference library fills the ids with that are never told.
    private static final long UNDEFINED_ID = -1;

    private final DefinitionState state;

    DefinitionChecks(DefinitionState state) {
        this.state = state;
    }

    /// Runs all checks, and tells maps how long they are.
    ///
    /// @throws IllegalArgumentException when something does not fit; the message tells what
    void run() {
        whole();
        for (EntityKind kind : EntityKind.values()) {
            state.mutableEntities(kind).replaceAll(entity -> entity instanceof MapDefinition map
                    ? map.withSize(state.mapSize(kind)) : entity);
            ids(kind);
            state.entities(kind).forEach(this::entity);
            variables(kind);
        }
        properties();
        state.frames.forEach(this::frame);
        state.decomposition.ifPresent(this::decomposition);
        texts();
    }

    private void whole() {
        Rules.require(state.dimension >= 0 && state.dimension <= 3, "dimension " + state.dimension,
                "is none of 1, 2 and 3, or 0 for a file without a mesh");
        Rules.require(state.nodes >= 0, "the number of nodes", "is negative: " + state.nodes);
        Rules.require(state.axisNames.size() == state.dimension, "there are " + state.axisNames.size() + " names of axes",
                "for " + state.dimension + " dimensions");
        Rules.require(state.nodes > 0 || state.elementsEdgesAndFaces() == 0 || state.isLenient, "there are no nodes",
                "but " + state.elementsEdgesAndFaces() + " elements, edges and faces");
        Rules.require(state.longBulk || state.nodes <= Integer.MAX_VALUE, state.nodes + " nodes",
                "cannot be numbered with 32 bits; store connectivity with 64: longIntegers");
        Rules.require(state.longBulk || state.count(EntityKind.ELEMENT_BLOCK) <= Integer.MAX_VALUE,
                state.count(EntityKind.ELEMENT_BLOCK) + " elements",
                "cannot be numbered with 32 bits; store connectivity with 64: longIntegers");
        for (EntityKind kind : state.idMaps) {
            Rules.require(state.mapSize(kind) > 0 || state.isLenient, kind.label() + " ids",
                    "are asked for, but there is nothing that could have them");
        }
        Rules.require(state.nameWidth >= 2 && state.nameWidth <= Short.MAX_VALUE, "a room of " + state.nameWidth
                + " bytes", "for names is none of 2 to " + Short.MAX_VALUE);
    }

    private void ids(EntityKind kind) {
        Set<Long> seen = new HashSet<>();
        for (EntityDefinition entity : state.entities(kind)) {
            boolean isPlaceholder = entity.isNull() && entity.id() == UNDEFINED_ID;
            Rules.require(seen.add(entity.id()) || isPlaceholder || state.isLenient,
                    kind.label() + " id " + entity.id(), "occurs twice");
            requireId(entity.label(), entity.id());
        }
    }

    private void requireId(String subject, long id) {
        Rules.require(state.longIds || (int) id == id, subject,
                "has an id of more than 32 bits; store ids with 64: longIntegers");
    }

    private void entity(EntityDefinition entity) {
        Rules.requireText("the name of " + entity.kind().label() + " " + entity.id(), entity.name(),
                state.room(state.nameWidth));
        DefinitionState.attributeNames(entity).forEach(name -> Rules.requireText(
                "the name of an attribute of " + entity.label(), name, state.room(state.nameWidth)));
        switch (entity) {
            case BlockDefinition block -> block(block);
            case SetDefinition set -> set(set);
            case AssemblyDefinition assembly -> {
                Rules.require(!assembly.memberIds().isEmpty(), assembly.label(),
                        "has no members; the format has no empty assemblies");
                assembly.memberIds().forEach(id -> requireId(assembly.label() + ": a member", id));
            }
            case BlobDefinition blob -> Rules.require(blob.size() >= 1, blob.label(), "has no values");
            case MapDefinition map -> Rules.require(map.size() > 0 || !map.isStored() || state.isLenient, map.label(),
                    "is a map of nothing: there are no entries of that kind");
        }
    }

    private void block(BlockDefinition block) {
        Rules.requireText("the type of " + block.label(), block.elementType(),
                state.isLenient ? Short.MAX_VALUE : LONGEST_TYPE);
        if (block.isNull()) {
            return;
        }
        Rules.require(block.edgesPerEntry() == 0 && block.facesPerEntry() == 0
                || block.kind() == EntityKind.ELEMENT_BLOCK && !block.isJagged(), block.label(),
                "cannot tell edges or faces of each entry");
        if (block.isJagged()) {
            Rules.require(block.listLength() > 0, block.label(), "needs the number of "
                    + (block.isPolyhedral() ? "faces of all polyhedra" : "nodes of all polygons") + " together");
            Rules.require(block.nodesPerEntry() == 0, block.label(),
                    "is of type " + block.elementType() + ": its entries have no common number of nodes");
            Rules.require(!block.isPolyhedral() || block.metadata().isEmpty(), block.label(),
                    "is of type " + block.elementType() + ": the format has no place for attributes on it as a whole");
            return;
        }
        Rules.require(block.listLength() == 0, block.label(), "is of type " + block.elementType()
                + ", whose entries are all alike: there is no list of different lengths");
        Family family = Topologies.resolve(block.elementType(), state.dimension, block.nodesPerEntry()).topology()
                .family();
        Rules.require(block.nodesPerEntry() > 0 || state.isLenient || family == Family.SUPER, block.label(),
                "is of type '" + block.elementType()
                        + "', which does not tell the number of nodes of each entry: say withNodesPerEntry");
    }

    private void set(SetDefinition set) {
        Rules.require(!set.hasOrientations() || set.kind() == EntityKind.EDGE_SET || set.kind() == EntityKind.FACE_SET,
                set.label(), "cannot have orientations; edge and face sets can");
        Rules.require(set.factors() == 0 || set.factors() == set.size() || set.kind() == EntityKind.SIDE_SET
                || state.isLenient, set.label(), "has " + set.factors() + " distribution factors for " + set.size()
                        + " entries; there must be one for each, or none");
        Rules.require(!set.isNull() || set.factors() == 0, set.label(),
                "is a placeholder without entries, but has distribution factors");
    }

    private void variables(EntityKind kind) {
        List<ResultVariable> variables = state.variables(kind);
        Rules.require(variables.isEmpty() || kind.hasVariables(), kind.label() + " variables", "do not exist");
        Rules.require(variables.isEmpty() || kind != EntityKind.NODAL || state.nodes > 0 || state.isLenient,
                "nodal variables", "need nodes");
        boolean isOfEntities = kind != EntityKind.GLOBAL && kind != EntityKind.NODAL;
        Rules.require(variables.isEmpty() || !isOfEntities || !state.entities(kind).isEmpty() || state.isLenient,
                kind.label() + " variables", "need a " + kind.label());
        Set<Long> known = state.entities(kind).stream().map(EntityDefinition::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (ResultVariable variable : variables) {
            String subject = "the " + kind.label() + " variable '" + variable.name() + "'";
            name(subject, variable.name(), seen);
            Rules.require(variable.storedOn().isEmpty() || isOfEntities, subject, "has no entities to be on");
            requireEntities(subject, kind, variable.storedOn(), known);
        }
        reductions(kind, known);
    }

    private void reductions(EntityKind kind, Set<Long> known) {
        DefinitionState.Reductions group = state.reductions(kind);
        Rules.require(group.names().isEmpty() || !kind.convention().reductionNames().isEmpty(),
                kind.label() + " reduction variables", "do not exist"
                        + (kind == EntityKind.GLOBAL ? "; global variables are that" : ""));
        Set<String> seen = new HashSet<>();
        group.names().forEach(name -> name("the " + kind.label() + " reduction variable '" + name + "'", name, seen));
        requireEntities(kind.label() + " reduction variables", kind, group.storedOn(), known);
    }

    private void name(String subject, String name, Set<String> seen) {
        Rules.requireText("the name of " + subject, name, state.room(state.nameWidth));
        Rules.require(state.isLenient || !name.isEmpty(), subject, "has no name");
        Rules.require(state.isLenient || seen.add(name), subject, "is defined twice");
    }

    private static void requireEntities(String subject, EntityKind kind, Optional<Set<Long>> wanted, Set<Long> known) {
        wanted.ifPresent(ids -> ids.forEach(id -> Rules.require(known.contains(id), subject,
                "is to be on " + kind.label() + " " + id + ", which is not defined")));
    }

    private void properties() {
        for (PropertyDefinition property : state.properties) {
            String subject = "the property '" + property.name() + "' of " + property.kind().plural();
            int entities = state.entities(property.kind()).size();
            Rules.require(!property.kind().convention().ids().isEmpty() && property.kind() != EntityKind.ASSEMBLY
                    && property.kind() != EntityKind.BLOB, subject, "cannot be: only blocks, sets and maps have some");
            Rules.require(property.values().size() == entities, subject, "has " + property.values().size()
                    + " values for " + entities + " entities");
            Rules.requireText("the name of " + subject, property.name(),
                    state.isLenient ? Short.MAX_VALUE : LONGEST_PROPERTY);
            property.values().forEach(value -> Rules.require(state.longIds || value.intValue() == value, subject,
                    "has a value of more than 32 bits, " + value + "; store ids with 64: longIntegers"));
        }
    }

    private void frame(FrameDefinition frame) {
        String subject = "coordinate frame " + frame.id();
        requireId(subject, frame.id());
        Rules.require(frame.tag() <= MOST_ASCII, subject, "has the tag '" + frame.tag()
                + "', which is no ASCII character; the format has one byte for it");
    }

    private void decomposition(DecompositionDefinition parts) {
        parts.blocks().forEach(block -> global("global element block ", block));
        parts.nodeSets().forEach(set -> global("global node set ", set));
        parts.sideSets().forEach(set -> global("global side set ", set));
        shared("map of shared nodes", parts.nodeMaps());
        shared("map of shared elements", parts.elementMaps());
    }

    private void global(String what, DecompositionDefinition.GlobalEntity entity) {
        requireId(what + entity.id(), entity.id());
        requireCount(what + entity.id(), entity.size());
        requireCount(what + entity.id(), entity.factors());
    }

    /// What is stored of each map is where it ends in the list of all.
    private void shared(String what, List<DecompositionDefinition.SharedMap> maps) {
        long end = 0;
        for (DecompositionDefinition.SharedMap map : maps) {
            requireId(what + " " + map.id(), map.id());
            end += map.size();
            requireCount(what + " " + map.id() + ", with those before it,", end);
        }
    }

    private void requireCount(String subject, long count) {
        Rules.require(state.longBulk || (int) count == count, subject,
                "counts " + count + ", more than 32 bits; store connectivity with 64: longIntegers");
    }

    private void texts() {
        Rules.requireText("the title", state.title, state.isLenient ? Short.MAX_VALUE : state.longestTitle());
        state.axisNames.forEach(name -> Rules.requireText("the name of an axis", name, state.room(state.nameWidth)));
        state.nodalAttributes.forEach(name -> Rules.requireText("the name of a nodal attribute", name,
                state.room(state.nameWidth)));
        state.qaBytes.forEach(field -> requireRow("a field of a QA record", field, state.room(state.textWidth)));
        state.infoBytes.forEach(line -> requireRow("a line of text", line, state.room(state.lineWidth)));
    }

    private static void requireRow(String subject, byte[] row, long most) {
        Rules.requireText(subject, new String(row, StandardCharsets.ISO_8859_1), row.length, most);
    }
}
