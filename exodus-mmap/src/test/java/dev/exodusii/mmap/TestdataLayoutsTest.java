package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertIds;
import static dev.exodusii.mmap.ViewAssertions.assertIntegers;
import static dev.exodusii.mmap.ViewAssertions.assertNames;
import static dev.exodusii.mmap.ViewAssertions.assertReals;
import static dev.exodusii.mmap.ViewAssertions.assertRefused;
import static dev.exodusii.mmap.ViewAssertions.assertRows;
import static dev.exodusii.mmap.ViewAssertions.assertSides;
import static dev.exodusii.mmap.ViewAssertions.assertSteps;
import static dev.exodusii.mmap.ViewAssertions.assertStored;
import static dev.exodusii.mmap.ViewAssertions.row;
import static dev.exodusii.mmap.ViewAssertions.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.Int64Status;
import dev.exodusii.QaRecord;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.TopologyMatch;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Files that store less than the showcase, or the same in another way.
class TestdataLayoutsTest {

    @Nested
    class OldLayout {

        private final ExodusFile file = Testdata.open("old-layout.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void doesWithoutTheAttributesThatCameLater() {
            assertEquals("4.98", file.version().orElseThrow().toString());
            assertFalse(file.isLargeModel());
            assertEquals(32, file.maximumNameLength());
            assertEquals(new Int64Status(0), file.int64Status());
        }

        @Test
        void hasOneArrayForAllCoordinates() {
            assertEquals(List.of("xcoor", "ycoor"), file.coordinates().names());
            assertReals(file.coordinates().x(), 0, 1, 2, 0.1, 1.1, 2.1, 0.2, 1.2, 2.2);
            assertReals(file.coordinates().y(), 0, 0.01, 0.02, 2, 2.01, 2.02, 4, 4.01, 4.02);
        }

        @Test
        void hasNoZInThePlane() {
            assertRefused(NoSuchElementException.class, "the mesh of " + file.name()
                    + " is 2-dimensional and has no z coordinates", () -> file.coordinates().z());
        }

        @Test
        void hasOneArrayForAllNodalVariables() {
            assertSteps(file.nodal("flux_x"),
                    step(201.1, 202.1, 203.1, 204.1, 205.1, 206.1, 207.1, 208.1, 209.1),
                    step(201.2, 202.2, 203.2, 204.2, 205.2, 206.2, 207.2, 208.2, 209.2),
                    step(201.3, 202.3, 203.3, 204.3, 205.3, 206.3, 207.3, 208.3, 209.3));
            assertReals(file.nodal("flux_y").history(8), 309.1, 309.2, 309.3);
            assertReals(file.nodal("temp").step(0).slice(0, 2), 101.1, 102.1);
        }

        @Test
        void hasElementVariablesForEachBlock() {
            assertSteps(file.elementBlocks().name("left").requireVariable("source"), step(-11.1, -12.1),
                    step(-11.2, -12.2), step(-11.3, -12.3));
            assertReals(file.elementBlocks().name("right").requireVariable("source").history(1), -22.1, -22.2, -22.3);
        }

        @Test
        void readsElementTypesInAnyCaseWithOrWithoutTheNumberOfNodes() {
            assertEquals(List.of("QUAD", "quad4"), file.elementBlocks().stream().map(ElementBlock::elementType)
                    .toList());
            assertEquals(List.of("QUAD4", "QUAD4"), file.elementBlocks().stream()
                    .map(block -> block.topology().name()).toList());
        }

        @Test
        void hasSetsWithFactors() {
            assertReals(file.nodeSets().name("bottom").distributionFactors(), 0.5, 1, 0.75);
            assertSides(file.sideSets().name("top").faces(), row(8, 7), row(9, 8));
            assertReals(file.sideSets().name("top").distributionFactors(), 0.1, 0.2, 0.3, 0.4);
        }

        @Test
        void hasIdsGlobalsAndQaRecords() {
            assertEquals(19, file.nodeIds().id(0));
            assertEquals(OptionalLong.of(2), file.elementIds().indexOf(8));
            assertReals(file.global("total_mass").history(0), 9.25, 9.5, 9.75);
            assertEquals(List.of(new QaRecord("oldcode", "0.9", "11/30/99", "12:34:56")), file.qaRecords());
        }
    }

    @Nested
    class MixedLayout {

        private final ExodusFile file = Testdata.open("mixed-layout.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void hasOneArrayForCoordinatesAndOneForEachResult() {
            assertReals(file.coordinates().z(), 0, 0.03, 0.06, 0.09, 1.12, 1.15, 1.18, 1.21, 2.22);
            assertReals(file.nodal("phi").history(8), 1010.09, 2010.09);
            assertReals(file.nodal("grad_phi_R").step(1).slice(0, 2), 2020.01, 2020.02);
        }

