import Foundation
import Support
import Testing

/// A bundle that goes back says all that can be known of it in one receipt: each round costs somebody a day.
@Suite(.scratch) struct TogetherTests {
    private func codes(_ workspace: Workspace, _ name: String = "bundle") throws -> Set<String> {
        let checked = try workspace.ask("check", workspace.path("Inbox/\(name)"), exit: 1)
        let checkedCodes = Set(checked["findings"].array.compactMap { $0["code"].string })
        let pass = try workspace.run()
        #expect(pass.state(name) == "returned")
        let codes = Set(pass.findings(name).map(\.code))
        #expect(codes == checkedCodes)
        return codes
    }

    private let elsewhere = Educator(school: "nowhere")

    private func rubric() -> String {
        rubricXML(
            intake: """
                <evidence kind="lesson-plan" form="file" min="1" max="1" media="application/pdf"/>
                <evidence kind="student-work" form="file" min="1" max="6"/>
                <evidence kind="reflection" form="text" min="1" max="1" min-words="20"/>
                """)
    }

    @Test func `the educator's line, the statement that lacks, the school, a missing file and missing evidence`() throws
    {
        let workspace = try Workspace()
        let manifest = manifestXML(
            educator: Educator(email: "nobody", school: "nowhere"), evidence: [.file("gone.md", isThere: false)],
            statement: "")
        try workspace.drop(evidence: [], manifest: manifest)
        #expect(
            try codes(workspace).isSuperset(of: [
                "xml.invalid", "email.invalid", "school.unknown", "evidence.missing", "evidence.too-few",
            ]))
    }

    @Test(arguments: [
        ("Lincoln elementary", "Write 'lincoln-es', the school's short word."),
        (
            "Oak Hill School",
            "Write one of: 'lincoln-es', 'washington-ms', 'jefferson-hs'. If the school is missing, ask"
        ),
    ])
    func `a school's full name is one slip, told once and in a secretary's words`(school: String, words: String) throws
    {
        let workspace = try Workspace()
        try workspace.drop(educator: Educator(school: school))
        let findings = try workspace.run().findings("bundle")
        #expect(
            findings.count == 1 && findings[0].code == "school.unknown" && findings[0].mentions(words), "\(findings)")
    }

    @Test func `what is in the files, beside a fault in the manifest`() throws {
        let workspace = try Workspace(rubrics: [rubric()])
        try workspace.drop(educator: elsewhere)
        #expect(try codes(workspace) == ["school.unknown", "evidence.media", "evidence.too-few-words"])
    }

    @Test func `a file that isn't the one that is meant, beside a fault in the manifest`() throws {
        let workspace = try Workspace(rubrics: [rubric()])
        let digest = String(repeating: "0", count: 64)
        try workspace.drop(
            educator: elsewhere,
            evidence: [.file("plan.md", attributes: "sha256=\"\(digest)\""), .work, .reflection])
        #expect(
            try codes(workspace) == ["school.unknown", "evidence.wrong-digest", "evidence.too-few-words"])
    }

    @Test func `what else is wrong when a file hasn't come in time`() throws {
        let workspace = try Workspace(rubrics: [rubric()])
        try workspace.drop(evidence: [.file("gone.pdf", isThere: false), .work, .reflection])
        #expect(try workspace.run().state("bundle") == "waiting")
        workspace.advance(hours: 2)
        #expect(try codes(workspace) == ["evidence.missing", "evidence.too-few-words"])
    }

    @Test(arguments: [false, true])
    func `what the manifest says, beside a link among the files`(isPacked: Bool) throws {
        let workspace = try Workspace()
        try workspace.drop(educator: elsewhere, in: isPacked ? "packed" : "Inbox")
        if isPacked {
            try workspace.write("packed/bundle/plans/EXIT-ticket.md", "# Another\n")
            try workspace.shell("cd packed/bundle && zip -qr ../../Inbox/bundle.zip .")
            #expect(try codes(workspace, "bundle.zip") == ["file.ambiguous-name", "school.unknown"])
        } else {
            try workspace.shell("ln -s /etc/passwd Inbox/bundle/work/more.txt")
            #expect(try codes(workspace) == ["file.not-plain", "school.unknown"])
        }
    }

    @Test func `a link in the manifest's place hides nothing and is not followed`() throws {
        let workspace = try Workspace()
        try workspace.drop(educator: elsewhere, in: "outside")
        try workspace.drop()
        try workspace.shell("ln -sf ../../outside/bundle/manifest.xml Inbox/bundle/manifest.xml")
        #expect(try codes(workspace) == ["file.not-plain"])
    }

    @Test func `that another one is still under review, or that it was earned already`() throws {
        let workspace = try Workspace()
        try workspace.drop("first")
        let first = try workspace.accept("first")
        try workspace.drop(educator: elsewhere)
        #expect(try codes(workspace) == ["school.unknown", "submission.open"])
        #expect(try workspace.text("Outbox/Returned/bundle/receipt.html").contains("wait until it is decided"))
        try workspace.fillAll(first, levels: ["1.1": "demonstrated", "1.2": "demonstrated"])
        try workspace.run()
        try workspace.drop("again", educator: elsewhere)
        #expect(try codes(workspace, "again") == ["school.unknown", "submission.already-earned"])
        // Whose line can't be read is nobody's.
        try workspace.drop("nobody", educator: Educator(email: "", school: "nowhere"))
        #expect(try !codes(workspace, "nobody").contains { $0.hasPrefix("submission.") || $0.hasPrefix("educator.") })
    }
}
