internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Logging
internal import Reporting

/// Takes what reviewers wrote: decisions into the ledger, with the records that follow from them; complaints beside
/// the files. Three batches are under way at once: while one is taken the next is read, and what the last one owes is
/// done. What the ends of queue folders bring comes after all decisions, also where a pass goes on after a kill; a
/// command in between, such as `withdraw`, has it told before.
struct Reviewing {
    let pass: Pass
    let program: Shelved<Program>
    let rosterSHA256: String

    /// What one transaction takes, and what is kept of strayed words, follows from it: it stays the same.
    private static let batchSize = 128

    var workspace: Workspace { pass.workspace }

    func take(_ look: DeskLook) throws {
        try layAgain(look.gone)
        try mend(
            look.ripe.filter { edited in
                let laid = ["/evidence", "/" + Publisher.readingPage]
                return !laid.allSatisfy { ((try? workspace.outbox.status(edited.path + $0)) ?? nil) != nil }
            }.map(\.row))
        let maker = pass.publisher.maker
        let homes = StrayHomes(workspace: workspace, maker: maker)
        let reader = DecisionReader(
            outbox: workspace.outbox, workers: pass.workers, ledger: workspace.ledger, maker: maker, homes: homes)
        let count = pass.progress.count(.readingDecisions, of: look.ripe.count)
        // Nil of what wasn't begun when somebody wanted to stop.
        func ahead(_ batch: ArraySlice<Edited>) throws -> Beside<[ReadDecision?]> {
            let batch = try reader.laid(for: batch)
            return Beside {
                concurrently(batch) { edited, laid -> ReadDecision? in
                    if pass.isStopping() { return nil }
                    defer { count.add() }
                    return reader.read(edited, laid)
                }
            }
        }
        let mark = try workspace.ledger.read { try $0.readUpTo() }
        let batches = batches(of: look.ripe, after: mark ?? 0)
        var reading = try batches.first.map(ahead)
        // However this ends: nothing is read any more once the workspace is given up.
        defer { _ = try? reading?.finish() }
        for (number, batch) in batches.enumerated() {
            if pass.isStopping() { break }
            let results = try reading?.finish() ?? []
            var read = results.compactMap(\.self)
            if read.count < results.count { break }
            reading = number + 1 < batches.count ? try ahead(batches[number + 1]) : nil
            if read.contains(where: { $0.home != nil }) {
                // Ends of queue folders may take it away, or keep something in the same place of the vault.
                try pass.publisher.finishBeside()
            }
            for index in read.indices {
                // Saved again meanwhile; or where a strayed file belongs has ended.
                if isSavedAgain(read[index].edited) {
                    (read[index].content, read[index].home) = (.changed, nil)
                } else if read[index].home != nil {
                    read[index] = reader.read(read[index].edited, read[index].laid)
                }
            }
            let strays = try keepStrays(in: &read)
            let now = pass.clock.now
            let (complaints, records) = try workspace.ledger.write { book in
                if mark != nil || batches.count > 1 {
                    let isLast = number + 1 == batches.count
                    try book.noteRead(upTo: isLast ? nil : batch.last.map { max($0.row.event, mark ?? 0) })
                }
                var records: [RecordMaterial] = []
                return (try read.compactMap { try take($0, now: now, in: book, &records) }, records)
            }
            try tell(
                complaints,
                showing: strays.compactMap { try pass.publisher.mendEarlierWords(of: $0.row, before: $0.before) })
            try pass.publisher.publishBeside(holdingFacts: true, records: records)
        }
        try pass.publisher.publishAll()
    }

    /// The edited files, in the order in which they were given out, as one transaction each takes them. A pass that was
    /// killed may have judged a batch without telling anybody: what of it still lies there comes alone, so that the
    /// others are cut as that pass would have cut them.
    private func batches(of ripe: [Edited], after mark: Int64) -> [ArraySlice<Edited>] {
        [ripe.filter { $0.row.event <= mark }, ripe.filter { $0.row.event > mark }]
            .flatMap { $0.batches(of: Reviewing.batchSize) }
    }

    private func isSavedAgain(_ edited: Edited) -> Bool {
        do {
            return try workspace.outbox.status(edited.path + "/" + edited.name) != edited.stamp.file
        } catch {
            return false
        }
    }

    /// A decision file's words that were put where they belong, and what `your-earlier-words.txt` said there before.
    private typealias Stray = (row: AssignmentRow, before: [UInt8]?)

