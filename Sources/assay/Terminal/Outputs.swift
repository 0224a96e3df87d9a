import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Standard input, output and errors, as they were given to this program, and what of its words got lost on them.
enum Outputs {
    /// Code of the first failure on standard output; 0 while all was written.
    private static let failed = Atomic<Int32>(0)

    /// Opens onto nothing what was given closed (`>&-`): the ledger, or a record, would else be opened under the very
    /// number that words are written to.
    static func makeWhole() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is the one that is asked for.
            _ = unsafe open("/dev/null", O_RDWR)
        }
    }

    /// A write on standard output failed: the rest of what it was to hold is lost.
    static func lost(_ code: Int32) { _ = failed.compareExchange(expected: 0, desired: code, ordering: .relaxed) }

    static var areCutShort: Bool { failed.load(ordering: .relaxed) != 0 }

    /// Says that what was asked for is cut short, and ends with 74; returns where all was written. Whoever reads a
    /// file that ends early must be able to know it.
    static func endIfCutShort() {
        let code = failed.load(ordering: .relaxed)
        guard code != 0 else { return }
        complain(
            "What belongs on standard output is cut short (\(unsafe String(cString: strerror(code)))). That changes nothing "
                + "else: what was to be done is done. Make room there, or name another place, then ask again.")
        exit(74)
    }
}
