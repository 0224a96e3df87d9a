import Foundation
import Support
import Testing

/// `assay export`: a decision with its evidence as a BagIt bag.
@Suite(.scratch) struct ExportTests {
    private let levels = ["1.1": "demonstrated", "1.2": "progressing"]

    private func decided(_ workspace: Workspace, evidence: [Item] = Item.usual) throws -> String {
        try workspace.drop(evidence: evidence)
        let submission = try workspace.accept()
        workspace.advance(days: 1)
        try workspace.fill(submission, levels: levels)
        try workspace.run()
        return submission
    }

    @discardableResult
    private func export(_ submission: String, _ workspace: Workspace, to name: String = "bag") throws -> String {
        let bag = workspace.root + "-" + name
        let result = try workspace.assay(["export", submission, "--bag", bag])
        try #require(result.exit == 0, "\(result)")
        return bag
    }

    private let payload = [
        "data/evidence/e1-lesson-plan.md", "data/evidence/e2-student-work.pdf", "data/evidence/e3-reflection.txt",
        "data/record.json", "data/record.pub.pem", "data/record.xml", "data/record.xml.sig", "data/rubric.xml",
        "data/submission/manifest-inspected.xml", "data/submission/manifest.xml",
    ]

    @Test func `a decision is exported as a bag whose digests the system's own tools confirm`() throws {
        let workspace = try Workspace()
        let submission = try decided(workspace)
        let bag = try export(submission, workspace)
        let files = try workspace.tree(bag).keys.filter { !$0.hasSuffix("/") }
        #expect(
            files.sorted()
                == (payload + ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]).sorted())
        try workspace.shell("sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt", in: bag)
        let listed = try workspace.text(bag + "/manifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
        #expect(listed.map(String.init) == payload)
        #expect(try workspace.text(bag + "/bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        let bytes = try workspace.tree(bag + "/data").values.reduce(0) { $0 + $1.count }
        let info = try workspace.text(bag + "/bag-info.txt")
        for line in [
            "Source-Organization: Maple Valley School District", "Bagging-Date: 2026-11-03",
            "External-Identifier: \(submission)", "Payload-Oxum: \(bytes).10",
        ] {
            #expect(info.contains(line + "\n"), "\(info)")
        }
    }

    @Test
    func
        `each piece of evidence has the digest that show gives, the record is the one in Outbox and its signature holds`()
        throws
    {
        let workspace = try Workspace()
        let submission = try decided(
            workspace, evidence: Item.usual + [.link("https://video.district.example/v/8841")])
        let bag = try export(submission, workspace)
        let shown = try workspace.show(submission)
        let names = workspace.names(in: bag + "/data/evidence")
        #expect(names.count == shown["evidence"].array.count)
        for item in shown["evidence"].array {
            let name = try #require(names.first { $0.hasPrefix((item["ref"].string ?? "?") + "-") })
            let sum = try workspace.shell("sha256sum < 'data/evidence/\(name)'", in: bag).prefix(64)
            #expect(String(sum) == item["sha256"].string)
        }
        let folder = try #require(shown["record"].string?.replacing("/record.xml", with: ""))
        for name in ["record.xml", "record.xml.sig", "record.json"] {
            #expect(try workspace.bytes(bag + "/data/" + name) == workspace.bytes(folder + "/" + name))
        }
        try workspace.shell(
            "openssl pkeyutl -verify -rawin -pubin -inkey record.pub.pem -sigfile record.xml.sig -in record.xml",
            in: bag + "/data")
        let inspected = try workspace.text(bag + "/data/submission/manifest-inspected.xml")
        #expect(inspected.contains("media-type=\"application/pdf\"") && inspected.contains("version=\"1.0\""))
        let rubric = try workspace.shell("sha256sum < rubric.xml", in: bag + "/data").prefix(64)
        #expect(String(rubric) == shown["rubric"]["sha256"].string)
    }

    @Test func `a bundle by folders is exported with its evidence spelled out`() throws {
        let workspace = try Workspace()
        let folder = "Inbox/bundle/"
        try workspace.write(folder + "lesson-plan/plan.md", "# A plan\n\nAsk, wait, look.\n")
        try workspace.write(folder + "student-work/a.pdf", pdf("Student A"))
        try workspace.write(folder + "reflection/r.txt", "I saw that half of them guessed, and asked again.")
        let manifest = manifestXML(evidence: []).replacing(#/<evidence>\s*</evidence>/#, with: "")
        try workspace.write(folder + "manifest.xml", manifest)
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: levels)
        try workspace.run()
        let bag = try export(submission, workspace)
        #expect(try workspace.text(bag + "/data/submission/manifest.xml") == manifest)
        let inspected = try workspace.text(bag + "/data/submission/manifest-inspected.xml")
        #expect(inspected.contains("path=\"lesson-plan/plan.md\"") && inspected.contains("asked again."))
        #expect(try workspace.text(bag + "/data/evidence/e3-reflection.txt").hasSuffix("asked again."))
    }

    @Test func `what came as a bag in an archive leaves as a bag`() throws {
        let workspace = try Workspace()
        try workspace.dropBag("bundle", in: "Made")
        try workspace.shell("zip -qr ../Inbox/bundle.zip bundle", in: "Made")
        let submission = try workspace.accept("bundle.zip")
        try workspace.fill(submission, levels: levels)
        try workspace.run()
        let bag = try export(submission, workspace)
        #expect(
            try workspace.bytes(bag + "/data/submission/manifest.xml")
                == workspace.bytes("Made/bundle/data/manifest.xml"))
        try workspace.shell("sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt", in: bag)
    }

    @Test func `exported twice at one time, the two bags are the same byte for byte`() throws {
        let workspace = try Workspace()
        let submission = try decided(workspace)
        let first = try export(submission, workspace, to: "one")
        try workspace.makeFolder(workspace.root + "-two")
        let second = try export(submission, workspace, to: "two")
        #expect(try workspace.tree(first) == workspace.tree(second))
        #expect(workspace.names(in: workspace.root + "/..").filter { $0.hasPrefix(".") }.isEmpty)
    }

    @Test func `what isn't decided, or isn't there, is 66`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        for id in [submission, "S-0000000000000"] {
            let result = try workspace.assay(["export", id, "--bag", workspace.root + "-bag"])
            #expect(result.exit == 66, "\(result)")
            #expect(result.stderr.contains(id))
        }
        #expect(
            try workspace.assay(["export", submission, "--bag", workspace.root + "-bag"]).stderr.contains("in-review"))
        #expect(!workspace.exists(workspace.root + "-bag"))
    }

    @Test func `a folder that holds something, or lies in the workspace's own, is refused and left alone`() throws {
        let workspace = try Workspace()
        let submission = try decided(workspace)
        try workspace.write("Elsewhere/mine.txt", "mine")
        for folder in [
            "Elsewhere", "Elsewhere/mine.txt", "Outbox/bag", "Inbox/bag", "Outbox/Queues/bag", "No/such/bag",
        ] {
            let result = try workspace.assay(["export", submission, "--bag", workspace.path(folder)])
            #expect(result.exit == 64, "\(folder): \(result)")
        }
        #expect(workspace.names(in: "Elsewhere") == ["mine.txt"])
        #expect(!workspace.exists("Outbox/bag") && !workspace.exists("Inbox/bag"))
    }

    @Test func `erased evidence is not in the bag, and both the command and the bag say so`() throws {
        let workspace = try Workspace()
        let submission = try decided(workspace)
        #expect(try workspace.assay(["erase", submission, "--reason", "Retention ended."]).exit == 0)
        let bag = workspace.root + "-bag"
        let report = try workspace.ask("export", submission, "--bag", bag)
        #expect(report["erased"].string?.hasPrefix("2026-11-03T") == true && report["files"].int == 5, "\(report)")
        #expect(workspace.names(in: bag + "/data").contains("record.xml"))
        #expect(!workspace.exists(bag + "/data/evidence") && !workspace.exists(bag + "/data/submission"))
        #expect(try workspace.text(bag + "/bag-info.txt").contains("erased"))
        try workspace.shell("sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt", in: bag)
    }

    @Test func `evidence that was changed in the vault is not exported as if it were right`() throws {
        let workspace = try Workspace()
        let submission = try decided(workspace)
        let file = try #require(try workspace.files(named: "student-a.pdf", in: ".assay/vault").first)
        try workspace.shell("chmod u+w '\(file)' && echo more >> '\(file)'")
        let result = try workspace.assay(["export", submission, "--bag", workspace.root + "-bag"])
        #expect(
            result.exit == 74 && result.stderr.contains("e2") && result.stderr.contains("assay verify"), "\(result)")
        #expect(!workspace.exists(workspace.root + "-bag"))
    }

    @Test func `a text that was changed in the vault is not exported as if it were right`() throws {
        let workspace = try Workspace()
        let submission = try decided(workspace)
        let file = try #require(try workspace.files(named: "manifest.xml", in: ".assay/vault").first)
        let manifest = try workspace.text(file)
        let words = try #require(manifest.firstRange(of: "</evidence>"))
        try workspace.shell("chmod u+w '\(file)'")
        try workspace.write(file, manifest.replacingCharacters(in: words, with: " More.</evidence>"))
        let result = try workspace.assay(["export", submission, "--bag", workspace.root + "-bag"])
        #expect(result.exit == 74 && result.stderr.contains("assay verify"), "\(result)")
    }

    @Test func `a changed file whose text is evidence is not exported as if it were right`() throws {
        let workspace = try Workspace()
        let folder = "Inbox/bundle/"
        try workspace.write(folder + "lesson-plan/plan.md", "# A plan\n\nAsk, wait, look.\n")
        try workspace.write(folder + "student-work/a.pdf", pdf("Student A"))
        try workspace.write(folder + "reflection/r.txt", "I saw that half of them guessed, and asked again.")
        let manifest = manifestXML(evidence: []).replacing(#/<evidence>\s*<\/evidence>/#, with: "")
        try workspace.write(folder + "manifest.xml", manifest)
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: levels)
        try workspace.run()
        let file = try #require(try workspace.files(named: "r.txt", in: ".assay/vault").first)
        try workspace.shell("chmod u+w '\(file)' && echo ' More.' >> '\(file)'")
        let result = try workspace.assay(["export", submission, "--bag", workspace.root + "-bag"])
        #expect(result.exit == 74 && result.stderr.contains("e3 of \(submission)"), "\(result)")
        #expect(!workspace.exists(workspace.root + "-bag"))
    }
}
