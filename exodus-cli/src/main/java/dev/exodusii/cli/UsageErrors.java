package dev.exodusii.cli;

import dev.exodusii.diagnostic.NearMatches;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line: the cause in one line, and below it what was probably meant.
final class UsageErrors implements IParameterExceptionHandler {

    private final Exo exo;

    UsageErrors(Exo exo) {
        this.exo = exo;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        return report(exo, explain(e), e, List.of(args).contains("--json"));
    }

    /// Reports what is wrong with a command line.
    ///
    /// @return the exit code
    static int report(Exo exo, Problem problem, RuntimeException cause, boolean isJson) {
        try (Printer printer = exo.printer()) {
            if (isJson) {
                printer.write(problem);
                printer.trace(cause);
            } else {
                printer.fail(problem, cause);
            }
        }
        return problem.exit().number();
    }

    private static Problem explain(ParameterException e) {
        CommandLine verb = e.getCommandLine();
        boolean isVerb = verb.getParent() != null;
        String help = "more: " + verb.getCommandSpec().qualifiedName() + " --help";
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            boolean isOption = unmatched.isUnknownOption();
            String typed = unmatched.getUnmatched().getFirst();
            String wrong = isOption ? typed.split("=", 2)[0] : typed;
            Collection<String> known = isOption ? verb.getCommandSpec().optionsMap().keySet()
                    : verb.getSubcommands().keySet();
            // One letter is like any other.
            List<String> near = isOption && wrong.length() <= 2 ? List.of() : NearMatches.of(wrong, known);
            String kind = isOption ? "unknown option" : known.isEmpty() ? "unexpected argument" : "unknown verb";
            return problem(kind + " '" + wrong + "'"
                    + (near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?"),
                    isOption && !isVerb ? "options of a verb follow it; " + help : help);
        }
        if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()
                && missing.getMissing().getFirst() instanceof OptionSpec option) {
            return problem(option.longestName() + " takes a value: " + option.paramLabel(), help);
        }
        String message = String.valueOf(e.getMessage());
        return problem(Character.toLowerCase(message.charAt(0)) + message.substring(1), help);
    }

    private static Problem problem(String message, String help) {
        return new Problem("USAGE", message, help, ExitCode.USAGE);
    }
}
