package dev.exodusii.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds names among many, with or without regard to case, as [String#equalsIgnoreCase] sees it.
final class NameIndex {

    private final boolean ignoresCase;
    private final Map<String, Integer> indexes = new HashMap<>();
    private int size;

    NameIndex(List<String> names, boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
        names.forEach(this::add);
    }

    /// Adds a name behind the others; where there are several of the same name, the first is found.
    void add(String name) {
        indexes.putIfAbsent(key(name), size++);
    }

    /// Returns the 0-based index of a name, or -1.
    int indexOf(String name) {
        return indexes.getOrDefault(key(name), -1);
    }

    boolean contains(String name) {
        return indexOf(name) >= 0;
    }

    private String key(String name) {
        if (!ignoresCase) {
            return name;
        }
        char[] letters = name.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(Character.toUpperCase(letters[i]));
        }
        return new String(letters);
    }
}
