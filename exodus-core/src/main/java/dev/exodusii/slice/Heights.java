package dev.exodusii.slice;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.util.Arrays;
import java.util.List;

/// On which side of a plane the nodes are: one byte for each. What lies on the plane counts as above.
final class Heights {

    static final byte BELOW = 0;
    static final byte ABOVE = 1;
    /// Nodes without finite coordinates.
    static final byte NOWHERE = 2;

    private static final int CHUNK_BITS = 18;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int BLOCK = 4096;

    private final RealView[] axes;
    private final Plane plane;
    private final byte[][] sides;

    private Heights(RealView[] axes, Plane plane, byte[][] sides) {
        this.axes = axes;
        this.plane = plane;
        this.sides = sides;
    }

    static Heights of(List<RealView> axes, Plane plane, Workers workers) {
        long nodes = axes.getFirst().size();
        byte[][] sides = new byte[Math.toIntExact(Math.ceilDiv(nodes, CHUNK))][];
        Heights heights = new Heights(axes.toArray(RealView[]::new), plane, sides);
        workers.forEach(sides.length, chunk -> {
            long first = (long) chunk << CHUNK_BITS;
            sides[chunk] = heights.sides(first, (int) Math.min(CHUNK, nodes - first));
            workers.advance(sides[chunk].length * (long) axes.size() * axes.getFirst().type().byteSize());
        });
        return heights;
    }

    private byte[] sides(long first, int count) {
        byte[] found = new byte[count];
        double[][] places = new double[3][BLOCK];
        for (int done = 0; done < count; done += BLOCK) {
            int now = Math.min(BLOCK, count - done);
            for (int axis = 0; axis < axes.length; axis++) {
                axes[axis].slice(first + done, now).copyTo(places[axis]);
            }
            for (int i = 0; i < now; i++) {
                double height = plane.height(places[0][i], places[1][i], places[2][i]);
                found[done + i] = !Double.isFinite(height) ? NOWHERE : height >= 0 ? ABOVE : BELOW;
            }
        }
        return found;
    }

    byte side(long node) {
        return sides[(int) (node >> CHUNK_BITS)][(int) node & CHUNK - 1];
    }

    double height(long node) {
        double[] place = new double[3];
        Arrays.setAll(place, axis -> axis < axes.length ? axes[axis].get(node) : 0);
        return plane.height(place[0], place[1], place[2]);
    }
}
