import Foundation
import Support
import Testing

/// Bundles that come as one archive.
@Suite(.scratch) struct ArchiveTests {
    /// Every way of packing that is taken, with the tools that people use: what stands in the bundle's folder.
    private static let packing = [
        ("bundle.zip", "zip -qr OUT ."), ("BUNDLE.ZIP", "zip -qr OUT ."), ("bundle.tar", "tar -cf OUT ."),
        ("bundle.tar.gz", "tar -czf OUT *"), ("bundle.tgz", "tar --format=ustar -czf OUT *"),
        ("bundle.tar", "tar --format=pax -cf OUT *"),
        ("bundle.zip", "python3 -m zipfile -c OUT *"), ("bundle.zip", "cd .. && zip -qr OUT packed"),
        ("bundle.tar.gz", "cd .. && tar -czf OUT packed"), ("bundle.zip", "find . -type f | zip -q - -@ > OUT"),
        // As pigz and bgzip write it, and with a tape's padding.
        ("bundle.tgz", "tar -cf t.tar * && (head -c 700 t.tar | gzip; tail -c +701 t.tar | gzip) > OUT; rm t.tar"),
        ("bundle.tar.gz", "(tar -czf - *; head -c 900 /dev/zero) > OUT"),
        // Read for some megabytes before anything comes out.
        ("bundle.tar.gz", "head -c 3000000 /dev/urandom > more.bin; tar -czf OUT *; rm more.bin"),
        ("bundle.tar", "cd .. && cp -r packed PK-letters && tar -cf OUT PK-letters && rm -r PK-letters"),
    ]

    private func drop(
        _ name: String, by line: String, educator: Educator = Educator(), evidence: [Item] = Item.usual,
        before: String = "true", into workspace: Workspace
    ) throws {
        try workspace.dropPacked(name, by: line, educator: educator, evidence: evidence, before: before)
    }

    @Test(arguments: packing)
    func `an archive is taken like the folder that it holds`(name: String, line: String) throws {
        let workspace = try Workspace()
        try drop(name, by: line, into: workspace)
        let id = try workspace.accept(name)
        #expect(workspace.names(in: "Inbox").isEmpty)
        #expect(try workspace.ask("status")["inbox"].array.isEmpty)
        let evidence = try workspace.files(named: "e1-lesson-plan.md", in: "Outbox/Queues")
        #expect(try workspace.text(try #require(evidence.first)) == "# A plan\n\nAsk, wait, look.\n")
        #expect(workspace.names(in: ".assay/tmp").isEmpty)
        #expect(workspace.names(in: ".assay/vault/arriving").isEmpty)
        #expect(workspace.names(in: ".assay/vault/unpacked").isEmpty)
        #expect(try workspace.assay(["verify"]).exit == 0)
        // The same content in a folder is the same submission.
        try workspace.drop("folder")
        let pass = try workspace.run()
        #expect(pass.state("folder") == "duplicate")
        #expect(pass.bundle("folder")["submission"].string == id)
    }

    @Test func `what Word lays beside an open document is left out of an archive as out of a folder`() throws {
        let workspace = try Workspace()
        try drop("x.zip", by: "touch '~$plan.docx' && zip -qr OUT . && rm '~$plan.docx'", into: workspace)
        #expect(try workspace.run().state("x.zip") == "waiting")
        workspace.advance(hours: 2)
        #expect(try workspace.run().findings("x.zip").map(\.code) == ["file.temporary"])
        #expect(try workspace.ask("list").array.count == 1)
    }

    @Test func `a compressed tar with a changed byte that its checksum alone shows comes back`() throws {
        let workspace = try Workspace()
        let line = """
            tar -cf - * | python3 -c 'import gzip, sys; whole = gzip.compress(sys.stdin.buffer.read(), 0)
            sys.stdout.buffer.write(whole.replace(b"look", b"leap", 1))' > OUT
            """
        try drop("x.tar.gz", by: line, into: workspace)
        #expect(try workspace.shell("tar -xzOf Inbox/x.tar.gz 2>&1 || true").contains("wait, leap"))
        let findings = try workspace.run().findings("x.tar.gz")
        #expect(findings.map(\.code) == ["archive.damaged"], "\(findings)")
        #expect(findings.contains { $0.mentions("packed") }, "\(findings)")
    }

