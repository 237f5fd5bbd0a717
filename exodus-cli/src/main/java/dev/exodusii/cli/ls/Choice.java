package dev.exodusii.cli.ls;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.NamePattern;
import dev.exodusii.cli.address.NamedAttributes;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.diagnostic.NearMatches;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Chooses from a listing what a user has named: a kind (`blocks`, `nset`, `nodal`, `variables`), a glob or regular
/// expression over addresses or names, an address.
public final class Choice {

    private Choice() {}

    /// Chooses items.
    ///
    /// @param file  the file
    /// @param items everything that there is
    /// @param words what the user typed; everything is chosen where there is nothing
    /// @return the items that any of the words names, in their order
    /// @throws AbsentException when a word names nothing
    public static List<Item> of(ExodusFile file, List<Item> items, List<String> words) {
        if (words.isEmpty()) {
            return items;
        }
        Set<Item> chosen = new LinkedHashSet<>();
        for (String word : words) {
            List<Item> named = named(file, items, spelt(word));
            if (named.isEmpty()) {
                throw absent(items, word);
            }
            chosen.addAll(named);
        }
        return List.copyOf(chosen);
    }

    /// Spells the kind before a colon as the listing does.
    private static String spelt(String word) {
        int colon = word.indexOf(':');
        return colon < 0 ? word : Words.entityKind(word.substring(0, colon))
                .map(kind -> Words.ofEntity(kind) + word.substring(colon)).orElse(word);
    }

    private static List<Item> named(ExodusFile file, List<Item> items, String word) {
        // An address names one thing, whatever else has a name like it.
        List<Item> addressed = items.stream().filter(item -> item.address().equals(word)).toList();
        if (!addressed.isEmpty()) {
            return addressed;
        }
        String kind = kind(word.toLowerCase(Locale.ROOT));
        List<Item> ofKind = items.stream().filter(item -> isOf(item, kind)).toList();
        if (!ofKind.isEmpty()) {
            return ofKind;
        }
        if (word.indexOf('/') > 0) {
            List<NamedVariable> variables = VariablePattern.parse(word).find(file);
            if (!variables.isEmpty()) {
                return Listing.of(file, variables);
            }
        }
        if (Address.isCarried(word) && word.indexOf('@') > 0 && !NamePattern.isPattern(word)) {
            List<String> carried = carried(file, word);
            return items.stream().filter(item -> carried.contains(item.address())).toList();
        }
        Predicate<String> test = NamePattern.isPattern(word) ? NamePattern.of(word) : word::equalsIgnoreCase;
        List<Item> exact = items.stream().filter(item -> test.test(item.address()) || test.test(item.name())
                || test.test(item.kind() + ":" + item.name())).toList();
        return exact.isEmpty() && !NamePattern.isPattern(word)
                ? Listing.of(file, VariablePattern.parse(word).find(file)) : exact;
    }

    /// Attributes may be named by the name of their block, and all of a block at once.
    private static List<String> carried(ExodusFile file, String word) {
        return switch (Address.parse(file, word)) {
            case Address.OfAttributes named -> named.attributes().addresses(file);
            case Address.OfFactors factors -> List.of(Address.OfFactors.address(file, factors.set()));
            default -> List.of();
        };
    }

    private static boolean isOf(Item item, String kind) {
        boolean isVariable = item.isVariable();
        String prefix = item.kind();
        return switch (kind) {
            case "variables", "variable", "vars", "var" -> isVariable;
            case "set" -> !isVariable && prefix.endsWith("set");
            case "map" -> !isVariable && prefix.endsWith("map");
            case "block" -> !isVariable && prefix.endsWith("block");
            default -> prefix.equals(kind) && item.address().length() > prefix.length();
        };
    }

    /// Plural, long and short forms mean the same.
    private static String kind(String word) {
        String joined = word.replace("_", "").replace("-", "");
        String singular = joined.length() > 3 && joined.endsWith("s") ? joined.substring(0, joined.length() - 1) : joined;
        return switch (singular) {
            case "nodeset" -> "nset";
            case "sideset" -> "sset";
            case "elset", "elementset" -> "elemset";
            case "elementmap" -> "elemmap";
            case "global" -> "glob";
            case "element" -> "elem";
            case "assemblie" -> "assembly";
            case "attribute" -> NamedAttributes.WORD;
            case "factor" -> "factors";
            default -> singular;
        };
    }

    private static AbsentException absent(List<Item> items, String word) {
        List<String> known = items.stream().flatMap(item -> Stream.of(item.address(), item.name()))
                .filter(name -> !name.isEmpty()).distinct().toList();
        List<String> near = NearMatches.of(word, known);
        return AbsentException.of("NOTHING_LIKE_IT", "there is nothing like '" + word + "'",
                near.isEmpty() ? "without a name everything is listed"
                        : "did you mean '" + near.getFirst() + "'?");
    }
}
