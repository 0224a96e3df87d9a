import Foundation
import Support
import Testing

/// The signed record, and what it keeps to itself.
@Suite(.scratch) struct RecordTests {
    private let levels = ["1.1": "demonstrated", "1.2": "progressing"]

    private func decided(_ rubric: String = rubricXML()) throws -> (Workspace, String) {
        let workspace = try Workspace(rubrics: [rubric])
        try workspace.drop()
        let submission = try workspace.accept()
        workspace.advance(days: 1)
        try workspace.fillAll(submission, levels: levels)
        try workspace.run()
        return (workspace, submission)
    }

    @Test func `a decision leaves a record, its signature, its JSON and a letter`() throws {
        let (workspace, submission) = try decided()
        let folder = "Outbox/Decisions/2026-11/\(submission)"
        #expect(
            workspace.names(in: folder) == ["feedback.html", "record.json", "record.xml", "record.xml.sig"])
        #expect(try workspace.record(submission) == folder + "/record.xml")
        #expect(try workspace.bytes(folder + "/record.xml.sig").count == 64)
    }

    @Test func `the record is valid and says what was decided`() throws {
        let (workspace, submission) = try decided()
        let record = try workspace.record(submission)
        try workspace.validate(record, by: "record")
        let text = try workspace.text(record)
        for word in [
            submission, "E1042", "Ana María Núñez", "lincoln-es", "checking", "demonstrated", "progressing",
            "As seen in the evidence.", "not-yet-earned", "all-meet", "reader-1",
        ] { #expect(text.contains(word), "\(word)") }
    }

    @Test func `the digests in a record are those of the bytes`() throws {
        let (workspace, submission) = try decided()
        let record = try workspace.text(workspace.record(submission))
        for file in ["Rubrics/rubric-1.xml", "Rubrics/program.xml", "Rubrics/reviewers.xml"] {
            let digest = try workspace.shell("sha256sum \(file) | cut -c 1-64").prefix(64)
            #expect(record.contains(digest), "\(file)")
        }
        try workspace.write("student.pdf", pdf("Student A"))
        #expect(record.contains(try workspace.shell("sha256sum student.pdf | cut -c 1-64").prefix(64)))
    }

    @Test(arguments: [".assay/keys/record.pub.pem", "Outbox/Keys/record.pub.pem"])
    func `openssl agrees with the signature`(key: String) throws {
        let (workspace, submission) = try decided()
        let record = try workspace.path(workspace.record(submission))
        func verify(_ file: String) throws -> Int32 {
            try command(
                "/usr/bin/openssl",
                [
                    "pkeyutl", "-verify", "-pubin", "-inkey", workspace.path(key), "-rawin", "-in", file, "-sigfile",
                    record + ".sig",
                ]
            ).exit
        }
        #expect(try verify(record) == 0)
        try workspace.write("forged.xml", try workspace.text(record).replacing("not-yet-earned", with: "earned"))
        #expect(try verify(workspace.path("forged.xml")) != 0)
    }

    @Test func `record.json is what show said at that moment`() throws {
        let (workspace, submission) = try decided()
        let written = try JSON(workspace.text("Outbox/Decisions/2026-11/\(submission)/record.json"))
        #expect(try written == workspace.show(submission))
    }

    @Test(arguments: ["double", "single"])
    func `a blind record names no reader`(blind: String) throws {
        let (workspace, submission) = try decided(rubricXML(reviewers: 2, blind: blind))
        let folder = "Outbox/Decisions/2026-11/\(submission)"
        for name in ["record.xml", "feedback.html"] {
            let text = try workspace.text(folder + "/" + name)
            for word in ["r-one", "r-two", "Reader r-"] { #expect(!text.contains(word), "\(name)") }
        }
        let record = try workspace.text(folder + "/record.xml")
        #expect(record.contains("reader-1"))
        #expect(record.contains("reader-2"))
    }

    @Test func `a record that isn't blind names its readers`() throws {
        let (workspace, submission) = try decided(rubricXML(reviewers: 2, blind: "none"))
        let record = try workspace.text(workspace.record(submission))
        #expect(record.contains("r-one"))
        #expect(record.contains("r-two"))
    }

    @Test func `an adjudicated record says who was the adjudicator by that word`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: levels)
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "progressing"])
        try workspace.run()
        try workspace.fill(submission, levels: ["1.1": "demonstrated"])
        try workspace.run()
        let record = try workspace.text(workspace.record(submission))
        #expect(record.contains("adjudicator"))
        #expect(!record.contains("r-lead"))
        try workspace.validate(workspace.record(submission), by: "record")
    }

    @Test func `nothing in a queue under double names the submitter`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        let educator = Educator("QX7731", name: "Zebulon Quackenbush", email: "zq@home.example")
        try workspace.drop(
            "Quackenbush Zebulon", educator: educator,
            evidence: [
                .file("Quackenbush/QX7731.md"), .file("zq@home.example.pdf", kind: "student-work", pdf("A")),
                .reflection,
            ])
        let submission = try workspace.accept("Quackenbush Zebulon")
        // Also when something is wrong, and when a lead is asked.
        try workspace.fill(submission, as: "r-one", levels: ["1.1": "demonstrated"])
        try workspace.run()
        try expectNobody(in: workspace)
        try workspace.fill(submission, as: "r-one", levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.readers(of: submission) == ["r-lead"])
        try expectNobody(in: workspace)
    }

    private func expectNobody(in workspace: Workspace, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let tree = try workspace.tree("Outbox/Queues")
        #expect(tree.count > 5, sourceLocation: sourceLocation)
        for (path, bytes) in tree {
            let text = (path + String(decoding: bytes, as: UTF8.self)).lowercased()
            for word in ["quackenbush", "zebulon", "qx7731", "zq@home"] {
                #expect(!text.contains(word), "\(word) in \(path)", sourceLocation: sourceLocation)
            }
        }
        let queue = try workspace.assay(["queue", "--json"]).stdout.lowercased()
        #expect(!queue.contains("quackenbush") && !queue.contains("qx7731"), sourceLocation: sourceLocation)
    }

    @Test func `under single the reviewer sees the educator`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(blind: "single")])
        try workspace.drop()
        let submission = try workspace.accept()
        let reader = try workspace.onlyReader(of: submission)
        let seen = try workspace.tree(workspace.folder(submission, of: reader)).values
        #expect(seen.contains { String(decoding: $0, as: UTF8.self).contains("Ana María Núñez") })
    }

    @Test(arguments: [("when-not-met", 0), ("always", 1), ("optional", 0)])
    func `comments are required as the rubric says`(rule: String, problems: Int) throws {
        let workspace = try Workspace(rubrics: [rubricXML(comment: rule)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"], comment: nil)
        #expect(try workspace.run()["problems"] == problems)
    }

    @Test func `feedback says of a met criterion whose evidence an unmet one rests on too that it may be judged again`()
        throws
    {
        let criteria = [
            Criterion("1.1", on: "lesson-plan student-work"), Criterion("1.2", on: "student-work"),
            Criterion("1.3", on: "reflection"),
        ]
        let workspace = try Workspace(rubrics: [rubricXML(criteria: criteria)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fillAll(
            submission, levels: ["1.1": "demonstrated", "1.2": "not-met", "1.3": "demonstrated"])
        try workspace.run()
        let record = try workspace.record(submission)
        let page = try workspace.text(record.replacing("record.xml", with: "feedback.html"))
        let kept = try #require(page.firstRange(of: "What is kept for the next attempt"))
        let list = page[kept.upperBound...].components(separatedBy: "</section>")[0]
        #expect(list.components(separatedBy: "<br>").count == 2, "\(list)")
        #expect(
            list.contains(
                "<li><bdi>1.1 Criterion 1.1 is seen in the evidence: Demonstrated</bdi><br>It rests on student-work, as 1.2 "
                    + "does: if you change that for 1.2, this is judged again."), "\(list)")
    }

    @Test func `an optional criterion that readers differed about is no agreement, though the lead left it blank`()
        throws
    {
        let criteria = [Criterion("1.1"), Criterion("1.2", on: "student-work", required: false)]
        let workspace = try Workspace(rubrics: [rubricXML(criteria: criteria, reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try workspace.run()
        try workspace.fill(submission, status: "final")
        #expect(try workspace.run()["decided"] == 1)
        #expect(
            try workspace.criteria(submission) == ["1.1": "demonstrated, agreed", "1.2": "not-met, adjudicated"])
        #expect(try workspace.text(workspace.record(submission)).contains("how=\"adjudicated\""))
    }
}
