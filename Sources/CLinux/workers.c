#define _GNU_SOURCE
#include "workers.h"
#include "seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

int clinux_start_worker(const char *path, char *const arguments[], char *const environment[], int keep_errors,
    int passed, pid_t *process) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return -1;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
    posix_spawn_file_actions_adddup2(&actions, 0, 1);
    if (!keep_errors) posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    if (passed >= 0) posix_spawn_file_actions_adddup2(&actions, passed, 3);
    posix_spawn_file_actions_addclosefrom_np(&actions, passed >= 0 ? 4 : 3);
    // What the parent ignores or holds back is its own affair: a terminal's Ctrl-C is for the parent, which ends us.
    sigset_t none, defaults;
    sigemptyset(&none);
    sigfillset(&defaults);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    int error = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close(ends[1]);
    if (error == 0) return ends[0];
    close(ends[0]);
    errno = error;
    return -1;
}

static int bound(int resource, rlim_t value) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return -1;
    if (limit.rlim_max > value) limit.rlim_max = value;
    limit.rlim_cur = limit.rlim_max;
    return setrlimit(resource, &limit);
}

// No PR_SET_PDEATHSIG: it strikes when the parent's *thread* that started us ends, though the parent lives on, and a
// document would take the blame. The end of the input and the limit of CPU time end an orphan as surely.
int clinux_seal_worker(unsigned long long memory) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -1;
    if (bound(RLIMIT_CORE, 0) != 0 || bound(RLIMIT_FSIZE, 0) != 0 || bound(RLIMIT_NOFILE, 0) != 0) return -1;
#ifndef HAS_SANITIZER
    // A sanitizer's shadow alone is terabytes.
    if (bound(RLIMIT_AS, memory) != 0) return -1;
#else
    (void)memory;
#endif
    if (bound(RLIMIT_NPROC, 0) != 0) return -1;
#ifndef HAS_SANITIZER
    if (clinux_refuse_calls() != 0) return -1;
#endif
    return 0;
}

const void *clinux_map_file(int descriptor, size_t *size) {
    struct stat status;
    if (fstat(descriptor, &status) != 0) return NULL;
    *size = (size_t)status.st_size;
    // A mapping of nothing is refused; one page of zeros stands for it.
    void *start = *size == 0 ? mmap(NULL, 1, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                             : mmap(NULL, *size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    return start == MAP_FAILED ? NULL : start;
}

void clinux_keep_memory(int bytes) {
    mallopt(M_TRIM_THRESHOLD, bytes);
    mallopt(M_MMAP_THRESHOLD, bytes);
}

int clinux_allow_cpu(unsigned int seconds) {
    struct rusage usage;
    struct rlimit limit;
    if (getrusage(RUSAGE_SELF, &usage) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return -1;
    rlim_t used = (rlim_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1);
    rlim_t wanted = used + seconds;
    // The hard limit stays as it was: it could never be raised again for the next request.
    limit.rlim_cur = wanted < limit.rlim_max ? wanted : limit.rlim_max;
    return setrlimit(RLIMIT_CPU, &limit);
}

int clinux_end_worker(pid_t process, int milliseconds) {
    int status = 0;
    for (int waited = 0;; waited++) {
        pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended == process) return status;
        if (ended < 0 && errno != EINTR) return -1;
        if (waited >= milliseconds) break;
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    kill(process, SIGKILL);
    for (;;) {
        pid_t ended = waitpid(process, &status, 0);
        if (ended == process) return status;
        if (ended < 0 && errno != EINTR) return -1;
    }
}

ssize_t clinux_send(int descriptor, const void *bytes, size_t count) {
    for (;;) {
        ssize_t sent = send(descriptor, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0 || errno != EINTR) return sent;
    }
}

ssize_t clinux_receive(int descriptor, void *bytes, size_t count) {
    for (;;) {
        ssize_t received = recv(descriptor, bytes, count, MSG_DONTWAIT);
        if (received >= 0 || errno != EINTR) return received;
    }
}

int clinux_await(int descriptor, int writing, int milliseconds) {
    struct pollfd entry = {.fd = descriptor, .events = writing ? POLLOUT : POLLIN};
    int ready = poll(&entry, 1, milliseconds);
    return ready > 0 ? 1 : ready;
}
