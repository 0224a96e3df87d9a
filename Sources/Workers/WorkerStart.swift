internal import CLinux
internal import Glibc
internal import Synchronization

/// A process that isn't ready yet, and the socket to it.
struct StartedWorker: Sendable {
    let process: pid_t
    let descriptor: Int32
    let isReadingAFile: Bool

    /// `passing` is a descriptor that the process finds as its number 3.
    init(_ executable: String, _ arguments: [String], passing passed: Int32 = -1) throws(WorkerFailure) {
        var number: pid_t = 0
        let socket = unsafe withCStrings(arguments) { arguments in
            unsafe withCStrings(workerEnvironment()) { environment in
                unsafe clinux_start_worker(
                    executable, arguments, environment, getenv("ASSAY_DEBUG_WORKERS") == nil ? 0 : 1, passed, &number)
            }
        }
        guard socket >= 0 else { throw .couldNotStart(unsafe String(cString: strerror(errno))) }
        (process, descriptor, isReadingAFile) = (number, socket, passed >= 0)
    }
}

/// A reader that is this program itself, started before anybody asks: a short command waits longest for that.
package enum ReaderAhead {
    static let executable = "/proc/self/exe"
    static let arguments = ["assay", "read-untrusted"]
    private static let started = Mutex<StartedWorker?>(nil)

    /// Starts it. The first pool that needs one has it; where none does, it ends with this process. One that can't be
    /// started is complained of when it is needed.
    package static func start() {
        let one = try? StartedWorker(executable, arguments)
        started.withLock { $0 = one }
    }

    static func take() -> StartedWorker? { started.withLock { $0.take() } }
}

/// What a worker gets of the environment: nothing but where libraries lie and what tests and sanitizers ask for.
func workerEnvironment() -> [String] {
    let names = [
        "ASSAY_TEST_CRASH_ON", "ASSAY_TEST_HANG_ON", "LD_LIBRARY_PATH", "MAGIC", "ASAN_OPTIONS", "TSAN_OPTIONS",
        "LLVM_PROFILE_FILE",
    ]
    let inherited = names.compactMap { name in unsafe getenv(name).map { unsafe "\(name)=\(String(cString: $0))" } }
    // A crash is an answer here: nobody is to spend seconds on its backtrace. File names aren't read, texts are UTF-8.
    return inherited + ["SWIFT_BACKTRACE=enable=no", "LC_ALL=C.UTF-8"]
}

/// Lends an array of C strings, ended by a null pointer.
func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("never empty") }
        return unsafe body(base)
    }
}
