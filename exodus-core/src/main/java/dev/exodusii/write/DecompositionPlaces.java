package dev.exodusii.write;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/// Where the lists go that say how the part of a mesh in a file fits into the whole. Used by the thread that uses the writer.
///
/// Methods throw [NoSuchElementException] where the definition has no such list.
public final class DecompositionPlaces {

    private static final String SUBJECT = "the decomposition";

    private final ExodusWriter writer;
    private final DecompositionDefinition decomposition;

    DecompositionPlaces(ExodusWriter writer, DecompositionDefinition decomposition) {
        this.writer = writer;
        this.decomposition = decomposition;
    }

    /// Returns where the 1-based numbers of the nodes go that only this part uses.
    public IntegerPlace internalNodeNumbers() {
        return all("node_mapi");
    }

    /// Returns where the 1-based numbers of the nodes go that this part owns and others use.
    public IntegerPlace borderNodeNumbers() {
        return all("node_mapb");
    }

    /// Returns where the 1-based numbers of the nodes go that another part owns and this one uses.
    public IntegerPlace externalNodeNumbers() {
        return all("node_mape");
    }

    /// Returns where the 1-based numbers of the elements go that touch no node of another part.
    public IntegerPlace internalElementNumbers() {
        return all("elem_mapi");
    }

    /// Returns where the 1-based numbers of the elements at the border to other parts go.
    public IntegerPlace borderElementNumbers() {
        return all("elem_mapb");
    }

    /// Returns where the 1-based numbers of the nodes in a map go.
    ///
    /// @param index the 0-based position of the map in the definition
    /// @return the place
    public IntegerPlace sharedNodeNumbers(int index) {
        return part("n_comm_nids", decomposition.nodeMaps(), index);
    }

    /// Returns where the 0-based ranks go with which the nodes in a map are shared.
    ///
    /// @param index the 0-based position of the map in the definition
    /// @return the place
    public IntegerPlace sharedNodeRanks(int index) {
        return part("n_comm_proc", decomposition.nodeMaps(), index);
    }

    /// Returns where the 1-based numbers of the elements in a map go.
    ///
    /// @param index the 0-based position of the map in the definition
    /// @return the place
    public IntegerPlace sharedElementNumbers(int index) {
        return part("e_comm_eids", decomposition.elementMaps(), index);
    }

    /// Returns where the 1-based numbers of the shared sides of the elements in a map go.
    ///
    /// @param index the 0-based position of the map in the definition
    /// @return the place
    public IntegerPlace sharedSides(int index) {
        return part("e_comm_sids", decomposition.elementMaps(), index);
    }

    /// Returns where the 0-based ranks go with which the elements in a map are shared.
    ///
    /// @param index the 0-based position of the map in the definition
    /// @return the place
    public IntegerPlace sharedElementRanks(int index) {
        return part("e_comm_proc", decomposition.elementMaps(), index);
    }

    private IntegerPlace all(String variable) {
        return new IntegerPlace(writer.fixed(variable, SUBJECT), 0);
    }

    private IntegerPlace part(String variable, List<DecompositionDefinition.SharedMap> maps, int index) {
        Objects.checkIndex(index, maps.size());
        long from = maps.subList(0, index).stream().mapToLong(DecompositionDefinition.SharedMap::size).sum();
        return all(variable).slice(from, maps.get(index).size());
    }
}
