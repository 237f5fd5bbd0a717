// What the hardware allows: the plainest loops over big-endian values in mapped memory, compiled by the comparison with
// gcc -O3 -march=native, so that it knows all of the machine's vector instructions.
//
// `size` is 8 for doubles and long integers and 4 for floats and integers; `stride` is the distance of values in bytes.

#define _GNU_SOURCE
#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define LANES 16
#define BLOCK (4L << 20)

static inline int32_t i32(const char *at) {
    uint32_t bits;
    memcpy(&bits, at, 4);
    return (int32_t) __builtin_bswap32(bits);
}

static inline int64_t i64(const char *at) {
    uint64_t bits;
    memcpy(&bits, at, 8);
    return (int64_t) __builtin_bswap64(bits);
}

static inline double f64(const char *at) {
    int64_t bits = i64(at);
    double value;
    memcpy(&value, &bits, 8);
    return value;
}

static inline float f32(const char *at) {
    int32_t bits = i32(at);
    float value;
    memcpy(&value, &bits, 4);
    return value;
}

// A double of this machine: what libraries hand out.
static inline double own(const char *at) {
    double value;
    memcpy(&value, at, 8);
    return value;
}

// The loop once for each layout, with a distance that the compiler knows where values lie side by side.
#define FOR_EACH_LAYOUT(LOOP)                                                                                         \
    if (size == 8) {                                                                                                  \
        if (stride == 8) { LOOP(f64, 8) } else { LOOP(f64, stride) }                                                  \
    } else {                                                                                                          \
        if (stride == 4) { LOOP(f32, 4) } else { LOOP(f32, stride) }                                                  \
    }

double sum(const char *from, int size, long stride, long count) {
    double sum = 0;
#define LOOP(get, step)                                                                                               \
    for (long i = 0; i < count; i++) sum += get(from + i * (step));
    FOR_EACH_LAYOUT(LOOP)
#undef LOOP
    return sum;
}

#define ADD_IN_LANES(get, step)                                                                                       \
    for (; i <= count - LANES; i += LANES)                                                                            \
        for (int lane = 0; lane < LANES; lane++) lanes[lane] += get(from + (i + lane) * (step));                      \
    for (; i < count; i++) lanes[0] += get(from + i * (step));

static double total(const double *lanes) {
    double sum = 0;
    for (int lane = 0; lane < LANES; lane++) sum += lanes[lane];
    return sum;
}

double sum_lanes(const char *from, int size, long stride, long count) {
    double lanes[LANES] = {0};
    long i = 0;
    FOR_EACH_LAYOUT(ADD_IN_LANES)
    return total(lanes);
}

double sum_own(const char *from, long count) {
    double lanes[LANES] = {0};
    long i = 0;
    ADD_IN_LANES(own, 8)
    return total(lanes);
}

double minmax(const char *from, int size, long stride, long count) {
    double low = INFINITY, high = -INFINITY;
#define LOOP(get, step)                                                                                               \
    for (long i = 0; i < count; i++) {                                                                                \
        double value = get(from + i * (step));                                                                        \
        low = value < low ? value : low;                                                                              \
        high = value > high ? value : high;                                                                           \
    }
    FOR_EACH_LAYOUT(LOOP)
#undef LOOP
    return high - low;
}

#define COMPARE_IN_LANES(get, step)                                                                                   \
    for (; i <= count - LANES; i += LANES)                                                                            \
        for (int lane = 0; lane < LANES; lane++) {                                                                    \
            double value = get(from + (i + lane) * (step));                                                           \
            low[lane] = value < low[lane] ? value : low[lane];                                                        \
            high[lane] = value > high[lane] ? value : high[lane];                                                     \
        }                                                                                                             \
    for (; i < count; i++) {                                                                                          \
        low[0] = fmin(low[0], get(from + i * (step)));                                                                \
        high[0] = fmax(high[0], get(from + i * (step)));                                                              \
    }

static void no_extremes(double *low, double *high) {
    for (int lane = 0; lane < LANES; lane++) {
        low[lane] = INFINITY;
        high[lane] = -INFINITY;
    }
}

static double range(const double *low, const double *high) {
    double least = low[0], most = high[0];
    for (int lane = 1; lane < LANES; lane++) {
        least = fmin(least, low[lane]);
        most = fmax(most, high[lane]);
    }
    return most - least;
}

double minmax_lanes(const char *from, int size, long stride, long count) {
    double low[LANES], high[LANES];
    long i = 0;
    no_extremes(low, high);
    FOR_EACH_LAYOUT(COMPARE_IN_LANES)
    return range(low, high);
}

double minmax_own(const char *from, long count) {
    double low[LANES], high[LANES];
    long i = 0;
    no_extremes(low, high);
    COMPARE_IN_LANES(own, 8)
    return range(low, high);
}

void copy_doubles(const char *from, int size, long stride, long count, double *restrict to) {
#define LOOP(get, step)                                                                                               \
    for (long i = 0; i < count; i++) to[i] = get(from + i * (step));
    FOR_EACH_LAYOUT(LOOP)
}

void copy_floats(const char *from, int size, long stride, long count, float *restrict to) {
    FOR_EACH_LAYOUT(LOOP)
#undef LOOP
}

// Indexes that count from 0 of numbers that count from 1.
void copy_indexes(const char *from, int size, long count, int *restrict to) {
    if (size == 8) {
        for (long i = 0; i < count; i++) to[i] = (int) i64(from + i * 8) - 1;
    } else {
        for (long i = 0; i < count; i++) to[i] = i32(from + i * 4) - 1;
    }
}

