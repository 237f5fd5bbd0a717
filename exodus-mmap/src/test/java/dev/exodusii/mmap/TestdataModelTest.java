package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertIds;
import static dev.exodusii.mmap.ViewAssertions.assertIntegers;
import static dev.exodusii.mmap.ViewAssertions.assertNames;
import static dev.exodusii.mmap.ViewAssertions.assertReals;
import static dev.exodusii.mmap.ViewAssertions.assertRefused;
import static dev.exodusii.mmap.ViewAssertions.assertRows;
import static dev.exodusii.mmap.ViewAssertions.assertSides;
import static dev.exodusii.mmap.ViewAssertions.row;
import static dev.exodusii.mmap.ViewAssertions.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.Int64Status;
import dev.exodusii.NodeSet;
import dev.exodusii.Property;
import dev.exodusii.QaRecord;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.topology.Family;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the model says of `plate.e`, the showcase: six hexahedra, three shells on top of them and two struts.
///
/// The text from which the file is made, `cdl/plate.cdl`, is the truth. Its results are in [TestdataResultsTest]; what
/// other files show is in the other tests whose names begin with `Testdata`.
class TestdataModelTest {

    private final ExodusFile file = Testdata.open("plate.e");

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void nothingIsOddAboutIt() {
        assertEquals(List.of(), file.findings());
    }

    @Nested
    class TheFileAsAWhole {

        @Test
        void isNamedAsItWasOpened() {
            assertEquals(Testdata.FOLDER.resolve("plate.e") + " (CDF-2, Exodus 9.06)", file.toString());
        }

        @Test
        void hasATitleWithoutTheNulThatEndsIt() {
            assertEquals("Clamped plate with a glued skin and two struts", file.title());
        }

        @Test
        void knowsItsVersions() {
            assertEquals("9.06", file.version().orElseThrow().toString());
            assertEquals("9.06", file.apiVersion().orElseThrow().toString());
        }

        @Test
        void saysHowItStoresNumbers() {
            assertEquals(OptionalInt.of(8), file.wordSize());
            assertEquals(new Int64Status(0), file.int64Status());
            assertTrue(file.isLargeModel());
            assertEquals(32, file.maximumNameLength());
        }

        @Test
        void countsNodesElementsEdgesAndFaces() {
            assertEquals(3, file.dimension());
            assertEquals(26, file.nodeCount());
            assertEquals(11, file.elementCount());
            assertEquals(0, file.edgeCount());
            assertEquals(0, file.faceCount());
        }

        @Test
        void namesTheProgramsThatHadAHandInIt() {
            assertEquals(List.of(new QaRecord("plate-mesher", "1.4", "2025/02/28", "23:59:58"),
                    new QaRecord("plate-solver", "2.1", "2025/03/01", "00:00:07")), file.qaRecords());
        }

        @Test
        void keepsInfoRecordsOfFullWidth() {
            assertEquals(List.of("material aluminium, young 70e9, poisson 0.33",
                    "boundary clamped: elastic foundation; load pressure_top 1.0e4 Pa (1 + t)",
                    "This line is eighty characters long, which is all that an info record may hold.."),
                    file.infoRecords());
            assertEquals(3, file.infoRecordCount());
        }

        @Test
        void hasNothingThatItDoesNotHave() {
            for (EntityKind kind : List.of(EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK, EntityKind.EDGE_SET,
                    EntityKind.FACE_SET, EntityKind.NODE_MAP, EntityKind.EDGE_MAP, EntityKind.FACE_MAP,
                    EntityKind.ELEMENT_MAP, EntityKind.ASSEMBLY, EntityKind.BLOB)) {
                assertEquals(List.of(), file.entities(kind), kind.label());
                assertTrue(file.variables(kind).isEmpty(), kind.label());
            }
            assertEquals(List.of(), file.metadata());
            assertEquals(List.of(), file.nodalMetadata());
            assertEquals(List.of(), file.coordinateFrames());
            assertEquals(Optional.empty(), file.decomposition());
            assertTrue(file.lastWrittenTime().isEmpty());
        }

        @Test
        void isThereAsPlainNetcdfToo() {
            assertEquals("double coordx(num_nodes = 26)",
                    file.container().requireVariable("coordx").toString());
        }
    }

    @Nested
    class Nodes {

        @Test
        void haveCoordinatesAlongNamedAxes() {
            assertEquals(List.of("x", "y", "z"), file.coordinates().names());
            assertReals(file.coordinates().x().slice(0, 4), 0.0, 0.1, 0.2, 0.3);
            assertReals(file.coordinates().y().slice(22, 4), 0.2067, 0.2097, 0.2009, 0.2099);
            assertReals(file.coordinates().z().slice(11, 3), 0.0042, 0.02, 0.0212);
        }

        @Test
        void lieWhereTheFormulaOfTheTextPutsThem() {
            for (int node = 0; node < 24; node++) {
                int i = node % 4;
                int j = node / 4 % 3;
                int k = node / 12;
                assertEquals(0.1 * i + 0.004 * j + 0.001 * k, file.coordinates().axis(0).get(node), 1e-12);
                assertEquals(0.1 * j + 0.003 * i + 0.0007 * k, file.coordinates().axis(1).get(node), 1e-12);
                assertEquals(0.02 * k + 0.0012 * i + 0.0003 * j, file.coordinates().axis(2).get(node), 1e-12);
            }
        }

