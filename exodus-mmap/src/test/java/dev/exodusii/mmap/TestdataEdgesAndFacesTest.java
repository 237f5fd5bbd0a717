package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertIds;
import static dev.exodusii.mmap.ViewAssertions.assertIntegers;
import static dev.exodusii.mmap.ViewAssertions.assertNames;
import static dev.exodusii.mmap.ViewAssertions.assertReals;
import static dev.exodusii.mmap.ViewAssertions.assertRefused;
import static dev.exodusii.mmap.ViewAssertions.assertRows;
import static dev.exodusii.mmap.ViewAssertions.assertSides;
import static dev.exodusii.mmap.ViewAssertions.assertStored;
import static dev.exodusii.mmap.ViewAssertions.row;
import static dev.exodusii.mmap.ViewAssertions.step;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EdgeBlock;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.FaceBlock;
import dev.exodusii.TimeSeries;
import dev.exodusii.topology.Topology;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `edge-face.e`: two hexahedra with all that Exodus knows of edges and faces.
class TestdataEdgesAndFacesTest {

    private final ExodusFile file = Testdata.open("edge-face.e");
    private final ElementBlock beam = file.elementBlocks().name("beam");

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void blocksOfEdgesCountThroughAllEdges() {
        assertEquals(20, file.edgeCount());
        assertIds(file.edgeBlocks(), 5, 3);
        assertNames(file.edgeBlocks(), "bottom_edges", "other_edges");
        assertEquals(List.of(0L, 7L), file.edgeBlocks().stream().map(EdgeBlock::firstIndex).toList());
        assertRows(file.edgeBlocks().id(5).connectivity(), row(1, 2), row(2, 5), row(5, 4), row(4, 1), row(2, 3),
                row(3, 6), row(6, 5));
        assertEquals("EDGE2", file.edgeBlocks().id(3).elementType());
        assertIntegers(file.edgeBlocks().id(3).connectivity().row(12), 6, 12);
    }

    @Test
    void blocksOfFacesCountThroughAllFaces() {
        assertEquals(11, file.faceCount());
        assertIds(file.faceBlocks(), 9, 8);
        assertEquals(List.of(0L, 6L), file.faceBlocks().stream().map(FaceBlock::firstIndex).toList());
        assertRows(file.faceBlocks().name("second_faces").connectivity(), row(2, 3, 9, 8), row(3, 6, 12, 9),
                row(6, 5, 11, 12), row(2, 5, 6, 3), row(8, 9, 12, 11));
        assertFalse(file.faceBlocks().id(9).isJagged());
    }

    @Test
    void elementsNameTheirEdgesAndFaces() {
        assertRows(beam.edgeConnectivity().orElseThrow(), row(1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15),
                row(5, 6, 7, 2, 16, 17, 18, 9, 13, 19, 20, 14));
        assertRows(beam.faceConnectivity().orElseThrow(), row(1, 2, 3, 4, 5, 6), row(7, 8, 9, 2, 10, 11));
    }

    @Test
    void facesOfTheFirstElementAreTheSidesOfItsShape() {
        Topology hex = beam.topology();
        for (int side = 0; side < hex.sideCount(); side++) {
            long face = beam.faceConnectivity().orElseThrow().get(0, side) - 1;
            long[] nodes = new long[hex.sideNodeCount(side)];
            for (int node = 0; node < nodes.length; node++) {
                nodes[node] = beam.connectivity().get(0, hex.sideNode(side, node));
            }

            assertArrayEquals(nodes, file.faceBlocks().id(9).connectivity().row(face).toArray(), "side " + side);
        }
    }

    @Test
    void edgesOfTheFirstElementAreTheEdgesOfItsShape() {
        Topology hex = beam.topology();
        for (int edge = 0; edge < hex.edgeCount(); edge++) {
            long index = beam.edgeConnectivity().orElseThrow().get(0, edge) - 1;
            EdgeBlock block = file.edgeBlocks().get(index < 7 ? 0 : 1);
            long[] ends = block.connectivity().row(index - block.firstIndex()).toArray();
            int[] nodes = hex.edgeNodes(edge);

            assertArrayEquals(new long[] {beam.connectivity().get(0, nodes[0]), beam.connectivity().get(0, nodes[1])},
                    ends, "edge " + edge);
        }
    }

    @Test
    void blocksHaveAttributes() {
        assertReals(file.edgeBlocks().id(5).attributes().attribute("radius"), 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07);
        assertTrue(file.edgeBlocks().id(3).attributes().isEmpty());
        assertEquals(List.of("roughness", "emissivity"), file.faceBlocks().id(8).attributes().names());
        assertRows(file.faceBlocks().id(8).attributes().values(), step(2, 3), step(2.1, 3.1), step(2.2, 3.2),
                step(2.3, 3.3), step(2.4, 3.4));
    }

    @Test
    void edgesAndFacesHaveIds() {
        assertEquals(203, file.edgeIds().id(0));
        assertEquals(OptionalLong.of(19), file.edgeIds().indexOf(214));
        assertIntegers(file.faceIds().stored().orElseThrow(), 305, 310, 303, 308, 301, 306, 311, 304, 309, 302, 307);
    }

