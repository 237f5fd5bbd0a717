package dev.exodusii.surface;

import java.util.Arrays;

/// The nodes of a surface among those of the mesh, in rising order, so that values are read from front to back.
///
/// Where they are a good part of the mesh, a bit for each node of the mesh tells whether it is one of them, and how many
/// bits come before tells which: an eighth of a byte for each node, and half as much for the counts. Where they are few,
/// they are looked for in the list.
final class NodeNumbering {

    private static final int FEW = 64;

    private final long[] bits;
    private final int[] before;
    private final int[] nodes;

    private NodeNumbering(long[] bits, int[] before, int[] nodes) {
        this.bits = bits;
        this.before = before;
        this.nodes = nodes;
    }

    static NodeNumbering of(long nodeCount, int[]... lists) {
        long named = 0;
        for (int[] list : lists) {
            named += list.length;
        }
        return named < nodeCount / FEW ? sorted((int) named, lists) : marked(nodeCount, lists);
    }

    private static NodeNumbering sorted(int named, int[][] lists) {
        int[] all = new int[named];
        int at = 0;
        for (int[] list : lists) {
            System.arraycopy(list, 0, all, at, list.length);
            at += list.length;
        }
        Arrays.sort(all);
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[count++] = all[i];
            }
        }
        return new NodeNumbering(new long[0], new int[0], Arrays.copyOf(all, count));
    }

    private static NodeNumbering marked(long nodeCount, int[][] lists) {
        long[] bits = new long[(int) ((nodeCount + Long.SIZE - 1) / Long.SIZE)];
        for (int[] list : lists) {
            for (int node : list) {
                bits[node >>> 6] |= 1L << node;
            }
        }
        int[] before = new int[bits.length];
        int count = 0;
        for (int i = 0; i < bits.length; i++) {
            before[i] = count;
            count += Long.bitCount(bits[i]);
        }
        int[] nodes = new int[count];
        int at = 0;
        for (int i = 0; i < bits.length; i++) {
            for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
                nodes[at++] = (i << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return new NodeNumbering(bits, before, nodes);
    }

    /// Returns the mesh's node indexes, by the surface's.
    int[] nodes() {
        return nodes;
    }

    /// Turns node indexes of the mesh into those of the surface.
    void convert(int[] list) {
        if (bits.length == 0) {
            for (int i = 0; i < list.length; i++) {
                list[i] = Arrays.binarySearch(nodes, list[i]);
            }
            return;
        }
        for (int i = 0; i < list.length; i++) {
            int node = list[i];
            list[i] = before[node >>> 6] + Long.bitCount(bits[node >>> 6] & (1L << node) - 1);
        }
    }
}
