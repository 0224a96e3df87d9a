package import Assessment

/// The lines of a decision.txt that are structure, as they were laid: what is read is held against them, so that
/// nothing in a comment needs escaping.
package struct LaidText: Sendable {
    /// A criterion with its level and comment, or the overall comment.
    struct Block: Sendable {
        /// Nil for the overall comment.
        var criterion: String?
        var heading: String
        /// The lines that begin with `#`, from the heading to what is to be typed.
        var notes: [String]
        /// The same as files have them that were laid before they said which levels meet the criterion.
        var formerNotes: [String]
        /// What stands between `## ` and the next space.
        var word: String
    }

    /// The keys of the head, in their order.
    static let keys = ["submission", "ticket", "status", "reason", "evidence"]
    /// The last line: without it a file that was cut would read like a whole one.
    static let end = "## End"

    package let binding: DecisionFile.Binding
    let blocks: [Block]
    /// The guide's lines; nil where they aren't known, and aren't looked at. Whoever words the guide anew also reads
    /// by what it said before: files with it lie in queues.
    package var guide: [String]?

    package init(
        binding: DecisionFile.Binding, rubric: Rubric, criteria: [Criterion], evidence: [RecordedEvidence]
    ) {
        self.binding = binding
        let asked = criteria.map { criterion in
            func notes(saysStanding: Bool) -> [String] {
                descriptorLines(of: criterion, rubric, evidence, saysStanding: saysStanding)
                    .map { "# " + $0.dropFirst(4) }
            }
            return Block(
                criterion: criterion.id, heading: "## \(criterion.id) \(collapsed(criterion.title))",
                notes: notes(saysStanding: true), formerNotes: notes(saysStanding: false), word: criterion.id)
        }
        let whole = ["# Something to say of the whole? It may stay empty."]
        let overall = Block(
            criterion: nil, heading: "## Overall", notes: whole, formerNotes: whole, word: "Overall")
        blocks = asked + [overall]
    }
}

extension LaidText {
    /// Takes the guide out of the file as it was laid.
    package mutating func takeGuide(from text: String) {
        // The byte-order mark isn't the first line's.
        let lines = text.drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(String.init)
        guide = lines.prefix { !$0.hasPrefix("## ") }.filter(isNote)
    }
}

/// The decision.txt that is laid for a reviewer who would rather not meet XML, in CRLF lines for Notepad.
///
/// With more than ASCII in it, it begins with a byte-order mark: older programs of Windows would spell accents wrong
/// without, and save what is typed in an encoding of their own.
package func decisionText(
    _ laid: LaidText, rubric: Rubric, carried: [CarriedLevel] = [], evidence: [RecordedEvidence], head: [String] = []
) -> String {
    let guide = DecisionGuide(rubric: rubric, carried: carried, evidence: evidence, head: head, form: .text)
    let binding = laid.binding
    var lines = guide.lines.map { $0.isEmpty ? "#" : "# " + $0.dropFirst(2) }
    lines += ["#", "# Laid for \(binding.reviewer), by \(binding.rubric) \(binding.version).", ""]
    lines += [
        "submission: \(binding.submission)", "ticket: \(binding.ticket)", "status: draft", "reason:", "evidence:", "",
    ]
    for block in laid.blocks {
        lines += [block.heading] + block.notes
        if block.criterion != nil { lines.append("level:") }
        lines += ["comment:", ""]
    }
    lines.append(LaidText.end)
    let text = lines.map { $0 + "\r\n" }.joined()
    return text.utf8.allSatisfy({ $0 < 0x80 }) ? text : "\u{FEFF}" + text
}
