internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Synchronization

/// Carries out what committed facts still owe to the folders. Each job can be done again after a crash at any point:
/// the same facts give the same bytes.
final class Publisher: Sendable {
    let workspace: Workspace
    let disks: Disks
    let shelf: RubricShelf
    let maker: QueueMaker
    let tally: Tally
    private let isStopping: @Sendable () -> Bool
    private let reserved = Mutex<Set<String>>([])

    init(
        _ workspace: Workspace, _ disks: Disks, _ shelf: RubricShelf, _ maker: QueueMaker, _ tally: Tally,
        _ isStopping: @escaping @Sendable () -> Bool
    ) {
        self.isStopping = isStopping
        (self.workspace, self.disks, self.shelf, self.maker) = (workspace, disks, shelf, maker)
        self.tally = tally
    }

    private static let batchSize = 1024

    /// Does everything that is owed, a batch at a time: the folders first, then a flush, then the mark.
    func publishAll() throws {
        while true {
            let (jobs, events) = try workspace.ledger.read { book in
                let jobs = try book.jobs(limit: Publisher.batchSize)
                return (jobs, try jobs.map { try book.event($0.event) })
            }
            if jobs.isEmpty || isStopping() { break }
            var done: [Job] = []
            var laid: [Look] = []
            var kept: [KeptFact] = []
            // Jobs of one kind side by side; kinds in the order in which they were promised.
            var rest = Array(zip(jobs, events))[...]
            while let first = rest.first {
                let run = rest.prefix { $0.0.kind == first.0.kind }
                rest = rest.dropFirst(run.count)
                // Once somebody wants to stop, no further job is begun; the rest stays owed.
                let outcomes = concurrently(Array(run)) { job, event in
                    Result { try self.isStopping() ? .skipped : self.perform(job, event) }
                }
                for (job, result) in zip(run.map(\.0), outcomes) {
                    let outcome = try result.get()
                    if case .skipped = outcome { continue }
                    done.append(job)
                    switch outcome {
                    case .skipped: break
                    case .nothing: break
                    case .laid(let look): laid.append(look)
                    case .kept(let fact): kept.append(fact)
                    }
                }
            }
            try disks.flush()
            tally.kept(kept)
            try workspace.ledger.write { book in
                let at = try book.lastLink().at ?? Instant(seconds: 0)
                for look in laid { try book.remember(look) }
                for fact in kept { try book.append(.kept(fact), at: at) }
                for job in done where job.kind == .queueEnd {
                    try book.forget(look: job.subject)
                    try book.removeProblems(ticket: job.subject)
                }
                try book.finish(done)
            }
        }
        try outboxScratch(remove: true)
    }

    enum Outcome: Sendable {
        case nothing
        /// Somebody wants to stop.
        case skipped
        case laid(Look)
        case kept(KeptFact)
    }

    private func perform(_ job: Job, _ event: Event?) throws -> Outcome {
        guard let event else { throw Refusal.fault("The ledger lacks event \(job.event) that is to be published.") }
        switch (job.kind, event.fact) {
        case (.moveIn, .accepted(let fact)): try moveIn(fact, from: job.subject)
        case (.moveOut, .returned(let fact)): try moveOut(receipt(of: fact, event), fact.folder, from: job.subject)
        case (.moveOut, .duplicate(let fact)): try moveOut(receipt(of: fact, event), fact.folder, from: job.subject)
        case (.removeDrop, _): try removeDrop(copiedTo: job.subject)
        case (.receipt, .accepted(let fact)): try lay(receipt(of: fact, event), below: "Receipts/" + fact.receipt, job)
        case (.letter, .unscorable(let fact)):
            try lay(try letter(of: fact, event), below: "Receipts/" + fact.receipt, job)
        case (.queue, .assigned(let fact)): return .laid(try layQueue(fact, event, scratchName: "\(job.number)"))
        case (.queueEnd, _): return try endQueue(ticket: job.subject)
        case (.erase, .erased(let fact)): try erase(fact)
        case (.record, .recorded(let fact)): try layRecord(fact, job)
        default: throw Refusal.fault("Job \(job.number) (\(job.kind.rawValue)) doesn't fit its event \(job.event).")
        }
        return .nothing
    }

    // MARK: Scratch

    static let scratchName = ".assay-tmp"

    /// The folder on Outbox's own file system in which results are built; gone when nothing is being built.
    @discardableResult
    func outboxScratch(remove: Bool = false) throws -> Folder? {
        if remove {
            try workspace.outbox.removeFolderIfEmpty(Publisher.scratchName)
            return nil
        }
        return try workspace.outbox.madeFolder(Publisher.scratchName, mode: 0o700)
    }

    /// Builds a folder out of sight and shows it whole, by one rename. One that is there already stays.
    func show(_ path: String, scratchName: String, _ build: (Folder) throws -> Void) throws {
        let (parent, name) = split(path)
        let target = try workspace.outbox.madeFolder(parent)
        if try target.status(name) != nil { return }
        guard let scratch = try outboxScratch() else { return }
        try scratch.removeTree(scratchName)
        try scratch.makeFolder(scratchName)
        try build(try scratch.folder(scratchName))
        do throws(IOFailure) {
            try scratch.rename(scratchName, to: target, as: name)
        } catch {
            guard error.isTaken else { throw error }
            try scratch.removeTree(scratchName)
        }
    }

    /// The same for a folder of plain files.
    func show(_ path: String, scratchName: String, _ files: [String: [UInt8]]) throws {
        try show(path, scratchName: scratchName) { folder in
            for (name, bytes) in files.sorted(by: { $0.key < $1.key }) { try folder.writeNew(name, bytes) }
        }
    }

    /// A free name for a bundle in Outbox/Returned: its own, or with a number after it.
    func freeReturnName(_ bundle: String) throws -> String {
        let returned = try workspace.outbox.madeFolder("Returned")
        for number in 1... {
            let name = fitted(bundle, suffix: number == 1 ? "" : ".\(number)", digest: { sha256($0).hex })
            let isFree = reserved.withLock { $0.insert(name).inserted }
            if isFree, try returned.status(name) == nil { return name }
        }
        throw Refusal.fault("no free name for a returned bundle")
    }
}

/// A path's folder and last name.
func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
}
