internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Logging
internal import Workers

/// Takes the settled bundles, a batch at a time: read where they lie, claimed, admitted and given to reviewers in one
/// transaction with all that is owed for them, then published. Three batches are under way at once: while one is
/// admitted the next is read, and the last published.
struct Intake {
    let pass: Pass
    let program: Shelved<Program>
    let rosterSHA256: String
    let library: Library
    let zone: ProgramZone
    /// Nil while the roster is missing or invalid.
    let assigning: Assigning?

    /// Always the same: a pass that goes on where one was killed takes the same bundles together. Small beside what a
    /// day brings, so that there is a next batch to read while one is laid.
    private static let batchSize = 64

    private var workspace: Workspace { pass.workspace }
    private var validity: Validity { Validity(zone: zone, workers: pass.workers) }

    func take(_ candidates: [Candidate]) throws {
        let batches = candidates.batches(of: Intake.batchSize).map(Array.init)
        guard let first = batches.first else { return }
        try pass.publisher.reserveOwedReturns()
        let reader = try reader(pass.progress.count(.readingBundles, of: candidates.count))
        var ahead: Beside<[Inspection?]>? = reader.ahead(first)
        // However this ends: nothing is read any more once the workspace is given up.
        defer { _ = try? ahead?.finish() }
        var accepted: Set<String> = []
        for (number, batch) in batches.enumerated() {
            if pass.isStopping() { break }
            var inspections = try ahead?.finish() ?? []
            ahead = nil
            try readAgain(batch, &inspections, reader, accepted)
            let next = number + 1 < batches.count ? batches[number + 1] : []
            ahead = next.isEmpty ? nil : reader.ahead(next)
            accepted = try take(batch, inspections)
            try Claiming(workspace: workspace).clearUnpacked(keeping: Set(next.map(\.name)))
            if !next.isEmpty { try pass.publisher.publishBeside() }
        }
        // What was read and isn't taken any more, since somebody wants to stop.
        guard let ahead else { return }
        _ = try ahead.finish()
        try Claiming(workspace: workspace).clearUnpacked()
    }

    private func reader(_ count: Progress.Count) throws -> BatchReader {
        let ledger = workspace.ledger
        let workers = pass.workers
        let inspector = Inspector(
            library: library, program: program, workers: workers,
            earlierVersions: { educator, rubric in
                Intake.earlierVersions(try ledger.read { try $0.submissions(educator: educator, rubric: rubric) })
            },
            acceptedRubric: { digest in try ledger.read { try $0.shelvedRubric(sha256: digest, workers) } })
        return BatchReader(
            pass: pass, inspector: inspector, arriving: try workspace.home.folder("vault/arriving"),
            unpacked: try workspace.home.folder("vault/unpacked"), count: count)
    }

    /// What has to be read once more, by itself: what lacked room, since a larger one beside it may have filled the disk
    /// for a moment; and what went by the history of an educator, of whom more was accepted while it was read.
    private func readAgain(
        _ batch: [Candidate], _ inspections: inout [Inspection?], _ reader: BatchReader, _ accepted: Set<String>
    ) throws {
        for (index, inspection) in inspections.enumerated() {
            guard let inspection else { continue }
            var candidate = batch[index]
            if let failure = inspection.failure {
                guard failure.isDiskFull else { throw failure }
                try pass.publisher.finishBeside()
                candidate.lackedRoom = true
            } else if inspection.educators.isDisjoint(with: accepted) {
                continue
            }
            inspections[index] = reader.inspect(candidate)
            if let failure = inspections[index]?.failure, !failure.isDiskFull { throw failure }
        }
    }

    /// The versions of the first attempt, with which a bundle that names none goes on, and of the latest.
    static func earlierVersions(_ history: [SubmissionRow]) -> EarlierVersions? {
        let attempts = history.presentAttempts
        guard let first = attempts.first, let last = attempts.last, [.notYetEarned, .incomplete].contains(last.state)
        else { return nil }
        return EarlierVersions(
            first: first.version, latest: last.version,
            incomplete: last.state == .incomplete ? last.rubricSHA256 : nil)
    }

