package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.ElementValues;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceFloats;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.ReadAhead;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Surfaces of the project's own files in motion.
class TestdataSurfaceTest {

    private static final Workers ALONE = Workers.callingThread();

    private static Surface skin(ExodusFile file) {
        return MeshFaces.of(file, ALONE).surface(SurfaceOptions.standard(), ALONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plate.e", "plate-float.e", "plate-cdf5.e", "mixed-layout.e", "flat.e", "polyhedra.e",
        "wedge-pyramid-tet.e"})
    void betweenTwoStepsIsWhatTheRuleSays(String name) {
        List<String> differences = new ArrayList<>();
        try (ExodusFile file = Testdata.open(name)) {
            SurfaceRule.check(file, (what, expected, actual) -> {
                if (Float.compare(expected, actual) != 0) {
                    differences.add(what + ": " + actual + " instead of " + expected);
                }
            });
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void arraysBuffersAndMemoryGetTheSame() {
        try (ExodusFile file = Testdata.open("plate.e"); Arena arena = Arena.ofConfined()) {
            Surface surface = skin(file);
            TimeSeries variable = file.nodalVariables().getFirst();
            SurfaceFloats floats = surface.values()
                    .nodal(InterpolatedView.of(variable.step(0), variable.step(1), 0.4));
            float[] array = new float[surface.nodeCount()];
            FloatBuffer buffer = FloatBuffer.allocate(array.length);
            MemorySegment memory = arena.allocate(floats.size() * Float.BYTES);
            floats.copyTo(array);
            floats.copyTo(buffer);
            floats.copyFloatsTo(memory);

            assertEquals(array.length, buffer.position());
            assertArrayEquals(array, buffer.array());
            assertArrayEquals(array, memory.toArray(ValueLayout.JAVA_FLOAT));
        }
    }

    @Test
    void onOneStepTheOtherIsNotAnnounced() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            Surface surface = skin(file);
            TimeSeries variable = file.nodalVariables().getFirst();
            long one = announced(readAhead -> surface.values().announceNodal(variable.step(1), readAhead));
            long on = announced(readAhead -> surface.values()
                    .nodal(InterpolatedView.of(variable.step(0), variable.step(1), 1)).announceTo(readAhead));
            long between = announced(readAhead -> surface.values()
                    .nodal(InterpolatedView.of(variable.step(0), variable.step(1), 0.5)).announceTo(readAhead));

            assertTrue(one > 0);
            assertEquals(one, on);
            assertEquals(2 * one, between);
        }
    }

    @Test
    void valuesOfTheSetsEntriesAreAnnounced() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            SideSet set = file.sideSets().stream().filter(any -> !any.variables().isEmpty()).findFirst().orElseThrow();
            Surface surface = MeshFaces.of(file, ALONE).sideSet(set, SurfaceOptions.standard(), ALONE);
            TimeSeries variable = set.variables().getFirst();

            assertEquals(variable.values().type().byteSize() * set.size(),
                    announced(readAhead -> surface.values().announceEntries(variable.step(0), readAhead)));
        }
    }

    @Test
    void vectorsOfElementsAnnounceWhatTheyRead() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            Surface surface = skin(file);
            String name = file.variables(EntityKind.ELEMENT_BLOCK).names().getFirst();
            ElementValues one = ElementValues.of(file, name, 0);
            ElementValues twice = ElementValues.magnitudes(file, List.of(name, name), 0);

            assertEquals(2 * announced(readAhead -> surface.values().announceElements(one, readAhead)),
                    List.of(Primitive.values()).stream().mapToLong(primitive -> announced(
                            surface.values().elementVectors(twice, primitive)::announceTo)).sum());
        }
    }

    private static long announced(Consumer<ReadAhead> announcer) {
        long[] bytes = new long[1];
        announcer.accept((_, count) -> bytes[0] += count);
        return bytes[0];
    }
}
