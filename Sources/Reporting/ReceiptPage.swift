package import Assessment

private let page = Template(
    body: """
        <header>
        <h1 class="{{tone}}">{{heading}}</h1>
        <p>{{opening}}</p>
        </header>
        <dl>
        {{#facts}}
        <dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd>
        {{/facts}}
        </dl>
        {{#hasFaults}}
        <section>
        <h2>{{faultsHeading}}</h2>
        <ol>
        {{#faults}}
        <li>{{#name}}<strong>{{name}}</strong><br>{{/name}}{{#place}}<strong>{{place}}:</strong> {{/place}}\
        <span{{#message.isEnglish}} lang="en"{{/message.isEnglish}}{{#message.isTheirs}} lang=""{{/message.isTheirs}}>\
        {{message.text}}</span>
        {{#remedy}}<br><strong>{{t.whatToDo}}</strong> \
        <span{{#remedy.isEnglish}} lang="en"{{/remedy.isEnglish}}>{{remedy.text}}</span>{{/remedy}}
        <br><span class="quiet"><code>{{code}}</code></span></li>
        {{/faults}}
        </ol>
        </section>
        {{/hasFaults}}
        {{#hasNotes}}
        <section>
        <h2>{{t.notes}}</h2>
        <ul>
        {{#notes}}
        <li>{{#name}}<strong>{{name}}</strong><br>{{/name}}{{#place}}<strong>{{place}}:</strong> {{/place}}\
        <span{{#message.isEnglish}} lang="en"{{/message.isEnglish}}{{#message.isTheirs}} lang=""{{/message.isTheirs}}>\
        {{message.text}}</span>
        {{#remedy}}<br><strong>{{t.whatYouCanDo}}</strong> \
        <span{{#remedy.isEnglish}} lang="en"{{/remedy.isEnglish}}>{{remedy.text}}</span>{{/remedy}}
        <br><span class="quiet"><code>{{code}}</code></span></li>
        {{/notes}}
        </ul>
        </section>
        {{/hasNotes}}
        <section>
        <h2>{{t.next}}</h2>
        <ol>
        {{#steps}}
        <li>{{.}}</li>
        {{/steps}}
        </ol>
        </section>
        {{#hasEvidence}}
        <section>
        <h2>{{t.evidence}}</h2>
        <table>
        <thead><tr><th scope="col">{{t.item}}</th><th scope="col">{{t.kind}}</th><th scope="col">{{t.what}}</th>\
        <th scope="col">{{t.measured}}</th></tr></thead>
        <tbody>
        {{#evidence}}
        <tr><th scope="row">{{ref}}</th><td>{{kind}}</td><td><bdi>{{name}}</bdi></td><td>{{measured}}</td></tr>
        {{/evidence}}
        </tbody>
        </table>
        </section>
        {{/hasEvidence}}

        """)

private let allLabels = ByLanguage { Labels(of: $0.receipt.labels) }

/// The page for the secretary that lies beside `receipt.xml`: what became of a drop, why, and what to do; in the
/// educator's language, since it goes to her.
package func receiptHTML(_ receipt: Receipt) -> String {
    let language = Language.of(receipt.lang)
    let texts = language.receipt
    let faults = receipt.findings.filter { $0.severity == .error }
    let notes = receipt.findings.filter { $0.severity == .warning }
    let heading = texts.heading(receipt)
    return page.filled(with: [
        "lang": language.code,
        "t": allLabels[language],
        "title": printable("\(heading): \(receipt.bundle)"),
        "tone": tone(receipt.state),
        "heading": heading,
        "opening": printable(texts.opening(receipt)),
        "facts": facts(of: receipt, language),
        "hasFaults": !faults.isEmpty,
        "faultsHeading": texts.faults(receipt, faults.count),
        "faults": faults.map { fields(of: $0, language) },
        "hasNotes": !notes.isEmpty,
        "notes": notes.map { fields(of: $0, language) },
        "steps": texts.steps(receipt).map(printable),
        "hasEvidence": !receipt.evidence.isEmpty,
        "evidence": receipt.evidence.map { fields(of: $0, language.common) },
        "footer": texts.footer,
    ])
}