    /// The educators of what was accepted, by their ids in lower case.
    private func take(_ candidates: [Candidate], _ inspections: [Inspection?]) throws -> Set<String> {
        let now = pass.clock.now
        let claiming = Claiming(workspace: workspace)
        var claimed: [(claim: Claim, verdict: Verdict)] = []
        var waiting: [(candidate: Candidate, waiting: Waiting)] = []
        for case (let candidate, let inspection?) in zip(candidates, inspections) {
            var verdict = inspection.verdict
            if case .waiting(let wait) = verdict {
                let isLate = now.seconds - candidate.since.seconds >= program.value.limits.patience
                guard isLate, !wait.isForDocuments, let refused = wait.refused else {
                    waiting.append((candidate, wait))
                    continue
                }
                verdict = .refused(refused)
            }
            // Where Inbox is on another disk each is copied: what is left over is the next pass's.
            if pass.isStopping() { break }
            var result = try claiming.claim(candidate, inspection)
            if case .waiting(let wait) = result, wait.lacksRoom {
                // What is being laid may be about to give room back.
                try pass.publisher.finishBeside()
                result = try claiming.claim(candidate, inspection)
            }
            switch result {
            case .claimed(let claim):
                claimed.append((claim, verdict))
                let how = claim.copied == nil ? "" : " by a copy"
                pass.log.debug("claimed \(printable(claim.name)) to \(printable(claim.place))\(how)")
            case .waiting(let wait): waiting.append((candidate, wait))
            }
        }
        // Everything that was claimed is on the disk before the ledger speaks of it.
        let mark = try claimed.isEmpty ? nil : pass.publisher.flush()
        var educators: Set<String> = []
        try workspace.ledger.write { book in
            try mark?(book)
            for (candidate, wait) in waiting {
                try remember(candidate, wait, now: now, in: book)
                pass.log.debug("\(printable(candidate.name)) waits: \(printable(wait.reason))")
            }
            let accepted = try claimed.compactMap { try settle($0.claim, $0.verdict, now: now, in: book) }
            educators = Set(accepted.map { $0.educator.id.lowercased() })
            try assigning?.assign(accepted: accepted.map(\.submission), now: now, in: book)
        }
        return educators
    }

    private func remember(_ candidate: Candidate, _ wait: Waiting, now: Instant, in book: Book) throws {
        let isLate = now.seconds - candidate.since.seconds >= program.value.limits.patience
        try book.setReason(
            wait.reason, of: candidate.name, afterwards: wait.afterwards,
            judged: wait.isLasting ? library.digest + (isLate ? " late" : "") : "",
            crashes: candidate.crashes + (wait.crashed ? 1 : 0))
    }

    /// The fact, where it was accepted.
    private func settle(_ claim: Claim, _ verdict: Verdict, now: Instant, in book: Book) throws -> AcceptedFact? {
        var accepted: AcceptedFact?
        switch verdict {
        case .waiting: return nil
        case .refused(var refused):
            refused.findings += try Admitting.standing(refused, in: book, now: now, validity)
            try giveBack(claim, refused, now: now, in: book)
        case .complete(let found):
            let admitting = Admitting(
                book: book, bundle: claim.name, found: found, now: now, programSHA256: program.sha256,
                rosterSHA256: rosterSHA256, validity: validity)
            switch try admitting.admission() {
            case .accepted(let fact, let transfers, let superseded):
                try accept(claim, fact, found, transfers, superseded, now: now, in: book)
                accepted = fact
            case .duplicate(let first): try giveBackDuplicate(claim, of: first, found, now: now, in: book)
            case .refused(let findings):
                let educator = found.submission.educator
                try giveBack(
                    claim,
                    Refused(
                        findings: findings, educator: educator, rubric: found.submission.rubric,
                        version: found.rubric.value.version,
                        receipt: receiptStem(found.submission.evidence, root: found.root)), now: now, in: book)
            }
        }
        try book.forget(arrival: claim.name)
        return accepted
    }

