import Assessment
import Testing

@Suite struct RoutingTests {
    private func reviewer(
        _ id: String, school: String? = "other", role: Reviewer.Role = .assessor, capacity: Int = 10,
        email: String? = nil, qualified: [Reviewer.Qualification] = [.rubric("r")],
        conflicts: [Reviewer.Conflict] = [], away: [DateSpan] = []
    ) -> Reviewer {
        Reviewer(
            id: id, name: id, email: email ?? "\(id)@x.example", school: school, role: role, capacity: capacity,
            qualifications: qualified, conflicts: conflicts, away: away)
    }

    private func routing(
        _ roster: [Reviewer], open: [String: Int] = [:], onIt: Set<String> = [], preferred: Set<String> = []
    ) -> Routing {
        Routing(
            rubric: rubric(tags: ["formative"]),
            educator: .init(id: "E1", name: "N", email: "teacher@x.example", school: "lincoln"), roster: roster,
            today: CivilDate(year: 2026, month: 11, day: 2), open: open, onIt: onIt, preferred: preferred)
    }

    private let span = DateSpan(
        from: CivilDate(year: 2026, month: 11, day: 1), to: CivilDate(year: 2026, month: 11, day: 2))

    @Test func `each hard rule excludes, and says its name`() {
        let roster = [
            reviewer("a", qualified: [.tag("other")]), reviewer("b", away: [span]), reviewer("e1"),
            reviewer("d", email: " Teacher@X.example "), reviewer("f", school: "lincoln"),
            reviewer("g", conflicts: [.educator("E1")]), reviewer("h", conflicts: [.school("lincoln")]),
            reviewer("i"), reviewer("j", capacity: 2), reviewer("k", capacity: 0),
        ]
        let bars = routing(roster, open: ["j": 2], onIt: ["i"]).judged(for: .reader).map { $0.bar?.rawValue }
        #expect(
            bars == [
                "not-qualified", "away", "is-submitter", "is-submitter", "same-school", "declared-conflict",
                "declared-conflict", "already-on-it", "at-capacity", "at-capacity",
            ])
    }

    @Test func `an undeclared school keeps away who has one, or a conflict with one, from what is new`() {
        var routing = routing([
            reviewer("a"), reviewer("b", school: nil, conflicts: [.school("washington")]),
            reviewer("c", school: nil, conflicts: [.educator("E2")]),
        ])
        routing.isSchoolKnown = false
        #expect(routing.judged(for: .reader).map(\.bar) == [.unknownSchool, .unknownSchool, nil])
        #expect(routing.roster.map(routing.standingBar) == [nil, nil, nil])
    }

    @Test func `a tag qualifies as well as the rubric's id`() {
        #expect(routing([reviewer("a", qualified: [.tag("formative")])]).choice(for: .reader)?.id == "a")
    }

    @Test func `the least loaded for her capacity is chosen, ties by id`() {
        let roster = [reviewer("c", capacity: 4), reviewer("b", capacity: 10), reviewer("a", capacity: 2)]
        #expect(routing(roster).choice(for: .reader)?.id == "a")
        #expect(routing(roster, open: ["a": 1, "b": 4, "c": 1]).choice(for: .reader)?.id == "c")
    }

    @Test func `a lead reads first only where no assessor may`() {
        let roster = [reviewer("lead", role: .lead), reviewer("z")]
        #expect(routing(roster, open: ["z": 9]).choice(for: .reader)?.id == "z")
        #expect(routing(roster, open: ["z": 10]).choice(for: .reader)?.id == "lead")
    }

    @Test func `only a lead who is not on it adjudicates`() {
        let roster = [reviewer("lead", role: .lead), reviewer("z")]
        #expect(routing(roster).choice(for: .adjudicator)?.id == "lead")
        #expect(routing(roster, onIt: ["lead"]).choice(for: .adjudicator) == nil)
        #expect(routing(roster, onIt: ["LEAD"]).choice(for: .adjudicator) == nil)
    }

    @Test func `who read the attempt before reads again, loads aside`() {
        let roster = [reviewer("a"), reviewer("b")]
        #expect(routing(roster, open: ["b": 5], preferred: ["b"]).choice(for: .reader)?.id == "b")
        #expect(routing(roster, open: ["b": 10], preferred: ["b"]).choice(for: .reader)?.id == "a")
    }
}
