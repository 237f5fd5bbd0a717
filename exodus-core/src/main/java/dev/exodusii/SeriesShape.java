package dev.exodusii;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealMatrix;
import java.util.Optional;

/// Brings stored values into the form (steps x entries), where that is possible without a copy.
///
/// @param steps the number of time steps of the file
record SeriesShape(long steps) {

    /// Matches values with an entity.
    ///
    /// @param values  what is stored: `[time][entries]`; or, from foreign writers, one rank less, either `[entries]`,
    ///                constant in time, or `[time]` for an entity of one entry
    /// @param entries the number of entries of the entity
    /// @return the matrix, or nothing when the shape does not fit
    Optional<RealMatrix> match(ArrayView values, long entries) {
        if (!isNumeric(values)) {
            return Optional.empty();
        }
        return switch (values.rank()) {
            case 0 -> entries == 1 ? matrix(values.asColumn().repeated(steps)) : Optional.empty();
            case 1 -> {
                if (entries == 1 && values.length(0) == steps) {
                    yield matrix(values.asColumn());
                }
                yield values.length(0) == entries ? matrix(values.repeated(steps)) : Optional.empty();
            }
            case 2 -> values.length(0) == steps && values.length(1) == entries ? matrix(values) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<RealMatrix> matrix(ArrayView values) {
        return Optional.of(values.realMatrix());
    }

    static boolean isNumeric(ArrayView values) {
        return values.type() != ElementType.CHAR;
    }
}
