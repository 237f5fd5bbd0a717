package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.check.ModelCheck;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.geometry.SpatialIndex;
import dev.exodusii.parallel.ParallelReads;
import dev.exodusii.parallel.Workers;
import dev.exodusii.slice.Plane;
import dev.exodusii.slice.Slice;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.surface.MeshFaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.module.ModuleReader;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a program that embeds this library may rely on: the classes of core and mmap are looked at one by one.
class HostSafetyTest {

    /// Calls that act on the whole process, print, or start something.
    private static final Set<String> FORBIDDEN = Set.of("java/lang/System.exit", "java/lang/System.setOut",
            "java/lang/System.setErr", "java/lang/System.setProperty", "java/lang/System.load", "java/lang/System.loadLibrary",
            "java/lang/Runtime.halt", "java/lang/Runtime.exit", "java/lang/Runtime.exec", "java/lang/Runtime.addShutdownHook",
            "java/lang/ProcessBuilder.start", "java/lang/Thread.start", "java/lang/Thread.stop",
            "java/lang/Thread.setDefaultUncaughtExceptionHandler", "java/lang/Thread.startVirtualThread",
            "java/lang/Thread.ofVirtual", "java/lang/Thread.ofPlatform", "java/util/Timer.<init>",
            "java/util/concurrent/ForkJoinPool.commonPool", "java/lang/IO.println", "java/lang/IO.print",
            "java/util/Locale.setDefault", "java/util/TimeZone.setDefault", "java/net/URL.openConnection");
    private static final Set<String> FORBIDDEN_NAMES = Set.of("printStackTrace", "supplyAsync", "runAsync", "parallelStream");
    private static final Set<String> FORBIDDEN_FIELDS = Set.of("java/lang/System.out", "java/lang/System.err",
            "java/lang/System.in");
    /// Types of which a constant would be state for the whole process.
    private static final Set<String> MUTABLE = Set.of("java/util/HashMap", "java/util/ArrayList", "java/util/HashSet",
            "java/util/WeakHashMap", "java/util/concurrent/ConcurrentHashMap", "java/util/concurrent/ConcurrentMap",
            "java/util/concurrent/atomic/AtomicInteger", "java/util/concurrent/atomic/AtomicLong",
            "java/util/concurrent/atomic/AtomicReference", "java/util/concurrent/atomic/AtomicBoolean",
            "java/lang/ThreadLocal", "java/lang/ref/Cleaner", "java/util/concurrent/ExecutorService");

    /// The documented exceptions: the watcher's own thread; whether the system takes advice, which is found out once; and
    /// what follows from the shapes of elements, which are a fixed list, and is put together when it is first needed.
    private static final Set<String> DOCUMENTED = Set.of(
            "dev/exodusii/geometry/Boundary has the static field KNOWN of type Ljava/util/concurrent/ConcurrentHashMap;",
            "dev/exodusii/geometry/ShapeFunctions has the static field KNOWN of type Ljava/util/concurrent/ConcurrentHashMap;",
            "dev/exodusii/slice/Cells has the static field KNOWN of type Ljava/util/concurrent/ConcurrentHashMap;",
            // While a file is being written, and no longer: what is not complete is deleted when the program is ended.
            "dev/exodusii/mmap/Leftovers calls java/lang/Runtime.addShutdownHook",
            "dev/exodusii/mmap/FileWatcher calls java/lang/Thread.start",
            "dev/exodusii/mmap/PageAdvice has the changing static field isLookedFor");

    private static List<byte[]> classes() throws IOException {
        List<byte[]> classes = new ArrayList<>();
        try (ModuleReader core = ModuleLayer.boot().configuration().findModule("dev.exodusii.core").orElseThrow()
                .reference().open(); Stream<String> names = core.list()) {
            for (String name : names.filter(each -> each.endsWith(".class") && !each.equals("module-info.class")).toList()) {
                classes.add(core.open(name).orElseThrow().readAllBytes());
            }
        }
        try (Stream<Path> own = Files.walk(Path.of(System.getProperty("user.dir"), "target", "classes"))) {
            for (Path path : own.filter(each -> each.toString().endsWith(".class")
                    && !each.endsWith("module-info.class")).toList()) {
                classes.add(Files.readAllBytes(path));
            }
        }
        return classes;
    }

    private static void look(ClassModel type, Set<String> found) {
        String name = type.thisClass().asInternalName();
        for (FieldModel field : type.fields()) {
            boolean isStatic = field.flags().has(AccessFlag.STATIC);
            String of = field.fieldType().stringValue();
            // A switch over an enum has its table in a class of its own.
            if (isStatic && !field.flags().has(AccessFlag.FINAL)) {
                found.add(name + " has the changing static field " + field.fieldName().stringValue());
            } else if (isStatic && of.startsWith("L") && MUTABLE.contains(of.substring(1, of.length() - 1))) {
                found.add(name + " has the static field " + field.fieldName().stringValue() + " of type " + of);
            }
        }
        for (MethodModel method : type.methods()) {
            method.code().ifPresent(code -> code.forEach(element -> {
                if (element instanceof InvokeInstruction call) {
                    String called = call.owner().asInternalName() + "." + call.name().stringValue();
                    if (FORBIDDEN.contains(called) || FORBIDDEN_NAMES.contains(call.name().stringValue())
                            || called.startsWith("java/util/concurrent/Executors.")) {
                        found.add(name + " calls " + called);
                    }
                } else if (element instanceof FieldInstruction access) {
                    String read = access.owner().asInternalName() + "." + access.name().stringValue();
                    if (FORBIDDEN_FIELDS.contains(read)) {
                        found.add(name + " uses " + read);
                    }
                }
            }));
        }
    }

