package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `exo cat`. The plate has node ids from 101, element ids from 501 and times 0, 0.25, 0.5, 1, 2.
class CatTest {

    private static final String PLATE = Run.testdata("plate.e");

    @TempDir
    private Path folder;

    private static String cat(String... words) {
        Run run = Run.exo(concat(words));
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        return run.out();
    }

    private static String[] concat(String... words) {
        String[] line = new String[words.length + 2];
        line[0] = "cat";
        line[1] = PLATE;
        System.arraycopy(words, 0, line, 2, words.length);
        return line;
    }

    private static void assertFails(int exit, String cause, String help, String... words) {
        Run run = Run.exo(concat(words));
        String prefix = exit == 2 && help.startsWith("more: ") ? "" : PLATE + ": ";
        assertAll(() -> assertEquals("error: " + prefix + cause + "\n       " + help + "\n", run.err()),
                () -> assertEquals("", run.out()), () -> assertEquals(exit, run.exit()));
    }

    @Test
    void nodalVariableIsShownAtTheLastStepWithTheIdsOfNodes() {
        assertEquals("step\ttime\tnode\ttemperature\n4\t2\t107\t310.5753\n4\t2\t114\t314.3008\n",
                cat("nodal/temperature", "--head", "2"));
    }

    @Test
    void globalVariablesAreShownAtAllSteps() {
        assertEquals("""
                step\ttime\texternal_work\tlog10_residual
                0\t0\t12.5\t-Infinity
                1\t0.25\t19.53125\t-8.73
                2\t0.5\t28.125\t-8.36
                3\t1\t50\t-7.99
                4\t2\t112.5\t-7.62
                """, cat("glob/external_work", "glob/log10_residual"));
    }

    @Test
    void vectorMeansItsComponents() {
        assertTrue(cat("nodal/disp", "--head", "1").startsWith("step\ttime\tnode\tdisp_x\tdisp_y\tdisp_z\n"));
    }

    @Test
    void whatIsNotStoredOnABlockIsEmptyAndNotZero() {
        String rows = cat("elem/safety_factor", "elem/stress_xx", "--csv");
        assertTrue(rows.startsWith("step,time,block,elem,safety_factor,stress_xx\n"), rows);
        assertTrue(rows.lines().anyMatch(line -> line.contains(",,") || line.endsWith(",")), rows);
    }

    @Test
    void stepsAreChosenAndInterpolated() {
        assertEquals("step\ttime\texternal_work\n0\t0\t12.5\n2~3\t0.75\t39.0625\n4\t2\t112.5\n",
                cat("glob/external_work", "--step", "0,t~0.75,last"));
    }

    @Test
    void valuesBetweenStepsAreThoseOfTheLibraryToTheBit() throws IOException {
        Path target = folder.resolve("between.npy");
        cat("nodal/temperature", "--step", "t~0.3", "--output", target.toString());
        try (ExodusFile file = Exodus.open(Path.of(PLATE))) {
            double[] expected = new double[Math.toIntExact(file.nodeCount())];
            file.nodal("temperature").at(file.times().at(0.3).orElseThrow()).copyTo(expected);
            byte[] bytes = Files.readAllBytes(target);
            double[] written = new double[expected.length];
            ByteBuffer.wrap(bytes, bytes.length - Double.BYTES * written.length, Double.BYTES * written.length)
                    .order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(written);
            assertArrayEquals(expected, written, 0);
        }
    }

    @Test
    void rowsAreSelectedByNodeSet() {
        assertEquals(cat("nset:tip").lines().skip(1).map(line -> line.split("\t", -1)[0]).sorted().toList(), cat("nodal/temperature", "--on", "nset:10").lines()
                .skip(1).map(line -> line.split("\t", -1)[2]).sorted().toList());
    }

    @Test
    void rowsAreSelectedByRangesOfIds() {
        String rows = cat("coord", "--on", "node:#0..#2,#5", "--index");
        assertEquals(List.of("0", "1", "2", "5"),
                rows.lines().skip(1).map(line -> line.substring(0, line.indexOf('\t'))).toList());
    }

    @Test
    void conditionsMaySpeakOfWhatIsNotShown() {
        String rows = cat("nodal/temperature", "--where", "x == 0 and disp_x != 1", "--index");
        long atOrigin = cat("coord/x", "--where", "x = 0").lines().count();
        assertTrue(atOrigin > 1);
        assertEquals(atOrigin, rows.lines().count());
    }

