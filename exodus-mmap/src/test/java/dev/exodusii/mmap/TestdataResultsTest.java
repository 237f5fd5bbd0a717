package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertReals;
import static dev.exodusii.mmap.ViewAssertions.assertRefused;
import static dev.exodusii.mmap.ViewAssertions.assertRows;
import static dev.exodusii.mmap.ViewAssertions.assertSteps;
import static dev.exodusii.mmap.ViewAssertions.assertStored;
import static dev.exodusii.mmap.ViewAssertions.names;
import static dev.exodusii.mmap.ViewAssertions.row;
import static dev.exodusii.mmap.ViewAssertions.step;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.CompositeVariable;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.MinMax;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The results in `plate.e`: five steps of global, nodal, element, node set and side set variables.
class TestdataResultsTest {

    private final ExodusFile file = Testdata.open("plate.e");

    @AfterEach
    void close() {
        file.close();
    }

    @Nested
    class Times {

        @Test
        void areStoredForEachStep() {
            assertEquals(5, file.times().steps());
            assertReals(file.times().stored().orElseThrow(), 0, 0.25, 0.5, 1, 2);
            assertEquals(0.5, file.times().time(2));
        }

        @Test
        void haveANearestStep() {
            assertEquals(OptionalLong.of(2), file.times().nearest(0.74));
            assertEquals(OptionalLong.of(3), file.times().nearest(0.76));
            assertEquals(OptionalLong.of(0), file.times().nearest(-10));
            assertEquals(OptionalLong.of(4), file.times().nearest(1e9));
        }

        @Test
        void preferTheEarlierOfTwoStepsThatAreEquallyNear() {
            assertEquals(OptionalLong.of(1), file.times().nearest(0.375));
        }

        @Test
        void areNeverNearToNothing() {
            assertEquals(OptionalLong.empty(), file.times().nearest(NaN));
        }

        @Test
        void endAfterTheLastStep() {
            assertThrows(IndexOutOfBoundsException.class, () -> file.times().time(5));
        }
    }

    @Nested
    class GlobalVariables {

        @Test
        void haveOneValueAtEachStep() {
            TimeSeries work = file.global("external_work");

            assertEquals(EntityKind.GLOBAL, work.kind());
            assertEquals(1, work.size());
            assertReals(work.history(0), 12.5, 19.53125, 28.125, 50.0, 112.5);
        }

        @Test
        void areListedInTheOrderOfTheFile() {
            assertEquals(List.of("external_work", "kinetic_energy", "log10_residual"), names(file.globalVariables()));
        }

        @Test
        void keepInfinity() {
            assertReals(file.global("log10_residual").history(0), NEGATIVE_INFINITY, -8.73, -8.36, -7.99, -7.62);
        }

        @Test
        void suggestANameWhenOneIsMisspelt() {
            assertRefused(NoSuchElementException.class,
                    "no global variable is called 'kinetic_enrgy'; did you mean 'kinetic_energy'?",
                    () -> file.global("kinetic_enrgy"));
        }
    }

    @Nested
    class NodalVariables {

        @Test
        void haveOneValueForEachNodeAtEachStep() {
            TimeSeries temperature = file.nodal("temperature");

            assertEquals(5, temperature.steps());
            assertEquals(26, temperature.size());
            assertEquals(294.1254, temperature.get(0, 0));
            assertEquals(345.2123, temperature.get(4, 25));
            assertReals(temperature.step(2).slice(0, 3), 301.611, 303.42, 305.2289);
        }

        @Test
        void giveOneNodeOverTheSteps() {
            assertReals(file.nodal("disp_x").history(1), 4.0015e-06, 5.001875e-06, 6.00225e-06, 8.003e-06, 1.20045e-05);
        }

        @Test
        void keepNanWhereTheSensorWasLost() {
            assertReals(file.nodal("temperature").history(25), 296.0643, 308.6374, 318.4293, NaN, 345.2123);
        }

        @Test
        void leaveNanOutOfTheRange() {
            assertEquals(new MinMax(306.1512, 323.6449, 0, 24, 26, 1, 0), file.nodal("temperature").step(3).minMax());
        }

        @Test
        void keepTheSignOfZero() {
            assertReals(file.nodal("disp_y").step(0).slice(0, 2), -0.0, -7.35108e-07);
        }

        @Test
        void canBeRestrictedToARangeOfSteps() {
            TimeSeries middle = file.nodal("disp_z").slice(1, 3);

            assertEquals(3, middle.steps());
            assertReals(middle.history(0), -1e-06, -1.2e-06, -1.6e-06);
            assertThrows(IndexOutOfBoundsException.class, () -> middle.step(3));
            assertThrows(IndexOutOfBoundsException.class, () -> file.nodal("disp_z").slice(3, 3));
        }

        @Test
        void areDoublesAsStored() {
            assertEquals(ElementType.DOUBLE, file.nodal("disp_x").values().type());
            assertEquals("nodal temperature double[5, 26]", file.nodal("temperature").toString());
        }

        @Test
        void suggestANameWhenOneIsMisspelt() {
            assertRefused(NoSuchElementException.class,
                    "no nodal variable is called 'temperatur'; did you mean 'temperature'?",
                    () -> file.nodal("temperatur"));
        }

        @Test
        void makeUpAVector() {
            assertEquals(List.of("disp(x,y,z)", "temperature"), CompositeVariable
                    .group(file.variables(EntityKind.NODAL).names()).stream().map(CompositeVariable::label).toList());
        }

