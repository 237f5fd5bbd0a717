package dev.exodusii.diagnostic;

import java.util.List;
import java.util.Locale;

/// Something odd or damaged in a file that did not stop it from being opened.
///
/// @param severity how much it matters
/// @param code     what kind of trouble it is; stable, for programs
/// @param place    where it is, in the words of the file: a variable, dimension or attribute name, or `"header"`
/// @param message  for a person: what was found, what the rule is, what was done about it
/// @param count    how many times it was found there
/// @param examples the first of them in words, where there is more to tell than the place
public record Finding(Severity severity, FindingCode code, String place, String message, long count,
        List<String> examples) {

    private static final int MOST_EXAMPLES = 8;
    private static final int MOST_LETTERS = 400;

    /// Makes the record; the list is copied.
    public Finding {
        examples = List.copyOf(examples);
    }

    /// Makes a finding that needs no examples.
    ///
    /// @param severity how much it matters
    /// @param code     what kind of trouble it is
    /// @param place    where it is
    /// @param message  what is wrong
    public Finding(Severity severity, FindingCode code, String place, String message) {
        this(severity, code, place, message, 1, List.of());
    }

    /// Makes a finding of all the places where something was found, of which only the first are kept.
    ///
    /// @param severity how much it matters
    /// @param code     what kind of trouble it is
    /// @param place    where it is
    /// @param message  what is wrong
    /// @param all      all that were found, in words; very long ones are cut
    /// @return the finding
    public static Finding of(Severity severity, FindingCode code, String place, String message, List<String> all) {
        return new Finding(severity, code, place, message, all.size(),
                all.stream().limit(MOST_EXAMPLES).map(Finding::shortened).toList());
    }

    /// Names may be as long as a file likes; a sentence may not.
    private static String shortened(String example) {
        return example.length() <= MOST_LETTERS ? example : example.substring(0, MOST_LETTERS - 3) + "...";
    }

    /// Returns the message with its examples: one sentence.
    public String text() {
        if (examples.isEmpty()) {
            return message;
        }
        return message + ": " + String.join(", ", examples)
                + (count > examples.size() ? " ... (" + count + " in all)" : "");
    }

    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + ": " + place + ": " + text();
    }
}
