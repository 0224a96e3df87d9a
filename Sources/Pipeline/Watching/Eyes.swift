internal import Assessment
internal import Folders

/// The folders that are watched for hints.
final class Eyes {
    let settings: Settings
    let watch = FolderWatch()
    /// Bundles of which nothing was heard since they were listed.
    let quiet = QuietBundles()
    /// Queue folders of which nothing was heard since they were looked at.
    let desks: QuietDesks
    private var isWhole = false
    private var isLost = true
    /// One of the folders isn't there; it may come yet.
    private var isMissing = false
    private var folders: [FolderWatch.NewFolder] = []

    init(settings: Settings) {
        self.settings = settings
        desks = QuietDesks(watch: watch)
    }

    /// More folders than this are listed now and then, not watched.
    private static let room = 20_000

    /// Watches what is there now, new folders too, before a pass looks at them: what changes later is told. Why not all
    /// of it could be watched, if so. `all` has everything looked at again, whatever was heard of it.
    func open(all: Bool) -> String? {
        guard let watch else {
            stirAll()
            return "This system gives no watches; folders are only listed now and then."
        }
        // What came until now, this pass sees.
        _ = haveSeen()
        if all || isLost || isMissing || !isWhole {
            stirAll()
            (isWhole, isMissing) = (true, false)
            watch.startOver { addAll(to: watch) }
        } else {
            var room = max(0, Eyes.room - watch.count)
            for new in folders {
                // Inbox, Outbox and Rubrics may be links; nothing below them is followed.
                let names = pathNames(new.path, most: 1)
                do throws(IOFailure) {
                    let top = try Folder.open(settings.workspace + "/" + names[0])
                    let folder = try names.count > 1 ? top.folder(names[1], crossingMounts: true) : top
                    isWhole = watch.add(folder, new, room: &room) && isWhole
                } catch {
                    // One that may not be read is no matter of watches: a pass says what becomes of it.
                    isWhole = isWhole && (error.isMissing || error.isForbidden || error.isConfined)
                }
            }
        }
        (isLost, folders) = (false, [])
        if isWhole { return nil }
        return "Not every folder can be watched (see fs.inotify.max_user_watches); the rest is listed now and then."
    }

    private func stirAll() {
        quiet.stirAll()
        desks.stirAll()
    }

    private func addAll(to watch: FolderWatch) {
        for (path, depth) in [("Inbox", 32), ("Outbox/Queues", 2), ("Rubrics", Librarian.depth)] {
            guard let folder = try? Folder.open(settings.workspace + "/" + path) else {
                isMissing = true
                continue
            }
            var room = Eyes.room
            isWhole = watch.add(folder, as: path, depth: depth, room: &room) && isWhole
        }
    }

    /// What came, if anything did; it is remembered for the next pass.
    func haveSeen() -> Hint? {
        guard let news = watch?.drain(), news.isAny else { return nil }
        isLost = isLost || news.isLost
        folders += news.folders
        quiet.stir(news.paths)
        desks.stir(news.paths)
        return news.isWhole ? .movedHere : .other
    }

    enum Hint {
        /// All that came was moved into Inbox itself, most likely whole; listings tell.
        case movedHere
        /// Of what belongs together more may follow.
        case other
    }
}

/// Whether Inbox is the folder that it was: a share that isn't mounted shows an empty folder in its place.
struct InboxGate {
    private var known: Place?
    private var other: (place: Place, since: Int64)?

    private struct Place: Equatable {
        var device: UInt64
        var inode: UInt64
    }

    /// A new folder in Inbox's place is taken for Inbox when it has stood there so long.
    private static let trust: Int64 = 60_000_000_000

    /// Whatever is there next is Inbox.
    mutating func forget() { (known, other) = (nil, nil) }

    /// Nil where Inbox is as it was; else why nothing is taken from it.
    mutating func look(_ settings: Settings) -> String? {
        guard let status = try? Folder.open(settings.workspace + "/Inbox").ownStatus() else {
            return "Inbox is gone; nothing is taken until it is there again."
        }
        let place = Place(device: status.device, inode: status.inode)
        guard let known, known != place else {
            (known, other) = (place, nil)
            return nil
        }
        let now = monotonicNanoseconds()
        let since = other?.place == place ? other?.since ?? now : now
        other = (place, since)
        if now - since >= InboxGate.trust {
            (self.known, other) = (place, nil)
            return nil
        }
        return
            "Inbox is another folder than before (is the share mounted?). Nothing is taken from it until the old one "
            + "is back, or for a minute; SIGHUP says that it is right."
    }
}

/// Complaints of the daemon: each once as long as it stands.
struct Alarms {
    let say: @Sendable (Watch.Word) -> Void
    private var sounded: Set<String> = []

    init(say: @escaping @Sendable (Watch.Word) -> Void) { self.say = say }

    mutating func sound(_ words: String) {
        if sounded.insert(words).inserted { say(.alarm(words)) }
    }

    /// All is well again but for these.
    mutating func clear(keeping standing: [String?]) {
        sounded = sounded.filter { standing.contains($0) }
    }
}

/// How soon after a hint the next pass comes. What our own work stirs up wakes us once; a hint after which nothing
/// came of a pass makes the next one wait longer, so that nobody can keep us running in circles.
struct Haste {
    private var fruitless = 0
    private var lastPass: Int64 = 0
    private var ended: Int64 = 0

    mutating func note(_ report: PassReport, took nanoseconds: Int64) {
        let sum = report.accepted + report.returned + report.duplicates + report.assigned + report.reviews
        let now = monotonicNanoseconds()
        if sum + report.decided > 0 || now - ended > 5_000_000_000 { fruitless = 0 } else { fruitless += 1 }
        (lastPass, ended) = (nanoseconds, now)
    }

    func pause(after hint: Eyes.Hint) -> Int64 {
        // Most bundles that one command moves here come within the shorter time as well.
        let least: Int64 = hint == .movedHere ? 1_000_000 : 10_000_000
        let patience = fruitless < 3 ? least : min(2_000_000_000, 10_000_000 << min(fruitless - 2, 10))
        return max(patience, min(lastPass, 1_000_000_000) - (monotonicNanoseconds() - ended))
    }
}
