/* Writes with libexodus 9 what WritingDecompositionTest writes with this library: see CONTRIBUTING.md. */
#include "exodusII.h"
#include <stdio.h>
#include <string.h>
#define CK(x) do { int s_ = (x); if (s_ < 0) { fprintf(stderr, "line %d: %s -> %d\n", __LINE__, #x, s_); } } while (0)
static char *N(const char *s) { return (char *)s; }
int main(int c, char **v)
{
  int cws = 8, iows = 8; ex_opts(EX_VERBOSE);
  int f = ex_create(v[1], EX_CLOBBER | EX_64BIT_OFFSET, &cws, &iows);
  ex_init_params p = {0}; strcpy(p.title, "part"); p.num_dim = 2; p.num_nodes = 6; p.num_elem = 2; p.num_elem_blk = 1; CK(ex_put_init_ext(f, &p));
  double x[] = {0,1,2,0,1,2}, y[] = {0,0,0,1,1,1}; CK(ex_put_coord(f, x, y, NULL)); char *cn[] = {N("x"), N("y")}; CK(ex_put_coord_names(f, cn));
  CK(ex_put_block(f, EX_ELEM_BLOCK, 10, "QUAD4", 2, 4, 0, 0, 0)); int cc[] = {1,2,5,4,2,3,6,5}; CK(ex_put_conn(f, EX_ELEM_BLOCK, 10, cc, NULL, NULL));
  CK(ex_put_init_info(f, 3, 1, N("p")));
  CK(ex_put_init_global(f, 9, 4, 1, 1, 0));
  int bi[] = {10}, bc[] = {4}; CK(ex_put_eb_info_global(f, bi, bc));
  int ni[] = {5}, nc[] = {3}, nd[] = {3}; CK(ex_put_ns_param_global(f, ni, nc, nd));
  CK(ex_put_loadbal_param(f, 3, 2, 1, 1, 1, 2, 1, 1));
  int ids[] = {0, 2}, cnt[] = {2, 1}, ei[] = {0}, ec[] = {1}; CK(ex_put_cmap_params(f, ids, cnt, ei, ec, 1));
  int a[] = {1,2,4}, b[] = {3,5}, e[] = {6}; CK(ex_put_processor_node_maps(f, a, b, e, 1));
  int ea[] = {1}, eb[] = {2}; CK(ex_put_processor_elem_maps(f, ea, eb, 1));
  int n0[] = {3,5}, p0[] = {0,0}, n1[] = {6}, p1[] = {2}; CK(ex_put_node_cmap(f, 0, n0, p0, 1)); CK(ex_put_node_cmap(f, 2, n1, p1, 1));
  int el[] = {2}, sd[] = {3}, pr[] = {0}; CK(ex_put_elem_cmap(f, 0, el, sd, pr, 1));
  CK(ex_close(f)); return 0;
}
