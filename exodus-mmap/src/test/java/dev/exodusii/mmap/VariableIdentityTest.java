package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.RealView;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A variable that is asked for again is the same one, although it is another object.
class VariableIdentityTest {

    private final ExodusFile file = Testdata.open("plate.e");

    @AfterEach
    void close() {
        file.close();
    }

    static Stream<Function<ExodusFile, TimeSeries>> variables() {
        return Stream.of(file -> file.nodal("temperature"),
                file -> file.globalVariables().getFirst(),
                file -> file.elementBlocks().name("core").variables().getFirst(),
                file -> file.nodeSets().get(0).variables().getFirst());
    }

    @ParameterizedTest
    @MethodSource("variables")
    void aVariableAskedForTwiceIsTheSame(Function<ExodusFile, TimeSeries> ask) {
        assertEquals(ask.apply(file), ask.apply(file));
        assertEquals(ask.apply(file).hashCode(), ask.apply(file).hashCode());
    }

    @ParameterizedTest
    @MethodSource("variables")
    void theSameVariableOfAFileOpenedOnceMoreIsAnother(Function<ExodusFile, TimeSeries> ask) {
        try (ExodusFile again = Testdata.open("plate.e")) {
            assertNotEquals(ask.apply(file), ask.apply(again));
        }
    }

    @ParameterizedTest
    @MethodSource("variables")
    void aVariableStaysTheSameAfterItsFileWasClosed(Function<ExodusFile, TimeSeries> ask) {
        TimeSeries one = ask.apply(file);
        TimeSeries other = ask.apply(file);
        file.close();

        assertEquals(one, other);
    }

    @Test
    void variablesOfOneNameOnTwoBlocksDiffer() {
        String shared = file.elementBlocks().get(0).variables().getFirst().name();
        TimeSeries here = file.elementBlocks().get(0).variable(shared).orElseThrow();

        assertTrue(file.elementBlocks().stream().skip(1).flatMap(block -> block.variables().stream())
                .noneMatch(here::equals));
    }

    @Test
    void fewerStepsAreAnotherSeries() {
        assertNotEquals(file.nodal("temperature"), file.nodal("temperature").slice(0, 4));
    }

    @Test
    void aFileKnowsTheViewsThatReadIt() {
        RealView view = file.nodal("temperature").step(2);
        try (ExodusFile again = Testdata.open("plate.e")) {
            assertTrue(file.container().isSourceOf(view));
            assertFalse(again.container().isSourceOf(view));
        }
    }

    @Test
    void aFileKnowsItsViewsAfterItWasClosed() {
        RealView view = file.coordinates().x();
        file.close();

        assertTrue(file.container().isSourceOf(view));
    }
}
