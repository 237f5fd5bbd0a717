/* Prints all that libexodus finds in a file, a line for each thing: of arrays the number of values and a sum over their
 * bits. Two files of which it prints the same hold the same for programs that use the library. Works with version 5 (which
 * knows no assemblies, blobs, reduction variables and attributes) and with version 9; see CONTRIBUTING.md.
 */
#include "exodusII.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if EX_API_VERS_NODOT >= 800
#define HAS_ASSEMBLIES 1
#endif
#define WIDEST 256

static int file;

/* Room for values that the library may leave as they are. */
static void *room(int64_t count, size_t size)
{
  void *bytes = calloc((size_t)(count < 0 ? 0 : count) + 16, size);
  if (bytes == NULL) {
    fprintf(stderr, "no memory for %" PRId64 " values\n", count);
    exit(3);
  }
  return bytes;
}

static char **texts(int64_t count, size_t width)
{
  char **rows = room(count, sizeof(char *));
  for (int64_t i = 0; i < count; i++) {
    rows[i] = room((int64_t)width, 1);
  }
  return rows;
}

static void text(const char *value)
{
  putchar('"');
  for (; *value != 0; value++) {
    if ((unsigned char)*value < 32) {
      printf("\\%03o", (unsigned char)*value);
    } else {
      putchar(*value);
    }
  }
  putchar('"');
}

static void rows(const char *what, int64_t id, int status, char **values, int64_t count)
{
  printf("%s %" PRId64 ": %d", what, id, status < 0 ? -1 : 0);
  for (int64_t i = 0; i < count; i++) {
    putchar(' ');
    text(values[i]);
    free(values[i]);
  }
  putchar('\n');
  free(values);
}

static void words(const char *what, int64_t id, int64_t part, int status, uint64_t *values, int64_t count)
{
  uint64_t sum = 14695981039346656037u;
  for (int64_t i = 0; i < count; i++) {
    sum = (sum ^ values[i]) * 1099511628211u;
    sum ^= sum >> 29;
  }
  printf("%s %" PRId64 ".%" PRId64 ": %d %" PRId64 " %016" PRIx64 "\n", what, id, part, status < 0 ? -1 : 0, count, sum);
  free(values);
}

static const struct {
  const char    *name;
  ex_entity_type type;
  ex_inquiry     count;
} BLOCKS[] = {{"element block", EX_ELEM_BLOCK, EX_INQ_ELEM_BLK},
              {"edge block", EX_EDGE_BLOCK, EX_INQ_EDGE_BLK},
              {"face block", EX_FACE_BLOCK, EX_INQ_FACE_BLK}},
  SETS[]  = {{"node set", EX_NODE_SET, EX_INQ_NODE_SETS},
             {"edge set", EX_EDGE_SET, EX_INQ_EDGE_SETS},
             {"face set", EX_FACE_SET, EX_INQ_FACE_SETS},
             {"side set", EX_SIDE_SET, EX_INQ_SIDE_SETS},
             {"element set", EX_ELEM_SET, EX_INQ_ELEM_SETS}},
  MAPS[]  = {{"node map", EX_NODE_MAP, EX_INQ_NODE_MAP},
             {"element map", EX_ELEM_MAP, EX_INQ_ELEM_MAP},
             {"edge map", EX_EDGE_MAP, EX_INQ_EDGE_MAP},
             {"face map", EX_FACE_MAP, EX_INQ_FACE_MAP}};

static void label(char *to, const char *name, const char *what) { snprintf(to, 100, "%s %s", name, what); }

static void attributes(const char *name, ex_entity_type type, int64_t id)
{
#ifdef HAS_ASSEMBLIES
  int count = ex_get_attribute_count(file, type, id);
  if (count <= 0) {
    return;
  }
  ex_attribute *all = room(count, sizeof(ex_attribute));
  ex_get_attribute_param(file, type, id, all);
  for (int i = 0; i < count; i++) {
    all[i].values = room(all[i].value_count + 1, 8);
    int status    = ex_get_attribute(file, &all[i]);
    printf("%s %" PRId64 " attribute %s: %d type %d x %d", name, id, all[i].name, status < 0 ? -1 : 0, (int)all[i].type,
           all[i].value_count);
    for (int k = 0; k < all[i].value_count && all[i].type != EX_CHAR; k++) {
      printf(all[i].type == EX_DOUBLE ? " %a" : " %.0f",
             all[i].type == EX_DOUBLE ? ((double *)all[i].values)[k] : (double)((int *)all[i].values)[k]);
    }
    if (all[i].type == EX_CHAR) {
      putchar(' ');
      text(all[i].values);
    }
    putchar('\n');
    free(all[i].values);
  }
  free(all);
#else
  (void)name, (void)type, (void)id;
#endif
}

