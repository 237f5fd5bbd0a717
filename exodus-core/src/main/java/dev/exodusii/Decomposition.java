package dev.exodusii;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.view.IntegerView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// How a file's part of a mesh fits into the whole, which was cut up for several processors: what the Nemesis
/// conventions say (`exodus-format` §2.15).
///
/// A file holds the part of one rank, in rare cases the parts of several. Ranks, and the positions of ranks in the file,
/// count from 0; node and element numbers count from 1 within the part. What the file does not say is absent; a name
/// such as `mesh.e.16.07` is not looked at here.
///
/// Immutable and safe for use by many threads. Lists are views: every access to them throws [IllegalStateException] once
/// the file is closed.
public final class Decomposition {

    private static final List<String> ATTRIBUTES = List.of("nemesis_file_version", "nemesis_api_version",
            "processor_info");
    private static final List<String> DIMENSIONS = List.of("num_processors", "num_procs_file", "num_nodes_global",
            "num_elems_global", "num_el_blk_global", "num_ns_global", "num_ss_global", "num_int_node", "num_bor_node",
            "num_ext_node", "num_int_elem", "num_bor_elem", "num_n_cmaps", "num_e_cmaps", "ncnt_cmap", "ecnt_cmap");
    private static final List<String> VARIABLES = List.of("nem_ftype", "el_blk_ids_global", "el_blk_cnt_global",
            "ns_ids_global", "ns_node_cnt_global", "ns_df_cnt_global", "ss_ids_global", "ss_side_cnt_global",
            "ss_df_cnt_global", "int_n_stat", "bor_n_stat", "ext_n_stat", "int_e_stat", "bor_e_stat", "node_mapi",
            "node_mapb", "node_mape", "elem_mapi", "elem_mapb", "n_comm_ids", "e_comm_ids", "n_comm_nids",
            "e_comm_eids");

    private final OptionalLong processors;
    private final OptionalLong rank;
    private final long processorsInFile;
    private final boolean isParallel;
    private final OptionalLong nodes;
    private final OptionalLong elements;
    private final GlobalEntities blocks;
    private final GlobalEntities nodeSets;
    private final GlobalEntities sideSets;
    private final RankList internalNodes;
    private final RankList borderNodes;
    private final RankList externalNodes;
    private final RankList internalElements;
    private final RankList borderElements;
    private final CommunicationMaps nodeMaps;
    private final CommunicationMaps elementMaps;

    private Decomposition(Storage storage) {
        Optional<IntegerView> info = storage.attribute("processor_info").map(Attribute::values)
                .filter(values -> values.type().isInteger()).map(values -> values.integers());
        OptionalLong declared = length(storage, "num_processors");
        this.processors = declared.isPresent() ? declared : value(info, 0);
        this.rank = value(info, 1);
        this.processorsInFile = length(storage, "num_procs_file").orElse(1);
        this.isParallel = value(storage.integers("nem_ftype"), 0).orElse(0) != 1;
        this.nodes = length(storage, "num_nodes_global");
        this.elements = length(storage, "num_elems_global");
        this.blocks = new GlobalEntities(EntityKind.ELEMENT_BLOCK, length(storage, "num_el_blk_global"),
                storage.integers("el_blk_ids_global"), storage.integers("el_blk_cnt_global"), Optional.empty());
        this.nodeSets = new GlobalEntities(EntityKind.NODE_SET, length(storage, "num_ns_global"),
                storage.integers("ns_ids_global"), storage.integers("ns_node_cnt_global"),
                storage.integers("ns_df_cnt_global"));
        this.sideSets = new GlobalEntities(EntityKind.SIDE_SET, length(storage, "num_ss_global"),
                storage.integers("ss_ids_global"), storage.integers("ss_side_cnt_global"),
                storage.integers("ss_df_cnt_global"));
        this.internalNodes = RankList.of(storage, "node_mapi", "int_n_stat", processorsInFile);
        this.borderNodes = RankList.of(storage, "node_mapb", "bor_n_stat", processorsInFile);
        this.externalNodes = RankList.of(storage, "node_mape", "ext_n_stat", processorsInFile);
        this.internalElements = RankList.of(storage, "elem_mapi", "int_e_stat", processorsInFile);
        this.borderElements = RankList.of(storage, "elem_mapb", "bor_e_stat", processorsInFile);
        this.nodeMaps = CommunicationMaps.ofNodes(storage, processorsInFile);
        this.elementMaps = CommunicationMaps.ofElements(storage, processorsInFile);
    }

    static Optional<Decomposition> of(Storage storage) {
        boolean isThere = Stream.of(
                ATTRIBUTES.stream().map(name -> storage.attribute(name).isPresent()),
                DIMENSIONS.stream().map(name -> storage.container().dimension(name).isPresent()),
                VARIABLES.stream().map(name -> storage.variable(name).isPresent()))
                .flatMap(found -> found).anyMatch(found -> found);
        return isThere ? Optional.of(new Decomposition(storage)) : Optional.empty();
    }

