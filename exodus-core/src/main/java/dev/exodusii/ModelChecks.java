package dev.exodusii;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerMatrix;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The contradictions that show without reading the large arrays (`exodus-format` §2.20). Troubles of one sort are
/// reported once with their number and the first examples, so that a bad file with a million blocks stays readable.
final class ModelChecks {

    private static final int TITLE_BYTES = 80;

    private final ExodusFile file;
    private final Variables variables;
    private final Storage storage;

    ModelChecks(ExodusFile file, Variables variables, Storage storage) {
        this.file = file;
        this.variables = variables;
        this.storage = storage;
    }

    void run() {
        fileAttributes();
        blockSums("num_elem", file.elementBlocks(), file.elementCount());
        blockSums("num_edge", file.edgeBlocks(), file.edgeCount());
        blockSums("num_face", file.faceBlocks(), file.faceCount());
        coordinates();
        idMap("node_num_map", file.nodeCount(), "nodes");
        idMap("elem_num_map", file.elementCount(), "elements");
        idMap("edge_num_map", file.edgeCount(), "edges");
        idMap("face_num_map", file.faceCount(), "faces");
        for (EntityKind kind : EntityKind.values()) {
            EntityList<? extends Entity> entities = file.entities(kind);
            ids(entities);
            duplicateIds(entities);
            duplicateNames(entities);
            status(entities);
            lists(entities);
            values(kind, entities);
        }
        elementTypes();
        nodalValues();
        members();
        unfinishedSteps();
        // These tell what is odd about them while they are read.
        CoordinateFrame.of(storage);
        Decomposition.of(storage);
    }

    private void fileAttributes() {
        if (file.version().isEmpty()) {
            storage.report(Severity.WARNING, FindingCode.FILE_ATTRIBUTE, "version", unusable("version"));
        } else if (file.version().get().major() < 2) {
            storage.report(Severity.WARNING, FindingCode.FILE_ATTRIBUTE, "version", "is "
                    + file.version().get() + "; the reference library refuses files older than 2.00");
        }
        if (file.wordSize().isEmpty()) {
            storage.report(Severity.WARNING, FindingCode.FILE_ATTRIBUTE, "floating_point_word_size",
                    unusable("floating_point_word_size", "floating point word size"));
        }
        int titleBytes = file.title().getBytes(StandardCharsets.UTF_8).length;
        if (titleBytes > TITLE_BYTES) {
            storage.report(Severity.INFO, FindingCode.FILE_ATTRIBUTE, "title", "has " + titleBytes
                    + " bytes; other programs read only the first " + TITLE_BYTES);
        }
    }

    private String unusable(String... spellings) {
        return storage.attribute(spellings).map(stored -> "is " + stored + ", which makes no sense")
                .orElse("is missing") + "; the reference library refuses such a file";
    }

    private void blockSums(String dimension, EntityList<? extends Block> blocks, long declared) {
        long sum = blocks.stream().mapToLong(Block::size).sum();
        if (sum != declared && !blocks.isEmpty()) {
            storage.report(Severity.WARNING, FindingCode.COUNT_MISMATCH, dimension,
                    "is " + declared + " but the blocks hold " + sum + " together");
        }
    }

    private void coordinates() {
        Coordinates coordinates = file.coordinates();
        boolean damagedAlready = storage.container().variables().stream()
                .anyMatch(variable -> variable.name().startsWith("coord") && !variable.isComplete());
        for (int axis = 0; axis < coordinates.dimension() && !damagedAlready; axis++) {
            if (!coordinates.isStored(axis)) {
                storage.report(Severity.ERROR, FindingCode.MISSING_COORDINATES, "coord" + "xyz".charAt(axis),
                        coordinates.problem(axis));
            }
        }
    }

    /// An id map that cannot be used is not passed over in silence: other labels stand in its place.
    private void idMap(String variable, long count, String what) {
        // Of another type it reports itself.
        storage.integers(variable).filter(ids -> ids.size() != count).ifPresent(ids -> storage.report(Severity.WARNING,
                FindingCode.COUNT_MISMATCH, variable, "holds " + ids.size() + " ids for " + count + " " + what
                        + "; not used, ids are 1, 2, 3..."));
    }

    private void ids(EntityList<? extends Entity> entities) {
        Convention names = entities.kind().convention();
        String ids = names.ids() + 1;
        if (!entities.isEmpty() && !names.count().isEmpty() && storage.variable(ids).isEmpty()) {
            storage.report(Severity.WARNING, FindingCode.MISSING_LIST, ids,
                    "is missing: ids are 1, 2, 3 ... here, but the reference library reads nothing without it");
        }
    }

