package dev.exodusii.write;

import java.util.regex.Pattern;

/// Which numbers of a file have a common width: see `int64_status` and `floating_point_word_size` (`exodus-format` §2.2).
enum StoredAs {
    /// Coordinates, times, factors, attributes and results.
    REALS("coord[xyz]?|time_whole|vals_.*|dist_fact_.*|[a-z]*attri?b\\d*|nattrb|frame_coordinates"),
    /// Ids of entities, and properties.
    IDS("(?:eb|ed|fa|ns|es|fs|ss|els|nm|edm|fam|em)_prop\\d+|assembly_entity-?\\d+|frame_ids"),
    /// Ids of nodes, edges, faces and elements, and numbered maps.
    MAPS("(?:node|edge|face|elem)_(?:num_map|map\\d+)|elem_map"),
    /// Connectivity, and entries of sets.
    BULK("connect\\d+|ebconn\\d+|fbconn\\d+|edgconn\\d+|facconn\\d+|ebepecnt\\d+|fbepecnt\\d+|node_ns\\d+|edge_es\\d+"
            + "|ornt_es\\d+|face_fs\\d+|ornt_fs\\d+|elem_ss\\d+|side_ss\\d+|elem_els\\d+");

    private final Pattern names;

    StoredAs(String names) {
        this.names = Pattern.compile(names);
    }

    boolean matches(String variable) {
        return names.matcher(variable).matches();
    }
}
