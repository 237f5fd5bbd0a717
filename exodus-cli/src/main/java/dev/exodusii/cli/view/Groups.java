package dev.exodusii.cli.view;

import dev.exodusii.Assembly;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.view.Facts.Group;
import dev.exodusii.cli.view.Facts.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Finds out what the assemblies of a file hold of what can be shown.
///
/// Assemblies may be in several others, in themselves, and nested as deep as a file likes: each is told in full where it is
/// met first, and up to a depth; farther down it is told without the assemblies in it, but with all that they hold.
final class Groups {

    private static final int DEEPEST = 20;
    /// More than a person would look through.
    private static final int MOST = 2000;

    private final Map<EntityKind, Map<Integer, Part>> known = new HashMap<>();
    private final Set<Assembly> entered = new HashSet<>();

    /// @param parts what can be shown
    @SafeVarargs
    Groups(List<Part>... parts) {
        for (List<Part> some : parts) {
            some.forEach(part -> known.computeIfAbsent(part.kind(), _ -> new HashMap<>()).put(part.index(), part));
        }
    }

    /// Returns the assemblies that are in no other one; where each is in another, all.
    List<Group> of(ExodusFile file) {
        Set<Entity> inner = new HashSet<>();
        file.assemblies().forEach(assembly -> assembly.members().stream().filter(member -> member != assembly)
                .forEach(inner::add));
        List<Group> groups = new ArrayList<>();
        for (boolean isInner : new boolean[] {false, true}) {
            for (Assembly assembly : file.assemblies()) {
                // Those of a circle are in one another: the first of them stands for it.
                if (inner.contains(assembly) == isInner && !entered.contains(assembly) && entered.size() < MOST) {
                    groups.add(group(assembly, 0));
                }
            }
        }
        return List.copyOf(groups);
    }

    private Group group(Assembly assembly, int depth) {
        List<Part> leaves = assembly.leaves().stream()
                .map(leaf -> known.getOrDefault(leaf.kind(), Map.of()).get(leaf.index())).filter(Objects::nonNull).toList();
        List<Group> inside = new ArrayList<>();
        if (entered.add(assembly) && depth < DEEPEST && entered.size() < MOST) {
            for (Entity member : assembly.members()) {
                if (member instanceof Assembly inner && inner != assembly) {
                    inside.add(group(inner, depth + 1));
                }
            }
        }
        return new Group(Facts.label(assembly), leaves, List.copyOf(inside));
    }
}