    @Test
    void tailShowsTheLastRowsThatMeetTheCondition() {
        assertEquals("step\ttime\texternal_work\n3\t1\t50\n4\t2\t112.5\n",
                cat("glob/external_work", "--where", "external_work > 20", "--tail", "2"));
    }

    @Test
    void infinitiesAreTextInJson() throws IOException {
        String lines = cat("glob/log10_residual", "--ndjson", "--head", "1");
        assertEquals("{\"step\":0,\"time\":0,\"log10_residual\":\"-Infinity\"}\n", lines);
        JsonNode document = new ObjectMapper().readTree(cat("glob/log10_residual", "--json"));
        assertEquals("exo.cat/1", document.get("schema").asText());
        assertEquals(5, document.get("rows").size());
    }

    @Test
    void severalFilesWithTheSameColumnsAreOneTable() {
        String other = Run.testdata("plate-i64.e");
        assertEquals("file,step,time,external_work\n" + PLATE + ",0,0,12.5\n" + other + ",0,0,12.5\n",
                Run.exo("cat", PLATE, other, "glob/external_work", "--step", "0", "--csv").out());
    }

    @Test
    void severalFilesAreTold() {
        Run run = Run.exo("cat", PLATE, Run.testdata("plate-cdf5.e"), "time", "--step", "0", "--csv");
        assertTrue(run.out().startsWith("file,step,time\n" + PLATE + ",0,0\n"), run::out);
        assertTrue(run.out().contains(Run.testdata("plate-cdf5.e") + ",4,2\n"), run::out);
    }

    @Test
    void tableOnATerminalIsAligned() {
        Run run = Run.onTerminal(24, 80, concat("glob/*"));
        assertEquals("""
                  step  time  external_work  kinetic_energy  log10_residual
                     0     0           12.5           0.031       -Infinity
                     1  0.25       19.53125           0.035           -8.73
                     2   0.5         28.125          0.0385           -8.36
                     3     1             50           0.044           -7.99
                     4     2          112.5           0.049           -7.62
                """, run.out());
    }

    @Test
    void columnsWithoutRoomAreLeftOutAndSaidToBe() {
        Run run = Run.onTerminal(24, 40, concat("glob/*"));
        assertTrue(run.out().contains("more column"), run::out);
        assertTrue(run.out().lines().filter(line -> !line.contains("more column")).allMatch(l -> l.length() <= 40), run::out);
    }

    @Test
    void wrongNamesGetNearOnes() {
        assertFails(6, "there is no nodal variable 'temprature'", "did you mean 'temperature'?", "nodal/temprature");
    }

    @Test
    void wrongBlocksGetTheBlocksThatExist() {
        assertFails(6, "there is no element block with id 10", "there are block:20 'core', block:0 'skin', block:7 'struts'",
                "block:10");
    }

    @Test
    void variableThatABlockDoesNotHaveSaysWhereItIs() {
        assertFails(6, "element variable 'safety_factor' is not stored on element block 20 'core' (truth table says no)",
                "it exists on block:0, block:7", "elem/safety_factor@core");
    }

    @Test
    void wrongStepsGetTheStepsThatExist() {
        assertFails(6, "there is no step 7", "steps are 0 to 4", "glob/external_work", "--step", "7");
    }

    @Test
    void conditionsThatMakeNoSenseAreUsageErrors() {
        Run run = Run.exo(concat("time", "--where", "time"));
        assertTrue(run.err().contains("'time' is no condition"), run::err);
        assertEquals(2, run.exit());
    }

    @Test
    void conditionsKnowTheMiddleOfElementsAndTheirAttributes() {
        assertEquals(cat("elem/stress_xx", "--on", "elem:509", "--on", "elem:503"), cat("elem/stress_xx", "--where",
                "thickness > 0.00225 or grain_angle == 32"));
        assertEquals(List.of("elem", "503", "506"), cat("block:core", "--where", "x > 0.25 and z < 0.02").lines()
                .map(line -> line.split("\t", -1)[0]).toList());
    }

    @Test
    void attributesAreColumns() {
        assertEquals("elem,thickness\n511,0.0021\n504,0.0022\n509,0.0023\n", cat("attr@block:skin", "--csv"));
        assertEquals(cat("attr@block:skin"), cat("attr/thickness@block:0"));
    }

    @Test
    void attributeThatDoesNotExistGetsASimilarOne() {
        assertFails(6, "element block 0 'skin' has no attribute 'thicknes'", "did you mean 'thickness'?",
                "attr/thicknes@block:skin");
    }

