package dev.exodusii.transform;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.NumberMap;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import dev.exodusii.write.ExtraVariable;
import dev.exodusii.write.IntegerPlace;
import dev.exodusii.write.MapDefinition;
import dev.exodusii.write.IntegerRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Copies what has no steps: coordinates, blocks, sets, maps.
final class MeshPass {

    private static final String TIME = "time_step";
    private static final int SIZE = 3;
    private static final int PIECE = Pieces.VALUES / 2;

    private final ExodusFile file;
    private final ExodusWriter writer;
    private final ExodusDefinition definition;
    private final Selection selection;
    private final Transform transform;
    private final Mirroring mirroring;
    private final LongConsumer progress;
    private final Pieces pieces = new Pieces();

    MeshPass(ExodusFile file, ExodusWriter writer, Selection selection, Transform transform, Mirroring mirroring,
            LongConsumer progress) {
        this.file = file;
        this.writer = writer;
        this.definition = writer.definition();
        this.selection = selection;
        this.transform = transform;
        this.mirroring = mirroring;
        this.progress = progress;
    }

    void run() throws IOException {
        if (selection.nodes().newCount() > 0) {
            coordinates();
            if (!definition.nodalAttributes().isEmpty() && !file.coordinates().attributes().isEmpty()) {
                pieces.rows(file.coordinates().attributes().values(), selection.nodes(),
                        Pieces.ordered(definition.nodalAttributes().size()), writer.coordinates().attributes().all());
            }
        }
        ids(EntityKind.NODE_MAP, file.nodeIds());
        ids(EntityKind.ELEMENT_MAP, file.elementIds());
        ids(EntityKind.EDGE_MAP, file.edgeIds());
        ids(EntityKind.FACE_MAP, file.faceIds());
        if (definition.hasElementOrder() && file.elementOrder().isPresent()) {
            order(file.elementOrder().get());
        }
        BlockPass blocks = new BlockPass(selection, mirroring, pieces);
        SetPass sets = new SetPass(selection, mirroring, pieces);
        for (EntityKind kind : EntityKind.values()) {
            List<Entity> entities = selection.entities(kind);
            for (int i = 0; i < entities.size(); i++) {
                entity(entities.get(i), i, blocks, sets);
            }
        }
        for (ExtraVariable extra : definition.extraVariables()) {
            Optional<Variable> stored = file.container().variable(extra.name());
            if (stored.isPresent() && !isInSteps(extra)) {
                extra(extra, stored.get());
            }
        }
    }

    static boolean isInSteps(ExtraVariable extra) {
        return !extra.dimensions().isEmpty() && extra.dimensions().getFirst().equals(TIME);
    }

    private void entity(Entity entity, int index, BlockPass blocks, SetPass sets) throws IOException {
        if (entity.isNull() || entity.size() == 0 && !(entity instanceof NumberMap)) {
            return;
        }
        switch (entity) {
            case Block block -> blocks.copy(block, writer.blockAt(block.kind(), index));
            case EntitySet set -> sets.copy(set, writer.setAt(set.kind(), index));
            case NumberMap map -> {
                if (map.isStored() && ((MapDefinition) definition.entities(map.kind()).get(index)).isStored()) {
                    pieces.integers(map.values(), selection.members(map.kind()), Pieces.UNCHANGED,
                            writer.mapAt(map.kind(), index));
                }
            }
            default -> { }
        }
        progress.accept(entity instanceof Block block ? block.size() * Math.max(1, block.nodesPerEntry())
                * Integer.BYTES : entity.size() * Integer.BYTES);
    }

    private void coordinates() throws IOException {
        int dimension = definition.dimension();
        int bytes = definition.realType().byteSize();
        if (transform.isIdentity()) {
            for (int axis = 0; axis < dimension; axis++) {
                if (file.coordinates().isStored(axis)) {
                    pieces.reals(file.coordinates().axis(axis), selection.nodes(), writer.coordinates().axis(axis));
                    progress.accept(selection.nodes().newCount() * bytes);
                }
            }
            return;
        }
        List<RealView> axes = file.coordinates().axes();
        double[][] room = new double[SIZE][PIECE];
        double[] point = new double[SIZE];
        Pieces.move(selection.nodes(), PIECE, (old, count, at) -> {
            for (int axis = 0; axis < dimension; axis++) {
                axes.get(axis).slice(old, count).copyTo(room[axis], at, 1);
            }
        }, (start, count) -> {
            for (int node = 0; node < count; node++) {
                for (int axis = 0; axis < dimension; axis++) {
                    point[axis] = room[axis][node];
                }
                transform.movePoint(point);
                for (int axis = 0; axis < dimension; axis++) {
                    room[axis][node] = point[axis];
                }
            }
            for (int axis = 0; axis < dimension; axis++) {
                writer.coordinates().axis(axis).slice(start, count).put(Values.of(room[axis]).slice(0, count));
            }
            progress.accept((long) count * dimension * bytes);
        });
    }

    private void ids(EntityKind kind, IdMap ids) throws IOException {
        if (!definition.hasIds(kind)) {
            return;
        }
        Renumbering members = selection.members(kind);
        IntegerPlace to = writer.ids(kind);
        if (ids.stored().isPresent()) {
            pieces.integers(ids.stored().get(), members, Pieces.UNCHANGED, to);
        } else if (!members.isWhole()) {
            pieces.oldNumbers(members, to);
        }
        progress.accept(to.size() * Integer.BYTES);
    }

    private void order(IntegerView order) throws IOException {
        Renumbering elements = selection.entriesOf(EntityKind.ELEMENT_BLOCK);
        if (elements.isWhole()) {
            writer.elementOrder().put(order);
            return;
        }
        try (IntegerRun run = writer.elementOrder().run(values -> {})) {
            for (long i = 0; i < order.size(); i++) {
                long index = elements.newIndex(order.get(i) - 1);
                if (index >= 0) {
                    run.add(index + 1);
                }
            }
        }
    }

    /// What other programs keep beside the model stays, but for the sides of elements that a decomposition names.
    private void extra(ExtraVariable extra, Variable stored) throws IOException {
        Optional<Variable> elements = file.container().variable("e_comm_eids");
        if (!mirroring.isMirrored() || !extra.name().equals("e_comm_sids") || elements.isEmpty()
                || !stored.type().isInteger() || !elements.get().type().isInteger()
                || elements.get().view().count() != stored.view().count()) {
            writer.putExtra(extra.name(), Values.of(stored.view()));
            return;
        }
        long[] sides = stored.view().integers().toArray();
        long[] numbers = elements.get().view().integers().toArray();
        for (int i = 0; i < sides.length; i++) {
            long element = numbers[i] - 1;
            for (ElementBlock block : file.elementBlocks()) {
                if (element >= block.firstIndex() && element < block.firstIndex() + block.size()) {
                    sides[i] = mirroring.side(block, element - block.firstIndex(),
                            sides[i] - 1) + 1;
                }
            }
        }
        writer.putExtra(extra.name(), Values.of(sides));
    }
}
