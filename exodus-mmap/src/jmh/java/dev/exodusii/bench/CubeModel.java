package dev.exodusii.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// A cube of 100 x 100 x 100 HEX8 elements with a displacement and a stress at each step: 1,030,301 nodes.
///
/// @param version     2, or 5 for counts of 64 bits
/// @param realType    how real numbers are stored
/// @param integerType how numbers of nodes are stored
/// @param steps       the number of time steps
record CubeModel(int version, int realType, int integerType, int steps) {

    private static final int EDGE = 100;
    private static final int SIDE = EDGE + 1;
    static final int NODES = SIDE * SIDE * SIDE;
    static final int ELEMENTS = EDGE * EDGE * EDGE;
    static final int NODES_PER_ELEMENT = 8;
    private static final int NAME = 33;
    private static final int[] CORNERS =
            {0, 1, 1 + SIDE, SIDE, SIDE * SIDE, 1 + SIDE * SIDE, 1 + SIDE + SIDE * SIDE, SIDE + SIDE * SIDE};

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
        ModelFile.write(path, header(), file -> {
            writeMesh(file);
            for (int step = 0; step < steps; step++) {
                writeStep(file, step);
            }
        });
    }

    private ClassicHeader header() {
        ClassicHeader header = new ClassicHeader(version, steps);
        header.dimension("len_name", NAME);
        header.dimension("num_dim", 3);
        header.dimension("num_nodes", NODES);
        header.dimension("num_elem", ELEMENTS);
        header.dimension("num_el_blk", 1);
        header.dimension("num_el_in_blk1", ELEMENTS);
        header.dimension("num_nod_per_el1", NODES_PER_ELEMENT);
        header.dimension("num_nod_var", 3);
        header.dimension("num_elem_var", 1);
        header.attribute("api_version", ClassicHeader.FLOAT, 6.02f);
        header.attribute("version", ClassicHeader.FLOAT, 6.02f);
        header.attribute("floating_point_word_size", ClassicHeader.INT, ClassicHeader.size(realType));
        header.attribute("file_size", ClassicHeader.INT, 1);
        if (integerType == ClassicHeader.INT64) {
            header.attribute("int64_status", ClassicHeader.INT, 0x100);
        }
        header.attribute("title", ClassicHeader.CHAR, "cube");
        header.variable("eb_status", ClassicHeader.INT, "num_el_blk");
        header.labelled("eb_prop1", ClassicHeader.INT, "name", "ID", "num_el_blk");
        for (String axis : new String[] {"coordx", "coordy", "coordz"}) {
            header.variable(axis, realType, "num_nodes");
        }
        header.labelled("connect1", integerType, "elem_type", "HEX8", "num_el_in_blk1", "num_nod_per_el1");
        header.variable("name_nod_var", ClassicHeader.CHAR, "num_nod_var", "len_name");
        header.variable("name_elem_var", ClassicHeader.CHAR, "num_elem_var", "len_name");
        header.variable("time_whole", realType, ClassicHeader.RECORD);
        for (int variable = 1; variable <= 3; variable++) {
            header.variable("vals_nod_var" + variable, realType, ClassicHeader.RECORD, "num_nodes");
        }
        header.variable("vals_elem_var1eb1", realType, ClassicHeader.RECORD, "num_el_in_blk1");
        return header;
    }

    private void writeMesh(ModelFile file) {
        file.integer(file.at("eb_status"), ClassicHeader.INT, 0, 1);
        file.integer(file.at("eb_prop1"), ClassicHeader.INT, 0, 1);
        long x = file.at("coordx");
        long y = file.at("coordy");
        long z = file.at("coordz");
        for (int node = 0; node < NODES; node++) {
            file.real(x, realType, node, x(node));
            file.real(y, realType, node, y(node));
            file.real(z, realType, node, z(node));
        }
        long connectivity = file.at("connect1");
        for (int element = 0; element < ELEMENTS; element++) {
            int first = element % EDGE + SIDE * (element / EDGE % EDGE + SIDE * (element / EDGE / EDGE));
            for (int corner = 0; corner < NODES_PER_ELEMENT; corner++) {
                file.integer(connectivity, integerType, (long) element * NODES_PER_ELEMENT + corner,
                        first + CORNERS[corner] + 1);
            }
        }
        String[] names = {"disp_x", "disp_y", "disp_z"};
        for (int variable = 0; variable < names.length; variable++) {
            file.text(file.at("name_nod_var") + (long) variable * NAME, names[variable]);
        }
        file.text(file.at("name_elem_var"), "stress");
    }

    private void writeStep(ModelFile file, int step) {
        double time = step * 0.01;
        file.real(file.at("time_whole", step), realType, 0, time);
        for (int variable = 0; variable < 3; variable++) {
            long at = file.at("vals_nod_var" + (variable + 1), step);
            double swing = Math.sin(time * (variable + 1) + 1);
            for (int node = 0; node < NODES; node++) {
                file.real(at, realType, node, (x(node) + variable * y(node) + 0.5 * z(node) * (node % 17)) * swing);
            }
        }
        long stress = file.at("vals_elem_var1eb1", step);
        for (int element = 0; element < ELEMENTS; element++) {
            file.real(stress, realType, element, (element % 1_009 - 504) * Math.cos(time));
        }
    }

    private static double x(int node) {
        return node % SIDE / (double) EDGE;
    }

    private static double y(int node) {
        return node / SIDE % SIDE / (double) EDGE;
    }

    private static double z(int node) {
        return node / SIDE / SIDE / (double) EDGE;
    }
}
