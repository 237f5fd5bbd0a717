package dev.exodusii.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads command lines as they mostly are, `exo VERB --flag --option VALUE WORD...`, with every name in full. All others
/// are left to picocli, which takes longer to get going than most verbs take to do their work.
final class PlainLine {

    private final Verb verb;
    private final Map<Flag, Boolean> flags = new LinkedHashMap<>();
    private final Map<Option, List<String>> options = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    private PlainLine(Verb verb) {
        this.verb = verb;
    }

    /// Reads a command line, and sets what it says.
    ///
    /// @param words  the command line, beginning with the verb
    /// @param verb   the verb
    /// @param common the flags that every verb has
    /// @return whether the verb is ready to be called; false when the line is not that plain, and then nothing has been set
    static boolean read(List<String> words, Verb verb, List<Flag> common) {
        PlainLine line = new PlainLine(verb);
        boolean isPlain = line.read(words.subList(1, words.size()), common);
        if (isPlain) {
            line.set();
        }
        return isPlain;
    }

    /// Tells whether a word that begins with a minus sign is a number, or a list of numbers such as a point.
    static boolean isNumeric(String word) {
        return word.length() > 1 && word.charAt(0) == '-' && "0123456789.".indexOf(word.charAt(1)) >= 0;
    }

    private boolean read(List<String> typed, List<Flag> common) {
        List<Flag> known = new ArrayList<>(verb.flags());
        known.addAll(common);
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (!word.startsWith("-") || isNumeric(word)) {
                words.add(word);
                continue;
            }
            Optional<Flag> flag = known.stream().filter(candidate -> candidate.isCalled(word)).findFirst();
            flag.ifPresent(given -> flags.put(given, true));
            if (flag.isPresent()) {
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Optional<Option> option = verb.options().stream().filter(it -> it.isCalled(name)).findFirst();
            if (option.isEmpty() || equals < 0 && i + 1 == typed.size()) {
                return false;
            }
            String value = equals < 0 ? typed.get(++i) : word.substring(equals + 1);
            if (equals < 0 && value.startsWith("-") && !isNumeric(value)) {
                return false;
            }
            options.computeIfAbsent(option.get(), _ -> new ArrayList<>()).add(value);
        }
        return true;
    }

    private void set() {
        flags.forEach(Flag::set);
        options.forEach(Option::set);
        verb.arguments().set(words);
    }
}
