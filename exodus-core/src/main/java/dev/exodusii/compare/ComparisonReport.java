package dev.exodusii.compare;

import java.util.List;

/// What a comparison came to.
///
/// @param verdict   whether the files are the same
/// @param stage     how far the comparison came
/// @param reason    what decided, in a sentence; empty where values that differ did, or nothing does
/// @param firstStep the number of the step at which it stopped at the first difference, or -1 for what does not change
///                  in time; 0 where it did not stop early
/// @param steps     how many steps were compared
/// @param messages  what is different or worth a warning besides values, in the order in which it was found
/// @param variables all variables that were compared
public record ComparisonReport(Verdict verdict, Stage stage, String reason, int firstStep, int steps,
        List<ComparisonEvent.Message> messages, List<VariableResult> variables) {

    /// Keeps copies of the lists.
    public ComparisonReport {
        messages = List.copyOf(messages);
        variables = List.copyOf(variables);
    }
}
