package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoScreenTest {

    private static final String PLATE = """
            plate.e                   25.5 kB   Exodus 9.06, CDF-2 (64-bit offset), 8-byte floats, 32-bit ids
              title   Clamped plate with a glued skin and two struts
              mesh    3-D  26 nodes  11 elements            x 0 .. 0.3099   y 0 .. 0.2099   z 0 .. 0.1242
              time    5 steps, 0 .. 2                       file complete (17,952 + 5 x 1,512 bytes)

              BLOCK   ID  SHAPE   ELEMENTS  VARIABLES   NODE SET   ID  NODES  VARIABLES
              core    20  HEX8           6  6 of 7      clamped   100      6  2 of 2
              skin     0  SHELL4         3  4 of 7      tip        10      3  1 of 2
              struts   7  BEAM2          2  2 of 7

              SIDE SET      ID  SIDES  VARIABLES   ELEMENT SET  ID  ELEMENTS
              pressure_top   4      6  2 of 2      hot_spot      9         4
              symmetry      11      2  1 of 2

              global    external_work  kinetic_energy  log10_residual
              nodal     disp(x,y,z)  temperature
              element   stress(6)  safety_factor
              node set  reaction_x  reaction_z
              side set  pressure  traction
              records   2 QA (plate-mesher 1.4, plate-solver 2.1)  3 info lines (--all)
            """;

    @TempDir
    private Path folder;

    /// The folder is different in each run; a screen that shows it is compared without it.
    private String screen(Run run) {
        return run.out().replace(folder + "/", "").replaceFirst("(?m)^(\\S+\\.e) +([0-9.]+ [kM]?B)", "$1  $2");
    }

    @Test
    void summaryOfAFileWithEverything() {
        Run run = Run.exo("info", Run.copy("plate.e", folder).toString());
        assertAll(() -> assertEquals(PLATE.replaceFirst("plate.e +", "plate.e  "), screen(run)),
                () -> assertEquals(0, run.exit()), () -> assertEquals("", run.err()));
    }

    @Test
    void summaryFitsAnEightyColumnTerminal() {
        Run run = Run.onTerminal(24, 80, "info", Run.copy("plate.e", folder).toString());
        List<String> lines = screen(run).lines().toList();
        assertTrue(lines.size() < 24, run::out);
        assertEquals("          Exodus 9.06, CDF-2 (64-bit offset), 8-byte floats, 32-bit ids", lines.get(1));
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), run::out);
    }

    @Test
    void narrowTerminalPutsTablesBelowOneAnother() {
        Run run = Run.onTerminal(100, 40, "info", Run.copy("plate.e", folder).toString());
        List<String> lines = screen(run).lines().filter(line -> line.strip().startsWith("NODE SET")).toList();
        assertEquals(List.of("  NODE SET   ID  NODES  VARIABLES"), lines);
        assertTrue(run.out().contains("\n  global    external_work\n            kinetic_energy\n            log10"),
                run::out);
    }

    @Test
    void longListsAreShortenedUntilTheScreenHoldsThem() {
        Run run = Run.onTerminal(18, 80, "info", Run.copy("flat.e", folder).toString());
        assertTrue(run.out().lines().count() < 18, run::out);
        assertTrue(run.out().matches("(?s).*\n  \\.\\.\\. and \\d+ more.*exo info --all \\S+ shows everything\n"),
                run::out);
    }

    @Test
    void allShowsWhatASmallScreenCannotHold() {
        Run run = Run.onTerminal(18, 80, "info", "--all", Run.copy("flat.e", folder).toString());
        assertTrue(run.out().contains("  circle_block     10  SPHERE"), run::out);
        assertFalse(run.out().contains("more"), run::out);
    }

    @Test
    void pipesGetWholeLines() {
        String file = Run.testdata("assembly-blob.e");
        String names = Run.exo("info", file).out().lines().filter(line -> line.startsWith("  element ")).findFirst()
                .orElseThrow();
        assertTrue(names.length() > 80, names);
    }

    @Test
    void kindsThatAFileDoesNotHaveTakeNoLine() {
        Run run = Run.exo("info", Run.copy("no-results.e", folder).toString());
        assertFalse(run.out().matches("(?s).*\\b(0 \\w+s|time|nodal|records)\\b.*"), run::out);
    }

    @Test
    void everyKindOfBlockSetAndMapHasATable() {
        String out = Run.exo("info", Run.testdata("edge-face.e")).out();
        for (String title : List.of("BLOCK  ID", "EDGE BLOCK", "FACE BLOCK", "NODE SET", "SIDE SET", "EDGE SET",
                "FACE SET", "ELEMENT SET", "NODE MAP", "ELEMENT MAP", "EDGE MAP", "FACE MAP")) {
            assertTrue(out.contains(title), title);
        }
    }

    @Test
    void boxThatMeansReadingMuchIsFoundOnDemand() throws IOException {
        String file = Broken.large(8_000_001, folder).toString();
        String mesh = "  mesh    1-D  8,000,001 nodes                  ";
        assertTrue(Run.exo("info", file).out().contains(mesh + "box: --box\n"));
        assertTrue(Run.exo("info", "--box", file).out().contains(mesh + "x 0 .. 0\n"));
    }

    @Test
    void boxOfASmallMeshIsFoundAtOnce() throws IOException {
        String file = Broken.large(8_000_000, folder).toString();
        assertTrue(Run.exo("info", file).out().contains(" 8,000,000 nodes                  x 0 .. 0\n"));
    }

    @Test
    void assembliesTellWhatTheyAreMadeOf() {
        String out = Run.exo("info", Run.testdata("assembly-blob.e")).out();
        assertTrue(out.contains("Ends      200  2 element blocks  2 of 2"), out);
        assertTrue(out.contains("per assembly       momentum(x,y,z)"), out);
    }

    @Test
    void partOfADecomposedMeshSaysWhichOne() {
        String out = Run.exo("info", Run.testdata("nemesis.e.2.0")).out();
        assertTrue(out.contains("  part    rank 0 of 2 "), out);
        assertTrue(out.contains("whole mesh: 10 nodes  4 elements"), out);
    }

    @Test
    void allAddsAttributesPropertiesAndRecords() {
        String out = Run.exo("info", "--all", Run.testdata("plate.e")).out();
        assertAll(
                () -> assertTrue(out.contains("  element block 20 'core'\n    2 attributes: density, grain_"), out),
                () -> assertTrue(out.contains("  element block property MATL\n    3  5  4\n"), out),
                () -> assertTrue(out.contains("    plate-solver  2.1  2025/03/01  00:00:07\n"), out),
                () -> assertTrue(out.contains("    material aluminium, young 70e9, poisson 0.33\n"), out),
                () -> assertTrue(out.contains("  times\n    0  0.25  0.5  1  2\n"), out));
    }

    @Test
    void allAddsMetadataFieldsAndMembers() {
        String out = Run.exo("info", "--all", Run.testdata("assembly-blob.e")).out();
        assertAll(() -> assertTrue(out.contains("    Material = \"steel\"\n    Density = 7850.5\n"), out),
                () -> assertTrue(out.contains("    field gp: vector 3d of quadrature twopoint\n"), out),
                () -> assertTrue(out.contains("    members head, tail\n"), out));
    }

    @Test
    void severalFilesHaveAnEmptyLineBetweenThem() {
        String out = Run.exo("info", Run.testdata("one-node.e"), Run.testdata("one-node.e")).out();
        assertTrue(out.matches("(?s)\\S.*\n\n\\S*one-node\\.e .*charge\n"), out);
    }

    @Test
    void coloursAreForTerminalsOnly() {
        String file = Run.testdata("one-node.e");
        assertAll(() -> assertTrue(Run.inEnvironment(Map.of(), "info", file).out().startsWith("\u001b[1m")),
                () -> assertFalse(Run.exo("info", file).out().contains("\u001b")),
                () -> assertFalse(Run.inEnvironment(Map.of("NO_COLOR", "1"), "info", file).out()
                        .contains("\u001b")),
                () -> assertFalse(Run.inEnvironment(Map.of("TERM", "dumb"), "info", file).out()
                        .contains("\u001b")),
                () -> assertFalse(Run.inEnvironment(Map.of(), "info", "--color=never", file).out()
                        .contains("\u001b")),
                () -> assertTrue(Run.exo("info", "--color=always", file).out().contains("\u001b")));
    }

    @Test
    void coloursChangeNothingElse() {
        String file = Run.testdata("plate.e");
        assertEquals(Run.exo("info", file).out(),
                Run.exo("info", "--color=always", file).out().replaceAll("\u001b\\[[0-9;]*m", ""));
    }
}
