internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

/// What was made out of sight to mend a folder that a reviewer works in, and comes into sight once it is on the disk:
/// a lost power leaves nothing there that is empty or torn. It holds no folder open.
struct Mending {
    /// Below Outbox.
    let path: String
    /// The blank decision file that was made; nil where one was there.
    fileprivate(set) var laid: FileStatus?
    /// Each gives the name that a file of the reviewer's got instead of its own, if it had to.
    private var steps: [(Folder) throws -> String?] = []

    init(path: String) { self.path = path }

    var isNothing: Bool { steps.isEmpty }

    mutating func add(_ step: @escaping (Folder) throws -> String?) { steps.append(step) }

    /// A step that shows a text, unless something else came into its place since `seen`: that is somebody's, and stays.
    mutating func show(_ hidden: String, as name: String, seen: FileStatus?) {
        add { folder in
            guard try folder.status(name) == seen else {
                try folder.removeIfThere(hidden)
                return nil
            }
            do throws(IOFailure) {
                try folder.show(hidden, as: name, over: seen != nil)
            } catch {
                if !error.isTaken { throw error }
            }
            return nil
        }
    }

    /// Shows it, one step after the other whatever becomes of each; the paths below Outbox where now lies what stood in
    /// the places of what was `wholly` mended.
    func show(in outbox: Folder) throws -> [String] {
        if isNothing { return [] }
        let folder = try outbox.folder(path)
        let done = steps.map { step in Result { try step(folder) } }
        return try done.compactMap { try $0.get() }.map { path + "/" + $0 }
    }
}

extension Publisher {
    private static let mendedAtOnce = 64

    /// Mends folders, a few at a time, and tells of each that is whole now. A failure of one folder's own is told, and
    /// so is that there is no room for what it lacks; the machine's ends it, once what was made before is shown.
    /// `adding` may have more to lay there.
    func mendQueues(
        _ facts: [AssignedFact], wholly: Bool = false,
        adding: (AssignedFact, inout Mending) throws -> Void = { _, _ in },
        done: (AssignedFact, Mending, [String]) throws -> Void
    ) throws {
        func tell(_ fact: AssignedFact, _ failure: any Error) {
            tally.failed("Outbox/" + Publisher.queuePath(fact.reviewer, fact.submission), failure)
        }
        for batch in facts.batches(of: Publisher.mendedAtOnce) {
            var made: [(fact: AssignedFact, mending: Mending)] = []
            var failure: (any Error)?
            for fact in batch where failure == nil {
                do {
                    var mending = try mendQueue(fact, wholly: wholly)
                    try adding(fact, &mending)
                    made.append((fact, mending))
                } catch {
                    try? outboxScratch().removeTree(fact.ticket)
                    if error.isOfOnePlace || error.isForWantOfRoom { tell(fact, error) } else { failure = error }
                }
            }
            if made.contains(where: { !$0.mending.isNothing }) { try disks.flush() }
            for (fact, mending) in made {
                do {
                    try done(fact, mending, mending.show(in: workspace.outbox))
                } catch let error where error.isOfOnePlace {
                    tell(fact, error)
                }
            }
            if let failure { throw failure }
        }
    }

