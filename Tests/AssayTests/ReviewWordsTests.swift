import Foundation
import Support
import Testing

/// What the forms say to a reviewer before she writes, and the little that she may write otherwise than it was laid.
@Suite(.scratch) struct ReviewWordsTests {
    private static let both = ["1.1": "demonstrated", "1.2": "demonstrated"]
    private static let points = rubricXML(
        criteria: [Criterion("1.1", weight: "2.5"), Criterion("1.2", on: "student-work")],
        award: "policy=\"points\" minimum=\"3\"")

    private func assigned(_ people: [Person] = [.writer("r-one"), .lead()], rubric: String = rubricXML()) throws
        -> (Workspace, String)
    {
        let workspace = try Workspace(rubrics: [rubric], people: people)
        try workspace.drop()
        return (workspace, try workspace.accept())
    }

    private func problems(_ workspace: Workspace, _ submission: String) throws -> String {
        workspace.advance(seconds: 60)
        try workspace.run()
        return try workspace.text(workspace.problems(submission, of: "r-one"))
    }

    @Test(arguments: ["xml", "text"])
    func `a form, its page and the rubric's page say which levels meet a criterion`(form: String) throws {
        let (workspace, submission) = try assigned([Person("r-one", form: form)])
        let folder = workspace.folder(submission, of: "r-one")
        let laid = try workspace.text(folder + (form == "xml" ? "/decision.xml" : "/decision.txt"))
        #expect(laid.contains("  demonstrated (Demonstrated; meets): It is there"))
        #expect(laid.contains("  not-met (Not met; doesn't meet): It isn't there."))
        #expect(!laid.contains("point") && !laid.contains("Weight"))
        let page = try workspace.text(folder + "/read.html")
        #expect(page.contains("Demonstrated (meets)") && page.contains("Not met (doesn&#39;t meet)"))
    }

    @Test func `where points earn it, the form and its page say them, and a criterion's weight`() throws {
        let (workspace, submission) = try assigned(rubric: Self.points)
        let laid = try workspace.text(workspace.decisionText(submission))
        #expect(laid.contains("(Demonstrated; meets; 2 points)") && laid.contains("doesn't meet; 1 point)"))
        #expect(laid.components(separatedBy: "Weight 2.5.").count == 2)
        let page = try workspace.text(workspace.folder(submission, of: "r-one") + "/read.html")
        #expect(page.contains("Demonstrated (meets; 2 points)") && page.contains("Required. Weight 2.5. Judged on"))
    }

    @Test func `a decision.txt that was laid before forms said what meets is read as it was`() throws {
        let (workspace, submission) = try assigned()
        let quote = "## 1.2 Criterion 1.2 is seen in the evidence\nlevel: not-met\ncomment: quoted"
        try workspace.fillText(submission, levels: Self.both, comments: ["1.1": quote])
        let file = workspace.decisionText(submission)
        let former = try workspace.text(file).replacing("; meets)", with: ")").replacing("; doesn't meet)", with: ")")
        try workspace.write(file, former)
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
    }

    @Test(arguments: [
        "Demonstrated.", "\"demonstrated\"", "“Demonstrated”", " DEMONSTRATED ", "'demonstrated'.",
        "Demonstrated; meets", "demonstrated (Demonstrated; meets)", "Demonstrated (meets)",
    ])
    func `a level may have a full stop, quotation marks, or what it counts for`(level: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: ["1.1": level, "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `a label of two words may have more space between them`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: ["1.1": "Not   Met", "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.criteria(submission)["1.1"] == "not-met, agreed")
    }

