package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The rules for names of dimensions, variables and attributes (`exodus-format` §1.8).
final class Names {

    private static final int DELETE = 0x7F;

    private Names() {}

    /// Returns how many bytes are left without the NULs at the end, which some writers count.
    static int lengthWithoutNuls(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return length;
    }

    /// Tells whether a name is as nearly all are: printable ASCII without blanks and slashes. Nothing about it is odd.
    static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b <= ' ' || b == '/' || b == DELETE) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    /// Decodes as UTF-8 or, where that is impossible, as ISO-8859-1, which never fails.
    static String decode(byte[] bytes, int length) {
        return decodeStrictly(bytes, length)
                .orElseGet(() -> new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> decodeStrictly(byte[] bytes, int length) {
        try {
            ByteBuffer stored = ByteBuffer.wrap(bytes, 0, length);
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(stored).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /// Tells what is odd about a name, if anything.
    ///
    /// @param stored the bytes of the name as they are counted
    /// @param name   what they were read as
    static Optional<String> oddity(byte[] stored, String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("contains control characters");
        }
        if (name.indexOf('/') >= 0) {
            return Optional.of("contains a slash");
        }
        if (name.charAt(name.length() - 1) == ' ') {
            return Optional.of("ends with a blank");
        }
        if (stored[stored.length - 1] == 0) {
            return Optional.of("is stored with NULs at its end, which are dropped");
        }
        return decodeStrictly(stored, stored.length).isPresent() ? Optional.empty()
                : Optional.of("is not UTF-8 and read as ISO-8859-1");
    }

    /// Puts text of the file into a message: see [Quoted].
    static String quote(String text) {
        return Quoted.text(text);
    }
}
