package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What the netCDF library and an independent parser say about a file's container.
///
/// The library alone is no authority on odd files: it reads zeros behind the end of a file, shows the streaming marker
/// as a count and refuses legal orders of the data. There the parser's account of the layout decides.
final class ContainerOracle {

    private static final BigInteger CDF_1_LIMIT = BigInteger.ONE.shiftLeft(31);
    private static final BigInteger LONG_LIMIT = BigInteger.valueOf(Long.MAX_VALUE);

    private final JsonNode json;

    ContainerOracle(JsonNode json) {
        this.json = json;
    }

    /// Returns what the first bytes say, such as `CDF-2`, `HDF5` or `none`.
    String kind() {
        return json.path("kind").asText();
    }

    boolean isClassic() {
        return Set.of("CDF-1", "CDF-2", "CDF-5").contains(kind());
    }

    /// Tells whether library and parser read the same.
    boolean isAgreed() {
        return json.path("netcdf").path("ok").asBoolean() && json.path("own").path("agrees").asBoolean();
    }

    /// Returns the library's account: `dims`, `gatts`, `vars`.
    JsonNode content() {
        return json.path("netcdf");
    }

    /// Returns the parser's account of where the data lie, if the header can be parsed.
    Optional<JsonNode> layout() {
        return json.path("own").path("ok").asBoolean() ? Optional.of(json.path("own").path("layout"))
                : Optional.empty();
    }

    /// Tells whether the header is certainly malformed; the parser may also have failed for reasons of its own.
    boolean isMalformed() {
        return json.path("own").path("error").asText().startsWith("Bad:") && !hasOddTag();
    }

    /// Tells whether a tag is wrong that may be: the parser does not know that any may stand before an empty list.
    boolean hasOddTag() {
        return json.path("own").path("error").asText().startsWith("Bad: tag") && isReadByLibrary();
    }

    boolean isReadByLibrary() {
        return content().path("ok").asBoolean();
    }

    /// Returns the rule of `exodus-format` §1.10 that a header which can be parsed breaks, if there is one.
    Optional<String> violation(long fileBytes) {
        JsonNode layout = layout().orElseThrow();
        BigInteger header = number(layout, "header_bytes");
        for (JsonNode note : layout.path("notes")) {
            if (note.asText().endsWith("zero-length dims")) {
                return Optional.of("rule 7: " + note.asText());
            }
        }
        if (!layout.path("streaming").asBoolean() && number(layout, "numrecs_field").compareTo(LONG_LIMIT) > 0) {
            return Optional.of("rule 13: the number of records is behind 2^63");
        }
        for (JsonNode variable : layout.path("vars")) {
            BigInteger begin = number(variable, "begin");
            BigInteger end = begin.add(number(variable, "slab_bytes"));
            String name = variable.path("name").asText();
            if (begin.compareTo(header) < 0) {
                return Optional.of("rule 9: " + name + " begins inside the header");
            }
            if (kind().equals("CDF-1") && begin.compareTo(CDF_1_LIMIT) >= 0) {
                return Optional.of("rule 9: " + name + " begins behind 2^31 in CDF-1");
            }
            if (end.compareTo(LONG_LIMIT) > 0) {
                return Optional.of("rule 5: " + name + " ends behind 2^63");
            }
        }
        if (!layout.path("overlap").isEmpty()) {
            return Optional.of("rule 10: overlap of " + layout.path("overlap"));
        }
        return amongRecords(fileBytes);
    }

    private Optional<String> amongRecords(long fileBytes) {
        JsonNode layout = layout().orElseThrow();
        BigInteger stride = number(layout, "recsize");
        BigInteger start = null;
        BigInteger end = BigInteger.ZERO;
        for (JsonNode variable : layout.path("vars")) {
            if (variable.path("isrec").asBoolean()) {
                BigInteger begin = number(variable, "begin");
                start = start == null ? begin : start.min(begin);
                end = end.max(begin.add(number(variable, "slab_bytes")));
            }
        }
        if (start == null) {
            return Optional.empty();
        }
        if (end.subtract(start).compareTo(stride) > 0) {
            return Optional.of("rule 12: the record variables do not lie in one record");
        }
        long records = records(fileBytes);
        BigInteger recordsEnd = end.add(stride.multiply(BigInteger.valueOf(records - 1)));
        for (JsonNode variable : layout.path("vars")) {
            BigInteger begin = number(variable, "begin");
            if (!variable.path("isrec").asBoolean() && records > 0 && begin.compareTo(recordsEnd) < 0
                    && begin.add(number(variable, "slab_bytes")).compareTo(start) > 0) {
                return Optional.of("rule 10: " + variable.path("name").asText() + " lies among the records");
            }
        }
        return Optional.empty();
    }

    /// Returns how many records the file holds in full of what the header declares: by arithmetic on the layout, since
    /// libraries pretend that the missing rest is there.
    long records(long fileBytes) {
        JsonNode layout = layout().orElseThrow();
        BigInteger stride = number(layout, "recsize");
        BigInteger complete = layout.path("streaming").asBoolean() ? LONG_LIMIT : number(layout, "numrecs_field");
        for (JsonNode variable : layout.path("vars")) {
            if (variable.path("isrec").asBoolean()) {
                BigInteger room = BigInteger.valueOf(fileBytes)
                        .subtract(number(variable, "begin")).subtract(number(variable, "slab_bytes"));
                complete = complete.min(room.signum() < 0 ? BigInteger.ZERO : room.divide(stride).add(BigInteger.ONE));
            }
        }
        return complete.longValueExact();
    }

    /// Tells whether library and parser hashed just the records that are there, without zeros for missing ones.
    boolean isWithoutPretence(long fileBytes) {
        return number(layout().orElseThrow(), "numrecs").equals(BigInteger.valueOf(records(fileBytes)));
    }

    /// Tells whether two variables share a name.
    boolean hasRepeatedVariables() {
        Set<String> names = new HashSet<>();
        for (JsonNode variable : layout().orElseThrow().path("vars")) {
            if (!names.add(variable.path("name").asText())) {
                return true;
            }
        }
        return false;
    }

    /// Reads a number of any size.
    static BigInteger number(JsonNode node, String key) {
        return node.path(key).bigIntegerValue();
    }
}