        @Test
        void haveNoTruthTable() {
            assertEquals(Optional.empty(), file.variables(EntityKind.NODAL).truthTable());
        }
    }

    @Nested
    class ElementVariables {

        @Test
        void areNamedOnceForAllBlocks() {
            VariableGroup group = file.variables(EntityKind.ELEMENT_BLOCK);

            assertEquals(List.of("stress_xx", "stress_yy", "stress_zz", "stress_xy", "stress_yz", "stress_zx",
                    "safety_factor"), group.names());
            assertEquals(7, group.size());
            assertRows(group.truthTable().orElseThrow(), row(1, 1, 1, 1, 1, 1, 0), row(1, 1, 0, 1, 0, 0, 1),
                    row(1, 0, 0, 0, 0, 0, 1));
        }

        @Test
        void areOnTheBlocksThatTheTruthTableNames() {
            assertStored(file.elementBlocks().name("core"), "stress_xx", "stress_yy", "stress_zz", "stress_xy",
                    "stress_yz", "stress_zx");
            assertStored(file.elementBlocks().name("skin"), "stress_xx", "stress_yy", "stress_xy", "safety_factor");
            assertStored(file.elementBlocks().name("struts"), "stress_xx", "safety_factor");
        }

        @Test
        void haveOneValueForEachElementOfTheBlock() {
            assertSteps(file.elementBlocks().name("skin").requireVariable("stress_xy"),
                    step(557960, 579790, 611240), step(697450, 724737.5, 764050), step(836940, 869685, 916860),
                    step(1115920, 1159580, 1222480), step(1673880, 1739370, 1833720));
            assertReals(file.elementBlocks().name("core").requireVariable("stress_zx").history(5), 78175, 97718.75,
                    117262.5, 156350, 234525);
        }

        @Test
        void keepInfinityWhereThereIsNoStress() {
            assertReals(file.elementBlocks().name("struts").requireVariable("safety_factor").step(0), 34.58628,
                    POSITIVE_INFINITY);
            assertReals(file.elementBlocks().name("struts").requireVariable("stress_xx").step(0), 7228300, 0.0);
        }

        @Test
        void areAbsentInTheHolesOfTheTruthTable() {
            ElementBlock skin = file.elementBlocks().name("skin");

            assertTrue(skin.variable("stress_zz").isEmpty());
            assertRefused(NoSuchElementException.class, "element block variable 'stress_zz' is not stored on element"
                    + " block 0 'skin'; stored there: stress_xx, stress_yy, stress_xy, safety_factor",
                    () -> skin.requireVariable("stress_zz"));
        }

        @Test
        void suggestANameWhenOneIsMisspelt() {
            assertRefused(NoSuchElementException.class,
                    "no element block variable is called 'safety_facto'; did you mean 'safety_factor'?",
                    () -> file.elementBlocks().name("skin").requireVariable("safety_facto"));
        }

        @Test
        void makeUpATensor() {
            List<CompositeVariable> groups = CompositeVariable
                    .group(file.variables(EntityKind.ELEMENT_BLOCK).names());

            assertEquals(List.of("symmetric tensor 3d stress(6)", "scalar safety_factor"),
                    groups.stream().map(CompositeVariable::toString).toList());
        }
    }

    @Nested
    class SetVariables {

        @Test
        void areOnTheNodeSetsThatTheTruthTableNames() {
            assertStored(file.nodeSets().name("clamped"), "reaction_x", "reaction_z");
            assertStored(file.nodeSets().name("tip"), "reaction_z");
            assertRows(file.variables(EntityKind.NODE_SET).truthTable().orElseThrow(), row(1, 1), row(0, 1));
        }

        @Test
        void haveOneValueForEachNodeOfTheSet() {
            assertReals(file.nodeSets().name("clamped").requireVariable("reaction_x").step(3), -34.6, -37.022, -39.444,
                    -41.866, -44.288, -46.71);
            assertSteps(file.nodeSets().name("tip").requireVariable("reaction_z"), step(61.593, 64.526, 67.459),
                    step(76.99125, 80.6575, 84.32375), step(92.3895, 96.789, 101.1885), step(123.186, 129.052, 134.918),
                    step(184.779, 193.578, 202.377));
        }

        @Test
        void haveOneValueForEachSideOfTheSet() {
            assertStored(file.sideSets().name("pressure_top"), "pressure", "traction");
            assertStored(file.sideSets().name("symmetry"), "pressure");
            assertSteps(file.sideSets().name("symmetry").requireVariable("pressure"), step(12900, 13100),
                    step(16125, 16375), step(19350, 19650), step(25800, 26200), step(38700, 39300));
            assertReals(file.sideSets().name("pressure_top").requireVariable("traction").history(5), -132, -165, -198,
                    -264, -396);
        }

        @Test
        void areNotThereWhereTheKindHasNone() {
            assertEquals(List.of(), file.elementSets().name("hot_spot").variables());
            assertRefused(NoSuchElementException.class,
                    "no element set variable is called 'pressure'; there are none at all",
                    () -> file.elementSets().name("hot_spot").requireVariable("pressure"));
        }

        @Test
        void haveNoReductions() {
            assertEquals(List.of(), file.nodeSets().name("clamped").reductionVariables());
            assertTrue(file.reductionVariables(EntityKind.NODE_SET).isEmpty());
        }
    }
}
