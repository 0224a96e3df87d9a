import Foundation
import Glibc
import Support
import Testing

/// What the person hears who runs the program by cron.
@Suite(.scratch) struct AdministratorTests {
    /// A quiet pass under an account that owns all but `foreign`; what it printed.
    private func quietly(_ workspace: Workspace, foreign: [String]) throws -> String {
        try workspace.shell("chown -R 65534:65534 .")
        for path in foreign { try workspace.shell("chown -R root:root '\(path)'; chmod -R u=rwX,go=rX '\(path)'") }
        let line = ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", assayBinary]
        let result = try command(
            line[0], line.dropFirst() + ["run", "--quiet", "--workspace", workspace.root, "--now", workspace.clock])
        #expect(result.exit == 0, "\(result)")
        return result.stdout
    }

    @Test(.enabled(if: geteuid() == 0, "needs files of another account"))
    func `a bundle that can't be moved and a page that can't be written are told once a day`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop("foreign")
        try workspace.remove("Outbox/index.html")
        // A folder of somebody's in the page's place.
        try workspace.makeFolder("Outbox/index.html/theirs")
        let first = try quietly(workspace, foreign: ["Inbox/foreign"])
        #expect(first.contains("Inbox/foreign can't be taken: the account that runs assay may not move it"), "\(first)")
        #expect(first.contains("Outbox/index.html can't be written."), "\(first)")
        #expect(!first.contains(".assay-new"), "\(first)")
        workspace.advance(seconds: 600)
        #expect(try quietly(workspace, foreign: ["Inbox/foreign"]) == "")
        workspace.advance(days: 1)
        #expect(try quietly(workspace, foreign: ["Inbox/foreign"]) == first)
    }

    @Test(arguments: [
        (
            "mv Outbox gone; rm -r .assay/keys; echo x >Inbox/letter.txt",
            ["Outbox was gone or empty", "Records are signed with another key", "Inbox/letter.txt isn't taken"]
        ),
        (
            "rm Outbox/index.html; mkdir -p Outbox/index.html/theirs; echo x >Inbox/letter.txt",
            ["Outbox/index.html can't be written", "Inbox/letter.txt isn't taken"]
        ),
    ])
    func `what a pass can't say, dying or onto a full disk, the next one says`(line: String, words: [String])
        throws
    {
        let workspace = try Workspace()
        try workspace.drop()
        _ = try workspace.accept()
        try workspace.shell(line)
        let pass = "'\(assayBinary)' run --quiet --workspace . --now \(workspace.clock)"
        let killed = "strace -f -qq -o /dev/null -P \"$PWD/said\" -e trace=write -e inject=write:signal=KILL"
        try workspace.shell("touch said; r=0; \(killed) \(pass) >said || r=$?; test $r -eq 137; test ! -s said")
        try workspace.shell("r=0; \(pass) >/dev/full 2>/dev/null || r=$?; test $r -eq 74")
        let told = try workspace.assay(["run", "--quiet"])
        for one in words { #expect(told.stdout.contains(one), "\(told)") }
        #expect(try workspace.assay(["run", "--quiet"]).stdout.isEmpty)
    }

    @Test(
        .enabled(if: geteuid() == 0, "needs files of another account"), arguments: ["", "/manifest.xml", "/work/a.pdf"])
    func `a bundle that the account may not read is told once a day, and stands on the page`(path: String) throws {
        let workspace = try Workspace()
        try workspace.drop("locked", unlisted: ["work/a.pdf": Data("x".utf8)])
        let (first, page) = try quietly(workspace, locked: "Inbox/locked" + path)
        #expect(first.contains("Inbox/locked can't be taken: the account that runs assay may not read it"), "\(first)")
        #expect(page.contains("may not read it"), "\(page)")
        workspace.advance(seconds: 600)
        #expect(try quietly(workspace, locked: "Inbox/locked" + path).said == "")
    }

    /// The same with one path that the program's account may not read; also what needs somebody by the page.
    private func quietly(_ workspace: Workspace, locked: String) throws -> (said: String, page: String) {
        try workspace.shell("chown -R 65534:65534 .; chown root:root '\(locked)'; chmod go= '\(locked)'")
        let result = try command(
            "/usr/bin/setpriv",
            ["--reuid", "65534", "--regid", "65534", "--clear-groups", assayBinary, "run", "--quiet"]
                + ["--workspace", workspace.root, "--now", workspace.clock])
        #expect(result.exit == 0, "\(result)")
        let page = try workspace.text("Outbox/index.html").replacing("&#39;", with: "'")
        let start = try #require(page.firstRange(of: "id=\"needs\""))
        let end = try #require(page[start.upperBound...].firstRange(of: "</section>"))
        return (result.stdout, String(page[start.upperBound..<end.lowerBound]))
    }

    @Test func `list tells when each was accepted and decided, and what is old enough to go`() throws {
        let workspace = try Workspace()
        try workspace.drop("old")
        let old = try workspace.accept("old")
        workspace.advance(days: 1)
        try workspace.fill(old, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.drop("new", educator: Educator("E2"))
        let new = try workspace.accept("new")
        let lines = try workspace.ask("list")
        #expect(lines[0]["accepted"].string == "2026-11-02T15:00:00Z")
        #expect(lines[0]["decided"].string == "2026-11-03T15:00:00Z")
        #expect(lines[1]["accepted"].string == "2026-11-03T15:00:00Z")
        #expect(lines[1]["decided"].isMissing)
        #expect(try workspace.assay(["list"]).stdout.contains("earned     2026-11-02  2026-11-03  "))
        #expect(try workspace.ask("list", "--before", "2026-11-03").array.isEmpty)
        let all = try workspace.ask("list", "--before", "2026-11-04").array.compactMap { $0["submission"].string }
        #expect(Set(all) == [old, new])
        let wrong = try workspace.assay(["list", "--before", "last year"])
        #expect(wrong.exit == 64 && wrong.stderr.contains("2026-11-02"))
    }

    @Test func `a missing Inbox beside a ledger is an unmounted share, and no reason to lay out anew`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.remove("Inbox")
        for line in [["run"], ["status"]] {
            let result = try workspace.assay(line)
            #expect(result.exit == 74)
            #expect(result.stderr.contains("There is no folder 'Inbox'"))
            #expect(result.stderr.contains("Is the share mounted?"))
            #expect(!result.stderr.contains("init"))
        }
    }

    @Test(arguments: ["Rubrics", "Inbox"])
    func `without the district's folders what the ledger knows is told, and said to be only that`(folder: String) throws
    {
        let workspace = try Workspace()
        try workspace.drop()
        let id = try workspace.accept()
        try workspace.move(folder, to: "away")
        for line in [["list"], ["show", id], ["queue"], ["explain", id], ["status"]] {
            let result = try workspace.assay(line + ["--json"])
            #expect(result.exit == (line == ["status"] ? 74 : 0), "\(result)")
            #expect(result.stdout.contains(line == ["status"] ? "\"in-review\" : 1" : id), "\(result)")
            #expect(result.stderr.contains("There is no folder '\(folder)'"), "\(result)")
            #expect(result.stderr.contains("What is said here comes from the ledger."), "\(result)")
        }
        try workspace.move("away", to: folder)
        #expect(try workspace.assay(["list"]).stderr.isEmpty)
    }

    @Test func `withdraw and erase name the submission of a bundle's name`() throws {
        let workspace = try Workspace()
        try workspace.drop("okoro-feedback")
        let id = try workspace.accept("okoro-feedback")
        for verb in ["withdraw", "erase"] {
            let result = try workspace.assay([verb, "okoro-feedback", "--reason", "x"])
            #expect(result.exit == 66)
            #expect(result.stderr.contains("Did you mean \(id), its latest drop?"), "\(result)")
        }
    }

    @Test func `explain says the state of a bundle that is no submission, and export names a bundle's submission`()
        throws
    {
        let workspace = try Workspace()
        try workspace.drop("good")
        try workspace.drop("stranger", educator: Educator("E2", school: "nowhere"))
        try workspace.drop("alpha", educator: Educator("E3"), manifest: "<submission")
        let id = try workspace.accept("good")
        for (name, state) in [("alpha", "waiting"), ("stranger", "returned")] {
            let result = try workspace.assay(["explain", name])
            #expect(result.exit == 66)
            #expect(result.stderr.contains("'\(name)' is \(state)"), "\(result)")
            #expect(result.stderr.contains("assay show '\(name)'"), "\(result)")
        }
        let export = try workspace.assay(["export", "good", "--bag", workspace.root + "-bag"])
        #expect(export.exit == 66 && export.stderr.contains("Did you mean \(id), its latest drop?"), "\(export)")
    }

    @Test(.enabled(if: geteuid() == 0, "needs files of another account"))
    func `a result that can't be laid names the folder that lacks the right, and promises no page beside it`() throws {
        let workspace = try Workspace()
        try workspace.makeFolder("Outbox/Returned")
        try workspace.run()
        try workspace.drop("stranger", educator: Educator("E2", school: "nowhere"))
        _ = try quietly(workspace, foreign: ["Outbox/Returned"])
        let said = try workspace.assay(["status"]).stdout
        #expect(said.contains("[publish.failed]") && said.contains("Can't write to '"), "\(said)")
        #expect(said.contains("Outbox/Returned'"), "\(said)")
        #expect(!said.contains(".assay-tmp") && !said.contains("problems.txt"), "\(said)")
    }

    @Test(
        .enabled(if: geteuid() == 0, "needs another account"), arguments: [["status"], ["list"], ["rubric", "check"]])
    func `an account that may not read the ledger hears that, and isn't led to begin anew`(line: [String]) throws {
        let workspace = try Workspace()
        try workspace.run()
        let other = ["--reuid", "65534", "--regid", "65534", "--clear-groups", assayBinary]
        let result = try command("/usr/bin/setpriv", other + line + ["--workspace", workspace.root])
        #expect(result.exit == 74)
        #expect(result.stderr.contains("This account may not read '\(workspace.root)/.assay'"), "\(result)")
        #expect(!result.stderr.contains("move"), "\(result)")
    }

    @Test(arguments: [["verify"], ["verify", "--quiet"], ["check", "."], ["rubric", "check"], ["new", "x", "y"]])
    func `a folder that isn't a workspace is told to be none`(line: [String]) throws {
        let workspace = try Workspace()
        try workspace.makeFolder("elsewhere")
        let result = try command(assayBinary, line, in: workspace.path("elsewhere"))
        #expect(result.exit == 74)
        #expect(result.stdout.isEmpty && result.stderr.contains("so it isn't a workspace"), "\(result)")
    }

    @Test func `a bundle that isn't there is told before anything else is judged`() throws {
        let workspace = try Workspace()
        try workspace.remove("Rubrics/program.xml")
        let result = try workspace.assay(["check", workspace.path("Inbox/nothing")])
        #expect(result.exit == 66 && result.stderr.contains("There is no bundle"), "\(result)")
    }

    @Test(arguments: ["007", "002"])
    func `under a umask for groups a reviewer's folder is nobody else's until it is given to her`(mask: String) throws {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop()
        // What lies there is the administrator's; what is missing is laid again.
        for (mask, made, mode) in [(mask, "", "700"), (mask, "mkdir -m 2750", "2750"), ("027", "", "750")] {
            try workspace.shell("rm -rf Outbox/Queues/r-one; mkdir -p Outbox/Queues")
            if !made.isEmpty { try workspace.shell("\(made) Outbox/Queues/r-one") }
            try workspace.shell("umask \(mask); '\(assayBinary)' run --quiet --now \(workspace.clock)")
            #expect(try workspace.shell("stat -c %a Outbox/Queues/r-one") == mode + "\n")
            #expect(workspace.names(in: "Outbox/Queues/r-one").contains { $0.hasPrefix("S-") })
        }
    }

    @Test func `a pass that waits in vain names the process that holds the workspace`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let lock = try FileHandle(forUpdating: URL(filePath: workspace.path(".assay/lock")))
        #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
        let result = try workspace.assay(["run", "--wait", "PT0S"])
        #expect(result.exit == 75)
        #expect(result.stderr.contains("Another pass (process \(getpid())) has held this workspace"), "\(result)")
        try lock.close()
    }

    @Test func `a damaged ledger leads to recover`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.write(".assay/ledger.sqlite", String(repeating: "no ledger ", count: 2000))
        try workspace.shell("rm -f .assay/ledger.sqlite-*")
        let result = try workspace.assay(["run"])
        #expect(result.exit == 74)
        #expect(result.stderr.contains("run 'assay recover'"), "\(result)")
    }

    @Test func `a machine's clock that is before the ledger's last event is told, by that clock once a day`() throws {
        let workspace = try Workspace()
        workspace.now = Date() + 400 * 86_400
        try workspace.drop()
        _ = try workspace.accept()
        func plainly(_ arguments: String...) throws -> String {
            let result = try command(assayBinary, arguments + ["--workspace", workspace.root])
            #expect(result.exit == 0, "\(result)")
            return result.stdout
        }
        let told = try plainly("run", "--quiet")
        #expect(told.contains("the program's time stands still") && told.contains(workspace.clock), "\(told)")
        #expect(try plainly("run", "--quiet").isEmpty)
        #expect(try plainly("status").contains("This machine's clock"))
        #expect(try JSON(plainly("status", "--json"))["clock"].string?.contains(workspace.clock) == true)
        // Whoever hands in the time knows.
        #expect(try workspace.ask("status")["clock"].string == nil)
        #expect(try workspace.run().json["notices"].array.isEmpty)
    }

    @Test func `status gathers many places with one reason, and leaves READMEs out`() throws {
        let workspace = try Workspace(people: [])
        for number in 1...7 { try workspace.drop("b\(number)", educator: Educator("E\(number)")) }
        try workspace.write("Inbox/README.txt", "Drop here.")
        try workspace.write("Inbox/letter.txt", "Dear all")
        try workspace.run()
        let said = try workspace.assay(["status"]).stdout
        #expect(said.contains("7 submissions wait for a reviewer: "), "\(said)")
        #expect(!said.contains("README"))
        #expect(said.contains("letter.txt"))
        #expect(try workspace.inbox("README.txt")["state"].string == "ignored")
    }
}
