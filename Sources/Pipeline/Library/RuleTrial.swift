internal import Assessment
internal import Documents
internal import Folders
internal import Markup
internal import Workers

extension Librarian {
    /// Compiles the rubric's XPath and tries it on a bundle as large as the rubric allows: an expression that never
    /// ends there would never end on a real one.
    func ruleFindings(_ rubric: Rubric, file: String, root: Element, _ library: inout Library) throws -> [Finding] {
        guard !rubric.rules.isEmpty else { return [] }
        let queries = rubric.rules.flatMap { rule in
            [Query(rule.test, wantsBoolean: true)]
                + rule.expressions.map { Query($0, wantsBoolean: false) }
        }
        let results: [QueryResult]
        do throws(WorkerFailure) {
            results = try workers.evaluate(queries, in: inspectedManifest(trialSubmission(rubric)))
        } catch {
            guard error.isOfTheFile else { throw error }
            library.noteUnread(file, error)
            return [
                Finding(
                    .ruleEndless, file: file, "A rule's XPath ended the reader (\(error)).",
                    remedy: "Write the rules of this rubric more simply.")
            ]
        }
        var findings: [Finding] = []
        var next = results.makeIterator()
        for rule in rubric.rules {
            let element = root.child("intake")?.children("rule").first { $0["id"] == rule.id }
            let place = element?.attribute("test").map { ($0.line, $0.column) } ?? (root.line, root.column)
            for expression in [rule.test] + rule.expressions {
                guard case .failure(let why)? = next.next() else {
                    findings += ruleTraps(expression, in: rubric).map {
                        Finding(
                            .ruleMatchesNothing, file: file, line: place.0, column: place.1,
                            "In the rule '\(rule.id)' \(printable($0)).",
                            remedy: "Correct it, and try the rule on a bundle that breaks it.")
                    }
                    continue
                }
                findings.append(
                    Finding(
                        .ruleXpath, file: file, line: place.0, column: place.1,
                        "The rule '\(rule.id)' can't be judged: '\(expression)': \(why)",
                        remedy: "Write an XPath 1.0 expression over the manifest, with the prefix 'a:' before each "
                            + "element's name, none before an attribute's."))
            }
        }
        return findings
    }

    private func trialSubmission(_ rubric: Rubric) -> Submission {
        let measured = Measured(bytes: 1, sha256: String(repeating: "0", count: 64), mediaType: "text/plain", words: 1)
        let items = rubric.evidence.flatMap { rule in
            (0..<min(rule.max, 200)).map { number in
                let content: EvidenceItem.Content =
                    switch rule.form {
                    case .file: .file(path: "\(rule.kind)/\(number)", sha256: nil, bytes: nil)
                    case .link: .link(href: "https://example.org/\(number)", duration: nil)
                    case .text: .text("words")
                    }
                return EvidenceItem(kind: rule.kind, content: content, measured: measured)
            }
        }
        return Submission(
            rubric: rubric.id, version: rubric.version,
            educator: .init(id: "E1", name: "Name", email: "name@district.example", school: "school"),
            evidence: Array(items.prefix(1000)), statements: [.init(kind: "own-work", isAgreed: true, date: nil)])
    }

    /// The faults that only show when all documents are side by side.
    func finish(_ library: inout Library, _ elements: DistrictElements) throws {
        oneOnly("program", elements.programs.map(\.file), &library)
        oneOnly("reviewers", elements.rosters.map(\.file), &library)
        if elements.programs.count > 1 { library.program = nil }
        if elements.rosters.count > 1 { library.roster = nil }
        if let program = library.program {
            library.zone = ProgramZone(program.value.timeZone)
            if library.zone == nil {
                let place = elements.programs.first?.root.attribute("time-zone")
                library.findings.append(
                    Finding(
                        .programTimeZone, file: program.file, line: place?.line, column: place?.column,
                        "'\(printable(program.value.timeZone))' is no time zone that this machine knows.",
                        remedy: "Write a name such as America/Chicago."))
                library.program = nil
            }
        }
        let cross = crossCheck(
            program: elements.programs.count == 1 ? elements.programs[0] : nil,
            roster: elements.rosters.count == 1 ? elements.rosters[0] : nil, rubrics: elements.rubrics)
        library.findings += cross
        let invalid = Set(cross.filter { $0.severity == .error }.compactMap(\.file))
        if let roster = library.roster, invalid.contains(roster.file) { library.roster = nil }
        if let program = library.program, invalid.contains(program.file) { library.program = nil }
        let twice = Set(cross.filter { $0.isA(.rubricTwice) }.compactMap(\.file))
        library.twins = library.rubrics.filter { twice.contains($0.file) }
        // The file that was accepted is there: the other one isn't it in changed form, but a second one.
        let kept = library.twins.filter { elements.accepted.contains($0.file) }.map {
            "\($0.value.id) \($0.value.version)"
        }
        let others = Set(
            elements.rubrics.filter { twice.contains($0.file) && kept.contains("\($0.value.id) \($0.value.version)") }
                .map(\.file))
        library.findings.removeAll { $0.isA(.rubricChanged) && others.contains($0.file ?? "") }
        if !library.twins.isEmpty || library.rubrics.contains(where: { invalid.contains($0.file) }) {
            library.rubrics.removeAll { invalid.contains($0.file) }
            library.hasInvalidRubric = true
        }
        library.findings.sort {
            ($0.file ?? "", $0.line ?? 0, $0.column ?? 0) < ($1.file ?? "", $1.line ?? 0, $1.column ?? 0)
        }
    }

    private func oneOnly(_ name: String, _ files: [String], _ library: inout Library) {
        let isProgram = name == "program"
        let what = isProgram ? "program" : "roster"
        if files.isEmpty {
            library.findings.append(
                Finding(
                    isProgram ? .programMissing : .reviewersMissing, file: "Rubrics/\(name).xml",
                    "The district has no \(what): no file in Rubrics "
                        + "begins with <\(name)>.",
                    remedy: "Write Rubrics/\(name).xml; 'assay init --samples' in an empty folder lays an example."))
        }
        for file in files.dropFirst() {
            library.findings.append(
                Finding(
                    isProgram ? .programTwice : .reviewersTwice, file: file,
                    "There are two \(what)s: '\(files[0])' and '\(file)'.",
                    remedy: "Keep one of them in Rubrics."))
        }
    }
}
