package dev.exodusii.netcdf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The rules for names of dimensions, variables and attributes (`exodus-format` §1.8).
final class Names {

    private static final int MAX_QUOTED = 80;

    private Names() {}

    /// Decodes as UTF-8 or, where that is impossible, as ISO-8859-1, which never fails.
    static String decode(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /// Tells what is odd about a name, if anything.
    static Optional<String> oddity(String name) {
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("contains control characters");
        }
        if (name.indexOf('/') >= 0) {
            return Optional.of("contains a slash");
        }
        return name.charAt(name.length() - 1) == ' ' ? Optional.of("ends with a blank") : Optional.empty();
    }

    /// Puts text of the file into a message: quoted, shortened, and with nothing in it that could upset a terminal.
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().limit(MAX_QUOTED).forEach(c -> {
            if (Character.isISOControl(c)) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append(text.codePointCount(0, text.length()) > MAX_QUOTED ? "...'" : "'").toString();
    }
}