        @Test
        void hasEntitiesWithoutNameOrStatus() {
            assertIds(file.elementBlocks(), 0, 1);
            assertNames(file.elementBlocks(), "", "");
            assertEquals(List.of("block_0", "block_1"), file.elementBlocks().stream().map(ElementBlock::label)
                    .toList());
            assertEquals(file.elementBlocks().get(1), file.elementBlocks().name("block_1"));
            assertEquals("nodelist_4", file.nodeSets().getFirst().label());
            assertFalse(file.elementBlocks().getFirst().isNull());
        }

        @Test
        void understandsTheNamesThatItGivesToShapes() {
            assertEquals(List.of("HEX8", "TET4"), file.elementBlocks().stream()
                    .map(block -> block.topology().name()).toList());
            assertRows(file.elementBlocks().get(1).connectivity(), row(5, 6, 7, 9), row(5, 7, 8, 9));
        }

        @Test
        void impliesFactorsOfOne() {
            assertFalse(file.nodeSets().getFirst().hasDistributionFactors());
            assertReals(file.nodeSets().getFirst().distributionFactors(), 1, 1);
            assertIntegers(file.nodeSets().getFirst().entries(), 9, 1);
        }

        @Test
        void impliesIdsOfOneTwoThree() {
            assertEquals(Optional.empty(), file.nodeIds().stored());
            assertEquals(9, file.nodeIds().id(8));
            assertEquals(OptionalLong.of(2), file.elementIds().indexOf(3));
            assertEquals(OptionalLong.empty(), file.elementIds().indexOf(4));
            assertEquals(OptionalLong.empty(), file.elementIds().indexOf(0));
        }

        @Test
        void readsATitleThatNoNulEnds() {
            assertEquals("Written by a stranger", file.title());
            assertEquals("5.10", file.version().orElseThrow().toString());
            assertFalse(file.isLargeModel());
        }
    }

    @Nested
    class TimeAsAFixedDimension {

        private final ExodusFile file = Testdata.open("fixed-time.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void isATimeAllTheSame() {
            assertEquals(Optional.empty(), file.container().recordDimension());
            assertEquals(1, file.times().steps());
            assertReals(file.times().stored().orElseThrow(), 0.25);
            assertSteps(file.nodal("u"), step(1.5, 2.5, 3.5, 4.5));
            assertSteps(file.elementBlocks().id(3).requireVariable("s"), step(5.5, 6.5));
        }

        @Test
        void goesWithNamesPaddedWithBlanks() {
            assertNames(file.elementBlocks(), "part");
            assertNames(file.nodeSets(), "");
            assertEquals("nodelist_4", file.nodeSets().getFirst().label());
            assertEquals(List.of("x", "y"), file.coordinates().names());
        }

        @Test
        void goesWithAVersionInDouble() {
            assertEquals("5.22", file.version().orElseThrow().toString());
            assertEquals("5.22", file.apiVersion().orElseThrow().toString());
        }
    }

    @Nested
    class TimesWithoutResults {

        private final ExodusFile file = Testdata.open("times-only.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void areTimes() {
            assertReals(file.times().stored().orElseThrow(), 0, 0.5);
            assertEquals(List.of(), file.nodalVariables());
            assertEquals(List.of(), file.globalVariables());
            assertStored(file.elementBlocks().getFirst());
        }

        @Test
        void goWithAMeshInOneDimension() {
            assertEquals(1, file.dimension());
            assertReals(file.coordinates().x(), 0, 1, 2.5, 4);
            assertEquals(1, file.coordinates().axes().size());
            assertRefused(NoSuchElementException.class, "the mesh of " + file.name()
                    + " is 1-dimensional and has no y coordinates", () -> file.coordinates().y());
            assertEquals(Family.BAR, file.elementBlocks().getFirst().topology().family());
        }

        @Test
        void fillAVertexBufferWithZerosWhereThereIsNoAxis() {
            float[] vertices = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};

            file.coordinates().copyInterleavedTo(vertices);

