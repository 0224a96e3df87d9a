package import Assessment
internal import GRDB

/// An assignment that is no longer its reviewer's, with the fact that ended it.
package struct EndedAssignment: Sendable {
    package var row: AssignmentRow
    package var end: Event
}

extension Book {
    /// A reviewer's assignments that ended without a record, newest end first; of very many those given out last.
    package func newestEnded(by reviewer: String, limit: Int) throws -> [EndedAssignment] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: selectAssignments + """
                     WHERE state IN ('declined', 'withdrawn', 'unscorable') AND reviewer = ?
                    ORDER BY event DESC LIMIT ?
                    """),
            arguments: [reviewer, limit * 5]
        ).map(AssignmentRow.init)
        let ended = try rows.compactMap { row in
            try events(of: row.submission).last { $0.ends(row) }.map { EndedAssignment(row: row, end: $0) }
        }
        return Array(ended.sorted { $0.end.number > $1.end.number }.prefix(limit))
    }

    /// The same reviewer's assignments to the same work before this one, oldest first: to this submission, and to the
    /// incomplete ones that were mended by it.
    package func earlier(than fact: AssignedFact, mending: String?) throws -> [AssignmentRow] {
        var submissions = [fact.submission]
        var next = mending
        while let mended = next, !submissions.contains(mended) {
            submissions.append(mended)
            next = try submission(mended).flatMap { try acceptance(of: $0).continues }
        }
        let rows = try submissions.flatMap { try assignments(of: $0) }
        guard let present = rows.first(where: { $0.ticket == fact.ticket }) else { return [] }
        return rows.filter { $0.reviewer == fact.reviewer && $0.event < present.event }
            .sorted { $0.event < $1.event }
    }

    /// Keeps in mind whether a decision file that was taken says something else than final now.
    package func setReopened(_ ticket: String, _ isReopened: Bool) throws {
        try execute(
            isReopened ? "INSERT OR IGNORE INTO reopened (ticket) VALUES (?)" : "DELETE FROM reopened WHERE ticket = ?",
            [ticket])
    }

    /// The tickets of such files that lie in a queue.
    package func reopened() throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT ticket FROM reopened JOIN assignments USING (ticket) WHERE desk = 1 ORDER BY ticket"))
    }
}

extension Event {
    fileprivate func ends(_ row: AssignmentRow) -> Bool {
        switch fact {
        case .declined(let fact): fact.ticket == row.ticket
        case .assignmentEnded(let fact): fact.ticket == row.ticket
        case .unscorable(let fact): fact.ticket == row.ticket
        // An open one was ended for itself; of a taken one nothing else tells.
        case .withdrawn: number > row.event && row.taken != nil
        default: false
        }
    }
}
