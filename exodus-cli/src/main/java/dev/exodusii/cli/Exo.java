package dev.exodusii.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `exo`: looks into Exodus II files. Without a verb it prints its help.
@Command(
        name = "exo",
        mixinStandardHelpOptions = true,
        versionProvider = Exo.Version.class,
        description = "Looks into Exodus II files.")
public final class Exo implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    private Exo() {}

    /// Runs `exo` and ends the process with its exit code.
    ///
    /// @param args the verb, its options and files
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Exo());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Reads the version from the module's own descriptor, where the build has put it.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Exo.class.getModule().getDescriptor())
                    .flatMap(descriptor -> descriptor.rawVersion())
                    .orElse("(unpackaged)");
            return new String[] {"exo " + version};
        }
    }
}
