package dev.exodusii.cli.address;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.NearMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Attributes of the entries of a block or set, `attr/thickness@block:1`, or all of them, `attr@block:1`; without the
/// `@` those of the nodes. The name may be a pattern, or `#` and a 0-based index.
///
/// @param owner      the block or set; nothing for the nodes
/// @param attributes all attributes of its entries
/// @param chosen     the 0-based indexes of those that are meant
public record NamedAttributes(Optional<Entity> owner, EntryAttributes attributes, List<Integer> chosen) {

    /// What addresses of attributes begin with.
    public static final String WORD = "attr";

    /// Makes the record; the list is copied.
    public NamedAttributes {
        chosen = List.copyOf(chosen);
    }

    /// Returns everything in a file that has attributes, with all of them.
    ///
    /// @param file the file
    /// @return first those of the nodes
    public static List<NamedAttributes> all(ExodusFile file) {
        List<NamedAttributes> all = new ArrayList<>();
        all.add(whole(Optional.empty(), file.coordinates().attributes()));
        for (EntityKind kind : EntityKind.values()) {
            for (Entity entity : file.entities(kind)) {
                of(entity).ifPresent(attributes -> all.add(whole(Optional.of(entity), attributes)));
            }
        }
        return all.stream().filter(each -> !each.attributes.isEmpty()).toList();
    }

    private static NamedAttributes whole(Optional<Entity> owner, EntryAttributes attributes) {
        return new NamedAttributes(owner, attributes, IntStream.range(0, attributes.size()).boxed().toList());
    }

    private static Optional<EntryAttributes> of(Entity entity) {
        return entity instanceof Block block ? Optional.of(block.attributes())
                : entity instanceof EntitySet set ? Optional.of(set.attributes()) : Optional.empty();
    }

    static boolean isMeant(String text) {
        return text.equals(WORD) || text.startsWith(WORD + "/") || text.startsWith(WORD + "@");
    }

    /// Finds what a user has named.
    ///
    /// @param file the file
    /// @param text what was typed, which is meant to be an attribute
    /// @return the attributes, at least one
    /// @throws AbsentException when there is no such attribute, block or set
    static NamedAttributes find(ExodusFile file, String text) {
        int at = text.lastIndexOf('@');
        String what = at < 0 ? text : text.substring(0, at);
        String name = what.equals(WORD) ? "*" : what.substring(WORD.length() + 1);
        Optional<Entity> owner = at < 0 ? Optional.empty()
                : Optional.of(Entities.behindAt(file, text.substring(at + 1), what + "@block:1"));
        EntryAttributes attributes = owner.isEmpty() ? file.coordinates().attributes()
                : of(owner.get()).orElseThrow(() -> AbsentException.of("NO_VALUES", owner.get() + " has no attributes",
                        "blocks and sets may have"));
        NamedAttributes named = whole(owner, attributes);
        List<Integer> chosen = named.chosen.stream().filter(named.test(name)::test).toList();
        if (chosen.isEmpty()) {
            throw named.absent(file, name);
        }
        return new NamedAttributes(owner, attributes, chosen);
    }

    private Predicate<Integer> test(String name) {
        Predicate<String> fits = NamePattern.isPattern(name) ? NamePattern.of(name) : name::equals;
        return index -> fits.test(attributes.labels().get(index)) || fits.test(heading(index))
                || name.equals("#" + index);
    }

    private AbsentException absent(ExodusFile file, String name) {
        boolean isAny = name.equals("*");
        String message = owner.map(entity -> entity + " has").orElse("nodes have") + " no attribute"
                + (isAny ? "s" : " '" + name + "'");
        List<String> elsewhere = all(file).stream().flatMap(other -> other.chosen.stream().filter(other.test(name)::test)
                .map(index -> other.address(file, index))).toList();
        return AbsentException.of("NO_SUCH_ATTRIBUTE", message, !elsewhere.isEmpty()
                ? "the file has " + NearMatches.list(elsewhere)
                : attributes.isEmpty() ? "" : NearMatches.hint(name, attributes.labels()).substring("; ".length()));
    }

    /// Returns what an attribute is called above its values.
    ///
    /// @param index the 0-based index of the attribute
    /// @return its name; a made-up one where it has none
    public String heading(int index) {
        String label = attributes.labels().get(index);
        return label.isEmpty() ? "attribute_" + (index + 1) : label;
    }

    /// Returns the address of one attribute, which leads to no other one.
    ///
    /// @param file  the file
    /// @param index the 0-based index of the attribute
    /// @return such as `attr/thickness@block:1`
    public String address(ExodusFile file, int index) {
        String name = heading(index);
        boolean isPlain = !NamePattern.isPattern(name) && name.indexOf('@') < 0
                && IntStream.range(0, attributes.size()).filter(other -> heading(other).equals(name)).count() == 1;
        return WORD + "/" + (isPlain ? name : "#" + index) + place(file);
    }

    /// Returns the address of all that are meant.
    ///
    /// @param file the file
    /// @return such as `attr@block:1`
    public String address(ExodusFile file) {
        return chosen.size() == 1 ? address(file, chosen.getFirst()) : WORD + place(file);
    }

    /// Returns the address of each that is meant.
    ///
    /// @param file the file
    /// @return the addresses
    public List<String> addresses(ExodusFile file) {
        return chosen.stream().map(index -> address(file, index)).toList();
    }

    private String place(ExodusFile file) {
        return owner.map(entity -> "@" + Entities.address(file, entity)).orElse("");
    }
}
