package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyTest {

    @TempDir
    private Path folder;
    private String plate = "";
    private String out = "";

    @BeforeEach
    void names() {
        plate = Run.copy("plate.e", folder).toString();
        out = folder.resolve("out.e").toString();
    }

    private Run copy(String... options) {
        return Run.exo(Stream.concat(Stream.of("copy", plate, out), Stream.of(options)).toArray(String[]::new));
    }

    private static Run of(String in, String out, String... options) {
        return Run.exo(Stream.concat(Stream.of("copy", Run.testdata(in), out), Stream.of(options)).toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void copyOfEverythingIsTheSame() throws IOException {
        Run run = copy();
        assertAll(() -> assertEquals(0, run.exit()), () -> assertEquals("", run.err()), () -> assertTrue(run.out()
                .matches("\\Q" + out + "\\E  CDF-2, 25[0-9.]+ kB, 26 nodes, 11 elements, 5 steps\n"), run::out));
        assertEquals(0, Run.exo("diff", plate, out).exit());
        assertEquals(List.of("out.e", "plate.e"), files());
    }

    @Test
    void stepsThatNobodyCountedAreCopiedWhereThatIsWished() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(Path.of(plate)));
        Files.write(Path.of(plate), bytes.putInt(4, 3).array());
        assertTrue(copy("--uncounted-steps").out().contains(", 5 steps"));
        assertTrue(copy("--force").out().contains(", 3 steps"));
    }

    @Test
    void copyNotesWhoMadeIt() throws IOException {
        copy("--info", "checked by hand", "--qa", "mesher,1.2,2026/01/02");
        Run.exo("copy", plate, folder.resolve("bare.e").toString(), "--no-qa");
        try (ExodusFile file = Exodus.open(Path.of(plate)); ExodusFile noted = Exodus.open(Path.of(out));
                ExodusFile bare = Exodus.open(folder.resolve("bare.e"))) {
            assertAll(() -> assertEquals("exodus for Java", noted.qaRecords().getLast().code()),
                    () -> assertEquals("mesher", noted.qaRecords().get(file.qaRecords().size()).code()),
                    () -> assertEquals("checked by hand", noted.infoRecords().getLast()),
                    () -> assertEquals(file.qaRecords(), bare.qaRecords()));
        }
    }

    @Test
    void fileThatIsThereStaysUnlessItMayGo() throws IOException {
        Files.writeString(Path.of(out), "dear");
        Run refused = copy();
        assertAll(() -> assertEquals(7, refused.exit()), () -> assertTrue(refused.err().contains("--force"), refused::err),
                () -> assertEquals("dear", Files.readString(Path.of(out))));
        assertEquals(0, copy("--force").exit());
    }

    @Test
    void fileIsNotCopiedOntoItself() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(plate));
        Run run = Run.exo("copy", plate, plate, "--force");
        assertAll(() -> assertEquals(7, run.exit()), () -> assertTrue(run.err().contains("is the file that is read"), run::err),
                () -> assertEquals(before.length, Files.size(Path.of(plate))));
    }

    @ParameterizedTest
    @CsvSource({"--cdf=1, CDF-1", "--cdf=2, CDF-2", "--cdf=5, CDF-5", "--int64, CDF-5"})
    void formatIsTheOneAskedFor(String option, String kind) {
        JsonNode json = InfoJsonTest.parse(copy("--json", option));
        assertEquals(kind, json.path("kind").asText());
        assertEquals(0, Run.exo("diff", plate, out).exit());
    }

    @Test
    void floatsLoseDigitsOnRequest() throws IOException {
        copy("--float32");
        try (ExodusFile file = Exodus.open(Path.of(plate)); ExodusFile floats = Exodus.open(Path.of(out))) {
            assertAll(() -> assertEquals(ElementType.FLOAT, floats.coordinates().x().type()),
                    () -> assertEquals((float) file.coordinates().x().get(7), floats.coordinates().x().get(7)),
                    () -> assertEquals(4, floats.wordSize().orElse(0)));
        }
    }

    @Test
    void idThatDoesNotFitIsRefusedWithItsPlace() throws IOException {
        Run run = of("wide-ids.e", out, "--int32");
        assertAll(() -> assertEquals(7, run.exit()), () -> assertTrue(run.err().contains("32 bits")
                        || run.err().contains("does not fit into the type int"), run::err),
                () -> assertTrue(run.err().contains("nothing was written"), run::err));
        assertEquals(List.of("plate.e"), files());
    }

    @Test
    void integersOf64BitsNeedCdf5() throws IOException {
        Run run = of("plate-i64.e", out, "--cdf", "2");
        assertAll(() -> assertEquals(7, run.exit()), () -> assertTrue(run.err().contains("CDF-2 cannot hold this"), run::err));
        assertEquals(0, of("plate-i64.e", out, "--cdf", "2", "--int32").exit());
        assertEquals(0, Run.exo("diff", Run.testdata("plate-i64.e"), out).exit());
    }

    @Test
    void partIsWhatWasAskedFor() throws IOException {
        Run run = copy("--steps", "last,0", "--blocks", "sk*,#2", "--sets", "nset:clamped,11", "--vars",
                "nodal/disp,elem/stress_xx@block:0", "--drop-unused-nodes");
        assertEquals(0, run.exit(), run::err);
        try (ExodusFile file = Exodus.open(Path.of(plate)); ExodusFile part = Exodus.open(Path.of(out))) {
            assertAll(() -> assertEquals(2, part.times().time(0)), () -> assertEquals(0, part.times().time(1)),
                    () -> assertEquals(List.of("skin", "struts"),
                            part.elementBlocks().stream().map(block -> block.name()).toList()),
                    () -> assertEquals(List.of("disp_x", "disp_y", "disp_z"), part.variables(EntityKind.NODAL).names()),
                    () -> assertEquals(List.of("stress_xx"), part.variables(EntityKind.ELEMENT_BLOCK).names()),
                    () -> assertTrue(part.nodeCount() < file.nodeCount()),
                    () -> assertEquals(file.elementIds().id(6), part.elementIds().id(0)),
                    () -> assertEquals(0, part.elementSets().size()));
        }
        assertEquals(0, Run.exo("check", out).exit());
    }

    @Test
    void somethingMayBeLeftOut() throws IOException {
        assertEquals(0, copy("--without", "block:struts,nodal/temperature", "--without", "glob/*").exit());
        try (ExodusFile part = Exodus.open(Path.of(out))) {
            assertAll(() -> assertEquals(List.of(20L, 0L), part.elementBlocks().stream().map(block -> block.id()).toList()),
                    () -> assertEquals(3, part.nodalVariables().size()), () -> assertEquals(0, part.globalVariables().size()));
        }
    }

    @Test
    void meshAloneHasNoSteps() throws IOException {
        copy("--steps", "none", "--vars", "none", "--sets", "none");
        try (ExodusFile mesh = Exodus.open(Path.of(out))) {
            assertAll(() -> assertEquals(0, mesh.times().steps()), () -> assertEquals(0, mesh.nodalVariables().size()),
                    () -> assertEquals(0, mesh.nodeSets().size()), () -> assertEquals(26, mesh.nodeCount()));
        }
    }

    @Test
    void whatIsNotTurnedIsSaidAndCanBeAskedFor() {
        Run run = copy("--rotate", "z:90");
        assertAll(() -> assertEquals(0, run.exit()),
                () -> assertTrue(run.err().contains("note: the tensor 'stress' of element block 20 'core' is not turned"), run::err));
        assertFalse(copy("--rotate", "z:90", "--tensors", "all", "--force").err().contains("tensor 'stress'"));
        assertEquals("", copy("--rotate", "z:90", "--force", "-q").err());
    }

    @Test
    void placesAreMultipliedThenMirroredThenTurnedThenMoved() throws IOException {
        copy("--translate", "10,20,30", "--rotate", "z:90", "--mirror", "x", "--scale", "2", "-q");
        try (ExodusFile file = Exodus.open(Path.of(plate)); ExodusFile moved = Exodus.open(Path.of(out))) {
            double x = file.coordinates().x().get(5);
            double y = file.coordinates().y().get(5);
            assertAll(() -> assertEquals(10 - 2 * y, moved.coordinates().x().get(5), 1e-15),
                    () -> assertEquals(20 - 2 * x, moved.coordinates().y().get(5), 1e-15));
        }
    }

    @Test
    void timesAreMovedThenMultiplied() throws IOException {
        copy("--steps", "2..4", "--zero-time", "--shift-time", "1", "--scale-time", "10");
        try (ExodusFile moved = Exodus.open(Path.of(out))) {
            assertEquals(List.of(10.0, 15.0, 25.0), List.of(moved.times().time(0), moved.times().time(1),
                    moved.times().time(2)));
        }
    }

    @Test
    void variableIsMultiplied() throws IOException {
        copy("--scale-var", "nodal/temperature=1.8,32");
        try (ExodusFile file = Exodus.open(Path.of(plate)); ExodusFile scaled = Exodus.open(Path.of(out))) {
            assertEquals(file.nodal("temperature").get(2, 3) * 1.8 + 32, scaled.nodal("temperature").get(2, 3));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--steps t~0.3 | 2 | steps are copied, not made", "--steps 99 | 6 | steps are 0 to 4",
        "--blocks stell | 6 | no element block", "--blocks nset:1 | 6 | ", "--vars nodal/dsp | 6 | disp",
        "--sets nothing | 6 | no block or set is called", "--rotate z | 2 | by how much", "--rotate q:5 | 2 | no direction",
        "--scale 0 | 2 | greater than 0", "--scale 1,2 | 2 | neither one factor nor three",
        "--mirror 0,0,0 | 2 | no plane", "--matrix 1,2,3 | 2 | nine numbers", "--translate 1,a | 2 | no number",
        "--cdf 3 | 2 | takes 1, 2 or 5", "--float32 --float64 | 2 | exclude one another",
        "--scale-time -1 | 2 | greater than 0", "--scale-var nodal/temperature | 2 | multiplied with what",
        "--qa a,b,c,d,e | 2 | code,version,date,time"})
    void whatMakesNoSenseIsSaidAndNothingWritten(String options, int exit, String message) throws IOException {
        Run run = copy(options.split(" ", -1));
        assertAll(() -> assertEquals(exit, run.exit(), run::err),
                () -> assertTrue(run.err().contains(message == null ? "" : message), run::err));
        assertEquals(List.of("plate.e"), files());
    }

    @Test
    void programsGetADocument() {
        JsonNode json = InfoJsonTest.parse(copy("--json", "--mirror", "x"));
        assertAll(() -> assertEquals("exo.copy/1", json.path("schema").asText()),
                () -> assertEquals(26, json.path("nodes").asInt()), () -> assertEquals(5, json.path("steps").asInt()),
                () -> assertTrue(json.path("remarks").size() > 0));
        JsonNode failed = InfoJsonTest.parse(copy("--json"));
        assertEquals("CANNOT_WRITE", failed.at("/error/code").asText());
    }

    @Test
    void damagedFileIsCopiedAsFarAsItIsSoundOrNotAtAll() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(plate));
        Path cut = folder.resolve("cut.e");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 2_000));
        Run run = Run.exo("copy", cut.toString(), out);
        assertAll(() -> assertEquals(3, run.exit()), () -> assertTrue(run.err().contains("warning"), run::err),
                () -> assertTrue(run.out().contains("3 steps"), run::out));
        Files.write(cut, Arrays.copyOf(bytes, 9_000));
        Run refused = Run.exo("copy", cut.toString(), folder.resolve("none.e").toString());
        assertEquals(3, refused.exit(), refused::err);
        assertFalse(Files.exists(folder.resolve("none.e")));
    }
}
