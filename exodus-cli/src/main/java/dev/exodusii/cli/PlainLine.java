package dev.exodusii.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads command lines as they mostly are, `exo VERB --flag FILE`, where every word is a verb, a flag in full or a
/// file. All others are left to picocli, which takes longer to get going than most verbs take to do their work.
final class PlainLine {

    private PlainLine() {}

    /// Reads a command line.
    ///
    /// @param words  the command line
    /// @param verbs  all verbs
    /// @param common the flags that every verb has
    /// @return the verb, ready to be called; nothing when the line is not that plain, and then nothing has been set
    static Optional<Verb> read(List<String> words, List<Verb> verbs, List<Flag> common) {
        for (Verb verb : verbs) {
            if (!words.isEmpty() && verb.name().equals(words.getFirst())) {
                List<Flag> known = new ArrayList<>(verb.flags());
                known.addAll(common);
                return read(words.subList(1, words.size()), verb, known) ? Optional.of(verb) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean read(List<String> words, Verb verb, List<Flag> known) {
        List<Flag> given = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (String word : words) {
            Optional<Flag> flag = known.stream().filter(candidate -> candidate.name().equals(word)).findFirst();
            if (flag.isPresent()) {
                given.add(flag.get());
            } else if (word.startsWith("-")) {
                return false;
            } else {
                files.add(word);
            }
        }
        if (files.isEmpty() || !verb.arguments().arity().endsWith("*")) {
            return false;
        }
        given.forEach(flag -> flag.set(true));
        verb.arguments().set(files);
        return true;
    }
}