    @Test
    void noClassEndsPrintsStartsOrKeepsAnythingForTheWholeProcess() throws IOException {
        Set<String> found = new TreeSet<>();
        List<byte[]> classes = classes();
        classes.forEach(bytes -> look(ClassFile.of().parse(bytes), found));

        assertTrue(classes.size() > 300, classes.size() + " classes");
        assertEquals(new TreeSet<>(DOCUMENTED), found);
    }

    /// What is written of every file of the project, with whatever options the JVM has.
    static final class Program {

        public static void main(String[] arguments) throws IOException {
            StringBuilder all = new StringBuilder();
            for (String name : Testdata.dataFiles()) {
                all.append(name).append('\n');
                try (ExodusFile file = Exodus.open(Testdata.FOLDER.resolve(name))) {
                    all.append(String.join("\n", ModelText.of(file, Double::toString))).append("\n");
                    if (!file.nodalVariables().isEmpty() && file.times().steps() > 0) {
                        file.nodalVariables().getFirst().prefetch(0);
                        all.append(file.nodalVariables().getFirst().step(0).statistics()).append('\n');
                    }
                } catch (IOException | RuntimeException refused) {
                    all.append(refused.getMessage()).append('\n');
                }
            }
            Files.writeString(Path.of(arguments[0]), all);
        }
    }

    private static String told(Path to, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-Xmx256m", "-Dexodus.testdata=" + Testdata.FOLDER, "-cp", Forked.classPath(),
                Program.class.getName(), to.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        // The logging API says that nobody listens; nothing else is printed, by the JVM neither.
        assertEquals(List.of(), printed.lines().filter(line -> !line.startsWith("SLF4J")).toList());
        return Files.readString(to);
    }

    @Test
    void withoutNativeAccessAllResultsAreTheSameAndNothingIsPrinted() throws Exception {
        Path to = Files.createTempFile("told", ".txt");
        try {
            String denied = told(to, "--illegal-native-access=deny");
            assertTrue(denied.length() > 10_000, denied);
            assertEquals(denied, told(to, "--enable-native-access=ALL-UNNAMED"));
            assertEquals(denied, told(to));
        } finally {
            Files.delete(to);
        }
    }

    @Test
    void noThreadIsLeftBehind() throws IOException {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        try (ExodusFile file = Testdata.open("plate.e")) {
            Readings.ofPlate(file).values().forEach(Runnable::run);
        }
        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        // Those of the JVM itself, such as compilers, come and go.
        after.removeIf(thread -> thread.getThreadGroup() == null || "system".equals(thread.getThreadGroup().getName()));

        assertEquals(Set.of(), after);
    }

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private static Workers workers() {
        return Workers.callingThread();
    }

    private record Work(String name, Consumer<ExodusFile> what) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Work> longWork() {
        return Stream.of(
                new Work("faces", file -> MeshFaces.of(file, workers())),
                new Work("slice", file -> Slice.of(file, Plane.through(new Point(0.03, 0, 0), new Point(1, 0, 0)), workers())),
                new Work("index of elements", file -> SpatialIndex.of(file, workers()).prepareElements()),
                new Work("index of nodes", file -> SpatialIndex.of(file, workers()).prepareNodes()),
                new Work("nearest element", file -> PointLocator.scanning(file, workers()).nearestElement(new Point(0, 0, 0))),
                new Work("nearest node", file -> PointLocator.scanning(file, workers()).nearestNode(new Point(0, 0, 0))),
                new Work("check", file -> ModelCheck.run(file, true, 8, workers())),
                new Work("ranges", file -> Ranges.of(file).overall(Quantity.of(EntityKind.NODAL, "temperature"), workers())),
                new Work("scan of steps", file -> StepScan.run(List.of(file.nodal("temperature")), new long[] {0, 1}, workers(),
                        (_, _) -> {})),
                new Work("parallel copy", file -> ParallelReads.copy(file.nodal("temperature").step(0), new double[26],
                        workers())),
                new Work("histories", file -> file.nodal("temperature").histories(new long[] {0}, new double[5], workers())));
    }

    @ParameterizedTest
    @MethodSource
    void longWork(Work work) {
        try (ExodusFile file = Testdata.open("plate.e")) {
            Thread.currentThread().interrupt();

            assertThrows(CancellationException.class, () -> work.what.accept(file));
            assertTrue(Thread.interrupted(), "the interrupt is the caller's to see");
        }
    }

    @Test
    void anInterruptedThreadOpensNothingAndReadsWhatIsOpen() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            Thread.currentThread().interrupt();
            assertThrows(ClosedByInterruptException.class, () -> Exodus.open(Testdata.FOLDER.resolve("plate.e")));
            assertTrue(Thread.currentThread().isInterrupted());

            assertEquals(26, file.nodal("temperature").step(0).toArray().length);
            file.nodal("temperature").prefetch(1);
            assertTrue(Thread.interrupted());
            assertFalse(file.nodal("temperature").step(0).isEmpty());
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }
}
