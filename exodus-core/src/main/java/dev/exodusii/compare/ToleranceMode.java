package dev.exodusii.compare;

/// How the distance between two values is measured.
public enum ToleranceMode {
    /// `|a - b| / max(|a|, |b|)`.
    RELATIVE("relative", "rel"),
    /// `|a - b|`.
    ABSOLUTE("absolute", "abs"),
    /// `|a - b| / max(1, |a|, |b|)`.
    COMBINED("combined", "com"),
    /// How many 32-bit numbers lie between, after both were cut to 32 bits.
    ULPS_FLOAT("ulps_float", "upf"),
    /// How many 64-bit numbers lie between.
    ULPS_DOUBLE("ulps_double", "upd"),
    /// Relative, without regard to signs.
    EIGEN_RELATIVE("eigenrel", "ere"),
    /// Absolute, without regard to signs.
    EIGEN_ABSOLUTE("eigenabs", "eab"),
    /// Combined, without regard to signs.
    EIGEN_COMBINED("eigencom", "eco"),
    /// Not at all: all numbers are as good as equal.
    IGNORE("ignore", "ign");

    private final String word;
    private final String abbreviation;

    ToleranceMode(String word, String abbreviation) {
        this.word = word;
        this.abbreviation = abbreviation;
    }

    /// Returns the word for it in a table of tolerances.
    public String word() {
        return word;
    }

    /// Returns three letters for it.
    public String abbreviation() {
        return abbreviation;
    }

    /// Tells whether signs do not count.
    boolean isUnsigned() {
        return this == EIGEN_RELATIVE || this == EIGEN_ABSOLUTE || this == EIGEN_COMBINED;
    }
}
