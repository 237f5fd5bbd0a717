package dev.exodusii.fuzz;

/// How much an operation may allocate: a fixed part, and so many bytes for each byte of the file.
///
/// @param fixed   bytes that any operation may take
/// @param perByte bytes for each byte of the file
record Bound(long fixed, long perByte) {

    /// What opening and asking the model may take.
    static final Bound MODEL = new Bound(16L << 20, 4);

    /// What is made of the whole mesh, such as a surface or a search tree, may take: in a file of the most economic kind,
    /// a face of a solid takes 8 bytes of connectivity, and 60 bytes while faces are looked for.
    static final Bound DERIVED = new Bound(16L << 20, 64);

    long of(long fileBytes) {
        return fixed + perByte * fileBytes;
    }
}