    private func accept(
        _ claim: Claim, _ fact: AcceptedFact, _ found: Inspected, _ transfers: [AssignmentRow],
        _ superseded: [AssignmentRow], now: Instant, in book: Book
    ) throws {
        try book.keep(found.rubric.bytes, sha256: found.rubric.sha256)
        let event = try book.append(.accepted(fact), at: now)
        for row in superseded {
            let ended = AssignmentEndedFact(
                submission: fact.submission, ticket: row.ticket, reason: AssignmentEndedFact.superseded)
            try book.append(.assignmentEnded(ended), at: now)
        }
        for row in transfers {
            guard let decision = try book.decision(of: row) else { continue }
            var carried = decision
            carried.submission = fact.submission
            let ticket = workspace.key.ticket("transfer \(fact.submission) \(event.number) \(row.ticket)")
            carried.ticket = ticket
            try book.append(
                .transferred(
                    TransferredFact(
                        submission: fact.submission, ticket: ticket, from: row.ticket, role: row.role, slot: row.slot,
                        reviewer: row.reviewer, name: row.name, assigned: row.assigned, due: row.due,
                        decision: carried)), at: now)
        }
        try promiseRemoval(of: claim, event, in: book)
        try book.addJob(.moveIn, event: event.number, subject: claim.place)
        try book.addJob(.receipt, event: event.number, subject: "")
        pass.publisher.maker.remember(fact, found.submission, event: event.number)
        pass.tally.accepted(fact.bundle, fact.submission, fact.findings)
    }

    /// What was claimed by a copy is to leave Inbox; promised before the copy is to go anywhere.
    private func promiseRemoval(of claim: Claim, _ event: Event, in book: Book) throws {
        guard let stamps = claim.copied else { return }
        try book.addRemoval(of: claim.place, event: event.number, copied: stamps)
    }

    private func giveBack(_ claim: Claim, _ refused: Refused, now: Instant, in book: Book) throws {
        let fact = ReturnedFact(
            bundle: claim.name, folder: try returnFolder(claim), educator: refused.educator,
            rubric: refused.rubric, version: refused.version, findings: refused.findings,
            receipt: refused.receipt)
        let event = try book.append(.returned(fact), at: now)
        try promiseRemoval(of: claim, event, in: book)
        try book.addJob(.moveOut, event: event.number, subject: claim.place)
        pass.tally.returned(claim.name, refused.findings)
    }

    /// An archive comes back in a folder that is named like it, without the ending.
    private func returnFolder(_ claim: Claim) throws -> String {
        let isArchive = try workspace.home.status(claim.place)?.kind == .file
        return try pass.publisher.freeReturnName(isArchive ? NameRule.archiveStem(claim.name) : claim.name)
    }

    private func giveBackDuplicate(
        _ claim: Claim, of first: SubmissionRow, _ found: Inspected, now: Instant, in book: Book
    ) throws {
        let finding = Finding(
            .bundleDuplicate, file: found.root + "manifest.xml",
            "The same content was dropped before as '\(printable(first.bundle))'; it is submission \(first.id).",
            remedy: "Nothing is to be done. Outbox/index.html tells how it stands.")
        let fact = DuplicateFact(
            bundle: claim.name, folder: try returnFolder(claim), submission: first.id,
            firstBundle: first.bundle, findings: [finding],
            receipt: receiptStem(found.submission.evidence, root: found.root), lang: found.submission.educator.lang)
        let event = try book.append(.duplicate(fact), at: now)
        try promiseRemoval(of: claim, event, in: book)
        try book.addJob(.moveOut, event: event.number, subject: claim.place)
        pass.tally.duplicate(claim.name, first.id, [finding])
    }
}
