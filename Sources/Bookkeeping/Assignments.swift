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

    init(_ row: Row) {
        (ticket, submission, slot) = (row["ticket"], row["submission"], row["slot"])
        role = Slot.Role(rawValue: row["role"]) ?? .reader
        (reviewer, name) = (row["reviewer"], row["name"])
        state = AssignmentState(rawValue: row["state"]) ?? .withdrawn
        (assigned, due) = (Instant(seconds: row["assigned"]), Instant(seconds: row["due"]))
        (event, taken) = (row["event"], row["taken"])
        form = (row["form"] as String?).flatMap(Reviewer.Form.init) ?? .xml
    }
}

/// The form isn't in the table, so that ledgers from before there was a choice need no other one.
let selectAssignments = """
    SELECT assignments.*, (SELECT json_extract(body, '$.form') FROM events WHERE number = assignments.event) AS form
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
            db.cachedStatement(sql: selectAssignments + " WHERE submission = ? ORDER BY event, ticket"),
            arguments: [submission]
        ).map(AssignmentRow.init)
    }

    /// Assignments whose folder is in a queue: open ones, and taken ones whose record isn't written; oldest first.
    package func queued() throws -> [AssignmentRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: selectAssignments + " WHERE desk = 1 ORDER BY event")
        ).map(AssignmentRow.init)
    }

    /// How many open assignments each reviewer has.
    package func openByReviewer() throws -> [String: Int] { try countByReviewer(.open) }

    /// How many decisions were taken from each reviewer.
    package func takenByReviewer() throws -> [String: Int] {
        // A decision that went on with a mended bundle was taken once.
        try countByReviewer(.taken, and: "taken <> event")
    }

    private func countByReviewer(_ state: AssignmentState, and condition: String = "1") throws -> [String: Int] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT reviewer, count(*) AS number FROM assignments WHERE state = ? AND \(condition) GROUP BY reviewer
                    """),
            arguments: [state.rawValue])
        return Dictionary(rows.map { ($0["reviewer"], $0["number"]) }, uniquingKeysWith: { first, _ in first })
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

    /// Digests of every decision file that was taken, or ended the assignment, under a ticket.
    package func takenDigests(ticket: String) throws -> [String] {
        guard let row = try assignment(ticket) else { return [] }
        return try events(of: row.submission).compactMap { event in
            switch event.fact {
            case .taken(let fact) where fact.ticket == ticket: fact.sha256
            case .declined(let fact) where fact.ticket == ticket: fact.sha256
            case .unscorable(let fact) where fact.ticket == ticket: fact.sha256
            default: nil
            }
        }
    }
}
