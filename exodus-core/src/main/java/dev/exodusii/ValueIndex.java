package dev.exodusii;

import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which value variables a header has, sorted by entity: `vals_elem_var17eb3` is the 17th variable on block 3.
///
/// Made in one pass over the names, because asking for every pair of variable and entity costs their product.
final class ValueIndex {

    /// What the values of all blocks together are filed under: no entity's own name ends so.
    private static final String ALL_BLOCKS = "";

    private final Map<EntityKind, Map<String, List<Entry>>> entries;

    private ValueIndex(Map<EntityKind, Map<String, List<Entry>>> entries) {
        this.entries = entries;
    }

    static ValueIndex of(NetcdfFile container) {
        Map<EntityKind, Map<String, List<Entry>>> entries = new EnumMap<>(EntityKind.class);
        for (Variable variable : container.variables()) {
            if (!variable.name().startsWith("vals_")) {
                continue;
            }
            for (EntityKind kind : EntityKind.values()) {
                Convention names = kind.convention();
                if (!names.infix().isEmpty() && variable.name().startsWith(names.values())) {
                    add(entries.computeIfAbsent(kind, any -> new HashMap<>()), names, variable);
                }
            }
        }
        entries.values().forEach(byEntity -> byEntity.values()
                .forEach(list -> list.sort((one, other) -> Integer.compare(one.variableNumber(), other.variableNumber()))));
        return new ValueIndex(entries);
    }

    private static void add(Map<String, List<Entry>> byEntity, Convention names, Variable variable) {
        String name = variable.name();
        int start = names.values().length();
        int end = start;
        while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
            end++;
        }
        // Nine digits at most: larger numbers exist in no file and would overflow.
        if (end > start && end - start <= 9 && name.charAt(start) != '0'
                && (end == name.length() || name.startsWith(names.infix(), end))) {
            String suffix = end == name.length() ? ALL_BLOCKS : name.substring(end + names.infix().length());
            byEntity.computeIfAbsent(suffix, any -> new ArrayList<>())
                    .add(new Entry(Integer.parseInt(name.substring(start, end)), variable));
        }
    }

    /// Lists what is stored for an entity, in the order of the variables.
    ///
    /// @param variableCount how many variables have a name
    /// @param variableIndex the 0-based position of the only one that is wanted, or -1 for all
    List<Stored> of(EntityKind kind, String suffix, int variableCount, int variableIndex) {
        List<Stored> stored = new ArrayList<>();
        List<Entry> all = entries.getOrDefault(kind, Map.of()).getOrDefault(suffix, List.of());
        for (int i = variableIndex < 0 ? 0 : first(all, variableIndex + 1); i < all.size(); i++) {
            int index = all.get(i).variableNumber() - 1;
            if (index >= variableCount || variableIndex >= 0 && index > variableIndex) {
                break;
            }
            if (all.get(i).variable().isComplete()) {
                stored.add(new Stored(index, all.get(i).variable().view()));
            }
        }
        return stored;
    }

    /// Lists what is stored for all blocks of a kind together; see [#of].
    List<Stored> ofAllBlocks(EntityKind kind, int variableCount, int variableIndex) {
        return of(kind, ALL_BLOCKS, variableCount, variableIndex);
    }

    /// Returns where the entries of a variable begin among sorted ones.
    private static int first(List<Entry> all, int variableNumber) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).variableNumber() < variableNumber) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private record Entry(int variableNumber, Variable variable) {}
}
