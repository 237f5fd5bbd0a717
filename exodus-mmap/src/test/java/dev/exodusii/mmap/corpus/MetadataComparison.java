package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.Assembly;
import dev.exodusii.Blob;
import dev.exodusii.CoordinateFrame;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.ExodusVersion;
import dev.exodusii.Property;
import dev.exodusii.QaRecord;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.view.RealView;
import dev.exodusii.view.TextView;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares what describes the file and its entities: versions, records of text, properties, attributes, assemblies...
final class MetadataComparison {

    private final ModelCase model;
    private final ExodusFile file;

    MetadataComparison(ModelCase model) {
        this.model = model;
        this.file = model.file();
    }

    void run() {
        versions(model.oracle().path("open"));
        qa(model.oracle().path("qa"));
        info(model.oracle().path("info"));
        frames(model.oracle().path("frames"));
        for (EntityKind kind : EntityKind.values()) {
            properties(kind);
        }
        attributes("global", model.oracle().path("global").path("attributes"), file.metadata());
        assemblies(model.oracle().path("assembly").path("list"));
        blobs(model.oracle().path("blob").path("list"));
        FieldComparison fields = new FieldComparison(model);
        fields.fields("global", model.oracle().path("global").path("fields"), file.globalFields());
        fields.bases(model.oracle().path("basis"));
        fields.quadratures(model.oracle().path("quadrature"));
    }

    private void versions(JsonNode open) {
        version("version", open.path("db_version"), file.version());
        version("API version", open.path("api_version"), file.apiVersion());
        model.same("versions", "word size", open.path("io_ws").asInt(), file.wordSize().orElse(0));
        model.same("versions", "large model", open.path("large_model").asInt() != 0, file.isLargeModel());
        model.same("versions", "int64 status", open.path("int64_status").asInt(), file.int64Status().bits());
        model.same("versions", "int64 maps", open.path("int64_maps").asBoolean(), file.int64Status().maps());
        model.same("versions", "int64 ids", open.path("int64_ids").asBoolean(), file.int64Status().ids());
        model.same("versions", "int64 bulk", open.path("int64_bulk").asBoolean(), file.int64Status().bulk());
        model.same("versions", "name length", open.path("max_used_name_length").asInt(), file.maximumNameLength());
        model.same("versions", "format", open.path("format").asText().split(" ")[0],
                file.container().format().label());
    }

    private void version(String place, JsonNode expected, Optional<ExodusVersion> actual) {
        long hundredths = Math.round(expected.asDouble() * 100);
        model.same("versions", place, Optional.of(new ExodusVersion((int) (hundredths / 100),
                (int) (hundredths % 100))), actual);
    }

    private void qa(JsonNode expected) {
        List<QaRecord> records = file.qaRecords();
        model.same("QA", "QA count", expected.size(), records.size());
        for (int i = 0; i < Math.min(expected.size(), records.size()); i++) {
            QaRecord record = records.get(i);
            List<String> actual = List.of(record.code(), record.version(), record.date(), record.time());
            for (int k = 0; k < 4; k++) {
                model.text("QA", "QA " + (i + 1), expected.get(i).path(k).asText(), actual.get(k), 32,
                        ReferenceFault.QA_CUT);
            }
        }
    }

