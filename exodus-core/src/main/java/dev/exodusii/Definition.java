package dev.exodusii;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Something that is spread over several attributes called `<prefix><name>@<item>`: a field, a basis or a quadrature
/// (`exodus-format` §2.16).
///
/// Items of the wrong type or too short are as good as absent: nothing here throws, whatever the file says.
///
/// @param name  what it is called
/// @param items the attributes by item
record Definition(String name, Map<String, Attribute> items) {

    /// Longer texts are nobody's list of suffixes; splitting them would only cost memory.
    private static final long MAX_TEXT = 1 << 20;

    /// Gathers the definitions, in the order in which their names first occur.
    ///
    /// A name may itself contain `@`: the item stands after the last one.
    static List<Definition> of(List<Attribute> attributes, String prefix) {
        Map<String, Definition> byName = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            String full = attribute.name();
            int last = full.lastIndexOf('@');
            if (full.startsWith(prefix) && last > prefix.length()) {
                String name = full.substring(prefix.length(), last);
                byName.computeIfAbsent(name, fresh -> new Definition(fresh, new LinkedHashMap<>())).items
                        .putIfAbsent(full.substring(last + 1), attribute);
            }
        }
        return List.copyOf(byName.values());
    }

    /// Returns a count; negative ones are nonsense.
    OptionalLong count(String item) {
        Optional<Attribute> found = item(item);
        OptionalLong value = found.isPresent() ? found.get().integer() : OptionalLong.empty();
        return value.isPresent() && value.getAsLong() >= 0 ? value : OptionalLong.empty();
    }

    Optional<IntegerView> integers(String item) {
        return item(item).filter(attribute -> attribute.type().isInteger()).map(found -> found.values().integers());
    }

    /// Returns the first `count` integers of a list.
    Optional<IntegerView> integers(String item, long count) {
        return integers(item).filter(all -> all.size() >= count).map(all -> all.slice(0, count));
    }

    /// Returns the first `count` numbers of a list.
    Optional<RealView> reals(String item, long count) {
        return item(item).filter(attribute -> !attribute.isText()).map(found -> found.values().reals())
                .filter(all -> all.size() >= count).map(all -> all.slice(0, count));
    }

    /// Returns the parts of a text between commas; empty parts are kept.
    List<String> list(String item) {
        return item(item).filter(attribute -> attribute.length() <= MAX_TEXT).flatMap(Attribute::text)
                .filter(text -> !text.isEmpty()).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    Optional<Attribute> item(String item) {
        return Optional.ofNullable(items.get(item));
    }
}
