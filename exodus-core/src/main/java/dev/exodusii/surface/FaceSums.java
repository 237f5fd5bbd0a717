package dev.exodusii.surface;

import java.util.Arrays;

/// Tells almost all faces between two elements of one block at once, without looking for either.
///
/// Each face is made a number of 64 bits from its nodes, whatever their order, and its block. All numbers of the faces with
/// the same smallest node are put together by exclusive or: those that occur twice cancel each other. Where zero is left,
/// no face with this smallest node occurs once, or once in a block and also in another, but for a chance of 2^-64 for each
/// node of the surface; one that is twice in each of its blocks cancels, too, and is never on the outside of any of them. The
/// few others are for [FaceMatcher].
final class FaceSums {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xBF58476D1CE4E5B9L;
    private static final long STIR = 0x94D049BB133111EBL;

    /// By node, from the second one; the first belongs to faces outside of the range.
    private long[] sums = new long[0];
    private long[] mixed = new long[0];
    private int low;
    private int range;
    /// Nodes that share a sum, as a power of two: more than one where there are far more nodes than faces.
    private int shift;

    /// Forgets all faces and begins with a range of smallest nodes.
    ///
    /// @param most how many sums there may be at most
    void begin(int newLow, int high, int most) {
        low = newLow;
        range = high - newLow;
        shift = 0;
        while (range >>> shift > most) {
            shift++;
        }
        int size = slot(range, shift) + 1;
        if (sums.length < size) {
            sums = new long[size];
        } else {
            Arrays.fill(sums, 0, size, 0);
        }
    }

    /// Which sum the nodes from 1 on in a range have; 0 stays 0.
    private static int slot(int place, int shift) {
        return place + (1 << shift) - 1 >>> shift;
    }

    /// Takes the faces of some elements. As in [FaceKeys], nothing branches.
    ///
    /// @param numbers node numbers of elements, row by row; none is negative
    /// @param from    where those of the first element begin
    /// @param to      where those of the last one end
    /// @param width   how many an element has
    /// @param block   differs between blocks
    void add(int[] numbers, int from, int to, int width, int block, SideCorners corners) {
        if (mixed.length < numbers.length) {
            mixed = new long[numbers.length];
        }
        mix(numbers, from, to, mixed);
        for (int side = 0; side < corners.count(); side++) {
            add(numbers, from, to, width, corners.node(side, 0), corners.node(side, 1), corners.node(side, 2),
                    corners.node(side, 3), corners.mask(side), block * SPREAD);
        }
    }

    private static void mix(int[] numbers, int from, int to, long[] mixed) {
        for (int i = from; i < to; i++) {
            long spread = numbers[i] * SPREAD;
            mixed[i] = (spread ^ spread >>> Integer.SIZE) * MIX;
        }
    }

    private void add(int[] numbers, int from, int to, int width, int first, int second, int third, int fourth, int mask,
            long salt) {
        long[] each = mixed;
        long[] all = sums;
        int begin = low - 1;
        int end = range + 1;
        int by = shift;
        long kept = mask == 0 ? -1 : 0;
        for (int at = from; at < to; at += width) {
            int p = numbers[at + first];
            int q = numbers[at + second];
            int r = numbers[at + third];
            int s = numbers[at + fourth] | mask;
            int less = p - q;
            int pq = q + (less & less >> 31);
            less = r - s;
            int rs = s + (less & less >> 31);
            less = pq - rs;
            int place = rs + (less & less >> 31) - begin;
            place &= place - end >> 31 & -place >> 31;
            long face = each[at + first] + each[at + second] + each[at + third] + (each[at + fourth] & kept) + salt;
            face = (face ^ face >>> 29) * STIR;
            all[slot(place, by)] ^= face ^ face >>> 31;
        }
    }

    /// Ends adding.
    void end() {
        sums[0] = 0;
    }

    /// Returns whether the faces with a smallest node are to be looked at.
    boolean isOpen(int node) {
        return sums[slot(node - low + 1, shift)] != 0;
    }

    /// Gathers the elements of which a face may be to be looked at.
    ///
    /// @param numbers node numbers, whose first `corners` in a row are corners
    /// @param rows    gets where the row of each of them begins
    /// @return how many they are
    int open(int[] numbers, int from, int to, int width, int corners, int[] rows) {
        long[] all = sums;
        int begin = low - 1;
        int end = range + 1;
        int by = shift;
        int count = 0;
        for (int at = from; at < to; at += width) {
            long any = 0;
            for (int i = at; i < at + corners; i++) {
                int place = numbers[i] - begin;
                place &= place - end >> 31 & -place >> 31;
                any |= all[slot(place, by)];
            }
            rows[count] = at;
            count += (int) ((any | -any) >>> 63);
        }
        return count;
    }
}
