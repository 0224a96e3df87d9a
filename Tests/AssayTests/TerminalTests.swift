import Foundation
import Support
import Testing

@Suite(.scratch) struct TerminalTests {
    /// The program where each opening of a file takes a tenth of a second.
    private let slowly = """
        strace -f -qq -o /dev/null -e trace=openat2 -e inject=openat2:delay_enter=100000 "$ASSAY_TEST_BINARY"
        """

    private func now(_ workspace: Workspace) -> String { "--settle PT0S --now \(workspace.clock)" }

    // MARK: Progress

    @Test func `long work says on a terminal how far it has come, and nothing of it in a pipe`() throws {
        let workspace = try Workspace()
        for name in ["one", "two"] { try workspace.drop(name, educator: Educator(name)) }
        let run = try workspace.typed("\(slowly) run \(now(workspace)) > said.txt")
        #expect(run.contains(/\r[12] of 2 bundles read\u{1B}\[K/), "\(run)")
        #expect(run.hasSuffix("\r\u{1B}[K"), "the line is gone at the end: \(run)")
        #expect(!(try workspace.text("said.txt")).contains("bundles read"))
        let verify = try workspace.typed("\(slowly) verify --now \(workspace.clock)")
        #expect(verify.contains(/\r\d+ files? of the vault checked\u{1B}\[K/), "\(verify)")
        #expect(verify.contains("all is as it was written"))
        for quiet in ["--quiet", "--json", "2>/dev/null"] {
            #expect(!(try workspace.typed("\(slowly) verify \(quiet)")).contains("vault checked"), "\(quiet)")
        }
        #expect(!(try workspace.typed("\(slowly) verify", environment: ["TERM": "dumb"])).contains("vault checked"))
        #expect(try workspace.assay(["verify"]).stderr.isEmpty)
    }

