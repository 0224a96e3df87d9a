import Foundation
package import Testing

extension Workspace {
    /// Lines of `queue --json` for one submission, or all.
    package func queue(
        for submission: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [JSON] {
        let all = try ask("queue", sourceLocation: sourceLocation).array
        return all.filter { submission == nil || $0["submission"].string == submission }
    }

    /// The reviewers who hold a submission now, sorted.
    package func readers(
        of submission: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let assignments = try show(submission, sourceLocation: sourceLocation)["assignments"].array
        return assignments.filter { $0["state"].string == "open" }.compactMap { $0["reviewer"].string }.sorted()
    }

    package func folder(_ submission: String, of reviewer: String) -> String {
        "Outbox/Queues/\(reviewer)/\(submission)"
    }

    package func decision(_ submission: String, of reviewer: String) -> String {
        folder(submission, of: reviewer) + "/decision.xml"
    }

    package func problems(_ submission: String, of reviewer: String) -> String {
        folder(submission, of: reviewer) + "/problems.txt"
    }

    /// Fills in a decision file as a reviewer would: by typing between the quotes and brackets that were laid.
    ///
    /// Without a reviewer the only one who holds the submission. `comment` goes to every criterion that gets a level.
    package func fill(
        _ submission: String, as reviewer: String? = nil, levels: [String: String] = [:], status: String = "final",
        comment: String? = "As seen in the evidence.", reason: String? = nil, evidence: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let name = try reviewer ?? onlyReader(of: submission, sourceLocation: sourceLocation)
        let file = decision(submission, of: name)
        try #require(exists(file), "no decision file for \(name)", sourceLocation: sourceLocation)
        var form = DecisionText(try text(file))
        for (criterion, level) in levels.sorted(by: { $0.key < $1.key }) {
            let tag = "<criterion id=\"\(criterion)\""
            try #require(form.text.contains(tag), "\(form.text)", sourceLocation: sourceLocation)
            form.set("level", to: level, in: tag)
            if let comment { form.comment(comment, after: tag) }
        }
        form.set("status", to: status, in: "<decision ")
        if let reason { form.set("reason", to: reason, in: "<decision ") }
        if let evidence { form.set("evidence", to: evidence, in: "<decision ") }
        try write(file, form.text)
    }

    /// Every open reader gives these levels.
    package func fillAll(
        _ submission: String, levels: [String: String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for reader in try readers(of: submission, sourceLocation: sourceLocation) {
            try fill(submission, as: reader, levels: levels, sourceLocation: sourceLocation)
        }
    }

    package func onlyReader(
        of submission: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let readers = try readers(of: submission, sourceLocation: sourceLocation)
        try #require(readers.count == 1, "readers: \(readers)", sourceLocation: sourceLocation)
        return readers[0]
    }

    /// The final level and how it was reached, criterion by criterion.
    package func criteria(_ submission: String) throws -> [String: String] {
        var levels: [String: String] = [:]
        for criterion in try show(submission)["criteria"].array {
            levels[criterion["id"].string ?? ""] =
                "\(criterion["level"].string ?? "blank"), \(criterion["how"].string ?? "?")"
        }
        return levels
    }

    /// The record's path, which `show` names.
    package func record(
        _ submission: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        try #require(
            try show(submission, sourceLocation: sourceLocation)["record"].string, sourceLocation: sourceLocation)
    }

    /// Validates a document with the schema that `assay init` lays for editors.
    package func validate(
        _ path: String, by schema: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let side = root + "-schemas"
        try makeFolder(side)
        let laid = try command(assayBinary, ["init", "--workspace", side])
        try #require(laid.exit == 0, "\(laid)", sourceLocation: sourceLocation)
        let judged = try command(
            "/usr/bin/xmllint",
            ["--noout", "--nonet", "--schema", "\(side)/Rubrics/Schemas/\(schema).xsd", self.path(path)])
        #expect(judged.exit == 0, "\(judged.stderr)", sourceLocation: sourceLocation)
    }
}

/// The text of a decision.xml under a reviewer's hands.
package struct DecisionText {
    package var text: String

    package init(_ text: String) { self.text = text }

    /// Writes an attribute's value in the start tag that begins with `tag`.
    package mutating func set(_ attribute: String, to value: String, in tag: String) {
        guard let start = text.range(of: tag), let end = text[start.upperBound...].firstIndex(of: ">"),
            let open = text.range(of: " \(attribute)=\"", range: start.lowerBound..<end),
            let close = text[open.upperBound...].firstIndex(of: "\"")
        else {
            Issue.record("no \(attribute) in \(tag): \(text)")
            return
        }
        text.replaceSubrange(open.upperBound..<close, with: value)
    }

    /// Fills the first comment that was laid after `tag`.
    package mutating func comment(_ words: String, after tag: String) {
        guard let start = text.range(of: tag),
            let open = text.range(of: "<![CDATA[", range: start.upperBound..<text.endIndex),
            let close = text.range(of: "]]>", range: open.upperBound..<text.endIndex)
        else {
            Issue.record("no comment after \(tag): \(text)")
            return
        }
        text.replaceSubrange(open.upperBound..<close.lowerBound, with: words)
    }
}
