import Support
import Testing

/// Who reads, who may not, and what happens when nobody may.
@Suite(.scratch) struct RoutingTests {
    /// Why somebody may not read E1042's submission under the rubric `checking`.
    private static let barred: [(String, Person)] = [
        ("not qualified", Person("r-a", qualified: "rubric=\"juggling\"")),
        ("no qualification at all", Person("r-a", qualified: "")),
        ("away today", Person("r-a", away: "from=\"2026-11-02\" to=\"2026-11-02\"")),
        ("on the last day away", Person("r-a", away: "from=\"2026-10-20\" to=\"2026-11-02\"")),
        ("no capacity", Person("r-a", capacity: 0)),
        ("the submitter by id", Person("E1042")),
        ("the submitter by id in other letters", Person("e1042")),
        ("the submitter by e-mail", Person("r-a", email: "e1042@district.example")),
        ("the submitter by e-mail in other letters", Person("r-a", email: "E1042@District.Example")),
        ("of the submitter's school", Person("r-a", school: "lincoln-es")),
        ("in conflict with the educator", Person("r-a", conflict: "educator=\"E1042\"")),
        ("in conflict with the school", Person("r-a", conflict: "school=\"lincoln-es\"")),
        ("a lead in conflict", .lead("r-a", conflict: "educator=\"E1042\"")),
    ]

    @Test(arguments: barred.indices)
    func `somebody who may not read is passed over and explained`(index: Int) throws {
        let (why, person) = Self.barred[index]
        // The one who may comes last in every order.
        let workspace = try Workspace(people: [person, Person("z-other")])
        try workspace.drop()
        let submission = try workspace.accept()
        #expect(try workspace.readers(of: submission) == ["z-other"], "\(why)")
        let explained = try workspace.assay(["explain", submission])
        #expect(explained.exit == 0)
        let line = explained.stdout.split(separator: "\n").first { $0.lowercased().contains(person.idInSmall) }
        #expect(line != nil, "\(why): \(explained.stdout)")
        #expect(explained.stdout.contains("z-other"))
    }

    @Test(arguments: barred.indices)
    func `a slot that nobody may fill is unroutable until the roster changes`(index: Int) throws {
        let (why, person) = Self.barred[index]
        let workspace = try Workspace(people: [person])
        try workspace.drop()
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted", "\(why)")
        #expect(pass["unroutable"] == 1, "\(why)")
        #expect(pass["assigned"] == 0, "\(why)")
        let submission = try #require(pass.bundle("bundle")["submission"].string)
        #expect(try workspace.state(submission) == "unroutable")
        #expect(try workspace.assay(["explain", submission]).stdout.lowercased().contains(person.idInSmall))
        workspace.advance(seconds: 60)
        try workspace.setReviewers([person, Person("z-other")])
        let healed = try workspace.run()
        #expect(healed["unroutable"] == 0)
        #expect(healed["assigned"] == 1)
        #expect(try workspace.readers(of: submission) == ["z-other"])
        #expect(try workspace.state(submission) == "in-review")
    }

    @Test func `every reviewer is explained also when the version was retired since`() throws {
        let workspace = try Workspace(people: [Person("r-a", capacity: 0), Person("r-b", qualified: "")])
        try workspace.drop()
        let submission = try workspace.accept()
        let before = try workspace.ask("explain", submission)["reviewers"]
        #expect(before.array.map { $0["rule"].string } == ["at-capacity", "not-qualified"])
        try workspace.write("Rubrics/rubric-1.xml", rubricXML(status: "retired"))
        #expect(try workspace.ask("explain", submission)["reviewers"] == before)
        try workspace.remove("Rubrics/rubric-1.xml")
        #expect(try workspace.ask("explain", submission)["reviewers"] == before)
    }

