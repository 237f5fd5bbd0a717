package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// One file of the corpus and where its oracles are.
///
/// @param corpus the corpus' folder
/// @param path   the path below `files`, with slashes
record CorpusFile(Path corpus, String path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Path file() {
        return corpus.resolve("files").resolve(path);
    }

    long bytes() {
        try {
            return Files.size(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isBelow(String folder) {
        return path.startsWith(folder + "/");
    }

    boolean hasOracle() {
        return hasContainerOracle() || hasModelOracle();
    }

    boolean hasContainerOracle() {
        return Files.exists(oracle("oracle-netcdf"));
    }

    boolean hasModelOracle() {
        return Files.exists(oracle("oracle-model"));
    }

    JsonNode containerOracle() {
        return read(oracle("oracle-netcdf"));
    }

    JsonNode modelOracle() {
        return read(oracle("oracle-model"));
    }

    private Path oracle(String kind) {
        return corpus.resolve(kind).resolve(path + ".json.gz");
    }

    private static JsonNode read(Path oracle) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(oracle))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(oracle.toString(), e);
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
