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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakeTest {

    @TempDir
    private Path folder;
    private String out = "";

    @BeforeEach
    void names() {
        out = folder.resolve("out.e").toString();
    }

    private Run make(String... options) {
        return Run.exo(Stream.concat(Stream.of("make", out), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void withoutMoreItIsACubeThatBendsAndGetsWarm() throws IOException {
        Run run = make();
        assertAll(() -> assertEquals(0, run.exit()), () -> assertEquals("", run.err()), () -> assertTrue(run.out()
                .matches("\\Q" + out + "\\E  CDF-2, 6[0-9.]+ kB, 1,331 nodes, 1,000 elements, 11 steps\n"), run::out));
        assertEquals(0, Run.exo("check", out).exit());
        try (ExodusFile file = Exodus.open(Path.of(out))) {
            assertAll(() -> assertEquals(List.of("disp_x", "disp_y", "disp_z", "temperature"),
                            file.variables(EntityKind.NODAL).names()),
                    () -> assertEquals(List.of("xmin", "xmax", "ymin", "ymax", "zmin", "zmax"),
                            file.sideSets().stream().map(set -> set.name()).toList()),
                    () -> assertTrue(file.nodal("temperature").step(10).minMax().max() > 350));
        }
    }

    @ParameterizedTest
    @CsvSource({"--hex, 3x4x5, 120, 60", "--hex20, 2, 81, 8", "--hex27, 2, 125, 8", "--tet, 2, 27, 48", "--tet10, 2, 125, 48",
        "--pyramid, 2, 35, 48", "--wedge, 2, 27, 16", "--quad, 3x2, 12, 6", "--quad8, 3x2, 29, 6", "--quad9, 3x2, 35, 6",
        "--tri, 3x2, 12, 12", "--tri6, 3x2, 35, 12", "--bar, 7, 8, 7", "--polyhedra, 2, 27, 8"})
    void everyShapeIsSound(String shape, String cells, long nodes, long elements) {
        JsonNode json = InfoJsonTest.parse(make(shape, cells, "--json"));
        assertAll(() -> assertEquals(nodes, json.path("nodes").asLong()),
                () -> assertEquals(elements, json.path("elements").asLong()),
                () -> assertTrue(Run.exo("check", out).out().contains("no faults found")));
    }

    @Test
    void formulasSayWhatVariablesAre() throws IOException {
        make("--quad", "2x1", "--size", "4,2", "--origin", "1", "--nodal", "a=x+10*y+100*i+t", "--element", "b=x^2-y",
                "--global", "c=2*t", "--steps", "3", "--dt", "0.5");
        try (ExodusFile file = Exodus.open(Path.of(out))) {
            assertAll(() -> assertEquals(List.of(2.0, 104.0, 206.0, 322.0, 424.0, 526.0),
                            file.nodal("a").step(2).stream().boxed().toList()),
                    () -> assertEquals(List.of(3.0, 15.0), file.elementBlocks().get(0).requireVariable("b").step(0).stream()
                            .boxed().toList()),
                    () -> assertEquals(1, file.global("c").get(1, 0)));
        }
    }

    @Test
    void storageIsTheOneAskedFor() throws IOException {
        make("--hex", "2", "--float32", "--int64", "--blocks", "2", "--no-sets", "--title", "small");
        try (ExodusFile file = Exodus.open(Path.of(out))) {
            assertAll(() -> assertEquals("CDF-5", file.container().format().label()),
                    () -> assertEquals(ElementType.FLOAT, file.coordinates().x().type()),
                    () -> assertEquals(ElementType.INT64, file.elementBlocks().get(0).connectivity().type()),
                    () -> assertEquals(2, file.elementBlocks().size()), () -> assertEquals(0, file.sideSets().size()),
                    () -> assertEquals("small", file.title()));
        }
    }

    @Test
    void hundredGigabytesAreThereInAMoment() throws IOException {
        Run run = make("--hex", "100", "--steps", "2500", "--sparse");
        assertAll(() -> assertEquals(0, run.exit(), run::err), () -> assertTrue(Files.size(Path.of(out)) > 100_000_000_000L),
                () -> assertTrue(run.err().contains("all values of variables are 0"), run::err));
        try (ExodusFile file = Exodus.open(Path.of(out))) {
            assertAll(() -> assertEquals(1_030_301, file.nodeCount()), () -> assertEquals(2_500, file.times().steps()),
                    () -> assertEquals(0, file.nodal("disp_z").get(2_499, 1_030_300)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--hex 2x2 | 2 | takes numbers of cells", "--hex 2 --tet 2 | 2 | a mesh has one shape", "--hex 0 | 2 | 0 cells",
        "--hex 2 --blocks 3 | 2 | 1 to 2 blocks", "--nodal T | 2 | does not say what a variable is",
        "--nodal T=1+ | 2 | is no formula", "--nodal T=q | 2 | nothing called 'q'", "--nodal T=x>1 | 2 | is no formula",
        "--nodal T=foo(x) | 2 | no function 'foo'", "--size 1,2,3,4 | 2 | up to three", "--size 0 | 2 | size",
        "--cdf 1 --hex 1000 | 7 | CDF-1", "--nodal a=1 --nodal a=2 | 7 | defined twice"})
    void whatMakesNoSenseIsSaidAndNothingWritten(String options, int exit, String message) {
        Run run = make(options.split(" ", -1));
        assertAll(() -> assertEquals(exit, run.exit(), run::err), () -> assertTrue(run.err().contains(message), run::err),
                () -> assertFalse(Files.exists(Path.of(out))));
    }
}
