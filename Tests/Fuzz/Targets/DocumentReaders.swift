import Assessment
import Documents
import Markup

private let schemas = Schemas(DocumentSchemas.texts)

/// A document that can't be read says why, and everything said of it has a place.
private func read(_ bytes: [UInt8]) -> Reading {
    let reading = schemas.read(bytes)
    expect(reading.root != nil || !reading.faults.isEmpty, "neither a document nor a fault")
    expect(reading.faults.allSatisfy { $0.line > 0 && $0.column > 0 }, "a fault without a place")
    return reading
}

func readsManifest(_ bytes: [UInt8]) {
    let read = readDocument(read(bytes), file: "manifest.xml", by: readSubmission)
    guard let submission = read.value else { return }
    _ = evidenceFindings(submission, rubric: Laid.rubric, file: "manifest.xml")
    _ = programFindings(submission, program: Laid.program, file: "manifest.xml")
    // What is right as it was written can be read again as a rule of the rubric sees it.
    let results = evaluate([Query("count(a:evidence/*)", wantsBoolean: false)], in: inspectedManifest(submission))
    guard read.findings.allSatisfy({ $0.severity != .error }) else { return }
    expect(results == [.text("\(submission.evidence.count)")], "\(results) for \(submission.evidence.count)")
}

func readsDistrict(_ bytes: [UInt8]) {
    let reading = read(bytes)
    _ = readDocument(reading, file: "program.xml", by: readProgram)
    _ = readDocument(reading, file: "reviewers.xml", by: readReviewers)
    let read = readDocument(reading, file: "rubric.xml", by: readRubric)
    guard let rubric = read.value else { return }
    for rule in rubric.rules {
        for expression in [rule.test] + rule.expressions {
            _ = compileFault(expression)
            _ = ruleTraps(expression, in: rubric)
        }
    }
    guard read.findings.allSatisfy({ $0.severity != .error }) else { return }
    // What is laid for its educators and reviewers is right by the same readers.
    for file in blankBundle(rubric) where file.path.hasSuffix("manifest.xml") {
        let faults = schemas.read(Array(file.text.utf8)).faults
        expect(faults.allSatisfy { $0.kind == .invalid }, "\(faults)")
    }
    let xml = Array(decisionXML(binding: Laid.binding, rubric: rubric, criteria: rubric.criteria, evidence: []).utf8)
    let decision = schemas.read(xml)
    expect(decision.faults.allSatisfy { $0.kind == .tooLarge }, "\(decision.faults)")
    let laid = LaidText(binding: Laid.binding, rubric: rubric, criteria: rubric.criteria, evidence: [])
    let text = decisionText(laid, rubric: rubric, evidence: [])
    let back = readDecisionText(Array(text.utf8), laid: laid, file: "decision.txt")
    expect(back.findings.isEmpty, "\(back.findings)")
}

func evaluatesExpression(_ bytes: [UInt8]) {
    let expression = String(decoding: bytes, as: UTF8.self)
    _ = compileFault(expression)
    _ = ruleTraps(expression, in: Laid.rubric)
    _ = evaluate(
        [Query(expression, wantsBoolean: true), Query(expression, wantsBoolean: false)], in: Array(Laid.manifest.utf8))
}

func readsDecision(_ bytes: [UInt8]) {
    _ = readDocument(read(bytes), file: "decision.xml", by: Documents.readDecision)
}

func readsDecisionText(_ bytes: [UInt8]) {
    let read = Documents.readDecisionText(bytes, laid: Laid.text, file: "decision.txt")
    expect(read.value != nil || !read.findings.isEmpty, "neither a decision nor a finding")
    let lines = bytes.count + 1
    expect(read.findings.allSatisfy { (1...lines).contains($0.line ?? 1) }, "\(read.findings)")
}

/// What the inputs are held against.
private enum Laid {
    static let rubric = known(rubricText, readRubric)
    static let program = known(programText, readProgram)
    static let binding = DecisionFile.Binding(
        submission: "S-0123456789ABC", reviewer: "r-one", rubric: "checking", version: "1.0", ticket: "T1")
    static let text = LaidText(binding: binding, rubric: rubric, criteria: rubric.criteria, evidence: [])

    private static func known<Value>(_ text: String, _ reader: (Element, String) -> Read<Value>) -> Value {
        let read = readDocument(schemas.read(Array(text.utf8)), file: "known.xml", by: reader)
        guard let value = read.value, read.findings.allSatisfy({ $0.severity != .error }) else {
            fatalError("\(read.findings)")
        }
        return value
    }

    static let manifest = """
        <submission xmlns="urn:assay:1" rubric="checking"><educator id="E1" name="N" email="e@x.example" school="s"/>
        <evidence><file kind="plan" path="a.md" words="7" bytes="20"/><file kind="plan" path="b.md"/>
        <link kind="video" href="https://v.example/1" duration="PT9M"/><text kind="note" words="2">Two words</text>
        </evidence><statement kind="own-work" agreed="true"/></submission>
        """
    private static let programText = """
        <program xmlns="urn:assay:1" id="p" time-zone="America/Chicago"><name>P</name>
        <school id="s" name="S"/></program>
        """
    private static let rubricText = """
        <rubric xmlns="urn:assay:1" id="checking" version="1.0" status="active"><title>T</title><competency>C</competency>
        <intake><evidence kind="plan" form="file" min="1" max="2" media="text/plain" max-bytes="100"/>
        <evidence kind="video" form="link" min="0" max="2" hosts="v.example *.w.example" max-duration="PT9M"
          release="required"/>
        <evidence kind="note" form="text" min="0" max="1" min-words="1" max-words="9"/></intake>
        <scale id="s"><level id="yes" points="1" meets="true">Yes</level><level id="no" points="0" meets="false">No</level>
        </scale><part id="1" title="P"><criterion id="1.1" scale="s" evidence="plan"><title>Seen</title>
        <at level="yes">There</at><at level="no">Not there</at></criterion>
        <criterion id="1.2" scale="s" required="false"><title>Used</title><at level="yes">It is</at>
        <at level="no">It isn't</at></criterion></part>
        <award policy="all-meet"/><review reviewers="1" due="P5D"/><resubmit max="3"/></rubric>
        """
}
