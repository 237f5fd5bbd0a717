package dev.exodusii.cli;

import dev.exodusii.diagnostic.NearMatches;
import java.util.Map;
import picocli.CommandLine;

/// `exo help`: how exo, or one of its verbs, is used.
final class HelpVerb extends Verb {

    HelpVerb(Exo exo) {
        super(exo, "help", "Shows how a verb is used.", new Arguments("[VERB]", 0, 1, "The verb to explain."),
                "", "Examples:", "  exo help", "  exo help info");
    }

    @Override
    ExitCode run() {
        CommandLine all = Grammar.of(exo());
        Map<String, CommandLine> verbs = all.getSubcommands();
        CommandLine explained = all;
        for (String wanted : arguments().values()) {
            if (!verbs.containsKey(wanted)) {
                throw new UsageException("unknown verb '" + wanted + "'" + NearMatches.hint(wanted, exo().verbs().stream()
                        .filter(verb -> !verb.isHidden()).map(Verb::name).toList()));
            }
            explained = verbs.get(wanted);
        }
        explained.usage(all.getOut());
        return ExitCode.OK;
    }
}
