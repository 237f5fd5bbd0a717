package dev.exodusii.surface;

import java.util.Arrays;

/// The edges of faces, each once: sorted by their smaller node by counting, then by the other one.
final class SurfaceEdges {

    /// An edge of more is seen in any case, and costs no more than looking at that many.
    private static final int MANY_FACES = 32;
    private static final int AXES = Positions.AXES;

    private final Surface surface;
    private final FaceOutlines faces;
    /// Where the edges of each smaller node begin.
    private final int[] starts;
    /// The larger node, and the face, which is -1 - face where the edge runs from the larger to the smaller node.
    private final long[] edges;

    SurfaceEdges(Surface surface) {
        this.surface = surface;
        this.faces = surface.outlines();
        int[] nodes = faces.nodes();
        int[] ends = new int[surface.nodeCount() + 1];
        long count = 0;
        for (int face = 0; face < faces.size(); face++) {
            count += faces.corners(face);
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw new SurfaceTooLargeException("a surface with " + count + " edges round its faces");
        }
        for (int face = 0; face < faces.size(); face++) {
            int start = faces.start(face);
            int corners = faces.corners(face);
            for (int i = 0; i < corners; i++) {
                ends[Math.min(nodes[start + i], nodes[start + (i + 1 == corners ? 0 : i + 1)]) + 1]++;
            }
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        starts = ends.clone();
        edges = new long[(int) count];
        for (int face = 0; face < faces.size(); face++) {
            int start = faces.start(face);
            int corners = faces.corners(face);
            for (int i = 0; i < corners; i++) {
                int from = nodes[start + i];
                int to = nodes[start + (i + 1 == corners ? 0 : i + 1)];
                edges[ends[Math.min(from, to)]++] = (long) Math.max(from, to) << Integer.SIZE
                        | (from < to ? face : -1 - face) & 0xFFFFFFFFL;
            }
        }
        for (int node = 0; node + 1 < starts.length; node++) {
            Arrays.sort(edges, starts[node], starts[node + 1]);
        }
    }

    /// Returns two nodes of each edge.
    int[] all() {
        return select(0, new double[0], false);
    }

    /// Returns two nodes of each edge that shows the form.
    ///
    /// @param cosine    of the angle between normals from which on an edge is sharp
    /// @param positions x, y and z of each node
    int[] features(double cosine, double[] positions) {
        return select(cosine, normals(positions), true);
    }

    private int[] select(double cosine, double[] normals, boolean onlyFeatures) {
        IntList selected = new IntList(0);
        for (int node = 0; node + 1 < starts.length; node++) {
            for (int from = starts[node]; from < starts[node + 1];) {
                int to = from + 1;
                while (to < starts[node + 1] && edges[to] >> Integer.SIZE == edges[from] >> Integer.SIZE) {
                    to++;
                }
                if (!onlyFeatures || isFeature(from, to, cosine, normals)) {
                    selected.add(node);
                    selected.add((int) (edges[from] >> Integer.SIZE));
                }
                from = to;
            }
        }
        return selected.toArray();
    }

    /// An edge is inside of a smooth face where each block has two faces there, or none: shells may lie on the faces of solids.
    private boolean isFeature(int from, int to, double cosine, double[] normals) {
        if (to - from > MANY_FACES) {
            return true;
        }
        for (int i = from; i < to; i++) {
            int partner = -1;
            for (int j = from; j < to; j++) {
                if (j != i && block(edges[i]) == block(edges[j])) {
                    if (partner >= 0) {
                        return true;
                    }
                    partner = j;
                }
            }
            if (partner < 0 || partner > i && isSharp((int) edges[i], (int) edges[partner], cosine, normals)) {
                return true;
            }
        }
        return false;
    }

    private static int face(int side) {
        return side < 0 ? -1 - side : side;
    }

    private int block(long edge) {
        return surface.blockIndex().of(surface.faceElement(face((int) edge)));
    }

    private boolean isSharp(int left, int right, double cosine, double[] normals) {
        int leftFace = face(left);
        int rightFace = face(right);
        double dot = 0;
        for (int axis = 0; axis < AXES; axis++) {
            dot += normals[AXES * leftFace + axis] * normals[AXES * rightFace + axis];
        }
        // Both run along it in the same direction: one of them looks the other way.
        boolean areOpposed = left < 0 == right < 0;
        return (areOpposed ? -dot : dot) < cosine;
    }

    /// Returns unit normals of all faces, by Newell's rule.
    private double[] normals(double[] positions) {
        double[] normals = new double[AXES * faces.size()];
        int[] nodes = faces.nodes();
        for (int face = 0; face < faces.size(); face++) {
            int start = faces.start(face);
            int corners = faces.corners(face);
            double x = 0;
            double y = 0;
            double z = 0;
            for (int i = 1; i + 1 < corners; i++) {
                int a = AXES * nodes[start];
                int b = AXES * nodes[start + i];
                int c = AXES * nodes[start + i + 1];
                double px = positions[b] - positions[a];
                double py = positions[b + 1] - positions[a + 1];
                double pz = positions[b + 2] - positions[a + 2];
                double qx = positions[c] - positions[a];
                double qy = positions[c + 1] - positions[a + 1];
                double qz = positions[c + 2] - positions[a + 2];
                x += py * qz - pz * qy;
                y += pz * qx - px * qz;
                z += px * qy - py * qx;
            }
            double length = Math.sqrt(x * x + y * y + z * z);
            if (length > 0) {
                normals[AXES * face] = x / length;
                normals[AXES * face + 1] = y / length;
                normals[AXES * face + 2] = z / length;
            }
        }
        return normals;
    }
}
