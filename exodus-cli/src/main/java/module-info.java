import org.jspecify.annotations.NullMarked;

/// `exo`, the command line of exodus.
///
/// What draws charts is used only when a chart is to be drawn. Its name is fixed in its manifest. The launchers start the
/// command from the class path, where it is always there.
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
