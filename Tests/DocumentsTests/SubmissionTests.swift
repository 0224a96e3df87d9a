import Assessment
import Documents
import Markup
import Testing

/// A manifest by itself: its people, its paths, its statements.
struct SubmissionTests {
    private func findings(_ root: Element) -> [Finding] { readSubmission(root.laid, file: "manifest.xml").findings }

    @Test func `a good manifest is read whole`() throws {
        let read = readSubmission(goodManifest.laid, file: "manifest.xml")
        #expect(read.findings == [])
        let submission = try #require(read.value)
        #expect(submission.rubric == "checking" && submission.version == "1.2")
        #expect(submission.educator.name == "Ana María Núñez")
        #expect(submission.evidence.map(\.form) == [.file, .link, .text])
        #expect(submission.evidence.map(\.place.line) == [4, 5, 6])
        #expect(submission.educatorPlace == Place(line: 2, column: 1))
    }

    @Test(arguments: [
        ("educator", "email", "a.d.example", "email.invalid"), ("educator", "school", nil, "xml.invalid"),
        ("educator", "id", "E 1", "xml.invalid"), ("educator", "id", "com1", "id.device-name"),
        ("educator", "name", "", "xml.invalid"), ("statement", "agreed", "false", "statement.not-agreed"),
        ("statement", "kind", "other", "statement.missing"), ("statement", "date", "2026-02-30", "date.invalid"),
        ("evidence/file", "path", "../x", "path.refused"), ("evidence/file", "path", "MANIFEST.xml", "path.manifest"),
        ("evidence/file", "sha256", "12", "sha256.invalid"), ("evidence/file", "bytes", "-1", "xml.invalid"),
        ("evidence/file", "release", "", "xml.invalid"), ("evidence/link", "duration", "9:30", "duration.invalid"),
    ])
    func `each mistake is an error of its own`(path: String, name: String, value: String?, code: String) {
        #expect(findings(goodManifest.with(path, name, value)).codes == [code])
    }

    @Test func `a manifest without a list of evidence is a bundle by folders`() {
        var root = goodManifest
        root.children.removeAll { $0.name == "evidence" }
        let read = readSubmission(root, file: "manifest.xml")
        #expect(read.findings.isEmpty)
        #expect(read.value?.isByFolders == true)
    }

    @Test func `a manifest without a statement or an educator says so`() {
        for (name, code) in [("statement", "statement.missing"), ("educator", "xml.invalid")] {
            var root = goodManifest
            root.children.removeAll { $0.name == name }
            #expect(findings(root).codes == [code])
        }
    }

    @Test(arguments: [
        "", "/etc/passwd", "..", "a/../b", "./a", "a/.", "~/x", "~", "a\\b", "C:/x", "c:x", "a//b", "a/", "a\u{7}b",
        "a\nb", String(repeating: "d/", count: 33) + "f", String(repeating: "n", count: 256), "/\u{301}a", "~\u{301}a",
    ])
    func `a path that could lead out of the bundle is refused`(path: String) { #expect(pathFault(path) != nil) }

    @Test(arguments: [
        "a", "a/b.pdf", "..a", "a..", "a~", "é/ü.pdf", " a b ", "1:a", String(repeating: "d/", count: 32) + "f",
        String(repeating: "n", count: 255),
    ])
    func `any other path is taken`(path: String) { #expect(pathFault(path) == nil) }

    @Test(arguments: ["plans/ticket.pdf", "plans/TICKET.pdf"])
    func `a path that is listed twice is named with both lines`(path: String) throws {
        let root = goodManifest.adding(element("file", ["kind": "plan", "path": path]), to: "evidence")
        let finding = try #require(findings(root).first)
        #expect(finding.code == "path.listed-twice" && finding.line == 7 && finding.column == 20)
        #expect(finding.message.contains("line 4"))
    }

    @Test func `two spellings of one name are the same path`() {
        let root = goodManifest.with("evidence/file", "path", "caf\u{E9}.md")
            .adding(element("file", ["kind": "plan", "path": "cafe\u{301}.md"]), to: "evidence")
        #expect(findings(root).codes == ["path.listed-twice"])
    }

    @Test func `an unknown school is named at the educator's line`() throws {
        let submission = try #require(
            readSubmission(goodManifest.with("educator", "school", "Lincoln-es").laid, file: "m").value)
        let program = try #require(readProgram(goodProgram.laid, file: "p").value)
        let finding = try #require(programFindings(submission, program: program, file: "m").first)
        #expect(finding.code == "school.unknown" && finding.line == 2)
        #expect(finding.remedy.contains("'lincoln-es'"))
    }

    @Test func `what steers a terminal is written out in a message`() throws {
        let finding = try #require(findings(goodManifest.with("evidence/file", "path", "/\u{202E}x")).first)
        #expect(finding.message.contains("\\u{202E}"))
    }

    @Test func `a missing thing is said once when the schema said it`() {
        let root = goodManifest.with("educator", "school", nil).laid
        let fault = Fault(.invalid, line: 2, column: 1, message: "No school.", remedy: "Write it.")
        let both = readDocument(Reading(root: root, faults: [fault]), file: "m", by: readSubmission)
        #expect(both.findings.map(\.message) == ["No school."])
        #expect(both.value != nil)
        let elsewhere = Fault(.invalid, line: 9, column: 1, message: "Other.", remedy: "Mend it.")
        let two = readDocument(Reading(root: root, faults: [elsewhere]), file: "m", by: readSubmission)
        #expect(two.findings.count == 2)
    }

    @Test func `the parser's faults have codes of their own`() {
        let kinds: [Fault.Kind] = [.encoding, .notWellFormed, .doctype, .tooLarge, .invalid, .unjudged]
        let faults = kinds.map { Fault($0, line: 1, column: 2, message: "m", remedy: "r") }
        #expect(
            Documents.findings(from: faults, file: "f").codes == [
                "xml.encoding", "xml.not-well-formed", "xml.doctype", "xml.too-large", "xml.invalid", "xml.unjudged",
            ])
    }
}
