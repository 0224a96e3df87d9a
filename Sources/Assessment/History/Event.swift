/// A fact in the ledger: its number, its time, and the hash that links it to all before.
package struct Event: Sendable {
    package var number: Int64
    package var at: Instant
    package var fact: Fact
    /// Lower-case hex.
    package var hash: String
    package init(number: Int64, at: Instant, fact: Fact, hash: String) {
        (self.number, self.at, self.fact, self.hash) = (number, at, fact, hash)
    }
}

extension Fact {
    /// The stable word for what happened.
    package var kind: String {
        switch self {
        case .returned: "returned"
        case .duplicate: "duplicate"
        case .accepted: "accepted"
        case .assigned: "assigned"
        case .transferred: "transferred"
        case .taken: "taken"
        case .declined: "declined"
        case .unscorable: "unscorable"
        case .assignmentEnded: "assignment-ended"
        case .disputed: "disputed"
        case .decided: "decided"
        case .recorded: "recorded"
        case .kept: "kept"
        case .withdrawn: "withdrawn"
        case .erased: "erased"
        }
    }

    /// The submission that it is about; nil for a returned bundle.
    package var submission: String? {
        switch self {
        case .returned: nil
        case .duplicate(let fact): fact.submission
        case .accepted(let fact): fact.submission
        case .assigned(let fact): fact.submission
        case .transferred(let fact): fact.submission
        case .taken(let fact): fact.submission
        case .declined(let fact): fact.submission
        case .unscorable(let fact): fact.submission
        case .assignmentEnded(let fact): fact.submission
        case .disputed(let fact): fact.submission
        case .decided(let fact): fact.submission
        case .recorded(let fact): fact.submission
        case .kept(let fact): fact.submission
        case .withdrawn(let fact): fact.submission
        case .erased(let fact): fact.submission
        }
    }
}

extension Fact {
    /// Whether somebody may have to be found for a slot after it.
    package var asksForRouting: Bool {
        switch self {
        case .accepted, .declined, .assignmentEnded, .disputed: true
        default: false
        }
    }
}

/// Where a submission stands.
package enum SubmissionState: String, Codable, Sendable, CaseIterable {
    case accepted
    case inReview = "in-review"
    case adjudication, earned
    case notYetEarned = "not-yet-earned"
    case incomplete, withdrawn

    /// Whether reviewers are, or will be, at work on it.
    package var isOpen: Bool { [.accepted, .inReview, .adjudication].contains(self) }
    package var isDecided: Bool { [.earned, .notYetEarned].contains(self) }
}

/// Where an assignment stands.
package enum AssignmentState: String, Codable, Sendable, CaseIterable {
    case open, taken, declined, withdrawn, unscorable
    /// Taken, but of an earlier acceptance: since the content came again it counts no more.
    case superseded
}
