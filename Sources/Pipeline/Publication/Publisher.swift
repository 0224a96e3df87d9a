internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Logging
internal import Synchronization

/// Carries out what committed facts still owe to the folders. Each job can be done again after a crash at any point:
/// the same facts give the same bytes.
final class Publisher: Sendable {
    let workspace: Workspace
    let disks: Disks
    let shelf: RubricShelf
    let maker: QueueMaker
    let tally: Tally
    private let log: Logger
    let pages = RecentPages()
    let criteriaParts = RecentPages()
    let progress: Progress
    private let isStopping: @Sendable () -> Bool
    private let reserved = Mutex<Set<String>>([])
    /// Numbers of the jobs that this pass has no room for.
    private let putOff = Mutex<Set<Int64>>([])
    /// What was begun beside.
    private let side = Mutex<Beside<Void>?>(nil)
    /// Whether evidence that was to be linked had to be copied.
    private let refusesLinks = Mutex(false)
    /// The last job that this pass has tried.
    private let tried = Mutex<Int64>(0)
    /// What was laid beside, and waits for a flush to be marked as done.
    private let unmarked = Mutex<[Batch]>([])

    init(
        _ workspace: Workspace, _ disks: Disks, _ shelf: RubricShelf, _ maker: QueueMaker, _ tally: Tally,
        _ progress: Progress, _ log: Logger, _ isStopping: @escaping @Sendable () -> Bool
    ) {
        self.isStopping = isStopping
        (self.workspace, self.disks, self.shelf, self.maker) = (workspace, disks, shelf, maker)
        (self.tally, self.progress, self.log) = (tally, progress, log)
    }

    private static let batchSize = 1024

    /// Does what the newest facts owe while the caller prepares the next batch, and needs the ledger for it; what was
    /// begun so before ends first. What stays owed waits for `publishAll`. The `records` are those that were made just
    /// now, and needn't be read.
    func publishBeside(
        holdingFacts: Bool = false, records: [RecordMaterial] = [], _ progress: Progress = .untold
    ) throws {
        try finishBeside()
        var owed = try owed(after: tried.withLock { $0 })
        let materials = Dictionary(records.map { ($0.record.submission, $0) }) { _, last in last }
        for (index, one) in owed.enumerated() where one.job.kind == .record {
            owed[index].record = one.event?.fact.submission.flatMap { materials[$0] }
        }
        guard let final = owed.last, !isStopping() else { return }
        // The end of a queue folder may bring a fact, and facts have an order; copies may fill the ledger's disk.
        let copies = !maker.links || refusesLinks.withLock { $0 }
        let isAlone = owed.contains {
            $0.job.kind == .queueEnd && (!holdingFacts || disks.isOutboxApart) || $0.job.kind == .queue && copies
        }
        tried.withLock { $0 = final.job.number }
        let count = progress.count(.layingFolders)
        if isAlone { return try publish(owed, holdingFacts: holdingFacts, count) }
        let work = Beside { [self, owed] in
            var batch = try lay(owed, count)
            if holdingFacts { batch.holdFacts(after: 0) }
            let waiting = unmarked.withLock { unmarked in
                unmarked.append(batch)
                return unmarked.count
            }
            if waiting > Publisher.mostUnmarked { try markAll() }
        }
        side.withLock { $0 = work }
    }

    /// Whoever flushes for reasons of his own does it for these as well; they hold memory until then.
    private static let mostUnmarked = 2

    /// Flushes, as the caller has to, and gives the mark that the caller's next transaction sets: what was laid beside
    /// costs no flush, and no transaction, of its own.
    func flush() throws -> (Book) throws -> Void {
        let batches = unmarked.withLock { unmarked in
            defer { unmarked = [] }
            return unmarked
        }
        try disks.flush()
        return { book in for batch in batches { try batch.mark(in: book) } }
    }

    private func markAll() throws {
        if unmarked.withLock({ $0.isEmpty }) { return }
        let mark = try flush()
        try workspace.ledger.write(mark)
    }

