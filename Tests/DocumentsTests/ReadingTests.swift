import Assessment
import Documents
import Markup
import Testing

/// Documents as somebody wrote them: parsed, held against their schema, and read.
struct ReadingTests {
    private let schemas = Schemas(DocumentSchemas.texts)

    private func read<Value>(_ text: String, _ reader: (Element, String) -> Read<Value>) -> Read<Value> {
        readDocument(schemas.read(Array(text.utf8)), file: "x.xml", by: reader)
    }

    private let manifest = """
        <submission xmlns="urn:assay:1" xmlns:o="urn:other" rubric="checking" o:bogus="1">
          <educator id="E1042" name="Ana" email="a@d.example" school="lincoln-es"/>
          <evidence>
            <file kind="plan" path="plans/ticket.pdf"
                release="on-file"/>
            <text kind="reflection"><![CDATA[I saw & wrote.]]></text>
          </evidence>
          <statement kind="own-work" agreed="true"/>
        </submission>
        """

    @Test func `a good manifest has no finding`() {
        let read = read(manifest, readSubmission)
        #expect(read.findings == [])
        #expect(read.value?.evidence.last?.content == .text("I saw & wrote."))
    }

    @Test func `a value that both find wrong is said once, where it stands`() throws {
        let read = read(manifest.replacing("on-file", with: "perhaps"), readSubmission)
        #expect(read.findings.count == 1, "\(read.findings)")
        let finding = try #require(read.findings.first)
        #expect(finding.code == "xml.invalid" && finding.line == 5 && finding.column == 9)
        #expect(read.value != nil)
    }

    @Test func `faults of both kinds are found at once`() {
        let text = manifest.replacing("<evidence>", with: "<evidence bogus=\"1\">")
            .replacing("plans/ticket.pdf", with: "../ticket.pdf").replacing("agreed=\"true\"", with: "agreed=\"false\"")
        let codes = read(text, readSubmission).findings.codes
        #expect(codes == ["xml.invalid", "path.refused", "statement.not-agreed"])
    }

    @Test func `a missing statement is said once`() {
        let text = manifest.replacing("  <statement kind=\"own-work\" agreed=\"true\"/>\n", with: "")
        let read = read(text, readSubmission)
        #expect(read.findings.count == 1, "\(read.findings)")
        #expect(read.findings.allSatisfy { ($0.message + $0.remedy).contains("statement") })
    }

    @Test func `what isn't well-formed has no value`() {
        let read = read(manifest.replacing("</evidence>", with: ""), readSubmission)
        #expect(read.value == nil)
        #expect(read.findings.codes == ["xml.not-well-formed"])
    }

    @Test func `another document's root is said once`() {
        let read = read(manifest, readRubric)
        #expect(read.value == nil)
        #expect(read.findings.codes == ["xml.invalid"])
    }

    @Test(arguments: [("", "draft", ""), ("Demonstrated", "final", "Fine & <good>,\nall of it ]] --")])
    func `a decision comes back as it was laid and filled in`(level: String, status: String, comment: String) throws {
        let rubric = try #require(readRubric(goodRubric.laid, file: "r.xml").value)
        let binding = DecisionFile.Binding(
            submission: "S-1", reviewer: "r-1", rubric: "checking", version: "1.2", ticket: "T1")
        let laid = decisionXML(binding: binding, rubric: rubric, criteria: rubric.criteria, evidence: [])
        let filled = laid.replacing("level=\"\"", with: "level=\"\(level)\"")
            .replacing("status=\"draft\"", with: "status=\"\(status)\"")
            .replacing("CDATA[]", with: "CDATA[\(comment)]", maxReplacements: 1)
        let read = read(filled, readDecision)
        #expect(read.findings == [])
        let decision = try #require(read.value)
        #expect(decision.binding == binding && decision.status?.rawValue == status)
        #expect(decision.marks.map(\.criterion) == ["1.1", "1.2"] && decision.marks.map(\.level) == [level, level])
        #expect(decision.marks.first?.comment == comment)
        let line = try #require(decision.places["status"]?.line)
        let text = filled.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)[
            line - 1]
        #expect(text.hasPrefix("    status="))
    }

    @Test func `an inspected manifest is what the rules' expressions ask`() throws {
        let submission = try #require(read(manifest, readSubmission).value)
        let results = evaluate(
            [Query("count(a:evidence/*) = 2 and /a:submission/@rubric = 'checking'", wantsBoolean: true)],
            in: inspectedManifest(submission))
        #expect(results == [.boolean(true)])
    }
}
