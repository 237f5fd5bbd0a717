package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.SparseModel.Probe;
import dev.exodusii.view.MinMax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files beyond the limits of 32-bit arithmetic. They are sparse: gigabytes by name, kilobytes on the disk.
class LargeFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "CDF-{0} of {1} nodes x {2} steps x {3} variables")
    @CsvSource({
        "1,   5_000_000,  50, 1", // 2 GB: the last offset that 32 signed bits hold is the first record's
        "2,   5_000_000,  60, 1", // over 2 GB
        "2,   5_000_000, 120, 1", // over 4 GB
        "5,   5_000_000, 120, 1",
        "2,  10_000_000, 130, 10", // 104 GB: the workstation case
        "5,  10_000_000, 130, 10",
        "5, 600_000_000,   2, 2", // one slab of 4.8 GB, more than 32 bits can count
    })
    void everyCornerIsReachedInLargeFiles(int version, String nodes, long steps, int variables) throws IOException {
        SparseModel model = new SparseModel(version, Long.parseLong(nodes.replace("_", "")), steps, variables);
        Path path = folder.resolve("large.e");
        List<Probe> probes = new ArrayList<>();
        for (int variable : new int[] {0, variables - 1}) {
            for (long step : new long[] {0, steps / 2, steps - 1}) {
                for (long node : new long[] {0, model.nodes() / 2, model.nodes() - 1}) {
                    probes.add(new Probe(variable, step, node, 1 + variable + 100 * step + node / 1e9));
                }
            }
        }
        model.write(path, probes);

        assertEquals(model.fileBytes(), Files.size(path));
        try (ExodusFile file = Exodus.open(path)) {
            assertEquals(List.of(), file.findings());
            assertEquals(model.nodes(), file.nodeCount());
            assertEquals(steps, file.times().steps());
            for (Probe probe : probes) {
                TimeSeries series = file.nodalVariables().get(probe.variable());
                assertEquals(probe.value(), series.get(probe.step(), probe.node()));
                assertEquals(probe.value(), series.step(probe.step()).get(probe.node()));
                assertEquals(probe.value(), series.history(probe.node()).get(probe.step()));
            }
        }
        Files.delete(path);
    }

    @Test
    void a100GigabyteFileIsReadInA32MegabyteHeap() throws IOException, InterruptedException {
        SparseModel model = new SparseModel(2, 10_000_000, 130, 10);
        Path path = folder.resolve("huge.e");
        model.write(path, List.of(new Probe(4, 7, 123_456, -2.5), new Probe(4, 7, 9_999_999, 7.25),
                new Probe(4, 129, 123_456, 3.5)));
        assertTrue(Files.size(path) > 100_000_000_000L);

        Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
                "-cp", classPath(), SmallHeapReader.class.getName(), path.toString()).redirectErrorStream(true).start();
        String output = new String(reader.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertEquals(0, reader.waitFor(), output);
        assertTrue(output.contains("range -2.5 .. 7.25 over 10000000 nodes"), output);
        assertTrue(output.contains("history sum 1.0 over 130 steps"), output);
        Files.delete(path);
    }

    /// What the forked program does: a step's range and a node's history.
    static final class SmallHeapReader {

        public static void main(String[] arguments) throws IOException {
            if (Runtime.getRuntime().maxMemory() > 40_000_000) {
                throw new IllegalStateException("the heap is larger than the test wants");
            }
            try (ExodusFile file = Exodus.open(Path.of(arguments[0]))) {
                TimeSeries series = file.nodal("v5");
                MinMax range = series.step(7).minMax();
                System.out.println("range " + range.min() + " .. " + range.max() + " over " + range.count() + " nodes");
                System.out.println("history sum " + series.history(123_456).sum() + " over " + series.steps() + " steps");
            }
        }
    }

    private static String classPath() {
        String tests = Path.of(LargeFileTest.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
        String modules = System.getProperty("jdk.module.path", "");
        String classes = System.getProperty("java.class.path", "");
        return String.join(java.io.File.pathSeparator, tests, modules, classes,
                Path.of(System.getProperty("user.dir"), "target", "test-classes").toString());
    }

    @Test
    void openingCostsTheHeaderAndNotTheFile() throws IOException {
        // Allocation stands for work here: what is made while opening depends on the header alone.
        long small = openingAllocation(new SparseModel(2, 1_000, 2, 10), "small.e");
        long huge = openingAllocation(new SparseModel(2, 10_000_000, 130, 10), "huge.e");

        assertTrue(huge < small * 1.5 + 10_000, "opening 100 GB allocates " + huge + " bytes, 160 kB " + small);
    }

    private long openingAllocation(SparseModel model, String name) throws IOException {
        Path path = folder.resolve(name);
        model.write(path, List.of());
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long[] allocated = IntStream.range(0, 20).mapToLong(round -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            try (ExodusFile file = Exodus.open(path)) {
                assertTrue(file.isOpen());
                return threads.getCurrentThreadAllocatedBytes() - before;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }).sorted().toArray();
        Files.delete(path);
        return allocated[allocated.length / 2];
    }
}
