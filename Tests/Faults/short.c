// Loaded before the C library: the SHORT_AT-th call that writes gets half of its bytes down and says so, as a disk or a
// share may do at any time. With SHORT_COUNT, the number of such calls is written to that file at the end.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;
static pid_t first;
static long at;

__attribute__((constructor)) static void begin(void) {
    first = getpid();
    const char *text = getenv("SHORT_AT");
    at = text ? atol(text) : 0;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("SHORT_COUNT");
    FILE *file = path && getpid() == first ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
}

// Only files count: a pipe to a helper process has its own rules.
static size_t allowed(int descriptor, size_t bytes) {
    struct stat status;
    if (bytes < 2 || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return bytes;
    return atomic_fetch_add(&calls, 1) + 1 == at ? bytes / 2 : bytes;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void *bytes, size_t count) {
    return REAL(write)(descriptor, bytes, allowed(descriptor, count));
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t place) {
    return REAL(pwrite)(descriptor, bytes, allowed(descriptor, count), place);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t place) {
    return REAL(pwrite64)(descriptor, bytes, allowed(descriptor, count), place);
}

ssize_t copy_file_range(int from, off64_t *here, int to, off64_t *there, size_t count, unsigned flags) {
    return REAL(copy_file_range)(from, here, to, there, allowed(to, count), flags);
}
