// What the daemon waits for: changes in folders, signals, and its service manager.
#ifndef CLINUX_WATCHING_H
#define CLINUX_WATCHING_H

// inotify_init1(2), not blocking.
int clinux_watch_open(void);

// Watches the folder behind a descriptor for names that come, go or are closed after writing. The watch's number, or -1
// with errno (ENOSPC: the system's limit of watches is reached).
int clinux_watch_add(int watch, int folder);

// Ends one watch.
void clinux_watch_remove(int watch, int number);

enum {
    CLINUX_WATCH_FOLDER = 1,  // a folder came
    CLINUX_WATCH_SELF = 2,    // the watched folder itself went or was moved
    CLINUX_WATCH_END = 4,     // the watch went with its folder; no news
    CLINUX_WATCH_LOST = 8,    // there was no room for all events
    CLINUX_WATCH_MOVED = 16,  // it was moved here, as what is whole is as a rule
};

// One event: the watch's number, what it is, and the name in the watched folder, empty where it is of none.
struct clinux_watch_event {
    int watch;
    int what;
    const char *name;
};

// Takes events away into the buffer; how many bytes of it they fill, 0 where there are none.
long clinux_watch_read(int watch, void *buffer, unsigned long size);

// The event that begins `offset` bytes into the buffer; the offset of the next.
long clinux_watch_event(const void *buffer, long offset, struct clinux_watch_event *event);

// Keeps SIGTERM, SIGINT and SIGHUP from their usual effect in this thread and all that it starts later, and returns a
// descriptor that tells of them.
int clinux_signals_open(void);

// The next signal that has come, 0 where none has.
int clinux_next_signal(int signals);

// Waits until one of the descriptors can be read (a negative one never can) or the time is over.
void clinux_wait(int one, int other, int milliseconds);

// Sends one datagram to a service manager's socket; `@` at the start of its path means an abstract one. 0 or -1.
int clinux_notify(const char *path, const char *message);

#endif
