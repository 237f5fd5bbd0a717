package dev.exodusii.check;

import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.IntegerView;

/// The ids of nodes, elements, edges and faces, and the order of the elements.
final class Maps {

    private final ExodusFile file;
    private final Findings findings;

    Maps(ExodusFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void run() {
        map("node", file.nodeIds());
        map("element", file.elementIds());
        map("edge", file.edgeIds());
        map("face", file.faceIds());
        file.elementOrder().ifPresent(order -> findings.check("element order map", () -> order(order)));
    }

    private void map(String noun, IdMap ids) {
        ids.stored().ifPresent(stored -> findings.check(noun + " ids", () -> map(noun, stored)));
    }

    private void map(String noun, IntegerView ids) {
        findings.read(ids.size());
        Tally low = findings.tally();
        for (long i = 0; i < ids.size(); i++) {
            long id = ids.get(i);
            if (id <= 0) {
                long at = i + 1;
                low.add(() -> noun + " " + at + " has id " + id);
            }
        }
        String place = noun + " ids";
        if (low.count() == ids.size()) {
            // A map of zeros was never written.
            findings.add(Severity.WARNING, CheckCode.NONPOSITIVE_ID, place, "none was ever set", low);
            return;
        }
        findings.add(Severity.ERROR, CheckCode.NONPOSITIVE_ID, place, "zero or negative", low);
        Duplicates twice = Duplicates.find(ids.size(), ids::get, findings.most());
        if (twice.count() > 0) {
            findings.add(Severity.ERROR, CheckCode.DUPLICATE_MAP_ID, place, "the same id twice", twice.count(),
                    twice.examples(pair -> "id " + pair.value() + " of " + noun + "s " + (pair.first() + 1) + " and "
                            + (pair.again() + 1)));
        }
    }

    private void order(IntegerView order) {
        Tally wrong = findings.tally();
        for (long i = 0; i < order.size(); i++) {
            long number = order.get(i);
            long at = i + 1;
            if (number < 1 || number > file.elementCount()) {
                wrong.add(() -> "position " + at + ": element number " + number + " of " + file.elementCount());
            }
        }
        Duplicates twice = Duplicates.find(order.size(), order::get, findings.most());
        if (wrong.count() == 0 && twice.count() > 0) {
            findings.add(Severity.INFO, CheckCode.ELEMENT_ORDER, "element order map", "names elements twice",
                    twice.count(), twice.examples(pair -> "positions " + (pair.first() + 1) + " and "
                            + (pair.again() + 1) + ": element number " + pair.value()));
        }
        findings.read(order.size());
        // Nobody relies on it, and parts of decomposed meshes keep that of the whole.
        findings.add(Severity.INFO, CheckCode.ELEMENT_ORDER, "element order map", "is no order of the elements", wrong);
    }
}
