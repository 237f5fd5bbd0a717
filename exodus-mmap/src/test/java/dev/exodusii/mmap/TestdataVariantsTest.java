package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.Int64Status;
import dev.exodusii.view.ElementType;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same model in other containers and with numbers of other widths: what the model says does not depend on either.
class TestdataVariantsTest {

    private static List<String> model(String name, DoubleFunction<String> real) {
        try (ExodusFile file = Testdata.open(name)) {
            return ModelText.of(file, real);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plate-cdf1.e", "plate-cdf5.e", "plate-i64.e"})
    void modelIsTheSameInEveryContainerAndWidthOfIntegers(String variant) {
        assertEquals(model("plate.e", Double::toString), model(variant, Double::toString));
    }

    @Test
    void modelInFourByteRealsIsTheSameRoundedToFloat() {
        DoubleFunction<String> rounded = value -> Float.toString((float) value);

        assertEquals(model("plate.e", rounded), model("plate-float.e", rounded));
        assertNotEquals(model("plate.e", Double::toString), model("plate-float.e", Double::toString));
    }

    @Test
    void modelOfAnotherFileIsNotTheSame() {
        List<String> plate = model("plate.e", Double::toString);

        assertTrue(plate.size() > 100, () -> plate.size() + " facts");
        assertNotEquals(plate, model("odd/plate-cut.e", Double::toString));
    }

    @ParameterizedTest
    @CsvSource({"plate.e, CDF-2", "plate-cdf1.e, CDF-1", "plate-cdf5.e, CDF-5", "plate-i64.e, CDF-5",
        "plate-float.e, CDF-2"})
    void containerIsTheOneOfTheName(String name, String container) {
        try (ExodusFile file = Testdata.open(name)) {
            assertEquals(container, file.container().format().label());
        }
    }

    @Test
    void wideIntegersAreDeclaredAndStored() {
        try (ExodusFile file = Testdata.open("plate-i64.e")) {
            ElementBlock core = file.elementBlocks().name("core");

            assertEquals(new Int64Status(7168), file.int64Status());
            assertTrue(file.int64Status().maps() && file.int64Status().ids() && file.int64Status().bulk());
            assertEquals(ElementType.INT64, core.connectivity().type());
            assertEquals(ElementType.INT64, file.nodeIds().stored().orElseThrow().type());
            assertEquals(ElementType.INT64, file.sideSets().getFirst().sides().type());
        }
    }

    @Test
    void narrowRealsAreDeclaredAndStored() {
        try (ExodusFile file = Testdata.open("plate-float.e")) {
            assertEquals(OptionalInt.of(4), file.wordSize());
            assertEquals(ElementType.FLOAT, file.coordinates().x().type());
            assertEquals(ElementType.FLOAT, file.nodal("temperature").values().type());
            assertEquals(0.1f, file.coordinates().x().getFloat(1));
            assertEquals(0.1f, (float) file.coordinates().x().get(1));
            assertNotEquals(0.1, file.coordinates().x().get(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"plate-streaming.e, 5, STREAMING_RECORDS", "plate-crashed.e, 3, UNCOUNTED_RECORDS",
        "plate-cut.e, 4, TRUNCATED_RECORDS"})
    void stepsThatAreThereAreHandedOutWhateverTheHeaderCounts(String name, int steps, String finding) {
        try (ExodusFile file = Testdata.open("odd/" + name); ExodusFile whole = Testdata.open("plate.e")) {
            assertEquals(List.of(finding), Testdata.codes(file).stream().map(Enum::name).toList());
            assertEquals(steps, file.times().steps());
            ViewAssertions.assertReals(file.nodal("temperature").history(7),
                    whole.nodal("temperature").history(7).slice(0, steps).toArray());
        }
    }
}
