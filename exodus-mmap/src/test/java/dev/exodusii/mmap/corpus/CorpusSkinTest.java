package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.MeshFaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The outer faces of every mesh for which another program has found them as well: `skin.json`.
class CorpusSkinTest {

    @Test
    void outerFacesAreThoseThatAnotherProgramFound() throws IOException {
        Corpus corpus = Corpus.find();
        JsonNode skins = corpus.json("skin.json");
        Report report = new Report();
        Corpus.forEach(corpus.files(file -> skins.has(file.path())), report,
                file -> compare(file, skins.get(file.path()), report));
        System.out.printf("corpus skin: %,d meshes, %,d outer faces%n", report.number("meshes"), report.number("faces"));
        report.failOnDifferences("skin");
        assertEquals(skins.size(), report.number("meshes"), "meshes that were compared");
    }

    private static void compare(CorpusFile file, JsonNode expected, Report report) {
        try (ExodusFile open = Exodus.open(file.file())) {
            MeshFaces faces = MeshFaces.of(open, Workers.callingThread());
            report.count("meshes");
            report.add("faces", faces.outerFaceCount());
            if (faces.outerFaceCount() != expected.get("solid_faces").asLong()) {
                report.difference(file.path(), faces.outerFaceCount() + " outer faces, not " + expected.get("solid_faces"));
            } else if (!digest(faces).equals(expected.get("sha256_elem_side_pairs").asText())) {
                report.difference(file.path(), "other outer faces");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sorted pairs of element number and side number as 64-bit big-endian integers.
    private static String digest(MeshFaces faces) {
        ByteBuffer pairs = ByteBuffer.allocate(2 * Long.BYTES * faces.outerFaceCount());
        for (int face = 0; face < faces.outerFaceCount(); face++) {
            pairs.putLong(faces.outerElement(face) + 1L).putLong(faces.outerSide(face) + 1L);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pairs.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
