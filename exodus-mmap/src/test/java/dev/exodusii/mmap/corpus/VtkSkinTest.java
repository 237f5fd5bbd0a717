package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The outside of element blocks beside that which VTK finds, each block by itself as VTK takes them: as many faces with the
/// same corners. Files that VTK takes for something else are not among them. Skipped where Debian's `python3-vtk9` is missing.
class VtkSkinTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SCRIPT = Path.of(System.getProperty("user.dir"), "src", "test", "python", "vtk_skin.py");
    /// All is to be done in some seconds.
    private static final long MOST_BYTES = 1 << 21;

    @TempDir
    private Path folder;

    @Test
    void outsideOfOwnFilesIsThatOfVtk() throws Exception {
        Path testdata = Path.of(System.getProperty("exodus.testdata")).normalize();
        compare("own files", Stream.of("plate.e", "plate-cdf5.e", "plate-i64.e", "wedge-pyramid-tet.e", "mixed-layout.e")
                .map(testdata::resolve).toList());
    }

    @Test
    void outsideOfFilesOfTheCorpusIsThatOfVtk() throws Exception {
        compare("corpus", Corpus.find().files(file -> (file.isBelow("real") || file.isBelow("generated"))
                // Their elements have nodes that do not exist.
                && !file.path().contains("create_mesh-par3-map")
                && file.bytes() <= MOST_BYTES).stream()
                .map(CorpusFile::file).toList());
    }

    private void compare(String name, List<Path> files) throws IOException, InterruptedException {
        Report report = new Report();
        for (Map.Entry<Path, List<String[]>> seen : seenByVtk(files).entrySet()) {
            if (seen.getValue().getLast()[1].equals("ended")) {
                report.count("ended");
                continue;
            }
            try (ExodusFile file = Exodus.open(seen.getKey())) {
                compare(seen.getKey(), file, seen.getValue(), report);
            }
        }
        System.out.printf("skin of VTK, %s: %,d blocks, %,d faces; VTK broke off on %,d files%n", name,
                report.number("blocks"), report.number("faces"), report.number("ended"));
        report.failOnDifferences("skin of VTK");
        assertTrue(report.number("faces") > 0, "nothing was compared");
    }

    private Map<Path, List<String[]>> seenByVtk(List<Path> files) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)) && new ProcessBuilder(PYTHON, "-c", "import vtkmodules.vtkIOExodus")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0,
                "skipped: there is no python3-vtk9");
        Path list = Files.write(folder.resolve("list"), files.stream().filter(VtkSkinTest::isForVtk).map(Path::toString).toList());
        Path output = folder.resolve("output");
        int result = new ProcessBuilder(PYTHON, SCRIPT.toString()).redirectInput(list.toFile())
                .redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        assertEquals(0, result, "how VTK ended");
        return Files.readAllLines(output).stream().map(line -> line.split("\t", -1))
                .collect(Collectors.groupingBy(line -> Path.of(line[0])));
    }

    private static void compare(Path path, ExodusFile file, List<String[]> expected, Report report) {
        Map<Long, List<int[]>> faces = faces(MeshFaces.of(file, Workers.callingThread()));
        for (String[] line : expected) {
            long id = Long.parseLong(line[1]);
            List<ElementBlock> blocks = file.elementBlocks().stream().filter(block -> block.id() == id).toList();
            if (blocks.size() == 1) {
                List<int[]> own = faces.getOrDefault(id, List.of());
                String place = path + " " + blocks.getFirst();
                report.count("blocks");
                report.add("faces", own.size());
                if (own.size() != Integer.parseInt(line[2])) {
                    report.difference(place, own.size() + " faces, not " + line[2]);
                } else if (!digest(own).equals(line[3])) {
                    report.difference(place, "other faces");
                }
            }
        }
    }

    /// Blocks are skipped where they have nodes that do not exist: VTK reads what lies behind those that do, and may end by it.
    private static boolean isForVtk(Path path) {
        try (ExodusFile file = Exodus.open(path)) {
            return !isNumberedOtherwise(file) && file.elementBlocks().stream().allMatch(VtkSkinTest::isKnownToVtk)
                    && MeshFaces.of(file, Workers.callingThread()).skippedBlocks().isEmpty();
        } catch (UnreadableFileException refused) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where nodes have maps of their own, as in parts of decomposed meshes, VTK goes by those.
    private static boolean isNumberedOtherwise(ExodusFile file) {
        return !file.nodeMaps().isEmpty() || file.decomposition().isPresent();
    }

    /// VTK 9.1 takes these for elements with fewer nodes, and what follows them for others than they are.
    private static boolean isKnownToVtk(ElementBlock block) {
        long nodes = block.nodesPerEntry();
        return switch (block.topology().family()) {
            case TET -> nodes <= 11;
            case PYRAMID -> nodes <= 13;
            case WEDGE -> nodes <= 18;
            default -> true;
        };
    }

    /// The different nodes of all outer faces, by the ids of their blocks.
    private static Map<Long, List<int[]>> faces(MeshFaces mesh) {
        Map<Long, List<int[]>> faces = new HashMap<>();
        Surface surface = mesh.surface(SurfaceOptions.standard().andInterfaces(),
                Workers.callingThread());
        for (int face = 0; face < surface.faceCount(); face++) {
            IntBuffer around = surface.faceNodes(face);
            int[] numbers = IntStream.range(0, around.capacity()).map(i -> surface.nodes().get(around.get(i)) + 1)
                    .distinct().sorted().toArray();
            if (numbers.length > 2) {
                faces.computeIfAbsent(surface.block(surface.faceElement(face)).id(), _ -> new ArrayList<>()).add(numbers);
            }
        }
        return faces;
    }

    private static String digest(List<int[]> faces) {
        String text = faces.stream().sorted(Arrays::compare)
                .map(face -> Arrays.stream(face).mapToObj(String::valueOf).collect(Collectors.joining(" ", "", "\n")))
                .collect(Collectors.joining());
        return Sha256.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