    @Test
    void factorsOfSideSetsBelongToTheNodesOfTheirSides() {
        assertTrue(cat("factors@sset:4", "--csv").startsWith("elem,side,node,factor\n511,1,110,1.01\n511,1,117,1.02\n"));
        assertEquals(cat("nset:100", "--csv"), cat("factors@nset:100", "--csv"));
    }

    @Test
    void twoFormatsAtOnceAreAUsageError() {
        Run run = Run.exo(concat("time", "--csv", "--ndjson"));
        assertEquals("error: --csv, --ndjson: values are printed in one way\n       more: exo cat --help\n", run.err());
        assertEquals(2, run.exit());
    }

    @Test
    void emptyLineIsARowToo() {
        String info = Run.exo("cat", Run.testdata("names-odd.e"), "info", "--csv").out();
        assertFalse(info.contains("\n\n"), info);
    }

    @Test
    void fileWithoutStepsHasColumnsAllTheSame() throws IOException {
        Path file = Run.copy("plate.e", folder);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, 8, (byte) 0);
        Files.write(file, bytes);
        assertEquals("step,time,block,elem,stress_xx\n", Run.exo("cat", file.toString(), "elem/stress_xx", "--csv").out());
    }

    @Test
    void unlikeThingsAreNoTable() {
        Run run = Run.exo(concat("nodal/temperature", "glob/external_work"));
        assertTrue(run.err().contains("have values for different things"), run::err);
        assertEquals(2, run.exit());
    }

    @Test
    void arrayIsWhatNumpyDocuments() throws IOException {
        Path target = folder.resolve("work.npy");
        cat("glob/external_work", "--output", target.toString());
        byte[] bytes = Files.readAllBytes(target);
        String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
        assertAll(() -> assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0},
                Arrays.copyOf(bytes, 10)),
                () -> assertTrue(header.startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (5,), }"), header),
                () -> assertTrue(header.endsWith(" \n"), header),
                () -> assertEquals(128 + 5 * Double.BYTES, bytes.length),
                () -> assertEquals(112.5, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(128 + 4 * 8)));
    }

    @Test
    void arrayOfAVectorHasItsComponentsLast() throws IOException {
        Path target = folder.resolve("disp.npy");
        cat("nodal/disp", "--step", "all", "--output", target.toString());
        String header = new String(Files.readAllBytes(target), 10, 118, StandardCharsets.US_ASCII);
        assertTrue(header.contains("'shape': (5, 26, 3)"), header);
    }

    @Test
    void arrayOfSelectedRowsHasTheirNumber() throws IOException {
        Path target = folder.resolve("tip.npy");
        cat("nodal/temperature", "--on", "nset:tip", "--output", target.toString());
        byte[] bytes = Files.readAllBytes(target);
        assertTrue(new String(bytes, 10, 118, StandardCharsets.US_ASCII).contains("'shape': (3,)"));
        assertEquals(128 + 3 * Double.BYTES, bytes.length);
    }

    @Test
    void fileThatIsReadIsNotOverwritten() throws IOException {
        Path copy = Run.copy("plate.e", folder);
        byte[] before = Files.readAllBytes(copy);
        Run run = Run.exo("cat", copy.toString(), "time", "--output", copy.toString());
        assertEquals(7, run.exit());
        assertArrayEquals(before, Files.readAllBytes(copy));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void outputReplacesNoDevice() {
        Run run = Run.exo(concat("time", "--output", "/dev/null"));
        assertEquals(7, run.exit());
        assertEquals("""
                error: /dev/null: is no ordinary file
                       name a file; it is written as a whole or not at all
                """, run.err());
    }

    @Test
    void outputThatCannotBeWrittenSaysSoAndLeavesNothing() throws IOException {
        Run run = Run.exo(concat("time", "--output", folder.resolve("no/where.csv").toString()));
        assertEquals(7, run.exit());
        assertTrue(run.err().contains("its folder does not exist"), run::err);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void failedRunLeavesNoFile() {
        Path target = folder.resolve("nothing.csv");
        assertEquals(6, Run.exo(concat("nodal/nothing", "--output", target.toString())).exit());
        assertFalse(Files.exists(target));
    }

    @Test
    void damagedFileGivesItsCompleteStepsAndAWarning() {
        String cut = Broken.cut("plate.e", 22_000, folder).toString();
        Run run = Run.exo("cat", cut, "glob/external_work");
        assertEquals(3, run.exit());
        assertEquals("step\ttime\texternal_work\n0\t0\t12.5\n1\t0.25\t19.53125\n", run.out());
        assertTrue(run.err().startsWith("warning: the header promises 5 steps"), run::err);
    }
}
