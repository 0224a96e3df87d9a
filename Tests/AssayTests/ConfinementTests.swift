import Foundation
import Glibc
import Support
import Testing

/// What the kernel saw of a pass over a hostile bundle: nothing outside the workspace, no socket, no other program.
@Suite(.scratch) struct ConfinementTests {
    /// A traced pass over a bundle with mischief in it, which comes back while its neighbor is accepted.
    @discardableResult
    private func trace(
        _ mischief: String, listing extra: [Item] = [], program: String = programXML(),
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (Workspace, Trace) {
        let workspace = try Workspace(program: program)
        try workspace.write("secret.txt", "the secret")
        try workspace.drop("bundle", evidence: Item.usual + extra)
        try workspace.drop("neighbor", educator: Educator("E2"))
        if !mischief.isEmpty { try workspace.shell(mischief, in: "Inbox/bundle", sourceLocation: sourceLocation) }
        let trace = try Trace.ofOpenings(workspace, arguments: ["run", "--json"])
        try #require(trace.result.exit == 0, "\(trace.result)", sourceLocation: sourceLocation)
        let pass = Pass(json: try trace.result.json)
        #expect(pass.state("bundle") == "returned", "\(pass.json)", sourceLocation: sourceLocation)
        #expect(pass.state("neighbor") == "accepted", sourceLocation: sourceLocation)
        #expect(trace.lines.contains { $0.contains("manifest.xml") }, sourceLocation: sourceLocation)
        #expect(trace.strangers(to: workspace) == [], sourceLocation: sourceLocation)
        #expect(!trace.lines.contains { $0.contains("secret.txt") }, sourceLocation: sourceLocation)
        return (workspace, trace)
    }

    @Test func `a pass over good bundles opens nothing outside either, and what it may not do would be seen`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        #expect(try Trace.ofOpenings(workspace).strangers(to: workspace) == [])
        // The same eyes on a program that does look around.
        var other = try Trace.ofOpenings(workspace)
        let log = workspace.root + "-trace"
        _ = try command(
            "/usr/bin/strace",
            ["-f", "-qq", "-y", "-o", log, "-e", "trace=openat,socket,connect", "python3", "-c"]
                + ["import socket; open('/etc/passwd'); socket.socket()"])
        other.lines = try String(contentsOf: URL(filePath: log), encoding: .isoLatin1).split(separator: "\n")
            .map(String.init)
        let strangers = other.strangers(to: workspace)
        #expect(strangers.contains { $0.contains("/etc/passwd") } && strangers.contains { $0.contains("AF_INET") })
    }

    @Test(arguments: [
        "ln -s ../../secret.txt x.md", "ln -s /etc/passwd x.md", "ln -s /proc/self/environ x.md", "ln -s /etc x.md",
        "ln ../../secret.txt x.md", "mkfifo x.md",
        "perl -MSocket -e 'socket(S,AF_UNIX,SOCK_STREAM,0); bind(S,pack_sockaddr_un(\"x.md\")) or die'",
    ])
    func `case 33: a link, a pipe or a socket isn't even opened`(mischief: String) throws {
        let (_, trace) = try trace(mischief, listing: [.file("x.md", isThere: false)])
        #expect(!trace.lines.contains { $0.contains("x.md") })
    }

    @Test(arguments: ["../../secret.txt", "/etc/passwd", "~/x", "plans/../../../secret.txt", "..\\..\\secret.txt"])
    func `case 34: a path that leads outside is refused by its text, and nothing is opened by it`(path: String) throws {
        try trace("", listing: [.file(path, isThere: false)])
    }

    @Test func `what is written over after it was read isn't taken, though its length and its date are kept`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let pass = try Daemon.stopped(workspace, at: "renameat2", of: "bundle")
        let place = try #require(["Inbox/bundle", ".assay/vault/arriving/bundle"].first { workspace.exists($0) })
        try workspace.shell(
            """
            cp -p \(place)/plans/exit-ticket.md before
            tr a-y b-z < before > \(place)/plans/exit-ticket.md
            touch -r before \(place)/plans/exit-ticket.md
            """)
        try #require(eventually { pass.goOn() })
        #expect(try pass.finish() == 0, "\(pass.words)")
        #expect(pass.words.contains("it changed while it was read"), "\(pass.words)")
        #expect(workspace.exists("Inbox/bundle/manifest.xml"))
        workspace.advance(seconds: 60)
        #expect(try workspace.run().state("bundle") == "accepted")
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(arguments: [
        "ln -sf /etc/passwd", "ln -sf \"$SECRET\"", "ln -f \"$SECRET\"", "rm plans/exit-ticket.md; mkfifo",
        "echo other words of the same size >",
    ])
    func `case 34: what is exchanged between listing and opening is never followed`(mischief: String) throws {
        for opening in 1...2 {
            let workspace = try Workspace("opening-\(opening)")
            try workspace.write("secret.txt", "the secret")
            try workspace.drop()
            try workspace.drop("neighbor", educator: Educator("E2"), evidence: [.file("plan.md"), .work, .reflection])
            let pass = try Daemon.stopped(workspace, at: "openat2", of: "plans/exit-ticket.md", time: opening)
            let place = try #require(["Inbox/bundle", ".assay/vault/arriving/bundle"].first { workspace.exists($0) })
            try workspace.shell(
                "SECRET=\(workspace.path("secret.txt")); \(mischief) plans/exit-ticket.md", in: place)
            #expect(eventually { pass.goOn() })
            #expect(try pass.finish() == 0, "\(pass.words)")
            let later = try workspace.run(limit: 30)
            #expect(later["accepted"] != nil)
            let list = try workspace.ask("list")
            #expect(list.first("bundle", "neighbor")["state"].string == "in-review", "\(list)")
            let shown = try workspace.tree("Outbox/Queues").values
            let outside = [try workspace.bytes("secret.txt"), try Data(contentsOf: URL(filePath: "/etc/passwd"))]
            if opening == 1 || mischief.hasPrefix("ln -s") {
                #expect(!shown.contains { outside.contains($0) }, "\(mischief) at opening \(opening)")
            }
            // Whoever stands in the folder while it is claimed can change what was measured; that much is found.
            #expect(try workspace.assay(["verify"]).exit == (opening == 1 ? 0 : 1))
        }
    }

    @Test func `case 39: a listing of a hundred thousand files stops early`() throws {
        let workspace = try Workspace(program: programXML(maxFiles: 40))
        try workspace.drop()
        try workspace.shell("mkdir many; cd many; seq 100000 | xargs touch", in: "Inbox/bundle")
        let trace = try Trace.of(workspace, calls: "getdents64,newfstatat", arguments: ["run", "--json"])
        #expect(try Pass(json: trace.result.json).state("bundle") == "returned", "\(trace.result)")
        // It would take more than a hundred thousand calls to look at all of them once.
        #expect(trace.lines.count < 5000, "\(trace.lines.count)")
    }

    @Test func `case 39: a bundle that is all folders is refused by count`() throws {
        try trace("for i in $(seq 80); do mkdir -p f$i/$(seq -s/ 30); done")
    }
}
