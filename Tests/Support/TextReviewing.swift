import Foundation
package import Testing

extension Workspace {
    package func decisionText(_ submission: String, of reviewer: String = "r-one") -> String {
        folder(submission, of: reviewer) + "/decision.txt"
    }

    /// Fills in a decision.txt as a reviewer would: by typing after the colons, and her comments below.
    package func fillText(
        _ submission: String, as reviewer: String = "r-one", levels: [String: String] = [:], status: String = "final",
        comments: [String: String] = [:], overall: String? = nil, reason: String? = nil, evidence: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = decisionText(submission, of: reviewer)
        try #require(exists(file), "no decision.txt for \(reviewer)", sourceLocation: sourceLocation)
        var form = PlainDecision(try text(file))
        form.set("status", to: status)
        if let reason { form.set("reason", to: reason) }
        if let evidence { form.set("evidence", to: evidence) }
        for (criterion, level) in levels { form.set("level", to: level, below: "## \(criterion) ") }
        for criterion in Set(levels.keys).union(comments.keys) {
            form.comment(comments[criterion] ?? "As seen in the evidence.", below: "## \(criterion) ")
        }
        if let overall { form.comment(overall, below: "## Overall") }
        try write(file, form.text)
    }
}

/// The text of a decision.txt under a reviewer's hands.
package struct PlainDecision {
    package var lines: [String]

    package init(_ text: String) { lines = text.components(separatedBy: "\r\n") }

    package var text: String { lines.joined(separator: "\r\n") }

    /// The first line that begins with `heading`, and the first after it that begins with `key:`.
    private func line(_ key: String, below heading: String) -> Int? {
        let start = heading.isEmpty ? 0 : lines.firstIndex { $0.hasPrefix(heading) }
        return start.flatMap { start in lines[start...].firstIndex { $0.hasPrefix(key + ":") } }
    }

    /// Writes what stands after `key:`.
    package mutating func set(_ key: String, to value: String, below heading: String = "") {
        guard let index = line(key, below: heading) else {
            Issue.record("no \(key): below '\(heading)': \(text)")
            return
        }
        lines[index] = "\(key): \(value)"
    }

    /// Puts a comment in place of the blank line that was laid for it.
    package mutating func comment(_ words: String, below heading: String) {
        guard let index = line("comment", below: heading) else {
            Issue.record("no comment: below '\(heading)': \(text)")
            return
        }
        lines.replaceSubrange((index + 1)...(index + 1), with: words.components(separatedBy: "\n") + [""])
    }
}
