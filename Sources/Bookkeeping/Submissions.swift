package import Assessment
internal import GRDB

/// A submission as it stands.
package struct SubmissionRow: Sendable {
    package var id: String
    package var bundle: String
    package var state: SubmissionState
    package var attempt: Int
    package var rubric: String
    package var version: String
    package var rubricSHA256: String
    /// The educator's id in lower case.
    package var educator: String
    /// Numbers of the events that accepted it (last), accepted it first, decided and recorded it.
    package var accepted: Int64
    package var first: Int64
    package var decided: Int64?
    package var recorded: Int64?
    package var outcome: Outcome?
    /// Criteria on which its readers differ.
    package var disputed: [String]
    /// The later bundle that went on with this incomplete one.
    package var mendedBy: String?

    /// Of a row of `selectSubmissions`, by place as `AssignmentRow`.
    init(_ row: Row) {
        (id, bundle, attempt) = (row[0], row[1], row[3])
        state = SubmissionState(rawValue: row[2]) ?? .accepted
        (rubric, version, rubricSHA256) = (row[4], row[5], row[6])
        (educator, accepted, first) = (row[7], row[8], row[9])
        (decided, recorded) = (row[10], row[11])
        outcome = (row[12] as String?).flatMap(Outcome.init)
        disputed = (row[13] as String?)?.split(separator: " ").map(String.init) ?? []
        mendedBy = row[14]
    }
}

private let selectSubmissions = """
    SELECT id, bundle, state, attempt, rubric, version, rubric_sha256, educator, accepted, first, decided, recorded,
        outcome, disputed, mended_by
    FROM submissions
    """

/// What became of one bundle that was dropped.
package struct DropRow: Sendable {
    package var event: Int64
    package var bundle: String
    /// `accepted`, `returned` or `duplicate`.
    package var state: String
    package var submission: String?
    /// Below Outbox/Receipts or Outbox/Returned.
    package var folder: String

    init(_ row: Row) {
        (event, bundle, state) = (row["event"], row["bundle"], row["state"])
        (submission, folder) = (row["submission"], row["folder"])
    }
}

extension Book {
    package func submission(_ id: String) throws -> SubmissionRow? {
        try Row.fetchOne(db.cachedStatement(sql: selectSubmissions + " WHERE id = ?"), arguments: [id])
            .map(SubmissionRow.init)
    }

