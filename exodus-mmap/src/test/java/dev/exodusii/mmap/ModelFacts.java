package dev.exodusii.mmap;

import dev.exodusii.Assembly;
import dev.exodusii.Block;
import dev.exodusii.CoordinateFrame;
import dev.exodusii.EdgeSet;
import dev.exodusii.ElementBlock;
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
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.topology.Family;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that the model reads in a file, one fact a line: values as fingerprints of their bits, whatever type they are
/// stored in. Two files with the same lines hold the same model, bit for bit.
///
/// Not among the facts is what the format lets writers leave out and a new file always has: truth tables, ids that are 1, 2,
/// 3..., and whether there are lists of names that are all empty.
public final class ModelFacts {

    private static final int PIECE = 4_096;

    private final ExodusFile file;
    private final List<String> lines = new ArrayList<>();

    private ModelFacts(ExodusFile file) {
        this.file = file;
    }

    /// Lists the facts, sorted.
    public static List<String> of(ExodusFile file) {
        ModelFacts facts = new ModelFacts(file);
        facts.whole();
        facts.nodes();
        for (EntityKind kind : EntityKind.values()) {
            facts.kind(kind);
        }
        facts.decomposition();
        facts.lines.sort(null);
        return List.copyOf(facts.lines);
    }

    private void whole() {
        add("title", file.title());
        add("version", file.version() + " " + file.apiVersion());
        add("counts", List.of(file.dimension(), file.nodeCount(), file.elementCount(), file.edgeCount(),
                file.faceCount()));
        add("name length", file.maximumNameLength());
        add("last written time", file.lastWrittenTime());
        add("qa", file.qaRecords());
        add("info", file.infoRecords());
        add("metadata", texts(file.metadata()));
        add("nodal metadata", texts(file.nodalMetadata()));
        add("fields", file.globalFields() + " " + file.nodalFields());
        add("bases", file.bases().stream().map(basis -> basis.name() + basis.cardinality()
                + basis.subcellDimensions().map(ModelFacts::print) + basis.subcellOrdinals().map(ModelFacts::print)
                + basis.xi().map(ModelFacts::print) + basis.zeta().map(ModelFacts::print)).toList());
        add("quadratures", file.quadratures().stream().map(rule -> rule.name() + rule.cardinality()
                + rule.xi().map(ModelFacts::print) + rule.weight().map(ModelFacts::print)).toList());
        for (CoordinateFrame frame : file.coordinateFrames()) {
            add("frame", frame.id() + " " + frame.kind() + " " + print(frame.origin()) + print(frame.axis3())
                    + print(frame.plane13()));
        }
        add("steps", file.times().steps());
        for (long step = 0; step < file.times().steps(); step++) {
            add("time " + step, Double.doubleToRawLongBits(file.times().time(step)));
        }
        series("global", file.globalVariables());
        series("nodal", file.nodalVariables());
    }

    private void nodes() {
        if (file.dimension() > 0) {
            add("axes", file.coordinates().names());
            for (int axis = 0; axis < file.dimension(); axis++) {
                add("coordinates " + axis, file.coordinates().isStored(axis) ? print(file.coordinates().axis(axis)) : "none");
            }
        }
        attributes("nodes", file.coordinates().attributes());
        ids("node", file.nodeIds());
        ids("element", file.elementIds());
        ids("edge", file.edgeIds());
        ids("face", file.faceIds());
        add("order", file.elementOrder().map(ModelFacts::print));
    }

    private void ids(String what, IdMap ids) {
        add(what + " ids", ids.size() + " " + ids.stored().map(ModelFacts::print));
    }

    private void kind(EntityKind kind) {
        file.properties(kind).stream().filter(property -> !property.name().equals("ID")).forEach(property -> add(kind + " property " + property.name(),
                print(property.values())));
        add(kind + " variables", file.variables(kind).names());
        add(kind + " reductions", file.reductionVariables(kind).names());
        for (Entity entity : file.entities(kind)) {
            String place = kind + " " + entity.index();
            add(place, entity + " " + entity.label() + " " + entity.size() + (entity.isNull() ? " null" : ""));
            switch (entity) {
                case Block block -> block(place, block);
                case EntitySet set -> set(place, set);
                case NumberMap map -> add(place + " values", map.isStored() ? print(map.values()) : "none");
                case Assembly assembly -> add(place + " members", assembly.memberKind() + print(assembly.memberIds()));
                default -> { }
            }
            add(place + " metadata", texts(entity.metadata()));
            add(place + " fields", entity.fields());
            series(place, entity.variables());
            series(place + " reduction", entity.reductionVariables());
        }
    }

