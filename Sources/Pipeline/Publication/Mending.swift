internal import Assessment
internal import Bookkeeping
internal import Folders

/// What was made out of sight to mend a folder that a reviewer works in, and comes into sight once it is on the disk:
/// a lost power leaves nothing there that is empty or torn.
struct Mending {
    /// Below Outbox.
    let path: String
    /// Each gives the name that a file of the reviewer's got instead of its own, if it had to.
    private var steps: [() throws -> String?] = []

    init(path: String) { self.path = path }

    var isNothing: Bool { steps.isEmpty }

    mutating func add(_ step: @escaping () throws -> String?) { steps.append(step) }

    /// Shows it; the paths below Outbox where now lies what stood in the places of `wholly` mended texts.
    func show() throws -> [String] { try steps.compactMap { try $0() }.map { path + "/" + $0 } }
}

extension Publisher {
    /// Makes what is missing from a folder that a reviewer still works in, and evidence that isn't as it was laid; her
    /// decision file and whatever else she keeps there are left alone. `wholly` also brings back the texts that were
    /// laid beside it, and keeps what stood in their places.
    func mendQueue(_ fact: AssignedFact, wholly: Bool = false) throws -> Mending {
        let path = Publisher.queuePath(fact.reviewer, fact.submission)
        var mending = Mending(path: path)
        try workspace.outbox.makeDesk(split(path).parent)
        let folder = try workspace.outbox.madeFolder(path)
        let material = try maker.material(of: fact)
        try mendEvidence(fact, material, in: folder, &mending)
        let decision = fact.form.decisionName
        if try folder.status(decision) == nil {
            let hidden = try folder.prepare(decision, material.decision, mode: Publisher.decisionMode)
            mending.add {
                try folder.show(hidden, as: decision)
                return nil
            }
        }
        if try wholly || folder.status(EarlierWriting.fileName) == nil, let words = try earlierWords(fact, material) {
            try mend(EarlierWriting.fileName, words, wholly: wholly, in: folder, &mending)
        }
        let page = Publisher.readingPage
        // A page that somebody wrote on is hers.
        if try wholly || folder.status(page) == nil || Publisher.isLaidPage(in: folder) {
            try mend(page, readingPage(fact, material), wholly: wholly, in: folder, &mending)
        }
        return mending
    }

    private func mendEvidence(
        _ fact: AssignedFact, _ material: QueueMaterial, in folder: Folder, _ mending: inout Mending
    ) throws {
        let scratch = try outboxScratch()
        try scratch.removeTree(fact.ticket)
        try scratch.makeFolder(fact.ticket)
        let fresh = try scratch.folder(fact.ticket)
        try layEvidence(material, in: fresh)
        if try folder.status("evidence") == nil {
            return mending.add {
                try scratch.rename(fact.ticket, to: folder, as: "evidence")
                return nil
            }
        }
        let laid = try folder.folder("evidence")
        let names = try fresh.names().filter { try !isSame($0, laid, fresh) }
        if names.isEmpty { return try scratch.removeTree(fact.ticket) }
        mending.add {
            for name in names {
                try laid.removeTree(name)
                try fresh.rename(name, to: laid, as: name)
            }
            try scratch.removeTree(fact.ticket)
            return nil
        }
    }

    private func isSame(_ name: String, _ laid: Folder, _ fresh: Folder) throws -> Bool {
        guard let status = try laid.status(name), status.kind == .file else { return false }
        return try laid.openFile(name).measure().sha256 == fresh.openFile(name).measure().sha256
    }

    /// A text that isn't as it should be. What somebody wrote there gets another name; an earlier version of the page,
    /// and a text that was cut, are nobody's writing.
    private func mend(
        _ name: String, _ text: [UInt8], wholly: Bool, in folder: Folder, _ mending: inout Mending
    ) throws {
        let status = try folder.status(name)
        let present = status?.kind == .file ? try? folder.read(name, limit: Publisher.readingPageLimit) : nil
        if present == text { return }
        let isNobodys = present.map { Publisher.isLaidPage($0) || text.starts(with: $0) } ?? (status == nil)
        guard isNobodys || wholly else { return }
        let hidden = try folder.prepare(name, text)
        mending.add { [self] in
            let other = isNobodys ? nil : try asItWas(name, in: folder)
            if let other { try folder.rename(name, to: folder, as: other) }
            try folder.show(hidden, as: name, over: isNobodys && status != nil)
            return other
        }
    }

    /// A free name for what somebody wrote in a text's place: `read-as-it-was.html`, `read-as-it-was-2.html`.
    private func asItWas(_ name: String, in folder: Folder) throws -> String? {
        let names = Set(try folder.names())
        let (stem, ending) = (name.prefix { $0 != "." }, name.drop { $0 != "." })
        return (1...).lazy.map { "\(stem)-as-it-was\($0 == 1 ? "" : "-\($0)")\(ending)" }
            .first { !names.contains($0) }
    }

    /// Makes the words that came back from a strayed decision file, where they aren't there yet, or are as they were
    /// `before`; the step that shows them does so only once they are on the disk. Nil where there is nothing to do.
    func mendEarlierWords(of row: AssignmentRow, before: [UInt8]?) throws -> (() throws -> Void)? {
        let path = Publisher.queuePath(row.reviewer, row.submission)
        let name = EarlierWriting.fileName
        guard let fact = try queuedFact(row), let words = try earlierWords(of: row),
            let folder = try? workspace.outbox.folder(path)
        else { return nil }
        func unlessOfTheMachine(_ body: () throws(IOFailure) -> Void) throws {
            do throws(IOFailure) {
                try body()
            } catch {
                if error.isOfTheMachine { throw error }
                tally.failed("Outbox/" + path, error)
            }
        }
        func stamp() throws -> String? { try QueueStamp.now(path, fact.form, in: workspace.outbox)?.text }
        let seen = try stamp()
        var hidden: String?
        try unlessOfTheMachine { () throws(IOFailure) in
            let isThere = try folder.status(name) != nil
            if isThere {
                guard let before, before != words, try folder.read(name, limit: before.count + 1) == before
                else { return }
            }
            hidden = try folder.prepare(name, words)
        }
        guard let hidden else { return nil }
        let made = try stamp()
        return { [self] in
            let isQuiet = try stamp() == made
            try unlessOfTheMachine { () throws(IOFailure) in try folder.show(hidden, as: name, over: true) }
            // Our own writing is no news of the reviewer's.
            if !isQuiet { return }
            try workspace.ledger.write { book in
                guard var look = try book.look(row.ticket), look.judged == seen, let now = try stamp() else { return }
                (look.stamp, look.judged) = (now, now)
                try book.remember(look)
            }
        }
    }
}
