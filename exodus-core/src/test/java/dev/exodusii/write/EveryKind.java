package dev.exodusii.write;

import dev.exodusii.CoordinateFrame;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.QaRecord;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.geometry.Point;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.Durability;
import dev.exodusii.netcdf.write.MemorySink;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/// A small file with every kind of thing in it: two hexahedra and a shell, with edges, faces, all sets, maps and variables.
final class EveryKind {

    static final int STEPS = 3;

    private static final double[] X = {0, 1, 1, 0, 0, 1, 1, 0, 2, 2, 2, 2};
    private static final double[] Y = {0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1};
    private static final double[] Z = {0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1};

    private EveryKind() {}

    static ExodusDefinitionBuilder builder() {
        return ExodusDefinition.builder().title("every kind").dimension(3).nodes(12)
                .nodeIds().elementIds().ids(EntityKind.EDGE_MAP, true).ids(EntityKind.FACE_MAP, true)
                .elementOrder(true).nodalAttributes("weight", "temperature0")
                .elementBlock(10, "HEX8", 2, block -> block.withName("steel").withEdgesAndFaces(12, 6)
                        .withMetadata(List.of(AttributeDefinition.doubles("density", 7.8),
                                AttributeDefinition.ints("colour", 1, 2, 3))))
                .elementBlock(20, "SHELL4", 1, block -> block.withName("skin").withAttributes("thickness", "offset"))
                .add(BlockDefinition.placeholder(EntityKind.ELEMENT_BLOCK, 30).withName("nothing"))
                .edgeBlock(5, "EDGE2", 3, block -> block.withName("rim").withAttributes("radius"))
                .faceBlock(6, "QUAD4", 2, block -> block.withName("walls").withAttributes("area"))
                .nodeSet(1, 4, set -> set.withName("clamped").withFactors().withAttributes("stiffness"))
                .nodeSet(2, 0, set -> set.withName("empty"))
                .set(EntityKind.EDGE_SET, 3, 2, set -> set.withName("seam").withFactors())
                .set(EntityKind.FACE_SET, 4, 1, set -> set.withName("wall").withFactors())
                .sideSet(7, 2, set -> set.withName("pressure").withFactors(8).withMetadata(List.of(
                        AttributeDefinition.bytes("unit", ElementType.CHAR, (byte) 'P', (byte) 'a',
                                (byte) 0))))
                .sideSet(8, 1, set -> set)
                .set(EntityKind.ELEMENT_SET, 9, 2, set -> set.withName("probe").withFactors())
                .map(EntityKind.NODE_MAP, 11, "owner").map(EntityKind.EDGE_MAP, 12, "edges")
                .map(EntityKind.FACE_MAP, 13, "faces").map(EntityKind.ELEMENT_MAP, 14, "processor")
                .property(EntityKind.ELEMENT_BLOCK, "MATL", 100, 200, 300)
                .property(EntityKind.NODE_SET, "COLOR", 7, 8)
                .assembly(100, "metal", EntityKind.ELEMENT_BLOCK, 10, 20)
                .assembly(200, "all", EntityKind.ASSEMBLY, 100)
                .blob(300, "solver", 5)
                .coordinateFrame(FrameDefinition.of(1, CoordinateFrame.Kind.CYLINDRICAL, new Point(0, 0, 0),
                        new Point(0, 0, 1), new Point(1, 0, 0)))
                .qaRecord(new QaRecord("maker", "1.0", "2026/01/02", "03:04:05"))
                .infoRecords(List.of("one line", "another"))
                .metadata(AttributeDefinition.doubles("gravity", 9.81))
                .globalVariables("energy", "momentum").nodalVariables("disp_x", "disp_y", "disp_z")
                .variables(EntityKind.EDGE_BLOCK, "current").variables(EntityKind.FACE_BLOCK, "flux")
                .variables(EntityKind.ELEMENT_BLOCK, "pressure").variableOn(EntityKind.ELEMENT_BLOCK, "bending", 20)
                .variables(EntityKind.NODE_SET, "reaction").variables(EntityKind.EDGE_SET, "slip")
                .variables(EntityKind.FACE_SET, "heat").variableOn(EntityKind.SIDE_SET, "traction", 7)
                .variables(EntityKind.ELEMENT_SET, "damage")
                .variables(EntityKind.ASSEMBLY, "mass").variables(EntityKind.BLOB, "residual")
                .reductionVariables(EntityKind.ELEMENT_BLOCK, "volume", "work")
                .reductionVariables(EntityKind.SIDE_SET, "force").reductionVariables(EntityKind.ASSEMBLY, "weight")
                .reductionVariables(EntityKind.BLOB, "norm");
    }

