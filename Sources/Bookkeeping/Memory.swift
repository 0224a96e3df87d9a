package import Assessment
internal import Foundation
internal import GRDB

/// Work that a committed fact still owes to the folders.
package struct Job: Sendable {
    package enum Kind: String, Sendable {
        case moveIn = "move-in"
        case moveOut = "move-out"
        case removeDrop = "remove-drop"
        case receipt, letter, queue
        case queueEnd = "queue-end"
        case record, erase
    }
    package var number: Int64
    package var kind: Kind
    package var event: Int64
    /// The ticket (queue jobs), or the claimed bundle's place below `.assay` (moves).
    package var subject: String
    package init(number: Int64, kind: Kind, event: Int64, subject: String) {
        (self.number, self.kind, self.event, self.subject) = (number, kind, event, subject)
    }
}

/// What becomes of a bundle that waits, if nothing changes for as long as the program is patient.
package enum Afterwards: String, Codable, Sendable {
    /// It goes back.
    case returned
    /// It is taken up without what other programs left in it; by its rubric it may still go back.
    case taken
}

/// A name in Inbox as the passes remember it.
package struct Arrival: Sendable {
    package var ordinal: Int64
    package var name: String
    package var fingerprint: String
    /// When this fingerprint was first seen, by the program's clock.
    package var since: Instant
    /// Why it waits, for `status`.
    package var reason: String
    /// Nil where it waits however long, or wasn't looked into yet.
    package var afterwards: Afterwards?
    /// The documents' digest under which `reason` was found for this fingerprint; empty where it has to be found anew.
    package var judged: String
    /// How often reading it ended a worker.
    package var crashes: Int

    /// Of a row of `Book.selectArrivals`, by place as `AssignmentRow`.
    fileprivate init(_ row: Row) {
        (ordinal, name, fingerprint, since) = (row[0], row[1], row[2], Instant(seconds: row[3]))
        (reason, judged, crashes) = (row[4], row[5], row[6])
        afterwards = (row[7] as String?).flatMap(Afterwards.init)
    }
}

extension Book {
    package func addJob(_ kind: Job.Kind, event: Int64, subject: String) throws {
        try execute(
            "INSERT INTO jobs (kind, event, subject) VALUES (?, ?, ?)", [kind.rawValue, event, subject])
    }

    /// What was copied out of Inbox is to leave it: the files and folders that these stamps tell, and no others of their
    /// names.
    package func addRemoval(of place: String, event: Int64, copied stamps: Set<String>) throws {
        try addJob(.removeDrop, event: event, subject: place)
        let lines = stamps.sorted().joined(separator: "\n")
        try execute("INSERT INTO copied (job, stamps) VALUES (?, ?)", [db.lastInsertedRowID, lines])
    }

    /// The stamps of what a removal is about; nil where an earlier release promised it, which kept none.
    package func copied(_ removal: Job) throws -> Set<String>? {
        let lines = try String.fetchOne(
            db.cachedStatement(sql: "SELECT stamps FROM copied WHERE job = ?"), arguments: [removal.number])
        return lines.map { Set($0.split(separator: "\n").map(String.init)) }
    }

    /// A removal that failed: whoever mends the rights of what is to go changes the last time in its stamps, and that is
    /// left out of them from now on.
    package func loosen(_ removal: Job) throws {
        guard let stamps = try copied(removal) else { return }
        let kept = Set(stamps.map { $0.split(separator: " ").prefix(3).joined(separator: " ") })
        guard kept != stamps else { return }
        let lines = kept.sorted().joined(separator: "\n")
        try execute("UPDATE copied SET stamps = ? WHERE job = ?", [lines, removal.number])
    }