    /// Makes what is missing from a folder that a reviewer still works in; her decision file, evidence that she wrote on
    /// and whatever else she keeps there are left alone. `wholly` also brings evidence and texts back as they were laid,
    /// and keeps what stood in their places.
    private func mendQueue(_ fact: AssignedFact, wholly: Bool) throws -> Mending {
        let path = Publisher.queuePath(fact.reviewer, fact.submission)
        var mending = Mending(path: path)
        // Read first: what the vault can't give leaves no empty folder.
        let material = try maker.material(of: fact)
        try workspace.outbox.makeDesk(split(path).parent)
        let folder = try workspace.outbox.madeFolder(path)
        try mendEvidence(fact, material, wholly: wholly, in: folder, &mending)
        let decision = fact.form.decisionName
        if try folder.status(decision) == nil {
            let hidden = try folder.prepare(decision, material.decision, mode: Publisher.decisionMode)
            mending.laid = try folder.status(hidden)
            mending.show(hidden, as: decision, seen: nil)
        }
        if try wholly || folder.status(EarlierWriting.fileName) == nil,
            let words = try earlierWords(fact, material.facts)
        {
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
        _ fact: AssignedFact, _ material: QueueMaterial, wholly: Bool, in folder: Folder, _ mending: inout Mending
    ) throws {
        let laid = try folder.status("evidence") == nil ? nil : try folder.folder("evidence")
        let names = try material.accepted.evidence.enumerated().filter { number, item in
            // What was erased is laid nowhere.
            if item.form == .file, item.place == nil { return false }
            guard let laid, let status = try laid.status(item.laidName) else { return true }
            // What isn't as it was laid she wrote on.
            guard wholly else { return false }
            return try status.kind != .file
                || laid.openFile(item.laidName).digest().sha256.hex != digest(number, material)
        }.map(\.element.laidName)
        if laid != nil, names.isEmpty { return }
        // Only what is missing is made: there may be no room for the rest a second time.
        let scratch = try outboxScratch()
        try scratch.removeTree(fact.ticket)
        try scratch.makeFolder(fact.ticket)
        let fresh = try scratch.folder(fact.ticket)
        try layEvidence(material, only: names, in: fresh)
        // A file that was changed in the vault is no reason to set the same bytes aside.
        let differing = try names.filter { name in try laid.map { try !isSame(name, $0, fresh) } ?? true }
        if laid == nil {
            return mending.add { [self] folder in
                let scratch = try outboxScratch()
                do throws(IOFailure) {
                    try scratch.rename(fact.ticket, to: folder, as: "evidence")
                } catch {
                    if !error.isTaken { throw error }
                    try scratch.removeTree(fact.ticket)
                }
                return nil
            }
        }
        for name in differing {
            mending.add { [self] folder in
                let laid = try folder.folder("evidence")
                let isThere = try laid.status(name) != nil
                // She put it back meanwhile.
                if isThere, !wholly { return nil }
                let other = try isThere ? asItWas(name, in: laid) : nil
                if let other { try laid.rename(name, to: laid, as: other) }
                try outboxScratch().folder(fact.ticket).rename(name, to: laid, as: name)
                return other.map { "evidence/" + $0 }
            }
        }
        mending.add { [self] _ in
            try outboxScratch().removeTree(fact.ticket)
            return nil
        }
    }

    private func isSame(_ name: String, _ laid: Folder, _ fresh: Folder) throws -> Bool {
        guard let status = try laid.status(name), status.kind == .file else { return false }
        return try laid.openFile(name).digest().sha256 == fresh.openFile(name).digest().sha256
    }

    /// Of what is laid for an item of evidence.
    private func digest(_ number: Int, _ material: QueueMaterial) -> String {
        let item = material.accepted.evidence[number]
        return switch item.form {
        case .file: item.sha256
        case .link: sha256(linkText(item)).hex
        case .text: sha256(material.texts[number, default: ""]).hex
        }
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
        if isNobodys { return mending.show(hidden, as: name, seen: status) }
        mending.add { [self] folder in
            let other = try asItWas(name, in: folder)
            if let other { try folder.rename(name, to: folder, as: other) }
            try folder.show(hidden, as: name)
            return other
        }
    }

    /// A free name for what somebody wrote in the place of what was laid: `read-as-it-was.html`, `read-as-it-was-2.html`.
    private func asItWas(_ name: String, in folder: Folder) throws -> String? {
        let names = Set(try folder.names())
        let (stem, ending) = (name.prefix { $0 != "." }, name.drop { $0 != "." })
        return (1...).lazy.map { "\(stem)-as-it-was\($0 == 1 ? "" : "-\($0)")\(ending)" }
            .first { !names.contains($0) }
    }
}
