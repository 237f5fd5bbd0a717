package dev.exodusii.transform;

import dev.exodusii.Assembly;
import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What of a file is taken: which entities, and which of the nodes, elements, edges and faces and of the entries of sets.
final class Selection {

    private static final List<EntityKind> BLOCKS =
            List.of(EntityKind.ELEMENT_BLOCK, EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK);
    private static final List<EntityKind> SETS = List.of(EntityKind.NODE_SET, EntityKind.EDGE_SET,
            EntityKind.FACE_SET, EntityKind.SIDE_SET, EntityKind.ELEMENT_SET);

    private static final List<EntityKind> MAPS = List.of(EntityKind.NODE_MAP, EntityKind.EDGE_MAP, EntityKind.FACE_MAP,
            EntityKind.ELEMENT_MAP);

    private final ExodusFile file;
    private final Remarks remarks;
    private final Map<EntityKind, List<Entity>> kept = new EnumMap<>(EntityKind.class);
    private final Map<EntityKind, Renumbering> blockEntries = new EnumMap<>(EntityKind.class);
    private final Map<Entity, Renumbering> setEntries = new HashMap<>();
    private Renumbering nodes;

    Selection(ModelCopyBuilder wish, Remarks remarks) {
        this.file = wish.file;
        this.remarks = remarks;
        this.nodes = new WholeNumbering(file.nodeCount());
        for (EntityKind kind : EntityKind.values()) {
            Predicate<Entity> isWanted = wish.entities.getOrDefault(kind, entity -> true);
            kept.put(kind, new ArrayList<>(file.entities(kind).stream().filter(isWanted).toList()));
        }
        BLOCKS.forEach(kind -> blockEntries.put(kind, ofBlocks(kind)));
        if (wish.dropsUnused) {
            dropUnused();
        }
        SETS.forEach(this::sets);
        MAPS.forEach(this::maps);
        assemblies();
    }

    private long count(EntityKind blockKind) {
        return switch (blockKind) {
            case ELEMENT_BLOCK -> file.elementCount();
            case EDGE_BLOCK -> file.edgeCount();
            default -> file.faceCount();
        };
    }

    private Renumbering ofBlocks(EntityKind kind) {
        if (entities(kind).size() == file.entities(kind).size()) {
            return new WholeNumbering(count(kind));
        }
        long inBlocks = file.entities(kind).stream().map(Block.class::cast)
                .mapToLong(block -> block.firstIndex() + block.size()).max().orElse(0);
        if (inBlocks > count(kind)) {
            throw new DamagedDataException(file.name(), kind.plural(), "have " + inBlocks + " entries where the file tells of "
                    + count(kind) + "; they cannot be numbered anew");
        }
        List<RangeNumbering.Range> ranges = entities(kind).stream().map(Block.class::cast)
                .filter(block -> block.size() > 0)
                .map(block -> new RangeNumbering.Range(block.firstIndex(), block.firstIndex() + block.size())).toList();
        RangeNumbering numbering = new RangeNumbering(count(kind), ranges);
        return numbering.isWhole() ? new WholeNumbering(count(kind)) : numbering;
    }

    private BitNumbering.Marks marks(String what, long count) {
        Layout layout = file.container().layout();
        if (!layout.canHold(count)) {
            throw new DamagedDataException(file.name(), what, "the file tells of " + count + ", more than it has bytes, "
                    + layout.fileBytes());
        }
        return new BitNumbering.Marks(count);
    }

    private void dropUnused() {
        dropOrphans(EntityKind.FACE_BLOCK);
        dropOrphans(EntityKind.EDGE_BLOCK);
        BitNumbering.Marks used = marks("nodes", file.nodeCount());
        for (EntityKind kind : BLOCKS) {
            for (Entity entity : entities(kind)) {
                Block block = (Block) entity;
                Renumbering entries = entries(block);
                long row = entries.nextKept(0);
                while (row < block.size()) {
                    long end = entries.nextDropped(row);
                    markNodes(block, row, end - row, used);
                    row = entries.nextKept(end);
                }
            }
        }
        nodes = used.numbering();
        if (nodes.newCount() == 0 && file.nodeCount() > 0) {
            throw new IllegalArgumentException("no node is used by what is taken: nothing would be left of the mesh");
        }
    }