            assertEquals(List.of(2.5f, 0f, 0f), List.of(vertices[6], vertices[7], vertices[8]));
        }
    }

    @Test
    void meshWithoutResultsHasNoStep() {
        try (ExodusFile file = Testdata.open("no-results.e")) {
            assertTrue(file.times().isEmpty());
            assertEquals(OptionalLong.empty(), file.times().nearest(0));
            assertEquals(Optional.of(0L), file.times().stored().map(times -> times.size()));
            assertTrue(file.variables(EntityKind.NODAL).isEmpty());
            assertRefused(NoSuchElementException.class,
                    "no nodal variable is called 'disp_x'; there are none at all", () -> file.nodal("disp_x"));
            assertSides(file.sideSets().id(1).faces(), row(1, 3, 2), row(2, 5, 4));
            assertEquals(List.of("block_1"), file.elementBlocks().stream().map(ElementBlock::label).toList());
            assertEquals("surface_1", file.sideSets().getFirst().label());
        }
    }

    @Test
    void smallestModelHasOneOfEach() {
        try (ExodusFile file = Testdata.open("one-node.e")) {
            ElementBlock point = file.elementBlocks().name("point");

            assertReals(file.coordinates().x(), 1.5);
            assertReals(file.coordinates().y(), -2.5);
            assertReals(file.coordinates().z(), 3.5);
            assertEquals(List.of("", "", ""), file.coordinates().names());
            assertRows(point.connectivity(), row(1));
            assertReals(point.attributes().attribute("radius"), 0.25);
            assertReals(file.times().stored().orElseThrow(), 0.125);
            assertSteps(file.nodal("charge"), step(-0.75));
            assertReals(file.nodal("charge").history(0), -0.75);
        }
    }

    @Nested
    class MeshThatWasNeverWritten {

        private final ExodusFile file = Testdata.open("empty-mesh.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void saysWhatItsHeaderSays() {
            assertEquals("Nothing yet", file.title());
            assertEquals(4, file.nodeCount());
            assertEquals(1, file.elementCount());
            assertEquals(4, file.nodeIds().id(3));
        }

        @Test
        void hasNoBlocksOfWhichThereIsNoTrace() {
            assertEquals(List.of(), file.elementBlocks());
            assertRefused(NoSuchElementException.class, "no element block has id 1; there are none at all",
                    () -> file.elementBlocks().id(1));
        }

        @Test
        void refusesCoordinatesThatAreNotThere() {
            assertFalse(file.coordinates().isStored(0));
            assertRefused(DamagedDataException.class, file.name()
                    + ": coordx: is missing although there are 4 nodes in 3 dimensions", () -> file.coordinates().x());
        }
    }

    @Nested
    class FileWithoutAttributes {

        private final ExodusFile file = Testdata.open("no-attributes.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void isExodusByWhatIsInIt() {
            assertEquals(Optional.empty(), file.version());
            assertEquals(OptionalInt.empty(), file.wordSize());
            assertEquals("", file.title());
            assertEquals(file.name() + " (CDF-2)", file.toString());
        }

        @Test
        void keepsAShapeOpenThatNothingTells() {
            ElementBlock block = file.elementBlocks().id(1);
            TopologyMatch match = block.topologyMatch();

            assertEquals("", block.elementType());
            assertEquals(Family.UNKNOWN, match.topology().family());
            assertEquals(Optional.of("no type is given, and 1 nodes per element in 3 dimensions fit no single shape"),
                    match.remark());
        }

        @Test
        void readsConnectivityOfOneDimensionAsAColumn() {
            assertEquals(1, file.elementBlocks().id(1).nodesPerEntry());
            assertRows(file.elementBlocks().id(1).connectivity(), row(3), row(1), row(2));
        }

        @Test
        void repeatsAResultWithoutTimeAtEachStep() {
            assertSteps(file.nodal("mass"), step(10.5, 20.5, 30.5), step(10.5, 20.5, 30.5), step(10.5, 20.5, 30.5));
            assertReals(file.nodal("mass").history(1), 20.5, 20.5, 20.5);
        }

        @Test
        void takesTheStepForItsTimeWhereThereIsNone() {
            assertEquals(3, file.times().steps());
            assertEquals(Optional.empty(), file.times().stored());
            assertEquals(2, file.times().time(2));
            assertEquals(OptionalLong.of(1), file.times().nearest(1.4));
            assertEquals(OptionalLong.of(0), file.times().nearest(0.5));
            assertEquals(OptionalLong.of(2), file.times().nearest(1e300));
            assertSteps(file.nodal("speed"), step(1.25, 1.5, 1.75), step(2.25, 2.5, 2.75), step(3.25, 3.5, 3.75));
        }
    }

    @Nested
    class FileWithoutIds {

        private final ExodusFile file = Testdata.open("no-ids.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void countsItsEntities() {
            assertIds(file.elementBlocks(), 1, 2, 3);
            assertIds(file.nodeSets(), 1, 2);
            assertEquals(List.of("block_1", "block_2", "block_3"), file.elementBlocks().stream()
                    .map(ElementBlock::label).toList());
            assertEquals(List.of(), file.properties(EntityKind.ELEMENT_BLOCK));
        }

        @Test
        void showsByItsVariablesWhichResultsExist() {
            assertEquals(Optional.empty(), file.variables(EntityKind.ELEMENT_BLOCK).truthTable());
            assertStored(file.elementBlocks().id(1), "heat");
            assertStored(file.elementBlocks().id(2), "dose");
            assertStored(file.elementBlocks().id(3), "heat");
            assertStored(file.nodeSets().id(1));
            assertSteps(file.elementBlocks().id(3).requireVariable("heat"), step(13.25), step(13.5));
            assertSteps(file.nodeSets().id(2).requireVariable("force"), step(51.25, 52.25), step(51.5, 52.5));
        }
    }
}
