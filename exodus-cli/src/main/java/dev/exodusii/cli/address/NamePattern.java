package dev.exodusii.cli.address;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A pattern for names: a glob such as `stress_*`, or a regular expression between slashes such as `/stress_(xx|yy)/`.
public final class NamePattern {

    private NamePattern() {}

    /// Tells whether a text is a pattern, and not just a name.
    ///
    /// @param text what the user typed
    /// @return whether it has wildcards or stands between slashes
    public static boolean isPattern(String text) {
        return isRegex(text) || text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }

    private static boolean isRegex(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    /// Makes a test for names: of the whole name for a glob, of any part of it for a regular expression.
    ///
    /// @param text the pattern
    /// @return the test
    /// @throws AbsentException when the pattern makes no sense
    public static Predicate<String> of(String text) {
        try {
            return isRegex(text) ? Pattern.compile(text.substring(1, text.length() - 1)).asPredicate()
                    : Pattern.compile(glob(text), Pattern.DOTALL).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            throw AbsentException.syntax("the pattern '" + text + "' makes no sense: " + e.getDescription(),
                    "globs have *, ?, [a-z] and {one,other}; regular expressions stand between slashes");
        }
    }

    private static String glob(String text) {
        StringBuilder regex = new StringBuilder();
        boolean isInClass = false;
        int braces = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInClass) {
                isInClass = c != ']';
                regex.append(c == '\\' || c == '[' ? "\\" + c
                        : c == '!' && text.charAt(i - 1) == '[' ? "^" : String.valueOf(c));
                continue;
            }
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[' -> {
                    isInClass = true;
                    regex.append('[');
                }
                case '{' -> {
                    braces++;
                    regex.append("(?:");
                }
                case '}' -> regex.append(braces-- > 0 ? ")" : "\\}");
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
