internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

/// Bytes of the largest file of a reviewer's own that is kept; evidence may be larger.
private let largestKept: Int64 = 2_000_000_000

extension Publisher {
    /// A queue folder's end: renamed out, read once more; what isn't as it was laid or taken is kept.
    func endQueue(ticket: String) throws -> Outcome {
        let (row, fact, taken) = try workspace.ledger.read { book in
            let row = try book.assignment(ticket)
            return (row, try row.flatMap { try book.assignedFact($0) }, try row.flatMap { try book.decision(of: $0) })
        }
        guard let row, let fact else { return .nothing }
        let scratch = try outboxScratch()
        let (parent, name) = split(Publisher.queuePath(row.reviewer, row.submission))
        let ended = "end-" + ticket
        if try scratch.status(ended) == nil {
            guard try workspace.outbox.status(parent)?.kind == .folder else { return try keptBefore(row, fact) }
            let queue = try workspace.outbox.folder(parent)
            guard try queue.status(name)?.kind == .folder else { return try keptBefore(row, fact) }
            try queue.rename(name, to: scratch, as: ended)
        }
        let kept = try keepOwnFiles(of: fact, taken: taken, in: scratch, ended)
        try scratch.removeTree(ended)
        try workspace.outbox.removeFolderIfEmpty(parent)
        return try new(kept, of: row)
    }

    /// What no fact tells of yet: of a decision file that had strayed one does.
    private func new(_ kept: [KeptFile], of row: AssignmentRow) throws -> Outcome {
        if kept.isEmpty { return .nothing }
        let ticket = row.ticket
        let known = try workspace.ledger.read { try $0.keptFiles(ticket: ticket) }
        let kept = kept.filter { !known.contains($0) }
        guard !kept.isEmpty else { return .nothing }
        return .kept(KeptFact(submission: row.submission, ticket: ticket, files: kept))
    }

    /// Nothing is in the queue any more: an earlier try at this job, or a person, took the folder out.
    private func keptBefore(_ row: AssignmentRow, _ fact: AssignedFact) throws -> Outcome {
        let store = try workspace.home.folder("vault/kept")
        guard try store.status(fact.ticket) != nil else { return .nothing }
        return try new(listed(store.folder(fact.ticket)), of: row)
    }

    /// Moves what a person put or changed there into the vault, and lists it.
    private func keepOwnFiles(
        of fact: AssignedFact, taken: TakenFact?, in scratch: Folder, _ ended: String
    ) throws -> [KeptFile] {
        let folder = try scratch.folder(ended)
        let store = try workspace.home.folder("vault/kept")
        // A crash may have left some of them there already.
        var kept = try store.status(fact.ticket) == nil ? [] : try listed(store.folder(fact.ticket))
        let material = try maker.material(of: fact)
        let laid = try laidDigests(fact, material)
        let known = Set(
            [taken?.sha256].compactMap { $0 }
                + (try workspace.ledger.read { book in
                    try book.takenDigests(ticket: fact.ticket)
                        + book.keptFiles(ticket: fact.ticket).map(\.sha256)
                }))
        let ownNames = ["problems.txt", Publisher.readingPage, EarlierWriting.fileName, fact.form.decisionName]
        let tree = try folder.tree(limit: 100_000, depth: 40)
        let sizes = material.accepted.evidence.map(\.bytes)
        // Reading it would take as long as somebody likes.
        if let entry = tree.files.first(where: { $0.status.bytes > max(largestKept, sizes.max() ?? 0) }) {
            throw IOFailure("keep", folder.path + "/" + entry.path, code: IOFailure.tooLargeCode)
        }
        for entry in tree.files {
            if entry.path == "problems.txt" || NameRule.isDropping(entry.path) { continue }
            if Folder.isPrepared(entry.path, as: ownNames) { continue }
            if entry.path == Publisher.readingPage, Publisher.isLaidPage(in: folder) { continue }
            let measure = try folder.openFile(entry.path).measure()
            let digest = measure.sha256.hex
            if laid[entry.path] == digest || known.contains(digest) { continue }
            let target = try store.madeFolder(fact.ticket, mode: 0o700)
            let name = "\(kept.count + 1)-" + shortName(split(entry.path).name)
            try folder.moveFile(entry.path, to: target, as: name)
            kept.append(KeptFile(path: "vault/kept/\(fact.ticket)/\(name)", sha256: digest, bytes: measure.bytes))
        }
        if let failure = tree.unreadable { throw failure }
        guard !tree.isTruncated, tree.tooDeep == nil else {
            throw IOFailure("look through", folder.path, code: IOFailure.tooMuchCode)
        }
        return kept
    }

    /// The last 100 bytes of a name, whole characters.
    private func shortName(_ name: String) -> String {
        var rest = name[...]
        while rest.utf8.count > 100 { rest.removeFirst() }
        return String(rest)
    }

    /// Everything that was laid, by its path in the folder: as long as it is that, byte for byte, it is nobody's own.
    private func laidDigests(_ fact: AssignedFact, _ material: QueueMaterial) throws -> [String: String] {
        var digests = [fact.form.decisionName: sha256(material.decision).hex]
        digests[EarlierWriting.fileName] = try earlierWords(fact, material).map { sha256($0).hex }
        for (number, item) in material.accepted.evidence.enumerated() {
            let digest =
                switch item.form {
                case .file: item.sha256
                case .link: sha256(linkText(item)).hex
                case .text: sha256(material.texts[number, default: ""]).hex
                }
            digests["evidence/" + item.laidName] = digest
        }
        return digests
    }

    private func listed(_ folder: Folder) throws -> [KeptFile] {
        try folder.names().map { name in
            let measure = try folder.openFile(name).measure()
            return KeptFile(
                path: "vault/kept/\(split(folder.path).name)/\(name)", sha256: measure.sha256.hex, bytes: measure.bytes)
        }
    }
}