    /// Puts the words of strayed decision files into the vault before the ledger speaks of them.
    private func keepStrays(in read: inout [ReadDecision]) throws -> [Stray] {
        let homes = StrayHomes(workspace: workspace, maker: pass.publisher.maker)
        let steps = try read.map { try $0.home.flatMap(homes.keep) }
        if steps.allSatisfy({ $0 == nil }) { return [] }
        try pass.disks.flush()
        var strays: [Stray] = []
        for (index, step) in steps.enumerated() {
            guard let step, let row = read[index].home?.row else { continue }
            read[index].home?.kept = try step()
            if strays.contains(where: { $0.row.ticket == row.ticket }) { continue }
            strays.append((row, try pass.publisher.earlierWords(of: row)))
        }
        try pass.disks.flush()
        return strays
    }

    private func take(
        _ read: ReadDecision, now: Instant, in book: Book, _ records: inout [RecordMaterial]
    ) throws -> Complaint? {
        // Another decision of this batch may have ended the assignment.
        guard let row = try book.assignment(read.edited.row.ticket), let fact = try book.assignedFact(row),
            let submission = try book.submission(row.submission), submission.state.isOpen,
            [.open, .taken].contains(row.state)
        else { return nil }
        func judging() throws -> Judging {
            try Judging(
                fact: fact, rubric: pass.shelf.rubric(sha256: submission.rubricSHA256, in: book),
                rubricID: submission.rubric, version: submission.version,
                evidence: book.acceptance(of: submission).evidence, isTaken: row.state == .taken,
                home: read.home)
        }
        var isTaken = row.state == .taken
        func complaint(_ findings: [Finding]) throws -> Complaint {
            guard let home = read.home, findings.contains(where: { $0.isA(.decisionStray) }) else {
                return Complaint(edited: read.edited, findings: findings, isTaken: isTaken)
            }
            if let kept = home.kept, try !book.keptFiles(ticket: home.row.ticket).contains(kept) {
                let fact = KeptFact(submission: home.row.submission, ticket: home.row.ticket, files: [kept])
                try book.append(.kept(fact), at: now)
            }
            return Complaint(
                edited: read.edited, findings: findings, belongs: home.row.ticket, isTaken: isTaken)
        }
        switch read.content {
        case .changed: return nil
        case .unreached(let finding):
            return Complaint(edited: read.edited, findings: [finding], isTaken: isTaken, isUnreached: true)
        case .faulty(let found, let decision, _): return try complaint(judging().judge(decision, found: found))
        case .read(let decision, let bytes, let digest):
            let unread = try judging().unread(decision)
            var findings = unread
            if row.state == .taken { try book.setReopened(row.ticket, decision.status == .draft) }
            switch try judging().judge(decision) {
            case .draft: break
            case .faulty(let faults):
                // In a file of another assignment all else is as it should be there.
                findings = faults + (read.home == nil ? unread : [])
            case .final(let marks, let overall):
                isTaken = true
                if try book.decision(of: row)?.sha256 == digest { break }
                try book.keep(bytes, sha256: digest)
                try book.append(
                    .taken(
                        TakenFact(
                            submission: row.submission, ticket: row.ticket, marks: marks, overall: overall,
                            sha256: digest, at: now, unread: decision.unreadByFinal)), at: now)
                pass.tally.took(row)
                pass.tally.leftUnread(row, unread)
                if let record = try deciding(book, now).evaluate(row.submission) { records.append(record) }
            case .declined(let reason):
                try book.keep(bytes, sha256: digest)
                let event = try book.append(
                    .declined(
                        DeclinedFact(submission: row.submission, ticket: row.ticket, reason: reason, sha256: digest)),
                    at: now)
                try book.addJob(.queueEnd, event: event.number, subject: row.ticket)
                pass.tally.took(row)
            case .unscorable(let reason, let evidence):
                try book.keep(bytes, sha256: digest)
                try deciding(book, now).becomeIncomplete(
                    row, submission, reason: reason, evidence: evidence, sha256: digest)
                pass.tally.took(row)
            }
            return try complaint(findings)
        }
    }

    private func deciding(_ book: Book, _ now: Instant) -> Deciding {
        Deciding(pass: pass, book: book, now: now, program: program, rosterSHA256: rosterSHA256)
    }
}

extension DecisionFile {
    /// What the fact of a final decision says of words that nobody reads.
    fileprivate var unreadByFinal: [String] {
        (unread.map(\.words) + [reason.trimmed]).filter { !$0.isEmpty }.map { String($0.prefix(1000)) }
    }
}