    @Test
    void everyKindHasNumberedMaps() {
        assertIntegers(file.nodeMaps().name("node_owner").values(), 5, 10, 2, 7, 12, 4, 9, 1, 6, 11, 3, 8);
        assertIds(file.edgeMaps(), 43, 42);
        assertIntegers(file.edgeMaps().name("edge_colour").values().slice(0, 4), -1, -4, -9, -16);
        assertIntegers(file.edgeMaps().id(42).values().slice(0, 3), 8, 16, 3);
        assertIntegers(file.faceMaps().id(44).values(), 121, 100, 81, 64, 49, 36, 25, 16, 9, 4, 1);
        assertIntegers(file.elementMaps().name("original_global_id_map").values(), 77, 66);
        assertEquals(Optional.empty(), file.elementOrder());
    }

    @Test
    void setsOfEdgesSayWhichWayRound() {
        assertIds(file.edgeSets(), 70, 60);
        assertIntegers(file.edgeSets().name("loop").entries(), 5, 6, 7, 2);
        assertIntegers(file.edgeSets().name("loop").orientations().orElseThrow(), 1, 1, 1, -1);
        assertEquals(Optional.empty(), file.edgeSets().name("uprights").orientations());
    }

    @Test
    void setsOfFacesSayWhichWayRound() {
        assertIds(file.faceSets(), 0, 4);
        assertIntegers(file.faceSets().id(0).entries(), 4, 2, 8);
        assertIntegers(file.faceSets().id(0).orientations().orElseThrow(), -1, 1, 1);
        assertIntegers(file.faceSets().name("lid").orientations().orElseThrow(), 1, 1);
    }

    @Test
    void setsHaveFactorsOrImplyOnes() {
        assertReals(file.edgeSets().name("loop").distributionFactors(), 1.5, 2.5, 3.5, 4.5);
        assertFalse(file.edgeSets().name("uprights").hasDistributionFactors());
        assertReals(file.edgeSets().name("uprights").distributionFactors(), 1, 1, 1);
        assertReals(file.faceSets().name("tunnel").distributionFactors(), 1, 1, 1);
        assertReals(file.faceSets().name("lid").distributionFactors(), 0.6, 0.7);
        assertReals(file.elementSets().name("both").distributionFactors(), 0.8, 0.9);
        assertReals(file.elementSets().name("last").distributionFactors(), 1);
        assertReals(file.sideSets().name("left").distributionFactors(), 1.1, 1.2, 1.3, 1.4);
    }

    @Test
    void setsHaveAttributes() {
        assertReals(file.edgeSets().name("uprights").attributes().attribute("stiffness"), 0.11, 0.22, 0.33);
        assertReals(file.sideSets().name("left").attributes().attribute("gap"), 9.75);
        assertTrue(file.edgeSets().name("loop").attributes().isEmpty());
    }

    @Test
    void setsOfElementsAndSidesAreThereToo() {
        assertIds(file.elementSets(), 12, 2);
        assertIntegers(file.elementSets().id(12).entries(), 2, 1);
        assertIntegers(file.nodeSets().name("ends").entries(), 1, 12);
        assertSides(file.sideSets().name("left").faces(), row(1, 7, 10, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "EDGE_BLOCK,  0, current",       "EDGE_BLOCK,  1, current voltage",
        "FACE_BLOCK,  0, flux temperature", "FACE_BLOCK,  1, temperature shade",
        "EDGE_SET,    0, tension",       "EDGE_SET,    1, tension",
        "FACE_SET,    0, load albedo",   "FACE_SET,    1, load",
        "SIDE_SET,    0, slip",
        "ELEMENT_SET, 0, mass",          "ELEMENT_SET, 1, age",
    })
    void resultsAreWhereTheTruthTableHasThem(EntityKind kind, int index, String stored) {
        assertStored(file.entities(kind).get(index), stored.split(" "));
        assertEquals(List.of(stored.split(" ")), file.variables(kind).names().stream().filter(name -> file
                .variables(kind).truthTable().orElseThrow()
                .get(index, file.variables(kind).names().indexOf(name)) == 1).toList());
    }

    /// Results are `1000 k + 100 v + 20 b + i + t / 8`.
    @ParameterizedTest
    @CsvSource({"EDGE_BLOCK, 1", "FACE_BLOCK, 2", "EDGE_SET, 3", "FACE_SET, 4", "SIDE_SET, 5", "ELEMENT_SET, 6"})
    void resultsTellWhichVariableStepAndEntryTheyAre(EntityKind kind, int k) {
        assertFalse(file.entities(kind).isEmpty());
        for (Entity entity : file.entities(kind)) {
            for (TimeSeries series : entity.variables()) {
                int v = file.variables(kind).names().indexOf(series.name()) + 1;
                assertEquals(kind, series.kind());
                assertEquals(entity.size(), series.size());
                assertEquals(3, series.steps());
                for (int t = 1; t <= 3; t++) {
                    for (int i = 1; i <= series.size(); i++) {
                        assertEquals(1000 * k + 100 * v + 20 * entity.index() + i + t / 8.0, series.get(t - 1, i - 1),
                                () -> entity + " " + series.name());
                    }
                }
            }
        }
    }

    @Test
    void lookupsNameTheKindThatWasAskedFor() {
        assertRefused(NoSuchElementException.class, "no edge block has id 4; the ids are 5, 3",
                () -> file.edgeBlocks().id(4));
        assertRefused(NoSuchElementException.class, "no face set is called 'tunel'; did you mean 'tunnel'?",
                () -> file.faceSets().name("tunel"));
        assertRefused(NoSuchElementException.class, "face block variable 'shade' is not stored on face block 9"
                + " 'first_faces'; stored there: flux, temperature",
                () -> file.faceBlocks().id(9).requireVariable("shade"));
    }
}
