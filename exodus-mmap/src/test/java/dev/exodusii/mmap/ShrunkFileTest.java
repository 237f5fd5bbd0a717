package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.mmap.SparseModel.Probe;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Repair;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Another program cuts the file short while it is mapped. Windows does not let it.
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class ShrunkFileTest {

    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    /// Copies a file under another name.
    private static Path plate(Path folder) throws IOException {
        return Files.copy(Testdata.FOLDER.resolve("plate.e"), folder.resolve("shrinking.e"));
    }

    private static Path large(Path folder) {
        Path path = folder.resolve("shrinking-large.e");
        new SparseModel(2, 3_000, 5, 1).write(path, List.of(new Probe(0, 3, 7, 1.5)));
        return path;
    }

    private static void cut(Path path, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /// What becomes of readings over a file that is cut short after so many rounds.
    ///
    /// @return what was not as it should be
    private static List<String> outcomes(Path path, ExodusFile file, Map<String, Runnable> readings, int rounds)
            throws IOException {
        for (int round = 0; round < rounds; round++) {
            readings.values().forEach(Runnable::run);
        }
        cut(path, PAGE);
        List<String> wrong = new ArrayList<>();
        readings.forEach((name, reading) -> {
            for (int again = 0; again < 3; again++) {
                try {
                    try {
                        reading.run();
                        if (!name.equals("step ahead")) {
                            wrong.add(name + ": went through");
                        }
                    } catch (LostDataException lost) {
                        if (!lost.file().equals(file.name()) || !lost.getMessage().startsWith(path + ": ")
                                || lost.place().isBlank()) {
                            wrong.add(name + ": names another file: " + lost);
                        }
                    }
                    Faults.settle();
                } catch (RuntimeException | InternalError other) {
                    wrong.add(name + ": " + other);
                }
            }
        });
        return wrong;
    }

    /// What a program of its own does, with whatever options its JVM has.
    static final class Program {

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            int rounds = Integer.parseInt(arguments[1]);
            Path plate = plate(folder);
            Path large = large(folder);
            List<String> wrong = new ArrayList<>();
            int readings = 0;
            try (ExodusFile file = Exodus.open(plate); ExodusFile sparse = Exodus.open(large)) {
                Map<String, Runnable> ofPlate = Readings.ofPlate(file);
                Map<String, Runnable> ofLarge = Readings.ofSeries(sparse, sparse.nodal("v1"));
                readings = ofPlate.size() + ofLarge.size();
                wrong.addAll(outcomes(plate, file, ofPlate, rounds));
                wrong.addAll(outcomes(large, sparse, ofLarge, rounds));
            }
            wrong.forEach(System.out::println);
            System.out.println(readings + " readings, " + wrong.size() + " wrong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC --enable-native-access=ALL-UNNAMED", "-XX:+UseParallelGC", "-Xint",
        "-XX:+UseParallelGC --add-modules=jdk.incubator.vector"})
    void everyBulkOperationEndsInAnExceptionThatNamesTheFile(String options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-Xmx256m", "-Dexodus.testdata=" + Testdata.FOLDER,
                "-cp", Forked.classPath(), Program.class.getName(), folder.toString(),
                options.equals("-Xint") ? "1" : Integer.getInteger("exodus.shrink.rounds", 250).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains(" readings, 0 wrong"), output);
    }

    /// Compares two files, one of which is cut short then, in a JVM of its own.
    static final class ComparingProgram {

        public static void main(String[] arguments) throws IOException {
            Path one = Path.of(arguments[0], "one.e");
            Path other = Path.of(arguments[0], "other.e");
            FileDefinition definition = FileDefinition.builder().recordDimension("t").dimension("n", 1_000_000)
                    .variable("fixed", ElementType.DOUBLE, List.of("n"))
                    .variable("values", ElementType.DOUBLE, List.of("t", "n")).build();
            try (NetcdfWriter writer = NetcdfOutput.create(one, definition)) {
                writer.put(writer.variable("fixed"), Values.of(new double[1_000_000]));
                writer.put(writer.variable("values"), 0, Values.of(new double[1_000_000]));
                writer.announce(1);
            }
            Files.copy(one, other);
            try (NetcdfFile original = Netcdf.open(one); NetcdfFile copy = Netcdf.open(other)) {
                Repair repair = Repair.of(original);
                System.out.println(repair.difference(copy, 1, _ -> { }));
                cut(other, 1 << 20);
                System.out.println(outcome(() -> repair.difference(copy, 1, _ -> { })));
                System.out.println(outcome(() -> copy.requireVariable("values").view().realMatrix().sum()));
                System.out.println(outcome(() -> copy.requireVariable("values").completeRecords().realMatrix().sum()));
                try (NetcdfWriter writer = NetcdfOutput.create(Path.of(arguments[0], "third.e"), FileDefinition.builder()
                        .dimension("n", 1_000_000).variable("x", ElementType.FLOAT, List.of("n")).build())) {
                    System.out.println(outcome(() -> writer.put(writer.variable("x"),
                            Values.of(copy.requireVariable("fixed").view().reals()))));
                }
            }
        }

        private static String outcome(Executable work) {
            return assertThrows(Throwable.class, work).toString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:auto", "-Xint", "-XX:TieredStopAtLevel=1"})
    void comparingAndCopyingEndInTheSameExceptionAndNotTheProcess(String option) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option,
                "-Xmx256m", "-cp", Forked.classPath(), ComparingProgram.class.getName(), folder.toString())
                .redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.startsWith("SLF4J")).toList();
        String lost = LostDataException.class.getName() + ": ";

        assertEquals(0, process.waitFor(), lines::toString);
        assertEquals(5, lines.size(), lines::toString);
        assertEquals("Optional.empty", lines.get(0));
        assertTrue(lines.get(1).startsWith(lost + folder.resolve("one.e") + " or " + folder.resolve("other.e")), lines.get(1));
        assertTrue(lines.get(2).startsWith(lost + folder.resolve("other.e") + ": values, "), lines.get(2));
        assertTrue(lines.get(3).startsWith(lost + folder.resolve("other.e") + ": values, "), lines.get(3));
        assertTrue(lines.get(4).startsWith(lost + "the file that values come from: what x of "), lines.get(4));
    }

    @Test
    void theMessageTellsWhatWasReadAndWhereItLies() throws IOException {
        Path path = plate(folder);
        try (ExodusFile file = Exodus.open(path)) {
            RealView step = file.nodal("temperature").step(1);
            cut(path, PAGE);
            LostDataException lost = assertThrows(LostDataException.class, step::sum);

            assertEquals(path.toString(), lost.file());
            assertEquals("vals_nod_var4, in bytes 20120 to 20327", lost.place());
            assertEquals(path + ": vals_nod_var4, in bytes 20120 to 20327: cannot be read any more; the file has become"
                    + " shorter since it was opened, or its disk does not answer", lost.getMessage());
        }
    }

    @Test
    void aGuardedLoopOverSingleValuesEndsInTheSameException() throws IOException {
        Path path = plate(folder);
        try (ExodusFile file = Exodus.open(path)) {
            RealView step = file.nodal("temperature").step(1);
            cut(path, PAGE);

            assertThrows(InternalError.class, () -> {
                step.get(0);
                Faults.settle();
            });
            LostDataException lost = assertThrows(LostDataException.class, () -> Faults.guard(file.name(), "my value",
                    () -> step.get(0)));
            assertEquals("my value", lost.place());
        }
    }

    @Test
    void whatIsStillInTheFileIsReadAsBefore() throws IOException {
        Path path = large(folder);
        try (ExodusFile file = Exodus.open(path)) {
            cut(path, Files.size(path) - 24_000);

            assertEquals(1.5, file.nodal("v1").step(3).sum());
            assertThrows(LostDataException.class, () -> file.nodal("v1").step(4).sum());
        }
    }

    @Test
    void closingWorksAsEver() throws IOException {
        Path path = plate(folder);
        ExodusFile file = Exodus.open(path);
        cut(path, 0);
        file.close();

        assertThrows(IllegalStateException.class, () -> file.nodal("temperature"));
    }

    @Test
    void openingAFileThatShrinksMeanwhileIsRefused() throws IOException {
        Path path = plate(folder);
        MappedFile source = MappedFile.open(path);
        cut(path, 0);
        ExodusFormatException refused = assertThrows(ExodusFormatException.class, () -> ExodusFile.open(source));

        assertEquals(Fault.SHRUNK_MEANWHILE, refused.fault());
        assertTrue(refused.getMessage().startsWith(path + ": became shorter while it was opened"), refused.getMessage());
    }

    @Test
    void openingAFileThatShrinksBehindItsHeaderIsRefused() throws IOException {
        Path path = plate(folder);
        MappedFile source = MappedFile.open(path);
        cut(path, 8192);
        ExodusFormatException refused = assertThrows(ExodusFormatException.class, () -> ExodusFile.open(source));

        assertEquals(Fault.SHRUNK_MEANWHILE, refused.fault());
    }
}
