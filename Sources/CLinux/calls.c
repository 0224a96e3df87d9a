#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/openat2.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

int clinux_open_beneath(int directory, const char *path, int flags, unsigned int mode, int may_cross_mounts) {
    struct open_how how = {
        .flags = (unsigned long long)flags | O_CLOEXEC,
        .mode = mode,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS
            | (may_cross_mounts ? 0 : RESOLVE_NO_XDEV),
    };
    for (;;) {
        long result = syscall(SYS_openat2, directory, path, &how, sizeof how);
        // EAGAIN: a rename elsewhere raced with the walk; the manual says to try again.
        if (result >= 0 || (errno != EINTR && errno != EAGAIN)) return (int)result;
    }
}

int clinux_rename_new(int old_directory, const char *old_path, int new_directory, const char *new_path) {
    if (renameat2(old_directory, old_path, new_directory, new_path, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    struct stat status;
    if (fstatat(new_directory, new_path, &status, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return -1;
    }
    return renameat(old_directory, old_path, new_directory, new_path);
}

int clinux_exchange(int old_directory, const char *old_path, int new_directory, const char *new_path) {
    return renameat2(old_directory, old_path, new_directory, new_path, RENAME_EXCHANGE);
}

long long clinux_birth(int descriptor) {
    struct statx status;
    if (statx(descriptor, "", AT_EMPTY_PATH, STATX_BTIME, &status) != 0) return 0;
    if ((status.stx_mask & STATX_BTIME) == 0) return 0;
    return (long long)status.stx_btime.tv_sec * 1000000000 + status.stx_btime.tv_nsec;
}

unsigned long long clinux_mount(int descriptor) {
    struct statx status;
    if (statx(descriptor, "", AT_EMPTY_PATH, STATX_MNT_ID, &status) != 0) return 0;
    return (status.stx_mask & STATX_MNT_ID) == 0 ? 0 : status.stx_mnt_id;
}

int clinux_syncfs(int descriptor) { return syncfs(descriptor); }

int clinux_probe_writers(int descriptor) {
    // Who opens the file for writing while the lease holds makes the kernel send its holder SIGIO, which would end us.
    static int is_ignored;
    if (!is_ignored) is_ignored = signal(SIGIO, SIG_IGN) != SIG_ERR;
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0) return -1;
    return fcntl(descriptor, F_SETLEASE, F_UNLCK);
}

struct copying {
    int source, target;
    off_t done, written;
    void (*moved)(void);
};

// Now and then a copy waits until its target has what it was given. What a slow disk or share is still owed at the end is
// written by one call, and nobody sees how far that has come.
static int note_moved(struct copying *copy, ssize_t count) {
    copy->done += count;
    copy->moved();
    off_t ahead = copy->done - copy->written;
    if (ahead < 64 << 20) return 0;
    int result = sync_file_range(
        copy->target, copy->written, ahead, SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
    copy->written = copy->done;
    // Not every file system can be asked for this; only what was lost is a failure.
    return result != 0 && (errno == EIO || errno == ENOSPC || errno == EDQUOT) ? -1 : 0;
}

static int copy_by_hand(struct copying *copy) {
    char buffer[65536];
    for (;;) {
        ssize_t count = read(copy->source, buffer, sizeof buffer);
        if (count == 0) return 0;
        if (count < 0) {
            if (errno == EINTR) continue;
            return -1;
        }
        for (ssize_t done = 0; done < count;) {
            ssize_t written = write(copy->target, buffer + done, (size_t)(count - done));
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return -1;
            done += written;
        }
        if (note_moved(copy, count) != 0) return -1;
    }
}

int clinux_copy_file(int source, int target, void (*moved)(void)) {
    if (ioctl(target, FICLONE, source) == 0) return 0;
    struct copying copy = {.source = source, .target = target, .moved = moved};
    for (;;) {
        // A piece that a slow share has soon.
        ssize_t count = copy_file_range(source, NULL, target, NULL, 16 << 20, 0);
        if (count == 0) {
            // Some file systems answer 0 for files whose size they don't know: make sure by hand.
            return copy.done > 0 ? 0 : copy_by_hand(&copy);
        }
        if (count > 0) {
            if (note_moved(&copy, count) != 0) return -1;
            continue;
        }
        if (errno == EINTR) continue;
        int is_refused = errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP || errno == EPERM;
        return copy.done == 0 && is_refused ? copy_by_hand(&copy) : -1;
    }
}

int clinux_is_network(int descriptor) {
    struct statfs status;
    if (fstatfs(descriptor, &status) != 0) return -1;
    switch ((unsigned long)status.f_type & 0xFFFFFFFFul) {
    case 0x6969:      // NFS
    case 0x517B:      // SMB
    case 0xFF534D42:  // CIFS
    case 0xFE534D42:  // SMB2
    case 0x01021997:  // 9P
    case 0x00C36400:  // Ceph
    case 0x5346414F:  // AFS
    case 0x564C:      // NCP
        return 1;
    default:
        return 0;
    }
}

int clinux_try_lock(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }

void clinux_local_day(long long seconds, int day[3]) {
    time_t moment = (time_t)seconds;
    struct tm parts;
    localtime_r(&moment, &parts);
    day[0] = parts.tm_year + 1900;
    day[1] = parts.tm_mon + 1;
    day[2] = parts.tm_mday;
}

long long clinux_local_offset(long long seconds, char name[16]) {
    time_t moment = (time_t)seconds;
    struct tm parts;
    memset(&parts, 0, sizeof parts);
    localtime_r(&moment, &parts);
    const char *zone = parts.tm_zone != NULL ? parts.tm_zone : "";
    size_t length = strlen(zone);
    if (length > 15) length = 15;
    memcpy(name, zone, length);
    name[length] = 0;
    return parts.tm_gmtoff;
}

long long clinux_local_moment(const int reading[6]) {
    struct tm parts = {
        .tm_year = reading[0] - 1900, .tm_mon = reading[1] - 1, .tm_mday = reading[2],
        .tm_hour = reading[3], .tm_min = reading[4], .tm_sec = reading[5], .tm_isdst = -1,
    };
    return (long long)mktime(&parts);
}

void clinux_give_back_large_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 64 * 1024);
    mallopt(M_ARENA_MAX, 1);
}
