/* Writes with libexodus 9 what EveryKind writes with this library: see CONTRIBUTING.md. */
#include "exodusII.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define CK(x) do { int s_ = (x); if (s_ < 0) { fprintf(stderr, "line %d: %s -> %d\n", __LINE__, #x, s_); } } while (0)
static double val(int v, int s, int e) { return v + s / 8.0 + e / 1024.0; }
static double buf[64];
static double *vals(int v, int s, int n) { for (int i = 0; i < n; i++) buf[i] = val(v, s, i); return buf; }
static int ib[64];
static int *from(int f, int n) { for (int i = 0; i < n; i++) ib[i] = f + i; return ib; }
static int *rep(int f, int n) { for (int i = 0; i < n; i++) ib[i] = f; return ib; }
static double *drep(double f, int n) { for (int i = 0; i < n; i++) buf[i] = f; return buf; }
static char *N(const char *s) { return (char *)s; }
int main(int argc, char **argv)
{
  int cws = 8, iows = 8;
  ex_opts(EX_VERBOSE);
  int f = ex_create(argv[1], EX_CLOBBER | EX_64BIT_OFFSET, &cws, &iows);
  ex_set_max_name_length(f, 255);
  ex_init_params p = {0};
  strcpy(p.title, "every kind");
  p.num_dim = 3; p.num_nodes = 12; p.num_elem = 3; p.num_edge = 3; p.num_face = 2;
  p.num_elem_blk = 3; p.num_edge_blk = 1; p.num_face_blk = 1;
  p.num_node_sets = 2; p.num_edge_sets = 1; p.num_face_sets = 1; p.num_side_sets = 2; p.num_elem_sets = 1;
  p.num_node_maps = 1; p.num_edge_maps = 1; p.num_face_maps = 1; p.num_elem_maps = 1;
  CK(ex_put_init_ext(f, &p));
  double X[] = {0, 1, 1, 0, 0, 1, 1, 0, 2, 2, 2, 2}, Y[] = {0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1}, Z[] = {0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1};
  CK(ex_put_coord(f, X, Y, Z));
  char *cn[] = {N("x"), N("y"), N("z")};
  CK(ex_put_coord_names(f, cn));
  CK(ex_put_block(f, EX_EDGE_BLOCK, 5, "EDGE2", 3, 2, 0, 0, 1));
  CK(ex_put_block(f, EX_FACE_BLOCK, 6, "QUAD4", 2, 4, 0, 0, 1));
  CK(ex_put_block(f, EX_ELEM_BLOCK, 10, "HEX8", 2, 8, 12, 6, 0));
  CK(ex_put_block(f, EX_ELEM_BLOCK, 20, "SHELL4", 1, 4, 0, 0, 2));
  CK(ex_put_block(f, EX_ELEM_BLOCK, 30, "NULL", 0, 0, 0, 0, 0));
  char *bn[] = {N("steel"), N("skin"), N("nothing")}; CK(ex_put_names(f, EX_ELEM_BLOCK, bn));
  char *en[] = {N("rim")}; CK(ex_put_names(f, EX_EDGE_BLOCK, en));
  char *fn[] = {N("walls")}; CK(ex_put_names(f, EX_FACE_BLOCK, fn));
  int c10[] = {1,2,3,4,5,6,7,8,2,9,10,3,6,11,12,7};
  int f10[] = {1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1};
  CK(ex_put_conn(f, EX_ELEM_BLOCK, 10, c10, rep(1, 24), f10));
  int c20[] = {1,2,3,4}; CK(ex_put_conn(f, EX_ELEM_BLOCK, 20, c20, NULL, NULL));
  double a20[] = {0.5, 0.25}; CK(ex_put_attr(f, EX_ELEM_BLOCK, 20, a20));
  char *an20[] = {N("thickness"), N("offset")}; CK(ex_put_attr_names(f, EX_ELEM_BLOCK, 20, an20));
  int ce[] = {1, 2, 2, 3, 3, 4}; CK(ex_put_conn(f, EX_EDGE_BLOCK, 5, ce, NULL, NULL));
  double ae[] = {0.1, 0.2, 0.3}; CK(ex_put_attr(f, EX_EDGE_BLOCK, 5, ae));
  char *ane[] = {N("radius")}; CK(ex_put_attr_names(f, EX_EDGE_BLOCK, 5, ane));
  int cf[] = {1,2,3,4,5,6,7,8}; CK(ex_put_conn(f, EX_FACE_BLOCK, 6, cf, NULL, NULL));
  double af[] = {1.5, 2.5}; CK(ex_put_attr(f, EX_FACE_BLOCK, 6, af));
  char *anf[] = {N("area")}; CK(ex_put_attr_names(f, EX_FACE_BLOCK, 6, anf));
  /* sets: in the order in which they are laid out */
  CK(ex_put_set_param(f, EX_NODE_SET, 1, 4, 4));
  CK(ex_put_attr_param(f, EX_NODE_SET, 1, 1));
  CK(ex_put_set_param(f, EX_NODE_SET, 2, 0, 0));
  CK(ex_put_set_param(f, EX_EDGE_SET, 3, 2, 2));
  CK(ex_put_set_param(f, EX_FACE_SET, 4, 1, 1));
  CK(ex_put_set_param(f, EX_SIDE_SET, 7, 2, 8));
  CK(ex_put_set_param(f, EX_SIDE_SET, 8, 1, 0));
  CK(ex_put_set_param(f, EX_ELEM_SET, 9, 2, 2));
  int ns[] = {1,4,5,8}; CK(ex_put_set(f, EX_NODE_SET, 1, ns, NULL));
  double nd[] = {1,2,3,4}; CK(ex_put_set_dist_fact(f, EX_NODE_SET, 1, nd));
  CK(ex_put_attr(f, EX_NODE_SET, 1, drep(6, 4)));
  char *anns[] = {N("stiffness")}; CK(ex_put_attr_names(f, EX_NODE_SET, 1, anns));
  int es[] = {1,3}, eo[] = {1,-1}; CK(ex_put_set(f, EX_EDGE_SET, 3, es, eo)); CK(ex_put_set_dist_fact(f, EX_EDGE_SET, 3, drep(1, 2)));
  int fs[] = {2}, fo[] = {-1}; CK(ex_put_set(f, EX_FACE_SET, 4, fs, fo)); CK(ex_put_set_dist_fact(f, EX_FACE_SET, 4, drep(2.5, 1)));
  int ss[] = {1,2}, sd[] = {4,2}; CK(ex_put_set(f, EX_SIDE_SET, 7, ss, sd));
  double sf[] = {1,2,3,4,5,6,7,8}; CK(ex_put_set_dist_fact(f, EX_SIDE_SET, 7, sf));
  int s8[] = {3}, d8[] = {1}; CK(ex_put_set(f, EX_SIDE_SET, 8, s8, d8));
  int els[] = {3,1}; CK(ex_put_set(f, EX_ELEM_SET, 9, els, NULL)); double ed[] = {0.5, 0.75}; CK(ex_put_set_dist_fact(f, EX_ELEM_SET, 9, ed));
  char *nn[] = {N("clamped"), N("empty")}; CK(ex_put_names(f, EX_NODE_SET, nn));
  char *n3[] = {N("seam")}; CK(ex_put_names(f, EX_EDGE_SET, n3));
  char *n4[] = {N("wall")}; CK(ex_put_names(f, EX_FACE_SET, n4));
  char *n7[] = {N("pressure"), N("")}; CK(ex_put_names(f, EX_SIDE_SET, n7));
  char *n9[] = {N("probe")}; CK(ex_put_names(f, EX_ELEM_SET, n9));
  CK(ex_put_attr_param(f, EX_NODAL, 0, 2));
  double na[24]; for (int i = 0; i < 12; i++) { na[2*i] = val(50,0,i); na[2*i+1] = val(51,0,i); }
  CK(ex_put_attr(f, EX_NODAL, 0, na));
  char *ann[] = {N("weight"), N("temperature0")}; CK(ex_put_attr_names(f, EX_NODAL, 0, ann));
  CK(ex_put_id_map(f, EX_NODE_MAP, from(101, 12)));
  int em[] = {201,203,202}; CK(ex_put_id_map(f, EX_ELEM_MAP, em));
  CK(ex_put_id_map(f, EX_EDGE_MAP, from(31, 3)));
  CK(ex_put_id_map(f, EX_FACE_MAP, from(41, 2)));
  int ord[] = {3,1,2}; CK(ex_put_map(f, ord));
  CK(ex_put_num_map(f, EX_NODE_MAP, 11, from(0, 12)));
  CK(ex_put_num_map(f, EX_EDGE_MAP, 12, from(20, 3)));
  CK(ex_put_num_map(f, EX_FACE_MAP, 13, from(30, 2)));
  int m14[] = {0,0,1}; CK(ex_put_num_map(f, EX_ELEM_MAP, 14, m14));
  char *m1[] = {N("owner")}, *m2[] = {N("edges")}, *m3[] = {N("faces")}, *m4[] = {N("processor")};
  CK(ex_put_names(f, EX_NODE_MAP, m1)); CK(ex_put_names(f, EX_EDGE_MAP, m2)); CK(ex_put_names(f, EX_FACE_MAP, m3)); CK(ex_put_names(f, EX_ELEM_MAP, m4));
  char *pn[] = {N("MATL")}; CK(ex_put_prop_names(f, EX_ELEM_BLOCK, 1, pn));
  int pv[] = {100,200,300}; CK(ex_put_prop_array(f, EX_ELEM_BLOCK, "MATL", pv));
  char *pn2[] = {N("COLOR")}; CK(ex_put_prop_names(f, EX_NODE_SET, 1, pn2));
  int pv2[] = {7,8}; CK(ex_put_prop_array(f, EX_NODE_SET, "COLOR", pv2));
  char *qa[1][4] = {{N("maker"), N("1.0"), N("2026/01/02"), N("03:04:05")}}; CK(ex_put_qa(f, 1, qa));
  char *info[] = {N("one line"), N("another")}; CK(ex_put_info(f, 2, info));
  int64_t l1[] = {10, 20}, l2[] = {100};
  ex_assembly as[] = {{100, N("metal"), EX_ELEM_BLOCK, 2, l1}, {200, N("all"), EX_ASSEMBLY, 1, l2}};
  CK(ex_put_assemblies(f, 2, as));
  ex_blob bl = {300, N("solver"), 5}; CK(ex_put_blob(f, bl));
  int cfid[] = {1}; double cfx[] = {0,0,0, 0,0,1, 1,0,0}; CK(ex_put_coordinate_frames(f, 1, cfid, cfx, "C"));
  double dens = 7.8; int col[] = {1,2,3}; double g = 9.81;
  CK(ex_put_double_attribute(f, EX_ELEM_BLOCK, 10, "density", 1, &dens));
  CK(ex_put_integer_attribute(f, EX_ELEM_BLOCK, 10, "colour", 3, col));
  CK(ex_put_text_attribute(f, EX_SIDE_SET, 7, "unit", "Pa"));
  CK(ex_put_double_attribute(f, EX_GLOBAL, 0, "gravity", 1, &g));
  int et[] = {1,0, 1,1, 1,0}, one[] = {1,1}, st[] = {1, 0};
  ex_var_params vp = {0};
  vp.num_glob = 2; vp.num_node = 3; vp.num_edge = 1; vp.edge_var_tab = one; vp.num_face = 1; vp.face_var_tab = one;
  vp.num_elem = 2; vp.elem_var_tab = et; vp.num_nset = 1; vp.nset_var_tab = one; vp.num_eset = 1; vp.eset_var_tab = one;
  vp.num_fset = 1; vp.fset_var_tab = one; vp.num_sset = 1; vp.sset_var_tab = st; vp.num_elset = 1; vp.elset_var_tab = one;
  CK(ex_put_all_var_param_ext(f, &vp));
  CK(ex_put_variable_param(f, EX_ASSEMBLY, 1)); CK(ex_put_variable_param(f, EX_BLOB, 1));
  char *gv[] = {N("energy"), N("momentum")}; CK(ex_put_variable_names(f, EX_GLOBAL, 2, gv));
  char *nv[] = {N("disp_x"), N("disp_y"), N("disp_z")}; CK(ex_put_variable_names(f, EX_NODAL, 3, nv));
  char *ev[] = {N("pressure"), N("bending")}; CK(ex_put_variable_names(f, EX_ELEM_BLOCK, 2, ev));
  CK(ex_put_variable_name(f, EX_EDGE_BLOCK, 1, "current")); CK(ex_put_variable_name(f, EX_FACE_BLOCK, 1, "flux"));
  CK(ex_put_variable_name(f, EX_NODE_SET, 1, "reaction")); CK(ex_put_variable_name(f, EX_EDGE_SET, 1, "slip"));
  CK(ex_put_variable_name(f, EX_FACE_SET, 1, "heat")); CK(ex_put_variable_name(f, EX_SIDE_SET, 1, "traction"));
  CK(ex_put_variable_name(f, EX_ELEM_SET, 1, "damage"));
  CK(ex_put_variable_name(f, EX_ASSEMBLY, 1, "mass")); CK(ex_put_variable_name(f, EX_BLOB, 1, "residual"));
  for (int s = 0; s < 3; s++) {
    double t = val(0, s, 0);
    CK(ex_put_time(f, s + 1, &t));
    CK(ex_put_var(f, s+1, EX_GLOBAL, 1, 1, 2, vals(1, s, 2)));
    for (int v = 0; v < 3; v++) CK(ex_put_var(f, s+1, EX_NODAL, v + 1, 1, 12, vals(2 + v, s, 12)));
    CK(ex_put_var(f, s+1, EX_EDGE_BLOCK, 1, 5, 3, vals(5, s, 3)));
    CK(ex_put_var(f, s+1, EX_FACE_BLOCK, 1, 6, 2, vals(6, s, 2)));
    CK(ex_put_var(f, s+1, EX_ELEM_BLOCK, 1, 10, 2, vals(7, s, 2)));
    CK(ex_put_var(f, s+1, EX_ELEM_BLOCK, 1, 20, 1, vals(8, s, 1)));
    CK(ex_put_var(f, s+1, EX_ELEM_BLOCK, 2, 20, 1, vals(9, s, 1)));
    CK(ex_put_var(f, s+1, EX_NODE_SET, 1, 1, 4, vals(10, s, 4)));
    CK(ex_put_var(f, s+1, EX_EDGE_SET, 1, 3, 2, vals(11, s, 2)));
    CK(ex_put_var(f, s+1, EX_FACE_SET, 1, 4, 1, vals(12, s, 1)));
    CK(ex_put_var(f, s+1, EX_SIDE_SET, 1, 7, 2, vals(13, s, 2)));
    CK(ex_put_var(f, s+1, EX_ELEM_SET, 1, 9, 2, vals(14, s, 2)));
    CK(ex_put_var(f, s+1, EX_ASSEMBLY, 1, 100, 2, vals(15, s, 2)));
    CK(ex_put_var(f, s+1, EX_ASSEMBLY, 1, 200, 1, vals(16, s, 1)));
    CK(ex_put_var(f, s+1, EX_BLOB, 1, 300, 5, vals(17, s, 5)));
    if (s == 0) {
      CK(ex_put_reduction_variable_param(f, EX_ELEM_BLOCK, 2)); CK(ex_put_reduction_variable_param(f, EX_SIDE_SET, 1));
      CK(ex_put_reduction_variable_param(f, EX_ASSEMBLY, 1)); CK(ex_put_reduction_variable_param(f, EX_BLOB, 1));
      char *rn[] = {N("volume"), N("work")}; CK(ex_put_reduction_variable_names(f, EX_ELEM_BLOCK, 2, rn));
      CK(ex_put_reduction_variable_name(f, EX_SIDE_SET, 1, "force")); char *wn[] = {N("weight")}; CK(ex_put_reduction_variable_names(f, EX_ASSEMBLY, 1, wn));
      char *on[] = {N("norm")}; CK(ex_put_reduction_variable_names(f, EX_BLOB, 1, on));
    }
    double r[2];
    r[0] = val(20, s, 0); r[1] = val(21, s, 0); CK(ex_put_reduction_vars(f, s+1, EX_ELEM_BLOCK, 10, 2, r));
    r[0] = val(22, s, 0); r[1] = val(23, s, 0); CK(ex_put_reduction_vars(f, s+1, EX_ELEM_BLOCK, 20, 2, r));
    r[0] = val(24, s, 0); CK(ex_put_reduction_vars(f, s+1, EX_SIDE_SET, 7, 1, r));
    r[0] = val(25, s, 0); CK(ex_put_reduction_vars(f, s+1, EX_SIDE_SET, 8, 1, r));
    r[0] = val(26, s, 0); CK(ex_put_reduction_vars(f, s+1, EX_ASSEMBLY, 100, 1, r));
    r[0] = val(27, s, 0); CK(ex_put_reduction_vars(f, s+1, EX_ASSEMBLY, 200, 1, r));
    r[0] = val(28, s, 0); CK(ex_put_reduction_vars(f, s+1, EX_BLOB, 300, 1, r));
  }
  CK(ex_close(f));
  return 0;
}
