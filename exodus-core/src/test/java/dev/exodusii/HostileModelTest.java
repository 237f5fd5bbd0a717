package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.check.ModelCheck;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Matching;
import dev.exodusii.compare.Verdict;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.parallel.Workers;
import dev.exodusii.topology.Family;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Sound containers whose numbers contradict one another: each case was found by the fuzzer.
class HostileModelTest {

    private static final long HUGE = 1L << 62;

    private static SmallFile mesh() {
        return new SmallFile().attribute("title", "hostile").dimension("num_dim", 1).dimension("num_nodes", 2)
                .variable("coordx", new double[] {0, 1}, "num_nodes");
    }

    private static boolean hasFinding(ExodusFile file, FindingCode code, String place) {
        return file.findings().stream().anyMatch(found -> found.code() == code && found.place().equals(place));
    }

    @Test
    void stepsThatNothingBearsOutAreNoSteps() {
        ExodusFile file = mesh().dimension("time_step", HUGE).dimension("num_nod_var", 1)
                .variable("vals_nod_var1", new double[] {5, 6}, "num_nodes").openModel();

        assertEquals(0, file.times().steps());
        assertTrue(hasFinding(file, FindingCode.COUNT_MISMATCH, "time_step"));
    }

    @Test
    void fewStepsOfConstantsAreBelieved() {
        ExodusFile file = mesh().dimension("time_step", 3).openModel();

        assertEquals(3, file.times().steps());
    }

    @Test
    void blocksOfMoreElementsThanCanBeCountedAreLeftEmpty() {
        ExodusFile file = mesh().dimension("num_el_blk", 2).dimension("num_el_in_blk1", HUGE)
                .dimension("num_el_in_blk2", Long.MAX_VALUE).variable("eb_prop1", new int[] {1, 2}, "num_el_blk")
                .openModel();

        assertEquals(HUGE, file.elementBlocks().get(0).size());
        assertEquals(0, file.elementBlocks().get(1).size());
        assertTrue(hasFinding(file, FindingCode.COUNT_MISMATCH, "num_el_in_blk2"));
    }

    @Test
    void connectivityOfAnotherSizeIsDamagedHoweverLargeTheProduct() {
        ElementBlock block = mesh().dimension("num_el_blk", 1).dimension("num_el_in_blk1", HUGE)
                .dimension("num_nod_per_el1", 8).dimension("n", 8)
                .variable("connect1", new int[8], "n").openModel().elementBlocks().getFirst();

        var damaged = assertThrows(DamagedDataException.class, block::connectivity);

        assertEquals("small.e: connect1: is int[8] where " + HUGE + " x 8 integers are expected", damaged.getMessage());
    }

    @Test
    void elementsThatGrowWithTheRecordsAreRead() {
        ElementBlock block = mesh().records(2).dimension("num_el_blk", 1).dimension("num_el_in_blk1", 0)
                .dimension("num_nod_per_el1", 2).variable("connect1", new int[] {1, 2}, "num_el_in_blk1", "num_nod_per_el1")
                .variable("other", new int[] {7}, "num_el_in_blk1").openModel().elementBlocks().getFirst();

        assertEquals(2, block.size());
        assertEquals(2, block.connectivity().get(1, 1));
    }

    @Test
    void pointsThatGrowWithTheRecordsAreRead() {
        ElementBlock block = mesh().records(2).dimension("num_el_blk", 1).dimension("num_el_in_blk1", 0)
                .variable("connect1", new int[] {1}, "num_el_in_blk1")
                .variable("other", new int[] {7}, "num_el_in_blk1").openModel().elementBlocks().getFirst();

        assertEquals(1, block.connectivity().columns());
        assertEquals(1, block.connectivity().get(1, 0));
    }

