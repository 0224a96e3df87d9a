/// All marks that one submission has, and what follows from them by its rubric.
package struct Scorecard: Sendable {
    package var rubric: Rubric
    /// Levels kept from the attempt before, by criterion.
    package var carried: [String: String]
    /// Each reader's marks, in the order of assignment.
    package var readings: [[Mark]]
    package var adjudication: [Mark]?

    package init(rubric: Rubric, carried: [String: String] = [:], readings: [[Mark]], adjudication: [Mark]? = nil) {
        (self.rubric, self.carried, self.readings, self.adjudication) = (rubric, carried, readings, adjudication)
    }

    /// A criterion's final level; nil where an optional criterion was left blank by all.
    package struct Final: Hashable, Sendable {
        package var criterion: String
        package var level: Level?
        package var how: Basis
    }

    package enum Verdict: Hashable, Sendable {
        /// A lead has to read these criteria.
        case disputed([String])
        case decided(finals: [Final], outcome: Outcome, total: Thousandths?)
    }

    /// What a reader is asked: everything that wasn't carried.
    package var criteriaToRead: [Criterion] { rubric.criteria.filter { carried[$0.id] == nil } }

    /// The verdict as soon as every reader has read.
    package func verdict() -> Verdict {
        let disputed = readings.count > 1 ? disputedCriteria() : []
        if adjudication == nil, !disputed.isEmpty { return .disputed(disputed) }
        let finals = finalLevels(disputed: disputed)
        return .decided(finals: finals, outcome: outcome(of: finals), total: total(of: finals))
    }

    // MARK: Differences

    /// By the readers' marks alone, whatever a lead says.
    private func disputedCriteria() -> [String] {
        let outcomes = Set(readings.map(ownOutcome(of:)))
        let differing =
            switch rubric.review.agree {
            case .meets: criteriaToRead.filter { Set(levels(for: $0).map(\.meets)).count > 1 }
            case .level: criteriaToRead.filter { Set(levels(for: $0).map(\.id)).count > 1 }
            case .outcome: outcomes.count > 1 ? criteriaThatDiffer : []
            }
        if !differing.isEmpty { return differing.map(\.id) }
        // The readers agree on an outcome, and the medians of their marks contradict it.
        var readers = self
        readers.adjudication = nil
        let medians = readers.finalLevels(disputed: [])
        if outcomes.count == 1, outcomes.first != outcome(of: medians) { return criteriaThatDiffer.map(\.id) }
        return []
    }

    private var criteriaThatDiffer: [Criterion] {
        criteriaToRead.filter { criterion in
            Set(readings.map { level(in: $0, for: criterion)?.id }).count > 1
        }
    }

    private func ownOutcome(of reading: [Mark]) -> Outcome {
        outcome(
            of: rubric.criteria.map { criterion in
                if let kept = keptLevel(of: criterion) { return kept }
                return Final(criterion: criterion.id, level: level(in: reading, for: criterion), how: .agreed)
            })
    }

    // MARK: Final levels

    /// The lower median of all marks of a criterion, the lead's included. Also where a lead was asked and left an
    /// optional one blank, it wasn't agreed.
    private func finalLevels(disputed: [String]) -> [Final] {
        rubric.criteria.map { criterion in
            if let kept = keptLevel(of: criterion) { return kept }
            let leads = adjudication.flatMap { level(in: $0, for: criterion) }
            let marks = (levels(for: criterion) + [leads].compactMap { $0 }).sorted { $0.points < $1.points }
            let median = marks.isEmpty ? nil : marks[(marks.count - 1) / 2]
            let isAdjudicated = leads != nil || disputed.contains(criterion.id)
            return Final(criterion: criterion.id, level: median, how: isAdjudicated ? .adjudicated : .agreed)
        }
    }

    private func keptLevel(of criterion: Criterion) -> Final? {
        guard let id = carried[criterion.id], let level = rubric.scale(of: criterion).level(id) else { return nil }
        return Final(criterion: criterion.id, level: level, how: .carried)
    }

    private func levels(for criterion: Criterion) -> [Level] {
        readings.compactMap { level(in: $0, for: criterion) }
    }

    private func level(in marks: [Mark], for criterion: Criterion) -> Level? {
        marks.first { $0.criterion == criterion.id }.flatMap { rubric.scale(of: criterion).level($0.level) }
    }

    // MARK: Outcome

    private func outcome(of finals: [Final]) -> Outcome {
        let required = rubric.criteria.filter(\.isRequired)
        let levels = Dictionary(finals.map { ($0.criterion, $0.level) }, uniquingKeysWith: { first, _ in first })
        let isEarned =
            switch rubric.award {
            case .allMeet:
                required.allSatisfy { levels[$0.id]??.meets == true }
            case .points(let minimum, let each):
                (total(of: finals) ?? Thousandths(whole: 0)) >= minimum
                    && required.allSatisfy { criterion in
                        guard let points = levels[criterion.id]??.points else { return false }
                        return points >= each ?? .min
                    }
            }
        return isEarned ? .earned : .notYetEarned
    }

    /// The sum of weight × points; nil under `all-meet`.
    private func total(of finals: [Final]) -> Thousandths? {
        guard case .points = rubric.award else { return nil }
        let weights = Dictionary(
            rubric.criteria.map { ($0.id, $0.weight.value) }, uniquingKeysWith: { first, _ in first })
        return Thousandths(value: finals.reduce(0) { $0 + (weights[$1.criterion] ?? 0) * ($1.level?.points ?? 0) })
    }
}
