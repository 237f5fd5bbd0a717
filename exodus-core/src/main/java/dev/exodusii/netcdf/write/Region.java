package dev.exodusii.netcdf.write;

import java.util.Arrays;

/// Which values of a variable are put: all, those of some records, or a box.
///
/// @param start the 0-based first index in each dimension, slowest first; fewer than the variable has, where the rest
///              is meant as a whole
/// @param count how many in each of these dimensions
public record Region(long[] start, long[] count) {

    private static final Region ALL = new Region(new long[0], new long[0]);

    /// Makes the region; both arrays are copied.
    ///
    /// @throws IllegalArgumentException when the arrays differ in length or something is negative
    public Region {
        if (start.length != count.length) {
            throw new IllegalArgumentException(start.length + " starts but " + count.length + " counts");
        }
        start = start.clone();
        count = count.clone();
        for (int d = 0; d < start.length; d++) {
            if (start[d] < 0 || count[d] < 0) {
                throw new IllegalArgumentException("a region cannot start or count below 0: from "
                        + Arrays.toString(start) + ", " + Arrays.toString(count) + " values");
            }
        }
    }

    /// Returns all values of a fixed variable.
    public static Region all() {
        return ALL;
    }

    /// Returns all values of one record.
    ///
    /// @param record the 0-based record
    /// @return the region
    public static Region record(long record) {
        return records(record, 1);
    }

    /// Returns all values of some records that follow one another. For a fixed variable: some of its slowest dimension.
    ///
    /// @param from  the first 0-based record
    /// @param count how many records
    /// @return the region
    public static Region records(long from, long count) {
        return new Region(new long[] {from}, new long[] {count});
    }

    @Override
    public long[] start() {
        return start.clone();
    }

    @Override
    public long[] count() {
        return count.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region(long[] otherStart, long[] otherCount) && Arrays.equals(start, otherStart)
                && Arrays.equals(count, otherCount);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.hashCode(count);
    }

    /// Returns where it starts and how much it is.
    @Override
    public String toString() {
        return "from " + Arrays.toString(start) + ", " + Arrays.toString(count) + " values";
    }
}
