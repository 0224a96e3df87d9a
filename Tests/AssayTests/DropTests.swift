import Foundation
import Support
import Testing

/// How bundles come into Inbox: piece by piece, with the times of other days, by programs that copy.
@Suite(.scratch) struct DropTests {
    private func settling() throws -> Workspace { try Workspace(program: programXML(settle: "PT5S")) }

    @Test func `case 1: copied file by file, manifest first, the last file ten minutes later, it is taken once`() throws
    {
        let workspace = try settling()
        let items = [Item.plan] + (1...3).map { .file("work/\($0).md", kind: "student-work", Data("\($0)".utf8)) }
        try workspace.drop("whole", evidence: items + [.reflection], in: "elsewhere")
        try workspace.makeFolder("Inbox/bundle/work")
        try workspace.makeFolder("Inbox/bundle/plans")
        let paths = ["manifest.xml", "plans/exit-ticket.md", "work/1.md", "work/2.md", "work/3.md"]
        for (number, path) in paths.enumerated() {
            if number == paths.count - 1 {
                // However long it has stood still.
                workspace.advance(seconds: 600)
                try workspace.run()
                #expect(try workspace.inbox("bundle")["reason"].string?.contains("3 of 4 files") == true)
            }
            try workspace.copy("elsewhere/whole/" + path, to: "Inbox/bundle/" + path)
            #expect(try Trace.glance(workspace).exit == 137, "\(path)")
            workspace.advance(seconds: 3)
        }
        #expect(try Trace.glance(workspace).exit == 137)
        workspace.advance(seconds: 2)
        #expect(try workspace.run()["accepted"] == 1)
        #expect(try workspace.ask("list").array.count == 1)
        #expect(workspace.names(in: "Inbox").isEmpty)
    }

    @Test func `case 2: a scanner that opens and closes a file page by page is waited for, and taken once`() throws {
        let workspace = try settling()
        try workspace.drop(evidence: [.file("scan.pdf", pdf("Page 1")), .work, .reflection])
        for page in 2...5 {
            #expect(try Trace.glance(workspace).exit == 137)
            // Shorter than `settle`, every time.
            workspace.advance(seconds: 4)
            try workspace.shell("echo 'page \(page)' >> scan.pdf", in: "Inbox/bundle")
        }
        #expect(try Trace.glance(workspace).exit == 137)
        let final = try workspace.bytes("Inbox/bundle/scan.pdf")
        workspace.advance(seconds: 5)
        let pass = try workspace.run()
        #expect(pass["accepted"] == 1)
        let submission = try #require(pass.bundle("bundle")["submission"].string)
        let queue = workspace.folder(submission, of: try workspace.onlyReader(of: submission))
        #expect(try workspace.bytes(queue + "/evidence/e1-lesson-plan.pdf") == final)
    }

    @Test func `case 2: a writer that stalls past settle is waited for by the manifest's digests`() throws {
        let workspace = try Workspace()
        let promise = "sha256=\"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\""
        try workspace.drop(
            evidence: [.file("plan.md", Data("hel".utf8), attributes: promise), .work, .reflection])
        for _ in 1...3 {
            #expect(try workspace.run()["waiting"] == 1)
            workspace.advance(seconds: 600)
        }
        try workspace.shell("printf lo >> plan.md", in: "Inbox/bundle")
        #expect(try workspace.run()["accepted"] == 1)
        #expect(try workspace.ask("list").array.count == 1)
    }

    @Test func `case 2: by the real clock, two looks are a whole settle apart, to the fraction of a second`() throws {
        let workspace = try Workspace(program: programXML(settle: "PT2S"))
        for number in 1...3 {
            let name = "b\(number)"
            try workspace.drop(name, educator: Educator("E\(number)"))
            // Late in a second, so that the next begins soon.
            while Date().timeIntervalSince1970.truncatingRemainder(dividingBy: 1) < 0.7 { usleep(5_000) }
            let begun = ContinuousClock.now
            let strace = ["-f", "-qq", "-o", "/dev/null", "-e", "inject=clock_nanosleep:signal=KILL"]
            let glance = try command("/usr/bin/strace", strace + [assayBinary, "run", "--workspace", workspace.root])
            #expect(glance.exit == 137, "\(glance)")
            while Date().timeIntervalSince1970.truncatingRemainder(dividingBy: 1) > 0.7 { usleep(5_000) }
            usleep(1_000_000)
            let result = try command(assayBinary, ["run", "--json", "--workspace", workspace.root])
            #expect(try result.json["accepted"].int == 1, "\(result)")
            #expect(ContinuousClock.now - begun >= .seconds(2), "\(name)")
        }
    }

