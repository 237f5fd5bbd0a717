package dev.exodusii.check;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.geometry.CornerJacobian;
import dev.exodusii.parallel.Workers;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealView;
import java.util.List;

/// Connectivity: do nodes exist, is every node used, and are the elements what they say.
final class Blocks {

    private static final int CHUNK = 1 << 14;
    /// How small a length, area or volume is nothing beside the element's own extent to the same power.
    private static final double NOTHING = 1e-12;

    private final ExodusFile file;
    private final Findings findings;
    private final Workers workers;
    private final NodeBits used;

    Blocks(ExodusFile file, Findings findings, Workers workers) {
        this.file = file;
        this.findings = findings;
        this.workers = workers;
        this.used = new NodeBits(file.nodeCount());
    }

    void run() {
        for (EntityKind kind : List.of(EntityKind.ELEMENT_BLOCK, EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK)) {
            for (var entity : file.entities(kind)) {
                Block block = (Block) entity;
                if (block.size() > 0 && isListed(block)) {
                    findings.check(block.toString(), () -> check(block));
                }
            }
        }
        findings.check("nodes", this::unused);
    }

    /// A missing list has been noticed already.
    private boolean isListed(Block block) {
        if (block.isJagged()) {
            return true;
        }
        return block.nodesPerEntry() > 0 && file.findings().stream().noneMatch(finding -> finding.severity()
                == Severity.ERROR && List.of(finding.place().split(", ", -1)).contains(listName(block)));
    }

    private static String listName(Block block) {
        String prefix = switch (block.kind()) {
            case EDGE_BLOCK -> "ebconn";
            case FACE_BLOCK -> "fbconn";
            default -> "connect";
        };
        return prefix + (block.index() + 1);
    }

    private void check(Block block) {
        if (block.isJagged()) {
            boolean isOfFaces = block instanceof ElementBlock && block.topology().family() == Family.NFACED;
            JaggedView lists = isOfFaces && block instanceof ElementBlock elements ? elements.polyhedra()
                    : block.polygons();
            jagged(block, lists, isOfFaces);
        } else {
            regular(block, block.connectivity());
        }
    }

    private void jagged(Block block, JaggedView lists, boolean isOfFaces) {
        long known = isOfFaces ? file.faceCount() : file.nodeCount();
        IdMap ids = ids(block);
        Tally wrong = findings.tally();
        Tally twice = findings.tally();
        for (long entry = 0; entry < block.size(); entry++) {
            IntegerView row = lists.row(entry);
            long at = entry;
            for (long i = 0; i < row.size(); i++) {
                long number = row.get(i);
                if (number < 1 || number > known) {
                    wrong.add(() -> name(block, ids, at) + ": " + (isOfFaces ? "face" : "node") + " number " + number
                            + " of " + known);
                } else if (!isOfFaces) {
                    used.set(number - 1);
                }
            }
            if (Duplicates.sparse(row.size(), row::get, 1).count() > 0) {
                twice.add(() -> name(block, ids, at));
            }
        }
        findings.read(lists.values().size());
        findings.add(Severity.ERROR, CheckCode.CONNECTIVITY_RANGE, block.toString(), (isOfFaces ? "face" : "node")
                + " numbers that do not exist: they must be 1 to " + known, wrong);
        findings.add(Severity.WARNING, CheckCode.DEGENERATE_ELEMENT, block.toString(),
                "the same " + (isOfFaces ? "face" : "node") + " twice in one " + noun(block), twice);
    }

    private IdMap ids(Block block) {
        return switch (block.kind()) {
            case EDGE_BLOCK -> file.edgeIds();
            case FACE_BLOCK -> file.faceIds();
            default -> file.elementIds();
        };
    }

    private static String noun(Block block) {
        return switch (block.kind()) {
            case EDGE_BLOCK -> "edge";
            case FACE_BLOCK -> "face";
            default -> "element";
        };
    }

    private static String name(Block block, IdMap ids, long row) {
        long index = block.firstIndex() + row;
        String id = index < ids.size() && ids.id(index) != index + 1 ? " (id " + ids.id(index) + ")" : "";
        return noun(block) + " " + (index + 1) + id;
    }

    /// What some rows of a block come to.
    private record Part(Tally wrong, Tally collapsed, Tally empty, Tally inverted) {

        Part then(Part next) {
            return new Part(wrong.then(next.wrong), collapsed.then(next.collapsed), empty.then(next.empty),
                    inverted.then(next.inverted));
        }
    }

