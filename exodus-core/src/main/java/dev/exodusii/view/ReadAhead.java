package dev.exodusii.view;

/// Is told which bytes of a file will be read soon, so that whoever holds them can fetch them meanwhile.
///
/// A hint: reading gives the same values without it, only later, where the bytes are still on a disk. A mapped file
/// fetches one page after the other as they are touched, and each waits for the disk; what was announced is fetched all
/// at once. Implementations must be safe for use by many threads and must not wait for the bytes.
@FunctionalInterface
public interface ReadAhead {

    /// Does nothing, as for bytes that are in memory already.
    ReadAhead NONE = (offset, bytes) -> {};

    /// Announces a range of bytes.
    ///
    /// @param offset the byte offset in the file
    /// @param bytes  how many bytes; what lies outside the file is passed over
    void willRead(long offset, long bytes);
}
