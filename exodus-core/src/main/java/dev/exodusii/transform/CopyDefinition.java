package dev.exodusii.transform;

import dev.exodusii.Assembly;
import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.view.IntegerView;
import dev.exodusii.write.AssemblyDefinition;
import dev.exodusii.write.BlockDefinition;
import dev.exodusii.write.EntityDefinition;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExtraVariable;
import dev.exodusii.write.FrameDefinition;
import dev.exodusii.write.PropertyDefinition;
import dev.exodusii.write.SetDefinition;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Defines the copy: what the file holds, less what is left out.
final class CopyDefinition {

    private static final String LAST_TIME = "last_written_time";
    /// How other programs call maps whose values are sides of elements.
    private static final String SIDE_NUMBERS = "side_number";
    /// What describes the parts of a decomposed mesh, by numbers of nodes and elements.
    private static final Pattern DECOMPOSITION = Pattern.compile("(?:int|bor|ext)_[ne]_stat|(?:node|elem)_map[ibe](?:_idx)?"
            + "|[ne]_comm_.*|(?:el_blk|ns|ss)_.*_global|nem_ftype");
    private static final Pattern DECOMPOSITION_SIZE = Pattern.compile("num_processors|num_procs_file|num_.*_global"
            + "|num_(?:int|bor|ext)_(?:node|elem)|num_[ne]_cmaps|[ne]cnt_cmap");
    private static final Pattern MODEL_SIZE = Pattern.compile("num_(?:nodes|elem|edge|face|el_blk|ed_blk|fa_blk"
            + "|[a-z]+_(?:sets|maps))|num_[a-z_]+\\d+");

    private final ModelCopyBuilder wish;
    private final ExodusFile file;
    private final ExodusDefinition original;
    private final Selection selection;
    private final Mirroring mirroring;
    private final Remarks remarks;
    private final ExodusDefinitionBuilder builder;

    CopyDefinition(ModelCopyBuilder wish, ExodusDefinition original, Selection selection, Mirroring mirroring,
            Remarks remarks) {
        this.wish = wish;
        this.file = wish.file;
        this.original = original;
        this.selection = selection;
        this.mirroring = mirroring;
        this.remarks = remarks;
        this.builder = original.toBuilder();
    }

    ExodusDefinitionBuilder builder() {
        return builder;
    }

    void define() {
        extras();
        if (!selection.nodes().isWhole()) {
            builder.nodes(selection.nodes().newCount());
        }
        ids(EntityKind.NODE_MAP);
        ids(EntityKind.ELEMENT_MAP);
        ids(EntityKind.EDGE_MAP);
        ids(EntityKind.FACE_MAP);
        order();
        for (EntityKind kind : EntityKind.values()) {
            entities(kind);
        }
        properties();
        frames();
        for (Entity map : mirroring.isMirrored() ? selection.entities(EntityKind.ELEMENT_MAP) : List.<Entity>of()) {
            if (map.name().endsWith(SIDE_NUMBERS)) {
                remarks.add(map + " keeps its numbers of sides, although elements have other ones in a mirror");
            }
        }
        if (!wish.times.equals(TimeChange.NONE) && file.lastWrittenTime().isPresent()) {
            builder.metadata(AttributeDefinition.doubles(LAST_TIME,
                    wish.times.apply(file.lastWrittenTime().getAsDouble())));
        }
    }

    /// Who knew nodes by their numbers finds the same numbers as ids.
    private void ids(EntityKind kind) {
        Renumbering members = selection.members(kind);
        if (!members.isWhole()) {
            builder.ids(kind, members.newCount() > 0);
        }
    }

    private void order() {
        Renumbering elements = selection.entriesOf(EntityKind.ELEMENT_BLOCK);
        if (!original.hasElementOrder() || elements.isWhole()) {
            return;
        }
        IntegerView order = file.elementOrder().orElseThrow();
        long listed = 0;
        for (long i = 0; i < order.size(); i++) {
            listed += elements.newIndex(order.get(i) - 1) >= 0 ? 1 : 0;
        }
        if (listed != elements.newCount() || listed == 0) {
            builder.elementOrder(false);
            remarks.add("the order of elements (elem_map) is left out: it does not name each of them once");
        }
    }

