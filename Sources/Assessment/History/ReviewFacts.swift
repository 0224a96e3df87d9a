/// A reviewer was given a place on a submission.
package struct AssignedFact: Hashable, Codable, Sendable {
    package var submission: String
    package var ticket: String
    package var role: Slot.Role
    package var slot: Int
    package var reviewer: String
    /// The reviewer's name at that time, for records under `blind="none"`.
    package var name: String
    package var criteria: [String]
    package var due: Instant
    /// The same as the day in the program's zone, such as `2026-11-16`.
    package var dueDay: String
    /// Open assignments and capacity at that time, such as `2/12`.
    package var load: String
    /// Not written where it is XML, as in ledgers from before there was another.
    private var written: Reviewer.Form?
    package init(
        submission: String, ticket: String, role: Slot.Role, slot: Int, reviewer: String, name: String,
        criteria: [String], due: Instant, dueDay: String, load: String, form: Reviewer.Form = .xml
    ) {
        (self.submission, self.ticket, self.role, self.slot) = (submission, ticket, role, slot)
        (self.reviewer, self.name, self.criteria) = (reviewer, name, criteria)
        (self.due, self.dueDay, self.load) = (due, dueDay, load)
        written = form == .xml ? nil : form
    }

    /// How the decision file was laid, whatever the roster says by now.
    package var form: Reviewer.Form { written ?? .xml }

    private enum CodingKeys: String, CodingKey {
        case submission, ticket, role, slot, reviewer, name, criteria, due, dueDay, load
        case written = "form"
    }
}

/// A decision given on an incomplete submission goes on with the bundle that mended it.
package struct TransferredFact: Hashable, Codable, Sendable {
    package var submission: String
    package var ticket: String
    /// The assignment whose decision it is.
    package var from: String
    package var role: Slot.Role
    package var slot: Int
    package var reviewer: String
    package var name: String
    package var assigned: Instant
    package var due: Instant
    package var decision: TakenFact
    package init(
        submission: String, ticket: String, from: String, role: Slot.Role, slot: Int, reviewer: String, name: String,
        assigned: Instant, due: Instant, decision: TakenFact
    ) {
        (self.submission, self.ticket, self.from, self.role) = (submission, ticket, from, role)
        (self.slot, self.reviewer, self.name) = (slot, reviewer, name)
        (self.assigned, self.due, self.decision) = (assigned, due, decision)
    }
}

/// A final decision was taken from its file; a later one for the same ticket replaces it.
package struct TakenFact: Hashable, Codable, Sendable {
    package var submission: String
    package var ticket: String
    package var marks: [Mark]
    package var overall: String?
    /// Digest of the file's bytes, which the ledger keeps.
    package var sha256: String
    package var at: Instant
    /// What stands in the file where nothing is read; nil where nothing does.
    package var unread: [String]?
    package init(
        submission: String, ticket: String, marks: [Mark], overall: String?, sha256: String, at: Instant,
        unread: [String] = []
    ) {
        (self.submission, self.ticket, self.marks) = (submission, ticket, marks)
        (self.overall, self.sha256, self.at) = (overall, sha256, at)
        self.unread = unread.isEmpty ? nil : unread
    }
}

package struct DeclinedFact: Hashable, Codable, Sendable {
    package var submission: String
    package var ticket: String
    package var reason: String
    package var sha256: String
    package init(submission: String, ticket: String, reason: String, sha256: String) {
        (self.submission, self.ticket, self.reason, self.sha256) = (submission, ticket, reason, sha256)
    }
}

/// An item can't be scored; the submission is incomplete until it is mended.
package struct UnscorableFact: Hashable, Codable, Sendable {
    package var submission: String
    package var ticket: String
    package var reason: String
    /// Such as `e3`.
    package var evidence: String
    package var sha256: String
    /// Folder below Outbox/Receipts of the letter that tells the educator.
    package var receipt: String
    package init(submission: String, ticket: String, reason: String, evidence: String, sha256: String, receipt: String)
    {
        (self.submission, self.ticket, self.reason) = (submission, ticket, reason)
        (self.evidence, self.sha256, self.receipt) = (evidence, sha256, receipt)
    }
}

/// An open assignment ended without a decision, or one that was taken counts no more.
package struct AssignmentEndedFact: Hashable, Codable, Sendable {
    package static let superseded = "superseded"

    package var submission: String
    package var ticket: String
    /// A routing bar's word, `left-roster`, `incomplete`, `settled`, `changed`, `withdrawn` or `superseded`.
    package var reason: String
    package init(submission: String, ticket: String, reason: String) {
        (self.submission, self.ticket, self.reason) = (submission, ticket, reason)
    }
}

/// Readers differ on these criteria; a lead is to decide.
package struct DisputedFact: Hashable, Codable, Sendable {
    package var submission: String
    package var criteria: [String]
    package init(submission: String, criteria: [String]) { (self.submission, self.criteria) = (submission, criteria) }
}

/// The decision: everything in the record but its own event's number and hash.
package struct DecidedFact: Hashable, Codable, Sendable {
    package var submission: String
    package var outcome: Outcome
    package var attemptsLeft: Int?
    /// True where the rubric was retired by then, with no other version offered; nil where another attempt can follow.
    package var rubricIsRetired: Bool?
    package var programSHA256: String
    package var rosterSHA256: String
    package var program: String
    package var readers: [Record.Reader]
    package var criteria: [Record.CriterionResult]
    package var policy: Record.Policy
    /// Its folder below Outbox/Decisions.
    package var folder: String
    package init(
        submission: String, outcome: Outcome, attemptsLeft: Int?, program: String, programSHA256: String,
        rosterSHA256: String, readers: [Record.Reader], criteria: [Record.CriterionResult], policy: Record.Policy,
        folder: String
    ) {
        (self.submission, self.outcome, self.attemptsLeft) = (submission, outcome, attemptsLeft)
        (self.program, self.programSHA256, self.rosterSHA256) = (program, programSHA256, rosterSHA256)
        (self.readers, self.criteria, self.policy, self.folder) = (readers, criteria, policy, folder)
    }
}

/// Files that were found in a queue folder at its end and weren't what was laid or taken; they were kept.
package struct KeptFact: Hashable, Codable, Sendable {
    package var submission: String
    package var ticket: String
    package var files: [KeptFile]
    package init(submission: String, ticket: String, files: [KeptFile]) {
        (self.submission, self.ticket, self.files) = (submission, ticket, files)
    }
}
