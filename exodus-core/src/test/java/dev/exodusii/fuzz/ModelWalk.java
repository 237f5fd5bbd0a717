package dev.exodusii.fuzz;

import static dev.exodusii.fuzz.Judge.require;

import dev.exodusii.Assembly;
import dev.exodusii.Basis;
import dev.exodusii.Blob;
import dev.exodusii.Block;
import dev.exodusii.CommunicationMap;
import dev.exodusii.CompositeVariable;
import dev.exodusii.CoordinateFrame;
import dev.exodusii.Coordinates;
import dev.exodusii.Decomposition;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.FaceBlock;
import dev.exodusii.FieldMetadata;
import dev.exodusii.GlobalEntities;
import dev.exodusii.IdMap;
import dev.exodusii.NumberMap;
import dev.exodusii.Quadrature;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Asks a file for everything that the model has to say.
final class ModelWalk {

    /// Counts in a header may be anything; of what is counted only so much is looked at.
    private static final long MOST = 1 << 12;

    private final ExodusFile file;
    private final Judge judge;
    private final Views views;

    ModelWalk(ExodusFile file, Judge judge, Views views) {
        this.file = file;
        this.judge = judge;
        this.views = views;
    }

    void walk() {
        header();
        mesh();
        decomposition();
        for (EntityKind kind : EntityKind.values()) {
            group(kind);
            List<? extends Entity> entities = file.entities(kind);
            for (int i = 0; i < Math.min(MOST, entities.size()); i++) {
                entity(entities.get(i));
            }
        }
        judge.ask("globalVariables", () -> series(file.globalVariables()));
        judge.ask("nodalVariables", () -> series(file.nodalVariables()));
    }

    private void header() {
        judge.ask("words of the file", () -> file.toString() + file.title() + file.version() + file.apiVersion()
                + file.wordSize() + file.int64Status() + file.isLargeModel() + file.maximumNameLength()
                + file.lastWrittenTime() + file.name() + file.isOpen());
        judge.ask("counts", () -> {
            require(file.nodeCount() >= 0 && file.elementCount() >= 0 && file.edgeCount() >= 0
                    && file.faceCount() >= 0 && file.dimension() >= 0 && file.dimension() <= 3, "a count is negative");
            return file.nodeCount();
        });
        judge.ask("findings", () -> file.findings().toString());
        judge.ask("qaRecords", () -> file.qaRecords().toString());
        judge.ask("infoRecords", () -> file.infoRecords().size() + file.infoRecordCount());
        judge.ask("metadata", () -> file.metadata().toString() + file.nodalMetadata());
        judge.ask("globalFields", () -> fields(file.globalFields(), EntityKind.GLOBAL));
        judge.ask("nodalFields", () -> fields(file.nodalFields(), EntityKind.NODAL));
        for (Basis basis : judge.ask("bases", file::bases).orElse(List.of())) {
            judge.ask("a basis", () -> basis.name().length() + integers(basis.subcellDimensions()) + reals(basis.xi()));
        }
        for (Quadrature rule : judge.ask("quadratures", file::quadratures).orElse(List.of())) {
            judge.ask("a quadrature", () -> rule.name().length() + reals(rule.xi()) + reals(rule.eta()));
        }
        for (CoordinateFrame frame : judge.ask("coordinateFrames", file::coordinateFrames).orElse(List.of())) {
            judge.ask("a frame", () -> frame.toString().length() + views.reals(frame.origin())
                    + views.reals(frame.axis3()) + views.reals(frame.plane13()));
        }
        times();
    }