    private void regular(Block block, IntegerMatrix connectivity) {
        int chunks = Math.toIntExact((block.size() + CHUNK - 1) / CHUNK);
        boolean isComplete = file.coordinates().dimension() > 0;
        for (int axis = 0; axis < file.coordinates().dimension(); axis++) {
            isComplete &= file.coordinates().isStored(axis);
        }
        List<RealView> axes = isComplete ? file.coordinates().axes() : List.of();
        findings.read(connectivity.size());
        Part all = workers.<Part>map(chunks, chunk -> {
            long from = (long) chunk * CHUNK;
            long to = Math.min(block.size(), from + CHUNK);
            workers.advance((to - from) * connectivity.columns() * connectivity.type().byteSize());
            return new Rows(block, connectivity, axes).check(from, to);
        }).stream().reduce(Part::then).orElseThrow();
        findings.add(Severity.ERROR, CheckCode.CONNECTIVITY_RANGE, block.toString(),
                "node numbers that do not exist: they must be 1 to " + file.nodeCount(), all.wrong);
        findings.add(Severity.WARNING, CheckCode.DEGENERATE_ELEMENT, block.toString(),
                "the same node so often that no extent is left", all.collapsed);
        findings.add(Severity.WARNING, CheckCode.ZERO_SIZE, block.toString(),
                "no " + List.of("size", "length", "area", "volume").get(block.topology().dimension()), all.empty);
        findings.add(Severity.WARNING, CheckCode.INVERTED_ELEMENT, block.toString(),
                "turned inside out: a negative Jacobian at a corner", all.inverted);
    }

    /// Checks rows of one block; one for each piece of work.
    private final class Rows {

        private final Block block;
        private final IntegerMatrix connectivity;
        private final List<RealView> axes;
        private final IdMap ids;
        private final int[][] corners;
        private final int cornerCount;
        private final int dimension;
        private final long[] nodes;
        private final double[] points;
        private final Part part = new Part(findings.tally(), findings.tally(), findings.tally(), findings.tally());

        Rows(Block block, IntegerMatrix connectivity, List<RealView> axes) {
            this.block = block;
            this.connectivity = connectivity;
            this.axes = axes;
            this.ids = ids(block);
            Topology topology = block.topology();
            this.corners = CornerJacobian.corners(topology.family(), axes.size());
            // The second half of what looks like the nodes of a Bezier element is something else.
            long columns = topology.family() == Family.BEZIER ? connectivity.columns() / 2 : connectivity.columns();
            this.cornerCount = (int) Math.min(topology.cornerCount(), columns);
            this.dimension = topology.dimension();
            this.nodes = new long[(int) columns];
            this.points = new double[3 * cornerCount];
        }

        Part check(long from, long to) {
            for (long row = from; row < to; row++) {
                if (areKnown(row)) {
                    shape(row);
                }
            }
            return part;
        }

        private boolean areKnown(long row) {
            boolean areKnown = true;
            for (int i = 0; i < nodes.length; i++) {
                long number = connectivity.get(row, i);
                nodes[i] = number - 1;
                if (number < 1 || number > file.nodeCount()) {
                    areKnown = false;
                    part.wrong.add(() -> name(block, ids, row) + ": node number " + number + " of " + file.nodeCount());
                } else {
                    used.set(number - 1);
                }
            }
            return areKnown;
        }

        private void shape(long row) {
            if (cornerCount < 2 || dimension == 0) {
                return;
            }
            int distinct = 0;
            for (int i = 0; i < cornerCount; i++) {
                boolean isNew = true;
                for (int j = 0; j < i && isNew; j++) {
                    isNew = nodes[j] != nodes[i];
                }
                distinct += isNew ? 1 : 0;
            }
            if (distinct <= dimension) {
                part.collapsed.add(() -> name(block, ids, row) + ": " + corners());
                return;
            }
            if (!axes.isEmpty()) {
                place(row);
            }
        }

        private String corners() {
            StringBuilder text = new StringBuilder("nodes");
            for (int i = 0; i < cornerCount; i++) {
                text.append(' ').append(nodes[i] + 1);
            }
            return text.toString();
        }

        private void place(long row) {
            double extent = 0;
            for (int axis = 0; axis < axes.size(); axis++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < cornerCount; i++) {
                    double value = axes.get(axis).get(nodes[i]);
                    if (!Double.isFinite(value)) {
                        return;
                    }
                    points[3 * i + axis] = value;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                extent = Math.max(extent, most - least);
            }
            if (extent == 0) {
                part.empty.add(() -> name(block, ids, row) + ": all corners are at one point");
                return;
            }
            double nothing = NOTHING * Math.pow(extent, axes.size());
            boolean isEmpty = corners.length > 0;
            int negative = -1;
            for (int[] corner : corners) {
                double determinant = CornerJacobian.at(corner, points);
                isEmpty &= Math.abs(determinant) <= nothing;
                if (determinant < -nothing && negative < 0) {
                    negative = corner[0];
                }
            }
            if (isEmpty) {
                part.empty.add(() -> name(block, ids, row));
            } else if (negative >= 0) {
                long node = nodes[negative] + 1;
                part.inverted.add(() -> name(block, ids, row) + ": at node " + node);
            }
        }
    }

    private void unused() {
        if (file.elementCount() == 0 || file.elementBlocks().stream().allMatch(block -> block.size() == 0)) {
            return;
        }
        long count = used.countClear();
        if (count == 0) {
            return;
        }
        Tally tally = findings.tally();
        long next = used.nextClear(0);
        for (int i = 0; i < Math.min(count, findings.most()); i++) {
            long node = next;
            tally.add(() -> "node " + (node + 1)
                    + (file.nodeIds().id(node) != node + 1 ? " (id " + file.nodeIds().id(node) + ")" : ""));
            next = used.nextClear(next + 1);
        }
        findings.add(Severity.WARNING, CheckCode.UNUSED_NODES, "nodes", "belong to no element", count,
                tally.examples());
    }
}
