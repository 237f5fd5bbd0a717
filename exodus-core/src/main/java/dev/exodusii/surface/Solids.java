package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.topology.Topology;
import org.jspecify.annotations.Nullable;

/// Elements of one block that fill a volume and whose faces are in the tables: all of them, or some.
final class Solids {

    /// Node numbers that are decoded at a time: they stay in a near cache.
    private static final int NUMBERS_AT_A_TIME = 1 << 14;
    private static final int NODES_OF_SIDE = 4;

    private final NodeRows rows;
    private final int firstElement;
    private final int size;
    private final int cornerCount;
    private final int @Nullable [] some;
    private final int[] corners;
    private final int sideCount;

    /// @param some the rows that count, in rising order; null for all
    Solids(ElementBlock block, NodeRows rows, int @Nullable [] some) {
        Topology topology = block.topology();
        this.rows = rows;
        this.firstElement = (int) block.firstIndex();
        this.size = some == null ? (int) block.size() : some.length;
        this.cornerCount = topology.cornerCount();
        this.some = some;
        this.sideCount = topology.sideCount();
        this.corners = new int[NODES_OF_SIDE * sideCount];
        for (int side = 0; side < sideCount; side++) {
            for (int i = 0; i < NODES_OF_SIDE; i++) {
                corners[NODES_OF_SIDE * side + i] = i < topology.sideCornerCount(side) ? topology.sideNode(side, i) : -1;
            }
        }
    }

    int size() {
        return size;
    }

    long faceCount() {
        return (long) size * sideCount;
    }

    int width() {
        return rows.width();
    }

    int cornerCount() {
        return cornerCount;
    }

    /// Rows that are decoded at a time.
    int chunk() {
        return Math.max(1, NUMBERS_AT_A_TIME / Math.max(1, rows.width()));
    }

    int chunks() {
        return (int) (((long) size + chunk() - 1) / chunk());
    }

    /// Decodes one chunk.
    ///
    /// @return how many elements it has
    int read(int chunk, int[] numbers) {
        int from = chunk * chunk();
        int count = Math.min(chunk(), size - from);
        if (some == null) {
            rows.readNumbers(from, count, numbers, 0);
        } else {
            for (int i = 0; i < count; i++) {
                rows.readNumbers(some[from + i], 1, numbers, i * rows.width());
            }
        }
        return count;
    }

    int element(int position) {
        return firstElement + (some == null ? position : some[position]);
    }

    /// Adds the faces of a decoded chunk that have their smallest node in a range, and none that does not exist.
    void match(int chunk, int count, int[] numbers, int low, int high, int nodeCount, FaceMatcher matcher) {
        int from = chunk * chunk();
        int width = rows.width();
        int range = high - low + Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            match(numbers, i * width, element(from + i), low, range, nodeCount, matcher);
        }
    }

    private void match(int[] numbers, int at, int element, int low, int range, int nodeCount, FaceMatcher matcher) {
        for (int side = 0; side < sideCount; side++) {
            int place = NODES_OF_SIDE * side;
            int p = numbers[at + corners[place]];
            int q = numbers[at + corners[place + 1]];
            int r = numbers[at + corners[place + 2]];
            int last = corners[place + 3];
            int s = last < 0 ? FaceMatcher.NONE : numbers[at + last];
            int a = Math.min(Math.min(p, q), Math.min(r, s));
            // low <= a < high in one comparison: two would be compiled for the parts seen so far, and again for others.
            if (a - low + Integer.MIN_VALUE >= range) {
                continue;
            }
            // A network that sorts four.
            int pq = Math.min(p, q);
            int qp = Math.max(p, q);
            int rs = Math.min(r, s);
            int sr = Math.max(r, s);
            int d = Math.max(qp, sr);
            int x = Math.max(pq, rs);
            int y = Math.min(qp, sr);
            int b = Math.min(x, y);
            int c = Math.max(x, y);
            if ((last < 0 ? c : d) > nodeCount) {
                continue;
            }
            if (a == b || b == c || c == d) {
                matchDistinct(a, b, c, d, element, side, matcher);
            } else {
                matcher.add(a, b, c, d, element, side);
            }
        }
    }

    /// Corners that are named twice count once; what is left is a triangle, or else no face at all.
    private static void matchDistinct(int a, int b, int c, int d, int element, int side, FaceMatcher matcher) {
        int second = a != b ? b : b != c ? c : d;
        int third = second != c && c != b ? c : second != d && c != d ? d : FaceMatcher.NONE;
        if (second != a && second != FaceMatcher.NONE && third != FaceMatcher.NONE) {
            matcher.add(a, second, third, FaceMatcher.NONE, element, side);
        }
    }
}
