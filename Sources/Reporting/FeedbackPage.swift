package import Assessment

private let page = Template(
    body: """
        <header>
        <h1 class="{{tone}}">{{heading}}</h1>
        {{#opening}}
        <p>{{.}}</p>
        {{/opening}}
        </header>
        <dl>
        {{#facts}}
        <dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd>
        {{/facts}}
        </dl>
        <section>
        <h2>{{t.seen}}</h2>
        {{#criteria}}
        <article>
        <h3><bdi>{{id}} {{name}}</bdi></h3>
        <p><span class="level {{tone}}">{{level}}</span>{{#how}} <span class="quiet">({{how}})</span>{{/how}}</p>
        {{#descriptor}}<p>{{descriptor}}</p>{{/descriptor}}
        {{#comments}}
        <blockquote><p><strong>{{by}}:</strong></p>{{#lines}}<p><bdi>{{.}}</bdi></p>{{/lines}}</blockquote>
        {{/comments}}
        {{#aims}}
        <p><strong>{{label}} {{t.looksLike}}</strong> {{text}}</p>
        {{/aims}}
        </article>
        {{/criteria}}
        </section>
        {{#sum}}
        <section>
        <h2>{{t.sum}}</h2>
        <table class="sum">
        <thead><tr><th scope="col">{{t.criterion}}</th><th scope="col">{{t.level}}</th><th scope="col">{{t.points}}</th>\
        <th scope="col">{{t.weight}}</th><th scope="col">{{t.product}}</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row"><bdi>{{id}} {{name}}</bdi></th><td>{{level}}</td><td>{{points}}</td><td>{{weight}}</td>\
        <td>{{product}}</td></tr>
        {{/rows}}
        </tbody>
        <tfoot>
        <tr><th scope="row" colspan="4">{{t.total}}</th><td><strong>{{total}}</strong></td></tr>
        <tr><th scope="row" colspan="4">{{t.minimum}}</th><td>{{minimum}}</td></tr>
        {{#each}}
        <tr><th scope="row" colspan="4">{{t.least}}</th><td>{{each}}</td></tr>
        {{/each}}
        </tfoot>
        </table>
        </section>
        {{/sum}}
        {{#hasOverall}}
        <section>
        <h2>{{t.whole}}</h2>
        {{#overall}}
        <blockquote><p><strong>{{by}}:</strong></p>{{#lines}}<p><bdi>{{.}}</bdi></p>{{/lines}}</blockquote>
        {{/overall}}
        </section>
        {{/hasOverall}}
        {{#keeping}}
        <section>
        <h2>{{t.kept}}</h2>
        <p>{{sentence}}</p>
        {{#hasKept}}
        <ul>
        {{#kept}}
        <li><bdi>{{text}}</bdi>{{#shared}}<br>{{shared}}{{/shared}}</li>
        {{/kept}}
        </ul>
        {{/hasKept}}
        </section>
        {{/keeping}}
        <section>
        <h2>{{t.next}}</h2>
        <ol>
        {{#steps}}
        <li>{{text}}{{#line}}<br><code>{{line}}</code>{{/line}}</li>
        {{/steps}}
        </ol>
        </section>

        """)

/// The page for the educator beside the signed record: the outcome in words, what was seen, what is kept, what to do.
///
/// `rubric` is the one that the submission was accepted under. A reviewer's name is written only where the record
/// has it.
package func feedbackHTML(_ record: Record, rubric: Rubric) -> String {
    FeedbackPage(record: record, rubric: rubric, language: .of(record.educator.lang)).html
}

private let labels = ByLanguage { Labels(of: $0.feedback.labels) }

private struct FeedbackPage {
    let record: Record
    let rubric: Rubric
    let language: Language

    private var texts: FeedbackTexts { language.feedback }

    var html: String {
        let overall = record.readers.compactMap { reader in
            reader.overall.flatMap { comment(by: reader, text: $0) }
        }
        let outcome = record.outcome == .earned ? texts.earned : texts.notYetEarned
        let heading = printable("\(outcome): \(record.rubric.title)")
        var fields: Fields = [
            "lang": language.code,
            "t": labels[language],
            "title": heading,
            "tone": record.outcome == .earned ? "good" : "warn",
            "heading": heading,
            "opening": opening.map(printable),
            "facts": facts,
            "criteria": record.criteria.map(criterion),
            "hasOverall": !overall.isEmpty,
            "overall": overall,
            "steps": steps.map { step -> Fields in
                var fields: Fields = ["text": printable(step.text)]
                if let line = step.line { fields["line"] = printable(line) }
                return fields
            },
            "footer": texts.footer,
        ]
        if let sum = pointsTable(record, rubric, texts) { fields["sum"] = sum }
        if record.outcome == .notYetEarned, record.attemptsLeft != 0, !record.rubricIsRetired {
            let kept = rubric.resubmit.keepsMet ? record.criteria.filter { $0.meets && $0.level != nil } : []
            let sentence =
                !rubric.resubmit.keepsMet ? texts.readAnew : kept.isEmpty ? texts.noneMet : texts.keptIfUnchanged
            fields["keeping"] =
                [
                    "sentence": sentence,
                    "hasKept": !kept.isEmpty,
                    "kept": kept.map { result -> Fields in
                        var fields: Fields = [
                            "text": printable("\(result.id) \(result.title): \(result.label ?? result.level ?? "")")
                        ]
                        if let shared = shared(by: result) { fields["shared"] = printable(shared) }
                        return fields
                    },
                ] as Fields
        }
        return page.filled(with: fields)
    }

