// The few calls of the kernel that Glibc's module map hides, or that have no wrapper in glibc 2.36.
#ifndef CLINUX_H
#define CLINUX_H

#include <stddef.h>
#include <sys/types.h>

#include "watching.h"
#include "workers.h"

// openat2(2), system call 437: opens `path` below `directory` and refuses links, escapes and other mounts by itself.
int clinux_open_beneath(int directory, const char *path, int flags, unsigned int mode, int may_cross_mounts);

// renameat2(2) with RENAME_NOREPLACE: fails with EEXIST rather than replace. Falls back to a check and a rename
// where the file system doesn't know the flag.
int clinux_rename_new(int old_directory, const char *old_path, int new_directory, const char *new_path);

// renameat2(2) with RENAME_EXCHANGE.
int clinux_exchange(int old_directory, const char *old_path, int new_directory, const char *new_path);

// statx(2): when the file or folder came into being, in nanoseconds; 0 where its file system doesn't tell.
long long clinux_birth(int descriptor);

// statx(2): by which mount the folder is seen; 0 where the kernel (before 5.8) doesn't tell.
unsigned long long clinux_mount(int descriptor);

// syncfs(2).
int clinux_syncfs(int descriptor);

// A read lease that is given back at once. 0: nobody on this machine can write to the file. EAGAIN: somebody can.
// Any other errno: leases can't tell here.
int clinux_probe_writers(int descriptor);

// The whole of `source` into the empty `target`: by a clone where the file system can, else by copy_file_range(2),
// else by read and write. `moved` is called after each piece. Returns 0 or -1 with errno.
int clinux_copy_file(int source, int target, void (*moved)(void));

// mallopt(3): what is allocated in pieces of 64 KiB and more goes back to the system when it is freed, and threads share
// what is kept.
void clinux_give_back_large_memory(void);

// 1 where the descriptor's file system is reached over a network, 0 where it is local, -1 with errno.
int clinux_is_network(int descriptor);

// A lock on the whole file that belongs to the open description. 0 taken, -1 with errno (EWOULDBLOCK: held).
int clinux_try_lock(int descriptor);

// The day (year, month 1..12, day) that it is at `seconds` in the zone of TZ, and the way back from a clock's reading.
void clinux_local_day(long long seconds, int day[3]);
// How far the zone's clock is ahead of UTC at `seconds`; its short name, such as CST, is cut to fit.
long long clinux_local_offset(long long seconds, char name[16]);
long long clinux_local_moment(const int reading[6]);

#endif
