package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.statistics.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a quantity is called, and where its values are.
class QuantityTest {

    private static final Quantity DISP = new Quantity(EntityKind.NODAL, List.of("disp_x", "disp_y", "disp_z"),
            Quantity.EVERYWHERE);

    private static List<String> names(List<TimeSeries> series) {
        return series.stream().map(TimeSeries::name).toList();
    }

    @Test
    void theDisplacementIsFoundByItsName() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            assertEquals(Optional.of(DISP), Quantity.displacement(file));
            assertEquals(List.of(DISP), Quantity.movements(file));
        }
    }

    @Test
    void aFileWithoutVectorsHasNoDisplacement() {
        try (ExodusFile file = Testdata.open("no-results.e")) {
            assertEquals(Optional.empty(), Quantity.displacement(file));
            assertEquals(List.of(), Quantity.movements(file));
        }
    }

    @Test
    void aVectorIsCalledByWhatItsComponentsShare() {
        assertEquals("disp", DISP.name());
        assertEquals("disp magnitude", DISP.label());
        assertEquals("disp_y", Quantity.of(EntityKind.NODAL, "disp_y").label());
        assertEquals("a, b", new Quantity(EntityKind.NODAL, List.of("a", "b"), Quantity.EVERYWHERE).name());
    }

    @Test
    void nodalVariablesAreFoundInTheFile() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            assertEquals(List.of("disp_x", "disp_y", "disp_z"), names(DISP.in(file)));
            assertEquals(List.of(), Quantity.of(EntityKind.NODAL, "disp").in(file));
            assertEquals(List.of(), Quantity.of(EntityKind.ELEMENT_BLOCK, "safety_factor").in(file));
        }
    }

    @Test
    void aVectorIsNowhereWhereOneComponentIsMissing() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            Quantity length = new Quantity(EntityKind.NODAL, List.of("disp_x", "nonsense"), Quantity.EVERYWHERE);

            assertEquals(List.of(), length.in(file));
        }
    }

    @Test
    void variablesOfEntitiesAreFoundOnThoseThatAreMeant() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            Quantity pressure = Quantity.of(EntityKind.SIDE_SET, "pressure");

            assertEquals(List.of("pressure"), names(pressure.on(file.sideSets().get(0))));
            assertEquals(List.of(), pressure.onlyOn(1).on(file.sideSets().get(0)));
            assertEquals(List.of(), pressure.on(file.elementBlocks().get(0)));
        }
    }
}
