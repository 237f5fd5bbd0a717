package dev.exodusii.cli.cat;

import dev.exodusii.Assembly;
import dev.exodusii.Block;
import dev.exodusii.Blob;
import dev.exodusii.CoordinateFrame;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.NumberMap;
import dev.exodusii.QaRecord;
import dev.exodusii.SideSet;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Address.Part;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.Words;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.topology.Family;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/// What does not change with time: coordinates, connectivity, sets, maps, ids, records.
public final class MeshSource {

    private final ExodusFile file;
    private final boolean isIndex;
    private final List<String> on;

    /// Makes sources of one file.
    ///
    /// @param file    the file
    /// @param isIndex whether nodes, elements... are named by 0-based index instead of by id
    /// @param on      what of the mesh is selected, everything where empty
    public MeshSource(ExodusFile file, boolean isIndex, List<String> on) {
        this.file = file;
        this.isIndex = isIndex;
        this.on = List.copyOf(on);
    }

    /// Makes the source of a part that there is one of.
    ///
    /// @param part the part
    /// @return the source
    public Source of(Part part) {
        return switch (part) {
            case COORD -> coordinates(Words.axes(file));
            case TIME -> times();
            case FRAMES -> frames();
            case NODEIDS -> ids(Entry.NODE);
            case ELEMIDS -> ids(Entry.ELEMENT);
            case EDGEIDS -> ids(Entry.EDGE);
            case FACEIDS -> ids(Entry.FACE);
            case ORDER -> order();
            case QA -> qa();
            case INFO -> info();
        };
    }

    /// Makes the source of coordinates.
    ///
    /// @param names the names of the axes
    /// @return the source
    public Source coordinates(List<String> names) {
        List<Field> fields = new ArrayList<>();
        IdMap ids = file.nodeIds();
        fields.add(Field.Integers.label("node", row -> VariableSource.name(ids, row, isIndex), !isIndex));
        for (String name : names) {
            fields.add(axis(file, name).orElseThrow(() -> AbsentException.of("NO_SUCH_AXIS", "there is no axis '" + name
                    + "'", "the axes are " + String.join(", ", Words.axes(file)))));
        }
        LongPredicate selected = Selection.of(file, Entry.NODE, on);
        List<Long> shape = names.size() == 1 ? List.of(file.nodeCount())
                : List.of(file.nodeCount(), (long) names.size());
        return Source.of(new Slab(file.nodeCount(), fields, name -> axis(file, name), selected), shape);
    }

    /// Finds a coordinate by the name of its axis, or by `x`, `y` or `z`.
    static Optional<Field> axis(ExodusFile file, String name) {
        OptionalInt axis = Surroundings.axis(file, name);
        return axis.isEmpty() ? Optional.empty()
                : Optional.of(Field.Reals.of(name, file.coordinates().axis(axis.getAsInt())));
    }

    /// Makes the source of what an entity consists of.
    ///
    /// @param entity the block, set, map or assembly
    /// @return the source
    public Source of(Entity entity) {
        return switch (entity) {
            case Block block -> connectivity(block);
            case SideSet sides -> sides(sides);
            case EntitySet set -> entries(set);
            case NumberMap map -> map(map);
            case Assembly assembly -> members(assembly);
            case Blob blob -> throw AbsentException.of("NO_VALUES", blob + " has no values of its own",
                    blob.variables().isEmpty() ? "it has no variables either"
                            : "its variables: exo cat FILE 'blob/*@" + blob.id() + "'");
        };
    }

    /// Tells whether there are values of the type that signed 32 bits do not hold.
    private static boolean isLong(ElementType type) {
        return type.byteSize() > Integer.BYTES || type == ElementType.UINT;
    }

