internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Reporting

/// Where a decision file belongs that lies in the folder of another assignment, and what would be lost with it.
struct StrayHome: Sendable {
    /// What its own folder holds.
    enum There: Sendable {
        /// No decision file, or one into which nothing was typed.
        case blank
        /// The stray says nothing that isn't kept: it is blank, lies there as well, or was taken.
        case same
        case other
        /// The assignment has ended, and its folder left the queue.
        case ended
    }

    let row: AssignmentRow
    let there: There
    /// The stray as it was read.
    let bytes: [UInt8]
    let sha256: String
    /// Its bytes as a file of the vault, where they are the only ones with her words.
    var kept: KeptFile?

    var owner: String { "\(row.reviewer)'s decision on \(row.submission)" }

    /// What to do with the stray.
    var remedy: String {
        let folder = "Outbox/" + Publisher.queuePath(row.reviewer, row.submission)
        let file = row.form.decisionName
        let again = "and the right file is laid here again."
        switch there {
        case .blank:
            return "Don't delete it: nothing is filled in in the \(file) of its own folder. Move it back there, into "
                + "\(folder), in place of that one, \(again)"
        case .same: return "Delete this copy, \(again) Nothing is lost with it."
        case .other:
            return "The \(file) of its own folder, \(folder), says something else. Copy what still holds from here to "
                + "there; then delete this one, \(again)"
        case .ended:
            return "Its own folder has left the queue. Move it elsewhere if you need what it says; once it is gone, "
                + "the right file is laid here again."
        }
    }
}

/// Finds out where strayed decision files belong, and keeps those that are the only ones with their reviewer's words.
struct StrayHomes: Sendable {
    let workspace: Workspace
    let maker: QueueMaker

    /// Nil for a ticket that the ledger doesn't know, and for an earlier one of the same review.
    func home(
        of ticket: String, written submission: String, found bytes: [UInt8], in edited: Edited
    ) throws -> StrayHome? {
        let digest = sha256(bytes).hex
        let found = try workspace.ledger.read { book in
            try book.assignment(ticket).map { row in
                (
                    row: row, isQueued: try book.queued(ticket) != nil, fact: try book.assignedFact(row),
                    isTaken: try book.takenDigests(ticket: ticket).contains(digest)
                )
            }
        }
        // With a ticket that somebody typed it isn't what that assignment's reviewer wrote.
        guard let found, submission == found.row.submission,
            (found.row.reviewer, found.row.submission) != (edited.row.reviewer, edited.row.submission)
        else { return nil }
        func home(_ there: StrayHome.There) -> StrayHome {
            StrayHome(row: found.row, there: there, bytes: bytes, sha256: digest)
        }
        guard let fact = found.fact else { return home(.ended) }
        guard !found.isTaken, try !isBlank(bytes, fact) else { return home(.same) }
        guard found.isQueued else { return home(.ended) }
        let place = Publisher.queuePath(found.row.reviewer, found.row.submission) + "/" + fact.form.decisionName
        guard let own = try? workspace.outbox.read(place, limit: DecisionReader.limit) else { return home(.blank) }
        if own == bytes { return home(.same) }
        return home(try isBlank(own, fact) ? .blank : .other)
    }

    /// Nothing was typed into it.
    private func isBlank(_ bytes: [UInt8], _ fact: AssignedFact) throws -> Bool {
        let file = try EarlierWriting(workspace: workspace, maker: maker).read(bytes, fact.form.decisionName, fact)
        return file.map { EarlierWords.Words.typed($0, isTaken: false).isEmpty } ?? false
    }

    /// Copies words that are nowhere else, to stand in the vault beside what is kept at queue folders' ends: the step
    /// that puts them there, for after the next flush, so that nothing stands there in part.
    func keep(_ home: StrayHome) throws -> (() throws -> KeptFile)? {
        if home.there == .same { return nil }
        let ticket = home.row.ticket
        let known = try workspace.ledger.read { book in
            try book.submission(home.row.submission)?.state.isOpen == true ? try book.keptFiles(ticket: ticket) : nil
        }
        guard let known else { return nil }
        if let file = known.first(where: { $0.sha256 == home.sha256 }) { return { file } }
        let (tmp, hidden) = (try workspace.home.folder("tmp"), "kept-\(ticket)-\(home.sha256)")
        try tmp.removeIfThere(hidden)
        try tmp.writeNew(hidden, home.bytes, mode: 0o600)
        return {
            let store = try workspace.home.folder("vault/kept").madeFolder(ticket, mode: 0o700)
            func file(_ name: String) -> KeptFile {
                KeptFile(path: "vault/kept/\(ticket)/\(name)", sha256: home.sha256, bytes: Int64(home.bytes.count))
            }
            let names = try store.names()
            // A pass that was killed may have left it there.
            for name in names where try store.openFile(name).digest().sha256.hex == home.sha256 {
                try tmp.removeIfThere(hidden)
                return file(name)
            }
            let name = "\(names.count + 1)-\(home.row.form.decisionName)"
            try tmp.rename(hidden, to: store, as: name)
            return file(name)
        }
    }
}
