import Foundation
import Glibc
import Support
import Testing

/// `assay backup`: a copy that verifies, taken while passes go on.
@Suite(.scratch) struct BackupTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func workspace() throws -> (Workspace, String) {
        let workspace = try Workspace()
        try workspace.drop("one")
        let submission = try workspace.accept("one")
        try workspace.fill(submission, levels: both)
        try workspace.drop("two", educator: Educator("E2"))
        try workspace.run()
        return (workspace, submission)
    }

    private func backUp(_ workspace: Workspace, exit: Int32 = 0) throws -> JSON {
        try workspace.ask("backup", workspace.root + "-backup", exit: exit)
    }

    @Test func `a backup verifies by itself, and holds what the workspace holds`() throws {
        let (workspace, _) = try workspace()
        let report = try backUp(workspace)
        #expect(report["files"].int == report["copied"].int)
        #expect(report["files"].int ?? 0 > 0)
        let verified = try workspace.ask("verify", "--ledger", workspace.root + "-backup")
        #expect(verified["sound"].bool == true)
        let live = try workspace.ask("verify")
        for count in ["events", "documents", "records", "files"] { #expect(verified[count] == live[count]) }
        #expect(try workspace.ask("list", "--ledger", workspace.root + "-backup") == workspace.ask("list"))
    }

    @Test func `a second backup copies only what is new, and takes away what was erased`() throws {
        let (workspace, submission) = try workspace()
        let first = try backUp(workspace)
        #expect(try backUp(workspace)["copied"].int == 0)
        try workspace.drop("three", educator: Educator("E3"), evidence: [.file("3.md"), .work, .reflection])
        try workspace.run()
        #expect(try backUp(workspace)["copied"].int == 3)
        #expect(try workspace.assay(["erase", submission, "--reason", "Retention ended."]).exit == 0)
        let last = try backUp(workspace)
        #expect(last["erased"].int == 1)
        #expect(last["files"] == first["files"])
        let verified = try workspace.ask("verify", "--ledger", workspace.root + "-backup")
        #expect(verified["sound"].bool == true)
        #expect(verified["erased"].int == 3)
    }

    @Test func `nobody else may read a backup, and a private key that others may read is told`() throws {
        let (workspace, _) = try workspace()
        let folder = workspace.root + "-backup"
        try workspace.shell("mkdir -m 755 '\(folder)'")
        #expect(try backUp(workspace)["warnings"].array.isEmpty)
        #expect(try workspace.shell("stat -c %a '\(folder)' '\(folder)/ledger.sqlite'") == "700\n600\n")
        #expect(try workspace.text(folder + "/assay-backup.txt").contains("cp -an BROKEN/vault .assay/"))
        try workspace.shell("chmod 755 .assay/keys; chmod 644 .assay/keys/record.pem")
        for line in [["verify", "--quiet"], ["backup", "--quiet", folder]] {
            let result = try workspace.assay(line)
            #expect(result.exit == 0)
            #expect(result.stdout.contains("Others may read the private key"), "\(result)")
        }
    }

    @Test func `a folder that holds something else is refused and left alone`() throws {
        let (workspace, _) = try workspace()
        let folder = workspace.root + "-backup"
        try workspace.write(folder + "/letter.txt", "Dear all")
        let result = try workspace.assay(["backup", folder])
        #expect(result.exit == 64)
        #expect(result.stderr.contains("isn't empty"))
        #expect(workspace.names(in: folder) == ["letter.txt"])
        for inside in ["Inbox/copy", "Outbox/copy", ".assay/copy"] {
            #expect(try workspace.assay(["backup", workspace.path(inside)]).exit == 64)
            #expect(!workspace.exists(inside))
        }
        #expect(try workspace.assay(["backup"]).exit == 64)
    }

    @Test func `no pass has to end first`() throws {
        let (workspace, _) = try workspace()
        let lock = try FileHandle(forUpdating: URL(filePath: workspace.path(".assay/lock")))
        #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
        #expect(try workspace.assay(["backup", workspace.root + "-backup", "--wait", "PT0S"], limit: 20).exit == 0)
        try lock.close()
        #expect(try workspace.assay(["verify", "--ledger", workspace.root + "-backup"]).exit == 0)
    }

    @Test func `two backups into one folder at once don't mix`() throws {
        let (workspace, _) = try workspace()
        let target = workspace.root + "-backup"
        #expect(try workspace.assay(["backup", target]).exit == 0)
        let lock = try FileHandle(forUpdating: URL(filePath: target + "/lock"))
        #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
        let second = try workspace.assay(["backup", target, "--wait", "PT0S"])
        #expect(second.exit == 75 && second.stderr.contains("Another backup"), "\(second)")
        try lock.close()
        #expect(try workspace.assay(["backup", target]).exit == 0)
    }

    @Test func `a bundle that a killed pass left between claim and vault is in the backup`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop()
        // The first rename claims; the next one would move the claimed bundle to its place.
        for number in 2...6 {
            let copy = try Workspace(copy: workspace, named: "killed")
            _ = try Trace.of(
                copy, calls: "renameat2", more: ["-e", "inject=renameat2:signal=KILL:when=\(number)"])
            let backup = copy.root + "-backup-\(number)"
            #expect(try copy.assay(["backup", backup]).exit == 0)
            #expect(try copy.assay(["verify", "--ledger", backup]).exit == 0)
            // Put back in place of the workspace's own, it goes on.
            try copy.shell("rm -rf .assay Outbox; mkdir Outbox; cp -a \(backup) .assay")
            #expect(try copy.assay(["recover"]).exit == 0)
            try copy.run()
            #expect(try copy.assay(["verify"]).exit == 0, "\(number)")
        }
    }

    @Test(arguments: [false, true])
    func `what a folder's end moved into the vault, and no fact tells of yet, is in a backup`(wasErased: Bool) throws {
        let workspace = try Workspace()
        try workspace.drop("one")
        let submission = try workspace.accept("one")
        if wasErased {
            // It came once more since, and the erasure is about what was there before.
            for command in ["withdraw", "erase"] {
                #expect(try workspace.assay([command, submission, "--reason", "Asked for."]).exit == 0)
            }
            try workspace.drop("again")
            #expect(try workspace.accept("again") == submission)
        }
        try workspace.fill(submission, levels: both)
        let desk = try #require(workspace.files(named: "decision.xml", in: "Outbox/Queues").first)
            .replacing("/decision.xml", with: "")
        try workspace.write(desk + "/notes.txt", "Notes of my own.")
        let form = try workspace.text(desk + "/decision.xml")
        let ticket = try #require(form.firstMatch(of: /ticket="([^"]+)"/)?.output.1)
        let ending = workspace.path("Outbox/.assay-tmp/end-\(ticket)")
        #expect(try Trace.kill(workspace, at: (call: "unlinkat", path: ending, number: 1), of: workspace).exit == 137)
        #expect(!workspace.exists(desk))
        let backup = workspace.root + "-backup"
        #expect(try workspace.assay(["backup", backup]).exit == 0)
        // The machine is lost; of Outbox nobody has a copy.
        try workspace.shell("rm -rf .assay Outbox; mkdir Outbox; cp -a '\(backup)' .assay")
        #expect(try workspace.assay(["recover"]).exit == 0)
        try workspace.run()
        #expect(try workspace.isKept("Notes of my own."))
        let history = try workspace.show(submission)["history"].array.compactMap { $0["event"].string }
        #expect(history.contains { $0.hasPrefix("kept: ") }, "\(history)")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `a file that was changed in the vault is told by each backup, and never passes for right`() throws {
        let (workspace, _) = try workspace()
        let file = try #require(workspace.files(named: "student-a.pdf", in: ".assay/vault").first)
        let copy = workspace.root + "-backup" + file.dropFirst(".assay".count)
        let right = try workspace.bytes(file)
        var wrong = right
        wrong[wrong.startIndex + 9] ^= 1
        try workspace.shell("chmod u+w '\(file)'")
        try workspace.write(file, wrong)
        for _ in 1...2 {
            let faults = try backUp(workspace, exit: 1)["faults"].array.compactMap(\.string)
            #expect(faults.count == 1 && faults[0].contains("student-a.pdf.damaged"), "\(faults)")
            #expect(!workspace.exists(copy))
            #expect(try workspace.bytes(copy + ".damaged") == wrong)
        }
        try workspace.write(file, right)
        #expect(try backUp(workspace)["copied"].int == 1)
        #expect(try workspace.bytes(copy) == right)
        #expect(try workspace.assay(["verify", "--ledger", workspace.root + "-backup"]).exit == 0)
    }

    @Test(arguments: ["openat2:error=EACCES", "openat2:error=EIO", "copy_file_range,pread64:error=EIO"])
    func `one file that can't be read keeps nothing else from the backup`(fault: String) throws {
        let (workspace, _) = try workspace()
        let file = try #require(workspace.files(named: "student-a.pdf", in: ".assay/vault").first)
        let place = String(file.dropFirst(".assay/".count))
        let calls = String(fault.prefix { $0 != ":" })
        let path = calls == "openat2" ? place : workspace.path(file)
        let backup = workspace.root + "-backup"
        let trace = try Trace.of(
            workspace, calls: calls, more: ["-P", path, "-e", "inject=\(fault)"], arguments: ["backup", backup])
        // A file system that clones reads nothing.
        guard trace.lines.contains(where: { $0.contains("INJECTED") }) else { return #expect(calls != "openat2") }
        #expect(trace.result.exit == 1 && trace.result.stdout.contains(place), "\(trace.result)")
        #expect(!trace.result.stdout.contains("is missing"), "\(trace.result)")
        #expect(workspace.exists(backup + "/keys/record.pem") && workspace.exists(backup + "/ledger.sqlite"))
        #expect(!workspace.exists(backup + "/" + place))
        #expect(try backUp(workspace)["copied"].int == 1)
        #expect(try workspace.assay(["verify", "--ledger", backup]).exit == 0)
    }

    @Test func `a target that can't be written ends the backup`() throws {
        let (workspace, _) = try workspace()
        let target = workspace.root + "-backup"
        try workspace.makeFolder(target)
        let full = ["-P", target, "-e", "inject=mkdirat:error=EACCES"]
        let trace = try Trace.of(workspace, calls: "mkdirat", more: full, arguments: ["backup", target])
        #expect(trace.result.exit == 74, "\(trace.result)")
        #expect(!workspace.exists(target + "/ledger.sqlite"))
    }
}
