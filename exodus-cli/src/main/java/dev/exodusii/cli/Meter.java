package dev.exodusii.cli;

import dev.exodusii.cli.text.Numbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a run costs, for `--time`: how long it takes, how much of the files it touches, and for how many pages the
/// processor had to ask the system. Linux tells all of it in `/proc/self`; elsewhere only the time is known.
final class Meter {

    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Path PROCESS = Path.of("/proc/self/stat");
    private static final int MINOR_FAULTS = 7;
    private static final int MAJOR_FAULTS = 9;
    private static final long KIB = 1024;
    private static final double NANOS = 1e9;

    private final long begun = System.nanoTime();
    private final Faults before = Faults.now();
    private long mapped;
    private long touched;

    /// Page faults of this process up to now: all of them, and those that had to wait for the disk.
    private record Faults(long all, long fromDisk) {

        private static final Faults UNKNOWN = new Faults(-1, -1);

        static Faults now() {
            try {
                String line = Files.readString(PROCESS, StandardCharsets.ISO_8859_1);
                // The name of the program, in brackets, may contain blanks.
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
                long major = Long.parseLong(fields[MAJOR_FAULTS]);
                return new Faults(Long.parseLong(fields[MINOR_FAULTS]) + major, major);
            } catch (IOException noLinux) {
                return UNKNOWN;
            }
        }
    }

    /// Counts the pages of a file that are in this process, before the file is closed.
    ///
    /// @param file the file as the user named it
    void count(String file) {
        try {
            String name = Path.of(file).toRealPath().toString();
            boolean isIn = false;
            for (String line : Files.readAllLines(MAPPINGS, StandardCharsets.UTF_8)) {
                if (line.endsWith(" kB")) {
                    String[] words = line.split("\\s+", -1);
                    long bytes = isIn ? Long.parseLong(words[1]) * KIB : 0;
                    mapped += words[0].equals("Size:") ? bytes : 0;
                    touched += words[0].equals("Rss:") ? bytes : 0;
                } else if (!line.startsWith("VmFlags:")) {
                    isIn = line.endsWith(" " + name);
                }
            }
        } catch (IOException noLinux) {
            // Then it is not told.
        }
    }

    /// Puts it into words.
    ///
    /// @return such as `0.42 s, 1.2 MB of 3.3 GB touched, 812 page faults (3 from disk)`
    String report() {
        String time = String.format(Locale.ROOT, "%.3f s", (System.nanoTime() - begun) / NANOS);
        Faults now = Faults.now();
        if (now.equals(Faults.UNKNOWN)) {
            return time;
        }
        String share = mapped == 0 ? "" : ", " + Numbers.bytes(touched) + " of " + Numbers.bytes(mapped) + " touched";
        return time + share + ", " + Numbers.count(now.all - before.all, "page fault") + " ("
                + (now.fromDisk - before.fromDisk) + " from disk)";
    }
}
