package dev.exodusii.compare;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.compare.ValueDifference.Place;
import dev.exodusii.compare.VariableSelection.Choice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/// Finds the values of the variables that are compared.
final class Lanes {

    private final Match match;
    private final Subject first;
    private final Subject second;

    Lanes(Match match) {
        this.match = match;
        this.first = match.first();
        this.second = match.second();
    }

    /// Returns the variables of a kind, each with what it is stored on in both files.
    List<ComparedVariable> of(ComparedKind kind) {
        List<ComparedVariable> all = new ArrayList<>();
        for (Choice choice : match.variables(kind)) {
            List<String> mismatches = new ArrayList<>();
            List<Lane> lanes = switch (kind) {
                case GLOBAL, NODAL -> whole(kind, choice, mismatches);
                case ELEMENT -> elements(choice);
                default -> entries(kind, choice, mismatches);
            };
            all.add(new ComparedVariable(kind, choice, lanes, mismatches));
        }
        return all;
    }

    private List<Lane> whole(ComparedKind kind, Choice choice, List<String> mismatches) {
        Optional<TimeSeries> one = first.series(kind, first.indexOf(kind, choice.name()));
        Optional<TimeSeries> other = second.series(kind, second.indexOf(kind, choice.name()));
        if (one.isEmpty() || other.isEmpty()) {
            boolean hasNone = kind == ComparedKind.NODAL && first.file().nodeCount() == 0;
            if (!hasNone) {
                mismatches.add("Could not find " + kind.label() + " variable '" + choice.name() + "' on file "
                        + (one.isEmpty() ? "1." : "2."));
            }
            return List.of();
        }
        LongFunction<Place> places = kind == ComparedKind.GLOBAL ? _ -> Place.NONE
                : node -> new Place(0, match.nodeId(node), 0);
        boolean isDirect = kind == ComparedKind.GLOBAL
                || match.nodes().isIdentity() && one.get().size() == other.get().size();
        return List.of(isDirect ? Lane.direct(one.get(), other.get(), places)
                : Lane.paired(one.get(), other.get(), i -> i, match.nodes()::get, places));
    }

    private List<Lane> elements(Choice choice) {
        int index = first.indexOf(ComparedKind.ELEMENT, choice.name());
        int index2 = second.indexOf(ComparedKind.ELEMENT, choice.name());
        List<Part> others = second.parts(EntityKind.ELEMENT_BLOCK);
        List<Lane> lanes = new ArrayList<>();
        for (Part part : first.parts(EntityKind.ELEMENT_BLOCK)) {
            Optional<TimeSeries> one = first.series(part, ComparedKind.ELEMENT, index);
            if (one.isEmpty()) {
                continue;
            }
            long start = ((Block) part.entity()).firstIndex();
            LongFunction<Place> places = row -> new Place(part.id(), match.elementId(start + row), 0);
            Optional<Part> twin = twin(part, others);
            if (twin.isPresent()) {
                second.series(twin.get(), ComparedKind.ELEMENT, index2)
                        .ifPresent(other -> lanes.add(Lane.direct(one.get(), other, places)));
            } else if (match.elements().isMapped()) {
                lanes.add(new Lane(one.get().size(), false, i -> i, row -> match.elements().get(start + row),
                        one.get(), others.stream().map(block -> second.series(block, ComparedKind.ELEMENT, index2))
                                .toList(),
                        others.stream().mapToLong(block -> ((Block) block.entity()).firstIndex()).toArray(), places));
            } else {
                match.other(part).flatMap(block -> second.series(block, ComparedKind.ELEMENT, index2))
                        .filter(other -> other.size() == one.get().size())
                        .ifPresent(other -> lanes.add(Lane.direct(one.get(), other, places)));
            }
        }
        return lanes;
    }

