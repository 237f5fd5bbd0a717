package dev.exodusii.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Points that are sorted along x, looked up by place. In a regular mesh whole planes of points have the same x, so those
/// of a plane are sorted along y as well, once somebody asks for it.
final class Planes {

    /// A plane with fewer points is looked through one by one.
    private static final int WORTH_SORTING = 64;

    private final double[][] points;
    private final int[] order;
    private final Tolerance tolerance;
    private final boolean isMonotone;
    private final Map<Long, int[]> sorted = new HashMap<>();

    /// @param points    the coordinates, axis by axis, at least one
    /// @param order     the indexes of the points along x
    /// @param tolerance how close places are the same
    Planes(double[][] points, int[] order, Tolerance tolerance) {
        this.points = points;
        this.order = order;
        this.tolerance = tolerance;
        this.isMonotone = (tolerance.mode() == ToleranceMode.ABSOLUTE || tolerance.mode() == ToleranceMode.RELATIVE)
                && tolerance.floor() == 0 && tolerance.value() >= 0 && !isAnyNan(points);
    }

    /// NaN is near everything, here as in the reference; then nothing can be halved.
    private static boolean isAnyNan(double[][] points) {
        return Arrays.stream(points).limit(2).anyMatch(axis -> Arrays.stream(axis).anyMatch(Double::isNaN));
    }

    /// Finds the points at a place, in the order along x.
    ///
    /// As in the reference, the first candidate may be off in x.
    ///
    /// @return the first one and the second one, -1 for none
    int[] find(double[] place) {
        int at = lowerBound(place[0]);
        if (at == 0 && tolerance.differs(x(0), place[0])) {
            return new int[] {-1, -1};
        }
        int from = isMonotone ? firstNear(place[0], at) : stepBack(place[0], at);
        int to = isMonotone ? firstFar(place[0], from) : stepOn(place[0], from);
        int[] byY = points.length > 1 && isMonotone && to - from >= WORTH_SORTING ? plane(from, to) : null;
        return byY == null ? among(place, from, to) : among(place, byY);
    }

    private double x(int position) {
        return points[0][order[position]];
    }

    private int lowerBound(double x) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int half = (low + high) >>> 1;
            if (x(half) < x) {
                low = half + 1;
            } else {
                high = half;
            }
        }
        return Math.min(low, order.length - 1);
    }

    private int stepBack(double x, int at) {
        int from = at;
        while (from > 0 && !tolerance.differs(x(from - 1), x)) {
            from--;
        }
        return from;
    }

    private int stepOn(double x, int from) {
        int to = from + 1;
        while (to < order.length && !tolerance.differs(x(to), x)) {
            to++;
        }
        return to;
    }

    /// Returns the first position from which on, up to another, all are near.
    private int firstNear(double x, int at) {
        int low = 0;
        int high = at;
        while (low < high) {
            int half = (low + high) >>> 1;
            if (tolerance.differs(x(half), x)) {
                low = half + 1;
            } else {
                high = half;
            }
        }
        return low;
    }

    /// Returns the first position behind another one that is not near.
    private int firstFar(double x, int at) {
        int low = at + 1;
        int high = order.length;
        while (low < high) {
            int half = (low + high) >>> 1;
            if (tolerance.differs(x(half), x)) {
                high = half;
            } else {
                low = half + 1;
            }
        }
        return low;
    }

    /// Returns the positions of a plane, sorted along y.
    private int[] plane(int from, int to) {
        return sorted.computeIfAbsent((long) from << 32 | to, _ -> {
            double[] ys = points[1];
            int[] local = Order.of(to - from, (a, b) -> Double.compare(ys[order[from + a]], ys[order[from + b]]),
                    i -> ys[order[from + i - 1]] <= ys[order[from + i]]);
            for (int i = 0; i < local.length; i++) {
                local[i] += from;
            }
            return local;
        });
    }

    private int[] among(double[] place, int from, int to) {
        int first = -1;
        for (int position = from; position < to; position++) {
            if (agrees(place, order[position])) {
                if (first >= 0) {
                    return new int[] {first, order[position]};
                }
                first = order[position];
            }
        }
        return new int[] {first, -1};
    }

    private int[] among(double[] place, int[] byY) {
        double[] ys = points[1];
        int low = 0;
        int high = byY.length;
        while (low < high) {
            int half = (low + high) >>> 1;
            double y = ys[order[byY[half]]];
            if (y < place[1] && tolerance.differs(y, place[1])) {
                low = half + 1;
            } else {
                high = half;
            }
        }
        int first = Integer.MAX_VALUE;
        int second = Integer.MAX_VALUE;
        for (; low < byY.length && !tolerance.differs(ys[order[byY[low]]], place[1]); low++) {
            int position = byY[low];
            if (agrees(place, order[position])) {
                second = Math.min(second, Math.max(first, position));
                first = Math.min(first, position);
            }
        }
        return new int[] {pointAt(first), pointAt(second)};
    }

    private int pointAt(int position) {
        return position == Integer.MAX_VALUE ? -1 : order[position];
    }

    private boolean agrees(double[] place, int point) {
        for (int axis = 1; axis < points.length; axis++) {
            if (tolerance.differs(points[axis][point], place[axis])) {
                return false;
            }
        }
        return true;
    }
}
