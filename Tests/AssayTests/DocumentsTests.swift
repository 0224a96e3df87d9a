import Foundation
import Support
import Testing

/// The district's own documents: every fault at once, and no fault stops what it doesn't concern.
@Suite(.scratch) struct DocumentsTests {
    /// What `rubric check` finds with this rubric beside good documents.
    private func check(
        rubric: String = rubricXML(), program: String = programXML(),
        reviewers: String = reviewersXML([Person("r-one")])
    ) throws -> (exit: Int32, findings: [Finding], text: String) {
        let workspace = try Workspace(rubrics: [rubric], program: program)
        try workspace.write("Rubrics/reviewers.xml", reviewers)
        let result = try workspace.assay(["rubric", "check", "--json"])
        let json = try result.json
        return (result.exit, (json.isArray ? json : json["findings"]).array.map(Finding.init), result.stdout)
    }

    @Test func `good documents have no fault`() throws {
        let checked = try check()
        #expect(checked.exit == 0)
        #expect(checked.findings.filter(\.isError).isEmpty)
    }

    /// A mistake in the rubric, by replacing one text with another, and a word that must be said of it.
    static let mistakes: [(find: String, write: String, word: String)] = [
        ("<competency>", "<competence>", "competence"), ("</rubric>", "", "rubric"),
        ("version=\"1.0\" status=\"active\"", "version=\"1.0\" status=\"activ\"", "activ"),
        ("id=\"checking\"", "id=\"a b\"", "a b"), ("id=\"checking\"", "id=\"CON\"", "CON"),
        ("scale=\"dp\" evidence=\"lesson-plan\"", "scale=\"xx\" evidence=\"lesson-plan\"", "xx"),
        ("evidence=\"student-work\"", "evidence=\"homework\"", "homework"),
        ("<at level=\"progressing\">", "<at level=\"halfway\">", "halfway"),
        ("points=\"1\" meets=\"false\"", "points=\"3\" meets=\"false\"", "points"),
        ("points=\"0\" meets=\"false\"", "points=\"0\" meets=\"true\"", "meet"),
        ("<criterion id=\"1.2\"", "<criterion id=\"1.1\"", "1.1"),
        ("kind=\"reflection\"", "kind=\"lesson-plan\"", "lesson-plan"),
        ("min=\"1\" max=\"2\"", "min=\"3\" max=\"2\"", "max"),
        ("</intake>", "<rule id=\"r\" severity=\"error\" test=\"count(\">No.</rule></intake>", "count("),
        ("</intake>", "<rule id=\"r\" severity=\"error\" test=\"true()\">No {count(}.</rule></intake>", "count("),
        ("</intake>", "<rule id=\"r\" severity=\"error\" test=\"x:a\">No.</rule></intake>", "x:a"),
        ("due=\"P10D\"", "due=\"ten days\"", "ten days"), ("reviewers=\"1\"", "reviewers=\"4\"", "4"),
        ("<title>Checking", "<!DOCTYPE x><title>Checking", "doctype"),
        ("max=\"3\" keep=\"met\"", "max=\"0\" keep=\"met\"", "max"),
    ]

    @Test(arguments: mistakes.indices)
    func `a mistake in a rubric is found at its place`(index: Int) throws {
        let (find, write, word) = Self.mistakes[index]
        let good = rubricXML()
        #expect(good.contains(find))
        let checked = try check(rubric: good.replacing(find, with: write, maxReplacements: 1))
        #expect(checked.exit == 1)
        let errors = checked.findings.filter(\.isError)
        #expect(errors.contains { $0.mentions(word) }, "\(checked.text)")
        #expect(errors.allSatisfy { $0.file?.hasSuffix("rubric-1.xml") == true && $0.line != nil && $0.column != nil })
    }

    @Test func `all mistakes are reported at once`() throws {
        let rubric = rubricXML().replacing("evidence=\"student-work\"", with: "evidence=\"homework\"")
            .replacing("<at level=\"progressing\">", with: "<at level=\"halfway\">")
        let checked = try check(
            rubric: rubric, reviewers: reviewersXML([Person("r-one", school: "nowhere"), Person("r-one")]))
        #expect(checked.findings.contains { $0.mentions("homework") })
        #expect(checked.findings.contains { $0.mentions("halfway") })
        #expect(checked.findings.contains { $0.code == "school.unknown" && $0.mentions("nowhere") })
        #expect(checked.findings.contains { $0.isError && $0.mentions("r-one") })
    }

