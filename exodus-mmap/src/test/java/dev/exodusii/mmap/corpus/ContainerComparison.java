package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

/// Compares one open file with its container oracle.
final class ContainerComparison {

    private final String path;
    private final ContainerOracle oracle;
    private final NetcdfFile file;
    private final Report report;

    ContainerComparison(String path, ContainerOracle oracle, NetcdfFile file, Report report) {
        this.path = path;
        this.oracle = oracle;
        this.file = file;
        this.report = report;
    }

    /// Compares names, types, shapes and attributes with what the library read.
    void header() {
        JsonNode content = oracle.content();
        same("format", path, oracle.kind(), file.format().label());
        dimensions(content.path("dims"));
        attributes(path, content.path("gatts"), file.attributes());
        same("variable count", path, content.path("vars").size(), file.variables().size());
        for (int v = 0; v < Math.min(content.path("vars").size(), file.variables().size()); v++) {
            JsonNode expected = content.path("vars").get(v);
            Variable variable = file.variables().get(v);
            String place = path + " " + expected.path("name").asText();
            same("variables", place, expected.path("name").asText(), variable.name());
            same("types", place, expected.path("type").asText(), variable.type().label());
            same("dimension indexes", place, integers(expected.path("dimids")),
                    variable.dimensions().stream().map(dimension -> (long) dimension.index()).toList());
            attributes(place, expected.path("atts"), variable.attributes());
        }
    }

    private void dimensions(JsonNode expected) {
        same("dimension count", path, expected.size(), file.dimensions().size());
        for (int d = 0; d < Math.min(expected.size(), file.dimensions().size()); d++) {
            Dimension dimension = file.dimensions().get(d);
            String place = path + " " + expected.get(d).path("name").asText();
            same("dimensions", place, expected.get(d).path("name").asText(), dimension.name());
            same("dimensions", place, expected.get(d).path("unlimited").asBoolean(), dimension.isRecord());
            if (!dimension.isRecord()) {
                same("dimensions", place, expected.get(d).path("size").asLong(), dimension.length());
            }
        }
    }

    private void attributes(String place, JsonNode expected, List<Attribute> attributes) {
        same("attribute count", place, expected.size(), attributes.size());
        for (int a = 0; a < Math.min(expected.size(), attributes.size()); a++) {
            Attribute attribute = attributes.get(a);
            String at = place + ":" + expected.get(a).path("name").asText();
            same("attributes", at, expected.get(a).path("name").asText(), attribute.name());
            same("attribute values", at, expected.get(a).path("type").asText(), attribute.type().label());
            same("attribute values", at, expected.get(a).path("count").asLong(), attribute.length());
            byte[] bytes = attribute.values().rawSegment().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
            same("attribute values", at, expected.get(a).path("hex").asText(), HexFormat.of().formatHex(bytes));
        }
    }

    /// Compares where everything lies and the bytes of all variables that are whole with what the parser found.
    void data(long fileBytes) {
        JsonNode expected = oracle.layout().orElseThrow();
        long records = oracle.records(fileBytes);
        boolean hasRecordVariables = expected.path("nrecvars").asInt() > 0;
        Layout layout = file.layout();
        same("layout", path + " header", expected.path("header_bytes").asLong(), layout.headerBytes());
        same("layout", path + " data start", expected.path("first_data").asLong(layout.headerBytes()),
                layout.dataStart());
        same("layout", path + " record stride", expected.path("recsize").asLong(), layout.recordStride());
        if (hasRecordVariables) {
            same("layout", path + " declared records", expected.path("streaming").asBoolean() ? -1L
                    : expected.path("numrecs_field").asLong(), layout.recordsDeclared());
            same("layout", path + " records", records, layout.records());
        }
        boolean isTruncated = false;
        JsonNode variables = expected.path("vars");
        same("variable count", path, variables.size(), file.variables().size());
        for (int v = 0; v < Math.min(variables.size(), file.variables().size()); v++) {
            isTruncated |= !values(variables.get(v), file.variables().get(v), fileBytes, records);
        }
        boolean isShort = hasRecordVariables && layout.recordsDeclared() > records;
        same("findings", path + " truncated variable", isTruncated, has(FindingCode.TRUNCATED_VARIABLE));
        same("findings", path + " truncated records", isShort, has(FindingCode.TRUNCATED_RECORDS));
        if (oracle.hasRepeatedVariables()) {
            same("findings", path + " repeated names", true, has(FindingCode.DUPLICATE_NAME));
        }
    }

    /// Compares the bytes of whole variables with what the library read; for files that the parser gave up.
    void bytesAsTheLibraryReadThem() {
        JsonNode variables = oracle.content().path("vars");
        for (int v = 0; v < Math.min(variables.size(), file.variables().size()); v++) {
            Variable variable = file.variables().get(v);
            boolean isSameShape = integers(variables.get(v).path("shape"))
                    .equals(LongStream.of(variable.shape()).boxed().toList());
            if (variable.isComplete() && isSameShape && variables.get(v).hasNonNull("sha256")) {
                same("variable bytes", path + " " + variable.name(), variables.get(v).path("sha256").asText(),
                        Sha256.ofStored(variable.view()));
            }
        }
    }

    /// Returns false when the file does not hold all of a fixed variable.
    private boolean values(JsonNode expected, Variable variable, long fileBytes, long records) {
        String place = path + " " + variable.name();
        long begin = expected.path("begin").asLong();
        long slab = expected.path("slab_bytes").asLong();
        boolean isRecord = expected.path("isrec").asBoolean();
        same("layout", place + " begin", begin, variable.begin());
        same("layout", place + " slab", slab, variable.recordBytes());
        same("layout", place + " is record", isRecord, variable.isRecord());
        boolean isWhole = isRecord || begin + slab <= fileBytes;
        same("completeness", place, isWhole, variable.isComplete());
        if (!isWhole) {
            refused(place, variable);
            return false;
        }
        boolean isPadded = isRecord && !oracle.isWithoutPretence(fileBytes);
        if (expected.hasNonNull("sha256") && !isPadded) {
            same("variable bytes", place, expected.path("sha256").asText(), Sha256.ofStored(variable.view()));
        }
        if (isRecord) {
            same("records", place, records, variable.shape()[0]);
        }
        return true;
    }

    private void refused(String place, Variable variable) {
        report.count("cut variables refused");
        try {
            report.difference(place, "the file ends before its values do, yet there is " + variable.view());
        } catch (DamagedDataException expected) {
            if (!expected.getMessage().contains(variable.name())) {
                report.difference(place, "the refusal does not name the variable: " + expected.getMessage());
            }
        }
    }

    private boolean has(FindingCode code) {
        return file.findings().stream().anyMatch(finding -> finding.code() == code);
    }

    /// Compares sums, extremes and single values with what views give.
    void numbers() {
        JsonNode variables = oracle.content().path("vars");
        List<Variable> whole = new ArrayList<>(file.variables());
        for (int v = 0; v < Math.min(variables.size(), whole.size()); v++) {
            Variable variable = whole.get(v);
            if (variable.isComplete()) {
                new NumberComparison(path + " " + variable.name(), variables.get(v), variable.view(), report).run();
            }
        }
    }

    private static List<Long> integers(JsonNode list) {
        List<Long> integers = new ArrayList<>();
        list.forEach(item -> integers.add(item.asLong()));
        return integers;
    }

    private void same(String topic, String place, Object expected, Object actual) {
        report.same(topic, place, expected, actual);
    }
}
