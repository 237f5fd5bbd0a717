package dev.exodusii.mmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Files that are not complete yet, and are deleted when the program is ended from outside (Ctrl-C, SIGTERM).
final class Leftovers {

    private static final Set<Path> INCOMPLETE = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> INCOMPLETE.forEach(Leftovers::delete)));
        } catch (IllegalStateException _) {
            // The program is ending already: what is begun now is deleted only where its writer is closed.
        }
    }

    private Leftovers() {}

    static void add(Path path) {
        INCOMPLETE.add(path);
    }

    /// Is told that a file is complete or has been deleted.
    static void remove(Path path) {
        INCOMPLETE.remove(path);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // Nobody is left to tell.
        }
    }
}
