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
    return inotify_add_watch(watch, path, events) < 0 ? -1 : 0;
}

int clinux_watch_drain(int watch) {
    char buffer[65536];
    int found = 0;
    for (;;) {
        ssize_t count = read(watch, buffer, sizeof buffer);
        if (count > 0) {
            for (char *next = buffer; next < buffer + count;) {
                struct inotify_event *event = (struct inotify_event *)next;
                // That a watch went with its folder is no news: the folder's own end was told before.
                if (event->mask != IN_IGNORED) found = 1;
                next += sizeof *event + event->len;
            }
            continue;
        }
        if (count < 0 && errno == EINTR) continue;
        return found;
    }
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
