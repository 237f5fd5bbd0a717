package dev.exodusii.grid;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.NodeSet;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.check.ModelCheck;
import dev.exodusii.geometry.Point;
import dev.exodusii.netcdf.write.Durability;
import dev.exodusii.netcdf.write.MemorySink;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GridModelTest {

    private static ExodusFile file(GridModel model) throws IOException {
        ExodusDefinition definition = model.definition().build();
        MemorySink sink = new MemorySink("grid.e");
        try (ExodusWriter writer = ExodusWriter.create(definition, NetcdfWriter.create(definition.layout(), sink,
                Durability.PROCESS))) {
            model.to(writer);
        }
        return ExodusFile.parse(MemorySegment.ofArray(sink.toByteArray()), "grid.e");
    }

    private static GridModel model(GridShape shape) {
        return GridModel.of(shape, List.of(3L, 4L, 5L).subList(0, shape.dimension()).stream().mapToLong(i -> i).toArray())
                .box(new Point(1, 2, 3), new Point(3, 8, 15));
    }

    @ParameterizedTest
    @EnumSource
    void meshIsSound(GridShape shape) throws IOException {
        try (ExodusFile file = file(model(shape).blocks(2))) {
            assertEquals(List.of(), ModelCheck.run(file, true, 3, Workers.callingThread()).findings());
            assertEquals(List.of(), file.findings());
        }
    }

    /// The outside of the mesh is what its side sets are.
    @ParameterizedTest
    @EnumSource
    void sideSetsAreTheOutside(GridShape shape) throws IOException {
        try (ExodusFile file = file(model(shape))) {
            long sides = file.sideSets().stream().mapToLong(SideSet::size).sum();
            if (shape.dimension() == 3) {
                assertEquals(sides, MeshFaces.of(file, Workers.callingThread()).surface(
                        SurfaceOptions.standard(), Workers.callingThread()).faceCount());
            }
            for (int side = 0; side < file.sideSets().size(); side++) {
                SideFaces faces = file.sideSets().get(side).faces();
                Set<Long> ofSides = new HashSet<>();
                for (long entry = 0; entry < faces.size(); entry++) {
                    for (int node = 0; node < faces.nodeCount(entry); node++) {
                        ofSides.add(faces.nodeIndex(entry, node));
                    }
                }
                NodeSet nodes = file.nodeSets().get(side);
                assertEquals(ofSides, new HashSet<>(nodes.entryIndexes().stream().boxed().toList()), nodes.name());
                double place = List.of(1.0, 4.0, 2.0, 10.0, 3.0, 18.0).get(side);
                int axis = side / 2;
                assertTrue(ofSides.stream().allMatch(node -> file.coordinates().axis(axis).get(node) == place), nodes.name());
            }
        }
    }

    @Test
    void valuesAreThoseOfTheFunction() throws IOException {
        GridModel model = GridModel.of(GridShape.QUAD4, 2, 1).steps(3, 0.5)
                .variable(EntityKind.NODAL, "T", (i, x, y, z, t) -> 100 * i + 10 * x + y + t)
                .variable(EntityKind.ELEMENT_BLOCK, "e", (i, x, y, z, t) -> 100 * i + 10 * x + y + t)
                .variable(EntityKind.GLOBAL, "g", (i, x, y, z, t) -> i + x + t);
        try (ExodusFile file = file(model)) {
            assertAll(() -> assertEquals(List.of(0.5, 105.5, 210.5, 301.5, 406.5, 511.5),
                            file.nodal("T").step(1).stream().boxed().toList()),
                    () -> assertEquals(List.of(4.0, 109.0), file.elementBlocks().get(0).requireVariable("e").step(2).stream()
                            .boxed().toList()),
                    () -> assertEquals(List.of(0.0, 0.5, 1.0), file.global("g").history(0).stream().boxed().toList()),
                    () -> assertEquals(1.0, file.times().time(2)));
        }
    }

    @Test
    void blocksAreLayersAndHaveAllElements() throws IOException {
        try (ExodusFile file = file(GridModel.of(GridShape.TET4, 2, 3, 5).blocks(3))) {
            assertEquals(List.of(36L, 72L, 72L), file.elementBlocks().stream().map(block -> block.size()).toList());
        }
    }

    @Test
    void sparseModelHasZerosWithoutBeingWritten() throws IOException {
        GridModel model = GridModel.of(GridShape.HEX8, 3, 3, 3).steps(4, 1).sparse()
                .variable(EntityKind.NODAL, "T", (i, x, y, z, t) -> {
                    throw new AssertionError("nobody needs the value");
                });
        try (ExodusFile file = file(model)) {
            assertAll(() -> assertEquals(4, file.times().steps()), () -> assertEquals(3, file.times().time(3)),
                    () -> assertEquals(0, file.nodal("T").step(3).minMax().max()));
        }
    }

    @Test
    void hugeModelIsOnlyDefined() {
        GridModel model = GridModel.of(GridShape.HEX8, 2_000, 2_000, 2_000);
        ExodusDefinition definition = model.definition().build();

        assertAll(() -> assertEquals(8_012_006_001L, definition.nodeCount()),
                () -> assertEquals(8_000_000_000L, definition.elementCount()),
                () -> assertTrue(definition.int64Status().bulk()));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertAll(() -> assertThrows(IllegalArgumentException.class, () -> GridModel.of(GridShape.HEX8, 3, 3)),
                () -> assertThrows(IllegalArgumentException.class, () -> GridModel.of(GridShape.HEX8, 3, 0, 3)),
                () -> assertThrows(IllegalArgumentException.class, () -> GridModel.of(GridShape.QUAD4, 3, 2).blocks(3)),
                () -> assertThrows(IllegalArgumentException.class, () -> GridModel.of(GridShape.BAR2, 3)
                        .variable(EntityKind.NODE_SET, "v", (i, x, y, z, t) -> 0)));
    }
}
