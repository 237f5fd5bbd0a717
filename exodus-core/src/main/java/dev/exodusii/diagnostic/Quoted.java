package dev.exodusii.diagnostic;

/// Puts text of a file into a message.
public final class Quoted {

    private static final int MAX_QUOTED = 80;

    private Quoted() {}

    /// Returns text quoted, shortened, and with nothing in it that could upset a terminal.
    ///
    /// @param text any text
    /// @return the text in single quotes, control characters as `\\u001b`
    public static String text(String text) {
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
