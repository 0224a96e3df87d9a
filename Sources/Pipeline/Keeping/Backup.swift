internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

/// `backup --json`.
package struct BackupReport: Encodable, Sendable {
    package var events: Int64 = 0
    /// Files of the vault that the backup holds, those of them that were copied now, and their bytes.
    package var files = 0
    package var copied = 0
    package var bytes: Int64 = 0
    /// Folders that went from the backup because their evidence was erased.
    package var erased = 0
    /// Files that aren't as the ledger has them, or can't be read.
    package var faults: [String] = []
    /// Sentences: what the administrator should mend, and what no byte of the copy suffers from.
    package var warnings: [String] = []
}

/// Copies ledger, keys and vault to another folder while passes go on. No lock is needed: the ledger is copied first,
/// as of one moment, and the vault only ever grows, erasures aside.
package struct Backup {
    let settings: Settings

    package init(_ settings: Settings) { self.settings = settings }

    /// Its name in a folder says that the folder is a backup, and no workspace's own.
    static let marker = "assay-backup.txt"
    private static let fresh = "ledger.new.sqlite"
    /// The workspace's own lock has this name: a restored backup has it where it belongs.
    private static let lock = "lock"

    package func backUp(to path: String) throws -> BackupReport {
        let root = try Folder.open(settings.workspace)
        guard try Workspace.isBegun(settings) else {
            throw Refusal.unknown("There is nothing to back up yet: no pass has made a ledger in '\(root.path)'.")
        }
        let home = try Folder.open(Workspace.homePath(settings, below: root))
        let target = try target(path, root, home)
        let lock = try locked(target, path)
        defer { withExtendedLifetime(lock) {} }
        let live = try Room.ledger(reading: home)
        while true {
            for ending in ["", "-journal", "-wal", "-shm"] { try target.removeIfThere(Backup.fresh + ending) }
            // SQLite keeps the rights of a file that is there.
            try target.writeNew(Backup.fresh, [], mode: 0o600)
            try live.copy(to: target.path + "/" + Backup.fresh)
            let ledger = try Ledger(reading: target.path + "/" + Backup.fresh)
            var report = BackupReport()
            let erasures = try copyVault(of: ledger, home, target, settings.progress.count(.backingUp), &report)
            try copyKeys(home, target)
            // What was erased meanwhile may be missing here: the ledger has to say so too.
            guard try live.read({ try $0.eventNumbers(kind: "erased") }) == erasures else { continue }
            try finish(target, ledger)
            report.warnings = try [home, target].compactMap(KeyRights.warning)
            return report
        }
    }

    /// Nil on a share that has no locks: there nobody can tell whether another backup is at work.
    private func locked(_ target: Folder, _ path: String) throws -> WorkspaceLock? {
        let lock: WorkspaceLock?
        do throws(IOFailure) {
            lock = try WorkspaceLock(in: target, name: Backup.lock, waiting: settings.lockWait)
        } catch {
            guard error.lacksLocks else { throw error }
            return nil
        }
        guard let lock else {
            throw Refusal.busy(
                "Another backup is being made in '\(printable(path))'. Nothing was changed; run again when it has "
                    + "ended.")
        }
        return lock
    }

    private func target(_ path: String, _ root: Folder, _ home: Folder) throws -> Folder {
        let typed = TypedPath(path)
        let (above, name) = (try typed.openParent(), typed.name)
        let isNew = try !name.isEmpty && name != "." && name != ".." && above.status(name) == nil
        let place = try isNew ? above.realPath() + "/" + name + "/" : Folder.open(path).realPath() + "/"
        try OwnFolders(root, home: home).refuse(place, named: path)
        if isNew { try above.makeFolder(name, mode: 0o700) }
        let target = try Folder.open(path)
        if try target.status(Backup.marker) == nil {
            guard try target.names().isEmpty else {
                throw Refusal.usage(
                    "'\(printable(path))' isn't empty and holds no earlier backup. Name an empty folder, or a new one.")
            }
            try target.setMode(".", 0o700)
            try target.writeNew(Backup.marker, Array(Backup.explanation.utf8))
        }
        return target
    }

    private static let explanation = """
        A backup of an Assay workspace's private folder, made by 'assay backup'.
        To check it:   assay verify --ledger THIS-FOLDER   (in the workspace)
        To restore it: copy this folder to the workspace's .assay. If the broken ledger's folder still exists, bring the
                       evidence that was accepted since: cp -an BROKEN/vault .assay/   Then run 'assay recover' there.

        """

    // MARK: The vault

    /// Copies what is new, and takes away what was erased; the numbers of the erasures that the ledger copy holds.
    private func copyVault(
        of ledger: Ledger, _ home: Folder, _ target: Folder, _ count: Progress.Count,
        _ report: inout BackupReport
    ) throws -> [Int64] {
        var erasures: [Int64] = []
        var erased: [String: Int64] = [:]
        try ledger.read { book in
            report.events = try book.lastLink().number
            try book.forEachEvent(kinds: ["erased"]) { event in
                guard case .erased(let fact) = event.fact else { return }
                erasures.append(event.number)
                erased[fact.submission] = event.number
                for folder in fact.folders where try target.status(folder) != nil {
                    try target.removeForGood(folder)
                    report.erased += 1
                }
                try StrayFolders.remove(inPlacesOf: book.assignments(of: fact.submission), below: target)
            }
            let places = try VaultPlaces(book)
            try book.forEachEvent(kinds: ["accepted", "kept"]) { event in
                if let number = event.fact.submission.flatMap({ erased[$0] }), event.number < number { return }
                let folders = places.folders(of: event)
                for file in VaultPlaces.files(of: event) {
                    try copy(file, from: folders, home, target, &report)
                    count.add()
                }
            }
            // What the end of a queue folder has moved there, and no fact tells of yet.
            for job in try book.jobs(limit: .max) where job.kind == .queueEnd {
                guard let row = try book.assignment(job.subject), row.event > erased[row.submission] ?? 0 else {
                    continue
                }
                let known = Set(try book.keptFiles(ticket: row.ticket).map(\.path))
                try copyTree("vault/kept/" + row.ticket, but: known, home, target, &report)
            }
        }
        try copyTree(StrayFolders.path, home, target, &report)
        return erasures
    }

    /// No fact names what lies there.
    private func copyTree(
        _ top: String, but known: Set<String> = [], _ home: Folder, _ target: Folder, _ report: inout BackupReport
    ) throws {
        guard try home.status(top) != nil else { return }
        let tree: Tree
        do throws(IOFailure) { tree = try home.folder(top).tree(limit: 100_000, depth: 40) } catch {
            report.faults.append(error.description)
            return
        }
        if let failure = tree.unreadable { report.faults.append(failure.description) }
        if tree.isTruncated || tree.tooDeep != nil {
            report.faults.append("'\(top)' holds more, or deeper, than is copied.")
        }
        for entry in tree.files where !known.contains(top + "/" + entry.path) {
            let path = top + "/" + entry.path
            report.files += 1
            if try target.status(path)?.bytes == entry.status.bytes { continue }
            // Missing: it was erased, or somebody took it away.
            if case .unreadable(let failure) = try copy([path], of: nil, home, target, &report) {
                report.faults.append(failure.description)
            }
        }
    }

    /// One file, from its folder or from where it waits to be moved there.
    private func copy(
        _ file: KeptFile, from folders: [String], _ home: Folder, _ target: Folder, _ report: inout BackupReport
    ) throws {
        report.files += 1
        let paths = VaultPlaces.paths(of: file, below: folders)
        if let status = try target.status(paths[0]), status.kind == .file, status.bytes == file.bytes { return }
        switch try copy(paths, of: file.sha256, home, target, &report) {
        case .right: break
        case .damaged(let name):
            report.faults.append(
                "'\(printable(paths[0]))' isn't what the ledger has; it was copied as '\(printable(name))', and the next "
                    + "backup tries again.")
        case .missing: report.faults.append("'\(printable(paths[0]))' is missing in the vault.")
        case .unreadable(let failure): report.faults.append(failure.description)
        }
    }

    private enum Copied {
        case right
        /// It isn't what the ledger has, and got this name.
        case damaged(String)
        case missing
        /// A fault of this one file, whatever ails its disk. What ails the backup's own is thrown.
        case unreadable(IOFailure)
    }

    /// Copies a file to the first of its paths from the first one where it can be read.
    private func copy(
        _ paths: [String], of sha256: String?, _ home: Folder, _ target: Folder, _ report: inout BackupReport
    ) throws(IOFailure) -> Copied {
        var result = Copied.missing
        for path in paths {
            let source: OpenFile
            do throws(IOFailure) { source = try home.openFile(path) } catch {
                if !error.isMissing { result = .unreadable(error) }
                continue
            }
            guard source.status.kind == .file else { continue }
            do throws(IOFailure) { return try copy(source, of: sha256, to: paths[0], target, &report) } catch {
                guard error.isOfReading else { throw error }
                result = .unreadable(error)
            }
        }
        return result
    }

    /// It comes into its place whole; what isn't as the ledger has it gets another, so that it isn't taken for right.
    private func copy(
        _ source: OpenFile, of expected: String?, to path: String, _ target: Folder, _ report: inout BackupReport
    ) throws(IOFailure) -> Copied {
        let (parent, name) = split(path)
        let place = try target.madeFolder(parent, mode: 0o700)
        let temporary = ".~" + String(sha256(Array(name.utf8)).hex.prefix(16))
        try place.removeIfThere(temporary)
        do throws(IOFailure) { try source.copy(to: place, as: temporary, mode: 0o600) } catch {
            try place.removeIfThere(temporary)
            throw error
        }
        let digest = try place.openFile(temporary).digest().sha256.hex
        let isRight = digest == expected ?? digest
        let final = isRight ? name : fitted(name, suffix: ".damaged", digest: { sha256($0).hex })
        try place.renameOver(temporary, to: final)
        report.copied += 1
        report.bytes += source.status.bytes
        return isRight ? .right : .damaged(final)
    }

    // MARK: Keys and the end

    private func copyKeys(_ home: Folder, _ target: Folder) throws {
        let keys = try home.folder("keys")
        let copies = try target.madeFolder("keys", mode: 0o700)
        for name in try keys.names() where try keys.status(name)?.kind == .file {
            try copies.replace(name, try keys.read(name, limit: 65_536), mode: 0o600)
        }
    }

    /// The ledger takes its place last, when all that it speaks of is on the disk.
    private func finish(_ target: Folder, _ ledger: Ledger) throws {
        let last = try ledger.read { try $0.lastLink() }
        try target.flush()
        for ending in ["-journal", "-wal", "-shm"] { try target.removeIfThere("ledger.sqlite" + ending) }
        try target.renameOver(Backup.fresh, to: "ledger.sqlite")
        let head = Witness.Head(number: last.number, hash: last.hash)
        try target.replace(Witness.fileName, Array(head.text.utf8), mode: 0o600)
        try target.flush()
    }
}
