import Foundation
import Support
import Testing

/// What is still owed when a pass ends before its time: nobody is told that it is lost, and nothing else is joined with
/// it.
@Suite(.scratch, .timeLimit(.minutes(15))) struct OwedTests {
    private let nowhere = Educator("E9", school: "nowhere")

    @Test(arguments: ["bundle", "bundle.zip"])
    func `accepted and not yet in the vault, a bundle is sound to verify and backup`(bundle: String) throws {
        let start = try Workspace()
        try start.run()
        let isArchive = bundle.hasSuffix(".zip")
        if isArchive { try start.dropPacked(bundle) } else { try start.drop(bundle) }
        let whole = try Workspace(copy: start, named: "whole")
        let trace = try Trace.of(whole, calls: "renameat2", more: ["-y"])
        let from = isArchive ? "/vault/unpacked>" : "/vault/arriving>"
        let line = try #require(
            trace.lines.firstIndex { $0.contains(from) && $0.contains("\"S-") }, "\(trace.lines)")
        let place = try #require(trace.place(ofLine: line))

        let killed = try Workspace(copy: start, named: "killed")
        #expect(try Trace.kill(killed, at: place, of: whole).exit == 137)
        let verify = try killed.assay(["verify"])
        #expect(verify.exit == 0, "\(verify)")
        let backup = try killed.assay(["backup", killed.root + "-backup"])
        #expect(backup.exit == 0, "\(backup)")
        #expect(try killed.assay(["verify", "--ledger", killed.root + "-backup"]).exit == 0)
        try killed.run()
        #expect(try killed.facts() == whole.facts())
        #expect(try killed.assay(["verify"]).exit == 0)
    }

    @Test func `what can't be given back yet is joined with nothing that comes after it`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let refused = ["-P", workspace.path("Outbox/Returned"), "-e", "inject=renameat2:error=EACCES"]
        try workspace.dropPacked("x.zip", educator: nowhere)
        let first = try Trace.of(workspace, calls: "renameat2", more: refused)
        #expect(first.result.exit == 0 && first.lines.contains { $0.contains("INJECTED") }, "\(first.result)")
        try workspace.drop("x", educator: nowhere)
        let second = try Trace.of(workspace, calls: "renameat2", more: refused)
        #expect(second.result.exit == 0, "\(second.result)")
        #expect(workspace.names(in: "Outbox/Returned").isEmpty)
        #expect(try workspace.run()["problems"] == 0)
        #expect(workspace.names(in: "Outbox/Returned") == ["x", "x.2"])
        #expect(workspace.names(in: "Outbox/Returned/x") == ["receipt.html", "receipt.xml", "x.zip"])
        let other = workspace.names(in: "Outbox/Returned/x.2")
        #expect(other.contains("manifest.xml") && other.contains("receipt.xml"), "\(other)")
    }

    @Test func `what follows a bundle of its name that is still on its way waits, and isn't told as not taken`() throws
    {
        let workspace = try Workspace()
        try workspace.run()
        let refused = ["-P", workspace.path("Outbox/Returned"), "-e", "inject=renameat2:error=EACCES"]
        try workspace.dropPacked("x.zip", educator: nowhere)
        let first = try Trace.of(workspace, calls: "renameat2", more: refused)
        #expect(first.lines.contains { $0.contains("INJECTED") }, "\(first.result)")
        try workspace.dropPacked("x.zip")
        #expect(try workspace.inbox("x.zip")["reason"].string?.contains("this one follows") == true)
        let second = try Trace.of(workspace, calls: "renameat2", more: refused, arguments: ["run", "--json"])
        let pass = Pass(json: try second.result.json)
        #expect(pass["waiting"] == 1 && pass.state("x.zip") == "waiting", "\(pass.json)")
        #expect(!pass.json["notices"].description.contains("isn't taken"), "\(pass.json)")
        #expect(pass.json["ignored"].array.isEmpty, "\(pass.json)")
        #expect(try workspace.run().state("x.zip") == "accepted")
    }

    @Test func `what failed at first and was done in the same pass is nobody's to mend`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let refused = ["-P", workspace.path("Outbox/Returned"), "-e", "inject=renameat2:error=EACCES"]
        try workspace.dropPacked("x.zip", educator: nowhere)
        _ = try Trace.of(workspace, calls: "renameat2", more: refused)
        #expect(try !workspace.ask("status")["problems"].array.isEmpty)
        let again = try Trace.of(
            workspace, calls: "renameat2", more: refused.dropLast() + [refused[3] + ":when=1"])
        #expect(again.result.exit == 0 && again.lines.contains { $0.contains("INJECTED") }, "\(again.result)")
        #expect(workspace.names(in: "Outbox/Returned") == ["x"])
        #expect(try workspace.ask("status")["problems"].array.isEmpty)
    }

    @Test func `a folder for which there was no room at first, laid in the same pass, fails no pass`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop()
        let whole = try Workspace(copy: workspace, named: "whole")
        let reader = try whole.onlyReader(of: try whole.accept())
        let full = ["-P", workspace.path("Outbox/Queues/" + reader), "-e", "inject=renameat2:error=ENOSPC"]
        let first = try Trace.of(workspace, calls: "renameat2", more: full)
        #expect(first.result.exit == 74 && first.lines.contains { $0.contains("INJECTED") }, "\(first.result)")
        let again = try Trace.of(workspace, calls: "renameat2", more: full.dropLast() + [full[3] + ":when=1"])
        #expect(again.result.exit == 0 && again.lines.contains { $0.contains("INJECTED") }, "\(again.result)")
        #expect(try workspace.tree("Outbox") == whole.tree("Outbox"))
        #expect(try workspace.ask("status")["problems"].array.isEmpty)
    }
}
