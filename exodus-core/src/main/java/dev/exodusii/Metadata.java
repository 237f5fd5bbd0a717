package dev.exodusii;

import dev.exodusii.netcdf.Attribute;
import java.util.List;
import java.util.Set;

/// Tells attributes that users hang on things from those by which the format keeps its books.
final class Metadata {

    static final String FIELD_PREFIX = "Field@";
    static final String BASIS_PREFIX = "Basis@";
    static final String QUADRATURE_PREFIX = "Quad@";

    /// Bookkeeping on blocks and sets. The degrees of Bezier elements are not in the list: nothing else hands them out.
    private static final Set<String> OF_ENTITIES = Set.of("elem_type", "entity_type1", "entity_type2");

    private static final Set<String> OF_FILE = Set.of("api_version", "api version", "version",
            "floating_point_word_size", "floating point word size", "file_size", "maximum_name_length", "int64_status",
            "title", "last_written_time", "processor_info", "nemesis_file_version", "nemesis_api_version");

    private Metadata() {}

    /// Keeps the user's own attributes of an entity (`exodus-format` §2.14).
    static List<Attribute> ofUser(List<Attribute> attributes) {
        return attributes.stream().filter(attribute -> !isBookkeeping(attribute.name())).toList();
    }

    /// Keeps the user's own attributes of the file as a whole (`exodus-format` §2.2, §2.14).
    static List<Attribute> ofFile(List<Attribute> globalAttributes) {
        return ofUser(globalAttributes).stream().filter(attribute -> !OF_FILE.contains(attribute.name())).toList();
    }

    private static boolean isBookkeeping(String name) {
        return name.startsWith("_") || OF_ENTITIES.contains(name) || name.startsWith(FIELD_PREFIX)
                || name.startsWith(BASIS_PREFIX) || name.startsWith(QUADRATURE_PREFIX);
    }
}
