import Foundation
import Support
import Testing

/// Numbers, times and sizes at their ends: refused or taken, never a crash.
@Suite(.scratch) struct ExtremesTests {
    @Test func `negative points are summed and printed`() throws {
        let rubric = rubricXML(award: "policy=\"points\" minimum=\"0\"")
            .replacing("id=\"not-met\" points=\"0\"", with: "id=\"not-met\" points=\"-1\"")
            .replacing("weight=\"1\"", with: "weight=\"0.5\"", maxReplacements: 1)
        let workspace = try Workspace(rubrics: [rubric], people: [Person("r-one")])
        try workspace.drop()
        let id = try #require(try workspace.run().bundle("bundle")["submission"].string)
        try workspace.fill(id, levels: ["1.1": "not-met", "1.2": "not-met"])
        #expect(try workspace.run()["decided"] == 1)
        let record = try #require(try workspace.show(id)["record"].string)
        #expect(try workspace.text(record).contains("total=\"-1.5\""))
    }

    @Test func `a pass and publish --all hold few files open, however much they have to do`() throws {
        let workspace = try Workspace()
        for number in 1...40 {
            let school = number % 2 == 0 ? "nowhere" : "lincoln-es"
            try workspace.drop("b\(number)", educator: Educator("E\(number)", school: school))
        }
        try workspace.shell("ulimit -n 64; '\(assayBinary)' run --settle PT0S")
        #expect(workspace.names(in: "Outbox/Returned").count == 20)
        #expect(try workspace.files(named: "receipt.html", in: "Outbox/Receipts").count == 20)
        let outbox = try workspace.tree("Outbox")
        try workspace.remove("Outbox/Receipts")
        try workspace.remove("Outbox/Queues")
        try workspace.shell("ulimit -n 64; '\(assayBinary)' publish --all")
        #expect(try workspace.tree("Outbox") == outbox)
    }

    /// libmagic then says nothing, and calls every file a text.
    @Test(arguments: ["EIO", "EACCES", "EMFILE"])
    func `where the database of file types can't be read, bundles wait, and none is judged`(error: String) throws {
        let workspace = try Workspace()
        try workspace.drop()
        let places = ["/usr/share/misc/magic.mgc", "/usr/lib/file/magic.mgc"].flatMap { ["-P", $0] }
        let pass = try command(
            "/usr/bin/strace",
            ["-f", "-qq", "-o", "/dev/null"] + places + ["-e", "inject=openat:error=\(error)", assayBinary, "run"]
                + ["--settle", "PT0S", "--json", "--workspace", workspace.root, "--now", workspace.clock])
        #expect(try pass.json["waiting"].int == 1, "\(pass)")
        #expect(pass.stdout.contains("libmagic's database of file types can't be loaded"), "\(pass)")
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test func `a pass mends as many folders as there are, and holds few files open`() throws {
        let workspace = try Workspace()
        for number in 1...40 { try workspace.drop("b\(number)", educator: Educator("E\(number)")) }
        #expect(try workspace.run()["accepted"] == 40)
        let outbox = try workspace.tree("Outbox/Queues")
        try workspace.shell("rm -r Outbox/Queues/*/*/evidence; rm Outbox/Queues/*/*/read.html")
        workspace.advance(seconds: 60)
        try workspace.shell(
            "ulimit -n 64; '\(assayBinary)' run --settle PT0S --now \(workspace.clock)")
        #expect(try workspace.tree("Outbox/Queues") == outbox)
    }

    @Test func `a rubric with thousands of criteria is refused`() throws {
        let good = rubricXML()
        let criterion = "<criterion id=\"c%\" scale=\"dp\" weight=\"1000000\"><title>T</title></criterion>"
        let many = (1...2000).map { criterion.replacing("%", with: "\($0)") }.joined()
        let rubric = good.replacing("</part>", with: many + "</part>", maxReplacements: 1)
        let workspace = try Workspace(rubrics: [rubric])
        let checked = try workspace.assay(["rubric", "check", "--json"])
        #expect(checked.exit == 1)
        #expect(checked.stdout.contains("rubric.too-many-criteria"))
    }

    @Test(arguments: ["P300Y", "P999999999Y"])
    func `nobody can be made to wait for centuries`(settle: String) throws {
        let workspace = try Workspace(program: programXML(settle: settle))
        #expect(try workspace.assay(["rubric", "check"]).exit == 1)
        #expect(try workspace.assay(["run", "--settle", settle], limit: 30).exit == 64)
    }

    @Test(arguments: ["9999-12-30T00:00:00Z", "1969-01-01T00:00:00Z"])
    func `a clock beyond the calendar is refused, and the ledger stays readable`(time: String) throws {
        let workspace = try Workspace()
        try workspace.drop()
        #expect(try command(assayBinary, ["run", "--workspace", workspace.root, "--now", time]).exit == 64)
        #expect(try workspace.run().state("bundle") == "accepted")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `a manifest that is a folder is returned at once`() throws {
        let workspace = try Workspace()
        try workspace.makeFolder("Inbox/bundle/manifest.xml")
        #expect(try workspace.run().state("bundle") == "returned")
    }

    @Test func `first runs at the same moment make one key`() async throws {
        let workspace = try Workspace()
        let exits = try await withThrowingTaskGroup(of: Int32.self) { group in
            let (root, clock) = (workspace.root, workspace.clock)
            for _ in 0..<4 {
                group.addTask { try command(assayBinary, ["run", "--workspace", root, "--now", clock]).exit }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(exits == [0, 0, 0, 0])
        #expect(try workspace.bytes(".assay/keys/record.pub.pem") == workspace.bytes("Outbox/Keys/record.pub.pem"))
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
