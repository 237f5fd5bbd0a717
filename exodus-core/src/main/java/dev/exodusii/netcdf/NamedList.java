package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.lookup.PositionTable;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Things in the order of the file that are also found by name; of several with one name, the first.
///
/// @param <T> what is listed
final class NamedList<T> {

    /// Up to here looking at each costs less than a table; most variables have no more than two attributes.
    private static final int FEW = 6;

    private final List<T> items;
    private final Naming<T> naming;
    private final @Nullable PositionTable byName;

    /// Makes the list and reports names that occur again.
    ///
    /// @param items    the things; not copied
    /// @param naming   tells a thing's name
    /// @param owner    what the things belong to: the header for the file's own
    /// @param findings takes the reports
    NamedList(List<T> items, Naming<T> naming, Place owner, Findings findings) {
        this.items = items;
        this.naming = naming;
        this.byName = items.size() > FEW ? new PositionTable(items.size()) : null;
        for (int i = 0; i < items.size(); i++) {
            String name = naming.name(items, i);
            if (isKnown(name, i)) {
                findings.add(Severity.WARNING, FindingCode.DUPLICATE_NAME,
                        items.get(i) instanceof Attribute ? owner.path() + ":" + name : name,
                        "the name occurs again; by name only the first is found");
            }
        }
    }

    /// Tells whether a name is there before an index, and puts it down for that index otherwise.
    private boolean isKnown(String name, int index) {
        return (byName == null ? among(index, name) : byName.putIfAbsent(name, index, other -> isCalled(other, name))) >= 0;
    }

    private boolean isCalled(int index, String name) {
        return naming.name(items, index).equals(name);
    }

    /// Returns where a name is among the first items, or -1.
    private int among(int count, String name) {
        for (int i = 0; i < count; i++) {
            if (isCalled(i, name)) {
                return i;
            }
        }
        return -1;
    }

    List<T> items() {
        return items;
    }

    Optional<T> find(String name) {
        int index = byName == null ? among(items.size(), name) : byName.find(name, other -> isCalled(other, name));
        return index < 0 ? Optional.empty() : Optional.of(items.get(index));
    }

    /// Returns the names in order, without copying them.
    Collection<String> names() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<String> iterator() {
                return IntStream.range(0, items.size()).mapToObj(i -> naming.name(items, i)).iterator();
            }

            @Override
            public int size() {
                return items.size();
            }
        };
    }

    /// Tells names of things that need not be objects yet.
    @FunctionalInterface
    interface Naming<T> {
        String name(List<T> items, int index);
    }
}
