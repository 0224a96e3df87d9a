#define _GNU_SOURCE
#include "watching.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int clinux_watch_open(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

int clinux_watch_add(int watch, int folder) {
    // Through the descriptor: what was opened is what is watched, whatever its path names by now.
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", folder);
    unsigned int events = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_MOVE_SELF
        | IN_DELETE_SELF | IN_ONLYDIR;
    return inotify_add_watch(watch, path, events);
}

void clinux_watch_remove(int watch, int number) { inotify_rm_watch(watch, number); }

long clinux_watch_read(int watch, void *buffer, unsigned long size) {
    for (;;) {
        ssize_t count = read(watch, buffer, size);
        if (count >= 0) return count;
        if (errno != EINTR) return 0;
    }
}

long clinux_watch_event(const void *buffer, long offset, struct clinux_watch_event *event) {
    const struct inotify_event *told = (const struct inotify_event *)((const char *)buffer + offset);
    event->watch = told->wd;
    event->what = 0;
    if ((told->mask & IN_ISDIR) && (told->mask & (IN_CREATE | IN_MOVED_TO))) event->what |= CLINUX_WATCH_FOLDER;
    if (told->mask & (IN_MOVE_SELF | IN_DELETE_SELF | IN_UNMOUNT)) event->what |= CLINUX_WATCH_SELF;
    if (told->mask == IN_IGNORED) event->what |= CLINUX_WATCH_END;
    if (told->mask & IN_Q_OVERFLOW) event->what |= CLINUX_WATCH_LOST;
    if (told->mask & IN_MOVED_TO) event->what |= CLINUX_WATCH_MOVED;
    event->name = told->len > 0 ? told->name : "";
    return offset + (long)sizeof *told + told->len;
}

int clinux_signals_open(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0) return -1;
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int clinux_next_signal(int signals) {
    struct signalfd_siginfo told;
    return read(signals, &told, sizeof told) == sizeof told ? (int)told.ssi_signo : 0;
}

void clinux_wait(int one, int other, int milliseconds) {
    struct pollfd waited[2] = {{.fd = one, .events = POLLIN}, {.fd = other, .events = POLLIN}};
    poll(waited, 2, milliseconds);
}

int clinux_notify(const char *path, const char *message) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = strlen(path);
    if (length == 0 || length >= sizeof address.sun_path) return -1;
    memcpy(address.sun_path, path, length);
    if (path[0] == '@') address.sun_path[0] = 0;
    int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -1;
    ssize_t sent = sendto(descriptor, message, strlen(message), MSG_NOSIGNAL | MSG_DONTWAIT,
        (struct sockaddr *)&address, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length));
    close(descriptor);
    return sent < 0 ? -1 : 0;
}
