internal import Assessment
internal import Bookkeeping
internal import Folders

/// A queue folder that changed since it was last judged.
struct Edited: Sendable {
    var row: AssignmentRow
    var stamp: QueueStamp
    var path: String

    /// The decision file's name in the folder.
    var name: String { row.form.decisionName }
}

/// What one look at all queues found.
struct DeskLook {
    /// Changed, and two looks agree.
    var ripe: [Edited] = []
    /// Changed, and seen for the first time.
    var changing: [String] = []
    /// Folders or decision files that are gone.
    var gone: [AssignmentRow] = []
    /// When the first that changes may be looked at again; the daemon's.
    var due: Int64?
}

/// Watches the decision files in the queues from look to look; a look costs two status calls a folder.
struct Desk {
    let workspace: Workspace
    let settling: Settling
    /// The daemon's; a pass of its own looks at all of them.
    let quiet: QuietDesks?

    func look(now: Instant, after first: DeskLook? = nil) throws -> DeskLook {
        let waited = Set(first?.changing ?? [])
        var look = DeskLook()
        var seen: [Look] = []
        var unjudged: Set<[UInt8]> = []
        var calm: [String: String] = [:]
        let agenda = try workspace.ledger.read { try quiet?.agenda($0) ?? DeskAgenda(all: $0) }
        for row in agenda.rows {
            let path = Publisher.queuePath(row.reviewer, row.submission)
            // A link or a mount in the way is as good as nothing there: laying it again says what is wrong.
            let stamp = (try? QueueStamp.now(path, row.form, in: workspace.outbox)) ?? nil
            let text = stamp?.text ?? "gone"
            let before = agenda.looks[row.ticket]
            if let before, before.judged == text {
                calm[path] = row.ticket
                continue
            }
            let key = Array(row.ticket.utf8)
            unjudged.insert(key)
            // The daemon's own sight begins with its first look.
            let isOver = settling.isOver(
                for: key, looking: text, before: before.map { ($0.stamp, $0.since) }, now: now)
            let isSettled = before?.stamp == text && (waited.contains(row.ticket) || isOver)
            guard settling.settle == 0 || isSettled else {
                look.changing.append(row.ticket)
                look.due = earlier(look.due, settling.due(key))
                seen.append(Look(ticket: row.ticket, stamp: text, since: now, judged: before?.judged ?? ""))
                continue
            }
            if let stamp, stamp.file != nil {
                look.ripe.append(Edited(row: row, stamp: stamp, path: path))
            } else {
                look.gone.append(row)
            }
        }
        settling.sightings?.keep(unjudged)
        quiet?.note(agenda, calm: calm)
        if !seen.isEmpty { try workspace.ledger.write { book in for one in seen { try book.remember(one) } } }
        return look
    }
}
