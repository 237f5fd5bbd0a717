package dev.exodusii.write;

import dev.exodusii.view.JaggedView;
import java.io.IOException;
import java.util.NoSuchElementException;

/// Where the values of one block of elements, edges or faces go. Used by the thread that uses the writer.
///
/// Methods throw [NoSuchElementException] where the definition has no such values, as for a block without entries.
public final class BlockPlaces extends EntityPlaces {

    private final BlockDefinition block;

    BlockPlaces(ExodusWriter writer, BlockDefinition block, int index) {
        super(writer, block, index);
        this.block = block;
    }

    /// Returns where the nodes of each entry go: (entries x nodes), 1-based node **numbers**, as they are stored.
    ///
    /// @return the place
    public IntegerPlace connectivity() {
        return integers(block.kind().convention().entries(), 0);
    }

    /// Returns where the nodes of each entry go: (entries x nodes), 0-based **indexes** into the coordinates, to which 1 is
    /// added on the way.
    ///
    /// @return the place
    public IntegerPlace nodeIndexes() {
        return integers(block.kind().convention().entries(), 1);
    }

    /// Returns where the edges of each element go: (elements x edges), 1-based edge numbers counted through all edge
    /// blocks.
    ///
    /// @return the place
    public IntegerPlace edgeConnectivity() {
        return integers("edgconn", 0);
    }

    /// Returns where the faces of each element go: (elements x faces), 1-based face numbers counted through all face
    /// blocks.
    ///
    /// @return the place
    public IntegerPlace faceConnectivity() {
        return integers("facconn", 0);
    }

    /// Puts the nodes of each polygon, 1-based node numbers, or the faces of each polyhedron, 1-based face numbers.
    ///
    /// @param rows one row for each polygon or polyhedron
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when there are more or fewer rows or values than defined
    public void putRows(JaggedView rows) throws IOException {
        rowLengths().put(rows.lengths());
        rowValues().put(rows.values());
    }

    /// Puts the nodes of each polygon, 1-based node numbers, or the faces of each polyhedron, 1-based face numbers.
    ///
    /// @param rows one row for each polygon or polyhedron
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when there are more or fewer rows or values than defined
    public void putRows(int[][] rows) throws IOException {
        int[] lengths = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            lengths[i] = rows[i].length;
        }
        rowLengths().put(lengths);
        rowValues().put(rows);
    }

    /// Returns where the number of nodes of each polygon, or of faces of each polyhedron, goes. Their sum is that of the
    /// definition.
    ///
    /// @return the place of one value for each
    public IntegerPlace rowLengths() {
        return integers(BlockLayout.countsName(block.kind()), 0);
    }

    /// Returns where the node numbers of all polygons, or the face numbers of all polyhedra, go, one row after another.
    ///
    /// @return the place of as many values as the definition says
    public IntegerPlace rowValues() {
        return integers(BlockLayout.listName(block), 0);
    }
}
