import Foundation
import Support
import Testing

/// Folders on other disks, where a rename can't reach: the claim is a copy, and the drop goes when the ledger has it.
@Suite(.scratch) struct DiskTests {
    /// A folder on another file system than the scratch folder's; nil where this machine has none to offer.
    private static let otherDisk: String? = {
        let other = "/dev/shm"
        let temporary = FileManager.default.temporaryDirectory.path
        guard FileManager.default.isWritableFile(atPath: other),
            let one = try? FileManager.default.attributesOfFileSystem(forPath: other)[.systemNumber] as? Int,
            let two = try? FileManager.default.attributesOfFileSystem(forPath: temporary)[.systemNumber] as? Int,
            one != two
        else { return nil }
        return other
    }()

    private func elsewhere() throws -> String {
        let disk = try #require(Self.otherDisk)
        let folder = disk + "/assay-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Moves a folder of the workspace there, and leaves a link in its place.
    private func bring(_ folder: String, of workspace: Workspace, on other: String) throws {
        try workspace.shell("cp -a \(folder)/. \(other) && rm -r \(folder) && ln -s \(other) \(folder)")
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"), arguments: [".assay", "Inbox", "Outbox"])
    func `everything works with a folder on another disk`(folder: String) throws {
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        let workspace = try Workspace()
        if folder != ".assay" { try workspace.remove(folder) }
        try FileManager.default.createSymbolicLink(atPath: workspace.path(folder), withDestinationPath: other)
        try workspace.drop("good")
        try workspace.drop("same")
        try workspace.drop("bad", educator: Educator("E9", school: "nowhere"))
        let pass = try workspace.run()
        #expect(pass.state("good") == "accepted")
        #expect(pass.state("same") == "duplicate")
        #expect(pass.state("bad") == "returned")
        #expect(workspace.names(in: "Inbox").isEmpty)
        #expect(workspace.exists("Outbox/Returned/bad/manifest.xml"))
        #expect(workspace.exists("Outbox/Returned/bad/receipt.xml"))
        #expect(workspace.names(in: ".assay/vault/copied").isEmpty)
        #expect(workspace.names(in: ".assay/tmp").isEmpty)
        let submission = try #require(pass.bundle("good")["submission"].string)
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        #expect(try workspace.run()["decided"] == 1)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"))
    func `the private folder may be named`() throws {
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        let workspace = try Workspace()
        try workspace.drop()
        #expect(try workspace.run(["--ledger", other]).state("bundle") == "accepted")
        #expect(!workspace.exists(".assay"))
        #expect(try workspace.ask("list", "--ledger", other).array.count == 1)
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"), .timeLimit(.minutes(15)))
    func `case 24: a claim by copy that is killed anywhere ends as if it never was`() throws {
        let start = try Workspace()
        try start.run()
        let disk = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: disk) }
        let counted = try copying(start, "whole", on: disk, kill: nil, drop(into:))
        #expect(counted.result.exit == 0)
        let outbox = try counted.workspace.tree("Outbox")
        let calls = ["openat2", "renameat2", "unlinkat", "mkdirat", "syncfs", "copy_file_range"]
        var killed = 0
        for call in calls {
            let count = counted.counts[call] ?? 0
            for number in stride(from: 1, through: count, by: max(1, count / 6)) {
                let (workspace, result, _) = try copying(start, "killed", on: disk, kill: (call, number), drop(into:))
                guard result.exit == 137 else { continue }
                killed += 1
                try workspace.run(["--ledger", workspace.root + "/elsewhere"])
                #expect(try workspace.tree("Outbox") == outbox, "\(call) \(number)")
                #expect(workspace.names(in: "Inbox").isEmpty, "\(call) \(number)")
            }
        }
        #expect(killed >= 15)
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"), .timeLimit(.minutes(15)))
    func `what a reviewer left comes to the other disk whole and once, wherever a pass is killed`() throws {
        let start = try Workspace()
        try start.drop()
        let submission = try start.accept()
        try start.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        let folder = start.folder(submission, of: try start.onlyReader(of: submission))
        for name in ["a.txt", "b.txt"] {
            try start.write(folder + "/" + name, String(repeating: name, count: 100_000))
        }
        let disk = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: disk) }
        let (whole, result, counts) = try copying(start, "whole", on: disk, kill: nil) { _ in }
        #expect(result.exit == 0)
        func kept(_ workspace: Workspace) throws -> JSON {
            try workspace.ask("show", submission, "--ledger", workspace.root + "/elsewhere")["history"]
        }
        let files = try whole.tree(self.disk(of: whole) + "/vault/kept")
        #expect(files.values.count { $0.count == 500_000 } == 2, "\(files.keys)")
        var killed = 0
        for call in ["copy_file_range", "renameat2", "unlinkat", "syncfs"] {
            for number in 1...max(1, counts[call] ?? 0) {
                let (workspace, result, _) = try copying(start, "killed", on: disk, kill: (call, number)) { _ in }
                guard result.exit == 137 else { continue }
                killed += 1
                try workspace.run(["--ledger", workspace.root + "/elsewhere"])
                #expect(try kept(workspace) == kept(whole), "\(call) \(number)")
                #expect(try workspace.tree(self.disk(of: workspace) + "/vault/kept") == files, "\(call) \(number)")
            }
        }
        #expect(killed >= 4)
    }

    /// A workspace with Inbox on another disk, and what a pass says that is stopped when the first rename out of there
    /// has failed, until `mischief` is done in Inbox.
    private func meddled(
        _ disk: String, _ prepare: (Workspace) throws -> Void = { try $0.drop() }, mischief: String
    ) throws -> (workspace: Workspace, words: String) {
        let workspace = try Workspace()
        try workspace.shell("rm -r Inbox; ln -s \(disk) Inbox")
        try prepare(workspace)
        try workspace.drop("neighbor", educator: Educator("E2"))
        let pass = try Daemon.stopped(workspace, at: "renameat2", of: workspace.names(in: "Inbox")[0])
        try workspace.shell(mischief, in: "Inbox")
        try #require(eventually { pass.goOn() }, "\(pass.words)")
        #expect(try pass.finish() == 0, "\(pass.words)")
        #expect(try workspace.ask("list").first("bundle", "neighbor")["state"].string == "in-review")
        #expect(workspace.names(in: ".assay/tmp").isEmpty)
        return (workspace, pass.words)
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"), arguments: ["bundle", "bundle.zip"])
    func `case 10: what is taken away before it is copied costs nobody else anything`(name: String) throws {
        let disk = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: disk) }
        let (workspace, words) = try meddled(
            disk, { name == "bundle" ? try $0.drop() : try $0.dropPacked(name) }, mischief: "rm -r \(name)")
        #expect(words.contains("taken away"), "\(words)")
        #expect(try workspace.run()["waiting"] == 0)
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"))
    func `what comes into a bundle while it is copied isn't taken along unread`() throws {
        let disk = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: disk) }
        let (workspace, words) = try meddled(disk, mischief: "echo late > bundle/work/late.md")
        #expect(words.contains("it changed while it was read"), "\(words)")
        #expect(workspace.exists("Inbox/bundle/work/late.md") && workspace.exists("Inbox/bundle/manifest.xml"))
        #expect(workspace.names(in: ".assay/vault/copied").isEmpty)
        workspace.advance(seconds: 60)
        #expect(try workspace.run().findings("bundle").contains { $0.mentions("work/late.md", "kept") })
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"))
    func `what was claimed by a rename that doesn't reach back any more is taken from where it lies`() throws {
        let start = try Workspace()
        try start.run()
        try start.drop()
        let whole = try Workspace(copy: start, named: "whole")
        let trace = try Trace.of(whole, calls: "renameat2,syncfs", more: ["-y"])
        let claim = try #require(trace.lines.firstIndex { $0.contains("/Inbox>") && $0.contains("vault/arriving>") })
        let flush = try #require(trace.lines[claim...].firstIndex { $0.contains("syncfs(") })
        let killed = try Workspace(copy: start, named: "killed")
        let place = try #require(trace.place(ofLine: flush))
        try #require(try Trace.kill(killed, at: place, of: whole).exit == 137)
        #expect(killed.names(in: "Inbox").isEmpty)
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        try bring(".assay", of: killed, on: other)
        #expect(try killed.run().state("bundle") == "accepted")
        #expect(killed.names(in: ".assay/vault/arriving").isEmpty)
    }

