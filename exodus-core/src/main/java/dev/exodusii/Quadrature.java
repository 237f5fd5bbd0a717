package dev.exodusii;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The integration points that a field's components belong to (`exodus-format` §2.16).
///
/// Each list has one value for each point; a list that the file lacks, or has too short, is absent. The lists are views
/// over the header: every access to them throws [IllegalStateException] once the file is closed.
///
/// @param name        what fields call it: [FieldMetadata.Level#typeName]
/// @param cardinality the number of points
/// @param xi          the first coordinate in the reference element
/// @param eta         the second coordinate
/// @param zeta        the third coordinate
/// @param weight      the weights
public record Quadrature(String name, long cardinality, Optional<RealView> xi, Optional<RealView> eta,
        Optional<RealView> zeta, Optional<RealView> weight) {

    /// Reads the quadrature rules of a file. Attributes that make no sense are passed over.
    ///
    /// @param globalAttributes the attributes of the file as a whole
    /// @return the rules that have a cardinality, in the order of the file
    public static List<Quadrature> of(List<Attribute> globalAttributes) {
        List<Quadrature> rules = new ArrayList<>();
        for (Definition found : Definition.of(globalAttributes, Metadata.QUADRATURE_PREFIX)) {
            found.count("cardinality").ifPresent(count -> rules.add(new Quadrature(found.name(), count,
                    found.reals("xi", count), found.reals("eta", count), found.reals("zeta", count),
                    found.reals("weight", count))));
        }
        return List.copyOf(rules);
    }
}
