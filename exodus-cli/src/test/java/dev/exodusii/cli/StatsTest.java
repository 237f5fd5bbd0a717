package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `exo stats`. The plate has one NaN among the temperatures and one infinity among the safety factors.
class StatsTest {

    private static final String PLATE = Run.testdata("plate.e");

    @TempDir
    private Path folder;

    @Test
    void wholeFileIsToldOnAScreen() {
        assertEquals("""
                  variable                     min  id@step        max  id@step  nan  inf         mean  values
                  glob/external_work          12.5       @0      112.5       @4    0    0       44.531       5
                  glob/kinetic_energy        0.031       @0      0.049       @4    0    0       0.0395       5
                  glob/log10_residual    -Infinity       @0      -7.62       @4    0    1    -Infinity       5
                  nodal/disp_x                3e-6    107@0  1.9401e-5    103@4    0    0    8.1369e-6     130
                  nodal/disp_y          -5.2684e-6    103@4          0    107@0    0    0   -2.0511e-6     130
                  nodal/disp_z         -0.00066783    120@4      -8e-7    107@0    0    0  -0.00015772     130
                  nodal/temperature         294.13    107@0     345.21    120@4    1    0       307.22     130
                  elem/stress_xx                 0    507@0   23370000    507@4    0    0     11374000      55
                  elem/stress_yy           1908400    501@0    6630000    505@4    0    0      3536900      45
                  elem/stress_zz            -56100    505@4     -16148    501@0    0    0       -29725      30
                  elem/stress_xy            543160    501@0    1887000    505@4    0    0      1006600      45
                  elem/stress_yz           -147900    505@4     -42572    501@0    0    0       -78366      30
                  elem/stress_zx             77804    501@0     270300    505@4    0    0       143220      30
                  elem/safety_factor        10.697    507@4   Infinity    507@0    0    1     Infinity      25
                  nset/reaction_x          -70.065    109@4      -17.3    112@0    0    0      -35.573      30
                  nset/reaction_z             41.9    112@0     202.38    106@4    0    0       95.078      45
                  sset/pressure              10000  511.1@0      39300  508.4@4    0    0        19469      40
                  sset/traction               -396  506.6@4       -120  511.1@0    0    0       -220.5      30
                """, Run.onTerminal(40, 100, "stats", PLATE).out());
    }

    @Test
    void eachStepIsARow() {
        assertEquals("""
                step\ttime\tmin\tmin_at\tmax\tmax_at\tnan\tinf\tmean\tvalues
                0\t0\t12.5\t\t12.5\t\t0\t0\t12.5\t1
                4\t2\t112.5\t\t112.5\t\t0\t0\t112.5\t1
                """, Run.exo("stats", PLATE, "glob/external_work", "--per-step", "--step", "0,last").out());
    }

    @Test
    void blocksCountOnTheirOwnWhereAsked() throws IOException {
        JsonNode document = new ObjectMapper().readTree(
                Run.exo("stats", PLATE, "elem/safety_factor", "--per-block", "--json").out());
        assertEquals("exo.stats/1", document.get("schema").asText());
        assertEquals("elem/safety_factor@block:0", document.at("/rows/0/variable").asText());
        assertEquals("elem/safety_factor@block:7", document.at("/rows/1/variable").asText());
        assertEquals(25, document.at("/rows/0/values").asInt() + document.at("/rows/1/values").asInt());
    }

    @Test
    void coordinatesHaveStatisticsToo() {
        assertTrue(Run.exo("stats", PLATE, "coord", "--csv").out().contains("\ncoord/x,0,107,,0.3099"),
                () -> Run.exo("stats", PLATE, "coord", "--csv").out());
    }

    @Test
    void fileWithoutResultsSaysSo() {
        Run run = Run.onTerminal(24, 80, "stats", Run.testdata("no-results.e"));
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("no variables"), run::out);
    }

    @Test
    void nothingIsMadeUpForStepsThatAreCutOff() {
        String cut = Broken.cut("plate.e", 22_000, folder).toString();
        Run run = Run.exo("stats", cut, "glob/external_work");
        assertEquals(3, run.exit());
        assertTrue(run.out().endsWith("\t2\n"), run::out);
    }

    @Test
    void unknownVariableIsAbsent() {
        Run run = Run.exo("stats", PLATE, "nodal/disp_w");
        assertEquals(6, run.exit());
        assertTrue(run.err().contains("did you mean 'disp_x'"), run::err);
    }

    @Test
    void interpolationMakesNoSense() {
        assertEquals(2, Run.exo("stats", PLATE, "--step", "t~0.3").exit());
    }
}