        @Test
        void canBeCopiedForAVertexBuffer() {
            float[] vertices = new float[3 * 26];

            file.coordinates().copyInterleavedTo(vertices);

            assertEquals(0.3099f, vertices[75]);
            assertEquals(0.2099f, vertices[76]);
            assertEquals(0.1242f, vertices[77]);
        }

        @Test
        void haveNoFourthAxis() {
            assertThrows(IndexOutOfBoundsException.class, () -> file.coordinates().axis(3));
            assertFalse(file.coordinates().isStored(3));
        }

        @Test
        void haveIdsThatAreNotTheirNumbers() {
            assertEquals(26, file.nodeIds().size());
            assertEquals(107, file.nodeIds().id(0));
            assertEquals(120, file.nodeIds().id(25));
            assertEquals(OptionalLong.of(3), file.nodeIds().indexOf(101));
            assertEquals(OptionalLong.empty(), file.nodeIds().indexOf(1));
        }
    }

    @Nested
    class ElementBlocks {

        @Test
        void standInTheOrderOfTheFile() {
            assertIds(file.elementBlocks(), 20, 0, 7);
            assertNames(file.elementBlocks(), "core", "skin", "struts");
            assertEquals(List.of(6L, 3L, 2L), file.elementBlocks().stream().map(ElementBlock::size).toList());
            assertEquals(List.of(0L, 6L, 9L), file.elementBlocks().stream().map(ElementBlock::firstIndex).toList());
        }

        @Test
        void areFoundByIndexIdAndName() {
            ElementBlock skin = file.elementBlocks().get(1);

            assertEquals(skin, file.elementBlocks().id(0));
            assertEquals(skin, file.elementBlocks().name("skin"));
            assertEquals(Optional.empty(), file.elementBlocks().findId(1));
            assertEquals("element block 0 'skin'", skin.toString());
        }

        @Test
        void sayWhichIdsThereAreWhenOneIsWrong() {
            assertRefused(NoSuchElementException.class, "no element block has id 99; the ids are 20, 0, 7",
                    () -> file.elementBlocks().id(99));
        }

        @Test
        void suggestANameWhenOneIsMisspelt() {
            assertRefused(NoSuchElementException.class, "no element block is called 'sikn'; did you mean 'skin'?",
                    () -> file.elementBlocks().name("sikn"));
            assertRefused(NoSuchElementException.class,
                    "no element block is called 'wheels'; there are: core, skin, struts",
                    () -> file.elementBlocks().name("wheels"));
        }

        @Test
        void knowTheirShape() {
            assertEquals(List.of("HEX8", "SHELL4", "BEAM2"), file.elementBlocks().stream()
                    .map(ElementBlock::elementType).toList());
            assertEquals(List.of(Family.HEX, Family.SHELL, Family.BEAM), file.elementBlocks().stream()
                    .map(block -> block.topology().family()).toList());
            assertEquals(List.of(8L, 4L, 2L), file.elementBlocks().stream().map(ElementBlock::nodesPerEntry).toList());
        }

        @Test
        void connectNodeNumbersWhichAreNotIds() {
            assertIntegers(file.elementBlocks().name("core").connectivity().row(4), 6, 7, 11, 10, 18, 19, 23, 22);
            assertRows(file.elementBlocks().name("skin").connectivity(), row(13, 14, 18, 17), row(14, 15, 19, 18),
                    row(15, 16, 20, 19));
        }

        @Test
        void giveNodeIndexesToThoseWhoAskForThem() {
            assertRows(file.elementBlocks().name("struts").connectivity(), row(21, 25), row(24, 26));
            assertRows(file.elementBlocks().name("struts").nodeIndexes(), row(20, 24), row(23, 25));
        }

        @Test
        void haveNoPolygons() {
            assertRefused(IllegalStateException.class, "element block 0 'skin' is of type SHELL4, not NSIDED",
                    () -> file.elementBlocks().name("skin").polygons());
        }

        @Test
        void haveNamedAttributes() {
            assertEquals(List.of("density", "grain_angle"), file.elementBlocks().id(20).attributes().names());
            assertRows(file.elementBlocks().id(20).attributes().values(), step(2700, 2), step(2701.5, 17),
                    step(2703, 32), step(2704.5, 47), step(2706, 62), step(2707.5, 77));
            assertReals(file.elementBlocks().id(0).attributes().attribute("thickness"), 0.0021, 0.0022, 0.0023);
            assertReals(file.elementBlocks().id(7).attributes().attribute(5), 0.8, -0.6);
        }

        @Test
        void suggestAnAttributeWhenOneIsMisspelt() {
            assertRefused(NoSuchElementException.class, "no attribute is called 'Density'; did you mean 'density'?",
                    () -> file.elementBlocks().id(20).attributes().attribute("Density"));
        }

