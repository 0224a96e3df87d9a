package import Assessment

/// The criteria of a rubric with their levels, as every page shows them; its headings begin with the third rank.
let criteriaPart = """
    {{#parts}}
    <h3>{{part}}</h3>
    {{#criteria}}
    <article id="c-{{id}}">
    <h4>{{id}} <bdi>{{asked}}</bdi></h4>
    <p class="quiet">{{need}} {{#weight}}{{weight}} {{/weight}}{{t.on}} {{#all}}{{t.onAll}}{{/all}}{{#kinds}}<bdi>{{.}}</bdi>{{/kinds}}\
    {{#none}}{{t.onNone}}{{/none}}\
    {{#items}}<a href="#{{ref}}">{{ref}} {{kind}}</a> {{/items}}</p>
    <dl class="levels">
    {{#levels}}
    <dt class="level {{tone}}">{{label}} ({{standing}})</dt><dd>{{seen}}</dd>
    {{/levels}}
    </dl>
    </article>
    {{/criteria}}
    {{/parts}}

    """

private let part = Template(part: criteriaPart)

/// The criteria as they stand in `read.html`: all that a page says of its rubric but the competency, and the same for
/// every submission with the same items.
package func criteriaHTML(_ rubric: Rubric, only wanted: [String], items: [RecordedEvidence]) -> String {
    part.filled(with: [
        "t": rubricLabels, "parts": criteriaFields(rubric, only: Set(wanted), items: items),
    ])
}

/// The fields of `criteriaPart`: of these criteria alone, with links to the items that each is judged on, or with the
/// names of their kinds where there are no items.
func criteriaFields(_ rubric: Rubric, only wanted: Set<String>? = nil, items: [RecordedEvidence]? = nil) -> [Fields] {
    let texts = StaffTexts.english.rubric
    return rubric.parts.compactMap { part -> Fields? in
        let criteria = part.criteria.filter { wanted?.contains($0.id) ?? true }
        if criteria.isEmpty { return nil }
        return [
            "part": printable(part.title),
            "criteria": criteria.map { criterion -> Fields in
                let judged = items?.filter { criterion.evidence.isEmpty || criterion.evidence.contains($0.kind) }
                var fields: Fields = [
                    "id": criterion.id,
                    "asked": printable(criterion.title),
                    "need": criterion.isRequired ? texts.required : texts.optional,
                    "all": items == nil && criterion.evidence.isEmpty,
                    "kinds": items == nil && !criterion.evidence.isEmpty
                        ? [criterion.evidence.joined(separator: ", ")] : [],
                    "none": judged?.isEmpty == true,
                    "items": (judged ?? []).map { ["ref": $0.ref, "kind": $0.kind] as Fields },
                    "levels": rubric.scale(of: criterion).levels.map { level -> Fields in
                        let found = criterion.descriptors.first { $0.level == level.id }
                        return [
                            "label": printable(level.label), "tone": level.meets ? "good" : "warn",
                            "standing": rubric.standing(of: level),
                            "seen": found.map { lines(of: $0.text).joined(separator: " ") } ?? texts.noDescriptor,
                        ]
                    },
                ]
                if let weight = rubric.weighing(of: criterion) { fields["weight"] = weight }
                return fields
            },
        ]
    }
}
