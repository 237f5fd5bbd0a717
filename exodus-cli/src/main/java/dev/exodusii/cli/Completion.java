package dev.exodusii.cli;

import picocli.AutoComplete;

/// `exo completion`: the script that makes a shell complete verbs and options. One script serves bash and zsh: in zsh
/// it asks for bash's completion first.
final class Completion extends Verb {

    Completion(Exo exo) {
        super(exo, "completion", "Prints a script that makes bash or zsh complete verbs and options.",
                new Arguments("[SHELL]", 0, 1, "bash (the default) or zsh."),
                "", "For this session:  source <(exo completion bash)");
    }

    @Override
    ExitCode run() {
        for (String shell : arguments().values()) {
            if (!shell.equals("bash") && !shell.equals("zsh")) {
                throw new UsageException("there is no completion for '" + shell + "', only for bash and zsh");
            }
        }
        exo().terminal().out().print(AutoComplete.bash("exo", Grammar.of(exo())));
        exo().terminal().out().flush();
        return ExitCode.OK;
    }
}