    @Test func `a level with a doubt beside it is no level, and none is advised`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: ["1.1": "demonstrated (barely)", "1.2": "demonstrated"])
        #expect(
            try problems(workspace, submission).contains("Write one of: demonstrated, progressing, not-met."))
    }

    @Test(arguments: [
        ("declined because I know her", "Write status: declined, and why after 'reason:'."),
        ("Declined.", "Write status: declined, and why after 'reason:'."),
        ("unscorable e2", "Write status: unscorable, why after 'reason:', and which item after 'evidence:'."),
        ("final!", "Write status: final."), ("still a draft", "Write one of: draft (you are still at work), final"),
    ])
    func `a status that isn't one is answered with the word that was meant`(status: String, remedy: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: Self.both, status: status)
        #expect(try problems(workspace, submission).contains(remedy))
    }

    @Test func `a status with an equals sign is told once, with the line to write`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: Self.both)
        let file = workspace.decisionText(submission)
        try workspace.write(file, try workspace.text(file).replacing("status: final", with: "status = final"))
        let text = try problems(workspace, submission)
        #expect(text.contains("Write status: final") && !text.contains("\r\n2. "), "\(text)")
    }

    @Test(arguments: [
        "e2-student-work.pdf", "e2 student-work", "E2.", "evidence/e2-student-work.pdf", "e2 (student-work)",
    ])
    func `the item that can't be judged may be named as the page and the folder show it`(item: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, status: "unscorable", reason: "It won't open.", evidence: item)
        try workspace.run()
        #expect(try workspace.state(submission) == "incomplete")
        #expect(
            try workspace.show(submission)["history"].array.contains {
                $0["event"].string == "unscorable: e2: It won't open."
            })
    }

    @Test(arguments: [
        ("e1, e2", "Write one only"), ("e2 and e3", "others in the reason"), ("e22", "Write one of: e1, e2, e3"),
    ])
    func `several items, or none, are refused with what to write`(item: String, remedy: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, status: "unscorable", reason: "It won't open.", evidence: item)
        #expect(try problems(workspace, submission).contains(remedy))
    }

    @Test func `words below the last line of decision.txt don't reach the educator`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: Self.both, overall: "Well done.")
        let file = workspace.decisionText(submission)
        let text = try workspace.text(file)
        try workspace.write(file, text + "\r\nShe is late with everything.\r\n")
        let told = try problems(workspace, submission)
        #expect(told.contains("She is late") && told.contains("below '## End'") && told.contains("'## Overall'"))
        try workspace.write(file, text)
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.text(workspace.record(submission)).contains("Well done."))
    }

    @Test func `a lost heading is looked for where it stood`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: Self.both)
        let file = workspace.decisionText(submission)
        var lines = PlainDecision(try workspace.text(file)).lines
        let lost = try #require(lines.firstIndex { $0.hasPrefix("## 1.2 ") })
        lines.remove(at: lost)
        try workspace.write(file, lines.joined(separator: "\r\n"))
        let before = try #require(lines.firstIndex { $0.hasPrefix("## 1.1 ") }) + 1
        let after = try #require(lines.firstIndex(of: "## Overall")) + 1
        #expect(
            try problems(workspace, submission)
                .contains("between line \(before) ('## 1.1') and line \(after) ('## Overall')"))
    }

    @Test func `of criteria in another order the one that was moved is told`() throws {
        let criteria = ["1.1", "1.2", "1.3"].map { Criterion($0) }
        let (workspace, submission) = try assigned(rubric: rubricXML(criteria: criteria))
        let file = workspace.decisionText(submission)
        let text = try workspace.text(file)
        let first = try #require(text.range(of: "## 1.1")).lowerBound
        let second = try #require(text.range(of: "## 1.2")).lowerBound
        let overall = try #require(text.range(of: "## Overall")).lowerBound
        try workspace.write(
            file, String(text[..<first] + text[second..<overall] + text[first..<second] + text[overall...]))
        let told = try problems(workspace, submission)
        #expect(told.contains("## 1.1 Criterion 1.1 is seen in the evidence' isn't in its place"), "\(told)")
        #expect(told.contains("above line") && !told.contains("\r\n2. "), "\(told)")
    }

    @Test func `a criterion that was pasted twice is told by the lines of both`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: Self.both)
        let file = workspace.decisionText(submission)
        let lines = PlainDecision(try workspace.text(file)).lines
        let first = try #require(lines.firstIndex { $0.hasPrefix("## 1.1 ") })
        let second = try #require(lines.firstIndex { $0.hasPrefix("## 1.2 ") })
        let size = second - first
        try workspace.write(
            file, (lines[..<second] + lines[first..<second] + lines[second...]).joined(separator: "\r\n"))
        let told = try problems(workspace, submission)
        #expect(told.contains("lines \(first + 1) to \(second) (the line before '## 1.1')"), "\(told)")
        #expect(told.contains("lines \(second + 1) to \(second + size) (the line before '## 1.2')"), "\(told)")
    }

    @Test func `what was taken before is told only where something was`() throws {
        let (workspace, submission) = try assigned(
            [.writer("r-one"), Person("r-two"), .lead()], rubric: rubricXML(reviewers: 2))
        try workspace.fillText(submission, levels: ["1.1": "demonstrated"])
        #expect(try !problems(workspace, submission).contains("what was taken"))
        try workspace.fillText(submission, levels: Self.both)
        workspace.advance(seconds: 60)
        try workspace.run()
        var form = PlainDecision(try workspace.text(workspace.decisionText(submission)))
        form.set("level", to: "", below: "## 1.1 ")
        try workspace.write(workspace.decisionText(submission), form.text)
        #expect(try problems(workspace, submission).contains("what was taken from it before stands"))
    }

    @Test func `an empty decision.xml and a quotation mark inside a reason are told in plain words`() throws {
        let (workspace, submission) = try assigned([Person("r-one")])
        let file = workspace.decision(submission, of: "r-one")
        let laid = try workspace.text(file)
        try workspace.write(file, "\r\n")
        #expect(try problems(workspace, submission).contains("or delete it, and an empty one is laid again"))
        try workspace.write(file, laid.replacing("reason=\"\"", with: "reason=\"she said \"hi\"\""))
        let told = try problems(workspace, submission)
        #expect(
            told.contains("A \" stands inside the value of 'reason'") && told.contains("Write ' instead"), "\(told)")
        #expect(!told.contains("\r\n2. "), "\(told)")
    }

    @Test func `a doubled ending is told of Windows that hides it`() throws {
        let (workspace, submission) = try assigned()
        let folder = workspace.folder(submission, of: "r-one")
        try workspace.move(folder + "/decision.txt", to: folder + "/decision.txt.txt")
        #expect(
            try problems(workspace, submission)
                .contains("If Windows hides endings, you see it as decision.txt: rename it to decision."))
    }
}
