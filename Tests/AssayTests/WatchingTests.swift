import Foundation
import Glibc
import Support
import Testing

/// The daemon where hints are lost, where it was stopped, and where it isn't alone.
@Suite(.scratch, .serialized, .timeLimit(.minutes(15))) struct WatchingTests {
    private func queues(_ workspace: Workspace) -> [String] {
        workspace.names(in: "Outbox/Queues").flatMap { workspace.names(in: "Outbox/Queues/" + $0) }
            .filter { $0.hasPrefix("S-") }
    }

    /// A daemon that lists only when something happens, once it has done its first pass.
    private func watched(_ workspace: Workspace, _ arguments: [String] = [], under wrapper: [String] = []) throws
        -> Daemon
    {
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT10M"] + arguments, under: wrapper)
        try #require(eventually(within: 60) { workspace.exists(".assay/head") }, "\(daemon.words)")
        return daemon
    }

    private func drop(_ workspace: Workspace, _ name: String, _ educator: String) throws {
        try workspace.drop(name, educator: Educator(educator), in: "elsewhere")
        try workspace.move("elsewhere/" + name, to: "Inbox/" + name)
    }

    /// That it was stopped, and by what it sees now nobody told it.
    private func stop(_ daemon: Daemon) throws {
        daemon.signal(SIGSTOP)
        try #require(eventually { daemon.isStopped })
    }

    private func accounted(_ workspace: Workspace, _ count: Int, _ daemons: Daemon...) throws {
        let words = daemons.map(\.words).joined(separator: "\n")
        #expect(eventually(within: 120) { queues(workspace).count == count }, "\(queues(workspace).count): \(words)")
        for daemon in daemons { #expect(try daemon.end().exit == 0) }
        workspace.now = Date()
        #expect(try workspace.ask("list").array.count == count)
        #expect(workspace.names(in: "Outbox/Returned").isEmpty)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    private static let queueLimit: Int = {
        let text = try? String(contentsOf: URL(filePath: "/proc/sys/fs/inotify/max_queued_events"), encoding: .utf8)
        return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? .max
    }()

    @Test(arguments: ["moved", "written", "its manifest moved into it"])
    func `what is moved into Inbox is looked at at once, and what comes otherwise when more of it may have come`(
        way: String
    ) throws {
        let isMoved = way == "moved"
        let workspace = try Workspace(people: [Person("r-one", capacity: 1000)])
        let log = workspace.root + "-trace"
        let daemon = try watched(
            workspace, under: ["/usr/bin/strace", "-D", "-f", "-qq", "-o", log, "-e", "trace=poll,ppoll"])
        /// How many milliseconds it waited for more, each time when something had come: for signals alone.
        func waits() throws -> [Int] {
            let waits = try workspace.text(log).matches(of: /events=POLLIN\}, \{fd=-1[^\]]*\], 2, (\d+)/)
            return waits.compactMap { Int($0.output.1) }
        }
        var count = 0
        let isSoon = try eventually {
            count += 1
            // A pass is followed by a rest as long as itself, whatever comes.
            usleep(500_000)
            let name = "b-\(count)"
            switch way {
            case "moved": try drop(workspace, name, name)
            case "written": try workspace.drop(name, educator: Educator(name))
            default:
                try workspace.drop(name, educator: Educator(name), in: "elsewhere")
                try workspace.move("elsewhere/\(name)/manifest.xml", to: "manifest.xml")
                try workspace.copy("elsewhere/" + name, to: "Inbox/" + name)
                workspace.now = Date()
                let isSeen = try eventually {
                    try workspace.inbox(name)["reason"].string?.contains("no pass has seen it") == false
                }
                try #require(isSeen, "\(daemon.words)")
                usleep(500_000)
                try workspace.move("manifest.xml", to: "Inbox/\(name)/manifest.xml")
            }
            try #require(eventually { queues(workspace).count == count }, "\(daemon.words)")
            return try waits().contains { $0 < 10 } || !isMoved && count == 3
        }
        let all = try waits()
        #expect(isSoon, "\(all)")
        if !isMoved { #expect(!all.isEmpty && all.allSatisfy { $0 >= 10 }, "\(all)") }
        #expect(try daemon.end().exit == 0)
    }

    @Test(.enabled(if: queueLimit < 40_000, "the queue of events is too long here to overflow"))
    func `case 4: when 20,000 files are touched and the event queue overflows, a drop is found all the same`() throws {
        let workspace = try Workspace()
        let daemon = try watched(workspace)
        try stop(daemon)
        try workspace.shell("seq -f .touched-%g 20000 | xargs touch", in: "Inbox")
        try drop(workspace, "one", "E1")
        daemon.signal(SIGCONT)
        try accounted(workspace, 1, daemon)
    }

    @Test(arguments: ["inotify_add_watch:error=ENOSPC:when=2+", "inotify_init1:error=EMFILE"])
    func `case 4: where the watch limit is reached, or no event ever comes, it says so and --poll finds all`(
        fault: String
    )
        throws
    {
        let workspace = try Workspace()
        let call = String(fault.prefix { $0 != ":" })
        let strace = ["/usr/bin/strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e"]
        let daemon = try watched(workspace, ["--poll", "PT1S"], under: strace + ["inject=\(fault)"])
        #expect(eventually { daemon.words.contains("now and then") }, "\(daemon.words)")
        for number in 1...3 { try drop(workspace, "b\(number)", "E\(number)") }
        try accounted(workspace, 3, daemon)
        // Once, not in every pass.
        #expect(daemon.words.components(separatedBy: "now and then").count == 2, "\(daemon.words)")
    }

    @Test func `a daemon on another machine says whose the workspace is`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.sqlite("UPDATE settings SET value = 'x' WHERE name = 'host-id'")
        let daemon = try Daemon(workspace, ["--poll", "PT10M"])
        #expect(eventually { daemon.words.contains("belongs to the machine") }, "\(daemon.words)")
        #expect(try daemon.end().exit == 0)
    }

    @Test func `a change deep in Rubrics is seen`() throws {
        let workspace = try Workspace(people: [])
        let deep = "Rubrics/" + String(repeating: "d/", count: 25)
        try workspace.shell("mkdir -p \(deep) && mv Rubrics/rubric-1.xml \(deep)")
        try workspace.drop()
        let daemon = try watched(workspace, ["--poll", "PT1S"])
        #expect(eventually { daemon.words.contains("bundle: accepted") }, "\(daemon.words)")
        try workspace.write(deep + "rubric-1.xml", "<rubric")
        #expect(eventually { daemon.words.contains("rubric-1.xml") }, "\(daemon.words)")
        #expect(try daemon.end().exit == 0)
    }

    @Test func `a document that couldn't be read for a moment is read again by the next pass`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let strace = ["/usr/bin/strace", "-D", "-f", "-qq", "-o", "/dev/null", "-P"]
        let daemon = try watched(
            workspace, ["--poll", "PT1S"],
            under: strace + [
                workspace.path("Rubrics/rubric-1.xml"), "-e", "trace=pread64", "-e",
                "inject=pread64:error=EIO:when=1",
            ])
        #expect(eventually { daemon.words.contains("bundle: accepted") }, "\(daemon.words)")
        #expect(daemon.words.contains("rubric-1.xml"), "\(daemon.words)")
        #expect(try daemon.end().exit == 0)
    }

    @Test
    func `case 4 and 26: what was made and filled while it was stopped, as for an hour, is found when it goes on`()
        throws
    {
        let workspace = try Workspace(
            program: programXML().replacing("patience=\"PT1H\"", with: "patience=\"PT3S\""))
        let daemon = try watched(workspace)
        try workspace.drop(
            "half", educator: Educator("E9"), evidence: [.file("x.md", isThere: false), .work, .reflection])
        workspace.now = Date()
        #expect(try eventually { try workspace.inbox("half")["reason"].string?.contains("1 of 2") == true })
        try stop(daemon)
        for number in 1...4 { try workspace.drop("b\(number)", educator: Educator("E\(number)")) }
        try drop(workspace, "renamed", "E5")
        // The time that somebody's patience takes passes without it.
        usleep(3_500_000)
        try workspace.shell(
            "cp -r Inbox/half Inbox/copied; echo x > Inbox/copied/x.md; sed -i s/E9/E8/ Inbox/copied/manifest.xml")
        daemon.signal(SIGCONT)
        #expect(eventually { workspace.exists("Outbox/Returned/half/receipt.xml") }, "\(daemon.words)")
        try workspace.shell("rm -r Outbox/Returned/half")
        try accounted(workspace, 6, daemon)
    }

    @Test(.enabled(if: CommandsTests.canMount, "a share needs mount"))
    func `case 5: an Inbox that is unmounted pauses intake with an alarm, and mounted again it resumes`() throws {
        let workspace = try Workspace()
        try workspace.makeFolder("share")
        let mount = "mount --bind \"$0/share\" \"$0/Inbox\" && exec \"$@\""
        let daemon = try watched(
            workspace, ["--poll", "PT1S"], under: ["/usr/bin/unshare", "-m", "/bin/sh", "-c", mount, workspace.root])
        func inside(_ line: [String]) throws -> Bool {
            try command("/usr/bin/nsenter", ["-t", "\(daemon.id)", "-m"] + line).exit == 0
        }
        // Not while a pass is in it.
        #expect(try eventually { try inside(["umount", workspace.path("Inbox")]) })
        #expect(eventually { daemon.words.contains("Inbox is another folder") }, "\(daemon.words)")
        try drop(workspace, "beneath", "E1")
        #expect(try inside(["mount", "--bind", workspace.path("share"), workspace.path("Inbox")]))
        try workspace.drop("shared", educator: Educator("E2"), in: "share")
        #expect(eventually(within: 60) { queues(workspace).count == 1 }, "\(daemon.words)")
        #expect(workspace.exists("Inbox/beneath/manifest.xml"))
        #expect(workspace.names(in: "share").isEmpty)
        try accounted(workspace, 1, daemon)
    }

    @Test func `case 5: an Inbox that was away is seen again soon, not at the next listing`() throws {
        let workspace = try Workspace()
        let daemon = try watched(workspace, ["--poll", "PT10M"])
        try workspace.move("Inbox", to: "away")
        #expect(eventually { daemon.words.contains("Inbox is gone") }, "\(daemon.words)")
        try workspace.move("away", to: "Inbox")
        try drop(workspace, "one", "E1")
        #expect(eventually(within: 120) { queues(workspace).count == 1 }, "\(daemon.words)")
        try accounted(workspace, 1, daemon)
    }

    @Test(arguments: ["Inbox", "Rubrics"])
    func `case 5: a daemon that starts before its share is there waits, and goes on when it comes`(folder: String)
        throws
    {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.move(folder, to: "away")
        let daemon = try Daemon(workspace, ["--settle", "PT0S", "--poll", "PT10M"])
        #expect(eventually { daemon.words.contains("There is no folder '\(folder)'") }, "\(daemon.words)")
        #expect(daemon.words.contains("Is the share mounted?"))
        try workspace.move("away", to: folder)
        try drop(workspace, "one", "E1")
        #expect(eventually(within: 120) { queues(workspace).count == 1 }, "\(daemon.words)")
        #expect(daemon.words.components(separatedBy: "There is no folder").count == 2, "\(daemon.words)")
        try accounted(workspace, 1, daemon)
    }

    @Test func `case 5: an Inbox that was made anew is taken for Inbox when somebody says so`() throws {
        let workspace = try Workspace()
        let daemon = try watched(workspace)
        // Kept, so that the new one gets another inode.
        try workspace.move("Inbox", to: "old")
        #expect(eventually { daemon.words.contains("Inbox is gone") }, "\(daemon.words)")
        try workspace.makeFolder("Inbox")
        try drop(workspace, "one", "E1")
        daemon.signal(SIGHUP)
        try accounted(workspace, 1, daemon)
    }

    @Test func `case 22 and 26: two daemons take each bundle once, and don't wake each other in circles`() throws {
        let workspace = try Workspace()
        let one = try watched(workspace)
        let two = try watched(workspace)
        for number in 1...12 {
            try drop(workspace, "b\(number)", "E\(number)")
            try #require(eventually(within: 120) { queues(workspace).count == number }, "\(one.words)\n\(two.words)")
        }
        #expect(one.comesToRest() && two.comesToRest())
        #expect(one.isRunning && two.isRunning)
        #expect((one.words + two.words).components(separatedBy: "accepted as").count == 13)
        try accounted(workspace, 12, one, two)
    }

    @Test func `case 26: a daemon that was killed and started again goes on where it was`() throws {
        let workspace = try Workspace(people: [Person("r-one", capacity: 100)])
        for number in 1...40 { try workspace.drop("b\(number)", educator: Educator("E\(number)")) }
        for number in [1, 10, 25] {
            let daemon = try Daemon(workspace, ["--settle", "PT0S"])
            let isUnderWay = eventually(within: 120) {
                queues(workspace).count >= number || !workspace.names(in: ".assay/vault/arriving").isEmpty
            }
            try #require(isUnderWay, "\(daemon.words)")
            daemon.signal(SIGKILL)
            _ = try daemon.finish()
        }
        let daemon = try Daemon(workspace, ["--settle", "PT0S"])
        try accounted(workspace, 40, daemon)
    }

    @Test func `case 14: many bundles at once are taken first come, first served, in bounded memory, at a steady rate`()
        throws
    {
        // 50,000 would take too long here; what grows with their number shows with 400 as well.
        var peaks: [Int] = []
        var rates: [Double] = []
        for count in [100, 400] {
            let workspace = try Workspace("of-\(count)", people: [Person("r-one", capacity: 100_000)])
            let work = pdf("Work") + Data(repeating: 0x20, count: 100_000)
            for number in 1...count {
                try workspace.drop(
                    "b\(1000 + number)", educator: Educator("E\(number)"),
                    evidence: [.plan, .file("work/a.pdf", kind: "student-work", work), .reflection])
            }
            let daemon = try Daemon(workspace, ["--settle", "PT0S", "--quiet"])
            try #require(eventually(within: 600) { queues(workspace).count == count }, "\(daemon.words)")
            peaks.append(daemon.peak)
            rates.append(daemon.computed / Double(count))
            _ = try daemon.end()
            let order = try workspace.sqlite("SELECT bundle FROM drops ORDER BY event")
            let names = order.split(separator: "\n").map(String.init)
            #expect(names == names.sorted())
            #expect(names.count == count)
        }
        // Their evidence alone is 30 MB more.
        if !isSanitized { #expect(peaks[1] - peaks[0] < 15_000_000, "\(peaks)") }
        #expect(rates[1] < 2 * rates[0], "\(rates)")
    }
}
