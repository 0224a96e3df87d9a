package import Assessment
package import Markup

/// Reads a manifest and says everything that is wrong with it, whatever its rubric.
package func readSubmission(_ root: Element, file: String) -> Read<Submission> {
    var notes = Notes(file: file)
    guard notes.isRoot(root, "submission") else { return notes.read(nil) }
    let submission = notes.submission(root)
    return notes.read(submission)
}

extension Notes {
    fileprivate mutating func submission(_ root: Element) -> Submission {
        let educator = root.child("educator")
        var submission = Submission(
            rubric: id("rubric", of: root), version: optionalId("version", of: root),
            educator: self.educator(educator, in: root),
            cohort: root.child("cohort").map { id("id", of: $0) },
            evidence: evidence(root),
            statements: statements(root),
            resubmission: root.child("resubmission").map { resubmission($0) },
            place: root.place, educatorPlace: educator?.place ?? root.place)
        submission.isByFolders = root.child("evidence") == nil
        submission.schoolPlace = educator?.place(of: "school")
        submission.cohortPlace = root.child("cohort")?.place
        submission.evidencePlace = root.child("evidence")?.place
        return submission
    }

    private mutating func educator(_ element: Element?, in root: Element) -> Submission.Educator {
        guard let element else {
            add(
                .xmlInvalid, at: root.place, restating: root, "'submission' has no 'educator'.",
                remedy: "Write <educator id=\"…\" name=\"…\" email=\"…\" school=\"…\"/> in it.")
            return Submission.Educator(id: "", name: "", email: "", school: "")
        }
        return Submission.Educator(
            id: id("id", of: element), name: name("name", of: element), email: email("email", of: element),
            school: id("school", of: element), lang: language(of: element))
    }

    private mutating func language(of element: Element) -> PageLanguage? {
        guard let tag = element.trimmed("lang") else { return nil }
        if let language = PageLanguage(tag: tag) { return language }
        let known = PageLanguage.allCases.map { "lang=\"\($0.rawValue)\"" }.joined(separator: " or ")
        add(
            .languageUnknown, at: element.place(of: "lang"),
            "No page is written in \(quoted(tag)); the educator's will be in English.", remedy: "Write \(known).")
        return nil
    }

    private mutating func evidence(_ root: Element) -> [EvidenceItem] {
        // Without a list the bundle's folders are the list.
        guard let list = root.child("evidence") else { return [] }
        judgePaths(list.children("file"))
        return list.children.compactMap { item($0) }
    }

    private mutating func statements(_ root: Element) -> [Submission.Statement] {
        let elements = root.children("statement")
        let statements = elements.map { element in
            Submission.Statement(
                kind: id("kind", of: element), isAgreed: flag("agreed", of: element, default: nil),
                date: date("date", of: element, isRequired: false)?.text)
        }
        let wanted = "Write <statement kind=\"own-work\" agreed=\"true\" date=\"…\"/> when the educator agrees to it."
        for (element, statement) in zip(elements, statements) where !statement.isAgreed {
            add(
                .statementNotAgreed, at: element.place(of: "agreed"),
                "The statement \(quoted(statement.kind)) isn't agreed to.",
                remedy: "Write agreed=\"true\" when the educator agrees to it.")
        }
        if !statements.contains(where: { $0.kind == "own-work" }) {
            add(
                .statementMissing, at: root.place, restating: elements.isEmpty ? root : nil,
                "The educator's statement that this is her or his own work is missing.", remedy: wanted)
        }
        return statements
    }

    private mutating func resubmission(_ element: Element) -> Submission.Resubmission {
        let note = element.child("note")?.text.trimmed
        // Ids are in capitals; one that was typed from paper may not be.
        let written = name("of", of: element)
        let of = written.lowercased().hasPrefix("s-") ? written.uppercased() : written
        return Submission.Resubmission(of: of, note: note == "" ? nil : note)
    }
}
