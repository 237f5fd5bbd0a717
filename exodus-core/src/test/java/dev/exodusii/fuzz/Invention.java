package dev.exodusii.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Invents files whose container is sound, so that they all open, but whose variables have Exodus' names at random shapes,
/// types and values: what damage to good headers hardly ever comes by.
final class Invention {

    /// Dimensions, with `#` for a number.
    private static final List<String> DIMENSIONS = List.of("time_step", "num_dim", "num_nodes", "num_elem", "num_edge",
            "num_face", "num_el_blk", "num_ed_blk", "num_fa_blk", "num_node_sets", "num_edge_sets", "num_face_sets",
            "num_side_sets", "num_elem_sets", "num_node_maps", "num_elem_maps", "num_edge_maps", "num_face_maps",
            "num_el_in_blk#", "num_nod_per_el#", "num_att_in_blk#", "num_ed_in_blk#", "num_fa_in_blk#",
            "num_nod_per_fa#", "num_nod_per_ed#", "num_nod_ns#", "num_side_ss#", "num_df_ss#", "num_edge_es#", "num_face_fs#",
            "num_ele_els#", "num_nod_var", "num_elem_var", "num_glo_var", "num_nset_var", "num_sset_var", "num_edge_var",
            "num_face_var", "num_blob_var", "num_assembly_red_var", "num_qa_rec", "num_info", "num_cframes", "len_name",
            "len_string", "four", "num_processors", "num_procs_file", "num_nodes_global", "num_n_cmaps", "ncnt_cmap",
            "num_entity_assembly#", "num_values_blob#", "num_att_in_nblk", "num_att_in_ns#");

    /// Variables, with the dimensions that they should have.
    private static final List<String> VARIABLES = List.of("coordx num_nodes", "coordy num_nodes", "coordz num_nodes",
            "coord num_dim num_nodes", "coor_names num_dim len_name", "connect# num_el_in_blk# num_nod_per_el#",
            "connect# num_nodes", "attrib# num_el_in_blk# num_att_in_blk#", "ebepecnt# num_el_in_blk#",
            "edgconn# num_el_in_blk# num_edge", "facconn# num_face", "fbepecnt# num_fa_in_blk#",
            "fbconn# num_fa_in_blk# num_nod_per_fa#", "ebconn# num_ed_in_blk# num_nod_per_ed#", "eb_prop1 num_el_blk",
            "eb_prop2 num_el_blk", "eb_status num_el_blk", "eb_names num_el_blk len_name", "ns_prop1 num_node_sets",
            "ns_names num_node_sets len_name", "ns_status num_node_sets", "node_ns# num_nod_ns#",
            "dist_fact_ns# num_nod_ns#", "elem_ss# num_side_ss#", "side_ss# num_side_ss#", "dist_fact_ss# num_df_ss#",
            "ss_prop1 num_side_sets", "edge_es# num_edge_es#", "ornt_es# num_edge_es#", "face_fs# num_face_fs#",
            "elem_els# num_ele_els#", "elem_num_map num_elem", "node_num_map num_nodes", "elem_map num_elem",
            "node_map# num_nodes", "elem_map# num_elem", "time_whole time_step", "vals_glo_var time_step num_glo_var",
            "vals_nod_var# time_step num_nodes", "vals_nod_var time_step num_nod_var num_nodes",
            "vals_elem_var#eb# time_step num_el_in_blk#", "vals_elem_var# time_step num_elem",
            "vals_nset_var#ns# time_step num_nod_ns#", "vals_sset_var#ss# time_step num_side_ss#",
            "vals_edge_var#eb# time_step num_ed_in_blk#", "vals_face_var#fb# time_step num_fa_in_blk#",
            "name_nod_var num_nod_var len_name", "name_elem_var num_elem_var len_name", "name_glo_var num_glo_var len_name",
            "name_nset_var num_nset_var len_name", "name_sset_var num_sset_var len_name",
            "elem_var_tab num_el_blk num_elem_var", "nset_var_tab num_node_sets num_nset_var",
            "qa_records num_qa_rec four len_string", "info_records num_info len_string",
            "frame_coordinates num_cframes", "frame_ids num_cframes", "frame_tags num_cframes", "nem_ftype",
            "int_n_stat num_procs_file", "node_mapi num_nodes", "node_mapi_idx num_procs_file", "n_comm_ids num_n_cmaps",
            "n_comm_nids ncnt_cmap", "n_comm_proc ncnt_cmap", "n_comm_data_idx num_n_cmaps",
            "assembly_entity# num_entity_assembly#", "blob_entity# num_values_blob#",
            "vals_red_var_assembly# time_step num_assembly_red_var", "name_assembly_red_var num_assembly_red_var len_name",
            "vals_blob_var#blob# time_step num_values_blob#", "nattrb num_nodes num_att_in_nblk",
            "nsattrb# num_nod_ns# num_att_in_ns#", "attrib_name# num_att_in_blk# len_name");

