package dev.exodusii.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.ElementBlock;
import dev.exodusii.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which faces are outer, beside the plainest way to say it, for elements that no sound mesh has: with few nodes, so that
/// faces occur many times, with nodes that are named twice or do not exist.
class MatchingTest {

    private static final int NODES = 9;
    private static final String[] TYPES = {"HEX8", "TET4", "WEDGE6", "PYRAMID5", "HEX20"};
    private static final int[] WIDTHS = {8, 4, 6, 5, 20};

    @Test
    void facesThatOccurOnceAmongVisibleBlocksAreSeen() {
        Random random = new Random(20);
        for (int round = 0; round < 400; round++) {
            MeshFaces faces = mesh(random, 1 + random.nextInt(3), 1 + random.nextInt(12)).faces();
            List<ElementBlock> blocks = faces.file().elementBlocks();
            for (int mask = 0; mask < 1 << blocks.size(); mask++) {
                int shown = mask;
                Predicate<ElementBlock> isVisible = block -> (shown >> blocks.indexOf(block) & 1) != 0;
                Surface surface = faces.surface(SurfaceOptions.standard().onlyBlocks(isVisible), TestMesh.ALONE);
                List<String> seen = IntStream.range(0, surface.faceCount())
                        .mapToObj(face -> surface.faceElement(face) + "/" + surface.faceSide(face)).toList();

                assertEquals(once(blocks.stream().filter(isVisible).toList()), seen, "round " + round + " mask " + mask);
            }
        }
    }

    private static TestMesh mesh(Random random, int blocks, int elements) {
        double[][] nodes = new double[NODES][];
        for (int i = 0; i < NODES; i++) {
            nodes[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        }
        TestMesh mesh = new TestMesh(nodes);
        for (int block = 0; block < blocks; block++) {
            int type = random.nextInt(TYPES.length);
            int[][] rows = new int[elements][WIDTHS[type]];
            for (int[] row : rows) {
                boolean isSound = random.nextInt(4) > 0;
                for (int i = 0; i < row.length; i++) {
                    row[i] = isSound ? 1 + i % NODES : random.nextInt(12) == 0 ? random.nextInt() : 1 + random.nextInt(NODES);
                }
                if (isSound) {
                    int other = random.nextInt(4);
                    int node = row[other];
                    row[other] = row[0];
                    row[0] = node;
                }
            }
            mesh.block(TYPES[type], rows);
        }
        return mesh;
    }

    private static List<String> once(List<ElementBlock> blocks) {
        Map<Set<Long>, Integer> counts = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<Set<Long>> all = new ArrayList<>();
        for (ElementBlock block : blocks) {
            Topology topology = block.topology();
            for (long row = 0; row < block.size(); row++) {
                for (int side = 0; side < topology.sideCount(); side++) {
                    Set<Long> corners = new HashSet<>();
                    for (int i = 0; i < topology.sideCornerCount(side); i++) {
                        corners.add(block.connectivity().get(row, topology.sideNode(side, i)));
                    }
                    if (corners.size() > 2 && corners.stream().allMatch(node -> node >= 1 && node <= NODES)) {
                        counts.merge(corners, 1, Integer::sum);
                        all.add(corners);
                        names.add(block.firstIndex() + row + "/" + side);
                    }
                }
            }
        }
        return IntStream.range(0, all.size()).filter(i -> counts.get(all.get(i)) == 1).mapToObj(names::get).toList();
    }
}
