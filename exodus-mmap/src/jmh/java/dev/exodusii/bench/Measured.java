package dev.exodusii.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// All times of a comparison: for each row, what the file has and who did it, the seconds of each iteration.
final class Measured {

    /// A cell of the table.
    record Cell(String row, String stored, String contender) {}

    private final Map<Cell, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<Cell, Double> allocated = new LinkedHashMap<>();

    void add(RunResult result) {
        String[] names = result.getParams().getBenchmark().split("\\.");
        String stored = result.getParams().getParam("stored");
        Cell cell = new Cell(names[names.length - 2], stored == null ? "-" : stored, names[names.length - 1]);
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                add(cell, seconds(iteration.getPrimaryResult()));
            }
        }
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (bytes != null) {
            allocated.merge(cell, bytes.getScore(), Math::min);
        }
    }

    private static double seconds(Result<?> result) {
        TimeUnit unit = Arrays.stream(TimeUnit.values())
                .filter(each -> result.getScoreUnit().startsWith(abbreviation(each) + "/")).findFirst().orElseThrow();
        return result.getScore() * unit.toNanos(1) / 1e9;
    }

    private static String abbreviation(TimeUnit unit) {
        return switch (unit) {
            case NANOSECONDS -> "ns";
            case MICROSECONDS -> "us";
            case MILLISECONDS -> "ms";
            case SECONDS -> "s";
            default -> "?";
        };
    }

    void add(Cell cell, double time) {
        seconds.computeIfAbsent(cell, _ -> new ArrayList<>()).add(time);
    }

    /// Writes what was measured of each row into a file of its name, in place of what was measured of it before.
    void save(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (String row : seconds.keySet().stream().map(Cell::row).distinct().toList()) {
            List<String> lines = seconds.keySet().stream().filter(cell -> cell.row.equals(row)).map(cell -> "%s %s %s %s"
                    .formatted(cell.stored, cell.contender, allocated.getOrDefault(cell, Double.NaN), seconds.get(cell)
                            .stream().map(String::valueOf).collect(Collectors.joining(" ")))).toList();
            Files.write(directory.resolve(row + ".txt"), lines);
        }
    }

    /// Reads what was measured of all rows.
    static Measured load(Path directory) throws IOException {
        Measured measured = new Measured();
        for (Row row : Row.ALL) {
            Path file = directory.resolve(row.name() + ".txt");
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.split(" ");
                Cell cell = new Cell(row.name(), words[0], words[1]);
                if (!words[2].equals("NaN")) {
                    measured.allocated.put(cell, Double.valueOf(words[2]));
                }
                for (int i = 3; i < words.length; i++) {
                    measured.add(cell, Double.parseDouble(words[i]));
                }
            }
        }
        return measured;
    }

    /// Returns the middle one of the times of all iterations.
    OptionalDouble time(String row, String stored, String contender) {
        double[] sorted = sorted(row, stored, contender);
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length / 2]);
    }

    /// Returns how far the middle half of the times spreads, as a part of the middle one.
    double spread(String row, String stored, String contender) {
        double[] sorted = sorted(row, stored, contender);
        return (sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4]) / sorted[sorted.length / 2];
    }

    private double[] sorted(String row, String stored, String contender) {
        return seconds.getOrDefault(new Cell(row, stored, contender), List.of()).stream().mapToDouble(each -> each)
                .sorted().toArray();
    }

    /// Returns the bytes that an operation allocates in the Java heap.
    OptionalDouble allocated(String row, String stored, String contender) {
        Double bytes = allocated.get(new Cell(row, stored, contender));
        return bytes == null ? OptionalDouble.empty() : OptionalDouble.of(bytes);
    }

    /// What files had in the measurements of a row.
    Set<String> stored(String row) {
        Set<String> stored = new LinkedHashSet<>();
        seconds.keySet().stream().filter(cell -> cell.row.equals(row)).forEach(cell -> stored.add(cell.stored));
        return stored;
    }

    boolean has(String row, String contender) {
        return seconds.keySet().stream().anyMatch(cell -> cell.row.equals(row) && cell.contender.equals(contender));
    }
}
