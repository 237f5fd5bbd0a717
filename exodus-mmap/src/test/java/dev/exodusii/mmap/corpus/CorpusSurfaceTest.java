package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.ElementValues;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Surfaces of every file of the corpus, broken ones among them: what they refer to exists, values are those of the views,
/// side sets have the nodes of their sides.
class CorpusSurfaceTest {

    private static final Workers ALONE = Workers.callingThread();
    private static final SurfaceOptions CORNERS = SurfaceOptions.standard();
    private static final SurfaceOptions ALL = CORNERS.andInterfaces().andMidSideNodes();

    @Test
    void surfacesHoldForEveryFile() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEachOpen(corpus.files(), report, (file, open) -> {
            check(file.path(), open, report);
        });
        System.out.printf("corpus surfaces: %,d files, %,d triangles, %,d values, %,d sides, %,d closed skins,"
                + " %,d files refused%n", report.number("files"), report.number("triangles"), report.number("values"),
                report.number("sides"), report.number("closed"), report.number("refused"));
        report.failOnDifferences("surfaces");
        assertTrue(report.number("triangles") > 0 && report.number("values") > 0 && report.number("sides") > 0
                && report.number("closed") > 0, "something was not compared at all");
    }

    private static void check(String path, ExodusFile file, Report report) {
        MeshFaces faces = MeshFaces.of(file, ALONE);
        report.count("files");
        Surface skin = faces.surface(CORNERS, ALONE);
        checkIndexes(path, skin, file, report);
        checkIndexes(path, faces.surface(ALL, ALONE), file, report);
        checkValues(path, skin, file, report);
        for (SideSet set : file.sideSets()) {
            try {
                checkSides(path + " " + set, faces.sideSet(set, ALL, ALONE), set.faces(), report);
            } catch (DamagedDataException damaged) {
                report.count("damaged sets");
            }
        }
        if (skin.faceCount() > 0 && file.elementBlocks().stream().allMatch(CorpusSurfaceTest::isSolid)) {
            report.count("closed");
            if (!isClosed(skin)) {
                report.difference(path, "an edge of the skin is not used once in each direction");
            }
        }
    }

    private static boolean isSolid(ElementBlock block) {
        return block.size() == 0 || block.topology().isSolid();
    }

    private static void checkIndexes(String path, Surface surface, ExodusFile file, Report report) {
        report.add("triangles", surface.triangleCount());
        IntBuffer nodes = surface.nodes();
        for (int i = 0; i < nodes.capacity(); i++) {
            if (nodes.get(i) < 0 || nodes.get(i) >= file.nodeCount() || i > 0 && nodes.get(i) <= nodes.get(i - 1)) {
                report.difference(path, "node " + i + " is " + nodes.get(i));
            }
        }
        for (IntBuffer list : new IntBuffer[] {surface.triangles(), surface.lines(), surface.points(),
            surface.elementEdges(), surface.featureEdges(30)}) {
            for (int i = 0; i < list.capacity(); i++) {
                if (list.get(i) < 0 || list.get(i) >= nodes.capacity()) {
                    report.difference(path, "index " + list.get(i) + " of " + nodes.capacity() + " nodes");
                }
            }
        }
        for (int face = 0; face < surface.faceCount(); face++) {
            ElementBlock block = surface.block(surface.faceElement(face));
            long row = surface.faceElement(face) - block.firstIndex();
            if (row < 0 || row >= block.size()) {
                report.difference(path, "face " + face + " of element " + surface.faceElement(face) + " in " + block);
            }
        }
    }

    private static void checkValues(String path, Surface surface, ExodusFile file, Report report) {
        for (TimeSeries variable : file.nodalVariables()) {
            if (variable.steps() > 0 && variable.size() == file.nodeCount()) {
                RealView view = variable.step(variable.steps() - 1);
                float[] values = new float[surface.nodeCount()];
                surface.values().copyNodal(view, values);
                for (int i = 0; i < values.length; i++) {
                    same(path, variable.name(), view.getFloat(surface.nodes().get(i)), values[i], report);
                }
            }
        }
        for (String name : file.variables(EntityKind.ELEMENT_BLOCK).names()) {
            if (file.times().steps() > 0) {
                checkElements(path, name, surface, file, report);
            }
        }
    }

    private static void checkElements(String path, String name, Surface surface, ExodusFile file, Report report) {
        float[] values = new float[surface.triangleCount()];
        try {
            surface.values().copyElements(ElementValues.of(file, name, 0), Primitive.TRIANGLE, values);
        } catch (IndexOutOfBoundsException noSuchStep) {
            report.count("variables without steps");
            return;
        }
        for (int i = 0; i < values.length; i++) {
            int element = surface.faceElement(surface.triangleFaces().get(i));
            ElementBlock block = surface.block(element);
            float expected = block.variable(name)
                    .map(series -> series.step(0).getFloat(element - block.firstIndex())).orElse(Float.NaN);
            same(path, name, expected, values[i], report);
        }
    }

    private static void same(String path, String name, float expected, float actual, Report report) {
        report.count("values");
        if (Float.floatToRawIntBits(expected) != Float.floatToRawIntBits(actual)
                && !(Float.isNaN(expected) && Float.isNaN(actual))) {
            report.difference(path, name + ": " + actual + " instead of " + expected);
        }
    }

    /// The corners of a face are the first nodes of the side, in that order.
    private static void checkSides(String place, Surface surface, SideFaces sides, Report report) {
        for (int face = 0; face < surface.faceCount(); face++) {
            Topology topology = surface.block(surface.faceElement(face)).topology();
            if (topology.family() == Family.NFACED) {
                continue;
            }
            report.count("sides");
            int entry = surface.faceEntry(face);
            int side = surface.faceSide(face);
            int[] nodes = surface.face(face).nodeIndexes();
            int corners = topology.sideCornerCount(side);
            int stride = nodes.length / corners;
            for (int i = 0; i < corners && nodes.length == corners * stride; i++) {
                if (isWhole(nodes.length, topology, side) && nodes[i * stride] != sides.nodeIndex(entry, i)) {
                    report.difference(place, "entry " + entry + ": node " + nodes[i * stride] + " instead of "
                            + sides.nodeIndex(entry, i));
                }
            }
        }
    }

    /// Faces with nodes that are repeated have fewer.
    private static boolean isWhole(int nodeCount, Topology topology, int side) {
        int around = 0;
        for (int edge : topology.sideEdges(side)) {
            around += topology.edgeNodes(edge).length - 1;
        }
        return nodeCount == around && around % topology.sideCornerCount(side) == 0
                && Arrays.stream(topology.sideEdges(side)).map(edge -> topology.edgeNodes(edge).length)
                        .distinct().count() == 1;
    }

    private static boolean isClosed(Surface surface) {
        Map<Long, Integer> edges = new HashMap<>();
        for (int face = 0; face < surface.faceCount(); face++) {
            IntBuffer nodes = surface.faceNodes(face);
            for (int i = 0; i < nodes.capacity(); i++) {
                long from = nodes.get(i);
                long to = nodes.get((i + 1) % nodes.capacity());
                edges.merge(Math.min(from, to) << Integer.SIZE | Math.max(from, to), from < to ? 1 : -1, Integer::sum);
            }
        }
        return edges.values().stream().allMatch(sum -> sum == 0);
    }
}
