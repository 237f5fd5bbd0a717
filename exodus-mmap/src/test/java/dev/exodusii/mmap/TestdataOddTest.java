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
import static dev.exodusii.mmap.ViewAssertions.names;
import static dev.exodusii.mmap.ViewAssertions.row;
import static dev.exodusii.mmap.ViewAssertions.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.Int64Status;
import dev.exodusii.Property;
import dev.exodusii.QaRecord;
import dev.exodusii.SideFaces;
import dev.exodusii.diagnostic.DamagedDataException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Sound containers with odd names, truth tables that lie, and attributes, counts and numbers that make no sense.
class TestdataOddTest {

    @Nested
    class OddNames {

        private final ExodusFile file = Testdata.open("names-odd.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void endAtTheFirstNulOrTheEndOfTheRowAndLoseBlanksBehind() {
            assertNames(file.elementBlocks(), "blank padded", "garbage", "A_name_that_fills_all_of_its_row_", "", "");
            assertEquals(List.of("X", "Y"), file.coordinates().names());
        }

        @Test
        void haveASubstituteWhereTheyAreEmpty() {
            assertEquals("block_4", file.elementBlocks().id(4).label());
            assertEquals(file.elementBlocks().id(5), file.elementBlocks().name("block_5"));
            assertEquals("surface_2", file.sideSets().id(2).label());
        }

        @Test
        void areUtf8OrElseLatin1WithBlanksInFront() {
            assertNames(file.nodeSets(), "twin", "twin", "caf\u00e9", "caf\u00e9", "  blanks in front", "with a blank");
            assertEquals("Gr\u00fc\u00dfe", file.title());
            assertEquals(List.of("Temp", "\u0394T"), names(file.nodalVariables()));
            assertReals(file.nodal("\u0394T").step(0).slice(10, 2), 210.5, 211.5);
        }

        @Test
        void findTheFirstOfSeveral() {
            assertEquals(1, file.nodeSets().name("twin").id());
            assertEquals(3, file.nodeSets().name("caf\u00e9").id());
            assertEquals(List.of("energy", "energy"), names(file.globalVariables()));
            assertReals(file.global("energy").history(0), 1.5);
            assertReals(file.globalVariables().get(1).history(0), 2.5);
        }

        @Test
        void keepControlCharacters() {
            assertEquals("bell\u0007", file.sideSets().getFirst().name());
        }

        @Test
        void mayBeASingleRowOrBytesInsteadOfCharacters() {
            assertEquals("squeezed", file.elementSets().getFirst().name());
            assertReals(file.elementBlocks().id(1).requireVariable("bytes").step(0), 7.5);
        }

        @Test
        void ofShapesAreReadInAnyCaseAndGuessedWhereTheyAreMissing() {
            assertEquals(List.of("QUAD4", "quad", "Quad4", "", ""), file.elementBlocks().stream()
                    .map(ElementBlock::elementType).toList());
            assertEquals(List.of(false, false, false, true, true), file.elementBlocks().stream()
                    .map(block -> block.topologyMatch().guessed()).toList());
            assertTrue(file.elementBlocks().stream().allMatch(block -> block.topology().name().equals("QUAD4")));
        }

        @Test
        void ofProgramsAndInfoLinesAreReadInTheSameWay() {
            assertEquals(List.of(new QaRecord("code", "", "2025", "12:00")), file.qaRecords());
            assertEquals(List.of("x".repeat(80) + "!", "stops here", "gr\u00fcn und blau", ""), file.infoRecords());
        }
    }

    @Nested
    class LyingTruthTables {

        private final ExodusFile file = Testdata.open("truth-wrong.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void areHandedOutAsTheyAre() {
            assertRows(file.variables(EntityKind.ELEMENT_BLOCK).truthTable().orElseThrow(), row(1, 1, 1), row(0, 1, 1));
        }

        @Test
        void hideNothingThatIsStored() {
            assertStored(file.elementBlocks().name("two"), "a", "b", "c");
            assertStored(file.elementBlocks().name("one"), "a", "c");
            assertSteps(file.elementBlocks().name("one").requireVariable("a"), step(120.25), step(120.5));
        }

        @Test
        void makeUpNothingThatIsNotStored() {
            assertRefused(NoSuchElementException.class, "element block variable 'b' is not stored on element block 2"
                    + " 'one'; stored there: a, c", () -> file.elementBlocks().name("one").requireVariable("b"));
        }

