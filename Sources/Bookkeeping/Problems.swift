package import Assessment
internal import Foundation
internal import GRDB

/// Something about a queue that a person has to mend.
package struct Problem: Sendable {
    /// Below the workspace.
    package var path: String
    package var ticket: String?
    package var submission: String?
    package var reviewer: String?
    package var since: Instant
    package var findings: [Finding]
    package init(
        path: String, ticket: String?, submission: String?, reviewer: String?, since: Instant, findings: [Finding]
    ) {
        (self.path, self.ticket, self.submission) = (path, ticket, submission)
        (self.reviewer, self.since, self.findings) = (reviewer, since, findings)
    }

    /// Nothing has to be mended; somebody only should know of it.
    package var isNotice: Bool { !findings.hasError }
}

/// What the passes remember of one decision file.
package struct Look: Sendable {
    package var ticket: String
    package var stamp: String
    package var since: Instant
    /// The stamp that was judged last; nothing is read again until it changes.
    package var judged: String
    package init(ticket: String, stamp: String, since: Instant, judged: String) {
        (self.ticket, self.stamp, self.since, self.judged) = (ticket, stamp, since, judged)
    }

    fileprivate static let select = "SELECT ticket, stamp, since, judged FROM looks"

    fileprivate init(_ row: Row) {
        self.init(ticket: row[0], stamp: row[1], since: Instant(seconds: row[2]), judged: row[3])
    }
}

extension Book {
    package func looks() throws -> [String: Look] {
        let rows = try Row.fetchCursor(db, sql: Look.select)
        var looks: [String: Look] = [:]
        while let row = try rows.next() {
            let look = Look(row)
            looks[look.ticket] = look
        }
        return looks
    }

    /// What is remembered of one decision file.
    package func look(_ ticket: String) throws -> Look? {
        try Row.fetchOne(db.cachedStatement(sql: Look.select + " WHERE ticket = ?"), arguments: [ticket])
            .map(Look.init)
    }

    package func remember(_ look: Look) throws {
        try execute(
            "INSERT OR REPLACE INTO looks (ticket, stamp, since, judged) VALUES (?, ?, ?, ?)",
            [look.ticket, look.stamp, look.since.seconds, look.judged])
    }

    package func forget(look ticket: String) throws { try execute("DELETE FROM looks WHERE ticket = ?", [ticket]) }

    /// The event of the last assignment whose decision file was judged by a pass that had more to judge than one
    /// transaction takes, and that hasn't ended yet; nil where none was cut short.
    package func readUpTo() throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT event FROM read_up_to"))
    }

    package func noteRead(upTo event: Int64?) throws {
        try execute("DELETE FROM read_up_to", [])
        if let event { try execute("INSERT INTO read_up_to (event) VALUES (?)", [event]) }
    }

    package func problems() throws -> [Problem] {
        try Row.fetchAll(db, sql: "SELECT * FROM problems ORDER BY path").map { row in
            let text: String = row["findings"]
            let findings = try JSONDecoder().decode([Finding].self, from: Data(text.utf8))
            return Problem(
                path: row["path"], ticket: row["ticket"], submission: row["submission"], reviewer: row["reviewer"],
                since: Instant(seconds: row["since"]), findings: findings)
        }
    }

    package func add(_ problem: Problem) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try execute(
            """
            INSERT INTO problems (path, ticket, submission, reviewer, since, findings) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET findings = excluded.findings, ticket = excluded.ticket
            """,
            [
                problem.path, problem.ticket, problem.submission, problem.reviewer, problem.since.seconds,
                String(decoding: try encoder.encode(problem.findings), as: UTF8.self),
            ])
    }

    package func removeProblem(path: String) throws { try execute("DELETE FROM problems WHERE path = ?", [path]) }

    package func removeProblems(ticket: String) throws {
        try execute("DELETE FROM problems WHERE ticket = ?", [ticket])
    }

    /// Of the things worth telling a person, those that weren't told within the last `interval` seconds; what no longer
    /// holds is forgotten. Those of pages are found after all others, and kept apart by how their keys begin.
    package func newNotices(
        _ keys: [String], now: Instant, interval: Int64, ofPages: Bool = false
    ) throws -> Set<String> {
        let rows = try Row.fetchAll(db, sql: "SELECT key, printed FROM notices")
        let told = Dictionary(rows.map { ($0["key"] as String, $0["printed"] as Int64) }, uniquingKeysWith: max)
            .filter { $0.key.hasPrefix("page ") == ofPages }
        let standing = Set(keys)
        for key in told.keys where !standing.contains(key) {
            try execute("DELETE FROM notices WHERE key = ?", [key])
        }
        return standing.filter { key in told[key].map { now.seconds - $0 >= interval } ?? true }
    }

    /// What has these keys counts as told from this moment.
    package func noteTold(_ keys: Set<String>, at moment: Instant) throws {
        for key in keys.sorted() {
            try execute("INSERT OR REPLACE INTO notices (key, printed) VALUES (?, ?)", [key, moment.seconds])
        }
    }
}
