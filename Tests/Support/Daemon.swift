import Foundation
import Glibc
package import Testing

/// `assay watch` on a workspace, with what it said in a file.
package final class Daemon {
    private let process = Process()
    private let log: String

    package init(_ workspace: Workspace, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
        log = workspace.root + "-watch-" + UUID().uuidString
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let file = try FileHandle(forWritingTo: URL(filePath: log))
        process.executableURL = URL(filePath: assayBinary)
        process.arguments = ["watch", "--workspace", workspace.root] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = file
        process.standardError = file
        try process.run()
        try file.close()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    package var isRunning: Bool { process.isRunning }

    /// What it said so far.
    package var words: String { (try? String(contentsOf: URL(filePath: log), encoding: .utf8)) ?? "" }

    /// Seconds of computing that it has used.
    package var computed: Double {
        let stat = (try? String(contentsOf: URL(filePath: "/proc/\(process.processIdentifier)/stat"), encoding: .utf8))
        let fields = stat?.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 13, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    package func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Asks it to end; its exit code and how many seconds it took.
    package func end(by number: Int32 = SIGTERM, sourceLocation: SourceLocation = #_sourceLocation) throws -> (
        exit: Int32, seconds: Double
    ) {
        let begun = Date()
        signal(number)
        let ended = eventually(within: 20) { !self.process.isRunning }
        try #require(ended, "it doesn't end: \(words)", sourceLocation: sourceLocation)
        return (process.terminationStatus, Date().timeIntervalSince(begun))
    }
}

/// Whether something comes true within so many seconds.
package func eventually(within seconds: Double = 30, _ condition: () throws -> Bool) rethrows -> Bool {
    let deadline = Date() + seconds
    while true {
        if try condition() { return true }
        if Date() > deadline { return false }
        usleep(10_000)
    }
}
