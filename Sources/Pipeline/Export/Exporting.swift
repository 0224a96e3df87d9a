package import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Workers

/// `export --json`.
package struct ExportReport: Encodable, Sendable {
    package var submission: String
    /// The bag's folder, as it was named.
    package var bag: String
    /// Of the payload.
    package var files: Int
    package var bytes: Int64
    /// When the evidence was removed for good: then the bag has none.
    package var erased: Instant?
}

extension Questions {
    /// Writes a decision with its evidence as a BagIt bag. The folder appears whole, by one rename.
    package func export(_ id: String, toBag path: String) throws -> ExportReport {
        try checkIsWorkspace()
        let root = try Folder.open(settings.workspace)
        let outbox = try? Folder.open(root.path + "/Outbox")
        guard let decided = try withBook({ try decision(id, in: $0, outbox) }) ?? nil else {
            let drop = try withBook { try $0.latestDrop(bundle: id)?.submission } ?? nil
            let near =
                try drop.map { "Did you mean \($0), its latest drop? " }
                ?? suggestion(for: id, among: names(withBundles: false))
            throw Refusal.unknown("There is no submission '\(printable(id))'. \(near)'assay list' names them all.")
        }
        let home = try Folder.open(Workspace.homePath(settings, below: root))
        let place = try newFolder(path, outside: try OwnFolders(root, home: home))
        let scratch = ".assay-export-" + place.name
        try place.parent.removeTree(scratch)
        try place.parent.makeFolder(scratch, mode: 0o700)
        do {
            var bag = BagWriter(try place.parent.folder(scratch))
            try fill(&bag, decided, home)
            try bag.finish(try info(of: decided))
            try place.parent.flush()
            // An empty folder that was named gives way.
            try place.parent.removeFolderIfEmpty(place.name)
            try place.parent.rename(scratch, to: place.parent, as: place.name)
            try place.parent.flush()
            return ExportReport(
                submission: decided.submission, bag: path, files: bag.files, bytes: bag.bytes, erased: decided.erased)
        } catch {
            try? place.parent.removeTree(scratch)
            throw error
        }
    }

    /// What the ledger has of a decision that is exported.
    private struct Decision {
        var submission: String
        var accepted: AcceptedFact
        var outcome: Outcome
        var record: [UInt8]
        var signature: [UInt8]
        var json: [UInt8]
        var rubric: [UInt8]
        /// Of the key that signed it, where the ledger has that.
        var publicKey: [UInt8]?
        var erased: Instant?
    }

    private func decision(_ id: String, in book: Book, _ outbox: Folder?) throws -> Decision? {
        guard let row = try book.submission(id) else { return nil }
        let recorded = try book.events(of: row.id).compactMap { event in
            if case .recorded(let fact) = event.fact { fact } else { nil }
        }.last
        guard let recorded, let outcome = row.outcome else {
            let state = Inquiry(book: book).state(of: row, unfilled: try book.unfilled())
            throw Refusal.unknown(
                "There is no decision on \(row.id) ('\(printable(row.bundle))') to export: it is \(state).")
        }
        func bytes(_ digest: String, _ what: String) throws -> [UInt8] {
            if let bytes = try book.bytes(sha256: digest) { return bytes }
            throw Refusal.inputOutput("The ledger lacks the \(what) of \(row.id). Run 'assay verify'.")
        }
        let record = try bytes(recorded.record, "record")
        let signer = try KeyHistory(book, outbox: outbox).known[KeyHistory.signer(of: record) ?? ""]
        return Decision(
            submission: row.id, accepted: try book.acceptance(of: row), outcome: outcome,
            record: record, signature: try bytes(recorded.signature, "signature"),
            json: try bytes(recorded.json, "record.json"), rubric: try bytes(row.rubricSHA256, "rubric"),
            publicKey: signer.map { Array($0.pem.utf8) },
            erased: try book.erasure(of: row).flatMap { try book.event($0)?.at })
    }

    // MARK: The bag

