internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Folders
internal import Logging
internal import Reporting

/// What has to be said beside a decision file; no findings means that all is well.
struct Complaint {
    var edited: Edited
    var findings: [Finding]
    /// The assignment to which the file belongs, where that is another.
    var belongs: String?
    /// A decision was taken from the file, now or before.
    var isTaken = false
    /// The file itself wasn't judged: it is read again though it stays as it is.
    var isUnreached = false
    /// A blank file was laid in its place.
    var isBlank = false

    var row: AssignmentRow { edited.row }
}

extension Reviewing {
    /// What becomes of a problems.txt.
    private struct Text {
        enum Way {
            /// It is as it should be, or is only to go.
            case nothing
            /// Written out of sight under this name.
            case hidden(String)
            /// What couldn't be written is tried again by the next pass.
            case failed
            /// The folder's end is promised.
            case leaving
        }

        var way: Way
        /// The folder as it stood then; nil where it had changed since it was looked at.
        var folder: FileStatus?
    }

    /// Writes or takes away each problems.txt, and remembers what was judged; the `steps` show what else was made
    /// beside the files. All comes into sight once it is on the disk. The ledger holds a problem also where the folder
    /// can't be written.
    func tell(_ complaints: [Complaint], showing steps: [() throws -> Void] = []) throws {
        // Nobody reads what stands in a folder that is about to leave its queue.
        let staying = try workspace.ledger.read { book in
            Set(try complaints.map(\.row.ticket).filter { try book.queued($0) != nil })
        }
        let texts = complaints.map { staying.contains($0.row.ticket) ? text(of: $0) : Text(way: .leaving) }
        let isHidden = texts.contains { if case .hidden = $0.way { true } else { false } }
        if isHidden || !steps.isEmpty { try pass.disks.flush() }
        let told = zip(complaints, texts).map { ($0, show($1, of: $0)) }
        for step in steps { try step() }
        if told.isEmpty { return }
        try workspace.ledger.write { book in
            for (complaint, stamp) in told { try remember(complaint, stamp, in: book) }
        }
    }

    private func text(of complaint: Complaint) -> Text {
        guard let folder = try? workspace.outbox.folder(complaint.edited.path) else { return Text(way: .nothing) }
        let isAsSeen = (try? folder.ownStatus())?.isSameFolder(as: complaint.edited.stamp.folder) == true
        let way = way(of: complaint, in: folder)
        return Text(way: way, folder: isAsSeen ? try? folder.ownStatus() : nil)
    }

    private func way(of complaint: Complaint, in folder: Folder) -> Text.Way {
        if complaint.findings.isEmpty { return .nothing }
        return attempt { () throws(IOFailure) in
            let hidden = try prepareProblems(
                of: complaint.edited.name, complaint.findings, isTaken: complaint.isTaken, in: folder)
            return hidden.map(Text.Way.hidden) ?? .nothing
        } ?? .failed
    }

    /// The stamp to remember as judged; nil where the file is to be judged again.
    private func show(_ text: Text, of complaint: Complaint) -> QueueStamp? {
        var judged = complaint.edited.stamp
        if case .leaving = text.way { return judged }
        if let folder = try? workspace.outbox.folder(complaint.edited.path) {
            let isQuiet = text.folder.map { (try? folder.ownStatus())?.isSameFolder(as: $0) == true } ?? false
            let isShown = attempt { () throws(IOFailure) in
                switch text.way {
                case .failed, .leaving: return false
                case .hidden(let name): try folder.show(name, as: "problems.txt", over: true)
                case .nothing: if complaint.findings.isEmpty { try folder.removeIfThere("problems.txt") }
                }
                return true
            }
            if isShown != true { return nil }
            // Our own writing is no news of the reviewer's; what she did meanwhile is.
            if isQuiet, let status = try? folder.ownStatus() { judged.folder = status }
        }
        return complaint.isUnreached ? nil : judged
    }

    private func attempt<Result>(_ body: () throws(IOFailure) -> Result) -> Result? {
        do throws(IOFailure) {
            return try body()
        } catch {
            pass.log.warning("problems.txt can't be written: \(error)")
            return nil
        }
    }

    private func remember(_ complaint: Complaint, _ judged: QueueStamp?, in book: Book) throws {
        let row = complaint.row
        let path = "Outbox/" + complaint.edited.path + "/" + row.form.decisionName
        if complaint.findings.isEmpty {
            if judged == nil { return }
            try book.removeProblem(path: path)
        } else {
            try book.add(
                Problem(
                    path: path, ticket: row.ticket, submission: row.submission, reviewer: row.reviewer,
                    since: pass.clock.now, findings: complaint.findings))
        }
        try book.noteMisplaced(path, of: complaint.belongs)
        if complaint.isBlank, row.state == .taken { try book.setReopened(row.ticket, true) }
        guard let judged else { return }
        // The record may have been written in this very pass: nothing can be mended where the folder has left.
        if try book.queued(row.ticket) != nil {
            try book.remember(Look(ticket: row.ticket, stamp: judged.text, since: pass.clock.now, judged: judged.text))
        } else {
            try book.forget(look: row.ticket)
            try book.removeProblems(ticket: row.ticket)
        }
    }
}

/// Writes problems.txt out of sight, under the name that is given back; nil where it says that already.
func prepareProblems(
    of decision: String, _ findings: [Finding], isTaken: Bool, in folder: Folder
) throws(IOFailure) -> String? {
    let bytes = Array(problemsText(file: decision, findings: findings, isTaken: isTaken).utf8)
    if let present = try? folder.read("problems.txt", limit: bytes.count + 1), present == bytes { return nil }
    return try folder.prepare("problems.txt", bytes)
}
