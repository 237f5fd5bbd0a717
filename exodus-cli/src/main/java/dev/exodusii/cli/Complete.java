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
final class Complete extends Verb implements RawVerb {

    private static final List<String> STEPS = List.of("last", "first", "all", "t=");
    private static final List<String> COLOURS = List.of("auto", "always", "never");
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");
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
        String last = words.isEmpty() ? "" : words.getLast();
        // Names that a shell would have to quote are left out: no candidate may be taken for a command.
        candidates(words, last).filter(candidate -> candidate.startsWith(last) && isPlain(candidate)).distinct()
                .limit(MOST).forEach(candidate -> exo().terminal().out().print(candidate + "\n"));
        return ExitCode.OK.number();
    }

    private static boolean isPlain(String candidate) {
        return candidate.codePoints().allMatch(c -> Escape.isPrintable(c) && " \t'\"`$\\!*?[]{}()<>|;&~".indexOf(c) < 0);
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
        Optional<Option> option = verb.get().options().stream().filter(it -> it.name().equals(before)).findFirst();
        if (option.isPresent()) {
            return values(option.get(), words);
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

    private static Stream<String> values(Option option, List<String> words) {
        return switch (option.label()) {
            case "STEP", "STEPS" -> STEPS.stream();
            case "VAR" -> named(words, false);
            case "ADDRESS", "ADDR" -> Stream.concat(Stream.of("node:", "elem:"), named(words, true));
            default -> Stream.empty();
        };
    }

    private static Stream<String> names(List<String> words, Verb verb) {
        boolean hasOnlyVariables = verb.arguments().label().contains("VAR");
        return named(words, !hasOnlyVariables);
    }

    /// Reads the first file on the line.
    private static Stream<String> named(List<String> words, boolean hasEntities) {
        for (String word : words.subList(1, words.size() - 1)) {
            try {
                if (!word.startsWith("-") && Files.isRegularFile(Path.of(word))) {
                    return named(Path.of(word), hasEntities).stream();
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
                boolean isVariable = item.address().contains("/");
                int colon = item.address().indexOf(':');
                if (isVariable || hasEntities) {
                    names.add(item.address());
                }
                if (!isVariable && hasEntities && colon > 0 && !item.name().isEmpty()) {
                    names.add(item.address().substring(0, colon + 1) + item.name());
                }
            }
            return names;
        }
    }
}
