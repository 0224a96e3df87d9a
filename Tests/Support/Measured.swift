import Foundation
package import Testing

/// The tests run under a sanitizer, which needs time and memory of its own, and reads what it has to know.
package let isSanitized = ProcessInfo.processInfo.environment["ASSAY_SANITIZER"] != nil

/// What a command cost: by the clock, and the memory of its largest process, its readers among them.
package struct Cost: CustomStringConvertible {
    package var seconds: Double
    package var peakBytes: Int

    /// What a bundle may cost: a second by itself and a hundred megabytes. Tests run beside each other, so that the time
    /// has room here; what a sanitizer needs of memory isn't the program's.
    package var isSmall: Bool {
        return seconds < (isSanitized ? 60 : 20) && (peakBytes < 100_000_000 || isSanitized)
    }

    package var description: String { "\(seconds) s, \(peakBytes / 1_000_000) MB" }
}

extension Workspace {
    /// One pass with its cost.
    package func measuredRun(
        _ arguments: [String] = [], exit: Int32 = 0, limit: Int = 120, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (pass: Pass, cost: Cost) {
        let notes = root + "-cost"
        let script = """
            import resource, subprocess, sys, time
            start = time.monotonic()
            code = subprocess.run(sys.argv[2:]).returncode
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
            open(sys.argv[1], "w").write("%f %d" % (time.monotonic() - start, peak))
            sys.exit(code)
            """
        let line = [assayBinary, "run", "--json", "--workspace", root, "--now", clock] + arguments
        let result = try command("/usr/bin/python3", ["-c", script, notes] + line, limit: limit)
        try #require(result.exit == exit, "\(result)", sourceLocation: sourceLocation)
        let numbers = try text(notes).split(separator: " ")
        let cost = Cost(seconds: Double(numbers[0]) ?? .infinity, peakBytes: Int(numbers[1]) ?? .max)
        return (Pass(json: try result.json), cost)
    }
}
