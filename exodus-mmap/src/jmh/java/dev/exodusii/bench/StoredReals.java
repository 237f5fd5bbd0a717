package dev.exodusii.bench;

import java.io.IOException;
import java.nio.file.Path;

/// How a file stores real numbers.
public enum StoredReals {
    DOUBLE, FLOAT;

    int size() {
        return this == DOUBLE ? Double.BYTES : Float.BYTES;
    }

    Path file() throws IOException {
        return this == DOUBLE ? BenchmarkFiles.doubles() : BenchmarkFiles.floats();
    }
}
