package dev.exodusii.fuzz;

import static dev.exodusii.fuzz.Judge.require;

import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import dev.exodusii.view.TextView;
import dev.exodusii.view.VectorView;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.Optional;

/// Holds views against the second reader: each value comes from the bytes of one variable, and is what is stored there.
final class Views {

    /// Constants may be repeated for as many steps as a file likes; what is larger is looked at in places only.
    private static final long MOST = 1 << 14;

    private static final long NOT_IN_FILE = -1;

    private final MemorySegment memory;
    private final ClassicFile file;
    private final Owners owners;
    private final boolean isStrict;

    /// @param memory   where the file that is under test lies
    /// @param file     what it should be
    /// @param isStrict whether to ask also for what is not there
    Views(MemorySegment memory, ClassicFile file, boolean isStrict) {
        this.memory = memory;
        this.file = file;
        this.owners = new Owners(file);
        this.isStrict = isStrict;
    }

    /// Returns where in the file a segment is, [#NOT_IN_FILE] for one that is elsewhere.
    private long place(Optional<MemorySegment> raw) {
        long place = raw.orElseThrow().address() - memory.address();
        if (place < 0 || place >= memory.byteSize()) {
            return NOT_IN_FILE;
        }
        require(raw.get().isReadOnly(), "a file that was opened for reading can be written to");
        return place;
    }

    /// Returns where the first value of a view is.
    long place(RealView view) {
        return place(view.slice(0, 1).rawSegment());
    }

    /// Returns where the first value of a view is.
    long place(IntegerView view) {
        return place(view.slice(0, 1).rawSegment());
    }

    private static long[] samples(long size) {
        return size <= 1 ? new long[(int) size] : new long[] {0, size / 3, size - 2, size - 1};
    }

    private interface Get {
        void at(long index);
    }

    private void requireBounds(long size, Get get) {
        if (isStrict) {
            for (long index : new long[] {-1, size, Long.MAX_VALUE}) {
                try {
                    get.at(index);
                } catch (IndexOutOfBoundsException right) {
                    continue;
                }
                throw new AssertionError("a view of " + size + " values has one at " + index);
            }
        }
    }

    /// Checks a view and reads all of it in several ways.
    int reals(RealView view) {
        require(view.size() >= 0, "a view has " + view.size() + " values");
        requireBounds(view.size(), view::get);
        int owner = 0;
        for (long i : samples(view.size())) {
            long place = place(view.slice(i, 1).rawSegment());
            if (place != NOT_IN_FILE) {
                int own = owners.of(place, view.type().byteSize());
                require(owner == 0 || owner == own, "a view goes over several variables");
                owner = own;
                same(file.real(place, view.type()), view.get(i));
            }
        }
        if (view.size() <= MOST) {
            double[] all = view.toArray();
            float[] floats = view.toFloatArray();
            double sum = 0;
            long notNumbers = 0;
            for (int i = 0; i < all.length; i++) {
                same(all[i], view.get(i));
                require(Float.compare(floats[i], view.getFloat(i)) == 0, "a float is copied as another");
                sum += all[i];
                notNumbers += Double.isNaN(all[i]) ? 1 : 0;
            }
            statistics(view, sum, notNumbers);
        }
        return view.hashCode();
    }

    private static void statistics(RealView view, double sum, long notNumbers) {
        MinMax extremes = view.minMax();
        Statistics statistics = view.statistics();
        require(extremes.equals(statistics.extremes()), "extremes differ: " + extremes + ", " + statistics);
        require(extremes.nans() == notNumbers, extremes + " has not " + notNumbers + " NaN");
        require(extremes.count() == view.size(), extremes + " of " + view.size() + " values");
        if (extremes.count() > extremes.nans()) {
            same(extremes.min(), view.get(extremes.minIndex()));
            same(extremes.max(), view.get(extremes.maxIndex()));
        }
        if (view.size() == 1 && notNumbers == 0) {
            same(sum, view.sum());
        }
    }

