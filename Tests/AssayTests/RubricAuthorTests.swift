import Foundation
import Support
import Testing

/// What an author of rubrics is told, before a teacher or a reviewer is.
@Suite(.scratch) struct RubricAuthorTests {
    private func check(_ rubrics: [String], people: [Person] = [Person("r-one")]) throws -> [Finding] {
        let workspace = try Workspace(rubrics: rubrics)
        try workspace.setReviewers(people)
        return try workspace.assay(["rubric", "check", "--json"]).json["findings"].array.map(Finding.init)
    }

    @Test func `nothing is taken under a version that stands in two files`() throws {
        let workspace = try Workspace()
        try workspace.drop("first")
        let submission = try workspace.accept("first")
        // It sorts before the file that was accepted, and after it.
        for twin in ["Rubrics/a.xml", "Rubrics/z.xml"] {
            try workspace.write(twin, rubricXML(due: "P3D"))
            try workspace.drop("later", educator: Educator("E2"))
            let pass = try workspace.run(exit: 65)
            #expect(pass["waiting"] == 1 && pass["accepted"] == 0 && pass["returned"] == 0)
            let documents = try workspace.ask("rubric", "check", exit: 1)["findings"].array.map(Finding.init)
            let errors = documents.filter(\.isError)
            #expect(Set(errors.compactMap(\.file)) == [twin, "Rubrics/rubric-1.xml"])
            #expect(errors.allSatisfy { $0.code == "rubric.twice" })
            let reviewers = try workspace.ask("explain", submission)["reviewers"].array
            #expect(reviewers.contains { $0["standing"].string == "eligible" || $0["standing"].string == "excluded" })
            try workspace.remove(twin)
        }
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        let pass = try workspace.run()
        #expect(pass.state("later") == "accepted")
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `a bundle without a version waits while the newest one stands in two files`() throws {
        let newer = rubricXML(version: "2.0")
        let workspace = try Workspace(rubrics: [rubricXML(), newer, newer])
        try workspace.drop("any")
        try workspace.drop("old", version: "1.0", educator: Educator("E2"))
        let pass = try workspace.run(exit: 65)
        #expect(pass.state("old") == "accepted")
        #expect(pass["waiting"] == 1)
        #expect(try workspace.inbox("any")["reason"].string?.contains("is in two files") == true)
    }

    @Test(arguments: ["xpath", "braces", "no-test", "endless", "unjudged", "matches-nothing", "reserved-id"])
    func `a code of the program's own isn't taken for a rule's, and no rule may have it`(id: String) throws {
        let told = try command(assayBinary, ["findings", "rule." + id])
        #expect(told.exit == 0 && told.stdout.hasPrefix("rule.\(id) ("), "\(told)")
        let rule = "<rule id=\"\(id)\" test=\"true()\">No.</rule>"
        let findings = try check([rubricXML(intake: usualIntake + rule)])
        #expect(findings.contains { $0.isError && $0.code == "rule.reserved-id" && $0.line != nil })
    }

    @Test func `the accepted file of a rubric that was changed can be had back`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        _ = try workspace.accept()
        let accepted = try workspace.text("Rubrics/rubric-1.xml")
        let lines = accepted.split(separator: "\n", omittingEmptySubsequences: false)
        for (changed, words) in [
            (lines.joined(separator: "\r\n"), "only the line endings differ"),
            ("\u{FEFF}" + accepted, "byte-order mark"),
            (accepted + "\n\n", "only white space at the end differs"),
            (accepted.replacing("Exit tickets.", with: "Tickets."), "first differs in line 5"),
        ] {
            try workspace.write("Rubrics/rubric-1.xml", changed)
            let told = try workspace.assay(["rubric", "check"])
            #expect(told.exit == 1 && told.stdout.contains(words), "\(told)")
            #expect(told.stdout.contains("assay rubric accepted checking 1.0"))
        }
        let given = try workspace.assay(["rubric", "accepted", "checking", "1.0"])
        #expect(given.exit == 0 && given.stdout == accepted && given.stderr.isEmpty)
        try workspace.write("Rubrics/rubric-1.xml", given.stdout)
        #expect(try workspace.assay(["rubric", "check"]).exit == 0)
        let unknown = try workspace.assay(["rubric", "accepted", "checking", "1.1"])
        #expect(unknown.exit == 66 && unknown.stdout.isEmpty && unknown.stderr.contains("checking 1.0"))
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func `a version that was saved in UTF-16 can be retired as well`(encoding: String.Encoding) throws {
        let workspace = try Workspace(rubrics: [])
        func save(_ status: String) throws {
            let text = "\u{FEFF}" + rubricXML(status: status).replacing("UTF-8", with: "UTF-16")
            try workspace.write("Rubrics/rubric-1.xml", try #require(text.data(using: encoding)))
        }
        try save("active")
        try workspace.drop()
        _ = try workspace.accept()
        try save("retired")
        try workspace.run()
        try save("draft")
        try workspace.run()
    }

    @Test func `a copy elsewhere with an accepted rubric's id and version is told to take its own`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        _ = try workspace.accept()
        try workspace.write("mine.xml", rubricXML(due: "P3D"))
        let told = try workspace.assay(["rubric", "check", workspace.path("mine.xml")])
        #expect(told.exit == 1 && told.stdout.contains("Give it an id of its own, or a new version."))
        #expect(
            told.stdout.contains("error: It has the id and version of an accepted rubric"), "\(told)")
        try workspace.write("mine.xml", rubricXML(id: "mine", due: "P3D"))
        #expect(try workspace.assay(["rubric", "check", workspace.path("mine.xml")]).exit == 0)
    }

