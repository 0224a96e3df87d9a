/// Why somebody may not be given a submission.
package enum RoutingBar: String, Codable, Sendable, CaseIterable {
    case notQualified = "not-qualified"
    case away
    case atCapacity = "at-capacity"
    case isSubmitter = "is-submitter"
    case sameSchool = "same-school"
    /// Nobody can tell whether she works there: the id that the submission names is no school's any more.
    case unknownSchool = "unknown-school"
    case declaredConflict = "declared-conflict"
    case alreadyOnIt = "already-on-it"
    /// Adjudication is for leads, and a lead reads first only where no assessor may.
    case notALead = "not-a-lead"
    case leadInReserve = "lead-in-reserve"

    /// The rule in words, after "r-okafor: ".
    package var words: String {
        switch self {
        case .notQualified: "isn't qualified for this rubric, by its id or one of its tags"
        case .away: "is away today"
        case .atCapacity: "has as many open submissions as the roster allows"
        case .isSubmitter: "is the submitter (same id or e-mail)"
        case .sameSchool: "works at the submitter's school"
        case .unknownSchool:
            "can't be known to be free of conflict: the submitter's school isn't in program.xml any more; put its id back"
        case .declaredConflict: "has a declared conflict with the submitter or the school"
        case .alreadyOnIt: "already has this submission, or declined it"
        case .notALead: "isn't a lead: readers differ, and a lead decides"
        case .leadInReserve: "is a lead, and reads first only where no assessor may"
        }
    }
}

/// One place on a submission that a reviewer is to fill.
package struct Slot: Hashable, Sendable {
    package enum Role: String, Codable, Sendable { case reader, adjudicator }
    package var role: Role
    /// 1, 2, 3 for readers; 0 for the adjudicator.
    package var number: Int
    package init(role: Role, number: Int) { (self.role, self.number) = (role, number) }
}

/// Who may read one submission today, and who of them should.
package struct Routing: Sendable {
    package var rubric: Rubric
    package var educator: Submission.Educator
    package var roster: [Reviewer]
    package var today: CivilDate
    /// Open assignments by reviewer's id.
    package var open: [String: Int]
    /// Reviewers who hold, took or declined an assignment on this submission.
    package var onIt: Set<String>
    /// Those who read the attempt before.
    package var preferred: Set<String>
    /// The educator's addresses in other submissions: who changes hers is still the same.
    package var earlierMails: Set<String>
    /// Whether the program declares the educator's school, or she has none.
    package var isSchoolKnown: Bool

    package init(
        rubric: Rubric, educator: Submission.Educator, roster: [Reviewer], today: CivilDate, open: [String: Int] = [:],
        onIt: Set<String> = [], preferred: Set<String> = [], earlierMails: Set<String> = [], isSchoolKnown: Bool = true
    ) {
        (self.rubric, self.educator, self.roster, self.today) = (rubric, educator, roster, today)
        (self.open, self.onIt, self.preferred) = (open, onIt, preferred)
        (self.earlierMails, self.isSchoolKnown) = (earlierMails, isSchoolKnown)
    }

    /// The first of the hard rules that keeps a reviewer from the submission, whatever her load and role.
    package func standingBar(_ reviewer: Reviewer) -> RoutingBar? {
        if !reviewer.isQualified(for: rubric) { return .notQualified }
        if reviewer.away.contains(where: { $0.contains(today) }) { return .away }
        let isHers = sameMail(reviewer.email, educator.email) || earlierMails.contains { sameMail($0, reviewer.email) }
        if isHers || reviewer.id.lowercased() == educator.id.lowercased() { return .isSubmitter }
        if let school = reviewer.school, school == educator.school { return .sameSchool }
        let isInConflict = reviewer.conflicts.contains {
            switch $0 {
            case .educator(let id): id.lowercased() == educator.id.lowercased()
            case .school(let id): id == educator.school
            }
        }
        return isInConflict ? .declaredConflict : nil
    }

    /// The first rule that keeps a reviewer from a new assignment, her role aside.
    package func bar(_ reviewer: Reviewer) -> RoutingBar? {
        if let bar = standingBar(reviewer) { return bar }
        // An id that was written anew in another letter case is still hers.
        if onIt.contains(where: { $0.lowercased() == reviewer.id.lowercased() }) { return .alreadyOnIt }
        if !isSchoolKnown, reviewer.isTiedToSchools { return .unknownSchool }
        return open[reviewer.id, default: 0] >= reviewer.capacity ? .atCapacity : nil
    }

    /// Each reviewer of the roster with the rule that excludes her from the slot; nil for those who may fill it.
    package func judged(for role: Slot.Role) -> [(reviewer: Reviewer, bar: RoutingBar?)] {
        let bars = roster.map { (reviewer: $0, bar: bar($0)) }
        let someAssessorMay = bars.contains { $0.bar == nil && $0.reviewer.role == .assessor }
        return bars.map { entry in
            guard entry.bar == nil else { return entry }
            switch (role, entry.reviewer.role) {
            case (.adjudicator, .assessor): return (entry.reviewer, .notALead)
            case (.reader, .lead): return (entry.reviewer, someAssessorMay ? .leadInReserve : nil)
            default: return entry
            }
        }
    }

    /// The reviewer for the slot: earlier readers first, then the least open assignments ÷ capacity, ties by id.
    package func choice(for role: Slot.Role) -> Reviewer? {
        let able = judged(for: role).filter { $0.bar == nil }.map(\.reviewer)
        let wanted = able.filter { preferred.contains($0.id) }
        return (wanted.isEmpty ? able : wanted).min { a, b in
            // Open ÷ capacity without a division: capacities are above zero for whoever may hold anything.
            let left = open[a.id, default: 0] * b.capacity
            let right = open[b.id, default: 0] * a.capacity
            return left != right ? left < right : a.id < b.id
        }
    }
}

/// Whether two e-mail addresses are the same, letter case and padding aside.
package func sameMail(_ a: String, _ b: String) -> Bool { a.trimmed.lowercased() == b.trimmed.lowercased() }