    @Test func `padding doesn't make the submitter somebody else`() throws {
        let workspace = try Workspace(people: [Person("r-a", email: "  e1042@district.example "), Person("z-other")])
        try workspace.drop(educator: Educator(email: " E1042@DISTRICT.example"))
        let pass = try workspace.run()
        if pass.state("bundle") == "accepted", let submission = pass.bundle("bundle")["submission"].string {
            #expect(try workspace.readers(of: submission) == ["z-other"])
        }
    }

    @Test(arguments: ["from=\"2026-11-03\" to=\"2026-11-10\"", "from=\"2026-10-01\" to=\"2026-11-01\""])
    func `somebody away on other days reads`(away: String) throws {
        let workspace = try Workspace(people: [Person("r-a", away: away)])
        try workspace.drop()
        #expect(try workspace.readers(of: workspace.accept()) == ["r-a"])
    }

    @Test func `away days are days of the program's zone`() throws {
        let workspace = try Workspace(people: [Person("r-a", away: "from=\"2026-11-03\" to=\"2026-11-03\"")])
        // Three in the morning of the 3rd in UTC is the evening of the 2nd in Chicago.
        workspace.advance(hours: 12)
        try workspace.drop()
        #expect(try workspace.readers(of: workspace.accept()) == ["r-a"])
    }

    @Test func `a reviewer qualifies by rubric or by tag`() throws {
        let workspace = try Workspace(
            rubrics: [rubricXML(reviewers: 2)],
            people: [Person("r-a", qualified: "rubric=\"checking\""), Person("r-b", qualified: "tag=\"formative\"")])
        try workspace.drop()
        #expect(try workspace.readers(of: workspace.accept()) == ["r-a", "r-b"])
    }

    @Test func `a lead reads first only where no assessor may`() throws {
        let workspace = try Workspace(people: [.lead("a-lead"), Person("z-assessor", capacity: 1)])
        try workspace.drop("one", educator: Educator("E1"))
        #expect(try workspace.readers(of: workspace.accept("one")) == ["z-assessor"])
        try workspace.drop("two", educator: Educator("E2"))
        #expect(try workspace.readers(of: workspace.accept("two")) == ["a-lead"])
    }

    @Test func `the least open by capacity is chosen, and ties go by id`() throws {
        let workspace = try Workspace(people: [Person("r-b", capacity: 4), Person("r-a", capacity: 2)])
        var chosen: [String] = []
        for number in 1...6 {
            try workspace.drop("b\(number)", educator: Educator("E\(number)"))
            chosen += try workspace.readers(of: workspace.accept("b\(number)"))
        }
        // 0/2=0/4 a; 0/4<1/2 b; 1/4<1/2 b; 2/4=1/2 a; then only b has room.
        #expect(chosen == ["r-a", "r-b", "r-b", "r-a", "r-b", "r-b"])
        try workspace.drop("b7", educator: Educator("E7"))
        #expect(try workspace.run()["unroutable"] == 1)
    }