    private static void markNodes(Block block, long row, long count, BitNumbering.Marks used) {
        if (block.isJagged()) {
            if (block.topology().family() != Family.NFACED || !(block instanceof ElementBlock)) {
                for (long r = row; r < row + count; r++) {
                    mark(block.polygons().row(r), used);
                }
            }
        } else if (block.nodesPerEntry() > 0) {
            long columns = nodeColumns(block);
            long width = block.nodesPerEntry();
            if (columns == width && block.connectivity().sliceRows(row, count).flattened().isPresent()) {
                mark(block.connectivity().sliceRows(row, count).flattened().get(), used);
                return;
            }
            for (long r = row; r < row + count; r++) {
                mark(block.connectivity().row(r).slice(0, columns), used);
            }
        }
    }

    /// Of Bézier elements only the first half of what looks like nodes are nodes.
    static long nodeColumns(Block block) {
        return block.topology().family() == Family.BEZIER ? block.nodesPerEntry() / 2 : block.nodesPerEntry();
    }

    private static void mark(IntegerView numbers, BitNumbering.Marks marks) {
        long[] piece = new long[(int) Math.min(Pieces.VALUES, numbers.size())];
        for (long done = 0; done < numbers.size(); done += piece.length) {
            int some = (int) Math.min(piece.length, numbers.size() - done);
            numbers.slice(done, some).copyTo(piece);
            for (int i = 0; i < some; i++) {
                marks.mark(piece[i] - 1);
            }
        }
    }

    /// Drops the faces or edges of elements that are dropped, but for those that others have as well, or nobody.
    private void dropOrphans(EntityKind kind) {
        Set<Entity> staying = new HashSet<>(entities(EntityKind.ELEMENT_BLOCK));
        List<ElementBlock> lost = file.elementBlocks().stream().filter(block -> !staying.contains(block))
                .filter(block -> owned(block, kind) > 0).toList();
        if (lost.isEmpty() || count(kind) == 0) {
            return;
        }
        BitNumbering.Marks ofLost = marks(kind.plural(), count(kind));
        BitNumbering.Marks ofKept = new BitNumbering.Marks(count(kind));
        lost.forEach(block -> markOwned(block, kind, ofLost));
        file.elementBlocks().stream().filter(staying::contains).forEach(block -> markOwned(block, kind, ofKept));
        BitNumbering.Marks stay = new BitNumbering.Marks(count(kind));
        Renumbering before = entriesOf(kind);
        for (long i = before.nextKept(0); i < before.oldCount(); i = before.nextKept(i + 1)) {
            if (!ofLost.isMarked(i) || ofKept.isMarked(i)) {
                stay.mark(i);
            }
        }
        blockEntries.put(kind, stay.numbering());
        entities(kind).removeIf(block -> block.size() > 0 && entries(block).newCount() == 0);
    }

    private static long owned(ElementBlock block, EntityKind kind) {
        if (block.isNull()) {
            return 0;
        }
        if (block.isJagged()) {
            return kind == EntityKind.FACE_BLOCK && block.topology().family() == Family.NFACED ? block.size() : 0;
        }
        return kind == EntityKind.FACE_BLOCK ? block.faceConnectivity().map(all -> all.size()).orElse(0L)
                : block.edgeConnectivity().map(all -> all.size()).orElse(0L);
    }

    private static void markOwned(ElementBlock block, EntityKind kind, BitNumbering.Marks marks) {
        if (owned(block, kind) == 0) {
            return;
        }
        if (block.isJagged()) {
            mark(block.polyhedra().values(), marks);
            return;
        }
        (kind == EntityKind.FACE_BLOCK ? block.faceConnectivity() : block.edgeConnectivity()).ifPresent(matrix -> {
            for (long row = 0; row < matrix.rows(); row++) {
                mark(matrix.row(row), marks);
            }
        });
    }

    private void sets(EntityKind kind) {
        Renumbering members = members(kind);
        for (Entity entity : List.copyOf(entities(kind))) {
            Renumbering entries = new WholeNumbering(entity.size());
            if (!members.isWhole() && entity.size() > 0) {
                entries = ofSet((EntitySet) entity, members);
                if (entries.newCount() == 0) {
                    remarks.add(entity + " is left out: nothing is left of it");
                    entities(kind).remove(entity);
                    continue;
                }
            }
            setEntries.put(entity, entries);
        }
    }

