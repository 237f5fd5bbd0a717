package dev.exodusii.write;

import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.view.ElementType;
import java.nio.charset.StandardCharsets;

/// Attributes of text as the reference library stores them: with the NUL that ends it.
final class StoredText {

    private StoredText() {}

    static AttributeDefinition attribute(String name, String text) {
        return AttributeDefinition.bytes(name, ElementType.CHAR, (text + '\0').getBytes(StandardCharsets.UTF_8));
    }

    /// What is in a list of names where nobody has put one.
    static AttributeDefinition emptyFill() {
        return AttributeDefinition.bytes("_FillValue", ElementType.CHAR, (byte) 0);
    }
}
