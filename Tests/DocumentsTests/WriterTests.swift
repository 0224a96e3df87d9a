import Assessment
import Documents
import Foundation
import Markup
import Support
import Testing

/// What the program writes is valid by its own schemas, and reads as it should.
struct WriterTests {
    private let digest = String(repeating: "a", count: 64)
    private let educator = Submission.Educator(id: "E1", name: "Ana & \"Bo\"\n", email: "a@b", school: "s")

    private var rubric: Rubric {
        get throws {
            var rubric = try #require(readRubric(goodRubric.laid, file: "r.xml").value)
            rubric.evidence[0].title = "The plan you taught from"
            let long = String(repeating: "The plan names where it is checked -- and how. ", count: 8)
            rubric.parts[0].criteria[0].descriptors[0].text = long + "-->"
            return rubric
        }
    }

    private func evidence() throws -> [RecordedEvidence] {
        let items = [
            EvidenceItem(
                kind: "plan", title: "My secret title", release: "on-file",
                content: .file(path: "a\u{1}\u{FFFE}/\u{202E}x<y>.pdf", sha256: nil, bytes: nil),
                measured: Measured(bytes: 5, sha256: digest, mediaType: "application/pdf", words: 3)),
            EvidenceItem(
                kind: "video", content: .link(href: "https://v.example/?a=1&b=2", duration: Period("PT9M")),
                measured: Measured(bytes: 5, sha256: digest)),
        ]
        return try items.enumerated().map { try #require(RecordedEvidence(number: $0.offset + 1, item: $0.element)) }
    }

    private func decision() throws -> String {
        let binding = DecisionFile.Binding(
            submission: "S-0123456789ABC", reviewer: "r-okafor", rubric: "checking", version: "1.2",
            ticket: "0123456789ABCDEF0123456789")
        let rubric = try rubric
        return decisionXML(
            binding: binding, rubric: rubric, criteria: rubric.criteria,
            carried: [CarriedLevel(criterion: "1.2", level: "yes")], evidence: try evidence(),
            head: ["Submission S-0123456789ABC. Please read it by Monday, November 16, 2026."])
    }

    @Test func `a decision file is laid in CRLF within 100 columns`() throws {
        let text = try decision()
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(!text.unicodeScalars.split(separator: "\r\n".unicodeScalars).contains { $0.contains("\n") })
        for line in lines { #expect(line.count <= 100, "\(line)") }
        #expect(lines.contains("  <criterion id=\"1.1\" level=\"\"><comment><![CDATA[]]></comment></criterion>"))
        #expect(lines.contains("  <overall><comment><![CDATA[]]></comment></overall>"))
        #expect(lines.contains("    status=\"draft\" reason=\"\" evidence=\"\">"))
    }

    @Test func `a decision file is valid`() throws { try validate(try decision(), by: "decision") }

    @Test func `a decision file names neither files nor the educator's titles`() throws {
        let text = try decision()
        #expect(!text.contains("secret") && !text.contains("pdf") && !text.contains("v.example"))
        #expect(text.contains("e1 plan: The plan you taught from"))
        #expect(text.contains("1.2 It is used: Demonstrated"))
    }

    @Test func `what is to be typed is found first where it is typed`() throws {
        let text = try decision()
        for wanted in ["<decision ", "<criterion ", "<comment", "CDATA", "level=\"", "status=\"", "reason=\""] {
            let place = try #require(text.firstRange(of: wanted)).lowerBound
            let comment = try #require(text.firstRange(of: "-->")).lowerBound
            #expect(place > comment, "\(wanted)")
        }
    }

    private func record() throws -> Record {
        let mark = Record.ReaderMark(by: "reader-1", level: "yes", comment: "Fine ]]> & <b>\r\n\u{0}")
        let result = Record.CriterionResult(
            id: "1.1", title: "It is planned", level: "yes", label: "Demonstrated", points: 2, meets: true,
            how: .adjudicated, marks: [mark])
        let blank = Record.CriterionResult(
            id: "1.2", title: "It is used", level: nil, label: nil, points: nil, meets: false, how: .agreed, marks: [])
        let reader = Record.Reader(
            label: "reader-1", reviewer: "r-okafor", name: "Ngozi", assigned: Instant(seconds: 0),
            taken: Instant(seconds: 60), sha256: digest, overall: "Well done")
        return Record(
            submission: "S-0123456789ABC", bundle: "a bundle\u{1B}", attempt: 2, attemptsLeft: 1, resubmissionOf: "S-0",
            educator: educator,
            rubric: Record.RubricReference(id: "checking", version: "1.2", sha256: digest, title: "Checking"),
            program: "maple-valley", programSHA256: digest, rosterSHA256: digest, evidence: try evidence(),
            readers: [reader], criteria: [result, blank],
            policy: Record.Policy(policy: "points", minimum: "2.5", each: 1, total: "3"), outcome: .earned,
            accepted: Instant(seconds: 0), decided: Instant(seconds: 90), event: 7, chain: digest, key: "k1")
    }

    @Test func `a record is valid and says everything but the e-mail address`() throws {
        let text = recordXML(try record())
        try validate(text, by: "record")
        #expect(!text.contains("a@b") && !text.contains("\r"))
        for word in [
            "outcome=\"earned\"", "attempts-left=\"1\"", "how=\"adjudicated\"", "chain=\"", "<key id=\"k1\"/>",
        ] {
            #expect(text.contains(word))
        }
    }

    @Test(arguments: [Receipt.State.accepted, .returned, .duplicate, .incomplete])
    func `a receipt is valid, full or bare`(state: Receipt.State) throws {
        let bare = Receipt(state: state, bundle: "x", at: Instant(seconds: 0))
        try validate(receiptXML(bare), by: "receipt")
        let finding = Finding(.evidenceMissing, file: "m.xml", line: 3, column: 4, "It's <bad>", remedy: "Mend & go")
        let full = Receipt(
            state: state, bundle: "x", at: Instant(seconds: 0), submission: "S-1", attempt: 1, educator: educator,
            rubric: "r", version: "1", rubricTitle: "T", firstBundle: "y", findings: [finding],
            evidence: try evidence(), carried: ["1.1"])
        try validate(receiptXML(full), by: "receipt")
    }

    @Test func `an inspected manifest holds what was measured`() throws {
        var submission = try #require(readSubmission(goodManifest.laid, file: "m").value)
        submission.evidence[0].measured = Measured(bytes: 5, sha256: digest, mediaType: "application/pdf", words: 3)
        submission.evidence[2].measured = Measured(bytes: 9, sha256: digest, words: 4)
        let text = String(decoding: inspectedManifest(submission), as: UTF8.self)
        let file = "bytes=\"5\" sha256=\"\(digest)\" media-type=\"application/pdf\" words=\"3\"/>"
        #expect(text.contains("<file kind=\"plan\" path=\"plans/ticket.pdf\" title=\"Ticket\" " + file))
        #expect(text.contains("words=\"4\">I saw &amp; wrote &lt;it&gt;.</text>"))
        #expect(text.contains("<submission xmlns=\"urn:assay:1\" rubric=\"checking\" version=\"1.2\">"))
    }
}

/// Has xmllint judge a text by one of the program's schemas.
func validate(_ text: String, by schema: String, isValid: Bool = true) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-documents-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let xsd = try #require(DocumentSchemas.texts[schema])
    try Data(xsd.utf8).write(to: URL(filePath: folder + "/schema.xsd"))
    try Data(text.utf8).write(to: URL(filePath: folder + "/text.xml"))
    let judged = try command(
        "/usr/bin/xmllint", ["--noout", "--nonet", "--schema", "\(folder)/schema.xsd", "\(folder)/text.xml"])
    #expect((judged.exit == 0) == isValid, "\(judged.stderr)")
    // 5 and above: the schema itself is at fault.
    #expect(judged.exit < 5, "\(judged.stderr)")
}
