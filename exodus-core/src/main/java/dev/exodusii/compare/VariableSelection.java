package dev.exodusii.compare;

import java.util.List;

/// Which variables of one kind are compared, and how closely.
///
/// @param isAll     whether those without a choice are compared as well, with the usual tolerance
/// @param usual     the tolerance of those
/// @param chosen    variables by name, each with a tolerance of its own
/// @param excluded  names of those that are left out
public record VariableSelection(boolean isAll, Tolerance usual, List<Choice> chosen, List<String> excluded) {

    /// One variable.
    ///
    /// @param name      its name
    /// @param tolerance how closely it is compared
    public record Choice(String name, Tolerance tolerance) {}

    /// Keeps copies of the lists.
    public VariableSelection {
        chosen = List.copyOf(chosen);
        excluded = List.copyOf(excluded);
    }

    /// Selects all variables.
    ///
    /// @param usual how closely they are compared
    /// @return the selection
    public static VariableSelection all(Tolerance usual) {
        return new VariableSelection(true, usual, List.of(), List.of());
    }

    /// Selects no variable.
    ///
    /// @return the selection
    public static VariableSelection none() {
        return new VariableSelection(false, new Tolerance(ToleranceMode.IGNORE, 0, 0), List.of(), List.of());
    }
}
