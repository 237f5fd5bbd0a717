package dev.exodusii;

import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.lookup.PositionTable;
import java.util.AbstractList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The entities of one kind in the order of the file, to be found by index, id and name.
///
/// Where ids or names repeat, the first one is found, as in the reference library. Immutable and safe for use by many
/// threads.
///
/// @param <E> the kind of entity
public final class EntityList<E extends Entity> extends AbstractList<E> implements RandomAccess {

    private final EntityKind kind;
    private final List<E> entities;
    /// Filled when first asked for: a header may declare a million entities that nobody looks up. Two threads may both fill
    /// one, and both find the same by it.
    private volatile @Nullable PositionTable byId;
    private volatile @Nullable PositionTable byLabel;

    EntityList(EntityKind kind, List<E> entities) {
        this.kind = kind;
        this.entities = List.copyOf(entities);
    }

    private PositionTable byId() {
        PositionTable known = byId;
        if (known == null) {
            known = new PositionTable(size());
            for (int i = 0; i < size(); i++) {
                long id = get(i).id();
                known.putIfAbsent(id, i, other -> get(other).id() == id);
            }
            byId = known;
        }
        return known;
    }

    private PositionTable byLabel() {
        PositionTable known = byLabel;
        if (known == null) {
            known = new PositionTable(size());
            // Substitutes never hide a name that somebody gave.
            putLabels(known, true);
            putLabels(known, false);
            byLabel = known;
        }
        return known;
    }

    private void putLabels(PositionTable table, boolean given) {
        for (int i = 0; i < size(); i++) {
            if (get(i).name().isEmpty() != given) {
                String label = get(i).label();
                table.putIfAbsent(label, i, other -> get(other).label().equals(label));
            }
        }
    }

    private Optional<E> at(int index) {
        return index < 0 ? Optional.empty() : Optional.of(get(index));
    }

    /// Returns what kind of entities these are.
    public EntityKind kind() {
        return kind;
    }

    /// Returns one entity.
    ///
    /// @param index its 0-based position in the file
    /// @return the entity
    /// @throws IndexOutOfBoundsException when there is no such index
    @Override
    public E get(int index) {
        return entities.get(index);
    }

    @Override
    public int size() {
        return entities.size();
    }

    /// Looks for an entity.
    ///
    /// @param id its id
    /// @return the first one with that id, or nothing
    public Optional<E> findId(long id) {
        return at(byId().find(id, index -> get(index).id() == id));
    }

    /// Looks for an entity.
    ///
    /// @param name its name, or for one without a name the substitute given by [Entity#label]
    /// @return the first one with that name, or nothing
    public Optional<E> findName(String name) {
        return at(byLabel().find(name, index -> get(index).label().equals(name)));
    }

    /// Returns the entity with an id.
    ///
    /// @param id its id
    /// @return the first one with that id
    /// @throws NoSuchElementException when there is none; the message names the ids that exist
    public E id(long id) {
        return findId(id).orElseThrow(() -> new NoSuchElementException("no " + kind.label() + " has id " + id
                + (isEmpty() ? "; there are none at all"
                        : "; the ids are " + NearMatches.list(stream().map(e -> Long.toString(e.id())).toList()))));
    }

    /// Returns the entity with a name.
    ///
    /// @param name its name, or for one without a name the substitute given by [Entity#label]
    /// @return the first one with that name
    /// @throws NoSuchElementException when there is none; the message names similar ones
    public E name(String name) {
        return findName(name).orElseThrow(() -> new NoSuchElementException("no " + kind.label() + " is called '" + name
                + "'" + NearMatches.hint(name, stream().map(Entity::label).toList())));
    }
}
