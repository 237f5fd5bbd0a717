package dev.exodusii.cli.info;

import dev.exodusii.FieldMetadata;
import dev.exodusii.cli.json.Json;
import java.util.List;

/// How scalar variables make up fields, in the words of the writer.
final class FieldsJson {

    private FieldsJson() {}

    static void write(Json json, String name, List<FieldMetadata> fields) {
        json.objects(name, fields, field -> json.field("name", field.name())
                .objects("levels", field.levels(), level -> json.field("type", level.type().name())
                        .nonEmpty("typeName", level.typeName()).field("separator", level.separator())
                        .field("cardinality", level.cardinality()))
                .texts("suffices", field.suffices()).texts("components", field.componentNames()));
    }
}
