package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.view.ElementType;
import dev.exodusii.write.ExodusCopy;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExodusWriter;
import dev.exodusii.write.ResultVariable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exodus files that are made, copied, added to and rewritten.
class ExodusOutputTest {

    @TempDir
    private Path folder;

    private static final Path PLATE = Path.of(System.getProperty("exodus.testdata")).resolve("plate.e");

    private static ExodusDefinitionBuilder triangle() {
        return ExodusDefinition.builder().dimension(2).nodes(3).elementBlock(1, "TRI3", 1).nodalVariables("u");
    }

    private static void putMesh(ExodusWriter writer) throws IOException {
        writer.coordinates().put(new double[] {0, 1, 0}, new double[] {0, 0, 1});
        writer.elementBlock(1).nodeIndexes().put(0, 1, 2);
    }

    private static void putStep(ExodusWriter writer, long step) throws IOException {
        writer.putTime(step, step / 2.0);
        writer.nodal("u").step(step).put(step, step + 0.25, step + 0.5);
    }

    private Path made(ExodusDefinition definition, int steps) throws IOException {
        Path path = folder.resolve("made.e");
        try (ExodusWriter writer = Exodus.create(path, definition)) {
            putMesh(writer);
            for (int step = 0; step < steps; step++) {
                putStep(writer, step);
            }
            writer.announce(steps);
        }
        return path;
    }

    @Test
    void aFileAppearsWhenItIsComplete() throws IOException {
        Path path = folder.resolve("new.e");
        try (ExodusWriter writer = Exodus.create(path, triangle().build())) {
            putMesh(writer);
            assertTrue(Files.notExists(path));
            writer.commit();
            try (ExodusFile file = Exodus.open(path)) {
                assertEquals(0, file.times().steps());
            }
            putStep(writer, 0);
            writer.announce(1);
            try (ExodusFile file = Exodus.open(path)) {
                assertEquals(1, file.times().steps());
            }
        }
    }

    @Test
    void aWriterThatIsClosedTooEarlyLeavesNothingBehind() throws IOException {
        try (ExodusWriter writer = Exodus.create(folder.resolve("new.e"), triangle().build())) {
            writer.coordinates().x().put(0, 1, 0);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFileThatExistsIsReplacedOnlyOnRequest() throws IOException {
        Path path = made(triangle().build(), 1);
        assertThrows(FileAlreadyExistsException.class, () -> Exodus.create(path, triangle().build()).close());
    }

    @Test
    void stepsAreAddedBehindThoseThatThereAre() throws IOException {
        Path path = made(triangle().build(), 2);
        try (ExodusFile before = Exodus.open(path); ExodusWriter writer = Exodus.append(path)) {
            assertEquals(2, writer.steps());
            putStep(writer, 2);
            writer.announce(3);
            assertThrows(IllegalStateException.class, () -> putMesh(writer), "the mesh stays");
            assertThrows(IllegalStateException.class, () -> putStep(writer, 1), "announced steps stay");
            assertEquals(2, before.times().steps());
        }
        try (ExodusFile file = Exodus.open(path)) {
            assertEquals(3, file.times().steps());
            assertArrayEquals(new double[] {0.5, 1.5, 2.5}, file.nodal("u").history(2).toArray());
            assertEquals(1, file.times().time(2));
        }
    }

    @Test
    void stepsAreAddedToTheOldLayoutToo() throws IOException {
        Path path = made(triangle().largeModel(false).build(), 1);
        try (ExodusWriter writer = Exodus.append(path)) {
            putStep(writer, 1);
            writer.announce(2);
        }
        try (ExodusFile file = Exodus.open(path)) {
            assertTrue(file.container().variable("vals_nod_var").isPresent());
            assertArrayEquals(new double[] {0.25, 1.25}, file.nodal("u").history(1).toArray());
        }
    }

    @Test
    void theNoteOfTheLastCompleteStepIsKeptUpToDate() throws IOException {
        Path path = made(triangle().metadata(AttributeDefinition.doubles("last_written_time", 0.5)).build(), 2);
        try (ExodusWriter writer = Exodus.append(path)) {
            putStep(writer, 2);
            putStep(writer, 3);
            writer.announce(4);
        }
        try (ExodusFile file = Exodus.open(path)) {
            assertEquals(1.5, file.lastWrittenTime().orElseThrow());
            assertEquals(4, file.times().steps());
        }
    }

    @Test
    void variablesAreAddedByRewriting() throws IOException {
        Path path = made(triangle().build(), 2);
        try (ExodusFile before = Exodus.open(path);
                ExodusWriter writer = Exodus.rewrite(path, file -> file.nodalVariables("v").qaRecordOfThisLibrary())) {
            assertThrows(IllegalStateException.class, () -> writer.announce(2), "v has no values yet");
            writer.nodal("v").steps(0, 2).put(1, 2, 3, 4, 5, 6);
            assertEquals(1, before.nodalVariables().size());
            writer.announce(2);
            assertArrayEquals(new double[] {1, 1.25, 1.5}, before.nodal("u").step(1).toArray(), "still as it was");
        }
        try (ExodusFile file = Exodus.open(path)) {
            assertArrayEquals(new double[] {4, 5, 6}, file.nodal("v").step(1).toArray());
            assertArrayEquals(new double[] {1, 1.25, 1.5}, file.nodal("u").step(1).toArray());
            assertEquals("exodus for Java", file.qaRecords().getFirst().code());
        }
    }

    @Test
    void aRewriteThatIsGivenUpLeavesTheFileAsItIs() throws IOException {
        Path path = made(triangle().build(), 2);
        byte[] before = Files.readAllBytes(path);
        Exodus.rewrite(path, file -> file.nodalVariables("v")).close();
        assertArrayEquals(before, Files.readAllBytes(path));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(path), left.toList());
        }
    }

