internal import Bookkeeping
internal import Documents
internal import Folders
internal import Workers

/// What an error means to whoever called the program: an exit code of the contract, and a sentence.
package struct Failure: Sendable {
    package var exitCode: Int32
    package var words: String
    /// The ledger's disk is full: who makes room there mends it.
    package var isFullDisk = false
    /// Another pass holds the workspace: it ends by itself.
    package var isBusy = false

    /// Nil for errors that aren't the pipeline's.
    package init?(_ error: any Error) {
        // To put any error into words takes as long as all else that a command for help does.
        guard error is Refusal || error is IOFailure || error is LedgerFailure || error is WorkerFailure else {
            return nil
        }
        words = "\(error)"
        switch error {
        case Refusal.usage: exitCode = 64
        case Refusal.unknown: exitCode = 66
        case Refusal.fault: exitCode = 70
        case Refusal.inputOutput, Refusal.damaged: exitCode = 74
        case Refusal.full: (exitCode, isFullDisk) = (74, true)
        case Refusal.busy: (exitCode, isBusy) = (75, true)
        case Refusal.foreign: exitCode = 75
        case let failure as IOFailure: (exitCode, isFullDisk) = (74, failure.isDiskFull)
        case let failure as LedgerFailure:
            exitCode = failure.isInputOutput ? 74 : 70
            // SQLite has many words for a full disk.
            if failure.isInputOutput, let folder = failure.folder.flatMap({ try? Folder.open($0) }),
                let full = Room.complaint(folder)
            {
                (words, isFullDisk) = (full, true)
            }
        case WorkerFailure.couldNotStart, WorkerFailure.interrupted:
            exitCode = 74
            words +=
                " The machine may be short of memory, of room or of processes: make room, then run again; tell the makers "
                + "if it happens twice."
        case let failure as WorkerFailure:
            exitCode = 70
            words =
                "The process that reads documents failed: \(failure). Run again; tell the makers if it happens twice."
        default: return nil
        }
    }
}

extension Error {
    /// The trouble of one place, or of one submission in the vault: everything else can go on.
    var isOfOnePlace: Bool {
        switch self as any Error {
        case Refusal.damaged, WorkerFailure.stalled: true
        case let failure as IOFailure: !failure.isOfTheMachine
        default: false
        }
    }

    /// What is large may not fit on a disk that still has room for all else.
    var isForWantOfRoom: Bool { (self as? IOFailure)?.isDiskFull ?? false }
}

/// The life of a process that reads untrusted bytes for another, and can do nothing else.
package func serveAsReader() -> Never { serveUntrusted(schemas: DocumentSchemas.texts) }

/// Starts such a process before it is asked for anything.
package func startReaderAhead() { ReaderAhead.start() }

/// The life of a process that takes one archive apart for another, and can do nothing else.
package func serveAsUnpacker(_ limits: [String]) -> Never { serveUnpacking(limits) }
