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
    func `a pass and a question on a full disk say so with 74, and go on when there is room`() throws {
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

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"), .timeLimit(.minutes(2)))
    func `a daemon that is started on a full disk says it, and goes on when there is room`() throws {
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
}
