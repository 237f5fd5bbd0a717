package dev.exodusii.check;

import dev.exodusii.diagnostic.Severity;
import java.util.List;

/// One kind of fault in one place of a file.
///
/// @param severity how bad it is: errors are what makes a file unusable for somebody who relies on it
/// @param code     a stable name for programs, such as `CONNECTIVITY_RANGE`
/// @param place    where it is, such as `element block 2 'steel'`
/// @param message  what is wrong
/// @param count    how many times
/// @param examples the first of them, in words
public record CheckFinding(Severity severity, String code, String place, String message, long count,
        List<String> examples) {

    /// Makes the record; the list is copied.
    public CheckFinding {
        examples = List.copyOf(examples);
    }
}
