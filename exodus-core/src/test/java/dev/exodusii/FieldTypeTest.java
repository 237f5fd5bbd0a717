package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, INVALID
            1, USER_DEFINED
            2, SEQUENCE
            3, BASIS
            4, QUADRATURE
            5, SCALAR
            8, VECTOR_3D
            10, QUATERNION_3D
            11, FULL_TENSOR_36
            15, FULL_TENSOR_12
            16, SYMMETRIC_TENSOR_33
            21, SYMMETRIC_TENSOR_10
            22, ANTISYMMETRIC_TENSOR_03
            26, MATRIX_3X3
            """)
    void codesAreThoseOfTheFormat(int code, FieldType type) {
        assertEquals(type, FieldType.ofCode(code));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 27, Long.MAX_VALUE, Long.MIN_VALUE, 8 | 1L << 32})
    void aCodeThatMeansNothingIsInvalid(long code) {
        assertEquals(FieldType.INVALID, FieldType.ofCode(code));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            FULL_TENSOR_36, 9
            FULL_TENSOR_32, 5
            FULL_TENSOR_22, 4
            FULL_TENSOR_16, 7
            FULL_TENSOR_12, 3
            SYMMETRIC_TENSOR_33, 6
            SYMMETRIC_TENSOR_31, 4
            SYMMETRIC_TENSOR_21, 3
            SYMMETRIC_TENSOR_13, 4
            SYMMETRIC_TENSOR_11, 2
            SYMMETRIC_TENSOR_10, 1
            ANTISYMMETRIC_TENSOR_03, 3
            ANTISYMMETRIC_TENSOR_02, 2
            ANTISYMMETRIC_TENSOR_01, 1
            MATRIX_2X2, 4
            MATRIX_3X3, 9
            SCALAR, 1
            """)
    void aTypeWithFixedComponentsKnowsTheirNumber(FieldType type, int count) {
        assertEquals(OptionalInt.of(count), type.componentCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVALID", "USER_DEFINED", "SEQUENCE", "BASIS", "QUADRATURE"})
    void aTypeWhoseComponentsEachFieldChoosesKnowsNoNumber(FieldType type) {
        assertEquals(OptionalInt.empty(), type.componentCount());
    }

    @Test
    void theLastDigitsOfATensorsNameCountItsComponents() {
        List<FieldType> wrong = Arrays.stream(FieldType.values()).filter(type -> type.name().contains("_TENSOR_"))
                .filter(type -> diagonal(type) != digit(type, 2) || type.suffixes().size() - diagonal(type)
                        != digit(type, 1)).toList();

        assertEquals(List.of(), wrong);
    }

    private static long diagonal(FieldType type) {
        return type.suffixes().stream().filter(suffix -> suffix.charAt(0) == suffix.charAt(1)).count();
    }

    private static int digit(FieldType type, int fromTheEnd) {
        return type.name().charAt(type.name().length() - fromTheEnd) - '0';
    }
}