    @Test func `two readers are two people`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)], people: [Person("r-a")])
        try workspace.drop()
        let pass = try workspace.run()
        #expect(pass["assigned"] == 1)
        #expect(pass["unroutable"] == 1)
    }

    @Test func `an open assignment goes to another when its reader's absence begins`() throws {
        let workspace = try Workspace(people: [
            Person("r-a", away: "from=\"2026-11-04\" to=\"2026-11-06\""), Person("r-b"),
        ])
        try workspace.drop()
        let submission = try workspace.accept()
        #expect(try workspace.readers(of: submission) == ["r-a"])
        workspace.advance(days: 2)
        try workspace.run()
        #expect(try workspace.readers(of: submission) == ["r-b"])
        #expect(!workspace.exists(workspace.folder(submission, of: "r-a")))
        let assignments = try workspace.show(submission)["assignments"]
        #expect(assignments.first("reviewer", "r-a")["state"].string == "withdrawn")
    }

    @Test(arguments: ["gone", "conflict", "unqualified"])
    func `an open assignment goes to another when the roster forbids it`(why: String) throws {
        let workspace = try Workspace(people: [Person("r-a"), Person("r-b")])
        try workspace.drop()
        let submission = try workspace.accept()
        let changed: [Person] =
            switch why {
            case "conflict": [Person("r-a", conflict: "educator=\"E1042\"")]
            case "unqualified": [Person("r-a", qualified: "")]
            default: []
            }
        try workspace.setReviewers(changed + [Person("r-b")])
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.readers(of: submission) == ["r-b"])
        #expect(!workspace.exists(workspace.folder(submission, of: "r-a")))
    }

    @Test func `what was taken stands when its reader may no longer read`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)], people: [Person("r-a"), Person("r-b")])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-a", levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        try workspace.setReviewers([Person("r-b"), Person("r-c")])
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.readers(of: submission) == ["r-b"])
        #expect(
            try workspace.show(submission)["assignments"].first("reviewer", "r-a")["state"].string == "taken")
    }

    @Test func `while the submitter's school is declared no more, nobody of a school is given the submission`() throws {
        let workspace = try Workspace(people: [Person("r-a", capacity: 0)])
        try workspace.drop()
        let submission = try workspace.accept()
        let renamed = programXML().replacing("lincoln-es", with: "lincoln")
        try workspace.write("Rubrics/program.xml", renamed)
        // Her colleague's line was changed with it.
        try workspace.setReviewers([Person("r-a", school: "lincoln"), Person("r-b")])
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["unroutable"] == 1)
        let reviewers = try workspace.ask("explain", submission)["reviewers"]
        #expect(reviewers.array.map { $0["rule"].string } == ["unknown-school", "unknown-school"])
        #expect(try workspace.assay(["explain", submission]).stdout.contains("isn't in program.xml any more"))
        try workspace.write("Rubrics/program.xml", programXML())
        try workspace.setReviewers([Person("r-a", school: "lincoln-es"), Person("r-b")])
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.readers(of: submission) == ["r-b"])
        // Whoever was free of conflict when she was given it keeps it.
        try workspace.write("Rubrics/program.xml", renamed)
        try workspace.setReviewers([Person("r-a", school: "lincoln"), Person("r-b")])
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.readers(of: submission) == ["r-b"])
    }

    @Test func `a reviewer with an address that the submitter once had is the submitter`() throws {
        let workspace = try Workspace(
            rubrics: [rubricXML(), rubricXML(id: "other")], people: [Person("z-other")])
        try workspace.drop("before", rubric: "other", educator: Educator(email: "Ana@home.example"))
        _ = try workspace.accept("before")
        try workspace.setReviewers([Person("r-a", email: "ana@home.example"), Person("z-other")])
        workspace.advance(seconds: 60)
        try workspace.drop("now")
        let submission = try workspace.accept("now")
        #expect(try workspace.readers(of: submission) == ["z-other"])
        let reviewers = try workspace.ask("explain", submission)["reviewers"]
        #expect(reviewers.first("reviewer", "r-a")["rule"].string == "is-submitter")
    }

    @Test func `due is the end of the n-th working day in the program's zone`() throws {
        let closed = "<closed from=\"2026-11-26\" to=\"2026-11-27\">Thanksgiving</closed>"
        let workspace = try Workspace(
            rubrics: [rubricXML(due: "P5D")], program: programXML(calendar: closed), people: [Person("r-a")])
        workspace.advance(days: 21)  // Monday, November 23rd
        try workspace.drop()
        let submission = try workspace.accept()
        // Tuesday, Wednesday, then Monday, Tuesday and Wednesday; standard time is six hours behind.
        #expect(try workspace.queue(for: submission).first?["due"].string == "2026-12-03T05:59:59Z")
        #expect(try workspace.queue(for: submission).first?["assigned"].string == "2026-11-23T15:00:00Z")
    }
}
