package dev.exodusii.surface;

import dev.exodusii.ExodusFile;
import dev.exodusii.SmallFile;
import dev.exodusii.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes small meshes for the tests of this package.
final class TestMesh {

    static final Workers ALONE = Workers.callingThread();

    private final double[][] nodes;
    private final int dimension;
    private final List<Block> blocks = new ArrayList<>();
    private final List<int[]> faces = new ArrayList<>();
    private String faceType = "nsided";
    private final List<int[][]> sideSets = new ArrayList<>();
    private final List<int[]> elementSets = new ArrayList<>();
    private double[] nodal = new double[0];
    private double[][] elementValues = new double[0][];
    private double[] sideValues = new double[0];

    private record Block(String type, int width, int[][] elements) {}

    /// @param nodes the coordinates of each node, as many as there are dimensions
    TestMesh(double[]... nodes) {
        this.nodes = nodes;
        this.dimension = nodes[0].length;
    }

    /// Cubes of edge length 1, from the origin on; nodes count along x, then y, then z.
    static TestMesh cubes(int nx, int ny, int nz) {
        List<double[]> nodes = new ArrayList<>();
        for (int z = 0; z <= nz; z++) {
            for (int y = 0; y <= ny; y++) {
                for (int x = 0; x <= nx; x++) {
                    nodes.add(new double[] {x, y, z});
                }
            }
        }
        return new TestMesh(nodes.toArray(double[][]::new));
    }