    private void block(String place, Block block) {
        add(place + " shape", block.elementType() + " " + block.topology().name() + " " + block.firstIndex());
        if (!block.isJagged()) {
            add(place + " nodes", print(block.connectivity()));
        } else if (block.topology().family() == Family.NFACED && block instanceof ElementBlock polyhedra) {
            add(place + " faces", print(polyhedra.polyhedra()));
        } else {
            add(place + " polygons", print(block.polygons()));
        }
        if (block instanceof ElementBlock elements) {
            add(place + " edges", elements.edgeConnectivity().map(ModelFacts::print));
            add(place + " faces", elements.faceConnectivity().map(ModelFacts::print));
        }
        attributes(place, block.attributes());
    }

    private void set(String place, EntitySet set) {
        add(place + " entries", print(set.entries()));
        add(place + " factors", set.hasDistributionFactors() ? print(set.distributionFactors()) : "none");
        attributes(place, set.attributes());
        switch (set) {
            case EdgeSet edges -> add(place + " orientations", edges.orientations().map(ModelFacts::print));
            case FaceSet faces -> add(place + " orientations", faces.orientations().map(ModelFacts::print));
            case SideSet sides -> add(place + " sides", print(sides.sides()));
            default -> { }
        }
    }

    private void attributes(String place, EntryAttributes attributes) {
        if (!attributes.isEmpty()) {
            add(place + " attributes", attributes.names() + print(attributes.values()));
        }
    }

    private void series(String place, List<TimeSeries> all) {
        for (TimeSeries series : all) {
            add(place + " " + series.kind() + " " + series.name(), series.steps() + " " + print(series.values()));
        }
    }

    private void decomposition() {
        add("decomposition", file.decomposition().map(Object::toString));
        for (Attribute attribute : file.container().attributes()) {
            if (Set.of("nemesis_file_version", "nemesis_api_version", "processor_info").contains(attribute.name())) {
                add(attribute.name(), texts(List.of(attribute)));
            }
        }
        for (Dimension dimension : file.container().dimensions()) {
            if (dimension.name().endsWith("_global") || dimension.name().startsWith("num_proc")
                    || dimension.name().matches("num_(int|bor|ext)_.*|num_[ne]_cmaps|[ne]cnt_cmap")) {
                add(dimension.name(), dimension.length());
            }
        }
        for (Variable variable : file.container().variables()) {
            if (variable.name().matches("nem_ftype|.*_global|(int|bor|ext)_[ne]_stat|(node|elem)_map[ibe](_idx)?"
                    + "|[ne]_comm_.*")) {
                add(variable.name(), variable + " " + texts(variable.attributes()) + text(variable.view()));
            }
        }
    }

    private static List<String> texts(List<Attribute> attributes) {
        return attributes.stream().map(attribute -> attribute + text(attribute.values())).toList();
    }

    private static String text(ArrayView values) {
        return values.type().isReal() ? print(values.reals())
                : values.type().isInteger() ? print(values.integers()) : Arrays.toString(values.text().bytes(0));
    }

    private void add(String place, Object fact) {
        lines.add(place + ": " + fact);
    }

    private static String print(RealView values) {
        long hash = 17;
        double[] piece = new double[PIECE];
        for (long done = 0; done < values.size(); done += PIECE) {
            int some = (int) Math.min(PIECE, values.size() - done);
            values.slice(done, some).copyTo(piece);
            for (int i = 0; i < some; i++) {
                hash = mixed(hash, Double.doubleToRawLongBits(piece[i]));
            }
        }
        return values.size() + "#" + Long.toHexString(hash);
    }

    private static String print(RealMatrix values) {
        StringBuilder all = new StringBuilder(values.rows() + " x " + values.columns());
        for (long row = 0; row < values.rows(); row++) {
            all.append(' ').append(print(values.row(row)));
        }
        return all.toString();
    }

    private static String print(IntegerView values) {
        long hash = 17;
        long[] piece = new long[PIECE];
        for (long done = 0; done < values.size(); done += PIECE) {
            int some = (int) Math.min(PIECE, values.size() - done);
            values.slice(done, some).copyTo(piece);
            for (int i = 0; i < some; i++) {
                hash = mixed(hash, piece[i]);
            }
        }
        return values.size() + "#" + Long.toHexString(hash);
    }

    private static String print(IntegerMatrix values) {
        Optional<IntegerView> flat = values.flattened();
        return values.rows() + " x " + values.columns() + " " + flat.map(ModelFacts::print)
                .orElseGet(() -> Arrays.toString(values.toArray()));
    }

    private static String print(JaggedView values) {
        return print(values.lengths()) + print(values.values());
    }

    private static long mixed(long hash, long bits) {
        long mixed = (hash ^ bits) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
