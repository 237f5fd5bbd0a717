package dev.exodusii.cli.address;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.NearMatches;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One thing in a file that a user has named.
public sealed interface Address {

    /// A node, element, edge or face.
    ///
    /// @param entry which of the four
    /// @param index its 0-based index in the whole mesh
    record OfEntry(Entry entry, long index) implements Address {}

    /// A block, set, map, assembly or blob.
    ///
    /// @param entity the entity
    record OfEntity(Entity entity) implements Address {}

    /// A variable.
    ///
    /// @param variable the variable and where it exists
    record OfVariable(NamedVariable variable) implements Address {}

    /// Attributes of entries.
    ///
    /// @param attributes the attributes and whose they are
    record OfAttributes(NamedAttributes attributes) implements Address {}

    /// The distribution factors of a set.
    ///
    /// @param set the set, which has some
    record OfFactors(EntitySet set) implements Address {

        private static final String WORD = "factors";

        /// Returns the address of the factors of a set, such as `factors@sset:4`.
        ///
        /// @param file the file
        /// @param set  one of its sets
        /// @return the address
        public static String address(ExodusFile file, EntitySet set) {
            return WORD + "@" + Entities.address(file, set);
        }

        private static boolean isMeant(String text) {
            return text.equals(WORD) || text.startsWith(WORD + "@");
        }

        private static Address find(ExodusFile file, String text) {
            String example = WORD + "@sset:4";
            if (text.length() <= WORD.length()) {
                throw AbsentException.syntax("factors of which set?", "say it: " + example);
            }
            Entity entity = Entities.behindAt(file, text.substring(WORD.length() + 1), example);
            if (entity instanceof EntitySet set && set.hasDistributionFactors()) {
                return new OfFactors(set);
            }
            throw AbsentException.of("NO_VALUES", entity + " has no distribution factors",
                    entity instanceof EntitySet ? "where a set has none, all are 1" : "sets may have");
        }
    }

    /// A part of the file that there is one of.
    ///
    /// @param part the part
    record OfPart(Part part) implements Address {}

    /// Parts of a file that there is one of.
    enum Part {
        /// The programs that had a hand in the file.
        QA,
        /// The lines of text that writers left in the file.
        INFO,
        /// The coordinates of the nodes.
        COORD,
        /// The time steps.
        TIME,
        /// The coordinate frames.
        FRAMES,
        /// The ids of the nodes.
        NODEIDS,
        /// The ids of the elements.
        ELEMIDS,
        /// The ids of the edges.
        EDGEIDS,
        /// The ids of the faces.
        FACEIDS,
        /// The order in which the elements are best worked on.
        ORDER;

        /// Returns the word in addresses, such as `nodeids`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How addresses are spelt, in a few words.
    String SPELLING = "addresses are such as node:471, elem:#11, block:steel, nset:4, nodal/disp_y, elem/stress@block:1,"
            + " attr/thickness@block:1, qa";

    /// Finds what a user has named.
    ///
    /// @param file the file
    /// @param text what was typed
    /// @return the one thing that it names
    /// @throws AbsentException when there is no such thing, or the text makes no sense
    static Address parse(ExodusFile file, String text) {
        Optional<Part> part = List.of(Part.values()).stream().filter(it -> it.word().equals(text)).findFirst();
        if (part.isPresent()) {
            return new OfPart(part.get());
        }
        if (isCarried(text) && VariablePattern.parse(text).find(file).isEmpty()) {
            return OfFactors.isMeant(text) ? OfFactors.find(file, text) : new OfAttributes(NamedAttributes.find(file, text));
        }
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        if (colon > 0 && (slash < 0 || colon < slash)) {
            String word = text.substring(0, colon).toLowerCase(Locale.ROOT);
            String name = text.substring(colon + 1);
            Optional<Entry> entry = Entry.ofWord(word);
            if (entry.isPresent()) {
                return new OfEntry(entry.get(), entry.get().index(file, name));
            }
            Optional<EntityKind> kind = Words.entityKind(word);
            if (kind.isPresent()) {
                return new OfEntity(Entities.find(file, kind.get(), name));
            }
            Optional<EntityKind> variables = Words.variableKind(word);
            if (variables.isPresent()) {
                return variable(file, word + "/" + name);
            }
            if (VariablePattern.parse(text).find(file).isEmpty()) {
                throw AbsentException.syntax("'" + word + "' in '" + text + "' is no kind of thing", SPELLING);
            }
        }
        return variable(file, text);
    }

    /// Tells whether a text is about attributes or distribution factors, where no variable is called like it.
    ///
    /// @param text what was typed
    static boolean isCarried(String text) {
        return OfFactors.isMeant(text) || NamedAttributes.isMeant(text);
    }

    private static Address variable(ExodusFile file, String text) {
        List<NamedVariable> found = VariablePattern.parse(text).require(file);
        if (found.size() > 1) {
            throw AbsentException.of("AMBIGUOUS", "'" + text + "' could be several things",
                    "name one: " + NearMatches.list(found.stream().map(NamedVariable::address).toList()));
        }
        return new OfVariable(found.getFirst());
    }
}
