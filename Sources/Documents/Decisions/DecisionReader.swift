package import Assessment
package import Markup

/// Reads a decision.xml as its reviewer left it, with the place of everything she may have typed.
///
/// Status, levels, tickets and what is missing are judged by whoever holds the assignment, as for decision.txt.
package func readDecision(_ root: Element, file: String) -> Read<DecisionFile> {
    var notes = Notes(file: file)
    guard notes.isRoot(root, "decision") else { return notes.read(nil) }
    let decision = notes.decision(root)
    return notes.read(decision)
}

extension Notes {
    fileprivate mutating func decision(_ root: Element) -> DecisionFile {
        let binding = DecisionFile.Binding(
            submission: laid("submission", of: root), reviewer: laid("reviewer", of: root),
            rubric: laid("rubric", of: root), version: laid("version", of: root), ticket: laid("ticket", of: root))
        let elements = root.children("criterion")
        judgeUnique(
            elements, noun: "criterion",
            remedy: "Keep each <criterion> once, as it was laid, and remove the other.")
        let marks = elements.map { element in
            DecisionFile.WrittenMark(
                criterion: required("id", of: element), level: element.trimmed("level") ?? "",
                comment: element.child("comment")?.text.trimmed ?? "", place: element.place,
                levelPlace: element.place(of: "level"))
        }
        let places = root.attributes.map { ($0.name, Place(line: $0.line, column: $0.column)) }
        return DecisionFile(
            binding: binding, writtenStatus: laid("status", of: root), reason: element(root, "reason"),
            evidence: element(root, "evidence"), marks: marks,
            overall: root.child("overall")?.child("comment")?.text.trimmed ?? "", place: root.place,
            places: Dictionary(places, uniquingKeysWith: { first, _ in first }))
    }

    /// As it stands: an attribute that was laid must come back untouched.
    private mutating func laid(_ name: String, of element: Element) -> String {
        element[name] ?? required(name, of: element)
    }

    private func element(_ root: Element, _ name: String) -> String { root.trimmed(name) ?? "" }
}
