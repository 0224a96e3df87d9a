import Assessment
import Credentials
import Documents
import Markup
import Reporting
import Samples

/// A bundle of the samples, and what follows from it: what each stage is given.
struct Fixture: Sendable {
    static let schemas = Schemas(DocumentSchemas.texts)

    let manifest = Fixture.bytes("Inbox/reyes-missing-file/manifest.xml")
    let rubric: Rubric
    let submission: Submission
    let evidence: [RecordedEvidence]
    let receipt: Receipt
    let record: Record
    let accepted: AcceptedFact
    let binding: DecisionFile.Binding

    init() {
        let rubricBytes = Fixture.bytes("Rubrics/checking-for-understanding.xml")
        let rubric = Fixture.read(rubricBytes, by: readRubric)
        let submission = Fixture.read(manifest, by: readSubmission)
        let evidence = Fixture.measured(submission)
        let reference = Record.RubricReference(
            id: rubric.id, version: rubric.version, sha256: sha256(rubricBytes).hex, title: rubric.title)
        (self.rubric, self.submission, self.evidence) = (rubric, submission, evidence)
        receipt = Receipt(
            state: .accepted, bundle: "reyes", at: Instant(seconds: 1_795_000_000), submission: Fixture.id, attempt: 1,
            educator: submission.educator, rubric: rubric.id, version: rubric.version, rubricTitle: rubric.title,
            evidence: evidence)
        record = Fixture.record(rubric, reference, submission, evidence)
        accepted = AcceptedFact(
            bundle: "reyes", submission: Fixture.id, attempt: 1, rubric: reference, educator: submission.educator,
            cohort: nil, resubmissionOf: nil, note: nil, continues: nil, evidence: evidence,
            kept: [KeptFile(path: "manifest.xml", sha256: sha256(manifest).hex, bytes: Int64(manifest.count))],
            carried: [], findings: [], programSHA256: Fixture.digest, rosterSHA256: Fixture.digest,
            vault: "vault/0/" + Fixture.id, root: "", receipt: "2026-11/reyes." + Fixture.id)
        binding = DecisionFile.Binding(
            submission: Fixture.id, reviewer: "r-1", rubric: rubric.id, version: rubric.version,
            ticket: "0123456789ABCDEF")
    }

    /// `read.html` for her reviewer.
    var readingPage: ReadingPage {
        let criteria = rubric.criteria.map(\.id)
        return ReadingPage(
            rubric: rubric, submission: Fixture.id, attempt: 1, dueDay: "2026-12-01", criteria: criteria, carried: [],
            isAdjudication: false, decisionFile: "decision.xml",
            items: evidence.map { ReadingPage.Item(evidence: $0, file: $0.ref, text: Fixture.text, isCut: false) },
            criteriaHTML: criteriaHTML(rubric, only: criteria, items: evidence), educator: nil, note: nil)
    }

    static let id = "S-0123456789ABC"
    static let digest = String(repeating: "0", count: 64)
    static let text = "Twelve drew water going in on the left & out on the right, like Student <C>."

    private static func bytes(_ path: String) -> [UInt8] {
        guard let file = (Samples.documents + Samples.inbox).first(where: { $0.path == path }) else {
            fatalError("The samples lack \(path).")
        }
        return file.bytes
    }

    private static func read<Value>(_ bytes: [UInt8], by reader: (Element, String) -> Read<Value>) -> Value {
        let read = readDocument(schemas.read(bytes), file: "sample.xml", by: reader)
        guard let value = read.value else { fatalError("A sample can't be read: \(read.findings)") }
        return value
    }

    private static func measured(_ submission: Submission) -> [RecordedEvidence] {
        submission.evidence.enumerated().compactMap { index, item in
            var item = item
            item.measured = Measured(bytes: 2000, sha256: digest, mediaType: "text/plain", words: 300)
            return RecordedEvidence(number: index + 1, item: item)
        }
    }

    /// Two readers gave each criterion its scale's first level, and said why.
    private static func record(
        _ rubric: Rubric, _ reference: Record.RubricReference, _ submission: Submission, _ evidence: [RecordedEvidence]
    ) -> Record {
        let at = Instant(seconds: 1_795_000_000)
        let labels = ["reader-1", "reader-2"]
        let criteria = rubric.criteria.map { criterion in
            let level = rubric.scales.first { $0.id == criterion.scale }?.levels.first
            return Record.CriterionResult(
                id: criterion.id, title: criterion.title, level: level?.id, label: level?.label, points: level?.points,
                meets: true, how: .agreed,
                marks: labels.map { Record.ReaderMark(by: $0, level: level?.id ?? "", comment: text) })
        }
        return Record(
            submission: id, bundle: "reyes", attempt: 1, attemptsLeft: nil, resubmissionOf: nil,
            educator: submission.educator, rubric: reference, program: "mvsd", programSHA256: digest,
            rosterSHA256: digest, evidence: evidence,
            readers: labels.map {
                Record.Reader(
                    label: $0, reviewer: nil, name: nil, assigned: at, taken: at, sha256: digest, overall: text)
            },
            criteria: criteria, policy: Record.Policy(policy: "all-meet"), outcome: .earned, accepted: at, decided: at,
            event: 7, chain: digest, key: "0123456789abcdef")
    }
}
