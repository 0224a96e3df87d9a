import Foundation
import Support
import Testing

/// From a drop to the queues: what is taken, and what it leaves behind.
@Suite(.scratch) struct IntakeTests {
    @Test func `a complete bundle is accepted and laid in a reviewer's queue`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let pass = try workspace.run()
        #expect(pass["accepted"] == 1)
        #expect(pass["assigned"] == 1)
        #expect(pass["waiting"] == 0)
        let submission = try #require(pass.bundle("bundle")["submission"].string)
        #expect(submission.wholeMatch(of: /S-[0-9A-HJKMNP-TV-Z]{13}/) != nil)
        #expect(workspace.names(in: "Inbox").isEmpty)
        let reader = try workspace.onlyReader(of: submission)
        #expect(workspace.exists(workspace.decision(submission, of: reader)))
        #expect(try workspace.state(submission) == "in-review")
    }

    @Test func `the evidence in a queue has its bytes and stands in manifest order`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        let folder = workspace.folder(submission, of: try workspace.onlyReader(of: submission)) + "/evidence"
        let names = workspace.names(in: folder)
        #expect(names.first == "e1-lesson-plan.md")
        #expect(names.contains("e2-student-work.pdf"))
        #expect(try workspace.bytes(folder + "/e2-student-work.pdf") == pdf("Student A"))
    }

    @Test func `an accepted drop leaves a receipt that its schema accepts`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        let folder = "Outbox/Receipts/2026-11/bundle.\(submission)"
        #expect(workspace.names(in: folder) == ["receipt.html", "receipt.xml"])
        try workspace.validate(folder + "/receipt.xml", by: "receipt")
        #expect(try workspace.text(folder + "/receipt.xml").contains(submission))
    }

    @Test func `a returned bundle is whole beside a receipt that its schema accepts`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [Item.plan, Item.reflection])
        let dropped = try workspace.tree("Inbox/bundle")
        let pass = try workspace.run()
        #expect(pass["returned"] == 1)
        #expect(pass.state("bundle") == "returned")
        #expect(workspace.names(in: "Inbox").isEmpty)
        try workspace.validate("Outbox/Returned/bundle/receipt.xml", by: "receipt")
        var returned = try workspace.tree("Outbox/Returned/bundle")
        #expect(returned.removeValue(forKey: "receipt.html") != nil)
        #expect(returned.removeValue(forKey: "receipt.xml") != nil)
        #expect(returned == dropped)
        #expect(try workspace.state("bundle") == "returned")
    }

    @Test func `a returned bundle that was mended and moved back is a new try`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [Item.plan, Item.reflection])
        try workspace.run()
        try workspace.move("Outbox/Returned/bundle", to: "Inbox/bundle")
        try workspace.drop()
        workspace.advance(seconds: 60)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted")
        #expect(!pass.findings("bundle").contains { $0.mentions("receipt") })
    }

    @Test func `a returned bundle that is moved back as it was is returned again`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [Item.plan, Item.reflection])
        try workspace.run()
        try workspace.move("Outbox/Returned/bundle", to: "Inbox/bundle")
        workspace.advance(seconds: 60)
        #expect(try workspace.run().state("bundle") == "returned")
        #expect(workspace.exists("Outbox/Returned/bundle/receipt.xml"))
    }

    @Test(arguments: ["<note/>", "<bundle xmlns='urn:assay:1'/>", "<rubric xmlns='urn:assay:1'/>"])
    func `a manifest that begins as something else hears how a manifest begins`(manifest: String) throws {
        let workspace = try Workspace()
        try workspace.write("Inbox/other/manifest.xml", manifest)
        let findings = try workspace.run().findings("other")
        let remedies = findings.map { $0.json["remedy"].string ?? "" }
        #expect(remedies.contains { $0.contains("<submission xmlns=\"urn:assay:1\"") }, "\(remedies)")
    }

    @Test func `a second bundle of a name that was returned gets a number`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [Item.plan, Item.reflection])
        try workspace.run()
        workspace.advance(seconds: 60)
        try workspace.drop(educator: Educator("E2"), evidence: [Item.plan, Item.reflection])
        try workspace.run()
        #expect(workspace.names(in: "Outbox/Returned").count == 2)
        #expect(workspace.exists("Outbox/Returned/bundle/manifest.xml"))
        #expect(try workspace.text("Outbox/Returned/bundle/manifest.xml").contains("E1042"))
    }

    @Test func `the manifest may lie in the bundle's only top folder`() throws {
        let workspace = try Workspace()
        try workspace.drop("bundle/inner")
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test(arguments: ["1997-01-01", "2099-01-01"])
    func `case 3: modification times say nothing`(date: String) throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.shell("find . -exec touch -d \(date) {} +", in: "Inbox/bundle")
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test func `case 9: the same content under two names is one submission and one duplicate`() throws {
        let workspace = try Workspace()
        try workspace.drop("one")
        try workspace.drop("two")
        let pass = try workspace.run()
        #expect(pass["accepted"] == 1)
        #expect(pass["duplicates"] == 1)
        #expect(pass.state("one") == "accepted")
        #expect(pass.state("two") == "duplicate")
        #expect(pass.bundle("two")["submission"] == pass.bundle("one")["submission"])
        #expect(workspace.exists("Outbox/Returned/two/manifest.xml"))
        try workspace.validate("Outbox/Returned/two/receipt.xml", by: "receipt")
        #expect(try workspace.text("Outbox/Returned/two/receipt.xml").contains("one"))
    }

    @Test func `the same content in a later pass is a duplicate of the first`() throws {
        let workspace = try Workspace()
        try workspace.drop("one")
        let submission = try workspace.accept("one")
        workspace.advance(days: 3)
        try workspace.drop("two")
        let pass = try workspace.run()
        #expect(pass.state("two") == "duplicate")
        #expect(pass.bundle("two")["submission"].string == submission)
        #expect(try workspace.show(submission)["assignments"].array.count == 1)
    }

    @Test func `case 9: a name that is used again right after is a new intake`() throws {
        let workspace = try Workspace()
        try workspace.drop("bundle")
        let first = try workspace.accept()
        try workspace.drop("bundle", educator: Educator("E2"))
        let second = try workspace.accept()
        #expect(first != second)
        #expect(try workspace.ask("list").array.count == 2)
        #expect(try workspace.show("bundle")["submission"].string == second)
    }

    @Test func `the id comes from the content, wherever it is dropped`() throws {
        let here = try Workspace("here")
        let there = try Workspace("there")
        try here.drop("a name")
        try there.drop("another")
        #expect(try here.accept("a name") == there.accept("another"))
    }

    @Test func `case 14: bundles are reported in the order of their names when first seen together`() throws {
        let workspace = try Workspace()
        for name in ["b", "c", "a"] { try workspace.drop(name, educator: Educator("E-\(name)")) }
        let pass = try workspace.run()
        #expect(pass.json["bundles"].array.map { $0["bundle"].string } == ["a", "b", "c"])
    }

    @Test func `case 14: a bundle that was seen first is taken first`() throws {
        let workspace = try Workspace()
        try workspace.drop("y", evidence: [.file("plan.md", isThere: false), .work, .reflection])
        try workspace.run()
        workspace.advance(seconds: 120)
        try workspace.drop("x", educator: Educator("E2"))
        try workspace.write("Inbox/y/plan.md", "A plan.")
        let pass = try workspace.run()
        #expect(pass.json["bundles"].array.map { $0["bundle"].string } == ["y", "x"])
    }

    @Test func `dot names and README files in Inbox are ignored`() throws {
        let workspace = try Workspace()
        try workspace.write("Inbox/README.txt", "Drop here.")
        try workspace.write("Inbox/.stfolder/x", "")
        let pass = try workspace.run()
        #expect(pass.json["bundles"].array.isEmpty)
        #expect(workspace.exists("Inbox/README.txt"))
        #expect(workspace.exists("Inbox/.stfolder/x"))
    }

    @Test func `a stray file in Inbox stays and is listed with a reason`() throws {
        let workspace = try Workspace()
        try workspace.write("Inbox/notes.docx", "hello")
        try workspace.run()
        #expect(workspace.exists("Inbox/notes.docx"))
        #expect(try workspace.inbox("notes.docx")["reason"].string?.isEmpty == false)
    }

    @Test func `a bundle name of 250 bytes is taken and its receipt's name is cut`() throws {
        let workspace = try Workspace()
        let name = String(repeating: "n", count: 250)
        try workspace.drop(name)
        let submission = try workspace.accept(name)
        let receipts = workspace.names(in: "Outbox/Receipts/2026-11")
        #expect(receipts.count == 1)
        let receipt = try #require(receipts.first)
        #expect(receipt.wholeMatch(of: /n+~[0-9a-f]{8}\.S-[0-9A-Z]{13}/) != nil)
        #expect(receipt.hasSuffix(".\(submission)"))
        #expect(try workspace.state(name) == "in-review")
    }

    @Test func `case 13: the manifest in one Unicode form finds the file in the other`() throws {
        let workspace = try Workspace()
        // é composed in the manifest, decomposed on the disk.
        try workspace.drop(evidence: [.file("plan.md", listed: "caf\u{E9}.md"), Item.work, Item.reflection])
        try workspace.shell(#"mv plan.md "$(printf 'cafe\314\201.md')""#, in: "Inbox/bundle")
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test func `case 16: a manifest in UTF-16 is read`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.shell(
            "{ printf '\\377\\376'; sed 's/UTF-8/UTF-16/' manifest.xml | iconv -t UTF-16LE; } > m; mv m manifest.xml",
            in: "Inbox/bundle")
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test func `one bad bundle doesn't keep a good one`() throws {
        let workspace = try Workspace()
        try workspace.drop("a-bad", manifest: "<submission")
        try workspace.drop("b-bad", evidence: [])
        try workspace.drop("c-good")
        let pass = try workspace.run()
        #expect(pass.state("c-good") == "accepted")
        #expect(pass["waiting"] == 1)
        #expect(pass["returned"] == 1)
    }
}
