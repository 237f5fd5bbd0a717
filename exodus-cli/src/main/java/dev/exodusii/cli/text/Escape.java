package dev.exodusii.cli.text;

/// Makes text from a file or from the command line safe to print.
///
/// Names and titles come from strangers: an escape sequence in one could recolour the screen, retitle the window or
/// type into the terminal, and a change of direction could make one name look like another.
public final class Escape {

    private static final int DELETE = 0x7F;

    private Escape() {}

    /// Replaces everything that is not a printable character by an escape such as `\n` or `\u001b`. Letters of all
    /// alphabets stay.
    ///
    /// @param text any text
    /// @return one line that moves no cursor and sends no command
    public static String printable(String text) {
        if (isPlain(text) || text.codePoints().allMatch(Escape::isPrintable)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append(escape(c));
            }
        });
        return safe.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    /// Tells whether a character may be sent to a terminal as it is. Unassigned and private characters may not: what a
    /// font makes of them is unknown.
    ///
    /// @param codePoint a Unicode code point
    /// @return whether it takes part in visible text and does nothing else
    public static boolean isPrintable(int codePoint) {
        if (codePoint >= ' ' && codePoint < DELETE) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                String digits = Integer.toHexString(codePoint);
                yield codePoint > 0xFFFF ? "\\u{" + digits + "}" : "\\u" + "0".repeat(4 - digits.length()) + digits;
            }
        };
    }
}
