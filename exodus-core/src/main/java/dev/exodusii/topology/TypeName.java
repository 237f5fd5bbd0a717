package dev.exodusii.topology;

import java.util.Optional;

/// An element type's text taken apart: `hex20` is the word `hex` and the count 20.
///
/// Digits for the dimension of space are dropped: the count of `edge2d3` is 3, that of `solid_hex_8_3d` is 8.
///
/// @param word  what is left, in lower case
/// @param count the number of nodes that the text gives, if it gives one; a count that is out of all reason is
///              [Long#MAX_VALUE]
record TypeName(String word, Optional<Long> count) {

    /// Takes a text in lower case with underscores for blanks apart.
    static TypeName of(String type) {
        int end = endsWithSpace(type, type.length()) && type.charAt(type.length() - 3) == '_'
                ? type.length() - 3
                : type.length();
        int digits = end;
        while (digits > 0 && isDigit(type.charAt(digits - 1))) {
            digits--;
        }
        int wordEnd = endsWithSpace(type, digits) ? digits - 2 : digits;
        while (wordEnd > 0 && (type.charAt(wordEnd - 1) == '_' || type.charAt(wordEnd - 1) == '-')) {
            wordEnd--;
        }
        return new TypeName(type.substring(0, wordEnd), number(type.substring(digits, end)));
    }

    /// Whether `2d` or the like ends there, with something before it.
    private static boolean endsWithSpace(String type, int end) {
        return end > 2 && type.charAt(end - 1) == 'd' && "123".indexOf(type.charAt(end - 2)) >= 0;
    }

    private static Optional<Long> number(String digits) {
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
