package dev.exodusii.netcdf.write;

import dev.exodusii.view.ElementType;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Values that are made of others on the way, a piece at a time: each plus a constant, or each n-th of them.
final class DerivedValues extends Values {

    private final Values source;
    private final Steps steps;
    private final long from;
    private final long size;

    private DerivedValues(Values source, Steps steps, long from, long size) {
        this.source = source;
        this.steps = steps;
        this.from = from;
        this.size = size;
    }

    /// Makes up to [Conversion#PIECE] values.
    @FunctionalInterface
    private interface Step {
        void encode(Conversion conversion, long first, int count, ElementType type, MemorySegment to);
    }

    /// Steps with room of their own: one for each thread that puts parts of the same values at a time.
    private static final class Steps {

        private final Supplier<Step> maker;
        private final ConcurrentLinkedDeque<Step> idle = new ConcurrentLinkedDeque<>();

        Steps(Supplier<Step> maker) {
            this.maker = maker;
        }

        Step take() {
            Step step = idle.poll();
            return step == null ? maker.get() : step;
        }

        void giveBack(Step step) {
            idle.push(step);
        }
    }

    static Values plus(Values source, long constant) {
        return new DerivedValues(source, new Steps(() -> plusStep(source, constant)), 0, source.size());
    }

    private static Step plusStep(Values source, long constant) {
        MemorySegment room = MemorySegment.ofArray(new long[Conversion.PIECE]);
        long[] sums = new long[Conversion.PIECE];
        return (conversion, first, count, type, to) -> {
            source.encode(conversion, first, count, ElementType.INT64, room);
            for (int i = 0; i < count; i++) {
                long value = room.get(Conversion.LONG, (long) i * Long.BYTES);
                sums[i] = value + constant;
                if (((value ^ sums[i]) & (constant ^ sums[i])) < 0) {
                    throw new ArithmeticException("value " + value + " at index " + (first + i) + " plus " + constant
                            + " does not fit into a long");
                }
            }
            conversion.integers(sums, ElementType.INT64, first, count, type, to, 0);
        };
    }

    static Values every(Values source, int n, int offset) {
        long size = (source.size() - offset + n - 1) / n;
        return new DerivedValues(source, new Steps(() -> everyStep(source, n, offset)), 0, Math.max(0, size));
    }

    private static Step everyStep(Values source, int n, int offset) {
        MemorySegment room = MemorySegment.ofArray(new long[Math.multiplyExact(Conversion.PIECE, n)]);
        return (conversion, first, count, type, to) -> {
            int width = type.byteSize();
            source.encode(conversion, offset + first * n, (count - 1) * n + 1, type, room);
            for (int i = 0; i < count; i++) {
                MemorySegment.copy(room, (long) i * n * width, to, (long) i * width, width);
            }
        };
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    @Nullable MemorySegment stored(ElementType type) {
        return null;
    }

    @Override
    void encode(Conversion conversion, long first, int count, ElementType type, MemorySegment to) {
        Step step = steps.take();
        try {
            for (int done = 0; done < count; done += Conversion.PIECE) {
                step.encode(conversion, from + first + done, Math.min(Conversion.PIECE, count - done), type,
                        to.asSlice((long) done * type.byteSize()));
            }
        } finally {
            steps.giveBack(step);
        }
    }

    @Override
    Values part(long start, long count) {
        return new DerivedValues(source, steps, from + start, count);
    }

    @Override
    public String toString() {
        return "values of " + source;
    }
}
