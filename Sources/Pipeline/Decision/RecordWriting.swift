internal import Assessment
internal import Bookkeeping
internal import Credentials
internal import Documents

/// Writes and signs a record in the transaction of its decision; the ledger keeps its bytes.
struct RecordWriting {
    let pass: Pass
    let book: Book

    func write(_ fact: DecidedFact, at now: Instant) throws -> RecordMaterial {
        let material = try RecordMaterial(
            RecordWriting.record(of: fact.submission, in: book, key: pass.workspace.key),
            shown: Inquiry(book: book).shown(fact.submission, recordFolder: fact.folder), key: pass.workspace.key)
        func kept(_ bytes: [UInt8]) throws -> String {
            let digest = sha256(bytes).hex
            try book.keep(bytes, sha256: digest)
            return digest
        }
        let recorded = RecordedFact(
            submission: fact.submission, folder: fact.folder, record: try kept(material.xml),
            signature: try kept(material.signature), json: try kept(material.json))
        let event = try book.append(.recorded(recorded), at: now)
        try book.addJob(.record, event: event.number, subject: "")
        return material
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

/// A record, and its files byte for byte.
struct RecordMaterial: Sendable {
    let record: Record
    let xml: [UInt8]
    let signature: [UInt8]
    let json: [UInt8]

    /// Makes them.
    init(_ record: Record, shown: ShownSubmission, key: RecordKey) throws {
        self.record = record
        xml = Array(recordXML(record).utf8)
        signature = try key.sign(xml)
        json = try jsonBytes(shown)
    }

    /// As the ledger keeps them.
    init(_ fact: RecordedFact, in book: Book, key: RecordKey) throws {
        func bytes(_ sha256: String) throws -> [UInt8] {
            guard let bytes = try book.bytes(sha256: sha256) else {
                throw Refusal.fault("The ledger lacks the record of \(fact.submission).")
            }
            return bytes
        }
        (xml, signature, json) = (try bytes(fact.record), try bytes(fact.signature), try bytes(fact.json))
        record = try RecordWriting.record(of: fact.submission, in: book, key: key)
    }
}
