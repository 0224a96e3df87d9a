internal import Assessment
internal import Bookkeeping
internal import Folders

/// A name in the queues that belongs to no assignment there.
struct Stray: Sendable {
    var problem: Problem
    /// The ticket that its decision file bears, if the ledger gave it out: whose it is.
    var ticket: String?
}

extension Desk {
    /// Names in the queues that belong to no assignment, each with what it may be.
    func strays() throws -> [Stray] {
        guard let queues = try? workspace.outbox.folder("Queues") else { return [] }
        let known = try workspace.ledger.read { try $0.queuedSubmissions() }
        var strays: [Stray] = []
        func add(_ path: String, _ words: String, ticket: String? = nil, home: String? = nil) {
            let finding = Finding(
                .queueStray, file: "Outbox/" + path, words,
                remedy: home.map { "Move it into \($0), in place of the decision file there; nothing reads it here." }
                    ?? "Move it where it belongs, or take it away; nothing reads it here.")
            let problem = Problem(
                path: "Outbox/" + path, ticket: nil, submission: nil, reviewer: nil, since: Instant(seconds: 0),
                findings: [finding])
            strays.append(Stray(problem: problem, ticket: ticket))
        }
        for reviewer in try queues.names() where !isOurs(reviewer) {
            let path = "Queues/" + reviewer
            guard try queues.status(reviewer)?.kind == .folder else {
                add(path, "'\(printable(reviewer))' isn't a reviewer's folder.")
                continue
            }
            guard let folder = try? queues.folder(reviewer), let names = try? folder.names() else {
                add(path, "'\(printable(reviewer))' can't be looked into.")
                continue
            }
            for name in names where !isOurs(name) {
                if known[reviewer]?.contains(name) == true { continue }
                let borne = try ticket(of: name, in: folder)
                add(
                    path + "/" + name, "'\(printable(name))' isn't a submission in \(printable(reviewer))'s queue now.",
                    ticket: borne, home: try NameRule.isDecision(name) ? home(of: borne, queue: reviewer) : nil)
            }
        }
        return strays
    }

    /// The folder in the same queue that a decision file was saved beside instead of into.
    private func home(of ticket: String?, queue reviewer: String) throws -> String? {
        guard let ticket else { return nil }
        let row = try workspace.ledger.read { try $0.queued(ticket) }
        return row?.reviewer == reviewer ? row?.submission : nil
    }

    private func isOurs(_ name: String) -> Bool {
        name.hasPrefix(".") || name == "index.html" || NameRule.isDropping(name)
    }

    /// What a decision file says that lies there, or in the folder there.
    private func ticket(of name: String, in queue: Folder) throws -> String? {
        let files = [name] + Reviewer.Form.allCases.map { name + "/" + $0.decisionName }
        let tickets = files.compactMap { path -> String? in
            guard path != name || NameRule.isDecision(name), let file = try? queue.openFile(path),
                file.status.kind == .file, let bytes = try? file.head(limit: 262_144)
            else { return nil }
            return writtenTicket(bytes)
        }
        return try workspace.ledger.read { book in try tickets.first { try book.assignment($0) != nil } }
    }
}

/// The ticket in a decision file of either form, whatever else became of it.
func writtenTicket(_ bytes: [UInt8]) -> String? {
    // Editors may have saved it in UTF-16.
    let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    for start in ["ticket=\"", "\nticket: ", "\r\nticket: "] {
        guard let found = text.firstRange(of: start) else { continue }
        let ticket = text[found.upperBound...].prefix { $0.isLetter || $0.isNumber }
        if !ticket.isEmpty { return String(ticket) }
    }
    return nil
}
