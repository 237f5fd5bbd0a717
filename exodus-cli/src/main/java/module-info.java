import org.jspecify.annotations.NullMarked;

/// `exo`, the command line of exodus.
///
/// What draws charts is loaded only when a chart is to be drawn: the launcher adds it to the modules then. Its name is
/// fixed in its manifest.
@NullMarked
@SuppressWarnings("requires-automatic")
module dev.exodusii.cli {
    requires com.fasterxml.jackson.core;
    requires dev.exodusii.mmap;
    requires info.picocli;
    requires static java.desktop;
    requires static org.jfree.jfreechart;
    requires static org.jspecify;
}
