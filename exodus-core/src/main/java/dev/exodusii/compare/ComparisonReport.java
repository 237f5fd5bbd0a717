package dev.exodusii.compare;

import java.util.List;
import java.util.Optional;

/// What a comparison came to.
///
/// @param verdict   whether the files are the same
/// @param stage     how far the comparison came
/// @param reason    what decided, in a sentence; empty where values that differ did, or nothing does
/// @param firstStep the number of the step at which it stopped at the first difference, or -1 for what does not change
///                  in time; 0 where it did not stop early
/// @param steps     how many steps were compared
/// @param messages  what is different or worth a warning besides values, in the order in which it was found
/// @param coordinates coordinates that differ, named `x`, `y` and `z`
/// @param times     times that differ, as global values named `time`
/// @param variables all variables that were compared
public record ComparisonReport(Verdict verdict, Stage stage, String reason, int firstStep, int steps,
        List<ComparisonEvent.Message> messages, List<VariableResult> coordinates, Optional<VariableResult> times,
        List<VariableResult> variables) {

    /// Keeps copies of the lists.
    public ComparisonReport {
        messages = List.copyOf(messages);
        coordinates = List.copyOf(coordinates);
        variables = List.copyOf(variables);
    }
}