    private void duplicateIds(EntityList<? extends Entity> entities) {
        Map<Long, Entity> seen = new HashMap<>();
        List<String> repeated = new ArrayList<>();
        for (Entity entity : entities) {
            Entity first = Directory.isUndefined(entity.id(), entity.isNull()) ? null
                    : seen.putIfAbsent(entity.id(), entity);
            if (first != null) {
                repeated.add("id " + entity.id() + " at positions " + (first.index() + 1) + " and "
                        + (entity.index() + 1));
            }
        }
        if (!repeated.isEmpty()) {
            storage.report(Severity.WARNING, FindingCode.DUPLICATE_ID, entities.kind().plural(),
                    "share an id, and only the first is found by it", repeated);
        }
    }

    private void duplicateNames(EntityList<? extends Entity> entities) {
        Map<String, Entity> seen = new HashMap<>();
        List<String> repeated = new ArrayList<>();
        for (Entity entity : entities) {
            Entity first = entity.name().isEmpty() ? null : seen.putIfAbsent(entity.name(), entity);
            if (first != null) {
                repeated.add("'" + entity.name() + "' of ids " + first.id() + " and " + entity.id());
            }
        }
        if (!repeated.isEmpty()) {
            storage.report(Severity.INFO, FindingCode.DUPLICATE_NAME, entities.kind().plural(),
                    "share a name, and only the first is found by it", repeated);
        }
    }

    private void status(EntityList<? extends Entity> entities) {
        List<String> contradicting = new ArrayList<>();
        for (Entity entity : entities) {
            if (entity.isNull() && storage.variable(entity.numbered(entity.convention().entries())).isPresent()) {
                contradicting.add(entity.kind().label() + " " + entity.id());
            }
        }
        if (!contradicting.isEmpty()) {
            storage.report(Severity.WARNING, FindingCode.STATUS_MISMATCH, entities.kind().convention().status(),
                    "says that there is nothing, although the file has data", contradicting);
        }
    }

    private void lists(EntityList<? extends Entity> entities) {
        Set<String> missing = new TreeSet<>();
        for (Entity entity : entities) {
            Convention names = entity.convention();
            boolean needsList = entity instanceof ElementBlock block ? block.nodesPerEntry() > 0 && !block.isJagged()
                    : entity instanceof Block || entity instanceof EntitySet || entity instanceof NumberMap;
            if (!entity.isNull() && entity.size() > 0 && needsList) {
                addIfMissing(missing, entity.numbered(names.entries()));
                if (entity.kind() == EntityKind.SIDE_SET) {
                    addIfMissing(missing, entity.numbered(names.secondList()));
                }
            }
        }
        if (!missing.isEmpty()) {
            // Nobody needs a map to read a mesh, and one without an id was never meant to be filled.
            boolean isMaps = entities.stream().allMatch(NumberMap.class::isInstance);
            boolean isUnfilled = isMaps && entities.stream().allMatch(map -> Directory.isUndefined(map.id(), true));
            storage.report(isUnfilled ? Severity.INFO : isMaps ? Severity.WARNING : Severity.ERROR,
                    FindingCode.MISSING_LIST,
                    String.join(", ", missing.stream().limit(8).toList()),
                    missing.size() == 1 ? "is missing" : "are missing (" + missing.size() + " lists)");
        }
    }

    private void addIfMissing(Set<String> missing, String variable) {
        if (storage.variable(variable).isEmpty()) {
            missing.add(variable);
        }
    }

    /// Compares three things: what the truth table says, what is stored, and whether that has the right shape.
    private void values(EntityKind kind, EntityList<? extends Entity> entities) {
        VariableGroup group = variables.group(kind);
        if (group.isEmpty() || entities.isEmpty()) {
            return;
        }
        List<String> misshapen = new ArrayList<>();
        List<String> denied = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        Optional<IntegerMatrix> table = group.truthTable();
        boolean[] stored = new boolean[table.isPresent() ? group.size() : 0];
        for (Entity entity : entities) {
            Arrays.fill(stored, false);
            for (Stored candidate : variables.storedOn(entity)) {
                String pair = group.names().get(candidate.variableIndex()) + " on " + entity.label();
                if (variables.match(candidate, entity.size()).isEmpty()) {
                    misshapen.add(pair + " is " + candidate.values() + " for " + entity.size() + " entries");
                } else if (table.isPresent()) {
                    stored[candidate.variableIndex()] = true;
                }
            }
            for (int v = 0; table.isPresent() && v < stored.length; v++) {
                boolean declared = table.get().get(entity.index(), v) != 0;
                if (stored[v] && !declared) {
                    denied.add(group.names().get(v) + " on " + entity.label());
                } else if (declared && !stored[v] && entity.size() > 0) {
                    lacking.add(group.names().get(v) + " on " + entity.label());
                }
            }
        }
        report(FindingCode.VALUES_SHAPE, kind, "have the wrong shape and are left out", misshapen);
        report(FindingCode.TRUTH_TABLE_MISMATCH, kind, "are stored although the truth table denies it", denied);
        report(FindingCode.TRUTH_TABLE_MISMATCH, kind, "are in the truth table but not stored", lacking);
    }

