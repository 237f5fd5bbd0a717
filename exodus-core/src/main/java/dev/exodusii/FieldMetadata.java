package dev.exodusii;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// How scalar variables make up a field, in the words of the writer (`exodus-format` §2.16).
///
/// A field has one or two levels: a vector, say, at each point of a quadrature rule. The component at a point is then
/// the variable `<name><separator><suffix of level 1><separator><suffix of level 2>`. Immutable and safe for use by
/// many threads.
///
/// @param name     the field's name, with which the names of its variables begin
/// @param levels   the levels of nesting, the one whose components stand next to one another in the file first
/// @param suffices the suffixes of a user-defined level, as the writer lists them; none where there is no such level
public record FieldMetadata(String name, List<Level> levels, List<String> suffices) {

    /// The format has two levels at most; more than this are a damaged file.
    private static final int MAX_LEVELS = 4;
    /// More components than any file has variables, or longer names: damaged attributes, not worth the memory.
    private static final long MAX_COMPONENTS = 1 << 16;
    private static final long MAX_LETTERS = 1 << 24;

    /// Makes the record; the lists are copied.
    public FieldMetadata {
        levels = List.copyOf(levels);
        suffices = List.copyOf(suffices);
    }

    /// One level of nesting.
    ///
    /// @param type        what the components are
    /// @param typeName    the name of the basis, the quadrature rule or the user's own type, empty where there is none
    /// @param separator   what stands before the suffix: one character, or nothing
    /// @param cardinality the number of components; absent when neither the type nor the attributes tell, see
    ///                    [FieldMetadata#resolved]
    public record Level(FieldType type, String typeName, String separator, OptionalLong cardinality) {}

    /// Reads the fields that are described on one host. Attributes that make no sense are passed over.
    ///
    /// @param attributes the attributes of the file, or of the variable that stands for an entity
    /// @return the fields that have a type, in the order of the file
    public static List<FieldMetadata> of(List<Attribute> attributes) {
        List<FieldMetadata> fields = new ArrayList<>();
        for (Definition found : Definition.of(attributes, Metadata.FIELD_PREFIX)) {
            found.integers("type").filter(types -> !types.isEmpty() && types.size() <= MAX_LEVELS)
                    .ifPresent(types -> fields.add(read(found, types)));
        }
        return List.copyOf(fields);
    }

    /// Reads the fields that are described on one host, with every cardinality that the file knows.
    ///
    /// @param attributes       the attributes of the variable that stands for an entity
    /// @param globalAttributes the attributes of the file, where bases and quadrature rules are
    /// @return the fields that have a type, in the order of the file
    static List<FieldMetadata> of(List<Attribute> attributes, List<Attribute> globalAttributes) {
        List<FieldMetadata> fields = of(attributes);
        if (fields.isEmpty()) {
            return fields;
        }
        List<Basis> bases = Basis.of(globalAttributes);
        List<Quadrature> quadratures = Quadrature.of(globalAttributes);
        return fields.stream().map(field -> field.resolved(bases, quadratures)).toList();
    }

    private static FieldMetadata read(Definition found, IntegerView types) {
        int nesting = Math.toIntExact(types.size());
        List<String> separators = separators(found.item("separator"), nesting);
        List<String> typeNames = found.list("type_name");
        List<String> suffices = found.list("suffices");
        Optional<IntegerView> cardinalities = found.integers("cardinality");
        List<Level> levels = new ArrayList<>(nesting);
        for (int i = 0; i < nesting; i++) {
            FieldType type = FieldType.ofCode(types.get(i));
            long stored = cardinalities.isPresent() && i < cardinalities.get().size() ? cardinalities.get().get(i) : 0;
            levels.add(new Level(type, i < typeNames.size() ? typeNames.get(i) : "", separators.get(i),
                    cardinality(type, stored, suffices.size())));
        }
        return new FieldMetadata(found.name(), levels, suffices);
    }

    private static OptionalLong cardinality(FieldType type, long stored, int suffices) {
        if (type.componentCount().isPresent()) {
            return OptionalLong.of(type.componentCount().getAsInt());
        }
        long count = stored == 0 && type == FieldType.USER_DEFINED ? suffices : stored;
        return count > 0 ? OptionalLong.of(count) : OptionalLong.empty();
    }

