package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.check.ModelCheck;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.geometry.Point;
import dev.exodusii.grid.GridModel;
import dev.exodusii.grid.GridShape;
import dev.exodusii.parallel.Workers;
import dev.exodusii.topology.Topology;
import dev.exodusii.transform.ModelCopy;
import dev.exodusii.transform.ModelCopyBuilder;
import dev.exodusii.transform.TimeChange;
import dev.exodusii.transform.Transform;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a model on its way from file to file.
class ModelCopyTest {

    private static final Transform MIRROR = Transform.mirror(new Point(0.5, 0, 0), new Point(1, 0, 0));
    private static final Path TESTDATA = Path.of(System.getProperty("exodus.testdata", "../testdata"));

    @TempDir
    private Path folder;
    private int files;

    private ExodusFile made(GridModel model) throws IOException {
        Path path = folder.resolve("made" + files++ + ".e");
        try (ExodusWriter writer = Exodus.create(path, model.definition().build())) {
            model.to(writer);
        }
        return Exodus.open(path);
    }

    private ExodusFile copied(ExodusFile file, UnaryOperator<ModelCopyBuilder> change) throws IOException {
        Path path = folder.resolve("copied" + files++ + ".e");
        ModelCopy copy = change.apply(ModelCopy.of(file)).plan();
        try (ExodusWriter writer = Exodus.create(path, copy.definition().build())) {
            copy.to(writer);
        }
        return Exodus.open(path);
    }

