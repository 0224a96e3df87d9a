internal import Glibc

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
