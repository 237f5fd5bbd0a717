package dev.exodusii.cli;

import dev.exodusii.diagnostic.NearMatches;
import java.util.Map;
import picocli.CommandLine;

/// `exo help`: how exo, or one of its verbs, is used.
final class HelpVerb extends Verb {

    private final Exo exo;

    HelpVerb(Exo exo) {
        super("help", "Shows how a verb is used.", new Arguments("VERB", "0..1", "The verb to explain."));
        this.exo = exo;
    }

    @Override
    public Integer call() {
        CommandLine all = Grammar.of(exo);
        Map<String, CommandLine> verbs = all.getSubcommands();
        CommandLine explained = all;
        for (String wanted : arguments().values()) {
            if (!verbs.containsKey(wanted)) {
                throw UsageErrors.exception(all, "unknown verb '" + wanted + "'"
                        + NearMatches.hint(wanted, verbs.keySet()));
            }
            explained = verbs.get(wanted);
        }
        explained.usage(all.getOut());
        return ExitCode.OK.number();
    }
}
