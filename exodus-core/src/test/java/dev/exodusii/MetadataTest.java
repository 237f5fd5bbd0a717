package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.netcdf.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

    @ParameterizedTest
    @ValueSource(strings = {"_FillValue", "_id", "_type", "_name", "_typename", "elem_type", "entity_type1",
            "entity_type2", "Field@disp@type", "Basis@b@cardinality", "Quad@q@weight"})
    void bookkeepingOfAnEntityIsHidden(String name) {
        assertEquals(List.of(), names(Metadata.ofUser(attributes(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Units", "title", "version", "bex_elem_degrees", "Fields", "a_id", "MyField@x@type"})
    void anythingElseOnAnEntityIsTheUsers(String name) {
        assertEquals(List.of(name), names(Metadata.ofUser(attributes(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_version", "api version", "version", "floating_point_word_size",
            "floating point word size", "file_size", "maximum_name_length", "int64_status", "title",
            "last_written_time", "processor_info", "nemesis_file_version", "nemesis_api_version", "_x",
            "Field@disp@type", "Basis@b@cardinality", "Quad@q@weight"})
    void bookkeepingOfTheFileIsHidden(String name) {
        assertEquals(List.of(), names(Metadata.ofFile(attributes(name))));
    }

    @Test
    void attributesOfTheFileKeepTheirOrder() {
        assertEquals(List.of("SOLID_MODEL", "Title", "a"),
                names(Metadata.ofFile(attributes("SOLID_MODEL", "version", "Title", "a"))));
    }

    private static List<Attribute> attributes(String... names) {
        SmallFile file = new SmallFile();
        for (String name : names) {
            file.attribute(name, new int[] {1});
        }
        return file.open().attributes();
    }

    private static List<String> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).toList();
    }
}
