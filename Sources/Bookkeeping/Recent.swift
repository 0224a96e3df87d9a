internal import GRDB

/// What the pages of the Outbox list: the newest of many.
extension Book {
    /// The newest drops in one of these states, newest first.
    package func newestDrops(_ states: [String], limit: Int) throws -> [DropRow] {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        return try Row.fetchAll(
            db, sql: "SELECT * FROM drops WHERE state IN (\(marks)) ORDER BY event DESC LIMIT ?",
            arguments: StatementArguments(states) + [limit]
        ).map(DropRow.init)
    }

    /// How many bundles were ever dropped and taken out of Inbox, by what became of each.
    package func allDropCounts() throws -> [String: Int] {
        let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) AS number FROM drops GROUP BY state")
        return Dictionary(rows.map { ($0["state"], $0["number"]) }, uniquingKeysWith: { first, _ in first })
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
                     WHERE state = 'taken' AND reviewer = ? AND taken <> event
                    ORDER BY taken DESC LIMIT ?
                    """),
            arguments: [reviewer, limit]
        ).map(AssignmentRow.init)
    }
}
