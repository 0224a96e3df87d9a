import Foundation
import Support
import Testing

/// Words that a reviewer typed where nobody reads them keep nothing from being taken, but she is told, and they are kept.
@Suite(.scratch) struct UnreadWordsTests {
    private static let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func assigned(reviewers: Int = 1, form: String = "xml") throws -> (Workspace, String) {
        let workspace = try Workspace(
            rubrics: [rubricXML(reviewers: reviewers)],
            people: [Person("r-one", form: form), Person("r-two", form: form)])
        try workspace.drop()
        return (workspace, try workspace.accept())
    }

    private func desk(_ workspace: Workspace, of reviewer: String) throws -> String {
        try workspace.text("Outbox/Queues/\(reviewer)/index.html")
    }

    /// Types below the first descriptor of each criterion, in the XML comment.
    private func typeIntoNotes(_ workspace: Workspace, _ submission: String, of reviewer: String) throws {
        let file = workspace.decision(submission, of: reviewer)
        let text = try workspace.text(file)
        try #require(text.contains("It is there in part."))
        try workspace.write(
            file, text.replacing("It is there in part.", with: "It is there in part. Only on page 2, I think!"))
    }

    @Test func `a final decision with words in the form's notes is taken, and they are told and kept`() throws {
        let (workspace, submission) = try assigned()
        let reader = try workspace.onlyReader(of: submission)
        try workspace.fill(submission, as: reader, levels: Self.both, reason: "The video helped.")
        try typeIntoNotes(workspace, submission, of: reader)
        let pass = try workspace.run()
        #expect(pass["decided"] == 1 && pass["problems"] == 0)
        let told = pass.json["notices"].array.compactMap(\.string).joined()
        #expect(told.contains("'Only on page 2, I think!' stands in a note of the form"), "\(pass.json)")
        #expect(told.contains("so does one more line") && told.contains("'The video helped.' stands as the reason"))
        let page = try desk(workspace, of: reader)
        #expect(page.contains("You also wrote &#39;Only on page 2, I think!&#39; where nobody reads it."), "\(page)")
        #expect(page.contains("&#39;The video helped.&#39;"))
        let history = try workspace.show(submission)["history"].array.compactMap { $0["event"].string }
        #expect(history.contains("taken from \(reader), with words that nobody reads"))
        #expect(try workspace.isKept("Only on page 2, I think!"))
        #expect(try !workspace.text(workspace.record(submission)).contains("page 2"))
        #expect(try workspace.assay(["verify"]).exit == 0)
        #expect(try workspace.run().json["notices"].array.isEmpty)
    }

    @Test func `a draft is told of them at once, without being a problem, until they are moved`() throws {
        let (workspace, submission) = try assigned()
        let reader = try workspace.onlyReader(of: submission)
        let laid = try workspace.text(workspace.decision(submission, of: reader))
        try workspace.fill(submission, as: reader, status: "draft", reason: "The video helped.")
        try typeIntoNotes(workspace, submission, of: reader)
        let pass = try workspace.run()
        #expect(pass["problems"] == 0 && pass.json["notices"].array.isEmpty, "\(pass.json)")
        let told = try workspace.text(workspace.problems(submission, of: reader))
        #expect(told.hasPrefix("Nothing is wrong with decision.xml, which is a draft."))
        let line = laid.components(separatedBy: "\r\n").firstIndex { $0.contains("It is there in part.") } ?? 0
        #expect(told.contains("line \(line + 1), column") && told.contains("'Only on page 2, I think!'"), "\(told)")
        #expect(told.contains("If you decline, or can't judge an item, write so as the status"))
        #expect(try desk(workspace, of: reader).contains("<strong>Worth knowing:</strong>"))
        #expect(try workspace.queue(for: submission).map { $0["state"].string } == ["open"])
        let status = try workspace.ask("status")
        #expect(status["problems"].array.isEmpty && status["notes"].array.count == 1, "\(status)")
        #expect(try workspace.assay(["status"]).stdout.contains("Words that nobody reads"))

        try workspace.write(workspace.decision(submission, of: reader), laid)
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(!workspace.exists(workspace.problems(submission, of: reader)))
        #expect(try !desk(workspace, of: reader).contains("Worth knowing"))
        #expect(try workspace.ask("status")["notes"].array.isEmpty)
    }

    @Test func `while another reader is at work she may still move them into a comment`() throws {
        let (workspace, submission) = try assigned(reviewers: 2)
        let laid = try workspace.text(workspace.decision(submission, of: "r-one"))
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        try typeIntoNotes(workspace, submission, of: "r-one")
        #expect(try workspace.run()["reviews"] == 1)
        let told = try workspace.text(workspace.problems(submission, of: "r-one"))
        #expect(told.hasPrefix("The decision in decision.xml was taken."), "\(told)")
        #expect(try desk(workspace, of: "r-one").components(separatedBy: "Only on page 2").count == 2)
        try workspace.write(workspace.decision(submission, of: "r-one"), laid)
        try workspace.fill(submission, as: "r-one", levels: Self.both, comment: "Only on page 2, I think!")
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
        #expect(!workspace.exists(workspace.problems(submission, of: "r-one")))
    }

    @Test func `what an editor does to the notes is nothing of hers`() throws {
        let (workspace, submission) = try assigned()
        let reader = try workspace.onlyReader(of: submission)
        try workspace.fill(submission, as: reader, levels: Self.both, status: "draft")
        let file = workspace.decision(submission, of: reader)
        let changed = try workspace.text(file).replacing("\r\n", with: "\n").replacing("; meets)", with: ")")
            .replacing("; doesn't meet)", with: ")").replacing(
                "Type your comment between", with: "Type your\n  comment between")
        try workspace.write(file, changed)
        #expect(try workspace.run()["problems"] == 0)
        #expect(!workspace.exists(workspace.problems(submission, of: reader)))
    }

    @Test func `in decision.txt too a reason under final is told`() throws {
        let (workspace, submission) = try assigned(form: "text")
        let reader = try workspace.onlyReader(of: submission)
        try workspace.fillText(submission, as: reader, levels: Self.both, reason: "The video helped.")
        let pass = try workspace.run()
        #expect(pass["decided"] == 1)
        #expect(try desk(workspace, of: reader).contains("&#39;The video helped.&#39; where nobody reads it"))
    }

    @Test func `when the work is given to her again, they come back with her other words`() throws {
        let (workspace, submission) = try assigned()
        let reader = try workspace.onlyReader(of: submission)
        let people = [Person(reader, away: "from=\"2026-11-02\" to=\"2026-11-02\"")]
        try typeIntoNotes(workspace, submission, of: reader)
        try workspace.setReviewers(people)
        try workspace.run()
        try workspace.setReviewers([Person(reader)])
        try workspace.run()
        let words = try workspace.text(workspace.folder(submission, of: reader) + "/your-earlier-words.txt")
        #expect(
            words.contains("In the notes of the form, where nothing is read:\r\nOnly on page 2, I think!"), "\(words)")
    }
}
