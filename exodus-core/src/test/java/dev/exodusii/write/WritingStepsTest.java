package dev.exodusii.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.DoubleBuffer;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// How values are put, and what is refused.
class WritingStepsTest {

    private static ExodusDefinitionBuilder triangle() {
        return ExodusDefinition.builder().dimension(2).nodes(3).elementBlock(1, "TRI3", 1)
                .globalVariables("a", "b").nodalVariables("u");
    }

    private static void putMesh(ExodusWriter writer) throws IOException {
        writer.coordinates().put(new double[] {0, 1, 0}, new double[] {0, 0, 1});
        writer.elementBlock(1).nodeIndexes().put(0, 1, 2);
    }

    private static void refused(Class<? extends Exception> type, String message, Executable action) {
        Exception refusal = assertThrows(type, action);
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    @Test
    void aStepWithoutAllItsValuesIsNotAnnounced() throws IOException {
        EveryKind.bytes(triangle().build(), writer -> {
            putMesh(writer);
            writer.global("a").step(0).put(1);
            writer.nodal("u").step(0).put(1, 2, 3);
            refused(IllegalStateException.class, "the time 't' has no value at step 0", () -> writer.announce(1));
            writer.putTime(0, 0.5);
            refused(IllegalStateException.class, "global variable 'b' has no value at step 0",
                    () -> writer.announce(1));
            writer.global("b").step(0).put(2);
            writer.announce(1);
            assertEquals(1, writer.steps());
            writer.putTime(1, 1);
            writer.globals().step(1).put(1, 2);
            refused(IllegalStateException.class, "vals_nod_var1", () -> writer.announce(2));
            refused(IllegalStateException.class, "announced", () -> writer.nodal("u").step(0).put(4, 5, 6));
        });
    }

    @Test
    void aMeshWithoutAllItsValuesIsNotCommitted() throws IOException {
        EveryKind.bytes(triangle().nodalAttributes("p", "q").build(), writer -> {
            writer.coordinates().x().put(0, 1, 0);
            writer.elementBlock(1).connectivity().put(1, 2, 3);
            writer.coordinates().attributes().attribute("q").fill(0);
            refused(IllegalStateException.class, "attribute of nodes 'p' has no value", writer::commit);
            writer.coordinates().attributes().attribute("p").fill(0);
            refused(IllegalStateException.class, "coordy", writer::commit);
            writer.coordinates().y().put(0, 0, 1);
            writer.commit();
        });
    }

    @Test
    void aPlaceThatIsFilledInPartOnlyIsNotAccepted() throws IOException {
        EveryKind.bytes(triangle().build(), writer -> {
            putMesh(writer);
            writer.coordinates().x().slice(1, 1).put(7);
            refused(IllegalStateException.class, "coordx: only a part of its values was put, value 0 is missing",
                    writer::commit);
            writer.coordinates().x().slice(2, 1).put(8);
            writer.coordinates().x().slice(0, 1).put(6);
            writer.elementBlock(1).connectivity().slice(0, 3).put(1, 2, 3);
            writer.putTime(0, 0);
            writer.globals().step(0).slice(1, 1).put(1);
            writer.nodal("u").step(0).put(1, 2, 3);
            refused(IllegalStateException.class, "vals_glo_var: only a part of its values was put for step 0, value 0 is",
                    () -> writer.announce(1));
            writer.globals().step(0).put(0, 1);
            writer.nodal("u").step(0).slice(0, 2).put(1, 2);
            refused(IllegalStateException.class, "vals_nod_var1: only a part of its values was put for step 0, value 2 is",
                    () -> writer.announce(1));
            writer.nodal("u").steps(0, 2).slice(0, 3).put(1, 2, 3);
            writer.announce(1);
        });
    }

    @Test
    void manyStepsOfOneVariableArePutAtOnce() throws IOException {
        byte[] bytes = EveryKind.bytes(triangle().build(), writer -> {
            putMesh(writer);
            writer.nodal("u").steps(0, 3).put(0, 1, 2, 10, 11, 12, 20, 21, 22);
            writer.globals().steps(0, 3).put(Values.of(0, 1, 2, 3, 4, 5));
            writer.putTimes(0, 0.5, 1.5, 2.5);
            writer.announce(3);
        });
        try (ExodusFile file = EveryKind.parse(bytes)) {
            assertArrayEquals(new double[] {2, 12, 22}, file.nodal("u").history(2).toArray());
            assertArrayEquals(new double[] {1, 3, 5}, file.global("b").history(0).toArray());
            assertEquals(2.5, file.times().time(2));
        }
    }

    @Test
    void valuesComeFromWhereverTheyAre() throws IOException {
        byte[] bytes = EveryKind.bytes(triangle().realType(ElementType.FLOAT).nodalVariables("v", "w", "x").build(),
                writer -> {
                    writer.coordinates().putInterleaved(0, 10, 1, 11, 2, 12);
                    writer.elementBlock(1).nodeIndexes().put(new int[][] {{2, 1, 0}});
                    writer.putTime(0, 0);
                    writer.globals().step(0).fill(7);
                    writer.nodal("u").step(0).put(new float[] {1, 2, 3});
                    writer.nodal("v").step(0).put(Values.of(DoubleBuffer.wrap(new double[] {0, 4, 5, 6}, 1, 3)));
                    try (Arena arena = Arena.ofConfined()) {
                        MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, 7, 8, 9);
                        writer.nodal("w").step(0).put(Values.of(memory, ElementType.DOUBLE));
                    }
                    RealPlace place = writer.nodal("x").step(0);
                    place.slice(0, 2).put(1, 2);
                    place.slice(2, 1).put(3);
                    writer.announce(1);
                });
        try (ExodusFile file = EveryKind.parse(bytes)) {
            assertEquals(ElementType.FLOAT, file.nodal("u").step(0).type());
            assertArrayEquals(new double[] {0, 1, 2}, file.coordinates().x().toArray());
            assertArrayEquals(new double[] {10, 11, 12}, file.coordinates().y().toArray());
            assertArrayEquals(new long[] {3, 2, 1}, file.elementBlocks().id(1).connectivity().toArray());
            assertArrayEquals(new double[] {4, 5, 6}, file.nodal("v").step(0).toArray());
            assertArrayEquals(new double[] {7, 8, 9}, file.nodal("w").step(0).toArray());
            assertArrayEquals(new double[] {1, 2, 3}, file.nodal("x").step(0).toArray());
            assertEquals(7, file.global("b").get(0, 0));
        }
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        EveryKind.bytes(triangle().realType(ElementType.FLOAT).build(), writer -> {
            refused(IllegalArgumentException.class, "2 values were given for the 3 of",
                    () -> writer.coordinates().x().put(1, 2));
            refused(ArithmeticException.class, "1.0E300", () -> writer.coordinates().x().put(1, 1e300, 2));
            refused(ArithmeticException.class, "4294967296",
                    () -> writer.elementBlock(1).nodeIndexes().put(new long[] {0, (1L << 32) - 1, 2}));
            refused(IllegalArgumentException.class, "along 1 axes were given for a 2-dimensional mesh",
                    () -> writer.coordinates().put(new double[3]));
            refused(NoSuchElementException.class, "did you mean 'u'", () -> writer.nodal("U"));
            refused(NoSuchElementException.class, "there are: 1", () -> writer.elementBlock(2));
            refused(NoSuchElementException.class, "no such values are defined",
                    () -> writer.elementBlock(1).edgeConnectivity());
        });
    }

