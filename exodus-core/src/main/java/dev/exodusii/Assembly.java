package dev.exodusii;

import dev.exodusii.view.IntegerView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A named group of entities of one kind, or of other assemblies (`exodus-format` §2.13).
///
/// Immutable and safe for use by many threads.
public final class Assembly extends Entity {

    private final String suffix;
    private final Optional<EntityKind> memberKind;
    private final IntegerView memberIds;
    private final Function<EntityKind, EntityList<? extends Entity>> lookup;

    Assembly(EntityRecord entity, Optional<EntityKind> memberKind, IntegerView memberIds,
            Function<EntityKind, EntityList<? extends Entity>> lookup) {
        super(entity);
        this.suffix = entity.header().suffix();
        this.memberKind = memberKind;
        this.memberIds = memberIds;
        this.lookup = lookup;
    }

    /// Returns the number of members.
    @Override
    public long size() {
        return memberIds.size();
    }

    /// Returns what the members are, or nothing when the file gives a code that means none.
    public Optional<EntityKind> memberKind() {
        return memberKind;
    }

    /// Returns the **ids** of the members.
    public IntegerView memberIds() {
        return memberIds;
    }

    /// Returns the members that exist in this file, in the order of [#memberIds]; ids that mean nothing are left out
    /// and reported by [ExodusFile#findings].
    public List<Entity> members() {
        List<Entity> members = new ArrayList<>();
        if (memberKind.isPresent()) {
            EntityList<? extends Entity> entities = lookup.apply(memberKind.get());
            for (long i = 0; i < memberIds.size(); i++) {
                entities.findId(memberIds.get(i)).ifPresent(members::add);
            }
        }
        return List.copyOf(members);
    }

    /// Returns everything that the assembly and the assemblies in it, however deep, hold at last: blocks, sets...
    /// Assemblies that contain themselves are entered once.
    ///
    /// @return each entity once, in the order in which it is met
    public Set<Entity> leaves() {
        Set<Entity> leaves = new LinkedHashSet<>();
        Set<Assembly> entered = new LinkedHashSet<>();
        // A list of what is still to be entered, not recursion: nesting is as deep as a hostile file likes.
        List<Entity> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            Entity next = open.removeLast();
            if (next instanceof Assembly assembly) {
                if (entered.add(assembly)) {
                    open.addAll(assembly.members().reversed());
                }
            } else {
                leaves.add(next);
            }
        }
        return leaves;
    }

    @Override
    String suffix() {
        return suffix;
    }
}