    /// A workspace whose first bundle has left Inbox, which the next pass will do again: its receipt couldn't be laid.
    private func halfway(_ other: String) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.run()
        try bring("Inbox", of: workspace, on: other)
        try workspace.drop()
        let full = ["-P", workspace.path("Outbox"), "-e", "inject=mkdirat:error=ENOSPC"]
        let first = try Trace.of(workspace, calls: "mkdirat", more: full)
        #expect(first.result.exit == 74 && workspace.names(in: "Inbox").isEmpty, "\(first.result)")
        return workspace
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"))
    func `a new drop of the name stays whole where the removal of the last one is done again`() throws {
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        let workspace = try halfway(other)
        try workspace.drop(evidence: [.file("plans/exit-ticket.md", Data("# Another\n".utf8)), .work, .reflection])
        let manifest = try workspace.bytes("Inbox/bundle/manifest.xml")
        let second = try workspace.run()
        #expect(second.state("bundle") == "returned", "\(second.json)")
        #expect(try workspace.tree("Outbox/Returned")["bundle/manifest.xml"] == manifest)
        #expect(workspace.exists("Outbox/Returned/bundle/work/student-a.pdf"))
        #expect(workspace.names(in: "Inbox").isEmpty)
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"))
    func `empty folders of a new drop stay where the removal of the last one is done again`() throws {
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        let workspace = try halfway(other)
        // The beginning of a copy.
        try workspace.shell("mkdir -p Inbox/bundle/plans Inbox/bundle/work")
        #expect(try workspace.run()["waiting"] == 1)
        #expect(workspace.names(in: "Inbox/bundle") == ["plans", "work"])
    }

    @Test(
        .enabled(if: otherDisk != nil, "a second file system is needed"),
        arguments: ["lincoln-es": 0, "nowhere": 1])
    func `an archive that could not be removed at first leaves Inbox later, and is taken once`(
        school: String, returned: Int
    ) throws {
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        let workspace = try Workspace()
        try workspace.run()
        try bring("Inbox", of: workspace, on: other)
        try workspace.dropPacked("x.zip", educator: Educator(school: school))
        #expect(try hindered(workspace, other).exit == 0)
        #expect(workspace.names(in: "Inbox") == ["x.zip"])
        // Whoever mends the rights may change the file's own, too.
        try workspace.shell("chmod 600 Inbox/x.zip")
        let problems = try workspace.ask("status")["problems"].array
        #expect(problems.count == 1 && "\(problems)".contains("x.zip"), "\(problems)")
        #expect(try workspace.run()["problems"] == 0)
        #expect(workspace.names(in: "Inbox").isEmpty)
        #expect(try workspace.ask("list").array.count == 1 - returned)
        #expect(workspace.names(in: "Outbox/Returned").count == returned)
    }

    /// A pass that can't remove anything from this folder.
    private func hindered(_ workspace: Workspace, _ other: String) throws -> CommandResult {
        let busy = ["-P", other, "-e", "inject=unlinkat:error=EBUSY"]
        return try Trace.of(workspace, calls: "unlinkat", more: busy).result
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"))
    func `a returned archive's folder that could not be removed at first leaves Inbox later, and is taken once`()
        throws
    {
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        let workspace = try Workspace(people: [])
        try workspace.write("Rubrics/program.xml", programXML(maxBytes: 10))
        try workspace.dropPacked("late.zip")
        #expect(try workspace.run().state("late.zip") == "returned")
        try workspace.write("Rubrics/program.xml", programXML())
        try bring("Inbox", of: workspace, on: other)
        try workspace.move("Outbox/Returned/late", to: "Inbox/late")
        let first = try hindered(workspace, other + "/late")
        #expect(first.exit == 0 && workspace.exists("Inbox/late/late.zip"), "\(first)")
        #expect(try workspace.ask("list").array.map(\.["bundle"].string) == ["late"])
        let second = try workspace.run()
        #expect(second["problems"] == 0 && second["duplicates"] == 0, "\(second.json)")
        #expect(workspace.names(in: "Inbox").isEmpty && workspace.names(in: "Outbox/Returned").isEmpty)
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"), arguments: ["Inbox", "Outbox"])
    func `however deep a bundle is, few files are open while it crosses to another disk`(folder: String) throws {
        let workspace = try Workspace()
        let other = try elsewhere()
        defer { _ = try? workspace.shell("rm -rf \(other)") }
        try workspace.run()
        try bring(folder, of: workspace, on: other)
        try workspace.drop("deep")
        try workspace.shell("mkdir -p Inbox/deep/$(printf 'd/%.0s' $(seq 600)) && date > Inbox/deep/d/d/d/x.md")
        try workspace.drop("neighbor", educator: Educator("E2"))
        try workspace.shell(
            "ulimit -n 1024; '\(assayBinary)' run --quiet --workspace . --settle PT0S --now \(workspace.clock)")
        #expect(workspace.names(in: "Inbox").isEmpty)
        #expect(try workspace.ask("list").array.map(\.["bundle"].string) == ["neighbor"])
        let depth = try workspace.shell("find Outbox/Returned/deep -type d -name d | wc -l")
        #expect(depth.contains("600"), "\(depth)")
        #expect(workspace.exists("Outbox/Returned/deep/d/d/d/x.md"))
    }

    /// A bundle comes back, with one of the folders on another disk, after `make` put into it what is never taken; nothing
    /// where that can't be made.
    private func comesBack(
        _ folder: String, make: (Workspace) throws -> Bool, then: (Workspace) throws -> Void
    ) throws {
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        let workspace = try Workspace()
        try bring(folder, of: workspace, on: other)
        try workspace.drop()
        guard try make(workspace) else { return }
        #expect(try workspace.run().state("bundle") == "returned")
        #expect(workspace.names(in: "Inbox").isEmpty)
        try then(workspace)
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"), arguments: ["Inbox", "Outbox"])
    func `a bundle with a socket comes back from another disk with it`(folder: String) throws {
        try comesBack(folder) { workspace in
            try workspace.shell(
                "perl -MSocket -e 'socket(S,AF_UNIX,SOCK_STREAM,0); bind(S,pack_sockaddr_un(\"x\")) or die'",
                in: "Inbox/bundle")
            return true
        } then: {
            try $0.shell("test -S Outbox/Returned/bundle/x")
        }
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"), arguments: ["Inbox", "Outbox"])
    func `a bundle with a device comes back from another disk without it`(folder: String) throws {
        try comesBack(folder) {
            // Some containers forbid it to root, too.
            try command("/bin/mknod", ["x", "c", "1", "3"], in: $0.path("Inbox/bundle")).exit == 0
        } then: {
            #expect($0.exists("Outbox/Returned/bundle/manifest.xml"))
        }
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"))
    func `a bundle of paths longer than a call takes comes back from another disk`() throws {
        let workspace = try Workspace()
        let other = try elsewhere()
        defer { _ = try? workspace.shell("rm -rf \(other)") }
        try bring("Inbox", of: workspace, on: other)
        try workspace.drop()
        try workspace.shell(
            "perl -e 'for(1..33){mkdir \"n\"x200; chdir \"n\"x200 or die}; open F,\">x.md\"'", in: "Inbox/bundle")
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned", "\(pass.json)")
        #expect(pass.json.description.contains("bundle.too-deep"), "\(pass.json)")
        #expect(workspace.names(in: "Inbox").isEmpty)
        #expect(try workspace.shell("find Outbox/Returned/bundle -name x.md | wc -l").contains("1"))
    }

    @Test(.enabled(if: otherDisk != nil, "a second file system is needed"))
    func `what was on its way back when the ledger was lost comes back to Inbox, and nothing of it is deleted`() throws
    {
        let other = try elsewhere()
        defer { try? FileManager.default.removeItem(atPath: other) }
        let workspace = try Workspace()
        try workspace.run()
        let ledger = ".assay/ledger.sqlite"
        try workspace.shell("sqlite3 \(ledger) 'PRAGMA wal_checkpoint(TRUNCATE)'; cp \(ledger) week")
        try bring("Inbox", of: workspace, on: other)
        try workspace.drop("bad", educator: Educator(school: "nowhere"))
        try workspace.dropPacked("packed.zip", educator: Educator("E2", school: "nowhere"))
        try workspace.makeFolder("Outbox/Returned")
        let refused = ["-P", workspace.path("Outbox/Returned"), "-e", "inject=renameat2:error=EACCES"]
        let pass = try Trace.of(workspace, calls: "renameat2", more: refused)
        #expect(pass.result.exit == 0 && workspace.names(in: "Inbox").isEmpty, "\(pass.result)")
        #expect(workspace.names(in: ".assay/vault/copied") == ["bad"])
        #expect(workspace.names(in: ".assay/vault/returning") == ["packed"])
        try workspace.dropPacked("late.zip", educator: Educator("E3"))
        try workspace.shell("cp Inbox/late.zip .assay/vault/copied; rm \(ledger)*; mv week \(ledger)")
        let report = try workspace.ask("recover", "--accept-loss")
        #expect(report["dropped"].array.compactMap(\.string).sorted() == ["bad", "late.2.zip", "packed"], "\(report)")
        let next = try workspace.run()
        #expect(next["returned"] == 2 && next["accepted"] == 1 && next["duplicates"] == 1, "\(next.json)")
        #expect(workspace.exists("Outbox/Returned/bad/manifest.xml"))
        #expect(workspace.exists("Outbox/Returned/packed/packed.zip"))
    }

    /// The private folder on the other disk.
    private func disk(of workspace: Workspace) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: workspace.path("elsewhere"))
    }

    private func drop(into workspace: Workspace) throws {
        try workspace.drop("good")
        try workspace.drop("same")
        try workspace.drop("bad", educator: Educator("E9", school: "nowhere"))
    }

    /// A pass whose private folder is on another disk, traced or killed.
    private func copying(
        _ start: Workspace, _ name: String, on disk: String, kill: (call: String, number: Int)?,
        _ prepare: (Workspace) throws -> Void
    ) throws -> (workspace: Workspace, result: CommandResult, counts: [String: Int]) {
        let other = disk + "/" + UUID().uuidString
        let workspace = try Workspace(copy: start, named: name)
        try workspace.shell("cp -a .assay \(other) && rm -r .assay && ln -s \(other) elsewhere")
        try prepare(workspace)
        let calls = kill?.call ?? "?openat2,?renameat2,?unlinkat,?mkdirat,?syncfs,?copy_file_range"
        let injection = kill.map { ["-e", "inject=\($0.call):signal=KILL:when=\($0.number)"] } ?? []
        let trace = try Trace.of(
            workspace, calls: calls, more: injection, arguments: ["run", "--ledger", workspace.root + "/elsewhere"])
        return (workspace, trace.result, trace.counts)
    }
}
