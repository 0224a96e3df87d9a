internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders

/// What the ledger says to a bundle that is right by itself.
enum Admission {
    /// With the decisions that go on, and those on the same content that count no more.
    case accepted(AcceptedFact, transfers: [AssignmentRow], superseded: [AssignmentRow])
    case duplicate(of: SubmissionRow)
    case refused([Finding])
}

/// The rules between one bundle and all before: duplicates, one open submission at a time, attempts, what is kept.
struct Admitting {
    let book: Book
    let bundle: String
    let found: Inspected
    let now: Instant
    let programSHA256: String
    let rosterSHA256: String
    let validity: Validity

    func admission() throws -> Admission {
        let existing = try ([found.id] + found.formerIDs).compactMap { try book.submission($0) }.first
        if let existing, ![.incomplete, .withdrawn].contains(existing.state) { return .duplicate(of: existing) }
        let history = try book.submissions(educator: educator.id, rubric: rubric.id).presentAttempts
        guard let latest = history.last else {
            if let of = found.submission.resubmission?.of { return .refused([unknownResubmission(of)]) }
            return .accepted(try accepted(attempt: 1, notes: try prerequisiteNotes()), transfers: [], superseded: [])
        }
        switch latest.state {
        case .accepted, .inReview, .adjudication:
            return .refused([
                finding(
                    .submissionOpen,
                    "\(latest.id) of the same educator for the same micro-credential is still under review.",
                    "Wait for its decision; then drop this one again.")
            ])
        case .earned: return try renewing(latest)
        case .incomplete: return try continuing(latest, of: history.filter { $0.attempt == latest.attempt })
        case .notYetEarned: return try resubmitting(latest)
        case .withdrawn: return .refused([unknownResubmission(latest.id)])
        }
    }

    /// What the ledger says to a bundle that goes back already: so that nobody mends it for nothing. Only what needs
    /// no look at the evidence, and of an educator whose line can be read.
    static func standing(_ refused: Refused, in book: Book, now: Instant, _ validity: Validity) throws -> [Finding] {
        guard let known = refused.known, let educator = refused.educator, !educator.id.isEmpty, !educator.email.isEmpty,
            !refused.findings.contains(where: { $0.isA(.emailInvalid) })
        else { return [] }
        let admitting = Admitting(
            book: book, bundle: "", found: known, now: now, programSHA256: "", rosterSHA256: "", validity: validity)
        guard case .refused(let findings) = try admitting.admission() else { return [] }
        return findings.filter { !$0.isA(.resubmissionNothingNew) }
    }

    private var educator: Submission.Educator { found.submission.educator }
    private var rubric: Rubric { found.rubric.value }

    // MARK: Going on with an incomplete submission

    /// `attempt` is what was accepted for the same attempt so far: each bundle mended the one before.
    private func continuing(_ latest: SubmissionRow, of attempt: [SubmissionRow]) throws -> Admission {
        let before = try book.acceptance(of: latest)
        if let of = found.submission.resubmission?.of, of != before.resubmissionOf,
            !attempt.contains(where: { $0.id == of })
        {
            return .refused([wrongResubmission(of, latest: latest)])
        }
        if let mismatch = mailMismatch(before, latest) { return .refused([mismatch]) }
        var fact = try accepted(attempt: latest.attempt, notes: [])
        fact.resubmissionOf = before.resubmissionOf
        let isSameVersion = latest.rubricSHA256 == found.rubric.sha256
        if isSameVersion { fact.carried = try carriedLevels(from: before, kept: before.carried) }
        if latest.id == found.id {
            return .accepted(fact, transfers: [], superseded: isSameVersion ? [] : try takenBefore())
        }
        fact.continues = latest.id
        // Decisions go on only where they judge what is still to be judged.
        let goOn = isSameVersion && fact.carried == before.carried
        let transfers = try goOn ? taken(on: latest.id).filter { $0.role == .reader } : []
        return .accepted(fact, transfers: transfers, superseded: try takenBefore())
    }

    /// What was taken on this very content for another attempt, bundle or version.
    private func takenBefore() throws -> [AssignmentRow] { try taken(on: found.id) }

    private func taken(on id: String) throws -> [AssignmentRow] {
        try book.assignments(of: id).filter { $0.state == .taken }
    }

    // MARK: A renewal

    /// What is valid no more is earned anew, from a first attempt on.
    private func renewing(_ earned: SubmissionRow) throws -> Admission {
        let last = try validity.lastDay(of: earned, in: book)
        guard let last, last < validity.zone.day(of: now) else {
            return .refused([alreadyEarned(earned, until: last)])
        }
        if let of = found.submission.resubmission?.of { return .refused([noResubmission(of, renewing: earned)]) }
        return .accepted(
            try accepted(attempt: 1, notes: try prerequisiteNotes()), transfers: [], superseded: try takenBefore())
    }

    // MARK: Another attempt

