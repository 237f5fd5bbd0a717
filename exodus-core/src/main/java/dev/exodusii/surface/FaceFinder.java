package dev.exodusii.surface;

import dev.exodusii.parallel.Workers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Finds the faces that bound solids, in parts: each part has the faces whose smallest node lies in a range of its own, so
/// that parts need nothing of each other. A part looks only at those chunks of elements that have a node in its range:
/// first to tell nearly all faces inside of blocks by [FaceSums], then to match the rest.
final class FaceFinder {

    /// Nodes of a part: their sums fit into a near cache.
    private static final long NODES_OF_PART = 1 << 16;
    private static final int MOST_PARTS = 256;
    /// A part of more faces would not fit into arrays.
    private static final long MOST_FACES_OF_PART = 1L << 28;
    /// How often elements may be looked at, on average, when they are stored in an order of no use.
    private static final double MOST_LOOKS = 3;
    /// Chunks between two questions whether the work is to stop.
    private static final int CHUNKS_AT_A_TIME = 64;

    private final List<Solids> blocks;
    private final BlockIndex blockIndex;
    private final Workers workers;
    /// The smallest and largest corner of each chunk of each block, by turns.
    private final int[][] bounds;
    /// Those that are free: each thread takes one for a part, and memory that was used already is used again.
    private final Queue<Table> tables = new ConcurrentLinkedQueue<>();

    FaceFinder(List<Solids> blocks, BlockIndex blockIndex, Workers workers) {
        this.blocks = blocks;
        this.blockIndex = blockIndex;
        this.workers = workers;
        this.bounds = new int[blocks.size()][];
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
            for (int at = 0; at < bounds[i].length; at += 2) {
                low = Math.min(low, bounds[i][at]);
                high = Math.max(high, bounds[i][at + 1]);
            }
        }
        low = Math.max(1, low);
        int parts = parts(faces, low, high);
        int first = low;
        long range = Math.max(0, (long) high + 1 - low);
        // What is needed does not depend on how many nodes a file says that it has.
        int mostSums = (int) Math.min(MOST_FACES_OF_PART, Math.max(NODES_OF_PART, faces));
        return workers.map(parts, part -> part(first + (int) (range * part / parts),
                first + (int) (range * (part + 1) / parts), mostSums));
    }

    /// Notes which nodes the chunks of a block have.
    private void bound(int block) {
        Solids solids = blocks.get(block);
        int chunks = solids.chunks();
        int[] own = new int[2 * chunks];
        bounds[block] = own;
        int pieces = (chunks + CHUNKS_AT_A_TIME - 1) / CHUNKS_AT_A_TIME;
        workers.forEach(pieces, piece -> {
            Solids.Room room = solids.newRoom();
            int end = Math.min(chunks, (piece + 1) * CHUNKS_AT_A_TIME);
            for (int chunk = piece * CHUNKS_AT_A_TIME; chunk < end; chunk++) {
                workers.advance(solids.bound(chunk, room, own));
            }
        });
    }

    private int parts(long faces, int low, int high) {
        int least = (int) Math.min(MOST_PARTS, Math.max(workers.threads(), faces / MOST_FACES_OF_PART + 1));
        int parts = (int) Math.max(least, Math.min(MOST_PARTS, ((long) high - low) / NODES_OF_PART + 1));
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
            for (int at = 0; at < bounds[i].length; at += 2) {
                looks += 1 + Math.max(0, Math.min(parts, ((double) bounds[i][at + 1] - bounds[i][at]) / width));
                chunks++;
            }
        }
        return looks / Math.max(1, chunks);
    }

    private FaceLists part(int low, int high, int mostSums) {
        Table free = tables.poll();
        Table table = free == null ? new Table() : free;
        table.sums.begin(low, high, mostSums);
        forEachChunk(low, high, (block, chunk, isSound, room) ->
                blocks.get(block).sum(chunk, isSound, room, block, table.sums));
        table.sums.end();
        table.matcher.begin(low, high);
        forEachChunk(low, high, (block, chunk, isSound, room) ->
                blocks.get(block).match(chunk, isSound, low, high, room, table.sums, table.matcher));
        FaceLists lists = new FaceLists();
        table.matcher.finish(lists, blockIndex);
        tables.add(table);
        return lists;
    }

    private void forEachChunk(int low, int high, ChunkWork work) {
        int seen = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Solids.Room room = blocks.get(i).newRoom();
            int[] own = bounds[i];
            for (int chunk = 0; chunk < own.length / 2; chunk++) {
                if (own[2 * chunk + 1] < low || own[2 * chunk] >= high) {
                    continue;
                }
                if (++seen % CHUNKS_AT_A_TIME == 0) {
                    workers.checkStopped();
                }
                work.accept(i, chunk, own[2 * chunk] > 0, room);
            }
        }
    }

    @FunctionalInterface
    private interface ChunkWork {

        /// @param isSound whether all corners of the chunk exist
        void accept(int block, int chunk, boolean isSound, Solids.Room room);
    }

    private static final class Table {
        private final FaceSums sums = new FaceSums();
        private final FaceMatcher matcher = new FaceMatcher();
    }
}
