package dev.exodusii.geometry;

import dev.exodusii.parallel.Workers;
import java.util.Arrays;

/// Boxes in a tree of boxes, for finding those that are near a point without looking at all.
///
/// Boxes are sorted along a curve through space (Hilbert's), eight neighbours are in one box, eight of these in one of the level
/// above, and so on. All are kept as floats, rounded outwards, in that order, so that those that are looked at together
/// lie together. In three dimensions that takes 4 + 24 * 8/7 bytes for each box, 31.4. The result is the same whatever the
/// number of threads. Immutable.
final class BoxTree {

    /// Boxes, or boxes of boxes, that are in one of the level above.
    static final int FAN = 8;

    private static final int BITS_PER_AXIS = 21;
    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;
    private static final int PIECES = 16;

    private final int dimension;
    /// Which box each of the first level is.
    private final int[] order;
    /// For each level, the lowest and then the highest corner of each box; the first level is that of the boxes themselves.
    private final float[][] levels;

    private BoxTree(int dimension, int[] order, float[][] levels) {
        this.dimension = dimension;
        this.order = order;
        this.levels = levels;
    }

    /// How many boxes a tree can hold at most.
    static int most(int dimension) {
        return (Integer.MAX_VALUE - 8) / (2 * dimension);
    }

    /// Takes what may be near.
    interface Visitor {

        /// Takes a box.
        void visit(int box);

        /// The square of the distance beyond which nothing is of interest; it may become less at each visit.
        double bound();
    }

    /// Rounds down to a float.
    static float below(double value) {
        float rounded = (float) value;
        return rounded > value ? Math.nextDown(rounded) : rounded;
    }

    /// Rounds up to a float.
    static float above(double value) {
        float rounded = (float) value;
        return rounded < value ? Math.nextUp(rounded) : rounded;
    }

    /// Makes a tree.
    ///
    /// @param dimension the number of axes
    /// @param boxes     the lowest and then the highest corner of each box
    /// @param isThere   which boxes are to be in the tree
    /// @param workers   who does the work
    static BoxTree of(int dimension, float[] boxes, boolean[] isThere, Workers workers) {
        int[] order = new int[isThere.length];
        int size = 0;
        for (int box = 0; box < isThere.length; box++) {
            if (isThere[box]) {
                order[size++] = box;
            }
        }
        int[] sorted = new Sorting(dimension, boxes, Arrays.copyOf(order, size), workers).sorted();
        int count = 1;
        for (int boxesThere = size; boxesThere > 1; boxesThere = ceil(boxesThere)) {
            count++;
        }
        float[][] levels = new float[count][];
        levels[0] = inOrder(dimension, boxes, sorted, workers);
        for (int level = 1; level < count; level++) {
            levels[level] = above(dimension, levels[level - 1], workers);
        }
        return new BoxTree(dimension, sorted, levels);
    }

    private static int ceil(int count) {
        return (count + FAN - 1) / FAN;
    }

    private static float[] inOrder(int dimension, float[] boxes, int[] order, Workers workers) {
        int width = 2 * dimension;
        float[] sorted = new float[width * order.length];
        workers.forEach(PIECES, piece -> {
            int end = (int) ((long) order.length * (piece + 1) / PIECES);
            for (int i = (int) ((long) order.length * piece / PIECES); i < end; i++) {
                System.arraycopy(boxes, width * order[i], sorted, width * i, width);
            }
        });
        return sorted;
    }

    private static float[] above(int dimension, float[] boxes, Workers workers) {
        int there = boxes.length / (2 * dimension);
        int count = ceil(there);
        float[] larger = new float[2 * dimension * count];
        workers.forEach(PIECES, piece -> {
            int end = (int) ((long) count * (piece + 1) / PIECES);
            for (int box = (int) ((long) count * piece / PIECES); box < end; box++) {
                int last = Math.min(there, (box + 1) * FAN);
                for (int i = box * FAN; i < last; i++) {
                    extend(dimension, boxes, i, larger, box, i == box * FAN);
                }
            }
        });
        return larger;
    }

