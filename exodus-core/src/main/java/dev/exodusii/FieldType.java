package dev.exodusii;

import java.util.List;
import java.util.OptionalInt;

/// What the components of a field are at one level of nesting (`exodus-format` §2.16). The order and [#code()] are
/// those of the format.
public enum FieldType {
    /// None of the types that are known.
    INVALID(-1),
    /// Components with suffixes of the writer's own.
    USER_DEFINED(-1),
    /// Components counted from 1.
    SEQUENCE(-1),
    /// One component for each function of a basis, counted from 0.
    BASIS(-1),
    /// One component for each point of a quadrature rule, counted from 0.
    QUADRATURE(-1),
    /// A single value without a suffix.
    SCALAR(1),
    /// A vector with one component.
    VECTOR_1D("X"),
    /// A vector in the plane.
    VECTOR_2D("X", "Y"),
    /// A vector in space.
    VECTOR_3D("X", "Y", "Z"),
    /// A rotation in the plane.
    QUATERNION_2D("S", "Q"),
    /// A rotation in space.
    QUATERNION_3D("X", "Y", "Z", "Q"),
    /// A tensor with 3 components on the diagonal and 6 off it.
    FULL_TENSOR_36("XX", "YY", "ZZ", "XY", "YZ", "ZX", "YX", "ZY", "XZ"),
    /// A tensor with 3 components on the diagonal and 2 off it.
    FULL_TENSOR_32("XX", "YY", "ZZ", "XY", "YX"),
    /// A tensor with 2 components on the diagonal and 2 off it.
    FULL_TENSOR_22("XX", "YY", "XY", "YX"),
    /// A tensor with 1 component on the diagonal and 6 off it.
    FULL_TENSOR_16("XX", "XY", "YZ", "ZX", "YX", "ZY", "XZ"),
    /// A tensor with 1 component on the diagonal and 2 off it.
    FULL_TENSOR_12("XX", "XY", "YX"),
    /// A symmetric tensor with 3 components on the diagonal and 3 off it.
    SYMMETRIC_TENSOR_33("XX", "YY", "ZZ", "XY", "YZ", "ZX"),
    /// A symmetric tensor with 3 components on the diagonal and 1 off it.
    SYMMETRIC_TENSOR_31("XX", "YY", "ZZ", "XY"),
    /// A symmetric tensor with 2 components on the diagonal and 1 off it.
    SYMMETRIC_TENSOR_21("XX", "YY", "XY"),
    /// A symmetric tensor with 1 component on the diagonal and 3 off it.
    SYMMETRIC_TENSOR_13("XX", "XY", "YZ", "ZX"),
    /// A symmetric tensor with 1 component on the diagonal and 1 off it.
    SYMMETRIC_TENSOR_11("XX", "XY"),
    /// A symmetric tensor with 1 component, on the diagonal.
    SYMMETRIC_TENSOR_10("XX"),
    /// An antisymmetric tensor with 3 components.
    ANTISYMMETRIC_TENSOR_03("XY", "YZ", "ZX"),
    /// An antisymmetric tensor with 2 components.
    ANTISYMMETRIC_TENSOR_02("XY", "YZ"),
    /// An antisymmetric tensor with 1 component.
    ANTISYMMETRIC_TENSOR_01("XY"),
    /// A matrix of 2 rows and 2 columns, row by row.
    MATRIX_2X2("11", "12", "21", "22"),
    /// A matrix of 3 rows and 3 columns, row by row.
    MATRIX_3X3("11", "12", "13", "21", "22", "23", "31", "32", "33");

    private static final List<FieldType> ALL = List.of(values());

    private final int componentCount;
    private final List<String> suffixes;

    FieldType(int componentCount) {
        this.componentCount = componentCount;
        this.suffixes = List.of();
    }

    FieldType(String... suffixes) {
        this.componentCount = suffixes.length;
        this.suffixes = List.of(suffixes);
    }

    /// Returns the number by which files refer to the type.
    public int code() {
        return ordinal();
    }

    /// Returns how many components the type has, or nothing where each field decides for itself.
    public OptionalInt componentCount() {
        return componentCount < 0 ? OptionalInt.empty() : OptionalInt.of(componentCount);
    }

    /// Returns the suffixes of the components in order; none for scalars and for types without suffixes of their own.
    public List<String> suffixes() {
        return suffixes;
    }

    /// Finds the type with a code.
    ///
    /// @param code the number in the file
    /// @return the type; [#INVALID] when the number means none
    public static FieldType ofCode(long code) {
        return code >= 0 && code < ALL.size() ? ALL.get((int) code) : INVALID;
    }
}
