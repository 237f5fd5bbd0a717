package dev.exodusii.statistics;

import dev.exodusii.EntityKind;
import dev.exodusii.view.MinMax;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Ranges as bytes, with the identity of the file that they belong to.
///
/// All numbers are big-endian; a text is its length in bytes in two bytes and its characters in modified UTF-8.
///
/// ```text
/// "EXORANGE"  version:int = 1
/// bytes:long  modified:long  steps:long  header:text  times:text          see FileIdentity
/// quantities:int, and for each
///     kind:int  entity:int  names:int  name:text...                       see Quantity
///     steps:int, and for each, ascending
///         step:long  min:double  max:double  minIndex:long  maxIndex:long  count:long  nans:long  infinites:long
/// SHA-256 of all before: 32 bytes
/// ```
///
/// What is read is not trusted: a wrong checksum, a length beyond the end, a step that the file does not have, all of that
/// makes it damaged as a whole.
public final class RangeCodec {

    /// What [DataOutputStream#writeUTF] surely takes: up to three bytes for each letter, 65,535 together.
    private static final int MOST_LETTERS = 0xFFFF / 3;
    private static final byte[] MAGIC = {'E', 'X', 'O', 'R', 'A', 'N', 'G', 'E'};
    private static final int VERSION = 1;
    private static final int CHECKSUM = 32;
    private static final int ENTRY_BYTES = 64;
    private static final int QUANTITY_BYTES = 18;

    private RangeCodec() {}

    /// What became of bytes.
    public enum Reading {
        /// They were read.
        READ,
        /// They are of a later version of this library, or of another program.
        OTHER_VERSION,
        /// They are not what they were when they were written.
        DAMAGED
    }

    /// What bytes came to.
    ///
    /// @param reading  whether they were read
    /// @param identity of the file that the ranges belong to, if they were
    /// @param table    the ranges, if they were
    public record Decoded(Reading reading, Optional<FileIdentity> identity, Optional<RangeTable> table) {

        private static Decoded not(Reading reading) {
            return new Decoded(reading, Optional.empty(), Optional.empty());
        }
    }

    /// Writes ranges as bytes. Those of variables with names of more than 21,845 letters are left out.
    ///
    /// @param identity of the file that they belong to
    /// @param table    the ranges
    /// @return the bytes
    public static byte[] encode(FileIdentity identity, RangeTable table) {
        List<Quantity> kept = table.sorted().stream()
                .filter(quantity -> quantity.names().stream().allMatch(name -> name.length() <= MOST_LETTERS)).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(identity.bytes());
            out.writeLong(identity.modified());
            out.writeLong(identity.steps());
            out.writeUTF(identity.header());
            out.writeUTF(identity.times());
            out.writeInt(kept.size());
            for (Quantity quantity : kept) {
                out.writeInt(quantity.kind().code());
                out.writeInt(quantity.entity());
                out.writeInt(quantity.names().size());
                for (String name : quantity.names()) {
                    out.writeUTF(name);
                }
                steps(out, table.ranges().getOrDefault(quantity, new TreeMap<>()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        bytes.writeBytes(checksum(bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private static void steps(DataOutputStream out, SortedMap<Long, MinMax> steps) throws IOException {
        out.writeInt(steps.size());
        for (Map.Entry<Long, MinMax> entry : steps.entrySet()) {
            MinMax range = entry.getValue();
            out.writeLong(entry.getKey());
            out.writeDouble(range.min());
            out.writeDouble(range.max());
            out.writeLong(range.minIndex());
            out.writeLong(range.maxIndex());
            out.writeLong(range.count());
            out.writeLong(range.nans());
            out.writeLong(range.infinites());
        }
    }

    /// Reads ranges from bytes.
    ///
    /// @param bytes what was written once, or anything else
    /// @return what they came to
    public static Decoded decode(byte[] bytes) {
        int content = bytes.length - CHECKSUM;
        if (content < MAGIC.length + Integer.BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            return Decoded.not(Reading.DAMAGED);
        }
        boolean isWhole = Arrays.equals(checksum(Arrays.copyOf(bytes, content)),
                Arrays.copyOfRange(bytes, content, bytes.length));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, MAGIC.length,
                content - MAGIC.length))) {
            int version = in.readInt();
            if (!isWhole || version != VERSION) {
                return Decoded.not(version == VERSION ? Reading.DAMAGED : Reading.OTHER_VERSION);
            }
            FileIdentity identity = new FileIdentity(in.readLong(), in.readLong(), in.readLong(), in.readUTF(), in.readUTF());
            RangeTable table = table(in, identity.steps());
            return in.available() > 0 ? Decoded.not(Reading.DAMAGED)
                    : new Decoded(Reading.READ, Optional.of(identity), Optional.of(table));
        } catch (IOException | IllegalArgumentException damage) {
            return Decoded.not(Reading.DAMAGED);
        }
    }

    private static RangeTable table(DataInputStream in, long steps) throws IOException {
        Map<Quantity, SortedMap<Long, MinMax>> ranges = new LinkedHashMap<>();
        int quantities = count(in, QUANTITY_BYTES);
        for (int i = 0; i < quantities; i++) {
            EntityKind kind = kind(in.readInt());
            int entity = in.readInt();
            int names = count(in, Short.BYTES);
            List<String> list = new ArrayList<>();
            for (int name = 0; name < names; name++) {
                list.add(in.readUTF());
            }
            ranges.put(new Quantity(kind, list, entity), steps(in, steps));
        }
        return new RangeTable(ranges);
    }

    private static EntityKind kind(int code) {
        return Arrays.stream(EntityKind.values()).filter(kind -> kind.code() == code).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind has code " + code));
    }

    private static SortedMap<Long, MinMax> steps(DataInputStream in, long steps) throws IOException {
        SortedMap<Long, MinMax> ranges = new TreeMap<>();
        int count = count(in, ENTRY_BYTES);
        long last = -1;
        for (int i = 0; i < count; i++) {
            long step = in.readLong();
            if (step <= last || step >= steps) {
                throw new IllegalArgumentException("step " + step + " after " + last + " of " + steps);
            }
            last = step;
            ranges.put(step, new MinMax(in.readDouble(), in.readDouble(), in.readLong(), in.readLong(), in.readLong(),
                    in.readLong(), in.readLong()));
        }
        return ranges;
    }

    /// Reads how many things follow; no more than there is room for.
    private static int count(DataInputStream in, int bytesEach) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available() / bytesEach) {
            throw new IllegalArgumentException(count + " entries of " + bytesEach + " bytes in " + in.available());
        }
        return count;
    }

    private static byte[] checksum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
