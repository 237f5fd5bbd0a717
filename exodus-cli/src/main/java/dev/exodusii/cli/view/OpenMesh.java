package dev.exodusii.cli.view;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.render.Bounds;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import org.jspecify.annotations.Nullable;

/// An open file with the faces of its mesh. It is closed when the last one who holds it has let it go, never under
/// somebody who reads it.
final class OpenMesh {

    /// Quadratic elements are shown as curved as they are.
    static final SurfaceOptions OPTIONS = SurfaceOptions.standard().andMidSideNodes();

    private static final int MOST_WITH_EDGES = 20_000;

    private final ExodusFile file;
    private final MeshFaces faces;
    private volatile Ranges ranges;
    private final Surface whole;
    private final Facts facts;
    private int holders = 1;

    /// Where the nodes of the whole surface are, for the first who asks.
    private float @Nullable [] positions;

    private OpenMesh(ExodusFile file, MeshFaces faces, Surface whole, float[] positions, Facts facts) {
        this.positions = positions;
        this.file = file;
        this.faces = faces;
        this.ranges = Ranges.of(file);
        this.whole = whole;
        this.facts = facts;
    }

    /// Finds the faces of a mesh.
    ///
    /// @param file    closed by [#release], and where this fails
    /// @param workers who does the work
    /// @throws java.util.concurrent.CancellationException when somebody stopped the work
    static OpenMesh of(ExodusFile file, Workers workers) {
        Background.requireNotEventThread();
        boolean isDone = false;
        try {
            MeshFaces faces = MeshFaces.of(file, workers);
            Surface whole = faces.surface(OPTIONS, workers);
            float[] positions = new float[3 * whole.nodeCount()];
            whole.values().copyPositions(positions);
            Facts facts = Facts.of(file, faces, Bounds.of(positions), whole.faceCount() > MOST_WITH_EDGES);
            OpenMesh mesh = new OpenMesh(file, faces, whole, positions, facts);
            isDone = true;
            return mesh;
        } finally {
            if (!isDone) {
                file.close();
            }
        }
    }

    /// Returns the bytes of connectivity, for a bar that shows progress.
    static long bytes(ExodusFile file) {
        long bytes = 0;
        for (ElementBlock block : file.elementBlocks()) {
            bytes += block.size() * Math.max(1, block.nodesPerEntry()) * Integer.BYTES;
        }
        return bytes;
    }

    ExodusFile file() {
        return file;
    }

    MeshFaces faces() {
        return faces;
    }

    Ranges ranges() {
        return ranges;
    }

    /// Forgets the ranges that were found: values have changed.
    void forgetRanges() {
        ranges = Ranges.of(file);
    }

    /// Returns the surface of all blocks.
    Surface whole() {
        return whole;
    }

    /// Returns where the nodes of [#whole] are, undeformed, in an array that the caller may keep and change.
    synchronized float[] positions() {
        float[] once = positions;
        positions = null;
        if (once == null) {
            once = new float[3 * whole.nodeCount()];
            whole.values().copyPositions(once);
        }
        return once;
    }

    Facts facts() {
        return facts;
    }

    /// Keeps it open for one more.
    ///
    /// @return whether it still was
    synchronized boolean hold() {
        if (holders > 0) {
            holders++;
        }
        return holders > 0;
    }

    /// Lets it go.
    synchronized void release() {
        holders--;
        if (holders == 0) {
            file.close();
        }
    }
}
