package dev.exodusii.cli.address;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntityList;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.NearMatches;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds blocks, sets, maps, assemblies and blobs by what the user typed.
public final class Entities {

    private static final int MOST_NAMED = 8;

    private Entities() {}

    /// Finds an entity of a kind.
    ///
    /// @param file the file
    /// @param kind the kind
    /// @param text an id, `#` and a 0-based index, or a name
    /// @return the entity
    /// @throws AbsentException when there is none
    public static Entity find(ExodusFile file, EntityKind kind, String text) {
        EntityList<? extends Entity> all = file.entities(kind);
        return look(all, text).orElseThrow(() -> {
            boolean isId = id(text).isPresent();
            String message = "there is no " + kind.label() + (isId ? " with id " + text : " '" + text + "'");
            return AbsentException.of("NO_SUCH_ENTITY", message, hint(all, text));
        });
    }

    /// Finds the entity whose kind and name stand behind an `@`.
    ///
    /// @param file    the file
    /// @param text    such as `block:1`
    /// @param example how the whole is spelt
    /// @return the entity
    /// @throws AbsentException when there is none
    static Entity behindAt(ExodusFile file, String text, String example) {
        int colon = text.indexOf(':');
        EntityKind kind = (colon < 0 ? Optional.<EntityKind>empty() : Words.entityKind(text.substring(0, colon)))
                .orElseThrow(() -> AbsentException.syntax("'" + text + "' behind the '@' should be a block or set",
                        "such as " + example));
        return find(file, kind, text.substring(colon + 1));
    }

    private static Optional<? extends Entity> look(EntityList<? extends Entity> all, String text) {
        if (text.matches("#[0-9]{1,9}")) {
            int index = Integer.parseInt(text.substring(1));
            return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
        }
        OptionalLong id = id(text);
        Optional<? extends Entity> byId = id.isPresent() ? all.findId(id.getAsLong()) : Optional.empty();
        return byId.isPresent() ? byId : all.findName(text);
    }

    private static OptionalLong id(String text) {
        try {
            return text.matches("-?[0-9]+") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            // More digits than ids have.
            return OptionalLong.empty();
        }
    }

    /// Returns the address that leads to an entity and to no other one: with its id or, where an entity before it has
    /// the same, with its index.
    ///
    /// @param file   the file
    /// @param entity one of its entities
    /// @return such as `block:20` or `block:#3`
    public static String address(ExodusFile file, Entity entity) {
        boolean isFound = file.entities(entity.kind()).findId(entity.id()).filter(entity::equals).isPresent();
        return Words.ofEntity(entity.kind()) + ":" + (isFound ? Long.toString(entity.id()) : "#" + entity.index());
    }

    private static String hint(EntityList<? extends Entity> all, String text) {
        if (all.isEmpty()) {
            return "the file has no " + all.kind().plural() + " at all";
        }
        var near = NearMatches.of(text, all.stream().map(Entity::label).toList());
        if (!near.isEmpty()) {
            return "did you mean '" + near.getFirst() + "'?";
        }
        String word = Words.ofEntity(all.kind());
        return "there " + (all.size() == 1 ? "is " : "are ") + NearMatches.list(all.stream()
                .limit(all.size() > MOST_NAMED ? MOST_NAMED + 1 : MOST_NAMED)
                .map(entity -> word + ":" + entity.id() + (entity.name().isEmpty() ? "" : " '" + entity.name() + "'"))
                .toList()).replaceAll("\\(\\d+ in all\\)", "(" + all.size() + " in all)");
    }
}