void minus_one(int *values, long count) {
    for (long i = 0; i < count; i++) values[i]--;
}

void gather(const char *from, int size, const int *indexes, long count, double *restrict to) {
    if (size == 8) {
        for (long i = 0; i < count; i++) to[i] = f64(from + indexes[i] * 8L);
    } else {
        for (long i = 0; i < count; i++) to[i] = f32(from + indexes[i] * 4L);
    }
}

void gather_own(const double *from, const int *indexes, long count, double *restrict to) {
    for (long i = 0; i < count; i++) to[i] = from[indexes[i]];
}

// From doubles and floats in the file, and from what a library handed out.
#define VECTORS(suffix, get, size)                                                                                    \
    void interleave##suffix(const char *x, const char *y, const char *z, long count, float *restrict to) {            \
        for (long i = 0; i < count; i++) {                                                                            \
            to[3 * i] = get(x + size * i);                                                                            \
            to[3 * i + 1] = get(y + size * i);                                                                        \
            to[3 * i + 2] = get(z + size * i);                                                                        \
        }                                                                                                             \
    }                                                                                                                 \
    void displace##suffix(const char *x, const char *y, const char *z, const char *dx, const char *dy,                \
            const char *dz, double scale, long count, float *restrict to) {                                           \
        for (long i = 0; i < count; i++) {                                                                            \
            to[3 * i] = get(x + size * i) + scale * get(dx + size * i);                                               \
            to[3 * i + 1] = get(y + size * i) + scale * get(dy + size * i);                                           \
            to[3 * i + 2] = get(z + size * i) + scale * get(dz + size * i);                                           \
        }                                                                                                             \
    }                                                                                                                 \
    void magnitudes##suffix(const char *x, const char *y, const char *z, long count, double *restrict to) {           \
        for (long i = 0; i < count; i++) {                                                                            \
            double a = get(x + size * i), b = get(y + size * i), c = get(z + size * i);                               \
            to[i] = sqrt(a * a + b * b + c * c);                                                                      \
        }                                                                                                             \
    }

VECTORS(_double, f64, 8)
VECTORS(_float, f32, 4)
VECTORS(_own, own, 8)

// Step after step, the values of some nodes at each.
void histories(const char *from, int size, long record, long steps, const long *nodes, long count,
        double *restrict to) {
    for (long step = 0; step < steps; step++) {
        const char *at = from + step * record;
        for (long i = 0; i < count; i++) {
            to[step * count + i] = size == 8 ? f64(at + nodes[i] * 8) : f32(at + nodes[i] * 4);
        }
    }
}

/* A history whose pages are all asked for before the first is touched: what the disk allows. */
void history_announced(const char *from, long record, long steps, double *to) {
    uintptr_t page = (uintptr_t) sysconf(_SC_PAGESIZE);
    for (long step = 0; step < steps; step++) {
        uintptr_t at = (uintptr_t) (from + step * record);
        uintptr_t first = at / page * page;
        madvise((void *) first, at + 8 - first, MADV_WILLNEED);
    }
    for (long step = 0; step < steps; step++) {
        to[step] = f64(from + step * record);
    }
}

struct part {
    const char *from;
    long count;
    double *to;
    double sum;
};

static void *sum_part(void *argument) {
    struct part *part = argument;
    part->sum = sum_lanes(part->from, 8, 8, part->count);
    return 0;
}

static void *copy_part(void *argument) {
    struct part *part = argument;
    copy_doubles(part->from, 8, 8, part->count, part->to);
    return 0;
}

static double halves(const char *from, long count, double *to, void *(*work)(void *)) {
    long half = count / 2;
    struct part first = {from, half, to, 0};
    struct part second = {from + 8 * half, count - half, to + half, 0};
    pthread_t thread;
    pthread_create(&thread, 0, work, &second);
    work(&first);
    pthread_join(thread, 0);
    return first.sum + second.sum;
}

double sum_halves(const char *from, long count) {
    double none;
    return halves(from, count, &none, sum_part);
}

void copy_halves(const char *from, long count, double *to) {
    halves(from, count, to, copy_part);
}

// Reads a file from an offset to its end, and adds up what is in it.
double scan(const char *path, long offset) {
    int file = open(path, O_RDONLY);
    char *block = malloc(BLOCK);
    double sum = 0;
    for (long got = pread(file, block, BLOCK, offset); got > 0; got = pread(file, block, BLOCK, offset)) {
        sum += sum_lanes(block, 8, 8, got / 8);
        offset += got;
    }
    free(block);
    close(file);
    return sum;
}

// Has the system forget a file, and returns how many of its pages it still holds: those that somebody has mapped.
long forget(const char *path) {
    int file = open(path, O_RDONLY);
    if (file < 0) return -1;
    struct stat status;
    fstat(file, &status);
    fdatasync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    long pages = (status.st_size + 4095) / 4096;
    unsigned char *held = malloc(pages);
    void *map = mmap(0, status.st_size, PROT_READ, MAP_SHARED, file, 0);
    long count = 0;
    if (mincore(map, status.st_size, held) == 0) {
        for (long page = 0; page < pages; page++) count += held[page] & 1;
    }
    munmap(map, status.st_size);
    free(held);
    close(file);
    return count;
}
