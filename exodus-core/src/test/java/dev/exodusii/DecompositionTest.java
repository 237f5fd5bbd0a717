package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.view.IntegerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecompositionTest {

    private final List<Finding> findings = new ArrayList<>();

    @Nested
    class Presence {

        @Test
        void aFileOfAWholeMeshHasNone() {
            assertEquals(Optional.empty(), Decomposition.of(storage(new SmallFile().dimension("num_nodes", 3))));
        }

        @Test
        void aDimensionIsEnough() {
            assertTrue(Decomposition.of(storage(new SmallFile().dimension("num_n_cmaps", 3))).isPresent());
        }

        @Test
        void aVariableIsEnough() {
            assertTrue(Decomposition.of(storage(new SmallFile().variable("nem_ftype", new int[1]))).isPresent());
        }

        @ParameterizedTest
        @ValueSource(strings = {"nemesis_file_version", "nemesis_api_version", "processor_info"})
        void anAttributeIsEnough(String name) {
            assertTrue(Decomposition.of(storage(new SmallFile().attribute(name, new int[] {1}))).isPresent());
        }
    }

    @Nested
    class Counts {

        @Test
        void theNumberOfRanksIsADimension() {
            assertEquals(OptionalLong.of(16), of(new SmallFile().dimension("num_processors", 16)
                    .attribute("processor_info", new int[] {4, 2})).processors());
        }

        @Test
        void withoutThatDimensionTheProcessorInfoTells() {
            assertEquals(OptionalLong.of(4), of(new SmallFile().attribute("processor_info", new int[] {4, 2}))
                    .processors());
        }

        @Test
        void theRankIsInTheProcessorInfo() {
            assertEquals(OptionalLong.of(2), of(new SmallFile().attribute("processor_info", new int[] {4, 2})).rank());
        }

        @Test
        void aProcessorInfoThatIsTextTellsNothing() {
            assertEquals(OptionalLong.empty(), of(new SmallFile().attribute("processor_info", "4 2")).rank());
        }

        @Test
        void aFileHoldsOneRankUnlessItSaysOtherwise() {
            assertEquals(1, of(new SmallFile().dimension("num_processors", 16)).processorsInFile());
        }

        @Test
        void aFileIsParallelUnlessItSaysOtherwise() {
            assertTrue(of(new SmallFile().dimension("num_processors", 16)).isParallel());
        }

        @Test
        void aScalarFileSaysSo() {
            assertFalse(of(new SmallFile().variable("nem_ftype", new int[] {1})).isParallel());
        }

        @Test
        void theWholeMeshHasItsOwnCounts() {
            Decomposition whole = of(new SmallFile().dimension("num_nodes_global", 100)
                    .dimension("num_elems_global", 50).dimension("num_el_blk_global", 2)
                    .dimension("num_ns_global", 3).dimension("num_ss_global", 4));

            assertEquals(List.of(100L, 50L, 2L, 3L, 4L), List.of(whole.globalNodes().orElseThrow(),
                    whole.globalElements().orElseThrow(), whole.globalBlocks().count().orElseThrow(),
                    whole.globalNodeSets().count().orElseThrow(), whole.globalSideSets().count().orElseThrow()));
        }

        @Test
        void countsThatTheFileLacksAreAbsent() {
            assertEquals(OptionalLong.empty(), of(new SmallFile().dimension("num_processors", 2)).globalNodes());
        }

        @Test
        void blocksOfTheWholeMeshHaveIdsAndSizes() {
            GlobalEntities blocks = of(new SmallFile().list("el_blk_ids_global", new long[] {10, 20})
                    .list("el_blk_cnt_global", new int[] {7, 8})).globalBlocks();

            assertEquals("[10, 20] [7, 8]", list(blocks.ids()) + " " + list(blocks.sizes()));
        }

        @Test
        void setsOfTheWholeMeshHaveCountsOfFactorsToo() {
            Decomposition whole = of(new SmallFile().list("ns_ids_global", new int[] {1})
                    .list("ns_node_cnt_global", new int[] {2}).list("ns_df_cnt_global", new int[] {3})
                    .list("ss_ids_global", new int[] {4}).list("ss_side_cnt_global", new int[] {5})
                    .list("ss_df_cnt_global", new int[] {6}));

            GlobalEntities nodes = whole.globalNodeSets();
            GlobalEntities sides = whole.globalSideSets();
            assertEquals("[1] [2] [3] [4] [5] [6]", list(nodes.ids()) + " " + list(nodes.sizes()) + " "
                    + list(nodes.factorCounts()) + " " + list(sides.ids()) + " " + list(sides.sizes()) + " "
                    + list(sides.factorCounts()));
        }

        @Test
        void listsOfTheWrongTypeAreAbsent() {
            assertEquals(Optional.empty(), of(new SmallFile().list("el_blk_ids_global", new double[] {1, 2}))
                    .globalBlocks().ids());
        }
    }

    @Nested
    class ListsOfARank {

        @Test
        void aFileOfOneRankNeedsNoEnds() {
            Decomposition one = of(new SmallFile().list("node_mapi", new int[] {1, 2}).list("node_mapb", new int[] {3})
                    .list("node_mape", new int[] {4}).list("elem_mapi", new int[] {5})
                    .list("elem_mapb", new int[] {6, 7}));

            assertEquals("[1, 2] [3] [4] [5] [6, 7]", list(one.internalNodeNumbers(0)) + " "
                    + list(one.borderNodeNumbers(0)) + " " + list(one.externalNodeNumbers(0)) + " "
                    + list(one.internalElementNumbers(0)) + " " + list(one.borderElementNumbers(0)));
        }

        @Test
        void aListThatTheFileLacksIsAbsent() {
            assertEquals(Optional.empty(), of(new SmallFile().list("node_mapi", new int[] {1})).externalNodeNumbers(0));
        }

        @Test
        void ofSeveralRanksAreDividedByTheirEnds() {
            Decomposition three = of(ranks(3).list("node_mapi", new int[] {1, 2, 3, 4, 5})
                    .list("node_mapi_idx", new long[] {2, 2, 5}));

            assertEquals("[1, 2] [] [3, 4, 5]", list(three.internalNodeNumbers(0)) + " "
                    + list(three.internalNodeNumbers(1)) + " " + list(three.internalNodeNumbers(2)));
        }

        @Test
        void aStatusOfZeroMeansThatTheRankHasNone() {
            Decomposition two = of(ranks(2).list("node_mapb", new int[] {1, 2})
                    .list("node_mapb_idx", new int[] {1, 2}).list("bor_n_stat", new int[] {0, 1}));

            assertEquals(Optional.empty(), two.borderNodeNumbers(0));
            assertEquals(List.of(2L), list(two.borderNodeNumbers(1)));
        }

        @Test
        void soundEndsAreNotReported() {
            of(ranks(2).list("elem_mapi", new int[] {1, 2, 3}).list("elem_mapi_idx", new int[] {1, 3}));

            assertEquals(List.of(), findings);
        }

        @Test
        void endsPastTheListAreCutAndReported() {
            Decomposition two = of(ranks(2).list("elem_mapi", new int[] {1, 2, 3})
                    .list("elem_mapi_idx", new long[] {1, 1L << 60}));

            assertEquals("[1] [2, 3]", list(two.internalElementNumbers(0)) + " " + list(two.internalElementNumbers(1)));
            assertEquals(List.of("warning: elem_mapi_idx: part 2 ends at 1152921504606846976, which is not between 1, "
                    + "where it begins, and 3, the length of the list; what lies outside is left out"), messages());
        }

        @Test
        void endsThatRunBackwardsMakeAnEmptyPart() {
            Decomposition three = of(ranks(3).list("elem_mapb", new int[] {1, 2, 3})
                    .list("elem_mapb_idx", new int[] {2, -7, 3}));

            assertEquals(List.of(), list(three.borderElementNumbers(1)));
            assertEquals(List.of(FindingCode.DECOMPOSITION_INDEX), codes());
        }

        @Test
        void ranksWithoutAnEndHaveNothing() {
            Decomposition three = of(ranks(3).list("node_mape", new int[] {1, 2}).list("node_mape_idx", new int[] {1}));

            assertEquals("[1] [] []", list(three.externalNodeNumbers(0)) + " " + list(three.externalNodeNumbers(1))
                    + " " + list(three.externalNodeNumbers(2)));
            assertEquals(List.of(FindingCode.COUNT_MISMATCH), codes());
        }

        @Test
        void aListWithoutEndsCannotBeDividedAmongRanks() {
            Decomposition two = of(ranks(2).list("node_mape", new int[] {1, 2}));

            assertEquals(List.of(), list(two.externalNodeNumbers(0)));
            assertEquals(List.of("warning: node_mape_idx: is missing, so that a list of 2 entries cannot be divided "
                    + "into 2 parts; it is left out"), messages());
        }

        @Test
        void aRankThatTheFileDoesNotHoldIsAnError() {
            Decomposition two = of(ranks(2));

            assertThrows(IndexOutOfBoundsException.class, () -> two.internalNodeNumbers(2));
        }
    }

    @Nested
    class Communication {

        @Test
        void aSingleMapNeedsNoEnds() {
            CommunicationMap map = of(new SmallFile().list("n_comm_ids", new int[] {9}).list("n_comm_nids",
                    new int[] {4, 5}).list("n_comm_proc", new int[] {1, 2})).nodeMaps(0).getFirst();

            assertEquals("9 [4, 5] [1, 2]", map.id() + " " + list(map.numbers()) + " " + list(map.processors()));
        }

        @Test
        void severalMapsAreDividedByTheirEnds() {
            List<CommunicationMap> maps = of(new SmallFile().list("n_comm_ids", new int[] {7, 8})
                    .list("n_comm_nids", new int[] {1, 2, 3}).list("n_comm_proc", new int[] {7, 8, 8})
                    .list("n_comm_data_idx", new long[] {1, 3})).nodeMaps(0);

            assertEquals(List.of(List.of(1L), List.of(2L, 3L)),
                    maps.stream().map(map -> list(map.numbers())).toList());
            assertEquals(List.of(List.of(7L), List.of(8L, 8L)),
                    maps.stream().map(map -> list(map.processors())).toList());
        }

        @Test
        void mapsOfNodesHaveNoSides() {
            assertEquals(Optional.empty(), of(new SmallFile().list("n_comm_ids", new int[] {9})).nodeMaps(0)
                    .getFirst().sides());
        }

        @Test
        void mapsOfElementsHaveSides() {
            CommunicationMap map = of(new SmallFile().list("e_comm_ids", new int[] {9})
                    .list("e_comm_eids", new int[] {4, 5}).list("e_comm_sids", new int[] {6, 1})
                    .list("e_comm_proc", new int[] {1, 1})).elementMaps(0).getFirst();

            assertEquals("[4, 5] [6, 1] 2", list(map.numbers()) + " " + list(map.sides()) + " " + map.size());
        }

        @Test
        void mapsBelongToRanks() {
            Decomposition two = of(ranks(2).list("e_comm_ids", new int[] {5, 6, 7})
                    .list("e_comm_info_idx", new int[] {1, 3}).list("e_comm_eids", new int[] {1, 2, 3, 4})
                    .list("e_comm_data_idx", new int[] {2, 3, 4}));

            assertEquals(List.of(6L, 7L), two.elementMaps(1).stream().map(CommunicationMap::id).toList());
            assertEquals(List.of(List.of(3L), List.of(4L)),
                    two.elementMaps(1).stream().map(map -> list(map.numbers())).toList());
        }

        @Test
        void aStatusOfZeroMeansAMapWithoutEntries() {
            List<CommunicationMap> maps = of(new SmallFile().list("n_comm_ids", new int[] {7, 8})
                    .list("n_comm_stat", new int[] {0, 1}).list("n_comm_nids", new int[] {1, 2, 3})
                    .list("n_comm_data_idx", new int[] {1, 3})).nodeMaps(0);

            assertEquals(List.of(0L, 2L), maps.stream().map(CommunicationMap::size).toList());
        }

        @Test
        void aFileWithoutMapsHasNone() {
            assertEquals(List.of(), of(ranks(1)).nodeMaps(0));
        }

        @Test
        void mapsWithoutIdsAreReported() {
            of(new SmallFile().dimension("num_n_cmaps", 3).list("n_comm_nids", new int[] {1}));

            assertEquals(List.of("warning: n_comm_ids: is missing or unusable although there are 3 communication maps"),
                    messages());
        }

        @Test
        void listsOfDifferentLengthAreCutToTheShortest() {
            CommunicationMap map = of(new SmallFile().list("n_comm_ids", new int[] {9})
                    .list("n_comm_nids", new int[] {4, 5, 6}).list("n_comm_proc", new int[] {1, 2})).nodeMaps(0)
                    .getFirst();

            assertEquals("[4, 5] [1, 2]", list(map.numbers()) + " " + list(map.processors()));
            assertEquals(List.of("warning: n_comm_nids: has 3 entries, but the lists beside it have only 2; "
                    + "the others are left out"), messages());
        }
    }

    @Test
    void whatIsOddIsAmongTheFindingsOfTheFile() {
        ExodusFile file = ranks(2).attribute("version", new float[] {9.04f}).list("elem_mapi", new int[] {1, 2, 3})
                .list("elem_mapi_idx", new long[] {1, 9}).openModel();

        assertEquals(1, file.findings().stream().filter(found -> found.code() == FindingCode.DECOMPOSITION_INDEX)
                .count());
    }

    @Test
    void numbersOfAnyValueNeverThrow() {
        Random random = new Random(99);
        String[] lists = {"node_mapi", "node_mapi_idx", "int_n_stat", "elem_mapb", "elem_mapb_idx", "n_comm_ids",
            "n_comm_stat", "n_comm_info_idx", "n_comm_data_idx", "n_comm_nids", "n_comm_proc", "e_comm_ids",
            "e_comm_info_idx", "e_comm_data_idx", "e_comm_eids", "e_comm_sids", "e_comm_proc"};
        for (int round = 0; round < 2_000; round++) {
            SmallFile file = ranks(1 + random.nextInt(4));
            for (String list : lists) {
                switch (random.nextInt(6)) {
                    case 0 -> file.list(list, random.longs(1 + random.nextInt(4)).toArray());
                    case 1 -> file.list(list, random.doubles(1 + random.nextInt(4)).toArray());
                    case 2 -> { }
                    default -> file.list(list, random.ints(1 + random.nextInt(6), -2, 9).toArray());
                }
            }
            Decomposition any = of(file);
            for (int rank = 0; rank < any.processorsInFile(); rank++) {
                any.internalNodeNumbers(rank).ifPresent(DecompositionTest::list);
                any.borderElementNumbers(rank).ifPresent(DecompositionTest::list);
                for (CommunicationMap map : any.nodeMaps(rank)) {
                    assertTrue(map.processors().isEmpty() || map.processors().size() == map.size());
                }
                for (CommunicationMap map : any.elementMaps(rank)) {
                    assertTrue(map.sides().isEmpty() || map.sides().get().size() == map.size());
                }
            }
        }
    }

    private static SmallFile ranks(int count) {
        return new SmallFile().dimension("num_processors", 8).dimension("num_procs_file", count);
    }

    private Storage storage(SmallFile file) {
        return Storage.reporting(file.open(), findings::add);
    }

    private Decomposition of(SmallFile file) {
        return Decomposition.of(storage(file)).orElseThrow();
    }

    private List<String> messages() {
        return findings.stream().map(Finding::toString).toList();
    }

    private List<FindingCode> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    private static List<Long> list(Optional<IntegerView> values) {
        return list(values.orElseThrow());
    }

    private static List<Long> list(IntegerView values) {
        return values.stream().boxed().toList();
    }
}
