package dev.exodusii.slice;

import dev.exodusii.slice.Cells.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What a solid with nodes beyond its corners falls into.
///
/// With a node in its centre it is a pyramid on each side. Otherwise each corner is cut off at the nearest nodes on its edges,
/// where all sides are split so, and what is left is one cell; where some are not, the whole element is.
final class SolidParts {

    private SolidParts() {}

    static List<Cell> of(Sides sides) {
        OptionalInt centre = sides.centre();
        if (centre.isPresent()) {
            List<Cell> pyramids = new ArrayList<>();
            for (int side = 0; side < sides.count(); side++) {
                pyramids.add(pyramid(sides, side, centre.getAsInt()));
            }
            return pyramids;
        }
        List<int[]> core = new ArrayList<>();
        List<List<int[]>> around = new ArrayList<>();
        for (int corner = 0; corner < sides.cornerCount(); corner++) {
            around.add(new ArrayList<>());
        }
        boolean areCut = true;
        for (int side = 0; side < sides.count(); side++) {
            for (int[] polygon : sides.split(side)) {
                if (polygon[0] >= sides.cornerCount()) {
                    core.add(polygon);
                } else {
                    around.get(polygon[0]).add(polygon);
                    areCut &= polygon.length == 3 && polygon[1] >= sides.cornerCount() && polygon[2] >= sides.cornerCount();
                }
            }
        }
        if (!areCut) {
            around.forEach(core::addAll);
            return List.of(Cell.of(true, core));
        }
        List<Cell> parts = new ArrayList<>();
        for (List<int[]> triangles : around) {
            int[] ring = ring(triangles);
            core.add(ring);
            triangles.add(reversed(ring));
            parts.add(Cell.of(true, triangles));
        }
        parts.add(Cell.of(true, core));
        return parts;
    }

    private static Cell pyramid(Sides sides, int side, int centre) {
        List<int[]> faces = new ArrayList<>(sides.split(side));
        int[] outline = sides.outline(side);
        for (int i = 0; i < outline.length; i++) {
            faces.add(new int[] {outline[(i + 1) % outline.length], outline[i], centre});
        }
        return Cell.of(true, faces);
    }

    /// The nodes round a corner, as the face by which it is cut off is seen from outside of what is left.
    private static int[] ring(List<int[]> triangles) {
        int[] ring = new int[triangles.size()];
        int next = triangles.getFirst()[1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = next;
            int last = next;
            next = triangles.stream().filter(triangle -> triangle[1] == last).findFirst().orElseThrow()[2];
        }
        return ring;
    }

    private static int[] reversed(int[] ring) {
        int[] reversed = new int[ring.length];
        for (int i = 0; i < ring.length; i++) {
            reversed[i] = ring[ring.length - 1 - i];
        }
        return reversed;
    }
}
