package dev.exodusii.compare;

/// How far two values may be apart and still count as the same.
///
/// @param mode       how the distance is measured
/// @param value      the distance that is still allowed
/// @param floor      values both smaller than this count as the same
/// @param isOldFloor the floor's older meaning: values closer to each other than it count as the same
public record Tolerance(ToleranceMode mode, double value, double floor, boolean isOldFloor) {

    /// What values of unlike sign are apart when units in the last place are counted.
    private static final double UNLIKE_SIGNS = 1 << 29;

    /// A tolerance with the floor of today.
    ///
    /// @param mode  how the distance is measured
    /// @param value the distance that is still allowed
    /// @param floor values both smaller than this count as the same
    public Tolerance(ToleranceMode mode, double value, double floor) {
        this(mode, value, floor, false);
    }

    /// Returns the same with another mode.
    public Tolerance with(ToleranceMode other) {
        return new Tolerance(other, value, floor, isOldFloor);
    }

    /// Returns the same with another value.
    public Tolerance withValue(double other) {
        return new Tolerance(mode, other, floor, isOldFloor);
    }

    /// Returns the same with another floor.
    public Tolerance withFloor(double other) {
        return new Tolerance(mode, value, other, isOldFloor);
    }

    /// Returns the same with the floor in its older meaning.
    public Tolerance withOldFloor(boolean isOld) {
        return new Tolerance(mode, value, floor, isOld);
    }

    /// Measures the distance of two values, as of results, attributes and coordinates.
    ///
    /// @param a one value
    /// @param b the other
    /// @return 0 or more; NaN where one is NaN
    public double delta(double a, double b) {
        double sizeA = Math.abs(a);
        double sizeB = Math.abs(b);
        boolean isAbove = isOldFloor ? Math.abs(a - b) >= floor : sizeA >= floor || sizeB >= floor;
        return mode == ToleranceMode.IGNORE || !isAbove ? 0 : distance(a, b);
    }

    /// Tells whether two values are too far apart, as of results, attributes and coordinates.
    public boolean isExceeded(double a, double b) {
        return delta(a, b) > value;
    }

    /// Tells whether two times, global values, or coordinates that are looked up, are too far apart. Values equal to the floor are
    /// below it here; in the combined modes a distance of exactly the tolerance is too far; and units in the last place
    /// are counted in 32 bits, as the reference does.
    public boolean differs(double a, double b) {
        double gap = mode.isUnsigned() ? Math.abs(Math.abs(a) - Math.abs(b)) : Math.abs(a - b);
        boolean isBelow = isOldFloor ? Math.abs(a - b) < floor : Math.abs(a) <= floor && Math.abs(b) <= floor;
        if (mode == ToleranceMode.IGNORE || value >= 0 && gap == 0 || isBelow) {
            return false;
        }
        double larger = Math.max(Math.abs(a), Math.abs(b));
        return switch (mode) {
            case RELATIVE, EIGEN_RELATIVE -> gap > value * larger || Double.isInfinite(gap);
            case ABSOLUTE, EIGEN_ABSOLUTE -> gap > value;
            case COMBINED, EIGEN_COMBINED -> gap >= Math.max(1, larger) * value || Double.isInfinite(gap);
            case ULPS_FLOAT -> isNegative(a) != isNegative(b) || (int) floatUlps(a, b) > (int) value;
            case ULPS_DOUBLE -> isNegative(a) != isNegative(b) || (int) doubleUlps(a, b) > (int) value;
            case IGNORE -> false;
        };
    }

    private double distance(double a, double b) {
        double gap = mode.isUnsigned() ? Math.abs(Math.abs(a) - Math.abs(b)) : Math.abs(a - b);
        double larger = Math.max(Math.abs(a), Math.abs(b));
        return switch (mode) {
            case RELATIVE, EIGEN_RELATIVE -> a == 0 && b == 0 ? 0 : ratio(gap, larger);
            case ABSOLUTE, EIGEN_ABSOLUTE -> gap;
            case COMBINED, EIGEN_COMBINED -> larger > 1 ? ratio(gap, larger) : gap;
            case ULPS_FLOAT -> isNegative(a) == isNegative(b) ? floatUlps(a, b) : a == b ? 0 : UNLIKE_SIGNS;
            case ULPS_DOUBLE -> isNegative(a) == isNegative(b) ? doubleUlps(a, b) : a == b ? 0 : UNLIKE_SIGNS;
            case IGNORE -> 0;
        };
    }

    /// Infinity is infinitely far from every other number, though dividing by it says nothing.
    private static double ratio(double gap, double larger) {
        return Double.isInfinite(gap) ? gap : gap / larger;
    }

    private static boolean isNegative(double value) {
        return Double.doubleToRawLongBits(value) < 0;
    }

    private static long floatUlps(double a, double b) {
        return Math.abs((long) Float.floatToRawIntBits((float) a) - Float.floatToRawIntBits((float) b));
    }

    private static long doubleUlps(double a, double b) {
        return Math.abs(Double.doubleToRawLongBits(a) - Double.doubleToRawLongBits(b));
    }
}