    private void maps(EntityKind kind) {
        if (members(kind).newCount() == 0 && members(kind).oldCount() > 0) {
            entities(kind).forEach(map -> remarks.add(map + " is left out: nothing is left that it is for"));
            entities(kind).clear();
        }
    }

    /// Entries of nothing, which damaged files have, stay.
    private static Renumbering ofSet(EntitySet set, Renumbering members) {
        BitNumbering.Marks marks = new BitNumbering.Marks(set.size());
        IntegerView numbers = set.entries();
        for (long entry = 0; entry < set.size(); entry++) {
            long index = numbers.get(entry) - 1;
            if (members.newIndex(index) >= 0 || index < 0 || index >= members.oldCount()) {
                marks.mark(entry);
            }
        }
        return marks.numbering();
    }

    /// Assemblies lose members; those that have none left go, and with them whoever had only those.
    private void assemblies() {
        boolean isChanged = true;
        while (isChanged) {
            isChanged = entities(EntityKind.ASSEMBLY).removeIf(entity -> {
                boolean isEmpty = entity.size() > 0 && members((Assembly) entity).isEmpty();
                if (isEmpty) {
                    remarks.add(entity + " is left out: none of its members is taken");
                }
                return isEmpty;
            });
        }
    }

    /// Returns the ids of the members of an assembly that stay.
    List<Long> members(Assembly assembly) {
        Renumbering stay = membersKept(assembly);
        List<Long> ids = new ArrayList<>();
        for (long i = stay.nextKept(0); i < stay.oldCount(); i = stay.nextKept(i + 1)) {
            ids.add(assembly.memberIds().get(i));
        }
        return ids;
    }

    /// Ids of nothing stay as well.
    private Renumbering membersKept(Assembly assembly) {
        Set<Long> lost = new HashSet<>();
        assembly.memberKind().ifPresent(kind -> {
            file.entities(kind).forEach(entity -> lost.add(entity.id()));
            entities(kind).forEach(entity -> lost.remove(entity.id()));
        });
        BitNumbering.Marks marks = new BitNumbering.Marks(assembly.size());
        for (long i = 0; i < assembly.size(); i++) {
            if (!lost.contains(assembly.memberIds().get(i))) {
                marks.mark(i);
            }
        }
        return marks.numbering();
    }

    /// Returns the entities of a kind that are taken.
    List<Entity> entities(EntityKind kind) {
        return kept.computeIfAbsent(kind, none -> new ArrayList<>());
    }

    Renumbering nodes() {
        return nodes;
    }

    /// Returns how elements, edges or faces are numbered, which are the entries of a kind of block.
    Renumbering entriesOf(EntityKind blockKind) {
        return blockEntries.getOrDefault(blockKind, nodes);
    }

    /// Returns how that is numbered of which a kind of set or map consists.
    Renumbering members(EntityKind kind) {
        return switch (kind) {
            case NODE_SET, NODE_MAP, NODAL -> nodes;
            case EDGE_SET, EDGE_MAP, EDGE_BLOCK -> entriesOf(EntityKind.EDGE_BLOCK);
            case FACE_SET, FACE_MAP, FACE_BLOCK -> entriesOf(EntityKind.FACE_BLOCK);
            default -> entriesOf(EntityKind.ELEMENT_BLOCK);
        };
    }

    /// Returns which entries of an entity stay.
    Renumbering entries(Entity entity) {
        return switch (entity) {
            case Block block -> block.size() == 0 ? new WholeNumbering(0)
                    : entriesOf(block.kind()).part(block.firstIndex(), block.size());
            case EntitySet set -> setEntries.getOrDefault(set, new WholeNumbering(set.size()));
            case Assembly assembly -> membersKept(assembly);
            default -> new WholeNumbering(entity.size());
        };
    }

    /// Tells whether nodes, elements, edges and faces all stay.
    boolean isWholeMesh() {
        return nodes.isWhole() && BLOCKS.stream().allMatch(kind -> entriesOf(kind).isWhole());
    }
}