    /// An attribute of one NUL says that there is no separator; one without any byte, or none at all, says nothing.
    private static List<String> separators(Optional<Attribute> attribute, int nesting) {
        Optional<String> stored = attribute.filter(found -> found.length() > 0 && found.type() == ElementType.CHAR)
                .map(found -> new String(found.values().slice(0, 0, Math.min(found.length(), MAX_LEVELS)).text()
                        .bytes(0), StandardCharsets.ISO_8859_1));
        List<String> separators = new ArrayList<>(nesting);
        for (int i = 0; i < nesting; i++) {
            String all = stored.orElse("_");
            int at = all.length() == 1 ? 0 : i;
            separators.add(at < all.length() ? all.substring(at, at + 1) : "");
        }
        return separators;
    }

    /// Returns the number of levels.
    public int nesting() {
        return levels.size();
    }

    /// Fills in the number of components where a level names a basis or a quadrature rule.
    ///
    /// @param bases       the bases of the file
    /// @param quadratures the quadrature rules of the file
    /// @return the same field with every cardinality that can be known
    public FieldMetadata resolved(List<Basis> bases, List<Quadrature> quadratures) {
        return new FieldMetadata(name, levels.stream().map(level -> resolved(level, bases, quadratures)).toList(),
                suffices);
    }

    private static Level resolved(Level level, List<Basis> bases, List<Quadrature> quadratures) {
        if (level.cardinality().isPresent()) {
            return level;
        }
        Optional<Long> count = switch (level.type()) {
            case BASIS -> bases.stream().filter(basis -> basis.name().equals(level.typeName())).findFirst()
                    .map(Basis::cardinality);
            case QUADRATURE -> quadratures.stream().filter(rule -> rule.name().equals(level.typeName())).findFirst()
                    .map(Quadrature::cardinality);
            default -> Optional.empty();
        };
        return count.map(known -> new Level(level.type(), level.typeName(), level.separator(), OptionalLong.of(known)))
                .orElse(level);
    }

    /// Returns the names of the scalar variables that make up the field, those of the first level side by side.
    ///
    /// @return the names; none when the file does not tell them, as when a cardinality is not known
    public List<String> componentNames() {
        if (!tellsComponents()) {
            return List.of();
        }
        List<String> endings = List.of("");
        for (Level level : levels) {
            List<String> longer = new ArrayList<>();
            for (int component = 0; component < level.cardinality().orElse(0); component++) {
                String suffix = suffix(level, component);
                endings.forEach(ending -> longer.add(ending + suffix));
            }
            endings = longer;
        }
        return endings.stream().map(ending -> name + ending).toList();
    }

    /// Finds the field among the variables of its entity.
    ///
    /// Upper and lower case are the same, and so are `ZX` and `ZC`, which one version of the reference library wrote by
    /// mistake.
    ///
    /// @param variableNames the names of the variables, in the order of the file
    /// @return the 0-based position of each of [#componentNames]; none when a component is missing
    public List<Integer> componentIndexes(List<String> variableNames) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < variableNames.size(); i++) {
            known.putIfAbsent(variableNames.get(i).toLowerCase(Locale.ROOT), i);
        }
        List<Integer> indexes = new ArrayList<>();
        for (String component : componentNames()) {
            Integer index = known.get(component.toLowerCase(Locale.ROOT));
            if (index == null) {
                String misspelt = name + component.substring(name.length()).replaceFirst("ZX", "ZC");
                index = known.get(misspelt.toLowerCase(Locale.ROOT));
            }
            if (index == null) {
                return List.of();
            }
            indexes.add(index);
        }
        return List.copyOf(indexes);
    }

    private boolean tellsComponents() {
        long total = 1;
        long longest = name.length();
        for (Level level : levels) {
            long count = level.cardinality().orElse(0);
            if (count > MAX_COMPONENTS || !tellsSuffixes(level)) {
                return false;
            }
            total = Math.min(total * count, MAX_COMPONENTS + 1);
            longest += 1 + IntStream.range(0, (int) count).map(i -> suffix(level, i).length()).max().orElse(0);
        }
        return total <= MAX_COMPONENTS && total * longest <= MAX_LETTERS;
    }

    private boolean tellsSuffixes(Level level) {
        return switch (level.type()) {
            case INVALID -> false;
            case USER_DEFINED -> suffices.size() == level.cardinality().orElse(0);
            default -> true;
        };
    }

    private String suffix(Level level, int component) {
        return level.type() == FieldType.SCALAR ? "" : level.separator() + switch (level.type()) {
            case USER_DEFINED -> suffices.get(component);
            case SEQUENCE -> padded(component + 1L, level);
            case BASIS, QUADRATURE -> padded(component, level);
            default -> level.type().suffixes().get(component);
        };
    }

    /// Numbers are as wide as the number of components.
    private static String padded(long number, Level level) {
        String digits = Long.toString(number);
        return "0".repeat(Long.toString(level.cardinality().orElse(0)).length() - digits.length()) + digits;
    }
}
