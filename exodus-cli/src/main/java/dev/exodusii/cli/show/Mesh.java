package dev.exodusii.cli.show;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.NodeSet;
import dev.exodusii.NumberMap;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.Entities;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.Words;
import dev.exodusii.cli.show.Facts.Id;
import dev.exodusii.cli.show.Facts.Ids;
import dev.exodusii.cli.show.Facts.Real;
import dev.exodusii.cli.show.Facts.Value;
import dev.exodusii.cli.show.Facts.Whole;
import dev.exodusii.cli.show.Facts.Word;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Facts about one node, element, edge or face.
final class Mesh {

    private static final int MOST_AROUND = 1000;

    private final ExodusFile file;
    private final Optional<Moment> moment;

    Mesh(ExodusFile file, Optional<Moment> moment) {
        this.file = file;
        this.moment = moment;
    }

    Facts of(Entry entry, long index) {
        IdMap ids = entry.ids(file);
        Facts facts = new Facts(entry.label() + " " + ids.id(index));
        facts.id("id", "id", ids.id(index)).whole("index", "index", index);
        if (entry == Entry.NODE) {
            node(facts, index);
        } else {
            inBlock(facts, entry, index);
        }
        return facts;
    }

    private void node(Facts facts, long index) {
        List<String> axes = Words.axes(file);
        for (int axis = 0; axis < axes.size(); axis++) {
            int own = axis;
            if (file.coordinates().isStored(axis)) {
                facts.ifReadable(() -> facts.real(axes.get(own), axes.get(own), file.coordinates().axis(own).get(index)));
            }
        }
        maps(facts, EntityKind.NODE_MAP, index);
        List<String> sets = new ArrayList<>();
        for (NodeSet set : file.nodeSets()) {
            if (isIn(set, index)) {
                sets.add(named(set));
            }
        }
        facts.words("nodeSets", "node sets", sets);
        facts.table("elements", List.of("ELEMENT", "BLOCK", "SHAPE", "AS NODE"), around(index));
        values(facts, file.nodalVariables().stream().map(series -> new Valued(series, index)).toList());
    }

    private String named(Entity entity) {
        return Entities.address(file, entity) + (entity.name().isEmpty() ? "" : " '" + entity.name() + "'");
    }

    private static boolean isIn(EntitySet set, long index) {
        try {
            return set.size() > 0 && set.entries().indexOf(index + 1) >= 0;
        } catch (DamagedDataException e) {
            return false;
        }
    }

    /// Finds the elements that use a node, by looking through all of them.
    private List<List<Value>> around(long node) {
        List<List<Value>> rows = new ArrayList<>();
        for (ElementBlock block : file.elementBlocks()) {
            try {
                around(block, node, rows);
            } catch (DamagedDataException e) {
                rows.add(List.of(new Word("?"), new Word(block.label()), new Word("damaged"), new Word("")));
            }
        }
        return rows;
    }

    private void around(ElementBlock block, long node, List<List<Value>> rows) {
        if (block.size() == 0 || !block.isJagged() && block.nodesPerEntry() == 0) {
            return;
        }
        if (block.topology().family() == Family.NFACED) {
            Set<Long> faces = facesAround(node);
            for (long element = 0; element < block.size() && rows.size() < MOST_AROUND; element++) {
                if (block.polyhedra().row(element).stream().anyMatch(faces::contains)) {
                    rows.add(around(block, element, "of a face"));
                }
            }
            return;
        }
        for (long element = 0; element < block.size() && rows.size() < MOST_AROUND; element++) {
            IntegerView nodes = block.isJagged() ? block.polygons().row(element) : block.connectivity().row(element);
            long position = nodes.indexOf(node + 1);
            if (position >= 0) {
                rows.add(around(block, element, (position + 1) + " of " + nodes.size()));
            }
        }
    }

    private List<Value> around(ElementBlock block, long element, String place) {
        // The blocks of a damaged file may hold more than the mesh.
        long number = block.firstIndex() + element + 1;
        return List.of(new Id(name(file.elementIds(), number)), new Word(named(block)),
                new Word(block.topology().name()), new Word(place));
    }

    /// Returns the numbers of the faces that use a node.
    private Set<Long> facesAround(long node) {
        Set<Long> faces = new HashSet<>();
        for (Block block : file.faceBlocks()) {
            for (long face = 0; face < block.size(); face++) {
                IntegerView nodes = block.isJagged() ? block.polygons().row(face) : block.connectivity().row(face);
                if (nodes.indexOf(node + 1) >= 0) {
                    faces.add(block.firstIndex() + face + 1);
                }
            }
        }
        return faces;
    }

    private void maps(Facts facts, EntityKind kind, long index) {
        for (var entity : file.entities(kind)) {
            NumberMap map = (NumberMap) entity;
            if (map.isStored()) {
                facts.ifReadable(() -> facts.id("map " + map.label(), "map " + map.label(),
                        map.values().get(index)));
            }
        }
    }

