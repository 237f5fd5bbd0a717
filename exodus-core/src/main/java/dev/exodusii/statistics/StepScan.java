package dev.exodusii.statistics;

import dev.exodusii.TimeSeries;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Computes the statistics of variables at each of many steps, reading each value once and in the order of the file.
///
/// A record of the file holds all variables of one step, so that step after step is how a disk likes it: a file larger
/// than the memory is read once from front to back. What is held at a time does not depend on the number of steps. Values
/// are taken in pieces of a fixed size, so that sums are the same, bit for bit, whatever the number of threads.
public final class StepScan {

    /// Values that one thread takes at a time: 1 MB of doubles.
    private static final int PIECE = Statistics.SPAN;
    /// What a thread fetches at a time: a piece of a variable.
    private static final int ROOM = PIECE * Double.BYTES;
    /// Values after which what was found is handed over.
    private static final long WINDOW = 1 << 24;
    private static final int MOST_TASKS = 1 << 16;
    /// Whatever is read more slowly is waited for: it comes from a disk, and announcing it pays. In memory it only costs.
    private static final double MEMORY_BYTES_PER_NANO = 1;

    /// Takes what was found at a step.
    @FunctionalInterface
    public interface Receiver {

        /// Takes the statistics of one step; called in the order of the steps, by the thread that began the scan.
        ///
        /// @param position   the 0-based position among the steps that were asked for
        /// @param statistics what was found for each variable
        void accept(int position, List<Statistics> statistics);
    }

    /// Some values of one variable at one step.
    private record Task(int position, int variable, long from, long count) {}

    /// What is scanned: a variable, or those whose values make up the vectors that are measured.
    private final List<List<TimeSeries>> series;
    private final long[] steps;
    private final Workers workers;
    private final boolean isOnce;
    /// Rooms that no thread uses at the moment.
    private final Queue<MemorySegment> rooms = new ConcurrentLinkedQueue<>();

    private StepScan(List<List<TimeSeries>> series, long[] steps, Workers workers, boolean isOnce) {
        this.series = List.copyOf(series);
        this.steps = steps.clone();
        this.workers = workers;
        this.isOnce = isOnce;
    }

    /// Scans variables.
    ///
    /// @param series   the variables, in the order in which they lie in a record where that matters
    /// @param steps    the 0-based steps
    /// @param workers  who does the work; told of bytes
    /// @param receiver who gets the results
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    public static void run(List<TimeSeries> series, long[] steps, Workers workers, Receiver receiver) {
        runVectors(series.stream().map(List::of).toList(), steps, workers, receiver);
    }

    /// Scans variables that this process reads once, as a command does that ends then: bytes are fetched into small rooms
    /// where their holder can do so, and the pages of a mapped file are not put into the tables of the process. The first
    /// scan of a file that lies in the page cache, and closing it, take less time so; each later one would take more.
    ///
    /// @param series   the variables, in the order in which they lie in a record where that matters
    /// @param steps    the 0-based steps
    /// @param workers  who does the work; told of bytes
    /// @param receiver who gets the results, which are those of [#run]
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    /// @see dev.exodusii.view.ReadAhead#fetch
    public static void runOnce(List<TimeSeries> series, long[] steps, Workers workers, Receiver receiver) {
        new StepScan(series.stream().map(List::of).toList(), steps, workers, true).run(receiver);
    }

    /// Scans variables and lengths of vectors.
    ///
    /// @param series what is scanned: a variable, or as many as vectors have components
    static void runVectors(List<List<TimeSeries>> series, long[] steps, Workers workers, Receiver receiver) {
        new StepScan(series, steps, workers, false).run(receiver);
    }

    private void run(Receiver receiver) {
        int first = 0;
        int end = endOfWindow(first);
        boolean isWaiting = false;
        while (first < steps.length) {
            int next = endOfWindow(end);
            if (isWaiting) {
                announce(end, next);
            }
            long begun = System.nanoTime();
            window(first, end, receiver);
            isWaiting = bytes(first, end) < (System.nanoTime() - begun) * MEMORY_BYTES_PER_NANO;
            first = end;
            end = next;
        }
    }

    /// The position behind the last step that is worked on together with a first one.
    private int endOfWindow(int first) {
        long values = 0;
        long tasks = 0;
        int position = first;
        for (; position < steps.length && values < WINDOW && tasks < MOST_TASKS; position++) {
            for (List<TimeSeries> each : series) {
                values += each.getFirst().size() * each.size();
                tasks += 1 + each.getFirst().size() / PIECE;
            }
        }
        return position;
    }

    private long bytes(int first, int end) {
        long bytes = 0;
        for (List<TimeSeries> each : series) {
            for (TimeSeries component : each) {
                bytes += component.size() * component.values().type().byteSize();
            }
        }
        return bytes * (end - first);
    }

    /// Has steps fetched from the disk while those before them are worked on.
    private void announce(int first, int end) {
        for (int position = first; position < end; position++) {
            for (List<TimeSeries> each : series) {
                for (TimeSeries component : each) {
                    component.prefetch(steps[position]);
                }
            }
        }
    }

    private void window(int first, int end, Receiver receiver) {
        List<Task> tasks = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        long inPiece = 0;
        for (int position = first; position < end; position++) {
            for (int variable = 0; variable < series.size(); variable++) {
                long size = series.get(variable).getFirst().size();
                for (long from = 0; from < size || from == 0; from += PIECE) {
                    long count = Math.min(PIECE, size - from);
                    tasks.add(new Task(position, variable, from, count));
                    inPiece += count;
                    if (inPiece >= PIECE) {
                        ends.add(tasks.size());
                        inPiece = 0;
                    }
                }
            }
        }
        ends.add(tasks.size());
        Statistics[] found = new Statistics[tasks.size()];
        workers.forEach(ends.size(), piece -> {
            long bytes = 0;
            MemorySegment room = isOnce ? room() : MemorySegment.NULL;
            for (int i = piece == 0 ? 0 : ends.get(piece - 1); i < ends.get(piece); i++) {
                Task task = tasks.get(i);
                List<RealView> part = part(task, room);
                found[i] = part.size() == 1 ? part.getFirst().statistics() : Magnitudes.of(part);
                for (RealView component : part) {
                    bytes += task.count * component.type().byteSize();
                }
            }
            if (isOnce) {
                rooms.add(room);
            }
            workers.advance(bytes);
        });
        handOver(tasks, found, first, end, receiver);
    }

    private MemorySegment room() {
        MemorySegment free = rooms.poll();
        return free == null ? MemorySegment.ofBuffer(ByteBuffer.allocateDirect(ROOM)) : free;
    }

    /// The values of a task: in their place, or fetched into the room, which has space for those of one variable.
    private List<RealView> part(Task task, MemorySegment room) {
        List<RealView> part = series.get(task.variable).stream()
                .map(component -> component.step(steps[task.position]).slice(task.from, task.count)).toList();
        return isOnce && part.size() == 1
                ? List.of(part.getFirst().fetched(series.get(task.variable).getFirst().readAhead(), room)) : part;
    }

    private void handOver(List<Task> tasks, Statistics[] found, int first, int end, Receiver receiver) {
        Statistics[] row = new Statistics[series.size()];
        int task = 0;
        for (int position = first; position < end; position++) {
            Arrays.fill(row, Statistics.NONE);
            for (; task < tasks.size() && tasks.get(task).position == position; task++) {
                int variable = tasks.get(task).variable;
                row[variable] = row[variable].then(found[task]);
            }
            receiver.accept(position, List.of(row.clone()));
        }
    }
}
