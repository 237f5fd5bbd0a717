package dev.exodusii.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EdgeSet;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.netcdf.write.Durability;
import dev.exodusii.netcdf.write.MemorySink;
import dev.exodusii.netcdf.write.NetcdfWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is written from nothing is what is read.
class ExodusWriterTest {

    private static ExodusFile made() throws IOException {
        byte[] bytes = EveryKind.bytes(EveryKind.builder().build(), EveryKind::putAll);
        String keep = System.getProperty("exodus.keep", "");
        if (!keep.isEmpty()) {
            Files.write(Path.of(keep), bytes);
        }
        return EveryKind.parse(bytes);
    }

    @Test
    void aFileOfEveryKindHasNoFindings() throws IOException {
        try (ExodusFile file = made()) {
            assertEquals(List.of(), file.findings());
        }
    }

    @Test
    void theMeshIsRead() throws IOException {
        try (ExodusFile file = made()) {
            assertEquals("every kind", file.title());
            assertEquals(3, file.elementCount());
            assertEquals(2, file.coordinates().x().get(11));
            ElementBlock steel = file.elementBlocks().name("steel");
            assertEquals("HEX8", steel.elementType());
            assertArrayEquals(new long[] {1, 8, 9, 2, 5, 10, 11, 6}, steel.nodeIndexes().row(1).toArray());
            assertEquals(12, steel.edgeConnectivity().orElseThrow().columns());
            assertEquals(7.8, steel.metadata().getFirst().real().orElseThrow());
            assertTrue(file.elementBlocks().name("nothing").isNull());
            assertEquals(0.25, file.elementBlocks().id(20).attributes().attribute("offset").get(0));
            assertEquals(104, file.nodeIds().id(3));
            assertEquals(EveryKind.value(51, 0, 11),
                    file.coordinates().attributes().attribute("temperature0").get(11));
        }
    }

    @Test
    void setsAndMapsAreRead() throws IOException {
        try (ExodusFile file = made()) {
            SideSet pressure = file.sideSets().name("pressure");
            assertArrayEquals(new long[] {4, 2}, pressure.sides().toArray());
            assertEquals(8, pressure.distributionFactors().get(7));
            EdgeSet seam = file.edgeSets().id(3);
            assertEquals(-1, seam.orientations().orElseThrow().get(1));
            assertEquals(4, file.nodeSets().id(1).distributionFactors().get(3));
            assertArrayEquals(new long[] {0, 0, 1}, file.elementMaps().name("processor").values().toArray());
            assertArrayEquals(new long[] {100, 200, 300},
                    file.property(EntityKind.ELEMENT_BLOCK, "MATL").toArray());
            assertEquals(List.of("one line", "another"), file.infoRecords());
            assertEquals("maker", file.qaRecords().getFirst().code());
            assertEquals(2, file.assemblies().name("all").leaves().size());
            assertEquals(1, file.coordinateFrames().getFirst().axis3().get(2));
        }
    }

    @Test
    void everyVariableHasItsOwnValues() throws IOException {
        try (ExodusFile file = made()) {
            assertEquals(EveryKind.STEPS, file.times().steps());
            assertEquals(EveryKind.value(0, 2, 0), file.times().time(2));
            check(file.global("momentum"), 1, 1);
            check(file.nodal("disp_z"), 4, 0);
            check(variable(file, EntityKind.EDGE_BLOCK, 5, "current"), 5, 0);
            check(variable(file, EntityKind.FACE_BLOCK, 6, "flux"), 6, 0);
            check(variable(file, EntityKind.ELEMENT_BLOCK, 10, "pressure"), 7, 0);
            check(variable(file, EntityKind.ELEMENT_BLOCK, 20, "pressure"), 8, 0);
            check(variable(file, EntityKind.ELEMENT_BLOCK, 20, "bending"), 9, 0);
            check(variable(file, EntityKind.NODE_SET, 1, "reaction"), 10, 0);
            check(variable(file, EntityKind.EDGE_SET, 3, "slip"), 11, 0);
            check(variable(file, EntityKind.FACE_SET, 4, "heat"), 12, 0);
            check(variable(file, EntityKind.SIDE_SET, 7, "traction"), 13, 0);
            check(variable(file, EntityKind.ELEMENT_SET, 9, "damage"), 14, 0);
            check(variable(file, EntityKind.ASSEMBLY, 200, "mass"), 16, 0);
            check(variable(file, EntityKind.BLOB, 300, "residual"), 17, 0);
            check(entity(file, EntityKind.ELEMENT_BLOCK, 20).reductionVariable("work").orElseThrow(), 23, 0);
            check(entity(file, EntityKind.SIDE_SET, 8).reductionVariable("force").orElseThrow(), 25, 0);
            check(entity(file, EntityKind.ASSEMBLY, 200).reductionVariable("weight").orElseThrow(), 27, 0);
            check(entity(file, EntityKind.BLOB, 300).reductionVariable("norm").orElseThrow(), 28, 0);
            assertTrue(entity(file, EntityKind.ELEMENT_BLOCK, 10).variable("bending").isEmpty());
            assertTrue(entity(file, EntityKind.SIDE_SET, 8).variable("traction").isEmpty());
        }
    }

    private static Entity entity(ExodusFile file, EntityKind kind, long id) {
        return file.entities(kind).id(id);
    }

    private static TimeSeries variable(ExodusFile file, EntityKind kind, long id, String name) {
        return entity(file, kind, id).requireVariable(name);
    }

    private static void check(TimeSeries series, int variable, long firstEntry) {
        for (long step = 0; step < EveryKind.STEPS; step++) {
            for (long entry = 0; entry < series.size(); entry++) {
                assertEquals(EveryKind.value(variable, step, firstEntry + entry), series.get(step, entry),
                        series + " at step " + step + ", entry " + entry);
            }
        }
    }

    @Test
    void aContainerOfAnotherDefinitionIsClosed() {
        ExodusDefinition definition = EveryKind.builder().build();
        NetcdfWriter another = NetcdfWriter.create(EveryKind.builder().build().layout(), new MemorySink("made.e"),
                Durability.PROCESS);

        assertThrows(IllegalArgumentException.class, () -> ExodusWriter.create(definition, another));
        assertEquals("made.e is closed", assertThrows(IllegalStateException.class, another::commit).getMessage());
    }
}
