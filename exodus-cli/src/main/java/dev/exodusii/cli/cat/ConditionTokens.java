package dev.exodusii.cli.cat;

import dev.exodusii.cli.address.AbsentException;
import java.util.List;

/// Cuts a condition into numbers, names and signs. For one thread.
final class ConditionTokens {

    /// Longer ones first.
    private static final List<String> SIGNS = List.of("<=", ">=", "==", "!=", "<>", "&&", "||", "**", "<", ">", "=", "!",
            "(", ")", ",", "+", "-", "*", "/", "^");

    /// What a token is.
    enum Kind {
        NUMBER, NAME, QUOTED, SIGN, END
    }

    /// A piece of a condition.
    ///
    /// @param kind what it is
    /// @param text what was typed, without quotes
    record Token(Kind kind, String text) {}

    private final String text;
    private final String what;
    private final String spelling;
    private int at;

    /// @param text     what the user typed
    /// @param what     what it should be, for messages
    /// @param spelling how such a thing is spelt, for messages
    ConditionTokens(String text, String what, String spelling) {
        this.text = text;
        this.what = what;
        this.spelling = spelling;
    }

    AbsentException wrong(String why) {
        return AbsentException.syntax("'" + text.strip() + "' is no " + what + ": " + why, spelling);
    }

    /// Returns the next word, number or sign.
    ///
    /// @throws AbsentException when there is none that makes sense
    Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Kind.END, "");
        }
        char first = text.charAt(at);
        if (first == '"' || first == '`' || first == '\'') {
            int end = text.indexOf(first, at + 1);
            if (end < 0) {
                throw wrong("a closing " + first + " is missing");
            }
            String quoted = text.substring(at + 1, end);
            at = end + 1;
            return new Token(Kind.QUOTED, quoted);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Kind.SIGN, sign);
            }
        }
        int start = at;
        at = endOfNumber(start);
        if (at > start && (at == text.length() || !isPartOfName(text.charAt(at)))) {
            return new Token(Kind.NUMBER, text.substring(start, at));
        }
        at = start;
        while (at < text.length() && isPartOfName(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw wrong("'" + first + "' makes no sense");
        }
        return new Token(Kind.NAME, text.substring(start, at));
    }

    private int endOfNumber(int start) {
        int end = digits(start);
        int whole = end - start;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digits(end + 1);
            if (whole + fraction - end - 1 == 0) {
                return start;
            }
            end = fraction;
        } else if (whole == 0) {
            return start;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? end + 2 : end + 1;
            int exponent = digits(sign);
            end = exponent > sign ? exponent : end;
        }
        return end;
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c > 127 || "_.:#[]@$%~".indexOf(c) >= 0;
    }
}
