import Foundation
import Support
import Testing

/// Any changed byte is found, and what the Outbox loses comes back.
@Suite(.scratch) struct LedgerTests {
    /// One submission earned, one in review, one returned.
    private func workspace() throws -> (Workspace, String) {
        let workspace = try Workspace()
        try workspace.drop("one")
        let submission = try workspace.accept("one")
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.drop("two", educator: Educator("E2"))
        try workspace.drop("three", educator: Educator("E3"), evidence: [.plan])
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        return (workspace, submission)
    }

    @Test func `an untouched workspace verifies`() throws {
        let (workspace, _) = try workspace()
        #expect(try workspace.assay(["verify"]).exit == 0)
        #expect(try workspace.assay(["verify", "--json"]).json.isMissing == false)
    }

    @Test(arguments: ["changed", "longer", "gone"])
    func `verify finds a vault file that isn't as it was`(how: String) throws {
        let (workspace, _) = try workspace()
        let files = try workspace.tree(".assay/vault").filter { !$0.key.hasSuffix("/") && !$0.value.isEmpty }
        let file = try ".assay/vault/" + #require(files.keys.sorted().first)
        switch how {
        case "changed":
            var bytes = try workspace.bytes(file)
            bytes[bytes.startIndex + bytes.count / 2] ^= 1
            try workspace.shell("chmod u+w \(file)")
            try workspace.write(file, bytes)
        case "longer": try workspace.shell("chmod u+w \(file); echo >> \(file)")
        default: try workspace.remove(file)
        }
        let result = try workspace.assay(["verify"])
        #expect(result.exit == 1, "\(result)")
    }

    @Test(arguments: ["record.xml", "record.xml.sig"])
    func `verify finds a changed record or signature`(name: String) throws {
        let (workspace, submission) = try workspace()
        let file = "Outbox/Decisions/2026-11/\(submission)/\(name)"
        var bytes = try workspace.bytes(file)
        bytes[bytes.startIndex + 20] ^= 1
        try workspace.shell("chmod u+w \(file)")
        try workspace.write(file, bytes)
        #expect(try workspace.assay(["verify"]).exit == 1)
    }

