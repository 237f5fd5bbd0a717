package dev.exodusii.netcdf;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// All dimensions of a header, in little more room than they take in the file: it may have a million, of which most programs
/// look at ten. Those that variables have, and the first ones, are kept as objects; others are made when they are asked for.
final class DimensionList extends AbstractList<Dimension> implements RandomAccess {

    private static final int FIRST = 1 << 8;

    /// Those of all but the first ones, one after the other in UTF-8.
    private final byte[] names;
    /// Where in `names` each of them ends.
    private final int[] ends;
    private final long[] lengths;
    /// The index of the record dimension, or -1.
    private final int record;
    private final @Nullable Dimension[] kept;

    private DimensionList(List<Dimension> first, byte[] names, int[] ends, long[] lengths, int record) {
        this.names = names;
        this.ends = ends;
        this.lengths = lengths;
        this.record = record;
        this.kept = first.toArray(new Dimension[ends.length]);
    }

    @Override
    public int size() {
        return ends.length;
    }

    @Override
    public Dimension get(int index) {
        Dimension known = kept[index];
        return known == null ? new Dimension(index, name(index), lengths[index], isRecord(index)) : known;
    }

    /// Returns a dimension that is the same object from now on. Only for the thread that opens the file.
    Dimension keep(int index) {
        Dimension dimension = get(index);
        kept[index] = dimension;
        return dimension;
    }

    String name(int index) {
        Dimension known = kept[index];
        if (known != null) {
            return known.name();
        }
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(names, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    /// Returns a length; that of the record dimension is 0 before [#setRecords].
    long length(int index) {
        return lengths[index];
    }

    boolean isRecord(int index) {
        return index == record;
    }

    /// Returns the index of the record dimension, or -1.
    int record() {
        return record;
    }

    /// Fills in the number of records, after which dimensions may be asked for. Only for the thread that opens the file.
    void setRecords(long records) {
        if (record >= 0) {
            kept[record] = new Dimension(record, name(record), records, true);
            lengths[record] = records;
        }
    }

    /// Takes one dimension after the other, so that a count that is too large costs nothing.
    static final class Builder {

        private final List<Dimension> first = new ArrayList<>();
        private byte[] names = {};
        private int[] ends = new int[1 << 5];
        private long[] lengths = new long[1 << 5];
        private int bytes;
        private int count;
        private int record = -1;

        /// Adds a dimension; the length 0 marks the record dimension.
        ///
        /// @return whether there was room for its name
        boolean add(String name, long length) {
            if (count < FIRST) {
                first.add(new Dimension(count, name, length, length == 0));
            } else if (!addName(name.getBytes(StandardCharsets.UTF_8))) {
                return false;
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count + (count >> 1));
                lengths = Arrays.copyOf(lengths, count + (count >> 1));
            }
            ends[count] = bytes;
            lengths[count] = length;
            if (length == 0) {
                record = count;
            }
            count++;
            return true;
        }

        private boolean addName(byte[] encoded) {
            if (bytes + encoded.length > HeaderReader.MAX_PART_BYTES) {
                return false;
            }
            if (names.length - bytes < encoded.length) {
                names = Arrays.copyOf(names, bytes + (bytes >> 1) + encoded.length);
            }
            System.arraycopy(encoded, 0, names, bytes, encoded.length);
            bytes += encoded.length;
            return true;
        }

        DimensionList build() {
            return new DimensionList(first, Arrays.copyOf(names, bytes), Arrays.copyOf(ends, count), Arrays.copyOf(lengths, count),
                    record);
        }
    }
}
