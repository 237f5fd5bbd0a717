package dev.exodusii;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The basis functions that a field's components belong to (`exodus-format` §2.16).
///
/// Each list has one value for each function; a list that the file lacks, or has too short, is absent. The lists are
/// views over the header: every access to them throws [IllegalStateException] once the file is closed.
///
/// @param name                 what fields call it: [FieldMetadata.Level#typeName]
/// @param cardinality          the number of functions
/// @param subcellDimensions    the dimension of the part of the element that the function sits on: 0 for a node
/// @param subcellOrdinals      the 0-based position of that part in the element
/// @param subcellDofOrdinals   the 0-based position of the function on its part
/// @param subcellDofCounts     how many functions sit on that part
/// @param xi                   the first coordinate in the reference element
/// @param eta                  the second coordinate
/// @param zeta                 the third coordinate
public record Basis(String name, long cardinality, Optional<IntegerView> subcellDimensions,
        Optional<IntegerView> subcellOrdinals, Optional<IntegerView> subcellDofOrdinals,
        Optional<IntegerView> subcellDofCounts, Optional<RealView> xi, Optional<RealView> eta,
        Optional<RealView> zeta) {

    /// Reads the bases of a file. Attributes that make no sense are passed over.
    ///
    /// @param globalAttributes the attributes of the file as a whole
    /// @return the bases that have a cardinality, in the order of the file
    public static List<Basis> of(List<Attribute> globalAttributes) {
        List<Basis> bases = new ArrayList<>();
        for (Definition found : Definition.of(globalAttributes, Metadata.BASIS_PREFIX)) {
            found.count("cardinality").ifPresent(count -> bases.add(new Basis(found.name(), count,
                    found.integers("subc_dim", count), found.integers("subc_ordinal", count),
                    found.integers("subc_dof_ordinal", count), found.integers("subc_num_dof", count),
                    found.reals("xi", count), found.reals("eta", count), found.reals("zeta", count))));
        }
        return List.copyOf(bases);
    }
}
