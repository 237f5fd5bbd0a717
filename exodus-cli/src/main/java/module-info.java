import org.jspecify.annotations.NullMarked;

/// `exo`, the command line of exodus.
@NullMarked
module dev.exodusii.cli {
    requires com.fasterxml.jackson.core;
    requires dev.exodusii.mmap;
    requires info.picocli;
    requires static org.jspecify;
}
