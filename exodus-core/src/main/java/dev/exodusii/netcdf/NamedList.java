package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Things in the order of the file that are also found by name; of several with one name, the first.
///
/// @param <T> what is listed
final class NamedList<T> {

    /// Up to here looking at each costs less than a map; most variables have no more than two attributes.
    private static final int FEW = 6;

    private final List<T> items;
    private final Function<T, String> nameOf;
    private final Map<String, T> byName;

    private NamedList(List<T> items, Function<T, String> nameOf, Map<String, T> byName) {
        this.items = items;
        this.nameOf = nameOf;
        this.byName = byName;
    }

    /// Makes the list and reports names that occur again.
    ///
    /// @param items    the things
    /// @param nameOf   tells a thing's name
    /// @param owner    what the things belong to: the header for the file's own
    /// @param findings takes the reports
    static <T> NamedList<T> of(List<T> items, Function<T, String> nameOf, Place owner, Findings findings) {
        if (items.size() < 2) {
            return new NamedList<>(List.copyOf(items), nameOf, Map.of());
        }
        Map<String, T> byName = new HashMap<>();
        for (T item : items) {
            String name = nameOf.apply(item);
            if (byName.putIfAbsent(name, item) != null) {
                findings.add(Severity.WARNING, FindingCode.DUPLICATE_NAME,
                        item instanceof Attribute ? owner.path() + ":" + name : name,
                        "the name occurs again; by name only the first is found");
            }
        }
        return new NamedList<>(List.copyOf(items), nameOf, items.size() > FEW ? byName : Map.of());
    }

    List<T> items() {
        return items;
    }

    Optional<T> find(String name) {
        if (items.size() > FEW) {
            return Optional.ofNullable(byName.get(name));
        }
        for (T item : items) {
            if (nameOf.apply(item).equals(name)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /// Returns the names in order, without copying them.
    Collection<String> names() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<String> iterator() {
                return items.stream().map(nameOf).iterator();
            }

            @Override
            public int size() {
                return items.size();
            }
        };
    }
}
