internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents

/// What follows when decisions are in, all inside the transaction that took them.
struct Deciding {
    let pass: Pass
    let book: Book
    let now: Instant
    let program: Shelved<Program>
    let rosterSHA256: String

    /// Decides as soon as every reader has read: a record, or a lead.
    func evaluate(_ id: String) throws -> RecordMaterial? {
        guard let submission = try book.submission(id), submission.state.isOpen else { return nil }
        let accepted = try book.acceptance(of: submission)
        let rubric = try pass.shelf.rubric(sha256: submission.rubricSHA256, in: book)
        let rows = try book.assignments(of: id)
        let readers = rows.filter { $0.role == .reader && $0.state == .taken }
        guard readers.count >= rubric.review.reviewers else { return nil }
        let lead = rows.last { $0.role == .adjudicator && $0.state == .taken }
        let decisions = try readers.compactMap { try book.decision(of: $0) }
        let leads = try lead.flatMap { try book.decision(of: $0) }
        let carried = Dictionary(
            accepted.carried.map { ($0.criterion, $0.level) }, uniquingKeysWith: { first, _ in first })
        let first = Scorecard(rubric: rubric, carried: carried, readings: decisions.map(\.marks))
        switch first.verdict() {
        case .decided(let finals, let outcome, let total):
            return try decide(submission, accepted, rubric, readers, nil, finals, outcome, total)
        case .disputed(let criteria):
            if submission.state == .adjudication, submission.disputed == criteria {
                guard let lead, let leads else { return nil }
                var whole = first
                whole.adjudication = leads.marks
                guard case .decided(let finals, let outcome, let total) = whole.verdict() else { return nil }
                return try decide(submission, accepted, rubric, readers, lead, finals, outcome, total)
            }
            try endAdjudication(rows, reason: "changed")
            try book.append(.disputed(DisputedFact(submission: id, criteria: criteria)), at: now)
            return nil
        }
    }

    /// A lead's work that an edited reading made void.
    private func endAdjudication(_ rows: [AssignmentRow], reason: String) throws {
        for row in rows where row.role == .adjudicator && [.open, .taken].contains(row.state) {
            try end(row, reason: reason)
        }
    }

    private func end(_ row: AssignmentRow, reason: String) throws {
        let event = try book.append(
            .assignmentEnded(AssignmentEndedFact(submission: row.submission, ticket: row.ticket, reason: reason)),
            at: now)
        try book.addJob(.queueEnd, event: event.number, subject: row.ticket)
    }

    // MARK: Incomplete

    func becomeIncomplete(
        _ row: AssignmentRow, _ submission: SubmissionRow, reason: String, evidence: String, sha256: String
    ) throws {
        let accepted = try book.acceptance(of: submission)
        let folder =
            now.month + "/"
            + fitted(
                accepted.bundle, suffix: ".\(submission.id).incomplete.\(row.ticket.prefix(4))",
                digest: { Credentials.sha256($0).hex })
        let event = try book.append(
            .unscorable(
                UnscorableFact(
                    submission: submission.id, ticket: row.ticket, reason: reason, evidence: evidence, sha256: sha256,
                    receipt: folder)), at: now)
        try book.addJob(.letter, event: event.number, subject: "")
        // Folders of an earlier acceptance have left the queues; there may be newer ones in their places.
        for other in try book.assignments(of: submission.id) where other.event > submission.accepted {
            switch other.state {
            case .open: try end(other, reason: "incomplete")
            case .taken, .unscorable: try book.addJob(.queueEnd, event: event.number, subject: other.ticket)
            case .declined, .withdrawn, .superseded: continue
            }
        }
    }

    // MARK: The record

    private func decide(
        _ submission: SubmissionRow, _ accepted: AcceptedFact, _ rubric: Rubric, _ readers: [AssignmentRow],
        _ lead: AssignmentRow?, _ finals: [Scorecard.Final], _ outcome: Outcome, _ total: Thousandths?
    ) throws -> RecordMaterial {
        let rows = readers + [lead].compactMap { $0 }
        let labels = readers.indices.map { "reader-\($0 + 1)" } + (lead == nil ? [] : ["adjudicator"])
        let decisions = try rows.compactMap { try book.decision(of: $0) }
        let isOpenReview = rubric.review.blind == .none
        let signed = zip(zip(rows, labels), decisions).map { pair, decision in
            Record.Reader(
                label: pair.1, reviewer: isOpenReview ? pair.0.reviewer : nil, name: isOpenReview ? pair.0.name : nil,
                assigned: pair.0.assigned, taken: decision.at, sha256: decision.sha256, overall: decision.overall)
        }
        let criteria = rubric.criteria.map { criterion in
            let final = finals.first { $0.criterion == criterion.id }
            let marks = zip(labels, decisions).compactMap { label, decision in
                decision.marks.first { $0.criterion == criterion.id }.map {
                    Record.ReaderMark(by: label, level: $0.level, comment: $0.comment)
                }
            }
            return Record.CriterionResult(
                id: criterion.id, title: criterion.title, level: final?.level?.id, label: final?.level?.label,
                points: final?.level?.points, weight: weight(of: criterion, in: rubric),
                meets: final?.level?.meets ?? false, how: final?.how ?? .agreed,
                marks: marks)
        }
        let folder = now.month + "/" + submission.id
        var fact = DecidedFact(
            submission: submission.id, outcome: outcome,
            attemptsLeft: outcome == .earned ? nil : rubric.resubmit.max.map { max(0, $0 - submission.attempt) },
            program: program.value.id, programSHA256: program.sha256, rosterSHA256: rosterSHA256, readers: signed,
            criteria: criteria, policy: policy(rubric, total), folder: folder)
        if outcome == .notYetEarned, pass.library.isRetired(submission.rubric) { fact.rubricIsRetired = true }
        let event = try book.append(.decided(fact), at: now)
        for row in try book.assignments(of: submission.id) where row.state == .open {
            try end(row, reason: "settled")
        }
        let record = try RecordWriting(pass: pass, book: book).write(fact, at: now)
        for row in rows where row.event > submission.accepted {
            try book.addJob(.queueEnd, event: event.number, subject: row.ticket)
        }
        pass.tally.decided(submission.id)
        return record
    }

    /// What an auditor needs to add up the total by herself.
    private func weight(of criterion: Criterion, in rubric: Rubric) -> String? {
        guard case .points = rubric.award, criterion.weight != Thousandths(whole: 1) else { return nil }
        return criterion.weight.text
    }

    private func policy(_ rubric: Rubric, _ total: Thousandths?) -> Record.Policy {
        switch rubric.award {
        case .allMeet: .init(policy: "all-meet")
        case .points(let minimum, let each):
            .init(policy: "points", minimum: minimum.text, each: each, total: total?.text)
        }
    }
}
