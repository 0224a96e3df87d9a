internal import Assessment
internal import Folders
internal import Logging
internal import Workers

/// What `--verbose` tells an engineer, on standard error: a line a step, with counts and milliseconds, and one for each
/// bundle that was moved and each process that was started or ended. Names are escaped; nothing that somebody wrote
/// into evidence or a comment stands there.
extension Logger {
    init(verbose: Bool) {
        self.init(label: "assay") { StreamLogHandler.standardError(label: $0) }
        logLevel = verbose ? .debug : .warning
    }

    /// One step of a pass with what it came to and how long it took.
    func step<Value>(
        _ name: String, _ counts: (Value) -> [String: Int] = { _ in [:] }, _ body: () throws -> Value
    ) rethrows -> Value {
        guard logLevel <= .debug else { return try body() }
        let begun = monotonicNanoseconds()
        do {
            let value = try body()
            tell(name, counts(value), since: begun)
            return value
        } catch {
            debug("\(name): failed after \(milliseconds(since: begun)) ms: \(printable("\(error)"))")
            throw error
        }
    }

    private func tell(_ name: String, _ counts: [String: Int], since begun: Int64) {
        let words = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key), " }.joined()
        debug("\(name): \(words)\(milliseconds(since: begun)) ms")
    }

    private func milliseconds(since begun: Int64) -> Int64 { (monotonicNanoseconds() - begun) / 1_000_000 }

    /// Processes for reading what comes from outside, whose starts and ends are told.
    func workerPool() -> WorkerPool {
        let log = self
        return WorkerPool(size: availableCores()) { process, words in log.debug("reader \(process): \(words)") }
    }
}
