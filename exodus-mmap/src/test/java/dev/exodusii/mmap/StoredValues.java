package dev.exodusii.mmap;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over values as big-endian bytes, the first dimension slowest and records one after another.
final class StoredValues {

    private StoredValues() {}

    /// Takes the bytes as they lie in the file.
    static String sha256(ArrayView values) {
        MessageDigest digest = digest();
        addBytes(values, digest);
        return hex(digest);
    }

    private static void addBytes(ArrayView values, MessageDigest digest) {
        if (values.rawSegment().isPresent()) {
            digest.update(values.rawSegment().get().toArray(ValueLayout.JAVA_BYTE));
        } else {
            for (long i = 0; i < values.length(0); i++) {
                addBytes(values.select(0, i), digest);
            }
        }
    }

    /// Takes each value as a view hands it out and brings it back into its stored form; text has none but its bytes.
    static String sha256OfDecoded(ArrayView values) {
        MessageDigest digest = digest();
        addDecoded(values, digest);
        return hex(digest);
    }

    private static void addDecoded(ArrayView values, MessageDigest digest) {
        if (values.type() == ElementType.CHAR) {
            addBytes(values, digest);
        } else if (!values.isContiguous()) {
            for (long i = 0; i < values.length(0); i++) {
                addDecoded(values.select(0, i), digest);
            }
        } else if (values.type().isReal()) {
            addReals(values.reals(), digest);
        } else {
            addIntegers(values.integers(), digest);
        }
    }

    private static void addReals(RealView reals, MessageDigest digest) {
        for (long i = 0; i < reals.size(); i++) {
            add(reals.type() == ElementType.FLOAT ? Float.floatToRawIntBits(reals.getFloat(i))
                    : Double.doubleToRawLongBits(reals.get(i)), reals.type(), digest);
        }
    }

    private static void addIntegers(IntegerView integers, MessageDigest digest) {
        for (long i = 0; i < integers.size(); i++) {
            add(integers.get(i), integers.type(), digest);
        }
    }

    private static void add(long bits, ElementType type, MessageDigest digest) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(bits).array();
        digest.update(all, Long.BYTES - type.byteSize(), type.byteSize());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
