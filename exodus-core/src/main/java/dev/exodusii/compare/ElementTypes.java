package dev.exodusii.compare;

import java.util.Locale;

/// Compares names of element types: `HEX` and `hex8` are the same, `quad4` and `quad9` are not.
final class ElementTypes {

    private ElementTypes() {}

    static boolean areSame(String one, String other, boolean isFull) {
        return one.equalsIgnoreCase(other) || !isFull && areClose(one, other);
    }

    /// Digits at the end must agree as far as both names have them; of the rest, the shorter name decides.
    private static boolean areClose(String one, String other) {
        String digits1 = digits(one);
        String digits2 = digits(other);
        int common = Math.min(digits1.length(), digits2.length());
        String letters1 = one.substring(0, one.length() - digits1.length()).toUpperCase(Locale.ROOT);
        String letters2 = other.substring(0, other.length() - digits2.length()).toUpperCase(Locale.ROOT);
        return digits1.substring(digits1.length() - common).equals(digits2.substring(digits2.length() - common))
                && (letters1.startsWith(letters2) || letters2.startsWith(letters1));
    }

    private static String digits(String name) {
        int start = name.length();
        while (start > 0 && Character.isDigit(name.charAt(start - 1))) {
            start--;
        }
        return name.substring(start);
    }
}
