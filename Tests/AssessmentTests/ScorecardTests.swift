import Assessment
import Testing

@Suite struct ScorecardTests {
    @Test func `one reader decides alone`() {
        let verdict = Scorecard(rubric: rubric(reviewers: 1), readings: [marks("high", "low")]).verdict()
        #expect(verdict.levels == ["high", "low"])
        #expect(verdict.outcome == .notYetEarned)
    }

    @Test func `under meets a difference of level alone is agreement, and the lower one is final`() {
        let verdict = Scorecard(rubric: rubric(), readings: [marks("high", "fair"), marks("fair", "fair")]).verdict()
        #expect(verdict.levels == ["fair", "fair"])
        #expect(verdict.outcome == .earned)
    }

    @Test func `under meets a difference on meeting goes to a lead, for that criterion only`() {
        let verdict = Scorecard(rubric: rubric(), readings: [marks("high", "fair"), marks("high", "low")]).verdict()
        #expect(verdict.disputed == ["2"])
    }

    @Test func `under level any difference goes to a lead`() {
        let card = Scorecard(rubric: rubric(agree: .level), readings: [marks("high", "fair"), marks("fair", "fair")])
        #expect(card.verdict().disputed == ["1"])
    }

    @Test func `under outcome readers may differ as long as they agree on the outcome`() {
        let same = Scorecard(
            rubric: rubric(agree: .outcome), readings: [marks("low", "fair"), marks("none", "fair")])
        #expect(same.verdict().outcome == .notYetEarned)
        let other = Scorecard(
            rubric: rubric(agree: .outcome), readings: [marks("low", "high"), marks("fair", "fair")])
        #expect(other.verdict().disputed == ["1", "2"])
    }

    @Test func `the lead's mark joins the median`() {
        var card = Scorecard(rubric: rubric(), readings: [marks("high", "fair"), marks("high", "low")])
        card.adjudication = [Mark(criterion: "2", level: "high")]
        #expect(card.verdict().levels == ["high", "fair"])
        card.adjudication = [Mark(criterion: "2", level: "none")]
        #expect(card.verdict().levels == ["high", "low"])
        guard case .decided(let finals, _, _) = card.verdict() else {
            Issue.record("not decided")
            return
        }
        #expect(finals.map(\.how) == [.agreed, .adjudicated])
    }

    @Test func `an optional criterion that a lead was asked about and left blank wasn't agreed`() {
        let optional = rubric(optional: ["2"])
        var card = Scorecard(rubric: optional, readings: [marks("high", "fair"), marks("high", "low")])
        #expect(card.verdict().disputed == ["2"])
        card.adjudication = []
        guard case .decided(let finals, let outcome, _) = card.verdict() else {
            Issue.record("not decided")
            return
        }
        #expect(finals.map(\.how) == [.agreed, .adjudicated])
        #expect(card.verdict().levels == ["high", "low"] && outcome == .earned)
    }

    @Test func `of four marks the lower middle one is final`() {
        var card = Scorecard(
            rubric: rubric(criteria: 1, reviewers: 3), readings: [marks("high"), marks("low"), marks("fair")])
        #expect(card.verdict().disputed == ["1"])
        card.adjudication = [Mark(criterion: "1", level: "high")]
        // high, high, fair, low: the lower of the two in the middle.
        #expect(card.verdict().levels == ["fair"])
    }

    @Test func `medians that contradict an outcome on which all agree are a difference`() {
        let award = Award.points(minimum: Thousandths(whole: 5), each: nil)
        // Each reader sees five points, the medians have four.
        let card = Scorecard(
            rubric: rubric(award: award, agree: .outcome), readings: [marks("high", "fair"), marks("fair", "high")])
        #expect(card.verdict().disputed == ["1", "2"])
    }

    @Test func `points are weighted, and each required criterion has its least`() {
        let award = Award.points(minimum: Thousandths("4.5") ?? Thousandths(whole: 0), each: 1)
        let weighted = rubric(award: award, reviewers: 1, weights: ["1": "1.5"])
        let earned = Scorecard(rubric: weighted, readings: [marks("high", "low")]).verdict()
        #expect(earned.total == "5.5")
        #expect(earned.outcome == .earned)
        #expect(Scorecard(rubric: weighted, readings: [marks("high", "none")]).verdict().outcome == .notYetEarned)
    }

    @Test func `a blank optional criterion counts nothing and is no difference`() {
        let optional = rubric(optional: ["2"], agree: .level)
        let verdict = Scorecard(rubric: optional, readings: [marks("high", ""), marks("high", "fair")]).verdict()
        #expect(verdict.levels == ["high", "fair"])
        #expect(
            Scorecard(rubric: optional, readings: [marks("high"), marks("high")]).verdict().levels == ["high", "-"])
        #expect(Scorecard(rubric: optional, readings: [marks("high"), marks("high")]).verdict().outcome == .earned)
    }

    @Test func `carried levels stand, and only the rest is asked`() {
        let card = Scorecard(
            rubric: rubric(), carried: ["1": "fair"], readings: [marks("", "high"), marks("", "high")])
        #expect(card.criteriaToRead.map(\.id) == ["2"])
        #expect(card.verdict().levels == ["fair", "high"])
        #expect(card.verdict().outcome == .earned)
    }
}
