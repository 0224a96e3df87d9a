internal import Assessment
internal import Bookkeeping

/// What a person should hear of, each with a key under which it is told once a day as long as it stands.
struct Notices {
    let problems: [Problem]
    let unfilled: [String: (slots: Int, reason: String)]
    let documents: [Finding]
    let incomplete: [SubmissionRow]
    let ignored: [InboxLine]
    /// Bundles that this account has no right to take, or for which there is no room.
    let immovable: [Arrival]

    /// Seconds after which what still stands is told again.
    static let interval: Int64 = 86_400

    /// The sentences for those that `isDue` names.
    func told(_ isDue: (String) -> Bool) -> [String] {
        let due = all.filter { isDue($0.key) }
        let slots = due.compactMap { notice in unfilled[notice.subject].map { (notice.subject, $0.reason) } }
        let many = gathered(Dictionary(slots, uniquingKeysWith: { first, _ in first }))
        var said: Set<String> = []
        return due.compactMap { notice in
            guard let reason = unfilled[notice.subject]?.reason, let ids = many[reason], let first = ids.first
            else { return notice.words }
            guard said.insert(reason).inserted else { return nil }
            return
                "\(ids.count) submissions wait for a reviewer: \(reason). 'assay list' names them all, as unroutable, and "
                + "'assay explain \(first)' the rule for each reviewer."
        }
    }

    var all: [(key: String, subject: String, words: String)] {
        let faults = documents.filter { $0.severity == .error }.map { finding in
            (
                "document \(finding.file ?? "") \(finding.code) \(finding.line ?? 0) \(finding.message)", "",
                line(of: finding)
            )
        }
        let slots = unfilled.sorted { $0.key < $1.key }.map { id, slot in
            (
                "unroutable \(id)", id,
                "\(id) waits for a reviewer: \(slot.reason). 'assay explain \(id)' names the rule for each."
            )
        }
        let letters = incomplete.map { row in
            (
                "incomplete \(row.id) \(row.accepted)", "",
                "\(row.id) ('\(printable(row.bundle))') is incomplete: an item can't be scored. Its letter in "
                    + "Outbox/Receipts says which; pass it on to the educator. 'assay show \(row.id)' tells more."
            )
        }
        let strays = ignored.map { name in
            ("ignored \(name.name)", "", "Inbox/\(printable(name.name)) isn't taken: \(name.reason).")
        }
        let bars = immovable.map { arrival in
            (
                "immovable \(arrival.name)", "",
                "Inbox/\(printable(arrival.name)) can't be taken: \(printable(arrival.reason))"
            )
        }
        return faults + slots + letters + strays + bars + problems.map(desk)
    }

    private func desk(_ problem: Problem) -> (key: String, subject: String, words: String) {
        var lines: [String] = []
        for finding in problem.findings.map(line(of:)) where !lines.contains(finding) { lines.append(finding) }
        let key = "problem \(problem.path) " + lines.joined(separator: " ")
        return (key, "", ([printable(problem.path) + ":"] + lines.map { "    " + $0 }).joined(separator: "\n"))
    }
}

/// More than this for one reason are told in one sentence: a mail, and a screen, is to be read.
private let mostOfAKind = 5

/// Of the submissions that wait for a reviewer, each with its reason, those that are told together: by the reason.
package func gathered(_ reasons: [String: String]) -> [String: [String]] {
    Dictionary(grouping: reasons.keys, by: { reasons[$0] ?? "" }).filter { $0.value.count > mostOfAKind }
        .mapValues { $0.sorted() }
}
