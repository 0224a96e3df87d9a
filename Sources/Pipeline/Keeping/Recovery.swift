package import Assessment
internal import Bookkeeping
internal import Folders

/// `recover --json`.
package struct RecoveryReport: Encodable, Sendable {
    /// Numbers of the ledger's last event, and of the last one that this workspace is known to have had.
    package var events: Int64
    package var noted: Int64
    /// When the ledger's last event was.
    package var until: Instant?
    /// Sentences: what differs.
    package var differences: [String]
    /// The private folder was a backup that had been put back.
    package var restored = false
    /// The private key is gone as well: going on needs it, or the word that a new one may be made.
    package var lacksKey = false
    /// The loss was accepted, and the workspace can go on.
    package var accepted = false
    /// Names in Inbox under which evidence that the ledger doesn't know came back, as new drops.
    package var dropped: [String] = []
    /// Records and receipts that the ledger doesn't know, and where below `.assay` they are kept now.
    package var kept: [String] = []
    /// Submissions whose evidence is in no vault: their bundles have to be dropped again.
    package var lost: [LostEvidence] = []
}

/// What to do when the ledger is older than what lies beside it.
package struct Recovery {
    let settings: Settings

    package init(_ settings: Settings) { self.settings = settings }

    /// Says what differs; changes nothing.
    package func differences() throws -> RecoveryReport {
        let root = try Folder.open(settings.workspace)
        let home = try Folder.open(Workspace.homePath(settings, below: root))
        let outbox = try? Folder.open(root.path + "/Outbox")
        let ledger = try Workspace.hasLedger(settings) ? Room.ledger(reading: home) : nil
        var report = try report(Differences.found(home: home, at: home.path, outbox: outbox, ledger: ledger), home)
        report.lacksKey = try outbox.map { try Workspace.lacksKey(home.path, $0) } ?? false
        return report
    }

    private func report(_ found: Differences, _ home: Folder) throws -> RecoveryReport {
        var report = RecoveryReport(
            events: found.last, noted: found.noted, until: found.until, differences: found.words)
        report.lost = found.lost
        report.restored = try home.status(Backup.marker) != nil
        return report
    }

    /// Goes on without what was lost. Evidence that the ledger doesn't know goes back to Inbox as a new drop, and
    /// results that it doesn't know are set aside, since what follows may need their names.
    package func acceptLoss() throws -> RecoveryReport {
        try checkLedger()
        let workspace = try Workspace(writing: settings, recovering: true)
        defer { withExtendedLifetime(workspace) {} }
        let home = workspace.home
        let found = try Differences.found(home: home, at: home.path, outbox: workspace.outbox, ledger: workspace.ledger)
        var report = try report(found, home)
        let scratch = try workspace.inbox.madeFolder(".assay-tmp", mode: 0o700)
        // Where nothing is lost the next pass does what it always does after one that was killed.
        let stranded = try found.isEmpty && !report.restored ? [] : stranded(workspace)
        for path in found.vault + stranded {
            let (shard, name) = split(path)
            let target = try freeName(name, in: workspace.inbox)
            try drop(name, from: home.folder(shard), into: workspace.inbox, as: target, scratch, home)
            report.dropped.append(target)
        }
        try workspace.inbox.removeFolderIfEmpty(".assay-tmp")
        for path in found.records + found.receipts {
            let (month, name) = split(path)
            let shelf = try home.madeFolder("recovered/" + month, mode: 0o700)
            let target = try freeName(name, in: shelf)
            try workspace.outbox.folder(month).move(
                name, to: shelf, as: target, scratch: try home.folder("tmp"), scratchName: "recovered")
            report.kept.append("recovered/\(month)/\(target)")
        }
        for folder in [workspace.inbox, workspace.outbox, home] { try folder.flush() }
        // The pages in Outbox tell what is lost, and the ledger that they are as it has them.
        try workspace.ledger.write { book in for name in ["pages", "templates"] { try book.clear(name) } }
        try home.removeIfThere(Backup.marker)
        try Witness(home: home, outbox: workspace.outbox).note(workspace.ledger)
        report.accepted = true
        return report
    }

    /// What SQLite had left beside a lost ledger is written into the one that was put in its place. It is only read
    /// here, and so still as it was where it is refused.
    private func checkLedger() throws {
        guard try Workspace.hasLedger(settings) else { return }
        let home = try Folder.open(Workspace.homePath(settings, below: Folder.open(settings.workspace)))
        let ledger = try Room.ledger(reading: home)
        let count = settings.progress.count(.checkingLedger)
        let damage = try ledger.damage()
        guard let fault = try damage.first ?? ledger.audit(eachEvent: { count.add() }).faults.first else { return }
        throw Workspace.damaged(home, fault)
    }

    /// What was on its way from Inbox to the vault, or back to its sender, and no job of this ledger brings there.
    private func stranded(_ workspace: Workspace) throws -> [String] {
        let owed = try workspace.ledger.read { book in
            let returning = try book.jobs(limit: .max).filter { $0.kind == .moveOut }.compactMap { job -> String? in
                switch try book.event(job.event)?.fact {
                case .returned(let fact): "vault/returning/" + fact.folder
                case .duplicate(let fact): "vault/returning/" + fact.folder
                default: nil
                }
            }
            return try book.owedPlaces().union(returning)
        }
        return try ["vault/copied", "vault/returning"].flatMap { area in
            try workspace.home.folder(area).names().map { "\(area)/\($0)" }.filter { !owed.contains($0) }
        }
    }

    /// By a copy where files have second names in queue folders (`<queue evidence="link"/>`): with those no bundle is
    /// taken.
    private func drop(
        _ name: String, from folder: Folder, into inbox: Folder, as target: String, _ scratch: Folder, _ home: Folder
    ) throws {
        let copy = "recovered"
        guard try folder.status(name)?.kind == .folder else {
            return try folder.moveFile(name, to: inbox, as: target, scratch: scratch, scratchName: copy)
        }
        let tree = try folder.folder(name).tree(limit: 1_000_000, depth: BundleStructure.depth + 1)
        guard tree.files.contains(where: { $0.status.links > 1 }) else {
            return try folder.move(name, to: inbox, as: target, scratch: scratch, scratchName: copy)
        }
        try scratch.removeTree(copy)
        try folder.copyTree(name, to: scratch, as: copy)
        try scratch.flush()
        try scratch.rename(copy, to: inbox, as: target)
        try inbox.flush()
        // By one rename, so that killed here it isn't dropped again in pieces.
        let gone = try home.folder("tmp")
        try folder.rename(name, to: gone, as: name)
        try gone.removeForGood(name)
    }

    private func freeName(_ name: String, in folder: Folder) throws -> String {
        // An archive is known by its ending.
        let stem = NameRule.archiveStem(name)
        for number in 1... {
            let candidate = number == 1 ? name : "\(stem).\(number)\(name.dropFirst(stem.count))"
            if try folder.status(candidate) == nil { return candidate }
        }
        return name
    }
}
