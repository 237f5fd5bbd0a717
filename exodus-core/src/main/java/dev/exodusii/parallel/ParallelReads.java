package dev.exodusii.parallel;

import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import dev.exodusii.view.VectorView;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Reads large views by several threads: what the views' own methods do, with the same results, bit for bit, whatever
/// the number of threads.
///
/// Work is cut into pieces of 131,072 values, a megabyte of doubles; sums are added up in the order that [Statistics]
/// tells, which knows the same pieces. Stopping and watching are those of [Workers]: work that was stopped leaves a part
/// of the destination written.
public final class ParallelReads {

    /// Values in a piece: a whole number of those that a sum is made of.
    private static final int PIECE = Statistics.SPAN;

    private ParallelReads() {}

    /// Does something with a range of values.
    @FunctionalInterface
    private interface RangeWork {
        void on(long from, long count);
    }

    /// Copies all values into an array; see [RealView#copyTo(double[])].
    ///
    /// @param from    the values
    /// @param to      where they go, from its first element on
    /// @param workers who does the work; told of bytes
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static void copy(RealView from, double[] to, Workers workers) {
        checkRoom(from.size(), to.length);
        inPieces(from.size(), bytes(from), workers, (at, count) -> from.slice(at, count).copyTo(to, (int) at, 1));
    }

    /// Copies all values into an array of floats; see [RealView#copyTo(float[])].
    ///
    /// @param from    the values
    /// @param to      where they go, doubles rounded, from its first element on
    /// @param workers who does the work; told of bytes
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static void copy(RealView from, float[] to, Workers workers) {
        checkRoom(from.size(), to.length);
        inPieces(from.size(), bytes(from), workers, (at, count) -> from.slice(at, count).copyTo(to, (int) at, 1));
    }

    /// Copies all values to memory as doubles in native byte order; see [RealView#copyDoublesTo(MemorySegment)].
    ///
    /// @param from    the values
    /// @param to      where they go, from its start
    /// @param workers who does the work; told of bytes
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static void copyDoubles(RealView from, MemorySegment to, Workers workers) {
        checkRoom(from.size(), to.byteSize() / Double.BYTES);
        inPieces(from.size(), bytes(from), workers, (at, count) -> from.slice(at, count)
                .copyDoublesTo(to, at * Double.BYTES, Double.BYTES));
    }

    /// Copies all values to memory as floats in native byte order; see [RealView#copyFloatsTo(MemorySegment)].
    ///
    /// @param from    the values
    /// @param to      where they go, doubles rounded, from its start
    /// @param workers who does the work; told of bytes
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static void copyFloats(RealView from, MemorySegment to, Workers workers) {
        checkRoom(from.size(), to.byteSize() / Float.BYTES);
        inPieces(from.size(), bytes(from), workers, (at, count) -> from.slice(at, count)
                .copyFloatsTo(to, at * Float.BYTES, Float.BYTES));
    }

    /// Copies several views at once, such as a step of some variables or some steps of a variable.
    ///
    /// @param from    the values
    /// @param to      an array for each view
    /// @param workers who does the work; told of bytes
    /// @throws IndexOutOfBoundsException when an array is missing or too short; nothing is copied then
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static void copy(List<RealView> from, float[][] to, Workers workers) {
        for (int i = 0; i < from.size(); i++) {
            checkRoom(from.get(i).size(), to[i].length);
        }
        workers.forEach(from.size(), i -> copy(from.get(i), to[i], workers));
    }

    /// Copies several views at once, such as a step of some variables or some steps of a variable.
    ///
    /// @param from    the values
    /// @param to      an array for each view
    /// @param workers who does the work; told of bytes
    /// @throws IndexOutOfBoundsException when an array is missing or too short; nothing is copied then
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static void copy(List<RealView> from, double[][] to, Workers workers) {
        for (int i = 0; i < from.size(); i++) {
            checkRoom(from.get(i).size(), to[i].length);
        }
        workers.forEach(from.size(), i -> copy(from.get(i), to[i], workers));
    }

    /// Copies a deformed mesh to memory; see [VectorView#copyDisplacedTo(VectorView,double,MemorySegment)].
    ///
    /// @param points       where the nodes are
    /// @param displacement as many vectors, such as a step of the displacement
    /// @param scale        by which they are multiplied
    /// @param to           where the result goes, from its start: 12 bytes for each
    /// @param workers      who does the work; told of bytes
    /// @throws IndexOutOfBoundsException when the memory is too small
    /// @throws IllegalArgumentException when there are not as many vectors
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static void copyDisplaced(VectorView points, VectorView displacement, double scale, MemorySegment to,
            Workers workers) {
        if (displacement.size() != points.size()) {
            throw new IllegalArgumentException(displacement.size() + " displacements for " + points.size() + " points");
        }
        long each = 3L * Float.BYTES;
        checkRoom(points.size(), to.byteSize() / each);
        inPieces(points.size(), 2L * points.dimension() * Double.BYTES, workers, (at, count) -> points
                .slice(at, count).copyDisplacedTo(displacement.slice(at, count), scale, to.asSlice(at * each)));
    }

    /// Returns extremes, sum and counts; equal to [RealView#statistics].
    ///
    /// @param view    the values
    /// @param workers who does the work; told of bytes
    /// @return the statistics
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static Statistics statistics(RealView view, Workers workers) {
        return workers.<Statistics>map(pieces(view.size()), piece -> {
            RealView part = piece(view, piece);
            workers.advance(part.size() * bytes(view));
            return part.statistics();
        }).stream().reduce(Statistics.NONE, Statistics::then);
    }

    /// Returns the sum of all values; equal to [RealView#sum].
    ///
    /// @param view    the values
    /// @param workers who does the work; told of bytes
    /// @return the sum
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static double sum(RealView view, Workers workers) {
        return workers.<Double>map(pieces(view.size()), piece -> {
            RealView part = piece(view, piece);
            workers.advance(part.size() * bytes(view));
            return part.sum();
        }).stream().reduce(0.0, Double::sum);
    }

    private static RealView piece(RealView view, int piece) {
        long from = (long) piece * PIECE;
        return view.slice(from, Math.min(PIECE, view.size() - from));
    }

    private static long bytes(RealView view) {
        return view.type().byteSize();
    }

    private static int pieces(long size) {
        return Math.toIntExact((size + PIECE - 1) / PIECE);
    }

    private static void checkRoom(long size, long room) {
        if (size > room) {
            throw new IndexOutOfBoundsException(size + " values do not fit where there is room for " + room);
        }
    }

    private static void inPieces(long size, long bytesEach, Workers workers, RangeWork work) {
        workers.forEach(pieces(size), piece -> {
            long from = (long) piece * PIECE;
            long count = Math.min(PIECE, size - from);
            work.on(from, count);
            workers.advance(count * bytesEach);
        });
    }
}
