package dev.exodusii.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the script that makes a shell complete verbs and options.
@Command(
        name = "completion",
        description = "Prints a script that makes bash or zsh complete exo's verbs and options.",
        footer = {"", "For this session:  source <(exo completion bash)"})
final class Completion implements Runnable {

    /// The shells that understand the script. One script serves both: in zsh it asks for bash's completion first.
    enum Shell {
        BASH,
        ZSH
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", arity = "0..1", defaultValue = "bash", description = "bash or zsh.")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Checked by picocli; the answer is the same for both.
    private Shell shell;

    @Override
    public void run() {
        spec.commandLine().getOut().print(AutoComplete.bash("exo", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}