    /// From now on queue folders are laid while nothing else is at work: what is copied may fill the ledger's disk.
    func couldNotLink() { refusesLinks.withLock { $0 = true } }

    /// Waits for what was begun beside; throws what it threw, once.
    func finishBeside() throws {
        let work = side.withLock { $0.take() }
        try work?.finish()
    }

    /// Waits for what was begun beside, however it ends: nothing is written any more once the workspace is given up.
    func rest() { try? finishBeside() }

    /// Does everything that is owed, a batch at a time: the folders first, then a flush, then the mark. What can't be
    /// done for a reason of its own stays owed, and is told; the rest goes on. Where facts are held, what would bring one
    /// stays owed as well: done again, it brings it.
    func publishAll(holdingFacts: Bool = false) throws {
        try finishBeside()
        try publishEach(holdingFacts: holdingFacts, progress.count(.layingFolders))
        if try workspace.outbox.status(Publisher.scratchName)?.kind == .folder {
            try workspace.outbox.removeFolderIfEmpty(Publisher.scratchName)
        }
    }

    private func publishEach(holdingFacts: Bool, _ count: Progress.Count) throws {
        try markAll()
        var last: Int64 = 0
        while true {
            let owed = try owed(after: last)
            guard let final = owed.last, !isStopping() else { break }
            last = final.job.number
            try publish(owed, holdingFacts: holdingFacts, count)
        }
        tried.withLock { $0 = max($0, last) }
    }

    private func owed(after number: Int64) throws -> [Owed] {
        try workspace.ledger.read { book in
            try book.jobs(after: number, limit: Publisher.batchSize).map { try Owed($0, in: book, maker: maker) }
        }
    }

    private func publish(_ owed: [Owed], holdingFacts: Bool = false, _ count: Progress.Count) throws {
        var batch = try lay(owed, count)
        batch.holdFacts(after: holdingFacts ? 0 : batch.skipped)
        try log.step("flush what \(batch.done.count) jobs wrote") { try disks.flush() }
        // In the order in which the folders' ends were promised, whichever were done together.
        let kept = batch.kept.sorted { $0.job < $1.job }.map(\.fact)
        tally.kept(kept)
        try workspace.ledger.write { book in
            let at = try book.lastLink().at ?? Instant(seconds: 0)
            for fact in kept { try book.append(.kept(fact), at: at) }
            try batch.mark(in: book)
        }
    }

    /// Brings into sight what is owed; on the disk it is after the next flush.
    private func lay(_ owed: [Owed], _ count: Progress.Count) throws -> Batch {
        var batch = Batch()
        // Evidence in the queues may take all the room there is: it comes when nothing else is at work there.
        for jobs in [owed.filter { $0.job.kind != .queue }, owed.filter { $0.job.kind == .queue }] {
            // Once somebody wants to stop, no further job is begun; the rest stays owed.
            let groups = Publisher.bySubmission(jobs)
            let results = concurrently(groups) { group in
                group.map { owed in
                    defer { count.add() }
                    return self.attempt(owed)
                }
            }
            for (owed, result) in zip(groups.joined(), results.joined()) {
                try settle(owed, alone(owed, after: result), &batch)
            }
        }
        try showHidden(&batch)
        return batch
    }

    /// A queue folder that a full disk doesn't hold gives back the room that it took.
    private func attempt(_ owed: Owed) -> Result<Outcome, any Error> {
        Result {
            do {
                return try isStopping() || isPutOff(owed.job) ? .skipped : perform(owed)
            } catch let failure as IOFailure where failure.isDiskFull && owed.job.kind == .queue {
                try outboxScratch().removeTree("\(owed.job.number)")
                throw failure
            }
        }
    }

    /// The same again, by itself, where it may be another job that took the room beside it.
    private func alone(_ owed: Owed, after result: Result<Outcome, any Error>) -> Result<Outcome, any Error> {
        guard case .failure(let failure) = result, failure.isForWantOfRoom else { return result }
        let again = attempt(owed)
        // Each further try would fill the disk once more.
        if case .failure = again { _ = putOff.withLock { $0.insert(owed.job.number) } }
        return again
    }

