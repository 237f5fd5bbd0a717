package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.Basis;
import dev.exodusii.FieldMetadata;
import dev.exodusii.FieldMetadata.Level;
import dev.exodusii.Quadrature;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares how variables make up fields: field metadata, bases, quadrature rules.
final class FieldComparison {

    private final ModelCase model;

    FieldComparison(ModelCase model) {
        this.model = model;
    }

    void fields(String place, JsonNode expected, List<FieldMetadata> actual) {
        if (isGarbage(expected.size() + actual.size())) {
            return;
        }
        model.same("fields", place + " field count", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            field(place + " field " + expected.get(i).path("name").asText(), expected.get(i), actual.get(i));
        }
    }

    private boolean isGarbage(int count) {
        boolean isGarbage = count > 0 && KnownReferenceFaults.hasGarbageFields(model.file());
        if (isGarbage) {
            model.excuse(ReferenceFault.GARBAGE_FIELDS);
        }
        return isGarbage;
    }

    private void field(String place, JsonNode expected, FieldMetadata actual) {
        model.name("fields", place, expected.path("name"), actual.name());
        model.same("fields", place + " nesting", expected.path("nesting").asInt(actual.nesting()), actual.nesting());
        List<Level> levels = actual.levels();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            if (expected.path("type").path(i).isInt()) {
                model.same("fields", place + " type", expected.path("type").get(i).asInt(), level.type().code());
            }
            // 0 where the library leaves it to the type.
            if (expected.path("cardinality").path(i).asLong() > 0) {
                model.same("fields", place + " cardinality", expected.path("cardinality").get(i).asLong(),
                        level.cardinality().orElse(0));
            }
            separator(place, expected.path("separator"), i, level.separator());
        }
        model.same("fields", place + " type names", stripped(joined(expected.path("type_name"))),
                stripped(String.join(",", levels.stream().map(Level::typeName).toList())));
        model.same("fields", place + " suffixes", joined(expected.path("suffices")),
                String.join(",", actual.suffices()));
    }

    /// A NUL, which says that there is none, comes out as an empty text or as 0: it cannot be told from an absent one.
    private void separator(String place, JsonNode all, int index, String actual) {
        String expected = all.path(index).asText("");
        if (all.isTextual()) {
            int at = all.asText().length() == 1 ? 0 : index;
            expected = at < all.asText().length() ? all.asText().substring(at, at + 1) : "";
        } else if (all.path(index).isInt()) {
            expected = Character.toString(all.path(index).asInt());
        }
        if (!expected.replace("\0", "").isEmpty()) {
            model.same("fields", place + " separator", expected, actual);
        }
    }

    private static String joined(JsonNode names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add(name.asText()));
        return names.isArray() ? String.join(",", all) : names.asText("");
    }

    /// Empty names at the end need not be written.
    private static String stripped(String names) {
        return names.replaceFirst(",+$", "");
    }

    void bases(JsonNode expected) {
        List<Basis> actual = model.file().bases();
        if (isGarbage(expected.size() + actual.size())) {
            return;
        }
        model.same("fields", "basis count", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            JsonNode one = expected.get(i);
            Basis basis = actual.get(i);
            String place = "basis " + one.path("name").asText();
            model.same("fields", place, one.path("name").asText(), basis.name());
            model.same("fields", place + " cardinality", one.path("cardinality").asLong(), basis.cardinality());
            integers(place + " subc_dim", one.path("subc_dim"), basis.subcellDimensions());
            integers(place + " subc_ordinal", one.path("subc_ordinal"), basis.subcellOrdinals());
            integers(place + " subc_dof_ordinal", one.path("subc_dof_ordinal"), basis.subcellDofOrdinals());
            integers(place + " subc_num_dof", one.path("subc_num_dof"), basis.subcellDofCounts());
            reals(place + " xi", one.path("xi"), basis.xi());
            reals(place + " eta", one.path("eta"), basis.eta());
            reals(place + " zeta", one.path("zeta"), basis.zeta());
        }
    }

    void quadratures(JsonNode expected) {
        List<Quadrature> actual = model.file().quadratures();
        if (isGarbage(expected.size() + actual.size())) {
            return;
        }
        model.same("fields", "quadrature count", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            JsonNode one = expected.get(i);
            Quadrature rule = actual.get(i);
            String place = "quadrature " + one.path("name").asText();
            model.same("fields", place, one.path("name").asText(), rule.name());
            model.same("fields", place + " cardinality", one.path("cardinality").asLong(), rule.cardinality());
            reals(place + " xi", one.path("xi"), rule.xi());
            reals(place + " eta", one.path("eta"), rule.eta());
            reals(place + " zeta", one.path("zeta"), rule.zeta());
            reals(place + " weight", one.path("weight"), rule.weight());
        }
    }

    private void integers(String place, JsonNode expected, Optional<IntegerView> actual) {
        if (expected.isArray() && !expected.isEmpty()) {
            model.integers("fields", place, expected,
                    actual.map(values -> values.stream().boxed().toList()).orElse(List.of()));
        } else if (expected.isObject() && actual.isPresent()) {
            new Digests(model).integers("fields", place, expected, actual.get());
        }
    }

    private void reals(String place, JsonNode expected, Optional<RealView> actual) {
        if (expected.isArray() && !expected.isEmpty()) {
            List<Double> numbers = new ArrayList<>();
            expected.forEach(number -> numbers.add(Digests.number(number)));
            model.same("fields", place, numbers, actual
                    .map(values -> values.stream().map(d -> d == 0 ? 0 : d).boxed().toList()).orElse(List.of()));
        } else if (expected.isObject() && actual.isPresent()) {
            new Digests(model).reals("fields", place, expected, actual.get());
        }
    }
}
