package dev.exodusii.mmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Files that are not complete yet, and are deleted when the program is ended from outside (Ctrl-C, SIGTERM). The program
/// has a hook for it while there are such files, and no longer.
final class Leftovers {

    private static final Set<Path> INCOMPLETE = new LinkedHashSet<>();
    private static final Thread HOOK = new Thread(Leftovers::deleteAll, "exodus-leftovers");

    private Leftovers() {}

    static synchronized void add(Path path) {
        try {
            if (INCOMPLETE.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(HOOK);
            }
            INCOMPLETE.add(path);
        } catch (IllegalStateException _) {
            // The program is ending already: what is begun now is deleted only where its writer is closed.
        }
    }

    /// Is told that a file is complete or has been deleted.
    static synchronized void remove(Path path) {
        try {
            if (INCOMPLETE.remove(path) && INCOMPLETE.isEmpty()) {
                Runtime.getRuntime().removeShutdownHook(HOOK);
            }
        } catch (IllegalStateException _) {
            // The program is ending: the hook finds nothing any more.
        }
    }

    private static void deleteAll() {
        List<Path> left;
        synchronized (Leftovers.class) {
            left = List.copyOf(INCOMPLETE);
        }
        for (Path path : left) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException _) {
                // Nobody is left to tell.
            }
        }
    }
}
