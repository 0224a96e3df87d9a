import Foundation
import Support
import Testing

/// A decision in another reviewer's queue is told to both of them, and neither is told of the other.
@Suite(.scratch) struct WrongPlaceTests {
    private static let both = ["1.1": "demonstrated", "1.2": "demonstrated"]
    private static let title = "In the wrong place"

    private func assigned() throws -> (Workspace, String) {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 2)])
        try workspace.drop()
        return (workspace, try workspace.accept())
    }

    /// The section on a reviewer's page; nil where there is none.
    private func section(_ workspace: Workspace, of reviewer: String) throws -> String? {
        let page = try workspace.text("Outbox/Queues/\(reviewer)/index.html").replacing("&#39;", with: "'")
        guard let start = page.firstRange(of: ">\(Self.title)<") else { return nil }
        return page[start.upperBound...].firstRange(of: "</section>").map {
            String(page[start.upperBound..<$0.lowerBound])
        }
    }

    /// What double-blind review keeps from both.
    private func expectBlind(_ workspace: Workspace, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for (reader, other) in [("r-one", "r-two"), ("r-two", "r-one")] {
            let page = try workspace.text("Outbox/Queues/\(reader)/index.html")
            for secret in [other, "Núñez", "E1042", "lincoln-es"] {
                #expect(!page.contains(secret), "\(secret): \(page)", sourceLocation: sourceLocation)
            }
        }
    }

    @Test func `a decision saved one folder up is told with the folder that it belongs in`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        let folder = workspace.folder(submission, of: "r-one")
        try workspace.move(folder + "/decision.xml", to: "Outbox/Queues/r-one/decision.xml")
        workspace.advance(seconds: 60)
        try workspace.run()
        let told = try #require(try section(workspace, of: "r-one"))
        #expect(told.contains("decision.xml lies beside your folder \(submission)"), "\(told)")
        #expect(told.contains("Move it into \(submission), in place of the decision file there."), "\(told)")
        let problem = try workspace.ask("status")["problems"].array.map { "\($0)" }.joined()
        #expect(problem.contains("Move it into \(submission)"), "\(problem)")
        try workspace.shell("mv -f Outbox/Queues/r-one/decision.xml \(folder)/decision.xml")
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["reviews"] == 1)
        #expect(try section(workspace, of: "r-one") == nil)
    }

    @Test func `case 18: a folder moved into another reviewer's queue stands on both pages until it is taken away`()
        throws
    {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.drop("other", educator: Educator("E7"))
        try workspace.run()
        let mine = try #require(workspace.names(in: "Outbox/Queues/r-one").first { $0.hasPrefix("S-") })
        try workspace.move(workspace.folder(mine, of: "r-one"), to: workspace.folder(mine, of: "r-two"))
        workspace.advance(seconds: 60)
        #expect(try workspace.run()["problems"] == 1)
        #expect(
            try section(workspace, of: "r-two")?.contains("\(mine) in your folder is another reviewer's work") == true)
        let told = try #require(try section(workspace, of: "r-one"))
        #expect(
            told.contains("A file of yours on Checking for understanding (\(mine)) lies in another reviewer's folder"))
        #expect(told.contains("Only the one in your own folder \(mine) counts"))
        try expectBlind(workspace)
        // It stays told, and told alike, however often it is looked at.
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try section(workspace, of: "r-one") == told)
        try workspace.remove(workspace.folder(mine, of: "r-two"))
        workspace.advance(seconds: 60)
        try workspace.run()
        for reader in ["r-one", "r-two"] { #expect(try section(workspace, of: reader) == nil) }
    }

    @Test func `case 18: a decision copied over another reviewer's stands on both pages until it is mended`() throws {
        let (workspace, submission) = try assigned()
        try workspace.fill(submission, as: "r-one", levels: Self.both)
        let stray = workspace.decision(submission, of: "r-two")
        try workspace.remove(stray)
        try workspace.copy(workspace.decision(submission, of: "r-one"), to: stray)
        try workspace.run()
        let told = try #require(try section(workspace, of: "r-two"))
        #expect(
            told.contains("In \(submission), decision.xml is another reviewer's file")
                && told.contains("Once it is gone, an empty one of your own is laid"))
        #expect(
            try section(workspace, of: "r-one")?.contains("(\(submission)) lies in another reviewer's folder") == true)
        try expectBlind(workspace)
        try workspace.remove(stray)
        workspace.advance(seconds: 60)
        try workspace.run()
        for reader in ["r-one", "r-two"] { #expect(try section(workspace, of: reader) == nil) }
        #expect(workspace.exists(stray))
    }

    @Test func `what lies in a queue and is nobody's is told by its place, and by no name that might be a submitter's`()
        throws
    {
        let (workspace, _) = try assigned()
        try workspace.write("Outbox/Queues/r-one/Núñez notes/notes.txt", "Private.")
        try workspace.run()
        let told = try #require(try section(workspace, of: "r-one"))
        #expect(told.contains("Something that was put in your folder is no open review of yours"))
        #expect(try section(workspace, of: "r-two") == nil)
        try expectBlind(workspace)
    }

    @Test func `a copied folder is named, and its decision is to be moved first`() throws {
        let (workspace, submission) = try assigned()
        try workspace.copy(workspace.folder(submission, of: "r-one"), to: "Outbox/Queues/r-one/Copy of \(submission)")
        try workspace.run()
        let told = try #require(try section(workspace, of: "r-one"))
        #expect(told.contains("Copy of \(submission) in your folder is no open review of yours"), "\(told)")
        #expect(told.contains("If you wrote into a decision file there, move that into its submission's own folder"))
        try expectBlind(workspace)
    }

    @Test(arguments: [("022", "644", "644"), ("007", "660", "640")])
    func `who may write into a decision file is for the umask to say, and evidence is nobody's to write`(
        mask: String, decision: String, evidence: String
    ) throws {
        let workspace = try Workspace(rubrics: [rubricXML(reviewers: 1)], people: [Person("r-one")])
        try workspace.drop()
        try workspace.shell("umask \(mask); '\(assayBinary)' run --quiet")
        let submission = try #require(workspace.names(in: "Outbox/Queues/r-one").first { $0.hasPrefix("S-") })
        let folder = workspace.folder(submission, of: "r-one")
        func modes() throws -> [String] {
            try workspace.shell("stat -c %a decision.xml evidence/e1* read.html", in: folder)
                .split(separator: "\n").map(String.init)
        }
        #expect(try modes() == [decision, evidence, evidence])
        try workspace.remove(folder + "/decision.xml")
        try workspace.shell("umask \(mask); '\(assayBinary)' run --quiet")
        #expect(try modes() == [decision, evidence, evidence])
    }
}