    @Test func `the same content in an archive is a duplicate, and the archive comes back as it was`() throws {
        let workspace = try Workspace()
        try workspace.drop("folder")
        let id = try workspace.accept("folder")
        try drop("again.zip", by: "zip -qr OUT .", into: workspace)
        let bytes = try workspace.bytes("Inbox/again.zip")
        let pass = try workspace.run()
        #expect(pass.bundle("again.zip")["submission"].string == id)
        #expect(try workspace.bytes("Outbox/Returned/again/again.zip") == bytes)
        #expect(workspace.names(in: "Outbox/Returned/again") == ["again.zip", "receipt.html", "receipt.xml"])
        #expect(workspace.names(in: ".assay/vault/unpacked").isEmpty)
    }

    @Test func `a returned archive's folder moved back into Inbox is a new try`() throws {
        let workspace = try Workspace(people: [])
        try workspace.write("Rubrics/program.xml", programXML(maxBytes: 10))
        try drop("late.tar.gz", by: "tar -czf OUT .", into: workspace)
        let bytes = try workspace.bytes("Inbox/late.tar.gz")
        #expect(try workspace.run().findings("late.tar.gz").contains { $0.code == "bundle.too-large" })
        #expect(try workspace.bytes("Outbox/Returned/late/late.tar.gz") == bytes)
        // A second one of the same name doesn't replace the first.
        try workspace.write("Inbox/late.tar.gz", bytes)
        try workspace.run()
        #expect(workspace.exists("Outbox/Returned/late.2/late.tar.gz"))
        try workspace.write("Rubrics/program.xml", programXML())
        try workspace.move("Outbox/Returned/late", to: "Inbox/late")
        _ = try workspace.accept("late")
        #expect(workspace.names(in: ".assay/vault/arriving").isEmpty)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `unlisted files in an archive are kept, droppings and all, and reported`() throws {
        let workspace = try Workspace()
        try drop(
            "mac.zip", by: "cd .. && zip -qr OUT packed __MACOSX",
            before: "echo mine > notes.md; mkdir -p ../__MACOSX/packed; echo x > ../__MACOSX/packed/._notes.md",
            into: workspace)
        let pass = try workspace.run()
        #expect(pass.state("mac.zip") == "accepted", "\(pass.json)")
        let findings = pass.findings("mac.zip")
        #expect(findings.map(\.code) == ["file.unlisted"])
        #expect(findings.first?.mentions("notes.md") == true)
        #expect(try workspace.isKept("mine"))
    }

    @Test(arguments: ["zip -qr OUT .", "tar -cf OUT *", "tar -czf OUT *"])
    func `an archive without its own end waits, then comes back`(line: String) throws {
        let workspace = try Workspace()
        let name = line.hasPrefix("zip") ? "b.zip" : line.contains("z") ? "b.tar.gz" : "b.tar"
        try drop(name, by: line, into: workspace)
        let whole = try workspace.bytes("Inbox/" + name)
        // What a tar is padded with after its end is not needed.
        let cuts = name == "b.tar" ? [0, 700, whole.count - 10_240] : [0, 1, 15, whole.count / 2, whole.count - 1]
        for cut in cuts where cut >= 0 && cut < whole.count {
            try workspace.write("Inbox/" + name, whole.prefix(cut))
            #expect(try workspace.run()["waiting"] == 1, "\(cut) of \(whole.count)")
            workspace.advance(seconds: 60)
        }
        #expect(try workspace.inbox(name)["reason"].string?.contains("isn't whole yet") == true)
        workspace.advance(hours: 2)
        let pass = try workspace.run()
        #expect(pass.findings(name).map(\.code) == ["archive.incomplete"])
        try workspace.write("Inbox/" + name, whole)
        _ = try workspace.accept(name)
    }

