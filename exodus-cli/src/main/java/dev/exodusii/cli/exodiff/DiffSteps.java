package dev.exodusii.cli.exodiff;

import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.compare.StepSelection;
import dev.exodusii.compare.StepSelection.Alignment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The steps of `exo diff`, whose users count them from 0, while exodiff counts from 1.
public final class DiffSteps {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})?(?:(\\.\\.|:)(\\d{1,9}|last)?(?::(\\d{1,9}))?)?");
    private static final Pattern PAIR = Pattern.compile("(\\d{1,9}|last):(\\d{1,9}|last)");
    private static final Pattern OFFSET = Pattern.compile("[+-]?\\d{1,9}");
    private static final int MOST_EXCLUDED = 10_000_000;

    private int from = 1;
    private int to = -1;
    private int increment = 1;
    private int offset;
    private Alignment alignment = Alignment.FIXED;
    private int first;
    private int second;
    private final Set<Integer> excluded = new HashSet<>();
    private double scale = 1;
    private double shift;

    /// Begins with all steps, one by one.
    public DiffSteps() {}

    /// Reads which steps: `5`, `2..8`, `0..100:10` or `last`.
    ///
    /// @throws AbsentException when that makes no sense
    public void select(String text) {
        if (text.equals("last")) {
            from = StepSelection.LAST;
            return;
        }
        Matcher range = range(text, "steps are such as 5, 2..8, 0..100:10 or last");
        from = range.group(1) == null ? 1 : Integer.parseInt(range.group(1)) + 1;
        boolean isOne = range.group(2) == null;
        boolean isOpen = range.group(3) == null || range.group(3).equals("last");
        to = isOne ? from : isOpen ? -1 : Integer.parseInt(range.group(3)) + 1;
        increment = range.group(4) == null ? 1 : Math.max(1, Integer.parseInt(range.group(4)));
    }

    private static Matcher range(String text, String hint) {
        Matcher range = RANGE.matcher(text);
        if (text.isEmpty() || !range.matches()) {
            throw AbsentException.syntax("'" + text + "' is no step", hint);
        }
        return range;
    }

    /// Reads steps that are left out: `3`, `5..9`.
    ///
    /// @throws AbsentException when that makes no sense
    public void exclude(String text) {
        for (String part : text.split(",", -1)) {
            Matcher range = range(part, "steps that are left out are such as step:3 or step:0,5..9");
            int begin = range.group(1) == null ? 0 : Integer.parseInt(range.group(1));
            boolean isRange = range.group(3) != null && !range.group(3).equals("last");
            int end = isRange ? Integer.parseInt(range.group(3)) : begin;
            for (int step = begin; step <= Math.min(end, begin + MOST_EXCLUDED); step++) {
                excluded.add(step + 1);
            }
        }
    }

    /// Reads how steps go together: `2` where file 1 begins two steps earlier, `end`, `time`, or one pair, `3:last`.
    ///
    /// @throws AbsentException when that makes no sense
    public void align(String text) {
        Matcher pair = PAIR.matcher(text);
        if (pair.matches()) {
            first = number(pair.group(1));
            second = number(pair.group(2));
        } else if (OFFSET.matcher(text).matches()) {
            offset = Integer.parseInt(text);
        } else if (text.equals("end")) {
            alignment = Alignment.SAME_END;
        } else if (text.equals("time")) {
            alignment = Alignment.NEAREST_TIME;
        } else {
            throw AbsentException.syntax("steps cannot be aligned by '" + text + "'", "--align takes a number of steps"
                    + " that file 1 begins earlier, end, time, or one pair such as 3:last");
        }
    }

    private static int number(String step) {
        return step.equals("last") ? StepSelection.LAST : Integer.parseInt(step) + 1;
    }

    /// Reads how times of file 1 are changed: `2` multiplies them, `1,0.5` adds to them.
    ///
    /// @throws AbsentException when that makes no sense
    public void change(String text) {
        List<String> numbers = List.of(text.split(",", -1));
        try {
            scale = Double.parseDouble(numbers.getFirst());
            shift = numbers.size() > 1 ? Double.parseDouble(numbers.get(1)) : 0;
        } catch (NumberFormatException e) {
            scale = Double.NaN;
        }
        if (!Double.isFinite(scale) || !Double.isFinite(shift) || numbers.size() > 2) {
            throw AbsentException.syntax("'" + text + "' does not change times", "--times takes what times of file 1"
                    + " are multiplied by, and what is added then, such as 1e-3 or 1,0.5");
        }
    }

    /// Returns the selection.
    ///
    /// @param isIgnored       whether no step is compared at all
    /// @param isInterpolating whether values of file 2 are interpolated to the times of file 1
    public StepSelection selection(boolean isIgnored, boolean isInterpolating) {
        return new StepSelection(from, to, increment, offset, alignment, first, second, excluded, isIgnored,
                isInterpolating, scale, shift);
    }
}