/* Names of attributes and their values for all entries. */
static void entryAttributes(const char *name, ex_entity_type type, int64_t id, int64_t entries)
{
  char what[100];
  int  count = 0;
  if (ex_get_attr_param(file, type, id, &count) < 0 || count <= 0) {
    return;
  }
  char **names  = texts(count, WIDEST + 1);
  int    status = ex_get_attr_names(file, type, id, names);
  label(what, name, "attribute names");
  rows(what, id, status, names, count);
  uint64_t *values = room(count * entries, 8);
  status           = ex_get_attr(file, type, id, values);
  label(what, name, "attribute values");
  words(what, id, 0, status, values, count * entries);
}

/* Variables of all entities of a kind, and which of them are stored. */
static void variables(const char *name, ex_entity_type type, int64_t count, int64_t *ids, int64_t *sizes, int64_t steps)
{
  char what[100];
  int  variables = 0;
  ex_get_variable_param(file, type, &variables);
#ifdef HAS_ASSEMBLIES
  int reductions = 0;
  ex_get_reduction_variable_param(file, type, &reductions);
  if (reductions > 0 && type != EX_GLOBAL) {
    char **names  = texts(reductions, WIDEST + 1);
    int    status = ex_get_reduction_variable_names(file, type, reductions, names);
    label(what, name, "reduction variables");
    rows(what, 0, status, names, reductions);
    label(what, name, "reduction values");
    for (int64_t step = 1; step <= steps; step++) {
      for (int64_t i = 0; i < count; i++) {
        uint64_t *values = room(reductions, 8);
        status           = ex_get_reduction_vars(file, (int)step, type, ids[i], reductions, values);
        words(what, ids[i], step, status, values, status < 0 ? 0 : reductions);
      }
    }
  }
#endif
  if (variables <= 0) {
    return;
  }
  char **names  = texts(variables, WIDEST + 1);
  int    status = ex_get_variable_names(file, type, variables, names);
  label(what, name, "variables");
  rows(what, 0, status, names, variables);
  int *table = room(variables * count, sizeof(int));
  if (type == EX_GLOBAL || type == EX_NODAL
      || ex_get_truth_table(file, type, (int)count, variables, table) < 0) {
    memset(table, 1, (size_t)(variables * count) * sizeof(int));
  } else {
    printf("%s truth:", name);
    for (int64_t i = 0; i < variables * count; i++) {
      printf(" %d", table[i]);
    }
    putchar('\n');
  }
  label(what, name, "values");
  for (int64_t step = 1; step <= steps; step++) {
    for (int64_t i = 0; i < count; i++) {
      for (int v = 1; v <= variables; v++) {
        if (table[i * variables + v - 1] != 0 && sizes[i] > 0) {
          uint64_t *values = room(sizes[i], 8);
          status           = ex_get_var(file, (int)step, type, v, ids[i], sizes[i], values);
          words(what, ids[i] * 1000 + v, step, status, values, status < 0 ? 0 : sizes[i]);
        }
        if (type == EX_GLOBAL) {
          v = variables;
        }
      }
    }
  }
  free(table);
}

static void properties(const char *name, ex_entity_type type, int64_t count)
{
  char what[100];
  int  properties = ex_get_num_props(file, type);
  if (count <= 0 || properties <= 0) {
    return;
  }
  char **names  = texts(properties, WIDEST + 1);
  int    status = ex_get_prop_names(file, type, names);
  for (int p = 0; p < properties && status >= 0; p++) {
    uint64_t *values = room(count, 8);
    int       found  = ex_get_prop_array(file, type, names[p], values);
    snprintf(what, sizeof(what), "%s property %s", name, names[p]);
    words(what, p, 0, found, values, count);
  }
  label(what, name, "properties");
  rows(what, 0, status, names, properties);
}

