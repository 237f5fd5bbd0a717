package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertIds;
import static dev.exodusii.mmap.ViewAssertions.assertIntegers;
import static dev.exodusii.mmap.ViewAssertions.assertNames;
import static dev.exodusii.mmap.ViewAssertions.assertReals;
import static dev.exodusii.mmap.ViewAssertions.assertRefused;
import static dev.exodusii.mmap.ViewAssertions.assertSteps;
import static dev.exodusii.mmap.ViewAssertions.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.CoordinateFrame;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.NumberMap;
import dev.exodusii.Property;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Maps, ids and properties of many kinds and widths, and coordinate frames.
class TestdataMapsTest {

    @Nested
    class FramesMapsAndProperties {

        private final ExodusFile file = Testdata.open("frames.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void framesHaveIdsAndKinds() {
            assertEquals(List.of("rectangular frame 30", "cylindrical frame 10", "spherical frame 20"),
                    file.coordinateFrames().stream().map(CoordinateFrame::toString).toList());
            assertEquals(List.of('R', 'c', 'S'), file.coordinateFrames().stream().map(CoordinateFrame::tag).toList());
        }

        @Test
        void framesHaveThreePoints() {
            CoordinateFrame cylinder = file.coordinateFrames().get(1);

            assertReals(cylinder.origin(), 0.1, 0.2, 0.3);
            assertReals(cylinder.axis3(), 0.1, 0.2, 1.3);
            assertReals(cylinder.plane13(), 0.1, 1.2, 0.3);
            assertReals(file.coordinateFrames().get(2).plane13(), -1, -2, -2.5);
        }

        @Test
        void numberedMapsHaveIdsAndNames() {
            assertIds(file.nodeMaps(), 900, 100);
            assertNames(file.nodeMaps(), "colour", "partition");
            assertIntegers(file.nodeMaps().name("colour").values(), 11, 12, 13, 14, 15);
            assertIntegers(file.nodeMaps().id(100).values(), 21, 22, 23, 24, 25);
            assertIds(file.elementMaps(), 3, 1);
            assertIntegers(file.elementMaps().name("layer").values(), 41, 42);
        }

        @Test
        void numberedMapsAreNeitherIdsNorOrder() {
            assertIntegers(file.nodeIds().stored().orElseThrow(), 50, 40, 30, 20, 10);
            assertIntegers(file.elementIds().stored().orElseThrow(), 6, 4);
            assertIntegers(file.elementOrder().orElseThrow(), 2, 1);
        }

        @Test
        void propertiesBelongToAKind() {
            assertEquals(List.of("ID", "MATL", "COLOR"), file.properties(EntityKind.ELEMENT_BLOCK).stream()
                    .map(Property::name).toList());
            assertIntegers(file.property(EntityKind.ELEMENT_BLOCK, "ID"), 2, 1);
            assertIntegers(file.property(EntityKind.ELEMENT_BLOCK, "MATL"), 42, 43);
            assertIntegers(file.property(EntityKind.ELEMENT_BLOCK, "COLOR"), 0, 255);
            assertIntegers(file.property(EntityKind.NODE_SET, "TEMPERATURE_GROUP"), -5, 6);
            assertIntegers(file.property(EntityKind.NODE_MAP, "ID"), 900, 100);
            assertEquals(List.of(), file.properties(EntityKind.SIDE_SET));
        }

        @Test
        void propertiesSuggestANameWhenOneIsMisspelt() {
            assertRefused(NoSuchElementException.class,
                    "no property of node sets is called 'TEMPERATURE'; did you mean 'TEMPERATURE_GROUP'?",
                    () -> file.property(EntityKind.NODE_SET, "TEMPERATURE"));
        }
    }

    @Nested
    class WideIds {

        private final ExodusFile file = Testdata.open("wide-ids.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void keepAllTheir64Bits() {
            assertIds(file.elementBlocks(), 5_000_000_000L, 9_007_199_254_740_993L);
            assertIds(file.nodeSets(), Long.MAX_VALUE);
            assertIds(file.sideSets(), 4_294_967_296L);
            assertIds(file.nodeMaps(), 2_147_483_648L);
            assertEquals("bigger", file.elementBlocks().id(9_007_199_254_740_993L).name());
            assertTrue(file.elementBlocks().findId(9_007_199_254_740_992L).isEmpty());
        }

        @Test
        void areMapValuesToo() {
            assertEquals(OptionalLong.of(5), file.nodeIds().indexOf(18_000_000_000L));
            assertIntegers(file.elementIds().stored().orElseThrow(), -1_000_000_000_000L, 1_000_000_000_001L);
            assertIntegers(file.nodeMaps().name("wide").values(), 9_007_199_254_740_993L, 9_007_199_254_740_994L,
                    9_007_199_254_740_995L, 9_007_199_254_740_996L, 9_007_199_254_740_997L, 9_007_199_254_740_998L);
        }

        @Test
        void areFoundByAssemblies() {
            assertEquals(List.of(file.elementBlocks().get(1), file.elementBlocks().get(0)),
                    file.assemblies().id(600).members());
        }

        @Test
        void standBesideConnectivityOf64Bits() {
            assertEquals(ElementType.INT64, file.elementBlocks().getFirst().connectivity().type());
            assertIntegers(file.elementBlocks().get(1).connectivity().row(0), 2, 3, 6, 5);
            assertEquals(OptionalLong.of(1), file.elementIds().indexOf(1_000_000_000_001L));
        }
    }

    @Nested
    class ElevenOfEach {

        private final ExodusFile file = Testdata.open("many-vars.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void variablesAndBlocksAreNotMistakenForEachOther() {
            assertEquals(11, file.elementBlocks().size());
            for (ElementBlock block : file.elementBlocks()) {
                int b = block.index() + 1;
                List<String> expected = new ArrayList<>();
                for (int v = 1; v <= 11; v++) {
                    if ((v + b) % 3 != 0) {
                        expected.add("v" + v);
                        assertSteps(block.requireVariable("v" + v), step(100 * v + b + 5000),
                                step(100 * v + b + 10000));
                    }
                }

                assertEquals(expected, block.variables().stream().map(TimeSeries::name).toList(), block.name());
                assertEquals(12 - b, block.id());
            }
        }

        @Test
        void mapsAreNotMistakenForEachOther() {
            assertEquals(11, file.elementMaps().size());
            for (NumberMap map : file.elementMaps()) {
                int k = map.index() + 1;

                assertEquals("m" + k, map.name());
                assertEquals(19 + k, map.id());
                assertEquals(100 * k + 1, map.values().get(0));
                assertEquals(100 * k + 11, map.values().get(10));
            }
            assertIntegers(file.elementOrder().orElseThrow(), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1);
        }

        @Test
        void elementsCountThroughTheBlocksWhateverTheirIds() {
            assertEquals(10, file.elementBlocks().id(1).firstIndex());
            assertIntegers(file.elementBlocks().id(1).connectivity().row(0), 11);
            assertEquals(ElementType.FLOAT, file.elementBlocks().id(1).requireVariable("v11").values().type());
        }
    }
}
