internal import Assessment
internal import Bookkeeping
internal import Documents
internal import Markup
internal import Synchronization
internal import Workers

/// Rubrics exactly as submissions were accepted under them, read from the same bytes once a pass.
final class RubricShelf: Sendable {
    private let ledger: Ledger
    private let workers: WorkerPool
    private let read: Mutex<[String: Rubric]>

    /// Those of the library were read from the same bytes.
    init(_ ledger: Ledger, _ workers: WorkerPool, _ library: Library) {
        (self.ledger, self.workers) = (ledger, workers)
        let known = (library.rubrics + library.twins).map { ($0.sha256, $0.value) }
        read = Mutex(Dictionary(known) { first, _ in first })
    }

    func rubric(sha256: String) throws -> Rubric {
        if let rubric = read.withLock({ $0[sha256] }) { return rubric }
        return try ledger.read { try rubric(sha256: sha256, in: $0) }
    }

    /// The same inside a transaction.
    func rubric(sha256: String, in book: Book) throws -> Rubric {
        if let rubric = read.withLock({ $0[sha256] }) { return rubric }
        let rubric = try book.rubric(sha256: sha256, workers)
        read.withLock { $0[sha256] = rubric }
        return rubric
    }
}

extension Book {
    /// A rubric exactly as submissions were accepted under it.
    func rubric(sha256: String, _ workers: WorkerPool) throws -> Rubric {
        try shelvedRubric(sha256: sha256, workers).value
    }

    /// The same with its bytes.
    func shelvedRubric(sha256: String, _ workers: WorkerPool) throws -> Shelved<Rubric> {
        guard let bytes = try bytes(sha256: sha256) else {
            throw Refusal.fault("The ledger lacks the rubric \(sha256). Run 'assay verify'.")
        }
        let reading = try workers.read(bytes, limits: .document)
        guard let root = reading.root, let rubric = readRubric(root, file: sha256).value else {
            throw Refusal.fault("The rubric \(sha256) that the ledger keeps can't be read. Run 'assay verify'.")
        }
        return Shelved(value: rubric, file: "", bytes: bytes, sha256: sha256)
    }
}
