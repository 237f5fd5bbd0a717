package dev.exodusii.mmap.corpus;

import dev.exodusii.view.ArrayView;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 that takes values in the form in which the oracles hash them.
final class Sha256 {

    private static final int CHUNK = 1 << 13;

    private final MessageDigest digest;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);

    Sha256() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String ofBytes(byte[] bytes) {
        Sha256 sha = new Sha256();
        sha.addBytes(bytes);
        return sha.hex();
    }

    /// Returns the hash of all values as they are stored, big-endian, the first dimension slowest.
    static String ofStored(ArrayView values) {
        Sha256 sha = new Sha256();
        sha.addStored(values);
        return sha.hex();
    }

    void addStored(ArrayView values) {
        flush();
        values.rawSegment().ifPresentOrElse(bytes -> digest.update(bytes.asByteBuffer()), () -> {
            for (long i = 0; i < values.length(0); i++) {
                addStored(values.select(0, i));
            }
        });
    }

    void addBytes(byte[] bytes) {
        flush();
        digest.update(bytes);
    }

    /// Adds a number as 64 bits, big-endian.
    void add(long value) {
        if (chunk.remaining() < Long.BYTES) {
            flush();
        }
        chunk.putLong(value);
    }

    /// Adds a number as binary64, big-endian; every NaN as the same one.
    void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    private void flush() {
        digest.update(chunk.flip());
        chunk.clear();
    }

    /// Returns the hash as hexadecimal digits; nothing can be added afterwards.
    String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }
}
