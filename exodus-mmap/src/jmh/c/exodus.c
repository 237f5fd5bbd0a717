// What of libexodus is a macro, or is not the same in all its versions. The rest is called as it is.

#include <exodusII.h>

int open_model(const char *path, int word_size) {
    int stored_size = 0;
    float version;
    return ex_open(path, EX_READ, &word_size, &stored_size, &version);
}

double api_version(void) {
    return EX_API_VERS;
}

int node_values(int model, int step, int variable, long count, void *to) {
    return ex_get_var(model, step, EX_NODAL, variable, 1, count, to);
}

int node_history(int model, int variable, long node, int steps, void *to) {
    return ex_get_var_time(model, EX_NODAL, variable, node, 1, steps, to);
}

int block_nodes(int model, long block, int *to) {
    return ex_get_conn(model, EX_ELEM_BLOCK, block, to, 0, 0);
}
