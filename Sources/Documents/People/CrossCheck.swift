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
        for rubric in rubrics { findings += readerFindings(rubric, roster.value) }
    }
    for rubric in rubrics {
        findings += prerequisiteFindings(rubric, rubrics.map(\.value))
        if let program { findings += goalFindings(rubric, program.value) }
    }
    return inOrderOfPlace(findings + twinFindings(rubrics) + equalVersionFindings(rubrics))
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
                "There is no rubric \(quoted(id)).", remedy: choiceRemedy("the id of a rubric", id, ids.sorted()))
        }
        if let tag = element["tag"].map(collapsed), !tags.contains(tag) {
            notes.add(
                .qualifiedUnknownTag, at: element.place(of: "tag"),
                "No rubric has the tag \(quoted(tag)).", remedy: choiceRemedy("a <tag>", tag, tags.sorted()))
        }
    }
    return notes.read(()).findings
}

/// What there is to choose from, and what may have been meant.
private func choiceRemedy(_ what: String, _ written: String, _ known: [String]) -> String {
    if known.isEmpty { return "Leave it out: no rubric has one." }
    let near = nearest(to: written, among: known).map { "Did you mean \(quoted($0))? " } ?? ""
    return "\(near)Write \(what) as it stands in a rubric's file: \(listed(known))."
}

/// People who could read an active rubric's submissions, if they are at work and have no conflict.
private func readerFindings(_ rubric: Source<Rubric>, _ roster: [Reviewer]) -> [Finding] {
    guard rubric.value.status == .active, !roster.isEmpty else { return [] }
    let wanted = rubric.value.review.reviewers
    let qualified = roster.filter { $0.isQualified(for: rubric.value) }
    let place = rubric.root.child("review").map { $0.place(of: "reviewers") } ?? rubric.root.place
    let message: String
    if qualified.count < wanted {
        message =
            "It asks for \(counted(wanted, "reviewer")), and \(qualified.count) "
            + "\(qualified.count == 1 ? "is" : "are") qualified for it: its submissions will wait."
    } else if wanted > 1, !qualified.contains(where: { $0.role == .lead }) {
        message =
            "It asks for \(wanted) reviewers, and no lead is qualified for it: where they differ nobody can decide."
    } else {
        return []
    }
    return [
        Finding(
            .rubricTooFewReaders, file: rubric.file, line: place.line, column: place.column, message,
            remedy: "Qualify more people for it in reviewers.xml, by its id or a tag, or ask for fewer reviewers.")
    ]
}

/// Versions that differ as words and not as numbers, such as 1.0 and 1.00.
private func equalVersionFindings(_ rubrics: [Source<Rubric>]) -> [Finding] {
    var first: [String: Source<Rubric>] = [:]
    var findings: [Finding] = []
    for rubric in rubrics {
        let numbers = rubric.value.version.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.allSatisfy({ $0 != nil }) else { continue }
        let key = ([rubric.value.id] + numbers.map { "\($0 ?? 0)" }).joined(separator: " ")
        guard let other = first[key] else {
            first[key] = rubric
            continue
        }
        if other.value.version == rubric.value.version { continue }
        let place = rubric.root.place(of: "version")
        findings.append(
            Finding(
                .versionEqual, file: rubric.file, line: place.line, column: place.column,
                "Version \(quoted(rubric.value.version)) is the same number as \(quoted(other.value.version)) in "
                    + "\(quoted(other.file)).",
                remedy: "Give the later one a greater number."))
    }
    return findings
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
    var versions: [String: [Source<Rubric>]] = [:]
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
        }
        ids[id.lowercased()] = ids[id.lowercased()] ?? rubric
        versions["\(id) \(version.lowercased())", default: []].append(rubric)
    }
    for twins in versions.values where twins.count > 1 {
        let files = twins.map { quoted($0.file) }
        let names = files.dropLast().joined(separator: ", ") + " and " + (files.last ?? "")
        for rubric in twins {
            let place = rubric.root.place(of: "id")
            findings.append(
                Finding(
                    .rubricTwice, file: rubric.file, line: place.line, column: place.column,
                    "The rubric \(quoted(rubric.value.id)), version \(quoted(rubric.value.version)), is in "
                        + "\(files.count == 2 ? "two" : "\(files.count)") files: \(names). Nothing is taken under it.",
                    remedy: "Remove one of the files, or give one a new version."))
        }
    }
    return findings
}
