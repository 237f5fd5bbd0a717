package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `exo show` and `exo ls`.
class ShowTest {

    private static final String PLATE = Run.testdata("plate.e");

    @TempDir
    private Path folder;

    private static String show(String... words) {
        String[] line = new String[words.length + 2];
        line[0] = "show";
        line[1] = PLATE;
        System.arraycopy(words, 0, line, 2, words.length);
        Run run = Run.onTerminal(60, 80, line);
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        return run.out();
    }

    @Test
    void nodeIsToldWithItsElementsAndValues() {
        assertEquals("""
                node 107
                  id         107
                  index      0
                  x          0
                  y          0
                  z          0
                  node sets  nset:100 'clamped'
                  values at  step 4, time 2

                  ELEMENT  BLOCK            SHAPE  AS NODE
                      505  block:20 'core'  HEX8   1 of 8

                  VARIABLE         VALUE
                  disp_x            9e-6
                  disp_y       -1.683e-6
                  disp_z         -2.4e-6
                  temperature   310.5753
                """, show("node:107"));
    }

    @Test
    void elementIsToldWithItsNodesAndSides() {
        String told = show("elem:505", "--step", "0");
        assertAll(() -> assertTrue(told.contains("\n  side sets              sset:11 'symmetry' side 4\n"), told),
                () -> assertTrue(told.contains("\n         8   111  0.005  0.1007  0.0203\n"), told),
                () -> assertTrue(told.contains("\n     6  QUAD4  110 117 118 111\n"), told),
                () -> assertTrue(told.contains("\n  values at              step 0, time 0\n"), told));
    }

    @Test
    void blockIsToldWithItsAttributesAndVariables() {
        assertEquals("""
                element block 20 'core'
                  id             20
                  name           core
                  index          0
                  elements       6
                  type           HEX8
                  shape          HEX8
                  ids            505 .. 506
                  indexes        0 .. 5
                  nodes each     8
                  node numbers   1 .. 24
                  bytes          192
                  property MATL  3
                  variables      stress_xx  stress_yy  stress_zz  stress_xy  stress_yz
                                 stress_zx
                  not here       safety_factor

                  ATTRIBUTE     MIN     MAX
                  density      2700  2707.5
                  grain_angle     2      77
                """, show("block:core"));
    }

    @Test
    void sideSetIsToldWithItsSides() {
        String told = show("sset:4");
        assertAll(() -> assertTrue(told.contains("\n  factors    24, 1.01 .. 1.24\n"), told),
                () -> assertTrue(told.contains("\n  SHELL4 side 1      3\n"), told));
    }

    @Test
    void variableIsToldWithItsPlaces() {
        String told = show("elem/safety_factor");
        assertAll(() -> assertTrue(told.contains("\n  not on         block:20\n"), told),
                () -> assertTrue(told.contains("\n  block:7  struts       2       10.69748  11.52876\n"), told));
    }

