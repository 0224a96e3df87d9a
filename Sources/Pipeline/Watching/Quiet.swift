internal import Assessment
internal import Bookkeeping
internal import Folders
internal import Synchronization

/// Bundles in Inbox that were listed since the last look at everything, and of which nothing was heard since: those
/// that wait with a reason needn't be listed again by every pass. None is taken without being listed.
final class QuietBundles: Sendable {
    /// How long what was found of one holds.
    private struct Note {
        var documents: String
        /// The end of patience with it, in seconds; nil where that is over.
        var end: Int64?
    }

    private let names = Mutex<[[UInt8]: Note]>([:])

    func contains(_ name: [UInt8], documents: String, now: Instant) -> Bool {
        names.withLock { names in
            guard let note = names[name], note.documents == documents else { return false }
            return note.end.map { now.seconds < $0 } ?? true
        }
    }

    func note(_ name: [UInt8], documents: String, end: Int64?) {
        names.withLock { $0[name] = Note(documents: documents, end: end) }
    }

    func stirAll() { names.withLock { $0 = [:] } }

    /// Something was heard of these paths, `Inbox/NAME…` among them.
    func stir(_ paths: Set<String>) {
        names.withLock { names in
            for path in paths {
                let parts = pathNames(path, most: 2)
                if parts.count > 1, parts[0] == "Inbox" { names.removeValue(forKey: Array(parts[1].utf8)) }
            }
        }
    }
}

/// Queue folders that looked as they were judged when they were looked at since the last look at everything, and of
/// which nothing was heard since: a pass looks at the others, and at those that the ledger gave out since. Only a
/// folder that is watched itself can be quiet.
final class QuietDesks: Sendable {
    private struct State {
        /// The chain's end when the queues were looked at last; nil where all are to be looked at.
        var end: (number: Int64, hash: String)?
        /// Tickets by the folders' places below Outbox.
        var quiet: [String: String] = [:]
        var restless: Set<String> = []
    }

    private let watch: FolderWatch?
    private let state = Mutex(State())

    init(watch: FolderWatch?) { self.watch = watch }

    func stirAll() { state.withLock { $0 = State() } }

    /// Something was heard of these paths, `Outbox/Queues/REVIEWER/SUBMISSION…` among them.
    func stir(_ paths: Set<String>) {
        state.withLock { state in
            for path in paths {
                let parts = pathNames(path, most: 4)
                guard parts.count > 1, parts[0] == "Outbox", parts[1] == "Queues" else { continue }
                if parts.count < 4 {
                    // A queue as a whole came or went.
                    state = State()
                } else if let ticket = state.quiet.removeValue(forKey: "Queues/\(parts[2])/\(parts[3])") {
                    state.restless.insert(ticket)
                }
            }
        }
    }

    /// What a look has to look at.
    func agenda(_ book: Book) throws -> DeskAgenda {
        let (end, restless) = state.withLock { ($0.end, $0.restless) }
        guard let end, try end.number == 0 || book.hash(of: end.number) == end.hash else {
            return try DeskAgenda(all: book)
        }
        let last = try book.lastLink()
        let rows = try book.queued(after: end.number) + restless.compactMap { try book.queued($0) }
        var agenda = DeskAgenda(
            rows: rows.sorted { $0.event < $1.event }, end: (last.number, last.hash), isWhole: false)
        for row in rows { agenda.looks[row.ticket] = try book.look(row.ticket) }
        return agenda
    }

    /// What came of the look: in these places all is as it was judged.
    func note(_ agenda: DeskAgenda, calm: [String: String]) {
        state.withLock { state in
            if agenda.isWhole { state = State() }
            state.end = agenda.end
            state.restless = Set(agenda.rows.map(\.ticket))
            for (place, ticket) in calm where watch?.isWatching("Outbox/" + place) == true {
                state.quiet[place] = ticket
                state.restless.remove(ticket)
            }
        }
    }
}

/// The queue folders that one look looks at, and what is remembered of them.
struct DeskAgenda {
    var rows: [AssignmentRow] = []
    var looks: [String: Look] = [:]
    /// The chain's end at that moment.
    var end: (number: Int64, hash: String)
    /// All there are.
    var isWhole: Bool
}

extension DeskAgenda {
    /// Every folder in a queue.
    init(all book: Book) throws {
        let last = try book.lastLink()
        self.init(rows: try book.queued(), looks: try book.looks(), end: (last.number, last.hash), isWhole: true)
    }
}
