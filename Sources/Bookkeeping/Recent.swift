internal import GRDB

/// What the pages of the Outbox list: the newest of many.
extension Book {
    /// The newest submissions' latest acceptances, newest first: one dropped again after it was withdrawn stands once.
    package func newestAccepted(limit: Int) throws -> [DropRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT drops.* FROM drops JOIN submissions ON drops.event = submissions.accepted
                ORDER BY drops.event DESC LIMIT ?
                """,
            arguments: [limit]
        ).map(DropRow.init)
    }

    package func countOfSubmissions() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM submissions") ?? 0
    }

    /// Whether something was dropped under one of these names after an event.
    package func wasDropped(_ names: [String], after event: Int64) throws -> Bool {
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT * FROM drops WHERE event > ? AND bundle IN (\(marks)))",
            arguments: [event] + StatementArguments(names)) ?? false
    }

    /// Everyone who was ever given a submission, with the name of the last time, by id.
    package func everyReviewer() throws -> [(id: String, name: String)] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT reviewer, name, max(event) FROM assignments GROUP BY reviewer ORDER BY reviewer")
        return rows.map { ($0["reviewer"], $0["name"]) }
    }

    /// A reviewer's newest taken assignments, newest first; one that only went on with a mended bundle isn't there.
    package func newestTaken(by reviewer: String, limit: Int) throws -> [AssignmentRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: selectAssignments + """
                     WHERE state IN ('taken', 'superseded') AND reviewer = ? AND taken <> event
                    ORDER BY taken DESC LIMIT ?
                    """),
            arguments: [reviewer, limit]
        ).map(AssignmentRow.init)
    }
}
