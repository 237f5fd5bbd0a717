package dev.exodusii.surface;

/// The faces of some elements whose smallest node lies in a range, as what tells them apart: their corners in rising order.
///
/// Corners are compared by arithmetic instead of branches: a face is made by the same instructions whatever its nodes are,
/// in a few nanoseconds, and in a program that has just started nothing is counted for each of them.
final class FaceKeys {

    private final SideCorners corners;
    private final long[] smaller;
    private final long[] larger;
    private final long[] sides;
    private int size;

    /// @param elements how many there may be at a time
    FaceKeys(SideCorners corners, int elements) {
        this.corners = corners;
        // One more: each face is written, and stays if it is wanted.
        smaller = new long[elements * corners.count() + 1];
        larger = new long[smaller.length];
        sides = new long[smaller.length];
    }

    /// Takes the place of all that was there. The first element is called 0, and so on.
    ///
    /// @param numbers node numbers of elements, row by row; none is negative
    /// @param from    where those of the first element begin
    /// @param to      where those of the last one end
    /// @param width   how many an element has
    /// @param low     the smallest node that a face may begin with
    /// @param high    the first node that none may
    void fill(int[] numbers, int from, int to, int width, int low, int high) {
        size = 0;
        for (int side = 0; side < corners.count(); side++) {
            size = fill(numbers, from, to, width, corners.node(side, 0), corners.node(side, 1), corners.node(side, 2),
                    corners.node(side, 3), corners.mask(side), side, low, high - 1 - low, size);
        }
    }

    private int fill(int[] numbers, int from, int to, int width, int first, int second, int third, int fourth, int mask, int index,
            int low, int range, int begin) {
        long[] ab = smaller;
        long[] cd = larger;
        long[] packed = sides;
        int n = begin;
        long side = index;
        for (int at = from; at < to; at += width) {
            int p = numbers[at + first];
            int q = numbers[at + second];
            int r = numbers[at + third];
            int s = numbers[at + fourth] | mask;
            // A network that sorts four: the larger of two is the first minus what it is smaller by.
            int difference = p - q;
            int less = difference & difference >> 31;
            int pq = q + less;
            int qp = p - less;
            difference = r - s;
            less = difference & difference >> 31;
            int rs = s + less;
            int sr = r - less;
            difference = pq - rs;
            less = difference & difference >> 31;
            int a = rs + less;
            int x = pq - less;
            difference = qp - sr;
            less = difference & difference >> 31;
            int y = sr + less;
            int d = qp - less;
            difference = x - y;
            less = difference & difference >> 31;
            int b = y + less;
            int c = x - less;
            ab[n] = (long) a << Integer.SIZE | b;
            cd[n] = (long) c << Integer.SIZE | d;
            packed[n] = side;
            side += 1L << Integer.SIZE;
            if ((a - b & b - c & c - d) < 0) {
                int above = a - low;
                n += (above | range - above) >>> 31 ^ 1;
            } else if (a >= low && a - low <= range) {
                n += addDistinct(a, b, c, d, n);
            }
        }
        return n;
    }

    /// Corners that are named twice count once; what is left is a triangle, or else no face at all.
    ///
    /// @return how many faces were added
    private int addDistinct(int a, int b, int c, int d, int at) {
        int second = a != b ? b : b != c ? c : d;
        int third = second != c && c != b ? c : second != d && c != d ? d : SideCorners.NONE;
        if (second == a || second == SideCorners.NONE || third == SideCorners.NONE) {
            return 0;
        }
        smaller[at] = (long) a << Integer.SIZE | second;
        larger[at] = (long) third << Integer.SIZE | SideCorners.NONE;
        return 1;
    }

    /// Keeps the faces that are to be looked at.
    ///
    /// @param elements by what stood for them
    void keepOpen(FaceSums sums, int[] elements) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (sums.isOpen((int) (smaller[i] >>> Integer.SIZE))) {
                smaller[kept] = smaller[i];
                larger[kept] = larger[i];
                sides[kept++] = BoundingFaces.pack(elements[BoundingFaces.element(sides[i])], BoundingFaces.side(sides[i]));
            }
        }
        size = kept;
    }

    int size() {
        return size;
    }

    /// The two smaller nodes of each face.
    long[] smaller() {
        return smaller;
    }

    /// The two larger ones.
    long[] larger() {
        return larger;
    }

    /// Element and side of each face, as [BoundingFaces#pack] makes them.
    long[] sides() {
        return sides;
    }
}
