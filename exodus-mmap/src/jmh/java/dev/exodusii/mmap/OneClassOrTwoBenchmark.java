package dev.exodusii.mmap;

import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The question behind [RealView]: one final class that branches on its element type, or a sealed interface with a final
/// class for each type? A user's loop over a million values, after the loop has seen every type.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class OneClassOrTwoBenchmark {

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /// The stored type that is measured.
    @Param({"DOUBLE", "FLOAT"})
    public ElementType type = ElementType.DOUBLE;

    private MappedNumbers numbers = new MappedNumbers();
    private RealView view = numbers.reals(type, false);
    private Reals reals = reals(type);

    /// Lets both loops see both types.
    @Setup
    public void warmUp() {
        for (int round = 0; round < 40; round++) {
            for (ElementType each : new ElementType[] {ElementType.DOUBLE, ElementType.FLOAT}) {
                view = numbers.reals(each, false);
                reals = reals(each);
                if (oneClass() != twoClasses()) {
                    throw new AssertionError();
                }
            }
        }
        view = numbers.reals(type, false);
        reals = reals(type);
    }

    private Reals reals(ElementType each) {
        return each == ElementType.DOUBLE
                ? new Doubles(numbers.segment(), MappedNumbers.base(each), MappedNumbers.COUNT, Double.BYTES)
                : new Floats(numbers.segment(), MappedNumbers.base(each), MappedNumbers.COUNT, Float.BYTES);
    }

    /// Removes the file.
    @TearDown
    public void close() {
        numbers.close();
    }

    /// The class that branches.
    @Benchmark
    public double oneClass() {
        double sum = 0;
        for (long i = 0; i < view.size(); i++) {
            sum += view.get(i);
        }
        return sum;
    }

    /// The sealed pair.
    @Benchmark
    public double twoClasses() {
        double sum = 0;
        for (long i = 0; i < reals.size(); i++) {
            sum += reals.get(i);
        }
        return sum;
    }

    private sealed interface Reals {
        long size();

        double get(long index);
    }

    private record Doubles(MemorySegment segment, long base, long size, long stride) implements Reals {
        @Override
        public double get(long index) {
            return segment.get(DOUBLE, base + Objects.checkIndex(index, size) * stride);
        }
    }

    private record Floats(MemorySegment segment, long base, long size, long stride) implements Reals {
        @Override
        public double get(long index) {
            return segment.get(FLOAT, base + Objects.checkIndex(index, size) * stride);
        }
    }
}
