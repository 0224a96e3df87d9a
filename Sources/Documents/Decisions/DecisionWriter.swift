package import Assessment
import Markup

/// The decision.xml that is laid for a reviewer: what to judge beside what to type, in CRLF lines for Notepad.
///
/// It names nobody: evidence goes by its number, its kind and the rubric's own title for the kind. `saysStanding` is
/// false for the file as it was laid before it said which levels meet a criterion.
package func decisionXML(
    binding: DecisionFile.Binding, rubric: Rubric, criteria: [Criterion], carried: [CarriedLevel] = [],
    evidence: [RecordedEvidence], head: [String] = [], saysStanding: Bool = true
) -> String {
    var xml = XMLWriter(newline: .crlf)
    xml.comment(DecisionGuide(rubric: rubric, carried: carried, evidence: evidence, head: head).text)
    xml.element(
        "decision",
        [
            "xmlns": "urn:assay:1", "submission": binding.submission, "reviewer": binding.reviewer,
            "rubric": binding.rubric, "version": binding.version, "ticket": binding.ticket, "status": "draft",
            "reason": "", "evidence": "",
        ]
    ) { xml in
        for criterion in criteria {
            xml.comment(descriptors(of: criterion, rubric, evidence, saysStanding))
            xml.element("criterion", ["id": criterion.id, "level": ""]) { $0.blankComment() }
        }
        xml.comment(" Something to say of the whole? It may stay empty. ")
        xml.element("overall") { $0.blankComment() }
    }
    return dividingStartTag(xml.finish())
}

extension XMLWriter {
    /// `<comment><![CDATA[]]></comment>` on its parent's line.
    fileprivate mutating func blankComment() {
        text("")
        start("comment")
        cdata("")
        end()
    }
}

/// Breaks the long start tag, so that what is typed into it stands in a line of its own.
private func dividingStartTag(_ text: String) -> String {
    // Lines of comments are indented; this is the element itself, whose values hold no bare quotation mark or '>'.
    guard let start = text.firstRange(of: "\r\n<decision "), let end = text[start.upperBound...].firstIndex(of: ">")
    else { return text }
    var tag = String(text[start.lowerBound...end])
    for name in ["rubric", "status"] {
        tag = tag.replacing(" \(name)=\"", with: "\r\n    \(name)=\"", maxReplacements: 1)
    }
    return text[..<start.lowerBound] + tag + text[text.index(after: end)...]
}

/// What a criterion asks, and what a reviewer sees at each of its levels.
private func descriptors(
    of criterion: Criterion, _ rubric: Rubric, _ evidence: [RecordedEvidence], _ saysStanding: Bool
) -> String {
    let lines =
        wrapped("\(criterion.id) \(criterion.title)", indent: 4, hanging: 4)
        + descriptorLines(of: criterion, rubric, evidence, saysStanding: saysStanding)
    return "\n" + lines.joined(separator: "\n") + "\n  "
}

/// The same without the criterion's title, indented by four columns.
///
/// `saysStanding` is false for the lines as they were laid before they said which levels meet a criterion.
func descriptorLines(
    of criterion: Criterion, _ rubric: Rubric, _ evidence: [RecordedEvidence], saysStanding: Bool = true
) -> [String] {
    var required = criterion.isRequired ? "Required." : "Optional: the level may stay empty."
    if saysStanding, let weight = rubric.weighing(of: criterion) { required += " " + weight }
    let items = evidence.filter { criterion.evidence.isEmpty || criterion.evidence.contains($0.kind) }
    let judgedOn =
        criterion.evidence.isEmpty || items.isEmpty
        ? "" : " Judge it on " + items.map { "\($0.ref) (\($0.kind))" }.joined(separator: ", ") + "."
    var lines = wrapped(required + judgedOn, indent: 4, hanging: 4)
    for level in rubric.scale(of: criterion).levels {
        let descriptor = criterion.descriptors.first { $0.level == level.id }?.text ?? ""
        let name = "\(level.id) (\(level.label)\(saysStanding ? "; " + rubric.standing(of: level) : ""))"
        lines += wrapped(descriptor.isEmpty ? name : "\(name): \(descriptor)", indent: 6, hanging: 8)
    }
    return lines
}
