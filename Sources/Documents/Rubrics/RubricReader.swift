package import Assessment
package import Markup

/// Reads a rubric and says everything that is wrong with it but its XPath expressions, which a worker compiles.
package func readRubric(_ root: Element, file: String) -> Read<Rubric> {
    var notes = Notes(file: file)
    guard notes.isRoot(root, "rubric") else { return notes.read(nil) }
    let rubric = notes.rubric(root)
    return notes.read(rubric)
}

extension Notes {
    fileprivate mutating func rubric(_ root: Element) -> Rubric {
        var rubric = Rubric(
            id: id("id", of: root), version: id("version", of: root),
            status: choice("status", of: root, from: [.draft, .active, .retired]),
            title: words("title", in: root), competency: words("competency", in: root),
            method: root.child("method")?.words, scales: [], parts: [])
        describe(&rubric, root)
        let intake = root.child("intake")
        rubric.evidence = evidenceRules(intake)
        rubric.rules = intakeRules(intake)
        rubric.scales = scales(root)
        rubric.parts = parts(root, of: rubric)
        judgeVersion(rubric.version, root)
        judgeUse(of: rubric, intake)
        rubric.award = award(root.child("award"), of: rubric, root)
        if let review = root.child("review") { rubric.review = self.review(review) }
        if let resubmit = root.child("resubmit") { rubric.resubmit = self.resubmit(resubmit) }
        return rubric
    }

    /// Versions are put in order number by number.
    private mutating func judgeVersion(_ version: String, _ root: Element) {
        let numbers = version.split(separator: ".", omittingEmptySubsequences: false)
        if !Identifier.isValid(version) || numbers.allSatisfy({ Int($0) != nil }) { return }
        add(
            .versionUnordered, at: root.place(of: "version"),
            "\(quoted(version)) isn't numbers with dots between them: which version is newer may surprise.",
            remedy: "Write a version such as 1.0 or 2.1.")
    }

    /// Evidence that teachers must gather for nobody; what may be left out may as well be for the reader's interest.
    private mutating func judgeUse(of rubric: Rubric, _ intake: Element?) {
        // Nobody gathers anything for a retired one.
        guard rubric.status != .retired, !rubric.criteria.isEmpty, !rubric.criteria.contains(where: \.evidence.isEmpty)
        else { return }
        // What stands between commas is told as that, and is meant as kinds.
        let judged = Set(rubric.criteria.flatMap(\.evidence).flatMap(kindsMeant))
        for element in intake?.children("evidence") ?? [] {
            guard let kind = element.trimmed("kind"), !kind.isEmpty, !judged.contains(kind),
                rubric.evidenceRule(kind)?.min != 0
            else { continue }
            add(
                .evidenceUnjudged, at: element.place(of: "kind"), "No criterion is judged on \(quoted(kind)).",
                remedy: "Write the kind into the 'evidence' of a criterion, or don't ask for it.")
        }
    }

    /// Credits, validity, tags, alignments, prerequisites and resources.
    private mutating func describe(_ rubric: inout Rubric, _ root: Element) {
        for element in root.children("credit") {
            let hours = decimal("hours", of: element, isRequired: true) ?? Thousandths(whole: 0)
            rubric.credits.append(Rubric.Credit(hours: hours, type: name("type", of: element)))
        }
        if let element = root.child("valid") {
            _ = required("for", of: element)
            rubric.validFor = period("for", of: element)
            if let period = rubric.validFor, period.totalSeconds == 0 {
                add(
                    .durationZero, at: element.place(of: "for"), "The credential would be valid for no time at all.",
                    remedy: "Write for how long, as in for=\"P3Y\", or leave 'valid' out.")
            }
        }
        for element in root.children("tag") { rubric.tags.append(words(of: element)) }
        for element in root.children("alignment") { rubric.alignments.append(alignment(element)) }
        for element in root.children("prerequisite") {
            let prerequisite = id("rubric", of: element)
            if prerequisite.lowercased() == rubric.id.lowercased() {
                add(
                    .prerequisiteSelf, at: element.place(of: "rubric"), "The rubric is its own prerequisite.",
                    remedy: "Name another rubric, or leave 'prerequisite' out.")
            }
            rubric.prerequisites.append(prerequisite)
        }
        for element in root.children("resource") {
            let href = name("href", of: element)
            judgeAddress(href, of: element)
            rubric.resources.append(Rubric.Resource(href: href, label: element.words))
        }
    }

    private mutating func alignment(_ element: Element) -> Rubric.Alignment {
        let kind: Rubric.AlignmentKind = choice(
            "kind", of: element, from: [.standard, .schoolGoal, .evaluation, .competency])
        let code = element.filled("code")
        if kind == .schoolGoal, code == nil {
            add(
                .alignmentNoCode, at: element.place, "An alignment with a school goal has no code.",
                remedy: "Write code=\"…\" with the id of a goal in program.xml.")
        }
        let href = element.filled("href")
        if let href { judgeAddress(href, of: element) }
        return Rubric.Alignment(
            kind: kind, framework: element.filled("framework"), code: code, href: href, label: element.words)
    }

    private mutating func judgeAddress(_ href: String, of element: Element) {
        if href.isEmpty || isWebAddress(href) { return }
        add(
            .hrefNotWeb, at: element.place(of: "href"), "\(quoted(href)) is no web address.",
            remedy: "Write one that begins with https://; pages show anything else as plain text.")
    }
}
