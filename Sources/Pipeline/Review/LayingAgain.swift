internal import Assessment
internal import Bookkeeping
internal import Folders

extension Reviewing {
    /// Lays what is missing; what lies in the way is told, and stops nobody else's folder. The assignments whose
    /// folders are whole now.
    @discardableResult
    func mend(_ rows: [AssignmentRow]) throws -> [AssignmentRow] {
        let made = try rows.compactMap { row -> (row: AssignmentRow, mending: Mending)? in
            guard let fact = try workspace.ledger.read({ try $0.assignedFact(row) }) else { return nil }
            return try unlessForeign(row) { try pass.publisher.mendQueue(fact) }.map { (row, $0) }
        }
        if made.contains(where: { !$0.mending.isNothing }) { try pass.disks.flush() }
        return try made.compactMap { row, mending in
            guard try unlessForeign(row, { try mending.show() }) != nil else { return nil }
            pass.tally.laidAgain()
            return row
        }
    }

    private func unlessForeign<Result>(_ row: AssignmentRow, _ body: () throws -> Result) throws -> Result? {
        do {
            return try body()
        } catch let failure as IOFailure where !failure.isOfTheMachine {
            pass.tally.failed("Outbox/" + Publisher.queuePath(row.reviewer, row.submission), failure)
            return nil
        }
    }

    /// A decision file, or a whole folder, that was deleted is laid again.
    func layAgain(_ rows: [AssignmentRow]) throws {
        // What is still owed isn't gone.
        let jobs = try rows.isEmpty ? [] : workspace.ledger.read { try $0.jobs(limit: .max) }
        let owed = Set(jobs.filter { $0.kind == .queue }.map(\.subject))
        for batch in rows.filter({ !owed.contains($0.ticket) }).batches(of: 64) {
            var complaints: [Complaint] = []
            var gone: [AssignmentRow] = []
            for row in batch {
                if let complaint = try renamed(row) { complaints.append(complaint) } else { gone.append(row) }
            }
            for row in try mend(gone) {
                guard let stamp = try stamp(of: row) else { continue }
                complaints.append(
                    Complaint(
                        edited: Edited(
                            row: row, stamp: stamp, path: Publisher.queuePath(row.reviewer, row.submission)),
                        findings: []))
            }
            try tell(complaints)
        }
        try pass.publisher.publishAll()
    }

    private func stamp(of row: AssignmentRow) throws -> QueueStamp? {
        try QueueStamp.now(Publisher.queuePath(row.reviewer, row.submission), row.form, in: workspace.outbox)
    }

    /// What to say where a decision file is gone, and another of hers lies there instead.
    private func renamed(_ row: AssignmentRow) throws -> Complaint? {
        let path = Publisher.queuePath(row.reviewer, row.submission)
        let name = row.form.decisionName
        guard let folder = try? workspace.outbox.folder(path),
            let other = try folder.otherVersions(of: name, ticket: row.ticket).first, let stamp = try stamp(of: row)
        else { return nil }
        let finding = Finding(
            .decisionRenamed, file: other, "\(name) is gone, but '\(printable(other))' is here.",
            remedy: NameRule.isOfOtherForm(other, than: name)
                ? "Take it out of the folder, and \(name) is laid again."
                : "Rename it to \(name)." + NameRule.wordsOnHiddenEnding(other, of: name))
        return Complaint(
            edited: Edited(row: row, stamp: stamp, path: path), findings: [finding], isTaken: row.state == .taken)
    }
}
