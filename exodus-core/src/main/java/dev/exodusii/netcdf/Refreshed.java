package dev.exodusii.netcdf;

import java.util.Optional;

/// What a look at a file that was open already has found.
///
/// @param change what has become of the file
/// @param file   the file as it is now, opened independently of the old one: each is closed on its own, and the views of
///               each live as long as it is open. Nothing where the change is [FileChange#NONE]
/// @param <F>    an open file
public record Refreshed<F>(FileChange change, Optional<F> file) {

    /// Tells whether there is a file to go over to.
    public boolean hasChanged() {
        return file.isPresent();
    }
}
