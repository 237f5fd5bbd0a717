package dev.exodusii.netcdf;

import static dev.exodusii.netcdf.HeaderBuilder.BYTE;
import static dev.exodusii.netcdf.HeaderBuilder.CHAR;
import static dev.exodusii.netcdf.HeaderBuilder.DOUBLE;
import static dev.exodusii.netcdf.HeaderBuilder.INT;
import static dev.exodusii.netcdf.HeaderBuilder.SHORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.view.ArrayView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where a variable's values are found. Each byte of data holds the low byte of its own offset.
class VariableTest {

    @ParameterizedTest
    @EnumSource
    void fixedVariableIsReadFromItsBegin(ContainerFormat format) throws Exception {
        Variable variable = HeaderBuilder.of(format).dimension("n", 2).dimension("m", 3).variable("first", CHAR, 1)
                .variable("v", BYTE, 0, 1).open().requireVariable("v");
        byte begin = (byte) variable.begin();

        assertArrayEquals(new long[] {begin, begin + 1, begin + 2, begin + 3, begin + 4, begin + 5},
                variable.view().integers().toArray());
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfASingleVariableFollowWithoutPadding(ContainerFormat format) throws Exception {
        Variable variable = HeaderBuilder.of(format).recordDimension("t").records(3).dimension("n", 3)
                .variable("v", BYTE, 0, 1).open().requireVariable("v");

        assertEquals((byte) (variable.begin() + 2 * 3 + 1), variable.view().select(0, 2).integers().get(1));
        assertTrue(variable.view().isContiguous());
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfSeveralVariablesAreInterleaved(ContainerFormat format) throws Exception {
        NetcdfFile file = HeaderBuilder.of(format).recordDimension("t").records(3).dimension("n", 3)
                .variable("u", BYTE, 0, 1).variable("v", SHORT, 0).variable("w", BYTE, 0, 1).open();
        Variable variable = file.requireVariable("w");

        assertEquals(12, file.layout().recordStride());
        assertEquals((byte) (variable.begin() + 2 * 12 + 1), variable.view().select(0, 2).integers().get(1));
    }

    @Test
    void recordVariableOfHigherRankIsContiguousWithinARecord() throws Exception {
        ArrayView view = HeaderBuilder.cdf2().recordDimension("t").records(2).dimension("n", 2).dimension("m", 3)
                .variable("time", DOUBLE, 0).variable("v", BYTE, 0, 1, 2).open().requireVariable("v").view();

        assertArrayEquals(new long[] {2, 2, 3}, view.shape());
        assertFalse(view.isContiguous());
        assertTrue(view.select(0, 1).isContiguous());
        assertEquals(view.select(0, 1).select(0, 0).integers().get(0) + 5,
                view.select(0, 1).select(0, 1).integers().get(2));
    }

    @Test
    void shapeOfARecordVariableBeginsWithTheRecords() throws Exception {
        Variable variable = HeaderBuilder.cdf2().recordDimension("t").records(4).dimension("n", 3)
                .variable("v", DOUBLE, 0, 1).open().requireVariable("v");

        assertArrayEquals(new long[] {4, 3}, variable.shape());
        assertTrue(variable.isRecord());
        assertEquals(24, variable.recordBytes());
    }

    @Test
    void variableWithoutRecordsHasAnEmptyView() throws Exception {
        Variable variable = HeaderBuilder.cdf2().recordDimension("t").dimension("n", 3).variable("v", DOUBLE, 0, 1)
                .open().requireVariable("v");

        assertEquals(0, variable.view().count());
        assertArrayEquals(new long[] {0, 3}, variable.view().shape());
    }

    @Test
    void variableWithoutRecordsHasAnEmptyViewWhereverItBegins() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").variable("v", DOUBLE, 0).withBegin(1L << 50);

        assertEquals(0, HeaderBuilder.open(builder.header()).requireVariable("v").view().count());
    }

    @Test
    void scalarIsOneValue() throws Exception {
        Variable variable = HeaderBuilder.cdf2().variable("v", INT).open().requireVariable("v");

        assertEquals(0, variable.rank());
        assertEquals(1, variable.view().integers().size());
    }

    @Test
    void dimensionMayOccurTwice() throws Exception {
        Variable variable = HeaderBuilder.cdf2().dimension("x", 3).variable("v", INT, 0, 0).open().requireVariable("v");

        assertArrayEquals(new long[] {3, 3}, variable.view().shape());
        assertEquals("int v(x = 3, x = 3)", variable.toString());
    }

    @Test
    void attributesAreFoundByName() throws Exception {
        Variable variable = HeaderBuilder.cdf2().variable("v", INT).text("units", "m").text("note", "n").open()
                .requireVariable("v");

        assertEquals(List.of("units", "note"), variable.attributes().stream().map(Attribute::name).toList());
        assertEquals(Optional.of("n"), variable.attribute("note").flatMap(Attribute::text));
        assertEquals(Optional.empty(), variable.attribute("Note"));
    }

    @Test
    void viewOfAClosedFileIsRefusedByName() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().variable("v", INT).open();
        Variable variable = file.requireVariable("v");
        file.close();

        var refused = assertThrows(IllegalStateException.class, variable::view);

        assertEquals("model.e is closed", refused.getMessage());
    }
}
