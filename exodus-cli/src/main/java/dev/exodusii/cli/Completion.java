package dev.exodusii.cli;

/// `exo completion`: the script that makes a shell complete verbs, options, and the names in a file. It is short: what a
/// word may become is what [Complete] says.
final class Completion extends Verb {

    private static final String BASH = """
            # Completion of exo for bash:  source <(exo completion bash)
            _exo() {
                mapfile -t COMPREPLY < <("${COMP_WORDS[0]}" complete --bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
                [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace
                return 0
            }
            complete -o default -o bashdefault -F _exo exo
            """;
    private static final String ZSH = """
            #compdef exo
            # Completion of exo for zsh:  source <(exo completion zsh)
            _exo() {
                local -a candidates
                candidates=("${(@f)$("${words[1]}" complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
                candidates=("${(@)candidates:#}")
                if (( ${#candidates} )); then
                    compadd -- "${candidates[@]}"
                else
                    _files
                fi
            }
            compdef _exo exo
            """;
    private static final String FISH = """
            # Completion of exo for fish:  exo completion fish | source
            function __exo_complete
                set -l words (commandline -opc)
                set -l typed (commandline -ct | string replace -r '^["\\']' '' | string unescape)
                $words[1] complete $words[2..-1] "$typed" 2>/dev/null
            end
            complete -c exo -a '(__exo_complete)'
            """;

    Completion(Exo exo) {
        super(exo, "completion", "Prints a script that makes a shell complete verbs, options, and the names of variables,"
                + " blocks and sets in the file on the line.",
                new Arguments("[SHELL]", 0, 1, "bash (as usual), zsh or fish."),
                "", "For good, put the line into ~/.bashrc or ~/.zshrc, or the script into ~/.config/fish/completions/.", "",
                "Examples:", "  source <(exo completion bash)", "  exo completion fish | source");
    }

    @Override
    ExitCode run() {
        String shell = arguments().values().isEmpty() ? "bash" : arguments().values().getFirst();
        exo().terminal().out().print(switch (shell) {
            case "bash" -> BASH;
            case "zsh" -> ZSH;
            case "fish" -> FISH;
            default -> throw new UsageException("there is no completion for '" + shell + "', only for bash, zsh and fish");
        });
        exo().terminal().out().flush();
        return ExitCode.OK;
    }
}
