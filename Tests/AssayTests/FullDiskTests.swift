import Foundation
import Glibc
import Support
import Testing

/// A full disk of the ledger is called one, whatever SQLite makes of it.
@Suite(.scratch) struct FullDiskTests {
    /// Lines of shell in a mount namespace of its own, with a small disk at `disk` that holds the private folder.
    private func onSmallDisk(_ workspace: Workspace, _ lines: String) throws -> String {
        try workspace.makeFolder("disk")
        let script = """
            mount -t tmpfs -o size=2m none disk
            cp -a .assay/. disk/
            assay() { "\(assayBinary)" "$@" --workspace . --ledger disk --now \(workspace.clock); }
            fill() { dd if=/dev/zero of=disk/filler bs=1k 2>/dev/null || true; }
            \(lines)
            """
        try workspace.write("script.sh", script)
        return try workspace.shell("unshare -m sh -e script.sh 2>&1")
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func `case 25: a pass and a question on a full disk say so with 74, and go on when there is room`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop()
        let said = try onSmallDisk(
            workspace,
            """
            fill
            assay run && exit 9 || echo "ended with $?"
            assay list && exit 9 || echo "ended with $?"
            rm disk/filler
            assay run
            """)
        #expect(said.components(separatedBy: "ended with 74").count == 3, "\(said)")
        #expect(said.components(separatedBy: "The disk of 'disk' is full (0 bytes free).").count == 3, "\(said)")
        #expect(said.contains("bundle: accepted"), "\(said)")
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"), .timeLimit(.minutes(15)))
    func `case 25: a daemon that is started on a full disk says it, and goes on when there is room`() throws {
        let workspace = try Workspace()
        try workspace.run()
        try workspace.drop()
        let said = try onSmallDisk(
            workspace,
            """
            fill
            "\(assayBinary)" watch --workspace . --ledger disk --poll PT1S --settle PT0S >said 2>&1 &
            until grep -q "is full" said; do kill -0 $! || exit 8; done
            rm disk/filler
            until grep -q "accepted" said; do kill -0 $! || exit 8; done
            kill $! && wait $! || true
            cat said
            """)
        #expect(said.components(separatedBy: "is full").count == 2, "\(said)")
    }

    private static let writes = ["write", "pwrite64", "mkdirat", "copy_file_range", "renameat2"]
    private static let flushes = ["fsync", "fdatasync", "syncfs"]

    @Test(.timeLimit(.minutes(15)))
    func `case 25: where a disk fills in a pass, or in its recovery, nothing is torn, and with room it goes on`() throws
    {
        let start = try Workspace.busy()
        let whole = try Workspace(copy: start, named: "whole")
        let counted = try Trace.of(whole, calls: Self.writes.joined(separator: ","))
        try #require(counted.result.exit == 0, "\(counted.result)")
        let outbox = try whole.tree("Outbox")
        for call in Self.writes {
            let count = try #require(counted.counts[call], "\(counted.counts)")
            for number in [max(1, count / 3), count] {
                let place = "\(call) \(number)"
                let workspace = try Workspace(copy: start, named: "full")
                for error in ["signal=KILL", "error=ENOSPC"] {
                    let trace = try Trace.of(
                        workspace, calls: call, more: ["-e", "inject=\(call):\(error):when=\(number)"])
                    #expect([0, 74, 137].contains(trace.result.exit), "\(place): \(trace.result)")
                    if trace.result.exit == 74 { #expect(trace.result.stderr.count > 20, "\(place)") }
                    // What is in sight is whole.
                    for (path, bytes) in try workspace.tree("Outbox/Receipts") {
                        #expect(outbox["Receipts/" + path] == bytes, "\(place): \(path)")
                    }
                }
                try workspace.run()
                #expect(try workspace.facts() == whole.facts(), "\(place)")
                #expect(try workspace.tree("Outbox") == outbox, "\(place)")
            }
        }
    }

    @Test(.timeLimit(.minutes(15)), arguments: flushes)
    func `case 25: after a flush that failed the same is written again, not only flushed again`(call: String) throws {
        let start = try Workspace()
        try start.run()
        try start.drop()
        let whole = try Workspace(copy: start, named: "whole")
        let counted = try Trace.of(whole, calls: call)
        try #require(counted.result.exit == 0, "\(counted.result)")
        let count = counted.counts[call] ?? 0
        for number in 1...max(1, count) {
            let workspace = try Workspace(copy: start, named: "failed")
            let trace = try Trace.of(
                workspace, calls: call, more: ["-y", "-e", "inject=\(call):error=EIO:when=\(number)"])
            guard let failed = trace.lines.first(where: { $0.contains("INJECTED") }) else { continue }
            // SQLite flushes the folder for the name of its second file, and goes on where it can't.
            if call == "fdatasync", !failed.contains("ledger.sqlite") { continue }
            // When it closes the ledger, SQLite moves its second file into the first; if not now, then the next time.
            let isClosing = call == "fdatasync" && number >= count - 1
            #expect(trace.result.exit == 74 || isClosing, "\(call) \(number): \(trace.result)")
            let isInSight = !workspace.names(in: "Outbox/Receipts").isEmpty
            let again = try Trace.of(workspace, calls: "openat2")
            #expect(again.result.exit == 0, "\(call) \(number): \(again.result)")
            let isWritten = again.lines.contains { $0.contains("receipt.xml") && $0.contains("O_CREAT") }
            #expect(isWritten || isInSight, "\(call) \(number)")
            #expect(try workspace.facts() == whole.facts(), "\(call) \(number)")
            #expect(try workspace.tree("Outbox") == whole.tree("Outbox"), "\(call) \(number)")
        }
    }
}
