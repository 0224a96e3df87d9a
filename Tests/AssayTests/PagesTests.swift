import Foundation
import Support
import Testing

/// The pages over the Outbox, and the page that a reviewer reads.
@Suite(.scratch) struct PagesTests {
    private func times(_ workspace: Workspace) throws -> String {
        try workspace.shell("find Outbox -name '*.html' -printf '%p %i %T@\\n' | sort")
    }

    @Test func `an empty workspace has a secretary's page that says so`() throws {
        let workspace = try Workspace()
        try workspace.run()
        let page = try workspace.text("Outbox/index.html")
        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("Maple Valley School District"))
        #expect(page.components(separatedBy: "<p>Nothing.</p>").count == 5)
    }

    @Test func `the secretary's page says what arrived, waits, came back, and why`() throws {
        let workspace = try Workspace()
        try workspace.drop("good one")
        try workspace.drop("bad", educator: Educator("E2", school: "nowhere"))
        try workspace.drop(
            "half", educator: Educator("E3"), evidence: [.file("x.md", isThere: false), .work, .reflection])
        try workspace.write("Inbox/stray.txt", "?")
        try workspace.run()
        let page = try workspace.text("Outbox/index.html")
        #expect(page.contains("<a href=\"Returned/bad/receipt.html\"><bdi>bad</bdi></a>"))
        #expect(page.contains("The program has no school &#39;nowhere&#39;."))
        #expect(page.contains("1 of 2 files"))
        #expect(page.contains("Inbox/stray.txt"))
        let link = try #require(page.firstMatch(of: /href="(Receipts\/[^"]*\/receipt\.html)"><bdi>good one/))
        let target = try #require(String(link.1).removingPercentEncoding)
        #expect(workspace.exists("Outbox/" + target))
    }

    @Test func `a page lists the newest of many and counts them all`() throws {
        let workspace = try Workspace(people: [Person("r-one", capacity: 1000)])
        for number in 1...205 { try workspace.drop("b\(number)", educator: Educator("E\(number)")) }
        for number in 1...3 { try workspace.drop("z\(number)", educator: Educator("Z\(number)", school: "nowhere")) }
        try workspace.run()
        let page = try workspace.text("Outbox/index.html")
        #expect(page.contains("The newest 200 of 205."))
        #expect(page.contains("<a href=\"#returned\">Came back</a> (3)"))
        let desk = try workspace.text("Outbox/Queues/r-one/index.html")
        #expect(desk.components(separatedBy: "/read.html\"").count == 206)
    }

    @Test func `a reviewer's page lists what is open, what is to be mended, and what was taken`() throws {
        let workspace = try Workspace(people: [Person("r-one")])
        try workspace.drop("one")
        let first = try workspace.accept("one")
        try workspace.drop("two", educator: Educator("E2"))
        let second = try workspace.accept("two")
        let place = "Outbox/Queues/r-one/index.html"
        #expect(try workspace.text(place).contains("Open (2)"))
        #expect(try workspace.text(place).contains("2026-11-16"))
        try workspace.fillAll(first, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.fillAll(second, levels: ["1.1": "demonstrated"])
        workspace.advance(hours: 1)
        try workspace.run()
        let page = try workspace.text(place)
        #expect(page.contains("Open (1)") && page.contains("Taken (1)"))
        #expect(page.contains("To mend:"))
        #expect(page.contains("2026-11-02 <br>10:00 CST"))
        let outbox = try workspace.text("Outbox/index.html")
        #expect(outbox.contains("Decisions/2026-11/\(first)/feedback.html"))
        #expect(outbox.contains("Outbox/Queues/r-one/\(second)/decision.xml"))
    }

    @Test func `a pass in which nothing happens leaves every page alone`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.drop("bad", educator: Educator("E2", school: "nowhere"))
        try workspace.run()
        let before = try times(workspace)
        workspace.advance(hours: 2)
        try workspace.run()
        _ = try workspace.ask("status")
        _ = try workspace.ask("queue")
        #expect(try times(workspace) == before)
    }

    @Test func `a page that was deleted comes back at the next pass`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.run()
        let before = try workspace.tree("Outbox")
        try workspace.shell("find Outbox -name index.html -delete")
        try workspace.run()
        #expect(try workspace.tree("Outbox") == before)
    }

    @Test func `publish writes every page again, byte for byte`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        try workspace.drop("bad", educator: Educator("E2", school: "nowhere"))
        try workspace.write("Inbox/stray.txt", "?")
        try workspace.run()
        let before = try workspace.tree("Outbox")
        #expect(before.keys.contains { $0.hasSuffix("/read.html") })
        try workspace.shell("find Outbox -name '*.html' -not -path '*/Returned/*' -delete")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.tree("Outbox") == before)
        try workspace.shell("rm -r Outbox/Queues Outbox/Receipts Outbox/index.html")
        #expect(try workspace.assay(["publish", "--all"]).exit == 0)
        #expect(try workspace.tree("Outbox") == before)
    }

    @Test func `something of a reviewer's under the page's name keeps no pass from its end`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        let reader = try workspace.onlyReader(of: submission)
        try workspace.remove("Outbox/Queues/\(reader)/index.html")
        try workspace.write("Outbox/Queues/\(reader)/index.html/mine.txt", "mine")
        try workspace.fillAll(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        let result = try workspace.assay(["run"])
        #expect(result.exit == 0, "\(result)")
        #expect((result.stdout + result.stderr).contains("Outbox/Queues/\(reader)/index.html can't be written"))
        #expect(try workspace.state(submission) == "earned")
        #expect(try workspace.text("Outbox/Queues/\(reader)/index.html/mine.txt") == "mine")
    }

    @Test func `feedback shows how the points add up, and the line that names the attempt before`() throws {
        let rubric = rubricXML(
            criteria: [Criterion("1.1", weight: "2.5"), Criterion("1.2", on: "student-work")],
            award: "policy=\"points\" minimum=\"6\" each=\"1\"")
        let workspace = try Workspace(rubrics: [rubric])
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try workspace.run()
        let page = try workspace.text("Outbox/Decisions/2026-11/\(submission)/feedback.html")
        for part in [
            "How the points add up", "<td>Demonstrated</td><td>2</td><td>2.5</td><td>5</td>",
            "<td>Not met</td><td>0</td><td>1</td><td>0</td>", "Sum</th><td><strong>5</strong></td>",
            "Needed</th><td>6</td>", "Needed of each required criterion</th><td>1</td>",
            "&lt;resubmission of=&quot;\(submission)&quot;&gt;&lt;note&gt;What changed&lt;/note&gt;&lt;/resubmission&gt;",
        ] { #expect(page.contains(part), "\(part) in \(page)") }
        // The line is right as it stands.
        try workspace.drop(
            "again", evidence: [.plan, .file("work/new.pdf", kind: "student-work", pdf("New")), .reflection],
            resubmission: submission)
        #expect(try workspace.run().state("again") == "accepted")
    }

    @Test func `a comment's own letters stand in feedback as they were typed`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        let comment = "Ler\u{AD}nen, 👩\u{200D}🏫, می\u{200C}خواهم. \u{202E}kcab"
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"], comment: comment)
        try workspace.run()
        let page = try workspace.text("Outbox/Decisions/2026-11/\(submission)/feedback.html")
        #expect(page.contains("Ler\u{AD}nen, 👩\u{200D}🏫, می\u{200C}خواهم. \u{FFFD}kcab"), "\(page)")
    }

    @Test func `feedback of a rubric without points has no table of them`() throws {
        let workspace = try Workspace()
        try workspace.drop()
        let submission = try workspace.accept()
        try workspace.fill(submission, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        let page = try workspace.text("Outbox/Decisions/2026-11/\(submission)/feedback.html")
        #expect(!page.contains("How the points add up") && !page.contains("resubmission of"))
    }
}
