package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `exo hist`. The plate has node ids from 101, element ids from 501 and times 0, 0.25, 0.5, 1, 2.
class HistTest {

    private static final String PLATE = Run.testdata("plate.e");

    @TempDir
    private Path folder;

    private static String hist(String... words) {
        Run run = run(words);
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        return run.out();
    }

    private static Run run(String... words) {
        return Run.exo(Stream.concat(Stream.of("hist", PLATE), Stream.of(words)).toArray(String[]::new));
    }

    private static void assertFails(int exit, String error, Run run) {
        assertAll(() -> assertEquals("error: " + error, run.err().lines().findFirst().orElse("")),
                () -> assertEquals("", run.out()), () -> assertEquals(exit, run.exit()));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void pipeGetsStepTimeAndValueWithTabs() {
        assertEquals("""
                step\ttime\ttemperature@node:110
                0\t0\t294.3229
                1\t0.25\t299.3829
                2\t0.5\t303.3237
                3\t1\t308.783
                4\t2\t314.1025
                """, hist("nodal/temperature", "--at", "node:110"));
    }

    @Test
    void personGetsTimeAndTheVariableInAlignedColumns() {
        assertEquals("""
                  time  temperature
                     0     294.3229
                  0.25     299.3829
                   0.5     303.3237
                     1      308.783
                     2     314.1025
                """, Run.onTerminal(24, 80, "hist", PLATE, "nodal/temperature", "--at", "node:110").out());
    }

    @Test
    void globalVariablesNeedNoPlace() {
        assertEquals("""
                step,time,external_work,kinetic_energy,log10_residual
                0,0,12.5,0.031,-Infinity
                4,2,112.5,0.049,-7.62
                """, hist("glob/*", "--csv", "--steps", "0,last"));
    }

    @Test
    void pointMeansTheNearestNodeAndSaysWhichAndHowFar() {
        Run run = run("nodal/disp", "--at", "0.1,0.1,0.05", "--json", "--steps", "last");
        JsonNode document = InfoJsonTest.parse(run);
        assertAll(() -> assertEquals("exo.hist/1", document.at("/schema").asText()),
                () -> assertEquals(3, document.at("/columns").size()),
                () -> assertEquals("node:118", document.at("/columns/0/place").asText()),
                () -> assertEquals(0.029170875886747043, document.at("/columns/0/distance").asDouble(), 1e-15),
                () -> assertEquals(1.253241e-5, document.at("/rows/0/disp_x@node:118").asDouble()));
    }

    @Test
    void elementIsFoundInItsBlock() {
        assertEquals("{\"step\":0,\"time\":0,\"stress_xx@elem:505\":6970000}\n",
                hist("elem/stress_xx", "--at", "elem:505", "--steps", "0", "--ndjson"));
    }

    @Test
    void twoNamesOfOneNodeAreOneColumn() {
        assertEquals("step,time,temperature@node:101\n0,0,294.751\n",
                hist("nodal/temp*", "nodal/temperature", "--at", "node:101", "--at", "node:#3", "--steps", "0", "--csv"));
    }

    @Test
    void nodeSetMeansAllItsNodes() {
        assertEquals("step\ttime\ttemperature@node:112\ttemperature@node:107\ttemperature@node:110"
                + "\ttemperature@node:108\ttemperature@node:111\ttemperature@node:109",
                hist("nodal/temperature", "--at", "nset:100").lines().findFirst().orElse(""));
    }

    @Test
    void entriesOfSetsAreAskedByTheirPosition() {
        assertTrue(hist("nset/*", "--at", "#0").startsWith(
                "step\ttime\treaction_x@nset:100/#0\treaction_z@nset:100/#0\treaction_z@nset:10/#0\n0\t0\t-17.3\t"));
    }

    @Test
    void entriesOfSetsAreAskedByTheirNodeToo() {
        assertEquals("step\ttime\treaction_x@nset:100/node:112\n0\t0\t-17.3\n",
                hist("nset/reaction_x", "--at", "node:112", "--steps", "0"));
    }

    @Test
    void variableWithManyValuesNeedsAPlace() {
        assertFails(2, PLATE + ": nodal variable 'temperature' has many values at each step: where?",
                run("temperature"));
    }

    @Test
    void placeWhereTheVariableCannotBeIsAnError() {
        assertFails(6, PLATE + ": nodal variable 'temperature' has no values at elem:505",
                run("nodal/temperature", "--at", "elem:505"));
    }

    @Test
    void placeThatIsLeftOverIsAnError() {
        assertFails(2, PLATE + ": none of the variables is on 'elem:505'",
                run("nodal/temperature", "--at", "node:110", "--at", "elem:505"));
    }

    @Test
    void variableThatABlockDoesNotHaveIsSaidToBeMissingThere() {
        assertFails(6, PLATE + ": element variable 'stress_yz' is not stored on block:7, where elem:#9 is"
                + " (truth table says no)", run("elem/stress_yz", "--at", "elem:#9"));
    }

    @Test
    void wrongNameGetsASimilarOne() {
        Run run = run("tempreature", "--at", "node:110");
        assertEquals(6, run.exit());
        assertTrue(run.err().endsWith("did you mean 'temperature'?\n"), run::err);
    }

    @Test
    void fileWithoutVariableIsAUsageError() {
        assertFails(2, "which variable? exo hist FILE... VAR...", Run.exo("hist", PLATE, PLATE));
    }

    @Test
    void plotFitsTheTerminalAndNamesEverything() {
        String out = hist("nodal/temperature", "--at", "node:110", "--at", "node:118", "--plot");
        List<String> lines = out.lines().toList();
        assertAll(() -> assertEquals("plate.e", lines.getFirst()), () -> assertEquals("temperature", lines.get(1)),
                () -> assertEquals("● node:110  ■ node:118", lines.getLast()),
                () -> assertEquals(23, lines.size()),
                () -> assertTrue(lines.stream().allMatch(line -> line.length() <= 80), out));
    }

    @Test
    void plotOfTwoRunsNamesTheFiles() {
        Path other = Run.copy("plate-float.e", folder);
        String out = Run.exo("hist", PLATE, other.toString(), "nodal/temperature", "--at", "node:110", "--plot").out();
        assertTrue(out.startsWith("temperature at node:110\n"), out);
        assertTrue(out.endsWith("● plate.e  ■ plate-float.e\n"), out);
    }

    @Test
    void plotAndJsonDoNotGoOntoOneScreen() {
        assertEquals(2, run("nodal/temperature", "--at", "node:110", "--plot", "--json").exit());
    }

    @Test
    void svgHasAPolylineWithAllPointsForEachCurve() throws IOException {
        Path svg = folder.resolve("t.svg");
        assertEquals("", hist("nodal/temperature", "--at", "node:110", "--at", "node:118", "--svg", svg.toString()));
        String text = Files.readString(svg);
        List<String> curves = text.lines().filter(line -> line.startsWith("<polyline"))
                .map(line -> line.replaceAll(".*points=\"([^\"]*)\".*", "$1")).filter(it -> it.split(" ").length > 2)
                .toList();
        assertEquals(2, curves.size(), text);
        assertAll(() -> assertEquals(5, curves.get(0).split(" ").length),
                () -> assertEquals(5, curves.get(1).split(" ").length),
                () -> assertTrue(text.contains(">temperature</text>")), () -> assertTrue(text.contains(">time</text>")),
                () -> assertTrue(text.contains(">node:118</text>")),
                () -> assertTrue(text.contains("<title>plate.e</title>")));
    }

    @Test
    void pngHasTheWantedSizeAndMoreThanBackgroundInIt() throws IOException {
        Path png = folder.resolve("t.png");
        hist("nodal/temperature", "--at", "node:110", "--png", png.toString(), "--size", "640x400");
        var image = ImageIO.read(png.toFile());
        int blue = 0;
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            blue += (rgb & 0xFFFFFF) == 0x0072B2 ? 1 : 0;
        }
        assertArrayEquals(new int[] {640, 400}, new int[] {image.getWidth(), image.getHeight()});
        assertTrue(blue > 100, blue + " blue pixels");
        assertEquals(List.of("t.png"), left());
    }

