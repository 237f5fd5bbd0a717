package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.diagnostic.UnsupportedFormatException;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/// What `expected.json` says of one file, and whether the project's reader finds the same.
///
/// Where two readers may differ in good faith the entry has a note, `arguable`; the forms of notes are known here.
final class ContainerExpectation {

    private static final String MAY_BE_REPORTED = " may be reported";
    private static final String MAY_BE_REFUSED = "a reader may also refuse the file";

    /// The file itself is damaged; all other faults say that it is a file of another kind.
    private static final Set<Fault> DAMAGE = EnumSet.of(Fault.EMPTY_FILE, Fault.TRUNCATED_HEADER, Fault.CORRUPT_HEADER,
            Fault.UNKNOWN_NETCDF_VERSION);

    private final Path path;
    private final JsonNode expected;
    private int variablesCompared;
    private int attributesCompared;

    ContainerExpectation(String name, JsonNode expected) {
        this.path = Testdata.FOLDER.resolve(name);
        this.expected = expected;
    }

    int variablesCompared() {
        return variablesCompared;
    }

    int attributesCompared() {
        return attributesCompared;
    }

    /// Opens the file and compares everything that is stated.
    void check() throws IOException {
        assertEquals(expected.required("bytes").asLong(), Files.size(path), "bytes of the file itself");
        if (expected.has("refused")) {
            assertRefused();
            return;
        }
        try (NetcdfFile file = Netcdf.open(path)) {
            assertSame(file);
        } catch (ExodusFormatException refused) {
            assertEquals(MAY_BE_REFUSED, expected.path("arguable").asText(), refused.getMessage());
        }
    }

    private void assertRefused() {
        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> Netcdf.open(path).close(),
                () -> "should be refused: " + expected.path("because").asText());
        Fault fault = refused.fault();

        assertTrue(texts(expected.required("refused")).contains(fault.name()),
                () -> fault + " is none of " + expected.required("refused") + ": " + refused.getMessage());
        assertEquals(DAMAGE.contains(fault) ? ExodusFormatException.class : UnsupportedFormatException.class,
                refused.getClass());
        assertEquals(path.toString(), refused.file());
        assertTrue(refused.getMessage().startsWith(path + ": "), refused.getMessage());
        assertTrue(fault != Fault.NETCDF4_HDF5 || refused.hint().contains("nccopy -k cdf5 "), refused.getMessage());
    }

    private void assertSame(NetcdfFile file) {
        assertEquals(expected.required("format").asText(), file.format().label(), "format");
        assertEquals(expected.required("records").asLong(), file.layout().records(), "records");
        assertFindings(file.findings());
        assertEquals(lines(expected.required("dimensions"), ContainerExpectation::dimension), file.dimensions().stream()
                .map(dimension -> dimension.name() + " = " + dimension.length()).toList(), "dimensions");
        assertEquals(expected.path("recordDimension").asText(), file.recordDimension().map(Dimension::name).orElse(""),
                "record dimension");
        assertAttributes("", expected.required("attributes"), file.attributes());
        JsonNode variables = expected.required("variables");
        assertEquals(lines(variables, ContainerExpectation::variable), file.variables().stream()
                .map(ContainerExpectation::line).toList(), "variables");
        for (int v = 0; v < variables.size(); v++) {
            Variable variable = file.variables().get(v);
            assertAttributes(variable.name() + ":", variables.get(v).path("attributes"), variable.attributes());
            assertValues(variables.get(v).required("sha256"), variable);
            variablesCompared++;
        }
    }

    /// The codes are the same, but for one about which readers may differ.
    private void assertFindings(List<Finding> findings) {
        String note = expected.path("arguable").asText();
        assertTrue(note.isEmpty() || note.endsWith(MAY_BE_REPORTED) || note.equals(MAY_BE_REFUSED), note);
        Optional<FindingCode> arguable = note.endsWith(MAY_BE_REPORTED)
                ? Optional.of(FindingCode.valueOf(note.replace(MAY_BE_REPORTED, ""))) : Optional.empty();
        Set<String> found = findings.stream().map(Finding::code).filter(code -> !arguable.equals(Optional.of(code)))
                .map(FindingCode::name).collect(Collectors.toSet());

        assertEquals(Set.copyOf(texts(expected.required("findings"))), found, () -> "findings: " + findings);
    }

    private void assertAttributes(String scope, JsonNode attributes, List<Attribute> found) {
        assertEquals(lines(attributes, ContainerExpectation::attribute), found.stream()
                .map(ContainerExpectation::line).toList(), () -> "attributes " + scope);
        attributesCompared += found.size();
    }

    private static void assertValues(JsonNode sha256, Variable variable) {
        assertEquals(!sha256.isNull(), variable.isComplete(), () -> variable + " is complete");
        if (sha256.isNull()) {
            DamagedDataException damaged = assertThrows(DamagedDataException.class, variable::view);
            assertEquals(variable.name(), damaged.place());
            return;
        }
        assertEquals(sha256.asText(), StoredValues.sha256(variable.view()), () -> "stored bytes of " + variable);
        assertEquals(sha256.asText(), StoredValues.sha256OfDecoded(variable.view()), () -> "values of " + variable);
    }

    private static String dimension(JsonNode dimension) {
        return dimension.required(0).asText() + " = " + dimension.required(1).asLong();
    }

    private static String attribute(JsonNode attribute) {
        return attribute.required(1).asText() + " " + attribute.required(0).asText() + "["
                + attribute.required(2).asLong() + "] " + attribute.required(3).asText();
    }

    private static String line(Attribute attribute) {
        byte[] bytes = attribute.values().rawSegment().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
        return attribute.type().label() + " " + attribute.name() + "[" + attribute.length() + "] "
                + HexFormat.of().formatHex(bytes);
    }

    private static String variable(JsonNode variable) {
        List<Long> shape = StreamSupport.stream(variable.required("shape").spliterator(), false).map(JsonNode::asLong)
                .toList();
        return variable.required("type").asText() + " " + variable.required("name").asText() + shape
                + (variable.path("record").asBoolean() ? " in records" : "");
    }

    private static String line(Variable variable) {
        return variable.type().label() + " " + variable.name() + LongStream.of(variable.shape()).boxed().toList()
                + (variable.isRecord() ? " in records" : "");
    }

    private static List<String> lines(JsonNode list, Function<JsonNode, String> line) {
        return StreamSupport.stream(list.spliterator(), false).map(line).toList();
    }

    private static List<String> texts(JsonNode list) {
        assertTrue(list.isArray(), () -> list + " is not a list");
        return lines(list, JsonNode::asText);
    }
}
