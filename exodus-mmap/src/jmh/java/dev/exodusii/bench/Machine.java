package dev.exodusii.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The machine that figures are from, and the programs on it.
final class Machine {

    private Machine() {}

    static String description() throws IOException {
        Runtime.Version java = Runtime.version();
        return "%s, %d processors, %.0f GB of memory, %s %s, JDK %s (%s)%s".formatted(processor(),
                Runtime.getRuntime().availableProcessors(), memory(), System.getProperty("os.name"),
                System.getProperty("os.version"), java, System.getProperty("java.vendor.version", "?"), readAhead());
    }

    /// How much the system reads around a page that a mapping touches: decides what cold reads cost.
    private static String readAhead() {
        String sizes = firstLineOf("sh", "-c",
                "cat $(df --output=source . | tail -1 | sed 's|/dev/\\([a-z]*\\).*|/sys/block/\\1/queue/read_ahead_kb|')");
        return sizes == null ? "" : ", read-ahead of the disk " + sizes + " kB";
    }

    private static String processor() throws IOException {
        return firstLine(Path.of("/proc/cpuinfo"), "model name");
    }

    private static double memory() throws IOException {
        String kilobytes = firstLine(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? 0 : Double.parseDouble(kilobytes) / (1 << 20);
    }

    private static String firstLine(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> line.replaceAll("^[^:]*:\\s*", "")).orElse("");
    }

    /// Returns the first line that a command prints, or null when it fails or does not exist.
    static @Nullable String firstLineOf(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0
                    ? output.lines().findFirst().orElse("").toLowerCase(Locale.ROOT) : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