    private func isPutOff(_ job: Job) -> Bool { putOff.withLock { $0.contains(job.number) } }

    private typealias Hidden = (owed: Owed, show: Showing)

    /// What came of a few jobs, before the ledger is told.
    private struct Batch: Sendable {
        var done: [Job] = []
        var laid: [Look] = []
        var kept: [(job: Int64, fact: KeptFact)] = []
        var hidden: [Hidden] = []
        /// The first end of a queue folder that wasn't begun, since somebody wanted to stop: facts keep the order of
        /// their jobs.
        var skipped = Int64.max
        /// Removals from Inbox that failed.
        var hindered: [Job] = []

        /// What brings a fact stays owed, where it was promised later than this job.
        mutating func holdFacts(after number: Int64) {
            let held = Set(kept.map(\.job).filter { $0 > number })
            done.removeAll { held.contains($0.number) }
            kept.removeAll { held.contains($0.job) }
        }

        func mark(in book: Book) throws {
            for job in hindered { try book.loosen(job) }
            for look in laid { try book.remember(look) }
            for job in done where job.kind == .queueEnd {
                try book.forget(look: job.subject)
                try book.removeProblems(ticket: job.subject)
            }
            try book.finish(done)
        }
    }

    /// Shows what was built, once all of it is on the disk: what a rename brought into sight is whole even when the
    /// power fails right after it.
    private func showHidden(_ batch: inout Batch) throws {
        guard !batch.hidden.isEmpty else { return }
        try log.step("flush what \(batch.hidden.count) jobs built") { try disks.flush() }
        let hidden = batch.hidden
        batch.hidden = []
        // A bundle that comes back to another disk may take all the room there is: one at a time, after the rest.
        let small = hidden.filter { $0.owed.job.kind != .moveOut }
        let results = concurrently(small) { one in Result { try one.show() } }
        for (one, result) in zip(small, results) { try settle(one.owed, result, &batch) }
        for one in hidden where one.owed.job.kind == .moveOut && !isStopping() {
            try settle(one.owed, Result { try one.show() }, &batch)
        }
    }

    /// Nil where it is this place's own failure: it is told, and the rest goes on.
    func goingOn<Value>(_ place: String, _ body: () throws -> Value) throws -> Value? {
        do {
            return try body()
        } catch let failure where failure.isOfOnePlace {
            tally.failed(place, failure)
            return nil
        }
    }

    private func settle(_ owed: Owed, _ result: Result<Outcome, any Error>, _ batch: inout Batch) throws {
        let (job, event) = (owed.job, owed.event)
        do {
            switch try result.get() {
            case .skipped:
                // What there is no room for waits by itself, perhaps for weeks; nothing else brings a fact.
                if job.kind == .queueEnd, !isPutOff(job) { batch.skipped = min(batch.skipped, job.number) }
                return
            case .built(let show): return batch.hidden.append((owed, show))
            case .nothing: break
            case .laid(let look): batch.laid.append(look)
            case .kept(let fact): batch.kept.append((job.number, fact))
            }
            batch.done.append(job)
            // What failed earlier in this pass isn't a person's to mend any more.
            if tally.hasFailures { tally.succeeded(Publisher.place(of: job, event)) }
            log.debug("\(job.kind.rawValue): \(printable(Publisher.place(of: job, event)))")
        } catch let failure
            where failure.isOfOnePlace || failure.isForWantOfRoom && Publisher.large.contains(job.kind)
        {
            let place = Publisher.place(of: job, event)
            tally.failed(place, failure)
            if job.kind == .removeDrop { batch.hindered.append(job) }
            if failure.isForWantOfRoom, job.kind == .moveOut { _ = putOff.withLock { $0.insert(job.number) } }
            log.debug("\(job.kind.rawValue): \(printable(place)) stays owed, and the next pass tries again")
        }
    }

    /// What they copy may be large; all else that is written is small, and a disk without room for it stops the pass.
    private static let large: Set<Job.Kind> = [.queue, .queueEnd, .moveOut]

