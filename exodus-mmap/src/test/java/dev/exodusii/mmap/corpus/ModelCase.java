package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.ExodusFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One open file, what the reference library read in it, and where differences go.
///
/// @param path   the file's path in the corpus
/// @param file   the open file
/// @param oracle what the reference library read
/// @param report where comparisons are counted and differences collected
record ModelCase(String path, ExodusFile file, JsonNode oracle, Report report) {

    void same(String topic, String place, Object expected, Object actual) {
        report.same(topic, path + " " + place, expected, actual);
    }

    void difference(String place, String text) {
        report.difference(path + " " + place, text);
    }

    /// Counts a comparison that a known fault of the reference library makes impossible.
    void excuse(ReferenceFault fault) {
        report.count(ReferenceFault.TOPIC + fault.name());
    }

    /// Compares texts; the library may have cut its own at a number of bytes.
    void text(String topic, String place, String text, String actual, int limit, ReferenceFault cut) {
        if (KnownReferenceFaults.isCut(text, actual, limit)) {
            excuse(cut);
        } else {
            same(topic, place, text, actual);
        }
    }

    void name(String topic, String place, JsonNode expected, String actual) {
        text(topic, place, expected.asText(), actual, oracle.path("open").path("read_name_length").asInt(),
                ReferenceFault.NAME_CUT);
    }

    void names(String topic, String place, JsonNode expected, List<String> actual) {
        if (expected.isNull()) {
            excuse(ReferenceFault.NO_ANSWER);
            return;
        }
        same(topic, place + " count", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            name(topic, place + " " + (i + 1), expected.get(i), actual.get(i));
        }
    }

    void integers(String topic, String place, JsonNode expected, List<Long> actual) {
        List<Long> list = new ArrayList<>();
        expected.forEach(item -> list.add(item.asLong()));
        same(topic, place, list, actual);
    }

    /// Tells whether the file ends before its data do: the library reads zeros there.
    boolean isTruncated() {
        return file.container().layout().isTruncated();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