    static void same(double expected, double found) {
        if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(found) && expected != found) {
            throw new AssertionError("a value is " + found + " where " + expected + " is stored");
        }
    }

    /// Checks a view of integers as they are stored.
    int integers(IntegerView view) {
        require(view.size() >= 0, "a view has " + view.size() + " values");
        requireBounds(view.size(), view::get);
        int owner = 0;
        for (long i : samples(view.size())) {
            long place = place(view.slice(i, 1).rawSegment());
            if (place != NOT_IN_FILE) {
                int own = owners.of(place, view.type().byteSize());
                require(owner == 0 || owner == own, "a view goes over several variables");
                owner = own;
                require(file.integer(place, view.type()) == view.get(i), "an integer is not what is stored");
            }
        }
        if (view.size() > MOST) {
            return 0;
        }
        long[] all = view.toArray();
        long sum = 0;
        for (int i = 0; i < all.length; i++) {
            require(all[i] == view.get(i), "an integer is copied as another");
            sum += all[i];
        }
        require(view.minMax().count() == view.size(), "extremes of " + view.minMax().count() + " integers");
        return Long.hashCode(sum);
    }

    int reals(RealMatrix matrix) {
        require(matrix.rows() >= 0 && matrix.columns() >= 0, matrix + " has a negative size");
        int hash = matrix.hashCode();
        if (matrix.rows() > 0 && matrix.columns() > 0) {
            for (long row : new long[] {0, matrix.rows() - 1}) {
                hash += reals(matrix.row(row));
            }
            for (long column : new long[] {0, matrix.columns() - 1}) {
                hash += reals(matrix.column(column));
            }
            same(matrix.get(matrix.rows() - 1, 0), matrix.row(matrix.rows() - 1).get(0));
        }
        if (isSmall(matrix.rows(), matrix.columns())) {
            hash += matrix.minMax().hashCode() + matrix.toArray().length + matrix.transposed().hashCode();
        }
        return hash;
    }

    private static boolean isSmall(long rows, long columns) {
        return rows <= MOST && columns <= MOST && rows * columns <= MOST;
    }

    int integers(IntegerMatrix matrix) {
        require(matrix.rows() >= 0 && matrix.columns() >= 0, matrix + " has a negative size");
        int hash = 0;
        if (matrix.rows() > 0 && matrix.columns() > 0) {
            hash += integers(matrix.row(0)) + integers(matrix.row(matrix.rows() - 1))
                    + integers(matrix.column(matrix.columns() - 1));
        }
        if (isSmall(matrix.rows(), matrix.columns())) {
            hash += matrix.minMax().hashCode() + matrix.toArray().length;
        }
        return hash;
    }

    int jagged(JaggedView rows) {
        integers(rows.lengths());
        integers(rows.values());
        long[] seen = new long[2];
        if (rows.size() <= MOST) {
            rows.forEachRow((row, values) -> {
                require(values.size() == rows.lengths().get(row), "a row has another length");
                seen[0]++;
                seen[1] += values.size();
            });
            require(seen[0] == rows.size() && seen[1] == rows.values().size(), "rows do not make up all values");
            if (rows.size() > 0) {
                integers(rows.row(rows.size() - 1));
            }
        }
        return rows.toString().length();
    }

    int text(TextView text) {
        long rows = Math.min(MOST, text.size());
        int length = 0;
        for (long row = 0; row < rows; row++) {
            length += text.get(row).length() + text.bytes(row).length;
        }
        return length;
    }

    /// Reads what lies between two steps, and vectors made of a view.
    int between(InterpolatedView view) {
        if (view.size() > MOST) {
            return 0;
        }
        int size = (int) view.size();
        double[] all = new double[size];
        view.copyTo(all);
        for (int i = 0; i < size; i++) {
            same(all[i], view.get(i));
        }
        view.copyTo(FloatBuffer.allocate(size));
        VectorView vectors = VectorView.of(view.before(), view.after());
        vectors.copyMagnitudesTo(new float[size]);
        vectors.copyInterleavedTo(new float[3 * size]);
        vectors.copyDisplacedTo(vectors, 2, new float[3 * size]);
        return size;
    }
}
