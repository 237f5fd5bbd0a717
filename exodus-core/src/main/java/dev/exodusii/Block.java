package dev.exodusii;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topologies;
import dev.exodusii.topology.Topology;
import dev.exodusii.topology.TopologyMatch;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run of elements, edges or faces of one shape (`exodus-format` §2.8).
///
/// The entries of all blocks of a kind are numbered through in the order of the file: the entry with index `i` in this
/// block has index `firstIndex() + i` among all.
public abstract sealed class Block extends Entity permits ElementBlock, EdgeBlock, FaceBlock {

    private final long size;
    private final long firstIndex;
    private final String elementType;
    /// Found when first asked for: a header may declare a million blocks that nobody looks at.
    private volatile @Nullable TopologyMatch topology;
    private volatile @Nullable JaggedView jagged;

    Block(EntityRecord entity, long size, long firstIndex, String typeHost) {
        super(entity);
        this.size = size;
        this.firstIndex = firstIndex;
        Optional<Attribute> stored = isNull() ? Optional.empty()
                : storage().variable(connectivityName()).flatMap(host -> host.attribute("elem_type"))
                        .or(() -> storage().variable(numbered(typeHost)).flatMap(host -> host.attribute("elem_type")));
        this.elementType = isNull() ? "NULL" : stored.flatMap(Attribute::text).orElse("");
    }

    private String connectivityName() {
        return numbered(convention().entries());
    }

    /// Returns the number of elements, edges or faces.
    @Override
    public long size() {
        return size;
    }

    /// Returns the 0-based index that the first entry has among those of all blocks of the kind.
    public long firstIndex() {
        return firstIndex;
    }

    /// Returns the name of the shape as the file spells it, such as `HEX8`, `hex` or `tetra`; `NULL` for a null block
    /// and empty where the file says nothing.
    public String elementType() {
        return elementType;
    }

    /// Returns the shape of the entries.
    public Topology topology() {
        return topologyMatch().topology();
    }

    /// Returns the shape together with what had to be guessed to find it.
    public TopologyMatch topologyMatch() {
        TopologyMatch known = topology;
        if (known == null) {
            // Edges are no polygons, whatever their type is called.
            known = Topologies.resolve(isPolygonal() && this instanceof EdgeBlock ? "" : elementType,
                    (int) Math.min(3, storage().length("num_dim")), nodesPerEntry());
            topology = known;
        }
        return known;
    }

    /// Tells whether entries have different numbers of nodes or faces, as polygons and polyhedra do. They are read
    /// with [#polygons] or [ElementBlock#polyhedra] instead of [#connectivity].
    public boolean isJagged() {
        Family family = topology().family();
        return family == Family.NSIDED || family == Family.NFACED;
    }

    /// Returns the number of nodes of each entry; 0 where there is no connectivity or the number varies.
    public final long nodesPerEntry() {
        if (isNull() || isPolygonal() && !(this instanceof EdgeBlock)) {
            return 0;
        }
        Optional<Variable> stored = storage().variable(connectivityName());
        if (stored.isPresent() && stored.get().rank() == 2) {
            return stored.get().shape()[1];
        }
        long declared = storage().length(numbered(nodesPerEntryPrefix()));
        return declared == 0 && stored.isPresent() && stored.get().rank() == 1 && size > 0 ? 1 : declared;
    }

    private boolean isPolygonal() {
        String type = elementType.strip();
        return type.regionMatches(true, 0, "nsi", 0, 3) || type.regionMatches(true, 0, "nfa", 0, 3);
    }

    /// Returns the nodes of each entry as stored: (entries x nodes), 1-based node **numbers**. The numbers count nodes
    /// in the order of the coordinates; they are not ids.
    ///
    /// @return the matrix; without rows for a null block, without columns for one that has no nodes
    /// @throws DamagedDataException when the file lacks the values although it has the entries
    /// @throws IllegalStateException when the entries have different numbers of nodes
    public IntegerMatrix connectivity() {
        if (isJagged()) {
            throw new IllegalStateException(this + " is of type " + elementType
                    + ": its entries differ in length; use polygons() or polyhedra()");
        }
        long nodes = nodesPerEntry();
        if (size == 0 || nodes == 0) {
            return Empty.matrix(size);
        }
        String name = connectivityName();
        ArrayView values = storage().variable(name).orElseThrow(() ->
                new DamagedDataException(storage().container().name(), name, missing())).view();
        // Not size times nodes: in a header that lies, the product may be more than a long holds.
        if (!values.type().isInteger() || values.count() / nodes != size || values.count() % nodes != 0) {
            throw new DamagedDataException(storage().container().name(), name,
                    "is " + values + " where " + size + " x " + nodes + " integers are expected");
        }
        if (values.rank() == 2 && values.length(0) == size) {
            return values.integerMatrix();
        }
        if (values.rank() == 1 && nodes == 1) {
            return values.asColumn().integerMatrix();
        }
        storage().requireContiguous(name, values);
        return values.reshaped(size, nodes).integerMatrix();
    }

    /// Returns the nodes of each entry as 0-based **indexes** into the coordinates: [#connectivity] less 1.
    ///
    /// @return a view of the same memory
    public IntegerMatrix nodeIndexes() {
        return connectivity().plus(-1);
    }

    /// Returns the nodes of each polygon of an NSIDED block, 1-based node numbers.
    ///
    /// @return one row for each polygon
    /// @throws IllegalStateException when this is not an NSIDED block
    /// @throws DamagedDataException when the file lacks the values
    public JaggedView polygons() {
        if (topology().family() != Family.NSIDED && !(topology().family() == Family.NFACED && this instanceof FaceBlock)) {
            throw new IllegalStateException(this + " is of type " + elementType + ", not NSIDED");
        }
        return jagged(connectivityName());
    }

    /// Made once, since that reads the lengths of all rows.
    final JaggedView jagged(String listName) {
        JaggedView known = jagged;
        if (known == null) {
            String countsName = numbered(countsPrefix());
            IntegerView lengths = size == 0 ? Empty.integers() : requireIntegers(countsName);
            IntegerView values = size == 0 ? Empty.integers() : requireIntegers(listName);
            if (lengths.size() != size) {
                throw new DamagedDataException(storage().container().name(), countsName,
                        "has " + lengths.size() + " counts for " + size + " entries");
            }
            try {
                known = JaggedView.of(lengths, values);
            } catch (IllegalArgumentException mismatch) {
                throw new DamagedDataException(storage().container().name(), countsName,
                        "does not fit to " + listName + ": " + mismatch.getMessage());
            }
            jagged = known;
        } else if (!storage().container().isOpen()) {
            throw new IllegalStateException(storage().container().name() + " is closed");
        }
        return known;
    }

    abstract String countsPrefix();

    /// Returns the dimension, without its number, that says how many nodes an entry has.
    abstract String nodesPerEntryPrefix();

    private IntegerView requireIntegers(String name) {
        return storage().requireIntegers(name, missing());
    }

    private String missing() {
        return "is missing although " + this + " has " + size + " entries";
    }

    /// Returns the attributes that each entry has, such as the thickness of a shell.
    public EntryAttributes attributes() {
        return EntryAttributes.of(this);
    }
}
