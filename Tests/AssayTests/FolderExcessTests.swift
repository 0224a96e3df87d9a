import Foundation
import Support
import Testing

/// A small drop can't make much of memory, ledger or receipts: of what is too much only the first is read and told.
@Suite(.scratch) struct FolderExcessTests {
    /// Runs a pass in which the bundle comes back at small cost, and its neighbor is accepted.
    private func refused(_ files: [String: Data], intake: String) throws -> [Finding] {
        let workspace = try Workspace(rubrics: [
            rubricXML(), rubricXML(id: "folders", intake: intake, criteria: [Criterion("1.1", on: "reflection")]),
        ])
        let manifest = manifestXML(rubric: "folders").replacing(#/<evidence>(.|\n)*<\/evidence>/#, with: "")
        try workspace.drop(evidence: [], manifest: manifest, unlisted: files)
        return try refused(workspace)
    }

    private func refused(_ workspace: Workspace) throws -> [Finding] {
        try workspace.drop("neighbor", educator: Educator("E2"))
        let (pass, cost) = try workspace.measuredRun(limit: 60)
        #expect(cost.isSmall, "\(cost)")
        #expect(pass.state("bundle") == "returned", "\(pass.bundle("bundle")["state"])")
        #expect(pass.state("neighbor") == "accepted")
        for name in ["receipt.xml", "receipt.html"] {
            #expect(try workspace.bytes("Outbox/Returned/bundle/" + name).count < 200_000, "\(name)")
        }
        return pass.findings("bundle")
    }

    private func files(_ count: Int, in folder: String, _ text: String) -> [String: Data] {
        Dictionary(
            uniqueKeysWithValues: (1...count).map { ("\(folder)/\($0 + 100).txt", Data(text.utf8)) })
    }

    private let reflection = "<evidence kind=\"reflection\" form=\"text\" min=\"1\" max=\"1\"/>"
    private let rule = "<rule id=\"one\" test=\"count(//a:text) = 1\">It isn't one.</rule>"

    @Test func `of countless bad links in many files the first are told`() throws {
        let links = files(20, in: "video", String(repeating: "a\n", count: 1000))
        let findings = try refused(
            links.merging(["reflection/mine.txt": Data("Half of them guessed.".utf8)]) { $1 },
            intake: reflection + "<evidence kind=\"video\" form=\"link\" min=\"0\" max=\"3\"/>")
        #expect(findings.count < 30, "\(findings.count)")
        let excess = findings.filter { $0.code == "evidence.too-many" }
        #expect(excess.count == 1 && excess[0].mentions("At most 3 'video' links", "far more are there", "'101.txt'"))
    }

    @Test func `links too many in one file are counted, and each is told of once`() throws {
        let findings = try refused(
            [
                "reflection/mine.txt": Data("Half of them guessed.".utf8),
                "video/1.txt": Data(String(repeating: "https://v.example/1 long\n", count: 40).utf8),
            ],
            intake: reflection
                + "<evidence kind=\"video\" form=\"link\" min=\"0\" max=\"3\" max-duration=\"PT9M\"/>")
        #expect(findings.filter { $0.code == "duration.invalid" }.count == 15, "\(findings)")
        let excess = findings.filter { $0.code == "evidence.too-many" }
        #expect(excess.count == 1 && excess[0].mentions("40 are there"), "\(findings)")
    }

    @Test func `of far too many long texts it is said that they are too many`() throws {
        let text = String(repeating: "Half of them guessed. ", count: 46_000)
        let findings = try refused(files(78, in: "reflection", text), intake: reflection + rule)
        let excess = findings.filter { $0.code == "evidence.too-many" }
        #expect(excess.count == 1, "\(findings)")
        #expect(excess.first?.mentions("At most 1 'reflection' text may", "78 are there", "and 66 more") == true)
        #expect(!findings.contains { $0.code.hasPrefix("rule.") || $0.code == "bundle.unreadable" }, "\(findings)")
    }

    @Test func `texts that are more together than rules can be tried on are refused`() throws {
        let text = String(repeating: "Half of them guessed. ", count: 46_000)
        let findings = try refused(
            files(40, in: "reflection", text),
            intake: reflection.replacing("max=\"1\"", with: "max=\"50\"") + rule)
        #expect(findings.map(\.code) == ["bundle.too-large"], "\(findings)")
    }

    @Test func `texts that weren't read any more aren't called too few, and what is lacking is`() throws {
        let text = String(repeating: "Half of them guessed. ", count: 46_000)
        let findings = try refused(
            files(40, in: "reflection", text),
            intake: "<evidence kind=\"reflection\" form=\"text\" min=\"20\" max=\"50\"/>"
                + "<evidence kind=\"video\" form=\"link\" min=\"1\" max=\"3\"/>")
        #expect(findings.map(\.code).sorted() == ["bundle.too-large", "evidence.too-few"], "\(findings)")
        #expect(findings.last?.mentions("1 'video' link") == true, "\(findings)")
    }

    @Test func `of thousands of findings the first are told, and how many more there are`() throws {
        let workspace = try Workspace()
        try workspace.drop(evidence: Item.usual + (1...4000).map { .link("http://\($0)", duration: nil) })
        let findings = try refused(workspace)
        #expect(findings.count == 201)
        let last = try #require(findings.last)
        #expect(last.code == "bundle.more-findings" && last.isError && last.mentions("more findings"), "\(last)")
    }
}
