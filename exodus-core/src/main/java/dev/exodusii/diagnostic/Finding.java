package dev.exodusii.diagnostic;

/// Something odd or damaged in a file that did not stop it from being opened.
///
/// @param severity how much it matters
/// @param code     what kind of trouble it is; stable, for programs
/// @param place    where it is, in the words of the file: a variable, dimension or attribute name, or `"header"`
/// @param message  one sentence for a person: what was found, what the rule is, what was done about it
public record Finding(Severity severity, FindingCode code, String place, String message) {

    @Override
    public String toString() {
        return severity.name().toLowerCase(java.util.Locale.ROOT) + ": " + place + ": " + message;
    }
}
