import org.jspecify.annotations.NullMarked;

/// Opens and maps Exodus II files; the only module that touches the operating system.
///
/// The package `dev.exodusii.cache` beside it keeps derived arrays for viewers. It alone needs the library Caffeine, whose
/// module name is fixed in its manifest: a program that uses the package requires `com.github.benmanes.caffeine` itself.
@NullMarked
@SuppressWarnings("requires-automatic")
module dev.exodusii.mmap {
    requires transitive dev.exodusii.core;
    requires org.slf4j;
    requires static com.github.benmanes.caffeine;
    requires static org.jspecify;

    exports dev.exodusii.cache;
    exports dev.exodusii.mmap;
}
