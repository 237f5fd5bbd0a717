package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertIds;
import static dev.exodusii.mmap.ViewAssertions.assertIntegers;
import static dev.exodusii.mmap.ViewAssertions.assertStored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.CommunicationMap;
import dev.exodusii.Decomposition;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `nemesis.e.2.0` and `nemesis.e.2.1`: the halves of the strip in `nemesis.e`, as two processors see them.
class TestdataDecompositionTest {

    private final ExodusFile whole = Testdata.open("nemesis.e");
    private final ExodusFile left = Testdata.open("nemesis.e.2.0");
    private final ExodusFile right = Testdata.open("nemesis.e.2.1");

    @AfterEach
    void close() {
        whole.close();
        left.close();
        right.close();
    }

    @Test
    void wholeMeshIsNoPart() {
        assertEquals(Optional.empty(), whole.decomposition());
    }

    @ParameterizedTest
    @CsvSource({"0, rank 0 of 2", "1, rank 1 of 2"})
    void partKnowsItsRank(int rank, String text) {
        Decomposition part = (rank == 0 ? left : right).decomposition().orElseThrow();

        assertEquals(text, part.toString());
        assertEquals(OptionalLong.of(rank), part.rank());
        assertEquals(OptionalLong.of(2), part.processors());
        assertEquals(1, part.processorsInFile());
        assertTrue(part.isParallel());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void partKnowsWhatTheWholeMeshHas(int rank) {
        Decomposition part = (rank == 0 ? left : right).decomposition().orElseThrow();

        assertEquals(OptionalLong.of(whole.nodeCount()), part.globalNodes());
        assertEquals(OptionalLong.of(whole.elementCount()), part.globalElements());
        assertEquals(OptionalLong.of(2), part.globalBlocks().count());
        assertIntegers(part.globalBlocks().ids().orElseThrow(), 10, 20);
        assertIntegers(part.globalBlocks().sizes().orElseThrow(), 3, 1);
        assertIntegers(part.globalNodeSets().ids().orElseThrow(), 1, 2);
        assertIntegers(part.globalNodeSets().factorCounts().orElseThrow(), 2, 2);
        assertIntegers(part.globalSideSets().ids().orElseThrow(), 7, 8);
        assertIntegers(part.globalSideSets().sizes().orElseThrow(), 4, 1);
        assertIntegers(part.globalSideSets().factorCounts().orElseThrow(), 8, 2);
    }

    @Test
    void partTellsNodesAndElementsInsideFromThoseAtTheBorder() {
        Decomposition part = left.decomposition().orElseThrow();

        assertIntegers(part.internalNodeNumbers(0).orElseThrow(), 1, 2, 4, 5);
        assertIntegers(part.borderNodeNumbers(0).orElseThrow(), 3, 6);
        assertEquals(Optional.empty(), part.externalNodeNumbers(0));
        assertIntegers(part.internalElementNumbers(0).orElseThrow(), 1);
        assertIntegers(part.borderElementNumbers(0).orElseThrow(), 2);
        assertThrows(IndexOutOfBoundsException.class, () -> part.borderNodeNumbers(1));
    }

    @Test
    void partKnowsWhatItSharesWithItsNeighbour() {
        Decomposition part = right.decomposition().orElseThrow();
        CommunicationMap nodes = part.nodeMaps(0).getFirst();
        CommunicationMap elements = part.elementMaps(0).getFirst();

        assertEquals(1, part.nodeMaps(0).size());
        assertEquals(0, nodes.id());
        assertIntegers(nodes.numbers(), 1, 4);
        assertIntegers(nodes.processors(), 0, 0);
        assertEquals(Optional.empty(), nodes.sides());
        assertEquals(1, part.elementMaps(0).size());
        assertIntegers(elements.numbers(), 1);
        assertIntegers(elements.sides().orElseThrow(), 4);
        assertIntegers(elements.processors(), 0);
    }

    @Test
    void bothPartsShareTheSameNodes() {
        assertEquals(Set.of(43L, 48L), sharedIds(left));
        assertEquals(sharedIds(left), sharedIds(right));
    }

    private static Set<Long> sharedIds(ExodusFile part) {
        IntegerView numbers = part.decomposition().orElseThrow().nodeMaps(0).getFirst().numbers();
        return numbers.stream().mapToObj(number -> part.nodeIds().id(number - 1)).collect(Collectors.toSet());
    }

    @Test
    void whatHasNothingHereIsThereButEmpty() {
        ElementBlock tip = left.elementBlocks().name("tip");

        assertIds(left.elementBlocks(), 10, 20);
        assertTrue(tip.isNull());
        assertEquals("NULL", tip.elementType());
        assertEquals(Family.NULL, tip.topology().family());
        assertEquals(0, tip.size());
        assertEquals(0, tip.connectivity().rows());
        assertTrue(tip.attributes().isEmpty());
        assertStored(tip);
    }

    @Test
    void emptySetsHaveNoEntriesAndNoFactors() {
        assertTrue(left.nodeSets().name("right").isNull());
        assertIntegers(left.nodeSets().name("right").entries());
        assertEquals(0, left.nodeSets().name("right").distributionFactors().size());
        assertTrue(left.sideSets().name("end").isNull());
        assertEquals(0, left.sideSets().name("end").faces().size());
        assertStored(left.sideSets().name("end"));
        assertTrue(right.nodeSets().name("left").isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nodesOfPartsAreNodesOfTheWholeById(int rank) {
        ExodusFile part = rank == 0 ? left : right;
        for (long node = 0; node < part.nodeCount(); node++) {
            long same = whole.nodeIds().indexOf(part.nodeIds().id(node)).orElseThrow();

            assertEquals(whole.coordinates().x().get(same), part.coordinates().x().get(node));
            assertEquals(whole.coordinates().y().get(same), part.coordinates().y().get(node));
            for (String variable : List.of("disp_x", "disp_y")) {
                assertArrayEquals(whole.nodal(variable).history(same).toArray(),
                        part.nodal(variable).history(node).toArray());
            }
        }
    }

    @Test
    void elementsOfPartsTogetherAreThoseOfTheWhole() {
        assertEquals(Set.of("29 [41, 42, 47, 46] [301.25, 301.5]", "28 [42, 43, 48, 47] [302.25, 302.5]"),
                elements(left));
        assertEquals(Set.of("27 [43, 44, 89, 48] [303.25, 303.5]", "26 [44, 45, 90, 89] [304.25, 304.5]"),
                elements(right));
        Set<String> together = elements(left);
        together.addAll(elements(right));
        assertEquals(elements(whole), together);
    }

    /// Describes each element by its id, the ids of its nodes and its pressure.
    private static Set<String> elements(ExodusFile file) {
        return file.elementBlocks().stream().flatMap(block -> LongStream.range(0, block.size())
                .mapToObj(row -> file.elementIds().id(block.firstIndex() + row)
                        + " " + block.nodeIndexes().row(row).stream().map(file.nodeIds()::id).boxed().toList()
                        + " " + block.requireVariable("pressure").history(row).stream().boxed().toList()))
                .collect(Collectors.toSet());
    }

    @Test
    void resultsThatTheTruthTablePromisesAreMissingInEmptyBlocksWithoutAWord() {
        assertEquals(1, left.variables(EntityKind.ELEMENT_BLOCK).truthTable().orElseThrow().get(1, 0));
        assertEquals(List.of(), left.findings());
    }

    @Test
    void mapsOfIntegersSayWhoOwnedTheElements() {
        assertIntegers(left.elementMaps().name("proc_id").values(), 0, 0);
        assertIntegers(right.elementMaps().name("proc_id").values(), 1, 1);
    }
}
