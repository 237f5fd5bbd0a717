package dev.exodusii.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.CommunicationMap;
import dev.exodusii.Decomposition;
import dev.exodusii.ExodusFile;
import dev.exodusii.write.DecompositionDefinition.GlobalEntity;
import dev.exodusii.write.DecompositionDefinition.SharedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How a part of a mesh fits into the whole is read as it was written.
class WritingDecompositionTest {

    private static final DecompositionDefinition PART = new DecompositionDefinition(3, 1, 9, 4,
            List.of(new GlobalEntity(10, 4, 0)), List.of(new GlobalEntity(5, 3, 3)), List.of(), 3, 2, 1, 1, 1,
            List.of(new SharedMap(0, 2), new SharedMap(2, 1)), List.of(new SharedMap(0, 1)));

    private static ExodusDefinitionBuilder builder() {
        return ExodusDefinition.builder().title("part").dimension(2).nodes(6).elementBlock(10, "QUAD4", 2)
                .decomposition(PART);
    }

    private static void put(ExodusWriter writer) throws IOException {
        writer.coordinates().putInterleaved(0, 0, 1, 0, 2, 0, 0, 1, 1, 1, 2, 1);
        writer.elementBlock(10).nodeIndexes().put(0, 1, 4, 3, 1, 2, 5, 4);
        DecompositionPlaces places = writer.decomposition();
        places.internalElementNumbers().put(1);
        places.borderElementNumbers().put(2);
        places.internalNodeNumbers().put(1, 2, 4);
        places.borderNodeNumbers().put(3, 5);
        places.externalNodeNumbers().put(6);
        places.sharedNodeNumbers(0).put(3, 5);
        places.sharedNodeRanks(0).fill(0);
        places.sharedNodeNumbers(1).put(6);
        places.sharedNodeRanks(1).put(2);
        places.sharedElementNumbers(0).put(2);
        places.sharedSides(0).put(3);
        places.sharedElementRanks(0).put(0);
        writer.commit();
    }

    @Test
    void itsPartsAreRead() throws IOException {
        byte[] bytes = EveryKind.bytes(builder().build(), WritingDecompositionTest::put);
        String keep = System.getProperty("exodus.keep", "");
        if (!keep.isEmpty()) {
            Files.write(Path.of(keep + ".part"), bytes);
        }
        try (ExodusFile file = EveryKind.parse(bytes)) {
            assertEquals(List.of(), file.findings());
            Decomposition read = file.decomposition().orElseThrow();
            assertEquals(3, read.processors().orElseThrow());
            assertEquals(1, read.rank().orElseThrow());
            assertEquals(9, read.globalNodes().orElseThrow());
            assertEquals(4, read.globalBlocks().sizes().orElseThrow().get(0));
            assertEquals(3, read.globalNodeSets().factorCounts().orElseThrow().get(0));
            assertTrue(read.globalSideSets().count().isEmpty());
            assertArrayEquals(new long[] {1, 2, 4}, read.internalNodeNumbers(0).orElseThrow().toArray());
            assertArrayEquals(new long[] {6}, read.externalNodeNumbers(0).orElseThrow().toArray());
            CommunicationMap second = read.nodeMaps(0).get(1);
            assertEquals(2, second.id());
            assertArrayEquals(new long[] {6}, second.numbers().toArray());
            assertEquals(3, read.elementMaps(0).getFirst().sides().orElseThrow().get(0));
        }
    }

    @Test
    void itIsForgottenOnRequest() throws IOException {
        ExodusDefinition whole = builder().build().toBuilder().clearDecomposition().build();

        assertEquals(List.of(), whole.extraVariables());
        assertEquals(List.of(), whole.metadata());
        assertEquals(builder().build().layout().variables().size(),
                builder().build().toBuilder().build().layout().variables().size());
    }

    @Test
    void aRankIsOneOfTheRanks() {
        assertThrows(IllegalArgumentException.class, () -> new DecompositionDefinition(2, 2, 1, 1, List.of(), List.of(),
                List.of(), 0, 0, 0, 0, 0, List.of(), List.of()));
    }
}
