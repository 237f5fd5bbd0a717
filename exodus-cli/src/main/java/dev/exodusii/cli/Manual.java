package dev.exodusii.cli;

import dev.exodusii.cli.text.Terminal;
import java.io.IOException;
import java.nio.file.Path;

/// What the build runs to write the manual pages.
final class Manual {

    private Manual() {}

    /// @param args the folder that they go to
    public static void main(String[] args) throws IOException {
        Exo.quietenLogging();
        Exo.writeManual(Terminal.ofProcess(), Path.of(args[0]));
    }
}
