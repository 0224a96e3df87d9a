import Foundation
import Support
import Testing

/// What was earned ends where the rubric says so; then it can be earned anew.
@Suite(.scratch) struct RenewalTests {
    private let both = ["1.1": "demonstrated", "1.2": "demonstrated"]
    private let newPlan = Item.file("plans/exit-ticket.md", Data("# A new year's plan\n".utf8))
    private let newWork = Item.file("work/student-a.pdf", kind: "student-work", pdf("A student of this year"))

    private func rubric(version: String = "1.0", status: String = "active", reviewers: Int = 1) -> String {
        rubricXML(version: version, status: status, reviewers: reviewers, resubmit: "max=\"2\" keep=\"met\"")
            .replacing("  <tag>", with: "  <valid for=\"P1Y\"/>\n  <tag>")
    }

    /// Earned on November 2, and so valid through that day of the next year.
    private func earned() throws -> (Workspace, String) {
        let workspace = try Workspace(rubrics: [rubric()])
        try workspace.drop("first")
        let first = try workspace.accept("first")
        try workspace.fillAll(first, levels: both)
        try workspace.run()
        #expect(try workspace.state(first) == "earned")
        return (workspace, first)
    }

    private func inSpanish(_ evidence: [Item], resubmission: String? = nil) -> String {
        manifestXML(evidence: evidence, resubmission: resubmission)
            .replacing("school=\"lincoln-es\"/>", with: "school=\"lincoln-es\" lang=\"es\"/>")
    }

    @Test func `through its last day a renewal comes back with that day, and on the next one it is taken`() throws {
        let (workspace, first) = try earned()
        workspace.advance(hours: 13, days: 365)
        try workspace.drop("renewal", evidence: [newPlan, newWork, .reflection])
        // An hour before midnight, where the program is.
        let early = try workspace.run()
        #expect(early.state("renewal") == "returned")
        #expect(early.findings("renewal").map(\.code) == ["submission.already-earned"])
        #expect(early.findings("renewal").first?.mentions(first, "2027-11-02", "a renewal is taken") == true)
        try workspace.move("Outbox/Returned/renewal", to: "Inbox/renewal")
        workspace.advance(hours: 2)
        #expect(try workspace.assay(["check", workspace.path("Inbox/renewal")]).exit == 0)
        let second = try workspace.accept("renewal")
        let shown = try workspace.show(second)
        #expect(shown["attempt"].int == 1 && shown["resubmissionOf"].isMissing, "\(shown)")
        try workspace.fillAll(second, levels: both)
        try workspace.run()
        #expect(try workspace.state(second) == "earned" && workspace.state(first) == "earned")
        // And it is valid for a year again.
        try workspace.drop("third", evidence: [newPlan, .work, .reflection])
        #expect(try workspace.run().findings("third").first?.mentions(second, "2028-11-03") == true)
        #expect(try workspace.assay(["verify"]).exit == 0)
    }

    @Test func `a renewal's attempts count from its own first`() throws {
        let (workspace, _) = try earned()
        workspace.advance(days: 366)
        try workspace.drop("renewal", evidence: [newPlan, newWork, .reflection])
        let first = try workspace.accept("renewal")
        try workspace.fillAll(first, levels: ["1.1": "demonstrated", "1.2": "not-met"])
        try workspace.run()
        try workspace.drop("again", evidence: [newPlan, .work, .reflection])
        let second = try workspace.accept("again")
        let shown = try workspace.show(second)
        #expect(shown["attempt"].int == 2 && shown["resubmissionOf"].string == first, "\(shown)")
        try workspace.fillAll(second, levels: ["1.2": "not-met"])
        try workspace.run()
        try workspace.drop("third", evidence: [.plan, newWork, .reflection])
        #expect(try workspace.run().findings("third").contains { $0.code == "resubmission.too-many" })
    }

    @Test func `a renewal is taken under the newest version, and ended by the one under which it was earned`() throws {
        let (workspace, _) = try earned()
        try workspace.write("Rubrics/rubric-1.xml", rubric(status: "retired"))
        try workspace.write("Rubrics/rubric-2.xml", rubricXML(version: "2.0"))
        workspace.advance(days: 366)
        try workspace.drop("renewal", evidence: [newPlan, newWork, .reflection])
        let pass = try workspace.run()
        #expect(pass.state("renewal") == "accepted" && pass.findings("renewal").isEmpty, "\(pass.json)")
        let renewal = try #require(pass.bundle("renewal")["submission"].string)
        #expect(try workspace.show(renewal)["rubric"]["version"].string == "2.0")
        try workspace.fillAll(renewal, levels: both)
        try workspace.run()
        workspace.advance(days: 4000)
        try workspace.drop("later", evidence: [.plan, newWork, .reflection])
        #expect(try workspace.run().findings("later").first?.mentions("Nothing more is needed.") == true)
    }

    @Test func `the receipts of one that comes too early, or as a resubmission, are in Spanish too`() throws {
        let (workspace, first) = try earned()
        let evidence = [newPlan, newWork, Item.reflection]
        try workspace.drop("early", evidence: evidence, manifest: inSpanish(evidence))
        try workspace.run()
        let early = try workspace.text("Outbox/Returned/early/receipt.html")
        #expect(early.contains("con \(first), y es válida hasta el final del 2027-11-02."), "\(early)")
        #expect(!early.contains("lang=\"en\""), "\(early)")
        workspace.advance(days: 366)
        try workspace.drop("late", evidence: evidence, manifest: inSpanish(evidence, resubmission: first))
        #expect(try workspace.run().findings("late").map(\.code) == ["resubmission.unknown"])
        let late = try workspace.text("Outbox/Returned/late/receipt.html")
        #expect(late.contains("una renovación empieza con un primer intento"), "\(late)")
        #expect(!late.contains("lang=\"en\""), "\(late)")
    }

    @Test func `content that was incomplete before, and comes as a renewal, is read anew`() throws {
        let workspace = try Workspace(rubrics: [rubric(reviewers: 2)])
        try workspace.drop("first")
        let first = try workspace.accept("first")
        try workspace.fill(first, as: "r-one", levels: both)
        try workspace.fill(first, as: "r-two", status: "unscorable", reason: "It won't open.", evidence: "e2")
        try workspace.run()
        #expect(try workspace.state(first) == "incomplete")
        try workspace.drop("mended", evidence: [.plan, newWork, .reflection])
        let mended = try workspace.accept("mended")
        try workspace.fillAll(mended, levels: both)
        try workspace.run()
        #expect(try workspace.state(mended) == "earned")
        workspace.advance(days: 366)
        try workspace.drop("again")
        #expect(try workspace.accept("again") == first)
        #expect(try workspace.show(first)["attempt"].int == 1)
        #expect(try workspace.readers(of: first) == ["r-one", "r-two"])
        #expect(try workspace.assay(["verify"]).exit == 0)
    }
}
