package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.ls.Item;
import dev.exodusii.cli.ls.Listing;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `exo complete WORD...`: what the last word may become, one candidate in each line. Shells ask it; what goes wrong is
/// nobody's business then. Where it prints nothing, shells offer files.
///
/// zsh and fish take words without their quotes and put new ones; bash does neither, and gives its whole line instead:
/// `exo complete --bash LINE`.
final class Complete extends Verb implements RawVerb {

    private static final List<String> STEPS = List.of("last", "first", "all", "t=");
    private static final List<String> COLOURS = List.of("auto", "always", "never");
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");
    private static final List<String> MATCHINGS = List.of("id", "order", "position", "partial", "name");
    private static final String BASH = "--bash";
    private static final String HOME = "~/";
    private static final int MOST = 2000;

    Complete(Exo exo) {
        super(exo, "complete", "Prints what the last word may become; for shells.",
                new Arguments("WORD...", 0, Integer.MAX_VALUE, "The command line after exo."));
    }

    @Override
    boolean isHidden() {
        return true;
    }

    @Override
    ExitCode run() {
        return ExitCode.OK;
    }

    @Override
    public int runRaw(List<String> words) {
        if (words.size() == 2 && words.getFirst().equals(BASH)) {
            TypedLine line = TypedLine.of(words.getLast());
            List<String> typed = line.words();
            print(complete(typed.subList(Math.min(1, typed.size()), typed.size()))
                    .flatMap(candidate -> line.completion(candidate).stream()));
        } else {
            print(complete(words));
        }
        return ExitCode.OK.number();
    }

    private void print(Stream<String> lines) {
        lines.forEach(line -> exo().terminal().out().print(line + "\n"));
    }

    private Stream<String> complete(List<String> words) {
        String last = words.isEmpty() ? "" : words.getLast();
        return candidates(words, last).filter(candidate -> candidate.startsWith(last)
                && candidate.codePoints().allMatch(Escape::isPrintable)).distinct().limit(MOST);
    }

    private Stream<String> candidates(List<String> words, String last) {
        if (words.size() < 2) {
            return verbs();
        }
        Optional<Verb> verb = exo().verb(words.getFirst());
        if (verb.isEmpty()) {
            return Stream.empty();
        }
        String before = words.get(words.size() - 2);
        if (before.equals("--color")) {
            return COLOURS.stream();
        }
        Optional<Option> option = verb.get().options().stream().filter(it -> it.isCalled(before)).findFirst();
        if (option.isPresent()) {
            return values(option.get(), words);
        }
        int equals = last.indexOf('=');
        if (last.startsWith("--") && equals > 0) {
            String name = last.substring(0, equals);
            Stream<String> values = name.equals("--color") ? COLOURS.stream() : verb.get().options().stream()
                    .filter(it -> it.isCalled(name)).flatMap(it -> values(it, words));
            return values.map(value -> name + "=" + value);
        }
        if (verb.get() instanceof Exodiff) {
            return Stream.empty();
        }
        if (last.startsWith("-")) {
            return Stream.of(verb.get().flags().stream().map(Flag::name), verb.get().options().stream().map(Option::name),
                    exo().flags().stream().map(Flag::name), Stream.of("--help", "--color")).flatMap(it -> it);
        }
        return switch (verb.get().name()) {
            case "help", "man" -> verbs();
            case "completion" -> SHELLS.stream();
            default -> verb.get().arguments().label().matches(".*(WHAT|VAR|ADDRESS).*") ? names(words, verb.get())
                    : Stream.empty();
        };
    }

    private Stream<String> verbs() {
        return exo().verbs().stream().filter(verb -> !verb.isHidden()).map(Verb::name);
    }

    private Stream<String> values(Option option, List<String> words) {
        return switch (option.label()) {
            case "STEP", "STEPS" -> STEPS.stream();
            case "VAR" -> named(words, false);
            case "BY" -> MATCHINGS.stream();
            case "ADDRESS", "PLACE" -> Stream.concat(Stream.of("node:", "elem:"), named(words, true));
            default -> Stream.empty();
        };
    }

    private Stream<String> names(List<String> words, Verb verb) {
        boolean hasOnlyVariables = verb.arguments().label().contains("VAR");
        return named(words, !hasOnlyVariables);
    }

    /// Shells have not expanded the word yet.
    private Path path(String word) {
        String home = exo().terminal().environment().getOrDefault("HOME", "");
        return word.startsWith(HOME) && !home.isEmpty() ? Path.of(home, word.substring(HOME.length())) : Path.of(word);
    }

    /// Reads the first file on the line.
    private Stream<String> named(List<String> words, boolean hasEntities) {
        for (String word : words.subList(1, words.size() - 1)) {
            try {
                Path path = path(word);
                if (!word.startsWith("-") && Files.isRegularFile(path)) {
                    return named(path, hasEntities).stream();
                }
            } catch (IOException | InvalidPathException e) {
                return Stream.empty();
            }
        }
        return Stream.empty();
    }

    private static List<String> named(Path path, boolean hasEntities) throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            List<String> names = new ArrayList<>();
            for (Item item : Listing.of(file)) {
                if (item.isVariable() || hasEntities) {
                    names.add(item.address());
                }
                if (item.isEntity() && hasEntities && !item.name().isEmpty()) {
                    names.add(item.kind() + ":" + item.name());
                }
            }
            return names;
        }
    }
}
