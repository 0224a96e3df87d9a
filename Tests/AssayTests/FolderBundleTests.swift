import Foundation
import Support
import Testing

/// Bundles by folders: the manifest lists no evidence, and the folders named after the kinds are the list.
@Suite(.scratch) struct FolderBundleTests {
    private static let intake = """
            <evidence kind="lesson-plan" form="file" min="1" max="2"/>
            <evidence kind="student-work" form="file" min="2" max="4" release="required"/>
            <evidence kind="reflection" form="text" min="1" max="2" min-words="3" max-words="20"/>
            <evidence kind="video" form="link" min="0" max="3" hosts="*.example" max-duration="PT15M"/>
            <rule id="spelled-out" test="count(a:evidence/a:file) &gt;= 3 and a:evidence/a:text[@words &gt;= 3]">It isn't.</rule>
        """

    private static let plain: [String: Data] = [
        "lesson-plan/Exit ticket.md": Data("# A plan\n".utf8),
        "student-work/b.txt": Data("Fourteen.".utf8), "student-work/a.txt": Data("Twelve.".utf8),
        "student-work/release.txt": Data("On-File\r\nsigned in October".utf8),
        "reflection/mine.txt": Data("Half of them guessed.".utf8),
    ]

    private func workspace() throws -> Workspace {
        try Workspace(rubrics: [rubricXML(intake: Self.intake)])
    }

