/// The public standard of one micro-credential: what evidence it asks for, how it is judged, and what earns it.
package struct Rubric: Hashable, Sendable {
    package enum Status: String, Sendable { case draft, active, retired }
    package enum AlignmentKind: String, Sendable {
        case standard, schoolGoal = "school-goal", evaluation, competency
    }
    package struct Credit: Hashable, Sendable {
        package var hours: Thousandths
        package var type: String
        package init(hours: Thousandths, type: String) { (self.hours, self.type) = (hours, type) }
    }
    package struct Alignment: Hashable, Sendable {
        package var kind: AlignmentKind
        package var framework: String?
        package var code: String?
        package var href: String?
        package var label: String
        package init(kind: AlignmentKind, framework: String?, code: String?, href: String?, label: String) {
            (self.kind, self.framework, self.code, self.href, self.label) = (kind, framework, code, href, label)
        }
    }
    package struct Resource: Hashable, Sendable {
        package var href: String
        package var label: String
        package init(href: String, label: String) { (self.href, self.label) = (href, label) }
    }

    package var id: String
    package var version: String
    package var status: Status
    package var title: String
    package var competency: String
    package var method: String?
    package var credits: [Credit] = []
    package var validFor: Period?
    package var tags: [String] = []
    package var alignments: [Alignment] = []
    package var prerequisites: [String] = []
    package var resources: [Resource] = []
    package var evidence: [EvidenceRule]
    package var rules: [IntakeRule]
    package var scales: [Scale]
    package var parts: [Part]
    package var award: Award
    package var review: ReviewRule
    package var resubmit: ResubmitRule

    package init(
        id: String, version: String, status: Status, title: String, competency: String, method: String? = nil,
        evidence: [EvidenceRule] = [], rules: [IntakeRule] = [], scales: [Scale], parts: [Part],
        award: Award = .allMeet,
        review: ReviewRule = ReviewRule(), resubmit: ResubmitRule = ResubmitRule()
    ) {
        (self.id, self.version, self.status, self.title, self.competency) = (id, version, status, title, competency)
        (self.method, self.evidence, self.rules, self.scales) = (method, evidence, rules, scales)
        (self.parts, self.award, self.review, self.resubmit) = (parts, award, review, resubmit)
    }

    package var criteria: [Criterion] { parts.flatMap(\.criteria) }

    package func criterion(_ id: String) -> Criterion? { criteria.first { $0.id == id } }

    /// The scale of a criterion; the documents' check has seen that it exists.
    package func scale(of criterion: Criterion) -> Scale {
        scales.first { $0.id == criterion.scale } ?? Scale(id: criterion.scale, levels: [])
    }

    package func evidenceRule(_ kind: String) -> EvidenceRule? { evidence.first { $0.kind == kind } }
}

/// One level of a scale, best first; points fall strictly.
package struct Level: Hashable, Sendable {
    package var id: String
    package var points: Int
    package var meets: Bool
    package var label: String
    package init(id: String, points: Int, meets: Bool, label: String) {
        (self.id, self.points, self.meets, self.label) = (id, points, meets, label)
    }
}

package struct Scale: Hashable, Sendable {
    package var id: String
    package var levels: [Level]
    package init(id: String, levels: [Level]) { (self.id, self.levels) = (id, levels) }

    package func level(_ id: String) -> Level? { levels.first { $0.id == id } }

    /// The level that a reviewer wrote: its id, its label or both as they are shown; letter case, white space, quotation marks around it and
    /// a full stop after it don't matter.
    package func level(written text: String) -> Level? {
        func named(_ wanted: String) -> Level? {
            levels.first { spelled($0.id) == wanted } ?? levels.first { spelled($0.label) == wanted }
                ?? levels.first { $0.shownNames.contains(wanted) }
        }
        let plain = spelled(text)
        return named(plain) ?? named(spelled(bared(plain)))
    }
}

extension Level {
    /// The name as forms and pages show it, copied with what it counts for.
    fileprivate var shownNames: [String] {
        [meetingWord, "\(meetingWord); \(points) points", "\(meetingWord); \(points) point"].flatMap { standing in
            ["\(label); \(standing)", "\(label) (\(standing))", "\(id) (\(label); \(standing))"].map(spelled)
        } + [spelled("\(id) (\(label))")]
    }
}

/// In lower case and with single spaces.
private func spelled(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Without quotation marks around it, and without the full stop that ends a sentence.
private func bared(_ text: String) -> String {
    let marks: Set<Character> = ["\"", "'", "“", "”", "„", "‘", "’", "«", "»"]
    var rest = text[...]
    while let last = rest.last, last == "." || last == " " || marks.contains(last) { rest.removeLast() }
    while let first = rest.first, first == " " || marks.contains(first) { rest.removeFirst() }
    return String(rest)
}

package struct Part: Hashable, Sendable {
    package var id: String
    package var title: String
    package var criteria: [Criterion]
    package init(id: String, title: String, criteria: [Criterion]) {
        (self.id, self.title, self.criteria) = (id, title, criteria)
    }
}

/// One thing that reviewers judge.
package struct Criterion: Hashable, Sendable {
    package struct Descriptor: Hashable, Sendable {
        package var level: String
        package var text: String
        package init(level: String, text: String) { (self.level, self.text) = (level, text) }
    }
    package var id: String
    package var scale: String
    /// Kinds of evidence that it is judged on; empty means all.
    package var evidence: [String]
    package var isRequired: Bool
    package var weight: Thousandths
    package var title: String
    package var descriptors: [Descriptor]
    package init(
        id: String, scale: String, evidence: [String] = [], isRequired: Bool = true,
        weight: Thousandths = Thousandths(whole: 1), title: String, descriptors: [Descriptor] = []
    ) {
        (self.id, self.scale, self.evidence, self.isRequired) = (id, scale, evidence, isRequired)
        (self.weight, self.title, self.descriptors) = (weight, title, descriptors)
    }
}

extension String {
    /// Without the white space around it.
    package var trimmed: String {
        // A character that is ASCII at its outer end, and prints, is none that is trimmed.
        if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last { return self }
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
