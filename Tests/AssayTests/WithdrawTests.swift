import Foundation
import Support
import Testing

/// `assay withdraw`: out of all queues, by somebody's word.
@Suite(.scratch) struct WithdrawTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func withdraw(_ id: String, in workspace: Workspace, reason: String = "She asked for it.") throws
        -> CommandResult
    {
        try workspace.assay(["withdraw", id, "--reason", reason])
    }

    @Test func `a withdrawn submission leaves all queues at once, and says why`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: both)
        try workspace.run()
        let result = try withdraw(submission, in: workspace)
        #expect(result.exit == 0, "\(result)")
        #expect(result.stdout.contains("r-one") && result.stdout.contains("r-two"))
        #expect(try workspace.ask("queue").array.isEmpty)
        #expect(try workspace.tree("Outbox/Queues").filter { $0.key.contains("S-") }.isEmpty)
        let shown = try workspace.show(submission)
        #expect(shown["state"].string == "withdrawn")
        #expect(shown["reason"].string == "She asked for it.")
        #expect(shown["assignments"].array.map { $0["state"].string } == ["withdrawn", "withdrawn"])
        #expect(shown["history"].array.contains { $0["event"].string == "withdrawn: She asked for it." })
        #expect(try workspace.ask("list").array.first?["state"].string == "withdrawn")
        let status = try workspace.ask("status")
        #expect(status["submissions"]["withdrawn"].int == 1)
        #expect(status["reviewers"].array.allSatisfy { $0["open"].int == 0 })
        #expect(try workspace.assay(["verify"]).exit == 0)
        // No pass gives it to anybody again.
        workspace.advance(days: 1)
        #expect(try workspace.run()["assigned"] == 0)
    }

    @Test func `what a reviewer had typed is kept`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: ["1.1": "demonstrated"], status: "draft", comment: "half a thought")
        let result = try withdraw(submission, in: workspace)
        #expect(result.exit == 0)
        #expect(result.stdout.contains("vault/kept"))
        #expect(try workspace.isKept("half a thought"))
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `its content dropped again is accepted anew, with the same attempt and nothing taken over`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: both)
        try workspace.run()
        _ = try withdraw(submission, in: workspace)
        workspace.advance(days: 1)
        try workspace.drop("again")
        #expect(try workspace.accept("again") == submission)
        let shown = try workspace.show(submission)
        #expect(shown["state"].string == "in-review")
        #expect(shown["attempt"].int == 1)
        #expect(shown["reason"].isMissing)
        #expect(try workspace.readers(of: submission).count == 2)
        try workspace.fillAll(submission, levels: both)
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `another bundle of the educator's may follow it`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(resubmit: "max=\"1\" keep=\"met\"")])
        try workspace.drop()
        _ = try withdraw(try workspace.accept(), in: workspace)
        try workspace.drop("other", evidence: [.file("plan.md", Data("Another plan.".utf8)), .work, .reflection])
        let other = try workspace.accept("other")
        #expect(try workspace.show(other)["attempt"].int == 1)
    }

    @Test func `what can't be withdrawn says so, and nothing is changed`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        for reason in ["", "  \n"] { #expect(try withdraw(submission, in: workspace, reason: reason).exit == 64) }
        #expect(try workspace.assay(["withdraw", submission]).exit == 64)
        #expect(try withdraw("S-0000000000000", in: workspace).exit == 66)
        #expect(try workspace.state(submission) == "in-review")
        try workspace.fill(submission, levels: both)
        try workspace.run()
        let result = try withdraw(submission, in: workspace)
        #expect(result.exit == 64)
        #expect(result.stderr.contains("decided"))
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `a second word changes nothing`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        _ = try withdraw(submission, in: workspace)
        let before = try workspace.show(submission)
        let result = try withdraw(submission, in: workspace, reason: "Again.")
        #expect(result.exit == 0)
        #expect(result.stdout.contains("before"))
        #expect(try workspace.show(submission) == before)
    }
}
