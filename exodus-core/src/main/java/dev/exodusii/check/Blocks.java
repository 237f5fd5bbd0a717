package dev.exodusii.check;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.FaceBlock;
import dev.exodusii.check.Faults.Fault;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.parallel.Workers;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Connectivity: do nodes, faces and edges exist, is every node used, and are the elements what they say.
final class Blocks {

    private static final int CHUNK = 1 << 14;

    private final ExodusFile file;
    private final Findings findings;
    private final Workers workers;
    private final @Nullable NodeBits used;
    private final Set<Block> unread = new HashSet<>();

    Blocks(ExodusFile file, Findings findings, Workers workers) {
        this.file = file;
        this.findings = findings;
        this.workers = workers;
        this.used = file.container().layout().canHold(file.nodeCount()) ? new NodeBits(file.nodeCount()) : null;
    }

    void run() {
        for (EntityKind kind : List.of(EntityKind.ELEMENT_BLOCK, EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK)) {
            for (var entity : file.entities(kind)) {
                Block block = (Block) entity;
                boolean hasList = block.size() > 0 && (block.isJagged() || block.nodesPerEntry() > 0);
                if (hasList && !findings.check(block.toString(), () -> check(block))) {
                    unread.add(block);
                }
            }
        }
        // Nobody knows what uses a node when not all can be read.
        NodeBits all = used;
        if (unread.isEmpty() && all != null) {
            findings.check("nodes", () -> unused(all));
        }
    }

    /// Tells whether a block's connectivity is there to be read.
    boolean isRead(Block block) {
        return !unread.contains(block);
    }

    /// Edges and faces do not use nodes for themselves; faces do for the polyhedra that they bound.
    private @Nullable NodeBits usedBy(Block block) {
        boolean isUse = block instanceof ElementBlock || block instanceof FaceBlock
                && file.elementBlocks().stream().anyMatch(own -> own.topology().family() == Family.NFACED);
        return isUse ? used : null;
    }

    private void check(Block block) {
        List<RealView> axes = axes();
        NodeBits uses = usedBy(block);
        boolean isOfFaces = block instanceof ElementBlock && block.topology().family() == Family.NFACED;
        Faults faults;
        if (block.isJagged()) {
            JaggedView lists = isOfFaces && block instanceof ElementBlock elements ? elements.polyhedra()
                    : block.polygons();
            findings.read(lists.values().size());
            faults = chunks(block, lists.values().size() * 4 / block.size(), (from, to) ->
                    new PolygonRows(file, block, lists, isOfFaces, axes, uses, findings.most()).check(from, to));
        } else {
            IntegerMatrix connectivity = block.connectivity();
            findings.read(connectivity.size());
            faults = chunks(block, connectivity.columns() * connectivity.type().byteSize(), (from, to) ->
                    new Rows(file, block, connectivity, axes, uses, findings.most()).check(from, to));
        }
        faults.report(findings, block.toString(), messages(block, isOfFaces));
        if (block instanceof ElementBlock elements) {
            elements.edgeConnectivity().ifPresent(edges -> related(elements, "edge", edges, file.edgeCount()));
            elements.faceConnectivity().ifPresent(faces -> related(elements, "face", faces, file.faceCount()));
        }
    }

    private List<RealView> axes() {
        boolean isComplete = file.coordinates().dimension() > 0;
        for (int axis = 0; axis < file.coordinates().dimension(); axis++) {
            isComplete &= file.coordinates().isStored(axis);
        }
        return isComplete ? file.coordinates().axes() : List.of();
    }

    /// Checks some rows of a block.
    @FunctionalInterface
    private interface RowCheck {
        Faults check(long from, long to);
    }

    private Faults chunks(Block block, long rowBytes, RowCheck check) {
        int chunks = Math.toIntExact((block.size() + CHUNK - 1) / CHUNK);
        return workers.<Faults>map(chunks, chunk -> {
            long from = (long) chunk * CHUNK;
            long to = Math.min(block.size(), from + CHUNK);
            workers.advance((to - from) * rowBytes);
            return check.check(from, to);
        }).stream().reduce(new Faults(findings.most()), Faults::then);
    }

    private Map<Fault, String> messages(Block block, boolean isOfFaces) {
        String noun = isOfFaces ? "face" : "node";
        boolean isPlane = file.coordinates().dimension() == 2;
        String size = List.of("size", "length", "area", "volume").get(block.topology().dimension());
        return Map.of(
                Fault.RANGE, noun + " numbers that do not exist: they must be 1 to "
                        + (isOfFaces ? file.faceCount() : file.nodeCount()),
                Fault.COLLAPSED, block.isJagged() ? "the same " + noun + " twice"
                        : "the same node so often that no " + size + " is left",
                Fault.REPEATED, "the same node twice although the corners all differ",
                Fault.EMPTY, "no " + size,
                Fault.INVERTED, isPlane ? "turned over: the nodes run clockwise"
                        : "turned inside out: a negative Jacobian at all corners",
                Fault.DISTORTED, "badly distorted: a negative Jacobian at a corner");
    }

    private void related(ElementBlock block, String noun, IntegerMatrix matrix, long known) {
        Numbered names = Numbered.entries(file, block);
        Tally wrong = findings.tally();
        for (long i = 0; i < matrix.size(); i++) {
            long number = matrix.get(i / matrix.columns(), i % matrix.columns());
            if (number < 1 || number > known) {
                long row = i / matrix.columns();
                wrong.add(() -> names.name(block.firstIndex() + row) + ": " + noun + " number " + number);
            }
        }
        findings.read(matrix.size());
        findings.add(Severity.ERROR, CheckCode.CONNECTIVITY_RANGE, block.toString(),
                noun + " numbers that do not exist: they must be 1 to " + known, wrong);
    }

    private void unused(NodeBits all) {
        if (file.elementCount() == 0 || file.elementBlocks().stream().allMatch(block -> block.size() == 0)) {
            return;
        }
        long count = all.countClear();
        if (count == 0) {
            return;
        }
        Numbered names = Numbered.nodes(file);
        Tally tally = findings.tally();
        long next = all.nextClear(0);
        for (int i = 0; i < Math.min(count, findings.most()); i++) {
            long node = next;
            tally.add(() -> names.name(node));
            next = all.nextClear(next + 1);
        }
        findings.add(Severity.WARNING, CheckCode.UNUSED_NODES, "nodes", "belong to no element", count,
                tally.examples());
    }
}
