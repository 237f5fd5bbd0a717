package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.Durability;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.MemorySink;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Repair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/// Every file of the corpus is written once more, from its own definitions and values. What the netCDF library laid out in
/// its usual way comes out with the same bytes, but for padding that the library left undefined.
class CorpusWriteTest {

    private static final long LARGEST = 200_000_000;

    private static final String VALUES = "values";

    @Test
    void copiesHaveTheBytesOfTheFiles() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEach(corpus.files(file -> file.bytes() <= LARGEST), report, file -> {
            try (NetcdfFile open = Netcdf.open(file.file())) {
                compare(file, open, report);
            } catch (UnreadableFileException refused) {
                report.count("refused");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        System.out.printf("corpus written again: %s%n", report.numbers(""));
        report.failOnDifferences("copies");
        assertTrue(report.number("same bytes") > 0, "no copy has the bytes of its file");
    }

    private static void compare(CorpusFile path, NetcdfFile file, Report report) throws IOException {
        report.count("files");
        Repair repair = Repair.of(file);
        byte[] copy = copy(repair, Fill.NONE, path.path(), file.layout().records());
        try (NetcdfFile written = NetcdfFile.parse(MemorySegment.ofArray(copy), path.path())) {
            repair.difference(written, file.layout().records(), _ -> {})
                    .ifPresent(difference -> report.difference(path.path(), difference));
        }
        if (!repair.damaged().isEmpty() || file.layout().isTruncated() || file.layout().isStreaming()) {
            report.count("other bytes: cut short or streaming");
            return;
        }
        byte[] original = Files.readAllBytes(path.file());
        byte[] filled = copy(repair, Fill.VALUES, path.path(), file.layout().records());
        if (Arrays.equals(original, copy) || Arrays.equals(original, filled)) {
            report.count("same bytes");
            return;
        }
        String reason = reason(file, original, copy);
        report.count("other bytes: " + reason);
        if (reason.equals(VALUES)) {
            report.difference(path.path(), "other values");
        }
    }

    private static byte[] copy(Repair repair, Fill fill, String name, long records) throws IOException {
        FileDefinition definition = fill == Fill.NONE ? repair.definition() : repair.definitionBuilder().fill(fill).build();
        MemorySink sink = new MemorySink(name);
        try (NetcdfWriter writer = NetcdfWriter.create(definition, sink, Durability.PROCESS)) {
            repair.copyTo(writer, records, _ -> {});
        }
        return sink.toByteArray();
    }

    /// Why a file has other bytes than a copy, of which the values are the same.
    private static String reason(NetcdfFile file, byte[] original, byte[] copy) {
        int header = (int) file.layout().headerBytes();
        if (!Arrays.equals(original, 0, Math.min(header, original.length), copy, 0, Math.min(header, copy.length))) {
            return file.layout().dataStart() > header ? "free space behind the header" : "another layout or header padding";
        }
        BitSet values = new BitSet();
        for (Variable variable : file.variables()) {
            long slabs = variable.isRecord() ? file.layout().records() : 1;
            for (long slab = 0; slab < slabs; slab++) {
                int at = (int) (variable.begin() + slab * file.layout().recordStride());
                values.set(at, at + (int) variable.recordBytes());
            }
        }
        for (int i = header; i < Math.min(original.length, copy.length); i++) {
            if (original[i] != copy[i]) {
                return values.get(i) ? VALUES : "padding behind values";
            }
        }
        return original.length < copy.length ? "no padding behind the last value" : "bytes behind the last value";
    }
}
