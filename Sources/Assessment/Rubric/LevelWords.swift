extension Level {
    /// Whether it meets a criterion, in a word.
    var meetingWord: String { meets ? "meets" : "doesn't meet" }
}

extension Rubric {
    /// What a level of a scale counts for, in words: color alone would not tell everybody, and a text has none.
    package func standing(of level: Level) -> String {
        guard case .points = award else { return level.meetingWord }
        return "\(level.meetingWord); \(level.points) point\(level.points == 1 ? "" : "s")"
    }

    /// How much a criterion's points count, where they count and do so more or less than once.
    package func weighing(of criterion: Criterion) -> String? {
        guard case .points = award, criterion.weight != Thousandths(whole: 1) else { return nil }
        return "Weight \(criterion.weight.text)."
    }
}
