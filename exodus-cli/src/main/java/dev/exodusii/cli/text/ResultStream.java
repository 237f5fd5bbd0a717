package dev.exodusii.cli.text;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A standard stream of this process, in UTF-8. It goes on like any [PrintStream] where nothing can be written, but
/// remembers why.
final class ResultStream extends PrintStream {

    private final Descriptor descriptor;

    private ResultStream(Descriptor descriptor, int buffer) {
        super(new BufferedOutputStream(descriptor, buffer), false, StandardCharsets.UTF_8);
        this.descriptor = descriptor;
    }

    static ResultStream of(FileDescriptor file, int buffer) {
        return new ResultStream(new Descriptor(file), buffer);
    }

    /// Returns why something could not be written, in the system's words.
    Optional<String> failure() {
        return Optional.ofNullable(descriptor.failure).map(IOException::getMessage);
    }

    private static final class Descriptor extends FileOutputStream {

        private @Nullable IOException failure;

        Descriptor(FileDescriptor file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                super.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