    /// Finds the block of file 2 that has the very elements of one of file 1, where these were looked up one by one.
    private Optional<Part> twin(Part part, List<Part> others) {
        Block block = (Block) part.entity();
        return match.elements().isMapped() && match.elements().isIdentity() ? others.stream()
                .filter(other -> ((Block) other.entity()).firstIndex() == block.firstIndex()
                        && other.size() == part.size()).findFirst() : Optional.empty();
    }

    private List<Lane> entries(ComparedKind kind, Choice choice, List<String> mismatches) {
        int index = first.indexOf(kind, choice.name());
        int index2 = second.indexOf(kind, choice.name());
        List<Lane> lanes = new ArrayList<>();
        for (Part part : first.parts(kind.entityKind().orElseThrow())) {
            Optional<TimeSeries> one = first.series(part, kind, index);
            Optional<Part> other = match.other(part);
            Optional<TimeSeries> two = other.flatMap(found -> second.series(found, kind, index2));
            if (one.isEmpty() || two.isEmpty()) {
                continue;
            }
            if (one.get().size() != two.get().size()) {
                mismatches.add("   " + choice.name() + "     diff: " + kind.label() + (kind == ComparedKind.NODE_SET ? " node"
                        : kind == ComparedKind.SIDE_SET ? " side" : "") + " counts differ for "
                        + kind.label() + " " + part.id());
            } else if (part.entity() instanceof EntitySet set) {
                SetPairing pairing = match.entries(part, other.orElseThrow());
                lanes.add(Lane.paired(one.get(), two.get(), i -> pairing.first((int) i), i -> pairing.second((int) i),
                        entry -> place(set, pairing.first((int) entry))));
            } else {
                lanes.add(Lane.direct(one.get(), two.get(), row -> new Place(part.id(), row + 1, 0)));
            }
        }
        return lanes;
    }

    Place place(EntitySet set, long entry) {
        long index = set.entries().get(entry) - 1;
        return set instanceof SideSet sides
                ? new Place(set.id(), match.elementId(index), (int) sides.sides().get(entry))
                : new Place(set.id(), match.nodeId(index), 0);
    }

    /// Tells whether blocks that go together have any attributes, whether these are compared or not.
    boolean haveAttributes() {
        return !match.elements().isMapped() && first.parts(EntityKind.ELEMENT_BLOCK).stream()
                .anyMatch(part -> hasAttributes(part) || match.other(part).map(Lanes::hasAttributes).orElse(false));
    }

    private static boolean hasAttributes(Part part) {
        return !((ElementBlock) part.entity()).attributes().isEmpty();
    }

    /// Returns the attributes of the element blocks of file 1; they are not compared where elements are paired one by
    /// one.
    List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>();
        if (match.elements().isMapped()) {
            return all;
        }
        for (Part part : first.parts(EntityKind.ELEMENT_BLOCK)) {
            ElementBlock block = (ElementBlock) part.entity();
            ElementBlock other = (ElementBlock) match.other(part).map(Part::entity).orElse(null);
            if (other == null) {
                continue;
            }
            List<String> names = first.attributeNames(block);
            Map<String, Deque<Integer>> others = indexes(second.attributeNames(other));
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                Deque<Integer> same = others.get(name);
                if (same == null || same.isEmpty()) {
                    continue;
                }
                int index2 = same.remove();
                for (Choice choice : match.variables(ComparedKind.ELEMENT_ATTRIBUTE)) {
                    if (choice.name().equals(name)) {
                        all.add(new Attribute(choice, block, new Values.Direct(block.attributes().attribute(i),
                                other.attributes().attribute(index2))));
                        break;
                    }
                }
            }
        }
        return all;
    }

    /// Where each name stands. Of several that are equal, the first goes with the first, the second with the second.
    private static Map<String, Deque<Integer>> indexes(List<String> names) {
        Map<String, Deque<Integer>> indexes = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            indexes.computeIfAbsent(names.get(i), _ -> new ArrayDeque<>()).add(i);
        }
        return indexes;
    }

    /// An attribute of one block.
    record Attribute(Choice choice, ElementBlock block, Values.Direct values) {}
}
