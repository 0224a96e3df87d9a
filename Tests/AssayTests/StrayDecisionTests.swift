import Foundation
import Support
import Testing

/// A decision file that a reviewer put over the one of another submission in her queue: it isn't taken, and what she
/// wrote in it isn't lost.
@Suite(.scratch) struct StrayDecisionTests {
    private static let both = ["1.1": "demonstrated", "1.2": "demonstrated"]
    private static let words = "Half of them, see page 2."

    /// Two submissions in one queue; the first is finished, and laid over the second.
    private struct Strayed {
        let workspace: Workspace
        let own: String
        let other: String
        let file: String

        /// `mv` or `cp`.
        init(form: String = "xml", by command: String = "mv", status: String = "final") throws {
            workspace = try Workspace(rubrics: [rubricXML(reviewers: 1)], people: [Person("r-one", form: form)])
            try workspace.drop("a")
            own = try workspace.accept("a")
            try workspace.drop("b", educator: Educator("E7"))
            other = try workspace.accept("b")
            file = form == "xml" ? "decision.xml" : "decision.txt"
            if form == "xml" {
                try workspace.fill(own, levels: StrayDecisionTests.both, status: status, comment: words)
            } else {
                try workspace.fillText(
                    own, levels: StrayDecisionTests.both, status: status, comments: ["1.1": words, "1.2": words])
            }
            try workspace.shell("\(command) -f \(path(own, file)) \(path(other, file))")
            workspace.advance(seconds: 60)
        }

        func path(_ submission: String, _ name: String) -> String {
            workspace.folder(submission, of: "r-one") + "/" + name
        }

        func problems() throws -> String {
            try workspace.text(path(other, "problems.txt")).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    @Test(arguments: ["xml", "text"])
    func `moved over another, it is asked back by the name of its folder, and moved back it is taken`(form: String)
        throws
    {
        let desk = try Strayed(form: form)
        let workspace = desk.workspace
        let pass = try workspace.run()
        #expect(pass["problems"] == 1 && pass["reviews"] == 0)
        let problems = try desk.problems()
        #expect(problems.contains("Don't delete it"), "\(problems)")
        #expect(problems.contains("Move it back there, into \(workspace.folder(desk.own, of: "r-one"))"), "\(problems)")
        try workspace.shell("mv -f \(desk.path(desk.other, desk.file)) \(desk.path(desk.own, desk.file))")
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 0)
        #expect(try workspace.state(desk.own) == "earned")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(arguments: ["xml", "text"])
    func `deleted there all the same, its words are in its own folder again`(form: String) throws {
        let desk = try Strayed(form: form)
        let workspace = desk.workspace
        try workspace.run()
        try workspace.remove(desk.path(desk.other, desk.file))
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 0)
        let words = try workspace.text(desk.path(desk.own, "your-earlier-words.txt"))
        #expect(words.contains("From this folder's own decision file, found in the folder of another submission"))
        #expect(words.contains("1.1: demonstrated\r\n\(Self.words)\r\n"), "\(words)")
        #expect(!workspace.exists(desk.path(desk.other, "your-earlier-words.txt")))
        // It is in the ledger's facts, and stands there once however often it is looked at.
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try keptFacts(workspace, desk.own) == 1)
        // It comes back with the Outbox, and stops nothing.
        let before = try workspace.tree(workspace.folder(desk.own, of: "r-one"))
        try workspace.remove("Outbox/Queues")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.tree(workspace.folder(desk.own, of: "r-one")) == before)
        if form == "xml" {
            try workspace.fill(desk.own, levels: Self.both)
        } else {
            try workspace.fillText(desk.own, levels: Self.both)
        }
        #expect(try workspace.run()["decided"] == 1)
        #expect(try keptFacts(workspace, desk.own) == 1)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `moved over one and copied over another, it is told at both, and its words come back once`() throws {
        let desk = try Strayed()
        let workspace = desk.workspace
        try workspace.drop("c", educator: Educator("E8"))
        let third = try workspace.accept("c")
        let copy = workspace.folder(third, of: "r-one") + "/" + desk.file
        try workspace.shell("cp -f \(desk.path(desk.other, desk.file)) \(copy)")
        workspace.advance(seconds: 60)
        let pass = try workspace.assay(["run", "--settle", "PT0S", "--now", workspace.clock])
        #expect(pass.exit == 0 && !pass.stdout.contains("can't"), "\(pass)")
        #expect(try workspace.text(desk.path(desk.own, "your-earlier-words.txt")).contains(Self.words))
        #expect(try keptFacts(workspace, desk.own) == 1)
        let folder = workspace.folder(desk.own, of: "r-one")
        #expect(try workspace.shell("ls -A \(folder)").contains(".assay-new") == false)
    }

    private func keptFacts(_ workspace: Workspace, _ submission: String) throws -> Int {
        try workspace.show(submission)["history"].array.filter { $0["event"].string?.hasPrefix("kept") == true }.count
    }

    @Test func `of a copy that lies in its own folder as well nothing is lost`() throws {
        let desk = try Strayed(by: "cp", status: "draft")
        #expect(try desk.workspace.run()["problems"] == 1)
        #expect(try desk.problems().contains("Delete this copy"))
        #expect(!desk.workspace.exists(desk.path(desk.own, "your-earlier-words.txt")))
    }

    @Test func `where its own folder says something else by now, both are asked to be compared`() throws {
        let desk = try Strayed(by: "cp", status: "draft")
        try desk.workspace.fill(desk.own, levels: ["1.1": "progressing"], status: "draft", comment: "On second thought")
        #expect(try desk.workspace.run()["problems"] == 1)
        #expect(try desk.problems().contains("says something else. Copy what still holds"))
        #expect(try desk.workspace.text(desk.path(desk.own, "your-earlier-words.txt")).contains(Self.words))
    }
}
