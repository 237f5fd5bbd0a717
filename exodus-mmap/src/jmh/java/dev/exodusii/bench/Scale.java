package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.view.Statistics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/// Files of 100 GB in a heap of 64 MB: how long things take and what stays in the heap, as tables in Markdown.
///
/// The files are holes, so that no disk is measured; the mapping, the page tables and the values are as always.
final class Scale {

    private static final int TIMES = 15;
    private static final long[] NODES = {10_000, 1_000_000, 10_000_000};

    private Scale() {}

    public static void main(String[] args) throws Exception {
        Path wide = BenchmarkFiles.sparse(10_000_000, 100, 10);
        Path longRun = BenchmarkFiles.sparse(75_000, 18_500, 9);
        for (long nodes : NODES) {
            BenchmarkFiles.sparse(nodes, 100, 10);
        }
        warm();
        System.out.println("| file | size | open | step | history, first, again | statistics of a variable | heap, then | heap, at most |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
        work("10 M nodes x 100 steps x 10 variables", wide);
        work("75 k nodes x 18,500 steps x 9 variables", longRun);
        System.out.println();
        System.out.println("| open, of files with 10 variables | | | |");
        System.out.println("|---|--:|--:|--:|");
        sizes();
        System.out.println();
        System.out.println("| history of a node, first, again; 75 k nodes | | | |");
        System.out.println("|---|--:|--:|--:|");
        steps(longRun);
        System.out.println();
        System.out.println("| history of a node, first, again; 100 steps | | | |");
        System.out.println("|---|--:|--:|--:|");
        nodes();
    }

    /// Lets the compiler see all of it before anything is measured.
    private static void warm() throws Exception {
        Path small = BenchmarkFiles.sparse(10_000, 100, 10);
        for (int i = 0; i < 500; i++) {
            try (ExodusFile file = Exodus.open(small)) {
                file.nodal("v5").histories(new long[] {i}, new double[100]);
                file.nodal("v5").step(i % 100).sum();
            }
        }
    }

    private static void work(String label, Path path) throws Exception {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        double open = median(() -> nodes(path));
        try (ExodusFile file = Exodus.open(path)) {
            TimeSeries series = file.nodal("v5");
            double step = median(() -> series.step(series.steps() / 2).sum());
            String history = history(series, series.size() / 3);
            long begin = System.nanoTime();
            StepScan.run(List.of(series), LongStream.range(0, series.steps()).toArray(), Workers.callingThread(),
                    (_, found) -> check(found.getFirst()));
            double statistics = (System.nanoTime() - begin) / 1e9;
            System.out.printf(Locale.ROOT, "| %s | %.1f GB | %s | %s (sum) | %s | %.1f s | %.1f MB | %.1f MB |%n", label,
                    Files.size(path) / 1e9, Table.time(open), Table.time(step), history, statistics, heapAfter(), heapPeak());
        }
    }

    private static void check(Statistics statistics) {
        if (statistics.sum() != 0) {
            throw new IllegalStateException("a hole is not zero");
        }
    }

    private static long nodes(Path path) throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            return file.nodeCount();
        }
    }

    private static void sizes() throws Exception {
        StringBuilder head = new StringBuilder("| size");
        StringBuilder line = new StringBuilder("| open");
        for (long nodes : NODES) {
            Path path = BenchmarkFiles.sparse(nodes, 100, 10);
            head.append(" | ").append(String.format(Locale.ROOT, "%.1f GB", Files.size(path) / 1e9));
            line.append(" | ").append(Table.time(median(() -> nodes(path))));
        }
        System.out.println(head + " |");
        System.out.println(line + " |");
    }

    private static void steps(Path path) throws Exception {
        StringBuilder head = new StringBuilder("| steps");
        StringBuilder line = new StringBuilder("| time");
        try (ExodusFile file = Exodus.open(path)) {
            TimeSeries series = file.nodal("v5");
            for (long steps : new long[] {1_000, 4_000, 16_000}) {
                head.append(" | ").append(String.format(Locale.ROOT, "%,d", steps));
                line.append(" | ").append(history(series.slice(0, steps), series.size() / 2 + steps));
            }
        }
        System.out.println(head + " |");
        System.out.println(line + " |");
    }

    private static void nodes() throws Exception {
        StringBuilder head = new StringBuilder("| nodes");
        StringBuilder line = new StringBuilder("| time");
        for (long nodes : NODES) {
            try (ExodusFile file = Exodus.open(BenchmarkFiles.sparse(nodes, 100, 10))) {
                head.append(" | ").append(String.format(Locale.ROOT, "%,d", nodes));
                line.append(" | ").append(history(file.nodal("v5"), nodes / 2));
            }
        }
        System.out.println(head + " |");
        System.out.println(line + " |");
    }

    /// The history of one node, announced: a mapping that is not told would have the system read megabytes around each
    /// value, all of the file in the end. After the first time its pages are in memory.
    private static String history(TimeSeries series, long node) throws Exception {
        double[] values = new double[(int) series.steps()];
        Callable<?> work = () -> {
            series.histories(new long[] {node}, values);
            return values;
        };
        long begin = System.nanoTime();
        work.call();
        double first = (System.nanoTime() - begin) / 1e9;
        return Table.time(first) + ", " + Table.time(median(work));
    }

    private static double median(Callable<?> work) throws Exception {
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            work.call();
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[TIMES / 2];
    }

    private static double heapAfter() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6;
    }
}
