package dev.exodusii.compare;

import dev.exodusii.EntityKind;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.compare.ValueDifference.Place;
import dev.exodusii.view.RealView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares the distribution factors of side sets, side by side.
final class FactorCheck {

    private static final String NAME = "Distribution Factors";

    private final Match match;
    private final Lanes lanes;
    private final Tolerance tolerance;
    private long compared;
    private long over;
    private @Nullable ValueDifference worst;

    FactorCheck(Match match, Lanes lanes) {
        this.match = match;
        this.lanes = lanes;
        this.tolerance = match.settings().factors();
    }

    VariableResult run() {
        for (Part part : match.first().parts(EntityKind.SIDE_SET)) {
            match.other(part).ifPresent(other -> compare(part, other));
        }
        if (worst != null && !match.settings().has(CompareFlag.EVERY_DIFFERENCE)) {
            match.journal().tell(new ComparisonEvent.Values(worst));
        }
        return new VariableResult(ComparedKind.SIDE_SET, NAME, tolerance, compared, over, Optional.ofNullable(worst));
    }

    private void compare(Part part, Part otherPart) {
        SideSet set = (SideSet) part.entity();
        SideSet other = (SideSet) otherPart.entity();
        if (!set.hasDistributionFactors() || !other.hasDistributionFactors()
                || set.distributionFactors().isEmpty() || other.distributionFactors().isEmpty()) {
            return;
        }
        RealView one = set.distributionFactors();
        RealView two = other.distributionFactors();
        long[] starts1 = starts(set);
        long[] starts2 = starts(other);
        if (isUniform(one) && isUniform(two) && one.get(0) == two.get(0)) {
            compared += one.size();
            return;
        }
        if (set.size() != other.size()) {
            match.journal().difference("   " + NAME + "     diff: sideset side counts differ for sideset " + set.id());
            return;
        }
        SetPairing pairing = match.entries(part, otherPart);
        for (int entry = 0; entry < pairing.size(); entry++) {
            int side1 = pairing.first(entry);
            int side2 = pairing.second(entry);
            long count = starts1[side1 + 1] - starts1[side1];
            if (count != starts2[side2 + 1] - starts2[side2]) {
                match.journal().difference("   " + NAME + "     diff: factor counts differ for sideset " + set.id());
                return;
            }
            for (long i = 0; i < count; i++) {
                add(set, side1, one.get(starts1[side1] + i), two.get(starts2[side2] + i));
            }
        }
    }

    private void add(SideSet set, int side, double a, double b) {
        compared++;
        boolean isNan = Double.isNaN(a) != Double.isNaN(b) && !match.settings().has(CompareFlag.IGNORE_NANS);
        double delta = isNan ? Double.POSITIVE_INFINITY : tolerance.delta(a, b);
        if (delta > tolerance.value()) {
            over++;
            match.journal().setDifferent();
            Place place = lanes.place(set, side);
            ValueDifference found = new ValueDifference(ComparedKind.SIDE_SET, NAME, tolerance, place, 0, a, b, delta);
            if (match.settings().has(CompareFlag.EVERY_DIFFERENCE)) {
                match.journal().tell(new ComparisonEvent.Values(found));
            }
            if (worst == null || delta > worst.delta()) {
                worst = found;
            }
        }
    }

    private static boolean isUniform(RealView values) {
        for (long i = 1; i < values.size(); i++) {
            if (values.get(i) != values.get(0)) {
                return false;
            }
        }
        return true;
    }

    /// Returns where the factors of each side begin: one for each side, or one for each of its nodes.
    private static long[] starts(SideSet set) {
        // First, because that fails where the sides are not there, and their number could be any.
        SideFaces faces = set.faces();
        long[] starts = new long[Math.toIntExact(set.size()) + 1];
        long stored = set.distributionFactors().size();
        boolean isOneEach = stored == set.size();
        for (int side = 0; side < set.size(); side++) {
            starts[side + 1] = starts[side] + (isOneEach ? 1 : faces.nodeCount(side));
        }
        if (starts[starts.length - 1] != stored) {
            throw ComparisonStop.error("Mismatch in distribution factor count for sideset " + set.id()
                    + ", file says there should be " + stored + ", but the sides have " + starts[starts.length - 1]);
        }
        return starts;
    }
}
