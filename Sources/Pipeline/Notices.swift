internal import Assessment
internal import Bookkeeping

/// What a person should hear of, each with a key under which it is told once a day as long as it stands.
struct Notices {
    let problems: [Problem]
    let unfilled: [String: (slots: Int, reason: String)]
    let documents: [Finding]
    let incomplete: [SubmissionRow]
    let ignored: [InboxLine]

    var all: [(key: String, words: String)] {
        let faults = documents.filter { $0.severity == .error }.map { finding in
            (
                "document \(finding.file ?? "") \(finding.code) \(finding.line ?? 0) \(finding.message)",
                line(of: finding)
            )
        }
        let slots = unfilled.sorted { $0.key < $1.key }.map { id, slot in
            (
                "unroutable \(id)",
                "\(id) waits for a reviewer: \(slot.reason). 'assay explain \(id)' names the rule for each."
            )
        }
        let letters = incomplete.map { row in
            (
                "incomplete \(row.id) \(row.accepted)",
                "\(row.id) ('\(printable(row.bundle))') is incomplete: an item can't be scored. Its letter in "
                    + "Outbox/Receipts says which; pass it on to the educator. 'assay show \(row.id)' tells more."
            )
        }
        let strays = ignored.map { name in
            ("ignored \(name.name)", "Inbox/\(printable(name.name)) isn't taken: \(name.reason).")
        }
        return faults + slots + letters + strays + problems.map(desk)
    }

    private func desk(_ problem: Problem) -> (key: String, words: String) {
        var lines: [String] = []
        for finding in problem.findings.map(line(of:)) where !lines.contains(finding) { lines.append(finding) }
        let key = "problem \(problem.path) " + lines.joined(separator: " ")
        return (key, ([printable(problem.path) + ":"] + lines.map { "    " + $0 }).joined(separator: "\n"))
    }
}
