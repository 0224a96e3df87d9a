import Foundation
import Glibc
import Support
import Testing

/// People and programs that meddle with Outbox: whatever lies in the way costs its own folder, and nothing of it is
/// lost or believed.
@Suite(.scratch) struct MeddlingTests {
    private func assigned() throws -> (workspace: Workspace, submission: String, folder: String) {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        let id = try #require(try workspace.run().bundle("bundle")["submission"].string)
        return (workspace, id, workspace.folder(id, of: "r-one"))
    }

    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    @Test(arguments: ["link", "file"])
    func `a reviewer's folder that is something else stops nobody`(kind: String) throws {
        let (workspace, _, _) = try assigned()
        try workspace.shell("rm -r Outbox/Queues/r-one")
        try workspace.shell(kind == "link" ? "ln -s /etc Outbox/Queues/r-one" : "echo x > Outbox/Queues/r-one")
        try workspace.drop("later", educator: Educator("E2"))
        let pass = try workspace.run()
        #expect(pass.state("later") == "accepted")
        #expect((pass["problems"] ?? 0) > 0)
        try workspace.remove("Outbox/Queues/r-one")
        #expect(try workspace.run()["problems"] == 0)
        #expect(workspace.names(in: "Outbox/Queues/r-one").filter { $0.hasPrefix("S-") }.count == 2)
    }

    @Test func `what lies where a queue folder belongs is kept, and the folder is laid`() throws {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        let id = try #require(try workspace.run().bundle("bundle")["submission"].string)
        let again = try Workspace("again", people: [Person("r-one")])
        try again.write("Outbox/Queues/r-one/\(id)/mine.txt", "somebody's own words")
        try again.drop()
        try again.run()
        #expect(again.exists(again.decision(id, of: "r-one")))
        #expect(try again.isKept("somebody's own words"))
    }

    @Test func `queue folders that are laid again are told`() throws {
        let (workspace, id, folder) = try assigned()
        try workspace.shell("mv Outbox Outbox.away; mkdir Outbox; cp -a Outbox.away/Keys Outbox")
        let result = try workspace.assay(["run"])
        #expect(result.stdout == "1 queue folder laid again.\n", "\(result)")
        #expect(workspace.exists(workspace.decision(id, of: "r-one")))
        try workspace.remove(folder + "/decision.xml")
        #expect(try workspace.run()["laidAgain"] == 1)
        #expect(try workspace.run()["laidAgain"] == 0)
        #expect(try workspace.assay(["run"]).stdout == "Nothing to do.\n")
    }

