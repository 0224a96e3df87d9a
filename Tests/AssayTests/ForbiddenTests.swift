import Foundation
import Glibc
import Support
import Testing

/// What the account that runs the program may not read or write.
@Suite(.scratch) struct ForbiddenTests {
    /// The account: for root, to whom nothing is forbidden, another one's.
    private let other = 65_534

    /// A pass under that account; everything is its own but `forbidden`, from which it is locked out by `mode`.
    private func run(
        _ workspace: Workspace, forbidden: [String] = [], mode: String = "000", exit: Int32 = 0
    ) throws -> Pass {
        var line = [assayBinary, "run", "--json", "--workspace", workspace.root, "--now", workspace.clock]
        if geteuid() == 0 {
            try workspace.shell("chown -R \(other):\(other) .")
            line = ["/usr/bin/setpriv", "--reuid", "\(other)", "--regid", "\(other)", "--clear-groups"] + line
        }
        for path in forbidden { try workspace.shell("chmod \(mode) '\(path)'") }
        let result = try command(line[0], Array(line.dropFirst()))
        #expect(result.exit == exit, "\(result)")
        for path in forbidden where workspace.exists(path) { try workspace.shell("chmod 755 '\(path)'") }
        return Pass(json: try result.json)
    }

    @Test(arguments: [
        ("Inbox/bundle", "000"), ("Inbox/bundle/work", "000"), ("Inbox/bundle/plans/exit-ticket.md", "000"),
        ("Inbox/bundle/manifest.xml", "000"), ("Inbox/bundle", "555"),
    ])
    func `case 12: what can't be read or moved is reported, the line goes on, and mended it is taken`(
        path: String, mode: String
    ) throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.drop("neighbor", educator: Educator("E2"))
        let pass = try run(workspace, forbidden: [path], mode: mode)
        #expect(pass.state("neighbor") == "accepted", "\(pass.json)")
        #expect(pass["waiting"] == 1, "\(pass.json)")
        #expect(try workspace.inbox("bundle")["reason"].string?.isEmpty == false)
        #expect(workspace.exists("Inbox/bundle/manifest.xml"))
        workspace.advance(seconds: 60)
        let mended = try run(workspace)
        #expect(mended.state("bundle") == "accepted", "\(mended.json)")
    }

    @Test(.enabled(if: geteuid() == 0))
    func `evidence that is another account's is copied where it was to be linked`() throws {
        let workspace = try Workspace(program: programXML(evidence: "link"))
        try workspace.shell("chown -R \(other):\(other) .")
        try workspace.drop()
        // As a member of staff drops it: the group may write, and the file stays hers.
        try workspace.shell("chown -R 0:\(other) Inbox/bundle && chmod -R g+rwX Inbox/bundle")
        let line = ["--reuid", "\(other)", "--regid", "\(other)", "--clear-groups", assayBinary, "run"]
        let result = try command(
            "/usr/bin/setpriv", line + ["--json", "--workspace", workspace.root, "--now", workspace.clock])
        #expect(result.exit == 0, "\(result)")
        #expect(try workspace.files(named: "e1-lesson-plan.md", in: "Outbox/Queues").count == 1, "\(result)")
    }

    @Test(arguments: ["getdents64", "newfstatat", "statx"])
    func `case 12: a folder that its disk doesn't give holds nobody else up`(call: String) throws {
        let workspace = try Workspace()
        try workspace.drop("bad")
        try workspace.drop("neighbor", educator: Educator("E2"))
        let broken = ["-P", workspace.path("Inbox/bad"), "-e", "inject=\(call):error=EIO"]
        let trace = try Trace.of(workspace, calls: call, more: broken)
        #expect(trace.result.exit == 0, "\(trace.result)")
        #expect(try workspace.ask("list").array.map(\.["bundle"].string).contains("neighbor"))
        if call != "getdents64" { return }
        #expect(try workspace.inbox("bad")["reason"].string?.contains("Input/output error") == true)
        #expect(try workspace.run().state("bad") == "accepted")
    }

    @Test func `who opens a file for writing while it is looked at doesn't end the pass`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        // Looks are slowed down, so that the other's opening falls between a lease and its end.
        let file = workspace.path("Inbox/bundle/plans/exit-ticket.md")
        let words = try workspace.shell(
            """
            mkfifo begun
            python3 - '\(file)' <<'END' &
            import os, sys, time
            met = False
            open("begun", "w").close()
            # A lease is given only while nobody has the file open: it is most of the time.
            while not met and not os.path.exists("over"):
                try: os.close(os.open(sys.argv[1], os.O_WRONLY | os.O_NONBLOCK))
                except BlockingIOError: met = True
                except FileNotFoundError: break
                time.sleep(0.005)
            print("met a lease" if met else "met none")
            END
            cat begun
            strace -f -qq -o /dev/null -P '\(file)' -e trace=fcntl -e inject=fcntl:delay_exit=100000 \
                '\(assayBinary)' run --quiet --workspace . --now \(workspace.clock) || echo "ended with $?"
            touch over
            wait
            """)
        #expect(words.contains("met a lease") && !words.contains("ended with"), "\(words)")
    }

    @Test(arguments: ["school", "link"])
    func `case 12: what must go back and can't be read waits, and mended it goes back`(fault: String) throws {
        let workspace = try Workspace()
        try workspace.drop("bad", educator: Educator("E9", school: fault == "school" ? "nowhere" : "lincoln-es"))
        if fault == "link" { try workspace.shell("ln -s manifest.xml Inbox/bad/link") }
        try workspace.drop("neighbor", educator: Educator("E2"))
        let pass = try run(workspace, forbidden: ["Inbox/bad/plans/exit-ticket.md"])
        #expect(pass.state("neighbor") == "accepted", "\(pass.json)")
        #expect(pass.state("bad") == "waiting", "\(pass.json)")
        let reason = try workspace.inbox("bad")["reason"].string ?? ""
        #expect(reason.contains("may not read it") && reason.contains("exit-ticket.md"), "\(reason)")
        workspace.advance(seconds: 60)
        #expect(try run(workspace).state("bad") == "returned")
    }

    @Test func `a folder of Rubrics that can't be read is an error, and bundles wait for what may be in it`() throws {
        let workspace = try Workspace(rubrics: [])
        try workspace.write("Rubrics/more/deeper/checking.xml", rubricXML())
        try workspace.drop()
        let pass = try run(workspace, forbidden: ["Rubrics/more"], exit: 65)
        #expect(pass.state("bundle") == "waiting", "\(pass.json)")
        workspace.advance(seconds: 60)
        #expect(try run(workspace).state("bundle") == "accepted")
    }

    @Test func `case 12: a queue that can't be written is reported, the line goes on, and mended it is filled`() throws
    {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        #expect(try run(workspace).state("bundle") == "accepted")
        try workspace.drop("second", educator: Educator("E2"))
        let pass = try run(workspace, forbidden: ["Outbox/Queues/r-one"], mode: "555")
        #expect(pass.state("second") == "accepted", "\(pass.json)")
        #expect((pass["problems"] ?? 0) > 0)
        #expect(try !workspace.ask("status")["problems"].array.isEmpty)
        workspace.advance(seconds: 60)
        #expect(try run(workspace)["problems"] == 0)
        #expect(workspace.names(in: "Outbox/Queues/r-one").filter { $0.hasPrefix("S-") }.count == 2)
    }

    @Test
    func `case 21: where problems.txt can't be written the ledger holds it, status shows it, and it is tried again`()
        throws
    {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        let submission = try #require(try run(workspace).bundle("bundle")["submission"].string)
        try workspace.fill(submission, levels: ["1.1": "splendid", "1.2": "demonstrated"])
        let folder = workspace.folder(submission, of: "r-one")
        let problems = workspace.problems(submission, of: "r-one")
        for _ in 1...2 {
            let pass = try run(workspace, forbidden: [folder], mode: "555")
            #expect(pass["problems"] == 1)
            #expect(!workspace.exists(problems))
            let standing = try workspace.ask("status")["problems"].array
            #expect(standing.count == 1 && standing[0].description.contains("splendid"), "\(standing)")
            workspace.advance(seconds: 60)
        }
        #expect(try run(workspace)["problems"] == 1)
        #expect(try workspace.text(problems).contains("splendid"))
        try workspace.fill(submission, levels: ["1.1": "demonstrated"])
        workspace.advance(seconds: 60)
        #expect(try run(workspace)["decided"] == 1)
        #expect(try workspace.state(submission) == "earned")
    }

    @Test func `a decision file that could not be read once is read by the next pass though nothing changed`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        let reader = try workspace.onlyReader(of: submission)
        let file = workspace.root + "/" + workspace.decision(submission, of: reader)
        let trace = try Trace.of(
            workspace, calls: "pread64", more: ["-P", file, "-e", "inject=pread64:error=EIO"],
            arguments: ["run", "--settle", "PT0S"])
        #expect(trace.lines.contains { $0.contains("INJECTED") })
        #expect(trace.result.exit == 0, "\(trace.result)")
        let problem = try workspace.ask("status")["problems"][0]["findings"][0]
        #expect(problem["code"].string == "decision.unreadable", "\(problem)")
        #expect(try workspace.run(["--settle", "PT0S"])["decided"] == 1)
        #expect(try workspace.ask("status")["problems"].array.isEmpty)
    }

    @Test func `an unpacked folder that can't be listed is the disk's fault, not files that weren't sent`() throws {
        let workspace = try Workspace()
        try workspace.drop("packed", in: "packing")
        try workspace.shell("tar -czf \(workspace.path("Inbox/bundle.tar.gz")) *", in: "packing/packed")
        let trace = try Trace.of(
            workspace, calls: "openat",
            more: [
                "-P", workspace.path(".assay/vault/unpacked/bundle.tar.gz/work"), "-e", "inject=openat:error=EACCES",
            ])
        #expect(trace.lines.contains { $0.contains("INJECTED") })
        #expect(trace.result.exit == 74 && trace.result.stderr.contains("Give the account"), "\(trace.result)")
        #expect(try workspace.run().state("bundle.tar.gz") == "accepted")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/etc/machine-id")))
    func `a machine that can't read its own id says so, and isn't taken for another`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let trace = try Trace.of(
            workspace, calls: "openat2", more: ["-P", "/etc", "-e", "inject=openat2:error=EACCES"])
        #expect(trace.lines.contains { $0.contains("INJECTED") })
        #expect(trace.result.exit == 74 && trace.result.stderr.contains("/etc/machine-id"), "\(trace.result)")
        #expect(try workspace.assay(["run"]).exit == 0)
    }
}
