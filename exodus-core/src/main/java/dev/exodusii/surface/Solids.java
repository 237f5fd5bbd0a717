package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import org.jspecify.annotations.Nullable;

/// Elements of one block that fill a volume and whose faces are in the tables: all of them, or some.
final class Solids {

    /// Node numbers that are decoded at a time: they stay in a near cache.
    private static final int NUMBERS_AT_A_TIME = 1 << 14;
    private final NodeRows rows;
    private final int cornerCount;
    private final SideCorners corners;
    private final int firstElement;
    private final int size;
    private final int nodeCount;
    private final int @Nullable [] some;

    /// @param some      the rows that count, in rising order; null for all
    /// @param nodeCount how many nodes the mesh has
    Solids(ElementBlock block, NodeRows rows, int @Nullable [] some, int nodeCount) {
        this.rows = rows;
        this.cornerCount = block.topology().cornerCount();
        this.corners = new SideCorners(block.topology());
        this.firstElement = (int) block.firstIndex();
        this.size = some == null ? (int) block.size() : some.length;
        this.some = some;
        this.nodeCount = nodeCount;
    }

    long faceCount() {
        return (long) size * corners.count();
    }

    /// Rows that are decoded at a time.
    private int chunk() {
        return Math.max(1, Math.min(size, NUMBERS_AT_A_TIME / Math.max(1, rows.width())));
    }

    int chunks() {
        return (int) (((long) size + chunk() - 1) / chunk());
    }

    Room newRoom() {
        return new Room();
    }

    private int read(int chunk, int[] numbers) {
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

    /// Finds the smallest and the largest corner of a chunk. The smallest is 0 if there is one that does not exist.
    ///
    /// @param room   what may be written over
    /// @param bounds gets both, at twice the index of the chunk
    /// @return how many bytes were read
    long bound(int chunk, Room room, int[] bounds) {
        int[] numbers = room.numbers;
        int count = read(chunk, numbers);
        int width = rows.width();
        // One flat loop becomes vector code; nodes that are no corners lie anywhere and would widen the range.
        for (int i = 1; i < count && cornerCount < width; i++) {
            System.arraycopy(numbers, i * width, numbers, i * cornerCount, cornerCount);
        }
        bound(numbers, count * Math.min(width, cornerCount), bounds, 2 * chunk);
        return (long) count * width * Integer.BYTES;
    }

    private void bound(int[] numbers, int count, int[] bounds, int at) {
        int low = Integer.MAX_VALUE;
        int high = 0;
        int missing = 0;
        for (int i = 0; i < count; i++) {
            int number = numbers[i];
            int below = number - low;
            int above = number - high;
            low += below & below >> 31;
            high += above & ~(above >> 31);
            missing |= number - 1 | nodeCount - number;
        }
        if (missing < 0) {
            // What was subtracted may not have fitted.
            repair(numbers, count);
            low = 0;
            high = 0;
            for (int i = 0; i < count; i++) {
                high = Math.max(high, numbers[i]);
            }
        }
        bounds[at] = low;
        bounds[at + 1] = high;
    }

    /// Nodes that do not exist become 0, below all that do.
    private void repair(int[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = numbers[i] < 1 || numbers[i] > nodeCount ? 0 : numbers[i];
        }
    }

    /// Puts the faces of a chunk to the sums.
    ///
    /// @param room what may be written over
    /// @param block differs between blocks
    void sum(int chunk, boolean isSound, Room room, int block, FaceSums sums) {
        int count = readSound(chunk, isSound, room.numbers);
        sums.add(room.numbers, 0, count * rows.width(), rows.width(), block, corners);
    }

    private int readSound(int chunk, boolean isSound, int[] numbers) {
        int count = read(chunk, numbers);
        if (!isSound) {
            repair(numbers, count * rows.width());
        }
        return count;
    }

    /// Matches those faces of a chunk of which the sums do not tell enough.
    void match(int chunk, boolean isSound, int low, int high, Room room, FaceSums sums, FaceMatcher matcher) {
        int width = rows.width();
        int count = readSound(chunk, isSound, room.numbers);
        int open = sums.open(room.numbers, 0, count * width, width, cornerCount, room.elements);
        for (int i = 0; i < open; i++) {
            int at = room.elements[i];
            System.arraycopy(room.numbers, at, room.numbers, i * width, width);
            int position = chunk * chunk() + at / width;
            room.elements[i] = firstElement + (some == null ? position : some[position]);
        }
        room.keys.fill(room.numbers, 0, open * width, width, low, high);
        room.keys.keepOpen(sums, room.elements);
        matcher.add(room.keys);
    }

    /// What is needed to look at a chunk.
    final class Room {

        private final int[] numbers = new int[chunk() * rows.width()];
        private final int[] elements = new int[chunk()];
        private final FaceKeys keys = new FaceKeys(corners, chunk());
    }
}