extension Receipt {
    /// Whether it was dropped as an archive, and so comes back as one.
    var isOfArchive: Bool {
        let name = bundle.lowercased()
        return [".zip", ".tar", ".tar.gz", ".tgz"].contains(where: name.hasSuffix)
    }
}

/// Why a bundle came back in which nothing is to be mended.
enum Hindrance: Sendable {
    case earned, underReview
}

extension Receipt {
    /// Something is to be mended, and it can't be taken before an earlier one is decided.
    var mustWait: Bool { hindrance == nil && state == .returned && findings.contains { $0.isA(.submissionOpen) } }

    /// Nil where something in the bundle is to be mended.
    var hindrance: Hindrance? {
        guard state == .returned else { return nil }
        let codes = findings.filter { $0.severity == .error }.map { FindingCode(word: $0.code) }
        return switch codes {
        case [.submissionAlreadyEarned]: .earned
        case [.submissionOpen]: .underReview
        default: nil
        }
    }
}

private func tone(_ state: Receipt.State) -> String {
    switch state {
    case .accepted: "good"
    case .returned: "bad"
    case .duplicate, .incomplete: "warn"
    }
}

private func facts(of receipt: Receipt, _ language: Language) -> [Fields] {
    let labels = language.receipt.labels
    let rubric = receipt.rubric.map { id in
        let name = [id, receipt.version].compactMap { $0 }.joined(separator: " ")
        return receipt.rubricTitle.map { "\($0) (\(name))" } ?? name
    }
    let facts: [(String, String?)] = [
        (labels.bundle, receipt.bundle),
        (labels.submission, receipt.submission),
        (labels.firstBundle, receipt.firstBundle),
        (labels.educator, receipt.educator.flatMap(name)),
        (labels.rubric, rubric),
        (labels.attempt, receipt.attempt.map(String.init)),
        (labels.carried, receipt.carried.isEmpty ? nil : receipt.carried.joined(separator: ", ")),
        (labels.time, language.common.time(receipt.at)),
    ]
    return facts.compactMap { name, value in value.map { ["label": name, "value": printable($0)] } }
}

/// Nil where the educator's line was left empty.
private func name(_ educator: Submission.Educator) -> String? {
    let id = educator.id.isEmpty ? "" : "(\(educator.id))"
    let person = [educator.name, id].filter { !$0.isEmpty }.joined(separator: " ")
    let parts = [person, educator.school].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
}

private func fields(of finding: Finding, _ language: Language) -> Fields {
    let texts = language.common
    let code = FindingCode(word: finding.code)
    var fields: Fields = ["code": finding.code]
    if let code, let name = texts.findingNames[code] { fields["name"] = name }
    if let place = texts.place(finding) { fields["place"] = printable(place) }
    fields["message"] = said(finding.message, code, texts, isTheirs: code == .rule)
    if !finding.remedy.isEmpty { fields["remedy"] = said(finding.remedy, code, texts) }
    return fields
}

/// A finding's sentences in the page's language where there is a translation. What a rubric's own rule says is in
/// whatever language its author wrote.
private func said(_ text: String, _ code: FindingCode?, _ texts: CommonTexts, isTheirs: Bool = false) -> Fields {
    let translation = code.flatMap { code in
        isTheirs ? nil : texts.phrasebook?.translation(of: text, by: code)
    }
    return [
        "text": lines(of: translation ?? text).joined(separator: " "),
        "isEnglish": texts.phrasebook != nil && translation == nil && !isTheirs,
        "isTheirs": texts.phrasebook != nil && isTheirs,
    ]
}

private func fields(of item: RecordedEvidence, _ texts: CommonTexts) -> Fields {
    let measured = [
        item.form == .file ? Words.size(item.bytes) : nil, item.words.map(texts.words), item.duration.map(Words.length),
        item.release.map(texts.release),
    ]
    return [
        "ref": item.ref, "kind": printable(item.kind),
        "name": printable(texts.name(of: item)),
        "measured": printable(measured.compactMap { $0 }.joined(separator: ", ")),
    ]
}