    private void info(JsonNode expected) {
        List<String> lines = file.infoRecords();
        model.same("information", "information count", expected.path("n").asInt(), lines.size());
        model.same("information", "information count", (long) lines.size(), file.infoRecordCount());
        if (!expected.isObject() || lines.isEmpty()) {
            return;
        }
        TextView stored = file.container().requireVariable("info_records").view().text();
        Sha256 sha = new Sha256();
        for (int i = 0; i < lines.size(); i++) {
            byte[] line = stored.bytes(i);
            model.same("information", "line " + (i + 1), decoded(line), lines.get(i));
            sha.addBytes(i == 0 ? new byte[0] : new byte[] {'\n'});
            sha.addBytes(cut(line));
        }
        model.same("information", "lines", expected.path("sha256").asText(), sha.hex());
        for (int i = 0; i < expected.path("first2").size(); i++) {
            model.same("information", "line " + (i + 1), expected.path("first2").get(i).asText(),
                    decoded(cut(stored.bytes(i))));
        }
        model.same("information", "last line", expected.path("last").asText(),
                decoded(cut(stored.bytes(lines.size() - 1))));
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().stripTrailing();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
        }
    }

    private byte[] cut(byte[] line) {
        if (line.length > 80) {
            model.excuse(ReferenceFault.INFO_CUT);
        }
        return KnownReferenceFaults.cutLine(line);
    }

    private void frames(JsonNode expected) {
        List<CoordinateFrame> frames = file.coordinateFrames();
        model.same("frames", "frame count", expected.path("n").asInt(), frames.size());
        for (int i = 0; i < Math.min(expected.path("n").asInt(), frames.size()); i++) {
            CoordinateFrame frame = frames.get(i);
            String place = "frame " + (i + 1);
            if (KnownReferenceFaults.areJoined(expected.path("ids"), frames)) {
                model.excuse(ReferenceFault.FRAME_IDS_JOINED);
            } else {
                model.same("frames", place, expected.path("ids").path(i).asLong(), frame.id());
            }
            model.same("frames", place, expected.path("tags").asText().substring(i, i + 1),
                    Character.toString(frame.tag()));
            List<RealView> points = List.of(frame.origin(), frame.axis3(), frame.plane13());
            for (int k = 0; k < 9; k++) {
                model.same("frames", place, expected.path("coords").path(9 * i + k).asDouble(),
                        points.get(k / 3).get(k % 3));
            }
        }
    }

    private void properties(EntityKind kind) {
        JsonNode expected = model.oracle().path("properties").path(ModelComparison.key(kind));
        List<Property> properties = file.properties(kind);
        if (expected.isMissingNode() && properties.isEmpty()) {
            return;
        }
        if (model.isTruncated() && properties.size() < expected.size()) {
            model.excuse(ReferenceFault.ZEROS_BEHIND_END);
        } else {
            model.same("properties", kind.label() + " property count", expected.size(), properties.size());
        }
        for (int i = 0; i < Math.min(expected.size(), properties.size()); i++) {
            JsonNode property = expected.get(i);
            String place = kind.label() + " property " + (i + 1);
            model.name("properties", place, property.path("name"), properties.get(i).name());
            if (property.has("duplicate_of")) {
                model.excuse(ReferenceFault.REPEATED_PROPERTY);
            } else if (property.path("values").isArray()) {
                model.integers("properties", place, property.path("values"),
                        properties.get(i).values().stream().boxed().toList());
            } else {
                JsonNode digest = property.has("digest") ? property.path("digest") : property.path("values");
                new Digests(model).integers("properties", place, digest, properties.get(i).values());
            }
        }
    }

    /// Compares the attributes that users hung on something.
    void attributes(String place, JsonNode all, List<Attribute> actual) {
        List<JsonNode> expected = new ArrayList<>();
        for (JsonNode attribute : all) {
            if (KnownReferenceFaults.isOfField(attribute)) {
                model.excuse(ReferenceFault.FIELDS_AMONG_ATTRIBUTES);
            } else {
                expected.add(attribute);
            }
        }
        model.same("entity attributes", place + " attribute count", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            JsonNode attribute = expected.get(i);
            String at = place + " attribute " + attribute.path("name").asText();
            model.same("entity attributes", at, attribute.path("name").asText(), actual.get(i).name());
            model.same("entity attributes", at, attribute.path("type").asText(), actual.get(i).type().label());
            model.same("entity attributes", at, attribute.path("n").asLong(), actual.get(i).length());
            value(at, attribute.path("value"), actual.get(i));
        }
    }

    private void value(String at, JsonNode expected, Attribute actual) {
        if (actual.isText()) {
            String text = actual.text().orElseThrow();
            if (expected.isObject()) {
                model.same("entity attributes", at, expected.path("chars").asInt(), text.length());
                model.same("entity attributes", at, expected.path("sha256").asText(),
                        Sha256.ofBytes(ModelCase.utf8(text)));
            } else {
                model.same("entity attributes", at, expected.asText().stripTrailing(), text);
            }
        } else if (expected.isArray()) {
            List<Double> numbers = new ArrayList<>();
            expected.forEach(number -> numbers.add(Digests.number(number)));
            model.same("entity attributes", at, numbers, actual.values().reals().stream().map(d -> d == 0 ? 0 : d)
                    .boxed().toList());
        } else if (actual.type().isReal()) {
            new Digests(model).reals("entity attributes", at, expected, actual.values().reals());
        } else {
            new Digests(model).integers("entity attributes", at, expected, actual.values().integers());
        }
    }

    private void assemblies(JsonNode expected) {
        for (int i = 0; i < Math.min(expected.size(), file.assemblies().size()); i++) {
            Assembly assembly = file.assemblies().get(i);
            JsonNode one = expected.get(i);
            String place = "assembly " + one.path("id").asText();
            model.same("assemblies", place, one.path("id").asLong(), assembly.id());
            model.name("assemblies", place, one.path("name"), assembly.name());
            model.same("assemblies", place, one.path("type").asInt(),
                    assembly.memberKind().map(EntityKind::code).orElse(0));
            model.same("assemblies", place, one.path("type_name").asText(),
                    assembly.memberKind().map(ModelComparison::key).orElse(""));
            model.same("assemblies", place, one.path("n").asLong(), assembly.size());
            model.integers("assemblies", place, one.path("entities"), assembly.memberIds().stream().boxed().toList());
            attributes(place, one.path("attributes"), assembly.metadata());
            new FieldComparison(model).fields(place, one.path("fields"), assembly.fields());
        }
    }

    private void blobs(JsonNode expected) {
        for (int i = 0; i < Math.min(expected.size(), file.blobs().size()); i++) {
            Blob blob = file.blobs().get(i);
            JsonNode one = expected.get(i);
            String place = "blob " + one.path("id").asText();
            model.same("blobs", place, one.path("id").asLong(), blob.id());
            model.name("blobs", place, one.path("name"), blob.name());
            model.same("blobs", place, one.path("n").asLong(), blob.size());
            attributes(place, one.path("attributes"), blob.metadata());
            new FieldComparison(model).fields(place, one.path("fields"), blob.fields());
        }
    }
}