    @Test(arguments: ["1997-03-04", "2099-03-04"], ["cp -rp", "rsync -rt", "unzip"])
    func `case 3: modification times that were kept in copying say nothing`(date: String, way: String) throws {
        let workspace = try settling()
        try workspace.drop(in: "elsewhere")
        try workspace.shell("find bundle -exec touch -d \(date) {} +", in: "elsewhere")
        try workspace.shell(
            way == "unzip"
                ? "zip -qr b.zip bundle; unzip -q b.zip -d ../Inbox" : "\(way) bundle ../Inbox", in: "elsewhere")
        let year = try workspace.shell("date -r manifest.xml +%Y", in: "Inbox/bundle")
        #expect(year == date.prefix(4) + "\n")
        #expect(try Trace.glance(workspace).exit == 137)
        workspace.advance(seconds: 5)
        #expect(try workspace.run().state("bundle") == "accepted")
    }

    @Test func `case 6: rsync's temporary file isn't evidence, and a stale one isn't waited for without end`() throws {
        let workspace = try Workspace()
        let scan = pdf("Scan") + Data(repeating: 0x20, count: 400_000)
        try workspace.drop(evidence: [.file("scan.pdf", scan), .work, .reflection], in: "elsewhere")
        // Killed in the middle of the file.
        try workspace.shell(
            """
            setsid rsync -rt --bwlimit=10 elsewhere/bundle Inbox & p=$!
            until ls -A Inbox/bundle 2> /dev/null | grep -q '^\\.scan\\.pdf\\.......$'; do sleep 0.05; done
            kill -KILL -$p
            """)
        let stale = try #require(workspace.names(in: "Inbox/bundle").first { $0.hasPrefix(".scan.pdf.") })
        #expect(try workspace.run()["waiting"] == 1)
        try workspace.shell("rsync -rt elsewhere/bundle Inbox")
        #expect(try workspace.run()["waiting"] == 1)
        #expect(try workspace.inbox("bundle")["reason"].string?.contains(stale) == true)
        workspace.advance(hours: 2)
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "accepted")
        #expect(pass.findings("bundle").contains { $0.isWarning && $0.mentions(stale) })
        let submission = try #require(pass.bundle("bundle")["submission"].string)
        let queue = workspace.folder(submission, of: try workspace.onlyReader(of: submission)) + "/evidence"
        #expect(try workspace.bytes(queue + "/e1-lesson-plan.pdf") == scan)
        #expect(try workspace.files(named: stale, in: "Outbox").isEmpty)
    }

    @Test(arguments: ["rm -r Inbox/bundle", "mv Inbox/bundle elsewhere/"])
    func `case 10: taken away while it is read, it leaves no half record`(line: String) throws {
        let start = try Workspace()
        try start.makeFolder("elsewhere")
        try start.run()
        try start.drop()
        let whole = try Workspace(copy: start, named: "whole")
        let counted = try Trace.of(whole, calls: "openat2").counts["openat2", default: 0]
        try #require(counted > 8)
        var gone = 0
        for place in stride(from: counted / 8, through: counted, by: counted / 8) {
            let workspace = try Workspace(copy: start, named: "stopped")
            let strace = ["/usr/bin/strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=openat2", "-e"]
            let pass = try Daemon(
                workspace, ["--now", workspace.clock], command: "run",
                under: strace + ["inject=openat2:signal=STOP:when=\(place)"])
            #expect(eventually { pass.isStopped || !pass.isRunning })
            // It may be just then that the pass takes it.
            try workspace.shell("if [ -e Inbox/bundle ]; then \(line) || [ ! -e Inbox/bundle ]; fi")
            // Every thread of it, and of its helpers, comes by that place.
            try #require(eventually(within: 120) { pass.goOn() }, "\(place): \(pass.words)")
            #expect(try pass.finish() == 0, "\(place): \(pass.words)")
            let list = try workspace.ask("list").array
            if list.isEmpty {
                gone += 1
                #expect(try workspace.run()["waiting"] == 0)
                for folder in ["vault/arriving", "vault/copied", "tmp"] {
                    #expect(workspace.names(in: ".assay/" + folder).isEmpty, "\(place)")
                }
                #expect(try workspace.files(named: "receipt.xml", in: "Outbox").isEmpty)
                try workspace.drop()
                #expect(try workspace.run().state("bundle") == "accepted", "\(place)")
            }
            #expect(try workspace.assay(["verify"]).exit == 0, "\(place)")
            let submission = try #require(try workspace.ask("list")[0]["submission"].string)
            #expect(try workspace.state(submission) == "in-review", "\(place)")
        }
        #expect(gone > 0)
    }
}
