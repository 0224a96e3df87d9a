internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Logging
internal import Reporting

/// Takes what reviewers wrote: decisions into the ledger, with the records that follow from them; complaints beside
/// the files.
struct Reviewing {
    let pass: Pass
    let program: Shelved<Program>
    let rosterSHA256: String

    private static let batchSize = 256

    private var workspace: Workspace { pass.workspace }

    func take(_ look: DeskLook) throws {
        try layAgain(look.gone)
        for edited in look.ripe {
            let laid = ["/evidence", "/" + Publisher.readingPage]
            let isWhole = laid.allSatisfy { ((try? workspace.outbox.status(edited.path + $0)) ?? nil) != nil }
            if !isWhole { try mend(edited.row) }
        }
        let maker = pass.publisher.maker
        let homes = StrayHomes(workspace: workspace, maker: maker)
        let reader = DecisionReader(
            outbox: workspace.outbox, workers: pass.workers, ledger: workspace.ledger, maker: maker, homes: homes)
        let count = pass.progress.count(.readingDecisions, of: look.ripe.count)
        for batch in look.ripe.batches(of: Reviewing.batchSize) {
            if pass.isStopping() { return }
            var read = concurrently(Array(batch)) { edited in
                defer { count.add() }
                return reader.read(edited)
            }
            for index in read.indices {
                let kept = try read[index].home.flatMap(homes.keep)
                read[index].home?.kept = kept
            }
            let strays = try read.compactMap(\.home).filter { $0.kept != nil }
                .map { (row: $0.row, before: try pass.publisher.earlierWords(of: $0.row)) }
            if !strays.isEmpty { try pass.disks.flush() }
            let now = pass.clock.now
            let complaints = try workspace.ledger.write { book in
                try read.compactMap { try take($0, now: now, in: book) }
            }
            try pass.publisher.publishAll()
            for stray in strays { try pass.publisher.layEarlierWords(of: stray.row, before: stray.before) }
            for complaint in complaints { try tell(complaint) }
        }
    }

    /// What has to be said beside a decision file; no findings means that all is well.
    private struct Complaint {
        var edited: Edited
        var findings: [Finding]
        /// The assignment to which the file belongs, where that is another.
        var belongs: String?
        /// A decision was taken from the file, now or before.
        var isTaken = false
        /// The file itself wasn't judged: it is read again though it stays as it is.
        var isUnreached = false
    }

    private func take(_ read: ReadDecision, now: Instant, in book: Book) throws -> Complaint? {
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
                try deciding(book, now).evaluate(row.submission)
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

    // MARK: Telling

    /// Writes or takes away problems.txt, and remembers what was judged. The ledger holds a problem also where the
    /// folder can't be written.
    private func tell(_ complaint: Complaint) throws {
        let row = complaint.edited.row
        let path = "Outbox/" + complaint.edited.path + "/" + row.form.decisionName
        var judged = complaint.edited.stamp
        if let folder = try? workspace.outbox.folder(complaint.edited.path) {
            // What couldn't be written is tried again by the next pass.
            let isWritten = writeProblems(complaint, in: folder)
            guard isWritten, !complaint.isUnreached else {
                return try keepProblem(complaint, path)
            }
            // Our own writing is no news of the reviewer's.
            if let status = try? folder.ownStatus() { judged.folder = status }
        }
        try workspace.ledger.write { book in
            if complaint.findings.isEmpty {
                try book.removeProblem(path: path)
            } else {
                try book.add(
                    Problem(
                        path: path, ticket: row.ticket, submission: row.submission, reviewer: row.reviewer,
                        since: pass.clock.now, findings: complaint.findings))
            }
            try book.noteMisplaced(path, of: complaint.belongs)
            // The record may have been written in this very pass: nothing can be mended where the folder has left.
            if try book.queued(row.ticket) != nil {
                try book.remember(
                    Look(ticket: row.ticket, stamp: judged.text, since: pass.clock.now, judged: judged.text))
            } else {
                try book.forget(look: row.ticket)
                try book.removeProblems(ticket: row.ticket)
            }
        }
    }

    private func keepProblem(_ complaint: Complaint, _ path: String) throws {
        let row = complaint.edited.row
        if complaint.findings.isEmpty { return }
        try workspace.ledger.write { book in
            try book.add(
                Problem(
                    path: path, ticket: row.ticket, submission: row.submission, reviewer: row.reviewer,
                    since: pass.clock.now, findings: complaint.findings))
            try book.noteMisplaced(path, of: complaint.belongs)
        }
    }

    private func writeProblems(_ complaint: Complaint, in folder: Folder) -> Bool {
        let (row, findings) = (complaint.edited.row, complaint.findings)
        do {
            if findings.isEmpty {
                try folder.removeIfThere("problems.txt")
            } else {
                let bytes = Array(
                    problemsText(
                        file: row.form.decisionName, findings: findings, isTaken: complaint.isTaken
                    ).utf8)
                if let present = try? folder.read("problems.txt", limit: 1_048_576), present == bytes { return true }
                try folder.replace("problems.txt", bytes)
            }
            return true
        } catch {
            pass.log.warning("problems.txt can't be written: \(error)")
            return false
        }
    }

    /// Lays what is missing; what lies in the way is told, and stops nobody else's folder.
    @discardableResult
    private func mend(_ row: AssignmentRow) throws -> Bool {
        guard let fact = try workspace.ledger.read({ try $0.assignedFact(row) }) else { return false }
        do {
            try pass.publisher.mendQueue(fact)
            pass.tally.laidAgain()
            return true
        } catch let failure as IOFailure where !failure.isOfTheMachine {
            pass.tally.failed("Outbox/" + Publisher.queuePath(row.reviewer, row.submission), failure)
            return false
        }
    }

    /// A decision file, or a whole folder, that was deleted is laid again.
    private func layAgain(_ rows: [AssignmentRow]) throws {
        // What is still owed isn't gone.
        let jobs = try rows.isEmpty ? [] : workspace.ledger.read { try $0.jobs(limit: .max) }
        let owed = Set(jobs.filter { $0.kind == .queue }.map(\.subject))
        for row in rows where !owed.contains(row.ticket) {
            let path = Publisher.queuePath(row.reviewer, row.submission)
            let name = row.form.decisionName
            if let folder = try? workspace.outbox.folder(path),
                let other = try folder.otherVersions(of: name, ticket: row.ticket).first,
                let stamp = try QueueStamp.now(path, row.form, in: workspace.outbox)
            {
                let finding = Finding(
                    .decisionRenamed, file: other, "\(name) is gone, but '\(printable(other))' is here.",
                    remedy: NameRule.isOfOtherForm(other, than: name)
                        ? "Take it out of the folder, and \(name) is laid again."
                        : "Rename it to \(name)." + NameRule.wordsOnHiddenEnding(other, of: name))
                try tell(
                    Complaint(
                        edited: Edited(row: row, stamp: stamp, path: path), findings: [finding],
                        isTaken: row.state == .taken))
                continue
            }
            guard try mend(row) else { continue }
            guard let stamp = try QueueStamp.now(path, row.form, in: workspace.outbox) else { continue }
            try tell(Complaint(edited: Edited(row: row, stamp: stamp, path: path), findings: []))
        }
        try pass.publisher.publishAll()
    }
}

extension DecisionFile {
    /// What the fact of a final decision says of words that nobody reads.
    fileprivate var unreadByFinal: [String] {
        (unread.map(\.words) + [reason.trimmed]).filter { !$0.isEmpty }.map { String($0.prefix(1000)) }
    }
}
