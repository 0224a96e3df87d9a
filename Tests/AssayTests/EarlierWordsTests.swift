import Foundation
import Support
import Testing

/// What a reviewer had typed into a folder that left the queue comes back when the work is given to her again.
@Suite(.scratch) struct EarlierWordsTests {
    private static let both = ["1.1": "demonstrated", "1.2": "demonstrated"]
    private static let file = "/your-earlier-words.txt"

    /// A lead at work on 1.1, whose dispute then moves to 1.2: her folder is laid anew.
    private func disputeMoved(typing: (Workspace, String) throws -> Void) throws -> (Workspace, folder: String) {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        try workspace.fill(
            submission, as: "r-two", levels: ["1.1": "not-met", "1.2": "demonstrated"], comment: "A reader's secret.")
        try workspace.run()
        let lead = try workspace.onlyReader(of: submission)
        try typing(workspace, submission)
        try workspace.fill(submission, as: "r-two", levels: ["1.1": "demonstrated", "1.2": "not-met"])
        workspace.advance(hours: 1)
        try workspace.run()
        try #require(try workspace.onlyReader(of: submission) == lead)
        return (workspace, workspace.folder(submission, of: lead))
    }

    @Test func `a lead whose dispute changed finds her own unfinished words beside the new file, and nobody else's`()
        throws
    {
        let (workspace, folder) = try disputeMoved { workspace, submission in
            try workspace.fill(
                submission, levels: ["1.1": "progressing"], status: "draft", comment: "Half of them, see page 2\nand 3."
            )
        }
        let words = try workspace.text(folder + Self.file)
        #expect(words.contains("hadn't finished:\r\n\r\n1.1: progressing\r\nHalf of them, see page 2\r\nand 3.\r\n"))
        #expect(words.contains("copy what still holds into decision.xml."))
        #expect(words.contains("2026-11-02, 15:00 UTC"))
        for secret in ["secret", "r-one", "r-two", "Núñez", "E1042"] { #expect(!words.contains(secret), "\(words)") }
        #expect(try !workspace.text(folder + "/decision.xml").contains("page 2"))
        // It is hers to read, and no work of hers: it stops nothing.
        let submission = String(folder.split(separator: "/").last ?? "")
        try workspace.fill(submission, levels: ["1.2": "demonstrated"])
        #expect(try workspace.run()["decided"] == 1)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `what she had typed and can't be read as a decision is shown as it stood`() throws {
        let (workspace, folder) = try disputeMoved { workspace, submission in
            let lead = try workspace.onlyReader(of: submission)
            let file = workspace.decision(submission, of: lead)
            try workspace.write(file, try workspace.text(file).replacing("<![CDATA[", with: "<![CDATA[My own note. <&"))
            try workspace.write(file, try workspace.text(file).replacing("</decision>", with: ""))
        }
        let words = try workspace.text(folder + Self.file)
        #expect(words.contains("which couldn't be read as a decision:") && words.contains("My own note. <&"))
        #expect(!words.contains("How to fill this in"), "\(words)")
    }

    @Test func `publish --all brings the words back byte for byte, deleted with the queues or by themselves`() throws {
        let (workspace, folder) = try disputeMoved { workspace, submission in
            try workspace.fill(submission, levels: ["1.1": "progressing"], status: "draft", comment: "Señal débil.")
        }
        let before = try workspace.tree(folder)
        #expect(before["your-earlier-words.txt"] != nil)
        for gone in [folder + Self.file, folder, "Outbox/Queues"] {
            try workspace.remove(gone)
            #expect(try workspace.assay(["publish", "--all"]).exit == 0)
            #expect(try workspace.tree(folder) == before, "\(gone)")
        }
    }

    @Test func `a lead who had typed nothing gets no such file`() throws {
        let (workspace, folder) = try disputeMoved { _, _ in }
        #expect(workspace.names(in: folder) == ["decision.xml", "evidence", "read.html"])
    }

    @Test(arguments: ["xml", "text"])
    func `words are read by the version under which they were written, though the content came back under another`(
        form: String
    ) throws {
        let workspace = try Workspace(people: [Person("r-one", form: form)])
        try workspace.drop()
        let submission = try workspace.accept()
        let words = "Half of them, see page 2."
        if form == "xml" {
            try workspace.fill(submission, levels: ["1.1": "progressing"], status: "draft", comment: words)
        } else {
            try workspace.fillText(
                submission, levels: ["1.1": "progressing"], status: "draft", comments: ["1.1": words])
        }
        #expect(try workspace.assay(["withdraw", submission, "--reason", "Too early."]).exit == 0)
        try workspace.write(
            "Rubrics/rubric-2.xml",
            rubricXML(version: "1.1", criteria: [Criterion("2.1"), Criterion("2.2", on: "student-work")]))
        workspace.advance(hours: 1)
        try workspace.drop("again")
        try #require(try workspace.accept("again") == submission)
        #expect(try workspace.show(submission)["rubric"]["version"].string == "1.1")
        let folder = workspace.folder(submission, of: "r-one")
        let text = try workspace.text(folder + Self.file)
        #expect(text.contains("hadn't finished:\r\n\r\n1.1: progressing\r\n\(words)\r\n"), "\(text)")
        #expect(!text.contains("couldn't be read") && !text.contains("In the notes of the form"), "\(text)")
        let before = try workspace.tree(folder)
        try workspace.remove(folder)
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.tree(folder) == before)
    }

    @Test func `who was at work when another found an item unscorable has her words again with the mended bundle`()
        throws
    {
        let people = [Person("r-one", form: "text"), Person("r-two", form: "text")]
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)], people: people)
        try workspace.drop()
        let first = try workspace.accept()
        try workspace.fillText(
            first, as: "r-one", levels: ["1.1": "progressing"], status: "draft",
            comments: ["1.1": "# not yet\n## End of it"])
        try workspace.fillText(first, as: "r-two", status: "unscorable", reason: "It won't open.", evidence: "e2")
        try workspace.run()
        let mended = Item.file("work/student-a.pdf", kind: "student-work", pdf("Student A, readable"))
        try workspace.drop("mended", evidence: [.plan, mended, .reflection])
        workspace.advance(hours: 1)
        let second = try workspace.accept("mended")
        let words = try workspace.text(workspace.folder(second, of: "r-one") + Self.file)
        #expect(words.contains("1.1: progressing\r\n# not yet\r\n## End of it"), "\(words)")
        let other = try workspace.text(workspace.folder(second, of: "r-two") + Self.file)
        #expect(other.contains("Your reason:\r\nIt won't open.") && !other.contains("not yet"), "\(other)")
    }
}