    @Test func `an attempt under another version is warned that nothing is carried over`() throws {
        let workspace = try Workspace(rubrics: [rubricXML()])
        try workspace.drop("first")
        let first = try workspace.accept("first")
        try workspace.fillAll(first, levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try workspace.run()
        workspace.advance(days: 1)
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(version: "1.1"))
        try workspace.drop("second", version: "1.1", resubmission: first)
        let check = try workspace.assay(["check", workspace.path("Inbox/second")])
        #expect(check.exit == 0 && check.stdout.contains("nothing is carried over"), "\(check)")
        #expect(check.stdout.contains("Write version=\"1.0\" to keep the levels"))
        _ = try workspace.accept("second")
        let receipt = try #require(
            try workspace.files(named: "receipt.html", in: "Outbox/Receipts").first { $0.contains("second") })
        #expect(try workspace.text(receipt).contains("nothing is carried over"))
    }

    @Test func `a record shows the weight that an auditor needs, and a weight of 1 it doesn't`() throws {
        let workspace = try Workspace(rubrics: [
            rubricXML(
                criteria: [Criterion("1.1", weight: "1.5"), Criterion("1.2", on: "student-work")],
                award: "policy=\"points\" minimum=\"4\"")
        ])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fillAll(submission, levels: ["1.1": "demonstrated", "1.2": "progressing"])
        try workspace.run()
        let path = try workspace.record(submission)
        try workspace.validate(path, by: "record")
        let record = try workspace.text(path)
        #expect(record.contains("points=\"2\" weight=\"1.5\"") && record.contains("total=\"4\""))
        #expect(record.ranges(of: "weight=").count == 1)
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.text(path) == record)
    }

    static let traps: [(test: String, word: String)] = [
        ("count(evidence/a:file) >= 0", "write 'a:evidence'"), ("not(a:evidence/a:file[@a:kind='x'])", "'@a:kind'"),
        ("not(a:evidence/a:document)", "'a:document'"), ("not(a:evidence/a:file[@size])", "'@size'"),
        ("not(a:evidence/a:file[@kind='lesson-plans'])", "'@kind='lesson-plans''"),
        ("not(a:evidence/a:file['video' = @kind])", "form=\"link\""),
        ("not(a:evidence/a:file[words &lt; 20])", "write '@words'"),
        ("not(a:evidence/a:link[duration = 'PT5M'])", "write '@duration'"),
        ("not(a:evidence/a:file[@kind=log])", "needs quotation marks"),
        ("not(a:evidence/a:file[@kind!=log and @bytes > 1])", "needs quotation marks"),
    ]

    @Test(arguments: traps.indices)
    func `a rule that looks for what can't be there is warned of`(index: Int) throws {
        let rule = "<rule id=\"r\" test=\"\(Self.traps[index].test.replacing("\"", with: "&quot;"))\">No.</rule>"
        let findings = try check([rubricXML(intake: usualIntake + rule)]).filter { $0.code == "rule.matches-nothing" }
        #expect(findings.count == 1 && findings.allSatisfy { $0.isWarning && $0.mentions(Self.traps[index].word) })
    }

    @Test(arguments: [
        "count(a:evidence/a:file[@kind='lesson-plan'][@words &lt; 20]) = 0 and not(a:evidence/a:link[@kind='video'])",
        "a:statement[@kind='principal'][@agreed='true'] or count(a:evidence/*) >= 1 or a:evidence/a:*[@bytes div 2 > 1]",
        "not(a:evidence/a:file[@kind='student-work'][@sha256 = preceding-sibling::a:file/@sha256])",
    ])
    func `a rule that looks for what may be there is not`(test: String) throws {
        let findings = try check([rubricXML(intake: usualIntake + "<rule id=\"r\" test=\"\(test)\">No.</rule>")])
        #expect(!findings.contains { $0.code.hasPrefix("rule.") }, "\(findings)")
    }

    static let wrong: [(find: String, write: String, code: String, silent: String)] = [
        ("reviewers=\"1\"", "reviewers=\"4\"", "xml.invalid", "review.agree-unused"),
        ("policy=\"all-meet\"/>", "policy=\"points\" minimum=\"5\"/>", "number.invalid", "award.unreachable"),
    ]

    @Test(arguments: wrong.indices)
    func `a number that can't be read leads to no second finding that isn't so`(index: Int) throws {
        let (find, write, code, silent) = Self.wrong[index]
        let good = rubricXML(agree: "level")
        try #require(good.contains(find))
        var bad = good.replacing(find, with: write, maxReplacements: 1)
        if code == "number.invalid" { bad = bad.replacing("weight=\"1\"", with: "weight=\"200%\"") }
        let findings = try check([bad])
        #expect(findings.contains { $0.isError }, "\(findings)")
        let isSilent = !findings.contains { $0.code == silent }
        #expect(isSilent, "\(findings)")
    }

    static let doubtful: [(find: String, write: String, code: String)] = [
        ("reviewers=\"1\"", "reviewers=\"2\"", "rubric.too-few-readers"),
        ("version=\"1.0\" status", "version=\"one\" status", "version.unordered"),
        ("min=\"0\" max=\"2\"/>", "min=\"0\" max=\"2\" max-duration=\"P20M\"/>", "duration.too-long"),
        ("min=\"0\" max=\"2\"/>", "min=\"0\" max=\"2\" hosts=\"youtube.com\"/>", "host.bare"),
        ("min=\"1\" max=\"2\"", "min=\"1\" max=\"2\" media=\"application/docx\"", "media.never-found"),
        ("min=\"1\" max=\"2\"", "min=\"1\" max=\"2\" media=\"application/pdf image/jpg\"", "media.never-found"),
        ("<at level=\"progressing\">It is there in part.</at>", "", "criterion.no-descriptors"),
        ("weight=\"1\"", "weight=\"2\"", "award.no-effect"),
        ("policy=\"all-meet\"", "policy=\"points\" minimum=\"0\"", "award.minimum"),
        ("kind=\"reflection\"", "kind=\"thoughts\"", "evidence.unjudged"),
    ]

    @Test(arguments: doubtful.indices)
    func `what is allowed and hardly meant is a warning at its place`(index: Int) throws {
        let (find, write, code) = Self.doubtful[index]
        let good = rubricXML()
        try #require(good.contains(find))
        let findings = try check([good.replacing(find, with: write, maxReplacements: 1)])
        #expect(findings.contains { $0.code == code && $0.isWarning && $0.line != nil }, "\(findings)")
        #expect(findings.filter(\.isError).isEmpty)
    }

    @Test func `two readers need a lead, two versions a difference, and a minimum criteria that give it`() throws {
        let people = [Person("r-one"), Person("r-two")]
        #expect(try check([rubricXML(reviewers: 2)], people: people).contains { $0.mentions("no lead") })
        let led = try check([rubricXML(reviewers: 2)], people: people + [.lead()])
        #expect(!led.contains { $0.code == "rubric.too-few-readers" })
        let twice = try check([rubricXML(), rubricXML(version: "1.00")])
        #expect(twice.contains { $0.code == "version.equal" && $0.mentions("1.00") })
        let optional = [Criterion("1.1"), Criterion("1.2", on: "student-work", required: false)]
        #expect(
            try check([rubricXML(criteria: optional, award: "policy=\"points\" minimum=\"3\"")]).contains {
                $0.code == "award.minimum" && $0.mentions("may be left out")
            })
    }

    static let remedies: [(find: String, write: String, words: String)] = [
        ("evidence=\"lesson-plan\"", "evidence=\"lesson-plan, reflection\"", "evidence=\"lesson-plan reflection\""),
        ("min=\"1\" max=\"2\"", "min=\"1\" max=\"2\" max-bytes=\"20 MB\"", "a whole number, such as 20000000"),
        ("min=\"1\" max=\"2\"", "min=\"1\" max=\"2\" media=\"docx\"", "wordprocessingml.document for a Word document."),
        ("min=\"0\" max=\"2\"/>", "min=\"0\" max=\"2\" hosts=\"https://youtube.com\"/>", "no https://"),
        ("Exit tickets.", "Exit&nbsp;tickets.", "Write a space."),
        ("</intake>", "<rule id=\"r\" test=\"count(\">No.</rule></intake>", "none before an attribute's"),
    ]

    @Test(arguments: remedies.indices)
    func `a remedy is what can be typed`(index: Int) throws {
        let (find, write, words) = Self.remedies[index]
        let found = try check([rubricXML().replacing(find, with: write, maxReplacements: 1)])
        let findings = found.filter(\.isError)
        #expect(findings.count == 1 && findings[0].mentions(words), "\(findings)")
        // Nothing is said beside it that only follows from the slip.
        let usual = Set(try check([rubricXML()]).map(\.code))
        #expect(found.filter { !$0.isError }.allSatisfy { usual.contains($0.code) }, "\(found)")
    }

    @Test func `a level whose meets can't be read is told once`() throws {
        let rubric = rubricXML().replacing("points=\"2\" meets=\"true\"", with: "points=\"2\" meets=\"yes\"")
        #expect(try check([rubric]).filter(\.isError).count == 1)
    }

    @Test func `a qualification for what isn't there names what is`() throws {
        let findings = try check([rubricXML()], people: [Person("r-one", qualified: "tag=\"formativ\"")])
        #expect(findings.contains { $0.code == "qualified.unknown-tag" && $0.mentions("did you mean 'formative'") })
    }

    @Test func `a rule's text without a final dot ends before the program's own sentence`() throws {
        let rule = "<rule id=\"r\" test=\"false()\">Send more work</rule>"
        let workspace = try Workspace(rubrics: [rubricXML(intake: usualIntake + rule)])
        try workspace.drop()
        #expect(try workspace.run().findings("bundle").map(\.message) == ["Send more work."])
    }

    @Test func `a draft isn't offered yet, and a rule that warns lets the bundle through`() throws {
        let rule = "<rule id=\"r\" severity=\"warning\" test=\"false()\">Hm.</rule>"
        let workspace = try Workspace(rubrics: [rubricXML(intake: usualIntake + rule)])
        try workspace.drop("a", in: "elsewhere")
        let told = try workspace.assay(["check", workspace.path("elsewhere/a")])
        #expect(told.exit == 0 && told.stdout.contains("It is taken all the same."), "\(told)")
        try workspace.write("Rubrics/rubric-1.xml", rubricXML(status: "draft"))
        try workspace.drop("b", version: "1.0", in: "elsewhere")
        #expect(try workspace.assay(["check", workspace.path("elsewhere/b")]).stdout.contains("It isn't offered yet"))
        let blank = try workspace.assay(["new", "checking", workspace.path("elsewhere/c")])
        #expect(blank.exit == 66 && blank.stderr.contains("It isn't offered yet"))
    }
}
