package dev.exodusii.geometry;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at every node and every element, in pieces. An element is placed only when the box around its nodes is not
/// farther away than the nearest node or element that is known already.
final class ScanningLocator implements PointLocator {

    private static final int NODES_AT_ONCE = 1 << 18;
    private static final int ELEMENTS_AT_ONCE = 1 << 15;

    private final ExodusFile file;
    private final Optional<List<RealView>> axes;
    private final Workers workers;

    ScanningLocator(ExodusFile file, Positions positions, Workers workers) {
        this.file = file;
        this.axes = positions.axes(file);
        this.workers = workers;
    }

    static void requireFinite(Point point) {
        if (!point.isFinite()) {
            throw new IllegalArgumentException("a point needs finite coordinates, not " + point);
        }
    }

    private static int pieces(long size, int atOnce) {
        return Math.toIntExact(Math.ceilDiv(size, atOnce));
    }

    @Override
    public Nearest<NearestNode> nearestNode(Point point) {
        requireFinite(point);
        return Faults.guard(file.name(), "its mesh", () -> nodeAt(point));
    }

    private Nearest<NearestNode> nodeAt(Point point) {
        if (axes.isEmpty()) {
            return new Nearest<>(Optional.empty(), file.nodeCount());
        }
        NodeScan scan = new NodeScan(axes.get(), point, workers);
        List<NodeScan.Found> found = workers.map(pieces(file.nodeCount(), NODES_AT_ONCE), piece -> {
            long first = (long) piece * NODES_AT_ONCE;
            return scan.scan(first, Math.min(NODES_AT_ONCE, file.nodeCount() - first));
        });
        NodeScan.Found best = NodeScan.Found.NONE;
        for (NodeScan.Found one : found) {
            best = best.and(one);
        }
        return new Nearest<>(best.index() < 0 ? Optional.empty() : Optional.of(scan.node(best.index())),
                best.skipped());
    }

    @Override
    public Nearest<ElementPoint> nearestElement(Point point) {
        requireFinite(point);
        return Faults.guard(file.name(), "its mesh", () -> elementAt(point));
    }

    private Nearest<ElementPoint> elementAt(Point point) {
        long skipped = 0;
        List<Run> runs = new ArrayList<>();
        for (ElementBlock block : file.elementBlocks()) {
            Optional<Cells> cells = axes.isEmpty() ? Optional.empty() : Cells.of(block, file);
            if (cells.isEmpty()) {
                skipped += block.size();
                continue;
            }
            for (long first = 0; first < block.size(); first += ELEMENTS_AT_ONCE) {
                runs.add(new Run(cells.get(), first, Math.min(ELEMENTS_AT_ONCE, block.size() - first)));
            }
        }
        if (axes.isEmpty() || runs.isEmpty()) {
            return new Nearest<>(Optional.empty(), skipped);
        }
        ElementScan scan = new ElementScan(axes.get(), file.nodeCount(), point, workers);
        ElementScan.Found best = ElementScan.Found.NONE;
        Optional<Cells> in = Optional.empty();
        List<ElementScan.Found> found = workers.map(runs.size(), piece -> {
            Run run = runs.get(piece);
            return scan.scan(run.cells, run.first, run.count);
        });
        for (int piece = 0; piece < found.size(); piece++) {
            skipped += found.get(piece).skipped();
            if (found.get(piece).distance() < best.distance()) {
                best = found.get(piece);
                in = Optional.of(runs.get(piece).cells);
            }
        }
        long inBlock = best.indexInBlock();
        return new Nearest<>(in.map(cells -> scan.place(cells, inBlock)), skipped);
    }

    /// Some elements of a block that one thread looks at.
    private record Run(Cells cells, long first, long count) {}
}
