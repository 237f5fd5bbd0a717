package dev.exodusii.compare;

import dev.exodusii.EntityKind;
import dev.exodusii.compare.VariableSelection.Choice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Finds the variables that both files have and that are to be compared; tells of the rest.
final class VariableMatch {

    private final Subject first;
    private final Subject second;
    private final ComparisonSettings settings;
    private final Journal journal;
    private final boolean ignoresCase;

    VariableMatch(Subject first, Subject second, ComparisonSettings settings, Journal journal) {
        this.first = first;
        this.second = second;
        this.settings = settings;
        this.journal = journal;
        this.ignoresCase = !settings.has(CompareFlag.CASE_SENSITIVE);
    }

    Map<ComparedKind, List<Choice>> all() {
        Map<ComparedKind, List<Choice>> all = new EnumMap<>(ComparedKind.class);
        for (ComparedKind kind : ComparedKind.values()) {
            boolean isLeftOut = kind == ComparedKind.ELEMENT_ATTRIBUTE && settings.has(CompareFlag.IGNORE_ATTRIBUTES);
            all.put(kind, isLeftOut ? List.of() : choices(kind));
        }
        return all;
    }

    private List<Choice> choices(ComparedKind kind) {
        VariableSelection selection = settings.variables(kind);
        List<Choice> wanted = new ArrayList<>(selection.chosen());
        NameIndex excluded = new NameIndex(selection.excluded(), ignoresCase);
        if (selection.isAll()) {
            addAll(kind, wanted, excluded, selection.usual());
            for (String name : second.names(kind)) {
                if (!settings.has(CompareFlag.ALLOW_NAMES_IN_SECOND) && first.indexOf(kind, name) < 0
                        && !excluded.contains(name)) {
                    journal.difference("The " + kind.label() + " variable \"" + name
                            + "\" is in the second file but not the first.");
                }
            }
        }
        return found(kind, wanted);
    }

    private void addAll(ComparedKind kind, List<Choice> wanted, NameIndex excluded, Tolerance usual) {
        NameIndex known = new NameIndex(wanted.stream().map(Choice::name).toList(), ignoresCase);
        for (String name : first.names(kind)) {
            boolean isExcluded = excluded.contains(name);
            if (second.indexOf(kind, name) < 0 && !isExcluded) {
                if (settings.has(CompareFlag.ALLOW_NAMES_IN_FIRST)) {
                    excluded.add(name);
                } else {
                    journal.difference("The " + kind.label() + " variable \"" + name
                            + "\" is in the first file but not the second.");
                }
            } else if (!isExcluded && !known.contains(name)) {
                known.add(name);
                wanted.add(new Choice(name, usual));
            }
        }
    }

    private List<Choice> found(ComparedKind kind, List<Choice> wanted) {
        List<Choice> found = new ArrayList<>();
        for (Choice choice : wanted) {
            int index = first.indexOf(kind, choice.name());
            if (index < 0) {
                journal.difference("Specified " + kind.label() + " variable \"" + choice.name()
                        + "\" is not in the first file.");
            } else if (second.indexOf(kind, choice.name()) < 0) {
                journal.difference("The " + kind.label() + " variable \"" + choice.name()
                        + "\" is in the first file, but not the second file.");
            } else {
                found.add(new Choice(first.names(kind).get(index), choice.tolerance()));
            }
        }
        return found;
    }

    /// Tells of blocks and sets with variables that only one file has, and of variables that only one file stores.
    static void tellOfStorage(Match match) {
        for (ComparedKind kind : ComparedKind.values()) {
            boolean isOfParts = kind.ordinal() > ComparedKind.NODAL.ordinal() && kind.entityKind().isPresent();
            if (isOfParts && !match.variables(kind).isEmpty()) {
                kind.entityKind().ifPresent(of -> tellOfStorage(match, kind, of));
            }
        }
    }

    private static void tellOfStorage(Match match, ComparedKind kind, EntityKind of) {
        String label = kind == ComparedKind.ELEMENT ? "Element Block" : kind.title();
        for (Part part : match.first().parts(of)) {
            Part other = match.other(part).orElse(null);
            if (other == null) {
                if (match.settings().matching() != Matching.PARTIAL) {
                    match.journal().difference(label + " id " + part.id()
                            + " exists in first file but not the second...");
                }
                continue;
            }
            for (Choice choice : match.variables(kind)) {
                boolean isInFirst = match.first().stores(part, kind, choice.name());
                if (isInFirst != match.second().stores(other, kind, choice.name())) {
                    match.journal().info(label + " variable \"" + choice.name() + "\" is not saved for " + label
                            + " id " + part.id() + " in the " + (isInFirst ? "second" : "first")
                            + " file but is in the " + (isInFirst ? "first" : "second")
                            + " (by virtue of the truth tables).  This variable won't be considered for this " + label
                            + ".");
                }
            }
        }
    }
}
