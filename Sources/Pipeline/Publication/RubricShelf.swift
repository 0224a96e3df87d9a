internal import Assessment
internal import Bookkeeping
internal import Documents
internal import Folders
internal import Markup
internal import Synchronization
internal import Workers

/// What a queue folder is made of.
struct QueueMaterial: Sendable {
    var decision: [UInt8]
    var evidence: [RecordedEvidence]
    /// Texts by their place in `evidence`.
    var texts: [Int: String]
    /// Below `.assay`.
    var vault: String
    var links: Bool
}

/// Rubrics exactly as submissions were accepted under them, read from the ledger's own bytes once a pass.
final class RubricShelf: Sendable {
    private let ledger: Ledger
    private let home: Folder
    private let workers: WorkerPool
    private let read = Mutex<[String: Rubric]>([:])
    let links: Bool

    init(_ workspace: Workspace, _ workers: WorkerPool, links: Bool) {
        (ledger, home, self.workers, self.links) = (workspace.ledger, workspace.home, workers, links)
    }

    func rubric(sha256: String) throws -> Rubric {
        if let rubric = read.withLock({ $0[sha256] }) { return rubric }
        guard let bytes = try ledger.read({ try $0.bytes(sha256: sha256) }) else {
            throw Refusal.fault("The ledger lacks the rubric \(sha256). Run 'assay verify'.")
        }
        return try rubric(sha256: sha256, bytes: bytes)
    }

    /// The same inside a transaction.
    func rubric(sha256: String, in book: Book) throws -> Rubric {
        if let rubric = read.withLock({ $0[sha256] }) { return rubric }
        guard let bytes = try book.bytes(sha256: sha256) else {
            throw Refusal.fault("The ledger lacks the rubric \(sha256). Run 'assay verify'.")
        }
        return try rubric(sha256: sha256, bytes: bytes)
    }

    private func rubric(sha256: String, bytes: [UInt8]) throws -> Rubric {
        let reading = try workers.read(bytes, limits: .document)
        guard let root = reading.root, let rubric = readRubric(root, file: sha256).value else {
            throw Refusal.fault("The rubric \(sha256) that the ledger keeps can't be read. Run 'assay verify'.")
        }
        read.withLock { $0[sha256] = rubric }
        return rubric
    }

    func material(of fact: AssignedFact) throws -> QueueMaterial {
        let accepted = try ledger.read { book -> AcceptedFact in
            guard let row = try book.submission(fact.submission) else {
                throw Refusal.fault("The ledger lacks the submission \(fact.submission).")
            }
            return try book.acceptance(of: row)
        }
        let rubric = try rubric(sha256: accepted.rubric.sha256)
        let wanted = Set(fact.criteria)
        let decision = decisionXML(
            binding: .init(
                submission: fact.submission, reviewer: fact.reviewer, rubric: accepted.rubric.id,
                version: accepted.rubric.version, ticket: fact.ticket),
            rubric: rubric, criteria: rubric.criteria.filter { wanted.contains($0.id) },
            carried: fact.role == .reader ? accepted.carried : [], evidence: accepted.evidence,
            head: [
                "Due \(fact.due.text). Attempt \(accepted.attempt).",
                rubric.review.blind == .double ? "" : "Submitted by \(printable(accepted.educator.name)), \(accepted.educator.school).",
                fact.role == .adjudicator ? "The readers differ on the criteria below; your level decides." : "",
                accepted.note == nil || rubric.review.blind == .double
                    ? "" : "What changed: \(printable(accepted.note ?? ""))",
            ].filter { !$0.isEmpty })
        return QueueMaterial(
            decision: Array(decision.utf8), evidence: accepted.evidence, texts: try texts(of: accepted),
            vault: accepted.vault, links: links)
    }

    /// Texts stand in the manifest alone: they are read from the vault's copy.
    private func texts(of accepted: AcceptedFact) throws -> [Int: String] {
        guard accepted.evidence.contains(where: { $0.form == .text }) else { return [:] }
        let bytes = try home.folder(accepted.vault).read(accepted.root + "manifest.xml", limit: BundleReading.manifestLimit)
        let reading = try workers.read(bytes, limits: .upTo(BundleReading.manifestLimit))
        guard let root = reading.root, let submission = readSubmission(root, file: "manifest.xml").value else { return [:] }
        var texts: [Int: String] = [:]
        for (index, item) in submission.evidence.enumerated() {
            if case .text(let text) = item.content { texts[index] = text }
        }
        return texts
    }
}
