internal import Assessment
internal import Bookkeeping
internal import Documents
internal import Folders
internal import Reporting

extension Publisher {
    /// A receipt in a folder of its own.
    func lay(_ receipt: Receipt, below path: String, _ job: Job) throws -> Outcome {
        .built(try build(path, scratchName: "\(job.number)", files(of: receipt)))
    }

    func files(of receipt: Receipt) -> [String: [UInt8]] {
        [
            "receipt.xml": Array(receiptXML(receipt).utf8),
            "receipt.html": Array(receiptHTML(receipt).utf8),
        ]
    }

    func receipt(of fact: AcceptedFact, _ event: Event) -> Receipt {
        Receipt(
            state: .accepted, bundle: fact.bundle, at: event.at, submission: fact.submission, attempt: fact.attempt,
            educator: fact.educator, rubric: fact.rubric.id, version: fact.rubric.version,
            rubricTitle: fact.rubric.title, findings: fact.findings, evidence: fact.evidence,
            carried: fact.carried.map(\.criterion), lang: fact.educator.lang)
    }

    func receipt(of fact: ReturnedFact, _ event: Event) -> Receipt {
        Receipt(
            state: .returned, bundle: fact.bundle, at: event.at, educator: fact.educator, rubric: fact.rubric,
            version: fact.version, findings: fact.findings, lang: fact.educator?.lang)
    }

    func receipt(of fact: DuplicateFact, _ event: Event) -> Receipt {
        Receipt(
            state: .duplicate, bundle: fact.bundle, at: event.at, submission: fact.submission,
            firstBundle: fact.firstBundle, findings: fact.findings, lang: fact.lang)
    }

    /// The letter that tells which item can't be scored.
    func letter(of fact: UnscorableFact, _ event: Event) throws -> Receipt {
        let accepted = try workspace.ledger.read { book -> AcceptedFact? in
            let events = try book.events(of: fact.submission, kinds: ["accepted"]).filter { $0.number < event.number }
            for case .accepted(let accepted) in events.reversed().map(\.fact) { return accepted }
            return nil
        }
        guard let accepted else { throw Refusal.fault("The ledger lacks the acceptance of \(fact.submission).") }
        let item = accepted.evidence.first { $0.ref == fact.evidence }
        let name = item.map { $0.path ?? $0.href ?? "the \($0.kind) text" } ?? fact.evidence
        let finding = Finding(
            .evidenceUnscorable, file: item?.path,
            "A reviewer couldn't use '\(printable(name))' (\(item?.kind ?? fact.evidence)): \(sentence(fact.reason))",
            remedy: "Mend this item and drop the bundle again; no attempt is used up.")
        return Receipt(
            state: .incomplete, bundle: accepted.bundle, at: event.at, submission: fact.submission,
            attempt: accepted.attempt, educator: accepted.educator, rubric: accepted.rubric.id,
            version: accepted.rubric.version, rubricTitle: accepted.rubric.title, findings: [finding],
            evidence: accepted.evidence, lang: accepted.educator.lang)
    }

    /// The signed record, from the bytes that the ledger keeps where it wasn't `made` just now, and the letter to the
    /// educator beside it.
    func layRecord(_ fact: RecordedFact, made: RecordMaterial? = nil, _ job: Job) throws -> Outcome {
        let material = try made ?? workspace.ledger.read { try RecordMaterial(fact, in: $0, key: workspace.key) }
        let record = material.record
        let feedback = feedbackHTML(record, rubric: try shelf.rubric(sha256: record.rubric.sha256))
        let files = [
            "record.xml": material.xml, "record.xml.sig": material.signature, "record.json": material.json,
            "feedback.html": Array(feedback.utf8),
        ]
        return .built(try build("Decisions/" + fact.folder, scratchName: "\(job.number)", files))
    }
}