    private static OptionalLong length(Storage storage, String dimension) {
        return storage.container().dimension(dimension).map(Dimension::length).map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong value(Optional<IntegerView> list, long index) {
        return list.isPresent() && index < list.get().size() ? OptionalLong.of(list.get().get(index))
                : OptionalLong.empty();
    }

    /// Returns the number of ranks that the whole mesh was cut up for.
    public OptionalLong processors() {
        return processors;
    }

    /// Returns the number of ranks whose parts this file holds; 1 when it does not say.
    public long processorsInFile() {
        return processorsInFile;
    }

    /// Returns the 0-based rank whose part this file holds, where the file itself says so.
    public OptionalLong rank() {
        return rank;
    }

    /// Tells whether the file belongs to a set of files, one for each rank. Otherwise it is a *scalar* file with the
    /// communication data of several ranks, and mostly without a mesh.
    public boolean isParallel() {
        return isParallel;
    }

    /// Returns the number of nodes of the whole mesh.
    public OptionalLong globalNodes() {
        return nodes;
    }

    /// Returns the number of elements of the whole mesh.
    public OptionalLong globalElements() {
        return elements;
    }

    /// Returns the element blocks of the whole mesh.
    public GlobalEntities globalBlocks() {
        return blocks;
    }

    /// Returns the node sets of the whole mesh.
    public GlobalEntities globalNodeSets() {
        return nodeSets;
    }

    /// Returns the side sets of the whole mesh.
    public GlobalEntities globalSideSets() {
        return sideSets;
    }

    /// Returns the numbers of the nodes that only this part uses.
    ///
    /// @param processor which of the ranks in the file, counted from 0; 0 for the usual file of one rank
    /// @return 1-based node numbers, or nothing when the file has no such list for that rank
    /// @throws IndexOutOfBoundsException when the file holds fewer ranks
    public Optional<IntegerView> internalNodeNumbers(int processor) {
        return internalNodes.of(checked(processor));
    }

    /// Returns the numbers of the nodes that this part owns and others use.
    ///
    /// @param processor which of the ranks in the file, counted from 0; 0 for the usual file of one rank
    /// @return 1-based node numbers, or nothing when the file has no such list for that rank
    /// @throws IndexOutOfBoundsException when the file holds fewer ranks
    public Optional<IntegerView> borderNodeNumbers(int processor) {
        return borderNodes.of(checked(processor));
    }

    /// Returns the numbers of the nodes that another part owns and this one uses.
    ///
    /// @param processor which of the ranks in the file, counted from 0; 0 for the usual file of one rank
    /// @return 1-based node numbers, or nothing when the file has no such list for that rank
    /// @throws IndexOutOfBoundsException when the file holds fewer ranks
    public Optional<IntegerView> externalNodeNumbers(int processor) {
        return externalNodes.of(checked(processor));
    }

    /// Returns the numbers of the elements that touch no node of another part.
    ///
    /// @param processor which of the ranks in the file, counted from 0; 0 for the usual file of one rank
    /// @return 1-based element numbers, or nothing when the file has no such list for that rank
    /// @throws IndexOutOfBoundsException when the file holds fewer ranks
    public Optional<IntegerView> internalElementNumbers(int processor) {
        return internalElements.of(checked(processor));
    }

    /// Returns the numbers of the elements at the border to other parts.
    ///
    /// @param processor which of the ranks in the file, counted from 0; 0 for the usual file of one rank
    /// @return 1-based element numbers, or nothing when the file has no such list for that rank
    /// @throws IndexOutOfBoundsException when the file holds fewer ranks
    public Optional<IntegerView> borderElementNumbers(int processor) {
        return borderElements.of(checked(processor));
    }

    /// Returns which nodes a rank shares with others.
    ///
    /// @param processor which of the ranks in the file, counted from 0; 0 for the usual file of one rank
    /// @return the maps in the order of the file; none when there are none
    /// @throws IndexOutOfBoundsException when the file holds fewer ranks
    public List<CommunicationMap> nodeMaps(int processor) {
        return nodeMaps.of(checked(processor));
    }

    /// Returns which elements, and which of their sides, a rank shares with others.
    ///
    /// @param processor which of the ranks in the file, counted from 0; 0 for the usual file of one rank
    /// @return the maps in the order of the file; none when there are none
    /// @throws IndexOutOfBoundsException when the file holds fewer ranks
    public List<CommunicationMap> elementMaps(int processor) {
        return elementMaps.of(checked(processor));
    }

    private int checked(int processor) {
        Objects.checkIndex(processor, processorsInFile);
        return processor;
    }

    /// Returns the rank and the number of ranks, such as `rank 3 of 16`.
    @Override
    public String toString() {
        return "rank " + (rank.isPresent() ? rank.getAsLong() : "?") + " of "
                + (processors.isPresent() ? processors.getAsLong() : "?");
    }
}
