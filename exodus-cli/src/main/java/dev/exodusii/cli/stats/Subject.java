package dev.exodusii.cli.stats;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.SideSet;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.NamedVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A variable, or its part on one block or set, of which there are statistics of its own.
///
/// @param variable the variable
public record Subject(NamedVariable variable) {

    /// Splits variables where that was asked for.
    ///
    /// @param variables  the variables
    /// @param isPerBlock whether each block or set counts on its own
    /// @return the subjects in the order of the variables
    public static List<Subject> of(List<NamedVariable> variables, boolean isPerBlock) {
        List<Subject> subjects = new ArrayList<>();
        for (NamedVariable variable : variables) {
            boolean isSplit = isPerBlock && variable.parts().getFirst().entity().isPresent();
            if (isSplit) {
                variable.parts().forEach(part -> subjects.add(new Subject(new NamedVariable(variable.kind(),
                        variable.isReduction(), variable.name(), List.of(part), true))));
            } else {
                subjects.add(new Subject(variable));
            }
        }
        return subjects;
    }

    /// Returns the id that users know an entry by: of a node, an element..., of a whole block or set for a reduction
    /// variable. Nothing for global variables.
    ///
    /// @param file  the file
    /// @param index the 0-based index among the values at a step, over all parts
    /// @return the id
    public Optional<EntryId> id(ExodusFile file, long index) {
        if (index < 0 || variable.kind() == EntityKind.GLOBAL) {
            return Optional.empty();
        }
        long rest = index;
        for (NamedVariable.Part part : variable.parts()) {
            if (rest < part.series().size()) {
                return part.entity().isEmpty() ? Optional.of(EntryId.of(file.nodeIds().id(rest)))
                        : Optional.of(id(file, part.entity().get(), rest));
            }
            rest -= part.series().size();
        }
        return Optional.empty();
    }

    private EntryId id(ExodusFile file, Entity entity, long row) {
        if (variable.isReduction()) {
            return EntryId.of(entity.id());
        }
        return switch (entity) {
            case Block block -> EntryId.of(id(Entry.of(block.kind()).orElseThrow().ids(file), block.firstIndex() + row));
            case SideSet sides -> new EntryId(id(file.elementIds(), sides.elements().get(row) - 1),
                    OptionalLong.of(sides.sides().get(row)));
            case EntitySet set -> EntryId.of(id(Entry.of(set.kind()).orElseThrow().ids(file),
                    set.entryIndexes().get(row)));
            default -> EntryId.of(row);
        };
    }

    /// What lies outside the mesh has no id; its number is told.
    private static long id(IdMap ids, long index) {
        return ids.idOrNumber(index);
    }
}
