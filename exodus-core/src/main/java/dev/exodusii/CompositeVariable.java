package dev.exodusii;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Scalar variables that belong together by their names: `disp_x`, `disp_y` and `disp_z` are the vector `disp`
/// (`exodus-format` §2.12). A matter of presentation: the variables stay what they are.
///
/// The components stand in the order of the file, which for tensors is as often the alphabet's as the format's own.
/// Immutable and safe for use by many threads.
///
/// @param name     the name that the components share, without what stands between it and the suffixes; the whole name
///                 of a scalar
/// @param kind     what the components make up
/// @param suffixes the components' suffixes as they are written, none for a scalar
/// @param indexes  the components' 0-based positions in the list of names
public record CompositeVariable(String name, Kind kind, List<String> suffixes, List<Integer> indexes) {

    /// Makes the record; the lists are copied.
    public CompositeVariable {
        suffixes = List.copyOf(suffixes);
        indexes = List.copyOf(indexes);
    }

    /// What the components make up.
    public enum Kind {
        /// A variable of its own.
        SCALAR,
        /// Components `x y`.
        VECTOR_2D,
        /// Components `x y z`.
        VECTOR_3D,
        /// Components `s q`.
        QUATERNION_2D,
        /// Components `x y z q`.
        QUATERNION_3D,
        /// Components `xx yy xy`, perhaps with `zz`.
        SYMMETRIC_TENSOR_2D,
        /// Components `xx yy zz xy yz zx`, where `xz` may stand for `zx`.
        SYMMETRIC_TENSOR_3D,
        /// Components `xx yy xy yx`, perhaps with `zz`.
        FULL_TENSOR_2D,
        /// All nine components from `xx` to `zz`.
        FULL_TENSOR_3D,
        /// Some components of a tensor, such as `xx yy zz`, that make up none of the complete forms.
        PARTIAL_TENSOR,
        /// The same quantity at integration points, `1` to the number of points.
        INTEGRATION_POINTS;

        private boolean isCompleteTensor() {
            return switch (this) {
                case SYMMETRIC_TENSOR_2D, SYMMETRIC_TENSOR_3D, FULL_TENSOR_2D, FULL_TENSOR_3D -> true;
                default -> false;
            };
        }
    }

    /// Groups a list of variable names. Components belong together when they follow one another, share what stands
    /// before the suffix, and are all there; the largest group wins.
    ///
    /// @param names the names of all variables of one kind, in the order of the file
    /// @return groups and scalars in order; each name is in exactly one of them
    public static List<CompositeVariable> group(List<String> names) {
        return new NameGrouping(List.copyOf(names)).groups();
    }

    /// Returns the vectors of two or three components among some variables.
    ///
    /// @param names the names of all variables of one kind, in the order of the file
    /// @return the vectors in order, except that the [#displacement] comes first
    public static List<CompositeVariable> vectors(List<String> names) {
        // A sort keeps the order of what is equal.
        return group(names).stream().filter(CompositeVariable::isVector)
                .sorted(Comparator.comparing(vector -> !vector.isDisplacement())).toList();
    }

    /// Returns the vector that tells how far nodes have moved. By convention its name begins with `disp`, in letters of any
    /// case, or is `dis`; the format itself has no word for it.
    ///
    /// @param names the names of all nodal variables, in the order of the file
    /// @return the first vector that is called so, or nothing
    public static Optional<CompositeVariable> displacement(List<String> names) {
        return vectors(names).stream().findFirst().filter(CompositeVariable::isDisplacement);
    }

    /// Tells whether it is a vector of two or three components.
    public boolean isVector() {
        return kind == Kind.VECTOR_2D || kind == Kind.VECTOR_3D;
    }

    private boolean isDisplacement() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("disp") || lower.equals("dis");
    }

    /// Returns the number of components.
    public int size() {
        return indexes.size();
    }

    /// Finds a component.
    ///
    /// @param suffix its suffix, in letters of any case
    /// @return its 0-based position in the list of names, or nothing when there is no such component
    public OptionalInt index(String suffix) {
        return IntStream.range(0, suffixes.size()).filter(i -> suffixes.get(i).equalsIgnoreCase(suffix))
                .map(indexes::get).findFirst();
    }

    /// Returns a short text for people: `disp(x,y)`, `stress(6)` for a tensor with all its components, `eqps(1..8)` for
    /// integration points, and the bare name of a scalar.
    public String label() {
        if (kind == Kind.SCALAR) {
            return name;
        }
        if (kind == Kind.INTEGRATION_POINTS) {
            return name + "(" + suffixes.getFirst() + ".." + suffixes.getLast() + ")";
        }
        return name + "(" + (kind.isCompleteTensor() ? Integer.toString(size()) : String.join(",", suffixes)) + ")";
    }

    /// Returns kind and label, such as `vector 2d disp(x,y)`.
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + label();
    }
}
