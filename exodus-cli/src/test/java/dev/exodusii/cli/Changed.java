package dev.exodusii.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Copies of test files in which one number is another.
final class Changed {

    private Changed() {}

    /// Copies a test file and puts one double in the place of another, where it is first stored.
    static String copy(String name, Path folder, double stored, double other) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(Run.testdata(name)));
            ByteBuffer values = ByteBuffer.wrap(bytes);
            for (int at = 0; at + Double.BYTES <= bytes.length; at += 4) {
                if (values.getLong(at) == Double.doubleToRawLongBits(stored)) {
                    values.putDouble(at, other);
                    return Files.write(folder.resolve("changed-" + other + ".e"), bytes).toString();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(stored + " is not in " + name);
    }
}
