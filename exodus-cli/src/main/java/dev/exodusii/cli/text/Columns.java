package dev.exodusii.cli.text;

/// How wide text is on a terminal: most characters take one column, those of East Asian scripts and pictures two, and
/// accents that combine with the letter before them none.
public final class Columns {

    private Columns() {}

    /// Returns how many columns a text takes.
    ///
    /// @param text the text
    /// @return its width
    public static int of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x300) {
                return text.codePoints().map(Columns::of).sum();
            }
        }
        return text.length();
    }

    /// Returns as many characters from the start as fit.
    ///
    /// @param text    the text
    /// @param columns how wide it may be
    /// @return its start
    public static String start(String text, int columns) {
        int end = 0;
        int left = columns;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            left -= of(c);
            if (left < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean isWide = c >= 0x1100 && (c <= 0x115F // Hangul
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F // CJK, kana, Yi
                || c >= 0xAC00 && c <= 0xD7A3 // Hangul
                || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F // CJK
                || c >= 0xFF00 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6 // full width
                || c >= 0x1F300 && c <= 0x1F64F || c >= 0x1F900 && c <= 0x1F9FF // pictures
                || c >= 0x20000 && c <= 0x3FFFD);
        return isWide ? 2 : 1;
    }
}
