package dev.exodusii.cli;

import java.util.List;

/// A verb that reads its command line itself, because it is another program's.
interface RawVerb {

    /// Does what was asked for.
    ///
    /// @param words what follows the verb
    /// @return the exit code
    int runRaw(List<String> words);
}
