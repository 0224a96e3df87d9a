/// Why a worker has no answer: nothing is known of the bytes it was given.
package enum WorkerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The process died over the request, or answered nonsense; how, in words.
    case crashed(String)
    /// Something outside ended the process or cut it off, and a second one as well: an administrator, a full memory,
    /// an I/O error; how, in words.
    case interrupted(String)
    /// It took too much computing time, and was ended.
    case timedOut
    /// It took too long by the clock, though not by computing time, and was ended: a busy machine, or one that slept.
    case stalled
    /// No process could be had at all: the bytes are not to blame.
    case couldNotStart(String)

    /// Whether the bytes may be to blame; otherwise the same bytes may well be read another time.
    package var isOfTheFile: Bool {
        switch self {
        case .crashed, .timedOut, .stalled: true
        case .interrupted, .couldNotStart: false
        }
    }

    package var description: String {
        switch self {
        case .crashed(let how): "The process that reads files from outside \(how)."
        case .interrupted(let how): "The process that reads files from outside \(how)."
        case .timedOut, .stalled: "Reading the file took too long and was stopped."
        case .couldNotStart(let why): "The process that reads files from outside can't be started: \(why)."
        }
    }
}

/// How a process ended, from what wait(2) says of it.
enum Ending: Hashable {
    case exit(Int32)
    case signal(Int32)
    case unknown

    init(waitStatus status: Int32) {
        if status < 0 {
            self = .unknown
        } else if status & 0x7F == 0 {
            self = .exit(status >> 8 & 0xFF)
        } else {
            self = .signal(status & 0x7F)
        }
    }

    var words: String {
        switch self {
        case .exit(let code): "ended with exit code \(code)"
        case .signal(let number): "was killed by signal \(number)" + (Self.names[number].map { " (\($0))" } ?? "")
        case .unknown: "has disappeared"
        }
    }

    private static let names: [Int32: String] = [
        4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV", 15: "SIGTERM",
        24: "SIGXCPU", 25: "SIGXFSZ", 31: "SIGSYS",
    ]
}