    private void inBlock(Facts facts, Entry entry, long index) {
        Optional<Block> found = block(entry, index);
        if (found.isEmpty()) {
            facts.word("block", "block", "none: the blocks hold fewer " + entry.label() + "s than the file declares");
            return;
        }
        Block block = found.get();
        long row = index - block.firstIndex();
        facts.word("block", "block", named(block));
        facts.word("shape", "shape", block.topology().name());
        if (entry == Entry.ELEMENT) {
            maps(facts, EntityKind.ELEMENT_MAP, index);
            sets(facts, index);
        }
        attributes(facts, block, row);
        facts.ifReadable(() -> nodes(facts, block, row));
        values(facts, block.variables().stream().map(series -> new Valued(series, row)).toList());
    }

    private Optional<Block> block(Entry entry, long index) {
        for (var entity : file.entities(entry.blockKind().orElseThrow())) {
            Block block = (Block) entity;
            if (index >= block.firstIndex() && index < block.firstIndex() + block.size()) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    private void sets(Facts facts, long index) {
        List<String> sides = new ArrayList<>();
        for (SideSet set : file.sideSets()) {
            facts.ifReadable(() -> {
                for (long i = 0; i < set.size(); i++) {
                    if (set.elements().get(i) == index + 1) {
                        sides.add(named(set) + " side " + set.sides().get(i));
                    }
                }
            });
        }
        facts.words("sideSets", "side sets", sides);
        facts.words("elementSets", "element sets", file.elementSets().stream().filter(set -> isIn(set, index))
                .map(this::named).toList());
    }

    private static void attributes(Facts facts, Block block, long row) {
        facts.ifReadable(() -> {
            var attributes = block.attributes();
            for (int i = 0; i < attributes.size() && row < attributes.values().rows(); i++) {
                facts.real("attribute " + attributes.labels().get(i), "attribute " + attributes.labels().get(i),
                        attributes.values().get(row, i));
            }
        });
    }

    private void nodes(Facts facts, Block block, long row) {
        if (block.topology().family() == Family.NFACED && block instanceof ElementBlock polyhedra) {
            facts.ids("faces", "faces", polyhedra.polyhedra().row(row).stream()
                    .mapToObj(number -> name(file.faceIds(), number)).toList());
            return;
        }
        if (!block.isJagged() && block.nodesPerEntry() == 0) {
            return;
        }
        IntegerView numbers = block.isJagged() ? block.polygons().row(row) : block.connectivity().row(row);
        facts.ids("nodeIds", "nodes", numbers.stream().mapToObj(number -> name(file.nodeIds(), number)).toList());
        List<String> headings = new ArrayList<>(List.of("POSITION", "NODE"));
        List<RealView> axes = new ArrayList<>();
        for (int axis = 0; axis < Words.axes(file).size(); axis++) {
            if (file.coordinates().isStored(axis)) {
                headings.add(Words.axes(file).get(axis).toUpperCase(Locale.ROOT));
                axes.add(file.coordinates().axis(axis));
            }
        }
        List<List<Value>> rows = new ArrayList<>();
        for (long i = 0; i < numbers.size(); i++) {
            long index = numbers.get(i) - 1;
            List<Value> cells = new ArrayList<>(List.of(new Whole(i + 1, false),
                    new Id(name(file.nodeIds(), numbers.get(i)))));
            axes.forEach(axis -> cells.add(new Real(index >= 0 && index < axis.size()
                    ? OptionalDouble.of(axis.get(index)) : OptionalDouble.empty())));
            rows.add(cells);
        }
        facts.table("nodes", headings, rows);
        sides(facts, block, numbers);
    }

    private void sides(Facts facts, Block block, IntegerView numbers) {
        Topology topology = block.topology();
        if (block.kind() != EntityKind.ELEMENT_BLOCK || block.isJagged()) {
            return;
        }
        List<List<Value>> rows = new ArrayList<>();
        for (int side = 0; side < topology.sideCount(); side++) {
            List<Long> nodes = new ArrayList<>();
            for (int position : topology.sideNodes(side)) {
                if (position < numbers.size()) {
                    nodes.add(name(file.nodeIds(), numbers.get(position)));
                }
            }
            rows.add(List.of(new Whole(side + 1, false), new Word(topology.sideTopology(side).name()),
                    new Ids(nodes)));
        }
        facts.table("sides", List.of("SIDE", "SHAPE", "NODES"), rows);
    }

    /// What lies outside the mesh has no id; its number is told.
    static long name(IdMap ids, long number) {
        return ids.idOrNumber(number - 1);
    }

    private record Valued(TimeSeries series, long index) {}

    private void values(Facts facts, List<Valued> variables) {
        if (moment.isEmpty() || variables.isEmpty()) {
            return;
        }
        Moment at = moment.get();
        facts.word("step", "values at", "step " + at.label() + ", time "
                + Numbers.real(at.time()));
        facts.table("values", List.of("VARIABLE", "VALUE"), variables.stream().map(variable -> List.<Value>of(
                new Word(variable.series.name()), new Real(OptionalDouble.of(at.between(
                        variable.series.get(at.step(), variable.index), variable.series.get(at.next(), variable.index))))))
                .toList());
    }
}
