package import Assessment
internal import Bookkeeping
internal import Folders

/// `status --json`.
package struct StatusReport: Encodable, Sendable {
    package struct ReviewerLine: Encodable, Sendable {
        package var id: String
        package var open: Int
        package var taken: Int
        package var capacity: Int?
    }
    package struct ProblemLine: Encodable, Sendable {
        package var path: String
        package var submission: String?
        package var reviewer: String?
        package var since: Instant
        package var findings: [Finding]

        init(_ problem: Problem) {
            (path, submission, reviewer) = (problem.path, problem.submission, problem.reviewer)
            (since, findings) = (problem.since, problem.findings)
        }
    }

    package var submissions: [String: Int] = [:]
    package var inbox: [InboxLine] = []
    package var reviewers: [ReviewerLine] = []
    package var problems: [ProblemLine] = []
    /// Words of reviewers' that stand where nobody reads them; nothing has to be done.
    package var notes: [ProblemLine] = []
    /// Errors and warnings of the district's documents.
    package var documents: [Finding] = []
    /// Submissions with places that no one may fill, and why.
    package var unroutable: [String: String] = [:]
    /// Why no command that writes works here until 'assay recover' did.
    package var refused: String?
    /// Outbox was gone or empty and was laid anew: what that may mean, until 'assay publish --all'.
    package var outbox: String?
    /// Why the program's time stands still.
    package var clock: String?
}

/// A line of `list --json`.
package struct ListLine: Encodable, Sendable {
    package var submission: String
    package var bundle: String
    package var state: String
    package var outcome: Outcome?
    package var rubric: String
    package var version: String
    /// When it was last accepted, and when it was decided.
    package var accepted: Instant
    package var decided: Instant?
    /// The same as days in the program's zone; for people.
    package var acceptedDay: String
    package var decidedDay: String?

    private enum Key: CodingKey { case submission, bundle, state, outcome, rubric, version, accepted, decided }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(submission, forKey: .submission)
        try container.encode(bundle, forKey: .bundle)
        try container.encode(state, forKey: .state)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(rubric, forKey: .rubric)
        try container.encode(version, forKey: .version)
        try container.encode(accepted, forKey: .accepted)
        try container.encodeIfPresent(decided, forKey: .decided)
    }
}

/// A line of `queue --json`.
package struct QueueLine: Encodable, Sendable {
    package var reviewer: String
    package var submission: String
    package var rubric: String
    /// Of the decision file, below the workspace.
    package var path: String
    package var assigned: Instant
    package var due: Instant
    /// The same as the day in the program's zone.
    package var dueDay: String
    /// Its due time is past, and nothing of it was taken.
    package var late: Bool
    /// `open`, `problem` or `taken`.
    package var state: String
}

/// A line of `explain --json`.
package struct ExplainReport: Encodable, Sendable {
    package struct Line: Encodable, Sendable {
        package var reviewer: String
        /// `chosen`, `eligible` or `excluded`.
        package var standing: String
        /// The rule's word, where one excludes.
        package var rule: String?
        package var words: String
    }
    package var submission: String
    package var state: String
    /// Why places are still empty.
    package var unfilled: String?
    package var reviewers: [Line]
}
