internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

/// `verify --json`.
package struct VerifyReport: Encodable, Sendable {
    package var sound: Bool
    package var events = 0
    package var documents = 0
    package var records = 0
    package var files = 0
    package var erased = 0
    /// Each a sentence: what is wrong, and where.
    package var faults: [String] = []
    /// Sentences: what was not changed, and the administrator should mend all the same.
    package var warnings: [String] = []
    /// Sentences: what is right, and is told all the same.
    package var notes: [String] = []
    /// Results that somebody took out of Outbox; 'assay publish --all' writes them again.
    package var taken = 0
    /// What no such check can see.
    package var unseen: [String]
}

/// Checks everything that the program keeps against the ledger, byte for byte.
package struct Verification {
    let settings: Settings

    package init(_ settings: Settings) { self.settings = settings }

    package func verify() throws -> VerifyReport {
        let root = try Folder.open(settings.workspace)
        var report = VerifyReport(sound: true, unseen: Verification.unseen)
        let outbox = try? Folder.open(root.path + "/Outbox")
        guard try Workspace.hasLedger(settings) else {
            let path = Workspace.homePath(settings, below: root)
            var differences = try Differences.found(
                home: Workspace.privateFolder(settings, below: root), at: Folder.target(ofLink: path), outbox: outbox,
                ledger: nil)
            if let outbox, try Workspace.lacksKey(path, outbox) { differences.isGone = true }
            if differences.isEmpty { try Questions(settings).checkIsWorkspace() }
            report.faults = differences.words
            report.sound = report.faults.isEmpty
            return report
        }
        let home = try Folder.open(Workspace.homePath(settings, below: root))
        let ledger = try Room.ledger(reading: home)
        // A backup is older than the Outbox beside it, and may have begun to take in what its ledger doesn't know.
        let isBackup = try home.status(Backup.marker) != nil
        let differences =
            try isBackup ? nil : Differences.found(home: home, at: home.path, outbox: outbox, ledger: ledger)
        let count = settings.progress.count(.checkingLedger)
        let audit = try ledger.audit { count.add() }
        (report.events, report.documents, report.faults) = (audit.events, audit.blobs, audit.faults)
        report.faults += differences?.words ?? []
        // In the ledger's own place it was put back; elsewhere it is what it should be.
        if isBackup, let words = try Workspace.backupInPlace(home, below: root) { report.faults.append(words) }
        let key = try privateKey(home, outbox, &report)
        report.warnings = try [KeyRights.warning(home)].compactMap { $0 }
        do {
            try ledger.read { book in
                try checkVault(book, home, &report)
                try checkRecords(book, root, key, &report)
            }
        } catch {
            // A ledger that was tampered with may say anything; that it can't be followed is a fault like others.
            report.faults.append("The check ended early, since the ledger can't be followed: \(error)")
        }
        report.sound = report.faults.isEmpty
        return report
    }

    private static let unseen = [
        "whether the newest events of the ledger were cut off together with their records: compare the last record's event number with an earlier copy",
        "whether somebody who holds the private key wrote both a fact and its record anew: keep copies of records elsewhere",
        "whether somebody changed receipts, feedback pages or anything else in Outbox but records and keys: 'assay publish --all' writes them again from the ledger",
        "what a link shows today: links are never fetched",
    ]

    private func privateKey(_ home: Folder, _ outbox: Folder?, _ report: inout VerifyReport) throws -> RecordKey? {
        guard let bytes = try? home.read("keys/record.pem", limit: 4096),
            let key = try? RecordKey(pem: String(decoding: bytes, as: UTF8.self))
        else {
            report.faults.append("The key '\(home.path)/keys/record.pem' can't be read; signatures weren't checked.")
            return nil
        }
        if let shown = try? home.read("keys/record.pub.pem", limit: 4096), shown != Array(key.publicPEM.utf8) {
            report.faults.append("'\(home.path)/keys/record.pub.pem' isn't the public half of the key beside it.")
        }
        if let shown = try? outbox?.read("Keys/record.pub.pem", limit: 4096), shown != Array(key.publicPEM.utf8) {
            report.faults.append(
                "'Outbox/Keys/record.pub.pem' isn't the public half of the key that signs here: who checks a record with "
                    + "it is misled. 'assay publish --all' writes it again.")
        }
        return key
    }

    // MARK: The vault

    private func checkVault(_ book: Book, _ home: Folder, _ report: inout VerifyReport) throws {
        let places = try VaultPlaces(book)
        let owed = Set(try book.jobs(limit: .max).filter { $0.kind == .erase }.map { "\($0.event)" })
        // Everything of a submission that came before its erasure.
        var erased: [String: Int64] = [:]
        try book.forEachEvent(kinds: ["erased"]) { event in
            guard case .erased(let fact) = event.fact else { return }
            erased[fact.submission] = event.number
            if owed.contains("\(event.number)") {
                // A backup is rid of it at once.
                if try home.status(Backup.marker) == nil {
                    report.warnings.append(
                        "The erasure of \(fact.submission) is still owed: its evidence, or some of it, is still there. "
                            + "'assay run' removes it, or says what hinders it.")
                }
                return
            }
            for folder in fact.folders where try home.status(folder) != nil {
                report.faults.append(
                    "The vault's folder '\(folder)' is there, though the evidence of \(fact.submission) was erased.")
            }
        }
        var batch: [Checked] = []
        var faults: [String] = []
        var files = 0
        let count = settings.progress.count(.checkingVault)
        func flush() {
            for result in concurrently(batch, { $0.faults(below: home, count) }) { faults += result }
            files += batch.reduce(0) { $0 + $1.files.count }
            batch = []
        }
        var gone = 0
        try book.forEachEvent(kinds: ["accepted", "kept"]) { event in
            let isErased = event.fact.submission.flatMap { erased[$0] }.map { event.number < $0 } ?? false
            let kept = VaultPlaces.files(of: event)
            if isErased {
                gone += kept.count
            } else {
                batch.append(Checked(folders: places.folders(of: event), files: kept))
            }
            if batch.count >= 64 { flush() }
        }
        flush()
        report.faults += faults
        (report.files, report.erased) = (files, gone)
    }

    private struct Checked: Sendable {
        var folders: [String]
        var files: [KeptFile]

        func faults(below home: Folder, _ count: Progress.Count) -> [String] {
            files.compactMap { file in
                defer { count.add() }
                let paths = VaultPlaces.paths(of: file, below: folders)
                var missing: String?
                for path in paths {
                    do {
                        let measure = try home.openFile(path).measure()
                        if measure.sha256.hex == file.sha256 { return nil }
                        return
                            "The vault's file '\(printable(path))' was changed: its SHA-256 is \(measure.sha256.hex), the ledger has \(file.sha256)."
                    } catch {
                        missing = missing ?? "\(error)"
                    }
                }
                return "The vault's file '\(printable(paths[0]))' is missing or can't be read: \(missing ?? "")"
            }
        }
    }

    // MARK: Records

    private func checkRecords(_ book: Book, _ root: Folder, _ key: RecordKey?, _ report: inout VerifyReport) throws {
        let outbox = try? Folder.open(root.path + "/Outbox")
        var signatures = try Signatures(present: key, history: KeyHistory(book, outbox: outbox))
        defer {
            report.faults += signatures.faults
            report.notes += signatures.notes
        }
        let owed = Set(try book.jobs(limit: .max).filter { $0.kind == .record }.map(\.event))
        try book.forEachEvent(kinds: ["recorded"]) { event in
            guard case .recorded(let fact) = event.fact else { return }
            report.records += 1
            guard let xml = try book.bytes(sha256: fact.record), let signature = try book.bytes(sha256: fact.signature),
                let json = try book.bytes(sha256: fact.json)
            else {
                report.faults.append("The ledger lacks the record of \(fact.submission).")
                return
            }
            signatures.check(signature, over: xml, of: fact.submission)
            if let key {
                let record = try RecordWriting.record(of: fact.submission, in: book, key: key)
                let text = String(decoding: xml, as: UTF8.self)
                if !text.contains(record.chain) {
                    report.faults.append("The record of \(fact.submission) doesn't name its ledger event's hash.")
                }
            }
            let folder = "Outbox/Decisions/" + fact.folder
            guard let shown = try? outbox?.folder("Decisions/" + fact.folder, crossingMounts: true) else {
                if !owed.contains(event.number) { report.taken += 1 }
                return
            }
            for (name, bytes) in [("record.xml", xml), ("record.xml.sig", signature), ("record.json", json)] {
                let found = try? shown.read(name, limit: 67_108_864)
                if let found, found != bytes {
                    report.faults.append("'\(folder)/\(name)' was changed: it isn't what was signed.")
                } else if found == nil {
                    report.faults.append("'\(folder)/\(name)' is missing. 'assay publish --all' writes it again.")
                }
            }
        }
    }
}