    @Test func `verify finds that the public key beside the records was changed, and publish all mends it`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let key = "Outbox/Keys/record.pub.pem"
        let right = try workspace.text(key)
        try workspace.write(key, right.replacing("M", with: "N"))
        let found = try workspace.assay(["verify"])
        #expect(found.exit == 1 && found.stdout.contains(key), "\(found)")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.text(key) == right)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `verify finds a change in any table that holds facts`() throws {
        let (workspace, _) = try workspace()
        let ledger = workspace.path(".assay/ledger.sqlite")
        try workspace.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
        // Facts are chained in one table, whose name says that it holds events.
        let tables = try workspace.sqlite("SELECT name FROM sqlite_schema WHERE type = 'table'").split(separator: "\n")
        let events = try #require(tables.first { $0.lowercased().contains("event") }, "\(tables)")
        let columns = try workspace.sqlite("SELECT name FROM pragma_table_info('\(events)') WHERE pk = 0")
            .split(separator: "\n")
        #expect(columns.count > 2)
        // Triggers may keep honest people out; a forger drops them.
        let triggers = try workspace.sqlite("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for trigger in triggers.split(separator: "\n") {
            try workspace.sqlite("DROP TRIGGER \"\(trigger)\"")
        }
        let original = try workspace.bytes(ledger)
        var forgeries = columns.map { column in
            """
            UPDATE "\(events)" SET "\(column)" = CASE typeof("\(column)") WHEN 'integer' THEN "\(column)" + 1 \
            WHEN 'text' THEN "\(column)" || 'x' ELSE CAST("\(column)" || x'00' AS BLOB) END \
            WHERE rowid = (SELECT rowid FROM "\(events)" WHERE "\(column)" IS NOT NULL ORDER BY rowid LIMIT 1 OFFSET 1)
            """
        }
        forgeries.append("DELETE FROM \"\(events)\" WHERE rowid = 2")
        for forgery in forgeries {
            try workspace.write(".assay/ledger.sqlite", original)
            guard try command("/usr/bin/sqlite3", [ledger, forgery]).exit == 0 else { continue }
            guard try workspace.bytes(".assay/ledger.sqlite") != original else { continue }
            #expect(try workspace.assay(["verify"]).exit == 1, "\(forgery)")
        }
    }

    @Test func `what the Outbox loses comes back byte for byte`() throws {
        let (workspace, _) = try workspace()
        // Templates follow the documents as they are now.
        func results() throws -> [String: Data] {
            try workspace.tree("Outbox").filter { !$0.key.hasPrefix("Templates") }
        }
        let before = try results()
        for folder in ["Decisions", "Receipts", "Queues", "Keys"] { try? workspace.remove("Outbox/\(folder)") }
        // Whatever the district's documents say by now.
        try workspace.write("Rubrics/rubric-1.xml", rubricXML(version: "7.0"))
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        let after = try results()
        #expect(Set(after.keys) == Set(before.keys))
        for (path, bytes) in before { #expect(after[path] == bytes, "\(path)") }
    }

    @Test func `a changed result is put right by publishing again`() throws {
        let (workspace, submission) = try workspace()
        let record = try workspace.record(submission)
        let bytes = try workspace.bytes(record)
        try workspace.shell("chmod u+w \(record)")
        try workspace.write(record, bytes + Data(" ".utf8))
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.bytes(record) == bytes)
    }

    @Test func `case 28: results that a consumer took away aren't published again by every pass`() throws {
        let (workspace, _) = try workspace()
        try workspace.remove("Outbox/Decisions")
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(try workspace.files(named: "record.xml", in: "Outbox").isEmpty)
    }

    @Test func `case 28: an emptied Outbox gets what is still open again, and what was handed over only when told to`()
        throws
    {
        let (workspace, _) = try workspace()
        let decisions = try workspace.tree("Outbox/Decisions")
        let queues = try workspace.tree("Outbox/Queues")
        try workspace.shell("rm -rf Outbox/*")
        for _ in 1...2 {
            workspace.advance(seconds: 60)
            let pass = try workspace.run()
            #expect(pass["problems"] == 0)
            #expect(workspace.names(in: "Outbox/Decisions").isEmpty)
            #expect(workspace.names(in: "Outbox/Receipts").isEmpty)
        }
        #expect(try workspace.tree("Outbox/Queues") == queues)
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.tree("Outbox/Decisions") == decisions)
    }

    @Test(arguments: ["mv Outbox gone", "mv Outbox gone && mkdir Outbox"])
    func `an Outbox that is gone is laid anew, and told once and by status until all was written again`(line: String)
        throws
    {
        let (workspace, _) = try workspace()
        let before = try workspace.tree("Outbox/Decisions")
        try workspace.shell(line)
        let words = "Outbox was gone or empty, though results had been laid in it"
        workspace.advance(seconds: 60)
        #expect(try workspace.assay(["run", "--quiet"]).stdout.contains(words))
        workspace.advance(days: 2)
        #expect(try workspace.assay(["run", "--quiet"]).stdout.isEmpty)
        #expect(try workspace.assay(["status"]).stdout.contains("Outbox was gone or empty"))
        #expect(try workspace.ask("status")["outbox"].string?.contains("'assay publish --all'") == true)
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.ask("status")["outbox"].string == nil)
        #expect(try workspace.tree("Outbox/Decisions") == before)
    }

    @Test func `a workspace that had no results yet loses its Outbox in silence`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.remove("Outbox")
        #expect(try workspace.assay(["run", "--quiet"]).stdout.isEmpty)
    }

    @Test func `case 27: a missing ledger beside its vault is refused, not begun anew`() throws {
        let (workspace, _) = try workspace()
        try workspace.shell("rm .assay/ledger.sqlite*")
        try workspace.drop("four", educator: Educator("E4"))
        let result = try workspace.assay(["run"])
        #expect(result.exit != 0)
        #expect(result.stderr.contains("ledger"))
        #expect(workspace.exists("Inbox/four/manifest.xml"))
    }

    @Test func `two workspaces with one key and one history are the same to the byte`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let other = try Workspace(copy: workspace, named: "other")
        for one in [workspace, other] {
            for number in 1...3 { try one.drop("b\(number)", educator: Educator("E\(number)")) }
            try one.run()
            for entry in try one.queue() {
                let submission = try #require(entry["submission"].string)
                try one.fill(submission, levels: ["1.1": "demonstrated", "1.2": "progressing"])
            }
            one.advance(days: 1)
            try one.run()
        }
        #expect(try workspace.tree("Outbox") == other.tree("Outbox"))
        #expect(try workspace.ask("list") == other.ask("list"))
    }

    @Test func `case 27: an emptied ledger beside its vault is refused as well`() throws {
        let (workspace, _) = try workspace()
        try workspace.shell("rm -f .assay/ledger.sqlite-*; truncate -s 0 .assay/ledger.sqlite")
        let result = try workspace.assay(["run"])
        #expect(result.exit == 74)
        #expect(result.stderr.contains("ledger"))
    }

    @Test(arguments: [
        "DELETE FROM blobs WHERE sha256 = (SELECT rubric_sha256 FROM submissions LIMIT 1)",
        "UPDATE events SET kind = 'nonsense' WHERE number = 2",
        "UPDATE events SET number = 900 WHERE number = 3",
        "UPDATE submissions SET decided = 1 WHERE decided IS NOT NULL",
        "UPDATE submissions SET id = 'S-0000000000000' WHERE decided IS NOT NULL",
        "DELETE FROM history WHERE event = 2",
        "UPDATE history SET first = first + 1 WHERE event = 2",
    ])
    func `whatever is done to the ledger, verify ends with a fault and not with a failure`(statement: String) throws {
        let (workspace, _) = try workspace()
        try workspace.sqlite(statement)
        let result = try workspace.assay(["verify"])
        #expect(result.exit == 1, "\(result)")
    }

    @Test func `a forged debt doesn't hide a changed file from verify`() throws {
        let (workspace, _) = try workspace()
        let file = try workspace.files(named: "exit-ticket.md", in: ".assay/vault")
        try workspace.write(try #require(file.first), "changed")
        try workspace.sqlite(
            """
            INSERT INTO jobs (kind, event, subject)
            SELECT 'move-in', number, 'x' FROM events WHERE kind = 'accepted'
            """)
        #expect(try workspace.assay(["verify"]).exit == 1)
    }

    /// Takes the key away as the message says, and does the pass that makes another one.
    private func loseKey(of workspace: Workspace) throws -> Pass {
        try workspace.shell("rm -r .assay/keys")
        #expect(try workspace.assay(["run"]).exit == 74)
        try workspace.move("Outbox/Keys", to: "Keys-before")
        return try workspace.run()
    }

    @Test func `a key that was lost is followed by another one, is told of once, and what it signed is still checked`()
        throws
    {
        let (workspace, submission) = try workspace()
        let earlier = try workspace.text("Outbox/Keys/record.pub.pem")
        let told = try loseKey(of: workspace).json["notices"].array.compactMap(\.string)
        #expect(told.count { $0.hasPrefix("Records are signed with another key from now on") } == 1, "\(told)")
        #expect(try workspace.run().json["notices"].array.isEmpty)
        let names = workspace.names(in: "Outbox/Keys")
        let kept = try #require(names.first { $0 != "record.pub.pem" })
        #expect(told.contains { $0.contains("Outbox/Keys/" + kept) } && names.count == 2, "\(told) \(names)")
        #expect(try workspace.text("Outbox/Keys/" + kept) == earlier)
        #expect(try workspace.text("Outbox/Keys/record.pub.pem") != earlier)

        let second = try #require(
            try workspace.ask("list").array.first { $0["bundle"].string == "two" }?["submission"].string)
        try workspace.fill(second, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        let verified = try workspace.assay(["verify"])
        #expect(verified.exit == 0 && verified.stdout.contains("1 record holds by an earlier key"), "\(verified)")
        for id in [submission, second] {
            let bag = workspace.root + "-bag-" + id
            #expect(try workspace.assay(["export", id, "--bag", bag]).exit == 0)
            try workspace.shell(
                "openssl pkeyutl -verify -rawin -pubin -inkey record.pub.pem -sigfile record.xml.sig -in record.xml",
                in: "../" + String(bag.split(separator: "/").last ?? "") + "/data")
        }
        try workspace.remove("Outbox/Keys")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(workspace.names(in: "Outbox/Keys") == names)
    }

    @Test func `an earlier key of which the ledger has no public half is asked for, and found where it is laid`() throws
    {
        let (workspace, submission) = try workspace()
        try workspace.sqlite("DELETE FROM settings WHERE name = 'public-keys'")
        let told = try loseKey(of: workspace).json["notices"].array.compactMap(\.string)
        let verified = try workspace.assay(["verify"])
        #expect(
            verified.exit == 1 && verified.stdout.contains("1 record wasn't checked: an earlier key"), "\(verified)")
        let name = try #require(told.joined().firstMatch(of: /record-[0-9a-f]{16}\.pub\.pem/)?.output)
        #expect(verified.stdout.contains(name))
        try workspace.copy("Keys-before/record.pub.pem", to: "Outbox/Keys/" + name)
        #expect(try workspace.assay(["verify"]).exit == 0)
        // A signature that holds needs nobody.
        let quiet = try workspace.assay(["verify", "--quiet"])
        #expect(quiet.exit == 0 && quiet.stdout.isEmpty, "\(quiet)")
        let bag = workspace.root + "-bag"
        #expect(try workspace.assay(["export", submission, "--bag", bag]).exit == 0)
        let packed = try Data(contentsOf: URL(filePath: bag + "/data/record.pub.pem"))
        #expect(try packed == workspace.bytes("Keys-before/record.pub.pem"))
    }

    @Test func `a second ledger isn't begun where another key signed the records`() throws {
        let (workspace, _) = try workspace()
        try workspace.move(".assay", to: "elsewhere")
        let result = try workspace.assay(["run"])
        #expect(result.exit == 74)
        #expect(result.stderr.contains("--ledger"))
        #expect(!workspace.exists(".assay"))
        #expect(try workspace.assay(["run", "--ledger", workspace.path("elsewhere")]).exit == 0)
    }
}
