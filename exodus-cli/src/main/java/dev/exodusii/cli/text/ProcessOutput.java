package dev.exodusii.cli.text;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What this process prints, in UTF-8. Other than any stream to print on it remembers why it could not.
///
/// For one thread.
final class ProcessOutput extends PrintStream {

    private final Outlet outlet;

    private ProcessOutput(Outlet outlet, int buffer) {
        super(new BufferedOutputStream(outlet, buffer), false, StandardCharsets.UTF_8);
        this.outlet = outlet;
    }

    /// Makes a stream.
    ///
    /// @param descriptor where it goes
    /// @param buffer     how many bytes are gathered
    static ProcessOutput of(FileDescriptor descriptor, int buffer) {
        return new ProcessOutput(new Outlet(new FileOutputStream(descriptor)), buffer);
    }

    /// Returns why something was not written, as when the disk is full. That nobody reads any more, as after `| head`, is
    /// no failure.
    Optional<String> failure() {
        // No lambda: a start that needs one takes a fifth longer.
        boolean isFailure = !outlet.failure.isEmpty() && !outlet.failure.toLowerCase(Locale.ROOT).contains("pipe");
        return isFailure ? Optional.of(outlet.failure) : Optional.empty();
    }

    private static final class Outlet extends OutputStream {

        private final OutputStream out;
        private String failure = "";

        Outlet(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure.isEmpty() ? String.valueOf(e.getMessage()) : failure;
                throw e;
            }
        }
    }
}
