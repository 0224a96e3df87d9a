internal import Assessment
internal import Bookkeeping

/// A job with what the ledger says to it, read at once with the rest of its batch: what lays a thousand folders then
/// doesn't wait for a ledger that is taking the next batch.
struct Owed: Sendable {
    var job: Job
    var event: Event?
    /// Of a queue folder that is to be laid; nil where the assignment has left the queue before it was.
    var queue: QueueFacts?
    /// Of a queue folder whose end is promised.
    var end: EndFacts?
    /// Of a record that was just made; any other is read when it is laid.
    var record: RecordMaterial?
    /// Of what was copied out of Inbox and is to leave it, as it was copied.
    var copied: Set<String>?

    init(_ job: Job, in book: Book, maker: QueueMaker) throws {
        self.job = job
        event = try book.event(job.event)
        switch (job.kind, event?.fact) {
        case (.queue, .assigned(let fact)):
            queue = try book.queued(fact.ticket).map { try maker.facts(of: fact, $0, in: book) }
        case (.removeDrop, _): copied = try book.copied(job)
        case (.queueEnd, _): end = try EndFacts(job.subject, in: book, maker: maker)
        default: break
        }
    }
}

/// What the ledger says to a queue folder, whenever it is laid or compared with what was laid.
struct QueueFacts: Sendable {
    var accepted: AcceptedFact
    /// The same reviewer's assignments to the same work before this one, with the last decision that was taken there.
    var earlier: [(row: AssignmentRow, fact: AssignedFact, takenSHA256: String?)]
    /// The assignment itself and its files, where some of them had strayed into another folder.
    var strayed: (row: AssignmentRow, files: [KeptFile])?
}

/// What the ledger says to a queue folder's end.
struct EndFacts: Sendable {
    var row: AssignmentRow
    var fact: AssignedFact
    var taken: TakenFact?
    /// Digests of every decision that was taken under this ticket.
    var takenDigests: [String]
    var kept: [KeptFile]
    /// Tickets under which the same reviewer was given the submission again.
    var later: Set<String>
    /// Whether the evidence was removed for good while the end was owed.
    var isErased: Bool
    var queue: QueueFacts

    /// Nil where no assignment has this ticket.
    init?(_ ticket: String, in book: Book, maker: QueueMaker) throws {
        guard let row = try book.assignment(ticket), let fact = try book.assignedFact(row) else { return nil }
        (self.row, self.fact, taken) = (row, fact, try book.decision(of: row))
        let events = try book.events(of: row.submission, kinds: Book.takenKinds + ["kept"])
        takenDigests = Book.takenDigests(ticket: ticket, in: events)
        kept = Book.keptFiles(ticket: ticket, in: events)
        later = Set(
            try book.assignments(of: row.submission).filter { $0.reviewer == row.reviewer && $0.event > row.event }
                .map(\.ticket))
        isErased = try book.submission(row.submission).flatMap { try book.erasure(of: $0) } != nil
        queue = try maker.facts(of: fact, row, in: book)
    }
}
