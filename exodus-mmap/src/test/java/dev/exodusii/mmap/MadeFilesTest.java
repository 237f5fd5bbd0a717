package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.NodeSet;
import dev.exodusii.SideSet;
import dev.exodusii.grid.GridModel;
import dev.exodusii.grid.GridShape;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that were made from nothing hold for other programs what they hold for us: meshes of all shapes, with sets and
/// variables, in all formats. Each test is skipped where its program is missing (Debian's `python3-netcdf4`, `libexodusii5`
/// and `python3-vtk9`).
class MadeFilesTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SCRIPT = Path.of(System.getProperty("user.dir"), "src", "test", "python", "made_files.py");
    private static final int MISSING = 3;
    private static final long[] CELLS = {4, 3, 2};
    private static final int STEPS = 3;
    private static final int BYTES = Long.BYTES;

    /// How a file is stored.
    private enum Storage {
        CDF1, CDF2, CDF5, LONG_INTEGERS, FLOATS_WITHOUT_SETS;

        GridModel change(GridModel model) {
            return this == FLOATS_WITHOUT_SETS ? model.withoutSets() : model;
        }

        ExodusDefinitionBuilder change(ExodusDefinitionBuilder definition) {
            return switch (this) {
                case CDF1 -> definition.format(ContainerFormat.CDF_1);
                case CDF2 -> definition.format(ContainerFormat.CDF_2);
                case CDF5 -> definition.format(ContainerFormat.CDF_5);
                case LONG_INTEGERS -> definition.longIntegers(true, true, true);
                case FLOATS_WITHOUT_SETS -> definition.realType(ElementType.FLOAT);
            };
        }
    }

    /// For each file what is in it, and a digest of its values.
    private static final Map<String, String> OURS = new TreeMap<>();
    private static final List<String> PATHS = new ArrayList<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeFiles() throws IOException {
        for (GridShape shape : GridShape.values()) {
            for (Storage storage : Storage.values()) {
                GridModel model = storage.change(GridModel.of(shape, Arrays.copyOf(CELLS, shape.dimension()))
                        .blocks(2).steps(STEPS, 0.25)
                        .variable(EntityKind.NODAL, "heat", (index, x, y, z, time) -> Math.sin(x + 2 * y - z) + time)
                        .variable(EntityKind.NODAL, "number", (index, x, y, z, time) -> index + time)
                        .variable(EntityKind.ELEMENT_BLOCK, "load", (index, x, y, z, time) -> x * y + z - time / (index + 1))
                        .variable(EntityKind.GLOBAL, "energy", (index, x, y, z, time) -> Math.exp(-time)));
                Path path = folder.resolve(shape + "-" + storage + ".e");
                try (ExodusWriter writer = Exodus.create(path, storage.change(model.definition()).build())) {
                    model.to(writer);
                }
                try (ExodusFile file = Exodus.open(path)) {
                    tell(path.toString(), file);
                }
                PATHS.add(path.toString());
            }
        }
    }

    private static void tell(String path, ExodusFile file) {
        int axes = file.dimension();
        double[] points = new double[Math.toIntExact(file.nodeCount()) * axes];
        for (int axis = 0; axis < axes; axis++) {
            RealView along = file.coordinates().axis(axis);
            for (int node = 0; node < along.size(); node++) {
                points[node * axes + axis] = along.get(node);
            }
        }
        tell(path, "points", points);
        for (Block block : file.elementBlocks()) {
            tell(path, "element block " + block.id(), numbers(block));
        }
        for (Block block : file.faceBlocks()) {
            tell(path, "face block " + block.id(), numbers(block));
        }
        for (NodeSet set : file.nodeSets()) {
            tell(path, "node set " + set.id(), set.entries().toArray());
        }
        for (SideSet set : file.sideSets()) {
            tell(path, "side set " + set.id(), LongStream.concat(set.elements().stream(), set.sides().stream()).toArray());
        }
        for (int step = 0; step < STEPS; step++) {
            for (String name : List.of("heat", "number")) {
                tell(path, "nodal " + name + " " + step, file.nodal(name).step(step).toArray());
            }
            for (Block block : file.elementBlocks()) {
                tell(path, "element load " + block.id() + " " + step, block.variable("load").orElseThrow().step(step).toArray());
            }
            tell(path, "global energy " + step, file.global("energy").step(step).toArray());
            tell(path, "time " + step, new double[] {file.times().time(step)});
        }
    }

    /// The faces of polyhedra, the nodes of all else.
    private static long[] numbers(Block block) {
        return !block.isJagged() ? block.connectivity().toArray()
                : (block instanceof ElementBlock polyhedra ? polyhedra.polyhedra() : block.polygons()).values().toArray();
    }

    private static void tell(String path, String what, double[] values) {
        ByteBuffer bytes = room(values.length);
        bytes.asDoubleBuffer().put(values);
        tell(path, what, bytes);
    }

    private static void tell(String path, String what, long[] values) {
        ByteBuffer bytes = room(values.length);
        bytes.asLongBuffer().put(values);
        tell(path, what, bytes);
    }

    private static ByteBuffer room(int count) {
        return ByteBuffer.allocate(count * BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void tell(String path, String what, ByteBuffer bytes) {
        try {
            OURS.put(path + "\t" + what, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array())));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> foundBy(String program) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "skipped: there is no Python");
        Path list = Files.write(folder.resolve("list"), PATHS);
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        int result = new ProcessBuilder(PYTHON, SCRIPT.toString(), program).redirectInput(list.toFile())
                .redirectOutput(output.toFile()).redirectError(errors.toFile()).start().waitFor();
        assumeTrue(result != MISSING, "skipped: there is no " + program);
        assertEquals(0, result, Files.readString(errors, StandardCharsets.ISO_8859_1));
        Map<String, String> found = new TreeMap<>();
        for (String line : Files.readAllLines(output)) {
            int last = line.lastIndexOf('\t');
            found.put(line.substring(0, last), line.substring(last + 1));
        }
        System.out.printf("%s: %,d arrays of %,d files that were made from nothing%n", program, found.size(), PATHS.size());
        return found;
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> found) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()));
        assertEquals(List.of(), expected.keySet().stream().filter(key -> !expected.get(key).equals(found.get(key))).toList());
    }

    @Test
    void netcdfFindsAllValues() throws IOException, InterruptedException {
        assertSame(OURS, foundBy("netcdf"));
    }

    @Test
    void libexodusFindsAllValues() throws IOException, InterruptedException {
        assertSame(OURS, foundBy("libexodus"));
    }

    /// What VTK makes blocks of: no sets, and polyhedra without their faces.
    @Test
    void vtkFindsMeshAndResults() throws IOException, InterruptedException {
        Map<String, String> expected = new TreeMap<>(OURS);
        expected.keySet().removeIf(key -> key.matches(".*\t(face block|node set|side set|global|time) .*")
                || key.matches(".*/POLYHEDRA-[^/]*\telement block .*"));
        assertTrue(expected.size() > OURS.size() / 4, "nothing is left to compare");
        assertSame(expected, foundBy("vtk"));
    }
}
