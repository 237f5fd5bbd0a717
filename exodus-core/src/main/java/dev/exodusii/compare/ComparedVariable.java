package dev.exodusii.compare;

import dev.exodusii.compare.VariableSelection.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One variable on everything that has it, and what its comparison has come to so far.
final class ComparedVariable {

    private static final long CHUNK = 1 << 16;

    /// Some entries of a lane.
    record Piece(ComparedVariable variable, Lane lane, long from, long to) {}

    private final ComparedKind kind;
    private final Choice choice;
    private final List<Lane> lanes;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> mismatches;
    private long compared;
    private long over;
    private @Nullable ValueDifference worst;

    /// @param mismatches what makes the files different whatever the values are
    ComparedVariable(ComparedKind kind, Choice choice, List<Lane> lanes, List<String> mismatches) {
        this.kind = kind;
        this.choice = choice;
        this.lanes = lanes;
        this.mismatches = mismatches;
        for (Lane lane : lanes) {
            for (long from = 0; from < lane.size(); from += CHUNK) {
                pieces.add(new Piece(this, lane, from, Math.min(lane.size(), from + CHUNK)));
            }
        }
    }

    ComparedKind kind() {
        return kind;
    }

    Choice choice() {
        return choice;
    }

    List<Lane> lanes() {
        return lanes;
    }

    List<Piece> pieces() {
        return pieces;
    }

    List<String> mismatches() {
        return mismatches;
    }

    /// Adds what the pieces came to at a step, in their order.
    ///
    /// @return the worst of the step
    Optional<ValueDifference> add(List<Tally> tallies, int step) {
        int best = -1;
        for (int i = 0; i < tallies.size(); i++) {
            Tally tally = tallies.get(i);
            compared += pieces.get(i).to() - pieces.get(i).from();
            over += tally.over();
            if (tally.hasWorst() && (best < 0 || tally.delta() > tallies.get(best).delta())) {
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        ValueDifference found = tallies.get(best).worst(kind, choice, pieces.get(best).lane(), step);
        if (worst == null || found.delta() > worst.delta()) {
            worst = found;
        }
        return Optional.of(found);
    }

    VariableResult result() {
        return new VariableResult(kind, choice.name(), choice.tolerance(), compared, over, Optional.ofNullable(worst));
    }
}
