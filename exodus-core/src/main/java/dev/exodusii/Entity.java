package dev.exodusii;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Variable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Something in a file that has an id and mostly a name: a block, a set, a numbered map, an assembly or a blob.
///
/// Immutable and safe for use by many threads.
public abstract sealed class Entity permits Block, EntitySet, NumberMap, Assembly, Blob {

    private final EntityFamily family;
    private final int index;
    private final long id;
    private final String name;
    private final boolean isNull;

    Entity(EntityRecord entity) {
        this.family = entity.family();
        this.index = entity.header().index();
        this.id = entity.header().id();
        this.name = entity.header().name();
        this.isNull = entity.header().isNull();
    }

    /// Returns what kind of thing it is.
    public EntityKind kind() {
        return family.kind();
    }

    /// Returns its 0-based position among the entities of its kind, in the order of the file.
    public int index() {
        return index;
    }

    /// Returns the id that the user gave: any 64-bit number; ids may be 0, unsorted and, in faulty files, repeated.
    public long id() {
        return id;
    }

    /// Returns the name as it is stored, empty when there is none. Names need not be unique.
    public String name() {
        return name;
    }

    /// Returns the name, or, where there is none, the usual substitute made of kind and id, such as `block_10`
    /// (`exodus-format` §2.6).
    public String label() {
        return name.isEmpty() ? kind().convention().fallbackName() + id : name;
    }

    /// Tells whether the entity is only a placeholder that keeps the numbering the same in all parts of a decomposed
    /// mesh: it has no entries and no variables.
    public boolean isNull() {
        return isNull;
    }

    /// Returns the number of entries: elements, nodes, sides, members...; 0 for a null entity.
    public abstract long size();

    /// Returns the attributes that the user hung on the entity as a whole, in the order of the file
    /// (`exodus-format` §2.14). Bookkeeping of the format itself is left out.
    public List<Attribute> metadata() {
        return metadataHost().map(host -> Metadata.ofUser(host.attributes())).orElse(List.of());
    }

    /// Returns what is known of how scalar variables make up vectors, tensors and fields at integration points
    /// (`exodus-format` §2.16).
    public List<FieldMetadata> fields() {
        return metadataHost().map(host -> FieldMetadata.of(host.attributes(), storage().container().attributes()))
                .orElse(List.of());
    }

    /// Returns the variables that are stored on this entity, in the order of [VariableGroup#names].
    public List<TimeSeries> variables() {
        return family.variables().of(this);
    }

    /// Looks up a variable.
    ///
    /// @param variableName the name, as in [VariableGroup#names]
    /// @return its values on this entity, or nothing when it is not stored here or does not exist at all
    public Optional<TimeSeries> variable(String variableName) {
        return family.variables().of(this, variableName);
    }

    /// Looks up a variable that must be there.
    ///
    /// @param variableName the name, as in [VariableGroup#names]
    /// @return its values on this entity
    /// @throws NoSuchElementException when it is not stored here; the message names what there is
    public TimeSeries requireVariable(String variableName) {
        return variable(variableName).orElseThrow(() -> family.variables().absent(this, variableName));
    }

    /// Returns the variables with one value for the whole entity at each step.
    public List<TimeSeries> reductionVariables() {
        return family.variables().reductionsOf(this);
    }

    /// Looks up a variable with one value for the whole entity at each step.
    ///
    /// @param variableName the name
    /// @return its values, or nothing when the entity has none of that name
    public Optional<TimeSeries> reductionVariable(String variableName) {
        return reductionVariables().stream().filter(series -> series.name().equals(variableName)).findFirst();
    }

    final Storage storage() {
        return family.storage();
    }

    final Convention convention() {
        return kind().convention();
    }

    /// Returns a name of this entity's own, such as `connect3`; the empty text where the kind has no such thing.
    final String numbered(String prefix) {
        return prefix.isEmpty() ? "" : prefix + suffix();
    }

    /// Returns what the numbered names end in: the 1-based position, not kept, since there may be a million.
    String suffix() {
        return Integer.toString(index + 1);
    }

    Optional<Variable> metadataHost() {
        return isNull ? Optional.empty() : storage().variable(numbered(convention().entries()));
    }

    /// Returns kind, id and name, such as `element block 10 'steel'`.
    @Override
    public String toString() {
        return kind().label() + " " + id + (name.isEmpty() ? "" : " '" + name + "'");
    }
}
