import Assessment
import Markup

/// A rubric's parts and criteria, held against its scales and kinds of evidence.
/// More than anybody could judge, and few enough that sums of points never run over.
let mostCriteria = 500

/// Kinds of evidence in a word that may hold commas.
func kindsMeant(_ word: String) -> [String] { word.split { ",;".contains($0) }.map(String.init) }

extension Notes {
    mutating func parts(_ root: Element, of rubric: Rubric) -> [Part] {
        let elements = root.children("part")
        judgeUnique(elements, noun: "part")
        judgeUnique(elements.flatMap { $0.children("criterion") }, noun: "criterion")
        let parts = elements.map { element in
            Part(
                id: id("id", of: element), title: name("title", of: element),
                criteria: element.children("criterion").map { criterion($0, of: rubric) })
        }
        if parts.allSatisfy(\.criteria.isEmpty) {
            add(
                .rubricNoCriteria, at: root.place, "The rubric has no criterion, so there is nothing to judge.",
                remedy: "Write at least one <criterion> in a <part>.")
        }
        if parts.reduce(0, { $0 + $1.criteria.count }) > mostCriteria {
            add(
                .rubricTooManyCriteria, at: root.place, "The rubric has more than \(mostCriteria) criteria.",
                remedy: "Make several rubrics of it.")
        }
        if rubric.evidence.isEmpty {
            add(
                .rubricNoEvidence, at: root.child("intake")?.place ?? root.place,
                "The rubric asks for no evidence, so that reviewers have nothing to look at.",
                remedy: "Write an <evidence> in <intake> for each kind of evidence.")
        }
        return parts
    }

    private mutating func criterion(_ element: Element, of rubric: Rubric) -> Criterion {
        let scaleId = id("scale", of: element)
        let scale = rubric.scales.first { $0.id == scaleId }
        var criterion = Criterion(
            id: id("id", of: element), scale: scaleId, evidence: element.list("evidence"),
            isRequired: flag("required", of: element, default: true), title: words("title", in: element))
        if scale == nil, !scaleId.isEmpty {
            let known = listed(rubric.scales.map(\.id))
            add(
                .scaleUnknown, at: element.place(of: "scale"), "There is no scale \(quoted(scaleId)).",
                remedy: known.isEmpty
                    ? "Write a <scale> with this id before the parts." : "Write one of the rubric's scales: \(known).")
        }
        if let weight = decimal("weight", of: element) { criterion.weight = weight }
        judgeEvidence(of: criterion, element, rubric)
        criterion.descriptors = descriptors(element, on: scale)
        return criterion
    }

    private mutating func judgeEvidence(of criterion: Criterion, _ element: Element, _ rubric: Rubric) {
        let rules = criterion.evidence.compactMap { rubric.evidenceRule($0) }
        var told: Set<String> = []
        for kind in criterion.evidence where rubric.evidenceRule(kind) == nil {
            guard told.insert(kind).inserted else { continue }
            if kind.contains(where: { ",;".contains($0) }) {
                let kinds = criterion.evidence.flatMap(kindsMeant)
                add(
                    .evidenceUnknownKind, at: element.place(of: "evidence"),
                    "\(quoted(element.trimmed("evidence") ?? "")) can't be read as kinds of evidence.",
                    remedy: "Write the kinds with spaces between them, without commas: "
                        + "evidence=\"\(printable(kinds.joined(separator: " ")))\".")
                break
            }
            let known = listed(rubric.evidence.map(\.kind))
            add(
                .evidenceUnknownKind, at: element.place(of: "evidence"),
                "The rubric asks for no evidence of the kind \(quoted(kind)).",
                remedy: known.isEmpty
                    ? "Write an <evidence kind=\"…\"> in <intake>." : "Write kinds that it asks for: \(known).")
        }
        if criterion.isRequired, !rules.isEmpty, rules.count == criterion.evidence.count,
            rules.allSatisfy({ $0.min == 0 })
        {
            add(
                .criterionNoEvidence, at: element.place(of: "evidence"),
                "The required criterion \(quoted(criterion.id)) is judged only on evidence that may be left out.",
                remedy: "Ask for at least 1 of its kinds, or write required=\"false\".")
        }
    }

    private mutating func descriptors(_ criterion: Element, on scale: Scale?) -> [Criterion.Descriptor] {
        let elements = criterion.children("at")
        judgeUnique(
            elements, by: "level", noun: "descriptor of", remedy: "Write one <at> for each level of the scale.")
        for element in elements {
            let level = id("level", of: element)
            guard let scale, !level.isEmpty, scale.level(level) == nil else { continue }
            let known = listed(scale.levels.map(\.id))
            add(
                .levelUnknown, at: element.place(of: "level"),
                "\(quoted(level)) is no level of the scale \(quoted(scale.id)).", remedy: "Write one of \(known).")
        }
        if elements.isEmpty {
            add(
                .criterionNoDescriptors, at: criterion.place,
                "The criterion \(quoted(criterion.trimmed("id") ?? "")) doesn't say what its levels look like.",
                remedy: "Write an <at level=\"…\"> for each level, so that reviewers judge alike.")
        }
        let described = Set(elements.compactMap { $0.trimmed("level") })
        let missing = (scale?.levels ?? []).map(\.id).filter { !$0.isEmpty && !described.contains($0) }
        // A mistyped level is told by itself.
        if !elements.isEmpty, !missing.isEmpty, described.allSatisfy({ scale?.level($0) != nil }) {
            add(
                .criterionNoDescriptors, at: criterion.place,
                "The criterion \(quoted(criterion.trimmed("id") ?? "")) doesn't say what it looks like at "
                    + "\(listed(missing)).",
                remedy: "Write an <at level=\"…\"> for each level, so that reviewers judge alike.")
        }
        return elements.map { Criterion.Descriptor(level: $0.trimmed("level") ?? "", text: $0.words) }
    }
}