    private void times() {
        judge.ask("times", () -> {
            long steps = file.times().steps();
            require(steps >= 0, "there are " + steps + " steps");
            for (double time : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -1, 0, 1e-3, Double.MAX_VALUE}) {
                file.times().nearest(time).ifPresent(step -> require(step >= 0 && step < steps, "step " + step));
                file.times().at(time).ifPresent(bracket -> require(bracket.before() >= 0 && bracket.after() < steps
                        && bracket.weight() >= 0 && bracket.weight() <= 1, "bracket " + bracket));
            }
            return steps > 0 ? file.times().time(steps - 1) : 0;
        });
        judge.ask("stored times", () -> reals(file.times().stored()));
    }

    private int fields(List<FieldMetadata> fields, EntityKind kind) {
        int names = 0;
        for (FieldMetadata field : fields) {
            names += field.nesting() + field.componentNames().size() + field.toString().length()
                    + field.componentIndexes(file.variables(kind).names()).size();
        }
        return names;
    }

    private int reals(Optional<RealView> view) {
        return view.map(views::reals).orElse(0);
    }

    private int integers(Optional<IntegerView> view) {
        return view.map(views::integers).orElse(0);
    }

    private void mesh() {
        Coordinates coordinates = file.coordinates();
        judge.ask("names of axes", () -> coordinates.names().toString());
        judge.ask("nodal attributes", () -> attributes(coordinates.attributes()));
        for (int i = 0; i < coordinates.dimension(); i++) {
            int axis = i;
            Optional<Integer> read = judge.ask("axis", () -> {
                RealView values = coordinates.axis(axis);
                require(values.size() == file.nodeCount(), "an axis has " + values.size() + " values");
                return views.reals(values);
            });
            judge.ask("isStored", () -> {
                require(coordinates.isStored(axis) == read.isPresent(), "isStored is wrong of axis " + axis);
                return axis;
            });
        }
        judge.ask("vectors", () -> coordinates.axes().size() + coordinates.vectors().hashCode(),
                NoSuchElementException.class);
        for (IdMap map : List.of(file.nodeIds(), file.elementIds(), file.edgeIds(), file.faceIds())) {
            judge.ask("an id map", () -> {
                integers(map.stored());
                return map.size() == 0 ? 0 : map.id(0) + map.id(map.size() - 1) + map.indexOf(map.id(0)).getAsLong();
            });
        }
        judge.ask("elementOrder", () -> integers(file.elementOrder()));
    }

    private void decomposition() {
        Decomposition parts = judge.ask("decomposition", file::decomposition).orElse(Optional.empty()).orElse(null);
        if (parts == null) {
            return;
        }
        judge.ask("words of the decomposition", () -> parts.toString() + parts.processors() + parts.rank()
                + parts.isParallel() + parts.globalNodes() + parts.globalElements());
        for (GlobalEntities all : List.of(parts.globalBlocks(), parts.globalNodeSets(), parts.globalSideSets())) {
            judge.ask("global entities", () -> integers(all.ids()) + integers(all.sizes())
                    + integers(all.factorCounts()) + all.count().orElse(0));
        }
        for (int i = 0; i < Math.min(8, parts.processorsInFile()); i++) {
            int rank = i;
            judge.ask("numbers of a rank", () -> integers(parts.internalNodeNumbers(rank))
                    + integers(parts.borderNodeNumbers(rank)) + integers(parts.externalNodeNumbers(rank))
                    + integers(parts.internalElementNumbers(rank)) + integers(parts.borderElementNumbers(rank)));
            judge.ask("maps of a rank", () -> {
                int hash = 0;
                for (List<CommunicationMap> maps : List.of(parts.nodeMaps(rank), parts.elementMaps(rank))) {
                    for (CommunicationMap map : maps) {
                        hash += views.integers(map.numbers()) + views.integers(map.processors())
                                + integers(map.sides());
                        require(map.size() == map.numbers().size(), "a communication map has another size");
                    }
                }
                return hash;
            });
        }
    }

    private void group(EntityKind kind) {
        judge.ask("variables of a kind", () -> {
            VariableGroup group = file.variables(kind);
            group.truthTable().ifPresent(views::integers);
            return CompositeVariable.group(group.names()).toString() + group.size()
                    + file.reductionVariables(kind).names();
        });
        judge.ask("properties", () -> {
            int hash = 0;
            for (var property : file.properties(kind)) {
                hash += views.integers(property.values()) + property.name().length();
            }
            return hash;
        });
    }

    private void entity(Entity entity) {
        judge.ask("words of an entity", () -> {
            require(entity.size() >= 0, entity + " has " + entity.size() + " entries");
            return entity.toString() + entity.label() + entity.metadata() + entity.isNull();
        });
        judge.ask("lookup", () -> {
            var list = file.entities(entity.kind());
            return list.findId(entity.id()).orElseThrow().id() + list.findName(entity.name()).map(Entity::id).orElse(0L);
        });
        judge.ask("fields of an entity", () -> fields(entity.fields(), entity.kind()));
        judge.ask("variables of an entity", () -> series(entity.variables()));
        judge.ask("reduction variables of an entity", () -> series(entity.reductionVariables()));
        switch (entity) {
            case Block block -> block(block);
            case EntitySet set -> set(set);
            case NumberMap map -> judge.ask("values of a map", () -> views.integers(map.values()));
            case Assembly assembly -> judge.ask("assembly", () -> views.integers(assembly.memberIds())
                    + assembly.members().size() + assembly.leaves().size() + assembly.memberKind().hashCode());
            case Blob blob -> judge.ask("blob", blob::toString);
        }
    }

    private void block(Block block) {
        judge.ask("attributes of a block", () -> attributes(block.attributes()));
        judge.ask("shape of a block", () -> block.topologyMatch().toString() + block.elementType()
                + block.nodesPerEntry() + block.firstIndex());
        Family family = block.topology().family();
        if (!block.isJagged()) {
            judge.ask("connectivity", () -> {
                require(block.connectivity().rows() == block.size(), "connectivity has another number of rows");
                return views.integers(block.connectivity()) + block.nodeIndexes().hashCode();
            });
        } else if (family == Family.NSIDED || block instanceof FaceBlock) {
            judge.ask("polygons", () -> views.jagged(block.polygons()));
        }
        if (block instanceof ElementBlock elements) {
            judge.ask("edgeConnectivity", () -> elements.edgeConnectivity().map(views::integers).orElse(0));
            judge.ask("faceConnectivity", () -> elements.faceConnectivity().map(views::integers).orElse(0));
            if (family == Family.NFACED) {
                judge.ask("polyhedra", () -> views.jagged(elements.polyhedra()));
            }
        }
    }

    private void set(EntitySet set) {
        judge.ask("entries", () -> {
            require(set.entries().size() == set.size(), set + " has another number of entries");
            return views.integers(set.entries()) + set.entryIndexes().size();
        });
        judge.ask("distributionFactors", () -> views.reals(set.distributionFactors())
                + Boolean.hashCode(set.hasDistributionFactors()));
        judge.ask("attributes of a set", () -> attributes(set.attributes()));
        if (set instanceof SideSet sides) {
            judge.ask("sides", () -> views.integers(sides.sides()) + views.integers(sides.elements()));
            judge.ask("faces", () -> {
                SideFaces faces = sides.faces();
                long sum = faces.totalNodeCount();
                for (long entry = 0; entry < Math.min(MOST, faces.size()); entry++) {
                    sum += faces.block(entry).map(Entity::id).orElse(0L);
                    for (int node = 0; node < Math.min(MOST, faces.nodeCount(entry)); node++) {
                        sum += faces.nodeIndex(entry, node);
                    }
                }
                return sum;
            });
        }
    }

    private int attributes(EntryAttributes attributes) {
        for (int i = 0; i < Math.min(MOST, attributes.size()); i++) {
            views.reals(attributes.attribute(i));
        }
        return attributes.labels().size() + views.reals(attributes.values());
    }

    private int series(List<TimeSeries> all) {
        int hash = 0;
        for (TimeSeries series : all) {
            hash += series.toString().length() + views.reals(series.values());
            if (series.steps() > 0 && series.size() > 0) {
                long last = series.steps() - 1;
                Views.same(series.get(last, 0), series.step(last).get(0));
                Views.same(series.get(0, series.size() - 1), series.history(series.size() - 1).get(0));
                series.prefetch(last);
                file.times().at(0.5).filter(time -> time.after() < series.steps())
                        .ifPresent(time -> views.between(series.at(time)));
                if (series.steps() < MOST) {
                    series.histories(new long[] {series.size() - 1, 0}, new double[2 * (int) series.steps()]);
                }
            }
        }
        return hash;
    }
}
