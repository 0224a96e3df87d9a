internal import CLinux
internal import Glibc
internal import Synchronization

/// Hints that something changed in watched folders. They may be missing (a network share, too many folders) and may
/// come of our own writing: a listing is the truth.
package final class FolderWatch: Sendable {
    /// What came since the last look.
    package struct News: Sendable {
        package var isAny = false
        /// More came than was told, or a folder went from which all watching began.
        package var isLost = false
        /// All that came was moved into folders from which watching began, as what is whole is as a rule.
        package var isWhole = true
        /// The folders and names that were touched.
        package var paths: Set<String> = []
        /// Folders that came.
        package var folders: [NewFolder] = []
        /// Watched folders that are now elsewhere.
        fileprivate var moved: Set<Int32> = []
    }

    /// A folder that came into a watched one and isn't watched yet.
    package struct NewFolder: Sendable {
        package var path: String
        fileprivate var depth: Int
        fileprivate var parent: Int32
    }

    private struct Spot {
        var path: String
        var depth: Int
        /// The watch of the folder in which it lies; nil where watching began.
        var parent: Int32?
        /// The look at everything in which it was there last.
        var round = 0
    }

    private struct Spots {
        var all: [Int32: Spot] = [:]
        private var numbers: [String: Int32] = [:]

        mutating func put(_ spot: Spot, _ number: Int32) {
            remove(number)
            all[number] = spot
            numbers[spot.path] = number
        }

        mutating func remove(_ number: Int32) {
            guard let spot = all.removeValue(forKey: number), numbers[spot.path] == number else { return }
            numbers.removeValue(forKey: spot.path)
        }

        func has(_ path: String) -> Bool { numbers[path] != nil }
    }

    let descriptor: Int32
    private let spots = Mutex(Spots())
    private let round = Atomic(0)

    /// More names than this are as good as all.
    private static let mostPaths = 10_000

    /// Nil where the system has no watches left.
    package init?() {
        descriptor = clinux_watch_open()
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// How many folders are watched.
    package var count: Int { spots.withLock { $0.all.count } }

    /// Whether the folder that is told of as `path` is watched itself, and not only the one in which it lies.
    package func isWatching(_ path: String) -> Bool { spots.withLock { $0.has(path) } }

    /// Everything is added again by `body`; what isn't, is watched no longer.
    package func startOver(_ body: () -> Void) {
        let now = round.add(1, ordering: .relaxed).newValue
        body()
        spots.withLock { spots in
            for number in spots.all.filter({ $0.value.round < now }).keys {
                clinux_watch_remove(descriptor, number)
                spots.remove(number)
            }
        }
    }

    /// Watches a folder, told of as `path`, and the folders in it, `depth` levels deep; watching one twice is no harm.
    /// False where not all of them could be watched.
    package func add(_ folder: Folder, as path: String, depth: Int, room: inout Int) -> Bool {
        add(folder, Spot(path: path, depth: depth, parent: nil), &room)
    }

    /// Watches one that came.
    package func add(_ folder: Folder, _ new: NewFolder, room: inout Int) -> Bool {
        add(folder, Spot(path: new.path, depth: new.depth, parent: new.parent), &room)
    }

    private func add(_ folder: Folder, _ spot: Spot, _ room: inout Int) -> Bool {
        guard room > 0 else { return false }
        let number = clinux_watch_add(descriptor, folder.descriptor)
        guard number >= 0 else { return false }
        var present = spot
        present.round = round.load(ordering: .relaxed)
        spots.withLock { $0.put(present, number) }
        room -= 1
        guard spot.depth > 0, let names = try? folder.names(limit: room) else { return true }
        var isWhole = true
        for name in names {
            guard (try? folder.status(name))??.kind == .folder, let inner = try? folder.folder(name) else { continue }
            let below = Spot(path: spot.path + "/" + name, depth: spot.depth - 1, parent: number)
            isWhole = add(inner, below, &room) && isWhole
        }
        return isWhole
    }

    /// Takes what came since the last look.
    package func drain() -> News {
        var news = News()
        var buffer = [UInt64](repeating: 0, count: 8192)
        unsafe buffer.withUnsafeMutableBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            while true {
                let filled = unsafe clinux_watch_read(descriptor, start, UInt(bytes.count))
                guard filled > 0 else { return }
                var offset = 0
                while offset < filled {
                    var event = unsafe clinux_watch_event()
                    offset = unsafe clinux_watch_event(start, offset, &event)
                    let name = unsafe Array(UnsafeBufferPointer(start: event.name, count: strlen(event.name)))
                    take(
                        unsafe event.watch, unsafe event.what,
                        name: name.isEmpty ? nil : fileName(fromBytes: name.map { UInt8(bitPattern: $0) }), into: &news)
                }
            }
        }
        leave(news.moved)
        return news
    }

    /// A watch goes with its folder, to the vault too: what was moved is watched no longer, or anew where it is now.
    private func leave(_ moved: Set<Int32>) {
        if moved.isEmpty { return }
        spots.withLock { spots in
            let left = spots.all.keys.filter { number in
                var above: Int32? = number
                while let one = above, !moved.contains(one) { above = spots.all[one]?.parent }
                return above != nil
            }
            for number in left {
                clinux_watch_remove(descriptor, number)
                spots.remove(number)
            }
        }
    }

    private func take(_ number: Int32, _ what: Int32, name: String?, into news: inout News) {
        func has(_ flag: Int) -> Bool { what & Int32(flag) != 0 }
        if has(CLINUX_WATCH_END) {
            spots.withLock { $0.remove(number) }
            return
        }
        if has(CLINUX_WATCH_LOST) {
            (news.isAny, news.isLost, news.isWhole) = (true, true, false)
            return
        }
        // What is told late of a folder that was left is no news.
        guard let spot = spots.withLock({ $0.all[number] }) else { return }
        news.isAny = true
        if !has(CLINUX_WATCH_MOVED) || spot.parent != nil { news.isWhole = false }
        guard !(has(CLINUX_WATCH_SELF) && spot.parent == nil), news.paths.count < FolderWatch.mostPaths else {
            news.isLost = true
            return
        }
        if has(CLINUX_WATCH_SELF) { news.moved.insert(number) }
        let path = name.map { spot.path + "/" + $0 } ?? spot.path
        news.paths.insert(path)
        if has(CLINUX_WATCH_FOLDER), spot.depth > 0 {
            news.folders.append(NewFolder(path: path, depth: spot.depth - 1, parent: number))
        }
    }
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
