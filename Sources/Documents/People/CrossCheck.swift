package import Assessment
package import Markup

/// A document of the district's as it was read, with the element that gives its places.
package struct Source<Value: Sendable>: Sendable {
    package var file: String
    package var root: Element
    package var value: Value

    package init(file: String, root: Element, value: Value) {
        (self.file, self.root, self.value) = (file, root, value)
    }
}

/// What is wrong between the district's documents; a document that is nil is not held against the others.
package func crossCheck(
    program: Source<Program>?, roster: Source<[Reviewer]>?, rubrics: [Source<Rubric>]
) -> [Finding] {
    let rubrics = rubrics.sorted { $0.file < $1.file }
    let isAlone = rubrics.isEmpty
    var findings: [Finding] = []
    if let roster {
        if let program { findings += schoolFindings(roster, program.value) }
        // Without a single rubric every qualification would be complained of.
        if !isAlone { findings += qualificationFindings(roster, rubrics.map(\.value)) }
    }
    for rubric in rubrics {
        findings += prerequisiteFindings(rubric, rubrics.map(\.value))
        if let program { findings += goalFindings(rubric, program.value) }
    }
    return inOrderOfPlace(findings + twinFindings(rubrics))
}

/// Schools in the roster that the program doesn't declare: a mistyped one would defeat the conflict rule.
private func schoolFindings(_ roster: Source<[Reviewer]>, _ program: Program) -> [Finding] {
    let elements = roster.root.children("reviewer").flatMap { [$0] + $0.children("conflict") }
    return elements.compactMap { element in
        guard let school = element.trimmed("school"), program.school(school) == nil else { return nil }
        let place = element.place(of: "school")
        return Finding(
            .schoolUnknown, file: roster.file, line: place.line, column: place.column,
            "The program doesn't declare a school \(quoted(school)).", remedy: schoolRemedy(school, program.schools))
    }
}

private func qualificationFindings(_ roster: Source<[Reviewer]>, _ rubrics: [Rubric]) -> [Finding] {
    let ids = Set(rubrics.map(\.id))
    let tags = Set(rubrics.flatMap(\.tags))
    var notes = Notes(file: roster.file)
    for element in roster.root.children("reviewer").flatMap({ $0.children("qualified") }) {
        if let id = element.trimmed("rubric"), !ids.contains(id) {
            notes.add(
                .qualifiedUnknownRubric, at: element.place(of: "rubric"),
                "There is no rubric \(quoted(id)).", remedy: "Write the id of a rubric as it stands in its file.")
        }
        if let tag = element["tag"].map(collapsed), !tags.contains(tag) {
            notes.add(
                .qualifiedUnknownTag, at: element.place(of: "tag"),
                "No rubric has the tag \(quoted(tag)).", remedy: "Write a <tag> as it stands in a rubric.")
        }
    }
    return notes.read(()).findings
}

private func prerequisiteFindings(_ rubric: Source<Rubric>, _ rubrics: [Rubric]) -> [Finding] {
    var notes = Notes(file: rubric.file)
    for element in rubric.root.children("prerequisite") {
        guard let id = element.trimmed("rubric"), !rubrics.contains(where: { $0.id == id }) else { continue }
        notes.add(
            .prerequisiteUnknown, at: element.place(of: "rubric"), "There is no rubric \(quoted(id)).",
            remedy: "Write the id of a rubric as it stands in its file, or leave the prerequisite out.")
    }
    return notes.read(()).findings
}

private func goalFindings(_ rubric: Source<Rubric>, _ program: Program) -> [Finding] {
    var notes = Notes(file: rubric.file)
    for element in rubric.root.children("alignment") where element.trimmed("kind") == "school-goal" {
        guard let code = element.trimmed("code"), !code.isEmpty, !program.goals.contains(where: { $0.id == code })
        else { continue }
        notes.add(
            .goalUnknown, at: element.place(of: "code"), "The program declares no goal \(quoted(code)).",
            remedy: "Write the id of a <goal> in program.xml, or declare it there.")
    }
    return notes.read(()).findings
}

/// One rubric and version in two files, and ids that differ only in letter case.
private func twinFindings(_ rubrics: [Source<Rubric>]) -> [Finding] {
    var versions: [String: Source<Rubric>] = [:]
    var ids: [String: Source<Rubric>] = [:]
    var findings: [Finding] = []
    for rubric in rubrics where !rubric.value.id.isEmpty {
        let (id, version) = (rubric.value.id, rubric.value.version)
        let place = rubric.root.place(of: "id")
        if let other = ids[id.lowercased()], other.value.id != id {
            findings.append(
                Finding(
                    .rubricLetterCase, file: rubric.file, line: place.line, column: place.column,
                    "The rubric \(quoted(id)) differs only in letter case from \(quoted(other.value.id)) in "
                        + "\(quoted(other.file)).",
                    remedy: "Write the id in the same way in both files, or choose another one."))
        } else if let other = versions["\(id) \(version)".lowercased()] {
            findings.append(
                Finding(
                    .rubricTwice, file: rubric.file, line: place.line, column: place.column,
                    "The rubric \(quoted(id)), version \(quoted(version)), is in two files: \(quoted(other.file)) and "
                        + "\(quoted(rubric.file)).",
                    remedy: "Remove one of the files, or give one a new version."))
        }
        ids[id.lowercased()] = ids[id.lowercased()] ?? rubric
        versions["\(id) \(version)".lowercased()] = versions["\(id) \(version)".lowercased()] ?? rubric
    }
    return findings
}
