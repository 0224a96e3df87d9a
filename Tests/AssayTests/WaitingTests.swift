import Foundation
import Support
import Testing

/// What isn't complete waits, says for what, and isn't waited for without end.
@Suite(.scratch) struct WaitingTests {
    /// Four files, of which some may still be on their way.
    private func four(there: Int) -> [Item] {
        (1...4).map { .file("work/\($0).md", kind: "student-work", isThere: $0 <= there) } + [.plan, .reflection]
    }

    @Test func `case 1: a bundle with a missing file waits and says how many are there`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 3))
        let pass = try workspace.run()
        #expect(pass["waiting"] == 1)
        #expect(workspace.exists("Inbox/bundle/manifest.xml"))
        let entry = try workspace.inbox("bundle")
        #expect(entry["state"].string == "waiting")
        // The plan is the fifth.
        #expect(entry["reason"].string?.contains("4 of 5 files") == true, "\(entry)")
        #expect(entry["reason"].string?.hasSuffix("; not there: 'work/4.md'") == true, "\(entry)")
        #expect(try workspace.state("bundle") == "waiting")
    }

    @Test func `case 1: the missing file's arrival completes the bundle`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 3))
        try workspace.run()
        workspace.advance(seconds: 600)
        try workspace.write("Inbox/bundle/work/4.md", "Late, and here.")
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test func `case 11: after patience a bundle is returned and names what is missing`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 3))
        try workspace.run()
        workspace.advance(seconds: 3599)
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(seconds: 2)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned")
        let missing = try #require(pass.findings("bundle").first { $0.code == "evidence.missing" })
        #expect(missing.mentions("work/4.md"))
        // The fourth file's line in the manifest.
        #expect(missing.line == 8)
        #expect(missing.column == 5)
    }

    @Test func `patience begins anew whenever the bundle changes`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 2))
        try workspace.run()
        workspace.advance(seconds: 3000)
        try workspace.write("Inbox/bundle/work/3.md", "One more.")
        try workspace.run()
        workspace.advance(seconds: 3000)
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(seconds: 601)
        #expect(try workspace.run()["returned"] == 1)
    }

    @Test func `after a clock that ran ahead patience ends no later than from now on`() throws {
        let workspace = try Workspace()
        try workspace.run()
        workspace.advance(days: 365)
        try workspace.drop(evidence: four(there: 3))
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(hours: 1, days: -365)
        #expect(try workspace.run()["waiting"] == 1)
        #expect(try workspace.inbox("bundle")["reason"].string?.contains("4 of 5") == true)
        workspace.advance(seconds: 3599)
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(seconds: 1)
        #expect(try workspace.run().findings("bundle").map(\.code) == ["evidence.missing"])
    }

    @Test func `case 10: a bundle that goes away while it waits is forgotten`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 3))
        try workspace.run()
        try workspace.remove("Inbox/bundle")
        workspace.advance(hours: 2)
        let pass = try workspace.run()
        #expect(pass["waiting"] == 0)
        #expect(pass["returned"] == 0)
    }

    @Test func `case 10: of a bundle that left Inbox status and show say whether a pass or a person has it`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 3))
        try workspace.run()
        // As a pass does that has begun to take it.
        try workspace.move("Inbox/bundle", to: ".assay/vault/arriving/bundle")
        #expect(try workspace.inbox("bundle")["reason"].string == "it is being taken")
        #expect(try workspace.show("bundle")["reason"].string == "it is being taken")
        try workspace.remove(".assay/vault/arriving/bundle")
        let entry = try workspace.inbox("bundle")
        #expect(entry["reason"].string?.contains("taken away from Inbox") == true, "\(entry)")
        #expect(try workspace.show("bundle")["reason"] == entry["reason"])
        try workspace.run()
        #expect(try workspace.inbox("bundle").isMissing)
    }

    @Test func `of very many temporary names a few are told, and how many more`() throws {
        let workspace = try Workspace()
        let names = (1...7).map { "\($0).part" }
        try workspace.drop(unlisted: Dictionary(uniqueKeysWithValues: names.map { ($0, Data("half".utf8)) }))
        try workspace.run()
        let reason = try #require(try workspace.inbox("bundle")["reason"].string)
        #expect(reason.hasSuffix("'1.part', '2.part', '3.part' and 4 more"), "\(reason)")
        try workspace.shell("rm 4.part 5.part 6.part 7.part", in: "Inbox/bundle")
        try workspace.run()
        #expect(try workspace.inbox("bundle")["reason"].string?.hasSuffix("'1.part', '2.part', '3.part'") == true)
    }

    @Test func `what an earlier pass saw is taken without another wait`() throws {
        let workspace = try Workspace(program: programXML(settle: "PT5M"))
        try workspace.drop()
        #expect(try Trace.glance(workspace).exit == 137)
        workspace.advance(seconds: 299)
        #expect(try Trace.glance(workspace).exit == 137)
        workspace.advance(seconds: 1)
        #expect(try workspace.run(limit: 60).state("bundle") == "accepted")
    }

    @Test func `case 2: what changes between two looks settles anew`() throws {
        let workspace = try Workspace(program: programXML(settle: "PT5M"))
        try workspace.drop()
        #expect(try Trace.glance(workspace).exit == 137)
        workspace.advance(seconds: 200)
        // The same length, and the old modification time: the listing must notice all the same.
        try workspace.shell(
            "touch -r manifest.xml ../stamp; sed -i s/guessed/GUESSED/ manifest.xml; touch -r ../stamp manifest.xml; "
                + "rm ../stamp", in: "Inbox/bundle")
        #expect(try Trace.glance(workspace).exit == 137)
        workspace.advance(seconds: 200)
        #expect(try Trace.glance(workspace).exit == 137)
        workspace.advance(seconds: 100)
        #expect(try workspace.run(limit: 60).state("bundle") == "accepted")
    }

    @Test func `by the real clock one pass waits for its second look`() throws {
        let workspace = try Workspace(program: programXML(settle: "PT1S"))
        try workspace.drop()
        let started = ContinuousClock.now
        let result = try command(assayBinary, ["run", "--json", "--workspace", workspace.root])
        #expect(try result.json["accepted"].int == 1, "\(result)")
        #expect(ContinuousClock.now - started >= .seconds(1))
    }

    @Test func `with no settling a bundle is taken at first sight`() throws {
        let workspace = try Workspace(program: programXML(settle: "PT1H"))
        try workspace.drop()
        #expect(try workspace.run(["--settle", "PT0S"]).state("bundle") == "accepted")
    }

    @Test(arguments: ["bytes=\"7\"", "sha256=\"\(String(repeating: "0", count: 64))\""])
    func `case 11: a wrong size or digest waits and is then returned`(promise: String) throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [.file("plan.md", attributes: promise), .work, .reflection])
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(hours: 2)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned")
        #expect(pass.findings("bundle").contains { $0.isError && $0.mentions("plan.md") && $0.line == 5 })
    }

    @Test func `case 2: right sizes and digests are accepted`() throws {
        let workspace = try Workspace()
        let promise = "sha256=\"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\" bytes=\"5\""
        try workspace.drop(
            evidence: [.file("plan.md", Data("hello".utf8), attributes: promise), .work, .reflection])
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test(arguments: [
        "x.part", "x.partial", "x.tmp", "x.crdownload", "x.filepart", "x.download", "~$plan.docx", ".~lock.plan.odt#",
        ".syncthing.x.tmp", "~syncthing~x.tmp", ".plan.md.Ab3dE9", ".nfs0001", ".fuse_hidden0001", "deep/x.part",
    ])
    func `case 6: a temporary name holds the bundle, and a stale one is left out with a warning`(name: String) throws {
        let workspace = try Workspace()
        try workspace.drop(unlisted: [name: Data("half".utf8)])
        #expect(try workspace.run()["waiting"] == 1)
        #expect(try workspace.inbox("bundle")["reason"].string?.isEmpty == false)
        workspace.advance(hours: 2)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted")
        let last = String(name.split(separator: "/").last ?? "")
        #expect(pass.findings("bundle").contains { $0.isWarning && $0.mentions(last) })
    }

    @Test(arguments: ["manifest (conflicted copy).xml", "manifest-LAPTOP.xml", "manifest.sync-conflict-20261102.xml"])
    func `case 8: two manifests are never guessed between`(second: String) throws {
        let workspace = try Workspace()
        try workspace.drop(unlisted: [second: Data(manifestXML(educator: Educator("E2")).utf8)])
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(hours: 2)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned")
        #expect(pass.findings("bundle").contains { $0.isError && $0.mentions(second) })
    }

    @Test(arguments: ["", "<submission xmlns=\"urn:assay:1\" rubric=\"checking\">", "hello"])
    func `case 11: a manifest that isn't well-formed yet waits and is then returned`(manifest: String) throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifest)
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(hours: 2)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned")
        #expect(pass.findings("bundle").contains { $0.isError && $0.file == "manifest.xml" })
    }

    @Test func `case 11: a bundle without a manifest waits and is then returned`() throws {
        let workspace = try Workspace()
        try workspace.write("Inbox/bundle/plan.md", "A plan.")
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(hours: 2)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned")
        #expect(pass.findings("bundle").contains { $0.mentions("manifest.xml") })
    }

    @Test func `case 11: an empty folder waits and is then returned`() throws {
        let workspace = try Workspace()
        try workspace.makeFolder("Inbox/bundle")
        #expect(try workspace.run()["waiting"] == 1)
        workspace.advance(hours: 2)
        #expect(try workspace.run().state("bundle") == "returned")
    }

    @Test func `case 2: a bundle of which a file is still open for writing isn't complete`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let writer = try FileHandle(forUpdating: URL(filePath: workspace.path("Inbox/bundle/plans/exit-ticket.md")))
        #expect(try workspace.run()["waiting"] == 1)
        #expect(workspace.exists("Inbox/bundle/plans/exit-ticket.md"))
        try writer.seekToEnd()
        try writer.write(contentsOf: Data("The last page.\n".utf8))
        try writer.close()
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted")
        let submission = try #require(pass.bundle("bundle")["submission"].string)
        let queue = workspace.folder(submission, of: try workspace.onlyReader(of: submission))
        #expect(try workspace.text(queue + "/evidence/e1-lesson-plan.md").hasSuffix("The last page.\n"))
    }

    @Test func `a waiting bundle says until when it waits, and what then becomes of it`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 3))
        let waiting = try workspace.run().bundle("bundle")
        workspace.advance(seconds: 600)
        for entry in [waiting, try workspace.inbox("bundle"), try workspace.show("bundle")] {
            #expect(entry["until"].string == "2026-11-02T16:00:00Z", "\(entry)")
            #expect(entry["afterwards"].string == "returned", "\(entry)")
        }
        // The program's zone is six hours behind.
        let status = try workspace.assay(["status"]).stdout
        #expect(status.contains("unchanged since 09:00; if nothing changes, it goes back at 10:00 CST"), "\(status)")
        #expect(try workspace.assay(["show", "bundle"]).stdout.contains("it goes back at 10:00 CST"))
        let page = try workspace.text("Outbox/index.html")
        #expect(page.contains("if nothing changes, it goes back at 2026-11-02 10:00 CST"), "\(page)")
        workspace.advance(hours: 24)
        let later = try workspace.assay(["status"]).stdout
        #expect(later.contains("unchanged since 2026-11-02 09:00; it goes back with the next run"), "\(later)")
    }

    @Test func `a bundle that only a temporary file holds says that it will be read without it`() throws {
        let workspace = try Workspace()
        try workspace.drop(unlisted: ["x.part": Data("half".utf8)])
        #expect(try workspace.run().bundle("bundle")["afterwards"].string == "taken")
        let status = try workspace.assay(["status"]).stdout
        #expect(status.contains("if nothing changes, it is read without that at 10:00 CST"), "\(status)")
    }

    @Test func `a bundle that waits for the district's documents has no time at which it goes back`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 3))
        try workspace.run()
        try workspace.write("Rubrics/program.xml", "<program")
        workspace.advance(hours: 2)
        try workspace.run(exit: 65)
        let entry = try workspace.inbox("bundle")
        #expect(entry["until"].isMissing && entry["afterwards"].isMissing, "\(entry)")
    }

    @Test func `a ledger that only an older version has written is read before the next pass as well`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: four(there: 3))
        try workspace.run()
        try workspace.sqlite("ALTER TABLE arrivals DROP COLUMN afterwards")
        let entry = try workspace.inbox("bundle")
        #expect(entry["reason"].string?.isEmpty == false && entry["afterwards"].isMissing, "\(entry)")
        try workspace.run()
        #expect(try workspace.inbox("bundle")["afterwards"].string == "returned")
    }
}
