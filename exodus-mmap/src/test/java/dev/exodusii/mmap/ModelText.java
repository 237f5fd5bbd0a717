package dev.exodusii.mmap;

import dev.exodusii.Assembly;
import dev.exodusii.Block;
import dev.exodusii.EdgeSet;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.FaceSet;
import dev.exodusii.IdMap;
import dev.exodusii.NumberMap;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/// Everything that the model says of a file, one fact a line, without the types in which numbers are stored: two files
/// with the same lines hold the same model. Polyhedra, decomposition and metadata are not among the facts.
final class ModelText {

    private final ExodusFile file;
    private final DoubleFunction<String> real;
    private final List<String> lines = new ArrayList<>();

    private ModelText(ExodusFile file, DoubleFunction<String> real) {
        this.file = file;
        this.real = real;
    }

    /// Lists the facts.
    ///
    /// @param real how to write a real number
    static List<String> of(ExodusFile file, DoubleFunction<String> real) {
        ModelText text = new ModelText(file, real);
        text.whole();
        text.nodes();
        for (EntityKind kind : EntityKind.values()) {
            text.kind(kind);
        }
        return List.copyOf(text.lines);
    }

    private void whole() {
        add("title", file.title());
        add("versions", file.version() + " " + file.apiVersion() + " " + file.isLargeModel());
        add("counts", List.of(file.dimension(), file.nodeCount(), file.elementCount(), file.edgeCount(),
                file.faceCount()));
        add("qa", file.qaRecords());
        add("info", file.infoRecords());
        add("findings", file.findings());
        add("steps", file.times().steps());
        file.times().stored().ifPresent(times -> add("times", text(times)));
        series("global", file.globalVariables());
        series("nodal", file.nodalVariables());
    }

    private void nodes() {
        add("axes", file.coordinates().names());
        file.coordinates().axes().forEach(axis -> add("coordinates", text(axis)));
        attributes("nodes", file.coordinates().attributes());
        ids("node", file.nodeIds());
        ids("element", file.elementIds());
        ids("edge", file.edgeIds());
        ids("face", file.faceIds());
        file.elementOrder().ifPresent(order -> add("order", text(order)));
    }

    private void ids(String what, IdMap ids) {
        add(what + " ids", ids.size() + " " + ids.stored().map(ModelText::text));
    }

    private void kind(EntityKind kind) {
        file.properties(kind).forEach(property -> add(kind + " property " + property.name(), text(property.values())));
        group(kind + " variables", file.variables(kind));
        group(kind + " reductions", file.reductionVariables(kind));
        for (Entity entity : file.entities(kind)) {
            String place = kind + " " + entity.index();
            add(place, entity + " " + entity.label() + " " + entity.size() + (entity.isNull() ? " null" : ""));
            switch (entity) {
                case Block block -> block(place, block);
                case EntitySet set -> set(place, set);
                case NumberMap map -> add(place + " values", text(map.values()));
                case Assembly assembly -> add(place + " members", assembly.members());
                default -> { }
            }
            series(place, entity.variables());
            series(place + " reduction", entity.reductionVariables());
        }
    }

    private void group(String place, VariableGroup group) {
        add(place, group.names() + " " + group.truthTable().map(ModelText::text));
    }

    private void block(String place, Block block) {
        add(place + " shape", block.elementType() + " " + block.topology() + " " + block.firstIndex());
        if (!block.isJagged()) {
            add(place + " nodes", text(block.connectivity()));
        }
        attributes(place, block.attributes());
    }

    private void set(String place, EntitySet set) {
        add(place + " entries", text(set.entries()));
        add(place + " factors", set.hasDistributionFactors() + text(set.distributionFactors()));
        attributes(place, set.attributes());
        switch (set) {
            case EdgeSet edges -> edges.orientations().ifPresent(all -> add(place + " orientations", text(all)));
            case FaceSet faces -> faces.orientations().ifPresent(all -> add(place + " orientations", text(all)));
            case SideSet sides -> {
                add(place + " sides", text(sides.sides()));
                for (int entry = 0; entry < sides.size(); entry++) {
                    add(place + " side " + entry, Arrays.toString(ViewAssertions.nodeNumbers(sides.faces(), entry)));
                }
            }
            default -> { }
        }
    }

    private void attributes(String place, EntryAttributes attributes) {
        if (!attributes.isEmpty()) {
            add(place + " attributes", attributes.names() + " " + attributes.labels() + text(attributes.values()));
        }
    }

    private void series(String place, List<TimeSeries> all) {
        for (TimeSeries series : all) {
            add(place + " " + series.kind() + " " + series.name(), text(series.values()));
        }
    }

    private void add(String place, Object fact) {
        lines.add(place + ": " + fact);
    }

    private String text(RealView values) {
        return values.stream().mapToObj(real).collect(Collectors.joining(", ", "[", "]"));
    }

    private String text(RealMatrix values) {
        List<String> rows = new ArrayList<>();
        for (long row = 0; row < values.rows(); row++) {
            rows.add(text(values.row(row)));
        }
        return rows.toString();
    }

    private static String text(IntegerView values) {
        return Arrays.toString(values.toArray());
    }

    private static String text(IntegerMatrix values) {
        return values.rows() + " x " + values.columns() + " " + Arrays.toString(values.toArray());
    }
}
