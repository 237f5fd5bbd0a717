package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.LostDataException;

/// Of what file and variable the values of a view are, for messages.
///
/// @param file     the name of the file, empty for memory that is no file
/// @param variable the variable or attribute
public record Origin(String file, String variable) {

    static final Origin MEMORY = new Origin("", "values");

    /// Makes an exception of what the JVM reported while values were read.
    ///
    /// @param base the byte where they begin
    /// @param end  the byte behind them
    /// @throws InternalError `fault` itself, where it is about something else
    LostDataException lost(InternalError fault, long base, long end) {
        return Faults.lost(fault, file, variable + ", in bytes " + base + " to " + Math.max(base, end - 1));
    }
}
