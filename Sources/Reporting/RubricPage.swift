package import Assessment

private let page = Template(
    body: """
        <header>
        <h1>{{title}}</h1>
        <p class="quiet"><code>{{id}}</code> · {{version}}</p>
        <p>{{competency}}</p>
        </header>
        {{#hasFacts}}
        <dl>
        {{#facts}}
        <dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd>
        {{/facts}}
        </dl>
        {{/hasFacts}}
        {{#hasResources}}
        <section>
        <h2>{{t.learn}}</h2>
        <ul>
        {{#resources}}
        <li>{{#href}}<a href="{{href}}" rel="noreferrer noopener">{{name}}</a>{{/href}}{{^href}}{{name}}{{/href}}</li>
        {{/resources}}
        </ul>
        </section>
        {{/hasResources}}
        {{#hasIntake}}
        <section>
        <h2>{{t.intake}}</h2>
        <dl>
        {{#intake}}
        <dt>{{kind}}</dt><dd>{{name}}{{asked}}</dd>
        {{/intake}}
        </dl>
        {{#rules}}
        <p>{{introduction}}</p>
        <ul>
        {{#said}}
        <li>{{.}}</li>
        {{/said}}
        </ul>
        {{/rules}}
        </section>
        {{/hasIntake}}
        <section>
        <h2>{{t.criteria}}</h2>
        \(criteriaPart)
        </section>
        <section>
        <h2>{{t.award}}</h2>
        <p>{{award}}</p>
        </section>
        <section>
        <h2>{{t.review}}</h2>
        <ul>
        {{#review}}
        <li>{{.}}</li>
        {{/review}}
        </ul>
        </section>
        <section>
        <h2>{{t.again}}</h2>
        <p>{{again}}</p>
        </section>

        """)

let rubricLabels = Labels(of: StaffTexts.english.rubric)

/// A rubric as a reviewer, or an educator who plans for it, sees it.
package func rubricHTML(_ rubric: Rubric) -> String {
    let texts = StaffTexts.english
    let facts = facts(of: rubric, texts.rubric)
    return page.filled(with: [
        "lang": Language.english.code,
        "t": rubricLabels,
        "title": printable(rubric.title),
        "id": rubric.id,
        "version": texts.version(rubric.version, rubric.status.rawValue),
        "competency": lines(of: rubric.competency).joined(separator: " "),
        "hasFacts": !facts.isEmpty,
        "facts": facts,
        "hasResources": !rubric.resources.isEmpty,
        "resources": rubric.resources.map { resource -> Fields in
            var fields: Fields = ["name": printable(resource.label)]
            if isWebAddress(resource.href) { fields["href"] = resource.href }
            return fields
        },
        "hasIntake": !rubric.evidence.isEmpty,
        "intake": rubric.evidence.map { rule -> Fields in
            [
                "kind": rule.kind, "name": rule.title.map { printable($0) + ": " } ?? "",
                "asked": printable(RubricTexts.intake(rule)),
            ]
        },
        "rules": rules(of: rubric, texts.rubric),
        "parts": criteriaFields(rubric),
        "award": RubricTexts.award(rubric.award),
        "review": RubricTexts.review(rubric.review),
        "again": RubricTexts.again(rubric.resubmit),
        "footer": texts.rubricFooter,
    ])
}

private func facts(of rubric: Rubric, _ labels: StaffTexts.RubricLabels) -> [Fields] {
    let alignments = rubric.alignments.map { alignment in
        [alignment.framework, alignment.code, alignment.label].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }
    let facts: [(String, [String])] = [
        (labels.method, rubric.method.map { [lines(of: $0).joined(separator: " ")] } ?? []),
        (labels.credit, rubric.credits.map { "\($0.hours.text) \($0.type)" }),
        (labels.valid, rubric.validFor.map { [RubricTexts.length($0)] } ?? []),
        (labels.alignment, alignments),
        (labels.prerequisites, rubric.prerequisites),
    ]
    return facts.filter { !$0.1.isEmpty }.map { label, values in
        ["label": label, "value": printable(values.joined(separator: "; "))]
    }
}

/// What a rule says is said where it doesn't hold.
private func rules(of rubric: Rubric, _ labels: StaffTexts.RubricLabels) -> [Fields] {
    [(Finding.Severity.error, labels.refuses), (.warning, labels.warns)].compactMap { severity, introduction in
        let said = rubric.rules.filter { $0.severity == severity }.map { printable($0.asked) }
        return said.isEmpty ? nil : ["introduction": introduction, "said": said]
    }
}

/// Only such an address is made a link; anything else is text.
func isWebAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    return (lower.hasPrefix("https://") || lower.hasPrefix("http://"))
        && !text.unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F }
}
