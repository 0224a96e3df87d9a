internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents
internal import Folders

extension Publisher {
    static func queuePath(_ reviewer: String, _ submission: String) -> String { "Queues/\(reviewer)/\(submission)" }

    /// Who else may write into the file is for the umask, or the folder's own list, to say.
    private static let decisionMode: UInt32 = 0o666

    /// Lays a reviewer's folder: the decision file, the page to read, and the evidence, blind names in manifest order.
    func layQueue(_ fact: AssignedFact, _ event: Event, scratchName: String) throws -> Outcome {
        let path = Publisher.queuePath(fact.reviewer, fact.submission)
        let material = try maker.material(of: fact)
        try clearForeignQueue(path, fact)
        let show = try build(path, scratchName: scratchName) { folder in
            try folder.writeNew(fact.form.decisionName, material.decision, mode: Publisher.decisionMode)
            try folder.writeNew(Publisher.readingPage, readingPage(fact, material))
            if let words = try earlierWords(fact, material) { try folder.writeNew(EarlierWriting.fileName, words) }
            try folder.makeFolder("evidence")
            try layEvidence(material, in: try folder.folder("evidence"))
        }
        return .built {
            _ = try show()
            return .laid(
                Look(
                    ticket: fact.ticket, stamp: "", since: event.at,
                    judged: try QueueStamp.now(path, fact.form, in: self.workspace.outbox)?.text ?? ""))
        }
    }

    /// Puts back what is missing from a folder that a reviewer still works in, and evidence that isn't as it was laid;
    /// her decision file and whatever else she keeps there are left alone. `wholly` also brings back the texts that were
    /// laid beside it, and keeps what stood in their places: the paths below Outbox where that lies now.
    @discardableResult
    func mendQueue(_ fact: AssignedFact, wholly: Bool = false) throws -> [String] {
        let path = Publisher.queuePath(fact.reviewer, fact.submission)
        try workspace.outbox.makeDesk(split(path).parent)
        let folder = try workspace.outbox.madeFolder(path)
        let material = try maker.material(of: fact)
        let scratch = try outboxScratch()
        try scratch.removeTree(fact.ticket)
        try scratch.makeFolder(fact.ticket)
        let fresh = try scratch.folder(fact.ticket)
        try layEvidence(material, in: fresh)
        if try folder.status("evidence") == nil {
            try scratch.rename(fact.ticket, to: folder, as: "evidence")
        } else {
            let laid = try folder.folder("evidence")
            for name in try fresh.names() where try !isSame(name, laid, fresh) {
                try laid.removeTree(name)
                try fresh.rename(name, to: laid, as: name)
            }
            try scratch.removeTree(fact.ticket)
        }
        let decision = fact.form.decisionName
        if try folder.status(decision) == nil {
            try folder.place(decision, material.decision, mode: Publisher.decisionMode)
        }
        var others: [String?] = []
        if try wholly || folder.status(EarlierWriting.fileName) == nil, let words = try earlierWords(fact, material) {
            others.append(try mend(EarlierWriting.fileName, words, wholly: wholly, in: folder))
        }
        let page = Publisher.readingPage
        // A page that somebody wrote on is hers.
        if try wholly || folder.status(page) == nil || Publisher.isLaidPage(in: folder) {
            others.append(try mend(page, readingPage(fact, material), wholly: wholly, in: folder))
        }
        return others.compactMap { $0 }.map { path + "/" + $0 }
    }

    /// Lays a text that isn't as it should be. What somebody wrote there gets another name, which is given back; an
    /// earlier version of the page, and a text that was cut, are nobody's writing.
    private func mend(_ name: String, _ text: [UInt8], wholly: Bool, in folder: Folder) throws -> String? {
        guard let status = try folder.status(name) else {
            try folder.place(name, text)
            return nil
        }
        let present = status.kind == .file ? try? folder.read(name, limit: Publisher.readingPageLimit) : nil
        if present == text { return nil }
        guard let present, Publisher.isLaidPage(present) || text.starts(with: present) else {
            if !wholly { return nil }
            let names = Set(try folder.names())
            let (stem, ending) = (name.prefix { $0 != "." }, name.drop { $0 != "." })
            let other = (1...).lazy.map { "\(stem)-as-it-was\($0 == 1 ? "" : "-\($0)")\(ending)" }
                .first { !names.contains($0) }
            guard let other else { return nil }
            try folder.rename(name, to: folder, as: other)
            try folder.place(name, text)
            return other
        }
        try folder.replace(name, text)
        return nil
    }

    func earlierWords(_ fact: AssignedFact, _ material: QueueMaterial) throws -> [UInt8]? {
        try EarlierWriting(workspace: workspace, maker: maker).bytes(for: fact, material.accepted)
    }

    /// What `your-earlier-words.txt` says in an assignment's folder now; nil where there is no such folder.
    func earlierWords(of row: AssignmentRow) throws -> [UInt8]? {
        guard let fact = try queuedFact(row) else { return nil }
        return try earlierWords(fact, maker.material(of: fact))
    }

    /// Lays it, or lays it anew where it still says what it said before.
    func layEarlierWords(of row: AssignmentRow, before: [UInt8]?) throws {
        let path = Publisher.queuePath(row.reviewer, row.submission)
        guard let fact = try queuedFact(row), let words = try earlierWords(of: row),
            let folder = try? workspace.outbox.folder(path)
        else { return }
        let stamp = try QueueStamp.now(path, fact.form, in: workspace.outbox)?.text
        do throws(IOFailure) {
            let name = EarlierWriting.fileName
            if try folder.status(name) == nil {
                try folder.place(name, words)
            } else if let before, before != words, try folder.read(name, limit: before.count + 1) == before {
                try folder.replace(name, words)
            }
        } catch {
            if error.isOfTheMachine { throw error }
            tally.failed("Outbox/" + path, error)
        }
        // Our own writing is no news of the reviewer's.
        try workspace.ledger.write { book in
            guard var look = try book.look(row.ticket), look.judged == stamp,
                let now = try QueueStamp.now(path, fact.form, in: workspace.outbox)?.text
            else { return }
            (look.stamp, look.judged) = (now, now)
            try book.remember(look)
        }
    }

    private func queuedFact(_ row: AssignmentRow) throws -> AssignedFact? {
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
        let store = try workspace.home.folder("vault/kept").madeFolder("strays", mode: 0o700)
        let kept = "\(fact.ticket)-\(status.inode)"
        try queue.move(name, to: store, as: kept, scratch: workspace.home.folder("tmp"), scratchName: "stray-" + kept)
        tally.setAside("Outbox/" + path, ".assay/vault/kept/strays/" + kept)
    }

    private func isSame(_ name: String, _ laid: Folder, _ fresh: Folder) throws -> Bool {
        guard let status = try laid.status(name), status.kind == .file else { return false }
        return try laid.openFile(name).measure().sha256 == fresh.openFile(name).measure().sha256
    }

    private func layEvidence(_ material: QueueMaterial, in folder: Folder) throws {
        let vault = try workspace.home.folder(material.accepted.vault)
        for (number, item) in material.accepted.evidence.enumerated() {
            let name = item.laidName
            switch item.form {
            case .file:
                guard let path = item.place else { continue }
                let file = try vault.openFile(path)
                if maker.links {
                    try file.makeReadOnly()
                    do throws(IOFailure) {
                        try vault.link(path, to: folder, as: name)
                        continue
                    } catch {
                        guard error.isAnotherFileSystem || error.isForbidden else { throw error }
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
