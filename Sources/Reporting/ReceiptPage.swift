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
        {{#hasFaults}}
        <section>
        <h2>{{faultsHeading}}</h2>
        <ol>
        {{#faults}}
        <li>{{#place}}<strong>{{place}}:</strong> {{/place}}{{message}}
        {{#remedy}}<br><strong>What to do:</strong> {{remedy}}{{/remedy}}
        <br><span class="quiet"><code>{{code}}</code></span></li>
        {{/faults}}
        </ol>
        </section>
        {{/hasFaults}}
        {{#hasNotes}}
        <section>
        <h2>{{notesHeading}}</h2>
        <ul>
        {{#notes}}
        <li>{{#place}}<strong>{{place}}:</strong> {{/place}}{{message}}
        {{#remedy}}<br><strong>What you can do:</strong> {{remedy}}{{/remedy}}
        <br><span class="quiet"><code>{{code}}</code></span></li>
        {{/notes}}
        </ul>
        </section>
        {{/hasNotes}}
        <section>
        <h2>What happens next</h2>
        <ol>
        {{#steps}}
        <li>{{.}}</li>
        {{/steps}}
        </ol>
        </section>
        {{#hasEvidence}}
        <section>
        <h2>Evidence received</h2>
        <table>
        <thead><tr><th scope="col">Item</th><th scope="col">Kind</th><th scope="col">What</th>\
        <th scope="col">Measured</th></tr></thead>
        <tbody>
        {{#evidence}}
        <tr><th scope="row">{{ref}}</th><td>{{kind}}</td><td><bdi>{{name}}</bdi></td><td>{{measured}}</td></tr>
        {{/evidence}}
        </tbody>
        </table>
        </section>
        {{/hasEvidence}}

        """)

/// The page for the secretary that lies beside `receipt.xml`: what became of a drop, why, and what to do.
package func receiptHTML(_ receipt: Receipt) -> String {
    let faults = receipt.findings.filter { $0.severity == .error }
    let notes = receipt.findings.filter { $0.severity == .warning }
    return page.filled(with: [
        "title": printable(ReceiptWords.title(receipt)),
        "tone": ReceiptWords.tone(receipt.state),
        "heading": ReceiptWords.heading(receipt.state),
        "opening": ReceiptWords.opening(receipt).map(printable),
        "facts": facts(of: receipt),
        "hasFaults": !faults.isEmpty,
        "faultsHeading": ReceiptWords.faultsHeading(receipt.state, count: faults.count),
        "faults": faults.map(fields),
        "hasNotes": !notes.isEmpty,
        "notesHeading": ReceiptWords.notesHeading,
        "notes": notes.map(fields),
        "steps": ReceiptWords.steps(receipt).map(printable),
        "hasEvidence": !receipt.evidence.isEmpty,
        "evidence": receipt.evidence.map(fields),
        "footer": ReceiptWords.footer,
    ])
}

private func facts(of receipt: Receipt) -> [Fields] {
    let rubric = receipt.rubric.map { id in
        let name = [id, receipt.version].compactMap { $0 }.joined(separator: " ")
        return receipt.rubricTitle.map { "\($0) (\(name))" } ?? name
    }
    let facts: [(String, String?)] = [
        ("Dropped as", receipt.bundle),
        ("Submission", receipt.submission),
        ("First dropped as", receipt.firstBundle),
        ("Educator", receipt.educator.map { "\($0.name) (\($0.id)), \($0.school)" }),
        ("Rubric", rubric),
        ("Attempt", receipt.attempt.map(String.init)),
        ("Kept from the attempt before", receipt.carried.isEmpty ? nil : receipt.carried.joined(separator: ", ")),
        ("Time", Words.time(receipt.at)),
    ]
    return facts.compactMap { name, value in value.map { ["name": name, "value": printable($0)] } }
}

private func fields(of finding: Finding) -> Fields {
    var fields: Fields = ["code": finding.code, "message": lines(of: finding.message).joined(separator: " ")]
    if let place = Words.place(finding) { fields["place"] = printable(place) }
    if !finding.remedy.isEmpty { fields["remedy"] = lines(of: finding.remedy).joined(separator: " ") }
    return fields
}

private func fields(of item: RecordedEvidence) -> Fields {
    let measured = [
        item.form == .file ? Words.size(item.bytes) : nil, item.words.map(Words.words), item.duration.map(Words.length),
        item.release.map { "release \($0)" },
    ]
    return [
        "ref": item.ref, "kind": printable(item.kind),
        "name": printable(Words.name(of: item)),
        "measured": printable(measured.compactMap { $0 }.joined(separator: ", ")),
    ]
}