    /// Values that tell where they belong: no two are the same.
    static double value(int variable, long step, long entry) {
        return variable + step / 8.0 + entry / 1024.0;
    }

    static double[] values(int variable, long step, long entries) {
        return IntStream.range(0, (int) entries).mapToDouble(entry -> value(variable, step, entry)).toArray();
    }

    private static int[] from(int first, int count) {
        return IntStream.range(first, first + count).toArray();
    }

    static void putMesh(ExodusWriter writer) throws IOException {
        writer.coordinates().put(X, Y, Z);
        writer.coordinates().attributes().attribute("weight").put(values(50, 0, 12));
        writer.coordinates().attributes().attribute(1).put(values(51, 0, 12));
        writer.nodeIds().put(from(101, 12));
        writer.elementIds().put(201, 203, 202);
        writer.ids(EntityKind.EDGE_MAP).put(31, 32, 33);
        writer.ids(EntityKind.FACE_MAP).put(41, 42);
        writer.elementOrder().put(3, 1, 2);
        writer.elementBlock(10).nodeIndexes().put(0, 1, 2, 3, 4, 5, 6, 7, 1, 8, 9, 2, 5, 10, 11, 6);
        writer.elementBlock(10).edgeConnectivity().fill(1);
        writer.elementBlock(10).faceConnectivity().put(new long[] {1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1});
        writer.elementBlock(20).connectivity().put(new int[][] {{1, 2, 3, 4}});
        writer.elementBlock(20).attributes().all().put(0.5, 0.25);
        writer.block(EntityKind.EDGE_BLOCK, 5).connectivity().put(1, 2, 2, 3, 3, 4);
        writer.block(EntityKind.EDGE_BLOCK, 5).attributes().attribute("radius").put(0.1, 0.2, 0.3);
        writer.block(EntityKind.FACE_BLOCK, 6).connectivity().put(1, 2, 3, 4, 5, 6, 7, 8);
        writer.block(EntityKind.FACE_BLOCK, 6).attributes().all().put(1.5, 2.5);
        writer.nodeSet(1).entries().put(1, 4, 5, 8);
        writer.nodeSet(1).distributionFactors().put(new float[] {1, 2, 3, 4});
        writer.nodeSet(1).attributes().all().fill(6);
        writer.set(EntityKind.EDGE_SET, 3).entries().put(1, 3);
        writer.set(EntityKind.EDGE_SET, 3).orientations().put(1, -1);
        writer.set(EntityKind.EDGE_SET, 3).distributionFactors().fill(1);
        writer.set(EntityKind.FACE_SET, 4).entryIndexes().put(1);
        writer.set(EntityKind.FACE_SET, 4).orientations().put(-1);
        writer.set(EntityKind.FACE_SET, 4).distributionFactors().put(2.5);
        writer.sideSet(7).entries().put(1, 2);
        writer.sideSet(7).sides().put(4, 2);
        writer.sideSet(7).distributionFactors().put(1, 2, 3, 4, 5, 6, 7, 8);
        writer.sideSet(8).entryIndexes().put(2);
        writer.sideSet(8).sides().put(1);
        writer.set(EntityKind.ELEMENT_SET, 9).entries().put(3, 1);
        writer.set(EntityKind.ELEMENT_SET, 9).distributionFactors().put(0.5, 0.75);
        writer.map(EntityKind.NODE_MAP, 11).put(from(0, 12));
        writer.map(EntityKind.EDGE_MAP, 12).put(from(20, 3));
        writer.map(EntityKind.FACE_MAP, 13).put(from(30, 2));
        writer.map(EntityKind.ELEMENT_MAP, 14).put(0, 0, 1);
    }

