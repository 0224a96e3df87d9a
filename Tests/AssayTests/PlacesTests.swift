import Foundation
import Support
import Testing

/// Where a bundle's files lie, and how they reach the queues.
@Suite(.scratch) struct PlacesTests {
    @Test func `a bundle in an only top folder keeps the manifest's paths`() throws {
        let workspace = try Workspace()
        try workspace.drop("box/inner", in: "Inbox")
        let pass = try workspace.run()
        let id = try #require(pass.bundle("box")["submission"].string)
        let paths = try workspace.show(id)["evidence"].array.compactMap { $0["path"].string }
        #expect(paths == ["plans/exit-ticket.md", "work/student-a.pdf"])
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `the same content is the same submission wherever it lies`() throws {
        let workspace = try Workspace()
        try workspace.drop("box/inner", in: "Inbox")
        try workspace.drop("plain")
        #expect(try workspace.run().state("plain") == "duplicate")
    }

    @Test func `linked evidence is the vault's own file, and nobody can write to it`() throws {
        let program = programXML(evidence: "link")
        let workspace = try Workspace(program: program)
        try workspace.drop()
        let id = try #require(try workspace.run().bundle("bundle")["submission"].string)
        let reader = try #require(try workspace.readers(of: id).first)
        let file = "Outbox/Queues/\(reader)/\(id)/evidence/e2-student-work.pdf"
        #expect(try workspace.shell("stat -c '%h %a' \(file)") == "2 444\n")
        #expect(try workspace.assay(["verify"]).exit == 0)
        try workspace.fill(id, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        #expect(try workspace.run()["decided"] == 1)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