    private func fill(_ bag: inout BagWriter, _ decided: Decision, _ home: Folder) throws {
        try bag.add("record.xml", decided.record)
        try bag.add("record.xml.sig", decided.signature)
        try bag.add("record.json", decided.json)
        try bag.add("record.pub.pem", decided.publicKey ?? home.read("keys/record.pub.pem", limit: 65_536))
        try bag.add("rubric.xml", decided.rubric)
        if decided.erased != nil { return }
        let accepted = decided.accepted
        let vault: Folder
        do throws(IOFailure) {
            vault = try home.folder(accepted.vault)
        } catch {
            guard error.isMissing else { throw error }
            throw Refusal.inputOutput(
                "The evidence of \(decided.submission) is missing in the vault. Run 'assay verify'.")
        }
        let workers = WorkerPool(size: 1)
        defer { workers.shutDown() }
        let manifest = try ReceivedManifest(of: accepted, in: vault, workers)
        guard accepted.isKept(manifest.received, at: accepted.root + "manifest.xml") else {
            throw Refusal.inputOutput(
                "The manifest of \(decided.submission) isn't in the vault as the ledger has it. Run 'assay verify'.")
        }
        try bag.add("submission/manifest.xml", manifest.received)
        try bag.add("submission/manifest-inspected.xml", manifest.inspected)
        for (item, read) in zip(accepted.evidence, manifest.submission.evidence) {
            let path = "evidence/" + item.laidName
            let digest: String? =
                switch read.content {
                case .text(let text): try bag.add(path, Array(text.utf8))
                case .link(let href, _): try bag.add(path, Array(href.utf8))
                case .file: try item.place.map { try bag.add(path, copyOf: vault.openFile($0)) }
                }
            // Each file has the digest that the record gives for its item.
            guard digest == item.sha256 else {
                throw Refusal.inputOutput(
                    "\(item.ref) of \(decided.submission) isn't in the vault as the ledger has it. Run 'assay verify'.")
            }
        }
    }

    private func info(of decided: Decision) throws -> [(label: String, value: String)] {
        let library = try self.library()
        let now = try self.now()
        let day = library.zone?.day(of: now) ?? CivilDate(daysSince1970: now.seconds / 86_400)
        let rubric = decided.accepted.rubric
        var info: [(label: String, value: String)] = []
        if let name = library.program?.value.name { info.append(("Source-Organization", name)) }
        info += [
            ("Bagging-Date", day.text), ("External-Identifier", decided.submission),
            (
                "External-Description",
                "Decision (\(decided.outcome.rawValue)) for the micro-credential \(rubric.title), \(rubric.id) "
                    + "\(rubric.version), with its evidence"
            ),
        ]
        if let erased = decided.erased {
            info.append(("Internal-Sender-Description", "The evidence was erased for good on \(erased.text)."))
        }
        info.append(("Bag-Software-Agent", "Assay"))
        return info
    }

    /// The place for a folder that isn't there yet, or is empty; none of the workspace's own.
    private func newFolder(_ path: String, outside mine: OwnFolders) throws -> (parent: Folder, name: String) {
        let typed = TypedPath(path)
        let name = typed.name
        guard !["", ".", ".."].contains(name) else {
            throw Refusal.usage("'\(printable(path))' is no name for a new folder. Name one, such as ../bag.")
        }
        let parent: Folder
        do throws(IOFailure) {
            parent = try typed.openParent()
        } catch {
            guard error.isMissing else { throw error }
            throw Refusal.usage("'\(printable(path))' can't be made there. Name a new folder in one that is there.")
        }
        try mine.refuse(try parent.realPath() + "/" + name + "/", named: path)
        guard let status = try parent.status(name) else { return (parent, name) }
        guard status.kind == .folder, try parent.folder(name, crossingMounts: true).names().isEmpty else {
            throw Refusal.usage("'\(printable(path))' isn't an empty folder. Name a new one.")
        }
        return (parent, name)
    }
}
