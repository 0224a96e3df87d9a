internal import GRDB

/// What the pages of the Outbox list: the newest of many.
extension Book {
    /// The newest submissions' latest acceptances, newest first: one dropped again after it was withdrawn stands once.
    package func newestAccepted(limit: Int) throws -> [DropRow] {
        // In this order: from the newest drop back, and no further than so many.
        try Row.fetchAll(
            db,
            sql: """
                SELECT drops.* FROM drops CROSS JOIN submissions
                    ON submissions.id = drops.submission AND submissions.accepted = drops.event
                WHERE drops.state = 'accepted' ORDER BY drops.event DESC LIMIT ?
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
}
