package dev.exodusii.cli.checksum;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// The SHA-256 of all values of one variable: their bytes as they are stored, big-endian, in C order, records joined in
/// order and without padding. It does not depend on the version of the container nor on where the values lie.
///
/// @param variable the variable
/// @param sha256   64 hexadecimal digits, or nothing when the file does not hold all the values
/// @param damage   why there is no digest, empty when there is one
public record VariableDigest(Variable variable, Optional<String> sha256, String damage) {

    /// Slices of a mapping small enough for a `ByteBuffer`, and for the processor's caches.
    private static final long SLICE = 1 << 20;

    /// Computes the digests of all variables, several at a time.
    ///
    /// @param file  the open file
    /// @param bytes is told of bytes that have been read since it was told last; called from several threads
    /// @return one digest for each variable, in the order of the file
    public static List<VariableDigest> ofAll(NetcdfFile file, LongConsumer bytes) {
        return file.variables().parallelStream().map(variable -> of(variable, bytes)).toList();
    }

    private static VariableDigest of(Variable variable, LongConsumer progress) {
        try {
            MessageDigest digest = newDigest();
            feed(digest, variable.view(), progress);
            return new VariableDigest(variable, Optional.of(HexFormat.of().formatHex(digest.digest())), "");
        } catch (DamagedDataException e) {
            return new VariableDigest(variable, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /// Values that do not lie in one piece are those of a record variable; those of one record do.
    private static void feed(MessageDigest digest, ArrayView values, LongConsumer progress) {
        Optional<MemorySegment> whole = values.rawSegment();
        if (whole.isPresent()) {
            feed(digest, whole.get(), progress);
            return;
        }
        for (long record = 0; record < values.length(0); record++) {
            feed(digest, values.select(0, record).rawSegment().orElseThrow(), progress);
        }
    }

    private static void feed(MessageDigest digest, MemorySegment bytes, LongConsumer progress) {
        for (long at = 0; at < bytes.byteSize(); at += SLICE) {
            long length = Math.min(SLICE, bytes.byteSize() - at);
            digest.update(bytes.asSlice(at, length).asByteBuffer());
            progress.accept(length);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /// Returns type, name and shape, such as `double coordx[1025]`.
    public String describe() {
        long[] shape = variable.shape();
        return variable.type().label() + " " + variable.name() + (shape.length == 0 ? ""
                : Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]")));
    }
}
