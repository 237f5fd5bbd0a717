package dev.exodusii;

/// Which integers the file says it keeps in 64 bits. Views follow what is stored, not this.
///
/// @param bits the stored value (`exodus-format` §2.2)
public record Int64Status(int bits) {

    /// Tells whether id maps and numbered maps are declared to be 64-bit.
    public boolean maps() {
        return (bits & 0x0400) != 0;
    }

    /// Tells whether entity ids are declared to be 64-bit.
    public boolean ids() {
        return (bits & 0x0800) != 0;
    }

    /// Tells whether connectivity and set entries are declared to be 64-bit.
    public boolean bulk() {
        return (bits & 0x1000) != 0;
    }
}
