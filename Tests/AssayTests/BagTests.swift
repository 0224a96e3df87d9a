import Foundation
import Support
import Testing

/// Bundles that come as BagIt bags (RFC 8493).
@Suite(.scratch) struct BagTests {
    private let late = 2

    private func codes(_ pass: Pass, _ bundle: String = "bag") -> [String] { pass.findings(bundle).map(\.code) }

    // MARK: Right ones

    @Test(arguments: [["sha256"], ["sha512"], ["sha256", "sha512"], ["md5", "sha1", "sha256"], ["sha384", "sha256"]])
    func `a bag is the bundle in its payload, by whichever digests`(kinds: [String]) throws {
        let workspace = try Workspace()
        try workspace.dropBag(
            kinds: kinds, tagKinds: ["sha256"], info: "Source-Organization: Lincoln Elementary\n  and its office\n")
        let pass = try workspace.run()
        #expect(pass.state("bag") == "accepted", "\(pass.json)")
        #expect(pass.findings("bag").isEmpty, "\(pass.json)")
        let submission = try #require(pass.bundle("bag")["submission"].string)
        let queue = workspace.folder(submission, of: try workspace.onlyReader(of: submission)) + "/evidence"
        #expect(workspace.names(in: queue) == ["e1-lesson-plan.md", "e2-student-work.pdf", "e3-reflection.txt"])
        #expect(try workspace.ask("verify")["sound"].bool == true)
    }

