package dev.exodusii;

import dev.exodusii.diagnostic.NearMatches;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.RandomAccess;

/// The entities of one kind in the order of the file, to be found by index, id and name.
///
/// Where ids or names repeat, the first one is found, as in the reference library. Immutable and safe for use by many
/// threads.
///
/// @param <E> the kind of entity
public final class EntityList<E extends Entity> extends AbstractList<E> implements RandomAccess {

    private final EntityKind kind;
    private final List<E> entities;
    private final Map<Long, E> byId = new HashMap<>();
    private final Map<String, E> byName = new HashMap<>();

    EntityList(EntityKind kind, List<E> entities) {
        this.kind = kind;
        this.entities = List.copyOf(entities);
        for (E entity : this.entities) {
            byId.putIfAbsent(entity.id(), entity);
            if (!entity.name().isEmpty()) {
                byName.putIfAbsent(entity.name(), entity);
            }
        }
        // Substitutes never hide a name that somebody gave.
        for (E entity : this.entities) {
            byName.putIfAbsent(entity.label(), entity);
        }
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
        return Optional.ofNullable(byId.get(id));
    }

    /// Looks for an entity.
    ///
    /// @param name its name, or for one without a name the substitute given by [Entity#label]
    /// @return the first one with that name, or nothing
    public Optional<E> findName(String name) {
        return Optional.ofNullable(byName.get(name));
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
