package dev.exodusii.statistics;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.Statistics;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

/// The smallest and largest values of the variables of a file at each step, computed once and kept.
///
/// A colour scale needs the range of a variable at the step that is shown at once, and that over all steps sooner or
/// later: the first is a pass over one step, the second is best computed in the background ([#computeInBackground]) while
/// [#known] gives what is there already. NaN takes no part in a range and is counted; infinities take part and are
/// counted. Where a variable is stored on several entities, its values there follow one another, in the order of the
/// entities, as the indexes in a [MinMax] count them.
///
/// For each step of each quantity that was computed, some 150 bytes are kept. Work that was stopped keeps the steps that
/// were complete. Safe for use by many threads: a step that one thread computes is waited for by the others. For
/// keeping ranges beyond the life of the program see [RangeTable].
public final class Ranges {

    private static final long GLANCE_MILLIS = 20;

    private final ExodusFile file;
    private final ConcurrentMap<Quantity, ConcurrentMap<Long, CompletableFuture<MinMax>>> computed =
            new ConcurrentHashMap<>();

    private Ranges(ExodusFile file) {
        this.file = file;
    }

    /// Makes an object that knows no ranges yet.
    ///
    /// @param file the file with the variables; to be open while ranges are computed
    /// @return the ranges
    public static Ranges of(ExodusFile file) {
        return new Ranges(file);
    }

    /// Returns the file whose ranges these are.
    public ExodusFile file() {
        return file;
    }

    /// Returns the range at one step, and computes it if it is not known yet.
    ///
    /// @param quantity what has values
    /// @param step     the 0-based step
    /// @param workers  who does the work; told of bytes
    /// @return the range
    /// @throws NoSuchElementException    when the file has no values of it
    /// @throws IndexOutOfBoundsException when there is no such step
    /// @throws CancellationException     when somebody stopped the work
    public MinMax atStep(Quantity quantity, long step, Workers workers) {
        Optional<MinMax> known = known(quantity, step);
        if (known.isEmpty()) {
            compute(List.of(quantity), step, 1, workers);
            known = known(quantity, step);
        }
        return known.orElseThrow();
    }

    /// Returns the range over all steps, and computes what is not known yet.
    ///
    /// @param quantity what has values
    /// @param workers  who does the work; told of bytes
    /// @return the range; indexes in it count `step * entries + entry`. One without values when there are no steps
    /// @throws NoSuchElementException when the file has no values of it
    /// @throws CancellationException  when somebody stopped the work
    public MinMax overall(Quantity quantity, Workers workers) {
        compute(List.of(quantity), 0, file.times().steps(), workers);
        return knownOverall(quantity).orElseThrow();
    }

    /// Computes ranges that are not known yet, all of them in one pass over the file where they need the same steps.
    ///
    /// @param quantities what has values
    /// @param from       the first 0-based step
    /// @param count      how many steps
    /// @param workers    who does the work; told of bytes, see [#bytesToRead]
    /// @throws NoSuchElementException    when the file has no values of one of them; nothing is computed then
    /// @throws IndexOutOfBoundsException when there are no such steps
    /// @throws CancellationException     when somebody stopped the work
    public void compute(List<Quantity> quantities, long from, long count, Workers workers) {
        Objects.checkFromIndexSize(from, count, file.times().steps());
        Map<Quantity, List<List<TimeSeries>>> found = new LinkedHashMap<>();
        for (Quantity quantity : quantities) {
            found.put(quantity, quantity.find(file));
        }
        while (true) {
            List<CompletableFuture<MinMax>> others = new ArrayList<>();
            Map<LongBuffer, List<Claim>> claims = new LinkedHashMap<>();
            try {
                found.forEach((quantity, parts) -> {
                    Claim claim = claim(quantity, parts, from, count, others);
                    if (!claim.own.isEmpty()) {
                        claims.computeIfAbsent(LongBuffer.wrap(claim.steps()), _ -> new ArrayList<>()).add(claim);
                    }
                });
                claims.forEach((steps, same) -> scan(steps.array(), same, workers));
            } finally {
                claims.values().forEach(same -> same.forEach(Claim::giveUpTheRest));
            }
            if (awaitAll(others, workers)) {
                return;
            }
        }
    }