    /// Everything of one educator under one rubric id, all versions, oldest first.
    package func submissions(educator: String, rubric: String) throws -> [SubmissionRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: selectSubmissions + " WHERE educator = ? AND rubric = ? ORDER BY accepted"),
            arguments: [educator.lowercased(), rubric]
        ).map(SubmissionRow.init)
    }

    /// An educator's newest submission that wasn't withdrawn, under whatever rubric.
    package func newestSubmission(educator: String) throws -> SubmissionRow? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: selectSubmissions + " WHERE educator = ? AND state != 'withdrawn' ORDER BY accepted DESC LIMIT 1"),
            arguments: [educator.lowercased()]
        ).map(SubmissionRow.init)
    }

    /// The submissions on which reviewers are, or will be, at work, oldest first, from after one's first event on.
    package func openSubmissions(after first: Int64, limit: Int) throws -> [SubmissionRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: selectSubmissions + """
                     WHERE state IN ('accepted', 'in-review', 'adjudication') AND first > ?
                    ORDER BY first LIMIT ?
                    """),
            arguments: [first, limit]
        ).map(SubmissionRow.init)
    }

    /// What is decided, or was withdrawn, needs nobody any more.
    private var isOpen: String {
        """
        EXISTS (SELECT * FROM submissions WHERE id = unfilled.submission
            AND state IN ('accepted', 'in-review', 'adjudication'))
        """
    }

    /// Slots that no one may fill, by submission, as the last pass found them.
    package func unfilled() throws -> [String: (slots: Int, reason: String)] {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM unfilled WHERE \(isOpen)")
        return Dictionary(
            rows.map { ($0["submission"], ($0["slots"], $0["reason"])) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same of one submission; nil where all of its slots are filled.
    package func unfilled(_ submission: String) throws -> (slots: Int, reason: String)? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT slots, reason FROM unfilled WHERE submission = ? AND \(isOpen)"),
            arguments: [submission]
        ).map { ($0[0], $0[1]) }
    }

    /// Sets it for one submission; 0 slots take it out.
    package func setUnfilled(_ submission: String, slots: Int, reason: String) throws {
        if slots == 0 {
            try execute("DELETE FROM unfilled WHERE submission = ?", [submission])
        } else {
            try execute(
                "INSERT OR REPLACE INTO unfilled (submission, slots, reason) VALUES (?, ?, ?)",
                [submission, slots, reason])
        }
    }

    package func clearUnfilled() throws { try execute("DELETE FROM unfilled", []) }

    /// The open ones for which somebody may have to be found: a fact asked for it, or a slot is empty. Oldest first.
    package func unroutedSubmissions() throws -> [SubmissionRow] {
        try Row.fetchAll(
            db,
            // The sign has SQLite look up these few, and not ask of each open one whether it is among them.
            sql: selectSubmissions + """
                 WHERE +state IN ('accepted', 'in-review', 'adjudication')
                AND id IN (SELECT submission FROM unrouted UNION SELECT submission FROM unfilled) ORDER BY first
                """
        ).map(SubmissionRow.init)
    }

    package func askForRouting(_ submission: String) throws {
        try execute("INSERT OR IGNORE INTO unrouted (submission) VALUES (?)", [submission])
    }

    package func asksForRouting() throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT * FROM unrouted UNION SELECT submission FROM unfilled)")
            ?? false
    }

    /// Nobody has to be found for anything any more.
    package func clearUnrouted() throws { try execute("DELETE FROM unrouted", []) }

    /// Nobody has to be found for this one any more.
    package func clearUnrouted(_ submission: String) throws {
        try execute("DELETE FROM unrouted WHERE submission = ?", [submission])
    }

    /// All submissions, oldest first.
    package func allSubmissions() throws -> [SubmissionRow] {
        try Row.fetchAll(db, sql: selectSubmissions + " ORDER BY first").map(SubmissionRow.init)
    }

    /// When the events that accepted and decided them were, by the events' numbers.
    package func submissionTimes() throws -> [Int64: Instant] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, at FROM events WHERE number IN
                    (SELECT accepted FROM submissions UNION ALL SELECT decided FROM submissions)
                """)
        return Dictionary(rows.map { ($0[0], Instant(seconds: $0[1])) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many submissions stand in each state; those that a later bundle went on with count as `mended`.
    package func countsByState() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        let rows = try Row.fetchAll(db, sql: "SELECT state, count(*), count(mended_by) FROM submissions GROUP BY state")
        for row in rows {
            let (state, all, mended): (String, Int, Int) = (row[0], row[1], row[2])
            if all > mended { counts[state] = all - mended }
            if mended > 0 { counts["mended", default: 0] += mended }
        }
        return counts
    }

    /// How many bundles were returned, and how many were duplicates.
    package func dropCounts() throws -> [String: Int] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT state, count(*) AS number FROM drops WHERE state <> 'accepted' GROUP BY state")
        return Dictionary(rows.map { ($0["state"], $0["number"]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Incomplete submissions that nothing has mended yet, oldest first.
    package func incomplete() throws -> [SubmissionRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: selectSubmissions + " WHERE state = 'incomplete' AND mended_by IS NULL ORDER BY first")
        ).map(SubmissionRow.init)
    }

    /// The latest drop under a bundle's name.
    package func latestDrop(bundle: String) throws -> DropRow? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM drops WHERE bundle = ? ORDER BY event DESC LIMIT 1", arguments: [bundle]
        ).map(DropRow.init)
    }

    /// All drops that didn't become a submission, oldest first.
    package func returnedDrops() throws -> [DropRow] {
        try Row.fetchAll(db, sql: "SELECT * FROM drops WHERE state <> 'accepted' ORDER BY event").map(DropRow.init)
    }

    /// Whether a result folder's name was used before.
    package func isFolderUsed(_ folder: String) throws -> Bool {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM drops WHERE folder = ? LIMIT 1"), arguments: [folder]) != nil
    }

    /// The event that erased the evidence of its latest acceptance; nil where that is still kept.
    package func erasure(of submission: SubmissionRow) throws -> Int64? {
        // A ledger that only an older version has written lacks the table.
        guard try db.tableExists("erasures") else { return nil }
        return try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT event FROM erasures WHERE submission = ? AND event > ? ORDER BY event LIMIT 1"),
            arguments: [submission.id, submission.accepted])
    }

    package func acceptance(of submission: SubmissionRow) throws -> AcceptedFact {
        guard case .accepted(let fact)? = try event(submission.accepted)?.fact else {
            throw withoutAcceptance(submission.id)
        }
        return fact
    }

    /// The acceptance under which it was assigned: the same content may have been accepted anew since.
    package func acceptance(of assignment: AssignmentRow) throws -> AcceptedFact {
        if let row = try submission(assignment.submission), row.accepted < assignment.event {
            return try acceptance(of: row)
        }
        let accepted = try events(of: assignment.submission, kinds: ["accepted"])
        for event in accepted.reversed() where event.number < assignment.event {
            if case .accepted(let fact) = event.fact { return fact }
        }
        throw withoutAcceptance(assignment.submission)
    }

    private func withoutAcceptance(_ submission: String) -> LedgerFailure {
        LedgerFailure("The ledger lacks the acceptance of '\(submission)'. Run 'assay verify'.", isInputOutput: false)
    }

    /// All that was ever accepted from one educator, but for one event's.
    package func acceptances(ofEducator educator: String, except number: Int64) throws -> [AcceptedFact] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT number FROM events WHERE kind = 'accepted' AND number != :number AND number IN
                        (SELECT event FROM history WHERE first IN
                            (SELECT first FROM submissions WHERE educator = :educator))
                    """),
            arguments: ["educator": educator, "number": number]
        ).compactMap { if case .accepted(let fact)? = try event($0)?.fact { fact } else { nil } }
    }
}