    /// The elements of [#cubes], along x, then y, then z.
    static int[][] hexes(int nx, int ny, int nz) {
        List<int[]> elements = new ArrayList<>();
        int row = nx + 1;
        int layer = row * (ny + 1);
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++) {
                    int n = 1 + x + y * row + z * layer;
                    elements.add(new int[] {n, n + 1, n + row + 1, n + row, n + layer, n + layer + 1, n + layer + row + 1,
                            n + layer + row});
                }
            }
        }
        return elements.toArray(int[][]::new);
    }

    /// @param elements the node numbers of each; of polyhedra the face numbers
    TestMesh block(String type, int[]... elements) {
        boolean isJagged = type.startsWith("n");
        blocks.add(new Block(type, isJagged ? 0 : elements[0].length, elements));
        return this;
    }

    TestMesh face(int... numbers) {
        faces.add(numbers);
        return this;
    }

    /// Makes all faces of one type, such as `QUAD8`, instead of polygons.
    TestMesh facesAre(String type) {
        faceType = type;
        return this;
    }

    TestMesh sideSet(int[]... elementsAndSides) {
        sideSets.add(elementsAndSides);
        return this;
    }

    TestMesh elementSet(int... elements) {
        elementSets.add(elements);
        return this;
    }

    /// A vector variable with the components `v_x`, `v_y` and `v_z`: the value, twice and three times the value.
    TestMesh nodalValues(double... values) {
        nodal = values;
        return this;
    }

    /// A variable `e`; blocks with an empty array do not store it.
    TestMesh elementValues(double[]... values) {
        elementValues = values;
        return this;
    }

    /// A variable `s` of the first side set.
    TestMesh sideValues(double... values) {
        sideValues = values;
        return this;
    }

    MeshFaces faces() {
        return MeshFaces.of(open(), ALONE);
    }

    Surface surface() {
        return surface(SurfaceOptions.standard());
    }

    Surface surface(SurfaceOptions options) {
        return faces().surface(options, ALONE);
    }

    ExodusFile open() {
        SmallFile file = new SmallFile().records(1).dimension("time_step", 0).dimension("num_dim", dimension)
                .dimension("num_nodes", nodes.length)
                .dimension("num_elem", blocks.stream().mapToInt(block -> block.elements.length).sum())
                .dimension("num_el_blk", blocks.size()).dimension("len_name", 4)
                .variable("time_whole", new double[] {0}, "time_step")
                .variable("eb_prop1", count(10, blocks.size()), "num_el_blk");
        for (int axis = 0; axis < dimension; axis++) {
            int a = axis;
            file.variable("coord" + "xyz".charAt(axis), Arrays.stream(nodes).mapToDouble(node -> node[a]).toArray(),
                    "num_nodes");
        }
        for (int i = 0; i < blocks.size(); i++) {
            addBlock(file, blocks.get(i), i + 1);
        }
        if (!faces.isEmpty()) {
            addFaces(file);
        }
        addSets(file);
        addValues(file);
        return file.openModel();
    }

    private static int[] count(int from, int size) {
        int[] ids = new int[size];
        Arrays.setAll(ids, i -> from + i);
        return ids;
    }

    private static int[] flat(int[][] rows) {
        return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    }

    private static void addBlock(SmallFile file, Block block, int number) {
        int[] values = flat(block.elements);
        file.dimension("num_el_in_blk" + number, block.elements.length);
        int[] lengths = Arrays.stream(block.elements).mapToInt(row -> row.length).toArray();
        if (block.type.equals("nsided")) {
            file.dimension("num_nod_per_el" + number, values.length)
                    .variable("connect" + number, values, "num_nod_per_el" + number).attribute("elem_type", block.type)
                    .variable("ebepecnt" + number, lengths, "num_el_in_blk" + number);
        } else if (block.type.equals("nfaced")) {
            file.dimension("num_fac_per_el" + number, values.length)
                    .variable("facconn" + number, values, "num_fac_per_el" + number).attribute("elem_type", block.type)
                    .variable("ebepecnt" + number, lengths, "num_el_in_blk" + number);
        } else {
            file.dimension("num_nod_per_el" + number, block.width).variable("connect" + number, values,
                    "num_el_in_blk" + number, "num_nod_per_el" + number).attribute("elem_type", block.type);
        }
    }

    private void addFaces(SmallFile file) {
        int[][] rows = faces.toArray(int[][]::new);
        int[] values = flat(rows);
        file.dimension("num_face", rows.length).dimension("num_fa_blk", 1).dimension("num_fa_in_blk1", rows.length)
                .variable("fa_prop1", new int[] {1}, "num_fa_blk");
        if (!faceType.equals("nsided")) {
            file.dimension("num_nod_per_fa1", rows[0].length)
                    .variable("fbconn1", values, "num_fa_in_blk1", "num_nod_per_fa1").attribute("elem_type", faceType);
            return;
        }
        file.dimension("num_nod_per_fa1", values.length)
                .variable("fbconn1", values, "num_nod_per_fa1").attribute("elem_type", faceType)
                .variable("fbepecnt1", Arrays.stream(rows).mapToInt(row -> row.length).toArray(), "num_fa_in_blk1");
    }

    private void addSets(SmallFile file) {
        if (!sideSets.isEmpty()) {
            file.dimension("num_side_sets", sideSets.size())
                    .variable("ss_prop1", count(100, sideSets.size()), "num_side_sets");
        }
        for (int i = 0; i < sideSets.size(); i++) {
            int number = i + 1;
            file.dimension("num_side_ss" + number, sideSets.get(i).length)
                    .variable("elem_ss" + number, Arrays.stream(sideSets.get(i)).mapToInt(pair -> pair[0]).toArray(),
                            "num_side_ss" + number)
                    .variable("side_ss" + number, Arrays.stream(sideSets.get(i)).mapToInt(pair -> pair[1]).toArray(),
                            "num_side_ss" + number);
        }
        if (!elementSets.isEmpty()) {
            file.dimension("num_elem_sets", elementSets.size())
                    .variable("els_prop1", count(200, elementSets.size()), "num_elem_sets");
        }
        for (int i = 0; i < elementSets.size(); i++) {
            int number = i + 1;
            file.dimension("num_ele_els" + number, elementSets.get(i).length)
                    .variable("elem_els" + number, elementSets.get(i), "num_ele_els" + number);
        }
    }

    private void addValues(SmallFile file) {
        if (nodal.length > 0) {
            file.dimension("num_nod_var", 3).variable("name_nod_var", "v_x\0v_y\0v_z\0", "num_nod_var", "len_name");
            for (int axis = 1; axis <= 3; axis++) {
                int factor = axis;
                file.variable("vals_nod_var" + axis, Arrays.stream(nodal).map(value -> factor * value).toArray(),
                        "time_step", "num_nodes");
            }
        }
        if (elementValues.length > 0) {
            file.dimension("num_elem_var", 1).variable("name_elem_var", "e\0\0\0", "num_elem_var", "len_name")
                    .variable("elem_var_tab", Arrays.stream(elementValues).mapToInt(values -> Math.min(1, values.length))
                            .toArray(), "num_el_blk", "num_elem_var");
            for (int i = 0; i < elementValues.length; i++) {
                if (elementValues[i].length > 0) {
                    file.variable("vals_elem_var1eb" + (i + 1), elementValues[i], "time_step",
                            "num_el_in_blk" + (i + 1));
                }
            }
        }
        if (sideValues.length > 0) {
            file.dimension("num_sset_var", 1).variable("name_sset_var", "s\0\0\0", "num_sset_var", "len_name")
                    .variable("vals_sset_var1ss1", sideValues, "time_step", "num_side_ss1");
        }
    }
}