        @Test
        void haveProperties() {
            assertEquals(List.of("ID", "MATL"), file.properties(EntityKind.ELEMENT_BLOCK).stream().map(Property::name)
                    .toList());
            assertIntegers(file.property(EntityKind.ELEMENT_BLOCK, "MATL"), 3, 5, 4);
            assertRefused(NoSuchElementException.class,
                    "no property of element blocks is called 'COLOR'; there are: ID, MATL",
                    () -> file.property(EntityKind.ELEMENT_BLOCK, "COLOR"));
        }

        @Test
        void haveNoEdgesOrFacesOfTheirOwn() {
            assertEquals(Optional.empty(), file.elementBlocks().getFirst().edgeConnectivity());
            assertEquals(Optional.empty(), file.elementBlocks().getFirst().faceConnectivity());
        }
    }

    @Nested
    class Elements {

        @Test
        void haveIdsThroughAllBlocks() {
            assertIntegers(file.elementIds().stored().orElseThrow(), 505, 510, 503, 508, 501, 506, 511, 504, 509, 502,
                    507);
            assertEquals(OptionalLong.of(10), file.elementIds().indexOf(507));
        }

        @Test
        void haveAnOrderInWhichToVisitThem() {
            assertIntegers(file.elementOrder().orElseThrow(), 11, 9, 7, 5, 3, 1, 2, 4, 6, 8, 10);
        }
    }

    @Nested
    class Sets {

        @Test
        void standInTheOrderOfTheFile() {
            assertIds(file.nodeSets(), 100, 10);
            assertNames(file.nodeSets(), "clamped", "tip");
            assertIds(file.sideSets(), 4, 11);
            assertNames(file.sideSets(), "pressure_top", "symmetry");
            assertIds(file.elementSets(), 9);
            assertNames(file.elementSets(), "hot_spot");
        }

        @Test
        void ofNodesKeepTheirOrder() {
            NodeSet clamped = file.nodeSets().id(100);

            assertEquals(6, clamped.size());
            assertIntegers(clamped.entries(), 21, 1, 13, 5, 17, 9);
            assertIntegers(clamped.entryIndexes(), 20, 0, 12, 4, 16, 8);
        }

        @Test
        void haveOneFactorForEachNodeOrElement() {
            assertReals(file.nodeSets().id(100).distributionFactors(), 1.0, 1.1, 1.2, 1.3, 1.4, 1.5);
            assertReals(file.nodeSets().id(10).distributionFactors(), 0.25, 0.5, 0.75);
            assertReals(file.elementSets().id(9).distributionFactors(), 0.1, 0.2, 0.3, 0.4);
        }

        @Test
        void ofElementsCountThroughAllBlocks() {
            assertIntegers(file.elementSets().name("hot_spot").entries(), 5, 8, 2, 10);
        }

        @Test
        void ofSidesPairElementsWithSides() {
            SideSet top = file.sideSets().name("pressure_top");

            assertIntegers(top.elements(), 7, 8, 9, 4, 5, 6);
            assertIntegers(top.sides(), 1, 1, 1, 6, 6, 6);
        }

        @Test
        void ofSidesReachAcrossBlocks() {
            SideFaces top = file.sideSets().name("pressure_top").faces();

            assertSides(top, row(13, 14, 18, 17), row(14, 15, 19, 18), row(15, 16, 20, 19), row(17, 18, 22, 21),
                    row(18, 19, 23, 22), row(19, 20, 24, 23));
            assertEquals(List.of("skin", "skin", "skin", "core", "core", "core"), List.of(0, 1, 2, 3, 4, 5).stream()
                    .map(entry -> top.block(entry).orElseThrow().name()).toList());
        }

        @Test
        void ofSidesTurnTheNormalOutwards() {
            assertSides(file.sideSets().name("symmetry").faces(), row(1, 13, 17, 5), row(5, 17, 21, 9));
        }

        @Test
        void ofSidesHaveOneFactorForEachNodeOfEachSide() {
            SideSet top = file.sideSets().name("pressure_top");

            assertTrue(top.hasDistributionFactors());
            assertEquals(24, top.faces().totalNodeCount());
            assertEquals(24, top.distributionFactors().size());
            assertReals(top.distributionFactors().slice(4, 4), 1.05, 1.06, 1.07, 1.08);
            assertReals(file.sideSets().id(11).distributionFactors(), 0.51, 0.52, 0.53, 0.54, 0.55, 0.56, 0.57, 0.58);
        }

        @Test
        void refuseEntriesAndNodesThatDoNotExist() {
            SideFaces symmetry = file.sideSets().name("symmetry").faces();

            assertThrows(IndexOutOfBoundsException.class, () -> symmetry.nodeCount(2));
            assertThrows(IndexOutOfBoundsException.class, () -> symmetry.nodeIndex(0, 4));
        }

        @Test
        void suggestANameWhenOneIsMisspelt() {
            assertRefused(NoSuchElementException.class, "no side set is called 'symetry'; did you mean 'symmetry'?",
                    () -> file.sideSets().name("symetry"));
        }
    }
}
