package dev.exodusii.cli.info;

import dev.exodusii.Assembly;
import dev.exodusii.Basis;
import dev.exodusii.Block;
import dev.exodusii.CoordinateFrame;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.FieldMetadata;
import dev.exodusii.IdMap;
import dev.exodusii.Property;
import dev.exodusii.QaRecord;
import dev.exodusii.Quadrature;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What `--all` adds to the screen: everything that is not needed at a glance.
final class InfoDetails {

    private static final String INDENT = "  ";

    private final ExodusFile file;
    private final Page page;
    private final List<Text> lines = new ArrayList<>();

    InfoDetails(Summary summary, Page page) {
        this.file = summary.file();
        this.page = page;
    }

    List<Text> lines() {
        versions();
        layout();
        times();
        nodes();
        entities();
        properties();
        idMaps();
        frames();
        fields();
        rows("attributes", file.metadata().stream().map(AttributeValues::describe).toList());
        qa();
        records(file.infoRecords());
        return lines;
    }

    private void versions() {
        List<String> parts = new ArrayList<>();
        file.apiVersion().ifPresent(version -> parts.add("written by library " + version));
        parts.add("names up to " + file.maximumNameLength() + " bytes");
        if (file.isLargeModel()) {
            parts.add("large-model layout");
        }
        file.lastWrittenTime().ifPresent(time -> parts.add("last time written in full " + Numbers.real(time)));
        rows("format", List.of(String.join(", ", parts)));
    }

    private void layout() {
        dev.exodusii.netcdf.Layout layout = file.container().layout();
        List<String> parts = new ArrayList<>();
        parts.add("header " + Numbers.grouped(layout.headerBytes()) + " bytes: "
                + Numbers.count(file.container().dimensions().size(), "dimension") + ", "
                + Numbers.count(file.container().variables().size(), "variable"));
        if (layout.recordStart() >= 0) {
            parts.add("records from byte " + Numbers.grouped(layout.recordStart()) + " on, "
                    + Numbers.grouped(layout.recordStride()) + " bytes each");
        }
        rows("layout", parts);
    }

    private void times() {
        file.times().stored().ifPresent(times -> flow("times", reals(times)));
    }

    private static List<String> reals(RealView values) {
        boolean isShort = values.type() == ElementType.FLOAT;
        return values.stream().boxed().map(value -> isShort ? Numbers.real(value.floatValue())
                : Numbers.real(value.doubleValue())).toList();
    }

    private void nodes() {
        List<String> nodes = new ArrayList<>();
        List<String> axes = file.coordinates().names().stream().filter(name -> !name.isEmpty()).toList();
        if (!axes.isEmpty()) {
            nodes.add("axes " + String.join(", ", axes));
        }
        addAttributes(nodes, file.coordinates().attributes());
        file.nodalMetadata().forEach(attribute -> nodes.add(AttributeValues.describe(attribute)));
        rows("nodes", nodes);
    }

    private static void addAttributes(List<String> described, EntryAttributes attributes) {
        if (!attributes.isEmpty()) {
            described.add(Numbers.count(attributes.size(), "attribute") + ": " + attributes.labels().stream()
                    .map(label -> label.isEmpty() ? "(unnamed)" : label).collect(Collectors.joining(", ")));
        }
    }

    private void entities() {
        for (EntityKind kind : EntityKind.values()) {
            for (Entity entity : file.entities(kind)) {
                rows(entity.toString(), describe(entity));
            }
        }
    }

    private static List<String> describe(Entity entity) {
        List<String> described = new ArrayList<>();
        switch (entity) {
            case Block block -> {
                block.topologyMatch().remark().ifPresent(described::add);
                addAttributes(described, block.attributes());
            }
            case EntitySet set -> {
                if (set.hasDistributionFactors()) {
                    described.add(Numbers.count(set.distributionFactors().size(), "distribution factor"));
                }
                addAttributes(described, set.attributes());
            }
            case Assembly assembly -> {
                List<Entity> members = assembly.members();
                described.add("members " + members.stream().map(member -> member.name().isEmpty()
                        ? Long.toString(member.id()) : member.name()).collect(Collectors.joining(", ")));
            }
            default -> { }
        }
        entity.metadata().forEach(attribute -> described.add(AttributeValues.describe(attribute)));
        entity.fields().forEach(field -> described.add(describe(field)));
        return described;
    }

    private static String describe(FieldMetadata field) {
        return "field " + field.name() + ": " + field.levels().stream()
                .map(level -> level.type().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (level.typeName().isEmpty() ? "" : " " + level.typeName()))
                .collect(Collectors.joining(" of "));
    }

    private void properties() {
        for (EntityKind kind : EntityKind.values()) {
            for (Property property : file.properties(kind)) {
                if (!property.name().equals("ID")) {
                    flow(kind.label() + " property " + property.name(),
                            property.values().stream().mapToObj(Long::toString).toList());
                }
            }
        }
    }

    private void idMaps() {
        List<String> stored = new ArrayList<>();
        addIfStored(stored, "nodes", file.nodeIds());
        addIfStored(stored, "elements", file.elementIds());
        addIfStored(stored, "edges", file.edgeIds());
        addIfStored(stored, "faces", file.faceIds());
        if (file.elementOrder().isPresent()) {
            stored.add("an order of the elements");
        }
        if (!stored.isEmpty()) {
            rows("ids", List.of("stored for " + String.join(", ", stored)));
        }
    }

    private static void addIfStored(List<String> stored, String what, IdMap ids) {
        if (ids.stored().isPresent()) {
            stored.add(what);
        }
    }

    private void frames() {
        rows("frames", file.coordinateFrames().stream().map(CoordinateFrame::toString).toList());
    }

    private void fields() {
        List<String> described = new ArrayList<>();
        file.globalFields().forEach(field -> described.add("global " + describe(field)));
        file.nodalFields().forEach(field -> described.add("nodal " + describe(field)));
        for (Basis basis : file.bases()) {
            described.add("basis " + basis.name() + ": " + Numbers.count(basis.cardinality(), "function"));
        }
        for (Quadrature rule : file.quadratures()) {
            described.add("quadrature " + rule.name() + ": " + Numbers.count(rule.cardinality(), "point"));
        }
        rows("fields", described);
    }

    private void qa() {
        List<String> records = new ArrayList<>();
        for (QaRecord record : file.qaRecords()) {
            records.add(String.join("  ", record.code(), record.version(), record.date(), record.time()));
        }
        rows("QA", records);
    }

    private void heading(String label) {
        lines.add(Text.EMPTY);
        lines.add(Text.of(INDENT).plus(Text.of(Style.LABEL, label)));
    }

    private void flow(String label, List<String> items) {
        heading(label);
        int room = page.breakAt() == Integer.MAX_VALUE ? page.breakAt() : Math.max(20, page.breakAt() - 4);
        Layout.flow(items.stream().map(Text::of).toList(), room, Integer.MAX_VALUE)
                .forEach(line -> lines.add(Text.of(INDENT + INDENT).plus(line)));
    }

    private void rows(String label, List<String> rows) {
        if (!rows.isEmpty()) {
            heading(label);
            Text start = Text.of(INDENT + INDENT);
            rows.forEach(row -> lines.addAll(Layout.wrap(start, row, start.width() + INDENT.length(), page.breakAt())));
        }
    }

    /// Information records are often an input, in which blanks count.
    private void records(List<String> records) {
        if (!records.isEmpty()) {
            heading("info");
            records.forEach(record -> lines.add(Text.of(INDENT + INDENT).plus(record)));
        }
    }
}