    /// Has ranges at all steps computed by other threads.
    ///
    /// @param quantities what has values
    /// @param executor   where the thread that does it comes from; it stays the caller's
    /// @param workers    who helps it, on what else; told of bytes, see [#bytesToRead]
    /// @return is complete when all ranges are known, or fails as [#compute] does; to cancel it stops the work
    public CompletableFuture<Void> computeInBackground(List<Quantity> quantities, Executor executor, Workers workers) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Workers stoppable = workers.stoppedBy(done::isDone);
        executor.execute(() -> {
            try {
                compute(quantities, 0, file.times().steps(), stoppable);
                done.complete(null);
            } catch (RuntimeException | Error failure) {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }

    /// Returns how many bytes of the file [#computeInBackground] would have to read, for a bar that shows progress.
    ///
    /// @param quantities what has values
    /// @return the bytes of steps that are not known
    /// @throws NoSuchElementException when the file has no values of one of them
    public long bytesToRead(List<Quantity> quantities) {
        long bytes = 0;
        for (Quantity quantity : quantities) {
            long atStep = 0;
            for (List<TimeSeries> part : quantity.find(file)) {
                for (TimeSeries component : part) {
                    atStep += component.size() * component.values().type().byteSize();
                }
            }
            bytes += atStep * (file.times().steps() - knownSteps(quantity));
        }
        return bytes;
    }

    /// Returns a range if it was computed already.
    ///
    /// @param quantity what has values
    /// @param step     the 0-based step
    /// @return the range, or nothing when it is not known
    public Optional<MinMax> known(Quantity quantity, long step) {
        CompletableFuture<MinMax> slot = slots(quantity).get(step);
        return slot == null || slot.state() != CompletableFuture.State.SUCCESS ? Optional.empty()
                : Optional.of(slot.resultNow());
    }

    /// Returns the range over all steps if all of them were computed already.
    ///
    /// @param quantity what has values
    /// @return the range, or nothing when one of the steps is not known
    public Optional<MinMax> knownOverall(Quantity quantity) {
        MinMax all = Statistics.NONE.extremes();
        for (long step = 0; step < file.times().steps(); step++) {
            Optional<MinMax> known = known(quantity, step);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            all = all.then(known.get());
        }
        return Optional.of(all);
    }

    /// Returns the range over the steps that were computed already; [#knownSteps] tells how many these are. Its indexes count through those steps alone.
    ///
    /// @param quantity what has values
    /// @return the range; one without values when nothing is known
    public MinMax knownSoFar(Quantity quantity) {
        MinMax all = Statistics.NONE.extremes();
        for (MinMax known : known(quantity).values()) {
            all = all.then(known);
        }
        return all;
    }

    /// Returns how many steps of a quantity are known.
    ///
    /// @param quantity what has values
    /// @return the number of steps
    public long knownSteps(Quantity quantity) {
        return known(quantity).size();
    }

    /// Returns all that is known, to be kept somewhere.
    ///
    /// @return a copy of what is known now
    public RangeTable table() {
        Map<Quantity, SortedMap<Long, MinMax>> all = new LinkedHashMap<>();
        for (Quantity quantity : computed.keySet()) {
            SortedMap<Long, MinMax> known = known(quantity);
            if (!known.isEmpty()) {
                all.put(quantity, known);
            }
        }
        return new RangeTable(all);
    }

    /// Adds ranges that were computed before, of steps that the file has. What is known already stays.
    ///
    /// @param table the ranges; whether they are those of this file is for the caller to know, see [FileIdentity]
    public void add(RangeTable table) {
        table.ranges().forEach((quantity, steps) -> steps.headMap(file.times().steps()).forEach((step, range) ->
                slots(quantity).putIfAbsent(step, CompletableFuture.completedFuture(range))));
    }

    private ConcurrentMap<Long, CompletableFuture<MinMax>> slots(Quantity quantity) {
        return computed.computeIfAbsent(quantity, _ -> new ConcurrentHashMap<>());
    }

    private SortedMap<Long, MinMax> known(Quantity quantity) {
        SortedMap<Long, MinMax> known = new TreeMap<>();
        slots(quantity).forEach((step, slot) -> {
            if (slot.state() == CompletableFuture.State.SUCCESS) {
                known.put(step, slot.resultNow());
            }
        });
        return known;
    }

    /// Steps of a quantity that this thread computes; nobody else does so meanwhile.
    private record Claim(List<List<TimeSeries>> parts, Map<Long, CompletableFuture<MinMax>> own,
            Map<Long, CompletableFuture<MinMax>> slots) {

        long[] steps() {
            return own.keySet().stream().mapToLong(Long::longValue).toArray();
        }

        /// Leaves what was not computed to whoever asks next.
        void giveUpTheRest() {
            own.forEach((step, slot) -> {
                if (!slot.isDone()) {
                    slots.remove(step, slot);
                    slot.completeExceptionally(new CancellationException("given up"));
                }
            });
        }
    }

    private Claim claim(Quantity quantity, List<List<TimeSeries>> parts, long from, long count,
            List<CompletableFuture<MinMax>> others) {
        ConcurrentMap<Long, CompletableFuture<MinMax>> slots = slots(quantity);
        Map<Long, CompletableFuture<MinMax>> own = new LinkedHashMap<>();
        LongStream.range(from, from + count).forEach(step -> {
            CompletableFuture<MinMax> mine = new CompletableFuture<>();
            CompletableFuture<MinMax> there = slots.putIfAbsent(step, mine);
            if (there == null) {
                own.put(step, mine);
            } else if (there.state() != CompletableFuture.State.SUCCESS) {
                others.add(there);
            }
        });
        return new Claim(parts, own, slots);
    }

    private static void scan(long[] steps, List<Claim> claims, Workers workers) {
        List<List<TimeSeries>> series = claims.stream().flatMap(claim -> claim.parts.stream()).toList();
        StepScan.runVectors(series, steps, workers, (position, statistics) -> {
            int next = 0;
            for (Claim claim : claims) {
                Statistics all = Statistics.NONE;
                for (int part = 0; part < claim.parts.size(); part++) {
                    all = all.then(statistics.get(next++));
                }
                Objects.requireNonNull(claim.own.get(steps[position])).complete(all.extremes());
            }
        });
    }

    /// @return whether all came to a result; others are left to whoever asks next
    private static boolean awaitAll(List<CompletableFuture<MinMax>> others, Workers workers) {
        boolean isComplete = true;
        for (CompletableFuture<MinMax> other : others) {
            while (!other.isDone()) {
                workers.checkStopped();
                try {
                    other.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException | ExecutionException | CancellationException notYet) {
                    // Looked at below.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            isComplete &= other.state() == CompletableFuture.State.SUCCESS;
        }
        return isComplete;
    }
}
