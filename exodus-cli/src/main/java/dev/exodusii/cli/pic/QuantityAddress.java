package dev.exodusii.cli.pic;

import dev.exodusii.CompositeVariable;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.statistics.Quantity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what a picture is to be coloured by.
public final class QuantityAddress {

    private static final Set<EntityKind> SHOWN = Set.of(EntityKind.NODAL, EntityKind.ELEMENT_BLOCK, EntityKind.SIDE_SET);

    private QuantityAddress() {}

    /// Finds what a user has named.
    ///
    /// @param file the file
    /// @param text an address such as `nodal/disp`
    /// @return the quantity: a variable of nodes, elements or the sides of side sets, or the length of a vector of those
    /// @throws AbsentException when there is none, or a picture cannot show it
    public static Quantity find(ExodusFile file, String text) {
        List<NamedVariable> all = VariablePattern.parse(text).require(file);
        List<NamedVariable> shown = all.stream().filter(each -> !each.isReduction()
                && SHOWN.contains(each.kind())).toList();
        if (shown.isEmpty()) {
            throw AbsentException.of("NOTHING_TO_DRAW", "a picture cannot show " + all.getFirst().address(),
                    "it shows variables of nodes, elements and side sets: nodal/..., elem/..., sset/...");
        }
        if (shown.getFirst().isPartial()) {
            throw AbsentException.of("NOTHING_TO_DRAW", "a picture shows a variable wherever it is stored, not only on '"
                    + text.substring(text.lastIndexOf('@') + 1) + "'", "choose what is shown with --blocks");
        }
        EntityKind kind = shown.getFirst().kind();
        List<String> names = shown.stream().filter(each -> each.kind() == kind).map(NamedVariable::name).toList();
        boolean isVector = names.size() > 1 && CompositeVariable.vectors(names).stream()
                .anyMatch(vector -> vector.size() == names.size());
        if (names.size() > 1 && !isVector) {
            throw AbsentException.of("NOTHING_TO_DRAW", "'" + text + "' is more than a picture can show at once",
                    "choose one: " + names.stream().limit(9).map(name -> Words.ofVariables(kind) + "/" + name)
                            .collect(Collectors.joining(", ")));
        }
        return new Quantity(kind, names, Quantity.EVERYWHERE);
    }
}
