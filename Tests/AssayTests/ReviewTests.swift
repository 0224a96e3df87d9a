import Foundation
import Support
import Testing

/// What a reviewer writes, and what is taken of it.
@Suite(.scratch) struct ReviewTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func assigned(_ rubric: String = rubricXML(), people: [Person] = [Person("r-one"), .lead()]) throws
        -> (Workspace, String)
    {
        let workspace = try Workspace(rubrics: [rubric], people: people)
        try workspace.drop()
        return (workspace, try workspace.accept())
    }

    @Test func `a decision file is laid for Notepad and names its assignment`() throws {
        let (workspace, submission) = try assigned()
        let text = try workspace.text(workspace.decision(submission, of: "r-one"))
        #expect(text.contains("\r\n"))
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        for word in [
            "submission=\"\(submission)\"", "reviewer=\"r-one\"", "rubric=\"checking\"", "version=\"1.0\"",
            "ticket=\"", "status=\"draft\"", "It is there in part.",
        ] { #expect(text.contains(word)) }
        try workspace.validate(workspace.decision(submission, of: "r-one"), by: "decision")
    }

    @Test func `a draft is ignored whatever it holds`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: both, status: "draft")
        let pass = try workspace.run()
        #expect(pass["reviews"] == 0)
        #expect(pass["problems"] == 0)
        #expect(try workspace.readers(of: submission) == ["r-one"])
    }

    @Test func `a final decision is taken and the record written in the same pass`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: both)
        let pass = try workspace.run()
        #expect(pass["reviews"] == 1)
        #expect(pass["decided"] == 1)
        #expect(try workspace.state(submission) == "earned")
        #expect(!workspace.exists(workspace.folder(submission, of: "r-one")))
    }

    @Test func `a decision file must settle before it is taken`() throws {
        let (workspace, submission) = try assigned()
        try workspace.write("Rubrics/program.xml", programXML(settle: "PT5M"))
        try workspace.fill(submission, levels: both)
        #expect(try Trace.glance(workspace).exit == 137)
        #expect(try workspace.state(submission) == "in-review")
        workspace.advance(seconds: 301)
        #expect(try workspace.run(limit: 60)["reviews"] == 1)
    }

    @Test(arguments: ["Demonstrated", "DEMONSTRATED", "demonstrated", " demonstrated "])
    func `a level is given by id or label, letter case aside`(level: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: ["1.1": level, "1.2": "not MET"])
        try workspace.run()
        #expect(try workspace.criteria(submission) == ["1.1": "demonstrated, agreed", "1.2": "not-met, agreed"])
    }

    @Test(arguments: ["Final", "FINAL", " final "])
    func `a status is read letter case and padding aside`(status: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: both, status: status)
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test(arguments: ["bom", "lf", "blank lines", "UTF-16LE", "UTF-16BE", "UTF-16LE as it was declared"])
    func `case 16: an editor's way of saving changes nothing`(way: String) throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: both, comment: "Gesehen: Ä, ñ, 家.")
        let file = workspace.decision(submission, of: "r-one")
        let text = try workspace.text(file)
        let declared = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
        let saved: Data? =
            switch way {
            case "bom": Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
            case "lf": Data(text.replacing("\r\n", with: "\n").utf8)
            case "blank lines": Data((text + "\r\n\r\n  \r\n").utf8)
            case "UTF-16LE": declared.data(using: .utf16LittleEndian).map { Data([0xFF, 0xFE]) + $0 }
            case "UTF-16BE": declared.data(using: .utf16BigEndian).map { Data([0xFE, 0xFF]) + $0 }
            default: text.data(using: .utf16LittleEndian).map { Data([0xFF, 0xFE]) + $0 }
            }
        try workspace.write(file, #require(saved))
        let pass = try workspace.run()
        #expect(pass["problems"] == 0)
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.text(workspace.record(submission)).contains("Gesehen: Ä, ñ, 家."))
    }

    @Test func `case 20: a comment of fifty thousand characters is kept`() throws {
        let (workspace, submission) = try assigned()
        let comment = String(repeating: "äbc <& ", count: 7_200)
        try workspace.fill(submission, levels: both, comment: comment)
        try workspace.run()
        #expect(try workspace.show(submission)["state"].string == "earned")
        let record = try workspace.text(workspace.record(submission))
        #expect(record.count > 2 * comment.count)
    }

    @Test func `case 15: an empty file in the moment of saving is no loss`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, levels: both)
        let file = workspace.decision(submission, of: "r-one")
        let full = try workspace.bytes(file)
        try workspace.write(file, Data())
        try workspace.run()
        #expect(try workspace.readers(of: submission) == ["r-one"])
        #expect(try workspace.bytes(file).isEmpty)
        try workspace.write(file, full)
        #expect(try workspace.run()["reviews"] == 1)
    }

    @Test func `the program never changes a reviewer's file`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2), people: [Person("r-one"), Person("r-two"), .lead()])
        let file = workspace.decision(submission, of: "r-one")
        for status in ["draft", "finished", "final"] {
            try workspace.fill(submission, as: "r-one", levels: both, status: status)
            let saved = try workspace.bytes(file)
            workspace.advance(seconds: 60)
            try workspace.run()
            #expect(try workspace.bytes(file) == saved, "\(status)")
        }
        let queue = try workspace.queue(for: submission)
        #expect(queue.first { $0["reviewer"].string == "r-one" }?["state"].string == "taken")
    }

    @Test func `a deleted decision file is laid again`() throws {
        let (workspace, submission) = try assigned()
        let file = workspace.decision(submission, of: "r-one")
        let laid = try workspace.bytes(file)
        try workspace.remove(file)
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.bytes(file) == laid)
    }

    @Test func `a declined assignment goes to somebody else`() throws {
        let (workspace, submission) = try assigned(people: [Person("r-one"), Person("r-two")])
        try workspace.fill(submission, status: "declined", reason: "I coached her on this lesson.")
        let pass = try workspace.run()
        #expect(pass["assigned"] == 1)
        #expect(try workspace.readers(of: submission) == ["r-two"])
        #expect(!workspace.exists(workspace.folder(submission, of: "r-one")))
        let first = try workspace.show(submission)["assignments"].first("reviewer", "r-one")
        #expect(first["state"].string == "declined")
    }

    @Test func `a declined assignment never comes back to the one who declined`() throws {
        let (workspace, submission) = try assigned(people: [Person("r-one")])
        try workspace.fill(submission, status: "declined", reason: "No time.")
        #expect(try workspace.run()["unroutable"] == 1)
        workspace.advance(days: 1)
        #expect(try workspace.run()["unroutable"] == 1)
        #expect(try workspace.readers(of: submission).isEmpty)
    }

    @Test func `case 19: a final decision edited again before the record replaces the first`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2), people: [Person("r-one"), Person("r-two"), .lead()])
        try workspace.fill(submission, as: "r-one", levels: ["1.1": "not-met", "1.2": "demonstrated"])
        try workspace.run()
        try workspace.fill(submission, as: "r-one", levels: both)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
        try workspace.fill(submission, as: "r-two", levels: both)
        try workspace.run()
        #expect(try workspace.criteria(submission) == ["1.1": "demonstrated, agreed", "1.2": "demonstrated, agreed"])
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `case 19: an edit that comes too late for the record is kept and reported`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2), people: [Person("r-one"), Person("r-two"), .lead()])
        try workspace.fill(submission, as: "r-one", levels: both)
        try workspace.run()
        // Both in one pass: a change of mind left as a draft, and the other's last word.
        let file = workspace.decision(submission, of: "r-one")
        try workspace.write(file, try workspace.text(file) + "<!-- a late thought -->\r\n")
        try workspace.shell("sed -i s/final/draft/ \(file)")
        try workspace.fill(submission, as: "r-two", levels: both)
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        #expect(!workspace.exists(workspace.folder(submission, of: "r-one")))
        #expect(try workspace.isKept("a late thought"))
    }

    @Test func `a faulty edit that comes too late for the record leaves nothing to mend`() throws {
        let (workspace, submission) = try assigned(
            rubricXML(reviewers: 2), people: [Person("r-one"), Person("r-two"), .lead()])
        try workspace.fill(submission, as: "r-one", levels: both)
        try workspace.run()
        try workspace.shell("sed -i s/demonstrated/splendid/ \(workspace.decision(submission, of: "r-one"))")
        try workspace.fill(submission, as: "r-two", levels: both)
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.ask("status")["problems"].array.isEmpty)
        #expect(try !workspace.text("Outbox/Queues/r-one/index.html").contains("splendid"))
        #expect(try workspace.isKept("splendid"))
    }

    @Test func `reviewers see their own queue by name`() throws {
        let (workspace, submission) = try assigned(people: [Person("r-one"), Person("r-two")])
        #expect(try workspace.ask("queue", "r-one").array.count == 1)
        #expect(try workspace.ask("queue", "r-two").array.isEmpty)
        let entry = try workspace.ask("queue", "r-one")[0]
        #expect(entry["path"].string == workspace.decision(submission, of: "r-one"))
        #expect(entry["state"].string == "open")
        #expect(entry["rubric"].string?.contains("checking") == true)
    }
}
