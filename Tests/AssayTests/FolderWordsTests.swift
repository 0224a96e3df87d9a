import Foundation
import Support
import Testing

/// What a school secretary is told of a bundle by folders, and how she may write what goes into it.
@Suite(.scratch) struct FolderWordsTests {
    private static let intake = """
            <evidence kind="lesson-plan" form="file" min="1" max="2" max-bytes="20000000"/>
            <evidence kind="student-work" form="file" min="1" max="4" release="required"/>
            <evidence kind="video" form="link" min="0" max="1" hosts="*.example" max-duration="PT15M"/>
            <rule id="plain" test="count(a:evidence/a:file) &gt;= 2">Send a plan and work; this has {count(a:evidence/a:file)}.
              Both are of one lesson.</rule>
        """

    private static let plain = [
        "lesson-plan/plan.md": "# A plan", "student-work/a.txt": "Twelve.", "student-work/release.txt": "on-file",
    ]

    private func workspace() throws -> Workspace { try Workspace(rubrics: [rubricXML(intake: Self.intake)]) }

    private func drop(
        _ files: [String: String], without: [String] = [], educator: Educator = Educator(), into workspace: Workspace
    ) throws {
        let manifest = manifestXML(educator: educator).replacing(#/<evidence>(.|\n)*<\/evidence>/#, with: "")
        var all = Self.plain.merging(files) { $1 }
        for path in without { all[path] = nil }
        try workspace.drop(evidence: [], manifest: manifest, unlisted: all.mapValues { Data($0.utf8) })
    }

    @Test(arguments: [true, false])
    func `a folder whose name is misspelled is named while the bundle waits, and when it comes back`(isAlone: Bool)
        throws
    {
        let workspace = try workspace()
        var files = ["students work/a.txt": "Twelve.", "students work/b.txt": "Ten.", "students work/Thumbs.db": "x"]
        if !isAlone { files["student-work/_what-goes-here.txt"] = "A note." }
        try drop(files, without: ["student-work/a.txt", "student-work/release.txt"], into: workspace)
        try workspace.run()
        let words =
            "There is a folder 'students work' with 2 files that this rubric doesn't know. Did you mean 'student-work'?"
        let remedy = isAlone ? "Rename it to 'student-work'." : "Move the files into the folder 'student-work'."
        let reason = try workspace.inbox("bundle")["reason"].string ?? ""
        #expect(reason == "0 of 1 'student-work'. \(words) \(remedy)")
        workspace.advance(hours: 2)
        let finding = try #require(try workspace.run().findings("bundle").first { $0.code == "folder.unknown" })
        #expect(finding.isError && finding.message == words && finding.json["remedy"].string == remedy)
        let receipt = try workspace.text("Outbox/Returned/bundle/receipt.html")
        #expect(receipt.contains("students work") && !receipt.contains("assay check"))
        #expect(receipt.contains("Outbox/index.html"))
    }

    @Test func `a folder of no kind in a bundle that lacks nothing is only a warning`() throws {
        let workspace = try workspace()
        try drop(["students work/b.txt": "Ten."], into: workspace)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted")
        #expect(pass.findings("bundle").map(\.code) == ["file.unlisted"])
    }

    @Test(arguments: [
        ("release.txt", "On file"), ("release.txt", "\"on-file\""), ("Release.txt", "on-file."),
        ("release.txt.txt", "“Not needed”"), ("release.txt", "not_needed"),
    ])
    func `a release is understood as people write it`(name: String, words: String) throws {
        let workspace = try workspace()
        try drop(
            ["student-work/" + name: words], without: name == "release.txt" ? [] : ["student-work/release.txt"],
            into: workspace)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted" && pass.findings("bundle").isEmpty, "\(pass.json)")
    }

    @Test func `a release that isn't understood is told once`() throws {
        let workspace = try workspace()
        try drop(["student-work/release.txt": "perhaps", "student-work/b.txt": "Ten."], into: workspace)
        #expect(try workspace.run().findings("bundle").map(\.code) == ["release.invalid"])
    }

    @Test(arguments: [
        "https://v.example/1 (9:30)", "https://v.example/1\r\n9:30\r\n", "https://v.example/1 9 min 30 s",
        "https://v.example/1\n\n(9 minutes 30 seconds)", "https://v.example/1 9min",
    ])
    func `a link's duration is understood as people write it`(words: String) throws {
        let workspace = try workspace()
        try drop(["video/l.txt": words], into: workspace)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted" && pass.findings("bundle").isEmpty, "\(pass.json)")
        let link = try #require(try workspace.files(named: "e3-video.txt", in: "Outbox/Queues").first)
        #expect(try workspace.text(link).contains("PT9M"))
    }

    @Test func `what is no duration is told once, and a dragged link without one is to become a text file`() throws {
        let workspace = try workspace()
        try drop(["video/l.txt": "https://v.example/1 long"], into: workspace)
        #expect(try workspace.run().findings("bundle").map(\.code) == ["duration.invalid"])
        let other = try self.workspace()
        try drop(["video/w.url": "[InternetShortcut]\r\nURL=https://v.example/1\r\n"], into: other)
        let finding = try #require(try other.run().findings("bundle").first)
        #expect(finding.code == "link.no-duration" && finding.file == "video/w.url")
        #expect(finding.mentions("Write a .txt with the link and its duration instead of it", "delete the .url"))
    }

    @Test func `too many are named`() throws {
        let workspace = try workspace()
        try drop(["lesson-plan/b.md": "# B", "lesson-plan/c.md": "# C"], into: workspace)
        let finding = try #require(try workspace.run().findings("bundle").first { $0.code == "evidence.too-many" })
        #expect(finding.mentions("in it are 'b.md', 'c.md', 'plan.md'"), "\(finding)")
    }

    @Test func `a template's notes say sizes, what may stay empty, and what else the rubric asks`() throws {
        let workspace = try workspace()
        try workspace.run()
        let place = "Outbox/Templates/checking-1.0/"
        let plan = try workspace.text(place + "lesson-plan/_what-goes-here.txt")
        #expect(plan.contains("At most 20 MB each.\r\n"))
        #expect(
            plan.contains(
                "A bundle comes back with these words where they are so:\r\n"
                    + "- Send a plan and work. Both are of one lesson.\r\n"))
        let video = try workspace.text(place + "video/_what-goes-here.txt")
        #expect(video.contains("Put at most 1 link here (may stay empty).\r\n"))
        #expect(video.contains("can't hold a duration"))
    }