    private static void extend(int dimension, float[] boxes, int box, float[] larger, int target, boolean isFirst) {
        int from = 2 * dimension * box;
        int to = 2 * dimension * target;
        for (int axis = 0; axis < dimension; axis++) {
            float low = boxes[from + axis];
            float high = boxes[from + dimension + axis];
            larger[to + axis] = isFirst ? low : Math.min(low, larger[to + axis]);
            larger[to + dimension + axis] = isFirst ? high : Math.max(high, larger[to + dimension + axis]);
        }
    }

    /// Returns how many bytes the tree takes.
    long bytes() {
        long bytes = (long) order.length * Integer.BYTES;
        for (float[] level : levels) {
            bytes += (long) level.length * Float.BYTES;
        }
        return bytes;
    }

    /// Shows all boxes that are not farther away than the visitor's bound, more or less the near ones first.
    void visit(double[] point, Visitor visitor) {
        if (order.length > 0) {
            visit(levels.length - 1, 0, point, visitor);
        }
    }

    private void visit(int level, int box, double[] point, Visitor visitor) {
        if (level == 0) {
            visitor.visit(order[box]);
            return;
        }
        int first = box * FAN;
        float[] boxes = levels[level - 1];
        int count = Math.min(boxes.length / (2 * dimension) - first, FAN);
        double[] distances = new double[count];
        int[] nearest = new int[count];
        int near = 0;
        double bound = visitor.bound();
        for (int i = 0; i < count; i++) {
            double distance = squared(boxes, first + i, point);
            if (distance <= bound) {
                int at = near++;
                for (; at > 0 && distances[at - 1] > distance; at--) {
                    distances[at] = distances[at - 1];
                    nearest[at] = nearest[at - 1];
                }
                distances[at] = distance;
                nearest[at] = first + i;
            }
        }
        for (int i = 0; i < near && distances[i] <= visitor.bound(); i++) {
            visit(level - 1, nearest[i], point, visitor);
        }
    }

    private double squared(float[] boxes, int box, double[] point) {
        int at = 2 * dimension * box;
        double squared = 0;
        for (int axis = 0; axis < dimension; axis++) {
            double outside = Math.max(0, Math.max(boxes[at + axis] - point[axis], point[axis] - boxes[at + dimension + axis]));
            squared += outside * outside;
        }
        // Rounding must not move a box away.
        return squared * (1 - 1e-14);
    }

    /// Sorts boxes along the curve, digit by digit from the lowest, so that equal places stay in the order of the boxes.
    private static final class Sorting {

        private final int dimension;
        private final float[] boxes;
        private final Workers workers;
        private int[] order;
        private long[] codes;

        Sorting(int dimension, float[] boxes, int[] order, Workers workers) {
            this.dimension = dimension;
            this.boxes = boxes;
            this.order = order;
            this.codes = new long[order.length];
            this.workers = workers;
        }

        private int from(int piece) {
            return (int) ((long) order.length * piece / PIECES);
        }

        int[] sorted() {
            encode();
            int[] otherOrder = new int[order.length];
            long[] otherCodes = new long[order.length];
            for (int shift = 0; shift < BITS_PER_AXIS * dimension; shift += DIGIT) {
                int[][] starts = starts(shift);
                if (starts.length == 0) {
                    continue;
                }
                pass(shift, starts, otherOrder, otherCodes);
                int[] sortedOrder = otherOrder;
                long[] sortedCodes = otherCodes;
                otherOrder = order;
                otherCodes = codes;
                order = sortedOrder;
                codes = sortedCodes;
            }
            return order;
        }

        private void encode() {
            double[] low = new double[dimension];
            double extent = bounds(low);
            double scale = extent > 0 ? ((1 << BITS_PER_AXIS) - 1) / extent : 0;
            workers.forEach(PIECES, piece -> {
                int[] cell = new int[dimension];
                for (int i = from(piece); i < from(piece + 1); i++) {
                    for (int axis = 0; axis < dimension; axis++) {
                        cell[axis] = Math.clamp((long) ((middle(order[i], axis) - low[axis]) * scale), 0,
                                (1 << BITS_PER_AXIS) - 1);
                    }
                    codes[i] = alongCurve(cell);
                }
            });
        }

