package dev.exodusii.compare;

import dev.exodusii.compare.ComparedVariable.Piece;
import dev.exodusii.parallel.Workers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the values of a pair of steps, variable by variable; the work is shared.
final class StepRun {

    private static final Map<ComparedKind, String> TITLES = Map.of(ComparedKind.GLOBAL, "Global variables",
            ComparedKind.NODAL, "Nodal variables", ComparedKind.ELEMENT, "Element variables", ComparedKind.NODE_SET,
            "Nodeset variables", ComparedKind.SIDE_SET, "Sideset variables", ComparedKind.EDGE_BLOCK,
            "Edge Block variables", ComparedKind.FACE_BLOCK, "Face Block variables");
    private static final long WORTH_SHARING = 1 << 16;

    private final Match match;
    private final Map<ComparedKind, List<ComparedVariable>> variables = new EnumMap<>(ComparedKind.class);
    private final List<Piece> pieces = new ArrayList<>();
    private final boolean hasUncompared;
    private final Workers workers;

    StepRun(Match match, Lanes lanes) {
        this.match = match;
        boolean isPartial = match.settings().matching() == Matching.PARTIAL;
        boolean hasLeftOut = false;
        for (ComparedKind kind : ComparedKind.values()) {
            boolean isOfTime = kind.entityKind().isPresent();
            if (isPartial && kind.ordinal() >= ComparedKind.NODE_SET.ordinal()) {
                hasLeftOut |= !match.variables(kind).isEmpty();
            } else if (isOfTime) {
                List<ComparedVariable> all = lanes.of(kind);
                variables.put(kind, all);
                all.forEach(variable -> pieces.addAll(variable.pieces()));
            }
        }
        this.hasUncompared = hasLeftOut;
        long values = pieces.stream().mapToLong(piece -> piece.to() - piece.from()).sum();
        this.workers = values < WORTH_SHARING ? Workers.callingThread() : match.workers();
    }

    /// Compares one pair of steps.
    void run(StepPair steps) {
        List<Tally> tallies = workers.map(pieces.size(), index -> {
            Piece piece = pieces.get(index);
            Tally tally = new Tally(piece.lane().at(steps), piece.variable().kind(),
                    piece.variable().choice(), match.settings())
                    .count(piece.from(), piece.to());
            match.workers().advance((piece.to() - piece.from()) * Double.BYTES * 2);
            return tally;
        });
        int next = 0;
        for (Map.Entry<ComparedKind, List<ComparedVariable>> kind : variables.entrySet()) {
            if (!kind.getValue().isEmpty()) {
                match.journal().tell(new ComparisonEvent.Section(TITLES.getOrDefault(kind.getKey(), "")));
            }
            for (ComparedVariable variable : kind.getValue()) {
                int count = variable.pieces().size();
                report(variable, tallies.subList(next, next + count), steps);
                next += count;
            }
        }
        if (hasUncompared) {
            match.journal().tell(new ComparisonEvent.Notice("WARNING: nodeset, sideset, edge block and face block"
                    + " variables not (yet) compared for partial map"));
        }
    }

    private void report(ComparedVariable variable, List<Tally> tallies, StepPair steps) {
        variable.mismatches().forEach(match.journal()::difference);
        boolean isEvery = match.settings().has(CompareFlag.EVERY_DIFFERENCE);
        Optional<ValueDifference> worst = variable.add(tallies, steps.first());
        if (isEvery && worst.isPresent()) {
            tellEach(variable, steps);
        }
        boolean hasNorms = variable.kind() != ComparedKind.GLOBAL
                && (variable.kind() != ComparedKind.SIDE_SET || worst.isPresent() && !isEvery);
        if (match.settings().has(CompareFlag.NORMS) && hasNorms) {
            match.journal().tell(Tally.norms(variable.choice().name(), tallies));
        }
        if (worst.isPresent()) {
            match.journal().setDifferent();
            if (!isEvery) {
                match.journal().tell(new ComparisonEvent.Values(worst.get()));
                if (match.settings().has(CompareFlag.STOP_AT_FIRST)) {
                    throw ComparisonStop.atFirst(steps.first());
                }
            }
        }
    }

    private void tellEach(ComparedVariable variable, StepPair steps) {
        for (Lane lane : variable.lanes()) {
            Tally tally = new Tally(lane.at(steps), variable.kind(), variable.choice(), match.settings());
            tally.forEachOver(entry -> match.journal().tell(new ComparisonEvent.Values(
                    tally.difference(variable.kind(), variable.choice(), lane, steps.first(), entry))));
        }
    }

    List<VariableResult> results() {
        return variables.values().stream().flatMap(List::stream).map(ComparedVariable::result).toList();
    }

    boolean isEmpty() {
        return variables.values().stream().allMatch(List::isEmpty);
    }
}
