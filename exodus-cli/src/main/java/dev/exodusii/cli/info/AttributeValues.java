package dev.exodusii.cli.info;

import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerView;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What attributes say, for people and for programs.
public final class AttributeValues {

    private AttributeValues() {}

    /// Writes attributes as a list of objects with `name`, `type` and `value`: a text or a list of numbers.
    static void write(Json json, String field, List<Attribute> attributes) {
        json.objects(field, attributes, attribute -> {
            json.field("name", attribute.name()).field("type", attribute.type().label());
            if (attribute.isText()) {
                json.field("value", attribute.text().orElse(""));
            } else if (attribute.type().isReal()) {
                json.reals("value", attribute.values().reals().stream());
            } else {
                json.numbers("value", integers(attribute));
            }
        });
    }

    /// Returns name and value in one line, such as `density = 2.7`.
    ///
    /// @param attribute the attribute
    /// @return the line
    public static String describe(Attribute attribute) {
        String value;
        if (attribute.isText()) {
            value = "\"" + attribute.text().orElse("") + "\"";
        } else if (attribute.type().isReal()) {
            boolean isShort = attribute.type() == ElementType.FLOAT;
            value = attribute.values().reals().stream().boxed()
                    .map(real -> isShort ? Numbers.real(real.floatValue()) : Numbers.real(real.doubleValue()))
                    .collect(Collectors.joining(", "));
        } else {
            value = integers(attribute).collect(Collectors.joining(", "));
        }
        return attribute.name() + " = " + value;
    }

    private static Stream<String> integers(Attribute attribute) {
        IntegerView values = attribute.values().integers();
        return values.stream().mapToObj(value -> attribute.type() == ElementType.UINT64 ? Long.toUnsignedString(value)
                : Long.toString(value));
    }
}
