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

    /// The call of a line that was traced with `-y`, the file it is about (of two the one that it leads to), and how
    /// many calls of this name its thread had made on this file by then. By the file it is found again also where
    /// chance gives the work to another thread, for `strace` counts each thread's calls by themselves.
    package func place(ofLine index: Int) -> Place? {
        func parts(_ line: String) -> (thread: Substring, call: Substring, path: Substring?) {
            let rest = line.drop { $0.isNumber }.drop { $0 == " " }
            let paths = rest.matches(of: /[(, ][0-9]+<([^>]*)>/).map(\.output.1)
            return (line.prefix { $0.isNumber }, rest.prefix { $0 != "(" }, paths.last)
        }
        let wanted = parts(lines[index])
        guard let path = wanted.path else { return nil }
        return (String(wanted.call), String(path), lines[...index].count { parts($0) == wanted })
    }

    package typealias Place = (call: String, path: String, number: Int)

    /// A pass over a copy of a workspace, killed at a place of the whole pass.
    package static func kill(_ workspace: Workspace, at place: Place, of whole: Workspace) throws -> CommandResult {
        let path = place.path.replacing(whole.root, with: workspace.root)
        let kill = "inject=\(place.call):signal=KILL:when=\(place.number)"
        return try of(workspace, calls: place.call, more: ["-P", path, "-e", kill]).result
    }

    /// A pass whose every opening is seen, with the path that each descriptor leads to.
    package static func ofOpenings(_ workspace: Workspace, arguments: [String] = ["run"]) throws -> Trace {
        let calls = "open,openat,openat2,creat,socket,connect,bind,execve"
        return try of(workspace, calls: calls, more: ["-y", "-s", "512"], arguments: arguments)
    }

    /// What of `ofOpenings` isn't to be: a socket, another program, a file or folder outside the workspace that isn't
    /// the system's own (libraries, time zones, the database of file types, the processors, what the allocator asks for
    /// before it gives memory back).
    package func strangers(to workspace: Workspace) -> [String] {
        lines.filter { line in
            let words = line.drop { $0.isNumber || $0 == " " }
            let isResumed = words.hasPrefix("<... ")
            let call = words.dropFirst(isResumed ? 5 : 0).prefix { $0.isLetter || $0.isNumber }
            let asked =
                isResumed ? "" : words.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first
            switch call {
            case "open", "openat", "openat2", "creat":
                // A relative name is below a folder that was opened; where it led to is told beside the descriptor.
                let result = line.range(of: ") = ", options: .backwards).map { line[$0.upperBound...] } ?? ""
                let led = result.firstIndex(of: "<").map { result[$0...].dropFirst().dropLast() } ?? ""
                return [asked ?? "", led].contains { $0.hasPrefix("/") && !isExpected(String($0), workspace) }
            case "execve": return asked != "/proc/self/exe" && asked.map(String.init) != assayBinary && !isResumed
            case "exit", "": return false
            default: return true
            }
        }
    }

    /// In a pass of more than a second Dispatch looks whether the threads that it started run.
    private func isOwnThread(_ path: String) -> Bool {
        guard let thread = path.wholeMatch(of: /\/proc\/(\d+)\/stat/)?.1 else { return false }
        return lines.contains { $0.prefix { $0.isNumber } == thread }
    }

    private func isExpected(_ path: String, _ workspace: Workspace) -> Bool {
        let system = [
            "/usr/lib/", "/lib/", "/lib64/", "/usr/share/zoneinfo", "/usr/share/misc/magic", "/usr/share/file/",
            "/etc/magic", "/etc/ld.so.", "/etc/machine-id", "/etc/localtime", "/sys/devices/system/cpu/",
        ]
        return path == workspace.root || path.hasPrefix(workspace.root + "/") || path.contains(".so")
            || system.contains { path.hasPrefix($0) }
            || ["/etc", "/dev/null", "/dev/urandom", "/proc/sys/vm/overcommit_memory"].contains(path)
            || path.hasPrefix("/proc/") && (path.hasSuffix("/maps") || isSanitized || isOwnThread(path))
            || isSanitized && path.hasPrefix("/tmp/tsan.rodata.")
    }
}
