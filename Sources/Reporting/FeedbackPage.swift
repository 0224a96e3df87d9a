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
        <dt>{{name}}</dt><dd><bdi>{{value}}</bdi></dd>
        {{/facts}}
        </dl>
        <section>
        <h2>What the reviewers saw</h2>
        {{#criteria}}
        <article>
        <h3><bdi>{{id}} {{name}}</bdi></h3>
        <p><span class="level {{tone}}">{{level}}</span>{{#how}} <span class="quiet">({{how}})</span>{{/how}}</p>
        {{#descriptor}}<p>{{descriptor}}</p>{{/descriptor}}
        {{#comments}}
        <blockquote><p><strong>{{by}}:</strong></p>{{#lines}}<p><bdi>{{.}}</bdi></p>{{/lines}}</blockquote>
        {{/comments}}
        {{#aims}}
        <p><strong>{{label}} looks like this:</strong> {{text}}</p>
        {{/aims}}
        </article>
        {{/criteria}}
        </section>
        {{#hasOverall}}
        <section>
        <h2>About the whole</h2>
        {{#overall}}
        <blockquote><p><strong>{{by}}:</strong></p>{{#lines}}<p><bdi>{{.}}</bdi></p>{{/lines}}</blockquote>
        {{/overall}}
        </section>
        {{/hasOverall}}
        {{#keeping}}
        <section>
        <h2>What is kept for the next attempt</h2>
        <p>{{sentence}}</p>
        {{#hasKept}}
        <ul>
        {{#kept}}
        <li><bdi>{{.}}</bdi></li>
        {{/kept}}
        </ul>
        {{/hasKept}}
        </section>
        {{/keeping}}
        <section>
        <h2>What to do next</h2>
        <ol>
        {{#steps}}
        <li>{{.}}</li>
        {{/steps}}
        </ol>
        </section>

        """)

/// The page for the educator beside the signed record: the outcome in words, what was seen, what is kept, what to do.
///
/// `rubric` is the one that the submission was accepted under. A reviewer's name is written only where the record
/// has it.
package func feedbackHTML(_ record: Record, rubric: Rubric) -> String {
    let overall = record.readers.compactMap { reader in
        reader.overall.flatMap { comment(by: reader, text: $0) }
    }
    var fields: Fields = [
        "title": printable(FeedbackWords.heading(record)),
        "tone": record.outcome == .earned ? "good" : "warn",
        "heading": printable(FeedbackWords.heading(record)),
        "opening": FeedbackWords.opening(record, rubric: rubric).map(printable),
        "facts": facts(of: record),
        "criteria": record.criteria.map { criterion($0, record: record, rubric: rubric) },
        "hasOverall": !overall.isEmpty,
        "overall": overall,
        "steps": FeedbackWords.steps(record, rubric: rubric).map(printable),
        "footer": FeedbackWords.footer,
    ]
    if record.outcome == .notYetEarned, record.attemptsLeft != 0 {
        let kept = rubric.resubmit.keepsMet ? record.criteria.filter { $0.meets && $0.level != nil } : []
        fields["keeping"] =
            [
                "sentence": FeedbackWords.keeping(rubric, count: kept.count),
                "hasKept": !kept.isEmpty,
                "kept": kept.map { printable("\($0.id) \($0.title): \($0.label ?? $0.level ?? "")") },
            ] as Fields
    }
    return page.filled(with: fields)
}

private func facts(of record: Record) -> [Fields] {
    let left = record.attemptsLeft.map(String.init) ?? FeedbackWords.noLimit
    let facts = [
        ("Educator", "\(record.educator.name) (\(record.educator.id))"),
        ("Submission", record.submission),
        ("Rubric", "\(record.rubric.title) (\(record.rubric.id) \(record.rubric.version))"),
        ("Attempt", "\(record.attempt)"),
        ("Attempts left", record.outcome == .earned ? FeedbackWords.noneNeeded : left),
        ("Decided", Words.time(record.decided)),
    ]
    return facts.map { name, value in ["name": name, "value": printable(value)] }
}

private func criterion(_ result: Record.CriterionResult, record: Record, rubric: Rubric) -> Fields {
    var fields: Fields = [
        "id": printable(result.id), "name": printable(result.title),
        "tone": result.level == nil ? "quiet" : result.meets ? "good" : "warn",
        "level": printable(result.label ?? result.level ?? FeedbackWords.notJudged),
        "comments": result.marks.compactMap { mark -> Fields? in
            guard let reader = record.readers.first(where: { $0.label == mark.by }), let text = mark.comment else {
                return nil
            }
            return comment(by: reader, text: text)
        },
    ]
    if result.level != nil { fields["how"] = FeedbackWords.how(result.how, readers: result.marks.count) }
    guard let asked = rubric.criterion(result.id) else { return fields }
    if let found = asked.descriptors.first(where: { $0.level == result.level }) {
        fields["descriptor"] = lines(of: found.text).joined(separator: " ")
    }
    if record.outcome == .notYetEarned, !result.meets, let aim = rubric.scale(of: asked).levels.last(where: \.meets),
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
    let by = reader.name.map { "\(reader.label), \($0)" } ?? reader.label
    return ["by": printable(by), "lines": lines]
}
