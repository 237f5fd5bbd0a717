package dev.exodusii;

/// The names by which a kind of entity is stored: every naming rule of the format in one place (`exodus-format` §2.4 to
/// §2.13), for those who look into the container, [ExodusFile#container]. Numbered names end in the 1-based position of the
/// entity in its id array; those of assemblies and blobs in the id. An empty text means that the kind has no such thing.
///
/// @param count           dimension: how many entities of the kind there are
/// @param ids             variable, without its number: ids (`1`) and further properties (`2`...)
/// @param status          variable: 0 for null entities
/// @param names           variable: the names
/// @param size            dimension, numbered: how many entries an entity has
/// @param entries         variable, numbered: the main list; also carries the entity's attributes
/// @param secondList      variable, numbered: sides or orientations
/// @param factors         variable, numbered: distribution factors
/// @param attributeCount  dimension, numbered: attributes for each entry
/// @param attributes      variable, numbered: attributes for each entry
/// @param attributeNames  variable, numbered: their names
/// @param variableCount   dimension: how many variables
/// @param variableNames   variable: their names
/// @param values          variable: the values, without numbers
/// @param infix           what stands between the variable's and the entity's number
/// @param truthTable      variable: which variable exists on which entity
/// @param reductionCount  dimension: how many reduction variables
/// @param reductionNames  variable: their names
/// @param reductionValues variable, numbered: their values
/// @param fallbackName    how an entity without a name is called, before its id
public record Convention(String count, String ids, String status, String names, String size, String entries, String secondList,
        String factors, String attributeCount, String attributes, String attributeNames, String variableCount,
        String variableNames, String values, String infix, String truthTable, String reductionCount,
        String reductionNames, String reductionValues, String fallbackName) {

    static final Convention NONE = new Convention("", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
            "", "", "");

    static final Convention ELEMENT_BLOCK = new Convention("num_el_blk", "eb_prop", "eb_status", "eb_names",
            "num_el_in_blk", "connect", "", "", "num_att_in_blk", "attrib", "attrib_name",
            "num_elem_var", "name_elem_var", "vals_elem_var", "eb", "elem_var_tab",
            "num_elem_red_var", "name_elem_red_var", "vals_red_var_eb", "block_");

    static final Convention EDGE_BLOCK = new Convention("num_ed_blk", "ed_prop", "ed_status", "ed_names",
            "num_ed_in_blk", "ebconn", "", "", "num_att_in_eblk", "eattrb", "eattrib_name",
            "num_edge_var", "name_edge_var", "vals_edge_var", "eb", "edge_var_tab",
            "num_edge_red_var", "name_edge_red_var", "vals_red_var_edb", "edgeblock_");

    static final Convention FACE_BLOCK = new Convention("num_fa_blk", "fa_prop", "fa_status", "fa_names",
            "num_fa_in_blk", "fbconn", "", "", "num_att_in_fblk", "fattrb", "fattrib_name",
            "num_face_var", "name_face_var", "vals_face_var", "fb", "face_var_tab",
            "num_face_red_var", "name_face_red_var", "vals_red_var_fb", "faceblock_");

    static final Convention NODE_SET = new Convention("num_node_sets", "ns_prop", "ns_status", "ns_names",
            "num_nod_ns", "node_ns", "", "dist_fact_ns", "num_att_in_ns", "nsattrb", "nsattrib_name",
            "num_nset_var", "name_nset_var", "vals_nset_var", "ns", "nset_var_tab",
            "num_nset_red_var", "name_nset_red_var", "vals_red_var_nset", "nodelist_");

    static final Convention EDGE_SET = new Convention("num_edge_sets", "es_prop", "es_status", "es_names",
            "num_edge_es", "edge_es", "ornt_es", "dist_fact_es", "num_att_in_es", "esattrb", "esattrib_name",
            "num_eset_var", "name_eset_var", "vals_eset_var", "es", "eset_var_tab",
            "num_eset_red_var", "name_eset_red_var", "vals_red_var_eset", "edgelist_");

    static final Convention FACE_SET = new Convention("num_face_sets", "fs_prop", "fs_status", "fs_names",
            "num_face_fs", "face_fs", "ornt_fs", "dist_fact_fs", "num_att_in_fs", "fsattrb", "fsattrib_name",
            "num_fset_var", "name_fset_var", "vals_fset_var", "fs", "fset_var_tab",
            "num_fset_red_var", "name_fset_red_var", "vals_red_var_fset", "facelist_");

    static final Convention SIDE_SET = new Convention("num_side_sets", "ss_prop", "ss_status", "ss_names",
            "num_side_ss", "elem_ss", "side_ss", "dist_fact_ss", "num_att_in_ss", "ssattrb", "ssattrib_name",
            "num_sset_var", "name_sset_var", "vals_sset_var", "ss", "sset_var_tab",
            "num_sset_red_var", "name_sset_red_var", "vals_red_var_sset", "surface_");

    static final Convention ELEMENT_SET = new Convention("num_elem_sets", "els_prop", "els_status", "els_names",
            "num_ele_els", "elem_els", "", "dist_fact_els", "num_att_in_els", "elsattrb", "elsattrib_name",
            "num_elset_var", "name_elset_var", "vals_elset_var", "es", "elset_var_tab",
            "num_elset_red_var", "name_elset_red_var", "vals_red_var_elset", "elemlist_");

    static final Convention NODE_MAP = map("num_node_maps", "nm_prop", "nmap_names", "node_map", "nodemap_");
    static final Convention EDGE_MAP = map("num_edge_maps", "edm_prop", "edmap_names", "edge_map", "edgemap_");
    static final Convention FACE_MAP = map("num_face_maps", "fam_prop", "famap_names", "face_map", "facemap_");
    static final Convention ELEMENT_MAP = map("num_elem_maps", "em_prop", "emap_names", "elem_map", "elemmap_");

    /// Nodal attributes belong to the nodes as a whole; the entity's own attributes hang on the names of the axes.
    static final Convention NODAL = new Convention("", "", "", "", "", "coor_names", "", "",
            "num_att_in_nblk", "nattrb", "nattrib_name", "num_nod_var", "name_nod_var", "vals_nod_var", "", "",
            "", "", "", "");

    static final Convention GLOBAL = new Convention("", "", "", "", "", "", "", "", "", "", "",
            "num_glo_var", "name_glo_var", "vals_glo_var", "", "", "", "", "", "");

    static final Convention ASSEMBLY = new Convention("", "assembly_prop", "", "", "num_entity_assembly",
            "assembly_entity", "", "", "", "", "", "num_assembly_var", "name_assembly_var", "vals_assembly_var",
            "assembly", "assembly_var_tab", "num_assembly_red_var", "name_assembly_red_var",
            "vals_red_var_assembly", "assembly_");

    static final Convention BLOB = new Convention("", "blob_prop", "", "", "num_values_blob", "blob_entity", "", "",
            "", "", "", "num_blob_var", "name_blob_var", "vals_blob_var", "blob", "blob_var_tab",
            "num_blob_red_var", "name_blob_red_var", "vals_red_var_blob", "blob_");

    private static Convention map(String count, String ids, String names, String entries, String fallbackName) {
        return new Convention(count, ids, "", names, "", entries, "", "", "", "", "", "", "", "", "", "", "", "", "",
                fallbackName);
    }
}
