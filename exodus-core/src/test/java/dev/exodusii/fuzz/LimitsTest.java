package dev.exodusii.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.exodusii.Assembly;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.check.CheckCode;
import dev.exodusii.check.CheckReport;
import dev.exodusii.check.ModelCheck;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Verdict;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.FileIdentity;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.RangeCodec;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.SurfaceOptions;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sound files with headers as large as one may meet: what they cost grows with the header and no faster.
///
/// What is counted is memory that is allocated, which is the same on every machine, and whether a JVM with little memory is
/// enough for what an open file keeps. Time is bounded generously, so that only what is quadratic fails.
@Timeout(120)
class LimitsTest {

    /// Bytes that opening may allocate for each byte of a header of nothing but short entries.
    private static final double MOST_PER_BYTE = 32;
    private static final double EVENLY = 1.3;
    /// A quadratic step over a hundred thousand things takes longer.
    private static final long MOST_CPU_NANOS = 8_000_000_000L;

    /// Bytes that are enough to open a file and look things up: so many for any, what the JVM itself takes among them, and so
    /// many for each byte of the file.
    private static final Bound HEAP = new Bound(4L << 20, 4);

    private static final Workers HERE = Workers.callingThread();
    private static final String CLASSES = String.join(File.pathSeparator, System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path", ""),
            Path.of(System.getProperty("user.dir"), "target", "test-classes").toString());
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static ExodusFile open(byte[] file) {
        try {
            return ExodusFile.parse(MemorySegment.ofArray(file), Walk.NAME);
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns the bytes that opening allocates for each byte of a file.
    private static double perByte(byte[] file) {
        open(file);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        open(file);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) file.length;
    }

    private static void requireLinear(IntFunction<byte[]> files, int count) {
        double quarter = perByte(files.apply(count / 4));
        double whole = perByte(files.apply(count));

        assertTrue(whole < EVENLY * quarter, "opening takes " + quarter + " bytes for each byte, but " + whole
                + " in a file four times as large");
        assertTrue(whole < MOST_PER_BYTE, "opening takes " + whole + " bytes for each byte of the file");
    }

    /// Opens a file in a JVM that has little memory; the file itself lies outside the heap.
    private static void requireSmallHeap(byte[] file, Path folder) throws IOException, InterruptedException {
        Path written = Files.write(folder.resolve("extreme.e"), file);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx" + HEAP.of(file.length), "-cp", CLASSES, SmallHeap.class.getName(),
                written.toString()).redirectErrorStream(true).redirectOutput(output.toFile());
        // The JVM says that it has found these.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        assertEquals(0, builder.start().waitFor(), Files.readString(output));
    }

    /// Asks all that a program would ask first.
    private static CheckReport used(ExodusFile file) {
        long begun = THREADS.getCurrentThreadCpuTime();
        file.findings();
        for (EntityKind kind : EntityKind.values()) {
            file.properties(kind);
            file.entities(kind).forEach(entity -> {
                entity.variables();
                assertEquals(entity.id(), file.entities(kind).id(entity.id()).id());
            });
        }
        MeshFaces.of(file, HERE).surface(SurfaceOptions.standard(), HERE);
        CheckReport report = ModelCheck.run(file, true, 4, HERE);
        long nanos = THREADS.getCurrentThreadCpuTime() - begun;
        assertTrue(nanos < MOST_CPU_NANOS, "takes " + nanos / 1_000_000 + " ms of a processor");
        return report;
    }

    private static Verdict comparedWithItself(ExodusFile file) {
        return Comparison.of(file, file, ComparisonSettings.builder().build()).run(HERE, event -> {}).verdict();
    }

    @Test
    void hundredThousandVariablesCostNoMoreEach() {
        requireLinear(Extremes::variables, 100_000);
    }

    @Test
    void hundredThousandVariablesAreKeptInFourBytesForEachOfTheFile(@TempDir Path folder) throws IOException, InterruptedException {
        requireSmallHeap(Extremes.variables(100_000), folder);
    }

    @Test
    void hundredThousandVariablesAreUsed() {
        ExodusFile file = open(Extremes.variables(100_000));

        used(file);

        assertEquals(100_000, file.nodalVariables().size());
        assertEquals(2, file.nodal("x99999").step(1).get(1));
        assertEquals(Verdict.SAME, comparedWithItself(file));
    }

