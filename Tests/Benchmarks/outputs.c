// Makes what a pass left in Outbox once more, with nothing to check or to think of: folders, files with the same bytes,
// and hard links where it laid links; and removes the folders in another one; then one flush. On as many processes as
// there are processors. No design that writes these files, and removes those, is faster.
//
// Usage: outputs OUTBOX COPY [REMOVED]
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *to;
static size_t from_length;
static long part, parts, folder_number;
static char buffer[1 << 18];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void copy(const char *path, const char *target) {
    int source = open(path, O_RDONLY | O_CLOEXEC), made = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (source < 0 || made < 0) fail(target);
    for (ssize_t count; (count = read(source, buffer, sizeof buffer)) != 0;)
        if (count < 0 || write(made, buffer, count) != count) fail(target);
    close(source);
    if (close(made) != 0) fail(target);
}

static int again(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)place;
    char target[4096];
    if (snprintf(target, sizeof target, "%s%s", to, path + from_length) >= (int)sizeof target) fail(path);
    if (kind == FTW_D) {
        folder_number++;
        // Each process makes the folders that it needs, and what is above them.
        if (mkdir(target, 0755) != 0 && errno != EEXIST) fail(target);
    } else if (kind == FTW_F && folder_number % parts == part) {
        if (status->st_nlink > 1) {
            if (link(path, target) != 0) fail(target);
        } else {
            copy(path, target);
        }
    }
    return 0;
}

static int gone(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)kind, (void)place;
    return remove(path);
}

// Removes this process's share of the folders in one: by their names, for the listing changes meanwhile.
static int clear(const char *top) {
    DIR *folder = opendir(top);
    if (folder == NULL) fail(top);
    char path[4096];
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        unsigned sum = 0;
        for (const char *letter = entry->d_name; *letter; letter++) sum = sum * 31 + (unsigned char)*letter;
        if (entry->d_name[0] == '.' || sum % parts != (unsigned long)part) continue;
        if (snprintf(path, sizeof path, "%s/%s", top, entry->d_name) >= (int)sizeof path) fail(top);
        if (nftw(path, gone, 64, FTW_PHYS | FTW_DEPTH) != 0) fail(path);
    }
    return closedir(folder);
}

int main(int count, char **words) {
    if (count != 3 && count != 4) return 64;
    to = words[2];
    from_length = strlen(words[1]);
    parts = sysconf(_SC_NPROCESSORS_ONLN);
    for (part = 0; part < parts; part++)
        if (fork() == 0) exit(nftw(words[1], again, 64, FTW_PHYS) == 0 && (count == 3 || clear(words[3]) == 0) ? 0 : 1);
    int status, failed = 0;
    while (wait(&status) > 0) failed |= status;
    int made = open(to, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (failed || made < 0 || syncfs(made) != 0) return 1;
    return 0;
}
