import Foundation
import Support
import Testing

/// What a reviewer writes into decision.txt, and what is taken of it.
@Suite(.scratch) struct TextReviewTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func assigned(
        _ rubric: String = rubricXML(), people: [Person] = [.writer("r-one"), .lead()], evidence: [Item] = Item.usual
    ) throws -> (Workspace, String) {
        let workspace = try Workspace(rubrics: [rubric], people: people)
        try workspace.drop(evidence: evidence)
        return (workspace, try workspace.accept())
    }

    @Test func `a text decision file is laid for Notepad and names its assignment`() throws {
        let (workspace, submission) = try assigned()
        #expect(
            workspace.names(in: workspace.folder(submission, of: "r-one"))
                == ["decision.txt", "evidence", "read.html"])
        let text = try workspace.text(workspace.decisionText(submission))
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        for line in [
            "submission: \(submission)", "status: draft", "reason:", "evidence:", "level:", "comment:",
            "## 1.1 Criterion 1.1 is seen in the evidence",
            "#   progressing (Progressing; doesn't meet): It is there in part.",
        ] { #expect(text.contains("\r\n\(line)\r\n"), "\(line)") }
        #expect(text.contains("\r\nticket: "))
        let entry = try workspace.ask("queue", "r-one")[0]
        #expect(entry["path"].string == workspace.decisionText(submission))
    }

    @Test func `readers of one submission may each have their own form`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2), people: [.writer("r-one"), Person("r-two"), .lead()])
        try workspace.fillText(submission, levels: both)
        try workspace.fill(submission, as: "r-two", levels: both)
        #expect(try workspace.run()["reviews"] == 2)
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `a text draft is ignored whatever was typed`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: ["1.1": "splendid"], status: "draft")
        let pass = try workspace.run()
        #expect(pass["reviews"] == 0)
        #expect(pass["problems"] == 0)
    }

    @Test func `a text decision is taken with its comments as they were typed`() throws {
        let (workspace, submission) = try assigned(rubricXML(blind: "none"))
        try workspace.fillText(
            submission, levels: ["1.1": "Demonstrated", "1.2": " NOT met "], status: " Final",
            comments: ["1.1": "One & <two>,\n\n  ]]> three.", "1.2": "Because."], overall: "Well done.")
        #expect(try workspace.run()["decided"] == 1)
        #expect(try workspace.criteria(submission) == ["1.1": "demonstrated, agreed", "1.2": "not-met, agreed"])
        let record = try workspace.text(workspace.record(submission))
        #expect(record.contains("One &amp; &lt;two&gt;,\n\n  ]]&gt; three."))
        #expect(record.contains("Well done."))
        #expect(!workspace.exists(workspace.folder(submission, of: "r-one")))
    }

    @Test(arguments: [
        "## 1.2 Criterion 1.2 is seen in the evidence", "level: not-met", "comment: no", "# a note", "status: declined",
        "## 1.2 Criterion 1.2 is seen in the evidence\nlevel: not-met\ncomment: no", "## Overall", "## End",
    ])
    func `a comment that looks like the file's own lines stays a comment`(comment: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: both, comments: ["1.1": "It says:\n" + comment])
        let pass = try workspace.run()
        #expect(pass["problems"] == 0)
        #expect(try workspace.criteria(submission) == ["1.1": "demonstrated, agreed", "1.2": "demonstrated, agreed"])
        let last = try #require(comment.split(separator: "\n").last)
        #expect(try workspace.text(workspace.record(submission)).contains(last))
    }

    @Test(arguments: ["mark", "lf", "cr", "blank lines", "UTF-16LE", "UTF-16BE", "Windows-1252"])
    func `case 16: an editor's encoding and line ends change nothing`(way: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, levels: both, comments: ["1.1": "Gesehen: Ä, ñ, “gut” für 5 €."])
        let file = workspace.decisionText(submission)
        let text = try workspace.text(file)
        let saved: Data? =
            switch way {
            case "mark": Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
            case "lf": Data(text.replacing("\r\n", with: "\n").utf8)
            case "cr": Data(text.replacing("\r\n", with: "\r").utf8)
            case "blank lines": Data((text + "\r\n\r\n  \r\n").utf8)
            case "UTF-16LE": text.data(using: .utf16LittleEndian).map { Data([0xFF, 0xFE]) + $0 }
            case "UTF-16BE": text.data(using: .utf16BigEndian).map { Data([0xFE, 0xFF]) + $0 }
            default: text.data(using: .windowsCP1252)
            }
        try workspace.write(file, #require(saved))
        let pass = try workspace.run()
        #expect(pass["problems"] == 0)
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.text(workspace.record(submission)).contains("Gesehen: Ä, ñ, “gut” für 5 €."))
    }

    @Test func `case 16: an accented rubric survives an editor that saves in Windows-1252`() throws {
        let rubric = rubricXML(blind: "none").replacing("is seen in", with: "está a la vista – 家 – in")
        let (workspace, submission) = try assigned(rubric)
        try workspace.fillText(submission, levels: both)
        let file = workspace.decisionText(submission)
        #expect(try workspace.bytes(file).starts(with: [0xEF, 0xBB, 0xBF]))
        let text = try workspace.text(file).replacing("\u{FEFF}", with: "").replacing("家", with: "?")
        try workspace.write(file, #require(text.data(using: .windowsCP1252)))
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test func `case 20: a text comment of fifty thousand characters is kept`() throws {
        let (workspace, submission) = try assigned()
        let comment = String(repeating: "äbc <& ", count: 7_200)
        try workspace.fillText(submission, levels: both, comments: ["1.1": comment])
        try workspace.run()
        #expect(try workspace.text(workspace.record(submission)).count > comment.count)
    }

    @Test func `a text assignment is declined with a reason over two lines`() throws {
        let (workspace, submission) = try assigned(people: [.writer("r-one"), Person("r-two")])
        try workspace.fillText(submission, status: "declined", reason: "I coached her\r\non this lesson.")
        #expect(try workspace.run()["assigned"] == 1)
        #expect(try workspace.readers(of: submission) == ["r-two"])
        #expect(workspace.exists(workspace.decision(submission, of: "r-two")))
        #expect(try workspace.isKept("I coached her on this lesson."))
    }

    @Test func `an item is called unscorable in a text decision`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fillText(submission, status: "unscorable", reason: "It won't open.", evidence: "E1")
        try workspace.run()
        #expect(try workspace.state(submission) == "incomplete")
    }

    @Test func `case 19: a final text decision edited again before the record replaces the first`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2), people: [.writer("r-one"), .writer("r-two"), .lead()])
        try workspace.fillText(submission, levels: ["1.1": "not-met", "1.2": "demonstrated"])
        try workspace.run()
        let saved = try workspace.bytes(workspace.decisionText(submission))
        #expect(try workspace.queue(for: submission).first?["state"].string == "taken")
        try workspace.write(
            workspace.decisionText(submission), String(decoding: saved, as: UTF8.self).replacing("not-met", with: "met")
        )
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 1)
        try workspace.write(
            workspace.decisionText(submission),
            String(decoding: saved, as: UTF8.self).replacing("level: not-met", with: "level: demonstrated"))
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
        try workspace.fillText(submission, as: "r-two", levels: both)
        try workspace.run()
        #expect(try workspace.criteria(submission) == ["1.1": "demonstrated, agreed", "1.2": "demonstrated, agreed"])
    }

    @Test func `case 19: a text edit that comes too late for the record is kept and reported`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2), people: [.writer("r-one"), Person("r-two"), .lead()])
        try workspace.fillText(submission, levels: both)
        try workspace.run()
        let file = workspace.decisionText(submission)
        let text = try workspace.text(file).replacing("status: final", with: "status: draft")
        try workspace.write(file, text.replacing("## End", with: "a late thought\r\n## End"))
        try workspace.fill(submission, as: "r-two", levels: both)
        let pass = try workspace.run()
        #expect(pass.json["notices"].array.contains { $0.string?.contains("kept") == true })
        #expect(try workspace.state(submission) == "earned")
        #expect(!workspace.exists(workspace.folder(submission, of: "r-one")))
        #expect(try workspace.isKept("a late thought"))
    }

    @Test func `a deleted text decision file is laid again, whatever the roster says by now`() throws {
        let (workspace, submission) = try assigned()
        let file = workspace.decisionText(submission)
        let laid = try workspace.bytes(file)
        try workspace.setReviewers([Person("r-one"), .lead()])
        try workspace.remove(file)
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.bytes(file) == laid)
        try workspace.remove("Outbox/Queues")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.bytes(file) == laid)
        #expect(!workspace.exists(workspace.decision(submission, of: "r-one")))
        try workspace.fillText(submission, levels: both)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(arguments: [
        // A tab and trailing spaces, spaces that don't break, curly marks, lines broken anew with and without #.
        ("#   shown", "#\tshown"), ("# Required.", "# Required.  \t"), ("It is there", "It\u{A0}is\u{A0}there"),
        ("doesn't meet", "doesn’t meet"), ("It is there in part.", "It is there\r\n#  in part."),
        ("It is there in part.", "It is there\r\nin part."), ("#   progressing (", "#progressing ("),
    ])
    func `what an editor does to the descriptors is nobody's words`(laid: String, changed: String) throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 1)], people: [.writer("r-one")])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fillText(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        let file = workspace.decisionText(submission)
        try workspace.write(file, try workspace.text(file).replacing(laid, with: changed))
        let pass = try workspace.run()
        #expect(pass["reviews"] == 1 && pass["problems"] == 0)
    }
}
