import Assessment

/// How the points of a decision add up, a line for each criterion; nil where points don't decide.
func pointsTable(_ record: Record, _ rubric: Rubric, _ texts: FeedbackTexts) -> Fields? {
    guard case .points(let minimum, let each) = rubric.award, let total = record.policy.total else { return nil }
    var fields: Fields = [
        "rows": record.criteria.map { result -> Fields in
            let weight = rubric.criterion(result.id)?.weight ?? Thousandths(whole: 1)
            let product = result.points.map { Thousandths(value: weight.value * $0).text }
            return [
                "id": printable(result.id), "name": printable(result.title),
                "level": printable(result.label ?? result.level ?? texts.noLevel),
                "points": result.points.map(String.init) ?? "–", "weight": weight.text, "product": product ?? "–",
            ]
        },
        "total": total, "minimum": minimum.text,
    ]
    if let each { fields["each"] = "\(each)" }
    return fields
}