    /// What is owed, in the order in which it was promised.
    package func jobs(after number: Int64 = 0, limit: Int) throws -> [Job] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM jobs WHERE number > ? ORDER BY number LIMIT ?"),
            arguments: [number, limit]
        ).compactMap { row in
            Job.Kind(rawValue: row["kind"]).map {
                Job(number: row["number"], kind: $0, event: row["event"], subject: row["subject"])
            }
        }
    }

    /// Places below `.assay` where a claimed bundle lies that a committed fact still has to bring somewhere.
    package func owedPlaces(_ kinds: [Job.Kind] = [.moveIn, .moveOut, .removeDrop]) throws -> Set<String> {
        let list = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return Set(
            try String.fetchAll(db.cachedStatement(sql: "SELECT subject FROM jobs WHERE kind IN (\(list))")))
    }

    package func finish(_ jobs: [Job]) throws {
        for job in jobs {
            try execute("DELETE FROM jobs WHERE number = ?", [job.number])
            if job.kind == .removeDrop { try execute("DELETE FROM copied WHERE job = ?", [job.number]) }
        }
    }

    /// A ledger that only an older version has written lacks the last column.
    private var selectArrivals: String {
        get throws {
            let isThere = try db.columns(in: "arrivals").contains { $0.name == "afterwards" }
            return "SELECT ordinal, name, fingerprint, since, reason, judged, crashes, "
                + (isThere ? "afterwards" : "NULL") + " FROM arrivals"
        }
    }

    package func arrivals() throws -> [Arrival] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: selectArrivals + " ORDER BY ordinal"))
        return try Array(rows.map(Arrival.init))
    }

    /// What is remembered of one name.
    package func arrival(_ name: String) throws -> Arrival? {
        try Row.fetchOne(db.cachedStatement(sql: selectArrivals + " WHERE name = ?"), arguments: [name])
            .map(Arrival.init)
    }

    package func countOfArrivals() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM arrivals")) ?? 0
    }

    /// When the first of those that came after a moment came, in seconds.
    package func firstArrival(after seconds: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT min(since) FROM arrivals WHERE since > ?"), arguments: [seconds])
    }

    /// Remembers a name as it looks now; its ordinal stays, and its crashes as long as the content does.
    package func remember(_ name: String, fingerprint: String, since: Instant) throws {
        try execute(
            """
            INSERT INTO arrivals (name, fingerprint, since, reason, judged, crashes) VALUES (?, ?, ?, '', '', 0)
            ON CONFLICT (name) DO UPDATE SET crashes = CASE WHEN fingerprint = excluded.fingerprint THEN crashes ELSE 0 END,
                reason = CASE WHEN fingerprint = excluded.fingerprint THEN reason ELSE '' END,
                afterwards = CASE WHEN fingerprint = excluded.fingerprint THEN afterwards END, judged = '',
                fingerprint = excluded.fingerprint, since = excluded.since
            """,
            [name, fingerprint, since.seconds])
    }

    package func setReason(
        _ reason: String, of name: String, afterwards: Afterwards?, judged: String, crashes: Int
    ) throws {
        try execute(
            "UPDATE arrivals SET reason = ?, afterwards = ?, judged = ?, crashes = ? WHERE name = ?",
            [reason, afterwards?.rawValue, judged, crashes, name])
    }

    package func forget(arrival name: String) throws {
        try execute("DELETE FROM arrivals WHERE name = ?", [name])
    }

    package func setting(_ name: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [name])
    }

    package func set(_ name: String, to value: String) throws {
        try execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", [name, value])
    }

    package func clear(_ name: String) throws { try execute("DELETE FROM settings WHERE name = ?", [name]) }

    /// Keeps bytes under their digest.
    package func keep(_ bytes: [UInt8], sha256: String) throws {
        try execute("INSERT OR IGNORE INTO blobs (sha256, bytes) VALUES (?, ?)", [sha256, Data(bytes)])
    }

    package func bytes(sha256: String) throws -> [UInt8]? {
        try Data.fetchOne(
            db.cachedStatement(sql: "SELECT bytes FROM blobs WHERE sha256 = ?"), arguments: [sha256]
        ).map(Array.init)
    }
}
