package import Assessment
internal import GRDB

/// A reviewer's place on a submission as it stands.
package struct AssignmentRow: Sendable {
    package var ticket: String
    package var submission: String
    package var role: Slot.Role
    package var slot: Int
    package var reviewer: String
    package var name: String
    package var state: AssignmentState
    package var assigned: Instant
    package var due: Instant
    /// Numbers of the events that assigned it and that took its decision last.
    package var event: Int64
    package var taken: Int64?
    /// How its decision file was laid: a word of the assignment's own fact.
    package var form: Reviewer.Form

    /// Of a row of `selectAssignments`. By place: there are thousands, and looking for names takes most of the time.
    init(_ row: Row) {
        (ticket, submission, slot) = (row[0], row[1], row[3])
        role = Slot.Role(rawValue: row[2]) ?? .reader
        (reviewer, name) = (row[4], row[5])
        state = AssignmentState(rawValue: row[6]) ?? .withdrawn
        (assigned, due) = (Instant(seconds: row[7]), Instant(seconds: row[8]))
        (event, taken) = (row[9], row[10])
        form = (row[11] as String?).flatMap(Reviewer.Form.init) ?? .xml
    }
}

/// The form isn't in the table, so that ledgers from before there was a choice need no other one. In a fact's JSON these
/// very bytes are nowhere else: no other member is named so, and a quotation mark in a text has a backslash before it.
let selectAssignments = """
    SELECT ticket, submission, role, slot, reviewer, name, state, assigned, due, event, taken,
        (SELECT CASE WHEN instr(body, '"form":"text"') THEN 'text' END FROM events WHERE number = assignments.event)
    FROM assignments
    """

extension Book {
    package func assignment(_ ticket: String) throws -> AssignmentRow? {
        try Row.fetchOne(db.cachedStatement(sql: selectAssignments + " WHERE ticket = ?"), arguments: [ticket])
            .map(AssignmentRow.init)
    }

    /// All assignments of a submission in the order in which they were made.
    package func assignments(of submission: String) throws -> [AssignmentRow] {
        try Row.fetchAll(
            db.cachedStatement(sql: selectAssignments + " WHERE event IN (\(eventsOfSubmission)) ORDER BY event"),
            arguments: [submission]
        ).map(AssignmentRow.init)
    }

    /// Assignments whose folder is in a queue: open ones, and taken ones whose record isn't written; oldest first.
    package func queued() throws -> [AssignmentRow] { try queued(after: 0) }

    /// Those of them that were made by later events than this one.
    package func queued(after event: Int64) throws -> [AssignmentRow] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: selectAssignments + " WHERE desk = 1 AND event > ? ORDER BY event"),
            arguments: [event])
        return try Array(rows.map(AssignmentRow.init))
    }

    /// One of them; nil where its folder is in no queue.
    package func queued(_ ticket: String) throws -> AssignmentRow? {
        try Row.fetchOne(
            db.cachedStatement(sql: selectAssignments + " WHERE ticket = ? AND desk = 1"), arguments: [ticket]
        ).map(AssignmentRow.init)
    }

    /// The tickets of open ones that were due before a moment.
    package func overdue(at moment: Instant) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                // The signs keep SQLite from an index by which each would have to be looked up.
                sql: "SELECT ticket FROM assignments WHERE desk = 1 AND +state = ? AND due < ? ORDER BY +ticket"),
            arguments: [AssignmentState.open.rawValue, moment.seconds])
    }

    /// The submissions in each reviewer's queue.
    package func queuedSubmissions() throws -> [String: Set<String>] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT reviewer, submission FROM assignments WHERE desk = 1"))
        var queued: [String: Set<String>] = [:]
        while let row = try rows.next() { queued[row[0], default: []].insert(row[1]) }
        return queued
    }

    /// The assignment's own fact: its criteria, due date and load. Nil for a transferred one.
    package func assignedFact(_ row: AssignmentRow) throws -> AssignedFact? {
        if case .assigned(let fact)? = try event(row.event)?.fact { fact } else { nil }
    }

    /// The decision that stands for an assignment.
    package func decision(of row: AssignmentRow) throws -> TakenFact? {
        guard let number = row.taken else { return nil }
        switch try event(number)?.fact {
        case .taken(let fact): return fact
        case .transferred(let fact): return fact.decision
        default: return nil
        }
    }

    /// What the facts say was kept of a ticket's files so far.
    package func keptFiles(ticket: String) throws -> [KeptFile] {
        guard let row = try assignment(ticket) else { return [] }
        return Book.keptFiles(ticket: ticket, in: try events(of: row.submission, kinds: ["kept"]))
    }

    /// The same from the events of its submission.
    package static func keptFiles(ticket: String, in events: [Event]) -> [KeptFile] {
        events.flatMap { event -> [KeptFile] in
            if case .kept(let fact) = event.fact, fact.ticket == ticket { fact.files } else { [] }
        }
    }

    /// Kinds of the events that speak of a decision file that was taken.
    package static let takenKinds = ["taken", "declined", "unscorable"]

    /// Digests of every decision file that was taken, or ended the assignment, under a ticket.
    package func takenDigests(ticket: String) throws -> [String] {
        guard let row = try assignment(ticket) else { return [] }
        return Book.takenDigests(ticket: ticket, in: try events(of: row.submission, kinds: Book.takenKinds))
    }

    /// The same from the events of its submission.
    package static func takenDigests(ticket: String, in events: [Event]) -> [String] {
        events.compactMap { event in
            switch event.fact {
            case .taken(let fact) where fact.ticket == ticket: fact.sha256
            case .declined(let fact) where fact.ticket == ticket: fact.sha256
            case .unscorable(let fact) where fact.ticket == ticket: fact.sha256
            default: nil
            }
        }
    }
}
