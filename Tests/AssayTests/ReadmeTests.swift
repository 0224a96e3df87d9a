import Foundation
import Support
import Testing

/// What the README shows is what happens.
@Suite(.scratch) struct ReadmeTests {
    /// A block of commands, and what the README says that they print.
    private struct Step {
        var commands: String
        var output: String
    }

    /// The fenced blocks of a section: commands, and what follows them.
    private func steps(from start: String, to end: String) throws -> [Step] {
        let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "README.md")
        let text = try String(decoding: Data(contentsOf: readme), as: UTF8.self)
        let section = try #require(text.range(of: "\n\(start)\n"))
        let rest = text[section.upperBound...]
        let limit = try #require(rest.range(of: "\n\(end)\n")).lowerBound
        var steps: [Step] = []
        var block: (language: String, lines: [Substring])?
        for line in rest[..<limit].split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```"), let (language, lines) = block {
                let body = lines.map { $0 + "\n" }.joined()
                if language == "sh" {
                    steps.append(Step(commands: body, output: ""))
                } else {
                    steps[steps.count - 1].output += body
                }
                block = nil
            } else if line.hasPrefix("```") {
                block = (String(line.dropFirst(3)), [])
            } else {
                block?.lines.append(line)
            }
        }
        return steps
    }

    /// Without what is another in every run: times, tickets, keys and what is signed with them.
    private func lasting(_ text: String) -> String {
        text
            .replacing(#/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/#, with: "TIME")
            .replacing(#/\d{4}-\d{2}-\d{2}/#, with: "DATE")
            .replacing(#/chain="[0-9a-f]{64}"|sha256="[0-9a-f]{64}"|key id="[0-9a-f]{16}"/#, with: "DIGEST")
            .replacing(#/ticket="[0-9A-Z]{16}"/#, with: "TICKET")
    }

    @Test(.timeLimit(.minutes(15)))
    func `the walk-through can be pasted as it stands, and prints what it says`() throws {
        let steps = try steps(from: "## One submission's life", to: "## Reference")
        #expect(steps.count > 12)
        let home = try #require(Scratch.current).folder("home")
        let programs = try #require(Scratch.current).folder("programs")
        try FileManager.default.createSymbolicLink(atPath: programs + "/assay", withDestinationPath: assayBinary)
        let mark = "=== the next block\n"
        let script = "exec 2>&1\n" + steps.map { $0.commands + "printf '\(mark)'\n" }.joined()
        try Data(script.utf8).write(to: URL(filePath: home + "/pasted.sh"))
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let printed = try command(
            "/bin/bash", ["pasted.sh"], in: home, limit: 600,
            environment: ["HOME": home, "PATH": programs + ":" + path, "LC_ALL": "C.UTF-8"]
        ).stdout.components(separatedBy: mark)
        #expect(printed.count == steps.count + 1)
        for (step, output) in zip(steps, printed) {
            // Decision files end their lines as Notepad likes it.
            let output = output.replacing("\r\n", with: "\n")
            #expect(lasting(output) == lasting(step.output), "after\n\(step.commands)")
        }
    }
}
