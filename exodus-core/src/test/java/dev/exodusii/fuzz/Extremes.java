package dev.exodusii.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sound files with extreme headers, of a size that is asked for.
final class Extremes {

    private static final int NAME = 16;

    private Extremes() {}

    private static ClassicWriter mesh(int records) {
        ClassicWriter writer = new ClassicWriter(records);
        writer.attribute("title", "extremes").attribute("floating_point_word_size", 8);
        return writer;
    }

    /// A mesh of two nodes with many nodal variables.
    static byte[] variables(int count) {
        ClassicWriter writer = mesh(2);
        int steps = writer.dimension("time_step", 0);
        int nodes = writer.dimension("num_nodes", 2);
        writer.dimension("num_dim", 1);
        int variables = writer.dimension("num_nod_var", count);
        int width = writer.dimension("len_name", NAME);
        writer.variable("coordx", ClassicWriter.DOUBLE, nodes)
                .variable("name_nod_var", ClassicWriter.CHAR, variables, width)
                .variable("time_whole", ClassicWriter.DOUBLE, steps);
        for (int v = 1; v <= count; v++) {
            writer.variable("vals_nod_var" + v, ClassicWriter.DOUBLE, steps, nodes);
        }
        return writer.file(Extremes::numbered);
    }

    /// Many node sets with names, a property, factors, a truth table and a variable.
    static byte[] nodeSets(int count) {
        ClassicWriter writer = mesh(2);
        int steps = writer.dimension("time_step", 0);
        int nodes = writer.dimension("num_nodes", 2);
        writer.dimension("num_dim", 1);
        int sets = writer.dimension("num_node_sets", count);
        int width = writer.dimension("len_name", NAME);
        int variables = writer.dimension("num_nset_var", 1);
        writer.variable("coordx", ClassicWriter.DOUBLE, nodes)
                .variable("ns_prop1", ClassicWriter.INT, sets).attribute("name", "ID")
                .variable("ns_prop2", ClassicWriter.INT, sets).attribute("name", "COLOUR")
                .variable("ns_status", ClassicWriter.INT, sets)
                .variable("ns_names", ClassicWriter.CHAR, sets, width)
                .variable("name_nset_var", ClassicWriter.CHAR, variables, width)
                .variable("nset_var_tab", ClassicWriter.INT, sets, variables)
                .variable("time_whole", ClassicWriter.DOUBLE, steps);
        for (int set = 1; set <= count; set++) {
            int size = writer.dimension("num_nod_ns" + set, 1);
            writer.variable("node_ns" + set, ClassicWriter.INT, size)
                    .variable("dist_fact_ns" + set, ClassicWriter.DOUBLE, size)
                    .variable("vals_nset_var1ns" + set, ClassicWriter.DOUBLE, steps, size);
        }
        return writer.file(Extremes::numbered);
    }

    /// Many element blocks of which there is nothing but their sizes and ids.
    static byte[] blockDimensions(int count) {
        ClassicWriter writer = mesh(0);
        writer.dimension("num_nodes", 2);
        writer.dimension("num_dim", 1);
        writer.dimension("num_elem", count);
        int blocks = writer.dimension("num_el_blk", count);
        for (int block = 1; block <= count; block++) {
            writer.dimension("num_el_in_blk" + block, 1);
        }
        writer.variable("eb_prop1", ClassicWriter.INT, blocks);
        return writer.file(Extremes::numbered);
    }

