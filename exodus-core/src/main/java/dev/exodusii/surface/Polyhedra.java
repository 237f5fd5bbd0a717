package dev.exodusii.surface;

import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.Arrays;

/// Turns the faces of polyhedra outwards, since the file does not say which way a face looks.
///
/// Faces that share an edge must run along it in opposite directions; that turns all faces of a polyhedron the same way.
/// Which way is outwards follows from the sign of the volume that they enclose.
final class Polyhedra {

    private static final int[] NONE = new int[0];
    /// A polyhedron with more nodes keeps its faces as they are stored.
    private static final int MOST_NODES = 1 << 15;

    private final Positions positions;

    Polyhedra(Positions positions) {
        this.positions = positions;
    }

    /// A polyhedron whose faces were turned.
    record Oriented(JaggedView cells, long row, int[][] faces) {}

    /// Returns the node indexes of a face of a polyhedron, turned outwards; none where there is no such face.
    int[] side(JaggedView cells, long row, int side, FaceNodes faceNodes, Pieces memory) {
        Oriented known = memory.lastPolyhedron;
        if (known == null || known.cells() != cells || known.row() != row) {
            IntegerView numbers = cells.row(row);
            int[][] faces = new int[Math.toIntExact(numbers.size())][];
            for (int i = 0; i < faces.length; i++) {
                faces[i] = faceNodes.of(numbers.get(i));
            }
            orient(faces);
            known = new Oriented(cells, row, faces);
            memory.lastPolyhedron = known;
        }
        return side < known.faces().length ? known.faces()[side] : NONE;
    }

    private void orient(int[][] faces) {
        int[] nodes = Arrays.stream(faces).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
        if (nodes.length == 0 || nodes.length > MOST_NODES) {
            return;
        }
        int[] starts = new int[faces.length + 1];
        for (int i = 0; i < faces.length; i++) {
            starts[i + 1] = starts[i] + faces[i].length;
        }
        int[] partners = partners(faces, starts[faces.length], nodes);
        boolean[] isReached = new boolean[faces.length];
        boolean[] isTurned = new boolean[faces.length];
        int[] shell = new int[faces.length];
        for (int seed = 0; seed < faces.length; seed++) {
            if (!isReached[seed]) {
                isReached[seed] = true;
                shell[0] = seed;
                int size = spread(faces, starts, partners, shell, isReached, isTurned);
                turnOutwards(faces, shell, size, isTurned);
            }
        }
    }

    /// Returns the half-edge on the other side of each half-edge, -1 where there is none or there are several.
    private static int[] partners(int[][] faces, int halfEdges, int[] nodes) {
        long[] keys = new long[halfEdges];
        int at = 0;
        for (int[] face : faces) {
            for (int i = 0; i < face.length; i++) {
                int from = Arrays.binarySearch(nodes, face[i]);
                int to = Arrays.binarySearch(nodes, face[(i + 1) % face.length]);
                long edge = (long) Math.min(from, to) * MOST_NODES + Math.max(from, to);
                keys[at] = edge << Integer.SIZE | at;
                at++;
            }
        }
        Arrays.sort(keys);
        int[] partners = new int[halfEdges];
        Arrays.fill(partners, -1);
        for (int from = 0; from < halfEdges;) {
            int to = from + 1;
            while (to < halfEdges && keys[to] >>> Integer.SIZE == keys[from] >>> Integer.SIZE) {
                to++;
            }
            if (to - from == 2) {
                partners[(int) keys[from]] = (int) keys[from + 1];
                partners[(int) keys[from + 1]] = (int) keys[from];
            }
            from = to;
        }
        return partners;
    }

    /// Turns all faces that hang together over edges the same way as the first one.
    ///
    /// @return how many there are
    private static int spread(int[][] faces, int[] starts, int[] partners, int[] shell, boolean[] isReached,
            boolean[] isTurned) {
        int size = 1;
        for (int next = 0; next < size; next++) {
            int face = shell[next];
            for (int i = 0; i < faces[face].length; i++) {
                int partner = partners[starts[face] + i];
                int other = partner < 0 ? -1 : faceOf(starts, partner);
                if (other < 0 || isReached[other]) {
                    continue;
                }
                isReached[other] = true;
                isTurned[other] = isTurned[face] ^ faces[face][i] == faces[other][partner - starts[other]];
                shell[size++] = other;
            }
        }
        return size;
    }

    private static int faceOf(int[] starts, int halfEdge) {
        int found = Arrays.binarySearch(starts, halfEdge);
        int face = found < 0 ? -found - 2 : found;
        // Faces without nodes begin where the one behind them does.
        while (starts[face + 1] == starts[face]) {
            face++;
        }
        return face;
    }

    private void turnOutwards(int[][] faces, int[] shell, int size, boolean[] isTurned) {
        double volume = 0;
        int origin = -1;
        for (int i = 0; i < size; i++) {
            int[] face = faces[shell[i]];
            if (face.length >= 3) {
                origin = origin < 0 ? face[0] : origin;
                double own = volume(face, origin);
                volume += isTurned[shell[i]] ? -own : own;
            }
        }
        boolean isInwards = volume < 0;
        for (int i = 0; i < size; i++) {
            if (isTurned[shell[i]] ^ isInwards) {
                faces[shell[i]] = reversed(faces[shell[i]]);
            }
        }
    }

    /// Six times the volume between a face and a node.
    private double volume(int[] face, int origin) {
        double[] o = positions.of(origin);
        double[] a = minus(positions.of(face[0]), o);
        double volume = 0;
        for (int i = 1; i + 1 < face.length; i++) {
            double[] b = minus(positions.of(face[i]), o);
            double[] c = minus(positions.of(face[i + 1]), o);
            volume += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2])
                    + a[2] * (b[0] * c[1] - b[1] * c[0]);
        }
        return volume;
    }

    private static double[] minus(double[] left, double[] right) {
        return new double[] {left[0] - right[0], left[1] - right[1], left[2] - right[2]};
    }

    private static int[] reversed(int[] face) {
        int[] reversed = new int[face.length];
        for (int i = 0; i < face.length; i++) {
            reversed[i] = face[(face.length - i) % face.length];
        }
        return reversed;
    }
}