    @Test
    void listSpreadOverTheRecordsIsDamaged() {
        NodeSet set = mesh().records(2).dimension("t", 0).dimension("num_node_sets", 1).dimension("num_nod_ns1", 4)
                .dimension("two", 2).variable("node_ns1", new int[] {1, 2}, "t", "two")
                .variable("other", new int[] {7}, "t").openModel().nodeSets().getFirst();

        var damaged = assertThrows(DamagedDataException.class, set::entries);

        assertEquals("small.e: node_ns1: is spread over the records as int[2, 2] where a list is expected",
                damaged.getMessage());
    }

    @Test
    void factorsSpreadOverTheRecordsAreNone() {
        NodeSet set = mesh().records(2).dimension("t", 0).dimension("num_node_sets", 1).dimension("num_nod_ns1", 2)
                .dimension("two", 2).variable("node_ns1", new int[] {1, 2}, "num_nod_ns1")
                .variable("dist_fact_ns1", new double[] {1, 2}, "t", "two")
                .variable("other", new int[] {7}, "t").openModel().nodeSets().getFirst();

        assertFalse(set.hasDistributionFactors());
    }

    @Test
    void edgesAreNoPolygonsWhateverTheirTypeIsCalled() {
        EdgeBlock edges = mesh().dimension("num_ed_blk", 1).dimension("num_ed_in_blk1", 1).dimension("two", 2)
                .variable("ebconn1", new int[] {1, 2}, "num_ed_in_blk1", "two").attribute("elem_type", "nfaced")
                .openModel().edgeBlocks().getFirst();

        assertFalse(edges.isJagged());
        assertFalse(edges.topology().family() == Family.NFACED);
        assertEquals(2, edges.connectivity().get(0, 1));
    }

    @Test
    void attributesOfNoEntriesAreNoneHoweverManyThereSeemToBe() {
        NodeSet set = mesh().dimension("t", 0).dimension("num_node_sets", 1).dimension("n_a", 1000)
                .variable("node_ns1", new int[1], "t").variable("nsattrb1", new double[1000], "t", "n_a").openModel()
                .nodeSets().getFirst();

        assertEquals(0, set.attributes().size());
    }

    @Test
    void valuesAtAnotherNumberOfStepsAreLeftOutAndReported() {
        ExodusFile file = mesh().records(3).dimension("time_step", 0).dimension("two", 2).dimension("num_glo_var", 1)
                .dimension("num_node_sets", 1).dimension("num_nod_ns1", 1).dimension("num_nset_var", 1)
                .variable("time_whole", new double[] {0}, "time_step").variable("node_ns1", new int[] {1}, "num_nod_ns1")
                .variable("name_nset_var", "v", "num_nset_var")
                .variable("vals_nset_var1ns1", new double[] {1, 2}, "two", "num_nset_var").openModel();

        assertEquals(0, file.nodeSets().getFirst().variables().size());
        assertTrue(file.findings().stream().anyMatch(found -> found.code() == FindingCode.VALUES_SHAPE));
    }

    @Test
    void meshThatDeclaresOtherElementsThanItsBlocksIsNotMatchedByPosition() {
        ExodusFile file = mesh().dimension("num_elem", HUGE).dimension("num_el_blk", 1).dimension("num_el_in_blk1", 1)
                .dimension("two", 2).variable("connect1", new int[] {1, 2}, "num_el_in_blk1", "two")
                .attribute("elem_type", "BEAM").openModel();

        ComparisonReport report = Comparison.of(file, file, ComparisonSettings.builder().matching(Matching.POSITION)
                .build()).run(Workers.callingThread(), event -> {});

        assertEquals(Verdict.ERROR, report.verdict());
        assertTrue(report.reason().contains("declares " + HUGE + " elements"), report.reason());
    }

    @Test
    void elementBeyondTheIdsHasItsNumber() {
        IdMap ids = mesh().dimension("num_elem", 2).variable("elem_num_map", new int[] {10, 20}, "num_elem").openModel()
                .elementIds();

        assertEquals(20, ids.idOrNumber(1));
        assertEquals(3, ids.idOrNumber(2));
        assertThrows(IndexOutOfBoundsException.class, () -> ids.id(2));
        assertEquals(OptionalLong.of(1), ids.indexOf(20));
    }