    @Test func `the same content as a bag, in a folder and in an archive is one submission`() throws {
        let workspace = try Workspace()
        try workspace.dropBag("a-bag")
        let submission = try workspace.accept("a-bag")
        try workspace.drop("b-folder")
        try workspace.dropBag("c-bag", kinds: ["sha512"], info: "Contact-Name: Ana\n", in: "Made")
        try workspace.shell("zip -qr ../Inbox/d-bag.zip c-bag", in: "Made")
        let pass = try workspace.run()
        #expect(pass["duplicates"] == 2, "\(pass.json)")
        for name in ["b-folder", "d-bag.zip"] { #expect(pass.bundle(name)["submission"].string == submission) }
    }

    @Test(arguments: [
        "zip -qr ../Inbox/packed.zip bag", "cd bag && zip -qr ../../Inbox/packed.zip .",
        "tar -cf ../Inbox/packed.tar bag", "tar -czf ../Inbox/packed.tar.gz bag",
        "mkdir ../Inbox/packed && mv bag ../Inbox/packed/",
    ])
    func `a bag may be packed, and may lie in the only top folder`(packing: String) throws {
        let workspace = try Workspace()
        try workspace.dropBag(tagKinds: ["sha512"], info: "Contact-Name: Ana\n", in: "Made")
        try workspace.shell(packing, in: "Made")
        let pass = try workspace.run()
        #expect(pass["accepted"] == 1, "\(pass.json)")
    }

    @Test func `a bag's payload may be a bundle by folders`() throws {
        let workspace = try Workspace()
        try workspace.dropBag(
            evidence: [],
            unlisted: [
                "lesson-plan/plan.md": "# A plan\n\nAsk, wait, look.\n", "student-work/a.pdf": "%PDF-1.4\n",
                "reflection/r.txt": "I saw that half of them guessed, and asked again.",
            ])
        let manifest = try workspace.text("Inbox/bag/data/manifest.xml")
        try workspace.write(
            "Inbox/bag/data/manifest.xml",
            manifest.replacing(#/<evidence>\s*</evidence>/#, with: ""))
        try workspace.listBag()
        #expect(try workspace.run().state("bag") == "accepted")
    }

    @Test func `a percent sign and a line's end in a name are encoded, and much software leaves the first as it is`()
        throws
    {
        for sign in ["%25", "%"] {
            let workspace = try Workspace("workspace\(sign.count)")
            let work = Item.file("work/at 50%.pdf", kind: "student-work", pdf("Half"))
            try workspace.dropBag(evidence: [.plan, work, .reflection])
            let path = "Inbox/bag/manifest-sha256.txt"
            let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            try workspace.write("Inbox/bag/data/a\nb", Data())
            let manifest = try workspace.text(path).replacing("50%", with: "50\(sign)") + "\(empty) data/a%0Ab\n"
            try workspace.write(path, manifest)
            let pass = try workspace.run()
            #expect(pass.state("bag") == "accepted", "\(pass.json)")
            #expect(codes(pass) == ["file.unlisted"])
        }
    }

    @Test func `manifests may end their lines as Windows does, use capitals, and store accents otherwise`() throws {
        let workspace = try Workspace()
        let plan = Item.file("plans/re\u{301}sume\u{301}.md", listed: "plans/r\u{E9}sum\u{E9}.md")
        try workspace.dropBag(evidence: [plan, .work, .reflection])
        let path = "Inbox/bag/manifest-sha256.txt"
        let lines = try workspace.text(path).split(separator: "\n").map { line in
            line.prefix(64).uppercased() + "\t" + line.dropFirst(66).precomposedStringWithCanonicalMapping
        }
        try workspace.write(path, lines.joined(separator: "\r\n") + "\r\n")
        try workspace.write("Inbox/bag/bagit.txt", "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n")
        #expect(try workspace.run().state("bag") == "accepted")
    }

    @Test func `droppings in a payload are ignored, and a file that no manifest.xml names is kept`() throws {
        let workspace = try Workspace()
        try workspace.dropBag(unlisted: ["notes.txt": "For the office."])
        try workspace.write("Inbox/bag/data/.DS_Store", "x")
        let pass = try workspace.run()
        #expect(pass.state("bag") == "accepted")
        #expect(pass.findings("bag").map(\.file) == ["data/notes.txt"])
    }

    @Test func `a bundle with its manifest.xml beside a bagit.txt is no bag`() throws {
        let workspace = try Workspace()
        try workspace.drop(unlisted: ["bagit.txt": Data("My notes on bags.".utf8), "data/x": Data()])
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    // MARK: What no waiting mends

    @Test(arguments: [
        "BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n",
        " BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version: 1.0\nTag-File-Character-Encoding:\tUTF-8\n",
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n",
        "BagIt-Version: 1.0\n\nTag-File-Character-Encoding: UTF-8\n",
        "\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n",
        "bagit-version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n",
        "BagIt-Version: 1.0\n",
    ])
    func `bagit.txt is read to the letter`(text: String) throws {
        let workspace = try Workspace()
        try workspace.dropBag()
        try workspace.write("Inbox/bag/bagit.txt", text)
        let pass = try workspace.run()
        #expect(pass.state("bag") == "returned", "\(pass.json)")
        #expect(codes(pass) == ["bag.declaration"])
    }

    @Test(arguments: [
        ("echo 'zz data/x' >> manifest-sha256.txt", "bag.manifest"),
        ("echo 'abcdef data/x' >> manifest-sha256.txt", "bag.manifest"),
        ("sed -i 's| data/manifest.xml| ./data/manifest.xml|' manifest-sha256.txt", "path.refused"),
        ("sed -i 's|\\(.*\\)  data/manifest.xml|&\\n\\1  data/../../x|' manifest-sha256.txt", "path.refused"),
        ("sed -i 's|\\(.*\\)  data/manifest.xml|&\\n\\1  /etc/passwd|' manifest-sha256.txt", "path.refused"),
        ("sed -i 's|\\(.*\\)  data/manifest.xml|&\\n\\1  ~/x|' manifest-sha256.txt", "path.refused"),
        ("sed -i 's|\\(.*\\)  data/manifest.xml|&\\n\\1  bagit.txt|' manifest-sha256.txt", "path.refused"),
        ("sed -i 's|\\(.*\\)  data/manifest.xml|&\\n&|' manifest-sha256.txt", "path.refused"),
        ("sed -i 's|  data/manifest.xml| *data/manifest.xml|' manifest-sha256.txt", "path.refused"),
        ("echo more > data/more.txt", "bag.unlisted"),
        ("sha512sum data/manifest.xml > manifest-sha512.txt", "bag.unlisted"),
        ("echo 'http://127.0.0.1:9/x - data/x' > fetch.txt", "bag.fetch"),
        ("sha256sum bagit.txt > tagmanifest-sha256.txt", "bag.tag"),
        ("sha256sum data/manifest.xml manifest-sha256.txt > tagmanifest-sha256.txt", "path.refused"),
    ])
    func `a bag that breaks the standard is returned at once, and the finding says which rule`(
        breaking: String, code: String
    ) throws {
        let workspace = try Workspace()
        try workspace.dropBag()
        try workspace.shell(breaking, in: "Inbox/bag")
        let pass = try workspace.run()
        #expect(pass.state("bag") == "returned", "\(pass.json)")
        #expect(codes(pass).contains(code), "\(pass.json)")
    }

    @Test func `a returned bag is whole, its receipts lie beside its tag files, and mended it is a new try`() throws {
        let workspace = try Workspace()
        try workspace.dropBag(tagKinds: ["sha256"], info: "Contact-Name: Ana\n")
        try workspace.write("Inbox/bag/data/more.txt", "more")
        let dropped = try workspace.tree("Inbox/bag")
        try workspace.run()
        var returned = try workspace.tree("Outbox/Returned/bag")
        for name in ["receipt.xml", "receipt.html"] { #expect(returned.removeValue(forKey: name) != nil) }
        #expect(returned == dropped)
        try workspace.validate("Outbox/Returned/bag/receipt.xml", by: "receipt")
        try workspace.move("Outbox/Returned/bag", to: "Inbox/bag")
        try workspace.remove("Inbox/bag/data/more.txt")
        workspace.advance(seconds: 60)
        let pass = try workspace.run()
        #expect(pass.state("bag") == "accepted", "\(pass.json)")
        #expect(pass.findings("bag").isEmpty)
    }

    // MARK: What may still be coming

    @Test func `a bag that lacks a file waits for it, and is taken when it is there`() throws {
        let workspace = try Workspace()
        try workspace.dropBag()
        try workspace.move("Inbox/bag/data/work/student-a.pdf", to: "kept.pdf")
        #expect(try workspace.run().state("bag") == "waiting")
        let line = try workspace.inbox("bag")
        #expect(line["state"].string == "waiting")
        #expect(line["reason"].string?.contains("2 of 3 files") == true, "\(line)")
        #expect(line["reason"].string?.contains("not there: 'data/work/student-a.pdf'") == true, "\(line)")
        try workspace.move("kept.pdf", to: "Inbox/bag/data/work/student-a.pdf")
        #expect(try workspace.run().state("bag") == "accepted")
    }

    @Test func `a bag that is copied file by file, in whatever order, is taken once`() throws {
        let workspace = try Workspace()
        try workspace.dropBag(tagKinds: ["sha256"], info: "Payload-Oxum: 0.0\n", in: "Made")
        let files = try workspace.tree("Made/bag").filter { !$0.key.hasSuffix("/") }
        let bytes = files.filter { $0.key.hasPrefix("data/") }.reduce(0) { $0 + $1.value.count }
        try workspace.write("Made/bag/bag-info.txt", "Payload-Oxum: \(bytes).3\n")
        try workspace.listBag(tagKinds: ["sha256"], in: "Made")
        // data/manifest.xml comes last: with data/ alone the bundle would be all there.
        let order = files.keys.sorted { ($0.hasPrefix("data/m") ? 1 : 0, $0) < ($1.hasPrefix("data/m") ? 1 : 0, $1) }
        for name in order {
            #expect(try workspace.run()["accepted"] == 0)
            try workspace.write("Inbox/bag/" + name, try workspace.bytes("Made/bag/" + name))
        }
        #expect(try workspace.run().state("bag") == "accepted")
    }

    @Test(arguments: [
        ("rm data/work/student-a.pdf", "bag.missing"),
        ("echo x >> data/plans/exit-ticket.md", "bag.digest"),
        ("echo >> data/manifest.xml", "bag.digest"),
        ("echo x >> data/notes.txt", "bag.digest"),
        ("sed -i '1s/^....../000000/' manifest-md5.txt", "bag.digest"),
        ("echo 'Contact-Name: Ben' >> bag-info.txt", "bag.tag"),
        ("rm bag-info.txt", "bag.tag"),
        ("echo 'Payload-Oxum: 1.1' > bag-info.txt; rm tagmanifest-*", "bag.oxum"),
        ("rm manifest-sha256.txt tagmanifest-*", "bag.manifest"),
        ("rm manifest-*.txt tagmanifest-*", "bag.manifest"),
        (": > bagit.txt; rm tagmanifest-*", "bag.declaration"),
    ])
    func `a bag that isn't as its manifests say waits, and comes back when patience is over`(
        breaking: String, code: String
    ) throws {
        let workspace = try Workspace()
        try workspace.dropBag(
            kinds: ["md5", "sha256"], tagKinds: ["sha256"], info: "Contact-Name: Ana\n",
            unlisted: ["notes.txt": "Notes"])
        try workspace.shell(breaking, in: "Inbox/bag")
        #expect(try workspace.run()["waiting"] == 1)
        let checked = try workspace.ask("check", workspace.path("Inbox/bag"), exit: 1)
        #expect(checked["findings"].array.contains { $0["code"].string == code }, "\(checked)")
        workspace.advance(hours: late)
        let pass = try workspace.run()
        #expect(pass.state("bag") == "returned", "\(pass.json)")
        #expect(codes(pass).contains(code), "\(pass.json)")
    }

    @Test func `only MD5 or SHA-1 isn't enough, and the words say so`() throws {
        let workspace = try Workspace()
        try workspace.dropBag(kinds: ["md5", "sha1"])
        try workspace.run()
        let reason = try workspace.inbox("bag")["reason"].string ?? ""
        #expect(reason.contains("manifest-md5.txt") && reason.contains("manifest-sha256.txt"), "\(reason)")
    }

    @Test func `digests of an unknown kind are no fault beside known ones, and it is said that nobody verified them`()
        throws
    {
        let workspace = try Workspace()
        try workspace.dropBag()
        try workspace.shell("sed 's/^........//' manifest-sha256.txt > manifest-blake9.txt", in: "Inbox/bag")
        let pass = try workspace.run()
        #expect(pass.state("bag") == "accepted", "\(pass.json)")
        #expect(codes(pass) == ["bag.algorithm"])
    }

    @Test func `a bag with digests of an unknown kind alone is told that they don't count`() throws {
        let workspace = try Workspace()
        try workspace.dropBag()
        try workspace.move("Inbox/bag/manifest-sha256.txt", to: "Inbox/bag/manifest-blake9.txt")
        try workspace.run()
        let reason = try workspace.inbox("bag")["reason"].string ?? ""
        #expect(reason.contains("only manifest-blake9.txt"), "\(reason)")
    }

    @Test func `a bag without manifest.xml in its payload says where it belongs`() throws {
        let workspace = try Workspace()
        try workspace.dropBag()
        try workspace.remove("Inbox/bag/data/manifest.xml")
        try workspace.listBag()
        try workspace.run()
        #expect(try workspace.inbox("bag")["reason"].string?.contains("'data'") == true)
    }
}
