package dev.exodusii.surface;

import dev.exodusii.parallel.Workers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Finds the faces that bound solids, in parts: each part has the faces whose smallest node lies in a range of its own, so
/// that parts need nothing of each other. A part looks only at those chunks of elements that have a node in its range.
final class FaceFinder {

    /// Faces of a part: what is kept of them fits into a near cache.
    private static final long FACES_OF_PART = 400_000;
    private static final int MOST_PARTS = 256;
    /// A part of more faces would not fit into arrays.
    private static final long MOST_FACES_OF_PART = 1L << 28;
    /// How often elements may be looked at, on average, when they are stored in an order of no use.
    private static final double MOST_LOOKS = 3;
    /// Chunks between two questions whether the work is to stop.
    private static final int CHUNKS_AT_A_TIME = 64;

    private final List<Solids> blocks;
    private final int nodeCount;
    private final BlockIndex blockIndex;
    private final Workers workers;
    /// The smallest and largest node number of each chunk of each block.
    private final int[][] lows;
    private final int[][] highs;
    /// Those that are free: each thread takes one for a part, and memory that was used already is used again.
    private final Queue<FaceMatcher> matchers = new ConcurrentLinkedQueue<>();

    FaceFinder(List<Solids> blocks, int nodeCount, BlockIndex blockIndex, Workers workers) {
        this.blocks = blocks;
        this.nodeCount = nodeCount;
        this.blockIndex = blockIndex;
        this.workers = workers;
        this.lows = new int[blocks.size()][];
        this.highs = new int[blocks.size()][];
    }

    List<FaceLists> find() {
        long faces = 0;
        for (int i = 0; i < blocks.size(); i++) {
            faces += blocks.get(i).faceCount();
            bound(i);
        }
        if (faces == 0) {
            return List.of();
        }
        int low = Integer.MAX_VALUE;
        int high = 0;
        for (int i = 0; i < blocks.size(); i++) {
            for (int chunk = 0; chunk < lows[i].length; chunk++) {
                low = Math.min(low, lows[i][chunk]);
                high = Math.max(high, highs[i][chunk]);
            }
        }
        low = Math.max(1, low);
        high = Math.min(nodeCount, high);
        int parts = parts(faces, low, high);
        int first = low;
        long range = Math.max(0, (long) high + 1 - low);
        int expected = (int) Math.min(MOST_FACES_OF_PART, faces / parts * 6 / 10);
        return workers.map(parts, part -> part(first + (int) (range * part / parts),
                first + (int) (range * (part + 1) / parts), expected));
    }

    /// Notes which nodes the chunks of a block have.
    private void bound(int block) {
        Solids solids = blocks.get(block);
        int chunks = solids.chunks();
        lows[block] = new int[chunks];
        highs[block] = new int[chunks];
        int pieces = (chunks + CHUNKS_AT_A_TIME - 1) / CHUNKS_AT_A_TIME;
        workers.forEach(pieces, piece -> {
            int[] numbers = new int[solids.chunk() * solids.width()];
            int end = Math.min(chunks, (piece + 1) * CHUNKS_AT_A_TIME);
            for (int chunk = piece * CHUNKS_AT_A_TIME; chunk < end; chunk++) {
                int count = solids.read(chunk, numbers);
                bound(block, chunk, count, solids.width(), solids.cornerCount(), numbers);
                workers.advance((long) count * solids.width() * Integer.BYTES);
            }
        });
    }

    private void bound(int block, int chunk, int count, int width, int corners, int[] numbers) {
        // One flat loop becomes vector code; nodes that are no corners lie anywhere and would widen the range.
        int used = width;
        if (corners < width) {
            used = corners;
            for (int i = 1; i < count; i++) {
                System.arraycopy(numbers, i * width, numbers, i * corners, corners);
            }
        }
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = 0; i < count * used; i++) {
            int number = numbers[i];
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        lows[block][chunk] = low;
        highs[block][chunk] = high;
    }

    private int parts(long faces, int low, int high) {
        int least = (int) Math.min(MOST_PARTS, Math.max(workers.threads(), faces / MOST_FACES_OF_PART + 1));
        int parts = (int) Math.max(least, Math.min(MOST_PARTS, faces / FACES_OF_PART + 1));
        while (parts > least && looks(low, high, parts) > MOST_LOOKS) {
            parts = Math.max(least, parts / 2);
        }
        return parts;
    }

    /// Returns how many parts look at a chunk on average.
    private double looks(int low, int high, int parts) {
        double width = Math.max(1, ((double) high - low + 1) / parts);
        double looks = 0;
        long chunks = 0;
        for (int i = 0; i < blocks.size(); i++) {
            for (int chunk = 0; chunk < lows[i].length; chunk++) {
                looks += 1 + Math.max(0, Math.min(parts, ((double) highs[i][chunk] - lows[i][chunk]) / width));
                chunks++;
            }
        }
        return looks / Math.max(1, chunks);
    }

    private FaceLists part(int low, int high, int expected) {
        FaceMatcher free = matchers.poll();
        FaceMatcher matcher = free == null ? new FaceMatcher(expected) : free;
        matcher.begin(low, high);
        int seen = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Solids solids = blocks.get(i);
            int[] numbers = new int[solids.chunk() * solids.width()];
            for (int chunk = 0; chunk < lows[i].length; chunk++) {
                if (highs[i][chunk] < low || lows[i][chunk] >= high) {
                    continue;
                }
                if (++seen % CHUNKS_AT_A_TIME == 0) {
                    workers.checkStopped();
                }
                int count = solids.read(chunk, numbers);
                solids.match(chunk, count, numbers, low, high, nodeCount, matcher);
            }
        }
        FaceLists lists = new FaceLists();
        matcher.finish(lists, blockIndex);
        matchers.add(matcher);
        return lists;
    }
}
