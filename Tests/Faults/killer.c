// killer LOG CALL NUMBER COMMAND…: runs the command, and kills the process whose thread is the first to come to its
// NUMBER-th CALL, before that is done. What strace does with `inject=CALL:signal=KILL:when=NUMBER`; but that stops the
// processes at every call, and this at the one in question only. LOG says whether it was done, and whether to the first
// process or to one that it had started.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct { const char *name; int number; } calls[] = {
#define CALL(name) {#name, SYS_##name},
    CALL(openat) CALL(openat2) CALL(write) CALL(pwrite64) CALL(writev) CALL(pwritev) CALL(renameat2) CALL(linkat)
    CALL(symlinkat) CALL(unlinkat) CALL(mkdirat) CALL(fsync) CALL(fdatasync) CALL(syncfs) CALL(ftruncate)
    CALL(truncate) CALL(fallocate) CALL(close) CALL(fchmod) CALL(fchmodat) CALL(utimensat) CALL(copy_file_range)
    CALL(sendfile) CALL(ioctl)
#ifdef SYS_renameat
    CALL(renameat)
#endif
#ifdef SYS_open
    CALL(open) CALL(creat) CALL(rename) CALL(link) CALL(symlink) CALL(unlink) CALL(rmdir) CALL(mkdir) CALL(chmod)
#endif
};

static int number_of(const char *name) {
    for (size_t index = 0; index < sizeof calls / sizeof *calls; index++)
        if (strcmp(calls[index].name, name) == 0) return calls[index].number;
    fprintf(stderr, "killer: no call %s\n", name);
    exit(2);
}

static void begin(int number, char **command) {
    struct sock_filter lines[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = {sizeof lines / sizeof *lines, lines};
    raise(SIGSTOP);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter)) _exit(126);
    execv(command[0], command);
    _exit(127);
}

// How often each thread has made the call; a pass has some dozens of them.
static struct { pid_t thread; long count; } threads[4096];

static long *count_of(pid_t thread) {
    size_t index = 0;
    while (threads[index].thread && threads[index].thread != thread) index++;
    if (index == sizeof threads / sizeof *threads - 1) exit(2);
    threads[index].thread = thread;
    return &threads[index].count;
}

static pid_t group_of(pid_t thread) {
    char path[64], line[256];
    int group = 0;
    snprintf(path, sizeof path, "/proc/%d/status", thread);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file) && sscanf(line, "Tgid: %d", &group) != 1) {}
    if (file) fclose(file);
    return group;
}

int main(int count, char **words) {
    if (count < 5) return 2;
    int number = number_of(words[2]), status, code = 2;
    long place = atol(words[3]);
    FILE *log = fopen(words[1], "w");
    pid_t first = fork();
    if (first == 0) begin(number, words + 4);
    waitpid(first, &status, WUNTRACED);
    long options = PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK
        | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
    if (ptrace(PTRACE_SEIZE, first, 0, options) != 0) return 2;
    kill(first, SIGCONT);
    int is_done = 0;
    pid_t thread;
    while ((thread = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR) {
        if (thread <= 0) continue;
        if (!WIFSTOPPED(status)) {
            if (thread == first) code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            continue;
        }
        int event = status >> 16, signal = WSTOPSIG(status);
        if (event == PTRACE_EVENT_SECCOMP && ++*count_of(thread) == place && !is_done) {
            is_done = 1;
            fprintf(log, "killed by SIGKILL%s\n", group_of(thread) == first ? "" : ": CLD_KILLED");
            kill(thread, SIGKILL);
            continue;
        }
        if (event == PTRACE_EVENT_STOP && signal != SIGTRAP) {
            ptrace(PTRACE_LISTEN, thread, 0, 0);
        } else {
            ptrace(PTRACE_CONT, thread, 0, event ? 0 : signal);
        }
    }
    fclose(log);
    return code;
}
