package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.mmap.Exodus;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `exo cat` with files that are valid and unusual.
class CatOddFilesTest {

    private static final String WIDE = Run.testdata("wide-ids.e");

    @TempDir
    private Path folder;

    private static List<String> firstColumn(String... words) {
        Run run = Run.exo(words);
        assertEquals("", run.err());
        return run.out().lines().skip(1).map(line -> line.split("\t", -1)[0]).toList();
    }

    /// The faces of the pyramid are in a block of triangles, those of the cube in one of polygons.
    @Test
    void nodesOfPolyhedraMayHaveFacesOfAnyType() {
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"),
                firstColumn("cat", Run.testdata("polyhedra.e"), "coord", "--on", "block:10"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "4711", "2147483647"})
    void facesOfPolyhedraThatDoNotExistHaveNoNodes(int number) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(Run.testdata("polyhedra.e")));
        ByteBuffer values = ByteBuffer.wrap(bytes);
        int[] faces = {1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10};
        int at = 0;
        while (!startsWith(values, at, faces)) {
            at += Integer.BYTES;
        }
        values.putInt(at + Integer.BYTES * 10, number);
        Path damaged = Files.write(folder.resolve("damaged.e"), bytes);

        assertEquals(9, firstColumn("cat", damaged.toString(), "coord", "--on", "block:10").size());
    }

    private static boolean startsWith(ByteBuffer values, int at, int... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (values.getInt(at + Integer.BYTES * i) != numbers[i]) {
                return false;
            }
        }
        return true;
    }

    /// The type of a variable without attributes stands in the header behind its name, dimensions and attributes.
    @Test
    void idsWithoutASignThatNeed32BitsAreWrittenWith64() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(Run.testdata("plate-cdf5.e")));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int type = text.indexOf("node_num_map") + "node_num_map".length() + 3 * Long.BYTES + Integer.BYTES;
        assertEquals(4, file.getInt(type));
        file.putInt(type, 9);
        file.putInt((int) file.getLong(type + Integer.BYTES + Long.BYTES), (int) 3_000_000_000L);
        Path unsigned = Files.write(folder.resolve("unsigned.e"), bytes);
        for (String address : List.of("nodeids", "block:20", "nset:10")) {
            Path target = folder.resolve("array.npy");
            Run run = Run.exo("cat", unsigned.toString(), address, "--output", target.toString());
            assertAll(address, () -> assertEquals("", run.err()), () -> assertEquals(0, run.exit()),
                    () -> assertTrue(new String(Files.readAllBytes(target), StandardCharsets.ISO_8859_1).contains("'<i8'")));
            Files.delete(target);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "wide == 9007199254740995 ; 1",
        "wide != 9007199254740995 ; 5",
        "wide < 9007199254740993  ; 0",
        "9007199254740993 < wide  ; 5",
        "wide > 9007199254740995 and wide <= 9007199254740997 ; 2",
        "wide > -9007199254740993 ; 6",
        "wide > 9.5e15 ; 0",
        "wide > 1e300 ; 0",
    })
    void integersThatNeed64BitsAreComparedExactly(String condition, int rows) {
        assertEquals(rows, firstColumn("cat", WIDE, "nodemap:2147483648", "--where", condition).size());
    }

    private Path restarted(double... times) throws IOException {
        Path path = folder.resolve("restarted.e");
        try (ExodusWriter writer = Exodus.create(path, ExodusDefinition.builder().dimension(1).nodes(0)
                .globalVariables("work").build())) {
            for (int step = 0; step < times.length; step++) {
                writer.putTime(step, times[step]);
                writer.global("work").step(step).put(step);
            }
            writer.announce(times.length);
        }
        return path;
    }

    /// As [dev.exodusii.TimeAxis] says: what a restart wrote takes the place of what was there.
    @Test
    void timesBetweenStepsAreThoseOfTheStepsThatWereNotReplaced() throws IOException {
        String path = restarted(0, 1, 2, 3, 1.5, 2.5).toString();

        assertEquals("step\ttime\twork\n4~5\t2\t4.5\n1~4\t1.25\t2.5\n5\t2.5\t5\n",
                Run.exo("cat", path, "glob/work", "--step", "t~2,t~1.25,t~2.5").out());
    }

    @Test
    void ofSeveralStepsAtOneTimeTheLastCounts() throws IOException {
        String path = restarted(0, 1, 1, 2).toString();

        assertEquals("step\ttime\twork\n2\t1\t2\n", Run.exo("cat", path, "glob/work", "--step", "t~1").out());
    }

    @Test
    void timesThatAreNotThereAreRefusedWithThoseThatAre() throws IOException {
        String path = restarted(0, 1, 2, 3, 1.5, 2.5).toString();

        assertEquals("error: " + path + ": the time 2.75 is not between two steps\n       times are 0 to 2.5\n",
                Run.exo("cat", path, "glob/work", "--step", "t~2.75").err());
        assertEquals("error: " + path + ": no step has a time in 5..6\n       times are 0 to 3\n",
                Run.exo("cat", path, "glob/work", "--step", "t=5..6").err());
    }
}
