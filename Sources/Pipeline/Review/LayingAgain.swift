internal import Assessment
internal import Bookkeeping
internal import Folders

extension Reviewing {
    /// Lays what is missing; what lies in the way is told, and stops nobody else's folder. The assignments whose
    /// folders are whole now, each with what was laid.
    @discardableResult
    func mend(_ rows: [AssignmentRow]) throws -> [(row: AssignmentRow, mending: Mending)] {
        if rows.isEmpty { return [] }
        let facts = try workspace.ledger.read { book in try rows.compactMap { try book.assignedFact($0) } }
        var mended: [String: Mending] = [:]
        try pass.publisher.mendQueues(facts) { fact, mending, _ in
            pass.tally.laidAgain()
            mended[fact.ticket] = mending
        }
        return rows.compactMap { row in mended[row.ticket].map { (row, $0) } }
    }

    /// A decision file, or a whole folder, that was deleted is laid again.
    func layAgain(_ rows: [AssignmentRow]) throws {
        // What is still owed isn't gone.
        let jobs = try rows.isEmpty ? [] : workspace.ledger.read { try $0.jobs(limit: .max) }
        let owed = Set(jobs.filter { $0.kind == .queue }.map(\.subject))
        var complaints: [Complaint] = []
        var gone: [AssignmentRow] = []
        for row in rows where !owed.contains(row.ticket) {
            if let complaint = try renamed(row) { complaints.append(complaint) } else { gone.append(row) }
        }
        for (row, mending) in try mend(gone) {
            // Hers may have come first: then the next look reads it.
            guard let stamp = try stamp(of: row), let file = stamp.file,
                mending.laid?.isSameContent(as: file) == true
            else { continue }
            let path = Publisher.queuePath(row.reviewer, row.submission)
            complaints.append(
                Complaint(edited: Edited(row: row, stamp: stamp, path: path), findings: [], isBlank: true))
        }
        try tell(complaints)
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
        let remedy =
            if other.contains("/") {
                "Move it out of that folder, to where \(name) was."
            } else if NameRule.isOfOtherForm(other, than: name) {
                "Take it out of the folder, and \(name) is laid again."
            } else {
                "Rename it to \(name)." + NameRule.wordsOnHiddenEnding(other, of: name)
            }
        let finding = Finding(
            .decisionRenamed, file: other, "\(name) is gone, but '\(printable(other))' is here.", remedy: remedy)
        return Complaint(
            edited: Edited(row: row, stamp: stamp, path: path), findings: [finding], isTaken: row.state == .taken)
    }
}