    @Test
    void pictureIsNotDrawnOntoTheFileThatIsRead() throws IOException {
        Path copy = Run.copy("plate.e", folder);
        byte[] before = Files.readAllBytes(copy);
        Run run = Run.exo("hist", copy.toString(), "nodal/temperature", "--at", "node:110", "--svg", copy.toString());
        assertFails(7, copy + ": is a file that is being read", run);
        assertArrayEquals(before, Files.readAllBytes(copy));
        assertEquals(List.of("plate.e"), left());
    }

    @Test
    void pictureInAFolderThatDoesNotExistCannotBeWritten() {
        Path nowhere = folder.resolve("nowhere").resolve("t.png");
        assertFails(7, nowhere + ": its folder does not exist",
                run("nodal/temperature", "--at", "node:110", "--png", nowhere.toString()));
    }

    @Test
    void logarithmOfNothingPositiveIsAnErrorAndLeavesNoFile() throws IOException {
        assertFails(6, "a logarithmic axis shows positive values only, and there are none",
                run("glob/log10_residual", "--log", "--svg", folder.resolve("t.svg").toString()));
        assertEquals(List.of(), left());
    }

    @Test
    void sizeIsAWidthAndAHeight() {
        assertFails(2, "--size takes a width and a height such as 1200x750, not 'big'",
                run("nodal/temperature", "--at", "node:110", "--png", "t.png", "--size", "big"));
    }
}
