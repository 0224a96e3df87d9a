import Foundation
import Support
import Testing

/// A reviewer's own page, and what a lead is told.
@Suite(.scratch) struct DeskTests {
    private static let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func desk(_ workspace: Workspace, of reviewer: String) throws -> String {
        try workspace.text("Outbox/Queues/\(reviewer)/index.html")
    }

    @Test func `what a reviewer declined stands on her page as no longer hers`() throws {
        let workspace = try Workspace(people: [Person("r-one"), Person("r-two")])
        try workspace.drop()
        let submission = try workspace.accept()
        let reader = try workspace.onlyReader(of: submission)
        #expect(try !desk(workspace, of: reader).contains("No longer yours"))
        try workspace.fill(submission, as: reader, status: "declined", reason: "I know her.")
        workspace.advance(hours: 1)
        try workspace.run()
        let page = try desk(workspace, of: reader)
        #expect(page.contains("No longer yours") && page.contains("You declined it."))
        for part in ["open", "taken", "ended"] {
            #expect(page.contains("<a href=\"#\(part)\">") && page.contains("id=\"\(part)\" tabindex"), "\(part)")
        }
        #expect(page.contains("What you had typed is kept") && page.contains("2026-11-02<br>10:00 CST"))
        #expect(!page.contains("is given to you again"))
    }

    @Test func `a review that nobody else may have was taken back, and one that is hers again isn't told as ended`()
        throws
    {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.setReviewers([Person("r-one", away: "from=\"2026-11-02\" to=\"2026-11-02\"")])
        try workspace.run()
        let page = try desk(workspace, of: "r-one")
        #expect(page.contains("It was taken back.") && !page.contains("somebody else"), "\(page)")
        #expect(page.contains("is given to you again"))
        try workspace.setReviewers([Person("r-one")])
        try workspace.run()
        #expect(try workspace.readers(of: submission).contains("r-one"))
        #expect(try !desk(workspace, of: "r-one").contains("No longer yours"))
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        try workspace.run()
        #expect(try !desk(workspace, of: "r-one").contains("No longer yours"))
    }

    @Test func `an unscorable item ends the reviews of all its readers, and their pages say so`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-two", status: "unscorable", reason: "It won't open.", evidence: "e2")
        try workspace.run()
        #expect(try desk(workspace, of: "r-two").contains("You found that an item can&#39;t be judged"))
        #expect(try desk(workspace, of: "r-one").contains("Another reader found that an item can&#39;t be judged"))
    }

    @Test func `a withdrawn submission stands on the pages of those who had it, taken or not`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        try workspace.run()
        #expect(try workspace.assay(["withdraw", submission, "--reason", "Sent by mistake."]).exit == 0)
        try workspace.run()
        for reader in ["r-one", "r-two"] {
            #expect(try desk(workspace, of: reader).contains("The submission was withdrawn."), "\(reader)")
        }
    }

    @Test func `a taken file that says draft again counts until a new final one, and the page says so`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        try workspace.run()
        #expect(try !desk(workspace, of: "r-one").contains("still counts"))
        for (status, isReopened) in [("draft", true), ("final", false)] {
            try workspace.fill(submission, as: "r-one", status: status)
            workspace.advance(seconds: 60)
            #expect(try workspace.run()["problems"] == 0)
            #expect(try desk(workspace, of: "r-one").contains("still counts") == isReopened, "\(status)")
        }
        // So it is with the blank one that is laid where hers was deleted.
        try workspace.remove(workspace.decision(submission, of: "r-one"))
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try desk(workspace, of: "r-one").contains("still counts"))
    }

    @Test func `a lead is told in form, page and list that readers differ, and how her level counts`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        try workspace.run()
        let lead = try workspace.onlyReader(of: submission)
        let folder = workspace.folder(submission, of: lead)
        let form = try workspace.text(folder + "/decision.xml").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for text in [form, try workspace.text(folder + "/read.html").replacing("&#39;", with: "'")] {
            #expect(text.contains("The readers differed on these criteria only. You aren't shown what they gave"))
            #expect(text.contains("of an even number, the lower middle one."))
        }
        #expect(try desk(workspace, of: lead).contains("Readers differ"))
    }

    @Test(arguments: [("xml", "decision.xml"), ("text", "decision.txt")])
    func `read.html names the file to write into, and leads back to the list`(form: String, file: String) throws {
        let workspace = try Workspace(people: [Person("r-one", form: form)])
        try workspace.drop()
        let submission = try workspace.accept()
        let page = try workspace.text(workspace.folder(submission, of: "r-one") + "/read.html")
        #expect(page.contains("Write into \(file) in this folder instead of on this page"))
        #expect(page.contains("<a href=\"../index.html\">"))
    }

    @Test func `what is overdue is said so in words, in the first pass after its day`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 1)], people: [Person("r-one")])
        try workspace.drop()
        let submission = try workspace.accept()
        let due = try #require(try workspace.queue(for: submission).first?["due"].string)
        func isOverdue() throws -> Bool {
            try workspace.run()
            return try workspace.text("Outbox/Queues/r-one/index.html").contains(
                "<strong class=\"warn\">overdue</strong>")
        }
        #expect(due == "2026-11-17T05:59:59Z")
        workspace.advance(hours: 350)
        #expect(try workspace.clock < due && !isOverdue())
        workspace.advance(hours: 1)
        #expect(try workspace.clock > due && isOverdue())
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        #expect(try !isOverdue())
    }
}
