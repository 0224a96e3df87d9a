import Foundation
import Support
import Testing

/// A second try keeps what was met, and nobody can try in another's name.
@Suite(.scratch) struct ResubmissionTests {
    private let betterWork = Item.file("work/student-a.pdf", kind: "student-work", pdf("Student A, second try"))
    private let betterPlan = Item.file("plans/exit-ticket.md", Data("# A better plan\n".utf8))

    /// A first attempt in which 1.1 met and 1.2 didn't.
    private func notYetEarned(_ rubric: String = rubricXML()) throws -> (Workspace, String) {
        let workspace = try Workspace(rubrics: [rubric])
        try workspace.drop("first")
        let submission = try workspace.accept("first")
        try workspace.fillAll(submission, levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try workspace.run()
        #expect(try workspace.state(submission) == "not-yet-earned")
        workspace.advance(days: 1)
        return (workspace, submission)
    }

    private func form(_ workspace: Workspace, _ submission: String) throws -> String {
        try workspace.text(workspace.decision(submission, of: try workspace.onlyReader(of: submission)))
    }

    @Test func `what met before is carried when its evidence is unchanged`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first)
        let second = try workspace.accept("second")
        #expect(try workspace.show(second)["attempt"].int == 2)
        let form = try form(workspace, second)
        #expect(!form.contains("<criterion id=\"1.1\""))
        #expect(form.contains("<criterion id=\"1.2\""))
        try workspace.fill(second, levels: ["1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.state(second) == "earned")
        #expect(try workspace.criteria(second) == ["1.1": "demonstrated, carried", "1.2": "demonstrated, agreed"])
        try workspace.validate(workspace.record(second), by: "record")
    }

    @Test func `an id of the first attempt that was typed in small letters is the same`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first.lowercased())
        let second = try workspace.accept("second")
        #expect(try workspace.show(second)["resubmissionOf"].string == first)
    }

    @Test func `nothing is carried for a kind whose evidence changed`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.drop("second", evidence: [betterPlan, betterWork, .reflection], resubmission: first)
        let form = try form(workspace, try workspace.accept("second"))
        #expect(form.contains("<criterion id=\"1.1\""))
        #expect(form.contains("<criterion id=\"1.2\""))
    }

    @Test func `another path to the same bytes is unchanged evidence`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.drop("second", evidence: [.file("plan.md"), betterWork, .reflection], resubmission: first)
        #expect(try !form(workspace, try workspace.accept("second")).contains("<criterion id=\"1.1\""))
    }

    @Test func `a rubric that keeps nothing has all reviewed again`() throws {
        let (workspace, first) = try notYetEarned(rubricXML(resubmit: "max=\"3\" keep=\"nothing\""))
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first)
        #expect(try form(workspace, try workspace.accept("second")).contains("<criterion id=\"1.1\""))
    }

    @Test func `under another version nothing is carried, and attempts go on counting`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(version: "1.1"))
        try workspace.drop("second", version: "1.1", evidence: [.plan, betterWork, .reflection], resubmission: first)
        let second = try workspace.accept("second")
        #expect(try workspace.show(second)["rubric"]["version"].string == "1.1")
        #expect(try workspace.show(second)["attempt"].int == 2)
        #expect(try form(workspace, second).contains("<criterion id=\"1.1\""))
    }

    @Test func `without a version a resubmission keeps the first one's`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(version: "1.1"))
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first)
        let second = try workspace.accept("second")
        #expect(try workspace.show(second)["rubric"]["version"].string == "1.0")
    }

    @Test(arguments: ["retired", "draft", "gone", "unreadable"])
    func `where the first one's version is offered no more, a resubmission without a version takes the newest`(
        fate: String
    ) throws {
        let (workspace, first) = try notYetEarned()
        switch fate {
        case "gone": try workspace.remove("Rubrics/rubric-1.xml")
        case "unreadable": try workspace.write("Rubrics/rubric-1.xml", "<rubric")
        default: try workspace.write("Rubrics/rubric-1.xml", rubricXML(status: fate))
        }
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(version: "1.1"))
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first)
        if fate == "unreadable" {
            #expect(try workspace.run(exit: 65).state("second") == "waiting")
            try workspace.remove("Rubrics/rubric-1.xml")
        }
        let pass = try workspace.run()
        #expect(pass.state("second") == "accepted", "\(pass.json)")
        #expect(pass.findings("second").map(\.code) == ["rubric.newer-version"])
        let second = try workspace.show(try #require(pass.bundle("second")["submission"].string))
        #expect(second["rubric"]["version"].string == "1.1" && second["attempt"].int == 2)
    }

    @Test func `the same readers are preferred`() throws {
        let (workspace, first) = try notYetEarned()
        let reader = try #require(try workspace.show(first)["assignments"][0]["reviewer"].string)
        // Her queue is longer now than anybody's.
        for number in 1...3 {
            try workspace.drop("other-\(number)", educator: Educator("E\(number)"))
            try workspace.run()
        }
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first)
        #expect(try workspace.onlyReader(of: workspace.accept("second")) == reader)
    }

    @Test func `somebody who held the first attempt and never read it isn't preferred`() throws {
        let workspace = try Workspace(people: [Person("r-one"), Person("r-two")])
        try workspace.drop("first")
        let first = try workspace.accept("first")
        #expect(try workspace.readers(of: first) == ["r-one"])
        try workspace.setReviewers([Person("r-one", away: "from=\"2026-11-02\" to=\"2026-11-02\""), Person("r-two")])
        try workspace.run()
        try workspace.fill(first, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        try workspace.run()
        try workspace.setReviewers([Person("r-one"), Person("r-two")])
        workspace.advance(days: 1)
        try workspace.drop("second", evidence: [betterPlan, .work, .reflection], resubmission: first)
        let second = try workspace.accept("second")
        #expect(try workspace.readers(of: second) == ["r-two"])
    }

    @Test func `a later bundle that doesn't say so is taken as the resubmission and says it`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection])
        let pass = try workspace.run()
        #expect(pass.state("second") == "accepted")
        let second = try #require(pass.bundle("second")["submission"].string)
        #expect(try workspace.show(second)["attempt"].int == 2)
        #expect(pass.findings("second").contains { $0.isWarning && $0.mentions(first) })
    }

    @Test(arguments: ["met", "nothing"])
    func `an attempt whose evidence of all that fell short is unchanged is taken with a warning`(keep: String) throws {
        let (workspace, first) = try notYetEarned(rubricXML(resubmit: "max=\"9\" keep=\"\(keep)\""))
        try workspace.drop("same", resubmission: first)
        let pass = try workspace.run()
        #expect(pass.state("same") == "accepted")
        let warning = try #require(pass.findings("same").first { $0.code == "resubmission.unchanged" })
        #expect(warning.isWarning && warning.mentions(first) && warning.mentions("(1.2)"))
        let second = try #require(pass.bundle("same")["submission"].string)
        let receipt = try workspace.text("Outbox/Receipts/2026-11/same.\(second)/receipt.html")
        #expect(receipt.contains("resubmission.unchanged"))
        for reader in try workspace.readers(of: second) {
            let levels = keep == "met" ? ["1.2": "not-met"] : ["1.1": "demonstrated", "1.2": "not-met"]
            try workspace.fill(second, as: reader, levels: levels)
        }
        try workspace.run()
        try workspace.drop("other", evidence: [.plan, betterWork, .reflection], resubmission: second)
        let other = try workspace.run()
        #expect(other.state("other") == "accepted")
        #expect(!other.findings("other").contains { $0.code == "resubmission.unchanged" })
    }

    @Test func `attempts end where the rubric says`() throws {
        let (workspace, first) = try notYetEarned(rubricXML(resubmit: "max=\"2\" keep=\"met\""))
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first)
        let second = try workspace.accept("second")
        try workspace.fill(second, levels: ["1.2": "not-met"])
        try workspace.run()
        let third = Item.file("work/student-a.pdf", kind: "student-work", pdf("Third"))
        for (name, of) in [("third", second), ("fourth", first)] {
            try workspace.drop(name, evidence: [.plan, third, .text("By \(name).")], resubmission: of)
            let pass = try workspace.run()
            #expect(pass.state(name) == "returned")
            #expect(pass.findings(name).contains { $0.isError })
        }
        try workspace.drop("fifth", evidence: [.plan, third, .text("Unsaid.")])
        #expect(try workspace.run().state("fifth") == "returned")
    }

    @Test func `case 40: a resubmission of another educator's attempt is returned`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.drop("theft", educator: Educator("E2"), resubmission: first)
        let pass = try workspace.run()
        #expect(pass.state("theft") == "returned")
        #expect(pass.findings("theft").contains { $0.isError && $0.mentions("resubmission") })
        #expect(try workspace.show(first)["attempt"].int == 1)
    }

    @Test(arguments: [true, false])
    func `case 40: a bundle under another educator's id is returned, and never attached to her work`(
        saysSo: Bool
    ) throws {
        let (workspace, first) = try notYetEarned()
        let impostor = Educator(email: "somebody@district.example")
        try workspace.drop(
            "theft", educator: impostor, evidence: [.plan, betterWork, .reflection],
            resubmission: saysSo ? first : nil)
        let pass = try workspace.run()
        #expect(pass.state("theft") == "returned")
        #expect(pass.findings("theft").filter(\.isError).map(\.code) == ["educator.mismatch"])
        let history = try workspace.show(first)
        #expect(history["attempt"].int == 1 && history["state"].string == "not-yet-earned")
        #expect(try workspace.ask("queue").array.isEmpty)
        // Her own attempt is taken all the same.
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first)
        #expect(try workspace.run().state("second") == "accepted")
    }

    @Test(arguments: [
        (Educator(email: "somebody@district.example"), "The e-mail address was another one."),
        (Educator(name: "Ana Reyes"), "The name was another one."),
        (Educator(school: "washington-ms"), "The school was another one."),
        (Educator(name: "ana maría  NÚÑEZ", email: "E1042@District.example"), nil),
    ])
    func `case 40: an id that comes with other particulars under another rubric is taken, and told`(
        educator: Educator, words: String?
    ) throws {
        let workspace = try Workspace(rubrics: [rubricXML(), rubricXML(id: "other")])
        try workspace.drop("first")
        try workspace.run()
        try workspace.drop("second", rubric: "other", educator: educator, evidence: [betterPlan, .work, .reflection])
        let result = try workspace.assay(["run", "--quiet"])
        #expect(result.exit == 0)
        #expect(result.stdout.contains("'second' was accepted as") == (words != nil), "\(result)")
        let finding = try workspace.show("second")["findings"].array.first { $0["code"].string == "educator.differs" }
        #expect(finding?["severity"].string == (words == nil ? nil : "warning"))
        guard let words else { return }
        #expect(finding?["message"].string?.hasSuffix(words) == true, "\(finding)")
        #expect(finding?["message"].string?.contains("nunez") == false)
        #expect(try workspace.text("Outbox/index.html").contains(words))
        let receipt = try #require(try workspace.files(named: "receipt.html", in: "Outbox/Receipts").last)
        #expect(try workspace.text(receipt).contains("educator.differs"))
        let pages = try workspace.files(named: "read.html", in: "Outbox/Queues")
        #expect(try pages.allSatisfy { try !workspace.text($0).contains("another one") })
    }

    @Test func `a resubmission of nothing known is returned`() throws {
        let workspace = try Workspace()
        try workspace.drop(resubmission: "S-0000000000000")
        #expect(try workspace.run().state("bundle") == "returned")
    }

    @Test func `a resubmission of an attempt that isn't the latest is returned`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.drop("second", evidence: [.plan, betterWork, .reflection], resubmission: first)
        let second = try workspace.accept("second")
        try workspace.fill(second, levels: ["1.2": "not-met"])
        try workspace.run()
        try workspace.drop("third", evidence: [betterPlan, betterWork, .reflection], resubmission: first)
        let pass = try workspace.run()
        #expect(pass.state("third") == "returned")
        #expect(pass.findings("third").contains { $0.mentions(second) })
    }

    @Test func `one submission of a rubric is open at a time`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(), rubricXML(id: "other"), rubricXML(version: "1.1")])
        try workspace.drop("first", version: "1.0")
        let first = try workspace.accept("first")
        try workspace.drop("second", version: "1.1", evidence: [betterPlan, .work, .reflection])
        try workspace.drop("elsewhere", rubric: "other")
        let pass = try workspace.run()
        #expect(pass.state("second") == "returned")
        #expect(pass.findings("second").contains { $0.isError && $0.mentions(first) })
        #expect(pass.state("elsewhere") == "accepted")
        let receipt = try workspace.text("Outbox/Returned/second/receipt.html")
        #expect(
            receipt.contains("an earlier one is still under review") && receipt.contains("There is nothing to mend"))
        #expect(receipt.contains("taken as the next attempt") && !receipt.contains("one thing to mend"))
    }

    @Test func `two bundles of one educator in one pass leave one open`() throws {
        let workspace = try Workspace()
        try workspace.drop("a")
        try workspace.drop("b", evidence: [betterPlan, .work, .reflection])
        let pass = try workspace.run()
        #expect(pass.state("a") == "accepted")
        #expect(pass.state("b") == "returned")
    }

    @Test func `case 23: two reviewers' last decisions and a resubmission in one pass have one order, always the same`()
        throws
    {
        let start = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try start.drop("first")
        let first = try start.accept("first")
        start.advance(hours: 1)
        let levels = ["1.1": "demonstrated", "1.2": "not-met"]
        let readers = try start.readers(of: first)
        try #require(readers.count == 2)
        var outcomes: [String] = []
        var trees: [[String: Data]] = []
        for (number, order) in [[0, 1, 2], [2, 1, 0], [1, 2, 0]].enumerated() {
            let workspace = try Workspace(copy: start, named: "order-\(number)")
            for step in order {
                if step == 2 {
                    try workspace.drop("second", evidence: [betterPlan, .work, .reflection], resubmission: first)
                } else {
                    try workspace.fill(first, as: readers[step], levels: levels)
                }
            }
            let pass = try workspace.run()
            #expect(pass["decided"] == 1)
            #expect(pass.state("second") == "accepted", "\(pass.json)")
            let second = try #require(pass.bundle("second")["submission"].string)
            #expect(try workspace.show(second)["attempt"].int == 2)
            outcomes.append(
                try "\(pass.json)\n\(workspace.show(first))\n\(workspace.show(second))\n"
                    + workspace.sqlite("SELECT number, hash FROM events ORDER BY number"))
            trees.append(try workspace.tree("Outbox"))
        }
        #expect(outcomes[1] == outcomes[0])
        #expect(outcomes[2] == outcomes[0])
        #expect(trees[1] == trees[0] && trees[2] == trees[0])
    }

    @Test func `what was earned can't be submitted again`() throws {
        let workspace = try Workspace()
        try workspace.drop("first")
        let first = try workspace.accept("first")
        try workspace.fill(first, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        try workspace.drop("second", evidence: [betterPlan, .work, .reflection])
        let pass = try workspace.run()
        #expect(pass.state("second") == "returned")
        #expect(pass.findings("second").contains { $0.isError && $0.mentions("earned") })
        let receipt = try workspace.text("Outbox/Returned/second/receipt.html")
        #expect(receipt.contains("<h1 class=\"bad\">Returned: earned already</h1>") && !receipt.contains("drop again"))
        #expect(receipt.contains("nothing to send") && !receipt.contains("back into Inbox"))
        try workspace.drop(
            "tercero", evidence: [betterPlan, .work],
            manifest: manifestXML(evidence: [betterPlan, .work, .text("Otra.")])
                .replacing("school=\"lincoln-es\"/>", with: "school=\"lincoln-es\" lang=\"es\"/>"))
        #expect(try workspace.run().state("tercero") == "returned")
        let spanish = try workspace.text("Outbox/Returned/tercero/receipt.html")
        #expect(spanish.contains("Devuelto: ya está obtenida") && spanish.contains("Por qué se devuelve"), "\(spanish)")
        #expect(!spanish.contains("de nuevo a Inbox"))
    }

    @Test func `the content of a decided attempt dropped again is a duplicate`() throws {
        let (workspace, first) = try notYetEarned()
        try workspace.drop("again")
        let pass = try workspace.run()
        #expect(pass.state("again") == "duplicate")
        #expect(pass.bundle("again")["submission"].string == first)
    }

    @Test func `a resubmission that leaves nothing to review is returned`() throws {
        // All meet, and the sum isn't reached: a harsh rubric, and no reason to ask anybody the same again.
        let rubric = rubricXML(award: "policy=\"points\" minimum=\"4\"")
        let workspace = try Workspace(
            rubrics: [rubric.replacing("points=\"1\" meets=\"false\"", with: "points=\"1\" meets=\"true\"")])
        try workspace.drop("first")
        let first = try workspace.accept("first")
        try workspace.fill(first, levels: ["1.1": "progressing", "1.2": "progressing"])
        try workspace.run()
        #expect(try workspace.state(first) == "not-yet-earned")
        try workspace.drop("second", evidence: [.plan, .work, .text("Other words.")], resubmission: first)
        #expect(try workspace.run().state("second") == "returned")
    }
}
