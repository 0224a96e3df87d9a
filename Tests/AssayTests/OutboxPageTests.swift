import Foundation
import Support
import Testing

/// The secretary's page tells how things stand now.
@Suite(.scratch) struct OutboxPageTests {
    private func page(_ workspace: Workspace) throws -> String { try workspace.text("Outbox/index.html") }

    @Test func `what was mended since doesn't stand under what came back`() throws {
        let workspace = try Workspace()
        try workspace.drop("one", evidence: [.plan, .reflection])
        try workspace.drop("two", educator: Educator("E2", school: "nowhere"))
        try workspace.run()
        #expect(try page(workspace).contains("Came back</a> (2)"))
        try workspace.move("Outbox/Returned/one", to: "Inbox/one")
        try workspace.drop("one")
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try page(workspace).contains("Came back</a> (1)"))
        #expect(try page(workspace).contains("<dt>came back, and lie in Outbox/Returned</dt><dd>1</dd>"))
        try workspace.remove("Outbox/Returned/two")
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try page(workspace).contains("Came back</a> (0)"))
    }

    @Test func `what was accepted with a warning says so`() throws {
        let workspace = try Workspace()
        try workspace.drop("one", unlisted: ["notes.txt": Data("x".utf8)])
        try workspace.drop("two", educator: Educator("E2"))
        try workspace.run()
        #expect(try page(workspace).ranges(of: "Worth knowing: see the receipt.").count == 1)
    }

    @Test func `duplicates stand under a heading of their own`() throws {
        let workspace = try Workspace()
        try workspace.drop("one")
        try workspace.run()
        #expect(try !page(workspace).contains("Dropped twice"))
        try workspace.drop("again")
        workspace.advance(seconds: 60)
        try workspace.run()
        let page = try page(workspace)
        #expect(page.contains("Dropped twice</a> (1)") && page.contains("Came back</a> (0)"))
        #expect(page.contains("Arrived</a> (1)"))
        #expect(!page.contains("assay show"))
    }

    @Test func `what was withdrawn and dropped again arrived once`() throws {
        let workspace = try Workspace()
        try workspace.drop("one")
        let id = try workspace.accept("one")
        workspace.advance(seconds: 60)
        #expect(try workspace.assay(["withdraw", id, "--reason", "A mistake."]).exit == 0)
        try workspace.drop("two")
        workspace.advance(seconds: 60)
        #expect(try workspace.accept("two") == id)
        let page = try page(workspace)
        #expect(page.contains("Arrived</a> (1)"))
        #expect(page.contains("<bdi>two</bdi>") && !page.contains("<bdi>one</bdi>"))
    }

    @Test func `times are the district's, and day and time stay apart`() throws {
        let workspace = try Workspace()
        try workspace.drop("one")
        try workspace.drop("half", educator: Educator("E3"), evidence: [.file("x.md", isThere: false), .reflection])
        try workspace.run()
        let page = try page(workspace)
        // 15:00 in UTC is nine in the morning in Chicago.
        #expect(page.contains("As of 2026-11-02 09:00 CST."))
        #expect(page.components(separatedBy: "2026-11-02 <br>09:00 CST").count == 3)
        #expect(!page.contains("UTC"))
        // What only waits is news as well.
        workspace.advance(seconds: 300)
        try workspace.drop("late", educator: Educator("E4"), evidence: [.file("x.md", isThere: false), .reflection])
        try workspace.run()
        #expect(try self.page(workspace).contains("As of 2026-11-02 09:05 CST."))
    }

    @Test func `the page comes back as it was while an archive waits`() throws {
        let workspace = try Workspace()
        try workspace.write("Inbox/half.zip", Data([0x50, 0x4B, 3, 4, 20, 0, 0, 0]))
        try workspace.write("Inbox/stray.txt", "?")
        #expect(try workspace.run()["waiting"] == 1)
        let page = try page(workspace)
        #expect(page.contains("<bdi>Inbox/stray.txt</bdi>") && !page.contains("<bdi>Inbox/half.zip</bdi>"))
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try self.page(workspace) == page)
    }
}
