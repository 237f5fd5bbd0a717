package dev.exodusii.write;

import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// How the part of a mesh that a file holds fits into the whole, which was cut up for several processors: what the Nemesis
/// conventions write (`exodus-format` §2.15). A file holds the part of one rank.
///
/// @param processors       the number of ranks
/// @param rank             the 0-based rank whose part the file holds
/// @param globalNodes      the number of nodes of the whole mesh
/// @param globalElements   the number of elements of the whole mesh
/// @param blocks           the element blocks of the whole mesh
/// @param nodeSets         the node sets of the whole mesh
/// @param sideSets         the side sets of the whole mesh
/// @param internalNodes    the number of nodes that only this part uses
/// @param borderNodes      the number of nodes that this part owns and others use
/// @param externalNodes    the number of nodes that another part owns and this one uses
/// @param internalElements the number of elements that touch no node of another part
/// @param borderElements   the number of elements at the border to other parts
/// @param nodeMaps         with whom nodes are shared
/// @param elementMaps      with whom elements are shared
public record DecompositionDefinition(int processors, int rank, long globalNodes, long globalElements,
        List<GlobalEntity> blocks, List<GlobalEntity> nodeSets, List<GlobalEntity> sideSets, long internalNodes,
        long borderNodes, long externalNodes, long internalElements, long borderElements, List<SharedMap> nodeMaps,
        List<SharedMap> elementMaps) {

    private static final float FILE_VERSION = 2.6f;
    private static final String RANKS = "num_procs_file";

    /// Makes the description; the lists are copied.
    ///
    /// @throws IllegalArgumentException when the rank is not one of the ranks
    public DecompositionDefinition {
        Rules.require(rank >= 0 && rank < processors, "rank " + rank, "is none of 0 to " + (processors - 1));
        blocks = List.copyOf(blocks);
        nodeSets = List.copyOf(nodeSets);
        sideSets = List.copyOf(sideSets);
        nodeMaps = List.copyOf(nodeMaps);
        elementMaps = List.copyOf(elementMaps);
    }

    /// A block or set of the whole mesh.
    ///
    /// @param id      its id
    /// @param size    the number of elements, nodes or sides in the whole mesh
    /// @param factors the number of distribution factors in the whole mesh; 0 for blocks
    public record GlobalEntity(long id, long size, long factors) {}

    /// What is shared with one other part.
    ///
    /// @param id   the id of the map, usually the rank of the other part
    /// @param size the number of entries, at least 1
    public record SharedMap(long id, long size) {}

    /// Adds all of it to what a file holds, in the order of the reference library.
    void addTo(DefinitionState state) {
        state.metadata.add(AttributeDefinition.floats("nemesis_file_version", FILE_VERSION));
        state.metadata.add(AttributeDefinition.floats("nemesis_api_version", ExodusLayout.stored(state.apiVersion)));
        state.metadata.add(AttributeDefinition.ints("processor_info", processors, rank));
        Adder adder = new Adder(state);
        adder.dimension("num_processors", processors);
        adder.dimension(RANKS, 1);
        adder.given("nem_ftype", ElementType.INT, List.of(), 0);
        adder.dimension("num_nodes_global", globalNodes);
        adder.dimension("num_elems_global", globalElements);
        adder.global("num_el_blk_global", "el_blk_ids_global", "el_blk_cnt_global", "", blocks);
        adder.global("num_ns_global", "ns_ids_global", "ns_node_cnt_global", "ns_df_cnt_global", nodeSets);
        adder.global("num_ss_global", "ss_ids_global", "ss_side_cnt_global", "ss_df_cnt_global", sideSets);
        adder.given("int_n_stat", ElementType.INT, List.of(RANKS), Math.min(1, internalNodes));
        adder.given("bor_n_stat", ElementType.INT, List.of(RANKS), Math.min(1, borderNodes));
        adder.given("ext_n_stat", ElementType.INT, List.of(RANKS), Math.min(1, externalNodes));
        adder.given("int_e_stat", ElementType.INT, List.of(RANKS), Math.min(1, internalElements));
        adder.given("bor_e_stat", ElementType.INT, List.of(RANKS), Math.min(1, borderElements));
        adder.list("num_int_elem", internalElements, "elem_mapi");
        adder.list("num_bor_elem", borderElements, "elem_mapb");
        adder.list("num_int_node", internalNodes, "node_mapi");
        adder.list("num_bor_node", borderNodes, "node_mapb");
        adder.list("num_ext_node", externalNodes, "node_mape");
        adder.maps("num_n_cmaps", "n_comm_ids", "n_comm_stat", nodeMaps);
        adder.maps("num_e_cmaps", "e_comm_ids", "e_comm_stat", elementMaps);
        adder.entries("num_n_cmaps", "n_comm_data_idx", "ncnt_cmap", "n_comm_nids", "n_comm_proc", "", nodeMaps);
        adder.entries("num_e_cmaps", "e_comm_data_idx", "ecnt_cmap", "e_comm_eids", "e_comm_proc", "e_comm_sids",
                elementMaps);
    }

    /// Tells whether a dimension, variable or attribute is one of a decomposition.
    static boolean isOne(String name) {
        return name.matches("num_processors|num_procs_file|nem_ftype|num_(?:nodes|elems|el_blk|ns|ss)_global"
                + "|(?:el_blk|ns|ss)_(?:ids|cnt|node_cnt|side_cnt|df_cnt)_global|(?:int|bor|ext)_[ne]_stat"
                + "|(?:elem|node)_map[ibe](?:_idx)?|num_(?:int|bor|ext)_(?:elem|node)|num_[ne]_cmaps|[ne]cnt_cmap"
                + "|[ne]_comm_[a-z_]+|nemesis_file_version|nemesis_api_version|processor_info");
    }

    private static final class Adder {

        private final DefinitionState state;

        Adder(DefinitionState state) {
            this.state = state;
        }

        void dimension(String name, long length) {
            state.extraDimensions.put(name, length);
        }

        void variable(String name, ElementType type, String dimension) {
            state.extraVariables.add(new ExtraVariable(name, type, List.of(dimension), List.of()));
        }

        void given(String name, ElementType type, List<String> dimensions, long... values) {
            state.extraVariables.add(new ExtraVariable(name, type, dimensions, List.of()));
            state.extraValues.add(new GivenValues(name, () -> Values.of(values)));
        }

        void global(String count, String ids, String sizes, String factors, List<GlobalEntity> all) {
            if (all.isEmpty()) {
                return;
            }
            dimension(count, all.size());
            given(ids, state.idType(), List.of(count), values(all, GlobalEntity::id));
            given(sizes, state.bulkType(), List.of(count), values(all, GlobalEntity::size));
            if (!factors.isEmpty()) {
                given(factors, state.bulkType(), List.of(count), values(all, GlobalEntity::factors));
            }
        }

        void list(String count, long size, String name) {
            if (size > 0) {
                dimension(count, size);
                variable(name, state.mapType(), count);
            }
        }

        void maps(String count, String ids, String status, List<SharedMap> all) {
            if (!all.isEmpty()) {
                dimension(count, all.size());
                given(ids, state.idType(), List.of(count), values(all, SharedMap::id));
                given(status, ElementType.INT, List.of(count), values(all, map -> Math.min(1, map.size())));
            }
        }

        void entries(String mapCount, String ends, String count, String numbers, String processors, String sides,
                List<SharedMap> all) {
            if (all.isEmpty()) {
                return;
            }
            List<Long> sums = new ArrayList<>();
            long sum = 0;
            for (SharedMap map : all) {
                sum += map.size();
                sums.add(sum);
            }
            given(ends, state.bulkType(), List.of(mapCount), sums.stream().mapToLong(Long::longValue).toArray());
            dimension(count, sum);
            variable(numbers, state.idType(), count);
            variable(processors, ElementType.INT, count);
            if (!sides.isEmpty()) {
                variable(sides, ElementType.INT, count);
            }
        }

        private static <T> long[] values(List<T> all, ToLongFunction<T> value) {
            return all.stream().mapToLong(value).toArray();
        }
    }
}