    @Test
    void thousandsOfNodeSetsCostNoMoreEach() {
        requireLinear(Extremes::nodeSets, 26_000);
    }

    @Test
    void thousandsOfNodeSetsAreKeptInFourBytesForEachOfTheFile(@TempDir Path folder) throws IOException, InterruptedException {
        requireSmallHeap(Extremes.nodeSets(26_000), folder);
    }

    @Test
    void thousandsOfNodeSetsAreUsed() {
        ExodusFile file = open(Extremes.nodeSets(26_000));

        used(file);

        assertEquals(26_000, file.nodeSets().size());
        assertEquals(1, file.nodeSets().name("x26000").requireVariable("x1").step(1).get(0));
        assertEquals(25_999, file.property(EntityKind.NODE_SET, "COLOUR").get(25_998));
        assertEquals(Verdict.SAME, comparedWithItself(file));
    }

    @Test
    void millionDimensionsOfBlocksCostNoMoreEach() {
        requireLinear(Extremes::blockDimensions, 1_000_000);
    }

    @Test
    void millionDimensionsOfBlocksAreKeptInFourBytesForEachOfTheFile(@TempDir Path folder) throws IOException, InterruptedException {
        requireSmallHeap(Extremes.blockDimensions(1_000_000), folder);
    }

    @Test
    void quarterMillionBlocksWithoutElementsAreUsed() {
        ExodusFile file = open(Extremes.blockDimensions(250_000));

        used(file);

        assertEquals(250_000, file.elementBlocks().size());
        assertEquals(249_999, file.elementBlocks().id(250_000).firstIndex());
    }

    @Test
    void namesOfEqualHashCodesAreNoSlowerThanOthers() {
        byte[] file = Extremes.equalHashCodes(17);
        long begun = THREADS.getCurrentThreadCpuTime();

        ExodusFile opened = open(file);

        long nanos = THREADS.getCurrentThreadCpuTime() - begun;
        assertTrue(nanos < MOST_CPU_NANOS, "takes " + nanos / 1_000_000 + " ms of a processor");
        assertEquals(0, opened.container().findings().size());
    }

    @Test
    void namesOfMillionBytesAreRead() {
        ExodusFile file = open(Extremes.longNames(1_000_000));

        used(file);

        assertEquals(1_000_000, file.variables(EntityKind.NODAL).names().getFirst().length());
        assertEquals(1_000_000, file.elementBlocks().getFirst().name().length());
        assertTrue(file.findings().stream().allMatch(finding -> finding.toString().length() < 4_096));
        Ranges ranges = Ranges.of(file);
        ranges.overall(Quantity.of(EntityKind.NODAL, file.nodalVariables().getFirst().name()), HERE);
        assertTrue(RangeCodec.encode(FileIdentity.of(file, 1), ranges.table()).length < 4_096);
        assertEquals(Verdict.SAME, comparedWithItself(file));
    }

    @Test
    void variablesOfAsManyDimensionsAsThereMayBeAreReadOrRefused() {
        Campaign campaign = new Campaign(1, 1);
        byte[] file = Extremes.ranks(1_024);

        Walk.Outcome outcome = campaign.check("1024 dimensions", file, open(file), Walk.Depth.EVERYTHING);

        assertEquals(Walk.Outcome.READ_IN_PART, outcome);
        assertEquals(1_024, open(file).container().requireVariable("connect1").rank());
    }

    @Test
    void assembliesInAChainOfTenThousandAreFollowed() {
        ExodusFile file = open(Extremes.assemblies(10_000, false));

        CheckReport report = used(file);

        assertEquals(0, report.findings().stream()
                .filter(found -> found.code().equals(CheckCode.ASSEMBLY_CYCLE.name())).count());
        assertEquals(0, file.assemblies().getFirst().leaves().size());
    }

    @Test
    void assembliesInARingOfTenThousandEachContainThemselves() {
        ExodusFile file = open(Extremes.assemblies(10_000, true));

        CheckReport report = used(file);

        assertEquals(10_000, report.findings().stream()
                .filter(found -> found.code().equals(CheckCode.ASSEMBLY_CYCLE.name())).count());
        Assembly first = file.assemblies().getFirst();
        assertEquals(0, first.leaves().size());
        assertEquals(2, first.members().getFirst().id());
    }
}
