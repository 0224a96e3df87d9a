import Foundation
import Glibc
import Support
import Testing

/// A bundle's files can reach nothing outside it, and can't hold up the line.
@Suite(.scratch) struct HostileTests {
    /// Drops a good bundle, makes mischief in it, and expects it back within seconds while its neighbor is accepted.
    @discardableResult
    private func refuse(
        _ mischief: String, program: String = programXML(), listing extra: [Item] = [], at folder: String = "bundle",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Workspace {
        let workspace = try Workspace(program: program)
        try workspace.write("secret.txt", "the secret")
        try workspace.drop("bundle", evidence: Item.usual + extra)
        try workspace.drop("neighbor", educator: Educator("E2"))
        if !mischief.isEmpty { try workspace.shell(mischief, in: "Inbox/" + folder, sourceLocation: sourceLocation) }
        let (pass, cost) = try workspace.measuredRun(limit: 60, sourceLocation: sourceLocation)
        #expect(cost.isSmall, "\(cost)", sourceLocation: sourceLocation)
        #expect(pass.state("bundle") == "returned", "\(pass.json)", sourceLocation: sourceLocation)
        #expect(pass.findings("bundle").contains { $0.isError }, sourceLocation: sourceLocation)
        #expect(pass.state("neighbor") == "accepted", sourceLocation: sourceLocation)
        return workspace
    }

    private static let listed = Item.file("x.md", kind: "lesson-plan", isThere: false)

    @Test(arguments: [
        "ln -s ../../secret.txt x.md", "ln -s \"$(realpath ../../secret.txt)\" x.md", "ln -s /etc x.md",
        "ln -s /proc/self/environ x.md", "ln -s /proc/self/fd/0 x.md", "ln -s nowhere x.md", "ln -s x.md x.md",
        "ln plans/exit-ticket.md x.md", "ln ../../secret.txt x.md", "mkfifo x.md", "mkdir x.md",
        "perl -MSocket -e 'socket(S,AF_UNIX,SOCK_STREAM,0); bind(S,pack_sockaddr_un(\"x.md\")) or die'",
    ])
    func `case 33: what is no regular file with one link is returned, listed or not`(mischief: String) throws {
        let workspace = try refuse(mischief, listing: [Self.listed])
        let queues = try workspace.tree("Outbox/Queues").values
        #expect(!queues.contains(Data("the secret".utf8)))
        // An unlisted folder is nothing to fear.
        if mischief != "mkdir x.md" { try refuseUnlisted(mischief) }
    }

    private func refuseUnlisted(_ mischief: String) throws {
        let workspace = try Workspace("unlisted")
        try workspace.write("secret.txt", "the secret")
        try workspace.drop()
        try workspace.shell(mischief, in: "Inbox/bundle")
        #expect(try workspace.run().state("bundle") == "returned")
    }

    @Test(.enabled(if: geteuid() == 0, "only root makes devices"), arguments: ["c 1 5", "c 1 3", "b 7 99"])
    func `case 33: a device is returned without being opened`(device: String) throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: Item.usual + [Self.listed])
        guard
            try command(
                "/bin/mknod", ["x.md"] + device.split(separator: " ").map(String.init),
                in: workspace.path("Inbox/bundle")
            ).exit == 0
        else { return }  // Some containers forbid it to root, too.
        let pass = try workspace.run(limit: 60)
        #expect(pass.state("bundle") == "returned")
    }

    @Test(arguments: ["plans", "work"])
    func `case 33: a folder that is a link is returned`(folder: String) throws {
        try refuse("mv \(folder) ../../kept-\(folder); ln -s ../../kept-\(folder) \(folder)")
    }

    @Test func `case 33: a bundle that is itself a link stays and is listed with a reason`() throws {
        let workspace = try Workspace()
        try workspace.drop("real", in: "elsewhere")
        try workspace.shell("ln -s ../elsewhere/real bundle", in: "Inbox")
        let pass = try workspace.run()
        #expect(pass["accepted"] == 0)
        #expect(workspace.exists("elsewhere/real/manifest.xml"))
        let isAccounted = try pass.state("bundle") == "returned" || workspace.inbox("bundle")["reason"].string != nil
        #expect(isAccounted)
    }

    @Test(arguments: [
        "../secret.txt", "plans/../../../secret.txt", "plans/../plans/exit-ticket.md", "/etc/passwd", "~/x",
        "./plan.md",
        "plans\\exit-ticket.md", "..\\..\\secret.txt", "C:\\secret.txt", "C:/secret.txt", "//host/share/x", "plans//x",
        "plans/", "", ".", "..", "\\\\host\\share\\x",
    ])
    func `case 34: a path that leaves the bundle, or isn't plain, is returned at once`(path: String) throws {
        let workspace = try Workspace()
        try workspace.write("secret.txt", "the secret")
        try workspace.drop(evidence: Item.usual + [.file(path, isThere: false)])
        let pass = try workspace.run()
        #expect(pass.state("bundle") == "returned")
        #expect(pass.findings("bundle").contains { $0.isError && $0.line == 8 }, "\(pass.json)")
        let queues = try workspace.tree("Outbox/Queues").values
        #expect(!queues.contains(Data("the secret".utf8)))
    }

    @Test(arguments: [(32, true), (33, false), (200, false)])
    func `case 39: folders nest 32 deep and no deeper`(depth: Int, isTaken: Bool) throws {
        let path = Array(repeating: "d", count: depth).joined(separator: "/")
        if !isTaken {
            try refuse("mkdir -p \(path)")
        } else {
            let workspace = try Workspace()
            try workspace.drop()
            try workspace.shell("mkdir -p \(path); echo x > \(path)/x.md", in: "Inbox/bundle")
            #expect(try workspace.run().state("bundle") == "accepted")
        }
    }

    @Test func `case 39: more files than the program allows are returned`() throws {
        try refuse("for i in $(seq 50); do echo $i > $i.md; done", program: programXML(maxFiles: 40))
    }

    @Test func `more bytes than the program allows are returned`() throws {
        try refuse("head -c 200000 /dev/zero > big.bin", program: programXML(maxBytes: 100_000))
    }

    @Test(arguments: ["__MACOSX/big.bin", "@eaDir/big.bin", "plans/._big.bin"])
    func `bytes under a name that is ignored count as well`(path: String) throws {
        let line = "mkdir -p \"$(dirname \(path))\"; head -c 200000 /dev/zero > \(path)"
        try refuse(line, program: programXML(maxBytes: 100_000))
    }

    @Test func `a sparse file is as large as it says`() throws {
        try refuse("truncate -s 8G huge.md", listing: [.file("huge.md", isThere: false)])
    }

    @Test func `case 39: a hundred thousand files are refused by count`() throws {
        try refuse("mkdir many; cd many; seq 100000 | xargs touch")
    }

    @Test(arguments: [
        #"new\nline"#, #"esc\033[31mred"#, "<script>alert(1)</script>", "=cmd|' /C calc'!A0", #"rtl\342\200\256fdp"#,
        "-rf", "$(touch pwned)", "a & b", "\"quoted\"", #"tab\there"#,
    ])
    func `case 36: a bundle of any name is accounted for and its name is inert`(name: String) throws {
        let workspace = try Workspace()
        try workspace.drop("plain")
        // A name can't hold a slash.
        let quoted = name.replacing("/", with: "_").replacing("'", with: "'\\''").replacing("%", with: "%%")
        try workspace.shell(
            "n=\"$(printf -- '\(quoted)')\"; mv -- plain \"$n\"; printf 'x' > \"$n/$n.txt\"", in: "Inbox")
        let result = try workspace.assay(["run", "--json"])
        #expect(result.exit == 0)
        #expect(try result.json["accepted"].int == 1, "\(result)")
        for plain in try [workspace.assay(["list"]), workspace.assay(["status"])] {
            #expect(!plain.stdout.contains("\u{1B}["))
            #expect(!plain.stdout.contains("\u{202E}"))
            #expect(!plain.stdout.contains("new\nline"))
        }
        for (path, bytes) in try workspace.tree("Outbox") where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(!page.contains("<script>alert"), "\(path)")
            #expect(!page.contains("\u{1B}"), "\(path)")
        }
        #expect(!workspace.exists("pwned"))
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(arguments: ["d", "\u{F1}", "\u{202E}", "%"])
    func `case 36: a name of 255 bytes is accounted for everywhere`(sign: String) throws {
        let workspace = try Workspace()
        let name = String(repeating: sign, count: 255 / sign.utf8.count)
        try workspace.drop(name)
        try workspace.drop("again", unlisted: [name: Data("x".utf8)])
        let pass = try workspace.run()
        #expect(Set([name, "again"].map(pass.state)) == ["accepted", "duplicate"], "\(pass.json)")
        let receipts = try workspace.files(named: "receipt.xml", in: "Outbox")
        #expect(receipts.count == 2, "\(receipts)")
        #expect(try workspace.ask("show", name)["bundle"].string == name)
    }

    @Test func `case 36: what is logged of a name can't steer a terminal or forge a line`() throws {
        let workspace = try Workspace()
        try workspace.drop("plain", evidence: [.plan])
        let name = "bad\u{1B}[31m\n2026 forged: accepted\u{202E}\u{9B}"
        try workspace.move("Inbox/plain", to: "Inbox/" + name)
        let result = try workspace.assay(["run", "--verbose"])
        let said = result.stdout + result.stderr
        #expect(said.contains("forged"), "\(said)")
        for sign in ["\u{1B}[31m", "\u{202E}", "\u{9B}", "\n2026 forged"] { #expect(!said.contains(sign)) }
        let told = try workspace.assay(["explain", name]).stderr + workspace.assay(["show", name]).stdout
        for sign in ["\u{1B}[31m", "\u{202E}", "\u{9B}", "\n2026 forged"] { #expect(!told.contains(sign)) }
    }

    @Test func `case 36: names that aren't UTF-8 are accounted for`() throws {
        let workspace = try Workspace()
        try workspace.drop("good")
        try workspace.shell(#"mkdir "$(printf 'bad\377name')"; echo x > "$(printf 'stray\376')""#, in: "Inbox")
        let pass = try workspace.run()
        #expect(pass.state("good") == "accepted")
        #expect(pass["waiting"] == 1)
        #expect(try workspace.ask("status")["inbox"].array.count == 2)
    }

    @Test func `case 36: a file name inside the bundle that isn't UTF-8 doesn't stop the pass`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.shell(#"echo x > "$(printf 'bad\377name')""#, in: "Inbox/bundle")
        let state = try workspace.run().state("bundle")
        #expect(state == "accepted" || state == "returned")
    }

    @Test func `case 37: an educator's words are inert on every page`() throws {
        let workspace = try Workspace(rubrics: [rubricXML(comment: "optional")])
        let educator = Educator(name: "&lt;script&gt;alert(1)&lt;/script&gt;")
        try workspace.drop(
            educator: educator,
            evidence: [
                .file("plan.md", attributes: "title=\"&lt;img src=x onerror=alert(1)&gt;\""), .work,
                .text("]]&gt; &lt;b onclick='x'&gt;"),
            ])
        let submission = try workspace.accept()
        try workspace.fill(
            submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"], comment: "<script>alert(2)</script>")
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        for (path, bytes) in try workspace.tree("Outbox") where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            for word in ["<script>alert", "<img src=x", "<b onclick"] { #expect(!page.contains(word), "\(path)") }
        }
        try workspace.validate(try workspace.record(submission), by: "record")
    }

    @Test(arguments: ["xml", "text"])
    func `case 37: a reviewer's words are inert in the record and on the page, whatever they hold`(form: String) throws
    {
        let person = form == "xml" ? Person("r-one") : Person.writer("r-one")
        let workspace = try Workspace(rubrics: [rubricXML(comment: "optional")], people: [person])
        try workspace.drop()
        let submission = try workspace.accept()
        let words =
            "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> &amp; --> @SUM(1+1) {{#record}} \u{202E}x"
        let levels = ["1.1": "demonstrated", "1.2": "demonstrated"]
        if form == "xml" {
            try workspace.fill(submission, levels: levels, comment: words)
        } else {
            try workspace.fillText(submission, levels: levels, comments: ["1.1": words])
        }
        try workspace.run()
        #expect(try workspace.state(submission) == "earned")
        let record = try workspace.record(submission)
        try workspace.validate(record, by: "record")
        // Kept as it was typed.
        let xml = try workspace.text(record)
        #expect(xml.contains("=cmd|' /C calc'!A0 &lt;img src=x onerror=alert(1)&gt; &amp;amp; --&gt; @SUM(1+1)"))
        for (path, bytes) in try workspace.tree("Outbox") where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            for sign in ["<img src=x", "\u{202E}"] { #expect(!page.contains(sign), "\(path): \(sign)") }
        }
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(arguments: ["xml", "text"])
    func `case 37: a zero byte in a decision is refused, and what closes a section is a fault or a comment`(
        form: String
    ) throws {
        let person = form == "xml" ? Person("r-one") : Person.writer("r-one")
        let workspace = try Workspace(rubrics: [rubricXML(comment: "optional")], people: [person])
        try workspace.drop()
        let submission = try workspace.accept()
        let levels = ["1.1": "demonstrated", "1.2": "demonstrated"]
        for (words, isTaken) in [
            ("zero\0byte", false), ("]]> <criterion id=\"1.1\" level=\"not-met\"/>", form == "text"),
        ] {
            try workspace.remove(
                form == "xml" ? workspace.decision(submission, of: "r-one") : workspace.decisionText(submission))
            try workspace.run()
            if form == "xml" {
                try workspace.fill(submission, levels: levels, comment: words)
            } else {
                try workspace.fillText(submission, levels: levels, comments: ["1.1": words])
            }
            let pass = try workspace.run()
            #expect(pass["decided"] == (isTaken ? 1 : 0), "\(words): \(pass.json)")
            #expect(pass["problems"] == (isTaken ? 0 : 1), "\(words): \(pass.json)")
        }
    }
}
