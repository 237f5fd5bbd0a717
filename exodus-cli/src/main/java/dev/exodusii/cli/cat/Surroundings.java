package dev.exodusii.cli.cat;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.NodeSet;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.Words;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// What conditions may ask about the entries of a block or set besides their values: attributes, and where their middle
/// is, which is the mean of their nodes.
final class Surroundings {

    private final ExodusFile file;
    private final Entity entity;

    private Surroundings(ExodusFile file, Entity entity) {
        this.file = file;
        this.entity = entity;
    }

    /// Finds a field of the entries of a block or set.
    ///
    /// @param file   the file
    /// @param entity the block or set
    /// @param name   the name of an attribute or an axis
    /// @return the field, if there is one of that name
    static Optional<Field> find(ExodusFile file, Entity entity, String name) {
        Optional<Field> attribute = attribute(entity, name);
        if (attribute.isPresent()) {
            return attribute;
        }
        boolean isElsewhere = file.entities(entity.kind()).stream().anyMatch(other -> attribute(other, name).isPresent());
        return isElsewhere ? Optional.of(new Field.Absent(name)) : new Surroundings(file, entity).middle(name);
    }

    private static Optional<Field> attribute(Entity entity, String name) {
        Optional<EntryAttributes> attributes = switch (entity) {
            case Block block -> Optional.of(block.attributes());
            case EntitySet set -> Optional.of(set.attributes());
            default -> Optional.empty();
        };
        return attributes.filter(all -> all.labels().contains(name))
                .map(all -> Field.Reals.of(name, all.attribute(name)));
    }

    /// Finds an axis by its name, or by `x`, `y` or `z`.
    ///
    /// @param file the file
    /// @param name the name as typed
    /// @return its 0-based index, if there is such an axis
    static OptionalInt axis(ExodusFile file, String name) {
        int axis = Words.axes(file).indexOf(name);
        if (axis < 0 && name.length() == 1) {
            axis = "xyz".indexOf(name.charAt(0));
        }
        return axis < 0 || axis >= file.coordinates().dimension() ? OptionalInt.empty() : OptionalInt.of(axis);
    }

    private Optional<Field> middle(String name) {
        OptionalInt axis = axis(file, name);
        if (axis.isEmpty()) {
            return Optional.empty();
        }
        RealView along = file.coordinates().axis(axis.getAsInt());
        LongFunction<LongStream> nodes = nodes();
        // What lies outside the mesh is nowhere.
        return Optional.of(new Field.Computed(name, row -> nodes.apply(row)
                .mapToDouble(node -> node >= 0 && node < along.size() ? along.get(node) : Double.NaN).average()
                .orElse(Double.NaN)));
    }

    /// Returns the 0-based nodes of each row.
    private LongFunction<LongStream> nodes() {
        return switch (entity) {
            case Block block -> nodesOf(block);
            case SideSet sides -> {
                SideFaces faces = sides.faces();
                yield row -> LongStream.range(0, faces.nodeCount(row)).map(i -> faces.nodeIndex(row, (int) i));
            }
            case NodeSet set -> {
                IntegerView entries = set.entryIndexes();
                yield row -> LongStream.of(entries.get(row));
            }
            case EntitySet set -> ofBlocks(set);
            default -> _ -> LongStream.empty();
        };
    }

    private LongFunction<LongStream> ofBlocks(EntitySet set) {
        IntegerView entries = set.entryIndexes();
        EntityKind kind = Entry.of(set.kind()).flatMap(Entry::blockKind).orElseThrow();
        List<Block> blocks = file.entities(kind).stream().map(Block.class::cast).toList();
        List<LongFunction<LongStream>> nodes = blocks.stream().map(this::nodesOf).toList();
        return row -> {
            long index = entries.get(row);
            for (int i = 0; i < blocks.size(); i++) {
                long inBlock = index - blocks.get(i).firstIndex();
                if (inBlock >= 0 && inBlock < blocks.get(i).size()) {
                    return nodes.get(i).apply(inBlock);
                }
            }
            return LongStream.empty();
        };
    }

    private LongFunction<LongStream> nodesOf(Block block) {
        if (block instanceof ElementBlock elements && block.isJagged() && elements.topology().isSolid()) {
            JaggedView faces = elements.polyhedra();
            List<LongFunction<LongStream>> polygons = file.faceBlocks().stream()
                    .<LongFunction<LongStream>>map(this::nodesOf).toList();
            return row -> faces.row(row).stream().flatMap(number -> nodesOfFace(number - 1, polygons)).distinct();
        }
        if (block.isJagged()) {
            JaggedView polygons = block.polygons();
            return row -> polygons.row(row).stream().map(number -> number - 1);
        }
        IntegerMatrix matrix = block.nodeIndexes();
        return row -> LongStream.range(0, matrix.columns()).map(column -> matrix.get(row, column));
    }

    private LongStream nodesOfFace(long index, List<LongFunction<LongStream>> polygons) {
        for (int i = 0; i < polygons.size(); i++) {
            long inBlock = index - file.faceBlocks().get(i).firstIndex();
            if (inBlock >= 0 && inBlock < file.faceBlocks().get(i).size()) {
                return polygons.get(i).apply(inBlock);
            }
        }
        return LongStream.empty();
    }
}
