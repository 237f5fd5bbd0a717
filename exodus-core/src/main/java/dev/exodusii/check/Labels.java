package dev.exodusii.check;

import dev.exodusii.Assembly;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.NumberMap;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.TextView;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What users know things by: ids, names, assemblies.
final class Labels {

    /// Names were this long before files could say otherwise.
    private static final int USUAL_LENGTH = 32;

    private final ExodusFile file;
    private final Findings findings;

    Labels(ExodusFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void run() {
        for (EntityKind kind : EntityKind.values()) {
            findings.check(kind.plural(), () -> entityIds(kind));
            findings.check(kind.label() + " variables", () -> variableNames(kind, file.variables(kind).names()));
            findings.check(kind.label() + " reduction variables",
                    () -> variableNames(kind, file.reductionVariables(kind).names()));
        }
        for (Variable variable : file.container().variables()) {
            if (variable.type() == ElementType.CHAR && isNames(variable.name())) {
                findings.check(variable.name(), () -> names(variable));
            }
        }
        if (!file.assemblies().isEmpty()) {
            findings.check("assemblies", this::cycles);
        }
    }

    private void entityIds(EntityKind kind) {
        Tally negative = findings.tally();
        Tally low = findings.tally();
        for (Entity entity : file.entities(kind)) {
            if (entity.id() <= 0 && !entity.isNull()) {
                // Programs that split meshes leave -1 for maps that they do not fill.
                boolean isMeant = entity.id() == 0 || entity instanceof NumberMap;
                (isMeant ? low : negative).add(entity::toString);
            }
        }
        findings.add(Severity.WARNING, CheckCode.NONPOSITIVE_ID, kind.plural(), "negative ids", negative);
        findings.add(Severity.INFO, CheckCode.NONPOSITIVE_ID, kind.plural(),
                "ids that are zero or negative: legal, but some programs refuse them", low);
    }

    private void variableNames(EntityKind kind, List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        boolean isCut = file.container().layout().isTruncated();
        Tally empty = findings.tally();
        Tally twice = findings.tally();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int at = i + 1;
            if (name.isBlank()) {
                // What was cut off is told elsewhere.
                if (!isCut) {
                    empty.add(() -> "variable " + at);
                }
                continue;
            }
            Integer before = seen.putIfAbsent(name, at);
            if (before != null) {
                twice.add(() -> "'" + name + "': variables " + before + " and " + at);
            }
        }
        String place = kind.label() + " variables";
        findings.add(Severity.WARNING, CheckCode.EMPTY_NAME, place, "have no name", empty);
        findings.add(Severity.WARNING, CheckCode.DUPLICATE_NAME, place,
                "share a name, and only the first is found by it", twice);
    }

    private static boolean isNames(String variable) {
        return variable.endsWith("_names") || variable.startsWith("name_") || variable.contains("attrib_name");
    }

    private void names(Variable variable) {
        ArrayView values = variable.view();
        if (values.rank() > 2 && !values.isContiguous()) {
            return; // A table over the records, which nothing takes for names.
        }
        TextView names = values.text();
        Tally wrong = findings.tally();
        Tally cut = findings.tally();
        for (long row = 0; row < names.size(); row++) {
            byte[] bytes = names.bytes(row);
            String name = names.get(row);
            long at = row + 1;
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                if (name.codePoints().anyMatch(Character::isISOControl)) {
                    wrong.add(() -> "name " + at + " has control characters: " + visible(name));
                }
            } catch (CharacterCodingException e) {
                wrong.add(() -> "name " + at + " is no UTF-8, read as ISO 8859-1: " + visible(name));
            }
            if (bytes.length > USUAL_LENGTH) {
                cut.add(() -> "name " + at + " has " + bytes.length + " bytes: " + visible(name));
            }
        }
        findings.add(Severity.WARNING, CheckCode.NAME_TEXT, variable.name(), "names that are no plain text", wrong);
        findings.add(Severity.INFO, CheckCode.NAME_LENGTH, variable.name(), "names of more than " + USUAL_LENGTH
                + " bytes, of which many programs read only so many", cut);
    }

    private static String visible(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(point -> {
            if (Character.isISOControl(point)) {
                text.append(String.format(Locale.ROOT, "\\x%02x", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private void cycles() {
        for (Assembly assembly : Cycles.among(file.assemblies())) {
            findings.add(Severity.WARNING, CheckCode.ASSEMBLY_CYCLE, assembly.toString(), "contains itself", 1,
                    List.of());
        }
    }
}
