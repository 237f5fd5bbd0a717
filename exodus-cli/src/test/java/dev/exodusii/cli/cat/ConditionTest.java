package dev.exodusii.cli.cat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.cli.address.AbsentException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conditions, on rows 0 to 4 with the fields `a`, `b` and `odd-name`; `x` is not shown but known.
class ConditionTest {

    private static final double[] A = {-2, -1, 0, 1, Double.NaN};
    private static final double[] B = {1, 1, 2, Double.POSITIVE_INFINITY, 3};
    private static final Slab SLAB = new Slab(A.length, List.of(field("a", A), field("b", B), field("odd-name", B)),
            name -> name.equals("x") ? Optional.of(field("x", A)) : Optional.empty(), Slab.EVERY);

    private static Field field(String name, double... values) {
        return new Field.Computed(name, row -> values[(int) row]);
    }

    /// Returns the numbers of the rows that meet a condition.
    private static String rows(String condition) {
        return LongStream.range(0, A.length).filter(Condition.parse(condition).on(SLAB)).mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "a > 0                         ; 3",
        "a>=0                          ; 2 3",
        "-1 < a                        ; 2 3",
        "a = 0                         ; 2",
        "a <> 0                        ; 0 1 3 4",
        "a > 0 or b == 1               ; 0 1 3",
        "a < 0 and b == 1 or b == 2    ; 0 1 2",
        "a < 0 and (b == 1 or b == 2)  ; 0 1",
        "a < -1 || a > -1 && b < 3     ; 0 2",
        "not a > 0                     ; 0 1 2 4",
        "!(a > 0) and !(a == -2)       ; 1 2 4",
        "not not a > 0                 ; 3",
        "-1 <= a < 1                   ; 1 2",
        "a == nan                      ; 4",
        "a != NaN                      ; 0 1 2 3",
        "nan == a                      ; 4",
        "isnan(a) or isinf(b)          ; 3 4",
        "not isfinite(b)               ; 3",
        "b == inf                      ; 3",
        "b > -infinity                 ; 0 1 2 3 4",
        "abs(a) > 1                    ; 0",
        "a*a + 1 == 2                  ; 1 3",
        "2 - 1 - 1 == 0 and a == 0     ; 2",
        "(a + 1) * 2 == 4              ; 3",
        "-a^2 == -4                    ; 0",
        "2 ** 3 / 4 == b               ; 2",
        "hypot(a, b, 2) == 3           ; 0",
        "min(a, b) == -1               ; 1",
        "max(a, b) == 1e0              ; 0 1",
        "sqrt(b) < 1.2 and a < .5      ; 0 1",
        "x > 0                         ; 3",
        "\"odd-name\" == 2             ; 2",
        "`odd-name` == 2               ; 2",
    })
    void chooses(String condition, String rows) {
        assertEquals(rows, rows(condition));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "a             ; it compares nothing",
        "a >           ; it ends too early",
        "(a > 1        ; a ')' is missing",
        "a > 1)        ; ')' is not expected there",
        "a > 1 b       ; 'b' is not expected there",
        "a and b > 1   ; it compares nothing",
        "(a > 1) + 1 > 0 ; it computes with what is true or false",
        "a < nan       ; NaN is neither less nor greater than anything",
        "abs(a, b) > 1 ; abs does not take 2 numbers",
        "\"a > 1       ; a closing \" is missing",
        "a ? 1         ; '?' makes no sense",
    })
    void whatMakesNoSenseIsRefused(String condition, String why) {
        AbsentException refused = assertThrows(AbsentException.class, () -> Condition.parse(condition));
        assertEquals("'" + condition + "' is no condition: " + why, refused.getMessage());
        assertTrue(refused.isSyntax());
    }

    @Test
    void functionsThatDoNotExistAreListed() {
        AbsentException refused = assertThrows(AbsentException.class, () -> Condition.parse("norm(a) > 1"));
        assertEquals("there is no function 'norm' in 'norm(a) > 1'", refused.getMessage());
        assertTrue(refused.hint().startsWith("functions are abs, sqrt,"), refused.hint());
    }

    @Test
    void fieldsThatDoNotExistAreAbsent() {
        AbsentException absent = assertThrows(AbsentException.class, () -> Condition.parse("c > 1").on(SLAB));
        assertEquals("there is nothing called 'c' to compare here", absent.getMessage());
    }
}
