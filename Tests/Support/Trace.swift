import Foundation
import Testing

/// A pass as the kernel saw it.
package struct Trace {
    package var result: CommandResult
    package var lines: [String]

    /// One pass under `strace`; `more` are further options of strace's, such as an injection.
    package static func of(
        _ workspace: Workspace, calls: String, more: [String] = [], arguments: [String] = ["run"]
    ) throws -> Trace {
        let log = workspace.root + "-trace"
        let strace = ["-f", "-qq", "-o", log, "-e", "trace=\(calls)", "-e", "signal=none"] + more
        let result = try command(
            "/usr/bin/strace",
            strace + [assayBinary] + arguments + ["--workspace", workspace.root, "--now", workspace.clock])
        let text = try? String(contentsOf: URL(filePath: log), encoding: .isoLatin1)
        let lines = try #require(text, "\(result)").split(separator: "\n").map(String.init)
        return Trace(result: result, lines: lines)
    }

    /// A pass that is killed when it begins to wait for its second look: the first one is remembered.
    package static func glance(_ workspace: Workspace) throws -> CommandResult {
        try of(workspace, calls: "clock_nanosleep", more: ["-e", "inject=clock_nanosleep:signal=KILL"]).result
    }

    /// How often the busiest thread made each call.
    package var counts: [String: Int] {
        var counts: [String: [String: Int]] = [:]
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard words.count == 2, let call = words[1].drop(while: { $0 == " " }).split(separator: "(").first,
                !words[1].contains(" resumed>")
            else { continue }
            counts[String(call), default: [:]][String(words[0]), default: 0] += 1
        }
        return counts.mapValues { $0.values.max() ?? 0 }
    }
}
