package dev.exodusii.fuzz;

import com.sun.management.ThreadMXBean;
import dev.exodusii.diagnostic.DamagedDataException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Holds each operation against what is promised for bad input: it ends within a second, allocates no more than the size
/// of the file allows, and fails, if at all, with the exceptions that it documents.
final class Judge {

    private static final long MOST_NANOS = 1_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String fileName;
    private final long fileBytes;
    private Bound bound = Bound.MODEL;
    private long refusals;
    private long operations;

    Judge(String fileName, long fileBytes) {
        this.fileName = fileName;
        this.fileBytes = fileBytes;
    }

    void allow(Bound next) {
        bound = next;
    }

    /// Returns how many operations were refused with a documented exception.
    long refusals() {
        return refusals;
    }

    long operations() {
        return operations;
    }

    /// Runs an operation that may meet damaged data.
    ///
    /// @param more what it may throw beside [DamagedDataException]
    /// @return its result, or nothing where it was refused
    @SafeVarargs
    final <T> Optional<T> ask(String what, Callable<T> operation, Class<? extends Exception>... more) {
        try {
            return Optional.ofNullable(judged(what, operation));
        } catch (DamagedDataException damaged) {
            requireMessage(what, damaged);
            return Optional.empty();
        } catch (RuntimeException | Error unexpected) {
            for (Class<? extends Exception> allowed : more) {
                if (allowed.isInstance(unexpected)) {
                    refusals++;
                    return Optional.empty();
                }
            }
            throw new AssertionError(what + " ends in " + unexpected, unexpected);
        } catch (Exception checked) {
            throw new AssertionError(what + " ends in " + checked, checked);
        }
    }

    private void requireMessage(String what, DamagedDataException damaged) {
        refusals++;
        boolean isClear = damaged.getMessage().startsWith(fileName + ": ") && !damaged.place().isBlank()
                && !damaged.problem().isBlank();
        if (!isClear) {
            throw new AssertionError(what + " is refused without saying what is wrong and where", damaged);
        }
    }

    /// Runs an operation and measures it.
    <T> T judged(String what, Callable<T> operation) throws Exception {
        operations++;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        try {
            return operation.call();
        } finally {
            long nanos = System.nanoTime() - begun;
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (allocated > bound.of(fileBytes)) {
                throw new AssertionError(what + " allocates " + allocated + " bytes for a file of " + fileBytes);
            }
            if (nanos > MOST_NANOS && isSlowAgain(operation)) {
                throw new AssertionError(what + " takes " + nanos / 1_000_000 + " ms for a file of " + fileBytes
                        + " bytes");
            }
        }
    }

    /// The machine may have been busy elsewhere, so the second time only the time of the processor counts.
    private static boolean isSlowAgain(Callable<?> operation) {
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            operation.call();
        } catch (Exception judgedBefore) {
            return THREADS.getCurrentThreadCpuTime() - begun > MOST_NANOS;
        }
        return THREADS.getCurrentThreadCpuTime() - begun > MOST_NANOS;
    }

    /// Tells that something is not as it must be.
    static void require(boolean condition, String problem) {
        if (!condition) {
            throw new AssertionError(problem);
        }
    }

    /// Compares a list's size with what is to be expected.
    static void requireSize(long expected, List<?> list, String what) {
        require(list.size() == expected, what + ": " + list.size() + " where " + expected + " are expected");
    }
}