        /// Returns how far along the curve a cell is. From the largest cubes to the smallest, the axes of each are exchanged
        /// and turned round so that the curve ends where the next cube begins (John Skilling's way, 2004).
        private static long alongCurve(int[] cell) {
            int last = cell.length - 1;
            for (int bit = 1 << BITS_PER_AXIS - 1; bit > 1; bit >>= 1) {
                int lower = bit - 1;
                for (int axis = 0; axis <= last; axis++) {
                    int exchanged = (cell[axis] & bit) == 0 ? (cell[0] ^ cell[axis]) & lower : 0;
                    cell[0] ^= (cell[axis] & bit) == 0 ? exchanged : lower;
                    cell[axis] ^= exchanged;
                }
            }
            int turned = 0;
            for (int axis = 1; axis <= last; axis++) {
                cell[axis] ^= cell[axis - 1];
            }
            for (int bit = 1 << BITS_PER_AXIS - 1; bit > 1; bit >>= 1) {
                turned ^= (cell[last] & bit) == 0 ? 0 : bit - 1;
            }
            long code = 0;
            for (int axis = 0; axis <= last; axis++) {
                code |= spread(cell[axis] ^ turned, cell.length) << last - axis;
            }
            return code;
        }

        private double middle(int box, int axis) {
            int at = 2 * dimension * box + axis;
            return ((double) boxes[at] + boxes[at + dimension]) / 2;
        }

        /// @return the largest extent along an axis
        private double bounds(double[] low) {
            double extent = 0;
            for (int axis = 0; axis < dimension; axis++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int box : order) {
                    double middle = middle(box, axis);
                    least = Math.min(least, middle);
                    most = Math.max(most, middle);
                }
                low[axis] = least;
                extent = Math.max(extent, most - least);
            }
            return extent;
        }

        /// Puts zeros between the bits, as many as there are other axes.
        private static long spread(long cell, int dimension) {
            if (dimension == 1) {
                return cell;
            }
            long bits = cell;
            if (dimension == 2) {
                bits = (bits | bits << 16) & 0x0000_FFFF_0000_FFFFL;
                bits = (bits | bits << 8) & 0x00FF_00FF_00FF_00FFL;
                bits = (bits | bits << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
                bits = (bits | bits << 2) & 0x3333_3333_3333_3333L;
                return (bits | bits << 1) & 0x5555_5555_5555_5555L;
            }
            bits = (bits | bits << 32) & 0x001F_0000_0000_FFFFL;
            bits = (bits | bits << 16) & 0x001F_0000_FF00_00FFL;
            bits = (bits | bits << 8) & 0x100F_00F0_0F00_F00FL;
            bits = (bits | bits << 4) & 0x10C3_0C30_C30C_30C3L;
            return (bits | bits << 2) & 0x1249_2492_4924_9249L;
        }

        /// Where each piece puts its first box of each digit; nothing when all have the same digit.
        private int[][] starts(int shift) {
            int[][] counts = new int[PIECES][DIGITS];
            workers.forEach(PIECES, piece -> {
                int[] own = counts[piece];
                for (int i = from(piece); i < from(piece + 1); i++) {
                    own[(int) (codes[i] >>> shift) & (DIGITS - 1)]++;
                }
            });
            int next = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                int before = next;
                for (int[] own : counts) {
                    int count = own[digit];
                    own[digit] = next;
                    next += count;
                }
                if (next - before == order.length) {
                    return new int[0][];
                }
            }
            return counts;
        }

        private void pass(int shift, int[][] starts, int[] toOrder, long[] toCodes) {
            workers.forEach(PIECES, piece -> {
                int[] next = starts[piece];
                for (int i = from(piece); i < from(piece + 1); i++) {
                    int to = next[(int) (codes[i] >>> shift) & (DIGITS - 1)]++;
                    toOrder[to] = order[i];
                    toCodes[to] = codes[i];
                }
            });
        }
    }
}