    private static List<String> faults(ExodusFile file) {
        return ModelCheck.run(file, true, 1, Workers.callingThread()).findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.code() + " " + finding.place() + " " + finding.count()).toList();
    }

    private static double[] point(ExodusFile file, long node) {
        double[] point = new double[3];
        for (int axis = 0; axis < file.dimension(); axis++) {
            point[axis] = file.coordinates().axis(axis).get(node);
        }
        return point;
    }

    /// Six times the volume of what lies inside the sides of an element, by the corners of its sides: negative where it is
    /// inside out.
    private static double volume(ExodusFile file, LongFunction<long[]> sides, int count) {
        double volume = 0;
        for (int side = 0; side < count; side++) {
            long[] nodes = sides.apply(side);
            for (int i = 1; i + 1 < nodes.length; i++) {
                double[] a = point(file, nodes[0]);
                double[] b = point(file, nodes[i]);
                double[] c = point(file, nodes[i + 1]);
                volume += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2])
                        + a[2] * (b[0] * c[1] - b[1] * c[0]);
            }
        }
        return volume;
    }

    private static List<Double> volumes(ExodusFile file) {
        List<Double> volumes = new ArrayList<>();
        for (ElementBlock block : file.elementBlocks()) {
            Topology shape = block.topology();
            for (long element = 0; element < block.size() && !block.isJagged() && shape.isSolid(); element++) {
                long row = element;
                volumes.add(volume(file, side -> {
                    long[] nodes = new long[shape.sideCornerCount((int) side)];
                    for (int i = 0; i < nodes.length; i++) {
                        nodes[i] = block.nodeIndexes().get(row, shape.sideNode((int) side, i));
                    }
                    return nodes;
                }, shape.sideCount()));
            }
        }
        return volumes;
    }

    @ParameterizedTest
    @EnumSource
    void mirrorImageIsRightSideOutAndHasTheSameVolumes(GridShape shape) throws IOException {
        long[] cells = LongStream.of(2, 3, 2).limit(shape.dimension()).toArray();
        try (ExodusFile file = made(GridModel.of(shape, cells)); ExodusFile mirrored = copied(file,
                builder -> builder.transform(MIRROR))) {
            List<Double> before = volumes(file);
            List<Double> after = volumes(mirrored);
            assertEquals(List.of(), faults(mirrored));
            assertEquals(before.size(), after.size());
            for (int i = 0; i < before.size(); i++) {
                assertEquals(before.get(i), after.get(i), 1e-12);
                assertTrue(after.get(i) > 0);
            }
        }
    }

    /// What was on the right is on the left, and the other way round.
    @ParameterizedTest
    @EnumSource
    void sideSetsOfTheMirrorImageAreWhereTheyShouldBe(GridShape shape) throws IOException {
        long[] cells = LongStream.of(2, 3, 2).limit(shape.dimension()).toArray();
        try (ExodusFile file = made(GridModel.of(shape, cells)); ExodusFile mirrored = copied(file,
                builder -> builder.transform(MIRROR))) {
            for (String name : List.of("xmin", "xmax")) {
                double place = name.equals("xmin") ? 1 : 0;
                var faces = mirrored.sideSets().name(name).faces();
                assertEquals(file.sideSets().name(name).size(), faces.size());
                for (long side = 0; side < faces.size(); side++) {
                    assertTrue(faces.nodeCount(side) > 0);
                    for (int node = 0; node < faces.nodeCount(side); node++) {
                        assertEquals(place, mirrored.coordinates().x().get(faces.nodeIndex(side, node)));
                    }
                }
            }
        }
    }

    @Test
    void deformedMeshIsMovedAsAWhole() throws IOException {
        GridModel model = GridModel.of(GridShape.HEX8, 2, 2, 2).steps(2, 1)
                .variable(EntityKind.NODAL, "disp_x", (i, x, y, z, t) -> 0.1 * t * y + i)
                .variable(EntityKind.NODAL, "disp_y", (i, x, y, z, t) -> 0.2 * t * z)
                .variable(EntityKind.NODAL, "disp_z", (i, x, y, z, t) -> 0.3 * t * x);
        Transform transform = Transform.scaling(new Point(2, 3, 4)).then(MIRROR)
                .then(Transform.rotation(new Point(1, 2, 3), 40)).then(Transform.translation(new Point(5, 6, 7)));
        try (ExodusFile file = made(model); ExodusFile moved = copied(file, builder -> builder.transform(transform))) {
            for (long node = 0; node < file.nodeCount(); node++) {
                double[] wanted = deformed(file, node);
                Point there = transform.apply(new Point(wanted[0], wanted[1], wanted[2]));
                double[] found = deformed(moved, node);
                assertEquals(there.x(), found[0], 1e-12);
                assertEquals(there.y(), found[1], 1e-12);
                assertEquals(there.z(), found[2], 1e-12);
            }
        }
    }

    private static double[] deformed(ExodusFile file, long node) {
        double[] point = point(file, node);
        for (int axis = 0; axis < 3; axis++) {
            point[axis] += file.nodal("disp_" + "xyz".charAt(axis)).get(1, node);
        }
        return point;
    }

    @Test
    void forcesTurnButAreNotScaledAndTensorsOnRequest() throws IOException {
        GridModel model = GridModel.of(GridShape.QUAD4, 1, 1).steps(1, 1)
                .variable(EntityKind.NODAL, "force_x", (i, x, y, z, t) -> 1).variable(EntityKind.NODAL, "force_y",
                        (i, x, y, z, t) -> 2)
                .variable(EntityKind.ELEMENT_BLOCK, "stress_xx", (i, x, y, z, t) -> 7)
                .variable(EntityKind.ELEMENT_BLOCK, "stress_yy", (i, x, y, z, t) -> 3)
                .variable(EntityKind.ELEMENT_BLOCK, "stress_xy", (i, x, y, z, t) -> 1)
                .variable(EntityKind.GLOBAL, "total_x", (i, x, y, z, t) -> 4)
                .variable(EntityKind.GLOBAL, "total_y", (i, x, y, z, t) -> 5);
        Transform turn = Transform.scaling(new Point(9, 9, 9)).then(Transform.rotation(new Point(0, 0, 1), 90));
        try (ExodusFile file = made(model); ExodusFile turned = copied(file, builder -> builder.transform(turn));
                ExodusFile all = copied(file, builder -> builder.transform(turn).tensors(name -> true))) {
            assertAll(() -> assertEquals(-2, turned.nodal("force_x").get(0, 3)),
                    () -> assertEquals(1, turned.nodal("force_y").get(0, 3)),
                    () -> assertEquals(-5, turned.global("total_x").get(0, 0)),
                    () -> assertEquals(7, turned.elementBlocks().get(0).requireVariable("stress_xx").get(0, 0)),
                    () -> assertEquals(3, all.elementBlocks().get(0).requireVariable("stress_xx").get(0, 0)),
                    () -> assertEquals(7, all.elementBlocks().get(0).requireVariable("stress_yy").get(0, 0)),
                    () -> assertEquals(-1, all.elementBlocks().get(0).requireVariable("stress_xy").get(0, 0)));
            assertTrue(ModelCopy.of(file).transform(turn).plan().remarks().stream()
                    .anyMatch(remark -> remark.contains("tensor 'stress'")), "nothing is said of the tensor");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POLYHEDRA", "HEX8", "HEX27", "TET10", "PYRAMID5"})
    void layerThatIsTakenOutIsTheModelOfThatLayer(GridShape shape) throws IOException {
        GridModel whole = GridModel.of(shape, 2, 3, 3).blocks(3).steps(1, 1)
                .variable(EntityKind.NODAL, "height", (i, x, y, z, t) -> z);
        try (ExodusFile file = made(whole); ExodusFile layer = copied(file, builder -> builder.dropUnusedNodes()
                .retain(EntityKind.ELEMENT_BLOCK, block -> block.id() == 2))) {
            ExodusDefinition alone = GridModel.of(shape, 2, 3, 1).definition().build();
            assertAll(() -> assertEquals(List.of(), faults(layer)),
                    () -> assertEquals(alone.nodeCount(), layer.nodeCount()),
                    () -> assertEquals(alone.elementCount(), layer.elementCount()),
                    () -> assertEquals(alone.faceCount(), layer.faceCount()),
                    () -> assertEquals(layer.coordinates().z().stream().boxed().toList(),
                            layer.nodal("height").step(0).stream().boxed().toList()),
                    () -> assertEquals(file.elementBlocks().get(1).firstIndex() + 1, layer.elementIds().id(0)),
                    () -> assertEquals(List.of("xmin", "xmax", "ymin", "ymax"),
                            layer.sideSets().stream().map(set -> set.name()).toList()));
        }
    }

    @Test
    void stepsAreTakenInTheOrderAskedForAndTimesChange() throws IOException {
        GridModel model = GridModel.of(GridShape.BAR2, 2).steps(5, 1)
                .variable(EntityKind.NODAL, "T", (i, x, y, z, t) -> t);
        try (ExodusFile file = made(model); ExodusFile copy = copied(file, builder -> builder.steps(4, 1)
                .times(new TimeChange(2, -8)).scale(series -> series.name().equals("T"), 1.8, 32))) {
            assertAll(() -> assertEquals(List.of(0.0, -6.0), List.of(copy.times().time(0), copy.times().time(1))),
                    () -> assertEquals(4 * 1.8 + 32, copy.nodal("T").get(0, 2)),
                    () -> assertEquals(1.8 + 32, copy.nodal("T").get(1, 0)));
        }
    }

    @Test
    void setsAssembliesAndTruthTablesFollowTheBlocks() throws IOException {
        try (ExodusFile file = Exodus.open(TESTDATA.resolve("assembly-blob.e")); ExodusFile half = copied(file,
                builder -> builder.retain(EntityKind.ELEMENT_BLOCK, block -> block.index() == 0))) {
            List<Long> lost = file.elementBlocks().stream().skip(1).map(ElementBlock::id).toList();
            half.assemblies().forEach(assembly -> assertFalse(
                    assembly.memberKind().filter(kind -> kind == EntityKind.ELEMENT_BLOCK).isPresent()
                            && assembly.memberIds().stream().anyMatch(lost::contains), assembly::toString));
            List<String> before = file.findings().stream().map(Object::toString).toList();
            half.findings().forEach(finding -> assertTrue(before.contains(finding.toString()), finding::toString));
        }
    }

    @Test
    void variablesThatAreNotWantedAreNotThere() throws IOException {
        try (ExodusFile file = Exodus.open(TESTDATA.resolve("plate.e"))) {
            TimeSeries stress = file.elementBlocks().get(1).requireVariable("stress_xx");
            try (ExodusFile copy = copied(file, builder -> builder.retainVariables(series -> series.equals(stress)
                    || series.kind() == EntityKind.GLOBAL))) {
                assertAll(() -> assertEquals(List.of(), copy.nodalVariables()),
                        () -> assertEquals(file.globalVariables().size(), copy.globalVariables().size()),
                        () -> assertEquals(List.of("stress_xx"), copy.variables(EntityKind.ELEMENT_BLOCK).names()),
                        () -> assertTrue(copy.elementBlocks().get(0).variables().isEmpty()),
                        () -> assertEquals(stress.step(2).stream().boxed().toList(),
                                copy.elementBlocks().get(1).requireVariable("stress_xx").step(2).stream().boxed().toList()));
            }
        }
    }

    @Test
    void decompositionOfAMeshIsMirroredButNotOfAPart() throws IOException {
        try (ExodusFile file = Exodus.open(TESTDATA.resolve("nemesis.e.2.0"))) {
            assertEquals(List.of(), ModelCopy.of(file).plan().remarks());
            ModelCopy part = ModelCopy.of(file).retain(EntityKind.ELEMENT_BLOCK, block -> block.index() == 0)
                    .dropUnusedNodes().plan();
            if (part.definition().build().elementCount() < file.elementCount()) {
                assertTrue(part.remarks().stream().anyMatch(remark -> remark.contains("decomposition")),
                        () -> part.remarks().toString());
            }
        }
    }

    @Test
    void whatCannotBeDoneIsRefusedBeforeAnythingIsWritten() throws IOException {
        try (ExodusFile flat = made(GridModel.of(GridShape.QUAD4, 2, 2)); ExodusFile bezier = Exodus.open(TESTDATA.resolve(
                "bezier.e"))) {
            assertAll(() -> assertTrue(assertThrows(IllegalArgumentException.class, () -> ModelCopy.of(flat)
                            .transform(Transform.rotation(new Point(1, 0, 0), 30)).plan()).getMessage().contains("leave its plane")),
                    () -> assertTrue(assertThrows(IllegalArgumentException.class, () -> ModelCopy.of(bezier)
                            .transform(MIRROR).plan()).getMessage().contains("cannot be mirrored")),
                    () -> assertThrows(IllegalArgumentException.class, () -> ModelCopy.of(flat).dropUnusedNodes()
                            .retain(EntityKind.ELEMENT_BLOCK, block -> false).plan()),
                    () -> assertThrows(IndexOutOfBoundsException.class, () -> ModelCopy.of(flat).steps(0)));
        }
        assertFalse(Files.exists(folder.resolve("copied0.e")));
    }
}