    private func drop(
        _ files: [String: Data], without: [String] = [], name: String = "bundle", educator: Educator = Educator(),
        into workspace: Workspace
    ) throws {
        let manifest = manifestXML(educator: educator).replacing(#/<evidence>(.|\n)*<\/evidence>/#, with: "")
        var all = Self.plain.merging(files) { $1 }
        for path in without { all[path] = nil }
        try workspace.drop(name, evidence: [], manifest: manifest, unlisted: all)
    }

    @Test func `files in the folders named after the kinds are the evidence, in the order of their names`() throws {
        let workspace = try workspace()
        try drop(
            [
                "video/links.txt": Data("https://v.example/1 9:30\r\n\r\nhttps://v.example/2 PT2M\r\n".utf8),
                "lesson-plan/_what-goes-here.txt": Data("The plan.".utf8), "lesson-plan/Thumbs.db": Data("x".utf8),
            ], into: workspace)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted", "\(pass.json)")
        #expect(pass.findings("bundle").isEmpty, "\(pass.json)")
        let id = try #require(pass.bundle("bundle")["submission"].string)
        let evidence = try workspace.show(id)["evidence"].array
        #expect(
            evidence.map { $0["kind"].string } == [
                "lesson-plan", "student-work", "student-work", "reflection", "video", "video",
            ])
        #expect(evidence[1]["path"].string == "student-work/a.txt")
        let queue = try #require(try workspace.queue(for: id).first?["path"].string).replacing("decision.xml", with: "")
        #expect(try workspace.text(queue + "evidence/e4-reflection.txt") == "Half of them guessed.")
        #expect(try workspace.text(queue + "evidence/e5-video.txt") == "https://v.example/1\r\nPT9M30S\r\n")
        try workspace.fill(id, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        let record = try workspace.text(workspace.record(id))
        for word in ["Exit ticket", "student-work/b.txt", "https://v.example/2", "on-file"] {
            #expect(record.contains(word), "\(word) in \(record)")
        }
        try workspace.validate(try workspace.record(id), by: "record")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `a text that was changed in the vault is laid in no queue folder`() throws {
        let workspace = try workspace()
        try drop([:], into: workspace)
        let id = try workspace.accept()
        let reader = try workspace.onlyReader(of: id)
        let text = try #require(try workspace.files(named: "mine.txt", in: ".assay/vault").first)
        try workspace.write(text, "All of them knew it.")
        try workspace.remove("Outbox/Queues")
        #expect(try workspace.run()["problems"] == 1)
        #expect(!workspace.exists(workspace.folder(id, of: reader)))
        let problem = try workspace.ask("status")["problems"].array[0].description
        #expect(problem.contains("of \(id) in the vault isn't as the ledger has it. Run 'assay verify'."), "\(problem)")
    }

    @Test func `a queue folder is laid again from the vault with its texts`() throws {
        let workspace = try workspace()
        try drop([:], into: workspace)
        let id = try workspace.accept()
        let before = try workspace.tree("Outbox/Queues")
        try workspace.remove("Outbox/Queues")
        try workspace.makeFolder("Outbox/Queues")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        let again = try workspace.tree("Outbox/Queues")
        #expect(again == before)
        #expect(again.keys.contains { $0.hasSuffix("\(id)/evidence/e4-reflection.txt") })
    }

    @Test func `the same folders are the same submission, and another text is another`() throws {
        let workspace = try workspace()
        try drop([:], into: workspace)
        let id = try workspace.accept()
        try drop([:], name: "again", into: workspace)
        #expect(try workspace.run().bundle("again")["submission"].string == id)
        try drop(["reflection/mine.txt": Data("Some of them guessed.".utf8)], name: "other", into: workspace)
        #expect(try workspace.run().findings("other").map(\.code) == ["submission.open"])
    }

    @Test(arguments: ["student-work/release.txt": "not-needed", "student-work/_note.txt": "Look at b first."])
    func `what is never evidence makes no other submission`(path: String, words: String) throws {
        let workspace = try workspace()
        try drop([:], into: workspace)
        let id = try workspace.accept()
        try drop([path: Data(words.utf8)], name: "again", into: workspace)
        let again = try workspace.run().bundle("again")
        #expect(again["state"].string == "duplicate" && again["submission"].string == id, "\(again)")
    }

    static let formerly: [(more: [String: Data], former: String)] = [
        ([:], "every, composed"), (["lesson-plan/Re\u{301}sume\u{301}.md": Data("x".utf8)], "evidence, stored"),
        (["lesson-plan/Re\u{301}sume\u{301}.md": Data("x".utf8)], "every, stored"),
    ]

    @Test(arguments: formerly.indices)
    func `content that was accepted when releases, or accents as they lay, counted in its id is known again`(
        index: Int
    ) throws {
        let (more, former) = Self.formerly[index]
        let workspace = try workspace()
        try drop(more, into: workspace)
        let ids = try workspace.shell(
            """
            cat > ../../ids.py <<'END'
            import hashlib, os, unicodedata
            composed = lambda path: unicodedata.normalize("NFC", path)
            stored = lambda path: path
            def id(paths, form):
                digest = hashlib.sha256()
                def take(text):
                    digest.update(len(text.encode()).to_bytes(8, "big") + text.encode())
                take("assay submission 1")
                for path in ["manifest.xml"] + sorted(paths):
                    if path != "manifest.xml": take(form(path))
                    take(hashlib.sha256(open(path, "rb").read()).hexdigest())
                number = int.from_bytes(digest.digest(), "big") >> (256 - 65)
                return "S-" + "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number >> (60 - 5 * i) & 31] for i in range(13))
            every = [os.path.relpath(os.path.join(d, f)) for d, _, fs in os.walk(".") for f in fs if f != "manifest.xml"]
            evidence = [p for p in every if not p.endswith("release.txt")]
            print(id(evidence, composed), id(\(former)))
            END
            python3 ../../ids.py
            """, in: "Inbox/bundle"
        ).split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(try workspace.accept() == ids[0])
        let tables = [
            "submissions SET id", "assignments SET submission", "drops SET submission", "events SET submission",
        ]
        let statements =
            tables.map { "UPDATE \($0) = '\(ids[1])'; " }.joined()
            + "UPDATE events SET body = replace(body, '\(ids[0])', '\(ids[1])')"
        try workspace.sqlite(statements)
        try drop(more, name: "again", into: workspace)
        let again = try workspace.run().bundle("again")
        #expect(again["state"].string == "duplicate" && again["submission"].string == ids[1], "\(again)")
    }

    @Test func `however accents in file names are stored, in a folder or in an archive, it is the same submission`()
        throws
    {
        let workspace = try workspace()
        let plan = Data("# Un plan\n".utf8)
        try drop(["lesson-plan/Re\u{301}sume\u{301}.md": plan], into: workspace)
        let id = try workspace.accept()
        #expect(
            try workspace.show(id)["evidence"].array.contains { $0["path"].string?.hasSuffix("sume\u{301}.md") == true }
        )
        try drop(["lesson-plan/R\u{E9}sum\u{E9}.md": plan], name: "windows", into: workspace)
        try drop(["lesson-plan/Re\u{301}sume\u{301}.md": plan], name: "mac", into: workspace)
        try workspace.shell("cd Inbox && python3 -m zipfile -c mac.zip mac/ && rm -r mac")
        workspace.advance(seconds: 60)
        let pass = try workspace.run()
        for name in ["windows", "mac.zip"] {
            #expect(pass.bundle(name)["submission"].string == id && pass.state(name) == "duplicate", "\(pass.json)")
        }
    }

    @Test func `a text names the file that it was read from`() throws {
        let workspace = try workspace()
        try drop([:], into: workspace)
        _ = try workspace.accept()
        #expect(try workspace.assay(["show", "bundle"]).stdout.contains("reflection/mine.txt"))
    }

    @Test func `fewer than asked for wait, say so, and come back after patience`() throws {
        let workspace = try workspace()
        try drop([:], without: ["student-work/b.txt", "reflection/mine.txt"], into: workspace)
        #expect(try workspace.run()["waiting"] == 1)
        let reason = try workspace.inbox("bundle")["reason"].string ?? ""
        #expect(reason.contains("1 of 2 'student-work'") && reason.contains("0 of 1 'reflection'"), "\(reason)")
        workspace.advance(hours: 2)
        let findings = try workspace.run().findings("bundle")
        #expect(findings.map(\.code) == ["evidence.too-few", "evidence.too-few"])
    }

    /// A document of a word processor, as small as one can be.
    private func office(_ entry: String, _ xml: String, in workspace: Workspace) throws -> Data {
        try workspace.write("content.xml", xml)
        let mimetype = entry == "content.xml" ? "a.writestr('mimetype', 'application/vnd.oasis.opendocument.text')" : ""
        try workspace.write(
            "make.py",
            """
            import zipfile
            with zipfile.ZipFile("made", "w", zipfile.ZIP_DEFLATED) as a:
                \(mimetype.isEmpty ? "a.writestr('[Content_Types].xml', '<Types/>')" : mimetype)
                a.writestr("\(entry)", open("content.xml").read())
                a.writestr("last.bin", "x")
            """)
        try workspace.shell("python3 make.py")
        return try workspace.bytes("made")
    }

    @Test(arguments: ["", "2", "22"])
    func `texts of Word and LibreOffice are read and counted, whatever number the main part has`(number: String)
        throws
    {
        let workspace = try workspace()
        let word = try office(
            "word/document\(number).xml",
            """
            <?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:pPr><w:tabs/></w:pPr><w:r><w:t>Half</w:t></w:r><w:r>
            <w:t xml:space="preserve"> of them &amp; Núñez</w:t><w:delText>not this</w:delText></w:r></w:p><w:p><w:r>
            <w:t>guessed.</w:t></w:r></w:p></w:body></w:document>
            """, in: workspace)
        let open = try office(
            "content.xml",
            """
            <?xml version="1.0"?><office:document-content><office:automatic-styles>no</office:automatic-styles>
            <office:body><office:text><text:h>What <text:span>I</text:span> saw</text:h><text:p>Half<text:s/>guessed.</text:p>
            </office:text></office:body></office:document-content>
            """, in: workspace)
        try drop(
            ["reflection/1.docx": word, "reflection/2.odt": open, "lesson-plan/plan.docx": word],
            without: ["reflection/mine.txt", "lesson-plan/Exit ticket.md"], into: workspace)
        let id = try workspace.accept()
        let queue = try #require(try workspace.queue(for: id).first?["path"].string).replacing("decision.xml", with: "")
        let first = try workspace.text(queue + "evidence/e4-reflection.txt")
        #expect(first.split(whereSeparator: \.isWhitespace).joined(separator: " ") == "Half of them & Núñez guessed.")
        #expect(!first.contains("not this"))
        let second = try workspace.text(queue + "evidence/e5-reflection.txt")
        #expect(second == "What I saw\nHalf guessed.\n")
        let record = try workspace.files(named: "receipt.xml", in: "Outbox/Receipts")
        #expect(try workspace.text(record[0]).contains("words=\"5\""))
    }

    @Test(arguments: ["https://v.example/1?a=1&amp;b=2", "binary"])
    func `a link that was dragged to the desktop is a link`(form: String) throws {
        let workspace = try Workspace(rubrics: [
            rubricXML(intake: Self.intake.replacing(" max-duration=\"PT15M\"", with: ""))
        ])
        let address = "https://v.example/1?a=1&b=2"
        let list = "<plist><dict><key>URL</key><string>\(form)</string></dict></plist>"
        var webloc = Data("<?xml version=\"1.0\"?>\(list)".utf8)
        if form == "binary" {
            let dump = "plistlib.dump({\"URL\": \"\(address)\"}, open(\"b\", \"wb\"), fmt=plistlib.FMT_BINARY)"
            try workspace.shell("python3 -c 'import plistlib; \(dump)'")
            webloc = try workspace.bytes("b")
        }
        try drop(
            [
                "video/mac.webloc": webloc,
                "video/windows.url": Data("[InternetShortcut]\r\nURL=\(address)\r\nIconIndex=0\r\n".utf8),
            ], into: workspace)
        let id = try workspace.accept()
        let found =
            try workspace.files(named: "e5-video.txt", in: "Outbox/Queues")
            + workspace.files(named: "e6-video.txt", in: "Outbox/Queues")
        #expect(try found.map { try workspace.text($0) } == [address + "\r\n", address + "\r\n"], "\(id)")
    }

    @Test(arguments: [
        (["video/l.txt": "https://v.example/1"], "link.no-duration"),
        (["video/l.txt": "https://v.example/1 long"], "duration.invalid"),
        (["video/l.txt": "https://v.example/1 20:00"], "link.too-long"),
        (["video/l.txt": "http://169.254.169.254/ 1:00"], "link.refused"),
        (["video/l.txt": "https://elsewhere.test/ 1:00"], "link.host"),
        (["video/l.pdf": "x"], "evidence.no-link"), (["reflection/x.pdf": "x"], "evidence.no-text"),
        (["reflection/x.docx": "no zip"], "evidence.no-text"), (["reflection/x.txt": "\u{0}\u{1}"], "evidence.no-text"),
        (["student-work/release.txt": "perhaps"], "release.invalid"),
        (["student-work/release.txt": ""], "evidence.no-release"),
        (["reflection/x.txt": "Too short."], "evidence.too-few-words"),
        (["lesson-plan/1": "x", "lesson-plan/2": "x"], "evidence.too-many"),
    ])
    func `what is wrong in a folder is said in words of folders`(files: [String: String], code: String) throws {
        let workspace = try workspace()
        try drop(files.mapValues { Data($0.utf8) }, into: workspace)
        let findings = try workspace.run().findings("bundle")
        #expect(findings.contains { $0.code == code }, "\(findings)")
        #expect(!findings.contains { $0.mentions("<file") || $0.mentions("release=") }, "\(findings)")
    }

    @Test(arguments: ["lesson-plan/Unit 3\\4 plan.md", "student-work/bell\u{7}.txt"])
    func `a file whose name no manifest may hold is told of, and nothing is accepted without it`(path: String) throws {
        let workspace = try workspace()
        try drop([path: Data("x".utf8)], into: workspace)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned", "\(pass.json)")
        let findings = pass.findings("bundle")
        #expect(findings.map(\.code) == ["path.refused"] && findings[0].mentions("Rename the file"), "\(findings)")
    }

    @Test func `a file elsewhere is kept and reported, and a packed bundle by folders is taken`() throws {
        let workspace = try workspace()
        try drop(["notes.txt": Data("x".utf8), "lesson-plan/old/x.md": Data("x".utf8)], into: workspace)
        try workspace.shell("cd bundle && zip -qr ../b.zip . && rm -r ../bundle", in: "Inbox")
        let pass = try workspace.run()
        #expect(pass.state("b.zip") == "accepted")
        #expect(pass.findings("b.zip").map(\.code) == ["file.unlisted", "file.unlisted"])
    }

    @Test func `a file that isn't taken is told where to put it, and nothing of the manifest`() throws {
        let workspace = try workspace()
        try drop(["_note.txt": Data("x".utf8), "lesson-plan/more/x.md": Data("x".utf8)], into: workspace)
        let findings = try workspace.run().findings("bundle").filter { $0.code == "file.unlisted" }
        #expect(findings.count == 2)
        for finding in findings {
            #expect(finding.mentions("folder of its kind", "lesson-plan, student-work, reflection, video"))
            #expect(!finding.mentions("manifest"))
        }
    }

    @Test(arguments: ["1 min\n", "a b\n", "https://v.example/1 9:30\n"])
    func `case 39: a file of countless links goes back in its own time, and its neighbor is taken`(line: String) throws
    {
        let workspace = try workspace()
        let links = String(repeating: line, count: 1_000_000 / line.utf8.count)
        try drop(["video/links.txt": Data(links.utf8)], into: workspace)
        try drop([:], name: "neighbor", educator: Educator("E2"), into: workspace)
        let (pass, cost) = try workspace.measuredRun(limit: 60)
        #expect(cost.isSmall, "\(cost)")
        #expect(pass.state("bundle") == "returned", "\(pass.bundle("bundle")["state"])")
        #expect(pass.state("neighbor") == "accepted")
    }
}