        @Test
        void areIgnoredWhereTheyHaveTheWrongShapeOrType() {
            assertEquals(Optional.empty(), file.variables(EntityKind.NODE_SET).truthTable());
            assertEquals(Optional.empty(), file.variables(EntityKind.SIDE_SET).truthTable());
            assertSteps(file.nodeSets().id(1).requireVariable("d"), step(400.25, 401.25), step(400.5, 401.5));
            assertSteps(file.sideSets().id(1).requireVariable("e"), step(600.25, 601.25, 602.25),
                    step(600.5, 601.5, 602.5));
        }

        @Test
        void doNotHelpAVariableThatIsLongerThanItsSet() {
            assertStored(file.nodeSets().id(2));
        }
    }

    @Nested
    class OddAttributes {

        private final ExodusFile file = Testdata.open("odd/attributes-odd.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void sayNothingWhereTheyAreOfTheWrongKind() {
            assertEquals("", file.title());
            assertEquals(Optional.empty(), file.version());
            assertEquals(OptionalInt.empty(), file.wordSize());
            assertEquals(new Int64Status(0), file.int64Status());
            assertEquals("", file.elementBlocks().id(5).elementType());
        }

        @Test
        void countWithTheirFirstValueWhereThatMakesSense() {
            assertEquals("9.06", file.apiVersion().orElseThrow().toString());
            assertTrue(file.isLargeModel());
            assertEquals(OptionalDouble.of(7), file.lastWrittenTime());
        }

        @Test
        void leaveShapesToBeGuessed() {
            assertEquals("TRI3", file.elementBlocks().id(5).topology().name());
            assertTrue(file.elementBlocks().id(5).topologyMatch().guessed());
        }

        @Test
        void leavePropertiesWithoutAName() {
            assertEquals(List.of("ID", ""), file.properties(EntityKind.ELEMENT_BLOCK).stream().map(Property::name)
                    .toList());
            assertIntegers(file.property(EntityKind.ELEMENT_BLOCK, ""), 6);
        }

        @Test
        void areNotCalledMissing() {
            assertEquals(List.of("warning: version: is char version[4], which makes no sense; the reference library"
                    + " refuses such a file", "warning: floating_point_word_size: is char floating_point_word_size[1],"
                    + " which makes no sense; the reference library refuses such a file"), file.findings().stream().limit(2)
                    .map(Object::toString).toList());
        }
    }

    @Nested
    class CountsThatDoNotAddUp {

        private final ExodusFile file = Testdata.open("odd/counts-wrong.e");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void areRefusedWhereRowsWouldRunPastTheEnd() {
            assertRefused(DamagedDataException.class, file.name() + ": ebepecnt1: does not fit to connect1: row 1 of 2"
                    + " has length 4 where 3 of 6 values are left", () -> file.elementBlocks().id(1).polygons());
        }

        @Test
        void areRefusedWhereTheyAreNegative() {
            assertRefused(DamagedDataException.class, file.name() + ": ebepecnt2: does not fit to facconn2: row 0 of 2"
                    + " has length -1 where 4 of 4 values are left", () -> file.elementBlocks().id(2).polyhedra());
        }

        @Test
        void doNoHarmToWhatIsSound() {
            assertRows(file.faceBlocks().id(1).polygons(), row(1, 2, 3, 4), row(1, 2, 5));
            assertEquals(9, file.elementCount());
            assertEquals(4, file.elementBlocks().stream().mapToLong(ElementBlock::size).sum());
        }
    }

    @Nested
    class NumbersThatLeadNowhere {

        private final ExodusFile file = Testdata.open("odd/numbers-out-of-range.e");
        private final SideFaces faces = file.sideSets().id(1).faces();

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void areHandedOutAsStored() {
            assertIds(file.nodeSets(), 1);
            assertRows(file.elementBlocks().id(1).connectivity(), row(1, 0, -1, 9), row(1, 2, 3, 4));
            assertIntegers(file.nodeSets().id(1).entries(), 2, 2147483647);
        }

        @Test
        void giveSidesWithoutNodes() {
            assertSides(faces, row(4, 1), row(), row(), row(), row());
            assertEquals(2, faces.totalNodeCount());
        }

        @Test
        void giveSidesWithoutABlockWhereThereIsNoElement() {
            assertTrue(faces.block(2).isPresent());
            assertFalse(faces.block(3).isPresent());
            assertFalse(faces.block(4).isPresent());
        }

        @Test
        void leaveFactorsAsTheyAreThoughTheyDoNotFit() {
            assertReals(file.sideSets().id(1).distributionFactors(), 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
        }
    }
}
