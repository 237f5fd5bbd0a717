package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

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

    /// Copies bytes that are looked at once into memory of the caller, where their holder can do so faster than the caller
    /// could look at them in their place: of a mapped file, each page that a process touches for the first time has to be
    /// put into its tables, and taken out again in the end, which takes longer than to copy it. Waits for the bytes.
    ///
    /// @param offset      the byte offset in the file
    /// @param destination filled as a whole; what is in it afterwards means nothing where nothing was fetched
    /// @return whether the bytes are there; otherwise they are to be read in their place, as they are always here
    default boolean fetch(long offset, MemorySegment destination) {
        return false;
    }
}
