internal import Bookkeeping
internal import Documents
internal import Folders
internal import Workers

/// What an error means to whoever called the program: an exit code of the contract, and a sentence.
package struct Failure: Sendable {
    package var exitCode: Int32
    package var words: String

    /// Nil for errors that aren't the pipeline's.
    package init?(_ error: any Error) {
        words = "\(error)"
        switch error {
        case Refusal.usage: exitCode = 64
        case Refusal.unknown: exitCode = 66
        case Refusal.fault: exitCode = 70
        case Refusal.inputOutput: exitCode = 74
        case Refusal.busy: exitCode = 75
        case is IOFailure: exitCode = 74
        case let failure as LedgerFailure: exitCode = failure.isInputOutput ? 74 : 70
        case let failure as WorkerFailure:
            exitCode = 70
            words =
                "The process that reads documents failed: \(failure). Run again; tell the makers if it happens twice."
        default: return nil
        }
    }
}

/// The life of a process that reads untrusted bytes for another, and can do nothing else.
package func serveAsReader() -> Never { serveUntrusted(schemas: DocumentSchemas.texts) }

/// The life of a process that takes one archive apart for another, and can do nothing else.
package func serveAsUnpacker(_ limits: [String]) -> Never { serveUnpacking(limits) }
