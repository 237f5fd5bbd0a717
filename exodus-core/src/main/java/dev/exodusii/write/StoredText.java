package dev.exodusii.write;

import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.ElementType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Text as the reference library stores it: attributes with the NUL that ends them, rows padded with NULs.
final class StoredText {

    private StoredText() {}

    static AttributeDefinition attribute(String name, String text) {
        return attribute(name, bytes(text));
    }

    static AttributeDefinition attribute(String name, byte[] text) {
        return AttributeDefinition.bytes(name, ElementType.CHAR, Arrays.copyOf(text, text.length + 1));
    }

    /// What is in a list of names where nobody has put one.
    static AttributeDefinition emptyFill() {
        return AttributeDefinition.bytes("_FillValue", ElementType.CHAR, (byte) 0);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Makes the bytes of all rows.
    static Values rows(List<byte[]> rows, long width) {
        byte[] all = new byte[Math.toIntExact(Math.multiplyExact(rows.size(), width))];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, all, row * (int) width, rows.get(row).length);
        }
        return Values.of(all);
    }
}
