internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents

/// Writes and signs a record in the transaction of its decision; the ledger keeps its bytes.
struct RecordWriting {
    let pass: Pass
    let book: Book

    func write(_ fact: DecidedFact, _ event: Event) throws {
        let key = pass.workspace.key
        let record = try RecordWriting.record(of: fact.submission, in: book, key: key)
        let xml = Array(recordXML(record).utf8)
        let signature = try key.sign(xml)
        let json = try Inquiry(book: book).shownJSON(fact.submission, recordFolder: fact.folder)
        let digests = [xml, signature, json].map { bytes in (bytes, sha256(bytes).hex) }
        for (bytes, digest) in digests { try book.keep(bytes, sha256: digest) }
        let recorded = try book.append(
            .recorded(
                RecordedFact(
                    submission: fact.submission, folder: fact.folder, record: digests[0].1, signature: digests[1].1,
                    json: digests[2].1)), at: event.at)
        try book.addJob(.record, event: recorded.number, subject: "")
    }

    /// The record of a decided submission, from the ledger alone.
    static func record(of submission: String, in book: Book, key: RecordKey) throws -> Record {
        guard let row = try book.submission(submission), let number = row.decided,
            let event = try book.event(number), case .decided(let fact) = event.fact
        else { throw Refusal.fault("The ledger lacks the decision of \(submission).") }
        let accepted = try book.acceptance(of: row)
        guard let acceptance = try book.event(row.accepted) else {
            throw Refusal.fault("The ledger lacks the acceptance of \(submission).")
        }
        var record = Record(
            submission: submission, bundle: accepted.bundle, attempt: accepted.attempt,
            attemptsLeft: fact.attemptsLeft, resubmissionOf: accepted.resubmissionOf, educator: accepted.educator,
            rubric: accepted.rubric, program: fact.program, programSHA256: fact.programSHA256,
            rosterSHA256: fact.rosterSHA256, evidence: accepted.evidence, readers: fact.readers,
            criteria: fact.criteria, policy: fact.policy, outcome: fact.outcome, accepted: acceptance.at,
            decided: event.at, event: event.number, chain: event.hash, key: key.id)
        record.rubricIsRetired = fact.rubricIsRetired == true
        return record
    }
}