static int64_t *ids(const char *name, ex_entity_type type, int64_t count)
{
  char     what[100];
  int64_t *ids    = room(count, 8);
  int      status = ex_get_ids(file, type, ids);
  printf("%s ids: %d", name, status < 0 ? -1 : 0);
  for (int64_t i = 0; i < count; i++) {
    printf(" %" PRId64, ids[i]);
  }
  putchar('\n');
  char **names = texts(count, WIDEST + 1);
  status       = ex_get_names(file, type, names);
  label(what, name, "names");
  rows(what, 0, status, names, count);
  return ids;
}

/* What blocks and sets have alike: attributes, properties and variables. Gives the memory back. */
static void finish(const char *name, ex_entity_type type, int64_t count, int64_t *all, int64_t *sizes, int64_t steps)
{
  for (int64_t i = 0; i < count; i++) {
    if (sizes[i] > 0) {
      entryAttributes(name, type, all[i], sizes[i]);
      attributes(name, type, all[i]);
    }
  }
  properties(name, type, count);
  variables(name, type, count, all, sizes, steps);
  free(all);
  free(sizes);
}

static int isJagged(const char *type)
{
  return strncmp(type, "nsided", 6) == 0 || strncmp(type, "NSIDED", 6) == 0 || strncmp(type, "nfaced", 6) == 0
         || strncmp(type, "NFACED", 6) == 0;
}

static void blocks(int kind, int64_t steps)
{
  const char    *name  = BLOCKS[kind].name;
  ex_entity_type type  = BLOCKS[kind].type;
  int64_t        count = ex_inquire_int(file, BLOCKS[kind].count);
  if (count <= 0) {
    return;
  }
  int64_t *all   = ids(name, type, count);
  int64_t *sizes = room(count, 8);
  for (int64_t i = 0; i < count; i++) {
    ex_block block;
    memset(&block, 0, sizeof(block));
    block.id   = all[i];
    block.type = type;
    int status = ex_get_block_param(file, &block);
    printf("%s %" PRId64 ": %d '%s' entries %" PRId64 " nodes %" PRId64 " edges %" PRId64 " faces %" PRId64
           " attributes %" PRId64 "\n",
           name, all[i], status < 0 ? -1 : 0, block.topology, (int64_t)block.num_entry,
           (int64_t)block.num_nodes_per_entry, (int64_t)block.num_edges_per_entry, (int64_t)block.num_faces_per_entry,
           (int64_t)block.num_attribute);
    sizes[i] = block.num_entry;
    if (status < 0 || block.num_entry <= 0) {
      continue;
    }
    int64_t   rows   = isJagged(block.topology) ? 1 : block.num_entry;
    uint64_t *nodes  = room(rows * block.num_nodes_per_entry, 8);
    uint64_t *edges  = room(rows * block.num_edges_per_entry, 8);
    uint64_t *faces  = room(rows * block.num_faces_per_entry, 8);
    char      what[100];
    status = ex_get_conn(file, type, all[i], nodes, edges, faces);
    label(what, name, "nodes");
    words(what, all[i], 0, status, nodes, rows * block.num_nodes_per_entry);
    label(what, name, "edges");
    words(what, all[i], 0, status, edges, rows * block.num_edges_per_entry);
    label(what, name, "faces");
    words(what, all[i], 0, status, faces, rows * block.num_faces_per_entry);
    if (isJagged(block.topology)) {
      int *counts     = room(block.num_entry, sizeof(int));
      status          = ex_get_entity_count_per_polyhedra(file, type, all[i], counts);
      uint64_t *wider = room(block.num_entry, 8);
      for (int64_t e = 0; e < block.num_entry; e++) {
        wider[e] = (uint64_t)counts[e];
      }
      free(counts);
      label(what, name, "counts");
      words(what, all[i], 0, status, wider, block.num_entry);
    }
  }
  finish(name, type, count, all, sizes, steps);
}