    @Test
    void programsGetTheSameFacts() throws IOException {
        JsonNode document = new ObjectMapper().readTree(Run.exo("show", "--json", PLATE, "node:107", "time").out());
        assertAll(() -> assertEquals("exo.show/1", document.get("schema").asText()),
                () -> assertEquals(107, document.at("/items/0/id").asLong()),
                () -> assertEquals(505, document.at("/items/0/elements/0/element").asLong()),
                () -> assertEquals(310.5753, document.at("/items/0/values/3/value").asDouble()),
                () -> assertEquals("increasing", document.at("/items/1/order").asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"node:107", "elem:507", "block:0", "nset:10", "elemset:9", "nodal/disp_x", "qa", "info",
        "coord", "time", "nodeids", "elemids", "order", "glob/kinetic_energy", "edgeids", "sset/pressure"})
    void everyAddressOfThePlateIsTold(String address) {
        assertTrue(show(address).lines().count() > 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block:10", "block:12", "faceblock:30", "elem:1", "elem:3", "face:1", "sset:1", "node:1"})
    void polyhedraAreTold(String address) {
        Run run = Run.exo("show", Run.testdata("polyhedra.e"), address);
        assertAll(() -> assertEquals("", run.err()), () -> assertEquals(0, run.exit()));
    }

    @Test
    void nodeOfPolyhedraIsToldWithTheElementsAroundIt() throws IOException {
        JsonNode node = new ObjectMapper().readTree(Run.exo("show", "--json", Run.testdata("polyhedra.e"), "node:1").out())
                .at("/items/0");
        assertEquals(1, node.at("/elements/0/element").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assembly:100", "assembly:300", "blob:7", "elem-reduction/kinetic_energy"})
    void assembliesAndBlobsAreTold(String address) {
        Run run = Run.exo("show", Run.testdata("assembly-blob.e"), address);
        assertAll(() -> assertEquals("", run.err()), () -> assertEquals(0, run.exit()));
    }

    @Test
    void numbersThatPointNowhereDoNotStopIt() {
        Path file = Broken.withValue("plate.e", "connect1", 0, 4000, folder);
        Run run = Run.exo("show", file.toString(), "elem:505", "block:20");
        assertAll(() -> assertEquals("", run.err()), () -> assertEquals(0, run.exit()),
                () -> assertTrue(run.out().contains("4000"), run::out));
    }

    @Test
    void whatIsNotThereIsAbsent() {
        Run run = Run.exo("show", PLATE, "node:1");
        assertEquals(6, run.exit());
        assertTrue(run.err().endsWith("there is no node with id 1\n       its 26 nodes have ids 101 to 126\n"), run::err);
    }

    @Test
    void listNamesEverything() {
        String list = Run.exo("ls", PLATE).out();
        assertAll(() -> assertTrue(list.startsWith("address\tname\twhat\tsize\ton\tbytes\ncoord\tx y z\tdouble[26, 3]\t26\t\t624\n"),
                        list),
                () -> assertTrue(list.contains("\nblock:20\tcore\tHEX8\t6\t\t192\n"), list),
                () -> assertTrue(list.contains("\nelem/stress_yy\tstress_yy\tdouble[5, 9]\t9\t2 of 3\t360\n"), list),
                () -> assertEquals(49, list.lines().count()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sets", "nset", "'", "nodal/*", "/^stress/", "elem/*@skin", "CORE", "block:*", "variables"})
    void listIsChosenByKindGlobOrExpression(String what) {
        Run run = Run.exo("ls", PLATE, what);
        assertEquals(what.equals("'") ? 6 : 0, run.exit(), run::err);
    }

    @Test
    void everyListedAddressCanBeShown() {
        String[] addresses = Run.exo("ls", PLATE).out().lines().skip(1).map(line -> line.substring(0, line.indexOf('\t')))
                .toArray(String[]::new);
        for (String address : addresses) {
            assertEquals(0, Run.exo("show", PLATE, address).exit(), address);
        }
        assertEquals(48, addresses.length);
    }

    @Test
    void valuesOfEveryListedAddressCanBePrinted() {
        Run.exo("ls", PLATE).out().lines().skip(1).map(line -> line.substring(0, line.indexOf('\t')))
                .forEach(address -> assertEquals(0, Run.exo("cat", PLATE, address).exit(), address));
    }

    @Test
    void attributesOfABlockAreToldTogetherOrAlone() {
        assertEquals("""
                attr/thickness@block:0
                  of           block:0 'skin'
                  type         double
                  values each  3
                  bytes        24

                  ATTRIBUTE     MIN     MAX  NOT FINITE
                  thickness  0.0021  0.0023           0
                """, Run.exo("show", PLATE, "attr@block:skin").out());
    }

    @Test
    void factorsSayWhatTheyAreFor() {
        String factors = Run.exo("show", PLATE, "factors@sset:4").out();
        assertTrue(factors.contains("\n  for         each node of each side\n"), factors);
    }

    @Test
    void attributeOfNoNodeIsFoundWhereItIs() {
        Run run = Run.exo("show", PLATE, "attr/thickness");
        assertEquals(6, run.exit());
        assertTrue(run.err().endsWith("the file has attr/thickness@block:0\n"), run::err);
    }

    @ParameterizedTest
    @CsvSource({"attributes, 10", "attr/reference_axis_*, 3", "attr@block:struts, 7", "factors, 5", "factors@sset:4, 1"})
    void attributesAndFactorsAreListed(String what, int count) {
        assertEquals(count + 1, Run.exo("ls", PLATE, what).out().lines().count());
    }

    @Test
    void biggestAndSmallestIdsAreFound() {
        String file = Run.testdata("wide-ids.e");
        assertEquals(0, Run.exo("show", file, "nset:9223372036854775807").exit());
    }

    @Test
    void whatSharesAnIdIsListedByIndex() {
        Path file = Broken.withValue("plate.e", "eb_prop1", 1, 20, folder);
        String list = Run.exo("ls", file.toString(), "blocks").out();
        assertAll(() -> assertTrue(list.contains("\nblock:20\tcore\t"), list),
                () -> assertTrue(list.contains("\nblock:#1\tskin\t"), list),
                () -> assertTrue(Run.exo("show", file.toString(), "block:#1").out().contains("name           skin")));
    }

    @Test
    void blocksThatHoldMoreThanTheMeshAreTold() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(PLATE));
        try (NetcdfFile container = Netcdf.open(Path.of(PLATE))) {
            assertEquals(11, container.dimension("num_elem").orElseThrow().length());
        }
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("num_elem\0\0\0\u000b");
        bytes[at + 11] = 7;
        Run run = Run.exo("show", Files.write(folder.resolve("few.e"), bytes).toString(), "block:7");
        assertAll(() -> assertEquals("", run.err()), () -> assertTrue(run.out().contains(" 9 .. 10\n"), run::out));
    }

    @Test
    void pipesGetAllDigits() {
        assertTrue(Run.exo("show", Run.testdata("plate-float.e"), "coord").out().contains(" 0.3098999857902527 "));
    }

    @Test
    void rangesAndAbsentNamesAreForPrograms() throws IOException {
        JsonNode document = new ObjectMapper().readTree(Run.exo("show", "--json", PLATE, "block:20").out());
        assertAll(() -> assertEquals(505, document.at("/items/0/ids/from").asLong()),
                () -> assertEquals(24, document.at("/items/0/nodeNumbers/to").asLong()));
    }

    @Test
    void framesAreListedShownAndPrinted() {
        String file = Run.testdata("frames.e");
        assertAll(() -> assertTrue(Run.exo("ls", file).out().contains("\nframes\t")),
                () -> assertEquals(0, Run.exo("cat", file, "frames").exit()),
                () -> assertTrue(Run.exo("show", file, "frames").out().contains("IN PLANE 1-3")));
    }
}
