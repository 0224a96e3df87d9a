internal import Assessment
internal import Bookkeeping
internal import Folders
internal import Workers

/// `withdraw --json`.
package struct WithdrawalReport: Encodable, Sendable {
    package var submission: String
    package var bundle: String
    package var reason: String
    /// Reviewers from whose queues its folders went.
    package var reviewers: [String] = []
    /// It was withdrawn before; nothing was done.
    package var already = false
    /// Sentences for a person.
    package var notices: [String] = []
}

extension Pipeline {
    /// Takes a submission out of all queues, by somebody's word and reason.
    package func withdraw(_ id: String, reason: String) throws -> WithdrawalReport {
        let reason = try stated(reason, for: "withdraw")
        return try opened { pass, _, _ in
            let report = try pass.workspace.ledger.write { try withdraw(id, reason, pass, in: $0) }
            try pass.publisher.publishAll()
            var told = report
            told.notices = pass.tally.current.kept.map(keptNotice)
            return told
        }
    }

    private func withdraw(_ id: String, _ reason: String, _ pass: Pass, in book: Book) throws -> WithdrawalReport {
        let row = try known(id, in: book)
        var report = WithdrawalReport(submission: row.id, bundle: row.bundle, reason: reason)
        if row.state == .withdrawn {
            report.already = true
            return report
        }
        if row.state.isDecided {
            throw Refusal.usage(
                "\(row.id) is decided (\(row.state.rawValue)), and its record is signed: it can't be withdrawn.")
        }
        if let later = row.mendedBy {
            throw Refusal.usage("\(row.id) goes on as \(later) since it was mended; withdraw that one.")
        }
        let now = pass.clock.now
        let queued = try book.queued().filter { $0.submission == row.id }
        let event = try book.append(.withdrawn(WithdrawnFact(submission: row.id, reason: reason)), at: now)
        for assignment in queued {
            if assignment.state == .open {
                let ended = AssignmentEndedFact(submission: row.id, ticket: assignment.ticket, reason: "withdrawn")
                try book.append(.assignmentEnded(ended), at: now)
            }
            try book.addJob(.queueEnd, event: event.number, subject: assignment.ticket)
            report.reviewers.append(assignment.reviewer)
        }
        try book.setUnfilled(row.id, slots: 0, reason: "")
        return report
    }

    // MARK: What the commands of this folder share

    /// A reason that says something.
    func stated(_ reason: String, for command: String) throws -> String {
        let words = reason.trimmed
        if words.isEmpty {
            throw Refusal.usage("'assay \(command)' needs a reason, such as --reason \"The educator asked for it.\"")
        }
        return words
    }

    /// The submission with this id.
    func known(_ id: String, in book: Book) throws -> SubmissionRow {
        guard let row = try book.submission(id) else {
            let near = try book.latestDrop(bundle: id)?.submission
                .map { "Did you mean \($0), its latest drop? " }
            throw Refusal.unknown(
                "There is no submission '\(printable(id))'. \(near ?? "")'assay list' names them all.")
        }
        return row
    }
}