    private Source connectivity(Block block) {
        Entry entry = Entry.of(block.kind()).orElseThrow();
        IdMap ids = entry.ids(file);
        IdMap nodes = file.nodeIds();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.Integers.label(entry.word(),
                row -> VariableSource.name(ids, block.firstIndex() + row, isIndex), !isIndex));
        LongPredicate isSelected = Selection.of(file, entry, on);
        LongPredicate selected = on.isEmpty() ? Slab.EVERY : row -> isSelected.test(block.firstIndex() + row);
        if (block.isJagged()) {
            boolean isPolyhedra = block.topology().family() == Family.NFACED;
            JaggedView lists = isPolyhedra && block instanceof ElementBlock elements ? elements.polyhedra()
                    : block.polygons();
            IdMap names = isPolyhedra ? file.faceIds() : nodes;
            fields.add(new Field.Words(isPolyhedra ? "faces" : "nodes", row -> lists.row(row).stream()
                    .mapToObj(number -> Long.toString(VariableSource.name(names, number - 1, isIndex)))
                    .collect(Collectors.joining(" "))));
            return Source.of(new Slab(block.size(), fields, name -> Surroundings.find(file, block, name), selected), List.of());
        }
        IntegerMatrix matrix = block.connectivity();
        boolean isLong = isLong(nodes.stored().map(IntegerView::type).orElse(ElementType.INT)) || isLong(matrix.type());
        for (int c = 0; c < matrix.columns(); c++) {
            int column = c;
            fields.add(Field.Integers.value("n" + (c + 1),
                    row -> VariableSource.name(nodes, matrix.get(row, column) - 1, isIndex), isLong, !isIndex));
        }
        return Source.of(new Slab(block.size(), fields, name -> Surroundings.find(file, block, name), selected),
                List.of(block.size(), matrix.columns()));
    }

    private Source sides(SideSet set) {
        IdMap ids = file.elementIds();
        IntegerView elements = set.elements();
        IntegerView sides = set.sides();
        LongPredicate isSelected = Selection.of(file, Entry.ELEMENT, on);
        List<Field> fields = List.of(
                Field.Integers.value("elem", row -> VariableSource.name(ids, elements.get(row) - 1, isIndex), true, !isIndex),
                Field.Integers.value("side", row -> isIndex ? sides.get(row) - 1 : sides.get(row), true, false));
        return Source.of(new Slab(set.size(), fields, name -> Surroundings.find(file, set, name),
                on.isEmpty() ? Slab.EVERY : row -> isSelected.test(elements.get(row) - 1)), List.of(set.size(), 2L));
    }

    private Source entries(EntitySet set) {
        Entry entry = Entry.of(set.kind()).orElseThrow();
        IdMap ids = entry.ids(file);
        IntegerView indexes = set.entryIndexes();
        LongPredicate isSelected = Selection.of(file, entry, on);
        List<Field> fields = new ArrayList<>();
        fields.add(Field.Integers.value(entry.word(), row -> VariableSource.name(ids, indexes.get(row), isIndex),
                isLong(ids.stored().map(IntegerView::type).orElse(indexes.type())), !isIndex));
        if (set.hasDistributionFactors() && set.distributionFactors().size() == set.size()) {
            fields.add(Field.Reals.of("factor", set.distributionFactors()));
        }
        return Source.of(new Slab(set.size(), fields, name -> Surroundings.find(file, set, name),
                on.isEmpty() ? Slab.EVERY : row -> isSelected.test(indexes.get(row))), List.of(set.size()));
    }

    private Source map(NumberMap map) {
        Entry entry = Entry.of(map.kind()).orElseThrow();
        IntegerView values = map.values();
        return perEntry(entry, Field.Integers.value(map.label(), values::get, isLong(values.type()), true),
                values.size());
    }

    private Source ids(Entry entry) {
        IdMap ids = entry.ids(file);
        Field id = Field.Integers.value("id", ids::id,
                isLong(ids.stored().map(IntegerView::type).orElse(ElementType.INT)), true);
        List<Field> fields = List.of(Field.Integers.label("index", row -> row, false), id);
        return Source.of(new Slab(ids.size(), fields, Slab.FieldFinder.NONE, Selection.of(file, entry, on)),
                List.of(ids.size()));
    }

    private Source order() {
        IntegerView order = file.elementOrder().orElseThrow(() -> AbsentException.of("NO_VALUES",
                "the file has no element order map", "elements are worked on as they stand"));
        return perEntry(Entry.ELEMENT, Field.Integers.value("order", order::get, isLong(order.type()), false),
                order.size());
    }

    private Source perEntry(Entry entry, Field.Integers values, long size) {
        IdMap ids = entry.ids(file);
        List<Field> fields = List.of(Field.Integers.label(entry.word(),
                row -> VariableSource.name(ids, row, isIndex), !isIndex), values);
        return Source.of(new Slab(size, fields, Slab.FieldFinder.NONE, Selection.of(file, entry, on)), List.of(size));
    }

    private Source times() {
        long steps = file.times().steps();
        RealView times = file.times().stored().orElseThrow(() -> AbsentException.of("NO_VALUES",
                "the file has no times", steps == 0 ? "it has no steps either" : "it has " + steps + " steps"));
        return Source.of(new Slab(steps, List.of(Field.Integers.label("step", row -> row, false),
                Field.Reals.of("time", times)), Slab.FieldFinder.NONE, Slab.EVERY), List.of(steps));
    }

    private Source members(Assembly assembly) {
        String word = assembly.memberKind().map(Words::ofEntity).orElse("member");
        IntegerView ids = assembly.memberIds();
        return Source.of(new Slab(ids.size(), List.of(Field.Integers.value(word, ids::get, true, true)),
                Slab.FieldFinder.NONE, Slab.EVERY), List.of(ids.size()));
    }

    private Source frames() {
        List<CoordinateFrame> frames = file.coordinateFrames();
        return Source.of(new Slab(frames.size(), List.of(
                Field.Integers.label("frame", row -> frames.get((int) row).id(), true),
                new Field.Words("kind", row -> frames.get((int) row).kind().name().toLowerCase(Locale.ROOT)),
                new Field.Words("origin", row -> numbers(frames.get((int) row).origin())),
                new Field.Words("axis3", row -> numbers(frames.get((int) row).axis3())),
                new Field.Words("plane13", row -> numbers(frames.get((int) row).plane13()))), Slab.FieldFinder.NONE,
                Slab.EVERY), List.of());
    }

    private static String numbers(RealView values) {
        return values.stream().mapToObj(Numbers::real).collect(Collectors.joining(" "));
    }

    private Source qa() {
        List<QaRecord> records = file.qaRecords();
        return Source.of(new Slab(records.size(), List.of(
                new Field.Words("code", row -> records.get((int) row).code()),
                new Field.Words("version", row -> records.get((int) row).version()),
                new Field.Words("date", row -> records.get((int) row).date()),
                new Field.Words("time", row -> records.get((int) row).time())), Slab.FieldFinder.NONE, Slab.EVERY),
                List.of());
    }

    private Source info() {
        List<String> lines = file.infoRecords();
        return Source.of(new Slab(lines.size(), List.of(new Field.Words("info", row -> lines.get((int) row))),
                Slab.FieldFinder.NONE, Slab.EVERY), List.of());
    }
}
