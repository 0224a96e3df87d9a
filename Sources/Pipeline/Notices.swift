internal import Assessment
internal import Bookkeeping
internal import Folders

/// What a person should hear of, each with a key under which it is told once a day as long as it stands.
struct Notices {
    let problems: [Problem]
    let unfilled: [String: (slots: Int, reason: String)]
    let documents: [Finding]
    let incomplete: [SubmissionRow]
    let ignored: [InboxLine]
    /// Bundles that this account has no right to take, or for which there is no room.
    let immovable: [Arrival]
    /// Why the program's time stands still.
    let standstill: String?

    /// Seconds after which what still stands is told again.
    static let interval: Int64 = 86_400

    /// The sentences for those that `isDue` names; many of one kind are told in one.
    func told(_ isDue: (String) -> Bool) -> [String] {
        let due = all.filter { isDue($0.key) }
        let crowds = Dictionary(grouping: due, by: \.kind).filter { $0.key != nil && $0.value.count > mostOfAKind }
        var said: Set<Notice.Kind> = []
        return due.compactMap { notice in
            guard let kind = notice.kind, let crowd = crowds[kind] else { return notice.words }
            return said.insert(kind).inserted ? kind.words(of: crowd.map(\.subject).sorted()) : nil
        }
    }

    var all: [Notice] {
        let faults = documents.filter { $0.severity == .error }.map { finding in
            Notice(
                key: "document \(finding.file ?? "") \(finding.code) \(finding.line ?? 0) \(finding.message)",
                words: line(of: finding))
        }
        let slots = unfilled.sorted { $0.key < $1.key }.map { id, slot in
            Notice(
                key: "unroutable \(id)",
                words: "\(id) waits for a reviewer: \(slot.reason). 'assay explain \(id)' names the rule for each.",
                kind: .unroutable(slot.reason), subject: id)
        }
        let letters = incomplete.map { row in
            Notice(
                key: "incomplete \(row.id) \(row.accepted)",
                words: "\(row.id) ('\(printable(row.bundle))') is incomplete: an item can't be scored. Its letter in "
                    + "Outbox/Receipts says which; pass it on to the educator. 'assay show \(row.id)' tells more.")
        }
        let strays = ignored.map { name in
            Notice(
                key: "ignored \(name.name)", words: "Inbox/\(printable(name.name)) isn't taken: \(name.reason).",
                kind: .notTaken(name.reason), subject: name.name)
        }
        let bars = immovable.map { arrival in
            Notice(
                key: "immovable \(arrival.name)",
                words: "Inbox/\(printable(arrival.name)) can't be taken: \(printable(arrival.reason))")
        }
        // By the program's time a day would never be over.
        let clock = standstill.map { Notice(key: "clock \(systemSeconds() / Notices.interval)", words: $0) }
        return [clock].compactMap(\.self) + faults + slots + letters + strays + bars + problems.map(desk)
    }

    private func desk(_ problem: Problem) -> Notice {
        var lines: [String] = []
        for finding in problem.findings.map(line(of:)) where !lines.contains(finding) { lines.append(finding) }
        let key = "problem \(problem.path) " + lines.joined(separator: " ")
        let words = ([printable(problem.path) + ":"] + lines.map { "    " + $0 }).joined(separator: "\n")
        return Notice(key: key, words: words)
    }
}

/// What of a report the ledger is to remember as told, once it was printed: what a pass that died before that had to say
/// is said by the next one.
struct Told: Sendable {
    let at: Instant
    /// Keys of notices.
    var keys: Set<String> = []
    /// Id of the key that another one has followed.
    var formerKey: String?
    var isOutboxBare = false

    var isNothing: Bool { keys.isEmpty && formerKey == nil && !isOutboxBare }

    func note(in ledger: Ledger) throws {
        try ledger.write { book in
            try book.noteTold(keys, at: at)
            if let formerKey { try KeyHistory.noteTold(formerKey, in: book) }
            if isOutboxBare { try BareOutbox.noteTold(in: book) }
        }
    }
}

/// One thing that a person should hear of.
struct Notice {
    /// Under which it is told once a day.
    let key: String
    let words: String
    /// What it has in common with others, with which it may be told together.
    var kind: Kind?
    /// What it is about: an id, or a name.
    var subject = ""

    /// The reason that many have in common.
    enum Kind: Hashable {
        case unroutable(String)
        case notTaken(String)

        func words(of subjects: [String]) -> String {
            let first = printable(subjects.first ?? "")
            return switch self {
            case .unroutable(let reason):
                "\(subjects.count) submissions wait for a reviewer: \(reason). 'assay list' names them all, as unroutable, "
                    + "and 'assay explain \(first)' the rule for each reviewer."
            case .notTaken(let reason):
                "\(subjects.count) names in Inbox aren't taken, '\(first)' for one: \(reason). 'assay status' names them all."
            }
        }
    }
}

/// More than this for one reason are told in one sentence: a mail, and a screen, is to be read.
private let mostOfAKind = 5

/// Of the submissions that wait for a reviewer, each with its reason, those that are told together: by the reason.
package func gathered(_ reasons: [String: String]) -> [String: [String]] {
    Dictionary(grouping: reasons.keys, by: { reasons[$0] ?? "" }).filter { $0.value.count > mostOfAKind }
        .mapValues { $0.sorted() }
}
