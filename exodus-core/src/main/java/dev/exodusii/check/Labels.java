package dev.exodusii.check;

import dev.exodusii.Assembly;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.TextView;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What users know things by: ids, names, assemblies.
final class Labels {

    private final ExodusFile file;
    private final Findings findings;

    Labels(ExodusFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void run() {
        map("node ids", file.nodeIds());
        map("element ids", file.elementIds());
        map("edge ids", file.edgeIds());
        map("face ids", file.faceIds());
        file.elementOrder().ifPresent(order -> findings.check("element order map", () -> order(order)));
        for (EntityKind kind : EntityKind.values()) {
            findings.check(kind.plural(), () -> entityIds(kind));
        }
        for (Variable variable : file.container().variables()) {
            if (variable.type() == ElementType.CHAR && isNames(variable.name())) {
                findings.check(variable.name(), () -> names(variable));
            }
        }
        for (Assembly assembly : file.assemblies()) {
            findings.check(assembly.toString(), () -> cycle(assembly));
        }
    }

    private void map(String place, IdMap ids) {
        ids.stored().ifPresent(stored -> findings.check(place, () -> map(place, stored)));
    }

    private void map(String place, IntegerView ids) {
        findings.read(ids.size());
        Tally low = findings.tally();
        for (long i = 0; i < ids.size(); i++) {
            if (ids.get(i) <= 0) {
                long at = i;
                low.add(() -> ids.get(at) + " at position " + (at + 1));
            }
        }
        // A map of zeros was never written.
        boolean isUnset = low.count() == ids.size();
        findings.add(Severity.WARNING, CheckCode.NONPOSITIVE_ID, place, isUnset ? "none was ever set"
                : "zero or negative", low);
        if (!isUnset) {
            findings.add(Severity.WARNING, CheckCode.DUPLICATE_MAP_ID, place, "the same id twice",
                    Duplicates.find(ids, findings.most()));
        }
    }

    private void order(IntegerView order) {
        Tally wrong = findings.tally();
        NodeBits seen = new NodeBits(file.elementCount());
        for (long i = 0; i < order.size(); i++) {
            long number = order.get(i);
            long at = i + 1;
            if (number < 1 || number > file.elementCount()) {
                wrong.add(() -> "position " + at + ": element number " + number + " of " + file.elementCount());
            } else if (seen.set(number - 1)) {
                wrong.add(() -> "position " + at + ": element number " + number + " again");
            }
        }
        findings.read(order.size());
        // Nobody relies on it, and parts of decomposed meshes keep that of the whole.
        findings.add(Severity.INFO, CheckCode.ELEMENT_ORDER, "element order map", "is no order of the elements", wrong);
    }

    private void entityIds(EntityKind kind) {
        Tally low = findings.tally();
        for (Entity entity : file.entities(kind)) {
            if (entity.id() <= 0 && !entity.isNull()) {
                low.add(entity::toString);
            }
        }
        findings.add(Severity.INFO, CheckCode.NONPOSITIVE_ID, kind.plural(),
                "ids that are zero or negative: legal, but some programs refuse them", low);
    }

    private static boolean isNames(String variable) {
        return variable.endsWith("_names") || variable.startsWith("name_") || variable.startsWith("attrib_name");
    }

    private void names(Variable variable) {
        TextView names = variable.view().text();
        Tally wrong = findings.tally();
        for (long row = 0; row < names.size(); row++) {
            byte[] bytes = names.bytes(row);
            String name = names.get(row);
            long at = row + 1;
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                if (name.codePoints().anyMatch(Character::isISOControl)) {
                    wrong.add(() -> "name " + at + " has control characters");
                }
            } catch (CharacterCodingException e) {
                wrong.add(() -> "name " + at + " is no UTF-8, read as ISO 8859-1: " + name);
            }
        }
        findings.add(Severity.WARNING, CheckCode.NAME_TEXT, variable.name(), "names that are no plain text", wrong);
    }

    private void cycle(Assembly assembly) {
        Set<Assembly> above = new HashSet<>();
        if (leadsTo(assembly, assembly, above)) {
            findings.add(Severity.WARNING, CheckCode.ASSEMBLY_CYCLE, assembly.toString(), "contains itself", 1,
                    List.of());
        }
    }

    private static boolean leadsTo(Assembly from, Assembly wanted, Set<Assembly> seen) {
        ArrayDeque<Assembly> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (Entity member : open.pop().members()) {
                if (member instanceof Assembly next) {
                    if (next.equals(wanted)) {
                        return true;
                    }
                    if (seen.add(next)) {
                        open.push(next);
                    }
                }
            }
        }
        return false;
    }
}
