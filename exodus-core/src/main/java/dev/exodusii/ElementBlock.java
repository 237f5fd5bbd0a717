package dev.exodusii;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.topology.Family;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.JaggedView;
import java.util.Optional;

/// A run of elements of one shape.
///
/// Immutable and safe for use by many threads.
public final class ElementBlock extends Block {

    ElementBlock(EntityRecord entity, long size, long firstIndex) {
        super(entity, size, firstIndex, "facconn");
    }

    /// Returns the edges of each element: (elements x edges), 1-based edge numbers counted through all edge blocks.
    ///
    /// @return the matrix, or nothing when the file does not relate elements to edges
    public Optional<IntegerMatrix> edgeConnectivity() {
        return related("edgconn");
    }

    /// Returns the faces of each element: (elements x faces), 1-based face numbers counted through all face blocks.
    ///
    /// @return the matrix, or nothing when the file does not relate elements to faces, or for an NFACED block, which
    ///         has [#polyhedra] instead
    public Optional<IntegerMatrix> faceConnectivity() {
        return topology().family() == Family.NFACED ? Optional.empty() : related("facconn");
    }

    private Optional<IntegerMatrix> related(String prefix) {
        return isNull() ? Optional.empty()
                : storage().values(numbered(prefix)).filter(values -> values.rank() == 2 && values.type().isInteger())
                        .map(ArrayView::integerMatrix);
    }

    /// Returns the faces of each polyhedron of an NFACED block, 1-based face numbers counted through all face blocks.
    /// The file does not say which way a face looks.
    ///
    /// @return one row for each polyhedron
    /// @throws IllegalStateException when this is not an NFACED block
    /// @throws DamagedDataException when the file lacks the values
    public JaggedView polyhedra() {
        if (topology().family() != Family.NFACED) {
            throw new IllegalStateException(this + " is of type " + elementType() + ", not NFACED");
        }
        return jagged(numbered("facconn"));
    }

    @Override
    String countsPrefix() {
        return "ebepecnt";
    }

    @Override
    String nodesPerEntryPrefix() {
        return "num_nod_per_el";
    }
}
