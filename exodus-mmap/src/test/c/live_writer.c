/* Adds steps to a results file through libexodus, for readers that follow: see LibraryWritersTest.
   live_writer FILE MODE STEPS MICROSECONDS, where MODE is buffered, shared or rarely (ex_update after each 7th step). */
#include <exodusII.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NODES 1500
#define VARIABLES 2

static void check(int status, const char *what)
{
    if (status < 0) {
        fprintf(stderr, "%s failed: %d\n", what, status);
        exit(1);
    }
}

int main(int count, char **words)
{
    if (count != 5) {
        fprintf(stderr, "live_writer FILE buffered|shared|rarely STEPS MICROSECONDS\n");
        return 2;
    }
    int shared = strcmp(words[2], "shared") == 0;
    int rarely = strcmp(words[2], "rarely") == 0;
    int steps = atoi(words[3]);
    int cpu = 8;
    int io = 8;
    int file = ex_create(words[1], EX_CLOBBER | (shared ? EX_SHARE : 0), &cpu, &io);
    check(file, "ex_create");
    check(ex_put_init(file, "live", 1, NODES, 0, 0, 0, 0), "ex_put_init");
    check(ex_put_variable_param(file, EX_NODAL, VARIABLES), "ex_put_variable_param");
    char *names[] = {"v1", "v2"};
    check(ex_put_variable_names(file, EX_NODAL, VARIABLES, names), "ex_put_variable_names");
    double *values = malloc(NODES * sizeof *values);
    for (int step = 0; step < steps; step++) {
        double time = 0.125 * (step + 1);
        check(ex_put_time(file, step + 1, &time), "ex_put_time");
        for (int variable = 0; variable < VARIABLES; variable++) {
            for (int node = 0; node < NODES; node++) {
                values[node] = step * 1000003.0 + variable * 0.5 + node * 1e-4 + 1;
            }
            check(ex_put_var(file, step + 1, EX_NODAL, variable + 1, 1, NODES, values), "ex_put_var");
        }
        if (!rarely || step % 7 == 6) {
            check(ex_update(file), "ex_update");
        }
        usleep((unsigned)atoi(words[4]));
    }
    check(ex_close(file), "ex_close");
    free(values);
    return 0;
}
