import Foundation
import Support
import Testing

/// Something that can't be opened is no failure of the educator's: the attempt stays open until it is mended.
@Suite(.scratch) struct UnscorableTests {
    /// A submission with two readers: r-one has given levels, r-two couldn't open the student's work.
    private func incomplete(level: String = "demonstrated", version: String? = nil) throws -> (Workspace, String) {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop(version: version)
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: ["1.1": level, "1.2": level])
        try workspace.fill(submission, as: "r-two", status: "unscorable", reason: "The PDF won't open.", evidence: "e2")
        try workspace.run()
        return (workspace, submission)
    }

    @Test func `an item that can't be scored makes the submission incomplete and tells which`() throws {
        let (workspace, submission) = try incomplete()
        #expect(try workspace.state(submission) == "incomplete")
        #expect(try workspace.ask("queue").array.isEmpty)
        #expect(workspace.names(in: "Outbox/Queues/r-one").filter { $0.hasPrefix("S-") }.isEmpty)
        let told = try workspace.tree("Outbox").contains { path, bytes in
            path.hasSuffix("receipt.xml") && String(decoding: bytes, as: UTF8.self).contains("The PDF won't open.")
        }
        #expect(told)
    }

    @Test func `its content dropped again goes on with the same attempt and the levels already given`() throws {
        let (workspace, submission) = try incomplete()
        workspace.advance(days: 1)
        try workspace.drop("again")
        let pass = try workspace.run()
        #expect(pass.state("again") == "accepted")
        #expect(pass.bundle("again")["submission"].string == submission)
        #expect(try workspace.show(submission)["attempt"].int == 1)
        #expect(try workspace.readers(of: submission).count == 1)
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `the mended bundle goes on with the same attempt`() throws {
        let (workspace, _) = try incomplete()
        workspace.advance(days: 1)
        let mended = Item.file("work/student-a.pdf", kind: "student-work", pdf("Student A, readable"))
        try workspace.drop("mended", evidence: [.plan, mended, .reflection])
        let submission = try workspace.accept("mended")
        #expect(try workspace.show(submission)["attempt"].int == 1)
        for reader in try workspace.readers(of: submission) {
            let text = try workspace.text(workspace.decision(submission, of: reader))
            let asked = ["1.1", "1.2"].filter { text.contains("<criterion id=\"\($0)\"") }
            try workspace.fill(
                submission, as: reader, levels: Dictionary(uniqueKeysWithValues: asked.map { ($0, "demonstrated") }))
        }
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.show(submission)["attempt"].int == 1)
    }

    @Test func `what came back mended is no finding any more when something else can't be used`() throws {
        let (workspace, submission) = try incomplete()
        try workspace.drop("again")
        #expect(try workspace.accept("again") == submission)
        try workspace.fill(submission, as: "r-two", status: "unscorable", reason: "Nor this.", evidence: "e1")
        try workspace.run()
        let findings = try workspace.show(submission)["findings"].array.map(Finding.init)
        #expect(findings.count == 1 && findings[0].mentions("e1"), "\(findings)")
    }

    /// The bundle mended, and accepted.
    private func mend(_ workspace: Workspace) throws -> String {
        let mended = Item.file("work/student-a.pdf", kind: "student-work", pdf("Student A, readable"))
        try workspace.drop("mended", evidence: [.plan, mended, .reflection])
        return try workspace.accept("mended")
    }

    @Test func `content that comes back after it was mended has each reader's decision once`() throws {
        let (workspace, submission) = try incomplete()
        let mended = try mend(workspace)
        try workspace.fill(mended, as: "r-two", status: "unscorable", reason: "Nor will this.", evidence: "e2")
        try workspace.run()
        try workspace.drop("original")
        #expect(try workspace.accept("original") == submission)
        #expect(try workspace.state(submission) == "in-review")
        #expect(try workspace.readers(of: submission) == ["r-two"])
        let shown = try workspace.show(submission)
        #expect(shown["assignments"].array.filter { $0["state"].string == "taken" }.count == 1)
        #expect(shown["history"].array.contains { $0["event"].string?.contains("r-one: superseded (") == true })
        // What was taken from a reviewer stays taken: once.
        #expect(try workspace.ask("status")["reviewers"].first("id", "r-one")["taken"].int == 1)
        #expect(try workspace.text("Outbox/Queues/r-one/index.html").contains(submission))
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(
        arguments: [(status: "retired", newer: false), ("retired", true), ("draft", true), ("", true)],
        [nil, "1.0"])
    func `it keeps its version and levels, whatever became of that version in Rubrics`(
        rubric: (status: String, newer: Bool), version: String?
    ) throws {
        let (workspace, submission) = try incomplete(version: version)
        if rubric.status.isEmpty {
            try workspace.remove("Rubrics/rubric-1.xml")
        } else {
            try workspace.write("Rubrics/rubric-1.xml", rubricXML(status: rubric.status, reviewers: 2))
        }
        if rubric.newer { try workspace.write("Rubrics/rubric-2.xml", rubricXML(version: "2.0", reviewers: 2)) }
        try workspace.drop("again", version: version)
        #expect(try workspace.assay(["check", workspace.path("Inbox/again")]).exit == 0)
        #expect(try workspace.accept("again") == submission)
        try workspace.fill(submission, as: "r-two", status: "unscorable", reason: "Nor now.", evidence: "e2")
        try workspace.run()
        let work = Item.file("work/student-a.pdf", kind: "student-work", pdf("Student A, readable"))
        try workspace.drop("mended", version: version, evidence: [.plan, work, .reflection])
        let mended = try workspace.accept("mended")
        let shown = try workspace.show(mended)
        #expect(shown["rubric"]["version"].string == "1.0" && shown["attempt"].int == 1)
        #expect(try workspace.readers(of: mended) == ["r-two"])
        try workspace.fill(mended, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        #expect(try workspace.state(mended) == "earned")
    }

    @Test func `mended under another version it is read anew`() throws {
        let (workspace, _) = try incomplete()
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(version: "2.0", reviewers: 2, due: "P5D"))
        try workspace.drop("mended", version: "2.0")
        let mended = try workspace.accept("mended")
        #expect(try workspace.show(mended)["rubric"]["version"].string == "2.0")
        #expect(try workspace.readers(of: mended) == ["r-one", "r-two"])
    }

    @Test func `a bundle mended twice may name any bundle of its attempt`() throws {
        let (workspace, submission) = try incomplete()
        for round in 1...2 {
            let work = Item.file("work/student-a.pdf", kind: "student-work", pdf("Readable \(round)"))
            try workspace.drop("mended-\(round)", evidence: [.plan, work, .reflection], resubmission: submission)
            let mended = try workspace.accept("mended-\(round)")
            #expect(try workspace.show(mended)["attempt"].int == 1)
            try workspace.fill(mended, as: "r-two", status: "unscorable", reason: "Nor this.", evidence: "e2")
            try workspace.run()
        }
        try workspace.drop("other", evidence: [.plan, .work, .text("Other.")], resubmission: "S-0000000000000")
        #expect(try workspace.run().findings("other").map(\.code) == ["resubmission.not-latest"])
    }

    @Test func `content that comes back as another attempt is read anew`() throws {
        let (workspace, submission) = try incomplete(level: "progressing")
        let mended = try mend(workspace)
        try workspace.fill(mended, levels: ["1.1": "progressing", "1.2": "progressing"])
        try workspace.run()
        #expect(try workspace.state(mended) == "not-yet-earned")
        try workspace.drop("original")
        #expect(try workspace.accept("original") == submission)
        #expect(try workspace.show(submission)["attempt"].int == 2)
        #expect(try workspace.readers(of: submission) == ["r-one", "r-two"])
    }

    /// One reader, who can't open the student's work, and gets the same content again.
    private func unscorableOnce() throws -> (Workspace, String) {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, status: "unscorable", reason: "It won't open.", evidence: "e2")
        return (workspace, submission)
    }

    @Test func `what is found unscorable twice by the same reader leaves nothing over`() throws {
        let (workspace, submission) = try unscorableOnce()
        try workspace.run()
        try workspace.drop("again")
        _ = try workspace.accept("again")
        try workspace.fill(submission, status: "unscorable", reason: "Nor this time.", evidence: "e2")
        let pass = try workspace.assay(["run"])
        #expect(pass.exit == 0 && !pass.stdout.contains("was not taken"), "\(pass)")
        let history = try workspace.show(submission)["history"].array.compactMap { $0["event"].string }
        #expect(!history.contains { $0.hasPrefix("kept:") }, "\(history)")
        #expect(workspace.names(in: ".assay/vault/kept").isEmpty)
    }

    @Test func `the end of an assignment that stays owed leaves the reviewer's newer folder alone`() throws {
        let (workspace, submission) = try unscorableOnce()
        let folder = workspace.folder(submission, of: "r-one")
        // Too large to be kept.
        try workspace.shell("truncate -s 2001000000 '\(folder)/film.mov'")
        _ = try workspace.assay(["run"])
        try workspace.drop("again")
        _ = try workspace.assay(["run"])
        try workspace.fill(submission, levels: ["1.1": "progressing"], status: "draft", comment: "Half a thought.")
        let draft = try workspace.text(workspace.decision(submission, of: "r-one"))
        try workspace.remove("Outbox/.assay-tmp")
        let pass = try workspace.assay(["run"])
        #expect(pass.exit == 0, "\(pass)")
        #expect(try workspace.text(workspace.decision(submission, of: "r-one")) == draft)
        #expect(workspace.names(in: ".assay/vault/kept").isEmpty)
    }

    @Test func `who declined the bundle isn't given the mended one`() throws {
        let people = [Person("r-one"), Person("r-two")]
        let workspace = try Workspace(people: people)
        try workspace.drop()
        let submission = try workspace.accept()
        let first = try #require(try workspace.readers(of: submission).first)
        try workspace.fill(submission, as: first, status: "declined", reason: "She is my sister.")
        try workspace.run()
        let second = try workspace.onlyReader(of: submission)
        try workspace.fill(submission, as: second, status: "unscorable", reason: "It won't open.", evidence: "e2")
        try workspace.run()
        try workspace.setReviewers(people.filter { $0.id == first })
        let mended = Item.file("work/student-a.pdf", kind: "student-work", pdf("Readable"))
        try workspace.drop("mended", evidence: [.plan, mended, .reflection])
        let pass = try workspace.run()
        #expect(pass.state("mended") == "accepted")
        #expect(pass["assigned"] == 0)
        #expect(pass["unroutable"] == 1)
        // What is explained is what was done.
        let reviewers = try workspace.ask("explain", "mended")["reviewers"]
        #expect(reviewers.first("reviewer", first)["standing"].string == "excluded")
        #expect(reviewers.first("reviewer", first)["rule"].string == "already-on-it")
    }

    @Test func `who declined isn't given a bundle that was mended twice`() throws {
        let people = [Person("r-one"), Person("r-two")]
        let workspace = try Workspace(people: people)
        try workspace.drop()
        var submission = try workspace.accept()
        let first = try workspace.onlyReader(of: submission)
        try workspace.fill(submission, as: first, status: "declined", reason: "She is my sister.")
        try workspace.run()
        for round in 1...2 {
            try workspace.fill(submission, status: "unscorable", reason: "It won't open.", evidence: "e2")
            try workspace.run()
            let mended = Item.file("work/student-a.pdf", kind: "student-work", pdf("Readable \(round)"))
            try workspace.drop("mended-\(round)", evidence: [.plan, mended, .reflection])
            submission = try workspace.accept("mended-\(round)")
            #expect(try workspace.readers(of: submission) == people.map(\.id).filter { $0 != first })
        }
        try workspace.setReviewers(people.filter { $0.id == first })
        #expect(try workspace.run()["unroutable"] == 1)
        let told = try workspace.ask("explain", submission)["reviewers"].first("rule", "already-on-it")
        #expect(told["reviewer"].string == first)
    }
}
