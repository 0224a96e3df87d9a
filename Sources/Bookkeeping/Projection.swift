internal import Assessment
internal import GRDB

extension Book {
    /// Brings the tables that follow from the events up to this one.
    func project(_ event: Event) throws {
        switch event.fact {
        case .returned(let fact):
            try addDrop(event, fact.bundle, "returned", submission: nil, folder: fact.folder)
        case .duplicate(let fact):
            try addDrop(event, fact.bundle, "duplicate", submission: fact.submission, folder: fact.folder)
        case .accepted(let fact):
            try addDrop(event, fact.bundle, "accepted", submission: fact.submission, folder: fact.receipt)
            try project(fact, event)
        case .assigned(let fact):
            try addAssignment(
                event, ticket: fact.ticket, submission: fact.submission, role: fact.role, slot: fact.slot,
                reviewer: fact.reviewer, name: fact.name, state: .open, assigned: event.at, due: fact.due, taken: nil,
                desk: true)
            try set(.inReview, of: fact.submission, from: [.accepted])
        case .transferred(let fact):
            try addAssignment(
                event, ticket: fact.ticket, submission: fact.submission, role: fact.role, slot: fact.slot,
                reviewer: fact.reviewer, name: fact.name, state: .taken, assigned: fact.assigned, due: fact.due,
                taken: event.number, desk: false)
            try set(.inReview, of: fact.submission, from: [.accepted])
        case .taken(let fact): try set(.taken, ticket: fact.ticket, takenBy: event.number)
        case .declined(let fact): try set(.declined, ticket: fact.ticket, desk: false)
        case .assignmentEnded(let fact):
            let isSuperseded = fact.reason == AssignmentEndedFact.superseded
            try set(isSuperseded ? .superseded : .withdrawn, ticket: fact.ticket, desk: false)
        case .unscorable(let fact):
            try set(.unscorable, ticket: fact.ticket)
            try clearDesks(of: fact.submission)
            try set(.incomplete, of: fact.submission)
        case .disputed(let fact):
            try set(.adjudication, of: fact.submission)
            try execute(
                "UPDATE submissions SET disputed = ? WHERE id = ?",
                [fact.criteria.joined(separator: " "), fact.submission])
            if fact.criteria.isEmpty { try set(.inReview, of: fact.submission) }
        case .decided(let fact):
            try set(fact.outcome == .earned ? .earned : .notYetEarned, of: fact.submission)
            try execute(
                "UPDATE submissions SET decided = ?, outcome = ? WHERE id = ?",
                [event.number, fact.outcome.rawValue, fact.submission])
            try clearDesks(of: fact.submission)
        case .recorded(let fact):
            try execute("UPDATE submissions SET recorded = ? WHERE id = ?", [event.number, fact.submission])
        case .kept: break
        case .withdrawn(let fact): try withdraw(fact.submission)
        case .erased(let fact):
            try execute(
                "INSERT INTO erasures (event, submission) VALUES (?, ?)", [event.number, fact.submission])
        }
        if let submission = event.fact.submission {
            try execute(
                "INSERT INTO history (first, event) SELECT first, ? FROM submissions WHERE id = ?",
                [event.number, submission])
        }
    }

    private func project(_ fact: AcceptedFact, _ event: Event) throws {
        try execute(
            """
            INSERT INTO submissions (id, bundle, state, attempt, rubric, version, rubric_sha256, educator, accepted, first)
            VALUES (?, ?, 'accepted', ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET bundle = excluded.bundle, state = 'accepted', attempt = excluded.attempt,
                version = excluded.version, rubric_sha256 = excluded.rubric_sha256, accepted = excluded.accepted,
                disputed = NULL, mended_by = NULL
            """,
            [
                fact.submission, fact.bundle, fact.attempt, fact.rubric.id, fact.rubric.version, fact.rubric.sha256,
                fact.educator.id.lowercased(), event.number, event.number,
            ])
        if let incomplete = fact.continues {
            try execute("UPDATE submissions SET mended_by = ? WHERE id = ?", [fact.submission, incomplete])
        }
    }

    /// All work on it ends: dropped again, it begins anew. What it mended is to be mended again.
    private func withdraw(_ submission: String) throws {
        // The sign keeps SQLite from the index by states, under which all that was ever taken stands.
        try execute(
            """
            UPDATE assignments SET state = 'withdrawn', desk = 0
            WHERE event IN (\(eventsOfSubmission)) AND +state IN ('open', 'taken')
            """, [submission])
        try clearDesks(of: submission)
        try set(.withdrawn, of: submission)
        try execute("UPDATE submissions SET mended_by = NULL WHERE mended_by = ?", [submission])
    }

    private func addDrop(
        _ event: Event, _ bundle: String, _ state: String, submission: String?, folder: String
    ) throws {
        try execute(
            "INSERT INTO drops (event, bundle, state, submission, folder) VALUES (?, ?, ?, ?, ?)",
            [event.number, bundle, state, submission, folder])
    }

    private func addAssignment(
        _ event: Event, ticket: String, submission: String, role: Slot.Role, slot: Int, reviewer: String, name: String,
        state: AssignmentState, assigned: Instant, due: Instant, taken: Int64?, desk: Bool
    ) throws {
        try execute(
            """
            INSERT INTO assignments (ticket, submission, role, slot, reviewer, name, state, assigned, due, event, taken,
                desk)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                ticket, submission, role.rawValue, slot, reviewer, name, state.rawValue, assigned.seconds,
                due.seconds, event.number, taken, desk,
            ])
    }

    private func set(_ state: AssignmentState, ticket: String, takenBy: Int64? = nil, desk: Bool = true) throws {
        try execute(
            "UPDATE assignments SET state = ?, taken = coalesce(?, taken), desk = ? WHERE ticket = ?",
            [state.rawValue, takenBy, desk, ticket])
    }

    /// Its folders leave the queues.
    private func clearDesks(of submission: String) throws {
        try execute("UPDATE assignments SET desk = 0 WHERE event IN (\(eventsOfSubmission))", [submission])
    }

    private func set(_ state: SubmissionState, of submission: String, from: [SubmissionState] = []) throws {
        let condition =
            from.isEmpty ? "" : " AND state IN (" + from.map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"
        try execute("UPDATE submissions SET state = ? WHERE id = ?" + condition, [state.rawValue, submission])
    }

    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