    @Test func `a criterion without descriptors is a warning and no error`() throws {
        let rubric = rubricXML().split(separator: "\n").filter { !$0.contains("<at level=") }.joined(separator: "\n")
        let checked = try check(rubric: rubric)
        #expect(checked.exit == 0, "\(checked.text)")
        #expect(checked.findings.contains { $0.isWarning && $0.mentions("1.1") })
    }

    @Test(arguments: [
        [Person("r-one", email: "a@b.example"), Person("r-two", email: "A@B.example")],
        [Person("r-one"), Person("R-ONE")],
        [Person("r-one", away: "from=\"2026-12-05\" to=\"2026-12-01\"")],
    ])
    func `a roster's mistakes are found`(people: [Person]) throws {
        let checked = try check(reviewers: reviewersXML(people))
        #expect(checked.exit == 1)
        #expect(checked.findings.contains { $0.isError && $0.file?.hasSuffix("reviewers.xml") == true })
    }

    @Test(arguments: ["America/Chicag", ""])
    func `a time zone that isn't one is found`(zone: String) throws {
        #expect(try check(program: programXML().replacing("America/Chicago", with: zone)).exit == 1)
    }

    @Test func `two files of one rubric and version are an error`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(), rubricXML(due: "P3D")])
        let result = try workspace.assay(["rubric", "check"])
        #expect(result.exit == 1)
        let text = result.stdout + result.stderr
        #expect(text.contains("rubric-1.xml") && text.contains("rubric-2.xml"))
    }

    @Test func `one file can be checked alone`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(), "<rubric"])
        #expect(try workspace.assay(["rubric", "check", workspace.path("Rubrics/rubric-1.xml")]).exit == 0)
        #expect(try workspace.assay(["rubric", "check", workspace.path("Rubrics/rubric-2.xml")]).exit == 1)
    }

    @Test func `documents lie at any depth and the root element says what they are`() throws {
        let workspace = try Workspace()
        try workspace.move("Rubrics/rubric-1.xml", to: "Rubrics/a.xml")
        try workspace.makeFolder("Rubrics/deep/er")
        try workspace.move("Rubrics/program.xml", to: "Rubrics/deep/er/whatever.xml")
        try workspace.drop()
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test func `an invalid rubric is 65 and the others' bundles go on`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(), rubricXML(id: "broken").replacing("</rubric>", with: "")])
        try workspace.drop("good")
        try workspace.drop("of-broken", rubric: "broken", educator: Educator("E2"))
        let pass = try workspace.run(exit: 65)
        #expect(pass.state("good") == "accepted")
        // It may be the very rubric that the bundle is for.
        #expect(pass["waiting"] == 1)
        #expect(pass["returned"] == 0)
        workspace.advance(days: 2)
        #expect(try workspace.run(exit: 65)["waiting"] == 1)
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(id: "broken"))
        #expect(try workspace.run().state("of-broken") == "accepted")
    }

    @Test func `an invalid roster is 65 and bundles are taken nevertheless`() throws {
        let workspace = try Workspace()
        try workspace.write("Rubrics/reviewers.xml", "<reviewers")
        try workspace.drop()
        try workspace.run(exit: 65)
        try workspace.setReviewers([Person("r-one")])
        try workspace.run()
        #expect(try workspace.ask("list").array.count == 1)
        #expect(try workspace.state("bundle") == "in-review")
    }

    @Test func `an accepted rubric that changes without a version is 65 and names both digests`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        let before = try workspace.show(submission)["rubric"]["sha256"].string
        let changed = rubricXML(due: "P2D")
        try workspace.write("Rubrics/rubric-1.xml", changed)
        let digest = try workspace.shell("sha256sum Rubrics/rubric-1.xml | cut -c 1-64").prefix(64)
        workspace.advance(seconds: 60)
        let result = try workspace.assay(["run"])
        #expect(result.exit == 65)
        let text = result.stdout + result.stderr
        #expect(text.contains(digest))
        #expect(try text.contains(#require(before)))
        // What was accepted goes on by its own bytes.
        #expect(try workspace.show(submission)["rubric"]["sha256"].string == before)
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        workspace.advance(seconds: 60)
        try workspace.run(exit: 65)
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.text(workspace.record(submission)).contains(#require(before)))
        #expect(try workspace.assay(["rubric", "check"]).exit == 1)
    }

    @Test func `a version under which something was accepted may be retired, and only that`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        let active = try workspace.text("Rubrics/rubric-1.xml")
        let retired = active.replacingOccurrences(of: "status=\"active\"", with: "status=\"retired\"")
        try #require(retired != active)
        try workspace.write("Rubrics/rubric-1.xml", retired)
        #expect(try workspace.assay(["rubric", "check"]).exit == 0)
        try workspace.drop("later", educator: Educator("E2"))
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        workspace.advance(seconds: 60)
        let pass = try workspace.run()
        #expect(pass.state("later") == "returned", "\(pass)")
        #expect(try workspace.state(submission) == "earned")
        try workspace.write("Rubrics/rubric-1.xml", retired.replacingOccurrences(of: "</title>", with: "!</title>"))
        #expect(try workspace.assay(["rubric", "check"]).stdout.contains("[rubric.changed]"))
    }

    @Test func `a version that changed is told though all that was accepted under it went on under another`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        try #require(try workspace.assay(["withdraw", submission, "--reason", "Too early."]).exit == 0)
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(version: "1.1"))
        try workspace.drop("again")
        try #require(try workspace.accept("again") == submission)
        try #require(try workspace.show(submission)["rubric"]["version"].string == "1.1")
        let before = try workspace.text("Rubrics/rubric-1.xml")
        try workspace.write("Rubrics/rubric-1.xml", before.replacing("</title>", with: "!</title>"))
        for command in [["rubric", "check"], ["rubric", "check", workspace.path("Rubrics/rubric-1.xml")]] {
            let checked = try workspace.assay(command)
            #expect(checked.exit == 1 && checked.stdout.contains("[rubric.changed]"), "\(checked)")
        }
        try workspace.run(exit: 65)
        #expect(try workspace.assay(["rubric", "accepted", "checking", "1.0"]).stdout == before)
        #expect(try workspace.state(submission) == "in-review")
    }

    @Test func `under a newer version of a rubric open submissions go on under theirs`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.write("Rubrics/rubric-1.xml", rubricXML(version: "2.0"))
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.show(submission)["rubric"]["version"].string == "1.0")
    }

    @Test func `sample bundles aren't laid among a district's own`() throws {
        let workspace = try Workspace()
        let rubrics = workspace.names(in: "Rubrics").filter { $0 != "Schemas" }
        let laid = try workspace.assay(["init", "--samples"])
        #expect(laid.exit == 0 && laid.stdout.contains("--workspace trial"), "\(laid)")
        #expect(workspace.names(in: "Inbox").isEmpty)
        #expect(workspace.names(in: "Rubrics").filter { $0 != "Schemas" } == rubrics)
        #expect(try workspace.ask("init", "--samples")["withheld"].bool == true)
    }

    @Test func `the sample documents and schemas that init lays are valid`() throws {
        let workspace = try Workspace("samples")
        try workspace.shell("rm -rf Rubrics Inbox Outbox")
        #expect(try workspace.assay(["init", "--samples"]).exit == 0)
        #expect(try workspace.assay(["rubric", "check"]).exit == 0)
        let schemas = workspace.names(in: "Rubrics/Schemas")
        for name in ["rubric", "submission", "program", "reviewers", "decision", "record", "receipt"] {
            #expect(schemas.contains(name + ".xsd"))
        }
        #expect(!workspace.names(in: "Inbox").isEmpty)
        let pass = try workspace.run()
        #expect((pass["accepted"] ?? 0) > 0)
        #expect((pass["returned"] ?? 0) > 1)
        #expect((pass["duplicates"] ?? 0) > 0)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
