import Foundation
import Glibc
package import Testing

/// `assay watch` on a workspace, with what it said in a file.
package final class Daemon {
    private let process = Process()
    private let log: String

    /// `wrapper` is what runs it and becomes it, such as `strace -D`; `command` another one that takes its time.
    package init(
        _ workspace: Workspace, _ arguments: [String] = [], command: String = "watch", under wrapper: [String] = [],
        environment: [String: String] = [:]
    ) throws {
        log = workspace.root + "-watch-" + UUID().uuidString
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let file = try FileHandle(forWritingTo: URL(filePath: log))
        let line = wrapper + [assayBinary, command, "--workspace", workspace.root] + arguments
        process.executableURL = URL(filePath: line[0])
        process.arguments = Array(line.dropFirst())
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = file
        process.standardError = file
        try process.run()
        try file.close()
    }

    /// One pass, stopped when it makes this call on a file of this name, or path, for the first or a later time,
    /// whichever of its threads does.
    package static func stopped(
        _ workspace: Workspace, at call: String, of name: String, time: Int = 1,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Daemon {
        let log = workspace.root + "-stopped"
        let strace = ["/usr/bin/strace", "-D", "-f", "-qq", "-o", log, "-P", name, "-e", "trace=\(call)"]
        let pass = try Daemon(
            workspace, ["--json", "--now", workspace.clock], command: "run",
            under: strace + ["-e", "inject=\(call):signal=STOP"])
        var gone = 0
        let isStopped = eventually {
            let said = (try? String(contentsOf: URL(filePath: log), encoding: .utf8)) ?? ""
            let calls = said.components(separatedBy: "--- SIGSTOP {").count - 1
            let isAtRest = pass.fields.first?.lowercased() == "t"
            if calls >= time { return isAtRest }
            if calls > gone, isAtRest {
                gone = calls
                pass.signal(SIGCONT)
            }
            return false
        }
        try #require(isStopped, "\(pass.words)", sourceLocation: sourceLocation)
        return pass
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    package var isRunning: Bool { process.isRunning }

    /// What it said so far.
    package var words: String { (try? String(contentsOf: URL(filePath: log), encoding: .utf8)) ?? "" }

    package var id: Int32 { process.processIdentifier }

    /// What the kernel says of it after its name: its state, …, the time that it has computed, …
    private var fields: [Substring] { fields(of: id) }

    private func fields(of process: Int32) -> [Substring] {
        let stat = (try? String(contentsOf: URL(filePath: "/proc/\(process)/stat"), encoding: .utf8))
        return stat?.split(separator: ")").last?.split(separator: " ") ?? []
    }

    /// Stopped by SIGSTOP, traced or not.
    package var isStopped: Bool { fields.first?.lowercased() == "t" }

    /// How many folders it watches.
    package var watches: Int {
        let folder = "/proc/\(id)/fdinfo/"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.reduce(0) { sum, name in
            let text = (try? String(contentsOf: URL(filePath: folder + name), encoding: .utf8)) ?? ""
            return sum + text.split(separator: "\n").count { $0.hasPrefix("inotify ") }
        }
    }

    /// The most memory that it has held so far, in bytes.
    package var peak: Int {
        let status = (try? String(contentsOf: URL(filePath: "/proc/\(id)/status"), encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) * 1024
    }

    /// Seconds of computing that it has used.
    package var computed: Double {
        let fields = fields
        guard fields.count > 13, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    package func signal(_ number: Int32) { kill(id, number) }

    /// The processes that it started.
    package var helpers: [Int32] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/task")) ?? []
        return threads.flatMap { thread in
            let path = "/proc/\(id)/task/\(thread)/children"
            let children = (try? String(contentsOf: URL(filePath: path), encoding: .utf8)) ?? ""
            return children.split(separator: " ").compactMap { Int32($0) }
        }
    }

    /// Whether a process that it started has ended, and waits for nothing but being noticed.
    package func hasEnded(_ helper: Int32) -> Bool { fields(of: helper).first.map { $0 == "Z" } ?? true }

    /// Whether a helper has given up all rights but to read, and waits for something to read.
    package func isReady(_ helper: Int32) -> Bool {
        let status = (try? String(contentsOf: URL(filePath: "/proc/\(helper)/status"), encoding: .utf8)) ?? ""
        // A reader with a sanitizer in it isn't sealed.
        return (isSanitized || status.contains("Seccomp:\t2")) && fields(of: helper).first == "S"
    }

    /// Kills its helpers that were given these words to read, as a log of `strace -f -e trace=read` tells; whether it has
    /// ended itself.
    package func killHelpers(given words: String, log: String) -> Bool {
        let lines = (try? String(contentsOf: URL(filePath: log), encoding: .isoLatin1))?.split(separator: "\n") ?? []
        let readers = Set(lines.filter { $0.contains(words) }.compactMap { Int32($0.prefix { $0.isNumber }) })
        for helper in helpers where readers.contains(helper) { kill(helper, SIGKILL) }
        return !process.isRunning
    }

    /// Lets it and its helpers go on where they were stopped; whether it has ended.
    package func goOn() -> Bool {
        for helper in helpers { kill(helper, SIGCONT) }
        if process.isRunning { signal(SIGCONT) }
        return !process.isRunning
    }

    /// Waits for its own end; its exit code.
    package func finish(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
        let ended = eventually(within: 120) { !self.process.isRunning }
        try #require(ended, "it doesn't end: \(words)", sourceLocation: sourceLocation)
        return process.terminationStatus
    }

    /// Whether it comes to rest: three seconds in which it computes next to nothing.
    package func comesToRest() -> Bool {
        eventually(within: 60) {
            let before = self.computed
            usleep(3_000_000)
            return self.computed - before < 0.05
        }
    }

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
