import Assessment

/// The guide at the head of a decision file: what it is for, and how to fill it in.
///
/// It shows no tag, no attribute with its quotation marks and no word with its colon: a search for what is to be typed
/// finds the place itself.
struct DecisionGuide {
    var rubric: Rubric
    var carried: [CarriedLevel]
    var evidence: [RecordedEvidence]
    var head: [String]
    var form = Reviewer.Form.xml

    /// As the text of an XML comment.
    var text: String { "\n" + lines.joined(separator: "\n") + "\n" }

    /// Indented by two columns at least.
    var lines: [String] {
        var lines = wrapped("\(rubric.title), version \(rubric.version)", indent: 2, hanging: 2)
        for line in head { lines += wrapped(line, indent: 2, hanging: 2) }
        lines += ["", "  How to fill this in"]
        for (number, step) in steps.enumerated() {
            lines += wrapped("\(number + 1). \(step)", indent: 2, hanging: 5)
        }
        lines += ["", "  What status may be"]
        for (word, meaning) in Self.meanings {
            let padding = String(repeating: " ", count: 12 - word.count)
            let meaning = wrapped(meaning, indent: 16, hanging: 16)
            lines.append("    " + word + padding + (meaning.first?.dropFirst(16) ?? ""))
            lines += meaning.dropFirst()
        }
        if !evidence.isEmpty { lines += ["", "  The evidence"] }
        for item in evidence {
            let title = rubric.evidenceRule(item.kind)?.title ?? ""
            lines += wrapped("\(item.ref) \(item.kind)\(title.isEmpty ? "" : ": ")\(title)", indent: 4, hanging: 7)
        }
        return lines + keptLines
    }

    private var steps: [String] {
        let commenting =
            switch rubric.review.comment {
            case .always: "Each criterion needs one."
            case .whenNotMet: "A criterion that isn't met needs one."
            case .optional: "It may stay empty."
            }
        let done =
            "When you are done, change status from draft to final and save the file. Leave everything else as it is."
        switch form {
        case .xml:
            return [
                "For each criterion, type one of its levels between the quotation marks after level: the first word "
                    + "of its line, or the label that stands first in the parentheses.",
                "Type your comment between the innermost square brackets, over as many lines as you like; "
                    + "the signs & and < are fine there. \(commenting)", done,
            ]
        case .text:
            return [
                "Into the level line of each criterion, type one of its levels, by the first word of what is said of "
                    + "it or by the label that stands first in the parentheses.",
                "Type your comment below the comment line, over as many lines as you like; any sign is fine there. "
                    + commenting, done,
            ]
        }
    }

    private static let meanings = [
        ("draft", "You are still at work; nothing is taken."),
        ("final", "You are done; your levels and comments are taken."),
        ("declined", "You can't read this one: type why after reason, and it goes to somebody else."),
        (
            "unscorable",
            "Something is missing or can't be opened: type why after reason, and which item after evidence, such as e1."
        ),
    ]

    private var keptLines: [String] {
        if carried.isEmpty { return [] }
        var lines = ["", "  Kept from the attempt before, and not asked again"]
        for kept in carried {
            let criterion = rubric.criterion(kept.criterion)
            let label = criterion.flatMap { rubric.scale(of: $0).level(kept.level)?.label } ?? kept.level
            lines += wrapped("\(kept.criterion) \(criterion?.title ?? ""): \(label)", indent: 4, hanging: 6)
        }
        return lines
    }
}

/// The text in lines of at most 96 columns, for a window of 100; a longer word keeps its line alone.
func wrapped(_ text: String, indent: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
        if !isEmpty, line.count + 1 + word.count > 96 {
            lines.append(line)
            (line, isEmpty) = (String(repeating: " ", count: hanging), true)
        }
        line += isEmpty ? String(word) : " " + word
        isEmpty = false
    }
    return isEmpty ? lines : lines + [line]
}
