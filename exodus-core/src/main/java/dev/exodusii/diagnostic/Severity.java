package dev.exodusii.diagnostic;

/// How much a [Finding] matters to somebody who wants the numbers.
public enum Severity {
    /// Unusual but harmless: every value is there and right.
    INFO,
    /// Something is missing, contradictory or was worked round; what is handed out is right.
    WARNING,
    /// Data is lost or unusable; access to it is refused.
    ERROR
}
