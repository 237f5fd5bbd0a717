package dev.exodusii.check;

import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideFaces;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import java.util.Arrays;
import java.util.List;

/// The distribution factors of one set: are they finite, as many as they should be, and the same where sides meet.
final class Factors {

    /// How far factors may differ by rounding, beside the larger one.
    private static final double ROUNDING = 1e-6;
    private static final int PART = 1 << 22;

    private final ExodusFile file;
    private final EntitySet set;
    private final Findings findings;

    Factors(ExodusFile file, EntitySet set, Findings findings) {
        this.file = file;
        this.set = set;
        this.findings = findings;
    }

    void values() {
        if (!set.hasDistributionFactors()) {
            return;
        }
        RealView factors = set.distributionFactors();
        findings.read(factors.size());
        MinMax extremes = factors.minMax();
        long count = extremes.nans() + extremes.infinites();
        if (count > 0) {
            Tally tally = findings.tally();
            Values.places(factors, Math.min(count, findings.most()), tally, at -> "factor " + (at + 1));
            findings.add(Severity.WARNING, CheckCode.FACTOR_VALUE, set.toString(), "distribution factors that are not"
                    + " finite", count, tally.examples());
        }
    }

    /// @return whether there are factors, as many as there should be
    boolean count(long expected, String of) {
        long stored = set.hasDistributionFactors() ? set.distributionFactors().size() : 0;
        if (stored != expected && stored > 0) {
            findings.add(Severity.WARNING, CheckCode.FACTOR_COUNT, set.toString(),
                    stored + " distribution factors for " + of, 1, List.of());
        }
        return stored == expected && stored > 0;
    }

    void sides(SideFaces faces, IntegerView elements, IntegerView sides) {
        long expected = faces.totalNodeCount();
        if (!count(expected, "sides with " + expected + " nodes")) {
            return;
        }
        RealView factors = set.distributionFactors();
        MinMax extremes = factors.minMax();
        if (extremes.min() == extremes.max() || !file.container().layout().canHold(file.nodeCount())) {
            return;
        }
        // The format allows it, but a load is hardly meant to jump at a node.
        Tally jumps = findings.tally();
        Numbered nodes = Numbered.nodes(file);
        Numbered names = Numbered.members(file, set.kind());
        for (long from = 0; from < file.nodeCount(); from += PART) {
            jumps(faces, factors, from, (entry, node, values) -> jumps.add(() -> nodes.name(node) + ": " + values[0]
                    + ", but " + values[1] + " on side " + sides.get(entry) + " of "
                    + names.name(elements.get(entry) - 1)));
        }
        findings.add(Severity.WARNING, CheckCode.FACTOR_JUMP, set.toString(),
                "distribution factors differ where sides meet", jumps);
    }

    @FunctionalInterface
    private interface Jump {
        void at(long entry, long node, double[] values);
    }

    /// Looks at a part of the nodes, so that memory does not grow with the mesh.
    private void jumps(SideFaces faces, RealView factors, long from, Jump jump) {
        double[] first = new double[(int) Math.min(PART, file.nodeCount() - from)];
        Arrays.fill(first, Double.NaN);
        long next = 0;
        for (long entry = 0; entry < faces.size(); entry++) {
            for (int k = 0; k < faces.nodeCount(entry); k++) {
                double factor = factors.get(next++);
                long node = faces.nodeIndex(entry, k);
                int own = (int) (node - from);
                if (node < from || node - from >= first.length) {
                    continue;
                }
                double before = first[own];
                if (Double.isNaN(before)) {
                    first[own] = factor;
                } else if (Math.abs(before - factor) > ROUNDING * Math.max(Math.abs(before), Math.abs(factor))) {
                    jump.at(entry, node, new double[] {before, factor});
                }
            }
        }
    }
}
