package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.CoordinateFrame;
import dev.exodusii.ExodusFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// How to tell that an answer of the reference library is one of its known faults. The rules look at types and features
/// of a file, never at its name; those about the sides of elements are in [SideTables].
final class KnownReferenceFaults {

    private static final String FIELD_ATTRIBUTE = "(Field|Basis|Quad)@.*@.*";

    private KnownReferenceFaults() {}

    /// [ReferenceFault#NAME_CUT], [ReferenceFault#TITLE_CUT], [ReferenceFault#QA_CUT], [ReferenceFault#TYPE_CUT]: the
    /// library's text is the file's, cut at a number of bytes; then white space at its end was dropped.
    static boolean isCut(String answer, String stored, int limit) {
        byte[] all = ModelCase.utf8(stored);
        return all.length > limit && !answer.equals(stored)
                && answer.equals(new String(Arrays.copyOf(all, limit), StandardCharsets.UTF_8).stripTrailing());
    }

    /// [ReferenceFault#INFO_CUT]: what the library makes of one line, which is cut first and then trimmed.
    static byte[] cutLine(byte[] line) {
        int length = Math.min(line.length, 80);
        while (length > 0 && " \t\n\u000b\f\r".indexOf(line[length - 1]) >= 0) {
            length--;
        }
        return Arrays.copyOf(line, length);
    }

    /// [ReferenceFault#REPEATED_ID]: the entity was asked for by an id that another one has.
    static boolean isAnsweredWithAnother(JsonNode entity) {
        return entity.has("resolves_to_index");
    }

    /// [ReferenceFault#NO_ANSWER]: asking for the entity's size failed.
    static boolean isUnanswered(JsonNode entity) {
        return !entity.has("n");
    }

    /// [ReferenceFault#OTHER_COUNT]: the library delivered another number of values than the dimensions promise.
    static boolean hasOtherCount(JsonNode digest) {
        return digest.has("expected");
    }

    /// [ReferenceFault#FRAME_IDS_JOINED]: the first id is made of the file's first two.
    static boolean areJoined(JsonNode ids, List<CoordinateFrame> frames) {
        return frames.size() > 1
                && ids.path(0).asLong() == (frames.get(1).id() << Integer.SIZE) + frames.get(0).id();
    }

    /// [ReferenceFault#COUNTS_WITHOUT_BLOCKS]: there are edges or faces per element, but none in the file.
    static boolean isUncounted(long answer, long stored, long inFile) {
        return answer == 0 && stored > 0 && inFile == 0;
    }

    /// [ReferenceFault#FIELDS_AMONG_ATTRIBUTES]: the attribute describes a field, a basis or a quadrature rule.
    static boolean isOfField(JsonNode attribute) {
        return attribute.path("name").asText().matches(FIELD_ATTRIBUTE);
    }

    /// [ReferenceFault#GARBAGE_FIELDS]: the file has 64-bit ids, with which writers went wrong.
    static boolean hasGarbageFields(ExodusFile file) {
        return file.int64Status().ids();
    }
}
