package dev.exodusii.cli.view;

import dev.exodusii.cli.plot.Picture;
import java.util.List;
import java.util.Optional;

/// What was found where the user clicked.
///
/// @param status  all in one line
/// @param lines   all of it
/// @param history how the value that is shown develops there
record Picked(String status, List<String> lines, Optional<Picture> history) {

    static final Picked NOTHING = new Picked("nothing there", List.of("nothing there"), Optional.empty());
}