    @Test
    void aCopyHoldsTheSame() throws IOException {
        Path copy = folder.resolve("copy.e");
        try (ExodusFile plate = Exodus.open(PLATE);
                ExodusWriter writer = Exodus.create(copy, ExodusDefinition.of(plate))) {
            ExodusCopy.of(plate, writer).all();
            try (ExodusFile copied = Exodus.open(copy)) {
                assertEquals(ModelFacts.of(plate), ModelFacts.of(copied));
            }
        }
    }

    @Test
    void aCopyMayHoldLessAndInOtherTypes() throws IOException {
        Path copy = folder.resolve("copy.e");
        try (ExodusFile plate = Exodus.open(PLATE)) {
            ExodusDefinition less = ExodusDefinition.of(plate).toBuilder().realType(ElementType.FLOAT)
                    .longIntegers(true, true, true).automaticFormat()
                    .retainVariables(EntityKind.NODAL, "temperature"::equals)
                    .retainVariables(EntityKind.ELEMENT_BLOCK, name -> false).build();
            try (ExodusWriter writer = Exodus.create(copy, less)) {
                ExodusCopy steps = ExodusCopy.of(plate, writer);
                steps.mesh();
                steps.step(3, 0);
                writer.announce(1);
            }
            try (ExodusFile copied = Exodus.open(copy)) {
                assertEquals(1, copied.times().steps());
                assertEquals(1, copied.nodalVariables().size());
                assertEquals((float) plate.nodal("temperature").get(3, 5), copied.nodal("temperature").get(0, 5));
                assertEquals(ElementType.INT64, copied.elementBlocks().id(20).connectivity().type());
                assertFalse(copied.elementBlocks().isEmpty());
            }
        }
    }

    @Test
    void whatCountsElementsIsNotCopiedWhereTheBlocksAreOthers() throws IOException {
        Path copy = folder.resolve("copy.e");
        try (ExodusFile plate = Exodus.open(PLATE)) {
            ExodusDefinition withoutSkin = ExodusDefinition.of(plate).toBuilder()
                    .retain(EntityKind.ELEMENT_BLOCK, block -> block.id() != 0)
                    .changeVariables(EntityKind.ELEMENT_BLOCK, variable -> ResultVariable.everywhere(variable.name()))
                    .retainVariables(EntityKind.ELEMENT_BLOCK, name -> false)
                    .retainProperties(property -> property.kind() != EntityKind.ELEMENT_BLOCK).build();
            assertEquals(plate.elementCount() - 3, withoutSkin.elementCount());
            try (ExodusWriter writer = Exodus.create(copy, withoutSkin)) {
                ExodusCopy.of(plate, writer).mesh();
                IllegalStateException refusal = assertThrows(IllegalStateException.class, writer::commit);
                assertTrue(refusal.getMessage().contains("no values were put"), refusal.getMessage());
            }
            assertTrue(Files.notExists(copy));
        }
    }

    @Test
    void aFileOfForeignShapesIsNotAppendedTo() throws IOException {
        Path path = folder.resolve("foreign.e");
        Files.copy(PLATE.resolveSibling("foreign-results.e"), path);
        IOException refusal = assertThrows(IOException.class, () -> Exodus.append(path).close());
        assertTrue(refusal.getMessage().contains("steps cannot be added in place"), refusal.getMessage());
    }
}