    @Test func `a forged record makes room for the signed one`() throws {
        let (workspace, id, _) = try assigned()
        try workspace.write("Outbox/Decisions/2026-11/\(id)/record.xml", "<record outcome=\"earned\"/>")
        try workspace.fill(id, levels: both)
        #expect(try workspace.run()["decided"] == 1)
        #expect(try workspace.text("Outbox/Decisions/2026-11/\(id)/record.xml").contains("<ledger event="))
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `a reviewer's notes among the evidence are kept when the folder ends`() throws {
        let (workspace, id, folder) = try assigned()
        try workspace.write(folder + "/evidence/e3-reflection-notes.txt", "notes of my own")
        try workspace.write(folder + "/evidence/e3-reflection.txt", "annotated by me")
        try workspace.shell("echo twice-linked > a.txt; ln a.txt b.txt", in: folder)
        try workspace.fill(id, levels: both)
        #expect(try workspace.run()["decided"] == 1)
        for words in ["notes of my own", "annotated by me", "twice-linked"] {
            #expect(try workspace.isKept(words), "\(words)")
        }
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `what an editor writes on into a file that was kept changes nothing in the vault`() throws {
        let (workspace, id, folder) = try assigned()
        try workspace.write(folder + "/.decision.xml.swp", "The words so far")
        try workspace.write(folder + "/linked.txt", "Mine, by two names")
        try workspace.shell("ln '\(folder)/linked.txt' other.txt")
        let editor = try FileHandle(forWritingTo: URL(filePath: workspace.path(folder + "/.decision.xml.swp")))
        try workspace.fill(id, levels: both)
        #expect(try workspace.run()["decided"] == 1)
        try editor.seekToEnd()
        try editor.write(contentsOf: Data(", and later ones".utf8))
        try workspace.shell("echo ', and changed' >> other.txt")
        for words in ["The words so far", "Mine, by two names"] { #expect(try workspace.isKept(words), "\(words)") }
        #expect(try workspace.assay(["verify"]).exit == 0)
        #expect(try workspace.assay(["backup", workspace.root + "-backup"]).exit == 0)
    }

    @Test(.enabled(if: geteuid() == 0, "only root gives a file to another account"))
    func `case 34: who stands in a bundle's folder while it is taken changes nothing in the vault`() throws {
        let workspace = try Workspace()
        try workspace.drop(unlisted: ["work/more.md": Data("# More\n".utf8)])
        try workspace.shell("chown -R 65534 Inbox/bundle")
        try workspace.shell("mkfifo go")
        let somebody = Process()
        somebody.executableURL = URL(filePath: "/bin/sh")
        somebody.currentDirectoryURL = URL(filePath: workspace.path("Inbox/bundle/work"))
        let mischief = "for name in *; do echo changed >$name; done; touch extra; rm more.md"
        somebody.arguments = ["-c", "read word <'\(workspace.path("go"))'; \(mischief)"]
        somebody.standardError = FileHandle.nullDevice
        try somebody.run()
        let submission = try workspace.accept()
        try workspace.shell("echo go >go")
        somebody.waitUntilExit()
        #expect(try workspace.assay(["verify"]).exit == 0)
        #expect(try !workspace.isKept("changed"))
        #expect(workspace.names(in: "Inbox").isEmpty)
        #expect(try workspace.state(submission) == "in-review")
    }

    @Test func `evidence that a reviewer wrote on stays hers when her decision file is laid again`() throws {
        let (workspace, _, folder) = try assigned()
        let laid = try workspace.text(folder + "/evidence/e3-reflection.txt")
        try workspace.write(folder + "/evidence/e3-reflection.txt", "annotated by me")
        try workspace.remove(folder + "/evidence/e2-student-work.pdf")
        try workspace.remove(folder + "/decision.xml")
        try workspace.run()
        #expect(workspace.exists(folder + "/decision.xml"))
        #expect(workspace.exists(folder + "/evidence/e2-student-work.pdf"))
        #expect(try workspace.text(folder + "/evidence/e3-reflection.txt") == "annotated by me")

        let result = try workspace.assay(["publish", "--all"])
        #expect(result.exit == 0, "\(result)")
        #expect(try workspace.text(folder + "/evidence/e3-reflection.txt") == laid)
        #expect(try workspace.text(folder + "/evidence/e3-reflection-as-it-was.txt") == "annotated by me")
        #expect(result.stdout.contains("e3-reflection-as-it-was.txt"), "\(result)")
    }

    @Test func `a kept file's name steers no terminal`() throws {
        let (workspace, id, folder) = try assigned()
        try workspace.write(folder + "/x\u{1B}[2J\n2026-11-02T15:00:00Z  decided: earned.txt", "mine")
        try workspace.fill(id, levels: both)
        try workspace.run()
        let shown = try workspace.assay(["show", id]).stdout
        #expect(shown.contains("kept: "))
        #expect(!shown.contains("\u{1B}") && !shown.contains("\n2026-11-02T15:00:00Z  decided: earned.txt"))
    }

    @Test func `a file name as long as can be is kept as well`() throws {
        let (workspace, id, folder) = try assigned()
        try workspace.write(folder + "/" + String(repeating: "字", count: 85), "a long name")
        try workspace.fill(id, levels: both)
        #expect(try workspace.run()["decided"] == 1)
        #expect(try workspace.isKept("a long name"))
    }

    @Test func `a decision saved under another name is asked for, and nothing is laid over it`() throws {
        let (workspace, id, folder) = try assigned()
        try workspace.fill(id, levels: both)
        try workspace.move(folder + "/decision.xml", to: folder + "/decision.xml.txt")
        let pass = try workspace.run()
        #expect(pass["problems"] == 1)
        let told = try workspace.text(folder + "/problems.txt").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(told.contains("decision.xml.txt") && told.contains("Rename it to decision.xml."), "\(told)")
        #expect(told.contains("If Windows hides endings") && !told.contains("Take it out"), "\(told)")
        let saved = try workspace.bytes(folder + "/decision.xml.txt")
        try workspace.write(folder + "/decision.xml", saved)
        try workspace.run()
        let twice = try workspace.text(folder + "/problems.txt").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(twice.contains("a second version of it") && twice.contains("If Windows hides endings"), "\(twice)")
        try workspace.remove(folder + "/decision.xml")
        try workspace.move(folder + "/decision.xml.txt", to: folder + "/decision.xml")
        #expect(try workspace.run()["decided"] == 1)
    }

    @Test func `a comment whose brackets were lost is refused, not taken with what follows it`() throws {
        let (workspace, id, folder) = try assigned()
        try workspace.fill(id, levels: both, comment: "good")
        let text = try workspace.text(folder + "/decision.xml")
        try workspace.write(
            folder + "/decision.xml", text.replacing("good]]></comment>", with: "good</comment>", maxReplacements: 1))
        let pass = try workspace.run()
        #expect(pass["reviews"] == 0)
        #expect(try workspace.text(folder + "/problems.txt").contains("]]>"))
    }

    @Test(arguments: ["plan.Nunez", "e1042.E1042"])
    func `an ending that may be a name isn't shown to reviewers`(path: String) throws {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop(evidence: [.file(path), .work, .reflection])
        let id = try #require(try workspace.run().bundle("bundle")["submission"].string)
        #expect(workspace.exists(workspace.folder(id, of: "r-one") + "/evidence/e1-lesson-plan"))
    }

    @Test func `a returned bundle keeps files that look like the program's own`() throws {
        let workspace = try Workspace()
        try workspace.drop(
            educator: Educator(school: "nowhere"),
            unlisted: [".~receipt.xml": Data("mine".utf8), ".assay-new-0-receipt.xml": Data("mine too".utf8)])
        try workspace.run()
        #expect(try workspace.text("Outbox/Returned/bundle/.~receipt.xml") == "mine")
        #expect(try workspace.text("Outbox/Returned/bundle/.assay-new-0-receipt.xml") == "mine too")
        #expect(workspace.exists("Outbox/Returned/bundle/receipt.xml"))
    }

    @Test func `evidence that is called receipt.xml isn't written over`() throws {
        let workspace = try Workspace()
        let old = Data("<receipt xmlns=\"urn:assay:1\" state=\"accepted\"/>".utf8)
        try workspace.drop(
            educator: Educator(school: "nowhere"), evidence: [.file("receipt.xml", old), .work, .reflection])
        try workspace.run()
        #expect(try workspace.bytes("Outbox/Returned/bundle/receipt.xml") == old)
        #expect(workspace.exists("Outbox/Returned/bundle/assay-receipt.xml"))
    }

    @Test(arguments: ["bad", "good"])
    func `a claimed bundle that can't be brought to its place is kept until it can`(kind: String) throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop(educator: Educator(school: kind == "bad" ? "nowhere" : "lincoln-es"))
        let before = try workspace.tree("Inbox/bundle")
        // A file where a folder of the program's own must be: the shard of the vault, or the scratch of a return.
        let other = try Workspace(copy: workspace, named: "other")
        let id = try other.run().bundle("bundle")["submission"].string ?? "S-0"
        let blocked = kind == "bad" ? "Outbox/Returned/bundle" : ".assay/vault/\(id.dropFirst(2).prefix(1))"
        let trace = try Trace.of(
            workspace, calls: "syncfs", more: ["-e", "inject=syncfs:signal=KILL:when=2"])
        #expect(trace.result.exit == 137)
        let moved = kind == "bad" ? blocked : blocked + "/" + id
        try workspace.shell("[ ! -e \(moved) ] || mv \(moved) .assay/vault/arriving/bundle; rm -rf \(blocked)")
        try workspace.write(blocked, "in the way")
        for _ in 0..<3 {
            #expect((try workspace.run()["problems"] ?? 0) > 0)
            let kept = try workspace.tree(".assay/vault/arriving/bundle")
            #expect(before.allSatisfy { kept[$0.key] == $0.value }, "\(kept.keys.sorted())")
        }
        try workspace.remove(blocked)
        #expect(try workspace.run()["problems"] == 0)
        if kind == "bad" {
            #expect(workspace.exists("Outbox/Returned/bundle/manifest.xml"))
        } else {
            #expect(try workspace.state(id) == "in-review")
        }
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
