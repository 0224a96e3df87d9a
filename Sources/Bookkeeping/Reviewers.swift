internal import Assessment
internal import GRDB

/// What every reviewer has, or had. There are few of them and many assignments: each is found by the one before, in an
/// index, and only what is counted is looked through.
extension Book {
    /// Everyone who was ever given a submission, with the name of the last time, by id.
    package func everyReviewer() throws -> [(id: String, name: String)] {
        var latest: [String: (event: Int64, name: String)] = [:]
        for state in AssignmentState.allCases {
            let isHere = "state = '\(state.rawValue)'"
            let newest = "FROM assignments WHERE \(isHere) AND reviewer = known.id ORDER BY event DESC LIMIT 1"
            for row in try reviewers(where: isHere, "(SELECT event \(newest)), (SELECT name \(newest))") {
                let (id, event, name): (String, Int64, String) = (row[0], row[1], row[2])
                if event > latest[id]?.event ?? 0 { latest[id] = (event, name) }
            }
        }
        return latest.map { (id: $0.key, name: $0.value.name) }.sorted { $0.id < $1.id }
    }

    /// How many open assignments each reviewer has.
    package func openByReviewer() throws -> [String: Int] {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT reviewer, count(*) FROM assignments WHERE state = ? GROUP BY reviewer"),
            arguments: [AssignmentState.open.rawValue])
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// As the index of them has it. A decision that went on with a mended bundle was taken once.
    private static let isTaken = "state IN ('taken', 'superseded') AND taken <> event"

    /// How many decisions were taken from each reviewer.
    package func takenByReviewer() throws -> [String: Int] {
        let count = "(SELECT count(*) FROM assignments WHERE \(Book.isTaken) AND reviewer = known.id)"
        let rows = try reviewers(where: Book.isTaken, count)
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// A reviewer's newest taken assignments, newest first; one that only went on with a mended bundle isn't there.
    package func newestTaken(by reviewer: String, limit: Int) throws -> [AssignmentRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: selectAssignments + " WHERE \(Book.isTaken) AND reviewer = ? ORDER BY taken DESC LIMIT ?"),
            arguments: [reviewer, limit]
        ).map(AssignmentRow.init)
    }

    /// The reviewers of whose assignments one at least is so, each with what `columns` asks of `known.id`.
    private func reviewers(where isSo: String, _ columns: String) throws -> [Row] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE known (id) AS (
                        SELECT min(reviewer) FROM assignments WHERE \(isSo)
                        UNION ALL
                        SELECT (SELECT min(reviewer) FROM assignments WHERE \(isSo) AND reviewer > known.id)
                        FROM known WHERE id IS NOT NULL)
                    SELECT id, \(columns) FROM known WHERE id IS NOT NULL
                    """))
    }
}