    private static final List<String> ELEMENTS = List.of("HEX8", "hex", "QUAD4", "tri", "TETRA10", "wedge", "PYRAMID",
            "NSIDED", "nfaced", "SHELL4", "beam", "SPHERE", "TRUSS2", "super", "", "bezier_hex", "HEX27", "NULL");

    /// Real types first, since tests are about shapes more often than about types.
    private static final int[] TYPES = {6, 6, 6, 4, 4, 4, 4, 5, 10, 2, 1, 3, 7, 9, 11};
    private static final long[] HUGE = {1 << 24, Integer.MAX_VALUE, 1L << 40, 1L << 62, Long.MAX_VALUE};
    private static final long MOST = 1 << 12;

    private record Dim(String name, long length) {}

    private final RandomGenerator random;
    private final List<Dim> dims = new ArrayList<>();
    private final ClassicWriter writer;
    private final int recordDim;

    private Invention(RandomGenerator random) {
        this.random = random;
        this.writer = new ClassicWriter(random.nextInt(4));
        for (String name : DIMENSIONS) {
            int copies = name.endsWith("#") ? 3 : 1;
            for (int number = 1; number <= copies && random.nextInt(8) > 0; number++) {
                dims.add(new Dim(name.replace("#", Integer.toString(number)), length()));
            }
        }
        // Mostly the steps, but any dimension may be the one that grows.
        recordDim = random.nextInt(5) == 0 ? random.nextInt(dims.size()) : dims.getFirst().name().equals("time_step") ? 0
                : -1;
        for (int d = 0; d < dims.size(); d++) {
            writer.dimension(dims.get(d).name(), d == recordDim ? 0 : dims.get(d).length());
        }
        for (String pattern : VARIABLES) {
            int copies = pattern.contains("#") ? 3 : 1;
            for (int number = 1; number <= copies; number++) {
                if (random.nextInt(3) > 0) {
                    variable(pattern.replace("#", Integer.toString(number)).split(" "));
                }
            }
        }
    }

    /// Invents a file.
    ///
    /// @param random decides everything
    static byte[] file(RandomGenerator random) {
        Invention invention = new Invention(random);
        return invention.writer.file((name, type, data) -> invention.fill(type, data));
    }

    private long length() {
        return random.nextInt(40) == 0 ? HUGE[random.nextInt(HUGE.length)] : 1 + random.nextInt(random.nextInt(6) + 1);
    }

    private void variable(String[] words) {
        List<Integer> own = new ArrayList<>();
        boolean isOdd = random.nextInt(12) == 0;
        long values = 1;
        for (int d = 1; d < words.length; d++) {
            int dim = isOdd && random.nextInt(2) == 0 ? random.nextInt(dims.size()) : position(words[d]);
            boolean isUsable = dim >= 0 && dims.get(dim).length() < MOST && (dim != recordDim || own.isEmpty());
            if (isUsable) {
                own.add(dim);
                values *= dim == recordDim ? 1 : dims.get(dim).length();
            }
        }
        boolean isText = words[0].contains("name") || words[0].contains("records") || words[0].contains("tags");
        boolean isReal = words[0].startsWith("coord") || words[0].startsWith("vals") || words[0].startsWith("dist");
        int type = random.nextInt(12) == 0 ? TYPES[random.nextInt(TYPES.length)] : isText ? 2 : isReal ? 6
                : random.nextInt(4) == 0 ? 10 : 4;
        if (values < MOST) {
            writer.variable(words[0], type, own.stream().mapToInt(Integer::intValue).toArray());
            if (words[0].startsWith("assembly")) {
                writer.attribute("_type", 1 + random.nextInt(17));
            } else {
                writer.attribute("elem_type", ELEMENTS.get(random.nextInt(ELEMENTS.size())));
            }
        }
    }

    private int position(String name) {
        for (int i = 0; i < dims.size(); i++) {
            if (dims.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /// Numbers are small, so that many of them name something that exists.
    private void fill(int type, ByteBuffer data) {
        while (data.hasRemaining()) {
            int value = random.nextInt(24) == 0 ? random.nextInt() : random.nextInt(6);
            switch (type) {
                case 5 -> data.putFloat(value);
                case 6 -> data.putDouble(random.nextInt(30) == 0 ? Double.NaN : value * 0.5);
                case 2 -> data.put((byte) "ab_\0xyz123".charAt(random.nextInt(10)));
                case 10, 11 -> data.putLong(random.nextInt(24) == 0 ? random.nextLong() : value);
                case 4, 9 -> data.putInt(value);
                case 3, 8 -> data.putShort((short) value);
                default -> data.put((byte) value);
            }
        }
    }
}
