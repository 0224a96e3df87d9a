import Foundation
import Support
import Testing

/// A ledger that is older than what lies beside it is never worked on silently.
@Suite(.scratch) struct RecoverTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]

    /// A workspace with last week's ledger in its place: one record and one submission came after it.
    private func setBack(evidence: String = "copy") throws -> (Workspace, first: String, second: String) {
        let workspace = try Workspace(program: programXML(evidence: evidence))
        try workspace.drop("one")
        let first = try workspace.accept("one")
        try workspace.shell("sqlite3 .assay/ledger.sqlite 'PRAGMA wal_checkpoint(TRUNCATE)'; cp -a .assay ../week")
        workspace.advance(days: 7)
        try workspace.fill(first, levels: both)
        try workspace.drop("two", educator: Educator("E2"))
        let second = try workspace.accept("two")
        #expect(try workspace.state(first) == "earned")
        return (workspace, first, second)
    }

    private func refused(_ workspace: Workspace) throws {
        try workspace.drop("three", educator: Educator("E3"))
        let before = try settled(workspace)
        for writing in [["run"], ["publish", "--all"], ["withdraw", "S-0000000000000", "--reason", "x"]] {
            let result = try workspace.assay(writing)
            #expect(result.exit == 74, "\(result)")
            #expect(result.stderr.contains("assay recover"))
        }
        #expect(try settled(workspace) == before)
    }

    /// Everything but what SQLite keeps beside the ledger while it is open.
    private func settled(_ workspace: Workspace) throws -> [String: Data] {
        try workspace.tree("").filter { !$0.key.contains("ledger.sqlite") }
    }

    @Test func `case 27: last week's ledger beside a newer vault and Outbox is refused`() throws {
        let (workspace, _, _) = try setBack()
        try workspace.shell("rm .assay/ledger.sqlite*; cp -a ../week/ledger.sqlite .assay/")
        try refused(workspace)
        #expect(try workspace.assay(["verify"]).exit == 1)
        #expect(try workspace.ask("status")["refused"].string?.contains("older than what lies beside it") == true)
    }

    @Test func `case 27: last week's private folder beside a newer Outbox is refused`() throws {
        let (workspace, first, _) = try setBack()
        try workspace.shell("rm -rf .assay; cp -a ../week .assay")
        try refused(workspace)
        let told = try workspace.assay(["recover"])
        #expect(told.exit == 1)
        #expect(told.stdout.contains(first))
    }

    @Test func `case 27: a ledger that was deleted, emptied or cut off is refused`() throws {
        for line in [
            "rm .assay/ledger.sqlite*", "rm .assay/ledger.sqlite*; : > .assay/ledger.sqlite",
            "rm -f .assay/ledger.sqlite-*; truncate -s 20000 .assay/ledger.sqlite",
        ] {
            let (workspace, _, _) = try setBack()
            try workspace.shell("sqlite3 .assay/ledger.sqlite 'PRAGMA wal_checkpoint(TRUNCATE)'; \(line)")
            try workspace.drop("three", educator: Educator("E3"))
            let result = try workspace.assay(["run"])
            #expect(result.exit == 74, "\(line): \(result)")
            #expect(workspace.exists("Inbox/three/manifest.xml"))
            #expect(try workspace.assay(["verify"]).exit != 0, "\(line)")
            try workspace.shell("rm -rf ../week ../workspace; mkdir ../workspace")
        }
    }

    @Test func `case 27: recover says what differs and changes nothing until it is told to go on`() throws {
        let (workspace, first, second) = try setBack()
        try workspace.shell("rm .assay/ledger.sqlite*; cp -a ../week/ledger.sqlite .assay/")
        let before = try settled(workspace)
        let told = try workspace.assay(["recover"])
        #expect(told.exit == 1)
        #expect(told.stdout.contains("Decisions/2026-11/\(first)"))
        #expect(told.stdout.contains(second))
        #expect(told.stdout.contains("--accept-loss"))
        #expect(try settled(workspace) == before)

        let report = try workspace.ask("recover", "--accept-loss")
        #expect(report["accepted"].bool == true)
        #expect(report["dropped"].array.map(\.string) == [second])
        #expect(workspace.exists("Inbox/\(second)/manifest.xml"))
        #expect(try workspace.files(named: "record.xml", in: ".assay/recovered").count == 1)
        #expect(try workspace.assay(["verify"]).exit == 0)
        // The evidence is taken as a new drop, under the same id; the lost decision is asked for again.
        #expect(try workspace.run().bundle(second)["submission"].string == second)
        #expect(try workspace.state(first) == "in-review")
        try workspace.fill(first, levels: both)
        try workspace.run()
        #expect(try workspace.state(first) == "earned")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `case 27: once the loss is accepted, pages tell what the ledger has`() throws {
        let (workspace, _, _) = try setBack()
        #expect(try workspace.text("Outbox/index.html").contains("Decisions/"))
        try workspace.shell("rm -rf .assay; cp -a ../week .assay")
        #expect(try workspace.assay(["recover", "--accept-loss"]).exit == 0)
        try workspace.run()
        #expect(try !workspace.text("Outbox/index.html").contains("Decisions/"))
    }

    @Test func `what was accepted after the backup comes from the broken ledger's vault, or must be dropped again`()
        throws
    {
        let (workspace, _, second) = try setBack()
        try workspace.shell("mv .assay ../broken; cp -a ../week .assay")
        let without = try workspace.assay(["recover"])
        #expect(
            without.stdout.contains("The evidence of \(second) ('two') isn't in this ledger's vault."), "\(without)")
        #expect(without.stdout.contains("cp -an BROKEN/vault '"))
        #expect(without.stdout.contains("The ledger ends at event 2 of 2026-11-02T"), "\(without)")
        #expect(without.stdout.contains("Withdrawals and erasures after it leave no trace"))
        #expect(try workspace.ask("recover", exit: 1)["lost"][0]["submission"].string == second)

        let other = try Workspace(copy: workspace, named: "other")
        let accepted = try other.assay(["recover", "--accept-loss"])
        #expect(accepted.stdout.contains("To be dropped again"))
        #expect(accepted.stdout.contains("two (\(second))"))

        try workspace.shell("cp -an ../broken/vault .assay/")
        let told = try workspace.ask("recover", "--accept-loss")
        #expect(told["lost"].array.isEmpty)
        #expect(told["dropped"].array.map(\.string) == [second])
        #expect(try workspace.run().bundle(second)["submission"].string == second)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `without any copy of the ledger, what the vault holds comes back as drops`() throws {
        let (workspace, first, second) = try setBack()
        try workspace.shell("rm .assay/ledger.sqlite*")
        #expect(try workspace.assay(["recover"]).exit == 1)
        #expect(!workspace.exists(".assay/ledger.sqlite"))
        let report = try workspace.ask("recover", "--accept-loss")
        #expect(Set(report["dropped"].array.compactMap(\.string)) == [first, second])
        let pass = try workspace.run()
        #expect(pass["accepted"] == 2)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `evidence that queue folders only link to is taken again as a drop`() throws {
        let (workspace, _, second) = try setBack(evidence: "link")
        #expect(try !workspace.shell("find .assay/vault -type f -links +1").isEmpty)
        try workspace.shell("rm .assay/ledger.sqlite*; cp -a ../week/ledger.sqlite .assay/")
        let report = try workspace.ask("recover", "--accept-loss")
        #expect(report["dropped"].array.map(\.string) == [second])
        #expect(try workspace.shell("find Inbox -type f -links +1").isEmpty)
        #expect(try workspace.run().bundle(second)["submission"].string == second)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `who is to put the ledger back is told of what SQLite left beside the lost one`() throws {
        let (workspace, _, _) = try setBack()
        for line in ["rm .assay/ledger.sqlite*", "cp -a ../week/ledger.sqlite .assay/"] {
            try workspace.shell(line)
            let words = try workspace.assay(["run"]).stderr
            #expect(words.contains("Move ledger.sqlite-wal and ledger.sqlite-shm out of"), "\(words)")
        }
    }

    @Test func `a ledger that is refused is as it was put there, beside what SQLite had left of another`() throws {
        let (workspace, _, _) = try setBack()
        try workspace.drop("three", educator: Educator("E3"))
        let killed = try Trace.of(
            workspace, calls: "clock_nanosleep", more: ["-e", "inject=clock_nanosleep:signal=KILL"],
            arguments: ["run", "--settle", "PT5S"])
        try #require(killed.result.exit == 137, "\(killed.result)")
        try workspace.shell("test -s .assay/ledger.sqlite-wal; cp -a ../week/ledger.sqlite .assay/")
        let files = [".assay/ledger.sqlite", ".assay/ledger.sqlite-wal"]
        let before = try files.map(workspace.bytes)
        let result = try workspace.assay(["run"])
        #expect(result.exit == 74, "\(result)")
        #expect(result.stderr.contains("Move ledger.sqlite-wal and ledger.sqlite-shm out of"), "\(result)")
        try #require(files.map { try? workspace.bytes($0) } == before)
        // As it says.
        try workspace.shell("rm .assay/ledger.sqlite-*")
        #expect(try workspace.assay(["recover", "--accept-loss"]).exit == 0)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `a ledger that is damaged in itself isn't gone on with`() throws {
        let (workspace, _, _) = try setBack()
        let forgeries = [
            "UPDATE events SET at = at + 1 WHERE number = 1",
            // A table that isn't as its own definition has it.
            """
            CREATE TABLE spare (a); INSERT INTO spare VALUES (NULL); PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = 'CREATE TABLE spare (a NOT NULL)' WHERE name = 'spare'
            """,
        ]
        for forgery in forgeries {
            try workspace.shell("rm -f .assay/ledger.sqlite*; cp -a ../week/ledger.sqlite .assay/")
            _ = try command("/usr/bin/sqlite3", [workspace.path(".assay/ledger.sqlite"), forgery])
            let before = try settled(workspace)
            let result = try workspace.assay(["recover", "--accept-loss"])
            #expect(result.exit == 74 && result.stderr.contains("is damaged: "), "\(forgery): \(result)")
            #expect(try settled(workspace) == before)
        }
    }

    @Test func `where nothing differs there is nothing to accept`() throws {
        let (workspace, _, _) = try setBack()
        let list = try workspace.ask("list")
        let result = try workspace.assay(["recover"])
        #expect(result.exit == 0)
        #expect(result.stdout.contains("agree"))
        #expect(result.stdout.contains("If you didn't put a copy back, that is all."))
        #expect(!result.stdout.contains("leave no trace"))
        #expect(try workspace.ask("list") == list)
        // A consumer that took results away is no loss either.
        try workspace.shell("rm -rf Outbox/Decisions Outbox/Receipts")
        try workspace.run()
        #expect(try workspace.assay(["recover"]).exit == 0)
    }

    @Test func `a backup isn't worked in, and becomes the workspace's own by recover`() throws {
        let (workspace, first, _) = try setBack()
        let backup = workspace.root + "-backup"
        #expect(try workspace.assay(["backup", backup]).exit == 0)
        let result = try workspace.assay(["run", "--ledger", backup])
        #expect(result.exit == 74)
        #expect(result.stderr.contains("backup"))
        let verified = try workspace.ask("verify")
        try workspace.shell("rm -rf .assay; cp -a \(backup) .assay")
        #expect(try workspace.assay(["run"]).exit == 74)
        // Who asks hears what who writes hears.
        #expect(try workspace.assay(["status"]).stdout.hasPrefix("'\(workspace.root)/.assay' is a backup."))
        #expect(try workspace.ask("status")["refused"].string?.contains("run 'assay recover'") == true)
        let told = try workspace.ask("verify", exit: 1)
        #expect(told["faults"].array.compactMap(\.string).contains { $0.contains("is a backup") })
        #expect(try workspace.assay(["verify", "--ledger", backup]).exit == 0)
        let recovered = try workspace.assay(["recover"])
        #expect(recovered.exit == 0)
        // Nothing outside the ledger would tell of an erasure that a later ledger held.
        #expect(recovered.stdout.contains("Withdrawals and erasures after it leave no trace"))
        #expect(try workspace.ask("status")["refused"].isMissing)
        try workspace.run()
        #expect(try workspace.state(first) == "earned")
        #expect(try workspace.ask("verify") == verified)
    }

    @Test func `a workspace whose private folder is gone is neither empty nor sound`() throws {
        let (workspace, first, _) = try setBack()
        try workspace.shell("rm -rf .assay")
        let questions = [
            ["list"], ["status"], ["show", first], ["queue"], ["queue", "r-one"], ["explain", first],
            ["rubric", "check"], ["check", workspace.path("Inbox")], ["backup", workspace.root + "-backup"],
        ]
        for question in questions {
            let result = try workspace.assay(question)
            #expect(result.exit == 74, "\(question): \(result)")
            #expect(result.stderr.contains("--ledger"), "\(question): \(result)")
            #expect(result.stdout.isEmpty)
        }
        let verified = try workspace.assay(["verify"])
        #expect(verified.exit == 1)
        #expect(verified.stdout.contains("The ledger is gone or empty"))
        #expect(try workspace.ask("verify", exit: 1)["sound"].bool == false)
        #expect(!workspace.exists(".assay"))

        // The same where the results were taken elsewhere, and only the key tells of what was there.
        try workspace.shell("rm -rf Outbox/Decisions Outbox/Receipts Outbox/Queues")
        #expect(try workspace.assay(["verify"]).exit == 1)
        #expect(try workspace.assay(["list"]).exit == 74)
    }

    @Test func `where the private folder's link leads nowhere, verify names the place to which the vault belongs`()
        throws
    {
        let (workspace, _, _) = try setBack()
        try workspace.shell("rm -rf .assay; ln -s ../gone .assay")
        let verified = try workspace.assay(["verify"])
        #expect(verified.exit == 1)
        let place = workspace.path("../gone")
        #expect(verified.stdout.contains("cp -an BROKEN/vault '\(place)/'"), "\(verified)")
        #expect(verified.stdout.contains("mkdir -p '\(place)'"))
    }

    @Test func `with ledger and key gone, recover says the whole way, and it can be gone`() throws {
        let (workspace, _, _) = try setBack()
        try workspace.shell("rm -rf .assay; mkdir .assay")
        let told = try workspace.assay(["recover"])
        #expect(told.exit == 1 && told.stdout.contains("move Outbox/Keys out of Outbox"), "\(told)")
        #expect(try workspace.ask("recover", exit: 1)["lacksKey"].bool == true)
        try workspace.move("Outbox/Keys", to: "Keys-before")
        let accepted = try workspace.assay(["recover", "--accept-loss"])
        #expect(accepted.exit == 0, "\(accepted)")
        #expect(workspace.names(in: "Outbox/Keys") == ["record.pub.pem"])
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `a private folder that is named must be there`() throws {
        let workspace = try Workspace()
        for question in [["verify"], ["list"], ["status"], ["run"]] {
            let result = try workspace.assay(question + ["--ledger", "/nowhere/at/all"])
            #expect(result.exit == 74, "\(question): \(result)")
            #expect(result.stderr.contains("/nowhere/at/all"))
        }
    }

    @Test func `a workspace in which nothing was done yet is empty and sound`() throws {
        let workspace = try Workspace()
        for question in [["list"], ["status"], ["queue"], ["verify"], ["rubric", "check"]] {
            #expect(try workspace.assay(question).exit == 0, "\(question)")
        }
        #expect(try workspace.ask("list").array.isEmpty)
    }
}