    @Test
    void valuesOfAllBlocksTogetherBelongToEachBlock() {
        ExodusFile file = mesh().records(1).dimension("time_step", 0).dimension("num_elem", 3).dimension("num_el_blk", 2)
                .dimension("num_el_in_blk1", 1).dimension("num_el_in_blk2", 2).dimension("num_elem_var", 2)
                .variable("name_elem_var", "ab", "num_elem_var")
                .variable("time_whole", new double[] {0}, "time_step")
                .variable("vals_elem_var2", new double[] {7, 8, 9}, "time_step", "num_elem").openModel();

        ElementBlock second = file.elementBlocks().get(1);
        assertEquals(1, second.variables().size());
        assertEquals(Optional.of(9.0), second.variables().stream().findFirst().map(series -> series.get(0, 1)));
    }

    @Test
    void idsOfAnotherNumberThanTheNodesAreReported() {
        ExodusFile file = mesh().list("node_num_map", new int[] {70, 80, 90}).openModel();

        assertTrue(hasFinding(file, FindingCode.COUNT_MISMATCH, "node_num_map"));
        assertEquals(1, file.nodeIds().id(0));
    }

    @Test
    void idsThatAreNoIntegersAreReported() {
        ExodusFile file = mesh().variable("node_num_map", new double[] {70, 80}, "num_nodes").openModel();

        assertTrue(hasFinding(file, FindingCode.UNEXPECTED_TYPE, "node_num_map"));
    }

    @Test
    void coordinatesOfAnotherShapeAreNotCalledMissing() {
        ExodusFile file = new SmallFile().attribute("title", "hostile").dimension("num_dim", 1).dimension("num_nodes", 2)
                .dimension("rows", 1).variable("coordx", new double[] {0, 1}, "rows", "num_nodes").openModel();

        DamagedDataException refused = assertThrows(DamagedDataException.class, () -> file.coordinates().x());
        assertEquals("small.e: coordx: is double[1, 2] where a list of one number for each of 2 nodes in 1 dimensions is"
                + " expected", refused.getMessage());
    }

    @Test
    void longIdsThatWereNeverWrittenAreNoIds() {
        ExodusFile file = mesh().dimension("num_node_sets", 1).dimension("num_nod_ns1", 2)
                .variable("ns_prop1", new long[] {-9223372036854775806L}, "num_node_sets")
                .variable("node_ns1", new int[] {1, 2}, "num_nod_ns1").openModel();

        assertTrue(file.findings().stream().anyMatch(found -> found.code() == FindingCode.UNDEFINED_ENTITY));
    }

    @Test
    void variableWhoseNameIsUsedTwiceIsFoundWhereItIsStored() {
        ExodusFile file = mesh().dimension("len_name", 33).dimension("num_el_blk", 1).dimension("num_el_in_blk1", 1)
                .dimension("num_nod_per_el1", 2).dimension("num_elem_var", 2).dimension("time_step", 0).records(1)
                .variable("eb_prop1", new int[] {5}, "num_el_blk")
                .variable("connect1", new int[] {1, 2}, "num_el_in_blk1", "num_nod_per_el1")
                .variable("name_elem_var", name("stress") + name("stress"), "num_elem_var", "len_name")
                .variable("vals_elem_var2eb1", new double[] {7}, "time_step", "num_el_in_blk1").openModel();

        assertEquals(7, file.elementBlocks().id(5).requireVariable("stress").get(0, 0));
    }

    private static String name(String text) {
        return text + "\0".repeat(33 - text.length());
    }

    @Test
    void namesThatAreATableOverTheRecordsDoNotEndTheCheck() {
        ExodusFile file = mesh().dimension("time_step", 0).dimension("rows", 2).dimension("len_name", 4).records(2)
                .variable("foo_names", "abcdefgh", "time_step", "rows", "len_name")
                .variable("other", new int[] {1}, "time_step").openModel();

        assertDoesNotThrow(() -> ModelCheck.run(file, true, 5, Workers.callingThread()));
    }
}
