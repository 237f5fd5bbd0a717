package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertIntegers;
import static dev.exodusii.mmap.ViewAssertions.assertReals;
import static dev.exodusii.mmap.ViewAssertions.assertRows;
import static dev.exodusii.mmap.ViewAssertions.assertSteps;
import static dev.exodusii.mmap.ViewAssertions.assertStored;
import static dev.exodusii.mmap.ViewAssertions.row;
import static dev.exodusii.mmap.ViewAssertions.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.Property;
import dev.exodusii.view.ElementType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `foreign-results.e`: results as programs other than the reference library store them.
class TestdataForeignResultsTest {

    private final ExodusFile file = Testdata.open("foreign-results.e");

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void oneArrayForTheElementsOfAllBlocksIsCutUp() {
        assertSteps(file.elementBlocks().id(7).requireVariable("q"), step(201.25, 202.25), step(201.5, 202.5),
                step(201.75, 202.75), step(202, 203));
        assertSteps(file.elementBlocks().id(8).requireVariable("p"), step(103.25), step(103.5), step(103.75),
                step(104));
        assertStored(file.elementBlocks().id(8), "p", "q");
    }

    @Test
    void oneArrayForAllVariablesAndBlocksIsCutUp() {
        assertSteps(file.edgeBlocks().id(5).requireVariable("s"), step(201.25, 202.25), step(201.5, 202.5),
                step(201.75, 202.75), step(202, 203));
        assertReals(file.edgeBlocks().id(6).requireVariable("r").history(0), 103.25, 103.5, 103.75, 104);
        assertStored(file.edgeBlocks().id(5), "r", "s");
    }

    @Test
    void nodalVariablesMayBeTheLastDimension() {
        assertSteps(file.nodal("v").slice(0, 2),
                step(201.25, 202.25, 203.25, 204.25, 205.25, 206.25, 207.25, 208.25),
                step(201.5, 202.5, 203.5, 204.5, 205.5, 206.5, 207.5, 208.5));
        assertReals(file.nodal("u").history(7), 108.25, 108.5, 108.75, 109);
    }

    @Test
    void resultsWithoutTimeAreTheSameAtEachStep() {
        assertSteps(file.nodeSets().id(1).requireVariable("f"), step(11.5, 12.5), step(11.5, 12.5), step(11.5, 12.5),
                step(11.5, 12.5));
    }

    @Test
    void resultsOfOneNodeMayHaveTimeOnly() {
        assertSteps(file.nodeSets().id(2).requireVariable("f"), step(101.25), step(101.5), step(101.75), step(102));
    }

    @Test
    void integersCountAsResults() {
        assertEquals(ElementType.SHORT, file.global("count").values().type());
        assertReals(file.global("count").history(0), -1, -2, -3, 32767);
    }

    @Test
    void timesMayBeFloats() {
        assertReals(file.times().stored().orElseThrow(), 0, 0.25, 0.5, 0.75);
    }

    @Test
    void stepsAfterTheLastCompleteOneAreReported() {
        assertEquals(OptionalDouble.of(0.25), file.lastWrittenTime());
        assertEquals(List.of("warning: last_written_time: is 0.25; the last 2 of 4 steps are later and may be"
                + " unfinished"), file.findings().stream().map(Object::toString).toList());
    }

    @Test
    void assembliesHaveATruthTable() {
        assertRows(file.variables(EntityKind.ASSEMBLY).truthTable().orElseThrow(), row(1, 0), row(0, 1));
        assertStored(file.assemblies().name("all"), "a");
        assertStored(file.assemblies().name("rim"), "b");
        assertReals(file.assemblies().name("rim").requireVariable("b").history(0), 201.25, 201.5, 201.75, 202);
    }

    @Test
    void assembliesHaveProperties() {
        assertEquals(List.of("ID", "LEVEL"), file.properties(EntityKind.ASSEMBLY).stream().map(Property::name)
                .toList());
        assertIntegers(file.property(EntityKind.ASSEMBLY, "LEVEL"), 3, 4);
    }

    @Test
    void assembliesHoldBlocksOfAnyKind() {
        assertEquals(List.of(file.elementBlocks().id(8), file.elementBlocks().id(7)),
                file.assemblies().name("all").members());
        assertEquals(Optional.of(EntityKind.EDGE_BLOCK), file.assemblies().name("rim").memberKind());
        assertEquals(List.of(file.edgeBlocks().id(5)), file.assemblies().name("rim").members());
        assertTrue(file.findings().stream().noneMatch(finding -> finding.place().contains("assembly")));
    }
}
