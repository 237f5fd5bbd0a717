package dev.exodusii.transform;

import dev.exodusii.CompositeVariable;
import dev.exodusii.FieldMetadata;
import dev.exodusii.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Variables that are the components of one vector or tensor.
///
/// @param name       what the components share in their names
/// @param shape      what they make up
/// @param components the 0-based position of each component among the variables: x, y, z of a vector; xx, xy, xz, yx ... zz
///                   of a tensor; -1 for what there is none
record MovedField(String name, Shape shape, int... components) {

    private static final String AXES = "xyz";
    private static final int SIZE = 3;

    /// What components make up.
    enum Shape {
        VECTOR, TENSOR, PARTIAL_TENSOR, QUATERNION
    }

    /// Finds all vectors and tensors among variables: those that the file describes, then those whose names tell.
    static List<MovedField> of(List<String> names, List<FieldMetadata> described) {
        List<MovedField> fields = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (FieldMetadata field : described) {
            List<Integer> indexes = field.componentIndexes(names);
            if (indexes.size() > 1) {
                taken.addAll(indexes);
                described(field, indexes, fields);
            }
        }
        for (CompositeVariable group : CompositeVariable.group(names)) {
            if (group.indexes().stream().noneMatch(taken::contains)) {
                named(group, fields);
            }
        }
        return fields;
    }

    /// The level that is a vector or tensor; those before and behind it are places or the like.
    private static void described(FieldMetadata field, List<Integer> indexes, List<MovedField> fields) {
        int stride = 1;
        for (FieldMetadata.Level level : field.levels()) {
            int size = Math.toIntExact(level.cardinality().orElse(1));
            if (shape(level.type()) != null) {
                for (int first = 0; first < indexes.size(); first++) {
                    if (first / stride % size == 0) {
                        fields.add(of(field.name(), level.type(), indexes, first, stride));
                    }
                }
                return;
            }
            stride *= size;
        }
    }

    private static MovedField of(String name, FieldType type, List<Integer> indexes, int first, int stride) {
        Shape shape = Objects.requireNonNull(shape(type));
        int[] components = none(shape);
        List<String> suffixes = type.suffixes();
        for (int i = 0; i < suffixes.size(); i++) {
            put(components, suffixes.get(i), indexes.get(first + i * stride), type.name().startsWith("SYM"));
        }
        return new MovedField(name, shape, components);
    }

    private static @Nullable Shape shape(FieldType type) {
        return switch (type) {
            case VECTOR_1D, VECTOR_2D, VECTOR_3D -> Shape.VECTOR;
            case SYMMETRIC_TENSOR_33, SYMMETRIC_TENSOR_31, SYMMETRIC_TENSOR_21, FULL_TENSOR_36, FULL_TENSOR_32,
                    FULL_TENSOR_22 -> Shape.TENSOR;
            case FULL_TENSOR_16, FULL_TENSOR_12, SYMMETRIC_TENSOR_13, SYMMETRIC_TENSOR_11, SYMMETRIC_TENSOR_10,
                    ANTISYMMETRIC_TENSOR_03, ANTISYMMETRIC_TENSOR_02, ANTISYMMETRIC_TENSOR_01, MATRIX_2X2, MATRIX_3X3 ->
                Shape.PARTIAL_TENSOR;
            case QUATERNION_2D, QUATERNION_3D -> Shape.QUATERNION;
            case INVALID, USER_DEFINED, SEQUENCE, BASIS, QUADRATURE, SCALAR -> null;
        };
    }

    private static void named(CompositeVariable group, List<MovedField> fields) {
        Shape shape = switch (group.kind()) {
            case VECTOR_2D, VECTOR_3D -> Shape.VECTOR;
            case SYMMETRIC_TENSOR_2D, SYMMETRIC_TENSOR_3D, FULL_TENSOR_2D, FULL_TENSOR_3D -> Shape.TENSOR;
            case PARTIAL_TENSOR -> Shape.PARTIAL_TENSOR;
            case QUATERNION_2D, QUATERNION_3D -> Shape.QUATERNION;
            case SCALAR, INTEGRATION_POINTS -> null;
        };
        if (shape == null) {
            return;
        }
        int[] components = none(shape);
        boolean isSymmetric = group.kind() == CompositeVariable.Kind.SYMMETRIC_TENSOR_2D
                || group.kind() == CompositeVariable.Kind.SYMMETRIC_TENSOR_3D;
        for (int i = 0; i < group.size(); i++) {
            put(components, group.suffixes().get(i), group.indexes().get(i), isSymmetric);
        }
        fields.add(new MovedField(group.name(), shape, components));
    }

    private static int[] none(Shape shape) {
        int[] components = new int[shape == Shape.VECTOR ? SIZE : SIZE * SIZE];
        Arrays.fill(components, -1);
        return components;
    }

    private static void put(int[] components, String suffix, int index, boolean isSymmetric) {
        // What one version of the reference library writes for zx by mistake.
        String axes = suffix.toLowerCase(Locale.ROOT).replace("zc", "zx");
        int first = axes.isEmpty() ? -1 : AXES.indexOf(axes.charAt(0));
        int second = axes.length() < 2 ? 0 : AXES.indexOf(axes.charAt(1));
        if (first < 0 || second < 0) {
            return; // Of quaternions and matrices; these are not turned.
        }
        if (components.length == SIZE) {
            components[first] = index;
            return;
        }
        components[SIZE * first + second] = index;
        if (isSymmetric) {
            components[SIZE * second + first] = index;
        }
    }

    /// Returns the number of axes along which there are components, so that the others count as 0.
    int axes() {
        int step = components.length == SIZE ? 1 : SIZE + 1;
        for (int axis = SIZE; axis > 0; axis--) {
            if (components[(axis - 1) * step] >= 0) {
                return axis;
            }
        }
        return 0;
    }

    /// Returns the variables that it consists of.
    int[] variables() {
        return Arrays.stream(components).filter(index -> index >= 0).distinct().toArray();
    }
}