    @Test func `an educator's line that was left empty leaves no row in the receipt`() throws {
        let workspace = try workspace()
        try drop([:], educator: Educator("", name: "", email: "", school: ""), into: workspace)
        try workspace.run()
        let receipt = try workspace.text("Outbox/Returned/bundle/receipt.html")
        #expect(receipt.contains("isn&#39;t filled in") && !receipt.contains("<dt>Educator</dt>"))
    }

    @Test func `an archive that came back is unpacked where it lies, and the folder is taken`() throws {
        let workspace = try workspace()
        try drop([:], without: ["lesson-plan/plan.md"], into: workspace)
        try workspace.shell("zip -qr b.zip bundle && rm -r bundle", in: "Inbox")
        try workspace.run()
        workspace.advance(hours: 2)
        try workspace.run()
        let receipt = try workspace.text("Outbox/Returned/b/receipt.html")
        #expect(receipt.contains("Unpack the archive") && receipt.contains("may stay beside"))
        try workspace.shell("unzip -q b.zip", in: "Outbox/Returned/b")
        try workspace.write("Outbox/Returned/b/bundle/lesson-plan/plan.md", "# A plan")
        try workspace.move("Outbox/Returned/b", to: "Inbox/b")
        let pass = try workspace.run()
        #expect(pass.state("b") == "accepted", "\(pass.json)")
        #expect(!pass.findings("b").contains { $0.code == "file.unlisted" }, "\(pass.json)")
    }

    @Test(arguments: [true, false])
    func `what came back, was mended and packed leaves no warning of its receipts or of its first archive`(
        asFolder: Bool
    ) throws {
        let workspace = try workspace()
        try drop([:], without: ["lesson-plan/plan.md"], into: workspace)
        try workspace.shell("cd bundle && zip -qr ../b.zip . && cd .. && rm -r bundle", in: "Inbox")
        try workspace.run()
        workspace.advance(hours: 2)
        try workspace.run()
        try workspace.shell("unzip -q b.zip", in: "Outbox/Returned/b")
        try workspace.write("Outbox/Returned/b/lesson-plan/plan.md", "# A plan")
        if asFolder {
            try workspace.move("Outbox/Returned/b", to: "Inbox/b")
        } else {
            try workspace.shell("zip -qr ../../Inbox/b.zip b && rm -r b", in: "Outbox/Returned")
        }
        let pass = try workspace.run()
        let name = asFolder ? "b" : "b.zip"
        #expect(pass.state(name) == "accepted", "\(pass.json)")
        #expect(!pass.findings(name).contains { $0.code == "file.unlisted" }, "\(pass.json)")
    }

    @Test func `a manifest that Notepad gave another ending is named while the bundle waits and when it comes back`()
        throws
    {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.move("Inbox/bundle/manifest.xml", to: "Inbox/bundle/manifest.xml.txt")
        try workspace.run()
        let reason = try workspace.inbox("bundle")["reason"].string ?? ""
        #expect(reason.contains("'manifest.xml.txt' may be meant: rename it to manifest.xml"), "\(reason)")
        workspace.advance(hours: 2)
        let finding = try #require(try workspace.run().findings("bundle").first)
        #expect(finding.code == "manifest.missing")
        #expect(
            finding.mentions("'manifest.xml.txt' may be meant", "Rename 'manifest.xml.txt' to manifest.xml")
                && finding.mentions("If Windows hides endings", "take the .txt off its end"), "\(finding)")
    }

    @Test func `a manifest that lies too deep is named with what is to be moved`() throws {
        let workspace = try Workspace()
        try workspace.drop("weiss", in: "Inbox/weiss/weiss")
        try workspace.run()
        let reason = try workspace.inbox("weiss")["reason"].string ?? ""
        #expect(reason.contains("one lies deeper, in 'weiss/weiss': move all that is in there up"), "\(reason)")
        workspace.advance(hours: 2)
        let finding = try #require(try workspace.run().findings("weiss").first)
        #expect(finding.code == "manifest.missing")
        #expect(finding.mentions("One lies deeper", "Move all that is in 'weiss/weiss' up"), "\(finding)")
    }

    @Test func `a manifest that can't be read says where and why while it waits`() throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: manifestXML(educator: Educator(name: "Ann & Bo")))
        try workspace.run()
        let reason = try workspace.inbox("bundle")["reason"].string ?? ""
        #expect(reason.hasPrefix("its manifest can't be read yet, at line 3: "), "\(reason)")
        #expect(reason.hasSuffix("A & stands alone"), "\(reason)")
    }

    @Test func `a resubmission in the wrong place is told where it belongs`() throws {
        let workspace = try Workspace()
        let line = "<resubmission of=\"S-RPKN4CMA756TE\"><note>New.</note></resubmission>"
        try workspace.drop(manifest: manifestXML().replacing("  <statement", with: "  \(line)\n  <statement"))
        let finding = try #require(try workspace.run().findings("bundle").first)
        #expect(
            finding.mentions("'resubmission' isn't in its place here", "Move this line to just above </submission>."))
    }
}
