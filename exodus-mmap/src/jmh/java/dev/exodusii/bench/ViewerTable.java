package dev.exodusii.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs [Viewer] and VTK in turn, each time in a new process, and makes a table of the medians.
final class ViewerTable {

    private static final int RUNS = 5;
    private static final int STEPS = 100;
    private static final int STEPS_OF_OTHERS = 10;
    private static final int NOT_THERE = 3;

    private final List<Map<String, String>> ours = new ArrayList<>();
    private final List<Map<String, String>> vtk = new ArrayList<>();

    private ViewerTable() {}

    static String markdown() throws IOException, InterruptedException {
        ViewerTable table = new ViewerTable();
        for (int run = 0; run < RUNS; run++) {
            table.run();
        }
        return table.text();
    }

    private void run() throws IOException, InterruptedException {
        String file = BenchmarkFiles.doubles().toString();
        ours.add(lines(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Viewer.class.getName(), file, Integer.toString(STEPS))));
        Map<String, String> other = lines(List.of(Peers.PYTHON, "src/jmh/python/vtk_surface.py", file,
                Integer.toString(STEPS_OF_OTHERS)));
        if (!other.isEmpty()) {
            vtk.add(other);
        }
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
                drawn; each in a process of its own, medians of 5. VTK is `vtkExodusIIReader` with
                `vtkDataSetSurfaceFilter`, without drawing. In parentheses how many times longer VTK takes, or how many times
                more memory it has; pages of a file that are mapped are the system's, which takes them back when it likes.

                """);
        text.append(String.format(Locale.ROOT, "| what | ours | %s | wanted |%n|---|--:|--:|--:|%n", other));
        time(text, "open to first picture, program just started", "first", "first", 8);
        time(text, "open to first picture, of a second file", "again", "again", 8);
        time(text, "next step, seen for the first time", "step", "step", 100);
        time(text, "next step, seen before", "replay", "step", 100);
        memory(text, "memory of its own", "own", 4);
        memory(text, "memory at most, with the pages of the file that are mapped", "peak", 0);
        return text.append('\n').toString();
    }

    private void time(StringBuilder text, String what, String own, String other, int wanted) {
        double time = median(ours, own);
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
