internal import Assessment
internal import Bookkeeping
internal import Folders

/// One bundle that may be looked into.
struct Candidate: Sendable {
    /// Where it lies: in Inbox, or in the private area after a crash when its name in Inbox was taken again.
    enum Place: Sendable { case inbox, arriving }
    var name: String
    var place: Place
    /// Of the look in which it was last seen; what is read must still look so.
    var fingerprint: String
    var since: Instant
    var crashes: Int
    /// The last time the disk was too full for it.
    var lackedRoom = false
}

/// What one look at Inbox found.
struct InboxLook {
    /// Bundles that two looks found unchanged, in the order in which they were first seen, then by name.
    var settled: [Candidate] = []
    /// Bundles that still change, or were seen for the first time.
    var unsettled: [String] = []
    /// Names that are no bundles, and why.
    var ignored: [(name: String, reason: String)] = []
    /// Names of which another bundle is still being taken.
    var following: [String] = []
    /// When the first that is unsettled may be looked at again; the daemon's.
    var due: Int64?
    /// The order in which the names were first seen, by the names' bytes.
    var ordinals: [[UInt8]: Int64] = [:]
}

/// Watches the names in Inbox from look to look.
struct ArrivalWatch {
    let workspace: Workspace
    let limits: Program.Limits
    /// Changes with the documents: a reason found under others is found anew.
    let documents: String
    let settling: Settling
    /// The daemon's; a pass of its own lists everything.
    let quiet: QuietBundles?

    /// Of so many names it is quicker to read all that is remembered.
    private static let few = 1000

    /// One look; what it saw is remembered in the ledger. `second` says that `settle` has passed since the first.
    func look(now: Instant, after first: InboxLook? = nil) throws -> InboxLook {
        let names = try workspace.inbox.names().filter { !NameRule.isIgnoredInInbox($0) }
        // What a committed fact speaks of isn't looked into again, and neither is a new bundle of its name until then.
        let owed = try workspace.ledger.read { try $0.owedPlaces() }
        let arriving = try workspace.home.folder("vault/arriving")
        let left = try arriving.names().filter { !owed.contains("vault/arriving/" + $0) }
        let taken = Set((owed.map { split($0).name } + left).map { Array($0.utf8) })
        var (calm, restless): (Set<[UInt8]>, [String]) = ([], [])
        for name in names {
            let key = Array(name.utf8)
            if let quiet, !taken.contains(key), quiet.contains(key, documents: documents, now: now) {
                calm.insert(key)
            } else {
                restless.append(name)
            }
        }
        var known = try workspace.ledger.read { book in try remembered(calm, restless + left, in: book) }
        try beginAnew(&known.arrivals, now)
        if known.isAll {
            calm.formIntersection(known.arrivals.map { Array($0.name.utf8) })
            restless = names.filter { !calm.contains(Array($0.utf8)) }
        }
        return try look(
            InboxNames(inbox: restless, arriving: left, owed: owed, calm: calm), known.arrivals, now: now, after: first)
    }

    /// What was seen by a clock that ran ahead is seen for the first time now: its patience would end too late.
    private func beginAnew(_ arrivals: inout [Arrival], _ now: Instant) throws {
        let ahead = arrivals.indices.filter { arrivals[$0].since > now }
        if ahead.isEmpty { return }
        try workspace.ledger.write { book in
            for index in ahead {
                try book.remember(arrivals[index].name, fingerprint: arrivals[index].fingerprint, since: now)
            }
        }
        for index in ahead { (arrivals[index].since, arrivals[index].judged) = (now, "") }
    }

    /// What the ledger remembers of these names; of all, where it isn't sure to be that and the quiet ones.
    private func remembered(_ calm: Set<[UInt8]>, _ names: [String], in book: Book) throws -> (
        arrivals: [Arrival], isAll: Bool
    ) {
        guard !calm.isEmpty, names.count < ArrivalWatch.few else { return (try book.arrivals(), true) }
        let arrivals = try Set(names.map { Array($0.utf8) }).compactMap { key in
            try book.arrival(String(decoding: key, as: UTF8.self))
        }
        let isComplete = try book.countOfArrivals() == arrivals.count + calm.count
        return isComplete ? (arrivals, false) : (try book.arrivals(), true)
    }

    /// What one look looks at.
    private struct InboxNames {
        var inbox: [String]
        var arriving: [String]
        var owed: Set<String>
        /// Quiet, and not looked at.
        var calm: Set<[UInt8]>
    }

    private func look(
        _ names: InboxNames, _ known: [Arrival], now: Instant, after first: InboxLook?
    ) throws -> InboxLook {
        let waited = first.map { Set($0.unsettled.map { Array($0.utf8) }) } ?? []
        var look = InboxLook()
        var changes: [(name: String, fingerprint: String)] = []
        var present: Set<[UInt8]> = []
        var seen: [Candidate] = []
        let byName = Dictionary(known.map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })

        func putOff(_ name: String, _ key: [UInt8]) {
            look.unsettled.append(name)
            look.due = earlier(look.due, settling.due(key))
        }
        func consider(_ name: String, in folder: Folder, _ place: Candidate.Place) throws {
            let found: FileStatus?
            do throws(IOFailure) { found = try folder.status(name) } catch {
                if error.isOfTheProcess { throw error }
                present.insert(Array(name.utf8))
                return look.ignored.append((name, error.description))
            }
            guard let status = found else { return }
            let isArchive = status.kind == .file && NameRule.isArchive(name)
            guard status.kind == .folder || isArchive else {
                if place == .inbox { look.ignored.append((name, ArrivalWatch.strayReason(name, status.kind))) }
                return
            }
            let key = Array(name.utf8)
            present.insert(key)
            let before = byName[key]
            let fingerprint = try isArchive ? status.stamp : bundleTree(name, in: folder, limits).fingerprint
            // The daemon's own sight begins with its first look.
            let isOver = settling.isOver(
                for: key, looking: fingerprint, before: before.map { ($0.fingerprint, $0.since) }, now: now)
            guard let before, before.fingerprint == fingerprint else {
                changes.append((name, fingerprint))
                if limits.settle == 0 {
                    seen.append(
                        Candidate(name: name, place: place, fingerprint: fingerprint, since: now, crashes: 0))
                } else {
                    putOff(name, key)
                }
                return
            }
            guard isOver || waited.contains(key) else { return putOff(name, key) }
            let end = before.since.seconds + limits.patience
            let isPatient = now.seconds < end
            if before.judged == documents + (isPatient ? "" : " late") {
                if place == .inbox, !isArchive { quiet?.note(key, documents: documents, end: isPatient ? end : nil) }
                return
            }
            seen.append(
                Candidate(
                    name: name, place: place, fingerprint: fingerprint, since: before.since, crashes: before.crashes,
                    lackedRoom: before.reason.hasPrefix(RoomForBundle.lacking)))
        }

        present.formUnion(names.owed.map { Array(split($0).name.utf8) })
        let arriving = try workspace.home.folder("vault/arriving")
        for name in names.arriving { try consider(name, in: arriving, .arriving) }
        for name in names.inbox {
            if present.contains(Array(name.utf8)) {
                look.following.append(name)
                continue
            }
            try consider(name, in: workspace.inbox, .inbox)
        }
        settling.sightings?.keep(present)
        let gone = known.filter { arrival in
            let key = Array(arrival.name.utf8)
            return !present.contains(key) && !names.calm.contains(key)
        }
        if !changes.isEmpty || !gone.isEmpty {
            try workspace.ledger.write { book in
                for arrival in gone { try book.forget(arrival: arrival.name) }
                // In the order of their names: those that are seen together rank by name.
                for change in changes { try book.remember(change.name, fingerprint: change.fingerprint, since: now) }
            }
        }
        let new = try workspace.ledger.read { book in
            try changes.count < ArrivalWatch.few ? changes.compactMap { try book.arrival($0.name) } : book.arrivals()
        }
        look.ordinals = Dictionary(
            (known + new).map { (Array($0.name.utf8), $0.ordinal) }, uniquingKeysWith: { _, last in last })
        look.settled = seen.sorted {
            look.ordinals[Array($0.name.utf8), default: .max] < look.ordinals[Array($1.name.utf8), default: .max]
        }
        return look
    }

    /// Why a name in Inbox waits of which another bundle is still being taken.
    static let following = "a bundle of this name is still being taken; this one follows"

    static func strayReason(_ name: String, _ kind: FileStatus.Kind) -> String {
        let lower = name.lowercased()
        if kind == .file, [".7z", ".rar", ".tar.bz2", ".tar.xz", ".gz"].contains(where: lower.hasSuffix) {
            return "of archives only .zip, .tar and .tar.gz are taken: pack it so, or drop the folder itself"
        }
        if kind == .file, NameRule.isTemporary(name) { return "a temporary file of another program" }
        return switch kind {
        case .file: "a single file isn't a bundle: put it into a folder, or an archive, with a manifest.xml"
        case .link: "a link isn't a bundle: drop the folder itself"
        default: "a pipe or device isn't a bundle: take it away"
        }
    }
}

/// One look into a bundle; what can't be listed is part of what was seen.
func bundleTree(_ name: String, in folder: Folder, _ limits: Program.Limits) throws -> Tree {
    do throws(IOFailure) {
        return try folder.folder(name).tree(limit: limits.maxFiles * 2 + 1000, depth: 33)
    } catch {
        // A folder that its disk doesn't give is one bundle's trouble; want of memory or descriptors is everybody's.
        if error.isOfTheProcess { throw error }
        var tree = Tree()
        tree.unreadable = error
        return tree
    }
}