    private void entities(EntityKind kind) {
        List<Entity> kept = selection.entities(kind);
        boolean isWhole = kept.size() == file.entities(kind).size();
        if (!isWhole) {
            Set<Integer> indexes = new HashSet<>();
            kept.forEach(entity -> indexes.add(entity.index()));
            int[] at = {0}; // They are asked about one after the other.
            builder.retain(kind, _ -> indexes.contains(at[0]++));
        }
        List<EntityDefinition> before = kept.stream()
                .<EntityDefinition>map(entity -> original.entities(kind).get(entity.index())).toList();
        List<EntityDefinition> after = kept.stream()
                .map(entity -> changed(entity, original.entities(kind).get(entity.index()))).toList();
        if (!before.equals(after)) {
            Iterator<EntityDefinition> next = after.iterator();
            builder.change(kind, _ -> next.next());
        }
    }

    private EntityDefinition changed(Entity entity, EntityDefinition was) {
        Renumbering entries = selection.entries(entity);
        String stored = entity.kind().convention().entries() + (entity.index() + 1);
        if (entity.isNull() && file.container().variable(stored).isPresent()) {
            remarks.add(entity + " is left empty: " + entity.kind().convention().status() + " says that there is nothing,"
                    + " although the file has " + stored);
        }
        return switch (was) {
            case BlockDefinition block when !entries.isWhole() -> new BlockDefinition(block.kind(), block.id(), block.name(),
                    block.elementType(), entries.newCount(), block.nodesPerEntry(), block.edgesPerEntry(),
                    block.facesPerEntry(), listLength((Block) entity, block, entries), block.attributes(),
                    block.metadata());
            case SetDefinition set when set.size() > 0 -> set((EntitySet) entity, set, entries);
            case AssemblyDefinition assembly -> new AssemblyDefinition(assembly.id(), assembly.name(),
                    assembly.memberKind(), selection.members((Assembly) entity), assembly.metadata());
            default -> was;
        };
    }

    private static long listLength(Block block, BlockDefinition was, Renumbering entries) {
        if (!block.isJagged() || was.size() == 0) {
            return was.listLength();
        }
        return BlockPass.listLength(was.isPolyhedral() && block instanceof ElementBlock polyhedra ? polyhedra.polyhedra()
                : block.polygons(), entries);
    }

    private SetDefinition set(EntitySet set, SetDefinition was, Renumbering entries) {
        SetPass.Factors factors = SetPass.factors(set, entries, mirroring);
        if (factors == SetPass.Factors.UNKNOWN) {
            remarks.add("the distribution factors of " + set + " are left out: there are "
                    + set.distributionFactors().size() + ", neither one for each entry nor one for each node of each side");
        }
        return was.withSize(entries.newCount()).withFactors(SetPass.factorCount(set, entries, factors));
    }

    private void properties() {
        builder.retainProperties(property -> false);
        for (PropertyDefinition property : original.properties()) {
            List<Entity> kept = selection.entities(property.kind());
            if (!kept.isEmpty()) {
                builder.property(property.kind(), property.name(),
                        kept.stream().mapToLong(entity -> property.values().get(entity.index())).toArray());
            }
        }
    }

    private void frames() {
        if (wish.transform.isIdentity()) {
            return;
        }
        builder.clearCoordinateFrames();
        for (FrameDefinition frame : original.coordinateFrames()) {
            builder.coordinateFrame(new FrameDefinition(frame.id(), frame.tag(), wish.transform.apply(frame.origin()),
                    wish.transform.apply(frame.axis3()), wish.transform.apply(frame.plane13())));
            if (mirroring.isMirrored()) {
                remarks.add("coordinate frame " + frame.id() + " is mirrored, but stays right-handed: what is given along"
                        + " its second axis points the other way");
            }
        }
    }

    /// What the model has no word for stays, if it is not about what is numbered anew.
    private void extras() {
        if (selection.isWholeMesh()) {
            return;
        }
        for (ExtraVariable extra : original.extraVariables()) {
            if (isLost(extra)) {
                remarks.add(DECOMPOSITION.matcher(extra.name()).matches()
                        ? "the description of a decomposition is left out: its nodes and elements have other numbers now"
                        : "the variable '" + extra.name() + "' is left out: what it is about has other numbers now");
            }
        }
        builder.retainExtraVariables(extra -> !isLost(extra));
        builder.retainExtraDimensions(name -> !DECOMPOSITION_SIZE.matcher(name).matches());
    }

    private static boolean isLost(ExtraVariable extra) {
        return DECOMPOSITION.matcher(extra.name()).matches()
                || extra.dimensions().stream().anyMatch(name -> MODEL_SIZE.matcher(name).matches()
                        || DECOMPOSITION_SIZE.matcher(name).matches());
    }
}