    /// What is owed to one submission, one after the other as it was promised; different ones go side by side. What is
    /// the same in the queue folders of one submission is made once.
    private static func bySubmission(_ batch: [Owed]) -> [[Owed]] {
        var groups: [[Owed]] = []
        var places: [String: Int] = [:]
        for owed in batch {
            let key = owed.event?.fact.submission ?? "event \(owed.job.event)"
            if let place = places[key] {
                groups[place].append(owed)
            } else {
                places[key] = groups.count
                groups.append([owed])
            }
        }
        return groups
    }

    /// Where the result of a job belongs, for a person.
    static func place(of job: Job, _ event: Event?) -> String {
        switch event?.fact {
        case _ where job.kind == .removeDrop: "Inbox/" + split(job.subject).name
        case .returned(let fact): "Outbox/Returned/" + fact.folder
        case .duplicate(let fact): "Outbox/Returned/" + fact.folder
        case .accepted(let fact) where job.kind == .receipt: "Outbox/Receipts/" + fact.receipt
        case .accepted(let fact): ".assay/" + fact.vault
        case .unscorable(let fact) where job.kind != .queueEnd: "Outbox/Receipts/" + fact.receipt
        case .assigned(let fact): "Outbox/" + queuePath(fact.reviewer, fact.submission)
        case .recorded(let fact): "Outbox/Decisions/" + fact.folder
        case .erased(let fact): ".assay/" + (fact.folders.first ?? "vault")
        default: "Outbox/Queues, assignment " + job.subject
        }
    }

    enum Outcome: Sendable {
        case nothing
        /// Somebody wants to stop.
        case skipped
        case laid(Look)
        case kept(KeptFact)
        /// Built out of sight; what shows it waits until the bytes are on the disk.
        case built(Showing)
    }

    /// The rename that brings a result into sight, and what comes of it. A thousand of them wait for one flush: none
    /// holds a folder open.
    typealias Showing = @Sendable () throws -> Outcome

    private func perform(_ owed: Owed) throws -> Outcome {
        let job = owed.job
        guard let event = owed.event else {
            throw Refusal.fault("The ledger lacks event \(job.event) that is to be published.")
        }
        switch (job.kind, event.fact) {
        case (.moveIn, .accepted(let fact)): try moveIn(fact, from: job.subject)
        case (.moveOut, .returned(let fact)):
            return try moveOut(receipt(of: fact, event), fact.folder, fact.receipt, job)
        case (.moveOut, .duplicate(let fact)):
            return try moveOut(receipt(of: fact, event), fact.folder, fact.receipt, job)
        case (.removeDrop, let fact):
            try DropRemoval(workspace: workspace, fact: fact, stamps: owed.copied).remove(copiedTo: job.subject)
        case (.receipt, .accepted(let fact)):
            return try lay(receipt(of: fact, event), below: "Receipts/" + fact.receipt, job)
        case (.letter, .unscorable(let fact)):
            return try lay(try letter(of: fact, event), below: "Receipts/" + fact.receipt, job)
        case (.queue, .assigned(let fact)):
            if let facts = owed.queue { return try layQueue(fact, facts, event, scratchName: "\(job.number)") }
        case (.queueEnd, _): if let facts = owed.end { return try endQueue(facts) }
        case (.erase, .erased(let fact)): try erase(fact)
        case (.record, .recorded(let fact)): return try layRecord(fact, made: owed.record, job)
        default: throw Refusal.fault("Job \(job.number) (\(job.kind.rawValue)) doesn't fit its event \(job.event).")
        }
        return .nothing
    }

    /// Keeps the names of what is still owed to Outbox/Returned for it: another bundle that gets one of them would be
    /// joined with it.
    func reserveOwedReturns() throws {
        let owed = try workspace.ledger.read { book in
            try book.jobs(limit: .max).filter { $0.kind == .moveOut }.compactMap { try book.event($0.event)?.fact }
        }
        reserved.withLock { names in
            for fact in owed {
                switch fact {
                case .returned(let fact): names.insert(fact.folder)
                case .duplicate(let fact): names.insert(fact.folder)
                default: continue
                }
            }
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