    @Test func `a tar that breaks off between two files waits`() throws {
        let workspace = try Workspace()
        // Ends in a file of zeros, and then in nothing: only the two closing blocks tell that apart from a whole one.
        try drop(
            "b.tar", by: "tar -b1 -cf OUT manifest.xml plans work zeros.md",
            before: "head -c 2048 /dev/zero > zeros.md", into: workspace)
        let whole = try workspace.bytes("Inbox/b.tar")
        try workspace.write("Inbox/b.tar", whole.prefix(whole.count - 1024))
        #expect(try workspace.run()["waiting"] == 1)
        try workspace.write("Inbox/b.tar", whole)
        #expect(try workspace.run()["waiting"] == 0)
    }

    @Test func `an archive that is still open for writing waits`() throws {
        let workspace = try Workspace()
        try drop("b.zip", by: "zip -qr OUT .", into: workspace)
        let open = try FileHandle(forUpdating: URL(filePath: workspace.path("Inbox/b.zip")))
        #expect(try workspace.run()["waiting"] == 1)
        #expect(try workspace.inbox("b.zip")["reason"].string?.contains("open for writing") == true)
        try open.close()
        _ = try workspace.accept("b.zip")
    }

    @Test func `a missing file in an archive is named`() throws {
        let workspace = try Workspace()
        try drop("b.zip", by: "zip -qr OUT .", evidence: [.file("x.md", isThere: false), .work], into: workspace)
        let pass = try workspace.run()
        #expect(pass["waiting"] == 1)
        #expect(try workspace.inbox("b.zip")["reason"].string?.contains("1 of 2 files") == true)
    }

    @Test func `check takes an archive and changes nothing`() throws {
        let workspace = try Workspace()
        try drop("b.zip", by: "zip -qr OUT .", into: workspace)
        try workspace.move("Inbox/b.zip", to: "b.zip")
        let before = try workspace.tree("")
        #expect(try workspace.ask("check", workspace.path("b.zip"))["acceptable"].bool == true)
        #expect(try workspace.tree("") == before)
        try workspace.write("b.zip", try workspace.bytes("b.zip").dropLast(1))
        let report = try workspace.ask("check", workspace.path("b.zip"), exit: 1)
        #expect(report["findings"][0]["code"].string == "archive.incomplete")
    }

    @Test(arguments: [("cp437", "Prüfung Núñez.md"), ("cp1252", "Prüfung Núñez.md"), ("cp850", "Ángel élève.md")])
    func `names in an old code page are found`(page: String, name: String) throws {
        let workspace = try Workspace()
        try workspace.drop("b", evidence: [.file("plans/" + name), .work, .reflection], in: "packing")
        // As Windows' own archiver writes them: bytes of the code page, and no word of it.
        try workspace.write(
            "pack.py",
            """
            import sys, zipfile, os
            class Old(zipfile.ZipInfo):
                def _encodeFilenameFlags(self):
                    return self.filename.encode("\(page)"), self.flag_bits & ~0x800
            with zipfile.ZipFile("Inbox/b.zip", "w") as z:
                for folder, _, files in os.walk("packing/b"):
                    for file in files:
                        path = os.path.join(folder, file)
                        z.writestr(Old(os.path.relpath(path, "packing/b")), open(path, "rb").read())
            """)
        try workspace.shell("python3 pack.py")
        _ = try workspace.accept("b.zip")
    }

    @Test func `names in UTF-8 are found, composed or not`() throws {
        let workspace = try Workspace()
        let item = Item.file("pläne/prüfung.md")
        for (number, line) in ["zip -qr OUT .", "python3 -m zipfile -c OUT *", "tar -czf OUT *"].enumerated() {
            let name = line.hasPrefix("tar") ? "b\(number).tar.gz" : "b\(number).zip"
            try drop(
                name, by: line, educator: Educator("E\(number)"), evidence: [item, .work, .reflection], into: workspace)
        }
        #expect(try workspace.run()["accepted"] == 3)
    }
}
