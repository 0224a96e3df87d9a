import Foundation
import Support
import Testing

/// Names that don't look like what they are to a program that reads characters, or that no system call takes (case 36).
@Suite(.scratch) struct HostileNameTests {
    /// Signs that make one character with a `/` before them.
    private static let marks = ["\u{301}", "\u{200D}", "\u{FE0F}"]

    @Test(arguments: ["\u{9B}2J", "\u{202E}"])
    func `case 36: what a pass says of a manifest's own words steers no terminal`(words: String) throws {
        let workspace = try Workspace()
        try workspace.drop(manifest: "<submission xmlns=\"urn:assay:1\">&a\(words)b;</submission>")
        let result = try workspace.assay(["run"])
        #expect(result.exit == 0 && result.stdout.contains("bundle: waiting"), "\(result)")
        #expect(!(result.stdout + result.stderr).contains(words), "\(result)")
    }

    @Test(arguments: marks)
    func `case 36: names that begin with a combining mark are names like any other`(mark: String) throws {
        let workspace = try Workspace()
        let evidence: [Item] = [
            .file("plans/\(mark)plan.md"), .file("\(mark)work/\(mark)a.pdf", kind: "student-work", pdf("A")),
            .reflection,
        ]
        try workspace.drop("\(mark)bundle", educator: Educator("E1"), evidence: evidence)
        try workspace.drop("folder", educator: Educator("E2"), evidence: evidence, in: "Inbox/topped")
        try workspace.move("Inbox/topped/folder", to: "Inbox/topped/\(mark)in")
        try workspace.drop("packed", educator: Educator("E3"), evidence: evidence, in: "packing")
        try workspace.write("packing/packed/\(mark)w/\(mark)x/loose.txt", "Loose.")
        try workspace.shell("zip -qr '\(workspace.path("Inbox/\(mark)packed.zip"))' .", in: "packing/packed")
        try workspace.drop("neighbor", educator: Educator("E4"))
        let pass = try workspace.run()
        for name in ["\(mark)bundle", "topped", "\(mark)packed.zip", "neighbor"] {
            #expect(pass.state(name) == "accepted", "\(name): \(pass.json)")
        }
        #expect(workspace.names(in: "Inbox").isEmpty)
        #expect(workspace.names(in: ".assay/vault/arriving").isEmpty)
        #expect(try workspace.files(named: "receipt.xml", in: "Outbox/Receipts").count == 4)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test(arguments: ["folder", "zip"])
    func `case 36: a path that is longer than the system opens is returned, and holds nobody up`(form: String) throws {
        let workspace = try Workspace()
        try workspace.drop("long", educator: Educator("E1"), in: "packing")
        let part = String(repeating: "n", count: 200)
        try workspace.shell(
            """
            python3 - <<'END'
            import os, zipfile
            for _ in range(30):
                os.mkdir("\(part)")
                os.chdir("\(part)")
            open("x.txt", "w").write("x")
            END
            """, in: "packing/long")
        if form == "zip" {
            try workspace.shell(
                """
                python3 - <<'END'
                import zipfile
                archive = zipfile.ZipFile("../../Inbox/long.zip", "w")
                archive.write("manifest.xml")
                archive.writestr("/".join(["\(part)"] * 30) + "/x.txt", "x")
                END
                """, in: "packing/long")
        } else {
            try workspace.move("packing/long", to: "Inbox/long")
        }
        try workspace.drop("neighbor", educator: Educator("E2"))
        let pass = try workspace.run()
        let name = form == "zip" ? "long.zip" : "long"
        #expect(pass.findings(name).map(\.code) == [form == "zip" ? "archive.path" : "bundle.too-deep"], "\(pass.json)")
        #expect(pass.state("neighbor") == "accepted")
        #expect(workspace.names(in: "Inbox").isEmpty)
    }
}
