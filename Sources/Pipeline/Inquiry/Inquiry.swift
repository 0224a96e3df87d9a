package import Assessment
package import Bookkeeping
internal import Foundation

/// Answers questions from the ledger alone.
struct Inquiry {
    let book: Book

    /// The state in the words of the contract: `unroutable` is in review with a slot that no one may fill.
    func state(of row: SubmissionRow, unfilled: [String: (slots: Int, reason: String)]) -> String {
        state(of: row, unfilled: unfilled[row.id])
    }

    private func state(of row: SubmissionRow, unfilled: (slots: Int, reason: String)?) -> String {
        row.state.isOpen && unfilled != nil ? "unroutable" : row.state.rawValue
    }

    func shown(_ row: SubmissionRow, recordFolder: String? = nil) throws -> ShownSubmission {
        let accepted = try book.acceptance(of: row)
        let events = try book.events(of: row.id)
        let assignments = try book.assignments(of: row.id)
        let unfilled = row.state.isOpen ? try book.unfilled(row.id) : nil
        var shown = ShownSubmission(
            submission: row.id, bundle: accepted.bundle, state: state(of: row, unfilled: unfilled))
        shown.attempt = row.attempt
        shown.rubric = .init(id: row.rubric, version: row.version, sha256: row.rubricSHA256)
        shown.educator = .init(id: accepted.educator.id)
        shown.evidence = accepted.evidence
        shown.assignments = assignments.map { row in
            // Why it counts no more is in the history.
            let state = row.state == .superseded ? AssignmentState.withdrawn : row.state
            return .init(
                reviewer: row.reviewer, role: row.role.rawValue, state: state.rawValue, assigned: row.assigned,
                due: row.due)
        }
        shown.outcome = row.outcome
        shown.findings = accepted.findings
        if let slot = unfilled {
            shown.findings.append(
                Finding(
                    .slotUnroutable, "\(slot.slots) of its places wait for a reviewer: \(slot.reason).",
                    remedy: "'assay explain \(row.id)' names the rule for each reviewer."))
        }
        shown.resubmissionOf = accepted.resubmissionOf
        shown.continues = accepted.continues
        if let number = row.decided, case .decided(let decided)? = try book.event(number)?.fact {
            shown.criteria = decided.criteria.map { .init(id: $0.id, level: $0.level, how: $0.how.rawValue) }
            shown.record = "Outbox/Decisions/\(recordFolder ?? decided.folder)/record.xml"
            shown.attemptsLeft = decided.attemptsLeft
        } else {
            shown.criteria = accepted.carried.map {
                .init(id: $0.criterion, level: $0.level, how: Basis.carried.rawValue)
            }
        }
        shown.continuedBy = row.mendedBy
        // What was found before it came back mended is mended.
        let sinceThen = events.filter { $0.number > row.accepted }.map(\.fact)
        for case .unscorable(let fact) in sinceThen where row.state == .incomplete && row.mendedBy == nil {
            shown.findings.append(
                Finding(
                    .evidenceUnscorable, "A reviewer can't use \(fact.evidence): \(sentence(fact.reason))",
                    remedy: "Mend this item and drop the bundle again; no attempt is used up."))
        }
        for case .withdrawn(let fact) in events.map(\.fact) where row.state == .withdrawn { shown.reason = fact.reason }
        shown.erased = try book.erasure(of: row).flatMap { try book.event($0)?.at }
        // The record holds this very account, and so can't be in it.
        let readers = Dictionary(
            assignments.map { ($0.ticket, $0.reviewer) }, uniquingKeysWith: { first, _ in first })
        shown.history = events.filter { if case .recorded = $0.fact { false } else { true } }
            .map { ShownSubmission.Entry(at: $0.at, event: history(of: $0, readers)) }
        return shown
    }

    /// `show --json` of a submission at this moment, as record.json keeps it.
    func shown(_ id: String, recordFolder: String) throws -> ShownSubmission {
        guard let row = try book.submission(id) else { throw Refusal.unknown("no submission '\(id)'") }
        return try shown(row, recordFolder: recordFolder)
    }

    /// What the end of an assignment means where its word alone doesn't say it.
    private static let meaning = [
        "settled": " (it was decided without this reading)",
        "changed": " (a reader changed a decision, and the readers differ elsewhere now)",
        AssignmentEndedFact.superseded: " (since the content came again, this reading counts no more)",
    ]