    private void report(FindingCode code, EntityKind kind, String problem, List<String> examples) {
        if (!examples.isEmpty()) {
            storage.report(Severity.WARNING, code, kind.label() + " variables", problem, examples);
        }
    }

    private void elementTypes() {
        List<String> odd = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ElementBlock block : file.elementBlocks()) {
            boolean hasShape = !block.elementType().isEmpty() || block.nodesPerEntry() > 0;
            // What a block keeps once its shape was asked for, a million without one need not have.
            boolean isOfInterest = block.size() > 0 && hasShape;
            boolean isMissing = isOfInterest && !block.isJagged()
                    && storage.variable(block.numbered(block.convention().entries())).isEmpty();
            if (isOfInterest && !isMissing) {
                boolean isUnknown = block.topology().family() == Family.UNKNOWN;
                block.topologyMatch().remark()
                        .ifPresent(remark -> (isUnknown ? unknown : odd).add(block.label() + ": " + remark));
            }
        }
        if (!unknown.isEmpty()) {
            storage.report(Severity.WARNING, FindingCode.ELEMENT_TYPE, "elem_type",
                    "is of no shape that is known: sides and corners cannot be told", unknown);
        }
        if (!odd.isEmpty()) {
            storage.report(Severity.INFO, FindingCode.ELEMENT_TYPE, "elem_type", "was interpreted", odd);
        }
    }

    private void nodalValues() {
        List<String> names = new ArrayList<>();
        // What has values comes in the order of the names.
        Iterator<TimeSeries> stored = file.nodalVariables().iterator();
        Optional<String> next = stored.hasNext() ? Optional.of(stored.next().name()) : Optional.empty();
        for (String name : file.variables(EntityKind.NODAL).names()) {
            if (next.isPresent() && next.get().equals(name)) {
                next = stored.hasNext() ? Optional.of(stored.next().name()) : Optional.empty();
            } else {
                names.add(name);
            }
        }
        if (!names.isEmpty() && file.nodeCount() > 0) {
            storage.report(Severity.ERROR, FindingCode.MISSING_VALUES, "nodal variables",
                    "have a name but no usable values", names);
        }
        int globals = file.variables(EntityKind.GLOBAL).size();
        if (globals > 0 && file.globalVariables().isEmpty()) {
            storage.report(Severity.ERROR, FindingCode.MISSING_VALUES, "global variables",
                    globals + " have names but no usable values (vals_glo_var)");
        }
    }

    private void members() {
        for (Assembly assembly : file.assemblies()) {
            String kind = assembly.memberKind().map(EntityKind::label).orElse("unknown kind");
            List<String> unknown = assembly.memberIds().stream()
                    .filter(id -> assembly.memberKind().isEmpty()
                            || file.entities(assembly.memberKind().get()).findId(id).isEmpty())
                    .mapToObj(id -> kind + " " + id).toList();
            if (!unknown.isEmpty()) {
                storage.report(Severity.WARNING, FindingCode.UNKNOWN_MEMBER, assembly.toString(),
                        "has members that do not exist", unknown);
            }
        }
    }

    private void unfinishedSteps() {
        long steps = file.times().steps();
        if (file.lastWrittenTime().isPresent() && steps > 0 && file.times().stored().isPresent()) {
            double last = file.lastWrittenTime().getAsDouble();
            long later = 0;
            // Compared as floats: a note in double of a time in float is a little off.
            for (long step = steps - 1; step >= 0 && (float) file.times().time(step) > (float) last; step--) {
                later++;
            }
            if (later > 0) {
                storage.report(Severity.WARNING, FindingCode.UNFINISHED_STEPS, "last_written_time",
                        "is " + last + "; the last " + later + " of " + steps
                                + " steps are later and may be unfinished");
            }
        }
    }
}
