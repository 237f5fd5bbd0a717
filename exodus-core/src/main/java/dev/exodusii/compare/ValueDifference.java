package dev.exodusii.compare;

/// Two values that are too far apart.
///
/// @param kind      what they belong to
/// @param variable  the variable's name in file 1
/// @param tolerance how closely it is compared
/// @param place     where the value of file 1 is
/// @param step      the number of the step of file 1, from 1; 0 for what does not change in time
/// @param first     the value in file 1
/// @param second    the value in file 2
/// @param delta     how far they are apart; infinite where one of them is NaN
public record ValueDifference(ComparedKind kind, String variable, Tolerance tolerance, Place place, int step,
        double first, double second, double delta) {

    /// Where a value is.
    ///
    /// @param block the id of the block or set; 0 for nodes and global values
    /// @param id    the id of the node or element; for the entries of edge and face blocks, their number in the block
    /// @param side  the number of the side, for side sets; otherwise 0
    public record Place(long block, long id, int side) {

        /// No place in particular, as for global values.
        public static final Place NONE = new Place(0, 0, 0);
    }

    /// Tells whether exactly one of the values is NaN.
    public boolean isNan() {
        return Double.isNaN(first) != Double.isNaN(second);
    }
}
