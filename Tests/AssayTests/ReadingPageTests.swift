import Foundation
import Support
import Testing

/// `read.html`: the rubric beside the evidence.
@Suite(.scratch) struct ReadingPageTests {
    private static let intake = usualIntake + "\n<evidence kind=\"photo\" form=\"file\" min=\"0\" max=\"9\"/>"

    /// One pixel.
    private static let png =
        Data(
            base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
                + "awAAAABJRU5ErkJggg==") ?? Data()

    private func page(
        _ evidence: [Item], educator: Educator = Educator(), blind: String = "double"
    ) throws -> (Workspace, String, String) {
        let workspace = try Workspace(rubrics: [rubricXML(intake: Self.intake, blind: blind)])
        try workspace.drop(educator: educator, evidence: evidence)
        let submission = try workspace.accept()
        let place = try workspace.folder(submission, of: workspace.onlyReader(of: submission)) + "/read.html"
        return (workspace, submission, place)
    }

    @Test func `the page has the rubric, and beside it texts, links, pictures and files`() throws {
        let (workspace, _, place) = try page(
            Item.usual + [.link("https://video.example/v/1?a=1&amp;b=2"), .file("p.png", kind: "photo", Self.png)])
        let html = try workspace.text(place)
        for part in [
            "Criterion 1.1 is seen in the evidence", "It is there, and it is used.", "Progressing",
            "I saw that half of them guessed, and asked again.", "Ask, wait, look.",
            "<a href=\"https://video.example/v/1?a=1&amp;b=2\" rel=\"noreferrer noopener\">",
            "<img src=\"evidence/e5-photo.png\" alt=\"Picture sent as e5, photo\"",
            "<a href=\"evidence/e2-student-work.pdf\">", "<a href=\"#e1\">e1 lesson-plan</a>",
        ] { #expect(html.contains(part), "\(part)") }
        for file in html.matches(of: /(?:src|href)="(evidence\/[^"]*)"/).map({ String($0.1) }) {
            #expect(workspace.exists(place.replacingOccurrences(of: "read.html", with: file)), "\(file)")
        }
    }

    @Test func `nothing active is shown, only saved, whatever it is called`() throws {
        let svg = Data("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8)
        let html = Data("<!DOCTYPE html><html><script>alert(2)</script></html>".utf8)
        let (workspace, _, place) = try page(
            Item.usual + [
                .file("a.svg", kind: "photo", svg), .file("b.html", kind: "photo", html),
                .file("c.html", kind: "photo", pdf("polyglot")), .file("d.png", kind: "photo", svg),
            ])
        let page = try workspace.text(place)
        #expect(!page.lowercased().contains("<script"))
        #expect(!page.contains("<img") && !page.contains("<svg"))
        for name in ["e4-photo.svg", "e5-photo.html", "e6-photo.html", "e7-photo.png"] {
            #expect(page.contains("<a href=\"evidence/\(name)\" download>"), "\(name)")
        }
    }

    @Test func `a picture that would open as a page is shown, and only saved`() throws {
        let gif = Data("GIF89a\u{1}\0\u{1}\0\0\0\0;".utf8)
        let (workspace, _, place) = try page(
            Item.usual + [
                .file("a.html", kind: "photo", gif + Data("<html><script>alert(1)</script></html>".utf8)),
                .file("b.gif", kind: "photo", gif),
            ])
        let page = try workspace.text(place)
        #expect(page.contains("<img src=\"evidence/e4-photo.html\""))
        #expect(!page.contains("<a href=\"evidence/e4-photo.html\">"))
        #expect(page.contains("<a href=\"evidence/e4-photo.html\" download>"))
        #expect(page.contains("<a href=\"evidence/e5-photo.gif\"><img src=\"evidence/e5-photo.gif\""))
    }

    @Test func `hostile words stay words on every page`() throws {
        let hostile = "&lt;/pre>&lt;script>alert(1)&lt;/script>&lt;img src=x onerror=alert(1)>\"'&#x202E;]]&gt;"
        let (workspace, submission, place) = try page(
            [
                .file(
                    "plan.md", Data("</pre><script>alert(3)</script>".utf8),
                    attributes: "title=\"&lt;script>alert(4)&lt;/script>\""),
                .work, .text("Half of them asked. \(hostile)"),
            ], educator: Educator(name: "&lt;script>alert(5)&lt;/script>"), blind: "none")
        try workspace.fillAll(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        for html in [try workspace.text(place), try workspace.text("Outbox/index.html")] {
            #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("\u{202E}"))
        }
        let read = try workspace.text(place)
        #expect(read.contains("&lt;/pre&gt;&lt;script&gt;alert(3)"))
        #expect(read.contains("&lt;script&gt;alert(4)"))
        #expect(read.contains("&lt;script&gt;alert(5)"))
        try workspace.run()
        let pages = ["index.html", "feedback.html", "receipt.html"]
        for file in try pages.flatMap({ try workspace.files(named: $0, in: "Outbox") }) {
            #expect(try !workspace.text(file).contains("<script"), "\(file)")
        }
    }

    @Test func `under double blindness no page of a reviewer's names the submitter`() throws {
        let secrets = ["Zwetschge", "E-secret", "zz@hidden.example", "lincoln-es", "geheim", "Vorname"]
        let (workspace, submission, place) = try page(
            [
                .file("Vorname/geheim.md", attributes: "title=\"Vorname Zwetschge\""), .work, .reflection,
                .file("geheim.png", kind: "photo", Self.png),
            ], educator: Educator("E-secret", name: "Vorname Zwetschge", email: "zz@hidden.example"))
        let reader = try workspace.onlyReader(of: submission)
        for file in [place, "Outbox/Queues/\(reader)/index.html"] {
            let text = try workspace.text(file)
            for secret in secrets + ["bundle"] { #expect(!text.contains(secret), "\(secret) in \(file)") }
        }
        for name in try workspace.tree("Outbox/Queues").keys {
            for secret in secrets { #expect(!name.contains(secret), "\(secret) in \(name)") }
        }
    }

    @Test func `under single blindness the page says who sent it`() throws {
        let (workspace, _, place) = try page(Item.usual, blind: "single")
        let html = try workspace.text(place)
        #expect(html.contains("Ana María Núñez, lincoln-es") && html.contains("plans/exit-ticket.md"))
    }

    @Test func `a long text is cut, and one in another encoding is read`() throws {
        let long = Data(String(repeating: "Ünder the oak. ", count: 20_000).utf8)
        let old = Data("Caf\u{E9} \u{93}quoted\u{94}".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        let (workspace, _, place) = try page(
            [.file("long.md", long), .file("old.txt", kind: "student-work", old), .reflection])
        let html = try workspace.text(place)
        #expect(html.utf8.count < 230_000)
        #expect(html.contains("Only its beginning is shown here"))
        #expect(!html.contains("\u{FFFD}"))
        #expect(html.contains("Café “quoted”"))
    }

    @Test func `a page as it was laid leaves with its folder, and one that was written on is kept`() throws {
        for isChanged in [false, true] {
            let (workspace, submission, place) = try page(Item.usual)
            if isChanged { try workspace.write(place, workspace.text(place) + "my notes") }
            try workspace.fillAll(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
            try workspace.run()
            #expect(!workspace.exists(place))
            #expect(try workspace.isKept("my notes") == isChanged)
            #expect(workspace.names(in: ".assay/vault/kept").isEmpty != isChanged)
            try workspace.remove("")
        }
    }

    @Test func `a page that was deleted is laid again, and one that was written on is left alone`() throws {
        let (workspace, _, place) = try page(Item.usual)
        let before = try workspace.bytes(place)
        try workspace.remove(place)
        try workspace.run()
        #expect(try workspace.bytes(place) == before)
        try workspace.write(place, "mine")
        try workspace.run()
        #expect(try workspace.text(place) == "mine")
    }

    @Test func `publish --all brings back what was laid in a queue folder, and keeps what somebody wrote there`() throws
    {
        let (workspace, submission, place) = try page(Item.usual)
        let reader = try #require(try workspace.readers(of: submission).first)
        try workspace.fill(submission, as: reader, levels: ["1.1": "excellent"], comment: "Not yet done.")
        workspace.advance(seconds: 60)
        try workspace.run()
        let folder = workspace.folder(submission, of: reader)
        let before = try workspace.tree(folder)
        try workspace.write(place, Data(try workspace.bytes(place).dropLast(100)))
        try workspace.write(folder + "/problems.txt", "?")
        let evidence = try #require(workspace.names(in: folder + "/evidence").first)
        try workspace.write(folder + "/evidence/" + evidence, "?")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        let kept = evidence.replacing(".", with: "-as-it-was.")
        #expect(try workspace.text(folder + "/evidence/" + kept) == "?")
        try workspace.remove(folder + "/evidence/" + kept)
        #expect(try workspace.tree(folder) == before)

        for (number, name) in ["read-as-it-was.html", "read-as-it-was-2.html"].enumerated() {
            try workspace.write(place, "mine \(number)")
            let told = try workspace.assay(["publish", "--all"]).stdout
            #expect(told.contains("it is kept as \(folder)/\(name)"), "\(told)")
            #expect(try workspace.text(folder + "/" + name) == "mine \(number)")
            #expect(try workspace.bytes(place) == before["read.html"])
        }
        try workspace.shell("rm read.html; mkdir read.html", in: folder)
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.bytes(place) == before["read.html"])
        try workspace.remove(folder + "/read-as-it-was-3.html")
        try workspace.fillAll(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        workspace.advance(seconds: 60)
        try workspace.run()
        #expect(!workspace.exists(folder))
        #expect(try workspace.isKept("mine 0") && workspace.isKept("mine 1"))
    }

    @Test func `a rubric's own rules stand on its page and in the template's notes, without what is yet to be counted`()
        throws
    {
        let rules = """
            <rule id="two" test="count(a:evidence/a:file) > 1">Send two files; here {count(a:evidence/a:file)} came.</rule>
            <rule id="same" severity="warning" test="not(a:evidence/a:link)">Two of the {count(//a:file)} are one.</rule>
            """
        let workspace = try Workspace(rubrics: [rubricXML(intake: usualIntake + rules)])
        try workspace.run()
        let page = try workspace.assay(["rubric", "show", workspace.path("Rubrics/rubric-1.xml")]).stdout
        let (refuses, warns) = (
            "A bundle comes back with these words where they are so:",
            "A bundle is taken with these words as a warning where they are so:"
        )
        #expect(page.contains("<p>\(refuses)</p>\n<ul>\n<li>Send two files.</li>\n</ul>"), "\(page)")
        #expect(page.contains("<p>\(warns)</p>\n<ul>\n<li>Two of the … are one.</li>\n</ul>"), "\(page)")
        let note = try workspace.text("Outbox/Templates/checking-1.0/lesson-plan/_what-goes-here.txt")
        #expect(note.contains("\(refuses)\r\n- Send two files.\r\n"), "\(note)")
        #expect(note.contains("\(warns)\r\n- Two of the … are one.\r\n"), "\(note)")
    }

    @Test func `rubric show prints the rubric's page`() throws {
        let workspace = try Workspace()
        let shown = try workspace.assay(["rubric", "show", workspace.path("Rubrics/rubric-1.xml")])
        #expect(shown.exit == 0)
        for part in [
            "<!DOCTYPE html>", "Checking for understanding", "Criterion 1.2 is seen", "Judged on", "student-work",
            "One reviewer reads it.", "3 attempts in all. What was met is kept.",
        ] { #expect(shown.stdout.contains(part), "\(part)") }
        #expect(try workspace.assay(["rubric", "show", workspace.path("Rubrics/none.xml")]).exit == 66)
        let wrong = try workspace.assay(["rubric", "show", workspace.path("Rubrics/program.xml")])
        #expect(wrong.exit == 1 && wrong.stdout.isEmpty)
    }
}
