internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

/// Bytes of the largest file of a reviewer's own that is kept; evidence may be larger.
private let largestKept: Int64 = 2_000_000_000

extension Publisher {
    /// A queue folder's end: renamed out, read once more; what isn't as it was laid or taken is kept.
    func endQueue(_ facts: EndFacts) throws -> Outcome {
        let row = facts.row
        let scratch = try outboxScratch()
        let (parent, name) = split(Publisher.queuePath(row.reviewer, row.submission))
        let ended = "end-" + row.ticket
        if try scratch.status(ended) == nil {
            // What was erased is nobody's to keep any more.
            if facts.isErased, try workspace.outbox.status(parent + "/" + name) == nil { return .nothing }
            guard try workspace.outbox.status(parent)?.kind == .folder else { return try keptBefore(facts) }
            let queue = try workspace.outbox.folder(parent)
            guard try queue.status(name)?.kind == .folder, !isOfLater(name, in: queue, facts) else {
                return try keptBefore(facts)
            }
            try queue.rename(name, to: scratch, as: ended)
        }
        let kept = facts.isErased ? [] : try keepOwnFiles(facts, in: scratch, ended)
        if facts.isErased { try scratch.removeForGood(ended) } else { try scratch.removeTree(ended) }
        try workspace.outbox.removeFolderIfEmpty(parent)
        return new(kept, facts)
    }

    /// Whether the folder there is the one of a later assignment.
    private func isOfLater(_ name: String, in queue: Folder, _ facts: EndFacts) -> Bool {
        if facts.later.isEmpty { return false }
        return Reviewer.Form.allCases.contains { form in
            let bytes = try? queue.read(name + "/" + form.decisionName, limit: DecisionReader.limit)
            return bytes.flatMap(writtenTicket).map(facts.later.contains) ?? false
        }
    }

    /// What no fact tells of yet: of a decision file that had strayed one does.
    private func new(_ kept: [KeptFile], _ facts: EndFacts) -> Outcome {
        let kept = kept.filter { !facts.kept.contains($0) }
        if kept.isEmpty { return .nothing }
        return .kept(KeptFact(submission: facts.row.submission, ticket: facts.row.ticket, files: kept))
    }

    /// It isn't in the queue any more: an earlier try at this job, or a person, took the folder out.
    private func keptBefore(_ facts: EndFacts) throws -> Outcome {
        let store = try workspace.home.folder("vault/kept")
        guard try store.status(facts.row.ticket) != nil else { return .nothing }
        return try new(listed(store.folder(facts.row.ticket)), facts)
    }

    /// Moves what a person put or changed there into the vault, and lists it.
    private func keepOwnFiles(_ facts: EndFacts, in scratch: Folder, _ ended: String) throws -> [KeptFile] {
        let fact = facts.fact
        let folder = try scratch.folder(ended)
        let store = try workspace.home.folder("vault/kept")
        // A crash may have left some of them there already; of those that were copied from another disk the last one may
        // lie here as well.
        var kept = try store.status(fact.ticket) == nil ? [] : try listed(store.folder(fact.ticket))
        var twice = kept
        let laid = laidEvidence(facts.queue.accepted)
        let known = Set([facts.taken?.sha256].compactMap { $0 } + facts.takenDigests + facts.kept.map(\.sha256))
        let ownNames = ["problems.txt", Publisher.readingPage, EarlierWriting.fileName, fact.form.decisionName]
        let tree = try folder.tree(limit: 100_000, depth: 40)
        let sizes = facts.queue.accepted.evidence.map(\.bytes)
        // Reading it would take as long as somebody likes.
        if let entry = tree.files.first(where: { $0.status.bytes > max(largestKept, sizes.max() ?? 0) }) {
            throw IOFailure("keep", folder.path + "/" + entry.path, code: IOFailure.tooLargeCode)
        }
        for entry in tree.files {
            if entry.path == "problems.txt" || NameRule.isDropping(entry.path) { continue }
            if Folder.isPrepared(entry.path, as: ownNames) { continue }
            if entry.path == Publisher.readingPage, Publisher.isLaidPage(in: folder) { continue }
            let file = try folder.openFile(entry.path)
            var measure = try file.digest()
            let digest = measure.sha256.hex
            if laid[entry.path] == digest || known.contains(digest) { continue }
            if try digest == laidDigest(of: entry.path, facts) { continue }
            // Moved, it could still be written: by an editor that has it open, as a swap file is, or by its other name.
            let isHeld = try file.hasWriter() != false || file.status.links > 1 || file.currentStatus() != file.status
            let target = try store.madeFolder(fact.ticket, mode: 0o700)
            let short = shortName(split(entry.path).name)
            let name = "\(kept.count + 1)-" + short
            if let place = twice.firstIndex(where: { $0.sha256 == digest && $0.path.hasSuffix("-" + short) }) {
                twice.remove(at: place)
                if isHeld { continue }
                // Where a rename leads there the kept one has left its place, and this is another.
                do throws(IOFailure) {
                    try folder.rename(entry.path, to: target, as: name)
                } catch {
                    if error.isAnotherFileSystem { continue }
                    throw error
                }
            } else {
                if isHeld, !RoomForBundle(folder: workspace.home).isEnough(for: measure.bytes) {
                    throw IOFailure("keep", folder.path + "/" + entry.path, code: IOFailure.fullCode)
                }
                try folder.moveFile(
                    entry.path, to: target, as: name, scratch: workspace.home.folder("tmp"),
                    scratchName: "kept-\(fact.ticket)-\(kept.count + 1)", copying: isHeld)
                if isHeld { measure = try target.openFile(name).digest() }
            }
            let path = "vault/kept/\(fact.ticket)/\(name)"
            kept.append(KeptFile(path: path, sha256: measure.sha256.hex, bytes: measure.bytes))
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

    /// The digests of the evidence that was laid, by its path in the folder: as long as it is that, byte for byte, it is
    /// nobody's own.
    private func laidEvidence(_ accepted: AcceptedFact) -> [String: String] {
        let laid = accepted.evidence.map { item in
            ("evidence/" + item.laidName, item.form == .link ? sha256(linkText(item)).hex : item.sha256)
        }
        return Dictionary(laid) { _, last in last }
    }

    /// The same of what was laid beside it, which is made again to be compared.
    private func laidDigest(of path: String, _ facts: EndFacts) throws -> String? {
        switch path {
        case facts.fact.form.decisionName:
            sha256(try maker.decision(facts.fact, facts.queue.accepted)).hex
        case EarlierWriting.fileName:
            try EarlierWriting(workspace: workspace, maker: maker).bytes(for: facts.fact, facts.queue).map {
                sha256($0).hex
            }
        default: nil
        }
    }

    private func listed(_ folder: Folder) throws -> [KeptFile] {
        // As they were kept: 10 comes after 9.
        let names = try folder.names().sorted { EarlierWriting.name($0).number < EarlierWriting.name($1).number }
        return try names.map { name in
            let measure = try folder.openFile(name).digest()
            return KeptFile(
                path: "vault/kept/\(split(folder.path).name)/\(name)", sha256: measure.sha256.hex, bytes: measure.bytes)
        }
    }
}
