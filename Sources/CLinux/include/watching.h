// What the daemon waits for: changes in folders, signals, and its service manager.
#ifndef CLINUX_WATCHING_H
#define CLINUX_WATCHING_H

// inotify_init1(2), not blocking.
int clinux_watch_open(void);

// Watches the folder behind a descriptor for names that come, go or are closed after writing. 0, or -1 with errno
// (ENOSPC: the system's limit of watches is reached).
int clinux_watch_add(int watch, int folder);

// Takes all events away: 1 where there were any, 0 where there were none.
int clinux_watch_drain(int watch);

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
