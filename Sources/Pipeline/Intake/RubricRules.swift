internal import Assessment
internal import Documents
internal import Markup
internal import Workers

extension Measuring {
    /// The rubric's own rules over the inspected manifest, their messages filled in.
    func ruleFindings(_ submission: Submission) throws -> [Finding] {
        let rules = rubric.value.rules
        guard !rules.isEmpty else { return [] }
        let queries = rules.flatMap { rule in
            [Query(rule.test, wantsBoolean: true)]
                + rule.expressions.map { Query($0, wantsBoolean: false) }
        }
        let workers = contents.reading.inspector.workers
        let results = try workers.evaluate(queries, in: inspectedManifest(submission))
        var findings: [Finding] = []
        var next = results.makeIterator()
        for rule in rules {
            let outcome = next.next()
            let values = rule.expressions.map { _ in next.next() }
            switch outcome {
            case .boolean(true)?: continue
            case .boolean(false)?: findings.append(finding(rule, values))
            default: findings.append(unjudged(rule, outcome))
            }
        }
        return findings
    }

    private func finding(_ rule: IntakeRule, _ values: [QueryResult?]) -> Finding {
        var values = values.makeIterator()
        var message = ""
        for piece in rule.message {
            switch piece {
            case .words(let words): message += words
            case .expression:
                if case .text(let text)?? = values.next() { message += printable(text) } else { message += "?" }
            }
        }
        var words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // The program's own sentence follows.
        if words.last.map({ $0.isLetter || $0.isNumber || ")]'\"”".contains($0) }) == true { words += "." }
        return Finding(
            rule: rule, file: contents.manifest, line: place.line, column: place.column, words,
            remedy: "This is a rule of the rubric '\(rubric.value.title)'"
                + (rule.severity == .error
                    ? ": change the bundle so that it holds." : " that only warns. It is taken all the same."))
    }

    private func unjudged(_ rule: IntakeRule, _ result: QueryResult?) -> Finding {
        var why = "no answer"
        if case .failure(let words)? = result { why = words }
        return Finding(
            .ruleUnjudged, file: contents.manifest, line: place.line, column: place.column,
            "The rubric's rule '\(rule.id)' couldn't be judged on this bundle: \(why)",
            remedy: "Tell the district's rubric author; the bundle itself may be right.")
    }

    /// A rule may be about anything in the manifest; most often it is about the evidence.
    private var place: Place { contents.submission.evidencePlace ?? contents.submission.place }
}
