package dev.exodusii.bench;

import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files that are read, made when they are first wanted: in the directory of the property `exodus.bench.files`,
/// 4 GB of the disk in all.
final class BenchmarkFiles {

    private static final Path DIRECTORY = Path.of(System.getProperty("exodus.bench.files", "target/bench/files"));

    /// Makes a file.
    @FunctionalInterface
    private interface Maker {
        void write(Path path) throws IOException;
    }

    private BenchmarkFiles() {}

    /// 3.3 GB: a million elements, 100 steps of four variables, doubles, CDF-2.
    static Path doubles() throws IOException {
        return made("cube-double.e", new CubeModel(ElementType.DOUBLE, false, 100)::write);
    }

    /// The same in floats, 20 steps.
    static Path floats() throws IOException {
        return made("cube-float.e", new CubeModel(ElementType.FLOAT, false, 20)::write);
    }

    /// The same with connectivity of 64 bits in CDF-5, one step.
    static Path wide() throws IOException {
        return made("cube-int64.e", new CubeModel(ElementType.DOUBLE, true, 1)::write);
    }

    static Path sparse(long nodes, long steps, int variables) throws IOException {
        return made("sparse-%dx%dx%d.e".formatted(nodes, steps, variables),
                new SparseResults(nodes, steps, variables)::write);
    }

    private static Path made(String name, Maker maker) throws IOException {
        Path path = DIRECTORY.resolve(name).toAbsolutePath();
        if (!Files.exists(path)) {
            System.out.println("making " + path);
            Files.createDirectories(path.getParent());
            maker.write(path);
        }
        return path;
    }
}
