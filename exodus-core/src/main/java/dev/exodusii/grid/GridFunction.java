package dev.exodusii.grid;

/// Says what the values of a variable are.
@FunctionalInterface
public interface GridFunction {

    /// Returns one value.
    ///
    /// @param index the 0-based index of the node or element; 0 for a variable of the whole model
    /// @param x     where the node or the middle of the element is
    /// @param y     its second coordinate, 0 where there is none
    /// @param z     its third coordinate, 0 where there is none
    /// @param time  the time of the step
    /// @return the value
    double at(long index, double x, double y, double z, double time);
}
