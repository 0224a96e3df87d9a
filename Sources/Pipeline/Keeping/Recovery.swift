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
        let workspace = try Workspace(writing: settings, recovering: true)
        defer { withExtendedLifetime(workspace) {} }
        let home = workspace.home
        let found = try Differences.found(home: home, at: home.path, outbox: workspace.outbox, ledger: workspace.ledger)
        var report = try report(found, home)
        let scratch = try workspace.inbox.madeFolder(".assay-tmp", mode: 0o700)
        for path in found.vault {
            let (shard, name) = split(path)
            let target = try freeName(name, in: workspace.inbox)
            try home.folder(shard).move(
                name, to: workspace.inbox, as: target, scratch: scratch, scratchName: "recovered")
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
        try home.removeIfThere(Backup.marker)
        try Witness(home: home, outbox: workspace.outbox).note(workspace.ledger)
        report.accepted = true
        return report
    }

    private func freeName(_ name: String, in folder: Folder) throws -> String {
        for number in 1... {
            let candidate = number == 1 ? name : "\(name).\(number)"
            if try folder.status(candidate) == nil { return candidate }
        }
        return name
    }
}
