// Processes that read untrusted bytes: how they are started, watched and shut in.
#ifndef CLINUX_WORKERS_H
#define CLINUX_WORKERS_H

#include <sys/types.h>

// Starts `path` with one end of a socket as its standard input and output and no other descriptor but standard error,
// which is /dev/null unless `keep_errors`, and `passed` as descriptor 3 unless that is -1. Returns the other end, or -1
// with errno.
int clinux_start_worker(const char *path, char *const arguments[], char *const environment[], int keep_errors,
    int passed, pid_t *process);

// Shuts the calling process in: nothing can be opened, written to disk, started or dumped any more, memory is bounded,
// and the calls that reach other processes or the file system by name are refused. Never undone.
int clinux_seal_worker(unsigned long long memory);

// Maps the whole file behind a descriptor for reading, and says how long it is. Null with errno.
const void *clinux_map_file(int descriptor, size_t *size);

// Keeps up to `bytes` of freed memory for what comes next. Given back and fetched anew for each request, it takes longer
// than most requests do.
void clinux_keep_memory(int bytes);

// Lets the calling process use `seconds` of CPU time more, then die of SIGXCPU.
int clinux_allow_cpu(unsigned int seconds);

// Waits for the process to end by itself for so long, then ends it. Its wait status, or -1 where nothing is known.
int clinux_end_worker(pid_t process, int milliseconds);

// Sends or receives what it can without waiting; then -1 with EAGAIN. A closed other side raises no signal.
ssize_t clinux_send(int descriptor, const void *bytes, size_t count);
ssize_t clinux_receive(int descriptor, void *bytes, size_t count);

// Waits until the descriptor can be read from (or, with `writing`, written to). 1 ready, 0 time is over, -1 with errno.
int clinux_await(int descriptor, int writing, int milliseconds);

#endif
