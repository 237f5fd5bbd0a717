package dev.exodusii;

/// A version of the format or of the library that wrote a file. Files store it as one real number, in which 8.03 means
/// major 8, minor 3, and 7.1 means 7.10 (`exodus-format` §2.2).
///
/// @param major the part before the point
/// @param minor the part behind it, 0 to 99
public record ExodusVersion(int major, int minor) implements Comparable<ExodusVersion> {

    static ExodusVersion of(double stored) {
        long hundredths = Math.round(Math.clamp(stored, 0, 1e6) * 100);
        return new ExodusVersion((int) (hundredths / 100), (int) (hundredths % 100));
    }

    @Override
    public int compareTo(ExodusVersion other) {
        return Integer.compare(major * 100 + minor, other.major * 100 + other.minor);
    }

    /// Returns the usual spelling, such as `8.03`.
    @Override
    public String toString() {
        return major + "." + (minor < 10 ? "0" : "") + minor;
    }
}
