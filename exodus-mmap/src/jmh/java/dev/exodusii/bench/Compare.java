package dev.exodusii.bench;

import dev.exodusii.bench.Measured.Cell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Measures us and all others that are on this machine, on the same files in the same run, and writes the tables.
///
/// All is measured in several rounds, each in JVMs of its own, and the median of all iterations counts: work of others on
/// the machine, which comes and goes, then hits everybody alike. Arguments: `quick` for one short round that writes
/// `target/bench/BENCHMARKS.md`; and regular expressions for the rows, all of them without. Rows that were measured
/// before stay in the table, so that on a busy machine it can be made in several sittings; a row is of one sitting.
final class Compare {

    private static final Path QUICK_REPORT = Path.of("target/bench/BENCHMARKS.md");
    private static final Path REPORT = Path.of("../BENCHMARKS.md");

    private final boolean isQuick;
    private final List<String> patterns;
    private final Peers peers = new Peers();
    private final Measured measured = new Measured();

    private Compare(boolean isQuick, List<String> patterns) {
        this.isQuick = isQuick;
        this.patterns = patterns;
    }

    public static void main(String[] args) throws Exception {
        List<String> patterns = new ArrayList<>(List.of(args));
        boolean isQuick = patterns.remove("quick");
        new Compare(isQuick, patterns).run();
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        peers.missing.forEach(System.out::println);
        Agreement.check(peers);
        for (int round = 0; round < (isQuick ? 1 : 2); round++) {
            measure(Row.Part.HOT, isQuick ? 2 : 5);
            measure(Row.Part.THREADS, isQuick ? 2 : 5);
            if (peers.hasScipy) {
                scipy();
            }
        }
        if (peers.hasC) {
            measure(Row.Part.COLD, isQuick ? 2 : 7);
        }
        Path times = Path.of("target/bench", isQuick ? "times-quick" : "times");
        measured.save(times);
        Path scale = times.resolve("Scale.md");
        if (isWanted(Scale.class.getSimpleName())) {
            Files.writeString(scale, scale());
        }
        Path viewer = times.resolve("Viewer.md");
        if (isWanted(Viewer.class.getSimpleName())) {
            Files.writeString(viewer, ViewerTable.markdown());
        }
        Path whole = times.resolve("whole");
        if (patterns.isEmpty()) {
            Files.writeString(whole, "all rows were measured here\n");
        }
        // A few rows do not take the place of a report on all.
        Path report = isQuick || !Files.exists(whole) ? QUICK_REPORT : REPORT;
        Files.writeString(report, head() + new Table(Measured.load(times)).markdown()
                + (Files.exists(viewer) ? "\n" + Files.readString(viewer).stripTrailing() + "\n" : "") + (Files.exists(scale) ? "\n" + Files.readString(scale) : ""));
        System.out.println("written: " + report.toAbsolutePath().normalize());
    }

    private boolean isWanted(String row) {
        return patterns.isEmpty() || patterns.stream().anyMatch(row::matches);
    }

    /// Runs the rows of one part that were asked for.
    private void measure(Row.Part part, int iterations) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().forks(1).shouldFailOnError(false)
                .addProfiler(GCProfiler.class).measurementIterations(iterations);
        if (part != Row.Part.COLD) {
            options.warmupIterations(5).warmupTime(TimeValue.milliseconds(200))
                    .measurementTime(TimeValue.milliseconds(200));
        }
        boolean isAny = false;
        for (Row row : Row.in(part)) {
            if (isWanted(row.name())) {
                options.include(Pattern.quote(row.type().getName() + "."));
                isAny = true;
            }
        }
        for (String absent : peers.absentContenders) {
            options.exclude("\\." + absent + "$");
        }
        if (isAny) {
            Collection<RunResult> results = new Runner(options.build()).run();
            results.forEach(measured::add);
        }
    }

    private void scipy() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Peers.PYTHON, "src/jmh/python/scipy_rows.py",
                BenchmarkFiles.doubles().toString(), BenchmarkFiles.floats().toString(), "0.2"));
        Row.in(Row.Part.HOT).stream().map(Row::name).filter(this::isWanted).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(output);
        for (String line : output.lines().toList()) {
            String[] words = line.split(" ");
            for (int i = 2; i < words.length; i++) {
                measured.add(new Cell(words[0], words[1], "scipy"), Double.parseDouble(words[i]));
            }
        }
        if (process.waitFor() != 0) {
            System.out.println("scipy's rows ended early");
        }
    }

    /// Runs [Scale] in a small heap.
    private static String scale() throws IOException, InterruptedException {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dexodus.bench.files=" + System.getProperty("exodus.bench.files", "target/bench/files"), "-cp",
                System.getProperty("java.class.path"), Scale.class.getName());
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String tables = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the program that reads large files failed");
        }
        System.out.print(tables);
        // Before the tables it says what files it makes.
        return "## Files of 80 and 100 GB, `-Xmx64m`\n\nThe files are sparse: what is read are holes, but pages all the same.\n\n"
                + tables.substring(tables.indexOf('|'));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder("""
                # Benchmarks

                What reading costs, beside everything else that a program could read the same files with. Each row is the
                same work on the same file in the same run, ours and the C loops on the same mapping. Times are medians of
                all iterations; in parentheses is how many times longer others take than this library: above 1 it is
                ahead. `~` marks times whose middle half spreads by more than 15 %. "C loop" is the plainest loop over the
                mapped values (`gcc -O3 -march=native`), "16 lanes" has 16 accumulators and so adds in another order: what
                the machine can do. "Vector API" is our own with `--add-modules jdk.incubator.vector`.
                "allocated" is what an operation of ours allocates in the Java heap. Steps are read in turn, eight of them,
                so that values come from memory and not from the processor's caches. Before anything is measured, our
                loops have seen doubles, floats, contiguous and spread values.

                The file has 1,030,301 nodes and 1,000,000 HEX8: doubles with 100 steps of 4 variables (3.3 GB, CDF-2),
                floats with 20 steps, connectivity of 64 bits in CDF-5, which scipy and netcdf-java do not read.

                """);
        head.append("- Command: `exodus-mmap/src/jmh/compare").append(isQuick ? " quick" : "").append("`, ")
                .append(LocalDate.now()).append('\n');
        head.append("- Machine: ").append(Machine.description()).append('\n');
        head.append("- Others: ").append(String.join("; ", peers.versions)).append('\n');
        peers.missing.forEach(line -> head.append("- ").append(line).append('\n'));
        if (isQuick) {
            head.append("- **A quick run, for trying: these figures are not to be quoted.**\n");
        }
        return head.append('\n').toString();
    }
}
