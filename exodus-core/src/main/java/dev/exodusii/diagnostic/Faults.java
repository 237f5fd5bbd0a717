package dev.exodusii.diagnostic;

import java.util.function.Supplier;

/// Turns what the JVM reports of mapped bytes that cannot be read into an exception that names the file.
///
/// Whoever reads single values of a file that another program may shorten can have the same:
///
/// ```java
/// double sum = Faults.guard(file.name(), "my sum", () -> {
///     double all = 0;
///     for (long i = 0; i < view.size(); i++) {
///         all += view.get(i);
///     }
///     return all;
/// });
/// ```
public final class Faults {

    /// More than a compiler inlines of a method that calls itself.
    private static final int CALLS = 3;
    private static final String FAULT = "unsafe memory access";

    private Faults() {}

    /// Lets a fault of what was read before show now, as an [InternalError].
    ///
    /// Compiled code does not stop where mapped bytes cannot be read: it goes on with whatever is in the register, and the
    /// error is thrown when the thread returns from its next call that is one, which may be long after the caller has
    /// used the values. This is such a call; it costs a nanosecond or two.
    public static void settle() {
        call(CALLS);
    }

    private static int call(int more) {
        return more == 0 ? 0 : call(more - 1) + 1;
    }

    /// Makes an exception of what the JVM reported.
    ///
    /// @param fault what was thrown
    /// @param file  the name of the file that was read
    /// @param place what was read of it
    /// @return the exception
    /// @throws InternalError `fault` itself, where it is about something else
    public static LostDataException lost(InternalError fault, String file, String place) {
        if (!isFault(fault)) {
            throw fault;
        }
        return new LostDataException(file, place, fault);
    }

    /// Tells whether an error is about bytes that could not be read.
    ///
    /// @param error any error
    /// @return whether it is; otherwise it is a fault of the JVM itself
    public static boolean isFault(InternalError error) {
        return String.valueOf(error.getMessage()).contains(FAULT);
    }

    /// Runs work that reads single values of a file.
    ///
    /// @param file  the name of the file
    /// @param place what is read of it, for the message
    /// @param work  the work
    /// @param <T>   what it comes to
    /// @return what it came to
    /// @throws LostDataException when something could not be read
    public static <T> T guard(String file, String place, Supplier<T> work) {
        try {
            return settled(work);
        } catch (InternalError fault) {
            throw lost(fault, file, place);
        }
    }

    /// Runs work that reads single values of a file.
    ///
    /// @param file  the name of the file
    /// @param place what is read of it, for the message
    /// @param work  the work
    /// @throws LostDataException when something could not be read
    public static void guard(String file, String place, Runnable work) {
        Boolean _ = guard(file, place, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /// Whatever work ends with, it may be for what it has not read.
    private static <T> T settled(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            settle();
        }
    }
}
