package dev.exodusii.compare;

import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.IdMap;
import dev.exodusii.parallel.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two files, what goes with what in them, and who does the work.
final class Match {

    private final Subject first;
    private final Subject second;
    private final ComparisonSettings settings;
    private final Workers workers;
    private final Journal journal;
    private final Pairing nodes;
    private final Pairing elements;
    private final IdMap nodeIds;
    private final IdMap elementIds;
    private final Map<ComparedKind, List<VariableSelection.Choice>> variables;
    private final Map<Part, SetPairing> entries = new HashMap<>();

    Match(Subject first, Subject second, ComparisonSettings settings, Workers workers, Journal journal) {
        this.first = first;
        this.second = second;
        this.settings = settings;
        this.workers = workers;
        this.journal = journal;
        this.nodeIds = first.file().nodeIds();
        this.elementIds = first.file().elementIds();
        boolean ignoresIds = settings.has(CompareFlag.IGNORE_ID_MAPS);
        switch (settings.matching()) {
            case ID -> {
                nodes = ignoresIds ? Pairing.SAME_INDEX : IdPairing.of(nodeIds, second.file().nodeIds(), "node");
                elements = ignoresIds ? Pairing.SAME_INDEX
                        : IdPairing.of(elementIds, second.file().elementIds(), "element");
            }
            case POSITION, PARTIAL -> {
                PositionPairing positions = new PositionPairing(first, second, settings, journal);
                nodes = positions.nodes();
                elements = positions.elements();
            }
            default -> {
                nodes = Pairing.SAME_INDEX;
                elements = Pairing.SAME_INDEX;
            }
        }
        journal.tell(new ComparisonEvent.Paired(first.file().nodeCount(), nodes::get, first.file().elementCount(),
                elements::get));
        this.variables = new VariableMatch(first, second, settings, journal).all();
    }

    Subject first() {
        return first;
    }

    Subject second() {
        return second;
    }

    ComparisonSettings settings() {
        return settings;
    }

    Workers workers() {
        return workers;
    }

    Journal journal() {
        return journal;
    }

    Pairing nodes() {
        return nodes;
    }

    Pairing elements() {
        return elements;
    }

    long nodeId(long index) {
        return settings.has(CompareFlag.IGNORE_ID_MAPS) ? index + 1 : nodeIds.idOrNumber(index);
    }

    long elementId(long index) {
        return settings.has(CompareFlag.IGNORE_ID_MAPS) ? index + 1 : elementIds.idOrNumber(index);
    }

    /// Finds the block or set of file 2 that goes with one of file 1.
    Optional<Part> other(Part part) {
        return second.find(part, settings.has(CompareFlag.MATCH_BY_NAME));
    }

    List<VariableSelection.Choice> variables(ComparedKind kind) {
        return variables.getOrDefault(kind, List.of());
    }

    Map<ComparedKind, List<VariableSelection.Choice>> variables() {
        return variables;
    }

    /// Tells whether it matters what is in the sets of a kind.
    boolean comparesEntries(EntityKind kind) {
        boolean isSideSet = kind == EntityKind.SIDE_SET;
        return settings.has(CompareFlag.PEDANTIC)
                || !variables(isSideSet ? ComparedKind.SIDE_SET : ComparedKind.NODE_SET).isEmpty()
                || isSideSet && !settings.has(CompareFlag.IGNORE_SIDE_SET_FACTORS);
    }

    /// Pairs the entries of two sets of the same size.
    SetPairing entries(Part one, Part other) {
        return entries.computeIfAbsent(one, _ -> {
            boolean isSideSet = one.entity().kind() == EntityKind.SIDE_SET;
            boolean isSorted = !settings.has(isSideSet ? CompareFlag.SIDE_SETS_IN_FILE_ORDER
                    : CompareFlag.NODE_SETS_IN_FILE_ORDER);
            return SetPairing.of((EntitySet) one.entity(), (EntitySet) other.entity(), isSideSet ? elements : nodes,
                    isSorted);
        });
    }

    /// Warns where ids are not those of the nodes or elements they are paired with.
    ///
    /// @return whether there are any
    boolean hasOtherIds() {
        boolean nodesDiffer = hasOtherIds(nodes, nodeIds, second.file().nodeIds(), "node");
        return hasOtherIds(elements, elementIds, second.file().elementIds(), "element") || nodesDiffer;
    }

    private boolean hasOtherIds(Pairing pairing, IdMap ids, IdMap others, String what) {
        if (pairing.isIdentity() && IdPairing.isEqual(ids, others)) {
            return false;
        }
        boolean isPartial = settings.matching() == Matching.PARTIAL;
        int warnings = 0;
        for (long i = 0; i < ids.size() && warnings < Math.max(1, settings.mostWarnings()); i++) {
            long other = pairing.get(i);
            boolean isComparable = other >= 0 && other < others.size();
            if (isComparable && ids.id(i) != others.id(other) && !(isPartial && others.id(other) == 0)) {
                journal.warn(".. The local " + what + " " + (i + 1) + " with global id " + ids.id(i)
                        + " in file1 has the global id " + others.id(other) + " in file2.");
                warnings++;
                if (warnings == settings.mostWarnings()) {
                    journal.warn(".. Too many warnings, skipping remainder...");
                }
            }
        }
        return warnings > 0;
    }
}
