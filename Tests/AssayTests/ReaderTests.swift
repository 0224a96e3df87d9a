import Foundation
import Glibc
import Support
import Testing

/// What reads untrusted bytes may die over them: the bundle pays for it, and nothing else.
@Suite(.scratch) struct ReaderTests {
    private let crash = ["ASSAY_TEST_CRASH_ON": "words-that-crash"]

    @Test func `a bundle whose reading crashes is tried once more, then returned, and others go on`() throws {
        let workspace = try Workspace()
        try workspace.drop("a-bad", evidence: [.plan, .work, .text("words-that-crash")])
        try workspace.drop("b-good", educator: Educator("E2"))
        let first = try JSON(workspace.assay(["run", "--json"], environment: crash).stdout)
        #expect(first["accepted"].int == 1)
        #expect(first["waiting"].int == 1)
        let second = try JSON(workspace.assay(["run", "--json"], environment: crash).stdout)
        #expect(second["returned"].int == 1)
        #expect(second["bundles"].array.first?["findings"].array.first?["code"].string == "bundle.unreadable")
        #expect(workspace.exists("Outbox/Returned/a-bad/manifest.xml"))
    }

    @Test func `a bundle whose reading never ends is stopped, tried once more, then returned, and others go on`() throws
    {
        let hang = ["ASSAY_TEST_HANG_ON": "words-without-end"]
        let workspace = try Workspace()
        try workspace.drop("a-bad", evidence: [.plan, .work, .text("words-without-end")])
        try workspace.drop("b-good", educator: Educator("E2"))
        let first = try JSON(workspace.assay(["run", "--json"], environment: hang).stdout)
        #expect(first["accepted"].int == 1)
        #expect(first["waiting"].int == 1)
        let second = try JSON(workspace.assay(["run", "--json"], environment: hang).stdout)
        #expect(second["returned"].int == 1)
        #expect(second["bundles"].array.first?["findings"].array.first?["code"].string == "bundle.unreadable")
        #expect(workspace.exists("Outbox/Returned/a-bad/manifest.xml"))
    }

    @Test func `a bundle whose reading crashed once and then goes well is accepted`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: [.plan, .work, .text("words-that-crash")])
        _ = try workspace.assay(["run"], environment: crash)
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test(arguments: ["bundle", "bundle.zip"])
    func `a bundle isn't to blame that something else ends its readers, as a full memory does`(name: String) throws {
        let workspace = try Workspace()
        let evidence: [Item] = [.plan, .work, .text("words-without-end")]
        if name == "bundle" {
            try workspace.drop(evidence: evidence)
        } else {
            try workspace.dropPacked(name, evidence: evidence)
        }
        for number in 1...2 {
            let log = workspace.root + "-reads-\(number)"
            let pass = try Daemon(
                workspace, ["--now", workspace.clock], command: "run",
                under: ["/usr/bin/strace", "-D", "-f", "-qq", "-o", log, "-s", "4096", "-e", "trace=read"],
                environment: ["ASSAY_TEST_HANG_ON": "words-without-end"])
            let isOver = eventually(within: 120) { pass.killHelpers(given: "words-without-end", log: log) }
            try #require(isOver, "\(pass.words)")
            #expect(try pass.finish() == 0, "\(pass.words)")
            let waiting = try workspace.inbox(name)
            #expect(waiting["state"].string == "waiting", "\(waiting)")
            #expect(waiting["reason"].string?.contains("was killed by another") == true, "\(waiting)")
        }
        #expect(try workspace.run().state(name) == "accepted")
    }

    @Test(arguments: [false, true])
    func `a reader that was ended while a pass waited for its turn is replaced`(whenReady: Bool) throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop()
        let lock = try FileHandle(forUpdating: URL(filePath: workspace.path(".assay/lock")))
        #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
        let pass = try Daemon(workspace, ["--now", workspace.clock], command: "run")
        let hasStarted = eventually {
            !pass.helpers.isEmpty && (!whenReady || pass.helpers.allSatisfy(pass.isReady))
        }
        try #require(hasStarted, "\(pass.words)")
        for helper in pass.helpers { kill(helper, SIGTERM) }
        let areGone = eventually { pass.helpers.allSatisfy(pass.hasEnded) }
        #expect(areGone && pass.isRunning)
        try lock.close()
        #expect(try pass.finish() == 0, "\(pass.words)")
        #expect(try workspace.state("bundle") == "in-review")
    }

    @Test(arguments: ["ASSAY_TEST_CRASH_ON", "ASSAY_TEST_HANG_ON"])
    func `a decision whose reading crashes or never ends is a problem, and the next one is taken`(fault: String) throws
    {
        let workspace = try Workspace()
        try workspace.drop("one")
        try workspace.drop("two", educator: Educator("E2"))
        let pass = try workspace.run()
        let ids = pass.json["bundles"].array.compactMap { $0["submission"].string }
        for (id, words) in zip(ids, ["words-that-crash", "fine"]) {
            try workspace.fill(id, levels: ["1.1": "demonstrated", "1.2": "demonstrated"], comment: words)
        }
        let result = try workspace.assay(["run", "--json"], environment: [fault: "words-that-crash"])
        let second = try JSON(result.stdout)
        #expect(second["decided"].int == 1)
        #expect(second["problems"].int == 1)
    }
}