static void sets(int kind, int64_t steps)
{
  const char    *name  = SETS[kind].name;
  ex_entity_type type  = SETS[kind].type;
  int64_t        count = ex_inquire_int(file, SETS[kind].count);
  if (count <= 0) {
    return;
  }
  int64_t *all   = ids(name, type, count);
  int64_t *sizes = room(count, 8);
  for (int64_t i = 0; i < count; i++) {
    int64_t size    = 0;
    int64_t factors = 0;
    int     status  = ex_get_set_param(file, type, all[i], &size, &factors);
    printf("%s %" PRId64 ": %d entries %" PRId64 " factors %" PRId64 "\n", name, all[i], status < 0 ? -1 : 0, size,
           factors);
    sizes[i] = size;
    if (status < 0 || size <= 0) {
      continue;
    }
    uint64_t *entries = room(size, 8);
    uint64_t *second  = room(size, 8);
    char      what[100];
    status = ex_get_set(file, type, all[i], entries, type == EX_NODE_SET || type == EX_ELEM_SET ? NULL : second);
    label(what, name, "entries");
    words(what, all[i], 0, status, entries, size);
    label(what, name, "second list");
    words(what, all[i], 0, status, second, size);
    if (factors > 0) {
      uint64_t *values = room(factors, 8);
      status           = ex_get_set_dist_fact(file, type, all[i], values);
      label(what, name, "factors");
      words(what, all[i], 0, status, values, factors);
    }
  }
  finish(name, type, count, all, sizes, steps);
}

static void maps(int kind, int64_t length)
{
  const char    *name  = MAPS[kind].name;
  ex_entity_type type  = MAPS[kind].type;
  int64_t        count = ex_inquire_int(file, MAPS[kind].count);
  char           what[100];
  if (length > 0) {
    uint64_t *values = room(length, 8);
    int       status = ex_get_id_map(file, type, values);
    label(what, name, "of ids");
    words(what, 0, 0, status, values, length);
  }
  if (count <= 0) {
    return;
  }
  int64_t *all = ids(name, type, count);
  for (int64_t i = 0; i < count; i++) {
    uint64_t *values = room(length, 8);
    int       status = ex_get_num_map(file, type, all[i], values);
    words(name, all[i], 0, status, values, length);
  }
  properties(name, type, count);
  free(all);
}

static void texts_of_file(void)
{
  int64_t count = ex_inquire_int(file, EX_INQ_QA);
  if (count > 0) {
    char *(*records)[4] = room(count, sizeof(*records));
    for (int64_t i = 0; i < count * 4; i++) {
      records[i / 4][i % 4] = room(MAX_STR_LENGTH + 1, 1);
    }
    int status = ex_get_qa(file, records);
    for (int64_t i = 0; i < count; i++) {
      printf("QA record %" PRId64 ": %d", i, status < 0 ? -1 : 0);
      for (int k = 0; k < 4; k++) {
        putchar(' ');
        text(records[i][k]);
      }
      putchar('\n');
    }
  }
  count = ex_inquire_int(file, EX_INQ_INFO);
  if (count > 0) {
    char **lines  = texts(count, MAX_LINE_LENGTH + 1);
    int    status = ex_get_info(file, lines);
    rows("info", 0, status, lines, count);
  }
}

static void frames(void)
{
  int count = (int)ex_inquire_int(file, EX_INQ_COORD_FRAMES);
  if (count > 0) {
    uint64_t *all    = room(count, 8);
    uint64_t *points = room(count * 9, 8);
    char     *tags   = room(count + 1, 1);
    int       status = ex_get_coordinate_frames(file, &count, all, points, tags);
    words("frame ids", 0, 0, status, all, count);
    words("frame points", 0, 0, status, points, count * 9);
    printf("frame tags: %.*s\n", count, tags);
    free(tags);
  }
}

#ifdef HAS_ASSEMBLIES
static void assemblies(int64_t steps)
{
  int64_t count = ex_inquire_int(file, EX_INQ_ASSEMBLY);
  if (count > 0) {
    int64_t *all   = ids("assembly", EX_ASSEMBLY, count);
    int64_t *sizes = room(count, 8);
    for (int64_t i = 0; i < count; i++) {
      ex_assembly one;
      memset(&one, 0, sizeof(one));
      one.id   = all[i];
      one.name = room(WIDEST + 1, 1);
      int status = ex_get_assembly(file, &one);
      sizes[i]   = one.entity_count;
      int64_t *members = room(one.entity_count, 8);
      one.entity_list  = members;
      status           = ex_get_assembly(file, &one);
      printf("assembly %" PRId64 ": %d '%s' type %d:", all[i], status < 0 ? -1 : 0, one.name, (int)one.type);
      for (int64_t k = 0; k < one.entity_count; k++) {
        printf(" %" PRId64, members[k]);
      }
      putchar('\n');
      free(members);
      free(one.name);
      attributes("assembly", EX_ASSEMBLY, all[i]);
    }
    variables("assembly", EX_ASSEMBLY, count, all, sizes, steps);
    free(all);
    free(sizes);
  }
  count = ex_inquire_int(file, EX_INQ_BLOB);
  if (count > 0) {
    int64_t *all   = ids("blob", EX_BLOB, count);
    int64_t *sizes = room(count, 8);
    for (int64_t i = 0; i < count; i++) {
      ex_blob one;
      memset(&one, 0, sizeof(one));
      one.id     = all[i];
      one.name   = room(WIDEST + 1, 1);
      int status = ex_get_blob(file, &one);
      sizes[i]   = one.num_entry;
      printf("blob %" PRId64 ": %d '%s' entries %" PRId64 "\n", all[i], status < 0 ? -1 : 0, one.name, one.num_entry);
      free(one.name);
      attributes("blob", EX_BLOB, all[i]);
    }
    variables("blob", EX_BLOB, count, all, sizes, steps);
    free(all);
    free(sizes);
  }
}
#endif

