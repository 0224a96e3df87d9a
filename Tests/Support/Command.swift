import Foundation

/// What a program said, and how it ended; 128 and the signal's number where it was killed.
package struct CommandResult: CustomStringConvertible {
    package var exit: Int32
    package var stdout: String
    package var stderr: String

    /// The one JSON document on stdout; throws for anything else.
    package var json: JSON {
        get throws { try JSON(stdout) }
    }

    package var description: String { "exit \(exit)\n\(stdout)\(stderr)" }
}

/// Runs a program to its end, or kills it after `limit` seconds (exit 137).
///
/// Its output goes to files rather than pipes: nothing to fill up, and no descriptor for a neighbor to inherit.
package func command(
    _ program: String, _ arguments: [String] = [], in folder: String? = nil, limit: Int = 120,
    environment: [String: String] = [:]
) throws -> CommandResult {
    let base = FileManager.default.temporaryDirectory.path + "/assay-test-output-" + UUID().uuidString
    let paths = [base + ".out", base + ".err"]
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    let files = try paths.map { path in
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
        return try FileHandle(forWritingTo: URL(filePath: path))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["-s", "KILL", "\(limit)", program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = files[0]
    process.standardError = files[1]
    try process.run()
    process.waitUntilExit()
    for file in files { try file.close() }
    let text = try paths.map { String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self) }
    let status = process.terminationStatus
    // `timeout` dies of its child's signal.
    return CommandResult(
        exit: process.terminationReason == .uncaughtSignal ? 128 + status : status, stdout: text[0], stderr: text[1])
}

/// The binary under test: `ASSAY_BINARY`, or the package's debug build.
package let assayBinary: String = {
    if let path = ProcessInfo.processInfo.environment["ASSAY_BINARY"] { return path }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return root.path + "/.build/debug/assay"
}()
