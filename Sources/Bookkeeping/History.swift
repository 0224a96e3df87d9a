internal import GRDB

/// Numbers of the events of a submission, whose id is the argument.
///
/// Ids are drawn from content, so whatever is kept in their order gets each new row on another page of the file, and
/// the more was decided, the more pages a pass writes. By the number of its first event a submission is found once by
/// its id, and what is new of it lies beside what is new of the others.
let eventsOfSubmission = "SELECT event FROM history WHERE first = (SELECT first FROM submissions WHERE id = ?)"

private let historyOfOlder = """
    SELECT submissions.first AS first, events.number AS event
    FROM events JOIN submissions ON submissions.id = events.submission
    """

extension Database {
    /// Fills the history of a ledger that an older version wrote last, and drops that version's indexes over ids.
    func takeOverHistory() throws {
        guard try isOfOlderVersion() else { return }
        try execute(
            sql: """
                INSERT OR IGNORE INTO history (first, event) \(historyOfOlder);
                DROP INDEX events_by_submission;
                DROP INDEX IF EXISTS assignments_by_submission;
                """)
    }

    /// Gives a ledger that no pass has taken over yet its history while it is only read; the view comes before a table
    /// of its name.
    func imagineHistory() throws {
        guard try isOfOlderVersion() else { return }
        try execute(sql: "CREATE TEMP VIEW history AS \(historyOfOlder)")
    }

    /// Whether an older version wrote last: each pass of one makes this index where it is missing.
    private func isOfOlderVersion() throws -> Bool {
        try Int.fetchOne(self, sql: "SELECT 1 FROM sqlite_schema WHERE name = 'events_by_submission'") != nil
    }
}