    private func history(of event: Event, _ readers: [String: String]) -> String {
        switch event.fact {
        case .taken(let fact):
            "taken from \(readers[fact.ticket] ?? "?")\(fact.unread == nil ? "" : ", with words that nobody reads")"
        case .assigned(let fact): "assigned to \(fact.reviewer)"
        case .transferred(let fact): "decision of \(fact.reviewer) goes on"
        case .assignmentEnded(let fact):
            "assignment-ended: \(readers[fact.ticket] ?? "?"): \(fact.reason)\(Inquiry.meaning[fact.reason] ?? "")"
        case .declined(let fact): "declined by \(readers[fact.ticket] ?? "?"): \(printable(fact.reason))"
        case .unscorable(let fact): "unscorable: \(fact.evidence): \(printable(fact.reason))"
        case .disputed(let fact): "disputed: \(fact.criteria.joined(separator: " "))"
        case .decided(let fact): "decided: \(fact.outcome.rawValue)"
        case .duplicate(let fact): "duplicate: \(printable(fact.bundle))"
        case .erased(let fact): "erased: \(printable(fact.reason))"
        case .withdrawn(let fact): "withdrawn: \(printable(fact.reason))"
        case .kept(let fact): "kept: \(fact.files.map { printable($0.path) }.joined(separator: " "))"
        default: event.fact.kind
        }
    }
}

/// `show --json`.
package struct ShownSubmission: Encodable, Sendable {
    package struct RubricLine: Encodable, Sendable {
        package var id: String
        package var version: String
        package var sha256: String
    }
    package struct EducatorLine: Encodable, Sendable { package var id: String }
    package struct Assignment: Encodable, Sendable {
        package var reviewer: String
        package var role: String
        package var state: String
        package var assigned: Instant
        package var due: Instant
    }
    package struct CriterionLine: Encodable, Sendable {
        package var id: String
        package var level: String?
        package var how: String

        private enum Key: CodingKey { case id, level, how }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(id, forKey: .id)
            try container.encode(level, forKey: .level)
            try container.encode(how, forKey: .how)
        }
    }
    package struct Entry: Encodable, Sendable {
        package var at: Instant
        package var event: String
    }

    /// Nil for a bundle that never became one.
    package var submission: String?
    package var bundle: String
    package var state: String
    package var attempt: Int?
    package var rubric: RubricLine?
    package var educator: EducatorLine?
    package var evidence: [RecordedEvidence] = []
    package var assignments: [Assignment] = []
    package var outcome: Outcome?
    package var criteria: [CriterionLine] = []
    package var record: String?
    package var attemptsLeft: Int?
    package var resubmissionOf: String?
    package var continues: String?
    package var continuedBy: String?
    /// Why it waits or where it went, for bundles that are no submission; why it was withdrawn.
    package var reason: String?
    /// Of a bundle that waits: until when if nothing changes, what it then becomes, and both in words for people.
    package var until: Instant?
    package var afterwards: Afterwards?
    package var plan: String?
    package var path: String?
    /// When its evidence was removed for good.
    package var erased: Instant?
    package var findings: [Finding] = []
    package var history: [Entry] = []

    init(submission: String?, bundle: String, state: String) {
        (self.submission, self.bundle, self.state) = (submission, bundle, state)
    }

    private enum Key: CodingKey {
        case submission, bundle, state, attempt, rubric, educator, evidence, assignments, outcome, criteria, record
        case attemptsLeft, resubmissionOf, continues, continuedBy, reason, until, afterwards, path, erased, findings,
            history
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        // These are there also when they are null.
        try container.encode(submission, forKey: .submission)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(record, forKey: .record)
        try container.encode(bundle, forKey: .bundle)
        try container.encode(state, forKey: .state)
        try container.encodeIfPresent(attempt, forKey: .attempt)
        try container.encodeIfPresent(rubric, forKey: .rubric)
        try container.encodeIfPresent(educator, forKey: .educator)
        try container.encode(evidence, forKey: .evidence)
        try container.encode(assignments, forKey: .assignments)
        try container.encode(criteria, forKey: .criteria)
        try container.encodeIfPresent(attemptsLeft, forKey: .attemptsLeft)
        try container.encodeIfPresent(resubmissionOf, forKey: .resubmissionOf)
        try container.encodeIfPresent(continues, forKey: .continues)
        try container.encodeIfPresent(continuedBy, forKey: .continuedBy)
        try container.encodeIfPresent(reason, forKey: .reason)
        try container.encodeIfPresent(until, forKey: .until)
        try container.encodeIfPresent(afterwards, forKey: .afterwards)
        try container.encodeIfPresent(path, forKey: .path)
        try container.encodeIfPresent(erased, forKey: .erased)
        try container.encode(findings, forKey: .findings)
        try container.encode(history, forKey: .history)
    }
}

/// A value as one JSON document with sorted keys, and a line end.
package func jsonBytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(value)) + [0x0A]
}
