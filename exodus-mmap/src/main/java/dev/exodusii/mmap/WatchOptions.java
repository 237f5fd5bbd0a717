package dev.exodusii.mmap;

import java.time.Duration;

/// How a [FileWatcher] watches. Times of more than 292 years, which a `long` cannot count in nanoseconds, are taken for
/// that.
///
/// @param interval  the time between two looks
/// @param slowest   the time between two looks after nothing has happened for long: it doubles with every 16 looks without
///                  news until it is this
/// @param quietFor  how long a file must not have been written to before its last step is taken for complete; zero takes
///                  it as soon as it is counted
/// @param behind    how many of the last steps are held back while the file is written to: 1 for writers that finish a step
///                  before they count the next, which all do that use netCDF; more on network file systems whose pages
///                  arrive in any order
/// @param firstStep the first step to report: those before it are known to the caller
public record WatchOptions(Duration interval, Duration slowest, Duration quietFor, int behind, long firstStep) {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /// Checks the values.
    ///
    /// @throws IllegalArgumentException when a time is negative or zero where it must not be, or a number is negative
    public WatchOptions {
        if (interval.isNegative() || interval.isZero() || slowest.compareTo(interval) < 0 || quietFor.isNegative()
                || behind < 0 || firstStep < 0) {
            throw new IllegalArgumentException("watch every " + interval + " to " + slowest + ", quiet for " + quietFor
                    + ", " + behind + " steps behind, from step " + firstStep);
        }
        interval = countable(interval);
        slowest = countable(slowest);
        quietFor = countable(quietFor);
    }

    /// Returns a time, or the longest that can be counted in nanoseconds.
    static Duration countable(Duration time) {
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }

    /// Returns what suits a viewer: a look each second, every four seconds where nothing happens; the last step is told of
    /// when another follows, or when the file was not written to for five seconds.
    public static WatchOptions standard() {
        return new WatchOptions(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(5), 1, 0);
    }

    /// Returns the same options with another time between looks, which never becomes longer.
    ///
    /// @param time the time
    /// @return the options
    public WatchOptions every(Duration time) {
        return new WatchOptions(time, time, quietFor, behind, firstStep);
    }

    /// Returns the same options with another time after which the last step is taken for complete.
    ///
    /// @param time the time
    /// @return the options
    public WatchOptions quietFor(Duration time) {
        return new WatchOptions(interval, slowest, time, behind, firstStep);
    }

    /// Returns the same options with another number of steps that are held back.
    ///
    /// @param steps how many
    /// @return the options
    public WatchOptions behind(int steps) {
        return new WatchOptions(interval, slowest, quietFor, steps, firstStep);
    }

    /// Returns the same options for a caller who knows some steps already.
    ///
    /// @param step the first step to report
    /// @return the options
    public WatchOptions from(long step) {
        return new WatchOptions(interval, slowest, quietFor, behind, step);
    }
}
