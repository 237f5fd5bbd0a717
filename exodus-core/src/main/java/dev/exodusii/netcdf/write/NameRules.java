package dev.exodusii.netcdf.write;

import dev.exodusii.diagnostic.Quoted;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// What netCDF allows as the name of a dimension, variable or attribute (`exodus-format` §1.8).
final class NameRules {

    private static final int MAX_BYTES = 256;
    private static final int DELETE = 0x7F;

    private NameRules() {}

    /// Checks a name and returns it in the normal form (NFC) in which netCDF stores it.
    ///
    /// @throws IllegalArgumentException when netCDF would refuse the name
    static String checked(String kind, String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of the " + kind + " is empty");
        }
        String normal = normal(name);
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (c < ' ' || c == '/' || c == DELETE) {
                throw illegal(kind, name, "may hold neither slashes nor control characters");
            }
        }
        char first = normal.charAt(0);
        if (first < DELETE && !Character.isLetterOrDigit(first) && first != '_') {
            throw illegal(kind, name, "must begin with a letter, a digit or an underscore");
        }
        if (normal.endsWith(" ")) {
            throw illegal(kind, name, "may not end with a blank");
        }
        int bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(normal)).remaining();
        } catch (CharacterCodingException unpaired) {
            throw illegal(kind, name, "is no sound text: half of a surrogate pair is missing", unpaired);
        }
        if (bytes > MAX_BYTES) {
            throw illegal(kind, name, "has " + bytes + " bytes in UTF-8, more than the " + MAX_BYTES
                    + " that netCDF allows");
        }
        return normal;
    }

    /// Returns a name in the form in which it is stored and found.
    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static IllegalArgumentException illegal(String kind, String name, String rule) {
        return new IllegalArgumentException("the name of the " + kind + " " + Quoted.text(name) + " " + rule);
    }

    private static IllegalArgumentException illegal(String kind, String name, String rule, Exception cause) {
        return new IllegalArgumentException("the name of the " + kind + " " + Quoted.text(name) + " " + rule, cause);
    }
}