    @Test
    void polyhedraAndPolygonsAreRows() throws IOException {
        ExodusDefinition definition = ExodusDefinition.builder().dimension(3).nodes(5)
                .add(BlockDefinition.polygons(EntityKind.FACE_BLOCK, 4, 5, 16))
                .add(BlockDefinition.polyhedra(8, 1, 5))
                .add(BlockDefinition.polygons(EntityKind.ELEMENT_BLOCK, 9, 2, 7).withName("patch"))
                .longIntegers(false, false, true).build();
        byte[] bytes = EveryKind.bytes(definition, writer -> {
            writer.coordinates().putInterleaved(new float[15]);
            writer.block(EntityKind.FACE_BLOCK, 4L).putRows(
                    new int[][] {{1, 2, 3, 4}, {1, 2, 5}, {2, 3, 5}, {3, 4, 5}, {4, 1, 5}});
            writer.elementBlock(8).putRows(new int[][] {{1, 2, 3, 4, 5}});
            writer.elementBlock(9).putRows(new int[][] {{1, 2, 3}, {1, 3, 4, 5}});
            writer.commit();
        });
        try (ExodusFile file = EveryKind.parse(bytes)) {
            assertEquals(ContainerFormat.CDF_5, file.container().format());
            assertArrayEquals(new long[] {4, 1, 5}, file.faceBlocks().id(4).polygons().row(4).toArray());
            assertArrayEquals(new long[] {1, 2, 3, 4, 5}, file.elementBlocks().id(8).polyhedra().row(0).toArray());
            assertArrayEquals(new long[] {1, 3, 4, 5}, file.elementBlocks().name("patch").polygons().row(1).toArray());
            assertEquals(ElementType.INT64, file.elementBlocks().id(8).polyhedra().values().type());
        }
    }

    @Test
    void theOldLayoutKeepsCoordinatesAndNodalVariablesTogether() throws IOException {
        byte[] bytes = EveryKind.bytes(triangle().nodalVariables("v").largeModel(false).build(), writer -> {
            putMesh(writer);
            writer.putTime(0, 0);
            writer.globals().step(0).fill(0);
            writer.nodal("v").step(0).put(4, 5, 6);
            refused(IllegalStateException.class, "nodal variable 'u' has no value at step 0", () -> writer.announce(1));
            writer.nodal("u").step(0).put(1, 2, 3);
            writer.announce(1);
        });
        try (ExodusFile file = EveryKind.parse(bytes)) {
            assertTrue(file.container().variable("coord").isPresent());
            assertTrue(file.container().variable("vals_nod_var").isPresent());
            assertArrayEquals(new double[] {0, 0, 1}, file.coordinates().y().toArray());
            assertArrayEquals(new double[] {4, 5, 6}, file.nodal("v").step(0).toArray());
        }
    }

    @Test
    void aFileWithoutAMeshHasGlobalVariables() throws IOException {
        byte[] bytes = EveryKind.bytes(ExodusDefinition.builder().globalVariables("e").build(), writer -> {
            writer.putTime(0, 1);
            writer.global("e").step(0).put(2);
            writer.announce(1);
        });
        try (ExodusFile file = EveryKind.parse(bytes)) {
            assertEquals(2, file.global("e").get(0, 0));
        }
    }
}
