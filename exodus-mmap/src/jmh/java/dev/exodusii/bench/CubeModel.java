package dev.exodusii.bench;

import dev.exodusii.EntityKind;
import dev.exodusii.grid.GridModel;
import dev.exodusii.grid.GridShape;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.view.ElementType;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A cube of 100 x 100 x 100 HEX8 elements with a displacement and a stress at each step: 1,030,301 nodes.
///
/// @param realType       how real numbers are stored
/// @param hasLongNumbers whether numbers of nodes are stored in 64 bits, in CDF-5
/// @param steps          the number of time steps
record CubeModel(ElementType realType, boolean hasLongNumbers, int steps) {

    private static final int EDGE = 100;
    private static final int SIDE = EDGE + 1;
    static final int NODES = SIDE * SIDE * SIDE;
    static final int ELEMENTS = EDGE * EDGE * EDGE;
    static final int NODES_PER_ELEMENT = 8;
    private static final List<String> NAMES = List.of("disp_x", "disp_y", "disp_z");

    /// Returns the 0-based indexes of the nodes on the six sides of the cube: 60,002.
    static int[] surfaceNodes() {
        int[] nodes = new int[NODES];
        int count = 0;
        for (int node = 0; node < NODES; node++) {
            int x = node % SIDE;
            int y = node / SIDE % SIDE;
            int z = node / SIDE / SIDE;
            if (x % EDGE == 0 || y % EDGE == 0 || z % EDGE == 0) {
                nodes[count++] = node;
            }
        }
        return Arrays.copyOf(nodes, count);
    }

    void write(Path path) throws IOException {
        GridModel model = GridModel.of(GridShape.HEX8, EDGE, EDGE, EDGE).withoutSets().steps(steps, 0.01);
        for (int v = 0; v < NAMES.size(); v++) {
            int variable = v;
            model = model.variable(EntityKind.NODAL, NAMES.get(v), (node, x, y, z, time) ->
                    (x + variable * y + 0.5 * z * (node % 17)) * Math.sin(time * (variable + 1) + 1));
        }
        model = model.variable(EntityKind.ELEMENT_BLOCK, "stress", (element, x, y, z, time) ->
                (element % 1_009 - 504) * Math.cos(time));
        ExodusDefinition definition = model.definition().title("cube").realType(realType)
                .longIntegers(false, false, hasLongNumbers).build();
        try (ExodusWriter writer = Exodus.create(path, definition)) {
            model.to(writer);
        }
    }
}
