package dev.exodusii.write;

import dev.exodusii.Basis;
import dev.exodusii.FieldMetadata;
import dev.exodusii.FieldType;
import dev.exodusii.Quadrature;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes the attributes that describe fields, bases and quadrature rules (`exodus-format` §2.16).
///
/// Those of a field belong to the entity that has its variables, `block.withMetadata(FieldAttributes.of(field))`, or to the
/// file or the nodes as a whole; those of a basis or quadrature rule belong to the file as a whole.
public final class FieldAttributes {

    private FieldAttributes() {}

    /// Describes a field.
    ///
    /// @param field the field
    /// @return its attributes
    public static List<AttributeDefinition> of(FieldMetadata field) {
        List<FieldMetadata.Level> levels = field.levels();
        String prefix = "Field@" + field.name() + "@";
        List<AttributeDefinition> attributes = new ArrayList<>();
        attributes.add(AttributeDefinition.ints(prefix + "type",
                levels.stream().mapToInt(level -> level.type().code()).toArray()));
        if (levels.stream().anyMatch(level -> !level.typeName().isEmpty())) {
            attributes.add(StoredText.attribute(prefix + "type_name",
                    levels.stream().map(FieldMetadata.Level::typeName).collect(Collectors.joining(","))));
        }
        String separators = levels.stream().map(FieldMetadata.Level::separator).collect(Collectors.joining());
        if (levels.size() > 1 || !separators.equals("_")) {
            attributes.add(StoredText.attribute(prefix + "separator", separators));
        }
        if (levels.stream().anyMatch(level -> level.type().componentCount().isEmpty())) {
            attributes.add(AttributeDefinition.ints(prefix + "cardinality",
                    levels.stream().mapToInt(level -> Math.toIntExact(level.cardinality().orElse(0))).toArray()));
        }
        if (levels.getFirst().type() == FieldType.USER_DEFINED && !field.suffices().isEmpty()) {
            attributes.add(StoredText.attribute(prefix + "suffices", String.join(",", field.suffices())));
        }
        return List.copyOf(attributes);
    }

    /// Describes a basis.
    ///
    /// @param basis the basis
    /// @return its attributes, for the file as a whole
    public static List<AttributeDefinition> of(Basis basis) {
        String prefix = "Basis@" + basis.name() + "@";
        List<AttributeDefinition> attributes = new ArrayList<>();
        attributes.add(AttributeDefinition.ints(prefix + "cardinality", Math.toIntExact(basis.cardinality())));
        integers(prefix + "subc_dim", basis.subcellDimensions(), attributes);
        integers(prefix + "subc_ordinal", basis.subcellOrdinals(), attributes);
        integers(prefix + "subc_dof_ordinal", basis.subcellDofOrdinals(), attributes);
        integers(prefix + "subc_num_dof", basis.subcellDofCounts(), attributes);
        reals(prefix + "xi", basis.xi(), attributes);
        reals(prefix + "eta", basis.eta(), attributes);
        reals(prefix + "zeta", basis.zeta(), attributes);
        return List.copyOf(attributes);
    }

    /// Describes a quadrature rule.
    ///
    /// @param rule the rule
    /// @return its attributes, for the file as a whole
    public static List<AttributeDefinition> of(Quadrature rule) {
        String prefix = "Quad@" + rule.name() + "@";
        List<AttributeDefinition> attributes = new ArrayList<>();
        attributes.add(AttributeDefinition.ints(prefix + "cardinality", Math.toIntExact(rule.cardinality())));
        reals(prefix + "xi", rule.xi(), attributes);
        reals(prefix + "eta", rule.eta(), attributes);
        reals(prefix + "zeta", rule.zeta(), attributes);
        reals(prefix + "weight", rule.weight(), attributes);
        return List.copyOf(attributes);
    }

    private static void integers(String name, Optional<IntegerView> values, List<AttributeDefinition> attributes) {
        values.ifPresent(all -> attributes.add(AttributeDefinition.ints(name, all.toIntArray())));
    }

    private static void reals(String name, Optional<RealView> values, List<AttributeDefinition> attributes) {
        values.ifPresent(all -> attributes.add(AttributeDefinition.doubles(name, all.toArray())));
    }
}