    @Test func `a wait for the second look is told on a terminal`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let said = try workspace.typed("assay run --settle PT1S --now \(workspace.clock)")
        #expect(
            said.contains(
                "\rLooking again in 1 second, to be sure that nothing is still being copied\u{1B}[K\r\u{1B}[K"))
        #expect(said.contains("1 accepted"))
        try workspace.drop("other", educator: Educator("E2"))
        let piped = try workspace.assay(["run", "--settle", "PT1S"])
        #expect(piped.exit == 0 && piped.stderr.isEmpty, "\(piped)")
        #expect(!piped.stdout.contains("\u{1B}"))
    }

    @Test func `work that is done quickly shows no progress`() throws {
        let workspace = try Workspace()
        let said = try workspace.typed("assay run \(now(workspace))")
        #expect(said == "Nothing to do.\n")
    }

    // MARK: Outputs

    @Test func `words that standard output has no room for are missed, and that is said with 74`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        for question in ["run \(now(workspace))", "list", "list --json", "status", "findings", "rubric check"] {
            let said = try workspace.shell(
                "'\(assayBinary)' \(question) --workspace . 2>&1 >/dev/full || echo \"ended with $?\"")
            #expect(said.hasPrefix("assay: What belongs on standard output is cut short (No space left"), "\(said)")
            #expect(said.hasSuffix("\nended with 74\n"), "\(said)")
        }
        #expect(try workspace.assay(["list"]).stdout.contains("bundle"), "the pass itself was done")
        // One that doesn't read on isn't a fault.
        #expect(try workspace.shell("'\(assayBinary)' findings --workspace . 2>&1 | true").isEmpty)
    }

    @Test func `outputs that were given closed are nothing, and no file takes their numbers`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.shell(
            """
            strace -f -y -qq -e trace=write,writev -o calls sh -c 'exec "$0" "$@" <&- >&- 2>&-' \
                "\(assayBinary)" run --workspace . \(now(workspace))
            """)
        let calls = try workspace.text("calls").split(separator: "\n").filter { $0.contains(/write(v)?\([012]</) }
        let ours = calls.filter { !$0.contains("socket:") }
        #expect(!ours.isEmpty && ours.allSatisfy { $0.contains("</dev/null>") }, "\(calls)")
        #expect(try workspace.assay(["list"]).stdout.contains("bundle"))
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    // MARK: Colors

    @Test func `colors are for terminals, and not where NO_COLOR is set`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        _ = try workspace.accept()
        let colorful = try workspace.typed("assay status")
        #expect(colorful.contains("\u{1B}[1mSubmissions\u{1B}[0m"))
        for environment in [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""]] {
            let plain = try workspace.typed("assay status", environment: environment)
            #expect(plain.contains("\nSubmissions\n") || plain.hasPrefix("Submissions\n"), "\(plain)")
            #expect(!plain.contains("\u{1B}"), "\(environment): \(plain)")
        }
        // Nothing is said by color alone.
        let piped = try workspace.assay(["status"]).stdout
        #expect(!piped.contains("\u{1B}"))
        #expect(colorful.replacing(/\u{1B}\[\d+m/, with: "") == piped)
    }

    // MARK: Layout

    @Test func `status tells first what needs a person, and what to do`() throws {
        let workspace = try Workspace(people: [])
        try workspace.drop()
        _ = try workspace.accept()
        try workspace.drop(
            "half", educator: Educator("E2"), evidence: [.file("x.md", isThere: false), .work, .reflection])
        try workspace.run()
        let said = try workspace.assay(["status"]).stdout
        let places = ["Without a reviewer", "In Inbox", "Submissions", "What to do next"].compactMap {
            said.range(of: $0)?.lowerBound
        }
        #expect(places.count == 4 && places == places.sorted(), "\(said)")
        #expect(said.contains("assay explain S-"))
        #expect(said.contains("  1  unroutable\n"))
    }

    @Test(arguments: [80, 120]) func `no line is longer than the terminal`(columns: Int) throws {
        let workspace = try Workspace()
        try workspace.drop()
        _ = try workspace.accept()
        try workspace.makeFolder("Inbox/" + String(repeating: "long-", count: 50))
        try workspace.makeFolder("Inbox/授業計画のまとめ" + String(repeating: "案", count: 40))
        try workspace.write("Inbox/\u{1B}[31mred\u{202E}.txt", "no bundle")
        try workspace.run()
        for line in ["status", "list", "queue", "explain bundle", "show bundle"] {
            let said = try workspace.typed("assay \(line)", columns: columns, environment: ["NO_COLOR": "1"])
            for text in said.split(separator: "\n") {
                let wide = text.unicodeScalars.count { $0.value >= 0x2E80 }
                #expect(text.unicodeScalars.count + wide <= columns, "\(line): \(text)")
            }
            #expect(!said.contains("\u{1B}") && !said.contains("\u{202E}"))
        }
    }

    @Test func `a long list is cut on a terminal alone`() throws {
        let workspace = try Workspace()
        for number in 1...30 { try workspace.makeFolder("Inbox/bundle-\(number)") }
        let said = try workspace.typed("assay status", environment: ["NO_COLOR": "1"])
        #expect(said.contains("… and 10 more; 'assay status | less' shows all"))
        let whole = try workspace.assay(["status"]).stdout
        #expect((1...30).allSatisfy { whole.contains("  bundle-\($0) ") })
    }

    @Test func `the queue says what is late`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        #expect(try workspace.assay(["queue"]).stdout.contains("due   2026-11-16") == false)
        #expect(try workspace.assay(["queue"]).stdout.contains("due  2026-11-16  open  \(submission)/decision.xml"))
        workspace.advance(days: 30)
        #expect(try workspace.assay(["queue"]).stdout.contains("late  2026-11-16  open  \(submission)/decision.xml"))
        #expect(try workspace.ask("queue")[0]["late"].bool == true)
    }

    // MARK: Mail

    @Test func `many submissions without a reviewer are one sentence of a mail`() throws {
        let workspace = try Workspace(people: [])
        for number in 1...7 { try workspace.drop("bundle-\(number)", educator: Educator("E\(number)")) }
        let mail = try workspace.assay(["run", "--quiet", "--settle", "PT0S"])
        #expect(mail.exit == 0)
        #expect(mail.stdout.contains("7 submissions wait for a reviewer"))
        #expect(mail.stdout.split(separator: "\n").count == 1, "\(mail)")
    }

    @Test func `many loose files in Inbox are one sentence of a mail`() throws {
        let workspace = try Workspace()
        for number in 1...7 { try workspace.write("Inbox/photo-\(number).jpg", "x") }
        try workspace.write("Inbox/work.rar", "x")
        let mail = try workspace.assay(["run", "--quiet", "--settle", "PT0S"])
        #expect(mail.stdout.contains("7 names in Inbox aren't taken, 'photo-1.jpg' for one: a single file isn't a bun"))
        #expect(mail.stdout.split(separator: "\n").count == 2, "\(mail)")
        #expect(try workspace.ask("status")["inbox"].array.count == 8)
    }

    // MARK: Complaints

    @Test func `a mistyped name brings the near one`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        _ = try workspace.accept()
        for (arguments, exit, meant) in [
            (["statsu"], 64, "'assay status'"), (["rubric", "chek"], 64, "'assay rubric check'"),
            (["run", "--qiet"], 64, "'--quiet'"), (["show", "bundel"], 66, "'bundle'"),
            (["explain", "bundl"], 66, "'bundle'"), (["queue", "r-oen"], 66, "'r-one'"),
        ] as [([String], Int32, String)] {
            let result = try workspace.assay(arguments)
            #expect(result.exit == exit, "\(result)")
            #expect(result.stderr.hasPrefix("assay: "), "\(result)")
            #expect(result.stderr.contains("Did you mean \(meant)?"), "\(result)")
        }
    }

    @Test func `a folder that isn't a workspace is said to be none`() throws {
        let workspace = try Workspace()
        try workspace.makeFolder("elsewhere")
        for name in ["status", "list", "queue", "run"] {
            let result = try command(assayBinary, [name, "--workspace", workspace.path("elsewhere")])
            #expect(result.exit == 74)
            #expect(result.stderr.contains("isn't a workspace") && result.stderr.contains("assay init"))
        }
        #expect(workspace.names(in: "elsewhere").isEmpty)
    }
}
