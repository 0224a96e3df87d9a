import Assessment

/// A rubric with criteria `1`, `2`, …, each on a scale of three levels, the best one meeting.
func rubric(
    criteria: Int = 2, optional: Set<String> = [], award: Award = .allMeet, reviewers: Int = 2,
    agree: ReviewRule.Agreement = .meets, weights: [String: String] = [:], tags: [String] = []
) -> Rubric {
    let scale = Scale(
        id: "s",
        levels: [
            Level(id: "high", points: 3, meets: true, label: "High"),
            Level(id: "fair", points: 2, meets: true, label: "Fair"),
            Level(id: "low", points: 1, meets: false, label: "Low"),
            Level(id: "none", points: 0, meets: false, label: "None"),
        ])
    let items = (1...criteria).map { number in
        Criterion(
            id: "\(number)", scale: "s", isRequired: !optional.contains("\(number)"),
            weight: weights["\(number)"].flatMap(Thousandths.init) ?? Thousandths(whole: 1),
            title: "Criterion \(number)")
    }
    var rubric = Rubric(
        id: "r", version: "1.0", status: .active, title: "R", competency: "C", scales: [scale],
        parts: [Part(id: "p", title: "P", criteria: items)], award: award,
        review: ReviewRule(reviewers: reviewers, agree: agree))
    rubric.tags = tags
    return rubric
}

/// Marks in the criteria's order; an empty word leaves a criterion blank.
func marks(_ levels: String...) -> [Mark] {
    levels.enumerated().compactMap { $0.element.isEmpty ? nil : Mark(criterion: "\($0.offset + 1)", level: $0.element) }
}

extension Scorecard.Verdict {
    var disputed: [String]? { if case .disputed(let criteria) = self { criteria } else { nil } }

    var outcome: Outcome? { if case .decided(_, let outcome, _) = self { outcome } else { nil } }

    var total: String? { if case .decided(_, _, let total) = self { total?.text } else { nil } }

    /// Final levels in the criteria's order, `-` for none.
    var levels: [String]? {
        if case .decided(let finals, _, _) = self { finals.map { $0.level?.id ?? "-" } } else { nil }
    }
}
