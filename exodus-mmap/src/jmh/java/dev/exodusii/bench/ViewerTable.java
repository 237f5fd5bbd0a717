package dev.exodusii.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Runs [Viewer] and VTK in turn, each time in a new process, and makes a table of the medians.
final class ViewerTable {

    private static final int RUNS = 5;
    private static final int STEPS = 100;
    private static final int STEPS_OF_OTHERS = 10;
    private static final int NOT_THERE = 3;

    private static final Path DIRECTORY = Path.of("target/bench/viewer");
    private static final String CACHE = DIRECTORY.resolve("viewer.aot").toString();

    private final List<Map<String, String>> ours = new ArrayList<>();
    /// The same with an ahead-of-time cache of the program.
    private final List<Map<String, String>> cached = new ArrayList<>();
    private final List<Map<String, String>> vtk = new ArrayList<>();

    private ViewerTable() {}

    static String markdown() throws IOException, InterruptedException {
        ViewerTable table = new ViewerTable();
        String classPath = jars();
        String file = BenchmarkFiles.doubles().toString();
        lines(viewer(classPath, "-XX:AOTCacheOutput=" + CACHE, file));
        for (int run = 0; run < RUNS; run++) {
            table.run(classPath, file);
        }
        return table.text();
    }

    private void run(String classPath, String file) throws IOException, InterruptedException {
        ours.add(lines(viewer(classPath, "-Xshare:auto", file)));
        cached.add(lines(viewer(classPath, "-XX:AOTCache=" + CACHE, file)));
        Map<String, String> other = lines(List.of(Peers.PYTHON, "src/jmh/python/vtk_surface.py", file,
                Integer.toString(STEPS_OF_OTHERS)));
        if (!other.isEmpty()) {
            vtk.add(other);
        }
    }

    private static List<String> viewer(String classPath, String option, String file) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option,
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath, Viewer.class.getName(), file, Integer.toString(STEPS));
    }

    /// Returns the class path with jars in place of directories, of which a cache takes nothing.
    private static String jars() throws IOException {
        Files.createDirectories(DIRECTORY);
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                String packed = DIRECTORY.resolve(entries.size() + ".jar").toString();
                if (jar.run(System.out, System.err, "--create", "--file", packed, "-C", entry, ".") != 0) {
                    throw new IOException("not packed: " + entry);
                }
                entries.add(packed);
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Map<String, String> lines(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status == NOT_THERE) {
            return Map.of();
        }
        if (status != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
        Map<String, String> values = new HashMap<>();
        for (String line : output.lines().toList()) {
            String[] words = line.split(" ", 2);
            values.put(words[0], words[1]);
        }
        return values;
    }

    private String text() {
        String other = vtk.isEmpty() ? "VTK (not here)" : "VTK " + vtk.getFirst().get("version");
        if (!vtk.isEmpty() && (median(ours, "nodes") != median(vtk, "nodes") || median(ours, "faces") != median(vtk, "faces"))) {
            throw new IllegalStateException("the surfaces differ: " + ours + " and " + vtk);
        }
        StringBuilder text = new StringBuilder("""
                ## What a viewer does

                The outside of the mesh, displaced and in the colours of the displacement's length, in buffers ready to be
                drawn, by two threads; each in a process of its own, medians of 5. VTK is `vtkExodusIIReader` with
                `vtkDataSetSurfaceFilter`, without drawing. In parentheses how many times longer VTK takes, or how many times
                more memory it has; pages of a file that are mapped are the system's, which takes them back when it likes.

                """);
        text.append(String.format(Locale.ROOT, "| what | ours | %s | wanted |%n|---|--:|--:|--:|%n", other));
        time(text, "open to first picture, program just started", ours, "first", "first", 8);
        time(text, "the same, with an ahead-of-time cache (`-XX:AOTCache`)", cached, "first", "first", 8);
        time(text, "open to first picture, of a second file", ours, "again", "again", 8);
        time(text, "next step, seen for the first time", ours, "step", "step", 100);
        time(text, "the same, with an ahead-of-time cache", cached, "step", "step", 100);
        time(text, "next step, seen before", ours, "replay", "step", 100);
        memory(text, "memory of its own", "own", 4);
        memory(text, "memory at most, with the pages of the file that are mapped", "peak", 0);
        return text.append('\n').toString();
    }

    private void time(StringBuilder text, String what, List<Map<String, String>> runs, String own, String other, int wanted) {
        double time = median(runs, own);
        text.append(String.format(Locale.ROOT, "| %s | **%s** | %s | %d |%n", what, Table.time(time),
                vtk.isEmpty() ? "" : Table.time(median(vtk, other)) + ratio(median(vtk, other) / time), wanted));
    }

    private void memory(StringBuilder text, String what, String name, int wanted) {
        double bytes = median(ours, name);
        text.append(String.format(Locale.ROOT, "| %s | **%.0f MB** | %s | %s |%n", what, bytes / 1e6,
                vtk.isEmpty() ? "" : String.format(Locale.ROOT, "%.0f MB", median(vtk, name) / 1e6)
                        + ratio(median(vtk, name) / bytes), wanted == 0 ? "" : Integer.toString(wanted)));
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, " (%.1f)", ratio);
    }

    private static double median(List<Map<String, String>> runs, String name) {
        double[] values = runs.stream().mapToDouble(run -> Double.parseDouble(run.get(name))).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
