package dev.exodusii.cli.address;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.NearMatches;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Names blocks and sets, several at once: `steel`, `10`, `#0`, `bolt*`, `sset:4`, `nset:*`, with commas between them.
public final class EntityPattern {

    private EntityPattern() {}

    /// Cuts lists into their words. A comma between braces belongs to a pattern.
    ///
    /// @param lists what was typed
    /// @return the words
    public static List<String> words(List<String> lists) {
        return lists.stream().flatMap(list -> Stream.of(list.split(",(?![^{]*})", -1))).map(String::strip)
                .filter(word -> !word.isEmpty()).toList();
    }

    /// Finds the entities that a word names.
    ///
    /// @param file  the file
    /// @param kinds the kinds that are meant where the word names none; of a word without wildcards the first that has one
    /// @param word  such as `steel` or `sset:4`
    /// @return at least one entity
    /// @throws AbsentException when there is none
    public static Set<Entity> find(ExodusFile file, List<EntityKind> kinds, String word) {
        int colon = word.indexOf(':');
        Optional<EntityKind> named = colon < 0 ? Optional.empty() : Words.entityKind(word.substring(0, colon));
        String bare = named.isPresent() ? word.substring(colon + 1) : word;
        List<EntityKind> meant = named.map(List::of).orElse(kinds);
        Set<Entity> found = new LinkedHashSet<>();
        if (NamePattern.isPattern(bare)) {
            Predicate<String> test = NamePattern.of(bare);
            meant.forEach(kind -> file.entities(kind).stream()
                    .filter(entity -> test.test(entity.name()) || test.test(Long.toString(entity.id())))
                    .forEach(found::add));
        } else if (meant.size() == 1) {
            found.add(Entities.find(file, meant.getFirst(), bare));
        } else {
            meant.forEach(kind -> file.entities(kind).stream()
                    .filter(entity -> entity.name().equals(bare) || Long.toString(entity.id()).equals(bare))
                    .forEach(found::add));
        }
        if (found.isEmpty()) {
            throw absent(file, meant, word, bare);
        }
        return found;
    }

    private static AbsentException absent(ExodusFile file, List<EntityKind> kinds, String word, String bare) {
        List<String> known = new ArrayList<>();
        kinds.forEach(kind -> file.entities(kind).forEach(entity -> known.add(entity.label())));
        String what = kinds.size() == 1 ? kinds.getFirst().label() : "block or set";
        return AbsentException.of("NO_SUCH_ENTITY", "no " + what + " is called " + (NamePattern.isPattern(bare) ? "like '"
                : "'") + word + "'", known.isEmpty() ? "the file has none at all"
                        : NearMatches.hint(bare, known).replaceFirst("^; ", ""));
    }
}