    private func resubmitting(_ latest: SubmissionRow) throws -> Admission {
        var notes: [Finding] = []
        if let of = found.submission.resubmission?.of {
            if of != latest.id { return .refused([try knownResubmission(of, latest: latest)]) }
        } else {
            notes.append(
                finding(
                    .resubmissionImplied,
                    "The bundle doesn't say so, but it is taken as a resubmission of \(latest.id).",
                    "Next time, name it: <resubmission of=\"\(latest.id)\"/>."))
        }
        let before = try book.acceptance(of: latest)
        if let mismatch = mailMismatch(before, latest) { return .refused([mismatch]) }
        let attempt = latest.attempt + 1
        if let max = rubric.resubmit.max, attempt > max {
            return .refused([
                finding(
                    .resubmissionTooMany, "This would be attempt \(attempt); the rubric allows \(max).",
                    "Talk with a coach or the district about what comes next.")
            ])
        }
        var fact = try accepted(attempt: attempt, notes: notes)
        fact.resubmissionOf = latest.id
        if rubric.resubmit.keepsMet, latest.rubricSHA256 == found.rubric.sha256 {
            fact.carried = try carriedLevels(from: before, kept: try metLevels(latest))
        }
        if Set(fact.carried.map(\.criterion)).isSuperset(of: rubric.criteria.map(\.id)) {
            return .refused([
                finding(
                    .resubmissionNothingNew,
                    "Every criterion was met before and its evidence is unchanged: there is nothing left to review.",
                    "Change the evidence that the last feedback speaks of.")
            ])
        }
        if latest.rubricSHA256 == found.rubric.sha256, let note = try unchanged(since: latest, before) {
            fact.findings.append(note)
        }
        return .accepted(fact, transfers: [], superseded: try takenBefore())
    }

    /// What fell short would be read again as it was.
    private func unchanged(since latest: SubmissionRow, _ before: AcceptedFact) throws -> Finding? {
        let short = try results(latest).filter { $0.level != nil && !$0.meets }
            .compactMap { result in result.level.map { CarriedLevel(criterion: result.id, level: $0) } }
        let isAll = try carriedLevels(from: before, kept: short).count == short.count
        guard !short.isEmpty, isAll else { return nil }
        return finding(
            .resubmissionUnchanged,
            "The evidence of every criterion that fell short in \(latest.id) is the same as before "
                + "(\(short.map(\.criterion).joined(separator: ", "))); the reviewers will see nothing new.",
            "If new evidence was meant to be sent, have this attempt withdrawn, and drop the bundle again with it.")
    }

    private func results(_ row: SubmissionRow) throws -> [Record.CriterionResult] {
        guard let number = row.decided, case .decided(let fact)? = try book.event(number)?.fact else { return [] }
        return fact.criteria
    }

    private func metLevels(_ row: SubmissionRow) throws -> [CarriedLevel] {
        try results(row).compactMap { result in
            guard result.meets, let level = result.level else { return nil }
            return CarriedLevel(criterion: result.id, level: level)
        }
    }

    /// Those of `kept` whose criterion's evidence is the same as before, item by item.
    private func carriedLevels(from before: AcceptedFact, kept: [CarriedLevel]) throws -> [CarriedLevel] {
        let earlier = digests(before.evidence.map { ($0.kind, $0.sha256) })
        let present = digests(
            found.submission.evidence.compactMap { item in item.measured.map { (item.kind, $0.sha256) } })
        return kept.filter { level in
            guard let criterion = rubric.criterion(level.criterion) else { return false }
            let kinds = criterion.evidence.isEmpty ? Array(Set(earlier.keys).union(present.keys)) : criterion.evidence
            return kinds.allSatisfy { earlier[$0] == present[$0] }
        }
    }

    private func digests(_ items: [(String, String)]) -> [String: [String]] {
        Dictionary(grouping: items, by: \.0).mapValues { $0.map(\.1).sorted() }
    }

    // MARK: The fact

    private func accepted(attempt: Int, notes: [Finding]) throws -> AcceptedFact {
        let submission = found.submission
        let evidence = submission.evidence.enumerated().compactMap {
            RecordedEvidence(number: $0.offset + 1, item: $0.element)
        }
        return AcceptedFact(
            bundle: bundle, submission: found.id, attempt: attempt,
            rubric: .init(id: rubric.id, version: rubric.version, sha256: found.rubric.sha256, title: rubric.title),
            educator: educator, cohort: submission.cohort, resubmissionOf: nil, note: submission.resubmission?.note,
            continues: nil, evidence: evidence, kept: found.kept, carried: [],
            findings: found.warnings + notes + (try differingNotes()),
            programSHA256: programSHA256, rosterSHA256: rosterSHA256, vault: try vaultFolder(), root: found.root,
            receipt: try receiptFolder(), archive: found.archive)
    }

    /// A folder a submission; content that came again after it was found incomplete lies beside the first.
    private func vaultFolder() throws -> String {
        let shard = found.id.dropFirst(2).prefix(1)
        let drops = try book.events(of: found.id, kinds: ["accepted"]).count
        return "vault/\(shard)/\(found.id)" + (drops == 0 ? "" : ".\(drops + 1)")
    }

    private func receiptFolder() throws -> String {
        for number in 1... {
            let suffix = ".\(found.id)" + (number == 1 ? "" : ".\(number)")
            let folder = now.month + "/" + fitted(bundle, suffix: suffix, digest: { sha256($0).hex })
            if try !book.isFolderUsed(folder) { return folder }
        }
        throw Refusal.fault("no free name for a receipt")
    }

    private func prerequisiteNotes() throws -> [Finding] {
        try rubric.prerequisites.compactMap { id in
            let earned = try book.submissions(educator: educator.id, rubric: id).contains { $0.state == .earned }
            if earned { return nil }
            return finding(
                .prerequisiteMissing,
                "The rubric expects '\(id)' to be earned first; this workspace knows no such decision.",
                "Check that it was earned elsewhere.")
        }
    }
}