    /// A mesh of two nodes with other variables whose names all have the same [String#hashCode], and as many dimensions of
    /// such names.
    ///
    /// @param bits the logarithm of their number to the base 2
    static byte[] equalHashCodes(int bits) {
        ClassicWriter writer = mesh(0);
        int nodes = writer.dimension("num_nodes", 2);
        writer.dimension("num_dim", 1);
        List<String> names = IntStream.range(0, 1 << bits).mapToObj(number -> IntStream.range(0, bits)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB").collect(Collectors.joining())).toList();
        names.forEach(name -> writer.dimension(name, 1));
        names.forEach(name -> writer.variable(name, ClassicWriter.INT));
        return writer.variable("coordx", ClassicWriter.DOUBLE, nodes).file(Extremes::numbered);
    }

    /// Names of dimensions, attributes, variables, blocks and times of a given length.
    static byte[] longNames(int length) {
        ClassicWriter writer = mesh(1);
        String name = "n".repeat(length - 1);
        writer.attribute(name + "1", "a".repeat(length));
        int nodes = writer.dimension("num_nodes", 2);
        int long1 = writer.dimension(name + "1", 1);
        writer.dimension(name + "2", 2);
        writer.dimension("num_dim", 1);
        int blocks = writer.dimension("num_el_blk", 1);
        int elements = writer.dimension("num_el_in_blk1", 1);
        int corners = writer.dimension("num_nod_per_el1", 2);
        int width = writer.dimension("len_name", length);
        int steps = writer.dimension("time_step", 0);
        int variables = writer.dimension("num_nod_var", 1);
        writer.variable("coordx", ClassicWriter.DOUBLE, nodes)
                .variable("eb_names", ClassicWriter.CHAR, blocks, width)
                .variable("connect1", ClassicWriter.INT, elements, corners).attribute("elem_type", "B" + "e".repeat(length))
                .variable("name_nod_var", ClassicWriter.CHAR, variables, width)
                .variable("vals_nod_var1", ClassicWriter.DOUBLE, steps, nodes)
                .variable(name + "3", ClassicWriter.INT, long1);
        return writer.file((variable, type, data) -> {
            if (type == ClassicWriter.CHAR) {
                while (data.hasRemaining()) {
                    data.put((byte) 'x');
                }
            } else {
                numbered(variable, type, data);
            }
        });
    }

    /// Variables of as many dimensions as there may be, of all names of which the model expects some.
    static byte[] ranks(int rank) {
        ClassicWriter writer = mesh(2);
        int one = writer.dimension("num_dim", 1);
        int steps = writer.dimension("time_step", 0);
        int[] fixed = new int[rank];
        Arrays.fill(fixed, one);
        int[] recorded = fixed.clone();
        recorded[0] = steps;
        for (String name : List.of("num_nodes", "num_elem", "num_el_blk", "num_el_in_blk1", "num_node_sets", "num_nod_ns1",
                "num_nod_var", "num_elem_var", "num_qa_rec", "num_info")) {
            writer.dimension(name, 1);
        }
        for (String name : List.of("coordx", "connect1", "eb_prop1", "ns_prop1", "node_ns1", "attrib1", "elem_map",
                "node_num_map")) {
            writer.variable(name, ClassicWriter.INT, fixed).attribute("elem_type", "SPHERE");
        }
        for (String name : List.of("qa_records", "info_records", "name_nod_var", "name_elem_var", "eb_names")) {
            writer.variable(name, ClassicWriter.CHAR, fixed);
        }
        for (String name : List.of("time_whole", "vals_nod_var1", "vals_elem_var1eb1")) {
            writer.variable(name, ClassicWriter.DOUBLE, recorded);
        }
        return writer.file(Extremes::numbered);
    }

    /// Assemblies each of which has the next one as its member, and the last one the first, if that is wanted.
    static byte[] assemblies(int count, boolean isRing) {
        ClassicWriter writer = mesh(0);
        int nodes = writer.dimension("num_nodes", 2);
        writer.dimension("num_dim", 1);
        int one = writer.dimension("num_entity_assembly", 1);
        writer.variable("coordx", ClassicWriter.DOUBLE, nodes);
        for (int assembly = 1; assembly <= count; assembly++) {
            writer.variable("assembly_entity" + assembly, ClassicWriter.INT, one).attribute("_id", assembly)
                    .attribute("_type", 16).attribute("_name", "a" + assembly);
        }
        return writer.file((name, type, data) -> {
            if (name.startsWith("assembly_entity")) {
                int own = Integer.parseInt(name.substring("assembly_entity".length()));
                data.putInt(own < count ? own + 1 : isRing ? 1 : 0);
            } else {
                numbered(name, type, data);
            }
        });
    }

    /// Numbers from 1 on, names with numbers, and the two ends of a line for coordinates.
    private static void numbered(String name, int type, ByteBuffer data) {
        for (int i = 1; data.hasRemaining(); i++) {
            switch (type) {
                case ClassicWriter.CHAR -> {
                    byte[] text = new byte[Math.min(NAME, data.remaining())];
                    byte[] digits = ("x" + i).getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(digits, 0, text, 0, Math.min(digits.length, text.length));
                    data.put(text);
                }
                case ClassicWriter.INT -> data.putInt(i);
                default -> data.putDouble(i);
            }
        }
    }
}
