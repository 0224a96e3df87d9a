import Foundation
import Support
import Testing

/// A bundle is held against its rubric: every fault at once, each with its place.
@Suite(.scratch) struct ContentTests {
    /// The findings of a bundle that must be returned at once.
    private func returned(
        _ workspace: Workspace, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [Finding] {
        let pass = try workspace.run(sourceLocation: sourceLocation)
        #expect(pass.state("bundle") == "returned", "\(pass.json)", sourceLocation: sourceLocation)
        return pass.findings("bundle").filter(\.isError)
    }

    @Test func `a manifest against the schema is returned at once with line and column`() throws {
        let workspace = try Workspace()
        let manifest = manifestXML().replacing("<evidence>", with: "<evidence bogus=\"1\">")
        try workspace.drop(manifest: manifest)
        let findings = try returned(workspace)
        #expect(findings.contains { $0.line == 4 && $0.column == 13 && $0.mentions("bogus") }, "\(findings)")
    }

    @Test func `an unknown element in the namespace is an error`() throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifestXML().replacing("<evidence>", with: "<surprise/><evidence>"))
        #expect(try returned(workspace).contains { $0.mentions("surprise") })
    }

    @Test func `attributes of other namespaces are ignored`() throws {
        let workspace = try Workspace()
        let location =
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:assay:1 x.xsd\""
        try workspace.drop(
            manifest: manifestXML().replacing("<submission ", with: "<submission \(location) xmlns:o=\"o\" o:a=\"1\" "))
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test func `every fault of a bundle is named at once`() throws {
        let workspace = try Workspace()
        try workspace.drop(educator: Educator(school: "nowhere"), evidence: [.link("http://x.example/")])
        let findings = try returned(workspace)
        #expect(findings.contains { $0.mentions("nowhere") })
        #expect(findings.contains { $0.mentions("lesson-plan") })
        #expect(findings.contains { $0.mentions("student-work") })
        #expect(findings.contains { $0.mentions("reflection") })
        #expect(findings.contains { $0.mentions("https") })
    }

    @Test(arguments: [("school.unknown", "school="), ("cohort.unknown", "<cohort"), ("rule.never", "<evidence>")])
    func `an unknown school or cohort, and a rule, are found at their own places`(code: String, words: String) throws {
        let rule = "<rule id=\"never\" severity=\"warning\" test=\"false()\">Never.</rule>"
        let workspace = try Workspace(rubrics: [rubricXML(intake: usualIntake + rule)])
        let school = code == "school.unknown" ? "nowhere" : "lincoln-es"
        let manifest = manifestXML(educator: Educator(school: school))
            .replacing("  <evidence>", with: "  <cohort id=\"nobody\"/>\n  <evidence>")
        try workspace.drop(manifest: manifest)
        let lines = manifest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = try #require(lines.firstIndex { $0.contains(words) })
        let start = try #require(lines[line].range(of: words)).lowerBound
        let finding = try #require(try workspace.run().findings("bundle").first { $0.code == code })
        #expect(finding.line == line + 1)
        #expect(finding.column == lines[line].distance(from: lines[line].startIndex, to: start) + 1)
    }

    @Test func `a type of file that isn't taken is told in words, and once`() throws {
        let intake = """
            <evidence kind="plan" form="file" min="1" max="1"
              media="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet text/plain image/*"/>
            """
        let workspace = try Workspace(rubrics: [rubricXML(intake: intake, criteria: [Criterion("1.1", on: "plan")])])
        try workspace.drop(evidence: [.file("a.pdf", kind: "plan", pdf("A"))])
        let finding = try #require(try returned(workspace).first)
        #expect(finding.code == "evidence.media")
        #expect(finding.message == "The file 'a.pdf' is PDF by its content.")
        #expect(finding.mentions("Save or export it as an Excel sheet, plain text or a picture;"))
        #expect(!finding.mentions("application/"))
    }

    @Test func `case 11: an unlisted file is kept, warned of, and not shown to reviewers`() throws {
        let workspace = try Workspace()
        try workspace.drop(unlisted: ["extra/grades.csv": Data("grade,of,nobody\n".utf8)])
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted")
        #expect(pass.findings("bundle").contains { $0.isWarning && $0.mentions("grades.csv") })
        #expect(try workspace.files(named: "grades.csv", in: "Outbox/Queues").isEmpty)
        #expect(try workspace.isKept("grade,of,nobody"))
    }

    @Test(arguments: [".DS_Store", "Thumbs.db", "desktop.ini", "._plan.md", "__MACOSX/x", "work/@eaDir/x"])
    func `case 7: droppings are ignored`(name: String) throws {
        let workspace = try Workspace()
        try workspace.drop(unlisted: [name: Data("x".utf8)])
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted")
        #expect(pass.findings("bundle").isEmpty)
    }

    @Test func `case 13: names that differ only by letter case are returned`() throws {
        let workspace = try Workspace()
        try workspace.drop(unlisted: ["a.pdf": pdf("a"), "A.pdf": pdf("A")])
        #expect(try returned(workspace).contains { $0.mentions("a.pdf") })
    }

    @Test func `case 13: names that differ only by Unicode normalization are returned`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.shell(
            #"echo 1 > "$(printf 'cafe\314\201.md')"; echo 2 > "$(printf 'caf\303\251.md')""#, in: "Inbox/bundle")
        #expect(try !returned(workspace).isEmpty)
    }

    @Test func `case 11: a path that is listed twice is returned`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [.plan, .plan, .work, .reflection])
        #expect(try returned(workspace).contains { $0.mentions("exit-ticket.md") })
    }

    @Test(arguments: ["", "version=\"9.9\""])
    func `an unknown rubric or version is returned`(version: String) throws {
        let workspace = try Workspace()
        if version.isEmpty {
            try workspace.drop(rubric: "juggling")
            #expect(try returned(workspace).contains { $0.mentions("juggling") })
        } else {
            try workspace.drop(version: "9.9")
            #expect(try returned(workspace).contains { $0.mentions("9.9") })
        }
    }

    @Test(arguments: ["draft", "retired"])
    func `a rubric that isn't active is offered to nobody`(status: String) throws {
        let workspace = try Workspace(rubrics: [rubricXML(status: status)])
        try workspace.drop()
        #expect(try returned(workspace).contains { $0.mentions("checking") })
    }

    @Test func `without a version the newest active one counts, number by number`() throws {
        let workspace = try Workspace(rubrics: [
            rubricXML(version: "1.9"), rubricXML(version: "1.10"), rubricXML(version: "2.0", status: "draft"),
        ])
        try workspace.drop()
        let submission = try workspace.accept()
        #expect(try workspace.show(submission)["rubric"]["version"].string == "1.10")
    }

    @Test func `a school that the program doesn't declare is returned`() throws {
        let workspace = try Workspace()
        try workspace.drop(educator: Educator(school: "linclon-es"))
        #expect(try returned(workspace).contains { $0.code == "school.unknown" && $0.line == 3 })
    }

    @Test(arguments: ["<statement kind=\"own-work\" agreed=\"false\" date=\"2026-11-02\"/>", ""])
    func `a statement must be there and agreed to`(statement: String) throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifestXML(statement: statement))
        #expect(try returned(workspace).contains { $0.mentions("statement") })
    }

    @Test(arguments: [0, 3])
    func `too few and too many of a kind are returned`(count: Int) throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: (0..<count).map { .file("plan-\($0).md") } + [.work, .reflection])
        #expect(try returned(workspace).contains { $0.mentions("lesson-plan") })
    }

    @Test func `a kind that the rubric doesn't ask for is returned`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: Item.usual + [.file("poem.md", kind: "poem")])
        #expect(try returned(workspace).contains { $0.mentions("poem") && $0.line == 8 })
    }

    @Test func `a kind in another form is returned`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [.text("My plan.", kind: "lesson-plan"), .work, .reflection])
        #expect(try returned(workspace).contains { $0.mentions("lesson-plan") })
    }

    private let plan = "<evidence kind=\"plan\" form=\"file\" min=\"1\" max=\"1\" "

    @Test(arguments: [
        ("application/pdf", "plan.pdf", pdf("Plan"), true),
        ("application/pdf", "plan.pdf", Data("Only text.\n".utf8), false),
        ("application/pdf", "plan.txt", pdf("Plan"), true),
        ("text/plain", "plan.txt", Data("Only text.\n".utf8), true),
        ("text/plain", "plan.txt", Data(count: 64), false),
        ("text/plain", "plan.txt", Data("Date: November 2, 2026\r\nTeacher: Ms. Reed\r\n".utf8), true),
        ("text/markdown", "plan.md", Data("P1 Algebra, exit tickets\n".utf8), true),
        ("image/x-portable-bitmap", "plan.pbm", Data("P1 Algebra, exit tickets\n".utf8), false),
        ("application/pdf", "plan.pdf", Data("%PDF-1.7\nplain\n".utf8), true),
        ("text/markdown", "plan.md", Data("# Plan\n".utf8), true),
        ("text/markdown", "plan.txt", Data("# Plan\n".utf8), false),
        ("application/pdf text/markdown", "plan.md", Data("# Plan\n".utf8), true),
    ])
    func `a media type is found by content`(media: String, name: String, bytes: Data, isTaken: Bool) throws {
        let workspace = try Workspace(rubrics: [
            rubricXML(intake: plan + "media=\"\(media)\"/>", criteria: [Criterion("1.1", on: "plan")])
        ])
        try workspace.drop(evidence: [.file(name, kind: "plan", bytes)])
        if isTaken {
            #expect(try workspace.run().state("bundle") == "accepted")
        } else {
            #expect(try returned(workspace).contains { $0.mentions(name) })
        }
    }

    @Test func `a file above the rubric's bytes is returned`() throws {
        let workspace = try Workspace(rubrics: [
            rubricXML(intake: plan + "max-bytes=\"10\"/>", criteria: [Criterion("1.1", on: "plan")])
        ])
        try workspace.drop(evidence: [.file("plan.md", kind: "plan", Data("12345678901".utf8))])
        #expect(try returned(workspace).contains { $0.mentions("plan.md", "10") })
    }

    @Test(arguments: [("one two", false), ("one two three", true), ("a b c d", false), ("one – two ... 3", true)])
    func `words are runs that hold a letter or a digit`(text: String, isTaken: Bool) throws {
        let intake = "<evidence kind=\"note\" form=\"text\" min=\"1\" max=\"1\" min-words=\"3\" max-words=\"3\"/>"
        let workspace = try Workspace(rubrics: [rubricXML(intake: intake, criteria: [Criterion("1.1", on: "note")])])
        try workspace.drop(evidence: [.text(text, kind: "note")])
        if isTaken {
            #expect(try workspace.run().state("bundle") == "accepted")
        } else {
            #expect(try returned(workspace).contains { $0.mentions("words") })
        }
    }

    @Test(arguments: [
        ("", false), ("release=\"\"", false), ("release=\"on-file\"", true), ("release=\"not-needed\"", true),
    ])
    func `a release that is required must be given`(release: String, isTaken: Bool) throws {
        let workspace = try Workspace(rubrics: [
            rubricXML(intake: plan + "release=\"required\"/>", criteria: [Criterion("1.1", on: "plan")])
        ])
        try workspace.drop(evidence: [.file("plan.md", kind: "plan", attributes: release)])
        if isTaken {
            #expect(try workspace.run().state("bundle") == "accepted")
        } else {
            #expect(try returned(workspace).contains { $0.mentions("release") })
        }
    }

    @Test(arguments: ["error", "warning"])
    func `a rubric's rule speaks with what was counted`(severity: String) throws {
        let rule = """
            <rule id="two-students" severity="\(severity)" \
            test="count(a:evidence/a:file[@kind='student-work']) &gt;= 2">Send work of two students; this bundle \
            has {count(a:evidence/a:file[@kind='student-work'])} of \
            {sum(a:evidence/a:file[@kind='student-work']/@bytes)} bytes.</rule>
            """
        let workspace = try Workspace(rubrics: [rubricXML(intake: usualIntake + rule)])
        try workspace.drop()
        let pass = try workspace.run()
        #expect(pass.state("bundle") == (severity == "error" ? "returned" : "accepted"))
        let words = "this bundle has 1 of \(pdf("Student A").count) bytes."
        #expect(
            pass.findings("bundle").contains { $0.json["severity"].string == severity && $0.message.contains(words) })
    }
}
