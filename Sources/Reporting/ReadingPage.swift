package import Assessment

/// What a reviewer reads beside her decision file.
package struct ReadingPage: Sendable {
    /// An item as it lies in `evidence/`.
    package struct Item: Sendable {
        package var evidence: RecordedEvidence
        /// Its file's name there.
        package var file: String
        /// What can be read in the page: of a text, or of a plain file.
        package var text: String?
        package var isCut: Bool
        package init(evidence: RecordedEvidence, file: String, text: String?, isCut: Bool) {
            (self.evidence, self.file, self.text, self.isCut) = (evidence, file, text, isCut)
        }
    }

    package var rubric: Rubric
    package var submission: String
    package var attempt: Int
    package var dueDay: String
    package var criteria: [String]
    package var carried: [CarriedLevel]
    package var isAdjudication: Bool
    /// The decision file's name in the folder.
    package var decisionFile: String
    package var items: [Item]
    /// `criteriaHTML` of these criteria and items.
    package var criteriaHTML: String
    /// Nil where reviewers don't see the educator: then nothing of hers is shown but the evidence itself.
    package var educator: Submission.Educator?
    package var note: String?

    package init(
        rubric: Rubric, submission: String, attempt: Int, dueDay: String, criteria: [String], carried: [CarriedLevel],
        isAdjudication: Bool, decisionFile: String, items: [Item], criteriaHTML: String, educator: Submission.Educator?,
        note: String?
    ) {
        (self.rubric, self.submission, self.attempt, self.dueDay) = (rubric, submission, attempt, dueDay)
        (self.criteria, self.carried, self.isAdjudication) = (criteria, carried, isAdjudication)
        self.decisionFile = decisionFile
        (self.items, self.criteriaHTML) = (items, criteriaHTML)
        (self.educator, self.note) = (educator, note)
    }
}

private let page = Template(
    images: true, wide: true, skipTo: "evidence",
    body: """
        <header>
        <h1>{{title}}</h1>
        <dl>
        {{#facts}}
        <dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd>
        {{/facts}}
        </dl>
        {{#adjudicating}}<p><strong>{{adjudicating}}</strong></p>{{/adjudicating}}
        <p>{{how}}</p>
        <p><a href="../index.html">{{r.back}}</a></p>
        </header>
        <div class="beside">
        <section class="side" tabindex="0" aria-labelledby="rubric">
        <h2 id="rubric">{{r.rubric}}</h2>
        <p>{{competency}}</p>
        {{{criteria}}}
        {{#hasKept}}
        <h3>{{r.kept}}</h3>
        <ul>
        {{#kept}}
        <li><bdi>{{.}}</bdi></li>
        {{/kept}}
        </ul>
        {{/hasKept}}
        </section>
        <section aria-labelledby="evidence">
        <h2 id="evidence" tabindex="-1">{{r.evidence}}</h2>
        {{#evidence}}
        <article class="item" id="{{ref}}">
        <h3>{{ref}} <bdi>{{name}}</bdi></h3>
        <p class="quiet">{{measured}}{{#hasUses}} · {{r.judgedFor}} \
        {{#uses}}<a href="#c-{{.}}">{{.}}</a> {{/uses}}{{/hasUses}}</p>
        {{#sent}}<p><bdi>{{sent}}</bdi></p>{{/sent}}
        {{#picture}}<p>{{#opens}}<a href="{{file}}">{{/opens}}<img src="{{file}}" alt="{{picture}}" loading="lazy">{{#opens}}</a>{{/opens}}</p>{{/picture}}
        {{#link}}<p><bdi><code>{{link}}</code></bdi></p>{{/link}}
        {{#href}}<p><a href="{{href}}" rel="noreferrer noopener">{{r.openLink}} {{ref}}</a></p>{{/href}}
        {{#isText}}<div class="text" dir="auto">{{text}}</div>{{/isText}}
        {{#isPlain}}<pre dir="auto">{{text}}</pre>{{/isPlain}}
        {{#isCut}}<p class="quiet">{{r.cut}}</p>{{/isCut}}
        {{#isLong}}<p class="quiet">{{r.unshown}}</p>{{/isLong}}
        {{#opens}}<p><a href="{{file}}">{{r.openFile}} {{file}}</a></p>{{/opens}}
        {{#saves}}<p><a href="{{file}}" download>{{r.saveFile}} {{file}}</a></p>{{/saves}}
        </article>
        {{/evidence}}
        {{^evidence}}<p>{{r.noEvidence}}</p>{{/evidence}}
        </section>
        </div>

        """)

private let readLabels = Labels(of: StaffTexts.english.read)

/// `read.html`: the rubric beside the evidence. Whatever could act is only linked.
package func readingHTML(_ reading: ReadingPage) -> String {
    let texts = StaffTexts.english
    let wanted = Set(reading.criteria)
    let kept = reading.carried.map { level in
        let criterion = reading.rubric.criterion(level.criterion)
        let label = criterion.flatMap { reading.rubric.scale(of: $0).level(level.level)?.label } ?? level.level
        return printable("\(level.criterion) \(criterion?.title ?? ""): \(label)")
    }
    var fields: Fields = [
        "lang": Language.english.code,
        "r": readLabels,
        "skip": texts.read.skip,
        "how": texts.writing(reading.decisionFile),
        "title": printable(reading.rubric.title),
        "facts": facts(of: reading, texts.read),
        "competency": lines(of: reading.rubric.competency).joined(separator: " "),
        "criteria": reading.criteriaHTML,
        "hasKept": !kept.isEmpty,
        "kept": kept,
        "evidence": reading.items.map { item(of: $0, reading, wanted) },
        "footer": texts.readFooter,
    ]
    if reading.isAdjudication { fields["adjudicating"] = adjudicationWords }
    return page.filled(with: fields)
}

private func facts(of reading: ReadingPage, _ labels: StaffTexts.ReadLabels) -> [Fields] {
    let facts: [(String, String?)] = [
        (labels.submission, reading.submission),
        (labels.due, reading.dueDay),
        (labels.attempt, "\(reading.attempt)"),
        (labels.by, reading.educator.map { "\($0.name), \($0.school)" }),
        (labels.changed, reading.educator == nil ? nil : reading.note),
    ]
    return facts.compactMap { label, value in value.map { ["label": label, "value": printable($0)] } }
}
