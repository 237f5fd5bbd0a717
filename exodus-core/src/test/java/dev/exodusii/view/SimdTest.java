package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bulk operations with and without the Vector API. Their tests run with both: see `vector-api` in the pom.
class SimdTest {

    private static final String MODULE = "jdk.incubator.vector";

    @TempDir
    Path folder;

    @Test
    @Tag("vector-api")
    void isOnWhereTheModuleIs() {
        assertEquals(ModuleLayer.boot().findModule(MODULE).isPresent(), Simd.isOn());
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE", "FLOAT"})
    @Tag("vector-api")
    @SuppressWarnings("MustBeClosedChecker") // It is closed.
    void memoryThatWasGivenBackIsNotRead(ElementType type) {
        Arena arena = Arena.ofShared();
        RealView view = Stored.of(type, arena, 4, 0, new long[5_000]).reals();
        arena.close();

        assertThrows(IllegalStateException.class, view::sum);
        assertThrows(IllegalStateException.class, view::statistics);
    }

    private enum Start {
        CLASS_PATH, MODULE_PATH
    }

    @ParameterizedTest
    @EnumSource
    void resultsAreTheSameBitForBit(Start start) throws Exception {
        Run without = run(start, 4);
        Run with = run(start, 4, "--add-modules", MODULE);

        for (String used : List.of("SimdFold", "SimdCopy", "SimdPoints")) {
            assertTrue(with.classes.contains("dev.exodusii.view." + used + " "), "used where it is there: " + used);
        }
        assertFalse(without.output.isEmpty());
        assertEquals(without.output, with.output);
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheModuleNothingOfItIsLoadedOrSaid(Start start) throws Exception {
        Run run = run(start, 1);

        assertTrue(run.classes.contains("dev.exodusii.view.Simd "), run.classes);
        for (String unused : List.of("SimdFold", "SimdCopy", "SimdPoints")) {
            assertFalse(run.classes.contains(unused), unused);
        }
        assertFalse(run.classes.contains(MODULE));
        assertEquals("", run.errors);
    }

    private record Run(String output, String errors, String classes) {}

    /// Runs [SimdSample] in a JVM of its own.
    private Run run(Start start, int rounds, String... options)
            throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Xlog:class+load:file=classes.txt"));
        command.addAll(List.of(options));
        String main = root(RealView.class);
        String tests = root(SimdTest.class);
        command.addAll(switch (start) {
            case CLASS_PATH -> List.of("-cp", main + File.pathSeparator + tests, SimdSample.class.getName());
            case MODULE_PATH -> List.of("-p", main, "--patch-module", "dev.exodusii.core=" + tests,
                    "-m", "dev.exodusii.core/" + SimdSample.class.getName());
        });
        command.add(Integer.toString(rounds));
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(output.toFile()).redirectError(errors.toFile());
        // The JVM says on stderr that it has found these.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        assertEquals(0, builder.start().waitFor(), () -> read(errors));
        return new Run(read(output), read(errors), read(folder.resolve("classes.txt")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns the folder or jar that a class was loaded from.
    private static String root(Class<?> loaded) throws URISyntaxException {
        String file = loaded.getName().replace('.', '/') + ".class";
        URI uri = loaded.getResource("/" + file).toURI();
        String location = uri.toString();
        return Path.of(URI.create(location.substring(0, location.length() - file.length()))).toString();
    }
}