    /// What is judged again when the evidence of those that aren't met is changed.
    private func shared(by kept: Record.CriterionResult) -> String? {
        func kinds(_ id: String) -> [String] {
            let named = rubric.criterion(id)?.evidence ?? []
            return named.isEmpty ? rubric.evidence.map(\.kind) : named
        }
        let own = kinds(kept.id)
        let open = record.criteria.filter { $0.level != nil && !$0.meets && !Set(own).isDisjoint(with: kinds($0.id)) }
            .map(\.id)
        if open.isEmpty { return nil }
        let common = own.filter { kind in open.contains { kinds($0).contains(kind) } }
        return texts.keptOnShared(language.common.list(common), language.common.list(open))
    }

    private var facts: [Fields] {
        let allowed = record.attemptsLeft.map(String.init) ?? texts.noLimit
        let left = record.rubricIsRetired ? texts.noneAsRetired : allowed
        let facts = [
            (texts.labels.educator, "\(record.educator.name) (\(record.educator.id))"),
            (texts.labels.submission, record.submission),
            (texts.labels.rubric, "\(record.rubric.title) (\(record.rubric.id) \(record.rubric.version))"),
            (texts.labels.attempt, "\(record.attempt)"),
            (texts.labels.attemptsLeft, record.outcome == .earned ? texts.noneNeeded : left),
            (texts.labels.decided, language.common.time(record.decided)),
        ]
        return facts.map { name, value in ["label": name, "value": printable(value)] }
    }

    // MARK: Criteria

    private func criterion(_ result: Record.CriterionResult) -> Fields {
        var fields: Fields = [
            "id": printable(result.id), "name": printable(result.title),
            "tone": result.level == nil ? "quiet" : result.meets ? "good" : "warn",
            "level": printable(result.label ?? result.level ?? texts.notJudged),
            "comments": result.marks.compactMap { mark -> Fields? in
                guard let reader = record.readers.first(where: { $0.label == mark.by }), let text = mark.comment else {
                    return nil
                }
                return comment(by: reader, text: text)
            },
        ]
        if result.level != nil { fields["how"] = how(result.how, readers: result.marks.count { !$0.level.isEmpty }) }
        guard let asked = rubric.criterion(result.id) else { return fields }
        if let found = asked.descriptors.first(where: { $0.level == result.level }) {
            fields["descriptor"] = lines(of: found.text).joined(separator: " ")
        }
        if record.outcome == .notYetEarned, !result.meets,
            let aim = rubric.scale(of: asked).levels.last(where: \.meets),
            let wanted = asked.descriptors.first(where: { $0.level == aim.id })
        {
            fields["aims"] =
                ["label": printable(aim.label), "text": lines(of: wanted.text).joined(separator: " ")] as Fields
        }
        return fields
    }

    private func comment(by reader: Record.Reader, text: String) -> Fields? {
        let lines = lines(of: text)
        guard !lines.isEmpty else { return nil }
        let label = texts.reader(reader.label)
        return ["by": printable(reader.name.map { "\(label), \($0)" } ?? label), "lines": lines]
    }

    private func how(_ basis: Basis, readers: Int) -> String? {
        switch basis {
        case .agreed: readers > 1 ? texts.readBy(readers) : nil
        case .adjudicated: texts.adjudicated
        case .carried: texts.carried
        }
    }

    // MARK: The outcome

    private var opening: [String] {
        let first =
            record.outcome == .earned
            ? texts.congratulations(lines(of: rubric.competency).joined(separator: " ")) : texts.partly
        return [first, reached].compactMap { $0 }
    }

    /// How the rubric's rule came out, in one or two sentences.
    private var reached: String? {
        let required = record.criteria.filter { rubric.criterion($0.id)?.isRequired == true }
        switch rubric.award {
        case .allMeet:
            let open = required.filter { !$0.meets }
            if open.isEmpty { return texts.allMet(required.count) }
            return texts.someMet(
                required.count - open.count, required.count, language.common.list(open.map(\.id)))
        case .points(let minimum, let each):
            guard let total = record.policy.total else { return nil }
            let low = required.filter { ($0.points ?? .min) < each ?? .min }
            let sum = texts.points(total, minimum.text)
            guard let each, !low.isEmpty else { return sum }
            return sum + " " + texts.each(each, language.common.list(low.map(\.id)))
        }
    }

    private var steps: [(text: String, line: String?)] {
        if record.outcome == .earned { return texts.stepsWhenEarned.map { ($0, nil) } }
        guard record.attemptsLeft != 0 else { return texts.stepsAfterTheLast.map { ($0, nil) } }
        if record.rubricIsRetired { return texts.stepsWhenRetired.map { ($0, nil) } }
        let open = record.criteria.filter { !$0.meets && rubric.criterion($0.id)?.isRequired == true }.map(\.id)
        return [
            (texts.gather(open.isEmpty ? nil : language.common.list(open)), nil), (texts.sendAgain, nil),
            (
                texts.sayWhatChanged,
                "<resubmission of=\"\(record.submission)\"><note>\(texts.whatChanged)</note></resubmission>"
            ),
            (texts.attempts(record.attemptsLeft), nil),
        ]
    }
}
