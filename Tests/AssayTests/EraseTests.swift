import Foundation
import Support
import Testing

/// `assay erase`: evidence goes for good, and what happened stays.
@Suite(.scratch) struct EraseTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]
    private let secret = "nobody but the reviewer may know this"

    private func evidence() -> [Item] {
        [.file("plan.md", Data("# Plan\n\n\(secret)\n".utf8)), .work, .text("I wrote: \(secret), in a text.")]
    }

    /// One submission, decided.
    private func decided(in workspace: Workspace) throws -> String {
        try workspace.drop(evidence: evidence())
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: both)
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        return submission
    }

    private func erase(_ id: String, in workspace: Workspace) throws -> CommandResult {
        try workspace.assay(["erase", id, "--reason", "Retention ended."])
    }

    @Test func `erased evidence is nowhere in the vault, and verify counts it erased, not missing`() throws {
        let workspace = try Workspace()
        let submission = try decided(in: workspace)
        let before = try workspace.ask("verify")
        let digests = try workspace.show(submission)["evidence"]
        #expect(try workspace.isKept(secret))
        let result = try erase(submission, in: workspace)
        #expect(result.exit == 0, "\(result)")
        #expect(try !workspace.isKept(secret))
        #expect(try workspace.tree(".assay/vault").filter { !$0.key.hasSuffix("/") }.isEmpty)
        let after = try workspace.ask("verify")
        #expect(after["sound"].bool == true)
        #expect(after["erased"].int == before["files"].int)
        #expect(after["files"].int == 0)
        let shown = try workspace.show(submission)
        #expect(shown["state"].string == "earned")
        #expect(shown["evidence"] == digests)
        #expect(shown["erased"].string == workspace.clock)
        #expect(shown["history"].array.last?["event"].string == "erased: Retention ended.")
    }

    @Test func `a queue folder that had been brought back goes with it, from the vault and from a backup`() throws {
        let workspace = try Workspace(people: [Person("r-one"), .lead()])
        try workspace.drop(evidence: evidence())
        let submission = try workspace.accept()
        let desk = "Outbox/Queues/r-one"
        try workspace.copy("\(desk)/\(submission)", to: "aside")
        #expect(try workspace.assay(["withdraw", submission, "--reason", "Too soon."]).exit == 0)
        // A sync program brings the folder back.
        try workspace.makeFolder(desk)
        try workspace.move("aside", to: "\(desk)/\(submission)")
        try workspace.drop("again", evidence: evidence())
        try workspace.run()
        #expect(workspace.names(in: ".assay/vault/kept/strays").count == 1)
        try workspace.fill(submission, levels: both)
        try workspace.run()
        #expect(try workspace.assay(["backup", workspace.path("backup")]).exit == 0)
        #expect(workspace.names(in: "backup/vault/kept/strays").count == 1)
        #expect(try erase(submission, in: workspace).exit == 0)
        #expect(try !workspace.isKept(secret))
        #expect(try workspace.assay(["backup", workspace.path("backup")]).exit == 0)
        #expect(workspace.names(in: "backup/vault/kept/strays").isEmpty)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `receipts and records stay, and come back without the evidence`() throws {
        let workspace = try Workspace()
        let submission = try decided(in: workspace)
        _ = try erase(submission, in: workspace)
        let before = try workspace.tree("Outbox").filter { !$0.key.hasSuffix("/") }
        try workspace.remove("Outbox")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.tree("Outbox").filter { !$0.key.hasSuffix("/") } == before)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `the same content dropped again is still a duplicate`() throws {
        let workspace = try Workspace()
        let submission = try decided(in: workspace)
        _ = try erase(submission, in: workspace)
        try workspace.drop("again", evidence: evidence())
        let pass = try workspace.run()
        #expect(pass.state("again") == "duplicate")
        #expect(pass.bundle("again")["submission"].string == submission)
        // It went back to its sender, whose copy is no business of the vault's; the command says where it lies.
        #expect(try erase(submission, in: workspace).stdout.contains("Outbox/Returned/again"))
    }

    @Test func `an open one has to be withdrawn first, then goes with what was kept of its queue folders`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: evidence())
        let submission = try workspace.accept()
        let refused = try erase(submission, in: workspace)
        #expect(refused.exit == 64)
        #expect(refused.stderr.contains("assay withdraw \(submission)"))
        try workspace.fill(
            submission, levels: ["1.1": "demonstrated"], status: "draft", comment: "It says: \(secret)")
        #expect(try workspace.assay(["withdraw", submission, "--reason", "Asked for."]).exit == 0)
        #expect(try !workspace.tree(".assay/vault/kept").isEmpty)
        #expect(try erase(submission, in: workspace).exit == 0)
        #expect(try workspace.tree(".assay/vault/kept").isEmpty)
        #expect(try !workspace.isKept(secret))
        #expect(try workspace.assay(["verify"]).exit == 0)
        // Dropped again it is a new beginning, with its own evidence.
        try workspace.drop("again", evidence: evidence())
        #expect(try workspace.accept("again") == submission)
        #expect(try workspace.show(submission)["erased"].isMissing)
        #expect(try workspace.ask("verify")["files"].int ?? 0 > 0)
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
    }

    @Test func `folders that nobody may write to go as well`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: evidence(), unlisted: ["locked/more.txt": Data(secret.utf8)])
        try workspace.shell("chmod 555 Inbox/bundle/locked")
        let submission = try workspace.accept()
        _ = try workspace.assay(["withdraw", submission, "--reason", "Asked for."])
        #expect(try erase(submission, in: workspace).exit == 0)
        #expect(try !workspace.isKept(secret))
    }

    @Test func `what can't be removed isn't called erased, and verify says that it is owed`() throws {
        let workspace = try Workspace()
        let submission = try decided(in: workspace)
        let folder = ".assay/vault/" + String(try #require(submission.dropFirst(2).first)) + "/" + submission
        let refused = ["-P", workspace.path(folder), "-e", "inject=unlinkat:error=EPERM"]
        let erasing = ["erase", submission, "--reason", "Retention ended."]
        for _ in 1...2 {
            let result = try Trace.of(workspace, calls: "unlinkat", more: refused, arguments: erasing).result
            #expect(result.exit == 74 && result.stdout.isEmpty, "\(result)")
            #expect(result.stderr.contains("not erased yet") && result.stderr.contains("not permitted"), "\(result)")
            let verified = try workspace.ask("verify")
            let warnings = verified["warnings"].array.compactMap(\.string)
            #expect(verified["sound"].bool == true)
            #expect(warnings.contains { $0.hasPrefix("The erasure of \(submission) is still owed") }, "\(warnings)")
        }
        let pass = try Trace.of(workspace, calls: "unlinkat", more: refused).result
        #expect((pass.stdout + pass.stderr).contains(folder), "\(pass)")
        #expect(try workspace.assay(erasing).exit == 0)
        #expect(try !workspace.isKept(secret))
        #expect(try workspace.ask("verify")["warnings"].array.isEmpty)
    }

    @Test func `unknown ids and blank reasons change nothing`() throws {
        let workspace = try Workspace()
        let submission = try decided(in: workspace)
        #expect(try erase("S-0000000000000", in: workspace).exit == 66)
        #expect(try workspace.assay(["erase", submission, "--reason", " "]).exit == 64)
        #expect(try workspace.assay(["erase", submission]).exit == 64)
        #expect(try workspace.isKept(secret))
    }

    @Test func `evidence that lies there again after its erasure is found`() throws {
        let workspace = try Workspace()
        let submission = try decided(in: workspace)
        let folder = ".assay/vault/" + String(try #require(submission.dropFirst(2).first)) + "/" + submission
        try workspace.copy(folder, to: "elsewhere")
        _ = try erase(submission, in: workspace)
        try workspace.move("elsewhere", to: folder)
        #expect(try workspace.assay(["verify"]).exit == 1)
    }

    @Test func `erased while the end of its queue folder is owed, nothing of it stays and nothing comes back`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: evidence())
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: both)
        let folder = workspace.folder(submission, of: try workspace.onlyReader(of: submission))
        try workspace.write(folder + "/notes.txt", secret)
        // A file that the account may not read.
        let refused = ["-P", "notes.txt", "-e", "inject=openat2:error=EACCES"]
        let pass = try Trace.of(workspace, calls: "openat2", more: refused)
        #expect(pass.result.exit == 0 && pass.lines.contains { $0.contains("INJECTED") }, "\(pass.result)")
        #expect(!workspace.names(in: "Outbox/.assay-tmp").isEmpty)
        let erasing = ["erase", submission, "--reason", "Retention ended."]
        let erase = try Trace.of(workspace, calls: "openat2", more: refused, arguments: erasing)
        #expect(erase.result.exit == 0, "\(erase.result)")
        for _ in 1...2 {
            #expect(try !workspace.isKept(secret))
            #expect(workspace.names(in: "Outbox/.assay-tmp").isEmpty)
            #expect(try workspace.assay(["verify"]).exit == 0)
            try workspace.run()
        }
        #expect(try workspace.assay(erasing).exit == 0)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(.timeLimit(.minutes(15)))
    func `an erasure killed anywhere and run again ends as if it never was`() throws {
        let start = try Workspace()
        let submission = try decided(in: start)
        let erasing = ["erase", submission, "--reason", "Retention ended."]
        let whole = try Workspace(copy: start, named: "whole")
        #expect(try whole.assay(erasing).exit == 0)
        let (shown, kept) = (try whole.show(submission), try whole.tree(".assay/vault"))
        var killed = 0
        for (call, number) in (1...6).map({ ("unlinkat", $0) }) + [("syncfs", 1), ("fdatasync", 1), ("fdatasync", 2)] {
            let workspace = try Workspace(copy: start, named: "killed")
            let trace = try Trace.of(
                workspace, calls: call, more: ["-e", "inject=\(call):signal=KILL:when=\(number)"], arguments: erasing)
            guard trace.result.exit == 137 else { continue }
            killed += 1
            // Whatever comes next finishes it, this command or a pass.
            #expect(try workspace.assay(number % 2 == 0 ? ["run"] : erasing).exit == 0)
            #expect(try workspace.assay(erasing).exit == 0)
            #expect(try workspace.show(submission) == shown, "\(call) \(number)")
            #expect(try workspace.tree(".assay/vault") == kept, "\(call) \(number)")
            #expect(try workspace.assay(["verify"]).exit == 0, "\(call) \(number)")
        }
        #expect(killed >= 5)
    }
}