int main(int argc, char **argv)
{
  int   computed = 8;
  int   stored   = 0;
  float version;
  if (argc != 2) {
    return 2;
  }
  ex_opts(0);
  file = ex_open(argv[1], EX_READ | EX_ALL_INT64_API, &computed, &stored, &version);
  if (file < 0) {
    puts("refused");
    return 1;
  }
  ex_set_max_name_length(file, WIDEST);
  ex_init_params init;
  memset(&init, 0, sizeof(init));
  int status = ex_get_init_ext(file, &init);
  printf("version %.2f, %d bytes\n", version, stored);
  printf("init: %d ", status < 0 ? -1 : 0);
  text(init.title);
  printf(" dim %" PRId64 " nodes %" PRId64 " elements %" PRId64 " edges %" PRId64 " faces %" PRId64 "\n",
         (int64_t)init.num_dim, (int64_t)init.num_nodes, (int64_t)init.num_elem, (int64_t)init.num_edge,
         (int64_t)init.num_face);
  int64_t steps = ex_inquire_int(file, EX_INQ_TIME);
  if (steps < 0) {
    steps = 0; /* There is no dimension for them. */
  }
  uint64_t *times = room(steps, 8);
  status          = steps > 0 ? ex_get_all_times(file, times) : 0;
  words("times", 0, 0, status, times, steps);
  texts_of_file();
  if (init.num_dim > 0 && init.num_nodes > 0) {
    uint64_t *points[3];
    for (int axis = 0; axis < 3; axis++) {
      points[axis] = room(init.num_nodes, 8);
    }
    status = ex_get_coord(file, points[0], points[1], points[2]);
    for (int axis = 0; axis < 3; axis++) {
      words("coordinates", axis, 0, status, points[axis], init.num_nodes);
    }
    entryAttributes("nodal", EX_NODAL, 0, init.num_nodes);
  }
  if (init.num_dim > 0) {
    char **names = texts(init.num_dim, WIDEST + 1);
    status       = ex_get_coord_names(file, names);
    rows("coordinate names", 0, status, names, init.num_dim);
  }
  int64_t none = 0;
  int64_t one  = ex_inquire_int(file, EX_INQ_NODES);
  variables("nodal", EX_NODAL, 1, &none, &one, steps);
  int globals = 0;
  ex_get_variable_param(file, EX_GLOBAL, &globals);
  one = globals;
  variables("global", EX_GLOBAL, 1, &none, &one, steps);
  attributes("file", EX_GLOBAL, 0);
  attributes("nodal", EX_NODAL, 0);
  if (init.num_elem > 0) {
    uint64_t *order = room(init.num_elem, 8);
    status          = ex_get_map(file, order);
    words("element order", 0, 0, status, order, init.num_elem);
  }
  for (int kind = 0; kind < 3; kind++) {
    blocks(kind, steps);
  }
  for (int kind = 0; kind < 5; kind++) {
    sets(kind, steps);
  }
  int64_t lengths[] = {init.num_nodes, init.num_elem, init.num_edge, init.num_face};
  for (int kind = 0; kind < 4; kind++) {
    maps(kind, lengths[kind]);
  }
  frames();
#ifdef HAS_ASSEMBLIES
  assemblies(steps);
#endif
  ex_close(file);
  return 0;
}
