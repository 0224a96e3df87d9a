internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents
internal import Folders

extension Publisher {
    static func queuePath(_ reviewer: String, _ submission: String) -> String { "Queues/\(reviewer)/\(submission)" }

    /// Who else may write into the file is for the umask, or the folder's own list, to say.
    static let decisionMode: UInt32 = 0o666

    /// Lays a reviewer's folder: the decision file, the page to read, and the evidence, blind names in manifest order.
    func layQueue(
        _ fact: AssignedFact, _ facts: QueueFacts, _ event: Event, scratchName: String
    ) throws -> Outcome {
        let path = Publisher.queuePath(fact.reviewer, fact.submission)
        let material = try maker.material(of: fact, facts)
        try clearForeignQueue(path, fact)
        var made: QueueStamp?
        let show = try build(path, scratchName: scratchName) { folder in
            try folder.writeNew(fact.form.decisionName, material.decision, mode: Publisher.decisionMode)
            try folder.writeNew(Publisher.readingPage, readingPage(fact, material))
            if let words = try earlierWords(fact, facts) { try folder.writeNew(EarlierWriting.fileName, words) }
            try folder.makeFolder("evidence")
            try layEvidence(material, in: try folder.folder("evidence"))
            made = QueueStamp(file: try folder.status(fact.form.decisionName), folder: try folder.ownStatus())
        }
        // Only what was made here needs no reading, as it was made. In a folder that an earlier try had brought into sight
        // she may have worked since.
        let look = Look(ticket: fact.ticket, stamp: "", since: event.at, judged: made?.text ?? "")
        return .built {
            _ = try show()
            return .laid(look)
        }
    }

    func earlierWords(_ fact: AssignedFact, _ facts: QueueFacts) throws -> [UInt8]? {
        try EarlierWriting(workspace: workspace, maker: maker).bytes(for: fact, facts)
    }

    /// What `your-earlier-words.txt` says in an assignment's folder now; nil where there is no such folder.
    func earlierWords(of row: AssignmentRow) throws -> [UInt8]? {
        guard let fact = try queuedFact(row) else { return nil }
        return try earlierWords(fact, workspace.ledger.read { try maker.facts(of: fact, row, in: $0) })
    }

    func queuedFact(_ row: AssignmentRow) throws -> AssignedFact? {
        try workspace.ledger.read { book in try book.queued(row.ticket).flatMap { try book.assignedFact($0) } }
    }

    /// What has the name of a folder to be laid and isn't that folder from an earlier try (a folder that a sync
    /// program brought back, or that somebody made) is kept out of the way.
    private func clearForeignQueue(_ path: String, _ fact: AssignedFact) throws {
        let (parent, name) = split(path)
        guard try workspace.outbox.status(parent)?.kind == .folder else { return }
        let queue = try workspace.outbox.folder(parent)
        guard let status = try queue.status(name) else { return }
        if status.kind == .folder,
            let bytes = try? queue.folder(name).read(fact.form.decisionName, limit: DecisionReader.limit),
            // Editors may have saved it in UTF-16.
            String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).contains(fact.ticket)
        {
            return
        }
        let store = try workspace.home.madeFolder(StrayFolders.path, mode: 0o700)
        let kept = StrayFolders.name(inPlaceOf: fact.ticket, status)
        try queue.move(name, to: store, as: kept, scratch: workspace.home.folder("tmp"), scratchName: "stray-" + kept)
        tally.setAside("Outbox/" + path, ".assay/\(StrayFolders.path)/" + kept)
    }

    /// Lays the evidence, or `only` what has one of these names.
    func layEvidence(_ material: QueueMaterial, only names: [String]? = nil, in folder: Folder) throws {
        let vault = try workspace.home.folder(material.accepted.vault)
        for (number, item) in material.accepted.evidence.enumerated() {
            let name = item.laidName
            if names?.contains(name) == false { continue }
            switch item.form {
            case .file:
                guard let path = item.place else { continue }
                let file = try vault.openFile(path)
                if maker.links {
                    do throws(IOFailure) {
                        // Not ours to change where somebody else's account dropped it.
                        try file.makeReadOnly()
                        try vault.link(path, to: folder, as: name)
                        continue
                    } catch {
                        guard error.isAnotherFileSystem || error.isForbidden else { throw error }
                        couldNotLink()
                    }
                }
                try file.copy(to: folder, as: name)
            case .link: try folder.writeNew(name, Array(linkText(item).utf8))
            case .text: try folder.writeNew(name, Array(material.texts[number, default: ""].utf8))
            }
        }
    }

    func linkText(_ item: RecordedEvidence) -> String {
        "\(item.href ?? "")\(item.duration.map { "\r\n\($0)" } ?? "")\r\n"
    }
}

/// One look at a queue folder: the decision file and the folder's own time, which tells of files that come and go.
struct QueueStamp: Hashable, Sendable {
    var file: FileStatus?
    var folder: FileStatus

    var text: String { "\(file?.stamp ?? "-") | \(folder.inode) \(folder.modified)" }

    /// Nil where the folder is gone.
    static func now(_ path: String, _ form: Reviewer.Form, in outbox: Folder) throws -> QueueStamp? {
        guard let folder = try outbox.status(path), folder.kind == .folder else { return nil }
        return QueueStamp(file: try outbox.status(path + "/" + form.decisionName), folder: folder)
    }
}
