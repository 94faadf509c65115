/* Times kernels side by side for `cargo xtask kernels --search`. The data are random words: how fast
   a kernel is does not depend on them, and kernels that compute the same find the same.
   usage: race VERSION BOUND_OFFSET BOUND_WORDS ROUNDS VERIFY
   prints one line for each variant: checksum of its records, lower-quartile nanoseconds a hash. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef uint64_t kernel(void *constants, void *a, void *b, uint64_t turns, void *records, void *more);
extern kernel *const variants[];
extern const unsigned variant_count, variant_hashes[];

enum { HASHES = 1 << 16, ROWS = 64, VERSIONS = 128 };
static uint8_t constants[1 << 12] __attribute__((aligned(64)));
static uint8_t buffers[2][1 << 16] __attribute__((aligned(4096)));
static uint8_t groups[(VERSIONS + 64) * 64] __attribute__((aligned(64)));
static uint8_t rows[(HASHES / VERSIONS + 16) * 256] __attribute__((aligned(64)));
static uint32_t records[4 * HASHES];

static uint64_t run(unsigned v, int version) {
    uint64_t hashes = variant_hashes[v];
    if (!version)
        return variants[v](constants, buffers[0], buffers[1], HASHES / hashes + 4, records, 0);
    uint64_t of_group = hashes * 64, count = (VERSIONS + hashes - 1) / hashes;
    void *more[4] = {rows, groups + of_group * (count - 1), groups + of_group * count, groups};
    return variants[v](constants, buffers[0], buffers[1], count * (HASHES / VERSIONS) + 3, records, more);
}

static int order(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc != 6) return 2;
    int version = atoi(argv[1]), offset = atoi(argv[2]), words = atoi(argv[3]), rounds = atoi(argv[4]);
    int verify = atoi(argv[5]);
    uint64_t seed = 88172645463325252;
    uint8_t *all[] = {constants, groups, rows};
    size_t sizes[] = {sizeof constants, sizeof groups, sizeof rows};
    for (int i = 0; i < 3; i++)
        for (size_t at = 0; at < sizes[i]; at++) {
            seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
            all[i][at] = seed;
        }
    uint32_t bound = verify ? 0x00ffffff : 0;
    for (int i = 0; i < words; i++) memcpy(constants + offset + 4 * i, &bound, 4);
    double *times = calloc(variant_count * rounds, sizeof *times);
    uint64_t *sums = calloc(variant_count, sizeof *sums);
    for (int round = 0; round < rounds; round++)
        for (unsigned v = 0; v < variant_count; v++) {
            double start = now();
            uint64_t end = run(v, version);
            times[v * rounds + round] = (now() - start) / HASHES;
            /* The first four turns see what the turn before them left. */
            uint64_t sum = 0;
            for (uint32_t *r = records; (uint64_t)r < end; r += 2) sum = sum * 1000003 + r[0] * 31 + r[1];
            sums[v] = sum;
        }
    for (unsigned v = 0; v < variant_count; v++) {
        qsort(times + v * rounds, rounds, sizeof *times, order);
        printf("%016lx %.5f\n", sums[v], times[v * rounds + rounds / 4]);
    }
}
