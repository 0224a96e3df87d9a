import Foundation
import Glibc
import Support
import Testing

/// Exit codes, JSON, quiet, and the lock.
@Suite(.scratch) struct CommandsTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    // MARK: Exit codes

    @Test(arguments: [["frobnicate"], ["run", "--frobnicate"], ["show"], ["run", "--settle", "soon"], ["explain"]])
    func `bad usage is 64`(arguments: [String]) throws {
        let workspace = try Workspace()
        let result = try workspace.assay(arguments)
        #expect(result.exit == 64, "\(result)")
        #expect(result.stdout.isEmpty)
        #expect(!result.stderr.isEmpty)
    }

    @Test func `a clock before the last event is 64 and changes nothing`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        _ = try workspace.accept()
        let outbox = try workspace.tree("Outbox")
        workspace.advance(seconds: -1)
        try workspace.drop("later", educator: Educator("E2"))
        #expect(try workspace.assay(["run"]).exit == 64)
        #expect(workspace.exists("Inbox/later"))
        #expect(try workspace.tree("Outbox") == outbox)
    }

    @Test func `a clock before the last event is 64 for every question that goes by the time, and nothing to others`()
        throws
    {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.drop("half", educator: Educator("E2"), evidence: [.file("x.md", isThere: false)])
        let id = try workspace.accept()
        workspace.advance(seconds: -1)
        for question in [
            ["status"], ["queue"], ["explain", id], ["show", "half"], ["check", workspace.path("Inbox/half")],
        ] {
            let result = try workspace.assay(question)
            #expect(result.exit == 64 && result.stdout.isEmpty, "\(question): \(result)")
            #expect(result.stderr.contains("is earlier than the ledger's last event"), "\(question): \(result)")
        }
        for question in [["list"], ["show", id], ["verify"], ["rubric", "check"]] {
            let result = try workspace.assay(question)
            #expect(result.exit == 0, "\(question): \(result)")
        }
    }

    @Test(arguments: ["yesterday", "2026-13-01T00:00:00Z", ""])
    func `a clock that is no time is 64`(time: String) throws {
        let workspace = try Workspace()
        #expect(try command(assayBinary, ["run", "--workspace", workspace.root, "--now", time]).exit == 64)
    }

    @Test(arguments: [
        ["show", "S-0000000000000"], ["show", "nobody"], ["explain", "S-0000000000000"], ["queue", "nobody"],
        ["check", "/nowhere/at/all"],
    ])
    func `something that isn't there is 66`(arguments: [String]) throws {
        let workspace = try Workspace()
        try workspace.run()
        #expect(try workspace.assay(arguments).exit == 66)
    }

    @Test func `a file where a folder must be is 74 and loses nothing`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.remove("Outbox")
        try workspace.write("Outbox", "no folder")
        let result = try workspace.assay(["run"])
        #expect(result.exit == 74, "\(result)")
        #expect(!result.stderr.isEmpty)
        try workspace.remove("Outbox")
        try workspace.run()
        #expect(try workspace.state("bundle") == "in-review")
    }

    static let canMount: Bool = {
        (try? command("/usr/bin/unshare", ["-m", "/bin/sh", "-c", "mount -t tmpfs none /mnt"]).exit) == 0
    }()

    @Test(.enabled(if: canMount, "a disk of its own needs mount"), arguments: ["Outbox", ".assay"])
    func `a full disk is 74, and the work goes on when there is room`(folder: String) throws {
        let workspace = try Workspace()
        try workspace.run()
        let big = Data(count: 300_000)
        try workspace.drop(evidence: [.file("plan.md", big + Data("x".utf8)), .work, .reflection])
        let script = """
            mount -t tmpfs -o size=256k none /mnt && cp -a "$1/." /mnt/ && mount --move /mnt "$1" || exit 99
            shift; exec "$@"
            """
        let result = try command(
            "/usr/bin/unshare",
            [
                "-m", "/bin/sh", "-c", script, "sh", workspace.path(folder), assayBinary, "run", "--workspace",
                workspace.root, "--now", workspace.clock,
            ])
        #expect(result.exit == 74, "\(result)")
        // What has no room by itself is told with the rest; what ends the pass, by itself.
        #expect((result.stdout + result.stderr).contains("Make room"), "\(result)")
        let later = try workspace.run()
        #expect(later.json["bundles"].array.allSatisfy { $0["state"].string != "returned" })
        #expect(try workspace.state("bundle") == "in-review")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `a held workspace is 75, and reading doesn't care`() throws {
        let workspace = try Workspace()
        try workspace.drop("one")
        _ = try workspace.accept("one")
        try workspace.drop("two", educator: Educator("E2"))
        let lock = try FileHandle(forUpdating: URL(filePath: workspace.path(".assay/lock")))
        #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
        #expect(try workspace.assay(["run", "--wait", "PT0S"]).exit == 75)
        #expect(workspace.exists("Inbox/two"))
        for reading in [
            ["status"], ["list"], ["show", "one"], ["queue"], ["explain", "one"], ["verify"], ["rubric", "check"],
        ] {
            let result = try workspace.assay(reading, limit: 20)
            #expect(result.exit == 0, "\(reading): \(result)")
        }
        #expect(try workspace.assay(["check", workspace.path("Inbox/two")], limit: 20).exit == 0)
        try lock.close()
        #expect(try workspace.run().state("two") == "accepted")
    }

    @Test(arguments: [["status"], ["list"], ["queue"], ["show", "bundle"], ["explain", "bundle"]])
    func `the ledger is closed before an answer is written, which may be read for long`(question: [String]) throws {
        let workspace = try Workspace()
        try workspace.drop()
        _ = try workspace.accept()
        let trace = try Trace.of(workspace, calls: "openat,close,write", more: ["-y"], arguments: question)
        #expect(trace.result.exit == 0, "\(trace.result)")
        let thread = try #require(trace.lines.first?.prefix { $0.isNumber })
        func places(_ words: String) -> [Int] {
            trace.lines.indices.filter { trace.lines[$0].hasPrefix(thread) && trace.lines[$0].contains(words) }
        }
        let ledger = places("ledger.sqlite")
        let answer = try #require(places(" write(1<").first)
        #expect(ledger.count >= 2 && ledger.allSatisfy { $0 < answer }, "\(ledger), \(answer)")
    }

    @Test func `the ledger isn't open while check reads evidence, which may take long`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop()
        let bundle = workspace.path("Inbox/bundle")
        let trace = try Trace.of(
            workspace, calls: "openat,openat2,close", more: ["-y"], arguments: ["check", bundle])
        #expect(trace.result.exit == 0, "\(trace.result)")
        let evidence = try #require(trace.lines.firstIndex { $0.contains("student-a.pdf") })
        let before = trace.lines[..<evidence].filter { $0.contains("/ledger.sqlite>") }
        let closed = before.count { $0.contains(" close(") }
        #expect(closed > 0 && before.count == 2 * closed, "\(before)")
    }

    @Test(arguments: [["status"], ["list"], ["queue"], ["rubric", "check"], ["check"]])
    func `a reading command lays out nothing`(arguments: [String]) throws {
        let workspace = try Workspace()
        try workspace.drop()
        let before = try workspace.tree("")
        let more = arguments == ["check"] ? [workspace.path("Inbox/bundle")] : []
        #expect(try workspace.assay(arguments + more).exit == 0)
        #expect(try workspace.tree("") == before)
    }

    // MARK: check

    @Test func `check says what run would, without dropping`() throws {
        let workspace = try Workspace()
        try workspace.drop("good", in: "elsewhere")
        try workspace.drop("bad", evidence: [.plan, .reflection], in: "elsewhere")
        let good = try workspace.ask("check", workspace.path("elsewhere/good"))
        #expect(good["acceptable"].bool == true)
        let bad = try workspace.ask("check", workspace.path("elsewhere/bad"), exit: 1)
        #expect(bad["acceptable"].bool == false)
        try workspace.shell("cp -r elsewhere/bad Inbox/bad")
        #expect(try workspace.run().bundle("bad")["findings"] == bad["findings"])
        #expect(workspace.exists("elsewhere/bad/manifest.xml"))
    }

    @Test func `check finds a bundle that isn't complete`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [.file("gone.md", isThere: false), .work, .reflection], in: "elsewhere")
        let result = try workspace.ask("check", workspace.path("elsewhere/bundle"), exit: 1)
        #expect(result["findings"].array.map(Finding.init).contains { $0.code == "evidence.missing" && $0.line == 5 })
    }

    // MARK: JSON

    @Test func `run's JSON has every count`() throws {
        let workspace = try Workspace()
        let json = try workspace.run().json
        for key in [
            "accepted", "returned", "waiting", "duplicates", "assigned", "unroutable", "reviews", "problems", "decided",
        ] { #expect(json[key].int == 0, "\(key)") }
        #expect(json["bundles"].isArray)
    }

    @Test func `a finding has all that mends it`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [.plan, .reflection])
        for finding in try workspace.run().bundle("bundle")["findings"].array {
            #expect(finding["code"].string?.contains(/^[a-z]+(\.[a-z-]+)+$/) == true, "\(finding)")
            #expect(["error", "warning"].contains(finding["severity"].string))
            #expect(finding["message"].string?.isEmpty == false)
            #expect(finding["remedy"].string?.isEmpty == false)
        }
    }

    @Test func `each command's JSON is one document of its shape`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.drop(
            "half", educator: Educator("E2"), evidence: [.file("x.md", isThere: false), .work, .reflection])
        try workspace.run()

        let list = try workspace.ask("list")[0]
        #expect(list["submission"].string == submission)
        #expect(list["bundle"].string == "bundle")
        #expect(list["state"].string == "in-review")
        #expect(list["rubric"].string?.contains("checking") == true)
        #expect(list.keys.contains("outcome"))

        let status = try workspace.ask("status")
        #expect(status["submissions"]["in-review"].int == 1)
        #expect(status["inbox"].first("name", "half")["state"].string == "waiting")
        let reviewer = status["reviewers"].first("id", "r-one")
        #expect((reviewer["open"].int, reviewer["taken"].int, reviewer["capacity"].int) == (1, 0, 12))
        #expect(status["problems"].isArray)

        let show = try workspace.show(submission)
        #expect(show["submission"].string == submission)
        #expect(show["bundle"].string == "bundle")
        #expect(show["attempt"].int == 1)
        #expect(show["rubric"]["id"].string == "checking")
        #expect(show["rubric"]["version"].string == "1.0")
        #expect(show["rubric"]["sha256"].string?.count == 64)
        #expect(show["educator"]["id"].string == "E1042")
        #expect(show["evidence"].array.map { $0["kind"].string } == ["lesson-plan", "student-work", "reflection"])
        #expect(show["evidence"][1]["bytes"].int == pdf("Student A").count)
        #expect(show["evidence"][0]["path"].string == "plans/exit-ticket.md")
        #expect(show["outcome"].isNull)
        let assignment = show["assignments"][0]
        #expect(assignment["assigned"].string == "2026-11-02T15:00:00Z")
        #expect(assignment["due"].string == "2026-11-17T05:59:59Z")
        #expect(!show["history"].array.isEmpty)
        #expect(show["history"].array.allSatisfy { $0["at"].string != nil && $0["event"].string != nil })
    }

    // MARK: Voice

    @Test func `quiet says nothing while nothing needs a person`() throws {
        let workspace = try Workspace()
        try workspace.drop("good")
        try workspace.drop("bad", educator: Educator("E2"), evidence: [.plan, .reflection])
        try workspace.drop(
            "half", educator: Educator("E3"), evidence: [.file("x.md", isThere: false), .work, .reflection])
        let result = try workspace.assay(["run", "--quiet"])
        #expect(result.exit == 0)
        #expect(result.stdout.isEmpty && result.stderr.isEmpty, "\(result)")
    }

    @Test func `quiet speaks of a new problem, and then once a day`() throws {
        let workspace = try Workspace(people: [])
        try workspace.drop()
        func said() throws -> Bool {
            let result = try workspace.assay(["run", "--quiet"])
            #expect(result.exit == 0)
            return !(result.stdout + result.stderr).isEmpty
        }
        #expect(try said())
        workspace.advance(seconds: 300)
        #expect(try !said())
        workspace.advance(days: 1)
        #expect(try said())
        workspace.advance(seconds: 300)
        #expect(try !said())
    }

    @Test func `a pass with nothing to do changes nothing`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        let before = try workspace.tree("Outbox")
        let history = try workspace.show(submission)
        workspace.advance(seconds: 300)
        let pass = try workspace.run()
        #expect(pass["accepted"] == 0)
        #expect(pass["assigned"] == 0)
        #expect(try workspace.tree("Outbox") == before)
        #expect(try workspace.show(submission) == history)
        #expect(workspace.names(in: ".assay/tmp").isEmpty)
    }

    @Test func `every command has its help`() throws {
        let help = try command(assayBinary, ["--help"])
        #expect(help.exit == 0)
        for name in [
            "init", "run", "check", "rubric", "status", "list", "show", "queue", "explain", "verify", "publish",
        ] {
            #expect(help.stdout.contains(name))
            #expect(try command(assayBinary, [name, "--help"]).exit == 0)
        }
    }
}
