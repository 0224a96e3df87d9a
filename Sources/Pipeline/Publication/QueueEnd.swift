internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

extension Publisher {
    /// A queue folder's end: renamed out, read once more; what isn't as it was laid or taken is kept.
    func endQueue(ticket: String) throws -> Outcome {
        let (row, fact, taken) = try workspace.ledger.read { book in
            let row = try book.assignment(ticket)
            return (row, try row.flatMap { try book.assignedFact($0) }, try row.flatMap { try book.decision(of: $0) })
        }
        guard let row, let fact, let scratch = try outboxScratch() else { return .nothing }
        let (parent, name) = split(Publisher.queuePath(row.reviewer, row.submission))
        let ended = "end-" + ticket
        if try scratch.status(ended) == nil {
            guard let queue = try? workspace.outbox.folder(parent), try queue.status(name) != nil else {
                return try keptBefore(row, fact)
            }
            try queue.rename(name, to: scratch, as: ended)
        }
        let kept = try keepOwnFiles(of: fact, taken: taken, in: scratch, ended)
        try scratch.removeTree(ended)
        try workspace.outbox.removeFolderIfEmpty(parent)
        guard !kept.isEmpty else { return .nothing }
        return .kept(KeptFact(submission: row.submission, ticket: ticket, files: kept))
    }

    /// Nothing is in the queue any more: an earlier try at this job, or a person, took the folder out.
    private func keptBefore(_ row: AssignmentRow, _ fact: AssignedFact) throws -> Outcome {
        let store = try workspace.home.folder("vault/kept")
        guard try store.status(fact.ticket) != nil else { return .nothing }
        let files = try listed(store.folder(fact.ticket))
        return files.isEmpty ? .nothing : .kept(KeptFact(submission: row.submission, ticket: fact.ticket, files: files))
    }

    /// Moves what a person put or changed there into the vault, and lists it.
    private func keepOwnFiles(
        of fact: AssignedFact, taken: TakenFact?, in scratch: Folder, _ ended: String
    ) throws -> [KeptFile] {
        let folder = try scratch.folder(ended)
        let store = try workspace.home.folder("vault/kept")
        // A crash may have left some of them there already.
        var kept = try store.status(fact.ticket) == nil ? [] : try listed(store.folder(fact.ticket))
        let laid = sha256(try maker.material(of: fact).decision).hex
        let known = Set(
            [laid, taken?.sha256].compactMap { $0 }
                + (try workspace.ledger.read { try $0.takenDigests(ticket: fact.ticket) }))
        for entry in try folder.tree(limit: 100_000, depth: 40).files {
            if entry.path == "problems.txt" || NameRule.isDropping(entry.path) { continue }
            if entry.path == Publisher.readingPage, Publisher.isLaidPage(in: folder) { continue }
            if entry.path.hasPrefix("evidence/"), try isLaidEvidence(entry.path, fact, folder) { continue }
            guard entry.status.links == 1 || entry.path.hasPrefix("evidence/") else { continue }
            let measure = try folder.openFile(entry.path).measure()
            if known.contains(measure.sha256.hex) { continue }
            let target = try store.madeFolder(fact.ticket, mode: 0o700)
            let name = "\(kept.count + 1)-" + String(split(entry.path).name.suffix(100))
            try folder.rename(entry.path, to: target, as: name)
            kept.append(
                KeptFile(path: "vault/kept/\(fact.ticket)/\(name)", sha256: measure.sha256.hex, bytes: measure.bytes))
        }
        return kept
    }

    private func listed(_ folder: Folder) throws -> [KeptFile] {
        try folder.names().map { name in
            let measure = try folder.openFile(name).measure()
            return KeptFile(
                path: "vault/kept/\(split(folder.path).name)/\(name)", sha256: measure.sha256.hex, bytes: measure.bytes)
        }
    }

    /// Evidence as it was laid: by its name, and by the digest that the ledger holds.
    private func isLaidEvidence(_ path: String, _ fact: AssignedFact, _ folder: Folder) throws -> Bool {
        let material = try maker.material(of: fact)
        let name = split(path).name
        guard let item = material.accepted.evidence.first(where: { name.hasPrefix("\($0.ref)-\($0.kind)") }) else {
            return false
        }
        if item.form != .file { return true }
        return try folder.openFile(path).measure().sha256.hex == item.sha256
    }
}
