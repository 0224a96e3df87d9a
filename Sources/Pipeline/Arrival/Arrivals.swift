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
}

/// What one look at Inbox found.
struct InboxLook {
    /// Bundles that two looks found unchanged, in the order in which they were first seen, then by name.
    var settled: [Candidate] = []
    /// Bundles that still change, or were seen for the first time.
    var unsettled: [String] = []
    /// Waiting with a reason that holds until something changes.
    var judged: [String] = []
    /// Names that are no bundles, and why.
    var ignored: [(name: String, reason: String)] = []
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

    /// One look; what it saw is remembered in the ledger. `second` says that `settle` has passed since the first.
    func look(now: Instant, after first: InboxLook? = nil) throws -> InboxLook {
        let waited = first.map { Set($0.unsettled.map { Array($0.utf8) }) } ?? []
        var look = InboxLook()
        var changes: [(name: String, fingerprint: String)] = []
        var present: Set<[UInt8]> = []
        var seen: [Candidate] = []
        let known = try workspace.ledger.read { try $0.arrivals() }
        let byName = Dictionary(known.map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })

        func isJudged(_ before: Arrival) -> Bool {
            let isPatient = now.seconds - before.since.seconds < limits.patience
            return before.judged == documents + (isPatient ? "" : " late")
        }
        func putOff(_ name: String, _ key: [UInt8]) {
            look.unsettled.append(name)
            look.due = earlier(look.due, settling.due(key))
        }
        func consider(_ name: String, in folder: Folder, _ place: Candidate.Place) throws {
            let key = Array(name.utf8)
            let before = byName[key]
            if place == .inbox, let quiet, quiet.contains(key), let before, isJudged(before) {
                present.insert(key)
                look.judged.append(name)
                return
            }
            guard let status = try folder.status(name) else { return }
            let isArchive = status.kind == .file && NameRule.isArchive(name)
            guard status.kind == .folder || isArchive else {
                if place == .inbox { look.ignored.append((name, ArrivalWatch.strayReason(name, status.kind))) }
                return
            }
            present.insert(key)
            let fingerprint = try isArchive ? status.stamp : bundleTree(name, in: folder, limits).fingerprint
            // The daemon's own sight begins with its first look.
            let isOver = settling.isOver(for: key, looking: fingerprint, since: before?.since ?? now, now: now)
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
            if isJudged(before) {
                if place == .inbox, !isArchive { quiet?.note(key) }
                look.judged.append(name)
                return
            }
            seen.append(
                Candidate(
                    name: name, place: place, fingerprint: fingerprint, since: before.since, crashes: before.crashes))
        }

        let arriving = try workspace.home.folder("vault/arriving")
        // What a committed fact speaks of isn't looked into again, and neither is a new bundle of its name until then.
        let owed = try workspace.ledger.read { try $0.owedPlaces() }
        present.formUnion(owed.map { Array(split($0).name.utf8) })
        for name in try arriving.names() where !owed.contains("vault/arriving/" + name) {
            try consider(name, in: arriving, .arriving)
        }
        for name in try workspace.inbox.names() {
            if NameRule.isIgnoredInInbox(name) { continue }
            if present.contains(Array(name.utf8)) {
                look.ignored.append((name, "a bundle of this name is still being taken; this one follows"))
                continue
            }
            try consider(name, in: workspace.inbox, .inbox)
        }
        settling.sightings?.keep(present)
        let gone = known.filter { !present.contains(Array($0.name.utf8)) }
        if !changes.isEmpty || !gone.isEmpty {
            try workspace.ledger.write { book in
                for arrival in gone { try book.forget(arrival: arrival.name) }
                // In the order of their names: those that are seen together rank by name.
                for change in changes { try book.remember(change.name, fingerprint: change.fingerprint, since: now) }
            }
        }
        let remembered = changes.isEmpty ? known : try workspace.ledger.read { try $0.arrivals() }
        look.ordinals = Dictionary(
            remembered.map { (Array($0.name.utf8), $0.ordinal) }, uniquingKeysWith: { first, _ in first })
        look.settled = seen.sorted {
            look.ordinals[Array($0.name.utf8), default: .max] < look.ordinals[Array($1.name.utf8), default: .max]
        }
        return look
    }

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
        guard error.isForbidden || error.isMissing || error.isConfined else { throw error }
        var tree = Tree()
        tree.unreadable = error
        return tree
    }
}
