import org.jspecify.annotations.NullMarked;

/// Opens and maps Exodus II files; the only module that touches the operating system.
@NullMarked
module dev.exodusii.mmap {
    requires transitive dev.exodusii.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.exodusii.mmap;
}
