import Foundation
import Glibc
import Support
import Testing

/// The daemon: the same passes as `run`, as things happen.
@Suite(.scratch, .serialized) struct WatchTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    private func queues(_ workspace: Workspace) -> [String] {
        workspace.names(in: "Outbox/Queues").flatMap { workspace.names(in: "Outbox/Queues/" + $0) }
            .filter { $0.hasPrefix("S-") }
    }

    /// Once it has done its first pass.
    private func ready(_ workspace: Workspace) -> Bool { eventually { workspace.exists(".assay/head") } }

    /// A bundle from elsewhere on the same disk appears whole.
    private func drop(_ workspace: Workspace, _ name: String, _ educator: String) throws {
        try workspace.drop(name, educator: Educator(educator), in: "elsewhere")
        try workspace.move("elsewhere/" + name, to: "Inbox/" + name)
    }

    @Test func `case 4: a drop goes to a queue, and a decision to a record, as they happen`() throws {
        let workspace = try Workspace()
        let daemon = try Daemon(workspace, ["--settle", "PT1S", "--poll", "PT10M"])
        try #require(ready(workspace), "\(daemon.words)")
        try drop(workspace, "one", "E1")
        try #require(eventually { !queues(workspace).isEmpty }, "\(daemon.words)")
        let submission = try #require(queues(workspace).first)
        for page in ["Outbox/index.html", "Outbox/Queues/r-one/index.html"] {
            #expect(eventually { (try? workspace.text(page).contains(submission)) == true }, "\(page)")
        }
        // Later than settle: what was laid long ago and changes now is looked at again as soon.
        usleep(2_500_000)
        workspace.now = Date()
        try workspace.fill(submission, levels: both)
        // Folders leave the queue while they are listed.
        let decided = eventually { (try? workspace.files(named: "record.xml", in: "Outbox").isEmpty) == false }
        #expect(decided, "\(daemon.words)")
        let end = try daemon.end()
        #expect(end.exit == 0)
        #expect(end.seconds < 5)
        #expect(daemon.words.contains("one: accepted as \(submission)"))
        // It tells what `run` would.
        #expect(daemon.words.contains("1 decision file taken, 1 decided."), "\(daemon.words)")
        workspace.now = Date()
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(arguments: [false, true])
    func `case 4: a file copied in later, deep in a waiting bundle, is noticed`(isLink: Bool) throws {
        let workspace = try Workspace()
        // With all that is watched in its place, nothing is watched anew but what comes.
        try workspace.makeFolder("Outbox/Queues")
        if isLink { try workspace.shell("mv Inbox elsewhere; ln -s elsewhere Inbox") }
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT10M"])
        try #require(ready(workspace), "\(daemon.words)")
        let watches = daemon.watches
        try workspace.drop(evidence: [
            .plan, .file("work/deep/a.pdf", kind: "student-work", isThere: false), .reflection,
        ])
        try workspace.makeFolder("Inbox/bundle/work/deep")
        workspace.now = Date()
        #expect(try eventually { try workspace.inbox("bundle")["reason"].string?.contains("1 of 2") == true })
        #expect(eventually { daemon.watches >= watches + 3 }, "\(daemon.watches) of \(watches + 3)")
        try workspace.write("Inbox/bundle/work/deep/a.pdf", pdf("Student A"))
        #expect(eventually { !queues(workspace).isEmpty }, "\(daemon.words)")
        _ = try daemon.end()
    }

    @Test func `a patience of centuries is no trouble`() throws {
        let workspace = try Workspace(
            program: programXML().replacing("patience=\"PT1H\"", with: "patience=\"P300Y\""))
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "P300Y"])
        try #require(ready(workspace), "\(daemon.words)")
        try workspace.drop("half", educator: Educator("E2"), evidence: [.file("x.md", isThere: false)], in: "elsewhere")
        try workspace.move("elsewhere/half", to: "Inbox/half")
        workspace.now = Date()
        #expect(eventually { (try? workspace.inbox("half")["reason"].string?.contains("0 of 1")) == true })
        try drop(workspace, "one", "E1")
        #expect(eventually { !queues(workspace).isEmpty }, "\(daemon.words)")
        #expect(try daemon.end().exit == 0, "\(daemon.words)")
    }

    @Test func `case 4: a share without events is listed by --poll, and patience ends by itself`() throws {
        let workspace = try Workspace(
            program: programXML().replacing("patience=\"PT1H\"", with: "patience=\"PT3S\""))
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT1S"])
        try #require(ready(workspace), "\(daemon.words)")
        // The folder that is watched gets no event of what is written through another mount or from another machine;
        // the listing finds it all the same.
        try workspace.drop("half", evidence: [.file("x.md", isThere: false), .work, .reflection])
        #expect(eventually { workspace.exists("Outbox/Returned/half/receipt.xml") }, "\(daemon.words)")
        _ = try daemon.end(by: SIGINT)
    }

    /// Two submissions on desks that were looked at, and of which nothing was heard since.
    private func quietDesks(_ workspace: Workspace, _ daemon: Daemon) throws -> [(submission: String, reader: String)] {
        try #require(ready(workspace), "\(daemon.words)")
        for number in 1...2 { try drop(workspace, "b\(number)", "E\(number)") }
        try #require(eventually { queues(workspace).count == 2 }, "\(daemon.words)")
        #expect(daemon.comesToRest(), "\(daemon.words)")
        workspace.now = Date()
        return try queues(workspace).map { ($0, try #require(try workspace.readers(of: $0).first)) }
    }

    @Test func `case 15: an edit, a deletion and a folder taken away are noticed at once on desks that were quiet`()
        throws
    {
        let workspace = try Workspace()
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT10M"])
        let desks = try quietDesks(workspace, daemon)
        let (submission, reader) = desks[0]
        let folder = workspace.folder(submission, of: reader)
        try workspace.remove(folder + "/decision.xml")
        #expect(eventually { workspace.exists(folder + "/decision.xml") }, "\(daemon.words)")
        try workspace.move(folder, to: "taken-home")
        #expect(eventually { workspace.exists(folder + "/decision.xml") }, "\(daemon.words)")
        #expect(daemon.comesToRest())
        for (submission, reader) in desks {
            workspace.now = Date()
            try workspace.fill(submission, as: reader, levels: both)
            #expect(eventually { !workspace.exists(workspace.folder(submission, of: reader)) }, "\(daemon.words)")
        }
        // A folder leaves its queue before the record comes into sight.
        #expect(try eventually { try workspace.files(named: "record.xml", in: "Outbox").count == 2 }, "\(daemon.words)")
        _ = try daemon.end()
    }

    @Test func `case 15: an edit of which no event tells is found by --poll, on a desk that was quiet too`() throws {
        let workspace = try Workspace()
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT10S"])
        let (submission, reader) = try quietDesks(workspace, daemon)[0]
        let file = workspace.decision(submission, of: reader)
        var form = DecisionText(try workspace.text(file))
        for (criterion, level) in both { form.set("level", to: level, in: "<criterion id=\"\(criterion)\"") }
        form.set("status", to: "final", in: "<decision ")
        // An editor that writes and doesn't close its file sends nothing that is watched.
        let open = try FileHandle(forUpdating: URL(filePath: workspace.path(file)))
        try open.write(contentsOf: Data(form.text.utf8))
        #expect(eventually { workspace.exists("Outbox/Decisions") }, "\(daemon.words)")
        try open.close()
        _ = try daemon.end()
    }

    @Test func `case 22: its own writing doesn't keep it running in circles`() throws {
        let workspace = try Workspace()
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT10M"])
        try #require(ready(workspace), "\(daemon.words)")
        for number in 1...3 { try drop(workspace, "b\(number)", "E\(number)") }
        try #require(eventually { queues(workspace).count == 3 }, "\(daemon.words)")
        let submission = try #require(queues(workspace).first)
        workspace.now = Date()
        try workspace.fill(submission, levels: ["1.1": "splendid"])
        let reader = try #require(try workspace.readers(of: submission).first)
        try #require(eventually { workspace.exists(workspace.problems(submission, of: reader)) })
        #expect(daemon.comesToRest(), "\(daemon.computed) s: \(daemon.words)")
        _ = try daemon.end()
    }

    @Test func `what was taken isn't watched any longer, and what is moved within Inbox still is`() throws {
        let workspace = try Workspace()
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT10M"])
        try #require(ready(workspace), "\(daemon.words)")
        for number in 1...8 { try drop(workspace, "b\(number)", "E\(number)") }
        try #require(eventually { queues(workspace).count == 8 }, "\(daemon.words)")
        try workspace.drop("half", evidence: [.file("plans/x.md", isThere: false), .work, .reflection])
        try workspace.makeFolder("Inbox/half/plans")
        workspace.now = Date()
        #expect(try eventually { try workspace.inbox("half")["reason"].string?.contains("1 of 2") == true })
        try workspace.move("Inbox/half", to: "Inbox/other")
        #expect(try eventually { try workspace.inbox("other")["reason"].string?.contains("1 of 2") == true })
        // Inbox, Rubrics, Queues, two desks, the bundle and its two folders; each submission's folder and its evidence.
        #expect(eventually { daemon.watches <= 8 + 2 * 8 }, "\(daemon.watches)")
        try workspace.write("Inbox/other/plans/x.md", "A plan.")
        #expect(eventually { queues(workspace).count == 9 }, "\(daemon.words)")
        _ = try daemon.end()
    }

    @Test func `changed documents are read again`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(status: "draft")])
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT10M"])
        try #require(ready(workspace), "\(daemon.words)")
        try workspace.write("Rubrics/rubric-1.xml", rubricXML(version: "2.0"))
        try workspace.write("Rubrics/broken.xml", "<rubric")
        #expect(eventually { daemon.words.contains("broken.xml") }, "\(daemon.words)")
        try workspace.remove("Rubrics/broken.xml")
        daemon.signal(SIGHUP)
        try drop(workspace, "one", "E1")
        #expect(eventually { !queues(workspace).isEmpty }, "\(daemon.words)")
        #expect(daemon.isRunning)
        _ = try daemon.end()
    }

    @Test func `case 5: an Inbox that is replaced pauses intake with an alarm, and the old one resumes it`() throws {
        let workspace = try Workspace()
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT1S"])
        try #require(ready(workspace), "\(daemon.words)")
        try workspace.move("Inbox", to: "Inbox-unmounted")
        try workspace.makeFolder("Inbox")
        #expect(eventually { daemon.words.contains("Inbox is another folder") }, "\(daemon.words)")
        try drop(workspace, "wrong", "E1")
        try workspace.move("Inbox", to: "Inbox-wrong")
        try workspace.move("Inbox-unmounted", to: "Inbox")
        try drop(workspace, "right", "E2")
        #expect(eventually { !queues(workspace).isEmpty }, "\(daemon.words)")
        #expect(workspace.exists("Inbox-wrong/wrong/manifest.xml"))
        #expect(!daemon.words.contains("wrong: accepted"))
        _ = try daemon.end()
    }

    @Test func `case 26: a pass of cron's and the daemon take each bundle once`() throws {
        let workspace = try Workspace()
        let daemon = try Daemon(workspace, ["--settle", "PT0S"])
        try #require(ready(workspace), "\(daemon.words)")
        for number in 1...12 {
            try drop(workspace, "b\(number)", "E\(number)")
            let result = try command(assayBinary, ["run", "--workspace", workspace.root, "--settle", "PT0S"])
            #expect(result.exit == 0, "\(result)")
        }
        #expect(eventually { queues(workspace).count == 12 }, "\(daemon.words)")
        _ = try daemon.end()
        workspace.now = Date()
        #expect(try workspace.ask("list").array.count == 12)
        #expect(workspace.names(in: "Outbox/Returned").isEmpty)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `case 26: told to end under load, it ends soon with nothing half done`() throws {
        let workspace = try Workspace()
        for number in 1...400 { try workspace.drop("b\(number)", educator: Educator("E\(number)")) }
        let daemon = try Daemon(workspace, ["--settle", "PT0S"])
        try #require(eventually { workspace.names(in: ".assay/vault/arriving").count > 20 }, "\(daemon.words)")
        let end = try daemon.end()
        #expect(end.exit == 0, "\(daemon.words)")
        #expect(end.seconds < 5)
        workspace.now = Date()
        #expect(try workspace.assay(["verify"]).exit == 0)
        try workspace.run(["--settle", "PT0S"])
        #expect(try workspace.ask("list").array.count == 400)
        #expect(queues(workspace).count + (try workspace.ask("status")["unroutable"].keys.count) == 400)
        #expect(workspace.names(in: "Outbox/Returned").isEmpty)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `the service manager hears that it is ready, how things stand, that it lives, and that it ends`() throws
    {
        let workspace = try Workspace()
        try workspace.drop()
        let log = workspace.root + "-trace"
        // `timeout` asks it to end; nobody listens at the socket, and what it says there is seen on its way.
        _ = try command(
            "/usr/bin/strace",
            ["-f", "-qq", "-s", "200", "-o", log, "-e", "trace=sendto", "-e", "signal=none", "/usr/bin/timeout", "4"]
                + [assayBinary, "watch", "--workspace", workspace.root, "--settle", "PT1M"],
            environment: ["NOTIFY_SOCKET": "@assay-test", "WATCHDOG_USEC": "1000000"])
        let said = try workspace.text(log)
        for words in ["READY=1\\nSTATUS=1 waiting, 0 problems", "WATCHDOG=1", "STOPPING=1"] {
            #expect(said.contains(words), "\(said)")
        }
    }

    @Test func `while one large file is read or copied the daemon says that it lives, as long as bytes move`() throws {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        try workspace.shell("truncate -s 80M student-a.pdf", in: "Inbox/bundle/work")
        let log = workspace.root + "-trace"
        let daemon = try Daemon(
            workspace, ["--settle", "PT0S"],
            under: ["/usr/bin/strace", "-D", "-f", "-qq", "-y", "-s", "200", "-o", log, "-e", "signal=none"]
                + ["-e", "trace=pread64,copy_file_range,sync_file_range,sendto"]
                + ["-e", "inject=pread64:delay_exit=10000", "-e", "inject=copy_file_range:delay_exit=400000"],
            environment: ["NOTIFY_SOCKET": "@assay-test", "WATCHDOG_USEC": "600000"])
        try #require(eventually(within: 60) { !queues(workspace).isEmpty }, "\(daemon.words)")
        _ = try daemon.end()
        try #require(try eventually { try workspace.text(log).contains("STOPPING=1") })
        let lines = try workspace.text(log).split(separator: "\n")
        func traced(_ call: String) -> (calls: Int, signsOfLife: Int) {
            let calls = lines.indices.filter { lines[$0].contains(call + "(") && lines[$0].contains("student-a.pdf>") }
            guard let first = calls.first, let last = calls.last else { return (0, 0) }
            return (calls.count, lines[first...last].count { $0.contains("WATCHDOG=1") })
        }
        #expect(traced("pread64").signsOfLife > 5, "\(traced("pread64"))")
        // The first pass has brought it to a queue: how long that takes is no failure to start.
        #expect(lines.contains { $0.contains("\"READY=1\\nWATCHDOG=1\"") })
        // Where the file system clones, nothing is copied.
        let copied = traced("copy_file_range")
        if copied.calls == 0 { return }
        // One after a piece, and none while it is waited for.
        #expect(copied.signsOfLife > 2 && copied.signsOfLife <= copied.calls, "\(copied)")
        #expect(lines.contains { $0.contains("sync_file_range(") })
    }

    @Test(arguments: [["--json"], ["--now", "2026-11-02T15:00:00Z"], ["--poll", "soon"], ["--poll", "PT0S"]])
    func `what makes no sense for a daemon is 64`(arguments: [String]) throws {
        let workspace = try Workspace()
        let result = try command(assayBinary, ["watch", "--workspace", workspace.root] + arguments, limit: 20)
        #expect(result.exit == 64, "\(result)")
    }

    @Test func `a workspace that isn't one ends it at once`() throws {
        let workspace = try Workspace()
        try workspace.remove("Inbox")
        #expect(try command(assayBinary, ["watch", "--workspace", workspace.root], limit: 20).exit == 74)
    }
}
