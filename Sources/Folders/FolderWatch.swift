internal import CLinux
internal import Glibc

/// Hints that something changed in watched folders. They may be missing (a network share, too many folders) and may
/// come of our own writing: a listing is the truth.
package final class FolderWatch: Sendable {
    let descriptor: Int32

    /// Nil where the system has no watches left.
    package init?() {
        descriptor = clinux_watch_open()
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// Watches a folder and the folders in it, `depth` levels deep; watching one twice is no harm. False where not all
    /// of them could be watched.
    package func add(_ folder: Folder, depth: Int, room: inout Int) -> Bool {
        guard room > 0, clinux_watch_add(descriptor, folder.descriptor) == 0 else { return false }
        room -= 1
        guard depth > 0, let names = try? folder.names(limit: room) else { return true }
        var isWhole = true
        for name in names {
            guard (try? folder.status(name))??.kind == .folder, let inner = try? folder.folder(name) else { continue }
            isWhole = add(inner, depth: depth - 1, room: &room) && isWhole
        }
        return isWhole
    }

    /// Whether anything came since the last look.
    package func drain() -> Bool { clinux_watch_drain(descriptor) == 1 }
}

/// The signals that a daemon lives by, told instead of suffered. Made before any thread is started.
package final class SignalDesk: Sendable {
    package enum Word: Sendable { case end, readAgain }

    let descriptor: Int32

    package init() throws(IOFailure) {
        descriptor = clinux_signals_open()
        if descriptor < 0 { throw .last("listen for", "signals") }
    }

    deinit { close(descriptor) }

    /// The next signal that has come; nil where none has.
    package func next() -> Word? {
        switch clinux_next_signal(descriptor) {
        case 0: nil
        case SIGHUP: .readAgain
        default: .end
        }
    }

    /// Sleeps until a signal or a hint comes, or the time is over.
    package func wait(_ watch: FolderWatch?, nanoseconds: Int64) {
        clinux_wait(descriptor, watch?.descriptor ?? -1, Int32(clamping: (max(0, nanoseconds) + 999_999) / 1_000_000))
    }
}

/// Words to the service manager that started the daemon (systemd's notify socket); silent where there is none.
package struct ServiceManager: Sendable {
    private let socket: String?
    /// How often it wants to hear that all is well, in nanoseconds; nil where it doesn't ask.
    package let heartbeat: Int64?

    package init() {
        socket = ServiceManager.variable("NOTIFY_SOCKET")
        heartbeat = ServiceManager.variable("WATCHDOG_USEC").flatMap { Int64($0) }.map { $0 * 1000 / 3 }
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// Such as `READY=1` or `STATUS=…`, one or more lines.
    package func tell(_ message: String) {
        guard let socket else { return }
        _ = unsafe clinux_notify(socket, message)
    }
}
