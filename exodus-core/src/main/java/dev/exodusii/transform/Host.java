package dev.exodusii.transform;

import dev.exodusii.EntityKind;
import dev.exodusii.TimeSeries;
import java.util.List;

/// Who has variables in the copy: the whole model, the nodes, or an entity.
///
/// @param kind        the kind
/// @param index       the 0-based position of the entity among those of its kind in the copy
/// @param isReduction whether the variables have one value for the entity as a whole
/// @param entries     which entries stay
/// @param variables   the variables that are taken
/// @param fields      what is turned or scaled together: positions in the list of variables
record Host(EntityKind kind, int index, boolean isReduction, Renumbering entries, List<Stored> variables,
        List<Motion> fields) {

    /// A variable that is taken.
    ///
    /// @param series its values in the file
    /// @param index  its 0-based position among the variables of the copy
    /// @param factor what values are multiplied with
    /// @param offset what is added then
    record Stored(TimeSeries series, int index, double factor, double offset) {

        double scaled(double value) {
            double product = factor == 1 ? value : value * factor;
            return offset == 0 ? product : product + offset;
        }
    }

    /// Components that are changed together.
    ///
    /// @param field    the components
    /// @param isLength whether it is a vector that is scaled with the mesh as well
    record Motion(MovedField field, boolean isLength) {}

    /// Tells whether all values lie side by side in the file: the variables of the whole model or of a whole entity.
    boolean isTogether() {
        return isReduction || kind == EntityKind.GLOBAL;
    }
}
