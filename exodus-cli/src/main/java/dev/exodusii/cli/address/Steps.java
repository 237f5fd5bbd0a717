package dev.exodusii.cli.address;

import dev.exodusii.TimeAxis;
import dev.exodusii.TimeBracket;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.view.MinMax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chooses time steps: `3`, `last`, `-1` (the last one), `0..5` and `10:20:2` (both ends belong to it), `all`, `t=3.5e5`
/// (the nearest step), `t~3.5e5` (interpolated), `t=1..2` (all between two times), or several of these with commas.
public final class Steps {

    /// How steps are spelt, in a few words.
    public static final String SPELLING = "steps are such as 3, last, -1, 0..5, 10:20:2, t=3.5e5, t~3.5e5, t=1..2, all";

    private static final String STEP = "(-?[0-9]{1,18}|last|first)";
    private static final Pattern ONE = Pattern.compile(STEP);
    private static final Pattern RANGE = Pattern.compile(STEP + "?(?:\\.\\.|:)" + STEP + "?(?::([0-9]{1,18}))?");
    private static final Pattern TIME = Pattern.compile("t([=~])(.+)");

    private Steps() {}

    /// Finds the moments that a user has chosen.
    ///
    /// @param times the steps of the file
    /// @param text  what was typed
    /// @return the moments in the order in which they were named
    /// @throws AbsentException when the file has no such step, or the text makes no sense
    public static List<Moment> parse(TimeAxis times, String text) {
        if (times.isEmpty()) {
            throw AbsentException.of("NO_SUCH_STEP", "there is no step " + text, "the file has no time steps");
        }
        List<Moment> moments = new ArrayList<>();
        for (String piece : text.split(",", -1)) {
            add(times, piece.strip(), moments);
        }
        return moments;
    }

    /// Returns all steps.
    ///
    /// @param times the steps of the file
    /// @return the moments
    public static List<Moment> all(TimeAxis times) {
        List<Moment> moments = new ArrayList<>();
        range(times, 0, times.steps() - 1, 1, moments);
        return moments;
    }

    private static void add(TimeAxis times, String piece, List<Moment> moments) {
        Matcher one = ONE.matcher(piece);
        Matcher range = RANGE.matcher(piece);
        Matcher time = TIME.matcher(piece);
        if (piece.equals("all")) {
            moments.addAll(all(times));
        } else if (one.matches()) {
            moments.add(at(times, step(times, piece, piece)));
        } else if (range.matches()) {
            long from = range.group(1) == null ? 0 : step(times, range.group(1), piece);
            long to = range.group(2) == null ? times.steps() - 1 : step(times, range.group(2), piece);
            long every = range.group(3) == null ? 1 : Long.parseLong(range.group(3));
            if (every == 0) {
                throw AbsentException.syntax("'" + piece + "' would never end: every 0th step", SPELLING);
            }
            range(times, from, to, every, moments);
        } else if (time.matches()) {
            addTime(times, piece, time.group(1).equals("~"), time.group(2), moments);
        } else {
            throw AbsentException.syntax("'" + piece + "' is no step", SPELLING);
        }
    }

    private static void range(TimeAxis times, long from, long to, long every, List<Moment> moments) {
        times.prefetch();
        for (long step = from; step <= to; step += every) {
            moments.add(at(times, step));
        }
    }

    private static Moment at(TimeAxis times, long step) {
        return new Moment(step, step, 0, times.time(step));
    }

    private static long step(TimeAxis times, String word, String piece) {
        long last = times.steps() - 1;
        long number = word.equals("last") ? last : word.equals("first") ? 0 : Long.parseLong(word);
        long step = number < 0 ? number + times.steps() : number;
        if (step < 0 || step > last) {
            throw AbsentException.of("NO_SUCH_STEP", "there is no step " + piece,
                    last == 0 ? "the only step is 0" : "steps are 0 to " + last);
        }
        return step;
    }

    private static void addTime(TimeAxis times, String piece, boolean isInterpolated, String text,
            List<Moment> moments) {
        times.prefetch();
        int dots = text.indexOf("..");
        if (dots >= 0 && !isInterpolated) {
            double from = dots == 0 ? Double.NEGATIVE_INFINITY : number(text.substring(0, dots), piece);
            double to = dots + 2 == text.length() ? Double.POSITIVE_INFINITY : number(text.substring(dots + 2), piece);
            int before = moments.size();
            for (long step = 0; step < times.steps(); step++) {
                if (times.time(step) >= from && times.time(step) <= to) {
                    moments.add(at(times, step));
                }
            }
            if (moments.size() == before) {
                throw AbsentException.of("NO_SUCH_STEP", "no step has a time in " + text, extent(times));
            }
            return;
        }
        double time = number(text, piece);
        if (isInterpolated) {
            moments.add(interpolated(times, time));
            return;
        }
        OptionalLong nearest = times.nearest(time);
        moments.add(at(times, nearest.orElseThrow(() -> AbsentException.of("NO_SUCH_STEP",
                "no step has a time near " + text, extent(times)))));
    }

    private static double number(String text, String piece) {
        try {
            double number = Double.parseDouble(text);
            if (!Double.isNaN(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw AbsentException.syntax("'" + piece + "' should have a time behind the sign", SPELLING);
    }

    /// Finds the place of a time among the steps that no later step replaced.
    private static Moment interpolated(TimeAxis times, double time) {
        TimeBracket place = times.at(time).filter(bracket -> !bracket.isClamped())
                .orElseThrow(() -> AbsentException.of("NO_SUCH_STEP", "the time " + Numbers.real(time)
                        + " is not between two steps", extentWithoutReplaced(times)));
        return place.before() == place.after() ? at(times, place.before())
                : new Moment(place.before(), place.after(), place.weight(), time);
    }

    private static String extentWithoutReplaced(TimeAxis times) {
        Optional<TimeBracket> first = times.at(Double.NEGATIVE_INFINITY);
        Optional<TimeBracket> last = times.at(Double.POSITIVE_INFINITY);
        return first.isPresent() && last.isPresent() ? extent(times.time(first.get().before()), times.time(last.get().before()))
                : "no step has a finite time";
    }

    /// Times need not increase: the first and the last one need not be the least and the greatest.
    private static String extent(TimeAxis times) {
        if (times.stored().isEmpty()) {
            return extent(0, times.steps() - 1);
        }
        MinMax range = times.stored().get().minMax();
        return range.isEmpty() ? "no step has a time" : extent(range.min(), range.max());
    }

    private static String extent(double first, double last) {
        return "times are " + Numbers.real(first) + " to " + Numbers.real(last);
    }
}