    static void putStep(ExodusWriter writer, long step) throws IOException {
        writer.putTime(step, value(0, step, 0));
        writer.globals().step(step).put(values(1, step, 2));
        writer.nodal("disp_x").step(step).put(values(2, step, 12));
        writer.nodal("disp_y").step(step).put(values(3, step, 12));
        writer.nodal("disp_z").step(step).put(values(4, step, 12));
        put(writer, EntityKind.EDGE_BLOCK, 5, "current", 5, step);
        put(writer, EntityKind.FACE_BLOCK, 6, "flux", 6, step);
        put(writer, EntityKind.ELEMENT_BLOCK, 10, "pressure", 7, step);
        put(writer, EntityKind.ELEMENT_BLOCK, 20, "pressure", 8, step);
        put(writer, EntityKind.ELEMENT_BLOCK, 20, "bending", 9, step);
        put(writer, EntityKind.NODE_SET, 1, "reaction", 10, step);
        put(writer, EntityKind.EDGE_SET, 3, "slip", 11, step);
        put(writer, EntityKind.FACE_SET, 4, "heat", 12, step);
        put(writer, EntityKind.SIDE_SET, 7, "traction", 13, step);
        put(writer, EntityKind.ELEMENT_SET, 9, "damage", 14, step);
        put(writer, EntityKind.ASSEMBLY, 100, "mass", 15, step);
        put(writer, EntityKind.ASSEMBLY, 200, "mass", 16, step);
        put(writer, EntityKind.BLOB, 300, "residual", 17, step);
        reduce(writer, EntityKind.ELEMENT_BLOCK, 10, "volume", 20, step);
        reduce(writer, EntityKind.ELEMENT_BLOCK, 10, "work", 21, step);
        reduce(writer, EntityKind.ELEMENT_BLOCK, 20, "volume", 22, step);
        reduce(writer, EntityKind.ELEMENT_BLOCK, 20, "work", 23, step);
        reduce(writer, EntityKind.SIDE_SET, 7, "force", 24, step);
        reduce(writer, EntityKind.SIDE_SET, 8, "force", 25, step);
        reduce(writer, EntityKind.ASSEMBLY, 100, "weight", 26, step);
        reduce(writer, EntityKind.ASSEMBLY, 200, "weight", 27, step);
        reduce(writer, EntityKind.BLOB, 300, "norm", 28, step);
    }

    private static void put(ExodusWriter writer, EntityKind kind, long id, String name, int variable, long step)
            throws IOException {
        SeriesPlace place = writer.entity(kind, id).variable(name);
        place.step(step).put(values(variable, step, place.size()));
    }

    private static void reduce(ExodusWriter writer, EntityKind kind, long id, String name, int variable, long step)
            throws IOException {
        writer.entity(kind, id).reductionVariable(name).step(step).put(value(variable, step, 0));
    }

    static void putAll(ExodusWriter writer) throws IOException {
        putMesh(writer);
        for (long step = 0; step < STEPS; step++) {
            putStep(writer, step);
            writer.announce(step + 1);
        }
    }

    /// What puts values.
    @FunctionalInterface
    interface Puts {
        void into(ExodusWriter writer) throws IOException;
    }

    /// Writes a file into memory.
    static byte[] bytes(ExodusDefinition definition, Puts puts) throws IOException {
        MemorySink sink = new MemorySink("made.e");
        try (ExodusWriter writer = ExodusWriter.create(definition,
                NetcdfWriter.create(definition.layout(), sink, Durability.PROCESS))) {
            puts.into(writer);
        }
        return sink.toByteArray();
    }

    static ExodusFile parse(byte[] bytes) throws UnreadableFileException {
        return ExodusFile.parse(MemorySegment.ofArray(bytes), "made.e");
    }
}
